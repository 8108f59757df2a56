//! What can go wrong with the log. Knows codes and values, and no sentence that a person reads.

use rusqlite::ErrorCode;

use crate::ids::{BlobHash, EventId, StreamId};

/// Why the log could not do what was asked. The text of `#[error]` is for protocols of the program.
#[derive(Debug, thiserror::Error)]
pub enum LogError {
    /// Somebody appended to the stream since it was read.
    #[error("stream {stream} stands at version {found}, not {expected}")]
    Conflict {
        /// The stream.
        stream: StreamId,
        /// The version that the caller had seen.
        expected: u64,
        /// The version that it has.
        found: u64,
    },
    /// An event names another stream than the one that is appended to.
    #[error("event {event} belongs to another stream")]
    OtherStream {
        /// The event.
        event: EventId,
    },
    /// The payload is longer than an event may carry.
    #[error("a payload of {bytes} bytes is too long")]
    PayloadTooLong {
        /// Its length.
        bytes: usize,
    },
    /// The kind is empty or longer than 80 characters.
    #[error("not a kind of event: {kind:?}")]
    NotAKind {
        /// What was given.
        kind: String,
    },
    /// Recorded time has reached the end of the years that can be written.
    #[error("recorded time can rise no further")]
    EndOfTime,
    /// There is no such event.
    #[error("there is no event {event}")]
    NoSuchEvent {
        /// What was asked for.
        event: EventId,
    },
    /// A file of evidence is larger than a workspace takes.
    #[error("evidence is larger than {limit} bytes")]
    EvidenceTooLarge {
        /// The largest file that is taken.
        limit: u64,
    },
    /// The stored bytes of a file of evidence are no longer the ones that were put in.
    #[error("the stored bytes of {hash} are not what was put in")]
    EvidenceDamaged {
        /// The file.
        hash: BlobHash,
    },
    /// Evidence could not be read from or written to its place outside.
    #[error("evidence outside the workspace: {0}")]
    Outside(#[from] std::io::Error),
    /// A stored row cannot be read as an event.
    #[error("event {seq} cannot be read")]
    Unreadable {
        /// Its place in the log.
        seq: u64,
    },
    /// An event stands where none may stand: it does not follow the one before it.
    #[error("event {seq} is out of order")]
    OutOfOrder {
        /// Its place in the log.
        seq: u64,
    },
    /// The disk is full; nothing was written.
    #[error("the disk is full")]
    DiskFull,
    /// The workspace can only be read.
    #[error("the workspace can only be read")]
    ReadOnly,
    /// Pages of the file are damaged.
    #[error("the file is damaged: {0}")]
    Damaged(rusqlite::Error),
    /// Any other fault of the database.
    #[error("the database: {0}")]
    Database(rusqlite::Error),
}

impl From<rusqlite::Error> for LogError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged(error),
            Some(_) | None => Self::Database(error),
        }
    }
}
