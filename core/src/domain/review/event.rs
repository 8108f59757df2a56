//! What happened to a process review. The shapes are stored forever: a changed shape is a new version in `log::codec`.

use serde::{Deserialize, Serialize};

use super::parts::*;
use super::words::*;
use crate::ids::{Number, PartId, PersonId, StreamId, TeamId};
use crate::time::{Day, Moment};

/// A fact about one process review. `was` holds what an event replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // Named as the commands are, in the past tense; the fields are theirs.
pub enum Event {
    Planned {
        number: Number,
        trigger: Trigger,
        planned: Day,
        lead: Option<PersonId>,
        /// The day on which it was planned, in the zone of the workspace.
        on: Day,
    },
    Postponed {
        to: Day,
        was: Day,
        reason: String,
    },
    /// With a new day it is planned anew at once.
    Cancelled {
        reason: String,
        next: Option<Day>,
        was: Day,
    },
    /// The emergency did not end after all, and nobody had worked on its review.
    Lapsed {
        number: String,
    },
    /// The emergency ended again after its review had lapsed.
    PlannedAgain {
        number: String,
        ended: Day,
        planned: Day,
    },
    /// The emergency ended on another day than was known.
    EmergencyMoved {
        number: String,
        ended: Day,
        was: Day,
    },
    /// The term of a periodic review counts from the approval of another one.
    ApprovalFollowed {
        /// The review that was approved.
        number: String,
        after: Day,
        planned: Day,
        was: Day,
    },
    LeadAssigned {
        person: PersonId,
        was: Option<PersonId>,
    },
    Invited {
        person: PersonId,
        capacity: String,
    },
    Uninvited {
        person: PersonId,
    },
    PresenceNoted {
        person: PersonId,
        presence: Presence,
        was: Presence,
    },
    Prepared {
        at: Moment,
        period: Period,
        inputs: Vec<Input>,
    },
    /// Inputs that came, and those that are otherwise than before; a changed one keeps its id, and a change that was asked for it.
    Refreshed {
        until: Day,
        added: Vec<Input>,
        changed: Vec<Input>,
    },
    Started {
        at: Moment,
    },
    StepJudged {
        step: Step,
        judgement: Option<Judgement>,
        proof: String,
        was: Option<Judgement>,
    },
    Stated {
        topic: Topic,
        text: String,
        was: String,
    },
    DeficiencyAdded {
        id: PartId,
        text: String,
        step: Option<Step>,
        was: Option<String>,
    },
    DeficiencyDropped {
        id: PartId,
        text: String,
        reason: String,
    },
    ItemDecided {
        item: PartId,
        /// What the item is called.
        title: String,
        decision: Decision,
    },
    /// It is to be decided anew: a person wished so, or it changed after it was decided that nothing is to change.
    ItemReopened {
        item: PartId,
        title: String,
    },
    RiskAccepted {
        risk: Risk,
        was: Option<Risk>,
    },
    RiskWithdrawn {
        id: PartId,
        text: String,
        reason: String,
    },
    TeamsNamed {
        teams: Teams,
        was: Option<Teams>,
    },
    NextSet {
        day: Day,
        was: Option<Day>,
    },
    Concluded {
        change_needed: bool,
        reason: String,
        at: Moment,
    },
    Submitted {
        at: Moment,
    },
    Rejected {
        reason: String,
        at: Moment,
    },
    Approved {
        at: Moment,
        version: u32,
        /// By the person who led it, because nobody else takes part.
        alone: bool,
    },
    TeamInformed {
        team: TeamId,
        at: Moment,
        way: String,
    },
    /// Every team that was named knows the result, or none was to be told.
    TeamsInformed {
        at: Moment,
    },
    InformedTakenBack {
        team: TeamId,
        reason: String,
    },
    /// The report of the version that stands was approved and issued.
    ReportNoted {
        report: StreamId,
        /// Its number.
        number: String,
        /// The version of the review that it prints.
        version: u32,
        approver: PersonId,
        at: Moment,
    },
    Closed {
        at: Moment,
    },
    RevisionBegun {
        version: u32,
        reason: String,
    },
    RevisionDropped {
        version: u32,
        reason: String,
    },
    StepTakenBack {
        /// Where it stands since, and where it stood.
        phase: Phase,
        was: Phase,
        reason: String,
    },
}

impl Event {
    /// When it happened, for events that say so; the others happened when they were recorded.
    pub fn occurred(&self) -> Option<Moment> {
        match self {
            Self::Prepared { at, .. }
            | Self::Started { at }
            | Self::Concluded { at, .. }
            | Self::Submitted { at }
            | Self::Rejected { at, .. }
            | Self::Approved { at, .. }
            | Self::TeamInformed { at, .. }
            | Self::TeamsInformed { at }
            | Self::ReportNoted { at, .. }
            | Self::Closed { at } => Some(*at),
            Self::Planned { .. }
            | Self::Postponed { .. }
            | Self::Cancelled { .. }
            | Self::Lapsed { .. }
            | Self::PlannedAgain { .. }
            | Self::EmergencyMoved { .. }
            | Self::ApprovalFollowed { .. }
            | Self::LeadAssigned { .. }
            | Self::Invited { .. }
            | Self::Uninvited { .. }
            | Self::PresenceNoted { .. }
            | Self::Refreshed { .. }
            | Self::StepJudged { .. }
            | Self::Stated { .. }
            | Self::DeficiencyAdded { .. }
            | Self::DeficiencyDropped { .. }
            | Self::ItemDecided { .. }
            | Self::ItemReopened { .. }
            | Self::RiskAccepted { .. }
            | Self::RiskWithdrawn { .. }
            | Self::TeamsNamed { .. }
            | Self::NextSet { .. }
            | Self::InformedTakenBack { .. }
            | Self::RevisionBegun { .. }
            | Self::RevisionDropped { .. }
            | Self::StepTakenBack { .. } => None,
        }
    }
}
