//! The power fails at every moment, on disks of every kind: what was acknowledged is there and the chain holds. Two controls
//! show that the test can tell: without EXTRA's care, and on a disk that lies, events are lost. `LOTSE_POWER_IMAGES` says
//! after how many images it is enough (30,000 for a release).
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use lotse::log;
use lotse::workspace::{Key, Workspace};
use lotse_tests::power::{Belief, Disk, HONEST, Image};
use lotse_tests::recorder::{self, Deed};
use lotse_tests::scribe::{self, Dice};

const EVENTS: u64 = 60;

/// The life of a workspace: created, written into, its changes taken in now and then, closed, opened again, written into.
struct Life {
    file: PathBuf,
    key: Option<Key>,
    /// What lies there before the first event: creating is not what is tried here.
    born: Image,
    deeds: Vec<Deed>,
}

fn live(file: &Path, key: Option<Key>, before: &str) -> Life {
    drop(Workspace::create(file, key.as_ref(), scribe::now()).unwrap());
    let born = Image::from([(file.to_owned(), fs::read(file).unwrap())]);
    recorder::take();
    for half in [1..=EVENTS / 2, EVENTS / 2 + 1..=EVENTS] {
        let workspace = Workspace::open(file, key.as_ref(), scribe::now()).unwrap();
        workspace.writer().execute_batch(before).unwrap();
        for n in half {
            scribe::write(&workspace, n).unwrap();
            recorder::acknowledge(n);
            if n.is_multiple_of(17) {
                workspace.take_in_changes().unwrap();
            }
        }
    }
    Life { file: file.to_owned(), key, born, deeds: recorder::take() }
}

/// How many events lie in an image, when it opens and its chain holds.
fn survivors(life: &Life, image: &Image, folder: &Path) -> Option<u64> {
    fs::remove_dir_all(folder).ok();
    fs::create_dir_all(folder).unwrap();
    let name = life.file.file_name().unwrap().to_str().unwrap();
    for (path, bytes) in image {
        let ending = path.file_name().unwrap().to_str().unwrap().strip_prefix(name).unwrap();
        fs::write(folder.join(format!("{name}{ending}")), bytes).unwrap();
    }
    let workspace = Workspace::open(&folder.join(name), life.key.as_ref(), scribe::now()).ok()?;
    let reader = workspace.reader().ok()?;
    let report = log::verify(&reader, &mut |_, _| ControlFlow::Continue(())).ok()?;
    report.misfit.is_none().then_some(report.events)
}

/// Tries images until there were `enough`; answers how many were tried and in how many something was lost.
fn lost(life: &Life, beliefs: &[Belief], enough: u64) -> (u64, u64) {
    let folder = life.file.with_extension("after");
    let (mut tried, mut lost) = (0, 0);
    let moments = life.deeds.len() as u64;
    let step = (moments * beliefs.len() as u64).div_ceil(enough).max(1);
    let rounds = enough.div_ceil(moments * beliefs.len() as u64).max(1);
    for round in 1..=rounds {
        let mut dice = Dice(0x5eed * round);
        for belief in beliefs {
            let mut disk = Disk::holding(life.born.clone());
            for (moment, deed) in life.deeds.iter().enumerate() {
                disk.feed(deed, *belief);
                // Before the first acknowledgement there is nothing to lose.
                if moment as u64 % step != round % step || disk.acknowledged == 0 {
                    continue;
                }
                tried += 1;
                let found = survivors(life, &disk.image(*belief, &mut dice), &folder);
                if found.is_none_or(|events| events < disk.acknowledged) {
                    lost += 1;
                }
            }
        }
    }
    (tried, lost)
}

#[test]
fn nothing_that_was_acknowledged_is_lost_when_the_power_fails() {
    recorder::install();
    let folder = tempfile::tempdir().unwrap();
    let enough = scribe::times("LOTSE_POWER_IMAGES", 600) / 2;
    for (name, key) in [("plain", None), ("encrypted", Some(Key::random().unwrap()))] {
        let life = live(&folder.path().join(format!("{name}.lotse")), key, "");
        let (tried, gone) = lost(&life, &HONEST, enough);
        println!("{name}: {} deeds, {tried} images, {gone} with a loss", life.deeds.len());
        assert!(tried > enough / 2, "{tried} images");
        assert_eq!(gone, 0, "of {tried}, {name}");
    }

    let life = live(&folder.path().join("lying.lotse"), None, "");
    let (tried, gone) = lost(&life, &[Belief::Lying], 60);
    println!("control, a disk that lies: {tried} images, {gone} with a loss");
    assert!(gone > 0);

    let life = live(&folder.path().join("careless.lotse"), None, "PRAGMA synchronous = NORMAL");
    let (tried, gone) = lost(&life, &[Belief::NoneThere], 60);
    println!("control, synchronous = NORMAL: {tried} images, {gone} with a loss");
    assert!(gone > 0);
}
