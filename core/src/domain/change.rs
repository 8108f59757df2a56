//! A change request, from the draft to the teams that know of it. One stream each.

mod board;
mod decide;
mod evolve;
mod facts;
mod possible;
mod text;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::known::Named;
use super::organisation::Role;
use crate::ids::{Number, PartId, PersonId, StreamId, TeamId};
use crate::time::Day;

pub use board::Column;
pub use decide::decide;
pub use evolve::{Change, evolve};
pub use facts::{
    Answer, AnswerKept, Answered, Approval, Check, Deferral, Delegation, EffectCheck, Implementation,
    Informed, KeptWhy, NewVersion, Plan, Reached, RiskAccepted, Stopped, Way,
};
pub use possible::{Deed, Possible, possible};
pub use text::{CapabilityElement, Kind, Missing, Outside, Text};

/// Where a change request stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangePhase")]
#[schemars(rename = "ChangePhase")]
pub enum Phase {
    /// It is being written.
    Draft,
    /// It waits for its assessment.
    Submitted,
    /// It waits for a decision.
    Assessed,
    /// It is to be done.
    Approved,
    /// A team was asked to do it.
    Delegated,
    /// The team does it.
    Accepted,
    /// It has its days.
    Planned,
    /// It is being done.
    InProgress,
    /// It is done, somebody says.
    Implemented,
    /// It is done, somebody else found.
    Checked,
    /// It does what it was wanted for.
    Effective,
    /// The affected teams know.
    TeamsInformed,
    /// It is at rest.
    Closed,
    /// It waits for a day.
    Deferred,
    /// It is not to be done.
    Cancelled,
}

impl Phase {
    /// Every phase, in the order of the process.
    pub const ALL: [Self; 15] = [
        Self::Draft,
        Self::Submitted,
        Self::Assessed,
        Self::Approved,
        Self::Delegated,
        Self::Accepted,
        Self::Planned,
        Self::InProgress,
        Self::Implemented,
        Self::Checked,
        Self::Effective,
        Self::TeamsInformed,
        Self::Closed,
        Self::Deferred,
        Self::Cancelled,
    ];

    /// Whether nothing happens to it any more.
    pub const fn at_rest(self) -> bool {
        matches!(self, Self::Closed | Self::Cancelled)
    }
}

/// What a change request comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(rename = "ChangeOrigin")]
#[schemars(rename = "ChangeOrigin")]
pub enum Origin {
    /// An item of a process review.
    Review {
        /// The review.
        review: StreamId,
        /// Its item.
        item: PartId,
    },
    /// A finding.
    Finding {
        /// The finding.
        finding: StreamId,
    },
    /// An incident or emergency.
    Incident {
        /// The record.
        incident: StreamId,
    },
    /// An idea.
    Idea,
    /// The package of another workspace.
    Outside,
}

impl Origin {
    /// The record of this workspace that it comes from.
    pub const fn record(self) -> Option<StreamId> {
        match self {
            Self::Review { review: record, .. }
            | Self::Finding { finding: record }
            | Self::Incident { incident: record } => Some(record),
            Self::Idea | Self::Outside => None,
        }
    }
}

/// An order about a change request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "ChangeCommand")]
#[schemars(rename = "ChangeCommand")]
pub enum Command {
    /// Open one.
    Draft {
        /// What it comes from.
        origin: Origin,
        /// Its title.
        title: String,
        /// What is to change.
        wanted: String,
    },
    /// Take the package of another workspace in.
    Receive {
        /// Where it comes from.
        outside: Outside,
        /// What it says.
        text: Box<Text>,
        /// Until when they want it.
        asked: Day,
        /// What they said to it.
        #[serde(default)]
        note: String,
    },
    /// Write what it says, whole.
    Describe(Box<Text>),
    /// It is written; somebody is to assess it.
    Submit {},
    /// It is assessed; somebody is to decide.
    Assess {
        /// What the assessment found.
        note: String,
    },
    /// Approve it, or decline it.
    Decide {
        /// Made by the sender.
        id: PartId,
        /// Whether it is to be done.
        approved: bool,
        /// Why, or under which conditions.
        comment: String,
    },
    /// Ask a team to do it; asking anew replaces what was asked.
    Delegate {
        /// Made by the sender; also the id of the package that goes out.
        id: PartId,
        /// The team.
        team: TeamId,
        /// Who in it.
        #[serde(default)]
        person: Option<PersonId>,
        /// The organisation of the team where it is another one.
        #[serde(default)]
        organisation: String,
        /// Until when it is wanted.
        asked: Day,
        /// What is said to it.
        #[serde(default)]
        note: String,
    },
    /// What the team says.
    Answer {
        /// Made by the sender.
        id: PartId,
        /// What was asked.
        delegation: PartId,
        /// What the team says.
        answer: Answer,
        /// Who of the team said so, where somebody else writes it down.
        #[serde(default)]
        said_by: Option<PersonId>,
    },
    /// The answer that came as a file from another workspace.
    TakeAnswer {
        /// The answer's id in the file.
        id: PartId,
        /// What was asked.
        delegation: PartId,
        /// What the team says.
        answer: Answer,
        /// Who wrote the file.
        way: Way,
    },
    /// Set the days on which it is to be done.
    Plan {
        /// The first.
        start: Day,
        /// The last.
        end: Day,
    },
    /// Work on it has begun.
    Start {
        /// When.
        on: Day,
    },
    /// It is done.
    Implement {
        /// When it was finished.
        on: Day,
        /// What was done.
        record: String,
        /// The number of a ticket in another system.
        #[serde(default)]
        ticket: String,
        /// Who did it; none is who orders.
        #[serde(default)]
        implementer: Option<PersonId>,
    },
    /// Somebody who did not do it looked.
    Check {
        /// Made by the sender.
        id: PartId,
        /// How.
        method: String,
        /// When.
        on: Day,
        /// Whether it is done as wanted.
        passed: bool,
        /// What was found.
        result: String,
    },
    /// Whether it does what it was wanted for.
    CheckEffect {
        /// Made by the sender.
        id: PartId,
        /// When.
        on: Day,
        /// Whether.
        effective: bool,
        /// What was found.
        result: String,
    },
    /// A document has a new version because of it.
    NoteVersion {
        /// Which document.
        document: String,
        /// Which version.
        version: String,
        /// The record of the document.
        #[serde(default)]
        record: Option<StreamId>,
    },
    /// The affected teams know.
    InformTeams {
        /// Which.
        teams: Vec<TeamId>,
        /// By which way, or why no team is affected.
        way: String,
        /// When.
        on: Day,
    },
    /// Live with a risk for a while.
    AcceptRisk {
        /// Made by the sender.
        id: PartId,
        /// Why.
        reason: String,
        /// The last day.
        until: Day,
    },
    /// Lay it to rest.
    Close {
        /// What is to be said at the end.
        note: String,
    },
    /// Let it wait.
    Defer {
        /// For which day.
        until: Day,
        /// Why.
        reason: String,
    },
    /// Go on where it was deferred.
    Resume {},
    /// It is not to be done.
    Cancel {
        /// Why.
        reason: String,
    },
}

/// What happened to a change request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // Named as the commands are, in the past tense; the fields are theirs.
pub enum Event {
    Drafted {
        number: Number,
        origin: Origin,
        title: String,
        wanted: String,
    },
    Received {
        number: Number,
        outside: Outside,
        text: Box<Text>,
        asked: Day,
        note: String,
    },
    Described(Box<Text>),
    Submitted {},
    Assessed {
        note: String,
    },
    Decided {
        id: PartId,
        approved: bool,
        comment: String,
        alone: bool,
    },
    Delegated {
        id: PartId,
        team: TeamId,
        person: Option<PersonId>,
        organisation: String,
        asked: Day,
        note: String,
    },
    Answered {
        id: PartId,
        delegation: PartId,
        answer: Answer,
        way: Way,
    },
    AnswerKept {
        id: PartId,
        delegation: PartId,
        answer: Answer,
        way: Way,
        why: KeptWhy,
    },
    Planned {
        start: Day,
        end: Day,
    },
    Started {
        on: Day,
        unapproved: bool,
    },
    Implemented {
        on: Day,
        record: String,
        ticket: String,
        implementer: PersonId,
    },
    Checked {
        id: PartId,
        method: String,
        on: Day,
        passed: bool,
        result: String,
        alone: bool,
    },
    EffectChecked {
        id: PartId,
        on: Day,
        effective: bool,
        result: String,
    },
    VersionNoted {
        document: String,
        version: String,
        record: Option<StreamId>,
    },
    TeamsInformed {
        teams: Vec<TeamId>,
        way: String,
        on: Day,
    },
    RiskAccepted {
        id: PartId,
        reason: String,
        until: Day,
        alone: bool,
    },
    Closed {
        note: String,
    },
    Deferred {
        until: Day,
        reason: String,
    },
    Resumed {},
    Cancelled {
        reason: String,
    },
}

/// Why an order about a change request is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "ChangeRefusal")]
#[schemars(rename = "ChangeRefusal")]
pub enum Refusal {
    #[error("there is no such change request")]
    ChangeUnknown,
    #[error("the title is missing")]
    ChangeTitleMissing,
    #[error("{field:?} is missing")]
    ChangeTextMissing { field: Missing },
    #[error("in {stands:?} this is not its turn; it is in {turn:?}")]
    ChangeNotInPhase { stands: Phase, turn: Phase },
    #[error("what was approved does not change any more")]
    ChangeLocked,
    #[error("it was decided already")]
    ChangeDecided,
    #[error("who wrote it does not approve it")]
    ChangeOwnText,
    #[error("who did it does not check it")]
    ChangeOwnWork,
    #[error("it was begun as an emergency and is not approved yet")]
    ChangeNotApproved,
    #[error("it comes from another workspace, which decides about it")]
    ChangeFromOutside,
    #[error("the team was asked anew since")]
    ChangeDelegationOld,
    #[error("{count} affected teams are left out")]
    ChangeTeamsLeftOut { count: usize },
    #[error("{day} lies ahead")]
    ChangeDayAhead { day: Day },
    #[error("{day} is over")]
    ChangeDayOver { day: Day },
    #[error("it ends before it begins")]
    ChangeEndBeforeStart,
    #[error("the work is begun; it can no longer be deferred or cancelled")]
    ChangeBegun { stands: Phase },
}

/// The roles that may give an order about a change request, of which one is needed.
pub const fn needed(command: &Command) -> &'static [Role] {
    match command {
        Command::Draft { .. }
        | Command::Describe(_)
        | Command::Submit {}
        | Command::Assess { .. }
        | Command::Delegate { .. }
        | Command::InformTeams { .. }
        | Command::Close { .. }
        | Command::Defer { .. }
        | Command::Resume {}
        | Command::Cancel { .. } => &[Role::ProcessManager],
        Command::Receive { .. }
        | Command::TakeAnswer { .. }
        | Command::Plan { .. }
        | Command::NoteVersion { .. }
        | Command::Answer { said_by: Some(_), .. } => &[Role::DeploymentTeam, Role::ProcessManager],
        Command::Decide { .. } | Command::AcceptRisk { .. } => &[Role::Management, Role::ProcessManager],
        Command::Answer { said_by: None, .. } | Command::Start { .. } | Command::Implement { .. } => {
            &[Role::DeploymentTeam]
        }
        Command::Check { .. } | Command::CheckEffect { .. } => {
            &[Role::ProcessManager, Role::DeploymentTeam, Role::TestCoordinator, Role::Management]
        }
    }
}

/// Whom and what an order names, which the organisation must know.
pub fn named(command: &Command) -> Named {
    match command {
        Command::Describe(text) => {
            Named { services: text.services.clone(), teams: text.teams.clone(), ..Named::default() }
        }
        Command::Delegate { team, person, .. } => {
            Named { people: person.iter().copied().collect(), teams: vec![*team], ..Named::default() }
        }
        Command::Answer { said_by, .. } => Named::people(*said_by),
        Command::Implement { implementer, .. } => Named::people(*implementer),
        Command::InformTeams { teams, .. } => Named { teams: teams.clone(), ..Named::default() },
        Command::Draft { .. }
        | Command::Receive { .. }
        | Command::Submit {}
        | Command::Assess { .. }
        | Command::Decide { .. }
        | Command::TakeAnswer { .. }
        | Command::Plan { .. }
        | Command::Start { .. }
        | Command::Check { .. }
        | Command::CheckEffect { .. }
        | Command::NoteVersion { .. }
        | Command::AcceptRisk { .. }
        | Command::Close { .. }
        | Command::Defer { .. }
        | Command::Resume {}
        | Command::Cancel { .. } => Named::default(),
    }
}

#[cfg(test)]
mod tests;
