//! A notice: teams that a matter concerns are told one version of it, and each person asked says that it was read. One
//! stream each. Addresses are not here: they stand in the directory, where they can be erased.

mod about;
mod command;
mod decide;
mod evolve;
mod informs;
mod outside;
mod possible;

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use about::{About, Given, about};
pub use command::{Command, Event, Refusal};
pub use decide::decide;
pub use evolve::evolve;
pub use informs::informs;
pub use outside::{FromFile, GivenThere, Known, Outside};
pub use possible::{Deed, Possible, possible};

use super::known::Named;
use super::organisation::{Organisation, Role};
use crate::ids::{Number, PersonId, StreamId, TeamId};
use crate::time::{Instant, Moment};

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "NoticeSubjectKind")]
#[schemars(rename = "NoticeSubjectKind")]
pub enum SubjectKind {
    /// A change was approved.
    ChangeApproved,
    /// A process review was approved.
    ReviewResult,
    /// A new version of a document of the process was put in force.
    GuideVersion,
    /// Something else.
    Other,
}

/// One version of one matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "NoticeSubject")]
#[schemars(rename = "NoticeSubject")]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// Its record; none for what has none. A notice about a new version of the same record takes the place of an open one.
    pub record: Option<StreamId>,
    /// The number that people say; empty where there is none.
    pub number: String,
    /// Its title; empty where it has none and its kind says what it is.
    pub title: String,
    /// Its version, counted from 1.
    pub version: u32,
}

/// Who of a team is asked.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "NoticeWho")]
#[schemars(rename = "NoticeWho")]
pub enum Who {
    /// Everyone who takes part in it.
    #[default]
    Everyone,
    /// Its head; everyone where it has none.
    Heads,
}

/// What became of sending it to one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(rename = "NoticeDelivery")]
#[schemars(rename = "NoticeDelivery")]
pub enum Delivery {
    /// The mail server took it.
    Sent,
    /// It was not sent.
    Failed {
        /// What stood against it, as the server or the network said.
        reason: String,
    },
    /// No address of the person is known.
    NoAddress,
}

/// How somebody said that it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(rename = "NoticeWay")]
#[schemars(rename = "NoticeWay")]
pub enum Way {
    /// In the program, by oneself.
    InProgram,
    /// Entered by somebody else.
    ByHand {
        /// Who said so.
        said_by: PersonId,
    },
    /// In another workspace; it came as a file.
    File(FromFile),
}

/// That a person said that it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// How.
    pub way: Way,
    /// When, as was said.
    pub at: Moment,
    /// When that was written down.
    pub recorded: Instant,
    /// Who wrote it down.
    pub by: PersonId,
}

/// One attempt to send it to one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    /// To whom.
    pub person: PersonId,
    /// What became of it.
    pub result: Delivery,
    /// When.
    pub at: Moment,
    /// The id that the mail bore.
    pub message: String,
    /// Who sent it.
    pub by: PersonId,
}

/// How a notice ended before it was acknowledged by all, or after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// A notice about a newer version asks instead.
    Superseded {
        /// Which.
        by: StreamId,
    },
    /// It was a mistake.
    Withdrawn {
        /// Why.
        reason: String,
    },
}

/// Where a notice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "NoticePhase")]
#[schemars(rename = "NoticePhase")]
pub enum Phase {
    /// Somebody is still asked.
    Open,
    /// Everyone asked said that it was read.
    Acknowledged,
    /// A notice about a newer version asks instead.
    Superseded,
    /// It was withdrawn.
    Withdrawn,
}

/// A notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The number that people say.
    pub number: Number,
    /// What it is about.
    pub subject: Subject,
    /// Its text in German.
    pub german: String,
    /// Its text in English.
    pub english: String,
    /// The teams that it concerns.
    pub teams: Vec<TeamId>,
    /// Who of them is asked.
    pub who: Who,
    /// Who is asked.
    pub expected: BTreeSet<PersonId>,
    /// Who is not asked any more, and why.
    pub excused: BTreeMap<PersonId, String>,
    /// Who said that it was read.
    pub acknowledged: BTreeMap<PersonId, Acknowledgement>,
    /// Every attempt to send it, oldest first.
    pub sendings: Vec<Sending>,
    /// Where it comes from, when another workspace handed it over.
    pub outside: Option<Outside>,
    /// Of one that came from outside: as whom those who are asked are known there.
    pub known: Known,
    /// When it was announced, or taken in.
    pub announced: Instant,
    /// Who announced it.
    pub by: PersonId,
    /// How it ended, when, and who ended it.
    pub end: Option<(End, Instant, PersonId)>,
}

impl Notice {
    /// Where it stands. With nobody asked it stays open: silence is no acknowledgement.
    pub fn phase(&self) -> Phase {
        match &self.end {
            Some((End::Superseded { .. }, ..)) => Phase::Superseded,
            Some((End::Withdrawn { .. }, ..)) => Phase::Withdrawn,
            None if self.complete().is_some() => Phase::Acknowledged,
            None => Phase::Open,
        }
    }

    /// When the last of those who are asked said that it was read; none while somebody has not.
    pub fn complete(&self) -> Option<Instant> {
        if self.missing().next().is_some() {
            return None;
        }
        self.acknowledged.values().map(|given| given.at.computable().unwrap_or(given.recorded)).max()
    }

    /// Who is asked and has not said that it was read.
    pub fn missing(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.expected.iter().copied().filter(|person| !self.acknowledged.contains_key(person))
    }
}

/// Who is asked of these teams: those who take part in the organisation now. A team whose head does not take part is asked
/// as a whole.
pub fn asked(organisation: &Organisation, teams: &[TeamId], who: Who) -> BTreeSet<PersonId> {
    let active = |person: &PersonId| organisation.people.get(person).is_some_and(|member| member.active);
    let mut people = BTreeSet::new();
    for team in teams {
        let head = organisation.teams.get(team).and_then(|team| team.head).filter(active);
        match (who, head) {
            (Who::Heads, Some(head)) => drop(people.insert(head)),
            (Who::Heads, None) | (Who::Everyone, _) => {
                let members = organisation.people.iter().filter(|(_, member)| member.teams.contains(team));
                people.extend(members.map(|(id, _)| *id).filter(active));
            }
        }
    }
    people
}

/// The roles that may give an order about a notice, of which one is needed. Whoever takes part acknowledges for oneself;
/// that it is for oneself, `decide` says.
pub const fn needed(command: &Command) -> &'static [Role] {
    match command {
        // What another person said is entered by those who keep records; an auditor changes none.
        Command::Acknowledge { way: Way::ByHand { .. }, .. } | Command::Receive { .. } => &[
            Role::ProcessManager,
            Role::TestCoordinator,
            Role::DeploymentTeam,
            Role::Recorder,
            Role::Management,
        ],
        Command::Acknowledge { .. } | Command::TakeBack { .. } => &[
            Role::ProcessManager,
            Role::TestCoordinator,
            Role::DeploymentTeam,
            Role::Recorder,
            Role::Management,
            Role::Auditor,
        ],
        Command::Announce { .. }
        | Command::AnnounceRecord { .. }
        | Command::TakeAcknowledgements { .. }
        | Command::RecordSending { .. }
        | Command::AskAlso { .. }
        | Command::Excuse { .. }
        | Command::Supersede { .. }
        | Command::Withdraw { .. } => &[Role::ProcessManager, Role::TestCoordinator],
    }
}

/// Whom and what an order names, which the organisation must know.
pub fn named(command: &Command) -> Named {
    match command {
        Command::Announce { teams, .. } => Named { teams: teams.clone(), ..Named::default() },
        Command::Acknowledge { person, way: Way::ByHand { said_by }, .. } => {
            Named::people([*person, *said_by])
        }
        Command::Receive { known, .. } => Named::people(known.keys().copied()),
        Command::TakeAcknowledgements { given, .. } => Named::people(given.iter().map(|given| given.person)),
        Command::RecordSending { person, .. }
        | Command::Acknowledge { person, .. }
        | Command::TakeBack { person, .. }
        | Command::AskAlso { person }
        | Command::Excuse { person, .. } => Named::people([*person]),
        Command::AnnounceRecord { .. } | Command::Supersede { .. } | Command::Withdraw { .. } => {
            Named::default()
        }
    }
}

#[cfg(test)]
mod tests;
