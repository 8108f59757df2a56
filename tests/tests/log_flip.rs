//! A bit of the file flips. Either somebody notices (opening, the check of the pages and indexes, the check of the log), or
//! everything that a person can see is as it was. `LOTSE_FLIPS` says how often (500 unless told otherwise).
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use lotse::log::directory::{self, PersonRecord};
use lotse::log::{self, LogError, Stored, blob};
use lotse::workspace::damage::{self, Depth};
use lotse::workspace::{Key, Workspace};
use lotse_tests::scribe::{self, Dice};
use rusqlite::Connection;

const EVENTS: u64 = 120;

/// Everything of the log that a screen, a paper or an answer can show.
#[derive(Debug, PartialEq)]
struct Seen {
    events: Vec<Stored>,
    by_stream: Vec<Vec<Stored>>,
    by_order: Vec<Vec<Stored>>,
    persons: Vec<PersonRecord>,
    evidence: Vec<Option<Vec<u8>>>,
}

fn see(conn: &Connection) -> Result<Seen, LogError> {
    let events = log::read_after(conn, 0, usize::MAX)?;
    let first = events.iter().take(7);
    let by_stream = first.map(|event| log::read_stream(conn, event.stream)).collect::<Result<_, _>>()?;
    let by_order = events.iter().map(|event| log::read_order(conn, event.order)).collect::<Result<_, _>>()?;
    let kept = blob::all(conn)?;
    let evidence = kept.iter().map(|kept| blob::get(conn, kept.hash)).collect::<Result<_, _>>()?;
    Ok(Seen { events, by_stream, by_order, persons: directory::all(conn)?, evidence })
}

/// What came of a flip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    NotOpened,
    DamageFound,
    MisfitFound,
    NothingChanged,
    Unnoticed,
}

fn outcome(file: &Path, key: Option<&Key>, whole: &Seen) -> Outcome {
    let Ok(workspace) = Workspace::open(file, key, scribe::now()) else { return Outcome::NotOpened };
    let Ok(reader) = workspace.reader() else { return Outcome::NotOpened };
    let report = log::verify(&reader, &mut |_, _| ControlFlow::Continue(()));
    if report.is_ok_and(|report| report.misfit.is_some()) {
        return Outcome::MisfitFound;
    }
    match damage::look(&reader, Depth::Indexes) {
        Ok(damage) if damage.is_none() => {}
        Ok(_) | Err(_) => return Outcome::DamageFound,
    }
    match see(&reader) {
        Ok(seen) if seen == *whole => Outcome::NothingChanged,
        Ok(_) => Outcome::Unnoticed,
        Err(_) => Outcome::DamageFound,
    }
}

fn flipped(key: Option<&Key>, flips: u64) -> [usize; 4] {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Probe.lotse");
    let workspace = Workspace::create(&file, key, scribe::now()).unwrap();
    (1..=EVENTS).for_each(|n| drop(scribe::write(&workspace, n).unwrap()));
    let whole = see(&workspace.reader().unwrap()).unwrap();
    drop(workspace);
    let sound = fs::read(&file).unwrap();
    let mut dice = Dice(0x5eed);
    let mut outcomes = Vec::new();
    for _ in 0..flips {
        let mut bytes = sound.clone();
        let place = usize::try_from(dice.below(bytes.len() as u64)).unwrap();
        let bit = dice.below(8);
        bytes[place] ^= 1 << bit;
        fs::write(&file, &bytes).unwrap();
        let outcome = outcome(&file, key, &whole);
        assert_ne!(outcome, Outcome::Unnoticed, "bit {bit} of byte {place}");
        outcomes.push(outcome);
    }
    let of = |outcome| outcomes.iter().filter(|found| **found == outcome).count();
    [of(Outcome::NotOpened), of(Outcome::MisfitFound), of(Outcome::DamageFound), of(Outcome::NothingChanged)]
}

#[test]
fn no_flipped_bit_changes_what_a_person_sees_without_being_noticed() {
    let flips = scribe::times("LOTSE_FLIPS", 500);
    let [closed, misfit, damage, same] = flipped(None, flips);
    println!(
        "plain, {flips} flips: {closed} not opened, {misfit} misfits, {damage} damages, {same} without effect"
    );
    assert!(misfit + closed > 0);
    let key = Key::random().unwrap();
    let [closed, misfit, damage, same] = flipped(Some(&key), flips / 5);
    println!(
        "encrypted, {} flips: {closed} not opened, {misfit} misfits, {damage} damages, {same} without effect",
        flips / 5
    );
    assert_eq!(same, 0, "every page of an encrypted file is sealed");
}
