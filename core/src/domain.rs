//! The rules: what may be ordered, what happened, why not. Sums over the nouns, and the way to each.
//! Knows no database, no screen, no clock: time, ids and numbers come in.

pub mod batch;
pub mod change;
pub mod code;
pub mod drill;
pub mod finding;
pub mod guide;
pub mod incident;
pub mod known;
pub mod notice;
pub mod organisation;
pub mod plan;
pub mod policy;
pub mod reminder;
pub mod report;
pub mod review;
pub mod rights;

use std::collections::BTreeSet;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{BlobHash, Number, PersonId, StreamId};
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
    /// About a process review.
    Review(review::Command),
    /// About a change request.
    Change(change::Command),
    /// About a finding.
    Finding(finding::Command),
    /// About an action plan.
    Plan(plan::Command),
    /// About a DR test.
    Drill(drill::Command),
    /// About a document of the process.
    Guide(guide::Command),
    /// About a notice to teams.
    Notice(notice::Command),
    /// About the policy: the rules that make deadlines.
    Policy(policy::Command),
    /// About the reminders of who orders.
    Reminder(reminder::Command),
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
    /// About a process review.
    Review(review::Event),
    /// About a change request.
    Change(change::Event),
    /// About a finding.
    Finding(finding::Event),
    /// About an action plan.
    Plan(plan::Event),
    /// About a DR test.
    Drill(drill::Event),
    /// About a document of the process.
    Guide(guide::Event),
    /// About a notice to teams.
    Notice(notice::Event),
    /// About the policy: the rules that make deadlines.
    Policy(policy::Event),
    /// About the reminders of a person.
    Reminder(reminder::Event),
}

impl Event {
    /// The evidence that it speaks of, by the hash of its bytes.
    pub fn evidence(&self) -> Option<BlobHash> {
        match self {
            Self::Incident(incident::Event::EvidenceAttached(evidence)) => Some(evidence.hash),
            Self::Report(report::Event::Issued { hash, .. }) => Some(*hash),
            Self::Drill(drill::Event::EvidenceAttached { evidence, .. }) => Some(evidence.hash),
            Self::Incident(_)
            | Self::Organisation(_)
            | Self::Batch(_)
            | Self::Review(_)
            | Self::Change(_)
            | Self::Finding(_)
            | Self::Plan(_)
            | Self::Drill(_)
            | Self::Guide(_)
            | Self::Notice(_)
            | Self::Policy(_)
            | Self::Reminder(_) => None,
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
    /// A reason of process reviews.
    #[error(transparent)]
    Review(#[from] review::Refusal),
    /// A reason of change requests.
    #[error(transparent)]
    Change(#[from] change::Refusal),
    /// A reason of findings.
    #[error(transparent)]
    Finding(#[from] finding::Refusal),
    /// A reason of action plans.
    #[error(transparent)]
    Plan(#[from] plan::Refusal),
    /// A reason of DR tests.
    #[error(transparent)]
    Drill(#[from] drill::Refusal),
    /// A reason of documents.
    #[error(transparent)]
    Guide(#[from] guide::Refusal),
    /// A reason of notices.
    #[error(transparent)]
    Notice(#[from] notice::Refusal),
    /// A reason of the policy.
    #[error(transparent)]
    Policy(#[from] policy::Refusal),
    /// A reason of reminders.
    #[error(transparent)]
    Reminder(#[from] reminder::Refusal),
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
    /// The policy as it is known now.
    pub policy: Arc<policy::Policy>,
    /// Whether one person may do both halves of what needs two: the policy allows it and nobody else takes part. What is
    /// done so says so on paper.
    pub alone: bool,
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
    /// A process review.
    Review(Box<review::Review>),
    /// A change request.
    Change(Box<change::Change>),
    /// A finding.
    Finding(Box<finding::Finding>),
    /// An action plan.
    Plan(Box<plan::Plan>),
    /// A DR test.
    Drill(Box<drill::Drill>),
    /// A document of the process.
    Guide(Box<guide::Guide>),
    /// A notice to teams.
    Notice(Box<notice::Notice>),
    /// The policy.
    Policy(Box<policy::Policy>),
    /// The reminders that a person acknowledged.
    Reminder(Box<reminder::Inbox>),
}

/// The part of a sum that is of one noun, if it is.
macro_rules! of_a_noun {
    ($($noun:ident $state:ty, $by:ident, $into:ident;)*) => {
        impl State {$(
            #[doc = concat!("The state of this record of the noun `", stringify!($by), "`, if it is one.")]
            pub const fn $by(&self) -> Option<&$state> {
                if let Self::$noun(state) = self { Some(state) } else { None }
            }
            #[doc = concat!("The same, taken out.")]
            pub fn $into(self) -> Option<$state> {
                if let Self::$noun(state) = self { Some(*state) } else { None }
            }
        )*}
    };
}

of_a_noun! {
    Incident incident::Incident, incident, into_incident;
    Organisation organisation::Organisation, organisation, into_organisation;
    Report report::Report, report, into_report;
    Batch batch::Batch, batch, into_batch;
    Review review::Review, review, into_review;
    Change change::Change, change, into_change;
    Finding finding::Finding, finding, into_finding;
    Plan plan::Plan, plan, into_plan;
    Drill drill::Drill, drill, into_drill;
    Guide guide::Guide, guide, into_guide;
    Notice notice::Notice, notice, into_notice;
    Policy policy::Policy, policy, into_policy;
    Reminder reminder::Inbox, reminder, into_reminder;
}

impl Event {
    /// The record that a reminder is about of which it speaks.
    pub const fn reminds_of(&self) -> Option<StreamId> {
        if let Self::Reminder(reminder::Event::Acknowledged(of) | reminder::Event::TakenBack(of)) = self {
            Some(of.item.record)
        } else {
            None
        }
    }

    /// The event of an incident, if it is one.
    pub const fn incident(&self) -> Option<&incident::Event> {
        if let Self::Incident(event) = self { Some(event) } else { None }
    }

    /// The same, taken out.
    pub fn into_incident(self) -> Option<incident::Event> {
        if let Self::Incident(event) = self { Some(event) } else { None }
    }
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
        (Event::Review(event), None) => review::evolve(None, event, written).map(Box::new).map(State::Review),
        (Event::Review(event), Some(State::Review(now))) => {
            review::evolve(Some(*now), event, written).map(Box::new).map(State::Review)
        }
        (Event::Change(event), None) => change::evolve(None, event, written).map(Box::new).map(State::Change),
        (Event::Change(event), Some(State::Change(now))) => {
            change::evolve(Some(*now), event, written).map(Box::new).map(State::Change)
        }
        (Event::Finding(event), None) => {
            finding::evolve(None, event, written).map(Box::new).map(State::Finding)
        }
        (Event::Finding(event), Some(State::Finding(now))) => {
            finding::evolve(Some(*now), event, written).map(Box::new).map(State::Finding)
        }
        (Event::Plan(event), None) => plan::evolve(None, event, written).map(Box::new).map(State::Plan),
        (Event::Plan(event), Some(State::Plan(now))) => {
            plan::evolve(Some(*now), event, written).map(Box::new).map(State::Plan)
        }
        (Event::Drill(event), None) => drill::evolve(None, event, written).map(Box::new).map(State::Drill),
        (Event::Drill(event), Some(State::Drill(now))) => {
            drill::evolve(Some(*now), event, written).map(Box::new).map(State::Drill)
        }
        (Event::Guide(event), None) => guide::evolve(None, event, written).map(Box::new).map(State::Guide),
        (Event::Guide(event), Some(State::Guide(now))) => {
            guide::evolve(Some(*now), event, written).map(Box::new).map(State::Guide)
        }
        (Event::Notice(event), None) => notice::evolve(None, event, written).map(Box::new).map(State::Notice),
        (Event::Notice(event), Some(State::Notice(now))) => {
            notice::evolve(Some(*now), event, written).map(Box::new).map(State::Notice)
        }
        (Event::Policy(event), None) => Some(State::Policy(Box::new(policy::evolve(None, event, written)))),
        (Event::Policy(event), Some(State::Policy(now))) => {
            Some(State::Policy(Box::new(policy::evolve(Some(*now), event, written))))
        }
        (Event::Reminder(event), None) => {
            Some(State::Reminder(Box::new(reminder::evolve(None, event, written))))
        }
        (Event::Reminder(event), Some(State::Reminder(now))) => {
            Some(State::Reminder(Box::new(reminder::evolve(Some(*now), event, written))))
        }
        (_, state) => state,
    }
}
