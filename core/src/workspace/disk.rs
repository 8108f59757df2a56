//! The few things that are done to whole files, so that a test can cut each of them. Knows no database.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// What is done to whole files. `rename` replaces; nothing else here takes away bytes that are not kept elsewhere.
pub trait Disk {
    /// Copies the bytes of `from` to `to`, which is not there, and brings them onto the disk.
    ///
    /// # Errors
    /// What the system said.
    fn copy(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives the file at `from` a second name, or copies it where the file system knows no second names.
    ///
    /// # Errors
    /// What the system said; `AlreadyExists` when `to` is there.
    fn keep_as(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives the file another name, in place of what had it, and brings the folder onto the disk.
    ///
    /// # Errors
    /// What the system said.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Takes a file away; one that is not there is no error.
    ///
    /// # Errors
    /// What the system said.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Brings a file's bytes onto the disk.
    ///
    /// # Errors
    /// What the system said.
    fn sync(&self, path: &Path) -> io::Result<()>;
}

/// The disk of this machine.
#[derive(Debug, Clone, Copy)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut source = File::open(from)?;
        let mut target = File::create_new(to)?;
        io::copy(&mut source, &mut target)?;
        target.sync_all()
    }

    fn keep_as(&self, from: &Path, to: &Path) -> io::Result<()> {
        match fs::hard_link(from, to) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => self.copy(from, to),
            other => other,
        }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)?;
        sync_folder(to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        match fs::remove_file(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }

    fn sync(&self, path: &Path) -> io::Result<()> {
        File::options().write(true).open(path)?.sync_all()
    }
}

#[cfg(unix)]
fn sync_folder(file: &Path) -> io::Result<()> {
    file.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

/// Elsewhere a folder cannot be opened to be synced, and a rename is written through.
#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
