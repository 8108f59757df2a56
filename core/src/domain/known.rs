//! What an order names must be known to the organisation (people, services, SLA levels) and held by no other record.
//! Who left and what is gone is known still, because late entries speak of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::organisation::Organisation;
use super::{Command, change, drill, finding, guide, incident, notice, plan, report, review};
use crate::ids::{PersonId, ServiceId, SlaLevelId, TeamId};

/// Something that an order names and nobody knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "KnownRefusal")]
#[schemars(rename = "KnownRefusal")]
pub enum Refusal {
    #[error("the organisation does not know the person {id}")]
    PersonNotKnown { id: PersonId },
    #[error("the organisation does not know the service {id}")]
    ServiceNotKnown { id: ServiceId },
    #[error("the organisation does not know the team {id}")]
    TeamNotKnown { id: TeamId },
    #[error("the organisation does not know the SLA level {id}")]
    SlaLevelNotKnown { id: SlaLevelId },
    #[error("{person} conducts no tests")]
    MayNotConduct { person: PersonId },
    #[error("{number} is joined with this record of the outside source already")]
    OutsideTaken { number: String },
}

/// Whether a record may be joined with one of an outside source that the record `holder` holds already.
///
/// # Errors
/// When another record holds it.
pub fn not_taken(holder: Option<String>) -> Result<(), Refusal> {
    holder.map_or(Ok(()), |number| Err(Refusal::OutsideTaken { number }))
}

/// Whom and what an order names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// People.
    pub people: Vec<PersonId>,
    /// Services.
    pub services: Vec<ServiceId>,
    /// Teams.
    pub teams: Vec<TeamId>,
    /// An SLA level.
    pub level: Option<SlaLevelId>,
    /// Who is to conduct a test from now on.
    pub conducts: Option<PersonId>,
}

impl Named {
    /// People alone.
    pub fn people(people: impl IntoIterator<Item = PersonId>) -> Self {
        Self { people: people.into_iter().collect(), ..Self::default() }
    }

    /// Services alone.
    pub fn services(services: &[ServiceId]) -> Self {
        Self { services: services.to_vec(), ..Self::default() }
    }
}

/// Whether the organisation knows everything that an order names.
///
/// # Errors
/// The first that it does not know.
pub fn all(command: &Command, organisation: &Organisation) -> Result<(), Refusal> {
    let Named { people, services, teams, level, conducts } = named(command);
    if let Some(id) = people.into_iter().find(|id| !organisation.people.contains_key(id)) {
        return Err(Refusal::PersonNotKnown { id });
    }
    if let Some(id) = services.into_iter().find(|id| !organisation.knows_service(*id)) {
        return Err(Refusal::ServiceNotKnown { id });
    }
    if let Some(id) = teams.into_iter().find(|id| !organisation.teams.contains_key(id)) {
        return Err(Refusal::TeamNotKnown { id });
    }
    if let Some(id) = level.filter(|id| !organisation.knows_sla_level(*id)) {
        return Err(Refusal::SlaLevelNotKnown { id });
    }
    let conducts_not = |id: &PersonId| {
        let held = organisation.people.get(id).map(|member| &member.roles);
        !held.is_some_and(|held| drill::CONDUCTING.iter().any(|role| held.contains(role)))
    };
    match conducts.filter(conducts_not) {
        Some(person) => Err(Refusal::MayNotConduct { person }),
        None => Ok(()),
    }
}

fn named(command: &Command) -> Named {
    use incident::Command as I;
    let incident = match command {
        Command::Incident(incident) => incident,
        Command::Report(report::Command::Issue { approver, imprint, .. }) => {
            return Named::people([Some(*approver), imprint.author, imprint.reviewer].into_iter().flatten());
        }
        Command::Review(command) => return review::named(command),
        Command::Change(command) => return change::named(command),
        Command::Finding(command) => return finding::named(command),
        Command::Plan(command) => return plan::named(command),
        Command::Drill(command) => return drill::named(command),
        Command::Guide(command) => return guide::named(command),
        Command::Notice(command) => return notice::named(command),
        Command::Organisation(_) | Command::Batch(_) | Command::Policy(_) | Command::Reminder(_) => {
            return Named::default();
        }
    };
    #[allow(clippy::wildcard_enum_match_arm)] // Most orders name nobody; those that do stand here.
    match incident {
        I::Report { services, .. } => Named::services(services),
        I::StateImpact { figures } => Named::services(&figures.services),
        I::TakeOver(record) => Named::services(&record.impact.services),
        I::SetSlaLevel { level } => Named { level: *level, ..Named::default() },
        I::ConsultDeploymentTeam { person, .. }
        | I::EndEmergency { person, .. }
        | I::ReleaseRole { person, .. } => Named::people([*person]),
        I::DeclineEscalation { decider, .. }
        | I::SolveBySupport { decider, .. }
        | I::JudgeProvider { decider, .. }
        | I::DecideToWait { decider, .. }
        | I::DecideToRecover { decider, .. } => Named::people([*decider]),
        I::DeclareEmergency { decider, consulted, .. } => {
            Named::people(consulted.iter().copied().chain([*decider]))
        }
        I::AssignRole { person, deputy, .. } => Named::people(deputy.iter().copied().chain([*person])),
        I::Downgrade { approver, .. } | I::NoteReport { approver, .. } => Named::people([*approver]),
        I::Recommend { text, .. } => Named::people(text.owner),
        _ => Named::default(),
    }
}
