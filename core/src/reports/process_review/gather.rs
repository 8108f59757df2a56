//! Gathers the facts of the report at the head of the log. Reads only.

use rusqlite::Connection;

use super::{Asked, ReviewFacts};
use crate::ids::RecordRef;
use crate::queries::views::{FindingQuery, FindingSort};
use crate::queries::{QueryFault, change, finding, organisation, review};
use crate::reports::edition::{Edition, Wanted};
use crate::time::Day;

/// The facts about a process review as they stand at the head of the log; equal logs give equal facts.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn gather(conn: &Connection, record: RecordRef, wanted: Wanted) -> Result<ReviewFacts, QueryFault> {
    let edition = Edition::gather(conn, wanted)?;
    let view = review::view(conn, record, None, edition.made)?;
    let organisation = organisation::organisation(conn)?;
    let mut changes = Vec::new();
    for asked in view.changes.iter().filter(|asked| asked.number.is_some()) {
        let (_, held, _) = change::find(conn, RecordRef::Id(asked.change))?;
        let delegation = held.delegations.last();
        let to = delegation.map(|delegation| match delegation.team {
            Some(team) => change::team_name(team, organisation.as_ref()),
            None => delegation.organisation.clone(),
        });
        let answered = delegation.and_then(|delegation| delegation.answered.as_ref());
        changes.push(Asked {
            number: held.number.to_string(),
            title: held.text.title.clone(),
            phase: held.phase,
            delegated: to,
            answered: answered.map(|said| (said.answer.clone(), Day::at(said.recorded, edition.zone))),
            due: held.due(),
        });
    }
    let query = FindingQuery {
        from: Some(view.id),
        sort: FindingSort::Number,
        ascending: true,
        limit: 500,
        ..FindingQuery::default()
    };
    let findings = finding::page(conn, &query, edition.made)?.items;
    Ok(ReviewFacts { view, edition, changes, findings })
}
