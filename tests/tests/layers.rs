//! The direction of the layers, read from the imports. Cargo holds the edge between the crates, this holds the inside.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use lotse_tests::places::{files, root};

/// The layers of the core from the ground up. A module may name modules of its own layer's row or of a row above it in
/// this table, never one below.
const LAYERS: [&[&str]; 11] = [
    &["ids", "time", "money", "language", "words"],
    &["domain", "deadlines", "duties", "reminders"],
    &["log"],
    &["projections"],
    &["queries"],
    &["importers", "reports", "calendar", "follow_ups", "handover"],
    &["workspace"],
    &["app"],
    &["founding", "post", "sample"],
    &["contract"],
    &["cli"],
];

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The files of a folder that are built into the program: not those behind `#[cfg(test)] mod name;`.
fn product_files(folder: &Path) -> Vec<PathBuf> {
    let files = files(folder, ".rs");
    let tests: BTreeSet<PathBuf> = files
        .iter()
        .flat_map(|path| {
            let text = fs::read_to_string(path).unwrap();
            let beside = if path.ends_with("lib.rs") || path.ends_with("main.rs") {
                path.parent().unwrap().into()
            } else {
                path.with_extension("")
            };
            let names = text.split("#[cfg(test)]\nmod ").skip(1).filter_map(|rest| rest.split_once(';'));
            let names =
                names.map(|(name, _)| name.to_owned()).filter(|name| !name.contains(char::is_whitespace));
            names.map(move |name| beside.join(name)).collect::<Vec<_>>()
        })
        .collect();
    let is_test = |path: &PathBuf| path.with_extension("").ancestors().any(|above| tests.contains(above));
    files.into_iter().filter(|path| !is_test(path)).collect()
}

/// The code of a file without its comments and without its tests, which may look wherever they like.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// The top modules that code names behind `crate::`, also in groups such as `use crate::{ids::X, time}`.
fn named(code: &str) -> Vec<String> {
    let word = |text: &str| -> String {
        text.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
    };
    let mut names = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let Some(group) = rest.strip_prefix('{') else {
            names.push(word(rest));
            continue;
        };
        let mut depth = 0_usize;
        let mut start = 0;
        for (at, letter) in group.char_indices() {
            match letter {
                '{' => depth += 1,
                '}' | ',' if depth == 0 => {
                    names.push(word(&group[start..at]));
                    start = at + 1;
                    if letter == '}' {
                        break;
                    }
                }
                '}' => depth -= 1,
                _ => {}
            }
        }
    }
    names.retain(|name| name.starts_with(char::is_lowercase));
    names
}

/// The top module that a file of the core belongs to.
fn module_of(path: &Path, source: &Path) -> String {
    let first = path.strip_prefix(source).unwrap().components().next().unwrap();
    first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

#[test]
fn inside_the_core_no_layer_names_one_above_it() {
    let source = root().join("core/src");
    let mut upward = Vec::new();
    for path in product_files(&source) {
        let module = module_of(&path, &source);
        if module == "lib" || module == "main" {
            continue;
        }
        let own = layer(&module).unwrap_or_else(|| panic!("{module} has no place in the table of layers"));
        for name in named(&code(&path)) {
            let other = layer(&name).unwrap_or_else(|| panic!("{name} has no place in the table of layers"));
            if other > own {
                upward.push(format!("{} names {name}", path.display()));
            }
        }
    }
    assert!(upward.is_empty(), "{upward:#?}");
}

#[test]
fn the_core_knows_no_window_no_clock_and_no_environment() {
    let source = root().join("core/src");
    let outside =
        ["tauri", "gtk", "Utc::now", "Local::now", "SystemTime::now", "env::var", "env::args", "thread_rng"];
    let mut found = BTreeMap::new();
    for path in product_files(&source) {
        let module = module_of(&path, &source);
        // The command line is a user of the core: it brings the clock and the words typed. The lock tells the next
        // program which machine holds a workspace.
        if module == "main" || module == "cli" || path.ends_with("workspace/lock.rs") {
            continue;
        }
        let code = code(&path);
        for word in outside.iter().filter(|word| code.contains(**word)) {
            found.insert(path.clone(), *word);
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_shell_holds_no_sql() {
    let mut found = Vec::new();
    for path in files(&root().join("src-tauri/src"), ".rs") {
        let code = code(&path);
        if ["rusqlite", "SELECT ", "INSERT INTO", "UPDATE "].iter().any(|word| code.contains(word)) {
            found.push(path);
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_rust_file_says_first_what_it_is_for() {
    let silent: Vec<PathBuf> = ["core/src", "src-tauri/src", "tests/src", "tests/tests", "xtask/src"]
        .iter()
        .flat_map(|folder| files(&root().join(folder), ".rs"))
        .filter(|path| !fs::read_to_string(path).unwrap().starts_with("//! "))
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn names_behind_a_crate_path_are_found_alone_and_in_groups() {
    let code =
        "use crate::{ids::{A, B}, time, log::Event};\nfn x() -> crate::domain::Command { crate::Version }";
    assert_eq!(named(code), ["ids", "time", "log", "domain"]);
}
