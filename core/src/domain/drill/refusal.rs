//! Why an order about a test is refused.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Phase, ResultGap, StepState, Verdict};
use crate::ids::{PartId, PersonId};
use crate::time::Instant;

/// A refusal is a value: `code` picks the sentence, the fields fill it; the `#[error]` text is for logs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "DrillRefusal")]
#[schemars(rename = "DrillRefusal")]
pub enum Refusal {
    #[error("there is no such DR test")]
    DrillUnknown,
    #[error("the text is missing: {field}")]
    TextMissing { field: String },
    #[error("the reason is missing")]
    ReasonMissing,
    #[error("{at} lies in the future")]
    InTheFuture { at: Instant },
    #[error("what is entered afterwards needs a moment that something can be computed from")]
    MomentNeeded,
    #[error("that lies before the test began at {began}")]
    BeforeStart { began: Instant },
    #[error("the test ended already at {ended}")]
    AfterEnd { ended: Instant },
    #[error("something happened in the test still at {last}")]
    EndsBefore { last: Instant },
    #[error("the end lies before the beginning at {began}")]
    PartEndsBeforeItBegins { began: Instant },
    #[error("there is no such action plan")]
    PlanUnknown,
    #[error("the action plan has no version {version}")]
    PlanVersionUnknown { version: u32 },
    #[error("version {version} of the action plan is not approved")]
    PlanNotApproved { version: u32 },
    #[error("the action plan is no longer used")]
    PlanRetired,
    #[error("the action plan has no steps")]
    PlanWithoutSteps,
    #[error("the test stands at {drill_phase:?} and is not scheduled")]
    DrillNotScheduled { drill_phase: Phase },
    #[error("the test stands at {drill_phase:?} and is not running")]
    DrillNotRunning { drill_phase: Phase },
    #[error("the test is interrupted")]
    DrillInterrupted,
    #[error("the test stands at {drill_phase:?} and is not being evaluated")]
    DrillNotEvaluated { drill_phase: Phase },
    #[error("the test stands at {drill_phase:?}, its result was not handed in")]
    ResultNotSubmitted { drill_phase: Phase },
    #[error("the test stands at {drill_phase:?}, its result was not approved")]
    ResultNotApproved { drill_phase: Phase },
    #[error("the result is handed in and does not change any more")]
    ResultSettled { drill_phase: Phase },
    #[error("another person conducts the test")]
    NotTheCoordinator { coordinator: PersonId },
    #[error("who leads a running test changes by handing it over")]
    LeadIsHandedOver,
    #[error("the person is no observer of this test")]
    NotAnObserver { person: PersonId },
    #[error("the plan has no such step")]
    StepNotInPlan { id: PartId },
    #[error("the plan has no step with the code {entered}")]
    StepCodeUnknown { entered: String },
    #[error("step {step} waits for {steps:?}")]
    StepWaits { step: String, steps: Vec<String> },
    #[error("step {step} is not running")]
    StepNotRunning { step: String },
    #[error("step {step} is {step_state:?} already")]
    StepSettled { step: String, step_state: StepState },
    #[error("step {step} is still running")]
    StepRuns { step: String },
    #[error("step {step} did not fail")]
    StepNotFailed { step: String },
    #[error("the steps {steps:?} are open")]
    StepsOpen { steps: Vec<String> },
    #[error("the service is not tested here")]
    ServiceNotTested,
    #[error("the clock of the service did not begin")]
    ClockNotStarted,
    #[error("this id is taken by another part")]
    PartExists { id: PartId },
    #[error("the plan has no such objective")]
    ObjectiveUnknown { id: PartId },
    #[error("the result lacks {result_gaps:?}")]
    ResultIncomplete { result_gaps: Vec<ResultGap> },
    #[error("whoever conducted the test or handed its result in does not approve it")]
    ConductorMayNotApprove,
    #[error("the report of the test is not issued yet")]
    DrillReportMissing,
    #[error("the conditions are missing")]
    ConditionsMissing,
    #[error("the record speaks for {verdict:?}")]
    VerdictNeedsReason { verdict: Verdict },
}
