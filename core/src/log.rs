//! The log: what happened, appended once, chained by hash, never changed. Knows kinds as words and payloads as text,
//! and no rule, no projection and no file.

pub mod append;
pub mod blob;
pub mod bulk;
pub mod chain;
pub mod checkpoint;
pub mod codec;
pub mod directory;
pub mod fault;
pub mod meta;
pub mod read;
pub mod redact;
pub mod verify;

use rusqlite::Connection;

use crate::ids::{EventId, OrderId, StreamId};
use crate::time::Instant;

pub use append::append;
pub use fault::LogError;
pub use read::{head, read_after, read_order, read_stream};
pub use verify::{ChainReport, verify};

/// The longest payload of an event, in bytes of UTF-8.
pub const PAYLOAD_LIMIT: usize = 65_536;

/// The tables of the log, of evidence and of the directory, in their first form (`user_version` 1).
pub const SCHEMA: &str = include_str!("log/schema.sql");

/// Who may read an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Everyone in the team.
    Team,
    /// Managers only.
    Managers,
}

impl Class {
    /// The word that is stored and hashed.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Managers => "managers",
        }
    }

    /// The class of a stored word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Team, Self::Managers].into_iter().find(|class| class.word() == word)
    }
}

/// An event that is to be appended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent {
    /// Its name, made by the caller.
    pub id: EventId,
    /// The stream that it belongs to; equal to the stream that is appended to.
    pub stream: StreamId,
    /// What kind of event it is, 1 to 80 characters.
    pub kind: String,
    /// The version of the payload's form, from 1.
    pub version: u32,
    /// Who may read it.
    pub class: Class,
    /// JSON, kept as it is written, at most [`PAYLOAD_LIMIT`] bytes.
    pub payload: String,
    /// Random bytes that keep a redacted payload from being guessed by its hash.
    pub salt: [u8; 16],
}

/// Under which order, by whom and when something is appended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By<'a> {
    /// The order; the key of idempotency.
    pub order: OrderId,
    /// The person's id as text, or `lotse`.
    pub actor: &'a str,
    /// What the clock says; what is stored may lie later, since recorded time only rises.
    pub recorded: Instant,
}

/// An event as it stands in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Place in the whole log, from 1 without gaps.
    pub seq: u64,
    /// Its name.
    pub id: EventId,
    /// The stream that it belongs to.
    pub stream: StreamId,
    /// Place in its stream, from 1 without gaps.
    pub stream_version: u64,
    /// What kind of event it is.
    pub kind: String,
    /// The version of the payload's form.
    pub version: u32,
    /// The order that wrote it.
    pub order: OrderId,
    /// The person's id as text, or `lotse`.
    pub actor: String,
    /// When it was written down; later than that of every event before it.
    pub recorded: Instant,
    /// Who may read it.
    pub class: Class,
    /// The JSON as it was written; `None` when it was redacted.
    pub payload: Option<String>,
    /// SHA-256 of salt and payload.
    pub payload_hash: [u8; 32],
    /// The hash of the event before it; zeros for the first.
    pub prev_hash: [u8; 32],
    /// SHA-256 of the event's head.
    pub hash: [u8; 32],
}

/// The newest event: what a paper prints so that the whole log up to it can be told from any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Place in the whole log.
    pub seq: u64,
    /// Its hash.
    pub hash: [u8; 32],
}

/// Creates the tables of the log in an empty database.
///
/// # Errors
/// `Database` when a table is there already or the database cannot be written.
pub fn create(conn: &Connection) -> Result<(), LogError> {
    Ok(conn.execute_batch(SCHEMA)?)
}

/// Fixtures that every test of the log uses.
#[cfg(test)]
pub(crate) mod fixture {
    use uuid::Uuid;

    use super::{By, Class, NewEvent, create};
    use crate::ids::{EventId, OrderId, StreamId};
    use crate::time::Instant;
    use rusqlite::Connection;

    pub fn memory() -> Connection {
        let conn = Connection::open_in_memory().unwrap();
        create(&conn).unwrap();
        conn
    }

    pub fn stream(n: u128) -> StreamId {
        StreamId(Uuid::from_u128(n))
    }

    pub fn at(micros: i64) -> Instant {
        Instant::from_micros(1_770_000_000_000_000 + micros).unwrap()
    }

    pub fn by(order: u128, micros: i64) -> By<'static> {
        By { order: OrderId(Uuid::from_u128(order)), actor: "lotse", recorded: at(micros) }
    }

    pub fn event(n: u128, stream_no: u128) -> NewEvent {
        NewEvent {
            id: EventId(Uuid::from_u128(n)),
            stream: stream(stream_no),
            kind: "incidentReported".into(),
            version: 1,
            class: Class::Team,
            payload: format!(r#"{{"title":"Ausfall {n}"}}"#),
            salt: [7; 16],
        }
    }

    /// A log of `count` events over three streams.
    pub fn filled(count: u128) -> Connection {
        let mut conn = memory();
        let tx = conn.transaction().unwrap();
        for n in 1..=count {
            let events = vec![event(n, n % 3)];
            let before = u64::try_from((n - 1) / 3).unwrap();
            super::append(&tx, &by(n, i64::try_from(n).unwrap()), stream(n % 3), before, events).unwrap();
        }
        tx.commit().unwrap();
        conn
    }
}
