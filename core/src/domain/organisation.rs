//! The organisation: its teams, people, services, SLA levels and the settings that bind everyone. One stream.
//! Who a person is (name, mail, telephone) passes through here into the erasable directory and is never in an event.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Context;
use crate::ids::{PersonId, ServiceId, SlaLevelId, StreamId, TeamId};
use crate::time::{Day, Instant, Zone};

/// The one stream of the organisation.
pub const STREAM: StreamId = StreamId(uuid::Uuid::from_u128(0x4c6f_7473_6500_7000_8000_0000_0000_0001));

/// A language of screen and paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Language {
    /// German, the first language.
    De,
    /// English.
    En,
}

/// What a person may do (design.md, who may what).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Schedules and records reviews; keeps the organisation.
    ProcessManager,
    /// Conducts and records tests.
    TestCoordinator,
    /// Answers delegated changes.
    DeploymentTeam,
    /// Records incidents and emergencies.
    Recorder,
    /// Reads, approves, prints.
    Management,
    /// Reads and verifies.
    Auditor,
}

/// The teams of the published process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum TeamKind {
    /// Support: takes calls and mails.
    Support,
    /// Vorfallsteam.
    Incident,
    /// Bereitstellungsteam.
    Deployment,
    /// Notfallteam.
    Disaster,
    /// Team für die Verwaltung des Wiederherstellungsprozesses.
    ProcessManagement,
    /// Another team.
    Other,
}

/// A team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Which team of the process it is.
    pub kind: TeamKind,
    /// Its name.
    pub name: String,
    /// Who leads it.
    #[serde(default)]
    pub head: Option<PersonId>,
}

/// Who a person is; kept in the directory, where it can be erased.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PersonalData {
    /// The name as it is shown and printed.
    pub name: String,
    /// Mail address.
    #[serde(default)]
    pub email: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
}

/// What a person is to the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Member {
    /// What the person may do.
    pub roles: BTreeSet<Role>,
    /// The teams the person belongs to.
    pub teams: BTreeSet<TeamId>,
    /// Whether the person still takes part.
    pub active: bool,
}

/// A service with its objectives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Service {
    /// Its id.
    pub id: ServiceId,
    /// Its name.
    pub name: String,
    /// Recovery time objective in minutes.
    #[serde(default)]
    pub rto_minutes: Option<u32>,
    /// Recovery point objective in minutes.
    #[serde(default)]
    pub rpo_minutes: Option<u32>,
}

/// An SLA level (duties 7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SlaLevel {
    /// Its id.
    pub id: SlaLevelId,
    /// Its name.
    pub name: String,
    /// Response time in minutes: from notice until the assessment begins.
    #[serde(default)]
    pub response_minutes: Option<u32>,
    /// Handling time in minutes: from notice until the service is restored.
    #[serde(default)]
    pub handling_minutes: Option<u32>,
}

/// An order about the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "OrganisationCommand")]
#[schemars(rename = "OrganisationCommand")]
pub enum Command {
    /// Found the organisation in a new workspace; who orders becomes its first process manager.
    Found {
        /// Its name.
        name: String,
        /// The language that it begins with.
        language: Language,
        /// The zone in which its days begin.
        zone: Zone,
        /// The teams of the process.
        teams: Vec<Team>,
        /// Who founds it.
        founder: PersonalData,
    },
    /// Change the name.
    Rename {
        /// The new name.
        name: String,
    },
    /// Change language and zone.
    Settle {
        /// The language of new papers.
        language: Language,
        /// The zone in which days begin.
        zone: Zone,
    },
    /// Add a team or change it.
    PutTeam(Team),
    /// Remove a team.
    RetireTeam {
        /// The team.
        id: TeamId,
    },
    /// Add a person or change one.
    PutPerson {
        /// The person.
        id: PersonId,
        /// Who the person is; none leaves that as it is.
        data: Option<PersonalData>,
        /// What the person may do.
        roles: BTreeSet<Role>,
        /// The teams the person belongs to.
        teams: BTreeSet<TeamId>,
    },
    /// A person no longer takes part; the name stays.
    RetirePerson {
        /// The person.
        id: PersonId,
    },
    /// Erase who a person is; the log keeps only the id.
    ErasePerson {
        /// The person.
        id: PersonId,
        /// Why.
        reason: String,
    },
    /// Add a service or change it.
    PutService(Service),
    /// Remove a service.
    RetireService {
        /// The service.
        id: ServiceId,
    },
    /// Add an SLA level or change it.
    PutSlaLevel(SlaLevel),
    /// Remove an SLA level.
    RetireSlaLevel {
        /// The level.
        id: SlaLevelId,
    },
}

/// What happened to the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // Named as the commands are, in the past tense; the fields are theirs.
pub enum Event {
    Founded { name: String, language: Language, zone: Zone, teams: Vec<Team> },
    Renamed { name: String, was: String },
    Settled { language: Language, zone: Zone },
    TeamPut(Team),
    TeamRetired { id: TeamId },
    PersonPut { id: PersonId, roles: BTreeSet<Role>, teams: BTreeSet<TeamId> },
    PersonRetired { id: PersonId },
    PersonErased { id: PersonId, reason: String },
    ServicePut(Service),
    ServiceRetired { id: ServiceId },
    SlaLevelPut(SlaLevel),
    SlaLevelRetired { id: SlaLevelId },
}

/// Why an order about the organisation is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "OrganisationRefusal")]
#[schemars(rename = "OrganisationRefusal")]
pub enum Refusal {
    #[error("the organisation is founded already")]
    AlreadyFounded,
    #[error("the organisation is not founded yet")]
    NotFounded,
    #[error("the name is missing")]
    NameMissing,
    #[error("the name {name} is taken")]
    NameTaken { name: String },
    #[error("this is no e-mail address")]
    NotAnEmail,
    #[error("there is no such person, team, service or level")]
    Unknown { id: String },
    #[error("the last process manager cannot go")]
    LastProcessManager,
    #[error("the reason is missing")]
    EraseReasonMissing,
}

/// Everything that is known about the organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// When it was founded.
    pub founded: Instant,
    /// The language of new papers.
    pub language: Language,
    /// The zone in which its days begin.
    pub zone: Zone,
    /// The zones that were settled, each with when that was written down.
    zones: Vec<(Instant, Zone)>,
    /// Its teams.
    pub teams: BTreeMap<TeamId, Team>,
    /// Its people; also those who no longer take part.
    pub people: BTreeMap<PersonId, Member>,
    /// Its services.
    pub services: BTreeMap<ServiceId, Service>,
    /// Its SLA levels.
    pub sla_levels: BTreeMap<SlaLevelId, SlaLevel>,
    /// What was promised when, also of services that are gone.
    promised_services: BTreeMap<ServiceId, Vec<(Instant, Service)>>,
    /// The same of SLA levels.
    promised_levels: BTreeMap<SlaLevelId, Vec<(Instant, SlaLevel)>>,
}

/// What was promised at an instant: the last that was written down by then, else the first that ever was.
fn promised<T>(history: &[(Instant, T)], at: Instant) -> Option<&T> {
    let by_then = history.iter().rev().find(|(recorded, _)| *recorded <= at);
    by_then.or(history.first()).map(|(_, promise)| promise)
}

impl Organisation {
    /// The zone in which a day ended: the last that was settled before the day was over in it.
    pub fn zone_on(&self, day: Day) -> Zone {
        let settled = |(recorded, zone): &&(Instant, Zone)| *recorded <= day.last_minute(*zone);
        let first = self.zones.first();
        self.zones.iter().rev().find(settled).or(first).map_or(self.zone, |(_, zone)| *zone)
    }

    /// A service with the objectives that held at an instant, also when it is gone since.
    pub fn service_at(&self, id: ServiceId, at: Instant) -> Option<&Service> {
        promised(self.promised_services.get(&id)?, at)
    }

    /// Since when a service is known; since the organisation is for one that is not.
    pub fn known_since(&self, id: ServiceId) -> Instant {
        let history = self.promised_services.get(&id).and_then(|history| history.first());
        history.map_or(self.founded, |(recorded, _)| *recorded)
    }

    /// An SLA level with the times that it promised at an instant, also when it is gone since.
    pub fn sla_level_at(&self, id: SlaLevelId, at: Instant) -> Option<&SlaLevel> {
        promised(self.promised_levels.get(&id)?, at)
    }

    /// Whether there is or was such a service.
    pub fn knows_service(&self, id: ServiceId) -> bool {
        self.promised_services.contains_key(&id)
    }

    /// Whether there is or was such an SLA level.
    pub fn knows_sla_level(&self, id: SlaLevelId) -> bool {
        self.promised_levels.contains_key(&id)
    }

    /// The roles of a person; none for a stranger or somebody who no longer takes part.
    pub fn roles(&self, person: PersonId) -> BTreeSet<Role> {
        self.people.get(&person).filter(|member| member.active).map(|m| m.roles.clone()).unwrap_or_default()
    }

    /// How many people take part.
    pub fn taking_part(&self) -> usize {
        self.people.values().filter(|member| member.active).count()
    }

    /// How many active people may manage the process, without `except`.
    fn other_process_managers(&self, except: PersonId) -> usize {
        let manages = |(id, m): &(&PersonId, &Member)| {
            **id != except && m.active && m.roles.contains(&Role::ProcessManager)
        };
        self.people.iter().filter(manages).count()
    }
}

/// What follows from an order.
///
/// # Errors
/// The reason why it is refused.
pub fn decide(
    organisation: Option<&Organisation>,
    command: Command,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let Some(now) = organisation else {
        let Command::Found { name, language, zone, teams, founder } = command else {
            return Err(Refusal::NotFounded);
        };
        named(&name)?;
        named(&founder.name)?;
        let roles = BTreeSet::from([Role::ProcessManager, Role::Recorder, Role::TestCoordinator]);
        let founder = Event::PersonPut { id: context.by, roles, teams: BTreeSet::new() };
        return Ok(vec![Event::Founded { name, language, zone, teams }, founder]);
    };
    change(now, command)
}

fn change(now: &Organisation, command: Command) -> Result<Vec<Event>, Refusal> {
    Ok(match command {
        Command::Found { .. } => return Err(Refusal::AlreadyFounded),
        Command::Rename { name } => {
            named(&name)?;
            unless(name == now.name, Event::Renamed { name, was: now.name.clone() })
        }
        Command::Settle { language, zone } => {
            unless(language == now.language && zone == now.zone, Event::Settled { language, zone })
        }
        Command::PutTeam(team) => {
            named(&team.name)?;
            let others =
                now.teams.values().filter(|other| other.id != team.id).map(|other| other.name.as_str());
            not_taken(&team.name, others)?;
            unless(now.teams.get(&team.id) == Some(&team), Event::TeamPut(team))
        }
        Command::RetireTeam { id } => known(now.teams.contains_key(&id), &id, Event::TeamRetired { id })?,
        Command::PutPerson { id, data, roles, teams } => {
            if let Some(data) = &data {
                named(&data.name)?;
                reachable(&data.email)?;
            } else if !now.people.contains_key(&id) {
                return Err(Refusal::NameMissing);
            }
            if !roles.contains(&Role::ProcessManager) && now.other_process_managers(id) == 0 {
                return Err(Refusal::LastProcessManager);
            }
            if let Some(unknown) = teams.iter().find(|team| !now.teams.contains_key(team)) {
                return Err(Refusal::Unknown { id: unknown.to_string() });
            }
            vec![Event::PersonPut { id, roles, teams }]
        }
        Command::RetirePerson { id } => {
            stays_managed(now, id)?;
            known(now.people.contains_key(&id), &id, Event::PersonRetired { id })?
        }
        Command::ErasePerson { id, reason } => {
            if reason.trim().is_empty() {
                return Err(Refusal::EraseReasonMissing);
            }
            stays_managed(now, id)?;
            known(now.people.contains_key(&id), &id, Event::PersonErased { id, reason })?
        }
        Command::PutService(service) => {
            named(&service.name)?;
            let others =
                now.services.values().filter(|other| other.id != service.id).map(|s| s.name.as_str());
            not_taken(&service.name, others)?;
            unless(now.services.get(&service.id) == Some(&service), Event::ServicePut(service))
        }
        Command::RetireService { id } => {
            known(now.services.contains_key(&id), &id, Event::ServiceRetired { id })?
        }
        Command::PutSlaLevel(level) => {
            named(&level.name)?;
            let others =
                now.sla_levels.values().filter(|other| other.id != level.id).map(|l| l.name.as_str());
            not_taken(&level.name, others)?;
            unless(now.sla_levels.get(&level.id) == Some(&level), Event::SlaLevelPut(level))
        }
        Command::RetireSlaLevel { id } => {
            known(now.sla_levels.contains_key(&id), &id, Event::SlaLevelRetired { id })?
        }
    })
}

/// An e-mail address is one name, one place and nothing between; whether anybody reads it only a message can tell.
fn reachable(email: &str) -> Result<(), Refusal> {
    let address = email.trim();
    let whole = address.split_once('@').is_some_and(|(name, place)| {
        !name.is_empty()
            && !place.is_empty()
            && !place.contains('@')
            && !address.contains(char::is_whitespace)
    });
    if address.is_empty() || whole { Ok(()) } else { Err(Refusal::NotAnEmail) }
}

fn named(name: &str) -> Result<(), Refusal> {
    if name.trim().is_empty() { Err(Refusal::NameMissing) } else { Ok(()) }
}

fn not_taken<'a>(name: &str, mut others: impl Iterator<Item = &'a str>) -> Result<(), Refusal> {
    let name_key = name.trim().to_lowercase();
    if others.any(|other| other.trim().to_lowercase() == name_key) {
        Err(Refusal::NameTaken { name: name.to_owned() })
    } else {
        Ok(())
    }
}

fn unless(same: bool, event: Event) -> Vec<Event> {
    if same { vec![] } else { vec![event] }
}

fn known(there: bool, id: &impl ToString, event: Event) -> Result<Vec<Event>, Refusal> {
    if there { Ok(vec![event]) } else { Err(Refusal::Unknown { id: id.to_string() }) }
}

fn stays_managed(now: &Organisation, leaving: PersonId) -> Result<(), Refusal> {
    if now.other_process_managers(leaving) == 0 { Err(Refusal::LastProcessManager) } else { Ok(()) }
}

/// The state after an event that was written down at `recorded`.
pub fn evolve(organisation: Option<Organisation>, event: &Event, recorded: Instant) -> Option<Organisation> {
    if let Event::Founded { name, language, zone, teams } = event {
        return Some(Organisation {
            name: name.clone(),
            founded: recorded,
            language: *language,
            zone: *zone,
            zones: vec![(recorded, *zone)],
            teams: teams.iter().map(|team| (team.id, team.clone())).collect(),
            people: BTreeMap::new(),
            services: BTreeMap::new(),
            sla_levels: BTreeMap::new(),
            promised_services: BTreeMap::new(),
            promised_levels: BTreeMap::new(),
        });
    }
    let mut now = organisation?;
    match event {
        Event::Founded { .. } => {}
        Event::Renamed { name, .. } => now.name.clone_from(name),
        Event::Settled { language, zone } => {
            (now.language, now.zone) = (*language, *zone);
            now.zones.push((recorded, *zone));
        }
        Event::TeamPut(team) => drop(now.teams.insert(team.id, team.clone())),
        Event::TeamRetired { id } => {
            now.teams.remove(id);
            for member in now.people.values_mut() {
                member.teams.remove(id);
            }
        }
        Event::PersonPut { id, roles, teams } => {
            let member = Member { roles: roles.clone(), teams: teams.clone(), active: true };
            now.people.insert(*id, member);
        }
        Event::PersonRetired { id } | Event::PersonErased { id, .. } => {
            if let Some(member) = now.people.get_mut(id) {
                member.active = false;
            }
        }
        Event::ServicePut(service) => {
            now.promised_services.entry(service.id).or_default().push((recorded, service.clone()));
            now.services.insert(service.id, service.clone());
        }
        Event::ServiceRetired { id } => drop(now.services.remove(id)),
        Event::SlaLevelPut(level) => {
            now.promised_levels.entry(level.id).or_default().push((recorded, level.clone()));
            now.sla_levels.insert(level.id, level.clone());
        }
        Event::SlaLevelRetired { id } => drop(now.sla_levels.remove(id)),
    }
    Some(now)
}
