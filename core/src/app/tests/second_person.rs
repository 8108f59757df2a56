//! Who is a second person: somebody with a record of their own. A name makes nobody.

use super::*;
use crate::domain::change::{self, Command as A, Kind, Origin, Text};
use crate::domain::incident::Priority;
use crate::domain::organisation::Role;

/// A record that bears the name of Anna.
const NAMESAKE: PersonId = PersonId(uuid::Uuid::from_u128(0xf));

fn put(desk: &Desk, id: PersonId, name: &str) {
    let data = PersonalData { name: name.to_owned(), email: String::new(), phone: String::new() };
    let (roles, teams) = ([Role::ProcessManager, Role::Recorder].into(), [].into());
    let put = organisation::Command::PutPerson { id, data: Some(data), roles, teams };
    desk.give(None, Command::Organisation(put)).unwrap();
}

/// A change that Anna wrote and that waits for its decision.
fn assessed(desk: &Desk) -> StreamId {
    let text = Text {
        title: "Rufliste prüfen".to_owned(),
        wanted: "Monatlich".to_owned(),
        reason: "Zwei Nummern waren falsch.".to_owned(),
        kind: Some(Kind::Correction),
        priority: Some(Priority::High),
        risk: "Keines".to_owned(),
        ..Text::default()
    };
    let draft = A::Draft { origin: Origin::Idea, title: text.title.clone(), wanted: text.wanted.clone() };
    let record = desk.give(None, Command::Change(draft)).unwrap().record;
    for command in [A::Describe(Box::new(text)), A::Submit {}, A::Assess { note: "klein".to_owned() }] {
        desk.give(Some(record), Command::Change(command)).unwrap();
    }
    record
}

fn decided(desk: &Desk, by: PersonId, record: StreamId) -> Result<Committed, Fault> {
    let id = PartId(uuid::Uuid::from_u128(0x51));
    let decide = A::Decide { id, approved: true, comment: String::new() };
    desk.app.execute(&Order { by, ..desk.order(Some(record), Command::Change(decide)) }, now())
}

#[test]
fn whoever_is_renamed_is_nobody_else() {
    let desk = Desk::founded();
    let record = assessed(&desk);
    put(&desk, ANNA, "Bernd Kern");
    let refused = decided(&desk, ANNA, record).unwrap_err();
    assert_eq!(refused, Fault::Refused(Refusal::Change(change::Refusal::ChangeOwnText)));
}

#[test]
fn whoever_leaves_and_comes_back_is_nobody_else() {
    let desk = Desk::founded();
    let record = assessed(&desk);
    put(&desk, STRANGER, "Ben Ott");
    let order = |by, command| Order { by, ..desk.order(None, Command::Organisation(command)) };
    for command in [
        organisation::Command::ErasePerson { id: ANNA, reason: "Auf Wunsch".to_owned() },
        organisation::Command::PutPerson {
            id: ANNA,
            data: Some(PersonalData { name: "Neu".to_owned(), email: String::new(), phone: String::new() }),
            roles: [Role::ProcessManager].into(),
            teams: [].into(),
        },
    ] {
        desk.app.execute(&order(STRANGER, command), now()).unwrap();
    }
    let refused = decided(&desk, ANNA, record).unwrap_err();
    assert_eq!(refused, Fault::Refused(Refusal::Change(change::Refusal::ChangeOwnText)));
}

/// The program cannot see that two records are one human. It counts them as two people, and the log tells for good who made
/// the second one.
#[test]
fn a_second_record_of_one_human_is_a_second_person_and_the_log_tells_who_made_it() {
    let desk = Desk::founded();
    let record = assessed(&desk);
    put(&desk, NAMESAKE, "Anna Berg");
    decided(&desk, NAMESAKE, record).unwrap();
    let conn = desk.app.workspace().reader().unwrap();
    let events = crate::log::read_stream(&conn, organisation::STREAM).unwrap();
    let made = events.iter().rfind(|event| event.kind == "organisation.personPut").unwrap();
    let payload = made.payload.as_deref().unwrap_or_default();
    assert!(payload.contains(&NAMESAKE.to_string()) && made.actor == ANNA.to_string(), "{payload}");
}
