//! A new workspace gets its organisation: its name, its zone, the five teams of the published process, and the person
//! who founds it. For the window and the command line alike. Knows no rule: it gives one order.

use crate::app::{App, Entropy, Fault, Order};
use crate::domain::Command;
use crate::domain::organisation::{Command::Found, Language, PersonalData, Team, TeamKind};
use crate::ids::{OrderId, PersonId, TeamId};
use crate::time::{Instant, Zone};
use crate::words::Words;

/// The teams that the process names, in its order, and the sentence that names each.
const TEAMS: [(TeamKind, &str); 5] = [
    (TeamKind::Support, "team-kind-support"),
    (TeamKind::Incident, "team-kind-incident"),
    (TeamKind::Deployment, "team-kind-deployment"),
    (TeamKind::Disaster, "team-kind-disaster"),
    (TeamKind::ProcessManagement, "team-kind-process-management"),
];

/// What a new workspace is founded with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founding {
    /// The name of the organisation.
    pub organisation: String,
    /// The language of the names that are written now, and of papers as long as nobody says otherwise.
    pub language: Language,
    /// The zone in which its days begin.
    pub zone: Zone,
    /// The name of the person who founds it.
    pub person: String,
}

/// Founds the organisation of an empty workspace; answers who founded it.
///
/// # Errors
/// `AlreadyFounded`, an empty name, or a failure of the world.
pub fn found(app: &App, founding: &Founding, chance: &dyn Entropy, now: Instant) -> Result<PersonId, Fault> {
    let id = || chance.id(now);
    let words = match founding.language {
        Language::De => Words::german(),
        Language::En => Words::english(),
    };
    let teams = TEAMS.iter().map(|(kind, name)| Team {
        id: TeamId(id()),
        kind: *kind,
        name: words.say(name, &[]),
        head: None,
    });
    let by = PersonId(id());
    let founder = PersonalData { name: founding.person.clone(), email: String::new(), phone: String::new() };
    let command = Found {
        name: founding.organisation.clone(),
        language: founding.language,
        zone: founding.zone,
        teams: teams.collect(),
        founder,
    };
    let order =
        Order { id: OrderId(id()), by, record: None, command: Command::Organisation(command), batch: None };
    app.execute(&order, now).map(|_| by)
}
