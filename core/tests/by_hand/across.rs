//! A notice for people who have no access: by file into another workspace, and their acknowledgements back.

use ed25519_dalek::SigningKey;
use lotse::app::{Answer, App, HandoverOutcome, HandoverTaken, NotHanded, Order, Question};
use lotse::domain::Command;

use lotse::domain::guide::{Command as Guide, Remarks};
use lotse::domain::notice::{self, Phase, Way};
use lotse::domain::organisation::{self, PersonalData, Role};
use lotse::handover::HandoverFault;
use lotse::ids::{OrderId, PersonId, RecordRef, StreamId};
use lotse::queries::views::{NoticeView, NoticesQuery};
use lotse::time::{Day, Instant, Moment};

use super::notices::told;
use super::steps::person;
use super::{give, now, organisation as organised, year, year_of};

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn notice(app: &App, record: StreamId) -> Box<NoticeView> {
    let question = Question::Notice { record: RecordRef::Id(record), by: None };
    let Answer::Notice(view) = app.query(&question, now()).unwrap() else {
        unreachable!("a notice answers");
    };
    view
}

fn order(app: &App, by: PersonId, record: StreamId, command: notice::Command) {
    give(app, by, Some(RecordRef::Id(record)), Command::Notice(command)).unwrap();
}

fn reads(app: &App, person: PersonId, record: StreamId) {
    acknowledges(app, person, RecordRef::Id(record), now());
}

/// A person says in the program that a notice was read.
pub fn acknowledges(app: &App, person: PersonId, record: RecordRef, now: Instant) {
    let at = Moment::exact(now, "Europe/Berlin".parse().unwrap());
    let command = notice::Command::Acknowledge { person, way: Way::InProgram, at };
    let order = Order {
        id: OrderId(uuid::Uuid::now_v7()),
        by: person,
        record: Some(record),
        command: Command::Notice(command),
        batch: None,
    };
    app.execute(&order, now).unwrap();
}

fn out(app: &App, record: StreamId, seed: u8) -> Vec<u8> {
    app.hand_over(RecordRef::Id(record), &key(seed), now()).unwrap().bytes
}

fn taken(app: &App, by: PersonId, bytes: &[u8]) -> HandoverTaken {
    app.take_handover_in(bytes, by, now()).unwrap()
}

fn named(app: &App, by: PersonId, id: PersonId, name: &str) {
    let data = PersonalData { name: name.into(), email: String::new(), phone: String::new() };
    let put = organisation::Command::PutPerson {
        id,
        data: Some(data),
        roles: [Role::Recorder].into(),
        teams: [].into(),
    };
    give(app, by, None, Command::Organisation(put)).unwrap();
}

/// Two workspaces, a notice of the first, and the same notice in the second.
struct Two {
    _folders: [tempfile::TempDir; 2],
    home: App,
    anna: PersonId,
    record: StreamId,
    there: App,
    boss: PersonId,
    copy: StreamId,
}

fn two() -> Two {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let (home, anna) = year(folders[0].path());
    let (there, boss) = year_of(folders[1].path(), 1_000_000);
    assert_ne!(anna, boss, "two workspaces know nobody by the same id");
    let record = told(&home, anna);
    let copy = taken(&there, boss, &out(&home, record, 4)).record;
    Two { _folders: folders, home, anna, record, there, boss, copy }
}

#[test]
fn a_notice_goes_into_another_workspace_and_its_acknowledgements_come_back_to_those_who_were_asked() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let (home, anna) = year(folders[0].path());
    let (there, boss) = year_of(folders[1].path(), 1_000_000);
    let record = told(&home, anna);
    let deniz = person(&there, "Deniz Aydın");
    named(&there, boss, deniz, "D. Aydın");
    let package = home.hand_over(RecordRef::Id(record), &key(4), now()).unwrap();
    assert_eq!((package.name.as_str(), package.slip), ("M-2026-006.lotse-notice", false));
    let own = NotHanded::File(HandoverFault::HandoverOwn { number: "M-2026-006".into() });
    assert_eq!(home.take_handover_in(&package.bytes, anna, now()), Err(own));

    let seen = there.look_at_handover(&package.bytes).unwrap();
    let mut people = seen.people.clone();
    people.sort();
    assert_eq!(people, ["Anna Berg", "Deniz Aydın", "Petra Lindner"]);
    assert_eq!((seen.unmatched.as_slice(), seen.number_here), (["Deniz Aydın".to_owned()].as_slice(), None));
    let opened = taken(&there, boss, &package.bytes);
    assert_eq!(opened.outcome, HandoverOutcome::NoticeOpened);
    assert_eq!(taken(&there, boss, &package.bytes).outcome, HandoverOutcome::TakenInBefore);
    named(&there, boss, deniz, "Deniz Aydın");
    assert_eq!(taken(&there, boss, &package.bytes).outcome, HandoverOutcome::NoticeAsksMore);
    let copy = notice(&there, opened.record);
    assert_eq!((copy.asked.len(), copy.phase), (3, Phase::Open));
    assert_eq!(copy.outside.as_ref().map(|outside| outside.number.as_str()), Some("M-2026-006"));
    assert_eq!(
        (copy.due, copy.subject.title.clone()),
        (notice(&home, record).due, notice(&home, record).subject.title)
    );
    let nothing = there.hand_over(RecordRef::Id(opened.record), &key(5), now());
    assert!(matches!(nothing, Err(NotHanded::File(HandoverFault::HandoverNothing { .. }))), "{nothing:?}");

    reads(&there, person(&there, "Petra Lindner"), opened.record);
    reads(&there, deniz, opened.record);
    let answer = there.hand_over(RecordRef::Id(opened.record), &key(5), now()).unwrap();
    assert!(answer.name.ends_with(".lotse-answer"), "{}", answer.name);
    let back = taken(&home, anna, &answer.bytes);
    assert_eq!((back.outcome, back.record, back.acknowledged), (HandoverOutcome::Acknowledged, record, 2));
    let again = taken(&home, anna, &answer.bytes);
    assert_eq!((again.outcome, again.acknowledged), (HandoverOutcome::TakenInBefore, 0));
    let view = notice(&home, record);
    let petra = person(&home, "Petra Lindner");
    let given = view.asked.iter().find(|asked| asked.person == petra).unwrap().acknowledged.clone().unwrap();
    assert!(matches!(&given.way, Way::File(file) if file.organisation == "Loftware Cloud"), "{given:?}");
    assert_eq!(view.phase, Phase::Open, "Anna has not read it yet");
    reads(&home, anna, record);
    assert_eq!(notice(&home, record).phase, Phase::Acknowledged);
    let stray = tempfile::tempdir().unwrap();
    let (third, someone) = year_of(stray.path(), 2_000_000);
    let stray = third.take_handover_in(&answer.bytes, someone, now());
    assert_eq!(stray, Err(NotHanded::File(HandoverFault::HandoverNotAsked { number: "M-2026-006".into() })));
    for app in [&home, &there] {
        app.rebuild().unwrap();
    }
    assert_eq!(notice(&home, record).phase, Phase::Acknowledged);
}

#[test]
fn what_is_said_of_a_notice_that_was_withdrawn_or_superseded_meanwhile_is_kept_and_told() {
    let Two { home, anna, record, there, copy, _folders, .. } = two();
    reads(&there, person(&there, "Petra Lindner"), copy);
    let first = out(&there, copy, 5);
    order(&home, anna, record, notice::Command::Withdraw { reason: "Die Liste war falsch.".into() });
    let back = taken(&home, anna, &first);
    assert_eq!((back.outcome, back.acknowledged), (HandoverOutcome::KeptWithdrawn, 1));
    assert_eq!(notice(&home, record).phase, Phase::Withdrawn);
    let petra = person(&home, "Petra Lindner");
    let kept = |app: &App| {
        let view = notice(app, record);
        view.asked.iter().any(|asked| asked.person == petra && asked.acknowledged.is_some())
    };
    assert!(kept(&home));
    assert_eq!(taken(&home, anna, &first).outcome, HandoverOutcome::TakenInBefore);

    let Two { home, anna, record, there, copy, _folders, .. } = two();
    let newer = told_again(&home, anna);
    order(&home, anna, record, notice::Command::Supersede { by: newer });
    reads(&there, person(&there, "Petra Lindner"), copy);
    let back = taken(&home, anna, &out(&there, copy, 5));
    assert_eq!((back.outcome, back.acknowledged), (HandoverOutcome::KeptSuperseded, 1));
    assert_eq!(notice(&home, record).phase, Phase::Superseded);
}

/// The newest notice that still asks about a document of the year, after its next version was put in force.
fn next_version(app: &App, anna: PersonId, document: &str, version: u32) -> StreamId {
    let record = RecordRef::Number(document.parse().unwrap());
    let mira = person(app, "Mira Seidel");
    let Answer::Guide(view) = app.query(&Question::Guide { record, version: None, by: None }, now()).unwrap()
    else {
        unreachable!("a document answers");
    };
    let teams = view.versions.iter().flat_map(|held| held.remarks.teams.clone()).collect();
    let remarks = Remarks { change: format!("Fassung {version}"), teams, ..Remarks::default() };
    let text = format!("# Kommunikation\n\n## 1 Anrufen\n\nListe {version}.\n");
    for (by, command) in [
        (anna, Guide::StartVersion {}),
        (anna, Guide::Edit { version, revision: 0, text, remarks }),
        (anna, Guide::Submit { version }),
        (mira, Guide::Approve { version }),
        (anna, Guide::PutInForce { version, from: Day::at(now(), "Europe/Berlin".parse().unwrap()) }),
    ] {
        give(app, by, Some(record), Command::Guide(command)).unwrap();
    }
    let asked = NoticesQuery { phases: vec![Phase::Open], about: Some(view.id), ..NoticesQuery::default() };
    let Answer::Notices(page) = app.query(&Question::Notices(Box::new(asked)), now()).unwrap() else {
        unreachable!("notices answer");
    };
    page.items[0].id
}

#[test]
fn a_newer_notice_about_the_same_record_takes_the_place_of_the_copy_in_whichever_order_they_come() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let (home, anna) = year(folders[0].path());
    let second = next_version(&home, anna, "L-2026-002", 2);
    let first = out(&home, second, 4);
    let third = next_version(&home, anna, "L-2026-002", 3);
    let last = out(&home, third, 4);
    let (there, boss) = year_of(folders[1].path(), 1_000_000);
    let (old, new) = (taken(&there, boss, &first).record, taken(&there, boss, &last).record);
    let late = year_of(folders[2].path(), 2_000_000);
    taken(&late.0, late.1, &last);
    taken(&late.0, late.1, &first);
    let told = told_again(&home, anna);
    let other = taken(&there, boss, &out(&home, told, 4)).record;
    for app in [&there, &late.0] {
        assert_eq!((notice(app, old).phase, notice(app, new).phase), (Phase::Superseded, Phase::Open));
        app.rebuild().unwrap();
        assert_eq!((notice(app, old).phase, notice(app, new).phase), (Phase::Superseded, Phase::Open));
    }
    assert_eq!(notice(&there, other).phase, Phase::Open, "what has no record takes nothing's place");
}

/// A second notice to the same team.
fn told_again(app: &App, anna: PersonId) -> StreamId {
    let announce = notice::Command::Announce {
        title: "Neue Rufnummern, berichtigt".into(),
        german: "Bitte diese verwenden.".into(),
        english: String::new(),
        teams: vec![super::steps::team(app)],
        who: notice::Who::Everyone,
    };
    give(app, anna, None, Command::Notice(announce)).unwrap().record
}

#[test]
fn whoever_is_not_asked_at_home_is_named_and_counts_when_the_file_is_opened_again() {
    let Two { home, anna, record, there, boss, copy, _folders } = two();
    let karl = PersonId(uuid::Uuid::from_u128(0xabc));
    named(&there, boss, karl, "Karl Neu");
    order(&there, boss, copy, notice::Command::AskAlso { person: karl });
    reads(&there, karl, copy);
    let file = out(&there, copy, 5);
    let seen = home.look_at_handover(&file).unwrap();
    assert_eq!(seen.unmatched, ["Karl Neu"]);
    assert_eq!(taken(&home, anna, &file).outcome, HandoverOutcome::NobodyKnown);
    let here = PersonId(uuid::Uuid::from_u128(0xdef));
    named(&home, anna, here, "Karl  neu");
    order(&home, anna, record, notice::Command::AskAlso { person: here });
    let back = taken(&home, anna, &file);
    assert_eq!((back.outcome, back.acknowledged), (HandoverOutcome::Acknowledged, 1));
    assert!(organised(&home).people.iter().any(|person| person.id == here));
}

#[test]
fn no_name_of_another_workspace_goes_into_the_log() {
    let Two { home, anna, record, there, copy, _folders, .. } = two();
    reads(&there, person(&there, "Petra Lindner"), copy);
    taken(&home, anna, &out(&there, copy, 5));
    for (app, stream) in [(&home, record), (&there, copy)] {
        let reader = app.workspace().reader().unwrap();
        let mut rows = reader.prepare("SELECT payload FROM event WHERE stream_id = ?1").unwrap();
        let found = rows.query_map([stream.0.as_bytes()], |row| row.get::<_, String>(0)).unwrap();
        for data in found.map(Result::unwrap) {
            assert!(!data.contains("Petra Lindner"), "{data}");
        }
    }
}
