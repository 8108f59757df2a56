//! What a screen reader finds in the real window on the sample's year: on every screen a tree in which each stop has a
//! name, and the same tree as the one that was looked at and kept (`tests/snapshots`; `LOTSE_SNAPSHOTS=write` keeps anew).
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use lotse_tests::desk::Desk;
use lotse_tests::places;
use lotse_tests::reader::{Heard, Reader};
use lotse_tests::sampled::{self, GOVERNANCE, SCREENS};

/// Roles that people stop at and that must say what they are.
fn nameless(heard: &Heard) -> bool {
    heard.focusable
        && heard.name.is_empty()
        && !["document web", "scroll pane"].contains(&heard.role.as_str())
}

fn tree(heard: &[Heard]) -> String {
    let line = |one: &Heard| {
        let stop = if one.focusable { " *" } else { "" };
        format!("{}{stop}: {}\n", one.role, one.name)
    };
    heard.iter().filter(|one| !one.name.is_empty() || one.focusable).map(line).collect()
}

async fn every_screen_is_heard(language: &'static str) {
    let desk = Desk::with_screen_reader();
    let window = sampled::open(&desk, language, "light").await.unwrap();
    let reader = Reader::on(&desk).await.unwrap();
    let folder = places::root().join("tests/snapshots").join(language);
    let mut faults = Vec::new();
    for (name, screen) in SCREENS.into_iter().chain(GOVERNANCE) {
        sampled::show(&window, screen).await.unwrap();
        let heading = window.script("return document.querySelector('h1').innerText", vec![]).await.unwrap();
        let heading = heading.as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        let heard = reader.hears_steadily(&heading).await.unwrap();
        faults.extend(heard.iter().filter(|one| nameless(one)).map(|one| format!("{screen}: {one:?}")));
        let file = folder.join(name).with_extension("txt");
        let heard = tree(&heard);
        if std::env::var_os("LOTSE_SNAPSHOTS").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&file, &heard).unwrap();
        } else if std::fs::read_to_string(&file).unwrap_or_default() != heard {
            faults.push(format!("{} says something else:\n{heard}", file.display()));
        }
    }
    window.close().await.unwrap();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[tokio::test]
async fn r30_in_german_a_screen_reader_finds_every_stop_by_name() {
    every_screen_is_heard("de").await;
}

#[tokio::test]
async fn r30_in_english_a_screen_reader_finds_every_stop_by_name() {
    every_screen_is_heard("en").await;
}
