//! Writes the row of an action plan. Knows no rule.

use rusqlite::{Transaction, named_params};

use super::register::word;
use super::{ProjectionFault, records};
use crate::domain::plan::Plan;
use crate::ids::StreamId;

const PUT: &str = "INSERT OR REPLACE INTO plan(stream, series_year, series_count, number, title, title_key, kind, kind_rank,
    scenario, scenario_key, stage, stage_rank, version, approved, steps, minutes, retired, changed_us)
  VALUES(:stream, :series_year, :series_count, :number, :title, :title_key, :kind, :kind_rank,
    :scenario, :scenario_key, :stage, :stage_rank, :version, :approved, :steps, :minutes, :retired, :changed)";

/// Writes its row.
///
/// # Errors
/// When the database cannot be written.
pub fn store(tx: &Transaction<'_>, stream: StreamId, plan: &Plan) -> Result<(), ProjectionFault> {
    records::give_number(tx, plan.number, stream)?;
    let Some(newest) = plan.newest() else { return Ok(()) };
    let about = &newest.content.about;
    let minutes = newest.content.planned().iter().map(|planned| planned.ends).max().unwrap_or(0);
    tx.prepare_cached(PUT)?.execute(named_params! {
        ":stream": stream.0.as_bytes(),
        ":series_year": plan.number.year,
        ":series_count": plan.number.count,
        ":number": plan.number.to_string(),
        ":title": about.title,
        ":title_key": about.title.to_lowercase(),
        ":kind": word(&about.kind),
        ":kind_rank": about.kind as i64,
        ":scenario": about.scenario,
        ":scenario_key": about.scenario.to_lowercase(),
        ":stage": word(&newest.stage),
        ":stage_rank": newest.stage as i64,
        ":version": newest.number,
        ":approved": plan.approved().map(|version| version.number),
        ":steps": i64::try_from(newest.content.steps.len()).unwrap_or(i64::MAX),
        ":minutes": minutes,
        ":retired": plan.retired.is_some(),
        ":changed": plan.changed.micros(),
    })?;
    Ok(())
}
