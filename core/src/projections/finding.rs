//! Writes the rows of a finding. Knows no rule.

use rusqlite::{Transaction, named_params, params};

use super::register::word;
use super::{ProjectionFault, records};
use crate::domain::finding::{Finding, key};
use crate::ids::StreamId;

const PUT: &str = "INSERT OR REPLACE INTO finding(stream, series_year, series_count, number, title, title_key, phase,
    phase_rank, kind, kind_rank, priority, priority_rank, owner, due, risk_until, origin, origin_record, origin_part, step,
    step_key, cause_class, raised_us, changed_us)
  VALUES(:stream, :series_year, :series_count, :number, :title, :title_key, :phase,
    :phase_rank, :kind, :kind_rank, :priority, :priority_rank, :owner, :due, :risk_until, :origin, :origin_record,
    :origin_part, :step, :step_key, :cause_class, :raised, :changed)";

/// Writes its row and the services that it concerns.
///
/// # Errors
/// When the database cannot be written.
pub fn store(tx: &Transaction<'_>, stream: StreamId, finding: &Finding) -> Result<(), ProjectionFault> {
    records::give_number(tx, finding.number, stream)?;
    let (course, details) = (&finding.course, &finding.details);
    let concerns = &details.concerns;
    tx.prepare_cached(PUT)?.execute(named_params! {
        ":stream": stream.0.as_bytes(),
        ":series_year": finding.number.year,
        ":series_count": finding.number.count,
        ":number": finding.number.to_string(),
        ":title": finding.title,
        ":title_key": finding.title.to_lowercase(),
        ":phase": word(&course.phase),
        ":phase_rank": course.phase as i64,
        ":kind": word(&finding.kind),
        ":kind_rank": finding.kind as i64,
        ":priority": word(&details.priority),
        ":priority_rank": details.priority as i64,
        ":owner": course.owner.map(|owner| owner.to_string()),
        ":due": course.due.as_ref().map(|due| due.day.to_string()),
        ":risk_until": course.risk.as_ref().map(|risk| risk.until.to_string()),
        ":origin": word(&finding.origin.kind()),
        ":origin_record": finding.origin.record().map(|record| record.0.into_bytes()),
        ":origin_part": finding.origin.part().map(|part| part.0.into_bytes()),
        ":step": concerns.step,
        ":step_key": key(&concerns.step),
        ":cause_class": concerns.known_cause().as_ref().map(word),
        ":raised": finding.raised.micros(),
        ":changed": finding.changed.micros(),
    })?;
    tx.prepare_cached("DELETE FROM finding_service WHERE stream = ?1")?.execute([stream.0.as_bytes()])?;
    let mut put =
        tx.prepare_cached("INSERT OR IGNORE INTO finding_service(stream, service) VALUES(?1, ?2)")?;
    for service in &concerns.services {
        put.execute(params![stream.0.as_bytes(), service.0.as_bytes()])?;
    }
    Ok(())
}
