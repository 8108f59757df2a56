//! Writes what a person acknowledged. Knows no rule.

use rusqlite::{Transaction, params};

use super::ProjectionFault;
use super::register::word;
use crate::domain::reminder::Inbox;
use crate::ids::StreamId;

/// Writes its rows.
///
/// # Errors
/// When the database cannot be written.
pub fn store(tx: &Transaction<'_>, stream: StreamId, inbox: &Inbox) -> Result<(), ProjectionFault> {
    tx.prepare_cached("DELETE FROM reminder_acknowledged WHERE inbox = ?1")?
        .execute([stream.0.as_bytes()])?;
    let put = "INSERT INTO reminder_acknowledged(record, key, due_us, level, person, at_us, inbox)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    let mut statement = tx.prepare_cached(put)?;
    for (reminder, at) in &inbox.acknowledged {
        statement.execute(params![
            reminder.item.record.0.as_bytes(),
            reminder.item.key,
            reminder.item.due.micros(),
            word(&reminder.level),
            inbox.person.0.as_bytes(),
            at.micros(),
            stream.0.as_bytes(),
        ])?;
    }
    Ok(())
}
