//! `cargo xtask bench`: runs the benchmarks of the core and of the window and gathers their rows into one table.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::shell::{self, Done};
use crate::system::{self, Purpose};
use crate::tools;

/// Each benchmark prints rows of this table on standard output; anything else it prints is passed through.
const HEAD: &str = "| what | measured | base | ratio | bar |\n|---|---|---|---|---|";

/// The benchmarks that start the window: they need a desk, the page and the programs.
const WINDOW: [&str; 2] = ["press", "window"];

/// Runs the benchmarks named, or all of them. `--peers` goes to each: it compares with other programs too.
pub fn run(words: &[String]) -> Done {
    let (switches, names): (Vec<&String>, Vec<&String>) =
        words.iter().partition(|word| word.starts_with("--"));
    let window = names.is_empty() || names.iter().any(|name| WINDOW.contains(&name.as_str()));
    system::provide(if window { Purpose::Test } else { Purpose::Run })?;
    if window {
        tools::page()?;
        tools::cargo_tool("tauri-driver")?;
        let programs = ["build", "--release", "--package", "lotse-desktop", "--bins", "--examples"];
        shell::run("", "cargo", programs)?;
    }
    let mut command = shell::command("", "cargo");
    command.args(["bench", "--package", "lotse", "--package", "lotse-tests"]);
    if names.is_empty() {
        command.arg("--benches");
    }
    for name in names {
        command.args(["--bench", name]);
    }
    command.arg("--").args(switches);
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| format!("cargo did not start: {error}"))?;
    let mut rows = Vec::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line.map_err(|error| format!("the benchmarks could not be read: {error}"))?;
            println!("{line}");
            if line.starts_with("| ") {
                rows.push(line);
            }
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    println!("\n{HEAD}\n{}", rows.join("\n"));
    if status.success() { Ok(()) } else { Err(format!("the benchmarks ended with {status}")) }
}
