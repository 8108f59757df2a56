//! Empties the payload of an event for good. The chain still holds, since it covers only the salted hash. Knows not who
//! and why: the caller appends that.

use rusqlite::Transaction;

use super::{LogError, read};
use crate::ids::EventId;

/// Empties payload and salt of `event`; an event that is empty already stays so. The words also stand in projections,
/// in the search index, in backups and in exports: those are the caller's.
///
/// # Errors
/// `NoSuchEvent`, `ReadOnly`, `Damaged`, `Database`.
pub fn empty(tx: &Transaction<'_>, event: EventId) -> Result<(), LogError> {
    let sql = "UPDATE event SET payload = NULL, salt = NULL WHERE event_id = ?1";
    match tx.execute(sql, [event.0.as_bytes()])? {
        0 => Err(LogError::NoSuchEvent { event }),
        _ => Ok(()),
    }
}

/// Whether `event` is there and empty.
///
/// # Errors
/// `Unreadable`, `Damaged`, `Database`.
pub fn is_empty(tx: &Transaction<'_>, event: EventId) -> Result<bool, LogError> {
    Ok(read::read_event(tx, event)?.is_some_and(|found| found.payload.is_none()))
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use uuid::Uuid;

    use super::super::fixture::filled;
    use super::super::verify;
    use super::*;

    #[test]
    fn the_chain_holds_after_a_redaction_and_the_words_are_gone() {
        let mut conn = filled(5);
        let event = EventId(Uuid::from_u128(3));
        let tx = conn.transaction().unwrap();
        empty(&tx, event).unwrap();
        empty(&tx, event).unwrap();
        assert!(is_empty(&tx, event).unwrap());
        tx.commit().unwrap();
        let report = verify(&conn, &mut |_, _| ControlFlow::Continue(())).unwrap();
        assert_eq!(report.misfit, None);
        assert_eq!(report.redacted, [3]);
        let words: u32 = conn
            .query_row("SELECT count(*) FROM event WHERE payload LIKE '%Ausfall 3%'", [], |row| row.get(0))
            .unwrap();
        assert_eq!(words, 0);
    }

    #[test]
    fn what_is_not_there_cannot_be_redacted() {
        let mut conn = filled(1);
        let tx = conn.transaction().unwrap();
        let missing = EventId(Uuid::from_u128(99));
        assert!(matches!(empty(&tx, missing), Err(LogError::NoSuchEvent { event }) if event == missing));
    }
}
