//! The inbox of due dates: what comes near that is a matter of one person, and what was acknowledged of it.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::QueryFault;
use super::deadlines::Asked;
use super::organisation::names;
use super::views::{InboxView, ReminderRow, TookNote};
use crate::deadlines::Deadline;
use crate::domain::reminder::{Given, Item, Reminder, Standing};
use crate::ids::{PersonId, StreamId};
use crate::projections::register::word;
use crate::reminders;
use crate::time::Instant;

/// What comes near that is a matter of `person` at `now`.
///
/// # Errors
/// When the log cannot be read.
pub fn inbox(conn: &Connection, person: PersonId, now: Instant) -> Result<InboxView, QueryFault> {
    let (stands, mut deadlines) = Asked::of(conn, None, now)?;
    let zone = stands.zone;
    reminders::each_once(&mut deadlines);
    let asked = asking(conn, person)?;
    deadlines.retain(|deadline| {
        let known = stands.organisation.as_ref();
        known.is_some_and(|organisation| reminders::concerns(deadline, person, organisation, &asked))
    });
    let wakes = deadlines.iter().filter_map(|deadline| reminders::next(deadline, now, zone)).min();
    let (mut near, mut far) = (Vec::new(), Vec::new());
    for deadline in deadlines.into_iter().filter(|deadline| deadline.standing.is_open()) {
        match reminders::of(&deadline, now, zone) {
            Some(reminder) => near.push((reminder, deadline)),
            None if deadline.due.is_some() => far.push(deadline),
            None => {}
        }
    }
    near.sort_by(|(a, _), (b, _)| {
        (a.level, a.item.due, a.item.record, &a.item.key).cmp(&(
            b.level,
            b.item.due,
            b.item.record,
            &b.item.key,
        ))
    });
    far.sort_by_key(|deadline| deadline.due);
    let mut items = Vec::with_capacity(near.len());
    let (found, dated): (Vec<Reminder>, Vec<Deadline>) = near.into_iter().unzip();
    for (reminder, row) in found.into_iter().zip(stands.rows(conn, dated)?) {
        let (own, others): (Vec<_>, Vec<_>) =
            took_note(conn, &reminder)?.into_iter().partition(|note| note.person == person);
        items.push(ReminderRow { reminder, acknowledged: own.first().map(|note| note.at), others, row });
    }
    let waiting = items.iter().filter(|row| row.acknowledged.is_none()).count();
    far.truncate(1);
    Ok(InboxView {
        at: now,
        zone,
        waiting: u32::try_from(waiting).unwrap_or(u32::MAX),
        items,
        ahead: stands.rows(conn, far)?.pop(),
        wakes,
        people: names(conn)?,
    })
}

/// How the reminders stand for `person` that an order names; what does not stand is left out.
///
/// # Errors
/// When the log cannot be read.
pub fn standing(
    conn: &Connection,
    person: PersonId,
    named: &[Reminder],
    now: Instant,
) -> Result<Given, QueryFault> {
    if named.is_empty() {
        return Ok(Given::new());
    }
    let wanted: BTreeSet<&Item> = named.iter().map(|reminder| &reminder.item).collect();
    let (Asked { zone, organisation, .. }, deadlines) = Asked::of(conn, None, now)?;
    let asked = asking(conn, person)?;
    let mut given = Given::new();
    for deadline in deadlines {
        let Some(Reminder { item, level }) = reminders::of(&deadline, now, zone) else { continue };
        if wanted.contains(&item) {
            let known = organisation.as_ref();
            let yours = known.is_some_and(|known| reminders::concerns(&deadline, person, known, &asked));
            given.insert(item, Standing { level, yours });
        }
    }
    Ok(given)
}

/// The notices that still ask a person.
fn asking(conn: &Connection, person: PersonId) -> Result<BTreeSet<StreamId>, QueryFault> {
    let mut statement = conn.prepare_cached("SELECT notice FROM notice_missing WHERE person = ?1")?;
    let found = statement.query_map([person.0.as_bytes()], |row| row.get(0))?;
    Ok(found
        .map(|bytes| bytes.map(|bytes| StreamId(uuid::Uuid::from_bytes(bytes))))
        .collect::<Result<_, _>>()?)
}

/// Who took note of a reminder, by time.
fn took_note(conn: &Connection, reminder: &Reminder) -> Result<Vec<TookNote>, QueryFault> {
    let sql = "SELECT person, at_us FROM reminder_acknowledged
      WHERE record = ?1 AND key = ?2 AND due_us = ?3 AND level = ?4 ORDER BY at_us, person";
    let mut statement = conn.prepare_cached(sql)?;
    let Item { record, key, due } = &reminder.item;
    let of = params![record.0.as_bytes(), key, due.micros(), word(&reminder.level)];
    let found = statement.query_map(of, |row| Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, i64>(1)?)))?;
    let mut notes = Vec::new();
    for note in found {
        let (person, at) = note?;
        // An instant that this program did not write counts as none.
        let at = Instant::from_micros(at).ok();
        notes.extend(at.map(|at| TookNote { person: PersonId(uuid::Uuid::from_bytes(person)), at }));
    }
    Ok(notes)
}
