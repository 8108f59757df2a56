//! The parts of a test: stamps, attempts, notes, clocks, the result. Plain data without rules.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Phase;
use crate::ids::{PartId, PersonId, ServiceId, StreamId};
use crate::time::{Instant, Moment};

/// What a stopwatch that nobody can set says: it counts on whatever the clock on the wall does. Two readings can be
/// compared when they are of the same run of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tick {
    /// Which run of it: the machine's since it was switched on, or a window's since it was opened.
    pub boot: String,
    /// Milliseconds since that began.
    #[ts(type = "number")]
    pub elapsed_ms: u64,
}

/// When something is ordered that belongs to the course of the test.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(rename = "DrillWhen")]
#[schemars(rename = "DrillWhen")]
pub struct When {
    /// When it happened, where it is entered afterwards; none for now.
    pub at: Option<Moment>,
    /// What the sender's stopwatch says.
    pub tick: Option<Tick>,
}

/// When something happened in the course of a test, as an event says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillTimed")]
#[schemars(rename = "DrillTimed")]
pub struct Timed {
    /// By the clock on the wall: now, or as it was said.
    pub at: Moment,
    /// Whether it was entered afterwards.
    pub late: bool,
    /// What the sender's stopwatch said; none of what was entered afterwards.
    pub tick: Option<Tick>,
}

/// The same with who wrote it down, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillStamp")]
#[schemars(rename = "DrillStamp")]
pub struct Stamp {
    /// When it happened.
    pub timed: Timed,
    /// When it was written down.
    pub recorded: Instant,
    /// Who wrote it down.
    pub by: PersonId,
}

/// Why a test is conducted (report-contents.md (b) 3).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillTrigger")]
#[schemars(rename = "DrillTrigger")]
pub enum Trigger {
    /// The yearly test (duties.md 32).
    #[default]
    Yearly,
    /// After a change.
    AfterChange,
    /// After an emergency.
    AfterEmergency,
    /// Again, because the last one failed or was aborted.
    Retest,
    /// On demand.
    OnDemand,
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "DrillParticipant")]
#[schemars(rename = "DrillParticipant")]
pub struct Participant {
    /// Who.
    pub person: PersonId,
    /// In which role.
    #[serde(default)]
    pub role: String,
    /// For whom the person stands in.
    #[serde(default)]
    pub deputy_for: Option<PersonId>,
    /// Whether the person was there; none as long as nobody said.
    #[serde(default)]
    pub present: Option<bool>,
}

/// Where a test takes place and who takes part (report-contents.md (b) 4 to 6).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "DrillArrangement")]
#[schemars(rename = "DrillArrangement")]
pub struct Arrangement {
    /// Where people meet.
    #[serde(default)]
    pub place: String,
    /// In which environment it is conducted.
    #[serde(default)]
    pub environment: String,
    /// Who wants it.
    #[serde(default)]
    pub sponsor: Option<PersonId>,
    /// Who leads it and conducts it first.
    pub lead: PersonId,
    /// Who watches.
    #[serde(default)]
    pub observers: Vec<PersonId>,
    /// Who takes part.
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// Third parties and customers that are involved.
    #[serde(default)]
    pub third_parties: String,
}

/// That a test was moved to another time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillMoved")]
#[schemars(rename = "DrillMoved")]
pub struct Moved {
    /// When it had been planned.
    pub was: Moment,
    /// Why it was moved.
    pub reason: String,
    /// Who moved it.
    pub by: PersonId,
}

/// That a test came to stand somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrillPassed {
    /// Where.
    pub phase: Phase,
    /// When that happened, where it says so.
    pub at: Option<Moment>,
    /// When it was written down.
    pub recorded: Instant,
    /// Who wrote it down.
    pub by: PersonId,
    /// Why, where a reason is asked for.
    pub reason: String,
}

/// How a step came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "StepOutcome")]
#[schemars(rename = "StepOutcome")]
pub enum Outcome {
    /// Erledigt.
    Passed,
    /// Teilweise.
    Partly,
    /// Fehlgeschlagen.
    Failed,
    /// Übersprungen.
    Skipped,
}

/// An attempt at a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// Counted from 1.
    pub number: u32,
    /// Who carried it out, where somebody was named.
    pub person: Option<PersonId>,
    /// Why it began although steps before it were not done.
    pub despite: String,
    /// When it began; none where it was skipped without a beginning.
    pub started: Option<Stamp>,
    /// When it ended; none while it runs.
    pub ended: Option<Stamp>,
    /// How it came out; none while it runs.
    pub outcome: Option<Outcome>,
    /// The remark, deviation or reason that belongs to it.
    pub text: String,
    /// What was said before it was corrected, oldest first.
    pub corrected: Vec<Correction>,
    /// When it was said to be before that was corrected, oldest first.
    pub retimed: Vec<Retimed>,
}

/// What an attempt's times were before they were corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "StepRetimed")]
#[schemars(rename = "StepRetimed")]
pub struct Retimed {
    /// When it was said to begin; none where that was not corrected.
    pub begun: Option<Moment>,
    /// When it was said to end; none where that was not corrected.
    pub ended: Option<Moment>,
    /// Why it was corrected.
    pub reason: String,
    /// Who corrected it.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
}

/// What an attempt's outcome was before it was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "StepCorrection")]
#[schemars(rename = "StepCorrection")]
pub struct Correction {
    /// The outcome.
    pub outcome: Outcome,
    /// Its text.
    pub text: String,
    /// Why it was corrected.
    pub reason: String,
    /// Who corrected it.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
}

/// A note, or what an observer saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DrillNote {
    /// The part's id.
    pub id: PartId,
    /// Who observed it; none of a note of the one who conducts.
    pub observer: Option<PersonId>,
    /// What it says.
    pub text: String,
    /// The step that it is about.
    pub step: Option<PartId>,
    /// When.
    pub stamp: Stamp,
}

/// A pause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillPause")]
#[schemars(rename = "DrillPause")]
pub struct Pause {
    /// Why.
    pub reason: String,
    /// Since when.
    pub from: Stamp,
    /// Until when; none while it lasts.
    pub until: Option<Stamp>,
}

/// Somebody who conducted the test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillCoordinator")]
#[schemars(rename = "DrillCoordinator")]
pub struct Coordinator {
    /// Who.
    pub person: PersonId,
    /// Since when.
    pub since: Stamp,
    /// What was said at the hand-over.
    pub note: String,
}

/// A critical lapse that was told at once (report-contents.md (b) 18).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillLapse")]
#[schemars(rename = "DrillLapse")]
pub struct Lapse {
    /// The part's id.
    pub id: PartId,
    /// What.
    pub text: String,
    /// Who was told.
    pub told: PersonId,
    /// When.
    pub stamp: Stamp,
}

/// A press of a service's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum ClockPress {
    /// It began.
    Started,
    /// The service was recovered.
    Stopped,
}

/// A press of a clock that was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClockWithdrawal {
    /// Which.
    pub press: ClockPress,
    /// When it had been said to be.
    pub was: Moment,
    /// Why it was taken back.
    pub reason: String,
    /// Who took it back.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
}

/// The clock of a service, from its named start to its named end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceClock {
    /// The service.
    pub service: ServiceId,
    /// The event at which it began, and when.
    pub started: Option<(String, Stamp)>,
    /// The event at which the service was recovered, and when.
    pub stopped: Option<(String, Stamp)>,
    /// The state of the data that came back.
    pub data_point: Option<Moment>,
    /// What was pressed and taken back, oldest first.
    pub withdrawn: Vec<ClockWithdrawal>,
}

/// How an objective was reached (report-contents.md (b) 16; HSEEP).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ObjectiveRating")]
#[schemars(rename = "ObjectiveRating")]
pub enum Rating {
    /// Ohne Schwierigkeiten.
    WithoutChallenges,
    /// Mit einigen Schwierigkeiten.
    SomeChallenges,
    /// Mit großen Schwierigkeiten.
    MajorChallenges,
    /// Nicht erreicht.
    Unable,
}

/// The rating of an objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "ObjectiveRated")]
#[schemars(rename = "ObjectiveRated")]
pub struct Rated {
    /// The objective.
    pub objective: PartId,
    /// The rating.
    pub rating: Rating,
    /// Why.
    #[serde(default)]
    pub analysis: String,
}

/// What a check came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillCheckOutcome")]
#[schemars(rename = "DrillCheckOutcome")]
pub enum CheckOutcome {
    /// In Ordnung, belegt.
    Proved,
    /// Nicht in Ordnung.
    Failed,
    /// Nicht Teil dieses Tests.
    NotPart,
}

/// A check with what shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(rename = "DrillCheck")]
#[schemars(rename = "DrillCheck")]
pub struct Checked {
    /// What it came to; none as long as nobody said.
    pub outcome: Option<CheckOutcome>,
    /// How it was checked and what shows it.
    pub text: String,
}

/// What was found (report-contents.md (b) 13 to 16, 19, 21, 22, 24).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct DrillResult {
    /// A rating for each objective.
    pub ratings: Vec<Rated>,
    /// Data integrity and restore of backups.
    pub data_integrity: Checked,
    /// Alarm and communication.
    pub alarm: Checked,
    /// That what was set up for the test was removed.
    pub removal: Checked,
    /// Strengths.
    pub strengths: String,
    /// Areas for improvement, with analysis.
    pub improvements: String,
    /// The talk right after it, and what participants said.
    pub hot_wash: String,
    /// Documents that must change.
    pub documents: String,
    /// What goes to management.
    pub management: String,
}

/// What was decided about the result as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillVerdict")]
#[schemars(rename = "DrillVerdict")]
pub enum Verdict {
    /// Bestanden.
    Passed,
    /// Bestanden mit Auflagen.
    WithConditions,
    /// Nicht bestanden.
    Failed,
}

/// The approval of the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillJudged")]
#[schemars(rename = "DrillJudged")]
pub struct Judged {
    /// The verdict.
    pub verdict: Verdict,
    /// Under which conditions.
    pub conditions: String,
    /// Why it is better than what follows from the record.
    pub reason: String,
    /// Who approved.
    pub by: PersonId,
    /// When that was written down.
    pub recorded: Instant,
    /// Whether one person did both halves of what needs two.
    pub alone: bool,
}

/// A report that was issued about the test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillReport")]
#[schemars(rename = "DrillReport")]
pub struct Reported {
    /// The report.
    pub report: StreamId,
    /// Its number.
    pub number: String,
    /// Who approved it.
    pub approver: PersonId,
    /// When.
    pub at: Moment,
}

/// A review that analysed the result (duties.md 33).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillAnalysed")]
#[schemars(rename = "DrillAnalysed")]
pub struct Analysed {
    /// The review.
    pub review: StreamId,
    /// Its number.
    pub number: String,
    /// When that was written down.
    pub recorded: Instant,
}
