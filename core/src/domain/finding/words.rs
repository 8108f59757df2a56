//! The words of a finding: where it stands, how much it weighs, where it comes from, what it concerns, what proves it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::incident::{CauseClass, Priority};
use crate::ids::{Number, PartId, ServiceId, StreamId};
use crate::time::Moment;

/// Where a finding stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingPhase")]
#[schemars(rename = "FindingPhase")]
pub enum Phase {
    /// Offen.
    Open,
    /// Zugewiesen.
    Assigned,
    /// Angenommen.
    Accepted,
    /// In Umsetzung.
    InProgress,
    /// Umgesetzt: somebody says so, and another person checked it.
    Implemented,
    /// Wirksamkeitsprüfung.
    EffectivenessCheck,
    /// Wirksam: a later emergency or test proved it.
    Effective,
    /// Geschlossen.
    Closed,
    /// Risiko akzeptiert, until a day.
    RiskAccepted,
    /// Verworfen.
    Dropped,
}

impl Phase {
    /// The action is not done yet.
    pub const fn is_to_be_done(self) -> bool {
        matches!(self, Self::Open | Self::Assigned | Self::Accepted | Self::InProgress)
    }
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingKind")]
#[schemars(rename = "FindingKind")]
pub enum Kind {
    /// Hauptabweichung: the process did not hold.
    Major,
    /// Nebenabweichung: a part of it did not hold.
    Minor,
    /// Beobachtung: it held, but may not next time.
    Observation,
    /// Verbesserungsmöglichkeit.
    Opportunity,
}

/// Where a finding comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "FindingOrigin")]
#[schemars(rename = "FindingOrigin")]
pub enum Origin {
    /// From an incident or emergency.
    Incident {
        /// The record.
        incident: StreamId,
        /// The recommendation that it carries on.
        #[serde(default)]
        part: Option<PartId>,
    },
    /// From a process review.
    Review {
        /// The record.
        review: StreamId,
        /// The deficiency that it carries on.
        #[serde(default)]
        item: Option<PartId>,
    },
    /// From a DR test.
    Drill {
        /// The record.
        drill: StreamId,
    },
    /// Somebody saw it.
    Hand,
}

impl Origin {
    /// The record that it comes from.
    pub const fn record(self) -> Option<StreamId> {
        match self {
            Self::Incident { incident, .. } => Some(incident),
            Self::Review { review, .. } => Some(review),
            Self::Drill { drill } => Some(drill),
            Self::Hand => None,
        }
    }

    /// The part of that record that it carries on.
    pub const fn part(self) -> Option<PartId> {
        match self {
            Self::Incident { part, .. } => part,
            Self::Review { item, .. } => item,
            Self::Drill { .. } | Self::Hand => None,
        }
    }

    /// The noun that it comes from, as a word.
    pub const fn kind(self) -> OriginKind {
        match self {
            Self::Incident { .. } => OriginKind::Incident,
            Self::Review { .. } => OriginKind::Review,
            Self::Drill { .. } => OriginKind::Drill,
            Self::Hand => OriginKind::Hand,
        }
    }
}

/// The noun that a finding comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingOriginKind")]
#[schemars(rename = "FindingOriginKind")]
pub enum OriginKind {
    /// An incident or emergency.
    Incident,
    /// A process review.
    Review,
    /// A DR test.
    Drill,
    /// Nobody's record: somebody saw it.
    Hand,
}

/// What a finding concerns: by this a later record is found to be about the same.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(rename = "FindingConcern")]
#[schemars(rename = "FindingConcern")]
pub struct Concern {
    /// The step of the process or of the guide, in the words in which it is written there; empty when none.
    pub step: String,
    /// Services.
    pub services: Vec<ServiceId>,
    /// The class of the cause.
    pub cause_class: Option<CauseClass>,
    /// The cause.
    pub cause: String,
}

/// A step's words as they are compared: how people space and capitalise them does not count.
pub fn key(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

impl Concern {
    /// Whether a step of that name is the one that it concerns.
    pub fn is_step(&self, title: &str) -> bool {
        let own = key(&self.step);
        !own.is_empty() && own == key(title)
    }

    /// Whether it concerns one of these services.
    pub fn shares(&self, services: &[ServiceId]) -> bool {
        self.services.iter().any(|service| services.contains(service))
    }

    /// The class of the cause, if one was found.
    pub fn known_cause(&self) -> Option<CauseClass> {
        self.cause_class.filter(|class| *class != CauseClass::Unknown)
    }
}

/// What was seen, what it concerns and what is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
#[ts(rename = "FindingDetails")]
#[schemars(rename = "FindingDetails")]
pub struct Details {
    /// What was seen.
    pub description: String,
    /// What it concerns.
    pub concerns: Concern,
    /// The action that is wanted.
    pub action: String,
    /// The proof that will show it effective.
    pub proof_wanted: String,
    /// How soon it matters.
    pub priority: Priority,
}

impl Default for Details {
    fn default() -> Self {
        Self {
            description: String::new(),
            concerns: Concern::default(),
            action: String::new(),
            proof_wanted: String::new(),
            priority: Priority::Medium,
        }
    }
}

/// By what a later record is about the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingSame")]
#[schemars(rename = "FindingSame")]
pub enum Same {
    /// The same step.
    Step,
    /// The same cause.
    Cause,
    /// The same service.
    Service,
}

/// A later record that shows whether the action worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(rename = "FindingProof")]
#[schemars(rename = "FindingProof")]
pub enum Proof {
    /// An emergency.
    Incident {
        /// The record.
        incident: StreamId,
        /// Its number.
        number: Number,
        /// When it showed it.
        at: Moment,
        /// By what it is about the same.
        same: Same,
    },
    /// A DR test.
    Drill {
        /// The record.
        drill: StreamId,
        /// Its number.
        number: Number,
        /// When it showed it.
        at: Moment,
        /// By what it is about the same.
        same: Same,
    },
}

impl Proof {
    /// The record.
    pub const fn record(self) -> StreamId {
        match self {
            Self::Incident { incident, .. } => incident,
            Self::Drill { drill, .. } => drill,
        }
    }

    /// Its number.
    pub const fn number(self) -> Number {
        match self {
            Self::Incident { number, .. } | Self::Drill { number, .. } => number,
        }
    }

    /// When it showed it.
    pub const fn at(self) -> Moment {
        match self {
            Self::Incident { at, .. } | Self::Drill { at, .. } => at,
        }
    }

    /// By what it is about the same.
    pub const fn same(self) -> Same {
        match self {
            Self::Incident { same, .. } | Self::Drill { same, .. } => same,
        }
    }
}

/// What threw an action back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingSetbackKind")]
#[schemars(rename = "FindingSetbackKind")]
pub enum SetbackKind {
    /// Whoever checked it found it not done.
    NotDone,
    /// It did not work.
    Ineffective,
    /// The same failed again after the action was found effective.
    FailedAgain,
    /// The risk is borne no longer.
    RiskEnded,
}
