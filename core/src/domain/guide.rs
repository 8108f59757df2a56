//! A document of the process, the recovery guide or another text: its versions from draft over approval to validity, and
//! what each says. One stream a document. Knows no screen and no file.

mod decide;
pub mod difference;
mod evolve;
pub mod markdown;
pub mod steps;
pub mod text;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use decide::{Deed, Possible, decide, possible};
pub use evolve::evolve;
pub use text::Splice;

use super::known::Named;
use super::organisation::Role;
use crate::ids::{Number, PersonId, TeamId};
use crate::time::{Day, Instant};

/// What kind of document it is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GuideKind")]
#[schemars(rename = "GuideKind")]
pub enum Kind {
    /// Wiederherstellungsleitfaden: by which an emergency is recovered (duties.md 19).
    RecoveryGuide,
    /// The process itself, or a text that belongs to it.
    ProcessText,
}

impl Kind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::RecoveryGuide, Self::ProcessText];
}

/// What is said of a version beside its text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(rename = "GuideRemarks")]
#[schemars(rename = "GuideRemarks")]
pub struct Remarks {
    /// What is different from the version before, and why.
    pub change: String,
    /// The teams that it affects.
    pub teams: BTreeSet<TeamId>,
    /// Why it affects no team; empty where it affects some.
    pub no_teams: String,
}

/// An order about a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "GuideCommand")]
#[schemars(rename = "GuideCommand")]
pub enum Command {
    /// Begin a document with the draft of its first version.
    Create {
        /// Its kind.
        kind: Kind,
        /// Its title.
        title: String,
        /// The Markdown of the draft.
        #[serde(default)]
        text: String,
        /// What is said of it.
        #[serde(default)]
        remarks: Remarks,
        /// The name of the file that it was taken over from.
        #[serde(default)]
        file: Option<String>,
    },
    /// Give it another title.
    Retitle {
        /// The title.
        title: String,
    },
    /// Begin the draft of a new version with the text of the one that holds last.
    StartVersion {},
    /// Save a draft: the whole text as it is to be.
    Edit {
        /// The version.
        version: u32,
        /// How often it had been saved when this text was begun from it.
        revision: u32,
        /// The Markdown.
        text: String,
        /// What is said of it.
        remarks: Remarks,
    },
    /// Put a draft before those who approve.
    Submit {
        /// The version.
        version: u32,
    },
    /// Ask for another text before it is approved.
    AskForChange {
        /// The version.
        version: u32,
        /// What is to be different, and why.
        reason: String,
    },
    /// Approve a version; its text cannot change any more.
    Approve {
        /// The version.
        version: u32,
    },
    /// An approved version holds from a day on, and the one before it until then.
    PutInForce {
        /// The version.
        version: u32,
        /// From which day on: not before today, unless nothing was in force before.
        from: Day,
    },
    /// Record that the valid version was looked through and stays as it is.
    Confirm {
        /// The version.
        version: u32,
        /// What was looked at, and why nothing is to change.
        reason: String,
    },
    /// Give a version up that never came into force.
    Discard {
        /// The version.
        version: u32,
        /// Why.
        reason: String,
    },
}

/// What happened to a document. A text is told by what was put in place of what, in pieces that fit into the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // Named as the commands are, in the past tense; the fields are theirs.
pub enum Event {
    Created { number: Number, kind: Kind, title: String, file: Option<String> },
    Retitled { title: String, was: String },
    VersionStarted { version: u32, based_on: Option<u32> },
    TextEdited { version: u32, splice: Splice },
    Remarked { version: u32, remarks: Remarks },
    Submitted { version: u32 },
    ChangeAsked { version: u32, reason: String },
    Approved { version: u32, alone: bool },
    PutInForce { version: u32, from: Day, supersedes: Option<u32>, title: String, remarks: Remarks },
    Discarded { version: u32, reason: String },
    Confirmed { version: u32, reason: String },
}

/// Why an order about a document is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "GuideRefusal")]
#[schemars(rename = "GuideRefusal")]
pub enum Refusal {
    #[error("there is no such document")]
    GuideUnknown,
    #[error("the document is there already")]
    GuideThere,
    #[error("the title is missing")]
    GuideTitleMissing,
    #[error("{number} bears or bore this title")]
    GuideTitleTaken { number: String },
    #[error("there is no version {version}")]
    GuideVersionUnknown { version: u32 },
    #[error("version {version} is being worked on already")]
    GuideVersionOpen { version: u32 },
    #[error("version {version} stands at {stage:?}")]
    GuideStage { version: u32, stage: Stage },
    #[error("the draft was saved by somebody else meanwhile ({revision} times)")]
    GuideDraftMovedOn { revision: u32 },
    #[error("the text has {bytes} bytes; {limit} fit")]
    GuideTextTooLong {
        #[ts(type = "number")]
        bytes: usize,
        #[ts(type = "number")]
        limit: usize,
    },
    #[error("the version has no text")]
    GuideTextMissing,
    #[error("what is different, and why, is missing")]
    GuideChangeMissing,
    #[error("neither teams nor why there are none")]
    GuideTeamsMissing,
    #[error("two steps bear the key {key}")]
    GuideStepTwice { key: String },
    #[error("version {version} does not hold today")]
    GuideNotValid { version: u32 },
    #[error("the reason is missing")]
    GuideReasonMissing,
    #[error("whoever wrote a version does not approve it")]
    GuideAuthorApproves,
    #[error("it cannot hold from {from}, only from {earliest}")]
    GuideFromTooEarly { from: Day, earliest: Day },
}

/// How far a version came.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GuideStage")]
#[schemars(rename = "GuideStage")]
pub enum Stage {
    /// Entwurf.
    Draft,
    /// In Prüfung.
    InReview,
    /// Änderung verlangt.
    ChangeAsked,
    /// Freigegeben.
    Approved,
    /// In Kraft gesetzt; whether it holds on a day is computed.
    InForce,
    /// Verworfen.
    Discarded,
}

impl Stage {
    /// Whether somebody still works on it.
    pub const fn is_open(self) -> bool {
        match self {
            Self::Draft | Self::InReview | Self::ChangeAsked | Self::Approved => true,
            Self::InForce | Self::Discarded => false,
        }
    }

    /// Whether its text may still change.
    pub const fn is_written(self) -> bool {
        match self {
            Self::Draft | Self::ChangeAsked => true,
            Self::InReview | Self::Approved | Self::InForce | Self::Discarded => false,
        }
    }
}

/// How a version stands on a day (state-machines.md, document version).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GuideStanding")]
#[schemars(rename = "GuideStanding")]
pub enum Standing {
    /// Entwurf.
    Draft,
    /// In Prüfung.
    InReview,
    /// Änderung verlangt.
    ChangeAsked,
    /// Freigegeben, not in force.
    Approved,
    /// In Kraft gesetzt for a day to come.
    Scheduled,
    /// Gültig.
    Valid,
    /// Abgelöst.
    Superseded,
    /// Verworfen.
    Discarded,
}

/// A stage that a version entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GuideEntered")]
#[schemars(rename = "GuideEntered")]
pub struct Entered {
    /// Which.
    pub stage: Stage,
    /// When that was written down.
    pub recorded: Instant,
    /// Who ordered it.
    pub by: PersonId,
    /// Why, where a reason was asked for.
    pub reason: String,
    /// Whether one person did both halves of what needs two.
    pub alone: bool,
}

/// That the valid version was looked through and stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GuideConfirmed")]
#[schemars(rename = "GuideConfirmed")]
pub struct Confirmed {
    /// When that was written down.
    pub recorded: Instant,
    /// Who looked.
    pub by: PersonId,
    /// What was looked at, and why nothing is to change.
    pub reason: String,
}

/// A version of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Counted from 1.
    pub version: u32,
    /// The version whose text it began with.
    pub based_on: Option<u32>,
    /// Its Markdown.
    pub text: String,
    /// What is said of it.
    pub remarks: Remarks,
    /// Everybody who wrote in it.
    pub authors: BTreeSet<PersonId>,
    /// How often it was saved.
    pub revision: u32,
    /// Every stage that it entered, oldest first; the first is the draft.
    pub path: Vec<Entered>,
    /// From which day on it holds, where it was put in force.
    pub from: Option<Day>,
    /// When it was looked through and stayed as it is, oldest first.
    pub confirmed: Vec<Confirmed>,
}

impl Version {
    /// The stage that it stands at.
    pub fn stage(&self) -> Stage {
        self.path.last().map_or(Stage::Draft, |entered| entered.stage)
    }
}

/// A document with all its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    /// The number that people say.
    pub number: Number,
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Titles that it bore before; emergencies may name them still.
    pub titles_before: BTreeSet<String>,
    /// The name of the file that it was taken over from.
    pub file: Option<String>,
    /// Its versions, oldest first.
    pub versions: Vec<Version>,
    /// When it was begun.
    pub recorded: Instant,
    /// When it changed last.
    pub changed: Instant,
}

impl Guide {
    /// A version by its count.
    pub fn version(&self, version: u32) -> Option<&Version> {
        self.versions.iter().find(|one| one.version == version)
    }

    /// The version that somebody works on; at most one at a time.
    pub fn open(&self) -> Option<&Version> {
        self.versions.iter().find(|version| version.stage().is_open())
    }

    /// Versions that were put in force, in the order in which they hold.
    fn in_force(&self) -> impl DoubleEndedIterator<Item = &Version> {
        // A version begins only when the one before it is done with, so the days rise as the counts do.
        self.versions.iter().filter(|version| version.from.is_some())
    }

    /// The version that was put in force last; it may hold only from a day to come.
    pub fn newest_in_force(&self) -> Option<&Version> {
        self.in_force().next_back()
    }

    /// The version that holds on a day; one at most.
    pub fn valid(&self, day: Day) -> Option<&Version> {
        self.in_force().rfind(|version| version.from.is_some_and(|from| from <= day))
    }

    /// From which day on another version holds in place of this one.
    pub fn superseded_from(&self, version: u32) -> Option<Day> {
        self.in_force().find(|later| later.version > version).and_then(|later| later.from)
    }

    /// How a version stands on a day.
    pub fn standing(&self, version: &Version, day: Day) -> Standing {
        match (version.stage(), version.from) {
            (Stage::Draft, _) => Standing::Draft,
            (Stage::InReview, _) => Standing::InReview,
            (Stage::ChangeAsked, _) => Standing::ChangeAsked,
            (Stage::Approved, _) => Standing::Approved,
            (Stage::Discarded, _) => Standing::Discarded,
            (Stage::InForce, from) if from.is_some_and(|from| from > day) => {
                // Another one that holds from the same day on took its place before it ever held.
                let replaced = self.superseded_from(version.version).is_some_and(|until| Some(until) <= from);
                if replaced { Standing::Superseded } else { Standing::Scheduled }
            }
            (Stage::InForce, _) if self.valid(day).is_some_and(|valid| valid.version == version.version) => {
                Standing::Valid
            }
            (Stage::InForce, _) => Standing::Superseded,
        }
    }
}

/// The roles that may give an order about a document, of which one is needed.
pub const fn needed(command: &Command) -> &'static [Role] {
    match command {
        Command::Create { .. }
        | Command::Retitle { .. }
        | Command::StartVersion {}
        | Command::Edit { .. }
        | Command::Submit { .. }
        | Command::Discard { .. } => &[Role::ProcessManager, Role::TestCoordinator],
        Command::AskForChange { .. }
        | Command::Approve { .. }
        | Command::PutInForce { .. }
        | Command::Confirm { .. } => &[Role::Management, Role::ProcessManager],
    }
}

/// The title that an order gives to a document.
pub fn titled(command: &Command) -> Option<&str> {
    match command {
        Command::Create { title, .. } | Command::Retitle { title } => Some(title),
        Command::StartVersion {}
        | Command::Edit { .. }
        | Command::Submit { .. }
        | Command::AskForChange { .. }
        | Command::Approve { .. }
        | Command::PutInForce { .. }
        | Command::Confirm { .. }
        | Command::Discard { .. } => None,
    }
}

/// Whether a title may be given: `holder` is the number of another document that bears it or bore it. Records name the guide
/// that they used by its title, so it has to stay that of one document.
///
/// # Errors
/// `GuideTitleTaken`.
pub fn not_titled(holder: Option<String>) -> Result<(), Refusal> {
    holder.map_or(Ok(()), |number| Err(Refusal::GuideTitleTaken { number }))
}

/// Whom and what an order names, which the organisation must know.
pub fn named(command: &Command) -> Named {
    match command {
        Command::Create { remarks, .. } | Command::Edit { remarks, .. } => {
            Named { teams: remarks.teams.iter().copied().collect(), ..Named::default() }
        }
        Command::Retitle { .. }
        | Command::StartVersion {}
        | Command::Submit { .. }
        | Command::AskForChange { .. }
        | Command::Approve { .. }
        | Command::PutInForce { .. }
        | Command::Confirm { .. }
        | Command::Discard { .. } => Named::default(),
    }
}

#[cfg(test)]
mod tests;
