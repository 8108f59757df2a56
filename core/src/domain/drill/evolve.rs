//! Folds an event into the state of a test. Holds no rule.

use super::*;
use crate::domain::Context;
use crate::domain::incident::Written;
use crate::ids::EventId;

/// The state after an event. The first event of a stream makes it; an event that fits to nothing changes nothing.
pub fn evolve(drill: Option<Drill>, event: &Event, written: &Written) -> Option<Drill> {
    let Some(mut drill) = drill else {
        let Event::Scheduled(scheduled) = event else { return None };
        return Some(begin(scheduled, written));
    };
    drill.changed = written.recorded;
    if let Some(timed) = event.timed() {
        drill.marks.push(stamp(timed, written));
    }
    apply(&mut drill, event, written);
    Some(drill)
}

/// The state after events that nobody has written down yet: what an order would find that comes right behind them.
pub(super) fn after(drill: Drill, events: &[Event], context: &Context) -> Drill {
    let written = Written { id: EventId(uuid::Uuid::nil()), by: context.by, recorded: context.now };
    events.iter().fold(drill, |mut drill, event| {
        apply(&mut drill, event, &written);
        drill
    })
}

fn begin(scheduled: &Scheduled, written: &Written) -> Drill {
    let Scheduled { number, title, kind, scenario, plan, trigger, occasion, planned, until, arrangement } =
        scheduled.clone();
    let mut drill = Drill {
        number,
        title,
        kind,
        scenario,
        plan,
        trigger,
        occasion,
        planned,
        until,
        moved: Vec::new(),
        arrangement,
        phase: Phase::Scheduled,
        path: Vec::new(),
        frozen: None,
        started: None,
        over: None,
        aborted: None,
        marks: Vec::new(),
        attempts: BTreeMap::new(),
        notes: Vec::new(),
        evidence: Vec::new(),
        pauses: Vec::new(),
        coordinators: Vec::new(),
        lapses: Vec::new(),
        clocks: BTreeMap::new(),
        result: None,
        submitted_by: BTreeSet::new(),
        verdict: None,
        reviews: Vec::new(),
        reports: Vec::new(),
        recorded_by: written.by,
        recorded: written.recorded,
        changed: written.recorded,
    };
    enter(&mut drill, Phase::Scheduled, None, "", written);
    drill
}

fn stamp(timed: &Timed, written: &Written) -> Stamp {
    Stamp { timed: timed.clone(), recorded: written.recorded, by: written.by }
}

fn enter(drill: &mut Drill, phase: Phase, at: Option<Moment>, reason: &str, written: &Written) {
    drill.phase = phase;
    let (recorded, by, reason) = (written.recorded, written.by, reason.to_owned());
    drill.path.push(DrillPassed { phase, at, recorded, by, reason });
}

fn apply(drill: &mut Drill, event: &Event, written: &Written) {
    match event {
        Event::Scheduled(_) => {}
        Event::Arranged { arrangement } => drill.arrangement = arrangement.clone(),
        Event::Rescheduled { planned, until, was, reason } => {
            drill.moved.push(Moved { was: *was, reason: reason.clone(), by: written.by });
            (drill.planned, drill.until) = (*planned, *until);
        }
        Event::Cancelled { reason } => enter(drill, Phase::Cancelled, None, reason, written),
        Event::Started { plan, when } => begin_course(drill, plan, when, written),
        Event::StepStarted { .. }
        | Event::StepPassed { .. }
        | Event::StepPartlyPassed { .. }
        | Event::StepFailed { .. }
        | Event::StepSkipped { .. }
        | Event::StepCorrected { .. }
        | Event::StepRetimed(_)
        | Event::StepAssigned { .. } => apply_step(drill, event, written),
        Event::Noted { id, text, step, when } => {
            note(drill, *id, None, text, *step, stamp(when, written));
        }
        Event::Observed { id, observer, text, step, when } => {
            note(drill, *id, Some(*observer), text, *step, stamp(when, written));
        }
        Event::EvidenceAttached { evidence, step, .. } => drill.evidence.push((evidence.clone(), *step)),
        Event::Paused { reason, when } => {
            let from = stamp(when, written);
            drill.pauses.push(Pause { reason: reason.clone(), from, until: None });
            enter(drill, Phase::Interrupted, Some(when.at), reason, written);
        }
        Event::Resumed { when } => {
            if let Some(pause) = drill.pauses.last_mut() {
                pause.until = Some(stamp(when, written));
            }
            enter(drill, Phase::Running, Some(when.at), "", written);
        }
        Event::HandedOver { to, note, when, .. } => {
            let (since, note) = (stamp(when, written), note.clone());
            drill.coordinators.push(Coordinator { person: *to, since, note });
        }
        Event::LapseReported { id, text, told, when } => {
            let (text, stamp) = (text.clone(), stamp(when, written));
            drill.lapses.push(Lapse { id: *id, text, told: *told, stamp });
        }
        Event::ClockStarted { .. }
        | Event::ClockStopped { .. }
        | Event::ClockWithdrawn { .. }
        | Event::DataPointSet { .. } => apply_clock(drill, event, written),
        Event::Ended { .. } | Event::Aborted { .. } | Event::EndCorrected { .. } => {
            apply_end(drill, event, written);
        }
        Event::ResultRecorded { .. }
        | Event::ResultSubmitted {}
        | Event::ResultRejected { .. }
        | Event::ResultApproved { .. }
        | Event::AnalysisNoted { .. }
        | Event::ReportNoted { .. }
        | Event::Closed {} => apply_result(drill, event, written),
    }
}

#[allow(clippy::wildcard_enum_match_arm)] // `apply` hands over what is about clocks alone.
fn apply_clock(drill: &mut Drill, event: &Event, written: &Written) {
    match event {
        Event::ClockStarted { service, event, when } => {
            clock(drill, *service).started = Some((event.clone(), stamp(when, written)));
        }
        Event::ClockStopped { service, event, when } => {
            clock(drill, *service).stopped = Some((event.clone(), stamp(when, written)));
        }
        Event::ClockWithdrawn { service, press, was, reason } => {
            let clock = clock(drill, *service);
            match press {
                ClockPress::Started => clock.started = None,
                ClockPress::Stopped => clock.stopped = None,
            }
            let (press, was, reason) = (*press, *was, reason.clone());
            let (by, recorded) = (written.by, written.recorded);
            clock.withdrawn.push(ClockWithdrawal { press, was, reason, by, recorded });
        }
        Event::DataPointSet { service, to } => clock(drill, *service).data_point = *to,
        _ => {}
    }
}

#[allow(clippy::wildcard_enum_match_arm)] // `apply` hands over what is about the end alone.
fn apply_end(drill: &mut Drill, event: &Event, written: &Written) {
    match event {
        Event::Ended { when } => {
            drill.over = Some(stamp(when, written));
            enter(drill, Phase::Ended, Some(when.at), "", written);
        }
        Event::Aborted { reason, when } => {
            drill.over = Some(stamp(when, written));
            drill.aborted = Some(reason.clone());
            enter(drill, Phase::Aborted, Some(when.at), reason, written);
        }
        Event::EndCorrected { at, reason, .. } => {
            drill.over = Some(stamp(&said(*at), written));
            let phase = if drill.aborted.is_some() { Phase::Aborted } else { Phase::Ended };
            let (recorded, by, reason) = (written.recorded, written.by, reason.clone());
            drill.path.push(DrillPassed { phase, at: Some(*at), recorded, by, reason });
        }
        _ => {}
    }
}

#[allow(clippy::wildcard_enum_match_arm)] // `apply` hands over what is about the result alone.
fn apply_result(drill: &mut Drill, event: &Event, written: &Written) {
    match event {
        Event::ResultRecorded { result } => {
            drill.result = Some((**result).clone());
            if drill.phase != Phase::Evaluation {
                enter(drill, Phase::Evaluation, None, "", written);
            }
        }
        Event::ResultSubmitted {} => {
            drill.submitted_by.insert(written.by);
            enter(drill, Phase::ResultSubmitted, None, "", written);
        }
        Event::ResultRejected { reason } => enter(drill, Phase::Evaluation, None, reason, written),
        Event::ResultApproved { verdict, conditions, reason, alone } => {
            drill.verdict = Some(Judged {
                verdict: *verdict,
                conditions: conditions.clone(),
                reason: reason.clone(),
                by: written.by,
                recorded: written.recorded,
                alone: *alone,
            });
            enter(drill, Phase::ResultApproved, None, "", written);
        }
        Event::AnalysisNoted { review, number } => {
            let (number, recorded) = (number.clone(), written.recorded);
            drill.reviews.push(Analysed { review: *review, number, recorded });
        }
        Event::ReportNoted { report, number, approver, at } => drill.reports.push(Reported {
            report: *report,
            number: number.clone(),
            approver: *approver,
            at: *at,
        }),
        Event::Closed {} => enter(drill, Phase::Closed, None, "", written),
        _ => {}
    }
}

fn begin_course(drill: &mut Drill, plan: &Frozen, when: &Timed, written: &Written) {
    drill.kind = plan.content.about.kind;
    drill.scenario.clone_from(&plan.content.about.scenario);
    drill.frozen = Some(plan.clone());
    drill.started = Some(stamp(when, written));
    let (person, since) = (drill.arrangement.lead, stamp(when, written));
    drill.coordinators.push(Coordinator { person, since, note: String::new() });
    enter(drill, Phase::Running, Some(when.at), "", written);
}

#[allow(clippy::wildcard_enum_match_arm)] // `apply` hands over what is about steps alone.
fn apply_step(drill: &mut Drill, event: &Event, written: &Written) {
    match event {
        Event::StepStarted { step, attempt, person, despite, when } => {
            let begun = Attempt {
                started: Some(stamp(when, written)),
                ..untouched(*attempt, *person, despite.clone())
            };
            drill.attempts.entry(*step).or_default().push(begun);
        }
        Event::StepPassed { step, text, when } => {
            finish(drill, *step, Outcome::Passed, text, stamp(when, written));
        }
        Event::StepPartlyPassed { step, deviation, when } => {
            finish(drill, *step, Outcome::Partly, deviation, stamp(when, written));
        }
        Event::StepFailed { step, reason, when } => {
            finish(drill, *step, Outcome::Failed, reason, stamp(when, written));
        }
        Event::StepSkipped { step, reason, when } => {
            let running = drill.last_attempt(*step).is_some_and(|last| last.outcome.is_none());
            if !running {
                drill.attempts.entry(*step).or_default().push(untouched(1, None, String::new()));
            }
            finish(drill, *step, Outcome::Skipped, reason, stamp(when, written));
        }
        Event::StepCorrected { step, outcome, text, reason, .. } => {
            let Some(last) = last(drill, *step) else { return };
            let Some(was) = last.outcome else { return };
            last.corrected.push(Correction {
                outcome: was,
                text: std::mem::replace(&mut last.text, text.clone()),
                reason: reason.clone(),
                by: written.by,
                recorded: written.recorded,
            });
            last.outcome = Some(*outcome);
        }
        Event::StepRetimed(times) => {
            let Some(last) = last(drill, times.step) else { return };
            last.retimed.push(Retimed {
                begun: times.begun.and(times.was_begun),
                ended: times.ended.and(times.was_ended),
                reason: times.reason.clone(),
                by: written.by,
                recorded: written.recorded,
            });
            last.started = times.begun.map(|at| stamp(&said(at), written)).or_else(|| last.started.take());
            last.ended = times.ended.map(|at| stamp(&said(at), written)).or_else(|| last.ended.take());
        }
        Event::StepAssigned { step, person, .. } => {
            if let Some(last) = last(drill, *step) {
                last.person = *person;
            }
        }
        _ => {}
    }
}

/// The last attempt at a step.
fn last(drill: &mut Drill, step: PartId) -> Option<&mut Attempt> {
    drill.attempts.get_mut(&step)?.last_mut()
}

/// What was said afterwards: no stopwatch told it.
const fn said(at: Moment) -> Timed {
    Timed { at, late: true, tick: None }
}

const fn untouched(number: u32, person: Option<PersonId>, despite: String) -> Attempt {
    Attempt {
        number,
        person,
        despite,
        started: None,
        ended: None,
        outcome: None,
        text: String::new(),
        corrected: Vec::new(),
        retimed: Vec::new(),
    }
}

fn finish(drill: &mut Drill, step: PartId, outcome: Outcome, text: &str, ended: Stamp) {
    if let Some(last) = last(drill, step) {
        last.outcome = Some(outcome);
        last.ended = Some(ended);
        text.clone_into(&mut last.text);
    }
}

fn note(
    drill: &mut Drill,
    id: PartId,
    observer: Option<PersonId>,
    text: &str,
    step: Option<PartId>,
    stamp: Stamp,
) {
    drill.notes.push(DrillNote { id, observer, text: text.to_owned(), step, stamp });
}

fn clock(drill: &mut Drill, service: ServiceId) -> &mut ServiceClock {
    drill.clocks.entry(service).or_insert(ServiceClock {
        service,
        started: None,
        stopped: None,
        data_point: None,
        withdrawn: Vec::new(),
    })
}
