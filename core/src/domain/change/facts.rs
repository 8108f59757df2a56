//! What a change request keeps beside its text: decisions, what was asked and answered, what was done and found.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Phase;
use crate::ids::{PartId, PersonId, StreamId, TeamId};
use crate::time::{Day, Instant};

/// That a phase was entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangeReached")]
#[schemars(rename = "ChangeReached")]
pub struct Reached {
    /// Which.
    pub phase: Phase,
    /// The day that was said, where one was.
    pub on: Option<Day>,
    /// When that was written down.
    pub recorded: Instant,
    /// Who wrote it down.
    pub by: PersonId,
}

/// A decision. It is never changed: another one is another entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangeApproval")]
#[schemars(rename = "ChangeApproval")]
pub struct Approval {
    /// Its id.
    pub id: PartId,
    /// Whether it is to be done.
    pub approved: bool,
    /// Why, or under which conditions.
    pub comment: String,
    /// Who decided.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
    /// Whether one person did both halves, because nobody else takes part.
    pub alone: bool,
}

/// What a team says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(rename = "TeamAnswer")]
#[schemars(rename = "TeamAnswer")]
pub enum Answer {
    /// It does it until the day that was asked.
    Accepted {},
    /// It does it until another day.
    OtherDay {
        /// Which.
        day: Day,
        /// Why.
        reason: String,
    },
    /// It does not do it.
    Refused {
        /// Why.
        reason: String,
    },
}

/// By which way an answer came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(rename = "AnswerWay")]
#[schemars(rename = "AnswerWay")]
pub enum Way {
    /// It was given here.
    Here {
        /// Who of the team gave it, where somebody else wrote it down.
        said_by: Option<PersonId>,
    },
    /// It came as a file. Who gave it is known over there; here no name is kept.
    File {
        /// The organisation over there.
        organisation: String,
        /// The number over there.
        number: String,
        /// When it was given.
        answered: Instant,
        /// The key that signed it, as 64 hexadecimal digits.
        signer: String,
    },
}

/// What a team said to what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangeAnswered")]
#[schemars(rename = "ChangeAnswered")]
pub struct Answered {
    /// Its id.
    pub id: PartId,
    /// What it says.
    pub answer: Answer,
    /// By which way it came.
    pub way: Way,
    /// Who wrote it down.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
}

/// What a team was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangeDelegation")]
#[schemars(rename = "ChangeDelegation")]
pub struct Delegation {
    /// Its id, also of the package that goes out.
    pub id: PartId,
    /// The team; none for what another workspace asked.
    pub team: Option<TeamId>,
    /// Who in it.
    pub person: Option<PersonId>,
    /// Its organisation where it is another one.
    pub organisation: String,
    /// Until when it is wanted.
    pub asked: Day,
    /// What was said to it.
    pub note: String,
    /// Who asked.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
    /// What the team said.
    pub answered: Option<Answered>,
}

impl Delegation {
    /// Until when it is to be done: the day that the team named, else the one that was asked.
    pub const fn due(&self) -> Day {
        match &self.answered {
            Some(Answered { answer: Answer::OtherDay { day, .. }, .. }) => *day,
            Some(_) | None => self.asked,
        }
    }
}

/// Why an answer that came as a file is kept beside and changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum KeptWhy {
    /// What was asked was answered before.
    AnsweredBefore,
    /// The team was asked anew since.
    AskedAnew,
    /// The change request was cancelled.
    Cancelled,
    /// The change request is deferred.
    Deferred,
    /// The change request went on without an answer.
    WentOn,
}

/// An answer that came too late or twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerKept {
    /// What was asked.
    pub delegation: PartId,
    /// What was answered.
    pub answered: Answered,
    /// Why it changed nothing.
    pub why: KeptWhy,
}

/// The days on which it is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangePlan")]
#[schemars(rename = "ChangePlan")]
pub struct Plan {
    /// The first.
    pub start: Day,
    /// The last.
    pub end: Day,
    /// Who set them.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangeImplementation")]
#[schemars(rename = "ChangeImplementation")]
pub struct Implementation {
    /// When it was finished.
    pub on: Day,
    /// What was done.
    pub record: String,
    /// The number of a ticket in another system.
    pub ticket: String,
    /// Who did it.
    pub implementer: PersonId,
    /// Who wrote it down.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
}

/// What somebody found who did not do it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangeCheck")]
#[schemars(rename = "ChangeCheck")]
pub struct Check {
    /// Its id.
    pub id: PartId,
    /// How.
    pub method: String,
    /// When.
    pub on: Day,
    /// Whether it is done as wanted.
    pub passed: bool,
    /// What was found.
    pub result: String,
    /// Who looked.
    pub by: PersonId,
    /// When that was written down.
    pub recorded: Instant,
    /// Whether one person did both halves, because nobody else takes part.
    pub alone: bool,
}

/// Whether it does what it was wanted for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct EffectCheck {
    /// Its id.
    pub id: PartId,
    /// When.
    pub on: Day,
    /// Whether.
    pub effective: bool,
    /// What was found.
    pub result: String,
    /// Who looked.
    pub by: PersonId,
    /// When that was written down.
    pub recorded: Instant,
}

/// A document that has a new version because of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewVersion {
    /// Which document.
    pub document: String,
    /// Which version.
    pub version: String,
    /// The record of the document.
    pub record: Option<StreamId>,
    /// Who noted it.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
}

/// That teams know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Informed {
    /// Which teams.
    pub teams: Vec<TeamId>,
    /// By which way.
    pub way: String,
    /// When.
    pub on: Day,
    /// Who says so.
    pub by: PersonId,
    /// When that was written down.
    pub recorded: Instant,
}

/// A risk that somebody lives with for a while.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangeRisk")]
#[schemars(rename = "ChangeRisk")]
pub struct RiskAccepted {
    /// Its id.
    pub id: PartId,
    /// Why.
    pub reason: String,
    /// The last day.
    pub until: Day,
    /// Who accepted it.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
    /// Whether one person did both halves, because nobody else takes part.
    pub alone: bool,
}

/// That it waits, or waited, for a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Deferral {
    /// For which day.
    pub until: Day,
    /// Why.
    pub reason: String,
    /// Where it goes on.
    pub from: Phase,
    /// Who deferred it.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
}

/// That it was closed or cancelled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Stopped {
    /// What was said to it.
    pub note: String,
    /// Where it stood.
    pub from: Phase,
    /// Who.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
}
