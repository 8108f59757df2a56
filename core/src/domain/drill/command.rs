//! What may be ordered about a test and what happened to it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Arrangement, ClockPress, DrillResult, Frozen, Outcome, PlanUsed, Timed, Trigger, Verdict, When};
use crate::domain::incident::{Evidence, GuideUse};
use crate::domain::plan::DrillKind;
use crate::ids::{Number, PartId, PersonId, ServiceId, StreamId};
use crate::time::Moment;

/// An order about a DR test. What belongs to its course says in `when` whether it happens now or is entered afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "DrillCommand")]
#[schemars(rename = "DrillCommand")]
pub enum Command {
    /// Schedule it from a version of a plan.
    Schedule {
        /// Its title; empty takes that of the plan.
        #[serde(default)]
        title: String,
        /// The plan's record.
        plan: StreamId,
        /// Which version.
        version: u32,
        /// Why a version is used that nobody approved.
        #[serde(default)]
        unapproved: String,
        /// Why it is conducted.
        #[serde(default)]
        trigger: Trigger,
        /// The same in words.
        #[serde(default)]
        occasion: String,
        /// When it is planned to begin.
        planned: Moment,
        /// When it is planned to end.
        #[serde(default)]
        until: Option<Moment>,
        /// Place, people and third parties.
        arrangement: Arrangement,
    },
    /// Say where it takes place and who takes part; also afterwards, who was there.
    Arrange {
        /// Place, people and third parties.
        arrangement: Arrangement,
    },
    /// Move it to another day.
    Reschedule {
        /// When it is planned to begin.
        planned: Moment,
        /// When it is planned to end.
        #[serde(default)]
        until: Option<Moment>,
        /// Why.
        reason: String,
    },
    /// Call it off.
    Cancel {
        /// Why.
        reason: String,
    },
    /// Start it: what the plan says is frozen.
    Start {
        /// The recovery guide that is in force.
        #[serde(default)]
        guide: Option<GuideUse>,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// Start a step.
    StartStep {
        /// The step.
        step: PartId,
        /// Who carries it out; none for whoever has its role.
        #[serde(default)]
        person: Option<PersonId>,
        /// Why it begins although steps before it are not done.
        #[serde(default)]
        despite: String,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// A step is done.
    PassStep {
        /// The step.
        step: PartId,
        /// A remark.
        #[serde(default)]
        text: String,
        /// The step that begins with it.
        #[serde(default)]
        next: Option<PartId>,
        /// Who carries that one out; none for whoever has its role.
        #[serde(default)]
        next_person: Option<PersonId>,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// A step is done in part.
    PartlyStep {
        /// The step.
        step: PartId,
        /// What was otherwise than planned.
        deviation: String,
        /// The step that begins with it.
        #[serde(default)]
        next: Option<PartId>,
        /// Who carries that one out; none for whoever has its role.
        #[serde(default)]
        next_person: Option<PersonId>,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// A step failed.
    FailStep {
        /// The step.
        step: PartId,
        /// Why.
        reason: String,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// A step is left out.
    SkipStep {
        /// The step.
        step: PartId,
        /// Why.
        reason: String,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// Try a step again that failed.
    Retry {
        /// The step.
        step: PartId,
        /// Who carries it out.
        #[serde(default)]
        person: Option<PersonId>,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// Enter what a sheet says that was filled in by hand: a step with its begin, its end and how it came out.
    EnterStep {
        /// The code that is printed on the sheet.
        code: String,
        /// When it began; none of a step that was left out, and of one whose begin is recorded already.
        #[serde(default)]
        begun: Option<Moment>,
        /// When it ended.
        ended: Moment,
        /// How it came out.
        outcome: Outcome,
        /// The remark, deviation or reason that belongs to it.
        #[serde(default)]
        text: String,
        /// Who carried it out; none for whoever has its role.
        #[serde(default)]
        person: Option<PersonId>,
        /// Why it began although steps before it were not done.
        #[serde(default)]
        despite: String,
    },
    /// Correct what was said about the last attempt at a step.
    CorrectStep {
        /// The step.
        step: PartId,
        /// How it really came out.
        outcome: Outcome,
        /// The remark, deviation or reason that belongs to it.
        #[serde(default)]
        text: String,
        /// Why it is corrected.
        reason: String,
    },
    /// Say when the last attempt at a step really began and ended.
    RetimeStep {
        /// The step.
        step: PartId,
        /// When it began; none leaves that as it is.
        #[serde(default)]
        begun: Option<Moment>,
        /// When it ended; none leaves that as it is.
        #[serde(default)]
        ended: Option<Moment>,
        /// Why it is corrected.
        reason: String,
    },
    /// Say who carries out the last attempt at a step.
    AssignStep {
        /// The step.
        step: PartId,
        /// Who; none for whoever has its role.
        person: Option<PersonId>,
    },
    /// Write a note.
    Note {
        /// The part's id.
        id: PartId,
        /// What it says.
        text: String,
        /// The step that it is about.
        #[serde(default)]
        step: Option<PartId>,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// Write down what an observer saw.
    Observe {
        /// The part's id.
        id: PartId,
        /// Who saw it.
        observer: PersonId,
        /// What.
        text: String,
        /// The step that it is about.
        #[serde(default)]
        step: Option<PartId>,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// Attach evidence whose bytes are in the workspace already.
    AttachEvidence {
        /// The evidence.
        evidence: Evidence,
        /// The step that it is of.
        #[serde(default)]
        step: Option<PartId>,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// Interrupt the test: its clocks stand still.
    Pause {
        /// Why.
        reason: String,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// Go on.
    Resume {
        /// When.
        #[serde(default)]
        when: When,
    },
    /// Another person conducts the test from now on.
    HandOver {
        /// Who.
        to: PersonId,
        /// What is said.
        #[serde(default)]
        note: String,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// A critical lapse was seen and told at once.
    ReportLapse {
        /// The part's id.
        id: PartId,
        /// What.
        text: String,
        /// Who was told.
        told: PersonId,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// The clock of a service begins.
    StartClock {
        /// The service.
        service: ServiceId,
        /// The event; empty takes that of the plan.
        #[serde(default)]
        event: String,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// The service is recovered.
    StopClock {
        /// The service.
        service: ServiceId,
        /// The event; empty takes that of the plan.
        #[serde(default)]
        event: String,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// Take back the last press of a service's clock: its stop, or its start where it was not stopped.
    WithdrawClock {
        /// The service.
        service: ServiceId,
        /// Why.
        reason: String,
    },
    /// Say which state of the data came back.
    SetDataPoint {
        /// The service.
        service: ServiceId,
        /// The state of the data; none takes it back.
        to: Option<Moment>,
    },
    /// End it.
    End {
        /// When.
        #[serde(default)]
        when: When,
    },
    /// Stop it before its end.
    Abort {
        /// Why.
        reason: String,
        /// When.
        #[serde(default)]
        when: When,
    },
    /// Say when it really ended or was aborted.
    CorrectEnd {
        /// When.
        at: Moment,
        /// Why it is corrected.
        reason: String,
    },
    /// Write down what was found.
    RecordResult {
        /// All of it.
        result: DrillResult,
    },
    /// Hand the result in for approval.
    SubmitResult {},
    /// Send the result back.
    RejectResult {
        /// Why.
        reason: String,
    },
    /// Approve the result.
    ApproveResult {
        /// The verdict.
        verdict: Verdict,
        /// Under which conditions.
        #[serde(default)]
        conditions: String,
        /// Why it is better than what follows from the record.
        #[serde(default)]
        reason: String,
    },
    /// Note that a review analysed it.
    NoteAnalysis {
        /// The review.
        review: StreamId,
        /// Its number.
        number: String,
    },
    /// Its report was approved and issued: found by the program.
    NoteReport {
        /// The report.
        report: StreamId,
        /// Its number.
        number: String,
        /// Who approved it; never who conducted the test.
        approver: PersonId,
        /// When.
        at: Moment,
    },
    /// Close it.
    Close {},
}

/// What happened to a DR test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // Named as the commands are, in the past tense; the fields are theirs.
pub enum Event {
    Scheduled(Box<Scheduled>),
    Arranged { arrangement: Arrangement },
    Rescheduled { planned: Moment, until: Option<Moment>, was: Moment, reason: String },
    Cancelled { reason: String },
    Started { plan: Box<Frozen>, when: Timed },
    StepStarted { step: PartId, attempt: u32, person: Option<PersonId>, despite: String, when: Timed },
    StepPassed { step: PartId, text: String, when: Timed },
    StepPartlyPassed { step: PartId, deviation: String, when: Timed },
    StepFailed { step: PartId, reason: String, when: Timed },
    StepSkipped { step: PartId, reason: String, when: Timed },
    StepCorrected { step: PartId, outcome: Outcome, was: Outcome, text: String, reason: String },
    StepRetimed(Box<StepTimes>),
    StepAssigned { step: PartId, person: Option<PersonId>, was: Option<PersonId> },
    Noted { id: PartId, text: String, step: Option<PartId>, when: Timed },
    Observed { id: PartId, observer: PersonId, text: String, step: Option<PartId>, when: Timed },
    EvidenceAttached { evidence: Evidence, step: Option<PartId>, when: Timed },
    Paused { reason: String, when: Timed },
    Resumed { when: Timed },
    HandedOver { to: PersonId, from: PersonId, note: String, when: Timed },
    LapseReported { id: PartId, text: String, told: PersonId, when: Timed },
    ClockStarted { service: ServiceId, event: String, when: Timed },
    ClockStopped { service: ServiceId, event: String, when: Timed },
    ClockWithdrawn { service: ServiceId, press: ClockPress, was: Moment, reason: String },
    DataPointSet { service: ServiceId, to: Option<Moment> },
    Ended { when: Timed },
    Aborted { reason: String, when: Timed },
    EndCorrected { at: Moment, was: Moment, reason: String },
    ResultRecorded { result: Box<DrillResult> },
    ResultSubmitted {},
    ResultRejected { reason: String },
    ResultApproved { verdict: Verdict, conditions: String, reason: String, alone: bool },
    AnalysisNoted { review: StreamId, number: String },
    ReportNoted { report: StreamId, number: String, approver: PersonId, at: Moment },
    Closed {},
}

/// A test was scheduled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // The fields are those of the command.
pub struct Scheduled {
    pub number: Number,
    pub title: String,
    pub kind: DrillKind,
    pub scenario: String,
    pub plan: PlanUsed,
    pub trigger: Trigger,
    pub occasion: String,
    pub planned: Moment,
    pub until: Option<Moment>,
    pub arrangement: Arrangement,
}

/// When the last attempt at a step really began and ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // The fields are those of the command, with what they were.
pub struct StepTimes {
    pub step: PartId,
    pub begun: Option<Moment>,
    pub ended: Option<Moment>,
    pub was_begun: Option<Moment>,
    pub was_ended: Option<Moment>,
    pub reason: String,
}

impl Event {
    /// When it happened in the course of the test, where it belongs to that.
    pub const fn timed(&self) -> Option<&Timed> {
        match self {
            Self::Started { when, .. }
            | Self::StepStarted { when, .. }
            | Self::StepPassed { when, .. }
            | Self::StepPartlyPassed { when, .. }
            | Self::StepFailed { when, .. }
            | Self::StepSkipped { when, .. }
            | Self::Noted { when, .. }
            | Self::Observed { when, .. }
            | Self::EvidenceAttached { when, .. }
            | Self::Paused { when, .. }
            | Self::Resumed { when }
            | Self::HandedOver { when, .. }
            | Self::LapseReported { when, .. }
            | Self::ClockStarted { when, .. }
            | Self::ClockStopped { when, .. }
            | Self::Ended { when }
            | Self::Aborted { when, .. } => Some(when),
            Self::Scheduled(_)
            | Self::Arranged { .. }
            | Self::Rescheduled { .. }
            | Self::Cancelled { .. }
            | Self::StepCorrected { .. }
            | Self::StepRetimed(_)
            | Self::StepAssigned { .. }
            | Self::ClockWithdrawn { .. }
            | Self::DataPointSet { .. }
            | Self::EndCorrected { .. }
            | Self::ResultRecorded { .. }
            | Self::ResultSubmitted {}
            | Self::ResultRejected { .. }
            | Self::ResultApproved { .. }
            | Self::AnalysisNoted { .. }
            | Self::ReportNoted { .. }
            | Self::Closed {} => None,
        }
    }
}
