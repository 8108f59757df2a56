//! An invented but lifelike year of a process: what the first start offers and what pictures show. It is told by orders
//! like any other year, so that every rule holds for it. Knows no screen.

mod documents;
mod governance;
mod stories;
mod teller;

use std::collections::BTreeSet;

use crate::app::{App, Entropy, Failure, Fault};
use crate::domain::Command;
use crate::domain::organisation::{self, PersonalData, Role, Service, SlaLevel, TeamKind};
use crate::founding::{Founding, found};
use crate::ids::{PersonId, ServiceId, SlaLevelId, TeamId};
use crate::time::{Instant, Length};
use teller::Teller;

/// How long ago the year began, in days.
const YEAR: i64 = 330;

/// The people of the sample besides who founds it, with what they may do and where they belong.
const PEOPLE: [(&str, &str, &[Role], &[TeamKind]); 5] = [
    (
        "Petra Lindner",
        "petra.lindner@example.com",
        &[Role::ProcessManager, Role::TestCoordinator],
        &[TeamKind::ProcessManagement],
    ),
    (
        "Jonas Keller",
        "jonas.keller@example.com",
        &[Role::DeploymentTeam, Role::Recorder],
        &[TeamKind::Deployment, TeamKind::Disaster],
    ),
    ("Deniz Aydın", "deniz.aydin@example.com", &[Role::Recorder], &[TeamKind::Incident, TeamKind::Disaster]),
    ("Mira Seidel", "mira.seidel@example.com", &[Role::Management], &[]),
    ("Tom Becker", "tom.becker@example.com", &[Role::Auditor], &[]),
];

/// Who takes part in the stories.
#[derive(Debug, Clone, Copy)]
struct Cast {
    founder: PersonId,
    process: PersonId,
    deployment: PersonId,
    recorder: PersonId,
    management: PersonId,
    team_deployment: TeamId,
    team_disaster: TeamId,
    printing: ServiceId,
    labels: ServiceId,
    interface: ServiceId,
    premium: SlaLevelId,
}

/// Founds the organisation of an empty workspace and tells its year up to `now`; answers who founded it.
///
/// # Errors
/// As [`found`], or a failure of the world.
pub fn fill(app: &App, founding: &Founding, chance: &dyn Entropy, now: Instant) -> Result<PersonId, Fault> {
    let began = now.plus(Length::minutes(-YEAR * 24 * 60));
    let founder = found(app, founding, chance, began)?;
    let teller = Teller::new(app, founding, chance, founder, now);
    let cast = introduce(&teller, founder)?;
    stories::tell(&teller, &cast)?;
    while app.index(10_000)? > 0 {}
    Ok(founder)
}

/// People, services and SLA levels.
fn introduce(teller: &Teller<'_>, founder: PersonId) -> Result<Cast, Fault> {
    let mut people = Vec::new();
    let seeded = teller.teams()?;
    let team = |kind: TeamKind| {
        let found = seeded.iter().find(|team| team.kind == kind).map(|team| team.id);
        found.ok_or_else(|| unexpected("the five teams"))
    };
    for (name, email, roles, kinds) in PEOPLE {
        let id = PersonId(teller.id());
        let data = PersonalData { name: name.to_owned(), email: email.to_owned(), phone: String::new() };
        let roles: BTreeSet<_> = roles.iter().copied().collect();
        let teams = kinds.iter().map(|kind| team(*kind)).collect::<Result<BTreeSet<_>, _>>()?;
        let put = organisation::Command::PutPerson { id, data: Some(data), roles, teams };
        teller.about_organisation(put)?;
        people.push(id);
    }
    let service = |name: &str, rto: u32, rpo: u32| -> Result<ServiceId, Fault> {
        let id = ServiceId(teller.id());
        let service = Service { id, name: teller.say(name), rto_minutes: Some(rto), rpo_minutes: Some(rpo) };
        teller.about_organisation(organisation::Command::PutService(service))?;
        Ok(id)
    };
    let level = |name: &str, response: u32, handling: u32| -> Result<SlaLevelId, Fault> {
        let id = SlaLevelId(teller.id());
        let (response_minutes, handling_minutes) = (Some(response), Some(handling));
        let level = SlaLevel { id, name: name.to_owned(), response_minutes, handling_minutes };
        teller.about_organisation(organisation::Command::PutSlaLevel(level))?;
        Ok(id)
    };
    let [process, deployment, recorder, management, _] = people[..] else {
        return Err(unexpected("five people"));
    };
    level("Standard", 60, 24 * 60)?;
    Ok(Cast {
        founder,
        process,
        deployment,
        recorder,
        management,
        team_deployment: team(TeamKind::Deployment)?,
        team_disaster: team(TeamKind::Disaster)?,
        printing: service("service-printing", 120, 15)?,
        labels: service("service-labels", 240, 60)?,
        interface: service("service-interface", 240, 15)?,
        premium: level("Premium", 30, 8 * 60)?,
    })
}

/// What the founding makes and did not.
fn unexpected(what: &str) -> Fault {
    Fault::Failed(Failure::Unexpected { detail: what.to_owned() })
}

impl Teller<'_> {
    fn about_organisation(&self, command: organisation::Command) -> Result<(), Fault> {
        self.order(None, Command::Organisation(command), self.past(YEAR, "09:00")?).map(|_| ())
    }
}
