//! How a workspace is read by whoever may not write it: beside one who may, or as a file that nobody writes. Knows no table.

use std::path::Path;
use std::time::SystemTime;

use rusqlite::Connection;

use super::connection::{self, Access};
use super::fault::OpenFault;
use super::key::Secret;
use super::{beside, header};

/// What a connection saw of the file when it was made. Where somebody has written since, it shows what was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// How the file is read.
    pub access: Access,
    /// Length and time of a file that nobody seemed to write.
    still: Option<(u64, SystemTime)>,
}

impl Seen {
    /// What a reader beside our own writer sees: each commit.
    pub const BESIDE_US: Self = Self { access: Access::Read, still: None };

    /// Looks at the file at `path`.
    pub fn now(path: &Path) -> Self {
        let access = access(path);
        let still = path.metadata().ok().filter(|_| access == Access::Frozen);
        Self { access, still: still.and_then(|data| Some((data.len(), data.modified().ok()?))) }
    }
}

/// A reader needs SQLite's files beside the workspace where somebody may write, and must leave none where nobody does.
/// Whoever writes keeps both of them; after a crash they may hold what the file itself does not hold yet. Our own lock says
/// nothing: a crash leaves it behind as well.
pub fn access(path: &Path) -> Access {
    let log = beside(path, "-wal");
    let open = log.exists() && beside(path, "-shm").exists();
    if open || header::changes_beside(path) { Access::Read } else { Access::Frozen }
}

/// Opens a connection that reads.
///
/// # Errors
/// `PendingChanges` where what lies beside the file cannot be read from here; as [`connection::open`].
pub fn open(path: &Path, secret: Option<&Secret>, access: Access) -> Result<Connection, OpenFault> {
    let index = beside(path, "-shm");
    let was_there = index.exists();
    let opened = connection::open(path, secret, access);
    if access == Access::Read && !was_there {
        keep_writable(&index);
    }
    opened.map_err(|fault| {
        // SQLite reads a write-ahead log only where it may also write beside it, or where an index of it lies there.
        let refused = matches!(fault, OpenFault::System { .. }) && access == Access::Read;
        if refused { OpenFault::PendingChanges } else { fault }
    })
}

/// SQLite gives an index that it makes the rights of the file. One that its owner cannot write would keep the workspace from
/// ever being written again, also when the file can be.
#[cfg(unix)]
fn keep_writable(index: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let Ok(data) = index.metadata() else { return };
    let mut rights = data.permissions();
    rights.set_mode(rights.mode() | 0o200);
    // Where it fails the index is somebody else's and none of our making.
    std::fs::set_permissions(index, rights).ok();
}

/// Elsewhere the files beside a workspace do not inherit that it can only be read.
#[cfg(not(unix))]
fn keep_writable(_: &Path) {}

/// Whether the file or its folder cannot be written by whoever runs this program.
#[cfg(unix)]
pub fn may_only_be_read(path: &Path) -> bool {
    use rustix::fs::{Access as May, access};
    let folder = path.parent().unwrap_or(Path::new("/"));
    let no_bit = path.metadata().is_ok_and(|data| data.permissions().readonly());
    path.exists()
        && (no_bit || access(path, May::WRITE_OK).is_err() || access(folder, May::WRITE_OK).is_err())
}

/// Whether the file is marked as one that can only be read.
#[cfg(not(unix))]
pub fn may_only_be_read(path: &Path) -> bool {
    path.metadata().is_ok_and(|data| data.permissions().readonly())
}
