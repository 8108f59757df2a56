//! Appending very many events in one transaction. The guard that looks at each event as it comes in makes SQLite keep a
//! journal for every single row, which costs more than all the rest of an append: for the length of the transaction it is
//! lifted, and at the end its rule is asked once for all events that came in. Nobody else ever sees the log without it.

use std::collections::HashMap;

use rusqlite::{Transaction, params};

use super::LogError;

const GUARD: &str = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'event_gapless'";
const HEAD: &str = "SELECT coalesce(max(seq), 0) FROM event";
/// The newest event of before, and all that came in.
const CAME_IN: &str =
    "SELECT seq, at_us, prev_hash, hash, stream_id, stream_ver FROM event WHERE seq >= ?1 ORDER BY seq";
const FORMER: &str = "SELECT EXISTS(SELECT 1 FROM event WHERE stream_id = ?1 AND stream_ver = ?2)";

/// A transaction in which very many events are appended.
#[derive(Debug)]
#[must_use = "the guard comes back with `finish`"]
pub struct Bulk {
    guard: String,
    before: i64,
}

impl Bulk {
    /// Lifts the guard for this transaction.
    ///
    /// # Errors
    /// `Damaged` when there is no guard, `ReadOnly`, `Database`.
    pub fn begin(tx: &Transaction<'_>) -> Result<Self, LogError> {
        let guard = tx.query_row(GUARD, [], |row| row.get(0))?;
        let before = tx.query_row(HEAD, [], |row| row.get(0))?;
        tx.execute_batch("DROP TRIGGER event_gapless")?;
        Ok(Self { guard, before })
    }

    /// Asks the rule for all events that came in, and puts the guard back. Without this call the transaction must not be
    /// committed.
    ///
    /// # Errors
    /// `OutOfOrder` with the first event that stands astray, `DiskFull`, `Database`.
    pub fn finish(self, tx: &Transaction<'_>) -> Result<(), LogError> {
        if let Some(seq) = astray(tx, self.before)? {
            return Err(LogError::OutOfOrder { seq: seq.unsigned_abs() });
        }
        tx.execute_batch(&self.guard)?;
        Ok(())
    }
}

/// The first event after `before` that stands where it may not: not after the one before it, in the log or in its stream.
fn astray(tx: &Transaction<'_>, before: i64) -> Result<Option<i64>, LogError> {
    let mut last: Option<(i64, i64, [u8; 32])> = None;
    let mut versions: HashMap<[u8; 16], i64> = HashMap::new();
    let mut former = tx.prepare(FORMER)?;
    let mut came_in = tx.prepare(CAME_IN)?;
    let mut rows = came_in.query([before])?;
    while let Some(row) = rows.next()? {
        let (seq, micros, named): (i64, i64, [u8; 32]) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (stream, version): ([u8; 16], i64) = (row.get(4)?, row.get(5)?);
        if seq > before {
            let follows =
                last.map_or(seq == 1, |(place, at, hash)| place == seq - 1 && hash == named && at < micros);
            let next = match versions.get(&stream) {
                Some(known) => version == known + 1,
                None => version == 1 || former.query_row(params![stream, version - 1], |row| row.get(0))?,
            };
            if !(follows && next) {
                return Ok(Some(seq));
            }
            versions.insert(stream, version);
        }
        last = Some((seq, micros, row.get(3)?));
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::super::append;
    use super::super::fixture::{by, event, filled, stream};
    use super::*;

    #[test]
    fn many_events_are_appended_and_the_guard_stands_as_before() {
        let mut conn = filled(3);
        let guard = |conn: &rusqlite::Connection| conn.query_row(GUARD, [], |row| row.get::<_, String>(0));
        let before = guard(&conn).unwrap();
        let tx = conn.transaction().unwrap();
        let bulk = Bulk::begin(&tx).unwrap();
        append(&tx, &by(9, 9), stream(1), 1, vec![event(10, 1), event(11, 1)]).unwrap();
        append(&tx, &by(9, 9), stream(8), 0, vec![event(12, 8)]).unwrap();
        bulk.finish(&tx).unwrap();
        tx.commit().unwrap();
        assert_eq!(guard(&conn).unwrap(), before);
        assert_eq!(super::super::head(&conn).unwrap().unwrap().seq, 6);
    }

    #[test]
    fn an_event_that_leaves_a_gap_in_the_log_or_in_its_stream_is_named_before_the_commit() {
        for (seq, version) in [("seq + 2", "1"), ("seq + 1", "7")] {
            let mut conn = filled(4);
            let tx = conn.transaction().unwrap();
            let bulk = Bulk::begin(&tx).unwrap();
            let astray = format!(
                "INSERT INTO event SELECT {seq}, randomblob(16), order_id, randomblob(16), {version}, type, schema_ver,
                   actor, at_us + 9, class, payload, salt, payload_hash, hash, randomblob(32) FROM event WHERE seq = 4"
            );
            tx.execute(&astray, []).unwrap();
            assert!(matches!(bulk.finish(&tx), Err(LogError::OutOfOrder { .. })), "{seq} {version}");
        }
    }
}
