//! What lies on a disk after the power failed: out of the deeds that a recorder noted, under several beliefs about what a
//! disk does with bytes that nobody had asked to be safe.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::recorder::Deed;
use crate::scribe::Dice;

/// What a disk does with deeds that no sync had covered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belief {
    /// All of them are there.
    AllThere,
    /// None of them is there.
    NoneThere,
    /// Each is there or not.
    Some,
    /// Each is there or not, and of each only some sectors of 512 bytes.
    Torn,
    /// As `Torn`, and a sector that is not there holds rubbish.
    Rubbish,
    /// The disk says that it synced and did not: none is there, whatever was asked.
    Lying,
}

/// Every belief that an honest disk may be held for.
pub const HONEST: [Belief; 5] =
    [Belief::AllThere, Belief::NoneThere, Belief::Some, Belief::Torn, Belief::Rubbish];

/// Files and their bytes.
pub type Image = BTreeMap<PathBuf, Vec<u8>>;

const SECTOR: usize = 512;

/// What is safe, and what is on its way; fed with one deed after the other.
#[derive(Debug, Clone, Default)]
pub struct Disk {
    safe: Image,
    under_way: Vec<Deed>,
    /// So many events were acknowledged up to here.
    pub acknowledged: u64,
}

impl Disk {
    /// A disk on which these files lie safe.
    pub fn holding(safe: Image) -> Self {
        Self { safe, ..Self::default() }
    }

    /// One more deed. A sync makes safe what was done to its file, and that the file is there.
    pub fn feed(&mut self, deed: &Deed, belief: Belief) {
        match deed {
            Deed::Acknowledged(events) => self.acknowledged = *events,
            Deed::Sync(path) if belief != Belief::Lying => {
                let (now, later) =
                    std::mem::take(&mut self.under_way).into_iter().partition(|deed| concerns(deed, path));
                self.under_way = later;
                let now: Vec<Deed> = now;
                now.iter().for_each(|deed| apply(&mut self.safe, deed));
            }
            Deed::Sync(_) => {}
            Deed::Write(..) | Deed::Cut(..) | Deed::Remove(_) => self.under_way.push(deed.clone()),
        }
    }

    /// What lies there if the power fails now.
    pub fn image(&self, belief: Belief, dice: &mut Dice) -> Image {
        let mut image = self.safe.clone();
        for deed in &self.under_way {
            match belief {
                Belief::AllThere => apply(&mut image, deed),
                Belief::NoneThere | Belief::Lying => {}
                Belief::Some => {
                    if dice.below(2) == 0 {
                        apply(&mut image, deed);
                    }
                }
                Belief::Torn | Belief::Rubbish => torn(&mut image, deed, belief == Belief::Rubbish, dice),
            }
        }
        image
    }
}

fn concerns(deed: &Deed, path: &PathBuf) -> bool {
    match deed {
        Deed::Write(of, ..) | Deed::Cut(of, _) | Deed::Remove(of) | Deed::Sync(of) => of == path,
        Deed::Acknowledged(_) => false,
    }
}

fn apply(image: &mut Image, deed: &Deed) {
    match deed {
        Deed::Write(path, place, bytes) => put(image.entry(path.clone()).or_default(), *place, bytes),
        Deed::Cut(path, length) => {
            let length = usize::try_from(*length).unwrap_or(usize::MAX);
            image.entry(path.clone()).or_default().resize(length, 0);
        }
        Deed::Remove(path) => {
            image.remove(path);
        }
        Deed::Sync(_) | Deed::Acknowledged(_) => {}
    }
}

fn put(file: &mut Vec<u8>, place: u64, bytes: &[u8]) {
    let start = usize::try_from(place).unwrap_or(usize::MAX);
    let end = start.saturating_add(bytes.len());
    if file.len() < end {
        file.resize(end, 0);
    }
    if let Some(room) = file.get_mut(start..end) {
        room.copy_from_slice(bytes);
    }
}

fn torn(image: &mut Image, deed: &Deed, rubbish: bool, dice: &mut Dice) {
    if dice.below(4) == 0 {
        return;
    }
    let Deed::Write(path, place, bytes) = deed else { return apply(image, deed) };
    for (at, sector) in (*place..).step_by(SECTOR).zip(bytes.chunks(SECTOR)) {
        if dice.below(4) > 0 {
            put(image.entry(path.clone()).or_default(), at, sector);
        } else if rubbish {
            let byte = u8::try_from(dice.below(256)).unwrap_or(0xa5);
            put(image.entry(path.clone()).or_default(), at, &vec![byte; sector.len()]);
        }
    }
}
