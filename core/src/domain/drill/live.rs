//! The rules of what happens in the course of a test: steps, notes, pauses, clocks, its end. What is entered afterwards is
//! held to the same rules, but for who conducts and whether the test is still running.

use super::decide::because;
use super::evolve::after;
use super::*;
use crate::domain::Context;
use crate::domain::plan::PlanStep;
use crate::time::{Length, Precision};

/// How far a clock may be wrong before a moment counts as lying in the future.
const TOLERANCE: Length = Length::minutes(5);

/// A test and who orders something of it when.
pub(super) struct Live<'a> {
    pub(super) drill: &'a Drill,
    pub(super) context: &'a Context,
}

/// When something happened: now, or as it was said.
pub(super) fn timed(drill: &Drill, when: When, context: &Context) -> Result<Timed, Refusal> {
    let Some(at) = when.at else {
        return Ok(Timed { at: Moment::exact(context.now, context.zone), late: false, tick: when.tick });
    };
    if at.precision == Precision::Unknown {
        return Err(Refusal::MomentNeeded);
    }
    if at.at > context.now.plus(TOLERANCE) {
        return Err(Refusal::InTheFuture { at: at.at });
    }
    if let Some(started) = drill.started.as_ref().filter(|started| at.at < started.timed.at.at) {
        return Err(Refusal::BeforeStart { began: started.timed.at.at });
    }
    Ok(Timed { at, late: true, tick: None })
}

impl Live<'_> {
    /// Whoever orders conducts the test.
    pub(super) fn coordinates(&self) -> Result<(), Refusal> {
        let coordinator = self.drill.coordinator();
        if coordinator == self.context.by { Ok(()) } else { Err(Refusal::NotTheCoordinator { coordinator }) }
    }

    /// When it happened, of what moves the test on: while it runs and by whoever conducts it, or entered afterwards.
    fn moves(&self, when: When) -> Result<Timed, Refusal> {
        let timed = self.says(when)?;
        self.not_after_end(&timed)?;
        if !timed.late {
            if self.drill.phase == Phase::Interrupted {
                return Err(Refusal::DrillInterrupted);
            }
            self.coordinates()?;
        }
        Ok(timed)
    }

    /// When it happened, of what is said beside: also in a pause, and by anybody.
    pub(super) fn says(&self, when: When) -> Result<Timed, Refusal> {
        let phase = self.drill.phase;
        if phase.is_live() || (phase.is_evaluated() && when.at.is_some()) {
            timed(self.drill, when, self.context)
        } else {
            Err(Refusal::DrillNotRunning { drill_phase: phase })
        }
    }

    pub(super) fn step(&self, id: PartId) -> Result<&PlanStep, Refusal> {
        let step = self.drill.content().and_then(|content| content.step(id));
        step.ok_or(Refusal::StepNotInPlan { id })
    }

    fn in_plan(&self, step: Option<PartId>) -> Result<(), Refusal> {
        step.map_or(Ok(()), |id| self.step(id).map(|_| ()))
    }

    pub(super) fn start_step(
        &self,
        id: PartId,
        person: Option<PersonId>,
        despite: String,
        when: When,
    ) -> Result<Vec<Event>, Refusal> {
        let step = self.step(id)?;
        let when = self.moves(when)?;
        match state_of(self.drill, step) {
            StepState::Running => Ok(Vec::new()),
            StepState::Ready => Ok(vec![started(id, 1, person, String::new(), when)]),
            StepState::Waiting if !despite.trim().is_empty() => {
                Ok(vec![started(id, 1, person, despite, when)])
            }
            StepState::Waiting => Err(waits(self.drill, step)),
            step_state @ (StepState::Passed | StepState::Partly | StepState::Failed | StepState::Skipped) => {
                Err(Refusal::StepSettled { step: step.number.clone(), step_state })
            }
        }
    }

    pub(super) fn retry(
        &self,
        id: PartId,
        person: Option<PersonId>,
        when: When,
    ) -> Result<Vec<Event>, Refusal> {
        let step = self.step(id)?;
        let when = self.moves(when)?;
        match state_of(self.drill, step) {
            StepState::Running => Ok(Vec::new()),
            StepState::Failed => {
                let attempt = self.drill.last_attempt(id).map_or(1, |last| last.number.saturating_add(1));
                Ok(vec![started(id, attempt, person, String::new(), when)])
            }
            StepState::Waiting
            | StepState::Ready
            | StepState::Passed
            | StepState::Partly
            | StepState::Skipped => Err(Refusal::StepNotFailed { step: step.number.clone() }),
        }
    }

    pub(super) fn finish(
        &self,
        id: PartId,
        outcome: Outcome,
        text: String,
        next: Option<(PartId, Option<PersonId>)>,
        when: When,
    ) -> Result<Vec<Event>, Refusal> {
        let step = self.step(id)?;
        let tick = when.tick.clone();
        let when = self.moves(when)?;
        let state = state_of(self.drill, step);
        if state == StepState::of(outcome) {
            return Ok(Vec::new()); // A second press of the button is harmless.
        }
        if matches!(state, StepState::Waiting | StepState::Ready) {
            return Err(Refusal::StepNotRunning { step: step.number.clone() });
        }
        if state != StepState::Running {
            return Err(Refusal::StepSettled { step: step.number.clone(), step_state: state });
        }
        let begun = self.drill.last_attempt(id).and_then(|attempt| attempt.started.as_ref());
        not_before(begun, &when)?;
        let mut events = vec![finished(id, outcome, text, when.clone())];
        if let Some((next, person)) = next {
            let drill = after(self.drill.clone(), &events, self.context);
            let at = when.late.then_some(when.at);
            let on = Live { drill: &drill, context: self.context };
            events.extend(on.start_step(next, person, String::new(), When { at, tick })?);
        }
        Ok(events)
    }

    pub(super) fn skip(&self, id: PartId, reason: String, when: When) -> Result<Vec<Event>, Refusal> {
        let step = self.step(id)?;
        let when = self.moves(when)?;
        match state_of(self.drill, step) {
            StepState::Skipped => Ok(Vec::new()),
            StepState::Waiting | StepState::Ready | StepState::Running => {
                Ok(vec![Event::StepSkipped { step: id, reason, when }])
            }
            step_state @ (StepState::Passed | StepState::Partly | StepState::Failed) => {
                Err(Refusal::StepSettled { step: step.number.clone(), step_state })
            }
        }
    }

    pub(super) fn note(
        &self,
        id: PartId,
        observer: Option<PersonId>,
        text: String,
        step: Option<PartId>,
        when: When,
    ) -> Result<Vec<Event>, Refusal> {
        if let Some(person) = observer.filter(|one| !self.drill.arrangement.observers.contains(one)) {
            return Err(Refusal::NotAnObserver { person });
        }
        self.in_plan(step)?;
        free(id, self.drill.notes.iter().any(|note| note.id == id))?;
        let (text, when) = (said(text, "note")?, self.says(when)?);
        Ok(vec![match observer {
            Some(observer) => Event::Observed { id, observer, text, step, when },
            None => Event::Noted { id, text, step, when },
        }])
    }

    pub(super) fn attach(
        &self,
        evidence: Evidence,
        step: Option<PartId>,
        when: When,
    ) -> Result<Vec<Event>, Refusal> {
        self.in_plan(step)?;
        free(evidence.id, self.drill.evidence.iter().any(|(known, _)| known.id == evidence.id))?;
        // What shows how a test went is often found when it is over.
        let at = when.at.or_else(|| {
            let now = Moment::exact(self.context.now, self.context.zone);
            self.drill.phase.is_evaluated().then_some(now)
        });
        let when = self.says(When { at, ..when })?;
        Ok(vec![Event::EvidenceAttached { evidence, step, when }])
    }

    pub(super) fn pause(&self, reason: String, when: When) -> Result<Vec<Event>, Refusal> {
        if self.drill.phase == Phase::Interrupted {
            return Ok(Vec::new());
        }
        self.running()?;
        Ok(vec![Event::Paused { reason, when: self.moves(when)? }])
    }

    pub(super) fn resume(&self, when: When) -> Result<Vec<Event>, Refusal> {
        if self.drill.phase == Phase::Running {
            return Ok(Vec::new());
        }
        let when = self.says(when)?;
        if self.drill.phase != Phase::Interrupted {
            return Err(Refusal::DrillNotRunning { drill_phase: self.drill.phase });
        }
        if !when.late {
            self.coordinates()?;
        }
        not_before(self.drill.pauses.last().map(|pause| &pause.from), &when)?;
        Ok(vec![Event::Resumed { when }])
    }

    /// Handed over by whoever conducts it, or taken over by whoever steps in.
    pub(super) fn hand_over(&self, to: PersonId, note: String, when: When) -> Result<Vec<Event>, Refusal> {
        let from = self.drill.coordinator();
        if to == from {
            return Ok(Vec::new());
        }
        let when = self.says(when)?;
        if !when.late && to != self.context.by {
            self.coordinates()?;
        }
        Ok(vec![Event::HandedOver { to, from, note, when }])
    }

    pub(super) fn lapse(
        &self,
        id: PartId,
        text: String,
        told: PersonId,
        when: When,
    ) -> Result<Vec<Event>, Refusal> {
        free(id, self.drill.lapses.iter().any(|lapse| lapse.id == id))?;
        Ok(vec![Event::LapseReported { id, text: said(text, "lapse")?, told, when: self.says(when)? }])
    }

    pub(super) fn start_clock(
        &self,
        service: ServiceId,
        event: String,
        when: When,
    ) -> Result<Vec<Event>, Refusal> {
        let named = self.target(service)?.starts_with.clone();
        let when = self.moves(when)?;
        let clock = self.drill.clocks.get(&service);
        if !when.late && clock.is_some_and(|clock| clock.started.is_some()) {
            return Ok(Vec::new());
        }
        if let Some((_, stopped)) = clock.and_then(|clock| clock.stopped.as_ref())
            && stopped.timed.at.at < when.at.at
        {
            return Err(Refusal::PartEndsBeforeItBegins { began: when.at.at });
        }
        Ok(vec![Event::ClockStarted { service, event: or(event, named), when }])
    }

    pub(super) fn stop_clock(
        &self,
        service: ServiceId,
        event: String,
        when: When,
    ) -> Result<Vec<Event>, Refusal> {
        let named = self.target(service)?.ends_with.clone();
        let when = self.moves(when)?;
        let clock = self.drill.clocks.get(&service).ok_or(Refusal::ClockNotStarted)?;
        let (_, started) = clock.started.as_ref().ok_or(Refusal::ClockNotStarted)?;
        if !when.late && clock.stopped.is_some() {
            return Ok(Vec::new());
        }
        not_before(Some(started), &when)?;
        Ok(vec![Event::ClockStopped { service, event: or(event, named), when }])
    }

    pub(super) fn data_point(&self, service: ServiceId, to: Option<Moment>) -> Result<Vec<Event>, Refusal> {
        self.target(service)?;
        self.open()?;
        if let Some(at) = to.filter(|to| to.at > self.context.now.plus(TOLERANCE)) {
            return Err(Refusal::InTheFuture { at: at.at });
        }
        let now = self.drill.clocks.get(&service).and_then(|clock| clock.data_point);
        Ok(if now == to { Vec::new() } else { vec![Event::DataPointSet { service, to }] })
    }

    /// A test ends when each of its steps that counts was done or left out, and none is running.
    pub(super) fn end(&self, when: When) -> Result<Vec<Event>, Refusal> {
        if self.drill.over.is_some() {
            return Ok(Vec::new());
        }
        let when = self.moves(when)?;
        if self.drill.phase == Phase::Interrupted {
            return Err(Refusal::DrillInterrupted);
        }
        let steps = self.drill.content().map(|content| content.steps.as_slice()).unwrap_or_default();
        let open = |step: &&PlanStep| match state_of(self.drill, step) {
            StepState::Running => true,
            StepState::Waiting | StepState::Ready => step.counted,
            StepState::Passed | StepState::Partly | StepState::Failed | StepState::Skipped => false,
        };
        let open: Vec<String> = steps.iter().filter(open).map(|step| step.number.clone()).collect();
        if !open.is_empty() {
            return Err(Refusal::StepsOpen { steps: open });
        }
        self.not_before_last(&when)?;
        Ok(vec![Event::Ended { when }])
    }

    /// What happens lies before the end of the test.
    pub(super) fn not_after_end(&self, when: &Timed) -> Result<(), Refusal> {
        match self.drill.over.as_ref().filter(|over| when.at.at > over.timed.at.at) {
            Some(over) => Err(Refusal::AfterEnd { ended: over.timed.at.at }),
            None => Ok(()),
        }
    }

    /// An end that is said lies behind everything that happened.
    pub(super) fn not_before_last(&self, end: &Timed) -> Result<(), Refusal> {
        match self.drill.last_moment().filter(|last| end.late && *last > end.at.at) {
            Some(last) => Err(Refusal::EndsBefore { last }),
            None => Ok(()),
        }
    }

    pub(super) fn abort(&self, reason: String, when: When) -> Result<Vec<Event>, Refusal> {
        if self.drill.phase == Phase::Aborted {
            return Ok(Vec::new());
        }
        if !self.drill.phase.is_live() {
            return Err(Refusal::DrillNotRunning { drill_phase: self.drill.phase });
        }
        let when = self.says(when)?;
        if !when.late {
            self.coordinates()?;
        }
        self.not_before_last(&when)?;
        Ok(vec![Event::Aborted { reason, when }])
    }

    fn running(&self) -> Result<(), Refusal> {
        if self.drill.phase == Phase::Running {
            Ok(())
        } else {
            Err(Refusal::DrillNotRunning { drill_phase: self.drill.phase })
        }
    }

    /// What was said of its course can be put right until the result is handed in.
    pub(super) fn open(&self) -> Result<(), Refusal> {
        let drill_phase = self.drill.phase;
        let open = drill_phase.is_live() || drill_phase.is_evaluated();
        if open { Ok(()) } else { Err(Refusal::ResultSettled { drill_phase }) }
    }

    pub(super) fn target(&self, service: ServiceId) -> Result<&crate::domain::plan::ServiceTarget, Refusal> {
        let targets = self.drill.content().map(|content| content.about.services.as_slice());
        let mut targets = targets.unwrap_or_default().iter();
        targets.find(|target| target.service == service).ok_or(Refusal::ServiceNotTested)
    }
}

fn started(step: PartId, attempt: u32, person: Option<PersonId>, despite: String, when: Timed) -> Event {
    Event::StepStarted { step, attempt, person, despite, when }
}

fn finished(step: PartId, outcome: Outcome, text: String, when: Timed) -> Event {
    match outcome {
        Outcome::Passed => Event::StepPassed { step, text, when },
        Outcome::Partly => Event::StepPartlyPassed { step, deviation: text, when },
        Outcome::Failed => Event::StepFailed { step, reason: text, when },
        Outcome::Skipped => Event::StepSkipped { step, reason: text, when },
    }
}

pub(super) fn waits(drill: &Drill, step: &PlanStep) -> Refusal {
    let open = steps::open_before(drill, step);
    let numbers = drill.content().map(|content| content.numbers(&open)).unwrap_or_default();
    Refusal::StepWaits { step: step.number.clone(), steps: numbers }
}

/// What was entered afterwards ends after it began; what happens now does by itself, whatever the clock on the wall says.
pub(super) fn not_before(begun: Option<&Stamp>, when: &Timed) -> Result<(), Refusal> {
    let late = |begun: &&Stamp| (when.late || begun.timed.late) && when.at.at < begun.timed.at.at;
    match begun.filter(late) {
        Some(begun) => Err(Refusal::PartEndsBeforeItBegins { began: begun.timed.at.at }),
        None => Ok(()),
    }
}

fn free(id: PartId, taken: bool) -> Result<(), Refusal> {
    if taken { Err(Refusal::PartExists { id }) } else { Ok(()) }
}

fn said(text: String, field: &str) -> Result<String, Refusal> {
    because(text).map_err(|_| Refusal::TextMissing { field: field.to_owned() })
}

fn or(text: String, otherwise: String) -> String {
    if text.trim().is_empty() { otherwise } else { text }
}
