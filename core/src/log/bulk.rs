//! Appending very many events in one transaction. The guard that looks at each event as it comes in makes SQLite keep a
//! journal for every single row, which costs more than all the rest of an append: for the length of the transaction it is
//! lifted, and at the end its rule is asked once for all events that came in. Nobody else ever sees the log without it.

use rusqlite::{Transaction, params};

use super::LogError;

const GUARD: &str = "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = 'event_gapless'";
const HEAD: &str = "SELECT coalesce(max(seq), 0) FROM event";
/// The first event that stands where it may not: not after the one before it, in the log or in its stream.
const ASTRAY: &str = "SELECT min(e.seq) FROM event AS e LEFT JOIN event AS before ON before.seq = e.seq - 1
  WHERE e.seq > ?1 AND (
    (e.seq > 1 AND (before.seq IS NULL OR before.hash IS NOT e.prev_hash OR before.at_us >= e.at_us))
    OR (e.stream_ver > 1 AND NOT EXISTS (
      SELECT 1 FROM event AS former WHERE former.stream_id = e.stream_id AND former.stream_ver = e.stream_ver - 1)))";

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
        let astray: Option<i64> = tx.query_row(ASTRAY, params![self.before], |row| row.get(0))?;
        if let Some(seq) = astray {
            return Err(LogError::OutOfOrder { seq: seq.unsigned_abs() });
        }
        tx.execute_batch(&self.guard)?;
        Ok(())
    }
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
        append(&tx, &by(9, 9), stream(1), 1, &[event(10, 1), event(11, 1)]).unwrap();
        append(&tx, &by(9, 9), stream(8), 0, &[event(12, 8)]).unwrap();
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
