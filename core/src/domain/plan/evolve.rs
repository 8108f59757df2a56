//! Folds an event into the state of an action plan. Holds no rule.

use std::collections::BTreeSet;

use super::{Event, Plan, PlanContent, PlanPassed, PlanStep, Stage, Version};
use crate::domain::incident::Written;
use crate::ids::PartId;

/// The state after an event. The first event of a stream makes it; an event that fits to nothing changes nothing.
pub fn evolve(plan: Option<Plan>, event: &Event, written: &Written) -> Option<Plan> {
    let Some(mut plan) = plan else {
        let Event::Opened { number, content } = event else { return None };
        return Some(Plan {
            number: *number,
            versions: vec![begun(1, content.clone(), "", written)],
            retired: None,
            opened_by: written.by,
            opened: written.recorded,
            changed: written.recorded,
        });
    };
    plan.changed = written.recorded;
    match event {
        Event::Opened { .. } => {}
        Event::Described { about } => write(&mut plan, written, |content| content.about = about.clone()),
        Event::StepPut { step, place } => write(&mut plan, written, |content| put(content, step, *place)),
        Event::StepMoved { id, place } => write(&mut plan, written, |content| {
            if let Some(step) = take(content, *id) {
                insert(content, step, Some(*place));
            }
        }),
        Event::StepRemoved { id } => write(&mut plan, written, |content| {
            take(content, *id);
        }),
        Event::TakenOver { content: new, .. } => write(&mut plan, written, |content| *content = new.clone()),
        Event::Submitted { version } => {
            enter(&mut plan, *version, Stage::Submitted, "", false, written);
            if let Some(version) = plan.versions.last_mut() {
                version.authors.insert(written.by);
            }
        }
        Event::Approved { version, alone } => {
            enter(&mut plan, *version, Stage::Approved, "", *alone, written);
        }
        Event::Rejected { version, reason } => {
            enter(&mut plan, *version, Stage::Rejected, reason, false, written);
        }
        Event::VersionBegun { version, reason } => {
            let content = plan.newest().map(|newest| newest.content.clone()).unwrap_or_default();
            plan.versions.push(begun(*version, content, reason, written));
        }
        Event::Retired { reason } => plan.retired = Some(reason.clone()),
        Event::Reinstated { .. } => plan.retired = None,
    }
    Some(plan)
}

fn begun(number: u32, content: PlanContent, reason: &str, written: &Written) -> Version {
    // Whoever begins a version has written nothing in it yet, except in the first.
    let authors = if number == 1 { BTreeSet::from([written.by]) } else { BTreeSet::new() };
    let path = vec![passed(Stage::Draft, reason, false, written)];
    Version { number, content, stage: Stage::Draft, authors, path }
}

fn passed(stage: Stage, reason: &str, alone: bool, written: &Written) -> PlanPassed {
    PlanPassed { stage, by: written.by, recorded: written.recorded, reason: reason.to_owned(), alone }
}

fn enter(plan: &mut Plan, version: u32, stage: Stage, reason: &str, alone: bool, written: &Written) {
    if let Some(version) = plan.versions.iter_mut().find(|known| known.number == version) {
        version.stage = stage;
        version.path.push(passed(stage, reason, alone, written));
    }
}

/// Writes in the newest version; one that came back becomes a draft by that.
fn write(plan: &mut Plan, written: &Written, change: impl FnOnce(&mut PlanContent)) {
    let Some(version) = plan.versions.last_mut() else { return };
    change(&mut version.content);
    version.authors.insert(written.by);
    if version.stage != Stage::Draft {
        version.stage = Stage::Draft;
        version.path.push(passed(Stage::Draft, "", false, written));
    }
}

fn put(content: &mut PlanContent, step: &PlanStep, place: Option<u32>) {
    let was = content.steps.iter().position(|known| known.id == step.id);
    take(content, step.id);
    insert(content, step.clone(), place.or_else(|| was.and_then(|at| u32::try_from(at).ok())));
}

fn take(content: &mut PlanContent, id: PartId) -> Option<PlanStep> {
    let at = content.steps.iter().position(|step| step.id == id)?;
    Some(content.steps.remove(at))
}

fn insert(content: &mut PlanContent, step: PlanStep, place: Option<u32>) {
    let last = content.steps.len();
    let at = place.and_then(|place| usize::try_from(place).ok()).unwrap_or(last).min(last);
    content.steps.insert(at, step);
}
