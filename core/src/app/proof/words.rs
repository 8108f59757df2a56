//! Holds the text index against one that is made anew from the log, as far as the stored one says that it was filled: what
//! is still behind is filled later and is no fault. Knows how SQLite's FTS5 keeps an index, and no word of anybody.

use std::cmp::Ordering;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, Rows, Transaction};

use super::{Mismatch, first_difference};
use crate::log;
use crate::projections::{ProjectionFault, search};

/// A list of the index in which every row speaks of one event, and in the same order in every database.
struct List {
    sql: &'static str,
    columns: usize,
    /// The column with the event's place.
    seq: usize,
}

/// The events with words, how many words each has, and every word at its place.
const LISTS: [List; 3] = [
    List { sql: "SELECT seq, stream FROM search_doc ORDER BY seq", columns: 2, seq: 0 },
    List { sql: "SELECT id, sz FROM search_docsize ORDER BY id", columns: 2, seq: 0 },
    // A walk over the vocabulary is in the order of words, places and columns; the title is the first of these.
    List { sql: "SELECT term, doc, col = 'body', offset FROM search_word", columns: 4, seq: 1 },
];

/// The first event, in the order of the log, in whose rows two lists differ.
struct Differing {
    seq: i64,
    /// A row stands in the stored list alone.
    stored: bool,
    /// A row stands in the new list alone.
    anew: bool,
}

/// The first event of which the stored index says something else than the log; `anew` holds an empty index.
pub(super) fn mismatch(
    stored: &Connection,
    anew: &Transaction<'_>,
) -> Result<Option<Mismatch>, ProjectionFault> {
    let reached = search::reached(stored)?;
    if reached > log::head(stored)?.map_or(0, |head| head.seq) {
        return Ok(Some(Mismatch::SearchAhead { seq: reached }));
    }
    let differs = |table: &str| Mismatch::ViewDiffers { table: table.to_owned(), row: 1 };
    if first_difference(stored, anew, "search_config")?.is_some() {
        return Ok(Some(differs("search_config")));
    }
    search::copy(stored, anew)?;
    for list in &LISTS {
        if let Some(found) = list.differing(stored, anew)? {
            return Ok(Some(found.mismatch()));
        }
    }
    if sums(stored)? != sums(anew)? {
        return Ok(Some(differs("search_data")));
    }
    Ok(None)
}

/// How many events and words FTS5 has counted, by which it ranks.
fn sums(conn: &Connection) -> Result<Vec<u8>, rusqlite::Error> {
    conn.query_row("SELECT block FROM search_data WHERE id = 1", [], |row| row.get(0))
}

impl Differing {
    fn mismatch(&self) -> Mismatch {
        let seq = self.seq.unsigned_abs();
        match (self.stored, self.anew) {
            (true, false) => Mismatch::SearchSuperfluous { seq },
            (false, true) => Mismatch::SearchLacks { seq },
            (true, true) | (false, false) => Mismatch::SearchDiffers { seq },
        }
    }

    /// Takes a row of one list alone into account.
    fn note(found: &mut Option<Self>, seq: i64, stored: bool) {
        match found {
            Some(first) if first.seq < seq => {}
            Some(first) if first.seq == seq => {
                first.stored |= stored;
                first.anew |= !stored;
            }
            Some(_) | None => *found = Some(Self { seq, stored, anew: !stored }),
        }
    }
}

impl List {
    fn differing(
        &self,
        stored: &Connection,
        anew: &Connection,
    ) -> Result<Option<Differing>, rusqlite::Error> {
        let (mut stored, mut anew) = (stored.prepare(self.sql)?, anew.prepare(self.sql)?);
        let mut found = self.merged(stored.query([])?, anew.query([])?)?;
        if self.seq > 0 {
            // The event is there with as many words as it has: one of them is another.
            found = found.map(|first| Differing { stored: true, anew: true, ..first });
        }
        Ok(found)
    }

    fn merged(&self, mut stored: Rows<'_>, mut anew: Rows<'_>) -> Result<Option<Differing>, rusqlite::Error> {
        let mut found = None;
        let (mut left, mut right) = (stored.next()?, anew.next()?);
        loop {
            let order = match (left, right) {
                (None, None) => return Ok(found),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(left), Some(right)) => self.order(left, right)?,
            };
            if let Some(row) = left.filter(|_| order.is_lt()) {
                Differing::note(&mut found, row.get(self.seq)?, true);
            }
            if let Some(row) = right.filter(|_| order.is_gt()) {
                Differing::note(&mut found, row.get(self.seq)?, false);
            }
            if order.is_le() {
                left = stored.next()?;
            }
            if order.is_ge() {
                right = anew.next()?;
            }
        }
    }

    fn order(&self, left: &Row<'_>, right: &Row<'_>) -> Result<Ordering, rusqlite::Error> {
        for column in 0..self.columns {
            let order = compared(left.get_ref(column)?, right.get_ref(column)?);
            if order.is_ne() {
                return Ok(order);
            }
        }
        Ok(Ordering::Equal)
    }
}

/// As SQLite orders values: nothing, numbers, texts, bytes.
fn compared(left: ValueRef<'_>, right: ValueRef<'_>) -> Ordering {
    use ValueRef as V;
    match (left, right) {
        (V::Integer(left), V::Integer(right)) => left.cmp(&right),
        (V::Real(left), V::Real(right)) => left.total_cmp(&right),
        (V::Text(left), V::Text(right)) | (V::Blob(left), V::Blob(right)) => left.cmp(right),
        (V::Null | V::Integer(_) | V::Real(_) | V::Text(_) | V::Blob(_), _) => kind(left).cmp(&kind(right)),
    }
}

const fn kind(value: ValueRef<'_>) -> u8 {
    match value {
        ValueRef::Null => 0,
        ValueRef::Integer(_) => 1,
        ValueRef::Real(_) => 2,
        ValueRef::Text(_) => 3,
        ValueRef::Blob(_) => 4,
    }
}
