//! Writes the row of a process review. Knows no rule.

use rusqlite::{Transaction, named_params};

use super::register::word;
use super::{ProjectionFault, records};
use crate::domain::review::{Review, Trigger};
use crate::ids::StreamId;
use crate::time::Instant;

/// The tables and indexes.
pub const SCHEMA: &str = include_str!("review.sql");

const PUT: &str = "INSERT OR REPLACE INTO review(stream, series_year, series_count, number, trigger, trigger_data, incident,
    phase, phase_rank, open, planned, rule, base, lead, version, approved, next, gathered_us, items, undecided, changes,
    reported, changed_us)
  VALUES(:stream, :series_year, :series_count, :number, :trigger, :trigger_data, :incident,
    :phase, :phase_rank, :open, :planned, :rule, :base, :lead, :version, :approved, :next, :gathered, :items, :undecided,
    :changes, :reported, :changed)";

/// Writes its row.
///
/// # Errors
/// When the database cannot be written.
pub fn store(tx: &Transaction<'_>, stream: StreamId, review: &Review) -> Result<(), ProjectionFault> {
    records::give_number(tx, review.number, stream)?;
    let base = review.base();
    let approved = review.approved().map(|version| &version.content);
    let incident = match review.trigger {
        Trigger::AfterEmergency { incident, .. } => Some(incident.0.into_bytes()),
        Trigger::Periodic { .. } | Trigger::OnDemand { .. } => None,
    };
    tx.prepare_cached(PUT)?.execute(named_params! {
        ":stream": stream.0.as_bytes(),
        ":series_year": review.number.year,
        ":series_count": review.number.count,
        ":number": review.number.to_string(),
        ":trigger": kind(&review.trigger),
        ":trigger_data": serde_json::to_string(&review.trigger).unwrap_or_default(),
        ":incident": incident,
        ":phase": word(&review.phase),
        ":phase_rank": review.phase as i64,
        ":open": review.phase.is_open(),
        ":planned": review.planned.to_string(),
        ":rule": base.map(|(rule, _)| word(&rule)),
        ":base": base.map(|(_, base)| base.to_string()),
        ":lead": review.lead().map(|lead| lead.to_string()),
        ":version": review.version,
        ":approved": review.approved_on().map(|day| day.to_string()),
        ":next": approved.and_then(|content| content.next).map(|day| day.to_string()),
        ":gathered": approved.and_then(|content| content.gathered).map(Instant::micros),
        ":items": count(review.content.items.len()),
        ":undecided": count(review.content.undecided()),
        ":changes": count(review.content.changes()),
        ":reported": review.is_reported(),
        ":changed": review.changed.micros(),
    })?;
    Ok(())
}

/// The word under which a trigger is filtered.
pub const fn kind(trigger: &Trigger) -> &'static str {
    match trigger {
        Trigger::AfterEmergency { .. } => "afterEmergency",
        Trigger::Periodic { .. } => "periodic",
        Trigger::OnDemand { .. } => "onDemand",
    }
}

fn count(items: usize) -> i64 {
    i64::try_from(items).unwrap_or(i64::MAX)
}
