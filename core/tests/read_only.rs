//! What a crash left behind in a place where nobody may write: the program shows everything that it acknowledged, or says
//! why it shows nothing, and never writes. The rights of files bind no root: run as root, the program is started as nobody.
#![cfg(unix)]
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use lotse::app::{App, Entropy};
use lotse::domain::organisation::Language;
use lotse::founding::{Founding, found};
use lotse::time::{Instant, Zone};
use lotse::workspace::Workspace;
use ring::rand::{SecureRandom, SystemRandom};
use serde_json::Value;

/// Who may write nothing, on every system that has it.
const NOBODY: u32 = 65_534;

struct Random;

impl Entropy for Random {
    fn fill(&self, bytes: &mut [u8]) {
        SystemRandom::new().fill(bytes).unwrap();
    }
}

/// A folder as a crash leaves it: what was acknowledged stands in the write-ahead log alone.
struct Left {
    folder: tempfile::TempDir,
    events: u64,
}

impl Left {
    /// Nothing when this machine has no way to run a program as somebody whom rights bind.
    fn behind() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        if folder.path().metadata().unwrap().uid() == 0 && !runs(&mut as_nobody(Path::new("true"))) {
            println!("skipped: run as root, and there is no setpriv to run a program as somebody else");
            return None;
        }
        let (at_work, left) = (folder.path().join("work"), folder.path().join("left"));
        fs::create_dir(&at_work).unwrap();
        fs::create_dir(&left).unwrap();
        fs::copy(env!("CARGO_BIN_EXE_lotse"), folder.path().join("lotse")).unwrap();
        let now: Instant = "2026-05-01T08:00:00Z".parse().unwrap();
        let workspace = Workspace::create(&at_work.join("P.lotse"), None, now).unwrap();
        let app = App::new(workspace, Box::new(Random)).unwrap();
        app.workspace().take_in_changes().unwrap();
        let (organisation, person) = ("Loftware Cloud".to_owned(), "Anna Berg".to_owned());
        let founding = Founding { organisation, language: Language::De, zone: Zone::UTC, person };
        found(&app, &founding, &Random, now).unwrap();
        let events = lotse::log::head(&app.workspace().reader().unwrap()).unwrap().unwrap().seq;
        for entry in fs::read_dir(&at_work).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), left.join(entry.file_name())).unwrap();
        }
        // Who may look: everybody into the folders above, the program itself.
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
        Some(Self { folder, events })
    }

    fn place(&self) -> PathBuf {
        self.folder.path().join("left")
    }

    fn file(&self, ending: &str) -> PathBuf {
        self.place().join(format!("P.lotse{ending}"))
    }

    fn without(&self, endings: &[&str]) {
        for ending in endings {
            fs::remove_file(self.file(ending)).unwrap();
        }
    }

    /// The folder belongs to whoever runs the program.
    fn given_to_who_runs(&self) {
        if self.folder.path().metadata().unwrap().uid() == 0 {
            chown(self.place(), Some(NOBODY), Some(NOBODY)).unwrap();
            for name in self.bytes().keys() {
                chown(self.place().join(name), Some(NOBODY), Some(NOBODY)).unwrap();
            }
        }
    }

    fn rights(&self, path: &Path, mode: u32) {
        fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    }

    fn bytes(&self) -> BTreeMap<String, Vec<u8>> {
        let entries = fs::read_dir(self.place()).unwrap().map(Result::unwrap);
        entries
            .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
            .collect()
    }

    /// What the program answers to a command, as somebody whom rights bind.
    fn told(&self, command: &str) -> Value {
        let program = self.folder.path().join("lotse");
        let root = self.folder.path().metadata().unwrap().uid() == 0;
        let mut run = if root { as_nobody(&program) } else { Command::new(&program) };
        run.args([command, self.file("").to_str().unwrap(), "--json"]).stdin(Stdio::null());
        let output = run.output().unwrap();
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{command}: {output:?}"))
    }

    /// How many events the program finds and shows, all of which fit.
    fn shown(&self) -> u64 {
        let proof = self.told("verify");
        assert_eq!(proof["fits"], true, "{proof}");
        proof["events"].as_u64().unwrap()
    }
}

impl Drop for Left {
    fn drop(&mut self) {
        // A folder that cannot be written cannot be emptied either.
        fs::set_permissions(self.place(), Permissions::from_mode(0o755)).ok();
    }
}

fn as_nobody(program: &Path) -> Command {
    let mut command = Command::new("setpriv");
    let nobody = NOBODY.to_string();
    command.args(["--reuid", &nobody, "--regid", &nobody, "--clear-groups", "--inh-caps=-all"]).arg(program);
    command
}

fn runs(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

#[test]
fn a_folder_where_nobody_may_write_shows_what_only_the_write_ahead_log_holds() {
    let Some(left) = Left::behind() else { return };
    left.rights(&left.place(), 0o555);
    let before = left.bytes();
    assert_eq!(left.shown(), left.events);
    assert_eq!(left.bytes(), before);
}

#[test]
fn a_write_ahead_log_that_cannot_be_read_is_a_reason_and_never_an_older_state() {
    let Some(left) = Left::behind() else { return };
    left.without(&["-shm"]);
    left.rights(&left.place(), 0o555);
    let before = left.bytes();
    for command in ["verify", "do"] {
        assert_eq!(left.told(command)["fault"]["code"], "pendingChanges", "{command}");
    }
    assert_eq!(left.bytes(), before);
}

#[test]
fn a_lock_that_a_crash_left_behind_keeps_nobody_from_reading() {
    let Some(left) = Left::behind() else { return };
    let workspace = Workspace::open(&left.file(""), None, "2026-05-01T09:00:00Z".parse().unwrap()).unwrap();
    drop(workspace);
    fs::write(left.file("-lock"), "").unwrap();
    left.rights(&left.place(), 0o555);
    let before = left.bytes();
    assert_eq!(left.shown(), left.events);
    assert_eq!(left.bytes(), before);
}

#[test]
fn a_file_that_was_only_read_for_a_while_can_be_written_again() {
    let Some(left) = Left::behind() else { return };
    left.without(&["-shm"]);
    left.given_to_who_runs();
    left.rights(&left.file(""), 0o444);
    let (file, log) = (fs::read(left.file("")).unwrap(), fs::read(left.file("-wal")).unwrap());
    assert_eq!(left.shown(), left.events);
    assert_eq!((fs::read(left.file("")).unwrap(), fs::read(left.file("-wal")).unwrap()), (file, log));
    left.rights(&left.file(""), 0o644);
    assert_eq!(left.told("rebuild")["events"], left.events);
    assert_eq!(left.shown(), left.events);
}
