//! What was said of the course of a test and is put right: how a step came out, when and by whom, a clock that was pressed by
//! mistake, the end. What it was stays in the log and beside what holds.

use super::live::{Live, not_before, timed};
use super::*;

impl Live<'_> {
    pub(super) fn correct(
        &self,
        id: PartId,
        outcome: Outcome,
        text: String,
        reason: String,
    ) -> Result<Vec<Event>, Refusal> {
        let step = self.step(id)?;
        self.open()?;
        let last = self.drill.last_attempt(id);
        let (Some(last), Some(was)) = (last, last.and_then(|attempt| attempt.outcome)) else {
            return Err(Refusal::StepNotRunning { step: step.number.clone() });
        };
        if outcome != Outcome::Passed && text.trim().is_empty() {
            return Err(Refusal::TextMissing { field: "step".to_owned() });
        }
        if was == outcome && last.text == text {
            return Ok(Vec::new());
        }
        Ok(vec![Event::StepCorrected { step: id, outcome, was, text, reason }])
    }

    /// A button was pressed too early or too late.
    pub(super) fn retime(
        &self,
        id: PartId,
        begun: Option<Moment>,
        ended: Option<Moment>,
        reason: String,
    ) -> Result<Vec<Event>, Refusal> {
        let step = self.step(id)?;
        self.open()?;
        let not_begun = || Refusal::StepNotRunning { step: step.number.clone() };
        let last = self.drill.last_attempt(id).ok_or_else(not_begun)?;
        if ended.is_some() && last.ended.is_none() {
            return Err(Refusal::StepRuns { step: step.number.clone() });
        }
        if begun.is_some() && last.started.is_none() {
            return Err(not_begun());
        }
        let said = |stamp: &Option<Stamp>| stamp.as_ref().map(|stamp| stamp.timed.at);
        let (was_begun, was_ended) = (said(&last.started), said(&last.ended));
        let begun = begun.filter(|at| Some(*at) != was_begun);
        let ended = ended.filter(|at| Some(*at) != was_ended);
        for at in [begun, ended].into_iter().flatten() {
            self.not_after_end(&timed(self.drill, When { at: Some(at), tick: None }, self.context)?)?;
        }
        if let (Some(from), Some(to)) = (begun.or(was_begun), ended.or(was_ended))
            && to.at < from.at
        {
            return Err(Refusal::PartEndsBeforeItBegins { began: from.at });
        }
        if begun.is_none() && ended.is_none() {
            return Ok(Vec::new());
        }
        let times = StepTimes { step: id, begun, ended, was_begun, was_ended, reason };
        Ok(vec![Event::StepRetimed(Box::new(times))])
    }

    pub(super) fn assign(&self, id: PartId, person: Option<PersonId>) -> Result<Vec<Event>, Refusal> {
        let step = self.step(id)?;
        self.open()?;
        let last = self.drill.last_attempt(id);
        let last = last.ok_or_else(|| Refusal::StepNotRunning { step: step.number.clone() })?;
        let was = last.person;
        Ok(if was == person { Vec::new() } else { vec![Event::StepAssigned { step: id, person, was }] })
    }

    pub(super) fn withdraw_clock(&self, service: ServiceId, reason: String) -> Result<Vec<Event>, Refusal> {
        self.target(service)?;
        self.open()?;
        let clock = self.drill.clocks.get(&service).ok_or(Refusal::ClockNotStarted)?;
        let stopped = clock.stopped.as_ref().map(|(_, stamp)| (ClockPress::Stopped, stamp));
        let last = stopped.or(clock.started.as_ref().map(|(_, stamp)| (ClockPress::Started, stamp)));
        let (press, stamp) = last.ok_or(Refusal::ClockNotStarted)?;
        Ok(vec![Event::ClockWithdrawn { service, press, was: stamp.timed.at, reason }])
    }

    pub(super) fn correct_end(&self, at: Moment, reason: String) -> Result<Vec<Event>, Refusal> {
        let drill_phase = self.drill.phase;
        if !drill_phase.is_evaluated() {
            return Err(Refusal::DrillNotEvaluated { drill_phase });
        }
        let over = self.drill.over.as_ref().ok_or(Refusal::DrillNotEvaluated { drill_phase })?;
        let end = timed(self.drill, When { at: Some(at), tick: None }, self.context)?;
        not_before(self.drill.pauses.last().map(|pause| pause.until.as_ref().unwrap_or(&pause.from)), &end)?;
        self.not_before_last(&end)?;
        let was = over.timed.at;
        Ok(if was == at { Vec::new() } else { vec![Event::EndCorrected { at, was, reason }] })
    }
}
