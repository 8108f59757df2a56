//! Backups: whole copies made beside the writer, checked before they are called backups, named by time, and given up by
//! age. Knows no screen and no clock.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;
use rusqlite::Connection;
use serde::Serialize;

use super::connection::{self, Access};
use super::damage::{self, Depth};
use super::disk::Disk;
use super::fault::{BackupFault, OpenFault};
use super::header::{self, Header};
use super::key::{Key, Secret};
use crate::log::{self, ChainReport, LogError, meta};
use crate::time::{Instant, Length};

const STAMP: &str = "%Y-%m-%dT%H%M%SZ";
const ENDING: &str = ".lotse";
/// What a backup is called until it is whole.
const PART: &str = ".part";

/// A backup on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Backup {
    /// The file.
    pub path: PathBuf,
    /// When it was made, to the second.
    pub made: Instant,
    /// Its length in bytes.
    pub bytes: u64,
}

/// Where backups lie and how many are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Plan {
    /// The folder.
    pub folder: PathBuf,
    /// Of so many newest days the last backup is kept.
    pub daily: u32,
    /// Of so many newest months the last backup is kept.
    pub monthly: u32,
}

impl Plan {
    /// What holds for the workspace at `path` as long as nobody says otherwise: a folder beside it, 14 days, 12 months.
    pub fn usual(path: &Path) -> Self {
        Self { folder: super::beside(path, "-backups"), daily: 14, monthly: 12 }
    }

    /// What was set for the workspace at `path`.
    ///
    /// # Errors
    /// `Damaged`, `Database`.
    pub fn read(conn: &Connection, path: &Path) -> Result<Self, LogError> {
        let usual = Self::usual(path);
        let number = |key| -> Result<Option<u32>, LogError> {
            Ok(meta::get(conn, key)?.and_then(|text| text.parse().ok()))
        };
        Ok(Self {
            folder: meta::get(conn, "backup.folder")?.map_or(usual.folder, PathBuf::from),
            daily: number("backup.daily")?.unwrap_or(usual.daily),
            monthly: number("backup.monthly")?.unwrap_or(usual.monthly),
        })
    }

    /// Sets where backups of this workspace lie and how many are kept; at least one day.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly`, `Damaged`, `Database`.
    pub fn write(&self, conn: &Connection) -> Result<(), LogError> {
        meta::put(conn, "backup.folder", &self.folder.to_string_lossy())?;
        meta::put(conn, "backup.daily", &self.daily.max(1).to_string())?;
        meta::put(conn, "backup.monthly", &self.monthly.to_string())
    }
}

/// Makes a backup of what `source` reads, under `stem` and the time in `folder`, and checks it. It gets its name only then;
/// what is cut off before lies there as `.part` and is taken away by the next.
///
/// # Errors
/// `DoesNotOpen`, `DoesNotFit`, `Busy`, `DiskFull`, `Log`, `System`.
pub fn make(
    source: &Connection,
    secret: Option<&Secret>,
    place: &Place<'_>,
    disk: &dyn Disk,
) -> Result<Backup, BackupFault> {
    std::fs::create_dir_all(place.folder)?;
    let path = place.free()?;
    let part = super::beside(&path, PART);
    disk.remove(&part)?;
    let made = copy(source, secret, &part)
        .and_then(|()| Ok(disk.sync(&part)?))
        .and_then(|()| whole(&part, secret))
        .and_then(|_| Ok(disk.rename(&part, &path)?));
    if let Err(fault) = made {
        disk.remove(&part).ok();
        return Err(fault);
    }
    let bytes = path.metadata()?.len();
    Ok(Backup { path, made: place.now, bytes })
}

/// Under which name a backup is put.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The folder.
    pub folder: &'a Path,
    /// The workspace's name without ending.
    pub stem: &'a str,
    /// When it is made.
    pub now: Instant,
}

impl Place<'_> {
    /// A name that nothing has yet: of two backups in one second the second is named a second later.
    fn free(&self) -> Result<PathBuf, BackupFault> {
        let mut time = self.now.utc();
        loop {
            let name = format!("{} {}{ENDING}", self.stem, time.format(STAMP));
            let path = self.folder.join(name);
            if !path.try_exists()? {
                return Ok(path);
            }
            time += chrono::TimeDelta::seconds(1);
        }
    }
}

fn copy(source: &Connection, secret: Option<&Secret>, part: &Path) -> Result<(), BackupFault> {
    let mut target = connection::create(part, secret)?;
    let copy = rusqlite::backup::Backup::new(source, &mut target)?;
    // All pages in one step: one snapshot, whatever the writer does meanwhile.
    if copy.step(-1)? != rusqlite::backup::StepResult::Done {
        return Err(BackupFault::Busy);
    }
    drop(copy);
    // A backup is one file, readable where nothing may be written.
    target.execute_batch("PRAGMA journal_mode = DELETE;")?;
    target.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// Opens a backup without touching it and checks all of it: pages, chain, marks and evidence.
///
/// # Errors
/// `DoesNotOpen`, `DoesNotFit`, `Log`, `System`.
pub fn check(path: &Path, key: Option<&Key>) -> Result<ChainReport, BackupFault> {
    let secret = secret_for(header::read(path)?, key)?;
    whole(path, secret.as_ref())
}

/// The secret that opens a file with this header.
///
/// # Errors
/// `NeedsKey`, `System` when no key could be made.
pub(super) fn secret_for(header: Header, key: Option<&Key>) -> Result<Option<Secret>, OpenFault> {
    match (header, key) {
        (Header::Plain, _) => Ok(None),
        (Header::Encrypted { .. }, None) => Err(OpenFault::NeedsKey),
        (Header::Encrypted { salt }, Some(key)) => {
            key.with_salt(salt).map(Some).map_err(|error| OpenFault::System { reason: error.to_string() })
        }
    }
}

fn whole(path: &Path, secret: Option<&Secret>) -> Result<ChainReport, BackupFault> {
    header::read(path)?;
    let conn = connection::open(path, secret, Access::Frozen)?;
    let damage = damage::look(&conn, Depth::Pages)?;
    if !damage.is_none() {
        return Err(OpenFault::Damaged { pages: damage.pages, backup: None }.into());
    }
    let report = log::verify(&conn, &mut |_, _| ControlFlow::Continue(()))?;
    match report.misfit {
        Some(misfit) => Err(BackupFault::DoesNotFit(misfit)),
        None => Ok(report),
    }
}

/// The backups of the workspace named `stem` in `folder`, newest first. A folder that is not there holds none.
pub fn list(folder: &Path, stem: &str) -> Vec<Backup> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut backups: Vec<Backup> = entries
        .filter_map(|entry| {
            let made = made(entry.file_name().to_str()?, stem)?;
            Some(Backup { path: entry.path(), made, bytes: entry.metadata().ok()?.len() })
        })
        .collect();
    backups.sort_by(|a, b| (b.made, &b.path).cmp(&(a.made, &a.path)));
    backups
}

/// What backups have left behind that were broken off, such as by a power cut: files that no backup becomes any more. One
/// of the last hour may still be under way, begun by somebody who only reads the workspace.
pub fn broken_off(folder: &Path, stem: &str, now: Instant) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let is_left = |name: &str| {
        let part =
            [PART, ".part-journal", ".part-wal", ".part-shm"].iter().find_map(|end| name.strip_suffix(end));
        part.and_then(|name| made(name, stem)).is_some_and(|begun| begun.plus(Length::minutes(60)) < now)
    };
    entries
        .filter(|entry| entry.file_name().to_str().is_some_and(is_left))
        .map(|entry| entry.path())
        .collect()
}

fn made(name: &str, stem: &str) -> Option<Instant> {
    let stamp = name.strip_prefix(stem)?.strip_prefix(' ')?.strip_suffix(ENDING)?;
    Instant::from_utc(NaiveDateTime::parse_from_str(stamp, STAMP).ok()?.and_utc()).ok()
}

/// The newest backup that opens and fits. A backup that only a key could open counts as good when its length fits.
pub fn newest_good(plan: &Plan, stem: &str, key: Option<&Key>) -> Option<Backup> {
    list(&plan.folder, stem).into_iter().find(|backup| match check(&backup.path, key) {
        Ok(_) | Err(BackupFault::DoesNotOpen(OpenFault::NeedsKey)) => true,
        Err(_) => false,
    })
}

/// Those of `backups` (newest first) that `plan` gives up: neither the last of one of the newest days nor the last of one
/// of the newest months.
pub fn given_up(backups: &[Backup], plan: &Plan) -> Vec<PathBuf> {
    let days = last_of(backups, plan.daily.max(1), "%Y-%m-%d");
    let months = last_of(backups, plan.monthly, "%Y-%m");
    let kept = |backup: &&Backup| days.contains(&&backup.path) || months.contains(&&backup.path);
    backups.iter().filter(|backup| !kept(backup)).map(|backup| backup.path.clone()).collect()
}

fn last_of<'a>(backups: &'a [Backup], count: u32, span: &str) -> Vec<&'a PathBuf> {
    let mut newest = None;
    let firsts = backups.iter().filter(move |backup| {
        let this = Some(backup.made.utc().format(span).to_string());
        let new = newest != this;
        newest = this;
        new
    });
    firsts.take(count as usize).map(|backup| &backup.path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn backup(made: &str) -> Backup {
        Backup { path: made.into(), made: made.parse().unwrap(), bytes: 1 }
    }

    #[test]
    fn what_a_broken_off_backup_left_behind_is_found_once_it_cannot_be_under_way_any_more() {
        let folder = tempfile::tempdir().unwrap();
        let left = ["Cloud 2026-05-01T080000Z.lotse.part", "Cloud 2026-05-01T080000Z.lotse.part-journal"];
        let others = [
            "Cloud 2026-05-01T080000Z.lotse",
            "Cloud 2026-05-02T080000Z.lotse.part",
            "Other 2026-05-01T080000Z.lotse.part",
            "Cloud notes.part",
        ];
        for name in left.iter().chain(&others) {
            std::fs::write(folder.path().join(name), b"half").unwrap();
        }
        let mut found = broken_off(folder.path(), "Cloud", "2026-05-02T08:30:00Z".parse().unwrap());
        found.sort();
        assert_eq!(found, left.map(|name| folder.path().join(name)));
    }

    #[test]
    fn the_last_of_fourteen_days_and_of_twelve_months_are_kept() {
        let mut backups = Vec::new();
        for month in (1..=12).rev() {
            for day in (1..=28).rev() {
                for hour in ["18", "06"] {
                    backups.push(backup(&format!("2025-{month:02}-{day:02}T{hour}:00:00Z")));
                }
            }
        }
        backups.push(backup("2024-12-28T18:00:00Z"));
        let plan = Plan { folder: PathBuf::new(), daily: 14, monthly: 12 };
        let gone = given_up(&backups, &plan);
        let kept: Vec<String> = backups
            .iter()
            .filter(|backup| !gone.contains(&backup.path))
            .map(|backup| backup.made.to_string())
            .collect();
        assert_eq!(kept.len(), 14 + 11);
        assert_eq!(kept[..2], ["2025-12-28T18:00:00Z", "2025-12-27T18:00:00Z"]);
        assert_eq!(kept[13..15], ["2025-12-15T18:00:00Z", "2025-11-28T18:00:00Z"]);
        assert_eq!(kept.last().unwrap(), "2025-01-28T18:00:00Z");
    }

    #[test]
    fn a_name_says_when_a_backup_was_made() {
        let time = made("Lotse Nord 2026-05-01T081500Z.lotse", "Lotse Nord");
        assert_eq!(time, Some("2026-05-01T08:15:00Z".parse().unwrap()));
        assert_eq!(made("Lotse Nord 2 2026-05-01T081500Z.lotse", "Lotse Nord"), None);
        assert_eq!(made("Lotse Nord 2026-05-01T081500Z.lotse.part", "Lotse Nord"), None);
    }
}
