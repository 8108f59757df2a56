//! What the screens of change requests show.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::change::{
    AnswerKept, Approval, Check, Column, Deferral, Delegation, EffectCheck, Implementation, Informed,
    NewVersion, Origin, Outside, Phase, Plan, Possible, Reached, RiskAccepted, Stopped, Text,
};
use crate::domain::incident::Priority;
use crate::ids::{PersonId, StreamId, TeamId};
use crate::time::{Day, Instant};

/// What a change request comes from, as a filter names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum ChangeOriginKind {
    /// A process review.
    Review,
    /// A finding.
    Finding,
    /// An incident or emergency.
    Incident,
    /// A DR test.
    Drill,
    /// An idea.
    Idea,
    /// Another workspace.
    Outside,
}

/// By what the list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum ChangeSort {
    /// The number.
    #[default]
    Number,
    /// The title.
    Title,
    /// The phase, in the order of the process.
    Phase,
    /// The day until which it is to be done.
    Due,
    /// How long it stands where it stands.
    Age,
    /// The priority.
    Priority,
    /// When anything happened last.
    Changed,
}

/// Which change requests are wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ChangesQuery {
    /// Letters that occur in the number or the title.
    pub search: String,
    /// Phases.
    pub phases: Vec<Phase>,
    /// Teams that were asked, or that it touches first.
    pub teams: Vec<TeamId>,
    /// Who is to act.
    pub owners: Vec<PersonId>,
    /// What it comes from.
    pub origins: Vec<ChangeOriginKind>,
    /// Only those that come from this record.
    pub from: Option<StreamId>,
    /// Only what should be done by now and is not.
    pub overdue: bool,
    /// Also what is at rest.
    pub at_rest: bool,
    /// By what it is sorted.
    pub sort: ChangeSort,
    /// Smallest or oldest first.
    pub ascending: bool,
    /// How many rows to pass over.
    pub offset: u32,
    /// How many rows to give, at most 500; 0 means 50.
    pub limit: u32,
}

/// A change request in the list and on the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeRow {
    /// Its id.
    pub id: StreamId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub phase: Phase,
    /// Its column on the board.
    pub column: Column,
    /// What it comes from.
    pub origin: ChangeOriginKind,
    /// Whether work may begin before it is approved.
    pub emergency: bool,
    /// Whether it is approved.
    pub approved: bool,
    /// The team that was asked, or that it touches first.
    pub team: Option<TeamId>,
    /// The name of the team.
    pub team_name: String,
    /// Who is to act.
    pub owner: PersonId,
    /// Until when it is to be done.
    pub due: Option<Day>,
    /// Whether it should be done by now and is not.
    pub overdue: bool,
    /// How urgent it is.
    pub priority: Option<Priority>,
    /// Since when it stands where it stands.
    pub since: Instant,
    /// How many days that is.
    #[ts(type = "number")]
    pub age_days: i64,
    /// When anything happened last.
    pub changed: Instant,
}

/// A page of change requests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangesPage {
    /// The rows.
    pub items: Vec<ChangeRow>,
    /// How many there are under the filters.
    pub total: u32,
    /// How many of them stand in each column of the board.
    pub columns: Vec<(Column, u32)>,
    /// Names of people by their ids.
    pub people: BTreeMap<PersonId, String>,
}

/// Everything about one change request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeView {
    /// Its id.
    pub id: StreamId,
    /// How many events it has.
    #[ts(type = "number")]
    pub version: u64,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub phase: Phase,
    /// Its column on the board.
    pub column: Column,
    /// What it comes from.
    pub origin: Origin,
    /// The number of what it comes from, where that is a record of this workspace.
    pub origin_number: Option<String>,
    /// Where it comes from, when another workspace handed it over.
    pub outside: Option<Outside>,
    /// Every phase that it entered, in order.
    pub reached: Vec<Reached>,
    /// What it says.
    pub text: Text,
    /// Who opened it.
    pub opened_by: PersonId,
    /// Who is to act.
    pub owner: PersonId,
    /// Who wrote its text.
    pub authors: Vec<PersonId>,
    /// What the assessment found, newest last.
    pub assessments: Vec<String>,
    /// Decisions, newest last.
    pub approvals: Vec<Approval>,
    /// Whether the newest decision approved it and nobody gave it back since.
    pub approved: bool,
    /// What teams were asked, newest last.
    pub delegations: Vec<Delegation>,
    /// Answers that came too late or twice.
    pub kept: Vec<AnswerKept>,
    /// The days on which it was to be done, newest last.
    pub plans: Vec<Plan>,
    /// When work began.
    pub started: Option<Day>,
    /// Whether work began before it was approved.
    pub unapproved: bool,
    /// What was done, newest last.
    pub implementations: Vec<Implementation>,
    /// What others found, newest last.
    pub checks: Vec<Check>,
    /// Whether it does what it was wanted for, newest last.
    pub effects: Vec<EffectCheck>,
    /// New versions of documents.
    pub versions: Vec<NewVersion>,
    /// Teams that know.
    pub informed: Vec<Informed>,
    /// Risks that somebody lives with for a while.
    pub risks: Vec<RiskAccepted>,
    /// Every wait for a day.
    pub deferrals: Vec<Deferral>,
    /// How it ended.
    pub stopped: Option<Stopped>,
    /// Until when it is to be done.
    pub due: Option<Day>,
    /// Whether it should be done by now and is not.
    pub overdue: bool,
    /// How many days it stands where it stands.
    #[ts(type = "number")]
    pub age_days: i64,
    /// Every deed with what stands against it for whoever asks.
    pub possible: Vec<Possible>,
    /// Whether a file can be handed to the other side: what was asked, or what is answered.
    pub hand_over: Option<HandedKind>,
    /// The code on the hand-over slip of what is asked now; none where no team is asked.
    pub slip_code: Option<String>,
    /// Names of people by their ids.
    pub people: BTreeMap<PersonId, String>,
    /// When it was opened.
    pub recorded: Instant,
    /// When anything happened to it last.
    pub changed: Instant,
}

/// What a file that is handed over holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum HandedKind {
    /// What a team is asked.
    Delegation,
    /// What it answers.
    Answer,
    /// What people are told.
    Notice,
    /// Who said that they read it.
    Acknowledgements,
}
