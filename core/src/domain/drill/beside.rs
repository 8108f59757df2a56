//! What stands beside an order about a test: the plan that it looks into, who may give it, whom it names, what a stopwatch said.

use super::{Arrangement, Command, Drill, Tick, When};
use crate::domain::known::Named;
use crate::domain::organisation::Role;
use crate::ids::StreamId;

impl Command {
    /// What the machine's stopwatch says is added to what happens now and brings no reading.
    pub fn read_at(&mut self, tick: Option<Tick>) {
        if let Some(when) = self.when_mut().filter(|when| when.at.is_none() && when.tick.is_none()) {
            when.tick = tick;
        }
    }

    const fn when_mut(&mut self) -> Option<&mut When> {
        match self {
            Self::Start { when, .. }
            | Self::StartStep { when, .. }
            | Self::PassStep { when, .. }
            | Self::PartlyStep { when, .. }
            | Self::FailStep { when, .. }
            | Self::SkipStep { when, .. }
            | Self::Retry { when, .. }
            | Self::Note { when, .. }
            | Self::Observe { when, .. }
            | Self::AttachEvidence { when, .. }
            | Self::Pause { when, .. }
            | Self::Resume { when }
            | Self::HandOver { when, .. }
            | Self::ReportLapse { when, .. }
            | Self::StartClock { when, .. }
            | Self::StopClock { when, .. }
            | Self::End { when }
            | Self::Abort { when, .. } => Some(when),
            Self::Schedule { .. }
            | Self::Arrange { .. }
            | Self::Reschedule { .. }
            | Self::Cancel { .. }
            | Self::EnterStep { .. }
            | Self::CorrectStep { .. }
            | Self::RetimeStep { .. }
            | Self::AssignStep { .. }
            | Self::WithdrawClock { .. }
            | Self::SetDataPoint { .. }
            | Self::CorrectEnd { .. }
            | Self::RecordResult { .. }
            | Self::SubmitResult {}
            | Self::RejectResult { .. }
            | Self::ApproveResult { .. }
            | Self::NoteAnalysis { .. }
            | Self::NoteReport { .. }
            | Self::Close {} => None,
        }
    }
}

/// The plan's record that an order needs to be decided: the one that it names, or the one that the test is of.
pub fn plan_needed(drill: Option<&Drill>, command: &Command) -> Option<StreamId> {
    #[allow(clippy::wildcard_enum_match_arm)] // Only these two look into a plan.
    match command {
        Command::Schedule { plan, .. } => Some(*plan),
        Command::Start { .. } => drill.map(|drill| drill.plan.plan),
        _ => None,
    }
}

/// The roles of whoever conducts a test, of which one is needed.
pub const CONDUCTING: [Role; 2] = [Role::TestCoordinator, Role::ProcessManager];

/// The roles that may give an order about a DR test, of which one is needed.
pub const fn needed(command: &Command) -> &'static [Role] {
    #[allow(clippy::wildcard_enum_match_arm)] // Whoever coordinates tests orders all but what stands here.
    match command {
        // It follows from the approval of a review and is ordered by nobody.
        Command::NoteAnalysis { .. } | Command::NoteReport { .. } => &[],
        Command::ApproveResult { .. } | Command::RejectResult { .. } => {
            &[Role::Management, Role::ProcessManager, Role::TestCoordinator]
        }
        Command::Observe { .. } | Command::AttachEvidence { .. } => &[
            Role::TestCoordinator,
            Role::ProcessManager,
            Role::Recorder,
            Role::DeploymentTeam,
            Role::Management,
            Role::Auditor,
        ],
        _ => &CONDUCTING,
    }
}

/// Whom and what an order names, which the organisation must know.
pub fn named(command: &Command) -> Named {
    #[allow(clippy::wildcard_enum_match_arm)] // Most orders name nobody; those that do stand here.
    match command {
        Command::Schedule { arrangement, .. } | Command::Arrange { arrangement } => arranged(arrangement),
        Command::StartStep { person, .. }
        | Command::Retry { person, .. }
        | Command::PassStep { next_person: person, .. }
        | Command::PartlyStep { next_person: person, .. }
        | Command::AssignStep { person, .. }
        | Command::EnterStep { person, .. } => Named::people(*person),
        Command::Observe { observer, .. } => Named::people([*observer]),
        // Who once conducted a test that is entered late may have another role by now.
        Command::HandOver { to, when, .. } => {
            Named { conducts: when.at.is_none().then_some(*to), ..Named::people([*to]) }
        }
        Command::ReportLapse { told, .. } => Named::people([*told]),
        Command::StartClock { service, .. }
        | Command::StopClock { service, .. }
        | Command::WithdrawClock { service, .. }
        | Command::SetDataPoint { service, .. } => Named::services(&[*service]),
        _ => Named::default(),
    }
}

fn arranged(arrangement: &Arrangement) -> Named {
    let taking_part =
        arrangement.participants.iter().flat_map(|one| [Some(one.person), one.deputy_for]).flatten();
    Named::people(
        taking_part
            .chain(arrangement.observers.iter().copied())
            .chain(arrangement.sponsor)
            .chain([arrangement.lead]),
    )
}
