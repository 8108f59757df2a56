//! What may be ordered about a process review.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::parts::*;
use super::words::*;
use crate::domain::known::Named;
use crate::domain::organisation::Role;
use crate::ids::{PartId, PersonId, StreamId, TeamId};
use crate::time::{Day, Moment};

/// An order about a process review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "ReviewCommand")]
#[schemars(rename = "ReviewCommand")]
pub enum Command {
    /// Plan it.
    Plan {
        /// What it is held for.
        occasion: Occasion,
        /// For which day; none: for the last day of the term.
        #[serde(default)]
        planned: Option<Day>,
        /// Who leads it.
        #[serde(default)]
        lead: Option<PersonId>,
    },
    /// Hold it on another day.
    Postpone {
        /// Which.
        to: Day,
        /// Why.
        reason: String,
    },
    /// Cancel it. A review that is a duty (after an emergency, periodic) needs a new day within its term, for which it is
    /// planned anew.
    Cancel {
        /// Why.
        reason: String,
        /// The new day.
        #[serde(default)]
        next: Option<Day>,
    },
    /// The emergency ended again, on another day, or not at all any more: what follows is found by the program.
    FollowEmergency {},
    /// Another review was approved, from which the term of this periodic one counts: found by the program.
    FollowApproval {},
    /// Name who leads it.
    AssignLead {
        /// Who.
        person: PersonId,
    },
    /// Invite somebody, or say otherwise in what capacity.
    Invite {
        /// Who.
        person: PersonId,
        /// As what.
        #[serde(default)]
        capacity: String,
    },
    /// Take an invitation back.
    Uninvite {
        /// Whose.
        person: PersonId,
    },
    /// Record whether somebody took part.
    NotePresence {
        /// Who.
        person: PersonId,
        /// Whether.
        presence: Presence,
    },
    /// Gather the inputs since the last review.
    Prepare {
        /// When.
        at: Moment,
    },
    /// Gather what came or changed since the inputs were gathered.
    Refresh {},
    /// Begin it.
    Start {
        /// When.
        at: Moment,
    },
    /// Judge a step of the process.
    JudgeStep {
        /// Which.
        step: Step,
        /// How; none takes the judgement back.
        judgement: Option<Judgement>,
        /// By what it shows.
        #[serde(default)]
        proof: String,
    },
    /// State something in words; an empty text takes it back.
    State {
        /// What about.
        topic: Topic,
        /// The text.
        text: String,
    },
    /// Add a deficiency, or say it otherwise.
    AddDeficiency {
        /// The part's id.
        id: PartId,
        /// What is wrong.
        text: String,
        /// The step that it is about.
        #[serde(default)]
        step: Option<Step>,
    },
    /// Drop a deficiency.
    DropDeficiency {
        /// Which.
        id: PartId,
        /// Why.
        reason: String,
    },
    /// Decide about an item or a deficiency.
    DecideItem {
        /// Which.
        item: PartId,
        /// What.
        decision: Decision,
    },
    /// Take the decision back that nothing is to change.
    ReopenItem {
        /// Which item or deficiency.
        item: PartId,
    },
    /// Accept a risk, or say it otherwise.
    AcceptRisk(Risk),
    /// A risk is not accepted after all.
    WithdrawRisk {
        /// Which.
        id: PartId,
        /// Why.
        reason: String,
    },
    /// Name the teams to inform, or why there are none.
    NameTeams(Teams),
    /// Set the day of the next review.
    SetNext {
        /// Which.
        day: Day,
    },
    /// Conclude it.
    Conclude {
        /// Whether the process must change.
        change_needed: bool,
        /// Why.
        reason: String,
        /// When.
        at: Moment,
    },
    /// Hand it in for approval.
    Submit {
        /// When.
        at: Moment,
    },
    /// Send it back.
    Reject {
        /// Why.
        reason: String,
        /// When.
        at: Moment,
    },
    /// Approve it; never by whoever led it.
    Approve {
        /// When.
        at: Moment,
    },
    /// A team was informed.
    NoteTeamInformed {
        /// Which.
        team: TeamId,
        /// When.
        at: Moment,
        /// How.
        way: String,
    },
    /// A team was not informed after all.
    TakeBackInformed {
        /// Which.
        team: TeamId,
        /// Why.
        reason: String,
    },
    /// Its report was approved and issued: found by the program.
    NoteReport {
        /// The report.
        report: StreamId,
        /// Its number.
        number: String,
        /// Who approved it; never who led the review.
        approver: PersonId,
        /// When.
        at: Moment,
    },
    /// Close it.
    Close {
        /// When.
        at: Moment,
    },
    /// Begin a new version; the approved one stays as it is.
    Revise {
        /// Why.
        reason: String,
    },
    /// Give the new version up.
    DropRevision {
        /// Why.
        reason: String,
    },
    /// Take the newest step towards approval back.
    TakeBack {
        /// Why.
        reason: String,
    },
}

/// The roles that may give an order about a process review, of which one is needed.
pub const fn needed(command: &Command) -> &'static [Role] {
    match command {
        Command::Approve { .. } | Command::Reject { .. } => &[Role::Management, Role::ProcessManager],
        // It follows from the issue of a report; nobody orders it by hand.
        Command::NoteReport { .. } => &[],
        Command::Plan { .. }
        | Command::Postpone { .. }
        | Command::Cancel { .. }
        | Command::FollowEmergency {}
        | Command::FollowApproval {}
        | Command::AssignLead { .. }
        | Command::Invite { .. }
        | Command::Uninvite { .. }
        | Command::NotePresence { .. }
        | Command::Prepare { .. }
        | Command::Refresh {}
        | Command::Start { .. }
        | Command::JudgeStep { .. }
        | Command::State { .. }
        | Command::AddDeficiency { .. }
        | Command::DropDeficiency { .. }
        | Command::DecideItem { .. }
        | Command::ReopenItem { .. }
        | Command::AcceptRisk(_)
        | Command::WithdrawRisk { .. }
        | Command::NameTeams(_)
        | Command::SetNext { .. }
        | Command::Conclude { .. }
        | Command::Submit { .. }
        | Command::NoteTeamInformed { .. }
        | Command::TakeBackInformed { .. }
        | Command::Close { .. }
        | Command::Revise { .. }
        | Command::DropRevision { .. }
        | Command::TakeBack { .. } => &[Role::ProcessManager],
    }
}

/// Whom and what an order names, which the organisation must know.
pub fn named(command: &Command) -> Named {
    #[allow(clippy::wildcard_enum_match_arm)] // Most orders name nobody; those that do stand here.
    match command {
        Command::Plan { lead, .. } => Named::people(*lead),
        Command::AssignLead { person }
        | Command::Invite { person, .. }
        | Command::NotePresence { person, .. } => Named::people([*person]),
        Command::AcceptRisk(risk) => Named::people([risk.approver]),
        Command::NameTeams(Teams { teams, .. }) => Named { teams: teams.clone(), ..Named::default() },
        _ => Named::default(),
    }
}
