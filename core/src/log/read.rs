//! Reads events back: a stream, an order, everything after a place. Knows no meaning of a payload.

use rusqlite::{Connection, OptionalExtension, Params, Row};
use uuid::Uuid;

use super::{Class, Head, LogError, Stored};
use crate::ids::{EventId, OrderId, StreamId};
use crate::time::Instant;

/// The columns of an event in the order in which [`event_of`] reads them.
const COLUMNS: &str =
    "seq, event_id, stream_id, stream_ver, type, schema_ver, order_id, actor, at_us, class, payload,
  payload_hash, prev_hash, hash";

/// All events of a stream, oldest first.
///
/// # Errors
/// `Unreadable`, `Damaged`, `Database`.
pub fn read_stream(conn: &Connection, stream: StreamId) -> Result<Vec<Stored>, LogError> {
    select(conn, "WHERE stream_id = ?1 ORDER BY stream_ver", [stream.0.as_bytes()])
}

/// At most `limit` events after place `seq` (0: from the first), oldest first.
///
/// # Errors
/// `Unreadable`, `Damaged`, `Database`.
pub fn read_after(conn: &Connection, seq: u64, limit: usize) -> Result<Vec<Stored>, LogError> {
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    select(conn, "WHERE seq > ?1 ORDER BY seq LIMIT ?2", [seq.cast_signed(), limit])
}

/// What an order wrote, oldest first; empty when it was never executed.
///
/// # Errors
/// `Unreadable`, `Damaged`, `Database`.
pub fn read_order(conn: &Connection, order: OrderId) -> Result<Vec<Stored>, LogError> {
    select(conn, "WHERE order_id = ?1 ORDER BY seq", [order.0.as_bytes()])
}

/// One event by its id.
///
/// # Errors
/// `Unreadable`, `Damaged`, `Database`.
pub fn read_event(conn: &Connection, event: EventId) -> Result<Option<Stored>, LogError> {
    Ok(select(conn, "WHERE event_id = ?1", [event.0.as_bytes()])?.pop())
}

/// The newest event; `None` for an empty log.
///
/// # Errors
/// `Damaged`, `Database`.
pub fn head(conn: &Connection) -> Result<Option<Head>, LogError> {
    let mut newest = conn.prepare_cached("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")?;
    let head = newest.query_row([], |row| {
        let seq: i64 = row.get(0)?;
        Ok(Head { seq: seq.unsigned_abs(), hash: row.get(1)? })
    });
    Ok(head.optional()?)
}

/// The hash of the event at place `seq`, for a paper or a checkpoint that names both.
///
/// # Errors
/// `Damaged`, `Database`.
pub fn hash_at(conn: &Connection, seq: u64) -> Result<Option<[u8; 32]>, LogError> {
    let mut found = conn.prepare_cached("SELECT hash FROM event WHERE seq = ?1")?;
    Ok(found.query_row([seq.cast_signed()], |row| row.get(0)).optional()?)
}

fn select(conn: &Connection, which: &str, params: impl Params) -> Result<Vec<Stored>, LogError> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM event {which}"))?;
    let mut rows = statement.query(params)?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        events.push(event_of(row)?);
    }
    Ok(events)
}

fn event_of(row: &Row<'_>) -> Result<Stored, LogError> {
    let seq: i64 = row.get(0)?;
    let seq = seq.unsigned_abs();
    let stream_version: i64 = row.get(3)?;
    let class = row.get_ref(9)?.as_str().ok().and_then(Class::from_word);
    let recorded = Instant::from_micros(row.get(8)?).ok();
    let (Some(class), Some(recorded)) = (class, recorded) else {
        return Err(LogError::Unreadable { seq });
    };
    Ok(Stored {
        seq,
        id: EventId(Uuid::from_bytes(row.get(1)?)),
        stream: StreamId(Uuid::from_bytes(row.get(2)?)),
        stream_version: stream_version.unsigned_abs(),
        kind: row.get(4)?,
        version: row.get(5)?,
        order: OrderId(Uuid::from_bytes(row.get(6)?)),
        actor: row.get(7)?,
        recorded,
        class,
        payload: row.get(10)?,
        payload_hash: row.get(11)?,
        prev_hash: row.get(12)?,
        hash: row.get(13)?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{filled, stream};
    use super::*;

    #[test]
    fn a_stream_holds_its_own_events_in_their_order() {
        let conn = filled(7);
        let events = read_stream(&conn, stream(1)).unwrap();
        assert_eq!(events.iter().map(|event| event.seq).collect::<Vec<_>>(), [1, 4, 7]);
        assert_eq!(events.iter().map(|event| event.stream_version).collect::<Vec<_>>(), [1, 2, 3]);
        assert!(read_stream(&conn, stream(99)).unwrap().is_empty());
    }

    #[test]
    fn an_order_is_answered_from_the_log() {
        let conn = filled(7);
        let events = read_order(&conn, OrderId(Uuid::from_u128(5))).unwrap();
        assert_eq!(events.iter().map(|event| event.seq).collect::<Vec<_>>(), [5]);
        assert!(read_order(&conn, OrderId(Uuid::from_u128(99))).unwrap().is_empty());
    }

    #[test]
    fn pages_of_the_log_follow_each_other_without_gap() {
        let conn = filled(7);
        let first = read_after(&conn, 0, 4).unwrap();
        let second = read_after(&conn, first[3].seq, 4).unwrap();
        assert_eq!(first.len() + second.len(), 7);
        assert_eq!(second[0].prev_hash, first[3].hash);
        assert_eq!(hash_at(&conn, 5).unwrap(), Some(second[0].hash));
    }
}
