//! What DR tests give a review to look at: each approved result that no review analysed, and those of the period (duties.md
//! 33; ISO 22301 8.6).

use super::{Found, Gathering};
use crate::domain::drill::{Drill, recoveries};
use crate::domain::review::{Facts, InputKind};
use crate::ids::StreamId;
use crate::queries::{QueryFault, state};

/// Tests whose result was approved, oldest first: those of the period, and whatever no review analysed.
const CANDIDATES: &str =
    "SELECT stream FROM drill WHERE verdict IS NOT NULL AND (analysed = 0 OR over_us >= ?1)
  ORDER BY over_us, stream";

pub fn gather(of: &Gathering<'_>) -> Result<Vec<Found>, QueryFault> {
    let from = of.period.from.begin(of.zone);
    let mut candidates = of.conn.prepare_cached(CANDIDATES)?;
    let rows = candidates.query_map([from.micros()], |row| row.get(0))?;
    let streams: Vec<[u8; 16]> = rows.collect::<Result<_, _>>()?;
    let mut found = Vec::new();
    for bytes in streams {
        let record = StreamId(uuid::Uuid::from_bytes(bytes));
        if let Some(drill) = state(of.conn, record)?.and_then(|(state, _)| state.into_drill()) {
            found.extend(result(of, record, &drill));
        }
    }
    Ok(found)
}

fn result(of: &Gathering<'_>, record: StreamId, drill: &Drill) -> Option<Found> {
    let (over, judged) = (drill.over.as_ref()?, drill.verdict.as_ref()?);
    if !drill.reviews.is_empty() && !of.covers(over.timed.at.at, judged.recorded) {
        return None;
    }
    let measured = recoveries(drill, over.timed.at.at, None);
    let every = |met: Vec<bool>| (!met.is_empty()).then(|| met.into_iter().all(|met| met));
    let improvements = drill.result.as_ref().map(|result| result.improvements.clone());
    let facts = Facts {
        at: Some(over.timed.at),
        verdict: Some(judged.verdict),
        recovery: measured.iter().filter_map(|service| service.recovery).max(),
        rto_met: every(measured.iter().filter_map(|service| service.rto_met).collect()),
        rpo_met: every(measured.iter().filter_map(|service| service.rpo_met).collect()),
        person: Some(drill.arrangement.lead),
        text: improvements.unwrap_or_default(),
        ..Facts::default()
    };
    let (number, title) = (drill.number.to_string(), drill.title.clone());
    Some(Found { kind: InputKind::TestResult, record, part: None, number, title, facts })
}
