//! What an order names must be known to the organisation (people, services, SLA levels) and held by no other record.
//! Who left and what is gone is known still, because late entries speak of it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::organisation::Organisation;
use super::{Command, incident, report};
use crate::ids::{PersonId, ServiceId, SlaLevelId};

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
    #[error("the organisation does not know the SLA level {id}")]
    SlaLevelNotKnown { id: SlaLevelId },
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

/// Whether the organisation knows everything that an order names.
///
/// # Errors
/// The first that it does not know.
pub fn all(command: &Command, organisation: &Organisation) -> Result<(), Refusal> {
    let (people, services, level) = named(command);
    if let Some(id) = people.into_iter().find(|id| !organisation.people.contains_key(id)) {
        return Err(Refusal::PersonNotKnown { id });
    }
    if let Some(&id) = services.iter().find(|id| !organisation.knows_service(**id)) {
        return Err(Refusal::ServiceNotKnown { id });
    }
    match level.filter(|id| !organisation.knows_sla_level(*id)) {
        Some(id) => Err(Refusal::SlaLevelNotKnown { id }),
        None => Ok(()),
    }
}

fn named(command: &Command) -> (Vec<PersonId>, &[ServiceId], Option<SlaLevelId>) {
    use incident::Command as I;
    let people = |people: Vec<PersonId>| (people, &[][..], None);
    let incident = match command {
        Command::Incident(incident) => incident,
        Command::Report(report::Command::Issue { approver, imprint, .. }) => {
            return people(
                [Some(*approver), imprint.author, imprint.reviewer].into_iter().flatten().collect(),
            );
        }
        Command::Organisation(_) | Command::Batch(_) => return people(Vec::new()),
    };
    #[allow(clippy::wildcard_enum_match_arm)] // Most orders name nobody; those that do stand here.
    match incident {
        I::Report { services, .. } => (Vec::new(), services, None),
        I::StateImpact { figures } => (Vec::new(), &figures.services, None),
        I::TakeOver(record) => (Vec::new(), &record.impact.services, None),
        I::SetSlaLevel { level } => (Vec::new(), &[], *level),
        I::ConsultDeploymentTeam { person, .. }
        | I::EndEmergency { person, .. }
        | I::ReleaseRole { person, .. } => people(vec![*person]),
        I::DeclineEscalation { decider, .. }
        | I::SolveBySupport { decider, .. }
        | I::JudgeProvider { decider, .. }
        | I::DecideToWait { decider, .. }
        | I::DecideToRecover { decider, .. } => people(vec![*decider]),
        I::DeclareEmergency { decider, consulted, .. } => {
            people(consulted.iter().copied().chain([*decider]).collect())
        }
        I::AssignRole { person, deputy, .. } => people(deputy.iter().copied().chain([*person]).collect()),
        I::Downgrade { approver, .. } | I::NoteReport { approver, .. } => people(vec![*approver]),
        I::Recommend { text, .. } => people(text.owner.into_iter().collect()),
        _ => people(Vec::new()),
    }
}
