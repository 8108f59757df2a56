//! Every screen of the real window on the sample's year, in both languages, light and dark: nothing that axe-core knows
//! as a barrier, no stop of the Tab key without a name, no page that is
//! larger than its place.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use lotse_tests::desk::Desk;
use lotse_tests::sampled::{self, GOVERNANCE, SCREENS};
use lotse_tests::window::Window;
use serde_json::json;
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

/// Stops of the Tab key that no scrolling brings into the window: they get the focus and still lie outside.
const CUT: &str = r"
  const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')]
    .filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }) && !e.matches('.skip'));
  const cut = [];
  for (const stop of stops) {
    stop.focus();
    stop.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const box = stop.getBoundingClientRect();
    const seen = box.width === 0 || (box.left < innerWidth && box.right > 0 && box.top < innerHeight && box.bottom > 0);
    if (!seen) cut.push(stop.outerHTML.slice(0, 120));
  }
  return cut;";
/// Only the parts of the window scroll, never the window; and the part that holds the screen never sideways.
const SPILLS: &str = "
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
  const main = document.querySelector('main');
  return scrollWidth > clientWidth || scrollHeight > clientHeight || main.scrollWidth > main.clientWidth";

/// What is a barrier on the screen that is shown.
async fn barriers(window: &Window, screen: &str) -> WebDriverResult<Vec<String>> {
    let found = [window.violations().await?, window.unnamed().await?].concat();
    let mut barriers: Vec<String> = found.into_iter().map(|barrier| format!("{screen}: {barrier}")).collect();
    if window.script(SPILLS, vec![]).await? == json!(true) {
        barriers.push(format!("{screen}: is larger than its place"));
    }
    Ok(barriers)
}

/// Screens by their names, as [`SCREENS`].
type Screens = [(&'static str, &'static str)];

async fn no_screen_is_a_barrier(
    screens: &Screens,
    language: &'static str,
    look: &'static str,
) -> WebDriverResult<()> {
    let desk = Desk::new();
    let window = sampled::open(&desk, language, look).await?;
    let mut found = Vec::new();
    for (name, screen) in screens {
        sampled::show(&window, screen).await?;
        window.picture(&format!("{language}-{look}-{name}")).await?;
        found.extend(barriers(&window, screen).await?);
    }
    assert!(found.is_empty(), "{found:#?}");
    window.close().await
}

#[tokio::test]
async fn r17_r30_in_german_and_light_no_screen_is_a_barrier() -> WebDriverResult<()> {
    no_screen_is_a_barrier(&SCREENS, "de", "light").await
}

#[tokio::test]
async fn r17_r30_in_german_and_light_no_screen_that_governs_is_a_barrier() -> WebDriverResult<()> {
    no_screen_is_a_barrier(&GOVERNANCE, "de", "light").await
}

#[tokio::test]
async fn r17_r30_in_german_and_dark_no_screen_is_a_barrier() -> WebDriverResult<()> {
    no_screen_is_a_barrier(&SCREENS, "de", "dark").await
}

#[tokio::test]
async fn r17_r30_in_german_and_dark_no_screen_that_governs_is_a_barrier() -> WebDriverResult<()> {
    no_screen_is_a_barrier(&GOVERNANCE, "de", "dark").await
}

#[tokio::test]
async fn r17_r30_in_english_and_light_no_screen_is_a_barrier() -> WebDriverResult<()> {
    no_screen_is_a_barrier(&SCREENS, "en", "light").await
}

#[tokio::test]
async fn r17_r30_in_english_and_light_no_screen_that_governs_is_a_barrier() -> WebDriverResult<()> {
    no_screen_is_a_barrier(&GOVERNANCE, "en", "light").await
}

#[tokio::test]
async fn r17_r30_in_english_and_dark_no_screen_is_a_barrier() -> WebDriverResult<()> {
    no_screen_is_a_barrier(&SCREENS, "en", "dark").await
}

#[tokio::test]
async fn r17_r30_in_english_and_dark_no_screen_that_governs_is_a_barrier() -> WebDriverResult<()> {
    no_screen_is_a_barrier(&GOVERNANCE, "en", "dark").await
}

/// The smallest window at twice the size, where the page has 512 by 350 of its own pixels.
async fn nothing_is_lost_at_twice_the_size(screens: &Screens, language: &'static str) -> WebDriverResult<()> {
    let desk = Desk::new();
    let window = sampled::open(&desk, language, "light").await?;
    window.driver.set_window_rect(0, 0, 1024, 700).await?;
    for _ in 0..20 {
        window.chord(&[Key::Control], "+").await?;
    }
    let doubled = "return parseFloat(getComputedStyle(document.documentElement).fontSize) === 32";
    window.until("everything is twice as large", doubled).await?;
    let mut found = Vec::new();
    for (name, screen) in screens {
        sampled::show(&window, screen).await?;
        window.picture(&format!("{language}-200-{name}")).await?;
        let cut = window.script(CUT, vec![]).await?;
        found.extend(
            cut.as_array().into_iter().flatten().map(|what| format!("{screen}: out of reach: {what}")),
        );
        if window.script(SPILLS, vec![]).await? == json!(true) {
            found.push(format!("{screen}: is larger than its place"));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    window.close().await
}

#[tokio::test]
async fn r19_in_german_nothing_is_lost_at_twice_the_size() -> WebDriverResult<()> {
    nothing_is_lost_at_twice_the_size(&SCREENS, "de").await
}

#[tokio::test]
async fn r19_in_german_nothing_that_governs_is_lost_at_twice_the_size() -> WebDriverResult<()> {
    nothing_is_lost_at_twice_the_size(&GOVERNANCE, "de").await
}

#[tokio::test]
async fn r19_in_english_nothing_is_lost_at_twice_the_size() -> WebDriverResult<()> {
    nothing_is_lost_at_twice_the_size(&SCREENS, "en").await
}

#[tokio::test]
async fn r19_in_english_nothing_that_governs_is_lost_at_twice_the_size() -> WebDriverResult<()> {
    nothing_is_lost_at_twice_the_size(&GOVERNANCE, "en").await
}
