//! The one function that writes events. Knows no rule: whoever appends has decided already.

use rusqlite::{CachedStatement, OptionalExtension, Transaction, params};

use super::chain::{Covered, NONE_BEFORE, event_hash, payload_hash};
use super::{By, LogError, NewEvent, PAYLOAD_LIMIT, Stored};
use crate::ids::StreamId;
use crate::time::Instant;

const LAST: &str = "SELECT seq, at_us, hash FROM event ORDER BY seq DESC LIMIT 1";
const STREAM_VERSION: &str = "SELECT coalesce(max(stream_ver), 0) FROM event WHERE stream_id = ?1";
const INSERT: &str =
    "INSERT INTO event(seq, event_id, order_id, stream_id, stream_ver, type, schema_ver, actor,
    at_us, class, payload, salt, payload_hash, prev_hash, hash)
  VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";

/// Where the next event is chained on.
struct End {
    seq: u64,
    micros: i64,
    hash: [u8; 32],
}

/// Appends `events` to `stream` and returns them as they stand in the log. Nothing is durable before `tx` is committed.
///
/// # Errors
/// `Conflict` when the stream does not stand at `expected_version` (0: it has no event yet), `PayloadTooLong`,
/// `NotAKind`, `OtherStream`, `DiskFull`, `ReadOnly`, `Damaged`, `Database`.
pub fn append(
    tx: &Transaction<'_>,
    by: &By<'_>,
    stream: StreamId,
    expected_version: u64,
    events: Vec<NewEvent>,
) -> Result<Vec<Stored>, LogError> {
    events.iter().try_for_each(|event| accept(stream, event))?;
    let found = stream_version(tx, stream)?;
    if found != expected_version {
        return Err(LogError::Conflict { stream, expected: expected_version, found });
    }
    let mut end = end(tx)?;
    let mut version = found;
    let mut insert = tx.prepare_cached(INSERT)?;
    let mut room = Vec::with_capacity(512);
    let mut stored = Vec::with_capacity(events.len());
    for event in events {
        version += 1;
        let salt = event.salt;
        let next = chained(by, event, version, &end, &mut room)?;
        write(&mut insert, &next, salt)?;
        end = End { seq: next.seq, micros: next.recorded.micros(), hash: next.hash };
        stored.push(next);
    }
    Ok(stored)
}

fn accept(stream: StreamId, event: &NewEvent) -> Result<(), LogError> {
    if event.stream != stream {
        return Err(LogError::OtherStream { event: event.id });
    }
    if event.payload.len() > PAYLOAD_LIMIT {
        return Err(LogError::PayloadTooLong { bytes: event.payload.len() });
    }
    if !(1..=80).contains(&event.kind.chars().count()) || event.version == 0 {
        return Err(LogError::NotAKind { kind: event.kind.clone() });
    }
    Ok(())
}

fn stream_version(tx: &Transaction<'_>, stream: StreamId) -> Result<u64, LogError> {
    let found =
        tx.prepare_cached(STREAM_VERSION)?.query_row([stream.0.as_bytes()], |row| row.get::<_, i64>(0))?;
    Ok(found.unsigned_abs())
}

fn end(tx: &Transaction<'_>) -> Result<End, LogError> {
    let last = tx
        .prepare_cached(LAST)?
        .query_row([], |row| {
            let seq: i64 = row.get(0)?;
            Ok(End { seq: seq.unsigned_abs(), micros: row.get(1)?, hash: row.get(2)? })
        })
        .optional()?;
    Ok(last.unwrap_or(End { seq: 0, micros: i64::MIN, hash: NONE_BEFORE }))
}

fn chained(
    by: &By<'_>,
    event: NewEvent,
    stream_version: u64,
    end: &End,
    room: &mut Vec<u8>,
) -> Result<Stored, LogError> {
    let micros = by.recorded.micros().max(end.micros.saturating_add(1));
    let recorded = Instant::from_micros(micros).map_err(|_| LogError::EndOfTime)?;
    let payload_hash = payload_hash(&event.salt, event.payload.as_bytes());
    let covered = Covered {
        seq: end.seq + 1,
        event: event.id.0.into_bytes(),
        order: by.order.0.into_bytes(),
        stream: event.stream.0.into_bytes(),
        stream_version,
        version: event.version,
        micros,
        kind: &event.kind,
        actor: by.actor,
        class: event.class.word(),
        payload_hash,
        prev_hash: end.hash,
    };
    let hash = event_hash(&covered, room);
    Ok(Stored {
        seq: end.seq + 1,
        id: event.id,
        stream: event.stream,
        stream_version,
        kind: event.kind,
        version: event.version,
        order: by.order,
        actor: by.actor.to_owned(),
        recorded,
        class: event.class,
        payload: Some(event.payload),
        payload_hash,
        prev_hash: end.hash,
        hash,
    })
}

fn write(insert: &mut CachedStatement<'_>, next: &Stored, salt: [u8; 16]) -> Result<(), LogError> {
    insert.execute(params![
        next.seq.cast_signed(),
        next.id.0.as_bytes(),
        next.order.0.as_bytes(),
        next.stream.0.as_bytes(),
        next.stream_version.cast_signed(),
        next.kind,
        next.version,
        next.actor,
        next.recorded.micros(),
        next.class.word(),
        next.payload,
        salt,
        next.payload_hash,
        next.prev_hash,
        next.hash,
    ])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{at, by, event, filled, memory, stream};
    use super::super::{head, read_after};
    use super::*;

    #[test]
    fn events_are_read_back_as_they_were_appended() {
        let mut conn = memory();
        let tx = conn.transaction().unwrap();
        let written = append(&tx, &by(1, 0), stream(9), 0, vec![event(1, 9), event(2, 9)]).unwrap();
        tx.commit().unwrap();
        assert_eq!(read_after(&conn, 0, 10).unwrap(), written);
        assert_eq!(head(&conn).unwrap().map(|head| (head.seq, head.hash)), Some((2, written[1].hash)));
        assert_eq!(written[1].prev_hash, written[0].hash);
        assert_eq!(written[1].stream_version, 2);
    }

    #[test]
    fn an_append_to_a_stream_that_moved_on_is_refused_and_writes_nothing() {
        let mut conn = filled(3);
        let tx = conn.transaction().unwrap();
        let refused = append(&tx, &by(9, 9), stream(1), 0, vec![event(9, 1)]);
        assert!(matches!(refused, Err(LogError::Conflict { expected: 0, found: 1, .. })));
        assert_eq!(head(&tx).unwrap().unwrap().seq, 3);
    }

    #[test]
    fn recorded_time_rises_also_when_the_clock_is_turned_back() {
        let mut conn = memory();
        let tx = conn.transaction().unwrap();
        append(&tx, &by(1, 1_000), stream(1), 0, vec![event(1, 1)]).unwrap();
        let later = append(&tx, &by(2, -5_000), stream(1), 1, vec![event(2, 1), event(3, 1)]).unwrap();
        assert_eq!(later[0].recorded, at(1_001));
        assert_eq!(later[1].recorded, at(1_002));
    }

    #[test]
    fn what_no_event_may_be_is_refused() {
        let mut conn = memory();
        let tx = conn.transaction().unwrap();
        let try_one = |event: NewEvent| append(&tx, &by(1, 0), stream(1), 0, vec![event]);
        let long = NewEvent { payload: "x".repeat(PAYLOAD_LIMIT + 1), ..event(1, 1) };
        assert!(matches!(try_one(long), Err(LogError::PayloadTooLong { bytes: 65_537 })));
        assert!(matches!(
            try_one(NewEvent { kind: String::new(), ..event(1, 1) }),
            Err(LogError::NotAKind { .. })
        ));
        assert!(matches!(try_one(event(1, 2)), Err(LogError::OtherStream { .. })));
        assert!(try_one(NewEvent { payload: "x".repeat(PAYLOAD_LIMIT), ..event(1, 1) }).is_ok());
    }

    #[test]
    fn the_database_itself_refuses_to_change_or_to_delete_an_event_or_to_leave_a_gap() {
        let conn = filled(4);
        let refused = |sql: &str| conn.execute(sql, []).unwrap_err().to_string();
        assert_eq!(refused("UPDATE event SET actor = 'x' WHERE seq = 2"), "event log is append-only");
        assert_eq!(refused("UPDATE event SET payload = '{}' WHERE seq = 2"), "event log is append-only");
        assert_eq!(refused("UPDATE event SET order_id = randomblob(16)"), "event log is append-only");
        assert_eq!(refused("DELETE FROM event WHERE seq = 4"), "event log is append-only");
        let copy = "INSERT INTO event SELECT seq + 2, randomblob(16), order_id, randomblob(16), 1, type, schema_ver,
            actor, at_us + 9, class, payload, salt, payload_hash, hash, randomblob(32) FROM event WHERE seq = 4";
        assert_eq!(refused(copy), "event out of order");
        for key in [
            "(SELECT event_id FROM event WHERE seq = 2), randomblob(32)",
            "randomblob(16), (SELECT hash FROM event WHERE seq = 2)",
        ] {
            let (id, own) = key.rsplit_once(", ").unwrap();
            let over = format!("INSERT OR REPLACE INTO event SELECT seq + 1, {id}, order_id, randomblob(16), 1, type,
                schema_ver, actor, at_us + 9, class, payload, salt, payload_hash, hash, {own} FROM event WHERE seq = 4");
            assert_eq!(refused(&over), "event out of order");
        }
    }
}
