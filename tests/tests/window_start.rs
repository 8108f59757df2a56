//! How the window starts, in the real one: by a link, a second time, and where it stood before.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use lotse_tests::desk::{Desk, wait_until};
use lotse_tests::places;
use lotse_tests::sampled;
use lotse_tests::window::{Opening, Window};
use thirtyfour::error::WebDriverResult;

const LINK: &str = "lotse://notfall/N-2026-002";
const THERE: &str = "return document.querySelector('h1')?.innerText.includes('N-2026-002') === true";

#[tokio::test]
async fn r26_a_second_start_brings_its_link_to_the_running_window_and_ends() -> WebDriverResult<()> {
    let desk = Desk::new();
    let window = sampled::open(&desk, "de", "light").await?;
    let mut second = desk.command(&places::program().to_string_lossy());
    let second = std::thread::spawn(move || second.arg(LINK).status());
    window.until("the record of the link is shown", THERE).await?;
    wait_until("the second start ends", || second.is_finished());
    assert!(second.join().unwrap().unwrap().success());
    assert_eq!(window.driver.windows().await?.len(), 1);
    window.close().await
}

#[tokio::test]
async fn r26_a_start_by_a_link_shows_its_record() -> WebDriverResult<()> {
    let desk = Desk::new();
    sampled::open(&desk, "de", "light").await?.leave(&desk).await;
    let opening = Opening { now: Some(sampled::NOW), file: Some(LINK.into()), ..Opening::first("de") };
    let window = Window::open(&desk, &opening).await?;
    window.until("the record of the link is shown", THERE).await?;
    window.close().await
}

#[tokio::test]
async fn r25_the_window_comes_back_in_its_size_at_its_place_and_view() -> WebDriverResult<()> {
    let desk = Desk::new();
    let window = sampled::open(&desk, "de", "light").await?;
    sampled::show(&window, "#/protokoll").await?;
    window.driver.set_window_rect(40, 30, 1100, 760).await?;
    let sized = "return innerWidth === 1100";
    window.until("the window has its new size", sized).await?;
    window.leave(&desk).await;
    let opening = Opening { now: Some(sampled::NOW), ..Opening::first("de") };
    let window = Window::open(&desk, &opening).await?;
    window.until("the window has the size that it had", sized).await?;
    window.until("the view is the one that was left", "return location.hash === '#/protokoll'").await?;
    window.close().await
}

#[tokio::test]
async fn r25_a_place_that_no_screen_has_any_more_is_corrected() -> WebDriverResult<()> {
    let desk = Desk::new();
    let window = sampled::open(&desk, "de", "light").await?;
    window.driver.set_window_rect(40, 30, 1100, 760).await?;
    window.until("the window has its new size", "return innerWidth === 1100").await?;
    window.leave(&desk).await;
    let file = state_file(&desk.folder("")).expect("the window's place is kept");
    let kept = std::fs::read_to_string(&file).unwrap();
    let mut kept: serde_json::Value = serde_json::from_str(&kept).unwrap();
    kept["main"]["x"] = 5000.into();
    kept["main"]["prev_x"] = 5000.into();
    std::fs::write(&file, kept.to_string()).unwrap();
    let window = Window::open(&desk, &Opening { now: Some(sampled::NOW), ..Opening::first("de") }).await?;
    let place = window.driver.get_window_rect().await?;
    assert!(place.x < 1400, "the window stands at {}", place.x);
    window.close().await
}

/// The file in which the frame keeps sizes and places, wherever below a folder.
fn state_file(folder: &std::path::Path) -> Option<std::path::PathBuf> {
    std::fs::read_dir(folder).ok()?.flatten().find_map(|entry| {
        let path = entry.path();
        if path.is_dir() {
            state_file(&path)
        } else {
            Some(path).filter(|path| path.ends_with(".window-state.json"))
        }
    })
}
