//! Starting other programs in the clone. Knows no suite and no package.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a command of ours did not come to its end, as a sentence.
pub type Done<T = ()> = Result<T, String>;

/// The root of the clone.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_owned()
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
