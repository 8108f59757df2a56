//! The commands of the README. They need Rust and Node, and bring everything else themselves.

mod bench;
mod bundle;
mod icons;
mod run;
mod shell;
mod suites;
mod system;
mod test;
mod tools;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask run       installs what is missing, builds, and opens the window   [--release] [-- switches of the program]
cargo xtask test      installs what is missing and runs every suite            [suite …] runs those only
cargo xtask bench     runs the benchmarks and prints one table                 [bench …] [--peers]
cargo xtask bundle    makes the .deb and the AppImage as far as this machine allows
cargo xtask icons     draws the sizes of the icon anew from icons/*.svg";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = words.split_first().map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    let done = match command {
        "run" => run::run(rest),
        "test" => test::run(rest),
        "bench" => bench::run(rest),
        "bundle" => bundle::run(),
        "icons" => icons::draw(),
        _ => {
            eprintln!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\nxtask {command}: {why}");
            ExitCode::FAILURE
        }
    }
}
