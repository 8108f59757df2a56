//! The disk is full, at every write: the fault has a name of its own, nothing is half written, everything stays readable,
//! and writing goes on as soon as there is room.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::ops::ControlFlow;

use lotse::log::{self, LogError};
use lotse::workspace::Workspace;
use lotse_tests::{recorder, scribe};

fn events(workspace: &Workspace) -> u64 {
    let report = log::verify(&workspace.reader().unwrap(), &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(report.misfit, None);
    report.events
}

#[test]
fn a_full_disk_is_named_and_nothing_is_half_written() {
    recorder::install();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Probe.lotse");
    let workspace = Workspace::create(&file, None, scribe::now()).unwrap();
    let mut written = 0;
    let mut refusals = 0;
    // Event 50 brings evidence and fills many pages: the disk is full once at each of its writes.
    for room in 0..60 {
        recorder::fill_after(Some(room));
        while written < 100 {
            match scribe::write(&workspace, written + 1) {
                Ok(stored) => {
                    written += 1;
                    assert_eq!(stored.seq, written);
                }
                Err(LogError::DiskFull) => {
                    refusals += 1;
                    break;
                }
                Err(other) => panic!("a full disk was called {other}"),
            }
        }
        assert_eq!(events(&workspace), written, "with room for {room} writes");
        recorder::fill_after(None);
    }
    assert!(refusals > 20, "{refusals} refusals");
    scribe::write(&workspace, written + 1).unwrap();
    drop(workspace);
    assert_eq!(events(&Workspace::open(&file, None, scribe::now()).unwrap()), written + 1);
}
