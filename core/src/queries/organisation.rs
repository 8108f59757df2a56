//! The organisation with the names of its people, which come from the directory.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::views::{OrganisationView, PersonView};
use super::{QueryFault, state};
use crate::domain::organisation::{Language, Organisation, STREAM};
use crate::ids::PersonId;
use crate::log::directory;
use crate::time::Zone;

/// The organisation; none before it is founded.
///
/// # Errors
/// When the log cannot be read.
pub fn organisation(conn: &Connection) -> Result<Option<Organisation>, QueryFault> {
    Ok(state(conn, STREAM)?.and_then(|(state, _)| state.into_organisation()))
}

/// The names of everyone whose name is known.
///
/// # Errors
/// When the directory cannot be read.
pub fn names(conn: &Connection) -> Result<BTreeMap<PersonId, String>, QueryFault> {
    Ok(directory::all(conn)?.into_iter().map(|person| (person.id, person.name)).collect())
}

/// The organisation as its screen shows it.
///
/// # Errors
/// When the log or the directory cannot be read.
pub fn view(conn: &Connection) -> Result<OrganisationView, QueryFault> {
    let Some(organisation) = organisation(conn)? else {
        return Ok(OrganisationView {
            name: String::new(),
            language: Language::De,
            zone: Zone::UTC,
            people: Vec::new(),
            teams: Vec::new(),
            services: Vec::new(),
            sla_levels: Vec::new(),
        });
    };
    let known: BTreeMap<_, _> = directory::all(conn)?.into_iter().map(|person| (person.id, person)).collect();
    let mut people: Vec<_> = organisation
        .people
        .iter()
        .map(|(id, member)| {
            let data = known.get(id);
            PersonView {
                id: *id,
                name: data.map(|data| data.name.clone()),
                email: data.and_then(|data| data.email.clone()).unwrap_or_default(),
                phone: data.and_then(|data| data.phone.clone()).unwrap_or_default(),
                roles: member.roles.iter().copied().collect(),
                teams: member.teams.iter().copied().collect(),
                active: member.active,
            }
        })
        .collect();
    people.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    let mut services: Vec<_> = organisation.services.into_values().collect();
    services.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    let mut teams: Vec<_> = organisation.teams.into_values().collect();
    teams.sort_by(|a, b| (a.kind, &a.name, a.id).cmp(&(b.kind, &b.name, b.id)));
    Ok(OrganisationView {
        name: organisation.name,
        language: organisation.language,
        zone: organisation.zone,
        people,
        teams,
        services,
        sla_levels: organisation.sla_levels.into_values().collect(),
    })
}
