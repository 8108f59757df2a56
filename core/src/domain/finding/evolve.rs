//! The state of a finding after an event. Holds no rule.

use super::event::Event;
use super::words::{Phase, SetbackKind};
use super::{
    Checked, Confirmed, Course, Due, DueMoved, EffectWatch, Finding, Implementation, Passed, Proof, Risk,
    Setback, Taken,
};
use crate::domain::incident::Written;
use crate::ids::{PartId, PersonId};
use crate::time::{Day, Moment};

/// The state after an event. The first event of a stream makes it; an event that fits to nothing changes nothing.
pub fn evolve(finding: Option<Finding>, event: &Event, written: &Written) -> Option<Finding> {
    let Some(mut finding) = finding else { return begin(event, written) };
    finding.changed = written.recorded;
    if let Event::Restated { title, kind, details, .. } = event {
        (finding.title, finding.kind, finding.details) = (title.clone(), *kind, details.clone());
    } else if let Event::StepTakenBack { step, .. } = event {
        took_back(&mut finding, *step);
    } else {
        let before = finding.course.clone();
        apply(&mut finding.course, event, written);
        finding.steps.push(Taken {
            id: PartId(written.id.0),
            phase: finding.course.phase,
            by: written.by,
            recorded: written.recorded,
            approval: is_approval(event),
            before,
        });
    }
    Some(finding)
}

fn begin(event: &Event, written: &Written) -> Option<Finding> {
    let Event::Raised { number, origin, title, kind, details, owner, due } = event else { return None };
    let mut course = Course {
        phase: Phase::Open,
        owner: *owner,
        due: due.map(agreed),
        acceptance: String::new(),
        implementation: None,
        watch: None,
        effect: None,
        risk: None,
        dropped: String::new(),
        closing: String::new(),
        setbacks: Vec::new(),
        path: Vec::new(),
    };
    enter(&mut course, Phase::Open, None, written);
    Some(Finding {
        number: *number,
        origin: *origin,
        title: title.clone(),
        kind: *kind,
        details: details.clone(),
        course,
        steps: Vec::new(),
        taken_back: Vec::new(),
        raised_by: written.by,
        raised: written.recorded,
        changed: written.recorded,
    })
}

fn agreed(day: Day) -> Due {
    Due { day, original: day, moves: Vec::new() }
}

/// Words on which others rely: a second person's look, a risk that is borne, a proof, the end, and what failed again.
const fn is_approval(event: &Event) -> bool {
    match event {
        Event::ImplementationChecked { .. }
        | Event::ImplementationRejected { .. }
        | Event::EffectivenessConfirmed { .. }
        | Event::FoundIneffective { .. }
        | Event::Closed { .. }
        | Event::Reopened { .. }
        | Event::RiskAccepted { .. } => true,
        Event::Raised { .. }
        | Event::Restated { .. }
        | Event::Assigned { .. }
        | Event::Accepted { .. }
        | Event::Started { .. }
        | Event::DueMoved { .. }
        | Event::ImplementationReported { .. }
        | Event::EffectivenessCheckStarted { .. }
        | Event::Resumed { .. }
        | Event::Dropped { .. }
        | Event::StepTakenBack { .. } => false,
    }
}

fn apply(course: &mut Course, event: &Event, written: &Written) {
    match event {
        Event::Raised { .. } | Event::Restated { .. } | Event::StepTakenBack { .. } => {}
        Event::Assigned { owner, due, .. } => {
            course.owner = Some(*owner);
            agree(course, *due, written);
            course.acceptance.clear();
            enter(course, Phase::Assigned, None, written);
        }
        Event::Accepted { at, note } => {
            course.acceptance.clone_from(note);
            enter(course, Phase::Accepted, Some(*at), written);
        }
        Event::Started { at } => enter(course, Phase::InProgress, Some(*at), written),
        Event::DueMoved { to, reason, .. } => moved(course, *to, reason, written),
        Event::ImplementationReported { person, at, how } => {
            course.implementation = Some(claimed(*person, *at, how, written));
        }
        Event::ImplementationChecked { method, alone } => {
            if let Some(done) = &mut course.implementation {
                let (by, method, recorded) = (written.by, method.clone(), written.recorded);
                done.checked = Some(Checked { by, method, recorded, alone: *alone });
            }
            enter(course, Phase::Implemented, None, written);
        }
        Event::ImplementationRejected { reason } => {
            set_back(course, SetbackKind::NotDone, reason, None, written);
        }
        Event::EffectivenessCheckStarted { expected, note } => {
            course.watch = Some(EffectWatch { expected: *expected, note: note.clone() });
            enter(course, Phase::EffectivenessCheck, None, written);
        }
        Event::EffectivenessConfirmed { proof, note } => {
            let (by, recorded) = (written.by, written.recorded);
            course.effect = Some(Confirmed { proof: *proof, note: note.clone(), by, recorded });
            enter(course, Phase::Effective, None, written);
        }
        Event::FoundIneffective { reason, proof } => {
            set_back(course, SetbackKind::Ineffective, reason, *proof, written);
            enter(course, Phase::InProgress, None, written);
        }
        Event::Closed { note } => {
            course.closing.clone_from(note);
            enter(course, Phase::Closed, None, written);
        }
        Event::Reopened { reason, proof } => {
            set_back(course, SetbackKind::FailedAgain, reason, Some(*proof), written);
            course.closing.clear();
            enter(course, Phase::Open, None, written);
        }
        Event::RiskAccepted { approver, until, reason, alone } => {
            let (approver, until, reason) = (*approver, *until, reason.clone());
            let recorded = written.recorded;
            course.risk = Some(Risk { approver, until, reason, recorded, alone: *alone });
            enter(course, Phase::RiskAccepted, None, written);
        }
        Event::Resumed { reason } => {
            set_back(course, SetbackKind::RiskEnded, reason, None, written);
            enter(course, Phase::Open, None, written);
        }
        Event::Dropped { reason } => {
            course.dropped.clone_from(reason);
            enter(course, Phase::Dropped, None, written);
        }
    }
}

fn claimed(person: PersonId, at: Moment, how: &str, written: &Written) -> Implementation {
    let (by, recorded) = (written.by, written.recorded);
    Implementation { person, at, how: how.to_owned(), by, recorded, checked: None }
}

fn moved(course: &mut Course, to: Day, reason: &str, written: &Written) {
    match &mut course.due {
        Some(due) => {
            let (by, recorded, reason) = (written.by, written.recorded, reason.to_owned());
            due.moves.push(DueMoved { from: due.day, to, reason, by, recorded });
            due.day = to;
        }
        none => *none = Some(agreed(to)),
    }
}

/// A day is agreed on for the first time, or anew after something threw the action back, which is then why it moved.
fn agree(course: &mut Course, day: Day, written: &Written) {
    let assigned_before = course.path.iter().any(|passed| passed.phase == Phase::Assigned);
    if course.due.as_ref().is_some_and(|due| due.day == day) {
        return;
    }
    if assigned_before {
        let why = course.setbacks.last().map(|setback| setback.reason.clone()).unwrap_or_default();
        moved(course, day, &why, written);
    } else {
        course.due = Some(agreed(day));
    }
}

/// What was said to be done goes with what threw it back, and the action begins without it.
fn set_back(course: &mut Course, kind: SetbackKind, reason: &str, proof: Option<Proof>, written: &Written) {
    let (implementation, by, recorded) = (course.implementation.take(), written.by, written.recorded);
    course.setbacks.push(Setback { kind, reason: reason.to_owned(), proof, implementation, by, recorded });
    (course.watch, course.effect, course.risk) = (None, None, None);
}

fn enter(course: &mut Course, phase: Phase, at: Option<Moment>, written: &Written) {
    course.phase = phase;
    let (id, recorded, by) = (PartId(written.id.0), written.recorded, written.by);
    course.path.push(Passed { id, phase, at, recorded, by });
}

fn took_back(finding: &mut Finding, step: PartId) {
    if let Some(place) = finding.steps.iter().rposition(|taken| taken.id == step) {
        finding.course = finding.steps.remove(place).before;
        finding.taken_back.push(step);
    }
}
