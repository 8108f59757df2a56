//! The rules: what may be ordered, what happened, why not. Sums over the nouns, and the way to each.
//! Knows no database, no screen, no clock: time, ids and numbers come in.

pub mod batch;
pub mod incident;
pub mod known;
pub mod organisation;
pub mod report;
pub mod rights;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{BlobHash, Number, PersonId};
use crate::time::{Instant, Zone};

/// An order about a record of one noun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Command {
    /// About an incident or emergency.
    Incident(incident::Command),
    /// About the organisation: people, teams, services, SLA levels, settings that bind everyone.
    Organisation(organisation::Command),
    /// About an issued report.
    Report(report::Command),
    /// About a batch of an import.
    Batch(batch::Command),
}

/// A fact about a record of one noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// About an incident or emergency.
    Incident(incident::Event),
    /// About the organisation.
    Organisation(organisation::Event),
    /// About an issued report.
    Report(report::Event),
    /// About a batch of an import.
    Batch(batch::Event),
}

impl Event {
    /// The evidence that it speaks of, by the hash of its bytes.
    pub fn evidence(&self) -> Option<BlobHash> {
        match self {
            Self::Incident(incident::Event::EvidenceAttached(evidence)) => Some(evidence.hash),
            Self::Report(report::Event::Issued { hash, .. }) => Some(*hash),
            Self::Incident(_) | Self::Organisation(_) | Self::Batch(_) => None,
        }
    }
}

/// Why an order is refused: the noun's own reasons, and those that hold for every noun.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, JsonSchema, TS)]
#[serde(untagged)]
pub enum Refusal {
    /// A reason of incidents.
    #[error(transparent)]
    Incident(#[from] incident::Refusal),
    /// A reason of the organisation.
    #[error(transparent)]
    Organisation(#[from] organisation::Refusal),
    /// A reason of reports.
    #[error(transparent)]
    Report(#[from] report::Refusal),
    /// A reason of batches.
    #[error(transparent)]
    Batch(#[from] batch::Refusal),
    /// A role may not do this.
    #[error(transparent)]
    Rights(#[from] rights::Refusal),
    /// Something is named that nobody knows.
    #[error(transparent)]
    Known(#[from] known::Refusal),
}

/// What a decision may look at besides the record's own state.
#[derive(Debug, Clone)]
pub struct Context {
    /// The instant at which the order is decided.
    pub now: Instant,
    /// The workspace's zone, in which days begin.
    pub zone: Zone,
    /// Who orders.
    pub by: PersonId,
    /// The roles of who orders; empty for somebody whom the organisation does not know.
    pub roles: BTreeSet<organisation::Role>,
    /// The number that a new record would get.
    pub number: Number,
    /// Whether the order belongs to a batch of an import: what was taken over may then be changed though closed.
    pub importing: bool,
}

/// The state of a record: what its events fold into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// An incident or emergency.
    Incident(Box<incident::Incident>),
    /// The organisation.
    Organisation(Box<organisation::Organisation>),
    /// An issued report.
    Report(Box<report::Report>),
    /// A batch of an import.
    Batch(Box<batch::Batch>),
}

/// The state after an event. An event of another noun than the stream's changes nothing.
pub fn evolve(state: Option<State>, event: &Event, written: &incident::Written) -> Option<State> {
    match (event, state) {
        (Event::Incident(event), None) => {
            incident::evolve(None, event, written).map(Box::new).map(State::Incident)
        }
        (Event::Incident(event), Some(State::Incident(now))) => {
            incident::evolve(Some(*now), event, written).map(Box::new).map(State::Incident)
        }
        (Event::Organisation(event), None) => {
            organisation::evolve(None, event, written.recorded).map(Box::new).map(State::Organisation)
        }
        (Event::Organisation(event), Some(State::Organisation(now))) => {
            organisation::evolve(Some(*now), event, written.recorded).map(Box::new).map(State::Organisation)
        }
        (Event::Report(event), None) => {
            Some(State::Report(Box::new(report::evolve(None, event, written.recorded))))
        }
        (Event::Report(event), Some(State::Report(now))) => {
            Some(State::Report(Box::new(report::evolve(Some(*now), event, written.recorded))))
        }
        (Event::Batch(event), None) => {
            batch::evolve(None, event, written.recorded).map(Box::new).map(State::Batch)
        }
        (Event::Batch(event), Some(State::Batch(now))) => {
            batch::evolve(Some(*now), event, written.recorded).map(Box::new).map(State::Batch)
        }
        (_, state) => state,
    }
}
