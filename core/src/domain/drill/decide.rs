//! The rules of a test: what is possible when, what starting freezes, and who approves the result.

use super::entered::Line;
use super::live::{self, Live};
use super::result::result_gaps;
use super::*;
use crate::domain::Context;
use crate::domain::plan::{Plan, Stage};

/// What follows from an order; an empty list when it changes nothing. `plan` is the record that `plan_needed` names.
///
/// # Errors
/// The reason why it is refused.
pub fn decide(
    drill: Option<&Drill>,
    command: Command,
    plan: Option<&Plan>,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let Some(drill) = drill else { return schedule(command, plan, context) };
    let live = Live { drill, context };
    Ok(match command {
        // A second press of the button is harmless.
        Command::Schedule { .. } => Vec::new(),
        Command::Arrange { arrangement } => arrange(drill, arrangement)?,
        Command::Reschedule { planned, until, reason } => {
            scheduled(drill)?;
            if planned == drill.planned && until == drill.until {
                return Ok(Vec::new());
            }
            vec![Event::Rescheduled { planned, until, was: drill.planned, reason: because(reason)? }]
        }
        Command::Cancel { reason } => {
            scheduled(drill)?;
            vec![Event::Cancelled { reason: because(reason)? }]
        }
        Command::Start { guide, when } => start(&live, plan, guide, when)?,
        Command::StartStep { step, person, despite, when } => live.start_step(step, person, despite, when)?,
        Command::PassStep { step, text, next, next_person, when } => {
            let next = next.map(|next| (next, next_person));
            live.finish(step, Outcome::Passed, text, next, when)?
        }
        Command::PartlyStep { step, deviation, next, next_person, when } => {
            let next = next.map(|next| (next, next_person));
            live.finish(step, Outcome::Partly, because(deviation)?, next, when)?
        }
        Command::FailStep { step, reason, when } => {
            live.finish(step, Outcome::Failed, because(reason)?, None, when)?
        }
        Command::SkipStep { step, reason, when } => live.skip(step, because(reason)?, when)?,
        Command::Retry { step, person, when } => live.retry(step, person, when)?,
        Command::EnterStep { code, begun, ended, outcome, text, person, despite } => {
            live.enter(&Line { code, begun, ended, outcome, text, person, despite })?
        }
        Command::CorrectStep { step, outcome, text, reason } => {
            live.correct(step, outcome, text, because(reason)?)?
        }
        Command::RetimeStep { step, begun, ended, reason } => {
            live.retime(step, begun, ended, because(reason)?)?
        }
        Command::AssignStep { step, person } => live.assign(step, person)?,
        Command::Note { id, text, step, when } => live.note(id, None, text, step, when)?,
        Command::Observe { id, observer, text, step, when } => {
            live.note(id, Some(observer), text, step, when)?
        }
        Command::AttachEvidence { evidence, step, when } => live.attach(evidence, step, when)?,
        Command::Pause { reason, when } => live.pause(because(reason)?, when)?,
        Command::Resume { when } => live.resume(when)?,
        Command::HandOver { to, note, when } => live.hand_over(to, note, when)?,
        Command::ReportLapse { id, text, told, when } => live.lapse(id, text, told, when)?,
        Command::StartClock { service, event, when } => live.start_clock(service, event, when)?,
        Command::StopClock { service, event, when } => live.stop_clock(service, event, when)?,
        Command::WithdrawClock { service, reason } => live.withdraw_clock(service, because(reason)?)?,
        Command::SetDataPoint { service, to } => live.data_point(service, to)?,
        Command::End { when } => live.end(when)?,
        Command::Abort { reason, when } => live.abort(because(reason)?, when)?,
        Command::CorrectEnd { at, reason } => live.correct_end(at, because(reason)?)?,
        Command::RecordResult { .. }
        | Command::SubmitResult {}
        | Command::RejectResult { .. }
        | Command::ApproveResult { .. }
        | Command::NoteAnalysis { .. }
        | Command::NoteReport { .. }
        | Command::Close {} => judge(drill, command, context)?,
    })
}

/// What happens when a test is over.
fn judge(drill: &Drill, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    #[allow(clippy::wildcard_enum_match_arm)] // `decide` hands over these alone.
    Ok(match command {
        Command::RecordResult { result } => {
            evaluated(drill)?;
            known_objectives(drill, &result)?;
            if drill.result.as_ref() == Some(&result) {
                return Ok(Vec::new());
            }
            vec![Event::ResultRecorded { result: Box::new(result) }]
        }
        Command::SubmitResult {} => {
            evaluated(drill)?;
            let gaps = result_gaps(drill);
            if !gaps.is_empty() {
                return Err(Refusal::ResultIncomplete { result_gaps: gaps });
            }
            vec![Event::ResultSubmitted {}]
        }
        Command::RejectResult { reason } => {
            handed_in(drill)?;
            vec![Event::ResultRejected { reason: because(reason)? }]
        }
        Command::ApproveResult { verdict, conditions, reason } => {
            approve(drill, verdict, conditions, reason, context)?
        }
        Command::NoteAnalysis { review, number } => {
            if !drill.phase.is_approved() {
                return Err(Refusal::ResultNotApproved { drill_phase: drill.phase });
            }
            let known = drill.reviews.iter().any(|analysed| analysed.review == review);
            if known { Vec::new() } else { vec![Event::AnalysisNoted { review, number }] }
        }
        Command::NoteReport { report, number, approver, at } => {
            if !drill.phase.is_approved() {
                return Err(Refusal::ResultNotApproved { drill_phase: drill.phase });
            }
            if drill.conducted_by(approver) && !context.alone {
                return Err(Refusal::ConductorMayNotApprove);
            }
            vec![Event::ReportNoted { report, number, approver, at }]
        }
        Command::Close {} => match drill.phase {
            Phase::Closed => Vec::new(),
            Phase::ResultApproved if drill.reports.is_empty() => return Err(Refusal::DrillReportMissing),
            Phase::ResultApproved => vec![Event::Closed {}],
            drill_phase => return Err(Refusal::ResultNotApproved { drill_phase }),
        },
        _ => Vec::new(),
    })
}

fn schedule(command: Command, plan: Option<&Plan>, context: &Context) -> Result<Vec<Event>, Refusal> {
    let Command::Schedule {
        title,
        plan: id,
        version,
        unapproved,
        trigger,
        occasion,
        planned,
        until,
        arrangement,
    } = command
    else {
        return Err(Refusal::DrillUnknown);
    };
    let plan = plan.ok_or(Refusal::PlanUnknown)?;
    if plan.retired.is_some() {
        return Err(Refusal::PlanRetired);
    }
    let chosen = plan.version(version).ok_or(Refusal::PlanVersionUnknown { version })?;
    let approved = chosen.stage == Stage::Approved;
    if !approved && unapproved.trim().is_empty() {
        return Err(Refusal::PlanNotApproved { version });
    }
    let about = &chosen.content.about;
    Ok(vec![Event::Scheduled(Box::new(Scheduled {
        number: context.number,
        title: if title.trim().is_empty() { about.title.clone() } else { title },
        kind: about.kind,
        scenario: about.scenario.clone(),
        plan: PlanUsed {
            plan: id,
            number: plan.number,
            version,
            unapproved: if approved { String::new() } else { unapproved },
        },
        trigger,
        occasion,
        planned,
        until,
        arrangement,
    }))])
}

/// Who takes part is said until the result is handed in; who leads only before the start.
fn arrange(drill: &Drill, arrangement: Arrangement) -> Result<Vec<Event>, Refusal> {
    let open = drill.phase == Phase::Scheduled || drill.phase.is_live() || drill.phase.is_evaluated();
    if !open {
        return Err(Refusal::ResultSettled { drill_phase: drill.phase });
    }
    if arrangement.lead != drill.arrangement.lead && drill.phase != Phase::Scheduled {
        return Err(Refusal::LeadIsHandedOver);
    }
    Ok(if arrangement == drill.arrangement { Vec::new() } else { vec![Event::Arranged { arrangement }] })
}

fn start(
    live: &Live<'_>,
    plan: Option<&Plan>,
    guide: Option<GuideUse>,
    when: When,
) -> Result<Vec<Event>, Refusal> {
    let drill = live.drill;
    if drill.phase == Phase::Running {
        return Ok(Vec::new()); // A second press of the button is harmless.
    }
    scheduled(drill)?;
    let version = drill.plan.version;
    let plan = plan.ok_or(Refusal::PlanUnknown)?;
    let chosen = plan.version(version).ok_or(Refusal::PlanVersionUnknown { version })?;
    let approved = chosen.stage == Stage::Approved;
    if !approved && drill.plan.unapproved.is_empty() {
        return Err(Refusal::PlanNotApproved { version });
    }
    if chosen.content.steps.is_empty() {
        return Err(Refusal::PlanWithoutSteps);
    }
    let when = live::timed(drill, when, live.context)?;
    if !when.late {
        live.coordinates()?;
    }
    let plan = Box::new(Frozen { content: chosen.content.clone(), approved, guide });
    Ok(vec![Event::Started { plan, when }])
}

/// The result is approved by somebody who neither conducted the test nor handed the result in; what is better than the
/// record says why.
fn approve(
    drill: &Drill,
    verdict: Verdict,
    conditions: String,
    reason: String,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    handed_in(drill)?;
    let both = drill.conducted_by(context.by) || drill.submitted_by.contains(&context.by);
    if both && !context.alone {
        return Err(Refusal::ConductorMayNotApprove);
    }
    if verdict == Verdict::WithConditions && conditions.trim().is_empty() {
        return Err(Refusal::ConditionsMissing);
    }
    let proposed = proposed_verdict(drill);
    if verdict < proposed && reason.trim().is_empty() {
        return Err(Refusal::VerdictNeedsReason { verdict: proposed });
    }
    Ok(vec![Event::ResultApproved { verdict, conditions, reason, alone: both }])
}

fn scheduled(drill: &Drill) -> Result<(), Refusal> {
    if drill.phase == Phase::Scheduled {
        Ok(())
    } else {
        Err(Refusal::DrillNotScheduled { drill_phase: drill.phase })
    }
}

fn evaluated(drill: &Drill) -> Result<(), Refusal> {
    if drill.phase.is_evaluated() {
        Ok(())
    } else {
        Err(Refusal::DrillNotEvaluated { drill_phase: drill.phase })
    }
}

fn handed_in(drill: &Drill) -> Result<(), Refusal> {
    if drill.phase == Phase::ResultSubmitted {
        Ok(())
    } else {
        Err(Refusal::ResultNotSubmitted { drill_phase: drill.phase })
    }
}

fn known_objectives(drill: &Drill, result: &DrillResult) -> Result<(), Refusal> {
    let known = |id: &PartId| {
        drill.content().is_some_and(|content| content.about.objectives.iter().any(|one| one.id == *id))
    };
    match result.ratings.iter().map(|rated| rated.objective).find(|id| !known(id)) {
        Some(id) => Err(Refusal::ObjectiveUnknown { id }),
        None => Ok(()),
    }
}

pub(super) fn because(reason: String) -> Result<String, Refusal> {
    if reason.trim().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(reason) }
}
