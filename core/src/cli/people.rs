//! Finds the organisation, and in it the person whom somebody named on the command line.

use serde_json::json;

use super::clock;
use super::terminal::Complaint;
use crate::app::{Answer, App, Question};
use crate::ids::PersonId;
use crate::queries::views::{OrganisationView, PersonView};

/// The person of a name or an id.
///
/// # Errors
/// `unknownPerson` with the names that there are, or why they cannot be read.
pub fn find(app: &App, name: &str) -> Result<PersonId, Complaint> {
    if let Ok(id) = name.parse() {
        return Ok(id);
    }
    let active = active(app)?;
    if let Some(person) = active.iter().find(|person| person.name.as_deref() == Some(name)) {
        return Ok(person.id);
    }
    let known: Vec<_> = active.iter().filter_map(|person| person.name.as_deref()).collect();
    Err(Complaint::of(&json!({ "code": "unknownPerson", "name": name, "known": known })))
}

/// Who acts: whoever was named, else the only one who takes part.
///
/// # Errors
/// `personNeeded` with the names that there are; as for [`find`].
pub fn acting(app: &App, named: Option<&str>) -> Result<PersonId, Complaint> {
    if let Some(name) = named {
        return find(app, name);
    }
    let active = active(app)?;
    match active.as_slice() {
        [only] => Ok(only.id),
        [] | [_, _, ..] => {
            let known: Vec<_> = active.iter().filter_map(|person| person.name.as_deref()).collect();
            Err(Complaint::of(&json!({ "code": "personNeeded", "known": known })))
        }
    }
}

/// The only one who takes part; none where there are several.
///
/// # Errors
/// Why they cannot be read.
pub fn only(app: &App) -> Result<Option<PersonId>, Complaint> {
    Ok(match active(app)?.as_slice() {
        [only] => Some(only.id),
        [] | [_, _, ..] => None,
    })
}

/// Those who take part.
fn active(app: &App) -> Result<Vec<PersonView>, Complaint> {
    Ok(organisation(app)?.people.into_iter().filter(|person| person.active).collect())
}

/// The organisation: its people, teams, services and SLA levels, its language and zone.
///
/// # Errors
/// Why it cannot be read.
pub fn organisation(app: &App) -> Result<OrganisationView, Complaint> {
    let answer =
        app.query(&Question::Organisation {}, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Organisation(view) = answer {
        Ok(view)
    } else {
        Err(Complaint::system(&"no organisation"))
    }
}
