//! Changes that the review before asked for, and those that reviews before that asked for and that are not at rest (ISO 22301
//! 9.3.2, actions from earlier reviews).

use std::collections::BTreeMap;

use super::{Found, Gathering};
use crate::domain::review::{Decision, Facts, InputKind};
use crate::ids::{PersonId, StreamId};
use crate::queries::{QueryFault, state};

/// Changes that came out of other reviews and are under way, oldest first.
const OPEN: &str = "SELECT stream FROM change_request WHERE origin = 'review' AND origin_record <> ?1
    AND phase NOT IN ('closed', 'cancelled') ORDER BY series_year, series_count";

pub fn gather(of: &Gathering<'_>) -> Result<Vec<Found>, QueryFault> {
    let mut found = Vec::new();
    for (record, asked) in all(of)? {
        let Some(change) = state(of.conn, record)?.and_then(|(state, _)| state.into_change()) else {
            // It was never opened here: the review that asked for it is all that is known.
            if let (Some(asked), Some(before)) = (asked, of.before) {
                let facts = Facts { person: Some(asked.by), ..Facts::default() };
                let (number, title) = (before.number.to_string(), asked.title);
                found.push(Found {
                    kind: InputKind::EarlierDecision,
                    record,
                    part: None,
                    number,
                    title,
                    facts,
                });
            }
            continue;
        };
        let facts = Facts {
            change: Some(change.phase),
            due_day: change.due(),
            person: Some(change.owner()),
            ..Facts::default()
        };
        let (number, title) = (change.number.to_string(), change.text.title);
        found.push(Found { kind: InputKind::EarlierDecision, record, part: None, number, title, facts });
    }
    Ok(found)
}

/// What the review before asked for.
pub struct Asked {
    by: PersonId,
    title: String,
}

/// The changes that stand here, with what the review before says of its own.
///
/// # Errors
/// When the log cannot be read.
pub fn all(of: &Gathering<'_>) -> Result<Vec<(StreamId, Option<Asked>)>, QueryFault> {
    let decided = of.before.and_then(|before| before.approved());
    let decided = decided.into_iter().flat_map(|version| version.content.decisions());
    let mut asked: BTreeMap<StreamId, Asked> = decided
        .filter_map(|decided| match &decided.decision {
            Decision::NoChange { .. } => None,
            Decision::Change { change, title, .. } => {
                Some((*change, Asked { by: decided.by, title: title.clone() }))
            }
        })
        .collect();
    let mut open = of.conn.prepare_cached(OPEN)?;
    let rows = open.query_map([of.review.0.as_bytes()], |row| row.get(0))?;
    let streams: Vec<[u8; 16]> = rows.collect::<Result<_, _>>()?;
    let open = streams.into_iter().map(|bytes| StreamId(uuid::Uuid::from_bytes(bytes)));
    let mut found: Vec<_> = open.map(|record| (record, asked.remove(&record))).collect();
    found.extend(asked.into_iter().map(|(record, asked)| (record, Some(asked))));
    Ok(found)
}
