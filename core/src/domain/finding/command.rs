//! What may be ordered about a finding, who may order it, and whom and what an order names.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::words::{Details, Kind, Origin};
use crate::domain::known::Named;
use crate::domain::organisation::Role;
use crate::ids::{PartId, PersonId, StreamId};
use crate::time::{Day, Moment};

/// An order about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "FindingCommand")]
#[schemars(rename = "FindingCommand")]
pub enum Command {
    /// Raise it. With an owner and a due day it is assigned at once.
    Raise {
        /// Where it comes from.
        origin: Origin,
        /// Its title.
        title: String,
        /// How much it weighs.
        kind: Kind,
        /// What was seen, what it concerns, what is wanted.
        #[serde(default)]
        details: Details,
        /// Who is to own the action.
        #[serde(default)]
        owner: Option<PersonId>,
        /// Until when the action is due.
        #[serde(default)]
        due: Option<Day>,
    },
    /// Say it otherwise, as long as nobody says that the action is done.
    Restate {
        /// Its title.
        title: String,
        /// How much it weighs.
        kind: Kind,
        /// What was seen, what it concerns, what is wanted.
        details: Details,
    },
    /// Give the action to somebody; also to somebody else.
    Assign {
        /// Who owns it.
        owner: PersonId,
        /// Until when it is due; none keeps the day that stands.
        #[serde(default)]
        due: Option<Day>,
    },
    /// The owner takes the action on.
    Accept {
        /// When.
        at: Moment,
        /// What the owner said.
        #[serde(default)]
        note: String,
    },
    /// The action begins.
    Start {
        /// When.
        at: Moment,
    },
    /// Move the due day; the one that was agreed at first is kept.
    MoveDue {
        /// To where.
        to: Day,
        /// Why.
        reason: String,
    },
    /// Somebody says that the action is done.
    ReportImplemented {
        /// Who did it.
        person: PersonId,
        /// When.
        at: Moment,
        /// How.
        how: String,
    },
    /// Another person looked and found it done.
    CheckImplementation {
        /// How it was looked at.
        method: String,
    },
    /// Somebody looked and did not find it done.
    RejectImplementation {
        /// What is missing.
        reason: String,
    },
    /// Wait for a later emergency or test that shows the effect.
    StartEffectivenessCheck {
        /// By which day a proof is expected.
        #[serde(default)]
        expected: Option<Day>,
        /// What will show the effect.
        #[serde(default)]
        note: String,
    },
    /// A later record shows that the action works.
    ConfirmEffective {
        /// The emergency or test.
        proof: StreamId,
        /// What it shows.
        #[serde(default)]
        note: String,
    },
    /// The action did not work.
    FindIneffective {
        /// Why.
        reason: String,
        /// The emergency or test that showed it.
        #[serde(default)]
        proof: Option<StreamId>,
    },
    /// Close it.
    Close {
        /// What is left to say.
        #[serde(default)]
        note: String,
    },
    /// The same failed again.
    Reopen {
        /// What happened.
        reason: String,
        /// The incident or test in which it happened.
        proof: StreamId,
    },
    /// Bear the risk instead, until a day.
    AcceptRisk {
        /// The day on which the finding is open again.
        until: Day,
        /// Why.
        reason: String,
    },
    /// Take a finding up again whose risk is borne no longer.
    Resume {
        /// Why; needed only before the risk's last day.
        #[serde(default)]
        reason: String,
    },
    /// Give it up.
    Drop {
        /// Why.
        reason: String,
    },
    /// Take the newest step back.
    TakeBack {
        /// The step.
        step: PartId,
        /// Why.
        reason: String,
    },
}

/// The roles that may give an order about a finding, of which one is needed.
pub const fn needed(command: &Command) -> &'static [Role] {
    match command {
        Command::AcceptRisk { .. } => &[Role::Management, Role::ProcessManager],
        Command::ConfirmEffective { .. }
        | Command::FindIneffective { .. }
        | Command::Close { .. }
        | Command::Reopen { .. }
        | Command::Resume { .. }
        | Command::Drop { .. } => &[Role::ProcessManager, Role::TestCoordinator, Role::Management],
        Command::Raise { .. }
        | Command::Restate { .. }
        | Command::Assign { .. }
        | Command::Accept { .. }
        | Command::Start { .. }
        | Command::MoveDue { .. }
        | Command::ReportImplemented { .. }
        | Command::CheckImplementation { .. }
        | Command::RejectImplementation { .. }
        | Command::StartEffectivenessCheck { .. }
        | Command::TakeBack { .. } => &[
            Role::ProcessManager,
            Role::TestCoordinator,
            Role::Recorder,
            Role::DeploymentTeam,
            Role::Management,
        ],
    }
}

/// Whom and what an order names, which the organisation must know.
pub fn named(command: &Command) -> Named {
    match command {
        Command::Raise { details, owner, .. } => {
            Named { people: owner.iter().copied().collect(), ..Named::services(&details.concerns.services) }
        }
        Command::Restate { details, .. } => Named::services(&details.concerns.services),
        Command::Assign { owner, .. } => Named::people([*owner]),
        Command::ReportImplemented { person, .. } => Named::people([*person]),
        Command::Accept { .. }
        | Command::Start { .. }
        | Command::MoveDue { .. }
        | Command::CheckImplementation { .. }
        | Command::RejectImplementation { .. }
        | Command::StartEffectivenessCheck { .. }
        | Command::ConfirmEffective { .. }
        | Command::FindIneffective { .. }
        | Command::Close { .. }
        | Command::Reopen { .. }
        | Command::AcceptRisk { .. }
        | Command::Resume { .. }
        | Command::Drop { .. }
        | Command::TakeBack { .. } => Named::default(),
    }
}

/// The other record that an order points to, which the decision looks at.
pub const fn cites(command: &Command) -> Option<StreamId> {
    match command {
        Command::Raise { origin, .. } => origin.record(),
        Command::ConfirmEffective { proof, .. } | Command::Reopen { proof, .. } => Some(*proof),
        Command::FindIneffective { proof, .. } => *proof,
        Command::Restate { .. }
        | Command::Assign { .. }
        | Command::Accept { .. }
        | Command::Start { .. }
        | Command::MoveDue { .. }
        | Command::ReportImplemented { .. }
        | Command::CheckImplementation { .. }
        | Command::RejectImplementation { .. }
        | Command::StartEffectivenessCheck { .. }
        | Command::Close { .. }
        | Command::AcceptRisk { .. }
        | Command::Resume { .. }
        | Command::Drop { .. }
        | Command::TakeBack { .. } => None,
    }
}
