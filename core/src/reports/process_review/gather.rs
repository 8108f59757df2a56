//! Gathers the facts of the report at the head of the log. Reads only.

use rusqlite::Connection;

use super::ReviewFacts;
use crate::ids::RecordRef;
use crate::queries::views::{FindingQuery, FindingSort};
use crate::queries::{QueryFault, finding, notice, review};
use crate::reports::asked;
use crate::reports::edition::{Edition, Wanted};

/// The facts about a process review as they stand at the head of the log; equal logs give equal facts.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn gather(conn: &Connection, record: RecordRef, wanted: Wanted) -> Result<ReviewFacts, QueryFault> {
    let edition = Edition::gather(conn, wanted)?;
    let view = review::view(conn, record, None, edition.made)?;
    let asked = view.changes.iter().filter(|asked| asked.number.is_some()).map(|asked| asked.change);
    let changes = asked::gather(conn, asked, edition.zone)?.into_iter().map(|(asked, _)| asked).collect();
    let query = FindingQuery {
        from: Some(view.id),
        sort: FindingSort::Number,
        ascending: true,
        limit: 500,
        ..FindingQuery::default()
    };
    let findings = finding::page(conn, &query, edition.made)?.items;
    let told = notice::told(conn, view.id, view.version, edition.made)?;
    Ok(ReviewFacts { view, edition, changes, findings, told })
}
