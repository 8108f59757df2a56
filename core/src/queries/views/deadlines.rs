//! What the screens of deadlines, duties and rules show.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::deadlines::Deadline;
use crate::domain::notice::Who;
use crate::domain::policy::{
    DrillScope, Freeze, Hindrance, MailServer, Regime, Region, Rule, RuleKind, Term,
};
use crate::ids::PersonId;
use crate::time::{Day, Instant};

/// A promise with the names of the records that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeadlineRow {
    /// The number of the record that promises it; empty for the organisation.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The number of the record that proves it, where that is another one.
    pub proof_number: Option<String>,
    /// How its date is moved by a person; none where it cannot be.
    pub moves: Option<Moves>,
    /// What speaks against the day of a date that is planned and to come.
    pub against: Vec<Hindrance>,
    /// The promise.
    #[serde(flatten)]
    #[ts(flatten)]
    pub deadline: Deadline,
}

/// How a date is moved by a person: which order does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Moves {
    /// The day of a review.
    Review,
    /// The beginning of a test.
    Drill,
    /// The day of a finding's action.
    Finding,
    /// The day of an action that a record recommends.
    Recommendation,
}

/// A day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DayView {
    /// The day.
    pub day: Day,
    /// What speaks against it, the weightiest first.
    pub against: Vec<Hindrance>,
}

/// What is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeadlinesView {
    /// The instant for which it holds.
    pub at: Instant,
    /// By date.
    pub items: Vec<DeadlineRow>,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
}

/// How a duty of the process stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DutyRow {
    /// Which, 1 to 33 (duties.md).
    pub duty: u8,
    /// How often it was kept in time.
    pub kept: u32,
    /// How often after its date.
    pub kept_late: u32,
    /// How often it is to be kept, and its date is to come or it has none.
    pub due: u32,
    /// How often it is not kept and its date is over.
    pub late: u32,
    /// How often its record came to rest without a proof.
    pub proof_missing: u32,
    /// When it is due next, or was due first among those that are late.
    pub next: Option<Instant>,
    /// When it was kept last.
    pub latest: Option<Instant>,
}

/// A rule that dates occurrences of a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DutyRule {
    /// The duty, 1 to 33.
    pub duty: u8,
    /// The rule.
    pub kind: RuleKind,
    /// Its term for what begins then; none: the rule does not hold.
    pub term: Option<Term>,
}

/// How the duties of the process stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct LedgerView {
    /// The instant for which it holds.
    pub at: Instant,
    /// The 33 duties in their order.
    pub duties: Vec<DutyRow>,
    /// The rules that date them, by duty.
    pub rules: Vec<DutyRule>,
    /// Every occurrence of the duty that was asked for, newest first; of every duty, by duty, where that was asked for.
    pub occurrences: Vec<DeadlineRow>,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
}

/// A rule of the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleView {
    /// Which.
    pub kind: RuleKind,
    /// The term that holds for what begins today; none: the rule does not hold.
    pub term: Option<Term>,
    /// The term that holds as long as nobody sets another one; none for a rule that holds only once somebody wants it.
    pub seeded: Option<Term>,
    /// The term that the process, a law or a source proposes.
    pub proposed: Term,
    /// The law that it belongs to; none for a rule of the process.
    pub regime: Option<Regime>,
    /// Terms that somebody set, oldest first.
    pub history: Vec<Rule>,
}

/// The policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PolicyView {
    /// The rules in their order.
    pub rules: Vec<RuleView>,
    /// The federal state whose holidays count.
    pub region: Option<Region>,
    /// What is tested at least so often.
    pub drill_scope: DrillScope,
    /// Times in which nothing is tested, changed or switched, by their first day.
    pub freezes: Vec<Freeze>,
    /// Whether one person may do both halves of what needs two, as long as nobody else takes part.
    pub alone: bool,
    /// Who of a team is asked to acknowledge a notice that comes by itself.
    pub asked: Who,
    /// The server that takes mail to the teams; none: no mail is sent.
    pub mail: Option<MailServer>,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
}
