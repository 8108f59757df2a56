//! What the screens of DR tests show.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::drill::{
    Analysed, Arrangement, Coordinator, Correction, Coverage, DrillNote, DrillPassed, DrillResult, Elapsed,
    Judged, Lapse, Moved, Outcome, Pause, Phase, PlanUsed, PossibleDrillDeed, Refusal, Reported, ResultGap,
    RetestReason, Retimed, ServiceOutcome, Stamp, StepState, Trigger, Verdict, VerdictGround,
};
use crate::domain::incident::{Evidence, GuideUse};
use crate::domain::plan::{DrillKind, PlanAbout, PlanStep, Planned};
use crate::ids::{PartId, PersonId, RecordRef, StreamId};
use crate::time::{Day, Instant, Moment};

/// By what DR tests are sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum DrillSort {
    /// When it is planned.
    #[default]
    Planned,
    /// Its number.
    Number,
    /// Its title.
    Title,
    /// Its kind.
    Kind,
    /// Where it stands.
    Phase,
    /// When it last changed.
    Changed,
}

/// A question for DR tests. An empty list filters nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct DrillsQuery {
    /// Words that must occur in number, title or scenario.
    pub search: String,
    /// Kinds of test.
    pub kinds: Vec<DrillKind>,
    /// Where they stand.
    pub phases: Vec<Phase>,
    /// What was decided about the result.
    pub verdicts: Vec<Verdict>,
    /// Only tests by this plan.
    pub plan: Option<RecordRef>,
    /// Only tests that no review analysed, of those whose result was approved.
    pub unanalysed: bool,
    /// Only what is planned at this instant or later.
    pub from: Option<Instant>,
    /// Only what is planned before this instant.
    pub until: Option<Instant>,
    /// By what it is sorted.
    pub sort: DrillSort,
    /// Smallest or oldest first.
    pub ascending: bool,
    /// How many rows to pass over.
    pub offset: u32,
    /// How many rows to give, at most 500; 0 means 50.
    pub limit: u32,
}

/// A row of the DR tests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrillRow {
    /// The record's id.
    pub id: StreamId,
    /// The number that people say.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: DrillKind,
    /// Its scenario.
    pub scenario: String,
    /// The plan's record.
    pub plan: StreamId,
    /// The plan's number.
    pub plan_number: String,
    /// The plan's version.
    pub plan_version: u32,
    /// Where it stands.
    pub phase: Phase,
    /// What was decided about the result.
    pub verdict: Option<Verdict>,
    /// Why it must be done again.
    pub retest: Option<RetestReason>,
    /// Whether a review analysed it.
    pub analysed: bool,
    /// Who leads it.
    pub lead: PersonId,
    /// When it is planned to begin.
    pub planned: Instant,
    /// When it started.
    pub started: Option<Instant>,
    /// When it was over.
    pub over: Option<Instant>,
    /// When it last changed.
    pub changed: Instant,
}

/// A page of the DR tests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrillsPage {
    /// The rows.
    pub items: Vec<DrillRow>,
    /// How many there are in all.
    pub total: u32,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
}

/// An attempt at a step, with its place on the line of the test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttemptView {
    /// Counted from 1.
    pub number: u32,
    /// Who carried it out, where somebody was named.
    pub person: Option<PersonId>,
    /// Why it began although steps before it were not done.
    pub despite: String,
    /// When it began.
    pub started: Option<Stamp>,
    /// When it ended.
    pub ended: Option<Stamp>,
    /// Milliseconds from the start of the test until it began, without pauses.
    #[ts(type = "number | null")]
    pub begins_ms: Option<i64>,
    /// Milliseconds from the start of the test until it ended, or until now; without pauses.
    #[ts(type = "number | null")]
    pub ends_ms: Option<i64>,
    /// How it came out; none while it runs.
    pub outcome: Option<Outcome>,
    /// The remark, deviation or reason that belongs to it.
    pub text: String,
    /// What was said before it was corrected, oldest first.
    pub corrected: Vec<Correction>,
    /// When it was said to be before that was corrected, oldest first.
    pub retimed: Vec<Retimed>,
}

/// A step, planned and actual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrillStepView {
    /// The step as the plan says it.
    pub step: PlanStep,
    /// Its code, as it is printed on sheets to fill in by hand.
    pub code: String,
    /// Where it stands.
    pub state: StepState,
    /// When it is planned to run.
    pub planned: Planned,
    /// The attempts at it.
    pub attempts: Vec<AttemptView>,
    /// Why it cannot begin for the sake of the steps before it; none when it can, or did.
    pub waits: Option<Refusal>,
    /// The step that begins when this one is passed; none when none may.
    pub next: Option<PartId>,
}

/// A piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrillEvidenceView {
    /// The evidence.
    pub evidence: Evidence,
    /// The step that it is of.
    pub step: Option<PartId>,
}

/// Everything about a DR test, clocks as they stand at the instant asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrillView {
    /// The record's id.
    pub id: StreamId,
    /// How many events it has; rises with every change.
    #[ts(type = "number")]
    pub version: u64,
    /// The number that people say.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: DrillKind,
    /// Its scenario.
    pub scenario: String,
    /// The plan.
    pub plan: PlanUsed,
    /// What the plan says it is about: as frozen, or as it stands before the start.
    pub about: PlanAbout,
    /// Whether the version that was frozen was approved; none before the start.
    pub plan_approved: Option<bool>,
    /// The guide that was in force.
    pub guide: Option<GuideUse>,
    /// Why it is conducted.
    pub trigger: Trigger,
    /// The same in words.
    pub occasion: String,
    /// When it is planned to begin.
    pub planned: Moment,
    /// When it is planned to end.
    pub until: Option<Moment>,
    /// Why it was moved, oldest first.
    pub moved: Vec<Moved>,
    /// Place, people and third parties.
    pub arrangement: Arrangement,
    /// Where it stands.
    pub phase: Phase,
    /// Its way so far, oldest first.
    pub path: Vec<DrillPassed>,
    /// When it started.
    pub started: Option<Stamp>,
    /// When it ended or was aborted.
    pub over: Option<Stamp>,
    /// Why it was aborted.
    pub aborted: Option<String>,
    /// How long it has been running; none before the start.
    pub elapsed: Option<Elapsed>,
    /// Its steps, planned and actual, in the order of the plan.
    pub steps: Vec<DrillStepView>,
    /// What was measured of each service.
    pub services: Vec<ServiceOutcome>,
    /// Notes and observations.
    pub notes: Vec<DrillNote>,
    /// Evidence.
    pub evidence: Vec<DrillEvidenceView>,
    /// Pauses.
    pub pauses: Vec<Pause>,
    /// Who conducted it in turn.
    pub coordinators: Vec<Coordinator>,
    /// Who conducts it.
    pub coordinator: PersonId,
    /// Critical lapses.
    pub lapses: Vec<Lapse>,
    /// What was found.
    pub result: Option<DrillResult>,
    /// What the result lacks before it can be handed in.
    pub result_gaps: Vec<ResultGap>,
    /// What the record speaks for.
    pub proposed_verdict: Option<Verdict>,
    /// What speaks against a test that is passed without conditions, the heaviest first.
    pub verdict_grounds: Vec<VerdictGround>,
    /// What was decided about the result.
    pub verdict: Option<Judged>,
    /// Why it must be done again, and since when.
    pub retest: Option<(RetestReason, Instant)>,
    /// By when that is due and whether it was done; none where it need not be done again.
    pub retest_duty: Option<RetestDuty>,
    /// The reviews that analysed it.
    pub reviews: Vec<Analysed>,
    /// The reports that were issued about it, oldest first.
    pub reports: Vec<Reported>,
    /// What can be done, with what stands against each deed.
    pub possible: Vec<PossibleDrillDeed>,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
    /// Who scheduled it.
    pub recorded_by: PersonId,
    /// When that was.
    pub recorded: Instant,
    /// When it last changed.
    pub changed: Instant,
}

/// That a test must be done again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct RetestDuty {
    /// By when; none where no rule says it.
    pub due: Option<Instant>,
    /// When a test by the same plan was passed afterwards; none as long as it was not.
    pub passed: Option<Instant>,
}

/// What tests have proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct CoverageView {
    /// As of this day.
    pub day: Day,
    /// The squares and the proposals.
    pub coverage: Coverage,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
}
