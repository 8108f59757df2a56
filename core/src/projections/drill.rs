//! Writes the row of a DR test, and what it proved once its result is approved. Knows no rule.

use rusqlite::{Transaction, named_params, params};

use super::guide::{self, Used};
use super::register::word;
use super::{ProjectionFault, records};
use crate::domain::drill::{Drill, Outcome, proofs, retest};
use crate::domain::incident::StepResult;
use crate::domain::plan::PlanStep;
use crate::ids::StreamId;

const PUT: &str = "INSERT OR REPLACE INTO drill(stream, series_year, series_count, number, title, title_key, kind, kind_rank,
    scenario, scenario_key, plan, plan_number, plan_version, phase, phase_rank, live, verdict, retest, analysed, reported, lead,
    planned_us, started_us, over_us, changed_us)
  VALUES(:stream, :series_year, :series_count, :number, :title, :title_key, :kind, :kind_rank,
    :scenario, :scenario_key, :plan, :plan_number, :plan_version, :phase, :phase_rank, :live, :verdict, :retest, :analysed,
    :reported, :lead, :planned, :started, :over, :changed)";

/// Writes its rows.
///
/// # Errors
/// When the database cannot be written.
pub fn store(tx: &Transaction<'_>, stream: StreamId, drill: &Drill) -> Result<(), ProjectionFault> {
    records::give_number(tx, drill.number, stream)?;
    let micros = |stamp: &crate::domain::drill::Stamp| stamp.timed.at.at.micros();
    tx.prepare_cached(PUT)?.execute(named_params! {
        ":stream": stream.0.as_bytes(),
        ":series_year": drill.number.year,
        ":series_count": drill.number.count,
        ":number": drill.number.to_string(),
        ":title": drill.title,
        ":title_key": drill.title.to_lowercase(),
        ":kind": word(&drill.kind),
        ":kind_rank": drill.kind as i64,
        ":scenario": drill.scenario,
        ":scenario_key": drill.scenario.to_lowercase(),
        ":plan": drill.plan.plan.0.as_bytes(),
        ":plan_number": drill.plan.number.to_string(),
        ":plan_version": drill.plan.version,
        ":phase": word(&drill.phase),
        ":phase_rank": drill.phase as i64,
        ":live": drill.phase.is_live(),
        ":verdict": drill.verdict.as_ref().map(|judged| word(&judged.verdict)),
        ":retest": retest(drill).map(|(reason, _)| word(&reason)),
        ":analysed": !drill.reviews.is_empty(),
        ":reported": !drill.reports.is_empty(),
        ":lead": drill.arrangement.lead.0.as_bytes(),
        ":planned": drill.planned.at.micros(),
        ":started": drill.started.as_ref().map(micros),
        ":over": drill.over.as_ref().map(micros),
        ":changed": drill.changed.micros(),
    })?;
    guide::store_use(tx, stream, used_by(drill).as_ref(), drill.started.is_some())?;
    if drill.phase.is_approved() {
        prove(tx, stream, drill)?;
    }
    Ok(())
}

/// What a test says of the guide that was frozen when it began; none as long as it named none.
fn used_by(drill: &Drill) -> Option<Used<'_>> {
    let (frozen, started) = drill.frozen.as_ref().zip(drill.started.as_ref())?;
    let step = |step: &'_ PlanStep| {
        let attempt = drill.last_attempt(step.id)?;
        let (outcome, ended) = attempt.outcome.zip(attempt.ended.as_ref())?;
        Some((went(outcome), ended.timed.at.at))
    };
    // Until the result is approved what was recorded can be put right: it proves nothing yet.
    let proves = drill.phase.is_approved();
    let steps = frozen.content.steps.iter().filter(|_| proves);
    let steps = steps.filter_map(|held| step(held).map(|(result, at)| (held.title.as_str(), result, at)));
    Some(Used {
        number: drill.number,
        title: &drill.title,
        guide: frozen.guide.as_ref()?,
        at: started.timed.at.at,
        steps: steps.collect(),
    })
}

/// How a step of a test went, in the words of a recovery.
const fn went(outcome: Outcome) -> StepResult {
    match outcome {
        Outcome::Passed => StepResult::Done,
        Outcome::Partly => StepResult::Deviated,
        Outcome::Failed => StepResult::Failed,
        Outcome::Skipped => StepResult::Skipped,
    }
}

fn prove(tx: &Transaction<'_>, stream: StreamId, drill: &Drill) -> Result<(), ProjectionFault> {
    let mut put = tx.prepare_cached(
        "INSERT OR REPLACE INTO drill_proof(drill, step, plan, scenario, services, person, day)
         VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for proof in proofs(drill) {
        let services: Vec<String> = proof.services.iter().map(ToString::to_string).collect();
        put.execute(params![
            stream.0.as_bytes(),
            proof.step.0.as_bytes(),
            proof.plan.0.as_bytes(),
            proof.scenario,
            services.join(" "),
            proof.person.map(|person| person.0.into_bytes()),
            proof.day.to_string(),
        ])?;
    }
    Ok(())
}
