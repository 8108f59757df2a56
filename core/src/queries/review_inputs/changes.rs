//! Change requests that came to an end since the last review: done, not to be done, or sent back by the team that was asked.

use std::collections::BTreeSet;

use rusqlite::params;

use super::{Found, Gathering, earlier};
use crate::domain::change::{Answer, Change, Phase};
use crate::domain::review::{Facts, InputKind};
use crate::ids::{PersonId, StreamId};
use crate::queries::{QueryFault, state};
use crate::time::{Instant, Moment};

const CANDIDATES: &str =
    "SELECT stream FROM change_request WHERE changed_us >= ?1 ORDER BY series_year, series_count";

pub fn gather(of: &Gathering<'_>) -> Result<Vec<Found>, QueryFault> {
    let from = of.period.from.begin(of.zone).micros();
    let mut candidates = of.conn.prepare_cached(CANDIDATES)?;
    let rows = candidates.query_map(params![from], |row| row.get(0))?;
    let streams: Vec<[u8; 16]> = rows.collect::<Result<_, _>>()?;
    let earlier: BTreeSet<StreamId> = earlier::all(of)?.into_iter().map(|(record, _)| record).collect();
    let mut found = Vec::new();
    for bytes in streams {
        let record = StreamId(uuid::Uuid::from_bytes(bytes));
        if earlier.contains(&record) {
            // It stands among what earlier reviews decided.
            continue;
        }
        let Some(change) = state(of.conn, record)?.and_then(|(state, _)| state.into_change()) else {
            continue;
        };
        if let Some((kind, at, person, text)) = end(&change).filter(|(_, at, _, _)| of.covers(*at, *at)) {
            let at = Some(Moment::exact(at, of.zone));
            let facts = Facts { at, person, text, ..Facts::default() };
            let (number, title) = (change.number.to_string(), change.text.title);
            found.push(Found { kind, record, part: None, number, title, facts });
        }
    }
    Ok(found)
}

/// How a change request came to an end: when, by whom and why; none while it is under way.
fn end(change: &Change) -> Option<(InputKind, Instant, Option<PersonId>, String)> {
    if let Some(stopped) = &change.stopped {
        return Some((InputKind::ChangeRefused, stopped.recorded, Some(stopped.by), stopped.note.clone()));
    }
    let since = |phase: Phase| change.reached.iter().rev().find(|reached| reached.phase == phase);
    if matches!(change.phase, Phase::Effective | Phase::TeamsInformed | Phase::Closed)
        && let Some(reached) = since(Phase::Effective)
    {
        return Some((InputKind::ChangeDone, reached.recorded, None, String::new()));
    }
    let answered = change.delegations.last()?.answered.as_ref()?;
    match &answered.answer {
        Answer::Refused { reason } => {
            Some((InputKind::ChangeRefused, answered.recorded, Some(answered.by), reason.clone()))
        }
        Answer::Accepted {} | Answer::OtherDay { .. } => None,
    }
}
