//! Files that are no workspace, or were one: each is refused with a fault that has a name, and not a byte of it is touched.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::fs;
use std::path::Path;

use lotse::workspace::{Key, OpenFault, Workspace};
use lotse_tests::scribe::{self, Dice};

/// Opens `bytes` as a workspace, and answers how that was refused.
fn refusal(file: &Path, bytes: &[u8], key: Option<&Key>) -> OpenFault {
    fs::write(file, bytes).unwrap();
    let fault = Workspace::open(file, key, scribe::now()).expect_err("opened");
    assert!(fs::read(file).unwrap() == bytes, "written to: {fault}");
    let beside = fs::read_dir(file.parent().unwrap()).unwrap().count();
    assert_eq!(beside, 1, "something was left beside the file: {fault}");
    fault
}

fn sound(file: &Path, key: Option<&Key>) -> Vec<u8> {
    let workspace = Workspace::create(file, key, scribe::now()).unwrap();
    (1..=60).for_each(|n| drop(scribe::write(&workspace, n).unwrap()));
    drop(workspace);
    fs::read(file).unwrap()
}

#[test]
fn a_workspace_that_lost_its_end_is_called_truncated_wherever_it_was_cut() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Probe.lotse");
    let bytes = sound(&file, None);
    for length in (0..bytes.len()).step_by(1024) {
        let fault = refusal(&file, &bytes[..length], None);
        let named = if let OpenFault::Truncated { expected, found, .. } = fault {
            (expected, found) == (bytes.len() as u64, length as u64)
        } else {
            length == 0 && matches!(fault, OpenFault::NotAWorkspace { .. })
        };
        assert!(named, "cut to {length}");
    }
}

#[test]
fn an_encrypted_workspace_that_lost_its_end_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Probe.lotse");
    let key = Key::random().unwrap();
    let bytes = sound(&file, Some(&key));
    for length in (1024..bytes.len()).step_by(1024) {
        let fault = refusal(&file, &bytes[..length], Some(&key));
        let named = matches!(fault, OpenFault::Truncated { .. }) || length % 4096 == 0;
        assert!(
            named && matches!(fault, OpenFault::Truncated { .. } | OpenFault::Damaged { .. }),
            "{length}: {fault}"
        );
    }
}

#[test]
fn rubbish_is_refused_whatever_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Probe.lotse");
    let whole = sound(&file, None);
    let mut dice = Dice(0x5eed);
    for turn in 0..200_usize {
        let length = usize::try_from(dice.below(20_000)).unwrap();
        let mut bytes: Vec<u8> = (0..length).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
        // Every other one begins like a workspace, with a longer and longer part of a sound one.
        let sound = (turn % 2) * turn.min(length);
        bytes[..sound].copy_from_slice(&whole[..sound]);
        refusal(&file, &bytes, None);
    }
    for other in
        [&b"SQLite format 3\0"[..], b"LOTSE\x01", b"{\"a\": 1}", b"PK\x03\x04", b"\xef\xbb\xbf", b"\0"]
    {
        refusal(&file, other, None);
    }
}

#[test]
fn another_programs_database_is_no_workspace() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Probe.lotse");
    let conn = rusqlite::Connection::open(&file).unwrap();
    conn.execute_batch("CREATE TABLE event(a); INSERT INTO event VALUES(1)").unwrap();
    drop(conn);
    let bytes = fs::read(&file).unwrap();
    assert!(matches!(refusal(&file, &bytes, None), OpenFault::NotAWorkspace { .. }));
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    let folder = Workspace::open(&file, None, scribe::now()).unwrap_err();
    assert!(matches!(folder, OpenFault::NotAWorkspace { .. }), "{folder}");
}
