//! Finds the person whom somebody named on the command line.

use serde_json::json;

use super::clock;
use super::terminal::Complaint;
use crate::app::{Answer, App, Question};
use crate::ids::PersonId;

/// The person of a name or an id.
///
/// # Errors
/// `unknownPerson` with the names that there are, or why they cannot be read.
pub fn find(app: &App, name: &str) -> Result<PersonId, Complaint> {
    if let Ok(id) = name.parse() {
        return Ok(id);
    }
    let answer =
        app.query(&Question::Organisation {}, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    let Answer::Organisation(view) = answer else { return Err(Complaint::system(&"no organisation")) };
    let mut active = view.people.iter().filter(|person| person.active);
    if let Some(person) = active.find(|person| person.name.as_deref() == Some(name)) {
        return Ok(person.id);
    }
    let known: Vec<_> = view.people.iter().filter_map(|person| person.name.as_deref()).collect();
    Err(Complaint::of(&json!({ "code": "unknownPerson", "name": name, "known": known })))
}
