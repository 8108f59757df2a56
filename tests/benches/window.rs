//! What the window costs beside an empty one on the same desk, turn by turn in one run: the time from the start to the
//! register that one can use, the memory of all its processes, and what they do while nobody does anything.
//! `LOTSE_BENCH_INCIDENTS` says how many incidents the register holds (100,000 unless told otherwise).
#![allow(clippy::unwrap_used)] // A benchmark that cannot go on has nothing to say.

#[path = "../../core/benches/figures/mod.rs"]
mod figures;
#[path = "../../core/benches/figures/history.rs"]
mod history;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use figures::{median, row};
use lotse::ids::PersonId;
use lotse_tests::desk::Desk;
use lotse_tests::places;
use lotse_tests::sampled;
use lotse_tests::window::{Opening, Window};
use thirtyfour::error::WebDriverResult;

/// A machine that others use too is now faster, now slower: the median of many turns, each beside one of the base.
const TURNS: usize = 15;
/// How long the window is watched while nobody touches it.
const REST: Duration = Duration::from_secs(3);
/// The processor may be busy for so much of that time.
const BUSY_AT_MOST: f64 = 0.02;
const USABLE: &str = "return document.querySelectorAll('[role=row]').length > 10
  && !document.querySelector('[aria-busy=true]')";
const EMPTY: &str = "return document.querySelector('h1')?.innerText === 'Empty'";
/// How often memory has to be the same, within a hundredth, before it is believed.
const STEADY: usize = 5;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let incidents =
        std::env::var("LOTSE_BENCH_INCIDENTS").ok().and_then(|text| text.parse().ok()).unwrap_or(100_000_u64);
    let desk = Desk::new();
    let file = desk.folder("papers").join("Large.lotse");
    let (filled, founder) = history::filled(&file, incidents, 1);
    while filled.app.index(10_000).unwrap() > 0 {}
    println!("{incidents} incidents, {} events", filled.events);
    drop(filled);
    leave_at_the_register(&desk, file, founder).await.unwrap();
    let ours = Opening::first("de").plain_words(&desk);
    let (mut measured, mut base) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let (window, figures) = start(&desk, &empty(), &[], EMPTY).await.unwrap();
        window.close().await.unwrap();
        base.push(figures);
        let (window, figures) = start(&desk, &places::program(), &ours, USABLE).await.unwrap();
        // The program counts ends that nobody meant, and starts more carefully after three.
        window.leave(&desk).await;
        measured.push(figures);
    }
    row(
        "window: start to the usable register, against an empty window",
        median(&measured, |figures| figures.start),
        median(&base, |figures| figures.start),
        Some(1.4),
    );
    memory(median(&measured, |figures| figures.bytes), median(&base, |figures| figures.bytes));
    rest(median(&measured, |figures| figures.busy));
}

/// What one turn showed.
#[derive(Clone, Copy)]
struct Figures {
    /// From the start of the program until its page can be used.
    start: Duration,
    /// Held by all its processes once that is steady.
    bytes: u64,
    /// Of the processor, by all its processes, while nobody did anything.
    busy: Duration,
}

/// The window with nothing in it.
fn empty() -> PathBuf {
    let program = places::built().join("examples/empty");
    assert!(program.is_file(), "{} is not built: use cargo xtask bench", program.display());
    program
}

/// A person opens the file, goes to the register and is done: the next start begins there.
async fn leave_at_the_register(desk: &Desk, file: PathBuf, founder: PersonId) -> WebDriverResult<()> {
    let opening = Opening { file: Some(file), ..Opening::first("de") };
    let window = Window::start(desk, &places::program(), &opening.plain_words(desk)).await?;
    sampled::enter(&window, founder).await?;
    sampled::show(&window, "#/notfaelle").await?;
    window.until("the register is there", USABLE).await?;
    window.leave(desk).await;
    Ok(())
}

/// Starts a program and looks at it until it is at rest.
async fn start(
    desk: &Desk,
    program: &Path,
    words: &[String],
    usable: &str,
) -> WebDriverResult<(Window, Figures)> {
    let clock = Instant::now();
    let window = Window::start(desk, program, words).await?;
    window.until("the page can be used", usable).await?;
    let start = clock.elapsed();
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    let names = [&*name, "WebKitWebProcess", "WebKitNetworkProcess", "WebKitGPUProcess"];
    let mut readings: Vec<u64> = Vec::new();
    let steady = |readings: &[u64]| {
        let last = &readings[readings.len().saturating_sub(STEADY)..];
        let (least, most) = (last.iter().min().copied(), last.iter().max().copied());
        last.len() == STEADY && most.zip(least).is_some_and(|(most, least)| most - least <= least / 100)
    };
    while !steady(&readings) {
        readings.push(desk.memory(&names));
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    let before = desk.busy(&names);
    tokio::time::sleep(REST).await;
    let busy = desk.busy(&names).saturating_sub(before);
    Ok((window, Figures { start, bytes: readings.last().copied().unwrap_or_default(), busy }))
}

fn memory(measured: u64, base: u64) {
    let mib = |bytes: u64| bytes / (1 << 20);
    #[allow(clippy::cast_precision_loss)] // Far below 2^53.
    let ratio = measured as f64 / base as f64;
    let kept = if ratio <= 1.5 { "kept" } else { "MISSED" };
    let (measured, base) = (mib(measured), mib(base));
    println!(
        "| window: memory of all its processes (PSS) | {measured} MiB | {base} MiB | {ratio:.2} | ≤ 1.50 {kept} |"
    );
}

fn rest(busy: Duration) {
    let share = busy.as_secs_f64() / REST.as_secs_f64();
    let kept = if share <= BUSY_AT_MOST { "kept" } else { "MISSED" };
    println!(
        "| window: processor while nobody does anything | {busy:?} | {REST:?} | {share:.2} | ≤ {BUSY_AT_MOST} {kept} |"
    );
}
