//! What may be ordered about an action plan, what happened to it, and why not; who may, and whom an order names.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Gap, PlanAbout, PlanContent, PlanStep, Stage};
use crate::domain::incident::Evidence;
use crate::domain::known::Named;
use crate::domain::organisation::Role;
use crate::ids::{Number, PartId};

/// An order about an action plan. What is written goes into the newest version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "PlanCommand")]
#[schemars(rename = "PlanCommand")]
pub enum Command {
    /// Open it with its first version.
    Open {
        /// What it says; a title is enough.
        content: PlanContent,
    },
    /// Say what it is about.
    Describe {
        /// Everything but its steps.
        about: PlanAbout,
    },
    /// Add a step or change one.
    PutStep {
        /// The step.
        step: PlanStep,
        /// Its place, counted from 0; none leaves a step where it is and puts a new one last.
        #[serde(default)]
        place: Option<u32>,
    },
    /// Move a step to another place; its number stays.
    MoveStep {
        /// The step.
        id: PartId,
        /// The place, counted from 0.
        place: u32,
    },
    /// Remove a step.
    RemoveStep {
        /// The step.
        id: PartId,
    },
    /// Take over the content of a file, in place of what the version said.
    TakeOver {
        /// What it says.
        content: PlanContent,
        /// The file, whose bytes are in the workspace already.
        #[serde(default)]
        source: Option<Evidence>,
    },
    /// Hand the version in for approval.
    Submit {},
    /// Approve the version that was handed in: it is frozen.
    Approve {
        /// Which; so that nobody approves another than the one that was read.
        version: u32,
    },
    /// Reject the version that was handed in.
    Reject {
        /// Why.
        reason: String,
    },
    /// Begin a new version from the last, which was approved.
    BeginVersion {
        /// What shall change and why.
        reason: String,
    },
    /// Use the plan no longer.
    Retire {
        /// Why.
        reason: String,
    },
    /// Use it again.
    Reinstate {
        /// Why.
        reason: String,
    },
}

/// What happened to an action plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // Named as the commands are, in the past tense; the fields are theirs.
pub enum Event {
    Opened { number: Number, content: PlanContent },
    Described { about: PlanAbout },
    StepPut { step: PlanStep, place: Option<u32> },
    StepMoved { id: PartId, place: u32 },
    StepRemoved { id: PartId },
    TakenOver { content: PlanContent, source: Option<Evidence> },
    Submitted { version: u32 },
    Approved { version: u32, alone: bool },
    Rejected { version: u32, reason: String },
    VersionBegun { version: u32, reason: String },
    Retired { reason: String },
    Reinstated { reason: String },
}

/// Why an order about an action plan is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "PlanRefusal")]
#[schemars(rename = "PlanRefusal")]
pub enum Refusal {
    #[error("there is no such action plan")]
    PlanUnknown,
    #[error("the action plan has no version {version}")]
    PlanVersionUnknown { version: u32 },
    #[error("the text is missing: {field}")]
    TextMissing { field: String },
    #[error("the reason is missing")]
    ReasonMissing,
    #[error("two steps bear the number {number}")]
    StepNumberTaken { number: String },
    #[error("the step {number} stands there twice")]
    StepTwice { number: String },
    #[error("there is no such step")]
    StepUnknown { id: PartId },
    #[error("step {step} depends on {needs}, which is not there")]
    DependencyUnknown { step: String, needs: String },
    #[error("the steps {steps:?} wait for each other")]
    DependencyRing { steps: Vec<String> },
    #[error("the steps {steps:?} depend on step {step}")]
    StepNeeded { step: String, steps: Vec<String> },
    #[error("the plan lacks {plan_gaps:?}")]
    PlanIncomplete { plan_gaps: Vec<Gap> },
    #[error("version {version} stands at {plan_stage:?} and is not written in any more")]
    VersionNotOpen { version: u32, plan_stage: Stage },
    #[error("version {version} stands at {plan_stage:?} and was not handed in")]
    VersionNotSubmitted { version: u32, plan_stage: Stage },
    #[error("version {version} is not approved yet")]
    VersionStillOpen { version: u32 },
    #[error("whoever wrote a version does not approve it")]
    AuthorMayNotApprove,
    #[error("the plan is no longer used")]
    PlanRetired,
    #[error("the plan is in use")]
    PlanNotRetired,
}

/// The roles that may give an order about an action plan, of which one is needed.
pub const fn needed(command: &Command) -> &'static [Role] {
    match command {
        Command::Approve { .. } | Command::Reject { .. } => {
            &[Role::Management, Role::ProcessManager, Role::TestCoordinator]
        }
        Command::Open { .. }
        | Command::Describe { .. }
        | Command::PutStep { .. }
        | Command::MoveStep { .. }
        | Command::RemoveStep { .. }
        | Command::TakeOver { .. }
        | Command::Submit {}
        | Command::BeginVersion { .. }
        | Command::Retire { .. }
        | Command::Reinstate { .. } => &[Role::TestCoordinator, Role::ProcessManager],
    }
}

/// Whom and what an order names, which the organisation must know.
pub fn named(command: &Command) -> Named {
    match command {
        Command::Open { content } | Command::TakeOver { content, .. } => in_about(&content.about),
        Command::Describe { about } => in_about(about),
        Command::PutStep { .. }
        | Command::MoveStep { .. }
        | Command::RemoveStep { .. }
        | Command::Submit {}
        | Command::Approve { .. }
        | Command::Reject { .. }
        | Command::BeginVersion { .. }
        | Command::Retire { .. }
        | Command::Reinstate { .. } => Named::default(),
    }
}

fn in_about(about: &PlanAbout) -> Named {
    let seated = about.seats.iter().flat_map(|seat| [seat.person, seat.deputy]).flatten();
    let people = seated.chain(about.missing.iter().copied()).collect();
    let services = about.services.iter().map(|target| target.service).collect();
    Named { people, services, ..Named::default() }
}
