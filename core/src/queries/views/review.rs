//! What the list and the screen of process reviews show.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::organisation::Team;
use crate::domain::policy::RuleKind;
use crate::domain::review::{Content, Gap, Informed, Passed, Phase, Possible, ReportNoted, Trigger, Version};
use crate::ids::{PersonId, StreamId, TeamId};
use crate::time::{Day, Instant};

/// By what the list of reviews is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum ReviewSort {
    /// The day for which it is planned.
    #[default]
    Planned,
    /// Its number.
    Number,
    /// Where it stands.
    Phase,
    /// What it is held for.
    Trigger,
    /// When it last changed.
    Changed,
}

/// The triggers by which reviews are filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum ReviewTriggerKind {
    /// An emergency that ended.
    AfterEmergency,
    /// The rule that the process is reviewed at least so often.
    Periodic,
    /// Somebody's wish.
    OnDemand,
}

/// A question to the list of reviews. An empty list filters nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct ReviewsQuery {
    /// Phases.
    pub phases: Vec<Phase>,
    /// What they are held for.
    pub triggers: Vec<ReviewTriggerKind>,
    /// The year of the day for which they are planned.
    pub year: Option<i32>,
    /// By what it is sorted.
    pub sort: ReviewSort,
    /// Smallest or oldest first.
    pub ascending: bool,
    /// How many rows to pass over.
    pub offset: u32,
    /// How many rows to give, at most 500; 0 means 50.
    pub limit: u32,
}

/// A row of the list of reviews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewRow {
    /// The record's id.
    pub id: StreamId,
    /// The number that people say.
    pub number: String,
    /// What it is held for.
    pub trigger: Trigger,
    /// Where it stands.
    pub phase: Phase,
    /// For which day it is planned.
    pub planned: Day,
    /// The last day on which its duty is kept; none where no rule binds it.
    pub due: Option<Day>,
    /// By how many days it is late on the day asked, or was late when it was approved; none when it is in time.
    #[ts(type = "number | null")]
    pub late_by: Option<i64>,
    /// Who leads it.
    pub lead: Option<PersonId>,
    /// The version that is worked on or stands.
    pub version: u32,
    /// The day on which it was first approved.
    pub approved: Option<Day>,
    /// Inputs.
    pub items: u32,
    /// Inputs and deficiencies without a decision.
    pub undecided: u32,
    /// Change requests that it asked for.
    pub changes: u32,
    /// When it last changed.
    pub changed: Instant,
}

/// The review that is due next, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct NextReview {
    /// The rule that makes it due; none for a review on demand.
    pub rule: Option<RuleKind>,
    /// The day from which the rule counts: of the emergency's end, of the last approval; none when there was none.
    pub base: Option<Day>,
    /// The last day; none when nothing says one.
    pub due: Option<Day>,
    /// The review that is planned for it; none when nobody planned it yet.
    pub review: Option<ReviewRow>,
}

/// An emergency that ended and has no review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Unreviewed {
    /// The emergency.
    pub incident: StreamId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// When it ended, or else when it began.
    pub ended: Instant,
    /// It was taken over from a source: no review was due here, but one can be held.
    pub taken_over: bool,
}

/// The process review of an emergency, as the emergency's screen names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct FollowingReview {
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub phase: Phase,
    /// For which day it is planned.
    pub planned: Day,
}

/// A page of the list of reviews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewsPage {
    /// The rows.
    pub items: Vec<ReviewRow>,
    /// How many there are under these filters.
    pub total: u32,
    /// The years that there are, newest first.
    pub years: Vec<i32>,
    /// What is due next.
    pub next: NextReview,
    /// Emergencies that ended and have no review, newest first; those that were taken over come last.
    pub unreviewed: Vec<Unreviewed>,
    /// The number of the periodic review that is planned or under way.
    pub periodic: Option<String>,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
}

/// A change request that a review asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewChange {
    /// Its record.
    pub change: StreamId,
    /// Its number; none when its record was not written.
    pub number: Option<String>,
}

/// Everything about a process review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewView {
    /// The record's id.
    pub id: StreamId,
    /// How many events it has; rises with every change.
    #[ts(type = "number")]
    pub events: u64,
    /// The number that people say.
    pub number: String,
    /// What it is held for.
    pub trigger: Trigger,
    /// Where it stands.
    pub phase: Phase,
    /// For which day it is planned.
    pub planned: Day,
    /// The rule that makes it a duty; none for a review on demand.
    pub rule: Option<RuleKind>,
    /// The last day on which its duty is kept.
    pub due: Option<Day>,
    /// By how many days it is late on the day asked, or was late when it was approved.
    #[ts(type = "number | null")]
    pub late_by: Option<i64>,
    /// The last day that may be set for the next review.
    pub latest_next: Option<Day>,
    /// The version that is worked on or stands, counted from 1.
    pub version: u32,
    /// Why that version is made; empty for the first.
    pub reason: String,
    /// What that version says.
    pub content: Content,
    /// The versions that were approved, oldest first.
    pub versions: Vec<Version>,
    /// The teams that were informed of the version that stands.
    pub informed: Vec<Informed>,
    /// Those that were not informed yet.
    pub uninformed: Vec<TeamId>,
    /// What is missing before it can be concluded.
    pub gaps: Vec<Gap>,
    /// Change requests that it asked for.
    pub changes: Vec<ReviewChange>,
    /// The path so far.
    pub path: Vec<Passed>,
    /// The reports that were issued about it, oldest first.
    pub reports: Vec<ReportNoted>,
    /// The report of the version that stands is issued.
    pub reported: bool,
    /// What can be done, with what stands against each.
    pub possible: Vec<Possible>,
    /// The organisation's teams, also those that are gone and named here.
    pub teams: Vec<Team>,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
    /// Who planned it.
    pub recorded_by: PersonId,
    /// When it was planned.
    pub recorded: Instant,
    /// When it last changed.
    pub changed: Instant,
}
