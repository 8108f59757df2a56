//! The read models: tables that hold what screens ask for, derived from the states that events fold into. They can be
//! thrown away and are rebuilt when a version rises. Hold no rule and no truth.
//!
//! Every row is a function of the state of one stream alone, so a rebuild that goes stream by stream gives the same rows
//! as the events did one after the other.

pub mod change;
pub mod drill;
pub mod finding;
pub mod guide;
pub mod notice;
pub mod plan;
pub mod promises;
pub mod records;
pub mod register;
pub mod reminder;
pub mod review;
pub mod search;

use rusqlite::{Connection, OptionalExtension, Transaction, params};

pub use promises::Told;
pub use register::Counts;

use crate::domain::{self, State};
use crate::duties::{self, Known};
use crate::ids::{PersonId, StreamId};
use crate::log::codec::{self, Read};
use crate::log::{LogError, Stored};

/// Raise it when a table or what is written into it changes: the next start rebuilds.
pub const VERSION: i64 = 17;

const SCHEMA: &[&str] = &[
    include_str!("projections/register.sql"),
    include_str!("projections/records.sql"),
    include_str!("projections/promises.sql"),
    include_str!("projections/review.sql"),
    include_str!("projections/finding.sql"),
    include_str!("projections/change.sql"),
    include_str!("projections/plan.sql"),
    include_str!("projections/drill.sql"),
    include_str!("projections/guide.sql"),
    include_str!("projections/notice.sql"),
    include_str!("projections/reminder.sql"),
    search::SCHEMA,
];

/// The tables of the read models, in the order in which they are compared.
pub const TABLES: &[&str] = &[
    "register",
    "register_count",
    "register_service",
    "outside",
    "number_given",
    "paper",
    "batch",
    "promise",
    "review",
    "finding",
    "finding_service",
    "change_request",
    "change_package",
    "change_signer",
    "plan",
    "drill",
    "drill_proof",
    "guide",
    "guide_title",
    "guide_version",
    "guide_use",
    "guide_step",
    "notice",
    "notice_team",
    "notice_missing",
    "reminder_acknowledged",
];

/// Tables of earlier versions.
const FORMER: [&str; 1] = ["register_size"];

/// Why a read model cannot be made or kept.
#[derive(Debug, thiserror::Error)]
pub enum ProjectionFault {
    /// The log could not be read.
    #[error(transparent)]
    Log(#[from] LogError),
    /// An event could not be understood.
    #[error(transparent)]
    Codec(#[from] codec::CodecFault),
    /// The tables could not be written.
    #[error(transparent)]
    Database(#[from] rusqlite::Error),
}

/// The state of a stream and its version, or nothing when there is no such stream.
///
/// # Errors
/// When the log cannot be read or an event not understood.
pub fn fold(stored: &[Stored]) -> Result<Option<(State, u64)>, ProjectionFault> {
    let mut state = None;
    let mut version = 0;
    for event in stored {
        version = event.stream_version;
        state = step(state, event)?;
    }
    Ok(state.map(|state| (state, version)))
}

/// The state of a stream, and what it promised when.
fn replay(stream: StreamId, stored: &[Stored]) -> Result<Option<(State, Known)>, ProjectionFault> {
    let (mut state, mut known) = (None, Known::new());
    for event in stored {
        state = step(state, event)?;
        if let Some(state) = &state {
            duties::step(&mut known, duties::of(stream, state), event.recorded);
        }
    }
    Ok(state.map(|state| (state, known)))
}

fn step(state: Option<State>, stored: &Stored) -> Result<Option<State>, ProjectionFault> {
    Ok(match codec::read(stored)? {
        Read::Known { event, .. } => domain::evolve(state, &event, &written(stored)),
        Read::Redacted | Read::Newer => state,
    })
}

/// Who wrote an event down, and when.
pub fn written(stored: &Stored) -> domain::incident::Written {
    let nobody = PersonId(uuid::Uuid::nil());
    domain::incident::Written {
        id: stored.id,
        by: stored.actor.parse().unwrap_or(nobody),
        recorded: stored.recorded,
    }
}

/// Creates the tables that are not there.
///
/// # Errors
/// When the database cannot be written.
pub fn create(conn: &Connection) -> Result<(), ProjectionFault> {
    for sql in SCHEMA {
        conn.execute_batch(sql)?;
    }
    Ok(())
}

/// Whether the tables are there and of this program's version.
///
/// # Errors
/// When the database cannot be read.
pub fn current(conn: &Connection) -> Result<bool, ProjectionFault> {
    let stored: Option<i64> = conn
        .query_row("SELECT version FROM projection_state WHERE name = 'register'", [], |row| row.get(0))
        .optional()?;
    Ok(stored == Some(VERSION))
}

/// Writes the rows of a record after its state changed; what counts it is written by `counts`.
///
/// # Errors
/// When the database cannot be written.
pub fn store(
    tx: &Transaction<'_>,
    counts: &mut Counts,
    stream: StreamId,
    state: &State,
) -> Result<(), ProjectionFault> {
    match state {
        State::Incident(incident) => register::store(tx, counts, stream, incident)?,
        State::Report(report) => records::store_report(tx, stream, report)?,
        State::Batch(batch) => records::store_batch(tx, stream, batch)?,
        State::Review(review) => review::store(tx, stream, review)?,
        State::Change(change) => change::store(tx, stream, change)?,
        State::Finding(finding) => finding::store(tx, stream, finding)?,
        State::Plan(plan) => plan::store(tx, stream, plan)?,
        State::Drill(drill) => drill::store(tx, stream, drill)?,
        State::Guide(guide) => guide::store(tx, stream, guide)?,
        State::Notice(notice) => notice::store(tx, stream, notice)?,
        State::Reminder(inbox) => reminder::store(tx, stream, inbox)?,
        State::Organisation(_) | State::Policy(_) => {}
    }
    Ok(())
}

/// Throws every read model away and makes it anew, stream by stream.
///
/// # Errors
/// When the log cannot be read, an event not understood, or the database not written.
pub fn rebuild(tx: &Transaction<'_>) -> Result<(), ProjectionFault> {
    for table in TABLES.iter().chain(&FORMER) {
        tx.execute_batch(&format!("DROP TABLE IF EXISTS {table}"))?;
    }
    search::drop(tx)?;
    create(tx)?;
    fill(tx, tx, &mut || true)?;
    let mark = "INSERT INTO projection_state(name, version, seq) VALUES('register', ?1, 0)
      ON CONFLICT(name) DO UPDATE SET version = excluded.version";
    tx.execute(mark, params![VERSION])?;
    Ok(())
}

/// Fills empty tables of `into` from the log of `from`, which may be another database. `go_on` is asked before each record;
/// where it says no, the rest stays empty.
///
/// # Errors
/// When the log cannot be read, an event not understood, or the database not written.
pub fn fill(
    from: &Connection,
    into: &Transaction<'_>,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<(), ProjectionFault> {
    let mut streams =
        from.prepare("SELECT stream_id, min(seq) AS first FROM event GROUP BY stream_id ORDER BY first")?;
    let mut rows = streams.query([])?;
    let mut counts = Counts::default();
    while let Some(row) = rows.next()? {
        if !go_on() {
            return Ok(());
        }
        let bytes: [u8; 16] = row.get(0)?;
        let stream = StreamId(uuid::Uuid::from_bytes(bytes));
        if let Some((state, known)) = replay(stream, &crate::log::read_stream(from, stream)?)? {
            store(into, &mut counts, stream, &state)?;
            promises::put(into, stream, &known)?;
        }
    }
    counts.write(into)
}
