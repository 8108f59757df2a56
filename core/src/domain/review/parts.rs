//! The parts of a process review: its inputs, judgements, deficiencies, risks, decisions. Plain data without rules.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::words::*;
use crate::deadlines::Standing;
use crate::domain::change;
use crate::domain::drill::Verdict;
use crate::duties::PromiseKind;
use crate::ids::{PartId, PersonId, StreamId, TeamId};
use crate::time::{Day, Instant, Length, Moment};

/// What a review is held for (duties 27 to 29).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(rename = "ReviewTrigger")]
#[schemars(rename = "ReviewTrigger")]
pub enum Trigger {
    /// An emergency that ended.
    AfterEmergency {
        /// The emergency.
        incident: StreamId,
        /// Its number.
        number: String,
        /// The day on which it ended, in the zone of the workspace.
        ended: Day,
    },
    /// The rule that the process is reviewed at least so often.
    Periodic {
        /// The day of the last approval; none when no review was ever approved.
        after: Option<Day>,
    },
    /// Somebody's wish.
    OnDemand {
        /// What for.
        why: Why,
        /// The reason.
        reason: String,
    },
}

/// What a person asks for when a review is planned; the program adds what it knows and makes the [`Trigger`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "ReviewOccasion")]
#[schemars(rename = "ReviewOccasion")]
pub enum Occasion {
    /// An emergency that ended.
    AfterEmergency {
        /// The emergency.
        incident: StreamId,
    },
    /// The rule that the process is reviewed at least so often.
    Periodic {},
    /// Somebody's wish.
    OnDemand {
        /// What for.
        why: Why,
        /// The reason.
        reason: String,
    },
}

/// What an input says in numbers and names, as it was when it was gathered. What nobody recorded is left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(rename = "ReviewFacts", optional_fields)]
#[schemars(rename = "ReviewFacts")]
pub struct Facts {
    /// When it began or happened.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// How long the service was down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub downtime: Option<Length>,
    /// How long it took until the service ran again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recovery: Option<Length>,
    /// Whether the RTO of every service was met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rto_met: Option<bool>,
    /// Whether the RPO of every service was met.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rpo_met: Option<bool>,
    /// The emergency was still running.
    pub running: bool,
    /// What was promised, as a length.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promised: Option<Length>,
    /// How long it really took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub taken: Option<Length>,
    /// What was promised, as a moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Moment>,
    /// The day by which it was due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_day: Option<Day>,
    /// When it was settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled: Option<Moment>,
    /// How many there were, where one input stands for several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// What was decided about the result of a test.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// Where a change request stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<change::Phase>,
    /// What was promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promise: Option<PromiseKind>,
    /// The duty of the process that the promise is an occurrence of, 1 to 33.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duty: Option<u8>,
    /// How the promise stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// Who owns it or decided it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The reason or text beside it.
    pub text: String,
}

/// Something that happened since the last review and that this one has to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewInput")]
#[schemars(rename = "ReviewInput")]
pub struct Input {
    /// The part's id.
    pub id: PartId,
    /// What it is about.
    pub kind: InputKind,
    /// The record that it comes from.
    pub record: StreamId,
    /// The part of that record, where one record gives several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub part: Option<PartId>,
    /// The record's number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What it says.
    #[serde(default)]
    pub facts: Facts,
    /// How it stands to the review before.
    pub mark: Mark,
}

impl Input {
    /// By what an input is the same one in two gatherings.
    pub const fn key(&self) -> (InputKind, StreamId, Option<PartId>) {
        (self.kind, self.record, self.part)
    }
}

/// The time that a review looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewPeriod")]
#[schemars(rename = "ReviewPeriod")]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
}

/// What was decided about an item or a deficiency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "ReviewDecision")]
#[schemars(rename = "ReviewDecision")]
pub enum Decision {
    /// Nothing is to change.
    NoChange {
        /// Why.
        because: String,
    },
    /// A change request is opened.
    Change {
        /// Its record, made by the sender.
        change: StreamId,
        /// Its title.
        title: String,
        /// What is wanted.
        #[serde(default)]
        wanted: String,
    },
}

/// A decision with who made it and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewDecided")]
#[schemars(rename = "ReviewDecided")]
pub struct Decided {
    /// What.
    pub decision: Decision,
    /// Who.
    pub by: PersonId,
    /// When it was written down.
    pub recorded: Instant,
}

/// An input with what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewItem")]
#[schemars(rename = "ReviewItem")]
pub struct Item {
    /// The input.
    pub input: Input,
    /// When it was gathered or changed after the first gathering; none when it was there from the beginning.
    pub later: Option<Instant>,
    /// What was decided.
    pub decided: Option<Decided>,
    /// What had been decided before the item was asked anew.
    pub earlier: Option<Decided>,
}

/// How a step was judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewJudged")]
#[schemars(rename = "ReviewJudged")]
pub struct Judged {
    /// How.
    pub judgement: Judgement,
    /// By what it shows.
    pub proof: String,
    /// Who.
    pub by: PersonId,
    /// When it was written down.
    pub recorded: Instant,
}

/// A text with who stated it and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewStated")]
#[schemars(rename = "ReviewStated")]
pub struct Stated {
    /// The text.
    pub text: String,
    /// Who.
    pub by: PersonId,
    /// When it was written down.
    pub recorded: Instant,
}

/// Somebody who was invited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewParticipant")]
#[schemars(rename = "ReviewParticipant")]
pub struct Participant {
    /// Who.
    pub person: PersonId,
    /// As what, such as the head of the company or somebody who stands in (ISO 22301 9.3.1).
    pub capacity: String,
    /// Whether the person took part.
    pub presence: Presence,
}

/// A deficiency that the review found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewDeficiency")]
#[schemars(rename = "ReviewDeficiency")]
pub struct Deficiency {
    /// The part's id.
    pub id: PartId,
    /// What is wrong.
    pub text: String,
    /// The step that it is about.
    pub step: Option<Step>,
    /// Why it was dropped, if it was.
    pub dropped: Option<String>,
    /// What was decided.
    pub decided: Option<Decided>,
}

/// A risk that is accepted until a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "ReviewRisk")]
#[schemars(rename = "ReviewRisk")]
pub struct Risk {
    /// The part's id.
    pub id: PartId,
    /// Which risk.
    pub text: String,
    /// Why it is accepted.
    pub reason: String,
    /// Until which day.
    pub until: Day,
    /// Who accepted it.
    pub approver: PersonId,
}

/// Which teams are to be informed of the result (duties 31).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "ReviewTeams")]
#[schemars(rename = "ReviewTeams")]
pub struct Teams {
    /// The teams.
    pub teams: Vec<TeamId>,
    /// Why there are none.
    #[serde(default)]
    pub none_because: String,
}

/// A team that was informed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewInformed")]
#[schemars(rename = "ReviewInformed")]
pub struct Informed {
    /// The team.
    pub team: TeamId,
    /// When.
    pub at: Moment,
    /// How.
    pub way: String,
    /// Who wrote it down.
    pub by: PersonId,
    /// When it was written down.
    pub recorded: Instant,
}

/// A report that was issued about the review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewReport")]
#[schemars(rename = "ReviewReport")]
pub struct ReportNoted {
    /// The report.
    pub report: StreamId,
    /// Its number.
    pub number: String,
    /// The version of the review that it prints.
    pub version: u32,
    /// Who approved it.
    pub approver: PersonId,
    /// When.
    pub at: Moment,
}

/// What the review came to (duties 30).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewConclusion")]
#[schemars(rename = "ReviewConclusion")]
pub struct Conclusion {
    /// Whether the process must change.
    pub change_needed: bool,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
    /// Who wrote it down.
    pub by: PersonId,
}
