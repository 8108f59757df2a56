//! What follows from an order about a finding, or why it is refused. The only place with its rules.

use super::command::Command;
use super::event::Event;
use super::later::{Later, failed, passed};
use super::refusal::Refusal;
use super::words::{Details, Kind, Origin, Phase, Proof};
use super::{Finding, Implementation};
use crate::domain::{Context, State};
use crate::ids::{PartId, PersonId, StreamId};
use crate::time::{Day, Moment};

/// What follows from an order. `cited` is the record that the order points to, as [`super::cites`] says.
///
/// # Errors
/// The reason why it is refused.
pub fn decide(
    finding: Option<&Finding>,
    command: Command,
    cited: Option<&State>,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let Some(now) = finding else {
        let Command::Raise { origin, title, kind, details, owner, due } = command else {
            return Err(Refusal::FindingUnknown);
        };
        comes_from(origin, cited)?;
        let number = context.number;
        let raised = Event::Raised { number, origin, title: titled(title)?, kind, details, owner, due };
        let assigned = owner.zip(due).map(|(owner, due)| Event::Assigned { owner, due, was: None });
        return Ok([raised].into_iter().chain(assigned).collect());
    };
    match command {
        Command::Raise { .. } => Ok(vec![]), // A second press of the button is harmless.
        Command::Restate { title, kind, details } => restate(now, title, kind, details),
        Command::Assign { owner, due } => assign(now, owner, due),
        Command::Accept { at, note } => {
            stands(now, &[Phase::Assigned])?;
            past(at, context)?;
            Ok(vec![Event::Accepted { at, note }])
        }
        Command::Start { at } => {
            stands(now, &[Phase::Accepted])?;
            past(at, context)?;
            Ok(vec![Event::Started { at }])
        }
        Command::MoveDue { to, reason } => move_due(now, to, reason),
        Command::ReportImplemented { person, at, how } => {
            stands(now, &[Phase::InProgress])?;
            if now.course.implementation.is_some() {
                return Err(Refusal::FindingReportedAlready);
            }
            past(at, context)?;
            let how = said(how, Refusal::FindingHowMissing)?;
            Ok(vec![Event::ImplementationReported { person, at, how }])
        }
        Command::CheckImplementation { method } => check(now, method, context),
        Command::RejectImplementation { reason } => {
            reported(now)?;
            Ok(vec![Event::ImplementationRejected { reason: because(reason)? }])
        }
        Command::StartEffectivenessCheck { expected, note } => {
            stands(now, &[Phase::Implemented])?;
            Ok(vec![Event::EffectivenessCheckStarted { expected, note }])
        }
        Command::ConfirmEffective { proof, note } => {
            stands(now, &[Phase::EffectivenessCheck])?;
            let proof = passed(now, &later(proof, cited)?)?;
            Ok(vec![Event::EffectivenessConfirmed { proof, note }])
        }
        Command::FindIneffective { reason, proof } => {
            stands(now, &[Phase::EffectivenessCheck])?;
            let proof = proof.map(|record| again(now, record, cited)).transpose()?;
            Ok(vec![Event::FoundIneffective { reason: because(reason)?, proof }])
        }
        Command::Close { note } => {
            stands(now, &[Phase::Effective])?;
            Ok(vec![Event::Closed { note }])
        }
        Command::Reopen { reason, proof } => {
            stands(now, &[Phase::Effective, Phase::Closed])?;
            let proof = again(now, proof, cited)?;
            Ok(vec![Event::Reopened { reason: because(reason)?, proof }])
        }
        Command::AcceptRisk { until, reason } => accept_risk(now, until, reason, context),
        Command::Resume { reason } => resume(now, reason, context),
        Command::Drop { reason } => {
            stands(now, &[Phase::Open, Phase::Assigned, Phase::Accepted, Phase::InProgress])?;
            Ok(vec![Event::Dropped { reason: because(reason)? }])
        }
        Command::TakeBack { step, reason } => take_back(now, step, reason),
    }
}

/// The record that a finding comes from is of that noun, and a recommendation or a deficiency is one of its own.
fn comes_from(origin: Origin, cited: Option<&State>) -> Result<(), Refusal> {
    let there = match (origin, cited) {
        (Origin::Incident { part, .. }, Some(State::Incident(incident))) => {
            part.is_none_or(|part| incident.recommendations.iter().any(|one| one.id == part))
        }
        (Origin::Drill { .. }, Some(State::Drill(drill))) => drill.started.is_some(),
        (Origin::Review { item, .. }, Some(State::Review(review))) => {
            let held = |item| {
                review.content.deficiencies.iter().any(|held| held.id == item && held.dropped.is_none())
            };
            item.is_none_or(held)
        }
        (Origin::Hand, _) => true,
        (Origin::Incident { .. } | Origin::Review { .. } | Origin::Drill { .. }, _) => false,
    };
    if there { Ok(()) } else { Err(Refusal::FindingOriginUnknown) }
}

fn restate(now: &Finding, title: String, kind: Kind, details: Details) -> Result<Vec<Event>, Refusal> {
    let title = titled(title)?;
    if !now.course.phase.is_to_be_done() || now.course.implementation.is_some() {
        return Err(Refusal::FindingTextStands);
    }
    if (&now.title, now.kind, &now.details) == (&title, kind, &details) {
        return Ok(vec![]);
    }
    let (was_title, was_kind, was) = (now.title.clone(), now.kind, now.details.clone());
    Ok(vec![Event::Restated { title, kind, details, was_title, was_kind, was }])
}

/// Whoever else gets the action has to accept it anew.
fn assign(now: &Finding, owner: PersonId, due: Option<Day>) -> Result<Vec<Event>, Refusal> {
    stands(now, &[Phase::Open, Phase::Assigned, Phase::Accepted, Phase::InProgress])?;
    if now.course.implementation.is_some() {
        return Err(Refusal::FindingReportedAlready);
    }
    let stood = now.course.due.as_ref().map(|due| due.day);
    let day = due.or(stood).ok_or(Refusal::FindingDueMissing)?;
    if stood.is_some_and(|stood| stood != day) && now.course.phase != Phase::Open {
        return Err(Refusal::FindingReasonMissing); // A day that was agreed is moved by its own order, which says why.
    }
    if now.course.phase != Phase::Open && now.course.owner == Some(owner) {
        return Ok(vec![]);
    }
    Ok(vec![Event::Assigned { owner, due: day, was: now.course.owner }])
}

fn move_due(now: &Finding, to: Day, reason: String) -> Result<Vec<Event>, Refusal> {
    stands(now, &[Phase::Open, Phase::Assigned, Phase::Accepted, Phase::InProgress])?;
    let from = now.course.due.as_ref().map(|due| due.day);
    if from == Some(to) {
        return Ok(vec![]);
    }
    Ok(vec![Event::DueMoved { from, to, reason: because(reason)? }])
}

fn reported(now: &Finding) -> Result<&Implementation, Refusal> {
    stands(now, &[Phase::InProgress])?;
    now.course.implementation.as_ref().ok_or(Refusal::FindingNotReported)
}

/// What is done is checked by somebody who neither did it nor said so (state-machines.md: checker ≠ implementer).
fn check(now: &Finding, method: String, context: &Context) -> Result<Vec<Event>, Refusal> {
    let done = reported(now)?;
    let method = said(method, Refusal::FindingMethodMissing)?;
    let independent = done.person != context.by && done.by != context.by;
    if independent || context.alone {
        Ok(vec![Event::ImplementationChecked { method, alone: !independent }])
    } else {
        Err(Refusal::FindingCheckerNotIndependent)
    }
}

fn accept_risk(now: &Finding, until: Day, reason: String, context: &Context) -> Result<Vec<Event>, Refusal> {
    stands(now, &[Phase::Open, Phase::Assigned, Phase::Accepted, Phase::InProgress])?;
    let today = Day::at(context.now, context.zone);
    if until <= today {
        return Err(Refusal::FindingRiskEndsTooSoon { today });
    }
    let reason = because(reason)?;
    let independent = now.course.owner != Some(context.by);
    if !independent && !context.alone {
        return Err(Refusal::FindingApproverNotIndependent);
    }
    Ok(vec![Event::RiskAccepted { approver: context.by, until, reason, alone: !independent }])
}

/// On the risk's last day nobody has to say why.
fn resume(now: &Finding, reason: String, context: &Context) -> Result<Vec<Event>, Refusal> {
    stands(now, &[Phase::RiskAccepted])?;
    let ended = now.phase_on(Day::at(context.now, context.zone)) != Phase::RiskAccepted;
    Ok(vec![Event::Resumed { reason: if ended { reason } else { because(reason)? } }])
}

/// Only the newest step, and none on which others rely.
fn take_back(now: &Finding, step: PartId, reason: String) -> Result<Vec<Event>, Refusal> {
    if now.taken_back.contains(&step) {
        return Ok(vec![]); // A second press of the button is harmless.
    }
    let newest = now.steps.last().ok_or(Refusal::FindingNothingToTakeBack)?;
    if newest.id != step {
        return Err(Refusal::FindingNotNewestStep);
    }
    if newest.approval {
        return Err(Refusal::FindingStepStands);
    }
    let (phase, was) = (newest.before.phase, now.course.phase);
    Ok(vec![Event::StepTakenBack { step, phase, was, reason: because(reason)? }])
}

fn later(record: StreamId, cited: Option<&State>) -> Result<Later, Refusal> {
    cited.and_then(|state| Later::of(record, state)).ok_or(Refusal::FindingProofUnknown)
}

fn again(now: &Finding, record: StreamId, cited: Option<&State>) -> Result<Proof, Refusal> {
    failed(now, &later(record, cited)?)
}

fn stands(now: &Finding, there: &[Phase]) -> Result<(), Refusal> {
    let finding_phase = now.course.phase;
    if there.contains(&finding_phase) { Ok(()) } else { Err(Refusal::FindingElsewhere { finding_phase }) }
}

fn past(at: Moment, context: &Context) -> Result<(), Refusal> {
    if at.at > context.now { Err(Refusal::FindingMomentInFuture) } else { Ok(()) }
}

fn said(text: String, missing: Refusal) -> Result<String, Refusal> {
    if text.trim().is_empty() { Err(missing) } else { Ok(text) }
}

fn titled(title: String) -> Result<String, Refusal> {
    said(title, Refusal::FindingTitleMissing)
}

fn because(reason: String) -> Result<String, Refusal> {
    said(reason, Refusal::FindingReasonMissing)
}
