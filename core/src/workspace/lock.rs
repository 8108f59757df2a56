//! One program at a time: a lock file beside the workspace, and a note that says who holds it. The operating system gives
//! the lock back when a program dies, so what a crash leaves behind hinders nobody. Knows nothing inside the workspace.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::beside;
use super::fault::OpenFault;
use crate::time::Instant;

/// The lock on one workspace; given back when dropped.
#[derive(Debug)]
pub struct Lock {
    // Held open: the lock lives as long as this file.
    _file: File,
    lock: PathBuf,
    note: PathBuf,
}

/// Who holds a workspace.
#[derive(Debug, Serialize, Deserialize)]
struct Note {
    program: String,
    host: String,
    pid: u32,
    since: Instant,
}

impl Lock {
    /// Takes the lock on the workspace at `path`.
    ///
    /// # Errors
    /// `HeldBy` when another program has it, `System` when the folder takes no lock.
    pub fn take(path: &Path, now: Instant) -> Result<Self, OpenFault> {
        let lock = beside(path, "-lock");
        let note = beside(path, "-holder");
        let system = |error| OpenFault::system(path, &error);
        loop {
            let file =
                OpenOptions::new().create(true).truncate(false).write(true).open(&lock).map_err(system)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(held(&note)),
                Err(TryLockError::Error(error)) => return Err(system(error)),
            }
            // Whoever held it before may have taken the file away between our opening and our locking it.
            if same_file(&file, &lock) {
                let text = serde_json::to_string(&Note::own(now)).unwrap_or_default();
                std::fs::write(&note, text).map_err(system)?;
                return Ok(Self { _file: file, lock, note });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Both may stay behind without harm; the next program takes them over.
        std::fs::remove_file(&self.note).ok();
        std::fs::remove_file(&self.lock).ok();
    }
}

impl Note {
    fn own(since: Instant) -> Self {
        let program = std::env::current_exe().ok();
        let program =
            program.as_deref().and_then(Path::file_stem).map(|name| name.to_string_lossy().into_owned());
        Self { program: program.unwrap_or_default(), host: host(), pid: std::process::id(), since }
    }
}

fn held(note: &Path) -> OpenFault {
    let note = std::fs::read(note).ok().and_then(|text| serde_json::from_slice::<Note>(&text).ok());
    match note {
        Some(Note { program, host, pid, since }) => {
            OpenFault::HeldBy { program, host, pid, since: Some(since) }
        }
        None => OpenFault::HeldBy { program: String::new(), host: String::new(), pid: 0, since: None },
    }
}

#[cfg(unix)]
fn host() -> String {
    rustix::system::uname().nodename().to_string_lossy().into_owned()
}

/// The program `hostname` is there on every other system.
#[cfg(not(unix))]
fn host() -> String {
    let said = std::process::Command::new("hostname").output();
    said.map(|said| String::from_utf8_lossy(&said.stdout).trim().to_owned()).unwrap_or_default()
}

#[cfg(unix)]
fn same_file(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |data: std::fs::Metadata| (data.dev(), data.ino());
    match (file.metadata(), path.metadata()) {
        (Ok(held), Ok(there)) => place(held) == place(there),
        (Ok(_) | Err(_), _) => false,
    }
}

/// Elsewhere an open file cannot be taken away.
#[cfg(not(unix))]
fn same_file(_: &File, _: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_hears_who_the_first_is_and_gets_the_lock_when_the_first_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Probe.lotse");
        let now: Instant = "2026-05-01T08:00:00Z".parse().unwrap();
        let first = Lock::take(&path, now).unwrap();
        let Err(OpenFault::HeldBy { program, host, pid, since }) = Lock::take(&path, now) else {
            panic!("two programs hold one workspace")
        };
        assert_eq!((pid, since), (std::process::id(), Some(now)));
        assert!(program.starts_with("lotse"), "{program}");
        assert!(!host.is_empty());
        drop(first);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        drop(Lock::take(&path, now).unwrap());
    }
}
