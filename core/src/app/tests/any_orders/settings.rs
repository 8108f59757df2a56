//! What people press in the settings: people who come, go, are renamed and get other roles, services and times, the zone, the
//! rules.

use super::super::*;
use super::office::{LEVEL, Office, PEOPLE, PRINTING, Press, TEAM, data, roles};
use super::orders::why;
use crate::domain::State;
use crate::domain::organisation::{Command as O, Role, Service, SlaLevel};
use crate::domain::policy::{Command as R, DrillScope, Regime, Region, RuleKind, Term, Unit};

/// Somebody who bears the name of another, with all the rights.
const NAMESAKE: PersonId = PersonId(uuid::Uuid::from_u128(0xf));

pub fn organisation(office: &Office, press: &Press) -> Vec<Command> {
    // Whoever left comes back only with everyone.
    let active: Vec<PersonId> = taking_part(office).collect();
    let person = active[usize::from(press.which) % active.len()];
    let put = |id, name: Option<&str>, roles| O::PutPerson {
        id,
        data: name.map(data),
        roles,
        teams: [TEAM].into(),
    };
    let all = || [Role::ProcessManager, Role::TestCoordinator, Role::Management, Role::DeploymentTeam].into();
    let minutes = Some(u32::from(press.what) + 1);
    let commands = match press.what % 16 {
        0..=2 => vec![put(person, Some(&format!("Neu {}", press.what)), roles(person))],
        3 | 4 => vec![put(person, None, all())],
        5 => vec![put(person, None, roles(person))],
        13 => vec![O::RetirePerson { id: person }],
        // Only one is left, who then does everything alone: the rules let her.
        6 | 7 => return alone(office, press.what.is_multiple_of(2)),
        8 => vec![put(NAMESAKE, Some("Anna Berg"), all())],
        9 | 14 => PEOPLE.map(|id| put(id, None, roles(id))).into(),
        10 => {
            let name = "Cloud-Druck".to_owned();
            vec![O::PutService(Service { id: PRINTING, name, rto_minutes: minutes, rpo_minutes: None })]
        }
        11 => {
            let (response_minutes, handling_minutes) = (minutes, minutes);
            let name = "Gold".to_owned();
            vec![O::PutSlaLevel(SlaLevel { id: LEVEL, name, response_minutes, handling_minutes })]
        }
        12 => {
            // A day that ends in one zone and goes on in the next is asked about on neither.
            office.later(2 * 24 * 60);
            let zones = ["Europe/Berlin", "Asia/Tokyo", "America/New_York"];
            let zone = zones[usize::from(press.which) % zones.len()].parse().unwrap();
            vec![O::Settle { language: Language::De, zone }]
        }
        _ => {
            vec![O::ErasePerson { id: person, reason: why() }, put(person, Some("Rück Kehr"), roles(person))]
        }
    };
    commands.into_iter().map(Command::Organisation).collect()
}

/// Everyone but Anna leaves, after the rule of the second person was waived or not.
fn alone(office: &Office, allowed: bool) -> Vec<Command> {
    let leave =
        taking_part(office).filter(|id| *id != ANNA).map(|id| Command::Organisation(O::RetirePerson { id }));
    let waive = Command::Policy(R::SetAlone { allowed, reason: why() });
    [waive].into_iter().chain(leave).collect()
}

fn taking_part(office: &Office) -> impl Iterator<Item = PersonId> + use<> {
    let organisation = office.state(organisation::STREAM).and_then(State::into_organisation).unwrap();
    organisation.people.into_iter().filter(|(_, member)| member.active).map(|(id, _)| id)
}

pub fn policy(office: &Office, press: &Press) -> Vec<Command> {
    let today = office.today();
    let day = |ahead: u8| today.plus_days(i64::from(ahead));
    let kinds = RuleKind::ALL;
    let kind = kinds[usize::from(press.what) % kinds.len()];
    let term = |amount: u8| Some(Term { amount: u16::from(amount), unit: Unit::Days });
    let freeze = PartId(uuid::Uuid::from_u128(0x80 + u128::from(press.what % 2)));
    let reason = why();
    let command = match press.which {
        0 => R::SetRule { kind, term: term(press.what % 9 + 1), from: day(press.what % 5), reason },
        1 => R::SetRule { kind, term: None, from: day(press.what % 5), reason },
        2 => R::SetRegion {
            region: [None, Some(Region::Bavaria), Some(Region::Bremen)][usize::from(press.what % 3)],
        },
        3 => {
            let scopes = [DrillScope::Process, DrillScope::Plan, DrillScope::Service];
            R::SetDrillScope { scope: scopes[usize::from(press.what % 3)] }
        }
        4 => {
            let (from, until) = (day(press.what % 20), day(press.what % 20 + 3));
            R::SetFreeze { id: freeze, name: format!("Sperre {}", press.what), from, until }
        }
        5 => R::LiftFreeze { id: freeze, reason },
        6 => R::SetAlone { allowed: !press.what.is_multiple_of(3), reason },
        _ => R::SetRegime { regime: Regime::Nis2, holds: !press.what.is_multiple_of(3), from: today, reason },
    };
    vec![Command::Policy(command)]
}
