//! Brings a workspace back from a backup. What stood there before is always kept under another name, and at no moment does
//! a half file bear the workspace's name. Knows no screen.

use std::path::{Path, PathBuf};

use super::backup;
use super::connection::{self, Access};
use super::disk::Disk;
use super::fault::BackupFault;
use super::header;
use super::key::Key;
use super::lock::Lock;
use super::{beside, stem};
use crate::log::{ChainReport, Head};
use crate::time::Instant;

/// What a restoring did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What stood there before, under its new name; `None` when nothing did.
    pub kept: Option<PathBuf>,
    /// The newest event of the workspace as it stands now.
    pub head: Option<Head>,
    /// Events in it.
    pub events: u64,
}

/// Puts the backup at `from` in the place of the workspace at `to`, which may be missing, damaged or newer.
///
/// # Errors
/// `DoesNotOpen` (the backup does not open, or another program holds `to`), `DoesNotFit`, `DiskFull`, `Log`, `System`.
pub fn restore(
    from: &Path,
    to: &Path,
    key: Option<&Key>,
    now: Instant,
    disk: &dyn Disk,
) -> Result<Restored, BackupFault> {
    let ChainReport { head, events, .. } = backup::check(from, key)?;
    let _lock = Lock::take(to, now)?;
    let part = beside(to, ".part");
    disk.remove(&part)?;
    disk.copy(from, &part)?;
    let kept = if to.try_exists()? { Some(keep(to, key, now, disk)?) } else { None };
    // A write-ahead log of the old file would be played into the new one.
    disk.remove(&beside(to, "-wal"))?;
    disk.remove(&beside(to, "-shm"))?;
    disk.rename(&part, to)?;
    Ok(Restored { kept, head, events })
}

/// Keeps what stands at `to` under a name with the time, together with the changes that lie beside it.
fn keep(to: &Path, key: Option<&Key>, now: Instant, disk: &dyn Disk) -> Result<PathBuf, BackupFault> {
    take_in_changes(to, key);
    let kept = free(to, now)?;
    if header::changes_beside(to) {
        disk.copy(&beside(to, "-wal"), &beside(&kept, "-wal"))?;
    }
    disk.keep_as(to, &kept)?;
    Ok(kept)
}

/// Tries to bring what lies in the write-ahead log into the file; a damaged file keeps both beside each other instead.
fn take_in_changes(to: &Path, key: Option<&Key>) {
    if !header::changes_beside(to) {
        return;
    }
    let secret = header::read(to).and_then(|header| backup::secret_for(header, key));
    if let Ok(conn) = secret.and_then(|secret| connection::open(to, secret.as_ref(), Access::Write)) {
        conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);").ok();
    }
}

fn free(to: &Path, now: Instant) -> Result<PathBuf, BackupFault> {
    let stamp = now.utc().format("%Y-%m-%dT%H%M%SZ");
    let mut count = 1;
    loop {
        let again = if count > 1 { format!("~{count}") } else { String::new() };
        let path = to.with_file_name(format!("{}~{stamp}{again}.lotse", stem(to)));
        if !path.try_exists()? {
            return Ok(path);
        }
        count += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::{fs, io};

    use super::super::disk::RealDisk;
    use super::super::{Workspace, backup::Backup};
    use super::*;
    use crate::log::directory::{self, PersonRecord};

    /// A disk that is gone after so many deeds.
    struct CutDisk {
        left: Cell<u32>,
    }

    impl CutDisk {
        fn deed(&self) -> io::Result<()> {
            let left = self.left.get().checked_sub(1).ok_or_else(|| io::Error::other("cut"))?;
            self.left.set(left);
            Ok(())
        }
    }

    impl Disk for CutDisk {
        fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
            if self.deed().is_err() {
                let bytes = fs::read(from)?;
                fs::write(to, &bytes[..bytes.len() / 2])?;
                return Err(io::Error::other("cut in the middle"));
            }
            RealDisk.copy(from, to)
        }
        fn keep_as(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.deed().and_then(|()| RealDisk.keep_as(from, to))
        }
        fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.deed().and_then(|()| RealDisk.rename(from, to))
        }
        fn remove(&self, path: &Path) -> io::Result<()> {
            self.deed().and_then(|()| RealDisk.remove(path))
        }
        fn sync(&self, path: &Path) -> io::Result<()> {
            self.deed().and_then(|()| RealDisk.sync(path))
        }
    }

    fn now() -> Instant {
        "2026-05-01T08:00:00Z".parse().unwrap()
    }

    fn name(workspace: &Workspace, name: &str) {
        let id = crate::ids::PersonId(uuid::Uuid::from_u128(1));
        let person = PersonRecord { id, name: name.into(), email: None, phone: None, note: None };
        directory::put(&workspace.writer(), &person).unwrap();
    }

    fn named(path: &Path) -> String {
        let workspace = Workspace::open(path, None, now()).unwrap();
        directory::all(&workspace.reader().unwrap()).unwrap().remove(0).name
    }

    /// A workspace that says `new`, and its backup that says `old`.
    fn backed_up(folder: &Path) -> (PathBuf, Backup) {
        let path = folder.join("Probe.lotse");
        let workspace = Workspace::create(&path, None, now()).unwrap();
        name(&workspace, "old");
        let backup = workspace.back_up(None, now()).unwrap();
        name(&workspace, "new");
        (path, backup)
    }

    #[test]
    fn a_workspace_comes_back_and_what_stood_there_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let (path, backup) = backed_up(folder.path());
        let restored = restore(&backup.path, &path, None, now(), &RealDisk).unwrap();
        let again = restore(&backup.path, &path, None, now(), &RealDisk).unwrap();
        assert_eq!(named(&path), "old");
        assert_eq!(named(&restored.kept.unwrap()), "new");
        assert_eq!(named(&again.kept.unwrap()), "old");
        let elsewhere = folder.path().join("Other.lotse");
        assert_eq!(restore(&backup.path, &elsewhere, None, now(), &RealDisk).unwrap().kept, None);
        assert_eq!(named(&elsewhere), "old");
    }

    #[test]
    fn a_file_that_cannot_be_opened_any_more_is_kept_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let (path, backup) = backed_up(folder.path());
        fs::write(&path, b"burnt").unwrap();
        fs::write(beside(&path, "-wal"), b"ashes").unwrap();
        let kept = restore(&backup.path, &path, None, now(), &RealDisk).unwrap().kept.unwrap();
        assert_eq!(named(&path), "old");
        assert_eq!(fs::read(&kept).unwrap(), b"burnt");
        assert_eq!(fs::read(beside(&kept, "-wal")).unwrap(), b"ashes");
    }

    #[test]
    fn a_backup_that_does_not_fit_and_a_workspace_that_is_open_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (path, backup) = backed_up(folder.path());
        let held = Workspace::open(&path, None, now()).unwrap();
        let refused = restore(&backup.path, &path, None, now(), &RealDisk);
        assert!(matches!(refused, Err(BackupFault::DoesNotOpen(super::super::OpenFault::HeldBy { .. }))));
        drop(held);
        let mut bytes = fs::read(&backup.path).unwrap();
        bytes.truncate(8192);
        fs::write(&backup.path, bytes).unwrap();
        assert!(matches!(
            restore(&backup.path, &path, None, now(), &RealDisk),
            Err(BackupFault::DoesNotOpen(_))
        ));
        assert_eq!(named(&path), "new");
    }

    #[test]
    fn wherever_restoring_is_cut_the_workspace_is_the_old_one_or_the_new_one() {
        for deeds in 0..20 {
            let folder = tempfile::tempdir().unwrap();
            let (path, backup) = backed_up(folder.path());
            let cut = restore(&backup.path, &path, None, now(), &CutDisk { left: Cell::new(deeds) });
            assert_eq!(named(&path), if cut.is_ok() { "old" } else { "new" }, "{deeds}");
            let again = restore(&backup.path, &path, None, now(), &RealDisk).unwrap();
            assert_eq!(named(&path), "old", "{deeds}");
            assert_eq!(named(&again.kept.unwrap()), if cut.is_ok() { "old" } else { "new" }, "{deeds}");
            if cut.is_ok() {
                assert!(deeds > 4, "a disk that is gone has done everything");
                return;
            }
        }
        panic!("restoring takes more than twenty deeds");
    }

    #[test]
    fn wherever_a_backup_is_cut_no_half_file_is_taken_for_a_backup() {
        for deeds in 0..10 {
            let folder = tempfile::tempdir().unwrap();
            let workspace = Workspace::create(&folder.path().join("Probe.lotse"), None, now()).unwrap();
            let place = backup::Place { folder: &folder.path().join("b"), stem: "Probe", now: now() };
            let disk = CutDisk { left: Cell::new(deeds) };
            let made = backup::make(&workspace.reader().unwrap(), None, &place, &disk);
            let listed = backup::list(place.folder, "Probe");
            assert_eq!(listed.len(), usize::from(made.is_ok()), "{deeds}");
            if made.is_ok() {
                return;
            }
        }
        panic!("a backup takes more than ten deeds");
    }
}
