//! The suites: each is one command with its own word on how it ended. Knows no order among them.

use std::process::Command;

use crate::shell::{self, Done};
use crate::tools;

/// How many checks of a suite passed and failed; a suite that is one check counts as one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Held.
    pub passed: usize,
    /// Did not hold.
    pub failed: usize,
}

/// A suite by the name that `cargo xtask test NAME` takes.
pub struct Suite {
    /// Its name.
    pub name: &'static str,
    /// Runs it to its end and counts.
    pub run: fn() -> Count,
}

/// All suites in the order in which a fault is cheapest to see.
pub const SUITES: [Suite; 8] = [
    Suite { name: "page", run: || one(tools::page()) },
    Suite { name: "format", run: || one(shell::run("", "cargo", ["fmt", "--all", "--check"])) },
    Suite { name: "lints", run: || one(lints()) },
    Suite { name: "rust", run: || one(rust()) },
    Suite { name: "types", run: || one(page_script("check")) },
    Suite { name: "eslint", run: || one(page_script("lint")) },
    Suite { name: "components", run: components },
    Suite { name: "licences", run: || one(licences()) },
];

/// One check, and its reason when it did not hold.
fn one(done: Done) -> Count {
    match done {
        Ok(()) => Count { passed: 1, failed: 0 },
        Err(why) => {
            eprintln!("{why}");
            Count { passed: 0, failed: 1 }
        }
    }
}

/// One set of features for every step after the lints, so that nothing is compiled twice.
const EVERYTHING: [&str; 3] = ["--workspace", "--bins", "--tests"];

fn lints() -> Done {
    shell::run("", "cargo", ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

/// Every Rust test, the real window's among them; nextest prints its own closing line.
fn rust() -> Done {
    tools::cargo_tool("cargo-nextest")?;
    tools::cargo_tool("tauri-driver")?;
    shell::run("", "cargo", ["build"].into_iter().chain(EVERYTHING))?;
    let words =
        ["nextest", "run", "--no-fail-fast", "--status-level", "slow", "--final-status-level", "flaky"];
    shell::finish(
        with_cargo_home(shell::command("", "cargo").args(words.into_iter().chain(EVERYTHING))),
        "nextest",
    )
}

/// What cargo installs may lie outside the path of this process.
fn with_cargo_home(command: &mut Command) -> &mut Command {
    let bin = std::env::home_dir().map(|home| home.join(".cargo/bin"));
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let joined = std::env::join_paths(std::env::split_paths(&paths).chain(bin));
    match joined {
        Ok(path) => command.env("PATH", path),
        Err(_) => command,
    }
}

fn page_script(script: &str) -> Done {
    tools::page_packages()?;
    shell::run("ui", "npm", ["run", "--silent", script])
}

/// The tests of the components; vitest counts them into a file.
fn components() -> Count {
    let counted = shell::target().join("vitest.json");
    let output = format!("--outputFile.json={}", counted.display());
    let _ = std::fs::remove_file(&counted); // One that is not there is removed already.
    let words = ["run", "--silent", "test", "--", "--reporter=default", "--reporter=json", &output];
    let done = tools::page_packages().and_then(|()| shell::run("ui", "npm", words));
    let report = std::fs::read_to_string(&counted).unwrap_or_default();
    let count =
        Count { passed: number(&report, "numPassedTests"), failed: number(&report, "numFailedTests") };
    match done {
        Ok(()) if count.passed > 0 => count,
        Ok(()) => one(Err("vitest ran no test".into())),
        Err(why) => {
            eprintln!("{why}");
            Count { failed: count.failed.max(1), ..count }
        }
    }
}

/// The whole number behind the first mention of a key in JSON text.
fn number(json: &str, key: &str) -> usize {
    let Some((_, rest)) = json.split_once(&format!("\"{key}\":")) else { return 0 };
    let digits: String = rest.trim_start().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(0)
}

/// Licences, bans and sources of all dependencies; known faults only where their list is on this machine.
fn licences() -> Done {
    tools::cargo_tool("cargo-deny")?;
    let deny = |words: &[&str]| {
        shell::finish(with_cargo_home(shell::command("", "cargo").arg("deny").args(words)), "cargo-deny")
    };
    deny(&["--workspace", "--locked", "check", "licenses", "bans", "sources"])?;
    let list = std::env::home_dir().is_some_and(|home| home.join(".cargo/advisory-dbs").is_dir());
    if list {
        return deny(&["--workspace", "--offline", "check", "advisories"]);
    }
    println!("NOT CHECKED: known faults of dependencies; the list (RustSec) is not on this machine.");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_of_vitest_is_read_from_its_report() {
        let report = r#"{"numTotalTests":13,"numPassedTests": 12,"numFailedTests":1}"#;
        assert_eq!((number(report, "numPassedTests"), number(report, "numFailedTests")), (12, 1));
        assert_eq!(number("", "numPassedTests"), 0);
    }
}
