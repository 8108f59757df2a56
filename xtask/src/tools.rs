//! Programs that the suites need beside the system's packages: npm's, and cargo's own.

use std::time::SystemTime;

use crate::shell::{self, Done};

/// Programs that cargo installs from source: the name of the program, of the crate, and the versions that fit.
const CARGO_TOOLS: [(&str, &str, &str); 3] = [
    ("cargo-nextest", "cargo-nextest", "^0.9"),
    ("tauri-driver", "tauri-driver", "^2"),
    ("cargo-deny", "cargo-deny", "*"),
];

/// Brings a cargo tool if it is not there.
pub fn cargo_tool(program: &str) -> Done {
    let in_home = std::env::home_dir().is_some_and(|home| home.join(".cargo/bin").join(program).is_file());
    if shell::there(program) || in_home {
        return Ok(());
    }
    let Some((_, name, version)) = CARGO_TOOLS.iter().find(|(tool, _, _)| *tool == program) else {
        return Err(format!("{program} is no tool that xtask knows"));
    };
    println!("{program} is missing and will be built from source (once).");
    let versions = ["--version", version];
    let words = ["install", "--locked", "--quiet", name].into_iter().chain(versions);
    shell::run("", "cargo", words)
}

/// Brings the packages of the page as its lock file names them; nothing to do when they are there already.
pub fn page_packages() -> Done {
    let changed = |file: &str| shell::root().join(file).metadata().and_then(|about| about.modified());
    let lock = changed("ui/package-lock.json").map_err(|error| format!("ui/package-lock.json: {error}"))?;
    let brought = changed("ui/node_modules/.package-lock.json").unwrap_or(SystemTime::UNIX_EPOCH);
    if brought >= lock {
        return Ok(());
    }
    shell::run("ui", "npm", ["ci", "--no-audit", "--no-fund"])
}

/// Builds the page.
pub fn page() -> Done {
    page_packages()?;
    shell::run("ui", "npm", ["run", "--silent", "build"])
}
