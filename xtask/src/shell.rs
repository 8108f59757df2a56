//! Starting other programs in the clone. Knows no suite and no package.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The crates of the clone but this one, which cargo just built and runs.
const OURS: [&str; 3] = ["lotse", "lotse-desktop", "lotse-tests"];

/// Why a command of ours did not come to its end, as a sentence.
pub type Done<T = ()> = Result<T, String>;

/// The root of the clone that cargo runs this in, which need not be the one that this program was built in: clones share
/// one cache.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&here).parent().unwrap_or(Path::new(".")).to_owned()
}

/// Forgets what another clone built of our own crates in the cache. Cargo compares times, and would take a newer build of
/// that clone's sources for one of ours.
pub fn own_the_cache() -> Done {
    let (note, root) = (target().join("clone"), root());
    if std::fs::read(&note).is_ok_and(|known| known == root.as_os_str().as_encoded_bytes()) {
        return Ok(());
    }
    for profile in ["dev", "release"] {
        let crates = OURS.iter().flat_map(|name| ["--package", name]);
        run("", "cargo", ["clean", "--quiet", "--profile", profile].into_iter().chain(crates))?;
    }
    let noted = std::fs::create_dir_all(target())
        .and_then(|()| std::fs::write(&note, root.as_os_str().as_encoded_bytes()));
    noted.map_err(|error| format!("{}: {error}", note.display()))
}

/// Where cargo builds: in the user's cache, not in the clone, unless the environment says otherwise.
pub fn target() -> PathBuf {
    if let Some(target) = std::env::var_os("CARGO_TARGET_DIR") {
        return target.into();
    }
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let cache = cache.or_else(|| Some(std::env::home_dir()?.join(".cache")));
    cache.map_or_else(|| root().join("target"), |cache| cache.join("lotse/target"))
}

/// A program started in a folder of the clone (`""` is its root).
pub fn command(folder: &str, program: &str) -> Command {
    let program = if cfg!(windows) && program == "npm" { "npm.cmd" } else { program };
    let mut command = Command::new(program);
    command
        .current_dir(root().join(folder))
        .env("CARGO_TARGET_DIR", target())
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .stdin(Stdio::null());
    command
}

/// Runs a program to its end; its output goes where ours goes.
pub fn run<S: AsRef<OsStr>>(folder: &str, program: &str, words: impl IntoIterator<Item = S>) -> Done {
    finish(command(folder, program).args(words), program)
}

/// Runs a prepared program to its end.
pub fn finish(command: &mut Command, program: &str) -> Done {
    let status = command.status().map_err(|error| format!("{program} did not start: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{program} ended with {status}")) }
}

/// What a program prints, when it ends well.
pub fn output(program: &str, words: &[&str]) -> Option<String> {
    let output = command("", program).args(words).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of that name can be started.
pub fn there(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path).any(|folder| {
            let file = folder.join(program);
            file.is_file()
                || (cfg!(windows) && ["exe", "cmd"].iter().any(|end| file.with_extension(end).is_file()))
        })
    })
}
