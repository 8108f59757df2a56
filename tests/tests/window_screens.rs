//! Every screen of the real window on the sample's year, in both languages, light and dark: nothing that axe-core knows
//! as a barrier, no stop of the Tab key without a name, no page that scrolls sideways.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::path::PathBuf;

use lotse::app::{App, Entropy};
use lotse::domain::organisation::Language;
use lotse::founding::Founding;
use lotse::ids::PersonId;
use lotse::sample;
use lotse::time::Instant;
use lotse::workspace::Workspace;
use lotse_tests::desk::Desk;
use lotse_tests::window::{Opening, Window};
use serde_json::json;
use thirtyfour::error::WebDriverResult;

const NOW: &str = "2026-11-20T14:30:00Z";

/// Random bytes that are none: the same ids in every run.
struct Counted(std::sync::atomic::AtomicU64);

impl Entropy for Counted {
    fn fill(&self, bytes: &mut [u8]) {
        let count = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed).to_be_bytes();
        bytes.iter_mut().rev().zip(count.iter().rev()).for_each(|(byte, part)| *byte = *part);
    }
}

/// A workspace with the sample's year, and who founded it.
fn sample_year(desk: &Desk, language: Language) -> (PathBuf, PersonId) {
    let file = desk.folder("papers").join("Loftware Cloud.lotse");
    let now: Instant = NOW.parse().unwrap();
    let app = App::new(Workspace::create(&file, None, now).unwrap(), Box::new(Counted(0.into()))).unwrap();
    let founding = Founding {
        organisation: "Loftware Cloud".into(),
        language,
        zone: "Europe/Berlin".parse().unwrap(),
        person: "Anna Berg".into(),
    };
    let founder = sample::fill(&app, &founding, &Counted((1 << 40).into()), now).unwrap();
    (file, founder)
}

/// The addresses of the screens: those of the side bar, and one record of each list.
async fn screens(window: &Window) -> WebDriverResult<Vec<String>> {
    let areas = "return [...document.querySelectorAll('nav a')].map((a) => a.hash).filter((hash) => hash.startsWith('#/'))";
    let found = window.script(areas, vec![]).await?;
    let mut screens: Vec<String> =
        found.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect();
    assert!(screens.len() >= 2, "the side bar shows {screens:?}");
    screens.push("#/notfaelle/N-2026-001".into());
    Ok(screens)
}

async fn show(window: &Window, screen: &str) -> WebDriverResult<()> {
    window.script("location.hash = arguments[0]", vec![json!(screen)]).await?;
    let settled =
        "return !document.querySelector('[aria-busy=true]') && !!document.querySelector('h1')?.innerText";
    window.until(&format!("{screen} is there"), settled).await
}

async fn no_screen_is_a_barrier(language: &'static str, look: &'static str) -> WebDriverResult<()> {
    let desk = Desk::new();
    let (file, founder) = sample_year(&desk, if language == "de" { Language::De } else { Language::En });
    let opening = Opening { look, file: Some(file), now: Some(NOW), ..Opening::first(language) };
    let window = Window::open(&desk, &opening).await?;
    let act = "const done = arguments[1];
      window.__TAURI_INTERNALS__.invoke('desktop', { request: { do: 'actAs', person: arguments[0] } }).then(() => done())";
    window.driver.execute_async(act, vec![json!(founder.to_string())]).await?;
    window.driver.refresh().await?;
    window.until("the side bar is there", "return document.querySelectorAll('nav a').length > 1").await?;
    let mut barriers = Vec::new();
    for screen in screens(&window).await? {
        show(&window, &screen).await?;
        window.picture(&format!("{language}-{look}-{}", screen.replace(['#', '/'], ""))).await?;
        let found = [window.violations().await?, window.unnamed().await?].concat();
        barriers.extend(found.into_iter().map(|barrier| format!("{screen}: {barrier}")));
        let wide = "return document.documentElement.scrollWidth > document.documentElement.clientWidth";
        if window.script(wide, vec![]).await? == json!(true) {
            barriers.push(format!("{screen}: scrolls sideways"));
        }
    }
    assert!(barriers.is_empty(), "{barriers:#?}");
    window.close().await
}

#[tokio::test]
async fn in_german_and_light_no_screen_is_a_barrier() -> WebDriverResult<()> {
    no_screen_is_a_barrier("de", "light").await
}

#[tokio::test]
async fn in_german_and_dark_no_screen_is_a_barrier() -> WebDriverResult<()> {
    no_screen_is_a_barrier("de", "dark").await
}

#[tokio::test]
async fn in_english_and_light_no_screen_is_a_barrier() -> WebDriverResult<()> {
    no_screen_is_a_barrier("en", "light").await
}

#[tokio::test]
async fn in_english_and_dark_no_screen_is_a_barrier() -> WebDriverResult<()> {
    no_screen_is_a_barrier("en", "dark").await
}
