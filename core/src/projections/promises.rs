//! Writes and reads what records promise, with when it was known. Knows no rule: when something is due is computed.

use rusqlite::{Connection, Row as SqlRow, Transaction, named_params, params};

use super::ProjectionFault;
use super::register::word;
use crate::deadlines::Fact;
use crate::domain::State;
use crate::duties::{self, Known, Moved, Promise, Row, Said, Settled};
use crate::ids::{PersonId, ServiceId, StreamId};
use crate::time::Instant;

/// What a record said after each of the events that one order wrote.
#[derive(Debug)]
#[must_use = "what a record promises is not known until it is written"]
pub struct Told {
    /// Whether the record is new, so that no row of it holds yet.
    new: bool,
    said: Vec<(Vec<(String, Said)>, Instant)>,
}

impl Told {
    /// Begins for a record of so many events.
    pub const fn new(version: u64) -> Self {
        Self { new: version == 0, said: Vec::new() }
    }

    /// Takes in a state after an event.
    pub fn hear(&mut self, stream: StreamId, state: &State, recorded: Instant) {
        self.said.push((duties::of(stream, state), recorded));
    }
}

/// Writes what a record said anew; the rows that hold so far are closed where it says something else now.
///
/// # Errors
/// When the database cannot be written.
pub fn store(tx: &Transaction<'_>, stream: StreamId, told: Told) -> Result<(), ProjectionFault> {
    let mut known = if told.new { Known::new() } else { holding(tx, stream)? };
    if known.is_empty() && told.said.iter().all(|(said, _)| said.is_empty()) {
        return Ok(());
    }
    let before = known.clone();
    for (said, recorded) in told.said {
        duties::step(&mut known, said, recorded);
    }
    if known != before {
        let forget = "DELETE FROM promise WHERE stream = ?1 AND until_us IS NULL";
        tx.prepare_cached(forget)?.execute([stream.0.as_bytes()])?;
        put(tx, stream, &known)?;
    }
    Ok(())
}

/// Writes the rows of a record.
///
/// # Errors
/// When the database cannot be written.
pub fn put(tx: &Transaction<'_>, stream: StreamId, known: &Known) -> Result<(), ProjectionFault> {
    let sql = "INSERT INTO promise(stream, key, from_us, until_us, said, topic, duty, kind, text, owner, begun_us, due,
        moved_from, moved_by, moved_reason, settled_us, rest_us, services)
      VALUES(:stream, :key, :from, :until, :said, :topic, :duty, :kind, :text, :owner, :begun, :due,
        :moved_from, :moved_by, :moved_reason, :settled, :rest, :services)";
    let mut statement = tx.prepare_cached(sql)?;
    for (key, row) in known.iter().flat_map(|(key, rows)| rows.iter().map(move |row| (key, row))) {
        let (said, topic, begun, promise) = match &row.said {
            Said::Promise(promise) => ("promise", promise.topic.as_ref(), promise.begun, Some(promise)),
            Said::Settles { topic, at } => ("settles", Some(topic), *at, None),
            Said::Beat { topic, at, .. } => ("beat", Some(topic), *at, None),
        };
        let moved = promise.and_then(|promise| promise.moved.as_ref());
        let services: Vec<u8> = promise
            .iter()
            .flat_map(|promise| promise.services.iter().flat_map(|id| *id.0.as_bytes()))
            .collect();
        statement.execute(named_params! {
            ":stream": stream.0.as_bytes(),
            ":key": key,
            ":from": row.from.micros(),
            ":until": row.until.map(Instant::micros),
            ":said": said,
            ":topic": topic,
            ":duty": promise.and_then(|promise| promise.duty),
            ":kind": promise.map(|promise| word(&promise.kind)),
            ":text": match &row.said {
                Said::Promise(promise) => promise.text.as_str(),
                Said::Beat { text, .. } => text,
                Said::Settles { .. } => "",
            },
            ":owner": promise.and_then(|promise| promise.owner).map(|owner| owner.0.into_bytes()),
            ":begun": begun.micros(),
            ":due": promise.map_or(String::new(), |promise| promise.due.to_string()),
            ":moved_from": moved.map(|moved| moved.from.to_string()),
            ":moved_by": moved.map(|moved| moved.by.0.into_bytes()),
            ":moved_reason": moved.map(|moved| moved.reason.as_str()),
            ":settled": row.settled.map(Instant::micros),
            ":rest": promise.and_then(|promise| promise.rest).map(Instant::micros),
            ":services": services,
        })?;
    }
    Ok(())
}

const COLUMNS: &str =
    "stream, key, from_us, said, topic, duty, kind, text, owner, begun_us, due, moved_from, moved_by,
    moved_reason, settled_us, rest_us, services";

/// The rows of a record that hold.
fn holding(conn: &Connection, stream: StreamId) -> Result<Known, ProjectionFault> {
    let sql = format!("SELECT {COLUMNS} FROM promise WHERE stream = ?1 AND until_us IS NULL");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([stream.0.as_bytes()])?;
    let mut known = Known::new();
    while let Some(row) = rows.next()? {
        let (fact, from) = read(row)?;
        let held = Row { said: fact.said, settled: fact.settled, from, until: None };
        known.entry(fact.key).or_default().push(held);
    }
    Ok(known)
}

/// What was known at an instant; of one duty alone where one is named, with everything that settles or repeats.
///
/// # Errors
/// When the database cannot be read.
pub fn known_at(conn: &Connection, at: Instant) -> Result<Vec<Fact>, ProjectionFault> {
    let sql =
        format!("SELECT {COLUMNS} FROM promise WHERE from_us <= ?1 AND (until_us IS NULL OR until_us > ?1)");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params![at.micros()])?;
    let mut facts = Vec::new();
    while let Some(row) = rows.next()? {
        facts.push(read(row)?.0);
    }
    Ok(facts)
}

/// One promise of a record as it holds, with what settles it in other records.
///
/// # Errors
/// When the database cannot be read.
pub fn about(conn: &Connection, stream: StreamId, key: &str) -> Result<Vec<Fact>, ProjectionFault> {
    let sql = format!(
        "SELECT {COLUMNS} FROM promise WHERE until_us IS NULL AND ((stream = ?1 AND key = ?2)
          OR (said = 'settles' AND topic = (SELECT topic FROM promise
            WHERE stream = ?1 AND key = ?2 AND until_us IS NULL)))"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params![stream.0.as_bytes(), key])?;
    let mut facts = Vec::new();
    while let Some(row) = rows.next()? {
        facts.push(read(row)?.0);
    }
    Ok(facts)
}

/// What a record said last about one matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Last {
    /// What it said.
    pub fact: Fact,
    /// How often it said something else before.
    pub changes: u32,
    /// Since when it says so, or when it stopped.
    pub changed: Instant,
    /// Whether it says nothing any more.
    pub over: bool,
}

/// What every record said last about every matter, also where it says nothing any more.
///
/// # Errors
/// When the database cannot be read.
pub fn last(conn: &Connection) -> Result<Vec<Last>, ProjectionFault> {
    let sql = format!("SELECT {COLUMNS}, until_us FROM promise ORDER BY stream, key, from_us");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let mut found: Vec<Last> = Vec::new();
    while let Some(row) = rows.next()? {
        let (fact, from) = read(row)?;
        let until: Option<i64> = row.get(17)?;
        let over = until.is_some();
        let changed = until.and_then(|until| Instant::from_micros(until).ok()).unwrap_or(from);
        match found.last_mut() {
            Some(last) if (last.fact.record, &last.fact.key) == (fact.record, &fact.key) => {
                *last = Last { fact, changes: last.changes + 1, changed, over };
            }
            Some(_) | None => found.push(Last { fact, changes: 0, changed, over }),
        }
    }
    Ok(found)
}

fn read(row: &SqlRow<'_>) -> Result<(Fact, Instant), ProjectionFault> {
    let instant = |micros: i64| Instant::from_micros(micros).map_err(|_| misread("instant"));
    let maybe = |micros: Option<i64>| micros.map(instant).transpose();
    let person = |bytes: Option<[u8; 16]>| bytes.map(|bytes| PersonId(uuid::Uuid::from_bytes(bytes)));
    let due = |text: String| text.parse().map_err(|_| misread("due"));
    let record = StreamId(uuid::Uuid::from_bytes(row.get(0)?));
    let key: String = row.get(1)?;
    let (from, begun, settled) = (instant(row.get(2)?)?, instant(row.get(9)?)?, maybe(row.get(14)?)?);
    let topic: Option<String> = row.get(4)?;
    let said = match (row.get_ref(3)?.as_str().unwrap_or_default(), topic) {
        ("settles", Some(topic)) => Said::Settles { topic, at: begun },
        ("beat", Some(topic)) => Said::Beat { topic, at: begun, text: row.get(7)? },
        (_, topic) => {
            let kind: String = row.get(6)?;
            let moved_from: Option<String> = row.get(11)?;
            let moved = moved_from.map(due).transpose()?.zip(person(row.get(12)?));
            let services: Vec<u8> = row.get(16)?;
            let reason: Option<String> = row.get(13)?;
            let reason = reason.unwrap_or_default();
            Said::Promise(Box::new(Promise {
                key: key.clone(),
                duty: row.get(5)?,
                kind: serde_json::from_value(kind.into()).map_err(|_| misread("kind"))?,
                text: row.get(7)?,
                owner: person(row.get(8)?),
                begun,
                due: due(row.get(10)?)?,
                moved: moved.map(|(from, by)| Moved { from, by, reason }),
                settled: settled.map(Settled::At),
                rest: maybe(row.get(15)?)?,
                topic,
                services: services
                    .chunks_exact(16)
                    .filter_map(|bytes| uuid::Uuid::from_slice(bytes).ok().map(ServiceId))
                    .collect(),
            }))
        }
    };
    Ok((Fact { record, key, said, settled }, from))
}

/// A row that this program did not write.
fn misread(column: &str) -> ProjectionFault {
    let unknown = format!("promise.{column}").into();
    ProjectionFault::Database(rusqlite::Error::FromSqlConversionFailure(
        0,
        rusqlite::types::Type::Text,
        unknown,
    ))
}
