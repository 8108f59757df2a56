//! Where each step of a running test stands, and which comes next. Computed from the attempts, never kept.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Drill, Outcome, Refusal, live};
use crate::domain::plan::PlanStep;
use crate::ids::PartId;

/// Where a step stands (state-machines.md, step).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum StepState {
    /// Wartet: a step before it is not done.
    Waiting,
    /// Bereit.
    Ready,
    /// Läuft.
    Running,
    /// Erledigt.
    Passed,
    /// Teilweise.
    Partly,
    /// Fehlgeschlagen.
    Failed,
    /// Übersprungen.
    Skipped,
}

impl StepState {
    /// Where a step stands that came out so.
    pub const fn of(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Passed => Self::Passed,
            Outcome::Partly => Self::Partly,
            Outcome::Failed => Self::Failed,
            Outcome::Skipped => Self::Skipped,
        }
    }

    /// Whether it came out in some way.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Passed | Self::Partly | Self::Failed | Self::Skipped)
    }

    /// Whether a step that depends on it may begin.
    pub const fn lets_pass(self) -> bool {
        matches!(self, Self::Passed | Self::Partly | Self::Skipped)
    }
}

/// Where a step stands.
pub fn state_of(drill: &Drill, step: &PlanStep) -> StepState {
    match drill.last_attempt(step.id) {
        Some(attempt) => attempt.outcome.map_or(StepState::Running, StepState::of),
        None if open_before(drill, step).is_empty() => StepState::Ready,
        None => StepState::Waiting,
    }
}

/// The steps that a step depends on and that are not done.
pub(super) fn open_before(drill: &Drill, step: &PlanStep) -> Vec<PartId> {
    let lets_pass = |id: &PartId| {
        let outcome = drill.last_attempt(*id).and_then(|attempt| attempt.outcome);
        outcome.is_some_and(|outcome| StepState::of(outcome).lets_pass())
    };
    step.depends_on.iter().copied().filter(|id| !lets_pass(id)).collect()
}

/// Steps that may begin now, in the order of the plan.
pub fn ready(drill: &Drill) -> Vec<PartId> {
    let steps = drill.content().map(|content| content.steps.as_slice()).unwrap_or_default();
    steps.iter().filter(|step| state_of(drill, step) == StepState::Ready).map(|step| step.id).collect()
}

/// The step that begins when `done` is passed: the first in the order of the plan that may begin then; none when none may.
pub fn next_step(drill: &Drill, done: PartId) -> Option<PartId> {
    let steps = drill.content().map(|content| content.steps.as_slice())?;
    let waits_for_done_alone = |step: &PlanStep| open_before(drill, step).iter().all(|open| *open == done);
    let untouched = |step: &&PlanStep| step.id != done && drill.last_attempt(step.id).is_none();
    steps.iter().filter(untouched).find(|step| waits_for_done_alone(step)).map(|step| step.id)
}

/// Why a step cannot begin now for the sake of the steps before it; none when it can.
pub fn start_refusal(drill: &Drill, step: &PlanStep) -> Option<Refusal> {
    (state_of(drill, step) == StepState::Waiting).then(|| live::waits(drill, step))
}
