//! Why a workspace cannot be opened, kept or brought back. Codes and values; the sentences stand in `core/locales`.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use serde::Serialize;

use super::backup::Backup;
use crate::log::LogError;
use crate::time::Instant;

/// Why a workspace does not open. Whatever it is, the file was not written to.
#[derive(Debug, Clone, PartialEq, thiserror::Error, Serialize)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum OpenFault {
    /// There is no such file.
    #[error("there is no file {}", path.display())]
    NotFound {
        /// Where it was looked for.
        path: PathBuf,
        /// The newest good backup of a file of this name.
        backup: Option<Backup>,
    },
    /// A new workspace would lie where a file lies.
    #[error("there is a file {} already", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("not a workspace")]
    NotAWorkspace {
        /// The newest good backup of a file of this name.
        backup: Option<Backup>,
    },
    /// A newer Lotse wrote the file.
    #[error("the file has version {found}, this program knows {known}")]
    NewerThanProgram {
        /// The file's version.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// The end of the file is missing.
    #[error("{found} of {expected} bytes are there")]
    Truncated {
        /// How long the file says it is, in bytes.
        expected: u64,
        /// How long it is, in bytes.
        found: u64,
        /// The newest good backup.
        backup: Option<Backup>,
    },
    /// Pages of the file cannot be trusted.
    #[error("pages {pages:?} are damaged")]
    Damaged {
        /// The damaged pages as far as they can be named, counted from 1.
        pages: Vec<u32>,
        /// The newest good backup.
        backup: Option<Backup>,
    },
    /// Another program, or another window, has the file open.
    #[error("held by {program} (process {pid} on {host})")]
    HeldBy {
        /// The program's name; empty when it could not be read.
        program: String,
        /// The machine it runs on.
        host: String,
        /// Its process number.
        pid: u32,
        /// Since when it holds the file.
        since: Option<Instant>,
    },
    /// The file is encrypted and no key was given.
    #[error("the file is encrypted")]
    NeedsKey,
    /// The file is encrypted with another key.
    #[error("the key does not fit")]
    WrongKey,
    /// The folder is one that damages databases.
    #[error("the folder is {kind:?}")]
    CloudOrNetworkFolder {
        /// Which kind of folder.
        kind: FolderKind,
    },
    /// The file can only be read, and changes lie beside it that only a program that may write can take in.
    #[error("changes lie beside a file that can only be read")]
    PendingChanges,
    /// The SQLite that was linked loses commits.
    #[error("SQLite {found} is too old")]
    SqliteTooOld {
        /// Its version.
        found: String,
    },
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// A backup had to be made first, and could not be.
    #[error("no backup before the change of the schema: {reason}")]
    NoBackup {
        /// Why, for the protocol.
        reason: String,
    },
    /// Anything else that the system refused.
    #[error("the system: {reason}")]
    System {
        /// What it said.
        reason: String,
    },
}

/// A folder in which a database comes to harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum FolderKind {
    /// A program copies its files into a cloud while they are written.
    Cloud {
        /// The cloud's name.
        name: String,
    },
    /// It lies on another machine.
    Network {
        /// The file system's name.
        name: String,
    },
}

/// Why a backup was not made, or a workspace not brought back from one.
#[derive(Debug, thiserror::Error)]
pub enum BackupFault {
    /// The backup does not open.
    #[error("the backup does not open: {0}")]
    DoesNotOpen(#[from] OpenFault),
    /// The backup opens, and its log does not fit.
    #[error("the backup's log does not fit: {0:?}")]
    DoesNotFit(crate::log::verify::Misfit),
    /// Another connection kept the file to itself for too long.
    #[error("the file is busy")]
    Busy,
    /// The disk is full.
    #[error("the disk is full")]
    DiskFull,
    /// The database refused.
    #[error("the database: {0}")]
    Log(LogError),
    /// The system refused.
    #[error("the system: {0}")]
    System(std::io::Error),
}

impl From<LogError> for BackupFault {
    fn from(error: LogError) -> Self {
        if matches!(error, LogError::DiskFull) { Self::DiskFull } else { Self::Log(error) }
    }
}

impl From<rusqlite::Error> for BackupFault {
    fn from(error: rusqlite::Error) -> Self {
        LogError::from(error).into()
    }
}

impl From<std::io::Error> for BackupFault {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::StorageFull { Self::DiskFull } else { Self::System(error) }
    }
}

impl OpenFault {
    /// A fault of the system while the file at `path` was looked at.
    pub(super) fn system(path: &Path, error: &std::io::Error) -> Self {
        let kind = error.kind();
        if kind == std::io::ErrorKind::NotFound {
            Self::NotFound { path: path.to_owned(), backup: None }
        } else if kind == std::io::ErrorKind::StorageFull {
            Self::DiskFull
        } else {
            Self::System { reason: error.to_string() }
        }
    }

    /// The same fault, naming `backup` where a backup helps.
    pub(super) fn offering(self, found: impl FnOnce() -> Option<Backup>) -> Self {
        match self {
            Self::NotFound { path, .. } => Self::NotFound { path, backup: found() },
            Self::NotAWorkspace { .. } => Self::NotAWorkspace { backup: found() },
            Self::Truncated { expected, found: length, .. } => {
                Self::Truncated { expected, found: length, backup: found() }
            }
            Self::Damaged { pages, .. } => Self::Damaged { pages, backup: found() },
            other @ (Self::Exists { .. }
            | Self::NewerThanProgram { .. }
            | Self::HeldBy { .. }
            | Self::NeedsKey
            | Self::WrongKey
            | Self::CloudOrNetworkFolder { .. }
            | Self::PendingChanges
            | Self::SqliteTooOld { .. }
            | Self::DiskFull
            | Self::NoBackup { .. }
            | Self::System { .. }) => other,
        }
    }
}

impl From<rusqlite::Error> for OpenFault {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                // What cannot even be asked begins with its first page.
                Self::Damaged { pages: vec![1], backup: None }
            }
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(_) | None => Self::System { reason: error.to_string() },
        }
    }
}

impl From<LogError> for OpenFault {
    fn from(error: LogError) -> Self {
        if let LogError::Damaged(error) | LogError::Database(error) = error {
            error.into()
        } else if matches!(error, LogError::DiskFull) {
            Self::DiskFull
        } else {
            Self::System { reason: error.to_string() }
        }
    }
}
