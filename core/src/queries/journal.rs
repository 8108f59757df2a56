//! The journal: the log as people read it, newest first, and where its chain stands.

use rusqlite::{Connection, params};

use super::organisation::names;
use super::views::{ChainView, JournalPage, JournalQuery, JournalRow, Undid};
use super::{QueryFault, resolve};
use crate::domain::{Event, incident};
use crate::ids::{EventId, OrderId, StreamId};
use crate::log::codec::{self, Read};
use crate::log::read::read_event;
use crate::log::{Stored, checkpoint, head, read_order};
use crate::projections::records;

/// The most rows of a page.
const MOST: u32 = 500;

/// A page of the journal.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn page(conn: &Connection, query: &JournalQuery) -> Result<JournalPage, QueryFault> {
    let limit = if query.limit == 0 { super::views::page() } else { query.limit.min(MOST) };
    let before = query.before.map_or(i64::MAX, |seq| i64::try_from(seq).unwrap_or(i64::MAX));
    let ids: Vec<[u8; 16]> = match query.record {
        Some(record) => {
            let stream = resolve(conn, record)?;
            let sql = "SELECT event_id FROM event WHERE stream_id = ?1 AND seq < ?2 ORDER BY stream_ver DESC LIMIT ?3";
            let mut statement = conn.prepare_cached(sql)?;
            let found = statement.query_map(params![stream.0.as_bytes(), before, limit], |row| row.get(0))?;
            found.collect::<Result<_, _>>()?
        }
        None => {
            let sql = "SELECT event_id FROM event WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2";
            let mut statement = conn.prepare_cached(sql)?;
            let found = statement.query_map(params![before, limit], |row| row.get(0))?;
            found.collect::<Result<_, _>>()?
        }
    };
    let mut items = Vec::with_capacity(ids.len());
    for id in ids {
        if let Some(stored) = read_event(conn, EventId(uuid::Uuid::from_bytes(id)))? {
            items.push(row(conn, &stored)?);
        }
    }
    let total = head(conn)?.map_or(0, |head| head.seq);
    Ok(JournalPage { items, total, people: names(conn)? })
}

fn row(conn: &Connection, stored: &Stored) -> Result<JournalRow, QueryFault> {
    let event = match codec::read(stored) {
        Ok(Read::Known { event, .. }) => Some(*event),
        Ok(Read::Redacted | Read::Newer) | Err(_) => None,
    };
    // A reminder has no number of its own: it is about a record that has one.
    let about = event.as_ref().and_then(Event::reminds_of).unwrap_or(stored.stream);
    let event = event.and_then(Event::into_incident);
    let undid = match &event {
        Some(incident::Event::Undone { order }) => undid(conn, *order, stored.stream)?,
        Some(_) | None => Vec::new(),
    };
    let number = records::number_of(conn, about)?;
    let hash: String = stored.hash.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(JournalRow {
        seq: stored.seq,
        kind: stored.kind.clone(),
        version: stored.version,
        record: stored.stream,
        number,
        order: stored.order.to_string(),
        by: stored.actor.parse().ok(),
        recorded: stored.recorded,
        occurred: event.and_then(|event| event.occurred()),
        data: data(stored),
        undid,
        hash: format!("{}…{}", &hash[..8], &hash[56..]),
    })
}

/// What an order that was undone had written about a record.
fn undid(conn: &Connection, order: OrderId, record: StreamId) -> Result<Vec<Undid>, QueryFault> {
    let written = read_order(conn, order)?.into_iter().filter(|stored| stored.stream == record);
    Ok(written.map(|stored| Undid { data: data(&stored), kind: stored.kind }).collect())
}

fn data(stored: &Stored) -> Option<serde_json::Value> {
    let mut payload: serde_json::Value = serde_json::from_str(stored.payload.as_deref()?).ok()?;
    payload.get_mut("data").map(serde_json::Value::take)
}

/// Where the chain stands.
///
/// # Errors
/// When the log cannot be read.
pub fn chain(conn: &Connection) -> Result<ChainView, QueryFault> {
    let head = head(conn)?;
    let newest: Option<i64> = conn.query_row("SELECT max(at_us) FROM event", [], |row| row.get(0))?;
    let verified = checkpoint::all(conn)?.into_iter().max_by_key(|checkpoint| checkpoint.head.seq);
    Ok(ChainView {
        events: head.map_or(0, |head| head.seq),
        head: head.map_or(String::new(), |head| head.hash.iter().map(|byte| format!("{byte:02x}")).collect()),
        newest: newest.and_then(|micros| crate::time::Instant::from_micros(micros).ok()),
        verified_seq: verified.as_ref().map(|checkpoint| checkpoint.head.seq),
        verified: verified.map(|checkpoint| checkpoint.verified),
    })
}
