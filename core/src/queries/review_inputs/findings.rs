//! Findings whose action is not proved yet.

use super::{Found, Gathering};
use crate::domain::finding::Phase;
use crate::domain::review::{Facts, InputKind};
use crate::queries::views::{FindingQuery, FindingSort};
use crate::queries::{QueryFault, finding};

/// More open findings than a review could look at one by one.
const MOST: u32 = 500;

/// Where an action waits for somebody, or for its proof.
const OPEN: [Phase; 6] = [
    Phase::Open,
    Phase::Assigned,
    Phase::Accepted,
    Phase::InProgress,
    Phase::Implemented,
    Phase::EffectivenessCheck,
];

pub fn gather(of: &Gathering<'_>) -> Result<Vec<Found>, QueryFault> {
    let query = FindingQuery {
        phases: OPEN.to_vec(),
        sort: FindingSort::Number,
        ascending: true,
        limit: MOST,
        ..FindingQuery::default()
    };
    let rows = finding::page(of.conn, &query, of.now)?.items;
    let found = rows.into_iter().map(|row| Found {
        kind: InputKind::OpenFinding,
        record: row.id,
        part: None,
        number: row.number,
        title: row.title,
        facts: Facts { due_day: row.due, person: row.owner, text: row.step, ..Facts::default() },
    });
    Ok(found.collect())
}
