//! `cargo xtask run`: from a fresh machine to the open window.

use std::process::Stdio;

use crate::shell::{self, Done};
use crate::system::{self, Purpose};
use crate::tools;

/// Brings what is missing, builds, and opens the window. Words after `--` go to the program.
pub fn run(words: &[String]) -> Done {
    let (ours, theirs) = words.iter().position(|word| word == "--").map_or((words, &[][..]), |at| {
        let (ours, theirs) = words.split_at(at);
        (ours, &theirs[1..])
    });
    system::provide(Purpose::Run)?;
    tools::page()?;
    let mut build = vec!["build", "--package", "lotse-desktop"];
    build.extend(ours.iter().map(String::as_str));
    shell::run("", "cargo", build)?;
    let profile = if ours.iter().any(|word| word == "--release") { "release" } else { "debug" };
    let program =
        shell::target().join(profile).join(format!("lotse-desktop{}", std::env::consts::EXE_SUFFIX));
    println!("Opening the window: {}", program.display());
    let mut command = shell::command("", &program.to_string_lossy());
    shell::finish(command.args(theirs).stdin(Stdio::inherit()), "lotse-desktop")
}
