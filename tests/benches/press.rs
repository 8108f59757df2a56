//! How long it takes in the window from a press to its effect that is seen, painted by software: a step of a live test that
//! passes, the palette, a dialog, another tab, another area, a record beside its list.
//! `LOTSE_BENCH_INCIDENTS` says how many incidents the register holds (50,000 unless told otherwise).
#![allow(clippy::unwrap_used)] // A benchmark that cannot go on has nothing to say.

#[path = "../../core/benches/figures/conducted.rs"]
mod conducted;
#[path = "../../core/benches/figures/mod.rs"]
mod figures;
#[path = "../../core/benches/figures/history.rs"]
mod history;

use std::time::Duration;

use conducted::{Conductor, STEPS};
use lotse_tests::desk::Desk;
use lotse_tests::places;
use lotse_tests::sampled;
use lotse_tests::window::{Opening, Window};
use thirtyfour::error::WebDriverResult;

/// How often each thing is pressed.
const TURNS: u64 = 40;
/// R07 of the thirty requirements.
const BAR: Duration = Duration::from_millis(100);

/// Something that is pressed again and again.
struct Press {
    /// What, for the table.
    name: &'static str,
    /// The address at which it is pressed.
    at: &'static str,
    /// JavaScript that remembers how it was, as `was`.
    was: &'static str,
    /// JavaScript that presses.
    press: &'static str,
    /// JavaScript that is true as soon as the effect stands in the page.
    seen: &'static str,
    /// JavaScript that makes it as it was, and its condition that it is.
    back: Option<(&'static str, &'static str)>,
    /// How often.
    turns: u64,
}

/// Escape, where the focus is.
const ESCAPE: &str =
    "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))";

const PRESSES: [Press; 6] = [
    Press {
        name: "a step of a live test passes, the next one stands there",
        at: "#/tests/T-2026-001/live",
        was: "document.querySelector('[data-testid=current-step]').textContent",
        press: "document.querySelector('[data-testid=live-pass]').click()",
        seen: "document.querySelector('[data-testid=current-step]').textContent !== was",
        back: None,
        turns: STEPS - 1,
    },
    Press {
        name: "the palette opens (R02)",
        at: "#/heute",
        was: "null",
        press: "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }))",
        seen: "document.querySelector('[data-testid=palette] input')",
        back: Some((ESCAPE, "!document.querySelector('[data-testid=palette]')")),
        turns: TURNS,
    },
    Press {
        name: "a dialog opens",
        at: "#/tests",
        was: "null",
        press: "document.querySelector('[data-testid=drill-schedule]').click()",
        seen: "document.querySelector('[role=dialog] input')",
        back: Some((ESCAPE, "!document.querySelector('[role=dialog]')")),
        turns: TURNS,
    },
    Press {
        name: "another tab of a record",
        at: "#/kalender",
        was: "document.querySelector('[role=tab][aria-selected=true]').textContent",
        press: "document.querySelector('[role=tab][aria-selected=false]').click()",
        seen: "document.querySelector('[role=tab][aria-selected=true]')?.textContent !== was",
        back: None,
        turns: TURNS,
    },
    Press {
        name: "another area",
        at: "#/heute",
        was: "null",
        press: "document.querySelector('nav a[href=\"#/notfaelle\"]').click()",
        seen: "document.querySelector('nav a[href=\"#/notfaelle\"]').ariaCurrent === 'page'",
        back: Some((
            "document.querySelector('nav a[href=\"#/heute\"]').click()",
            "!document.querySelector('[role=row]') && document.querySelector('nav a[href=\"#/heute\"]').ariaCurrent === 'page'",
        )),
        turns: TURNS,
    },
    Press {
        name: "a record opens beside its list",
        at: "#/notfaelle",
        was: "null",
        press: "{ const rows = document.querySelector('[data-testid=register]'); rows.focus(); \
                rows.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true })); }",
        seen: "document.querySelector('[data-testid=peek]')",
        back: Some((
            "document.querySelector('[data-testid=register]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))",
            "!document.querySelector('[data-testid=peek]')",
        )),
        turns: TURNS,
    },
];

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let incidents =
        std::env::var("LOTSE_BENCH_INCIDENTS").ok().and_then(|text| text.parse().ok()).unwrap_or(50_000_u64);
    let desk = Desk::new();
    let file = desk.folder("papers").join("Large.lotse");
    let (filled, founder) = history::filled(&file, incidents, 1);
    Conductor::new(&filled.app, founder).running(1);
    while filled.app.index(10_000).unwrap() > 0 {}
    drop(filled);
    let opening = Opening { file: Some(file), ..Opening::first("de") };
    let window = Window::start(&desk, &places::program(), &opening.plain_words(&desk)).await.unwrap();
    sampled::enter(&window, founder).await.unwrap();
    for press in PRESSES {
        let seen = pressed(&window, &press).await.unwrap();
        say(press.name, seen);
    }
    window.leave(&desk).await;
}

/// How long each press took until its effect was painted.
async fn pressed(window: &Window, press: &Press) -> WebDriverResult<Vec<Duration>> {
    let Press { at, was, press, seen, back, turns, .. } = press;
    let measured = format!(
        "const done = arguments[0];
         const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
         (async () => {{
         // A person presses what stands still: what was before is there whole and painted.
         do await frame(); while (window.underWay() > 0);
         await frame();
         const was = {was};
         const before = performance.now();
         const painted = () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - before)));
         const look = () => {{ if (!({seen})) return false; watch.disconnect(); painted(); return true; }};
         const watch = new MutationObserver(look);
         watch.observe(document, {{ subtree: true, childList: true, attributes: true, characterData: true }});
         {press};
         look();
         }})();"
    );
    let mut all = Vec::new();
    sampled::show(window, at).await?;
    for _ in 0..*turns {
        let took = window.driver.execute_async(measured.clone(), vec![]).await?.json().as_f64();
        all.push(Duration::from_secs_f64(took.unwrap() / 1000.0));
        if let Some((undo, undone)) = back {
            window.script(undo, vec![]).await?;
            window.until("it is as it was", &format!("return {undone}")).await?;
        }
    }
    Ok(all)
}

fn say(name: &str, mut took: Vec<Duration>) {
    took.sort_unstable();
    let (middle, most) = (took[took.len() / 2], took[took.len() * 95 / 100]);
    let kept = if most <= BAR { "kept" } else { "MISSED" };
    println!("| window: {name}, p95 (p50) | {most:.1?} ({middle:.1?}) | – | – | ≤ {BAR:?} {kept} |");
}
