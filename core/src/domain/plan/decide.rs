//! The rules of an action plan: what is frozen, who approves, and that its steps can be carried out.

use super::{Command, Event, Plan, PlanStep, Refusal, Stage, Version, check, gaps};
use crate::domain::Context;
use crate::ids::PartId;

/// What follows from an order; an empty list when it changes nothing.
///
/// # Errors
/// The reason why it is refused.
pub fn decide(plan: Option<&Plan>, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    let Some(plan) = plan else {
        let Command::Open { content } = command else { return Err(Refusal::PlanUnknown) };
        titled(&content.about.title)?;
        check(&content.steps)?;
        return Ok(vec![Event::Opened { number: context.number, content }]);
    };
    let newest = plan.newest().ok_or(Refusal::PlanUnknown)?;
    if plan.retired.is_some() && !matches!(command, Command::Reinstate { .. }) {
        return Err(Refusal::PlanRetired);
    }
    about(plan, newest, command, context)
}

fn about(plan: &Plan, newest: &Version, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    Ok(match command {
        // A second press of the button is harmless.
        Command::Open { .. } => Vec::new(),
        Command::Describe { about } => {
            open(newest)?;
            titled(&about.title)?;
            unless(about == newest.content.about, Event::Described { about })
        }
        Command::PutStep { step, place } => {
            open(newest)?;
            put(newest, step, place)?
        }
        Command::MoveStep { id, place } => {
            open(newest)?;
            let at = place_of(newest, id)?;
            let last = newest.content.steps.len().saturating_sub(1);
            unless(
                usize::try_from(place).is_ok_and(|place| place.min(last) == at),
                Event::StepMoved { id, place },
            )
        }
        Command::RemoveStep { id } => {
            open(newest)?;
            remove(newest, id)?
        }
        Command::TakeOver { content, source } => {
            open(newest)?;
            titled(&content.about.title)?;
            check(&content.steps)?;
            unless(content == newest.content, Event::TakenOver { content, source })
        }
        Command::Submit {} => {
            open(newest)?;
            let gaps = gaps(&newest.content);
            if !gaps.is_empty() {
                return Err(Refusal::PlanIncomplete { plan_gaps: gaps });
            }
            vec![Event::Submitted { version: newest.number }]
        }
        Command::Approve { version } => {
            let submitted = submitted(plan, version)?;
            let alone = submitted.authors.contains(&context.by);
            if alone && !context.alone {
                return Err(Refusal::AuthorMayNotApprove);
            }
            vec![Event::Approved { version, alone }]
        }
        Command::Reject { reason } => {
            submitted(plan, newest.number)?;
            vec![Event::Rejected { version: newest.number, reason: because(reason)? }]
        }
        Command::BeginVersion { reason } => {
            if newest.stage != Stage::Approved {
                return Err(Refusal::VersionStillOpen { version: newest.number });
            }
            vec![Event::VersionBegun { version: newest.number.saturating_add(1), reason: because(reason)? }]
        }
        Command::Retire { reason } => vec![Event::Retired { reason: because(reason)? }],
        Command::Reinstate { reason } => {
            if plan.retired.is_none() {
                return Err(Refusal::PlanNotRetired);
            }
            vec![Event::Reinstated { reason: because(reason)? }]
        }
    })
}

fn put(newest: &Version, step: PlanStep, place: Option<u32>) -> Result<Vec<Event>, Refusal> {
    let mut steps = newest.content.steps.clone();
    let known = steps.iter().position(|known| known.id == step.id);
    match known {
        Some(at) => steps[at] = step.clone(),
        None => steps.push(step.clone()),
    }
    check(&steps)?;
    let stays = known.is_some_and(|at| newest.content.steps.get(at) == Some(&step))
        && place.is_none_or(|place| usize::try_from(place).ok() == known);
    Ok(unless(stays, Event::StepPut { step, place }))
}

fn remove(newest: &Version, id: PartId) -> Result<Vec<Event>, Refusal> {
    let at = place_of(newest, id)?;
    let steps = &newest.content.steps;
    let needing: Vec<String> =
        steps.iter().filter(|step| step.depends_on.contains(&id)).map(|step| step.number.clone()).collect();
    if needing.is_empty() {
        Ok(vec![Event::StepRemoved { id }])
    } else {
        Err(Refusal::StepNeeded { step: steps[at].number.clone(), steps: needing })
    }
}

fn place_of(version: &Version, id: PartId) -> Result<usize, Refusal> {
    version.content.steps.iter().position(|step| step.id == id).ok_or(Refusal::StepUnknown { id })
}

/// A version that is written in: nobody handed it in, or it came back.
fn open(version: &Version) -> Result<(), Refusal> {
    match version.stage {
        Stage::Draft | Stage::Rejected => Ok(()),
        plan_stage @ (Stage::Submitted | Stage::Approved) => {
            Err(Refusal::VersionNotOpen { version: version.number, plan_stage })
        }
    }
}

fn submitted(plan: &Plan, version: u32) -> Result<&Version, Refusal> {
    let version = plan.version(version).ok_or(Refusal::PlanVersionUnknown { version })?;
    if version.stage == Stage::Submitted {
        Ok(version)
    } else {
        Err(Refusal::VersionNotSubmitted { version: version.number, plan_stage: version.stage })
    }
}

fn titled(title: &str) -> Result<(), Refusal> {
    if title.trim().is_empty() { Err(Refusal::TextMissing { field: "title".to_owned() }) } else { Ok(()) }
}

fn because(reason: String) -> Result<String, Refusal> {
    if reason.trim().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(reason) }
}

fn unless(same: bool, event: Event) -> Vec<Event> {
    if same { Vec::new() } else { vec![event] }
}
