//! What a sheet says that was filled in by hand, entered afterwards by the code of its step. Held to the rules of what happens
//! live, one order a line of the sheet.

use super::decide::because;
use super::evolve::after;
use super::live::Live;
use super::*;
use crate::domain::plan::{PlanStep, by_code};

/// A line of a sheet.
pub(super) struct Line {
    pub(super) code: String,
    pub(super) begun: Option<Moment>,
    pub(super) ended: Moment,
    pub(super) outcome: Outcome,
    pub(super) text: String,
    pub(super) person: Option<PersonId>,
    pub(super) despite: String,
}

impl Live<'_> {
    /// A step with its begin and its end. The same line again changes nothing; a step that failed is tried again by a line
    /// with another begin.
    pub(super) fn enter(&self, line: &Line) -> Result<Vec<Event>, Refusal> {
        // Before the start there is no step that could be named.
        self.says(late(line.ended))?;
        let steps = self.drill.content().map(|content| content.steps.as_slice()).unwrap_or_default();
        let step = by_code(steps, &line.code);
        let step = step.ok_or_else(|| Refusal::StepCodeUnknown { entered: line.code.trim().to_owned() })?;
        let text =
            if line.outcome == Outcome::Passed { line.text.clone() } else { because(line.text.clone())? };
        if line.outcome == Outcome::Skipped {
            return self.skip(step.id, text, late(line.ended));
        }
        let mut events = self.begin(step, line)?;
        let drill = after(self.drill.clone(), &events, self.context);
        let on = Live { drill: &drill, context: self.context };
        events.extend(on.finish(step.id, line.outcome, text, None, late(line.ended))?);
        Ok(events)
    }

    fn begin(&self, step: &PlanStep, line: &Line) -> Result<Vec<Event>, Refusal> {
        let last = self.drill.last_attempt(step.id).and_then(|attempt| attempt.started.as_ref());
        let again = |begun: Moment| last.is_none_or(|last| last.timed.at.at != begun.at);
        match (state_of(self.drill, step), line.begun) {
            (StepState::Waiting | StepState::Ready, None) => Err(Refusal::MomentNeeded),
            (StepState::Waiting | StepState::Ready, Some(begun)) => {
                self.start_step(step.id, line.person, line.despite.clone(), late(begun))
            }
            (StepState::Failed, Some(begun)) if again(begun) => self.retry(step.id, line.person, late(begun)),
            // What stands against it `finish` says.
            (
                StepState::Running
                | StepState::Passed
                | StepState::Partly
                | StepState::Failed
                | StepState::Skipped,
                _,
            ) => Ok(Vec::new()),
        }
    }
}

fn late(at: Moment) -> When {
    When { at: Some(at), tick: None }
}
