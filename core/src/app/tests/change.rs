//! A change request through the whole core, and by file into another workspace and back.

use ed25519_dalek::SigningKey;

use super::*;
use crate::domain::change::{self, Answer as Said, Origin, Phase, Text};
use crate::domain::incident::Priority;
use crate::domain::organisation::{Role, Team, TeamKind};
use crate::handover::HandoverFault;
use crate::ids::TeamId;
use crate::queries::views::{ChangeView, ChangesPage, ChangesQuery};

const BERND: PersonId = PersonId(uuid::Uuid::from_u128(0xc));
const CARLA: PersonId = PersonId(uuid::Uuid::from_u128(0xd));
const TEAM: TeamId = TeamId(uuid::Uuid::from_u128(0x20));

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn part(number: u128) -> PartId {
    PartId(uuid::Uuid::from_u128(number))
}

impl Desk {
    fn staffed() -> Self {
        let desk = Self::founded();
        let team = Team { id: TEAM, kind: TeamKind::Deployment, name: "Betrieb".to_owned(), head: None };
        desk.give(None, Command::Organisation(organisation::Command::PutTeam(team))).unwrap();
        for (id, name, role) in [(BERND, "Bernd", Role::Management), (CARLA, "Carla", Role::DeploymentTeam)] {
            let data = PersonalData { name: name.to_owned(), email: String::new(), phone: String::new() };
            let put = organisation::Command::PutPerson {
                id,
                data: Some(data),
                roles: [role].into(),
                teams: [TEAM].into(),
            };
            desk.give(None, Command::Organisation(put)).unwrap();
        }
        desk
    }

    fn by(
        &self,
        by: PersonId,
        record: Option<StreamId>,
        command: change::Command,
    ) -> Result<Committed, Fault> {
        let order = Order { by, ..self.order(record, Command::Change(command)) };
        self.app.execute(&order, now())
    }

    fn drafted(&self, title: &str) -> StreamId {
        let (origin, wanted) = (Origin::Idea, "Monatlich prüfen".to_owned());
        self.by(ANNA, None, change::Command::Draft { origin, title: title.to_owned(), wanted })
            .unwrap()
            .record
    }

    fn delegated(&self) -> StreamId {
        let record = self.drafted("Rufliste prüfen");
        let text = Text {
            title: "Rufliste prüfen".to_owned(),
            wanted: "Monatlich prüfen".to_owned(),
            reason: "Zwei Nummern waren falsch.".to_owned(),
            kind: Some(change::Kind::Correction),
            priority: Some(Priority::High),
            risk: "Keines".to_owned(),
            teams: vec![TEAM],
            ..Text::default()
        };
        let delegate = change::Command::Delegate {
            id: part(0x50),
            team: TEAM,
            person: None,
            organisation: "Betrieb GmbH".to_owned(),
            asked: "2026-06-01".parse().unwrap(),
            note: "Bitte bald".to_owned(),
        };
        self.by(ANNA, Some(record), change::Command::Describe(Box::new(text))).unwrap();
        self.by(ANNA, Some(record), change::Command::Submit {}).unwrap();
        self.by(ANNA, Some(record), change::Command::Assess { note: "Machbar".to_owned() }).unwrap();
        let decide = change::Command::Decide { id: part(0x51), approved: true, comment: String::new() };
        self.by(BERND, Some(record), decide).unwrap();
        self.by(ANNA, Some(record), delegate).unwrap();
        record
    }

    fn change(&self, record: StreamId, by: Option<PersonId>) -> ChangeView {
        let question = Question::Change { record: RecordRef::Id(record), by };
        let Answer::Change(view) = self.app.query(&question, now()).unwrap() else { panic!("no change") };
        *view
    }

    fn changes(&self, query: ChangesQuery) -> ChangesPage {
        let question = Question::Changes(Box::new(query));
        let Answer::Changes(page) = self.app.query(&question, now()).unwrap() else { panic!("no changes") };
        page
    }

    fn taken(&self, by: PersonId, bytes: &[u8]) -> HandoverTaken {
        self.app.take_handover_in(bytes, by, now()).unwrap()
    }
}

#[test]
fn a_change_is_handed_over_answered_over_there_with_another_date_and_answered_at_home() {
    let (home, there) = (Desk::staffed(), Desk::staffed());
    let record = home.delegated();
    let package = home.app.hand_over(RecordRef::Id(record), &key(4), now()).unwrap();
    assert_eq!(package.name, "A-2026-001.lotse-delegation");
    let own = NotHanded::File(HandoverFault::HandoverOwn { number: "A-2026-001".to_owned() });
    assert_eq!(home.app.take_handover_in(&package.bytes, ANNA, now()), Err(own));

    let seen = there.app.look_at_handover(&package.bytes).unwrap();
    assert_eq!((seen.organisation.as_str(), seen.known, seen.number_here), ("Loftware Cloud", false, None));
    let taken = there.taken(CARLA, &package.bytes);
    assert_eq!(taken.outcome, HandoverOutcome::Opened);
    assert_eq!(there.taken(CARLA, &package.bytes).outcome, HandoverOutcome::TakenInBefore);
    assert!(there.app.look_at_handover(&package.bytes).unwrap().known);
    let over_there = there.change(taken.record, Some(CARLA));
    let outside = over_there.outside.unwrap();
    assert_eq!((outside.number.as_str(), outside.team.as_str()), ("A-2026-001", "Betrieb"));
    let nothing = NotHanded::File(HandoverFault::HandoverNothing { number: "A-2026-001".to_owned() });
    assert_eq!(there.app.hand_over(RecordRef::Id(taken.record), &key(5), now()), Err(nothing));

    let other = Said::OtherDay { day: "2026-06-15".parse().unwrap(), reason: "Urlaub".to_owned() };
    let answer =
        change::Command::Answer { id: part(0x60), delegation: part(0x50), answer: other, said_by: None };
    there.by(CARLA, Some(taken.record), answer).unwrap();
    let answer = there.app.hand_over(RecordRef::Id(taken.record), &key(5), now()).unwrap();
    assert_eq!(answer.name, "A-2026-001.lotse-answer");

    let back = home.taken(ANNA, &answer.bytes);
    assert_eq!((back.outcome, back.record), (HandoverOutcome::Answered, record));
    assert_eq!(home.taken(ANNA, &answer.bytes).outcome, HandoverOutcome::TakenInBefore);
    let view = home.change(record, None);
    assert_eq!((view.phase, view.due), (Phase::Accepted, Some("2026-06-15".parse().unwrap())));
    let stray = NotHanded::File(HandoverFault::HandoverNotAsked { number: "A-2026-001".to_owned() });
    assert_eq!(Desk::staffed().app.take_handover_in(&answer.bytes, ANNA, now()), Err(stray));
}

#[test]
fn an_answer_that_comes_after_the_cancellation_is_kept_and_told() {
    let (home, there) = (Desk::staffed(), Desk::staffed());
    let record = home.delegated();
    let package = home.app.hand_over(RecordRef::Id(record), &key(4), now()).unwrap();
    let taken = there.taken(CARLA, &package.bytes);
    let refused = Said::Refused { reason: "Keine Zeit".to_owned() };
    let answer =
        change::Command::Answer { id: part(0x60), delegation: part(0x50), answer: refused, said_by: None };
    there.by(CARLA, Some(taken.record), answer).unwrap();
    assert_eq!(there.change(taken.record, None).phase, Phase::Cancelled);
    let answer = there.app.hand_over(RecordRef::Id(taken.record), &key(5), now()).unwrap();
    home.by(ANNA, Some(record), change::Command::Cancel { reason: "Doch nicht".to_owned() }).unwrap();
    assert_eq!(home.taken(ANNA, &answer.bytes).outcome, HandoverOutcome::KeptCancelled);
    assert_eq!(home.taken(ANNA, &answer.bytes).outcome, HandoverOutcome::TakenInBefore);
    assert_eq!(home.change(record, None).kept.len(), 1);
}

#[test]
fn the_list_is_filtered_sorted_and_counted_by_columns_and_a_rebuild_gives_the_same() {
    let desk = Desk::staffed();
    desk.delegated();
    let second = desk.drafted("Alarm üben");
    let all = desk.changes(ChangesQuery::default());
    let numbers: Vec<_> = all.items.iter().map(|row| row.number.as_str()).collect();
    assert_eq!((numbers, all.total), (vec!["A-2026-002", "A-2026-001"], 2));
    let counts: Vec<_> = all.columns.iter().map(|(_, count)| *count).collect();
    assert_eq!(counts, [1, 1, 0, 0, 0, 0, 0]);
    let of_team = desk.changes(ChangesQuery { teams: vec![TEAM], ..ChangesQuery::default() });
    assert_eq!(of_team.items[0].team_name, "Betrieb");
    let found = desk.changes(ChangesQuery { search: "ÜBEN".to_owned(), ..ChangesQuery::default() });
    assert_eq!(found.items[0].id, second);
    desk.by(ANNA, Some(second), change::Command::Cancel { reason: "Nein".to_owned() }).unwrap();
    assert_eq!(desk.changes(ChangesQuery::default()).total, 1);
    assert_eq!(desk.changes(ChangesQuery { at_rest: true, ..ChangesQuery::default() }).total, 2);
    let late = ChangesQuery { overdue: true, ..ChangesQuery::default() };
    let question = Question::Changes(Box::new(late));
    let Answer::Changes(late) = desk.app.query(&question, at("2026-06-02T08:00:00Z").at).unwrap() else {
        panic!("no changes")
    };
    assert!(late.items[0].overdue && late.items[0].age_days == 31);
    let before = desk.rows();
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), before);
}

#[test]
fn who_may_do_what_is_said_for_the_one_who_asks() {
    let desk = Desk::staffed();
    let record = desk.drafted("Rufliste prüfen");
    let order = desk.by(CARLA, Some(record), change::Command::Submit {});
    assert!(matches!(order, Err(Fault::Refused(Refusal::Rights(_)))), "{order:?}");
    let possible = desk.change(record, Some(ANNA)).possible;
    let describe = possible.iter().find(|possible| possible.deed == change::Deed::Describe).unwrap();
    assert_eq!(describe.refusal, None);
    let accept = possible.iter().find(|possible| possible.deed == change::Deed::AcceptRisk).unwrap();
    assert_eq!(accept.refusal, Some(change::Refusal::ChangeOwnText));
}
