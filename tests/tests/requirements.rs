//! The thirty requirements of every screen: each is named by at least one test that proves it. A test names them at the
//! start of its name (`r17_r30_…` in Rust, `'R17 R30 …'` in the page).
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::collections::BTreeSet;
use std::fs;

use lotse_tests::places::{files, root};

/// The text of all files below a folder whose names end so.
fn texts(folder: &str, ending: &str) -> Vec<String> {
    files(&root().join(folder), ending).iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// The requirements that stand at the start of a name, each as a letter and two digits.
fn named(name: &str, letter: char) -> Vec<u32> {
    let words = name.split(['_', ' ', ',', ':']).filter(|word| !word.is_empty());
    let numbers = words.map_while(|word| match word.strip_prefix(letter) {
        Some(digits) if digits.len() == 2 => digits.parse().ok(),
        Some(_) | None => None,
    });
    numbers.collect()
}

#[test]
fn each_requirement_is_named_by_a_test_that_proves_it() {
    let pages = texts("ui/src", ".test.ts");
    let rust = ["tests/tests", "core", "src-tauri"].map(|folder| texts(folder, ".rs")).concat();
    let titles = pages.iter().flat_map(|text| text.split(['\'', '"', '`']));
    let functions = rust.iter().flat_map(|text| text.split("fn ").skip(1));
    let proved: BTreeSet<u32> = titles
        .flat_map(|title| named(title, 'R'))
        .chain(functions.flat_map(|name| named(name, 'r')))
        .collect();
    let unproved: Vec<u32> = (1..=30).filter(|number| !proved.contains(number)).collect();
    assert!(unproved.is_empty(), "no test names these requirements: {unproved:?}");
}
