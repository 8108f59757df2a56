//! The rules of the organisation, one sentence a test.

use super::*;
use crate::ids::{Number, Series};

const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(0xa));
const MIRA: PersonId = PersonId(uuid::Uuid::from_u128(0xb));
const TEAM: TeamId = TeamId(uuid::Uuid::from_u128(0xc));
const NOBODYS: TeamId = TeamId(uuid::Uuid::from_u128(0xd));

fn context() -> Context {
    Context {
        now: "2026-05-01T08:00:00Z".parse().unwrap(),
        zone: Zone::UTC,
        by: ANNA,
        roles: BTreeSet::new(),
        number: Number { series: Series::Incident, year: 2026, count: 1 },
        importing: false,
        policy: std::sync::Arc::default(),
        alone: false,
    }
}

fn after(organisation: Option<Organisation>, command: Command) -> Organisation {
    let events = decide(organisation.as_ref(), command, &context()).unwrap();
    events.iter().fold(organisation, |now, event| evolve(now, event, context().now)).unwrap()
}

fn data(name: &str, email: &str) -> PersonalData {
    PersonalData { name: name.into(), email: email.into(), phone: String::new() }
}

fn team(id: TeamId, name: &str) -> Team {
    Team { id, kind: TeamKind::Other, name: name.into(), head: None }
}

fn founded() -> Organisation {
    let founder = data("Anna Berg", "");
    let (language, zone, teams) = (Language::De, Zone::UTC, vec![team(TEAM, "Übung")]);
    after(None, Command::Found { name: "Loftware Cloud".into(), language, zone, teams, founder })
}

fn put(id: PersonId, name: &str, email: &str, roles: &[Role], teams: &[TeamId]) -> Command {
    let (roles, teams) = (roles.iter().copied().collect(), teams.iter().copied().collect());
    Command::PutPerson { id, data: Some(data(name, email)), roles, teams }
}

fn refused(now: &Organisation, command: Command) -> Refusal {
    decide(Some(now), command, &context()).unwrap_err()
}

#[test]
fn what_is_typed_as_an_address_must_be_one_and_may_be_missing() {
    let now = founded();
    let mira = |email| put(MIRA, "Mira Seidel", email, &[Role::Recorder], &[TEAM]);
    for email in ["", " ", "mira@example.org", " mira.seidel+dr@mail.example.org "] {
        assert!(decide(Some(&now), mira(email), &context()).is_ok(), "{email}");
    }
    for email in ["kein", "mira@", "@example.org", "mira@a@b", "mira seidel@example.org"] {
        assert_eq!(refused(&now, mira(email)), Refusal::NotAnEmail, "{email}");
    }
}

#[test]
fn somebody_always_manages_the_process() {
    let now = founded();
    let last = Refusal::LastProcessManager;
    assert_eq!(refused(&now, put(ANNA, "Anna Berg", "", &[Role::Recorder], &[])), last);
    assert_eq!(refused(&now, Command::RetirePerson { id: ANNA }), last);
    assert_eq!(refused(&now, Command::ErasePerson { id: ANNA, reason: "left".into() }), last);
    let now = after(Some(now), put(MIRA, "Mira Seidel", "", &[Role::ProcessManager], &[]));
    let now = after(Some(now), Command::RetirePerson { id: ANNA });
    assert!(now.roles(ANNA).is_empty(), "who left may do nothing");
    assert_eq!(refused(&now, Command::RetirePerson { id: MIRA }), last);
}

#[test]
fn a_name_is_there_and_stands_once_however_it_is_written() {
    let now = founded();
    assert_eq!(refused(&now, put(MIRA, " ", "", &[], &[])), Refusal::NameMissing);
    for name in ["Übung", "übung", " ÜBUNG "] {
        let taken = Refusal::NameTaken { name: name.to_owned() };
        assert_eq!(refused(&now, Command::PutTeam(team(NOBODYS, name))), taken);
    }
    assert!(decide(Some(&now), Command::PutTeam(team(TEAM, "Übung")), &context()).unwrap().is_empty());
}

#[test]
fn nobody_belongs_to_a_team_that_is_not_there() {
    let now = founded();
    let unknown = Refusal::Unknown { id: NOBODYS.to_string() };
    assert_eq!(refused(&now, put(MIRA, "Mira Seidel", "", &[Role::Recorder], &[TEAM, NOBODYS])), unknown);
}

#[test]
fn nobody_stays_in_a_team_that_is_gone() {
    let now = after(Some(founded()), put(MIRA, "Mira Seidel", "", &[Role::Recorder], &[TEAM]));
    let now = after(Some(now), Command::RetireTeam { id: TEAM });
    assert!(now.people[&MIRA].teams.is_empty());
    assert!(
        decide(Some(&now), put(MIRA, "Mira Seidel", "", &[Role::Auditor], &[]), &context()).is_ok(),
        "and can be changed afterwards"
    );
}

#[test]
fn a_day_that_ended_in_one_zone_did_so_whatever_zone_is_settled_later() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let (berlin, tokyo): (Zone, Zone) = ("Europe/Berlin".parse().unwrap(), "Asia/Tokyo".parse().unwrap());
    let settled = |now, zone, at: &str| {
        let event = Event::Settled { language: Language::De, zone };
        evolve(Some(now), &event, at.parse().unwrap()).unwrap()
    };
    let moved = settled(founded(), berlin, "2026-05-04T08:00:00Z");
    let moved = settled(moved, tokyo, "2026-05-10T08:00:00Z");
    let zones = ["2026-04-01", "2026-05-03", "2026-05-04", "2026-05-09", "2026-05-10", "2026-06-01"];
    let found = zones.map(|on| moved.zone_on(day(on)));
    assert_eq!(found, [Zone::UTC, Zone::UTC, berlin, berlin, tokyo, tokyo]);
}
