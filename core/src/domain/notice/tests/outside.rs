//! What comes from another workspace, and what comes back from it.

use super::*;
use crate::ids::PartId;

const THERE: PersonId = PersonId(uuid::Uuid::from_u128(0xf1));

fn file() -> FromFile {
    FromFile { organisation: "Betrieb GmbH".into(), number: "M-2026-007".into(), signer: "ab".repeat(32) }
}

fn taken(people: &[PersonId], when: &str) -> Command {
    let given = people.iter().map(|person| GivenThere { person: *person, at: said(when) }).collect();
    Command::TakeAcknowledgements { file: file(), given }
}

fn receive(package: u128, known: &[(PersonId, PersonId)]) -> Command {
    let outside = Box::new(Outside {
        package: PartId(uuid::Uuid::from_u128(package)),
        workspace: "cd".repeat(32),
        organisation: "Anlagenbau AG".into(),
        number: "M-2026-044".into(),
        record: None,
        due: Some("2026-05-10".parse().unwrap()),
        signer: "ab".repeat(32),
    });
    let subject = Subject {
        kind: SubjectKind::Other,
        record: None,
        number: String::new(),
        title: "Rufliste".into(),
        version: 1,
    };
    let (german, english) = ("Neue Rufliste.".into(), String::new());
    Command::Receive { outside, subject, german, english, known: known.iter().copied().collect() }
}

fn received(known: &[(PersonId, PersonId)]) -> Notice {
    let context = context(ANNA, "2026-05-01T08:00:30Z");
    let events = decide(None, receive(1, known), &Given::default(), &context).unwrap();
    let written = Written { id: EventId(uuid::Uuid::nil()), by: ANNA, recorded: context.now };
    events.iter().fold(None, |notice, event| evolve(notice, event, &written)).unwrap()
}

#[test]
fn what_was_said_elsewhere_counts_once_and_what_is_recorded_already_stays() {
    let notice = story([
        (ANNA, "2026-05-02T09:00:00Z", own(ANNA)),
        (ANNA, "2026-05-03T08:00:00Z", taken(&[ANNA, JONAS], "2026-05-02T10:00:00Z")),
    ]);
    assert_eq!(notice.acknowledged[&ANNA].way, Way::InProgram);
    assert_eq!(notice.acknowledged[&JONAS].way, Way::File(file()));
    assert_eq!(notice.phase(), Phase::Acknowledged);
    let again = taken(&[ANNA, JONAS], "2026-05-02T10:00:00Z");
    let again = decide(Some(&notice), again, &given(), &context(ANNA, "2026-05-04T08:00:00Z"));
    assert_eq!(again, Ok(Vec::new()));
}

#[test]
fn what_was_said_elsewhere_of_a_notice_that_ended_is_kept_and_it_stays_ended() {
    let notice = story([
        (ANNA, "2026-05-02T08:00:00Z", withdraw()),
        (ANNA, "2026-05-03T08:00:00Z", taken(&[JONAS], "2026-05-01T10:00:00Z")),
    ]);
    assert!(notice.acknowledged.contains_key(&JONAS));
    assert_eq!(notice.phase(), Phase::Withdrawn);
}

#[test]
fn nobody_said_elsewhere_what_nobody_asked_or_what_was_not_told_yet() {
    let notice = story([]);
    let refuses = |command| refused(&notice, ANNA, command);
    let mira = taken(&[MIRA], "2026-05-02T10:00:00Z");
    assert_eq!(refuses(mira), Some(Refusal::NoticeNotAsked { person: MIRA }));
    let early = taken(&[JONAS], "2026-04-30T10:00:00Z");
    assert_eq!(refuses(early), Some(Refusal::NoticeBeforeAnnounced));
    let forged =
        Command::Acknowledge { person: ANNA, way: Way::File(file()), at: said("2026-05-02T10:00:00Z") };
    assert_eq!(refuses(forged), Some(Refusal::NoticeNotForOthers));
}

#[test]
fn what_a_clock_that_is_ahead_calls_later_was_said_by_now_and_the_file_is_taken_whole() {
    let notice = story([(ANNA, "2026-05-03T08:00:00Z", taken(&[ANNA, JONAS], "2026-05-03T08:00:09Z"))]);
    assert_eq!(notice.phase(), Phase::Acknowledged);
    assert_eq!(notice.acknowledged[&JONAS].at.at, at("2026-05-03T08:00:00Z"));
}

#[test]
fn a_package_asks_whom_it_names_and_again_those_who_are_known_only_then() {
    let notice = received(&[(ANNA, THERE)]);
    assert_eq!((notice.expected.clone(), notice.phase()), ([ANNA].into(), Phase::Open));
    let context = context(ANNA, "2026-05-02T08:00:00Z");
    let again = decide(Some(&notice), receive(1, &[(ANNA, THERE)]), &Given::default(), &context);
    assert_eq!(again, Ok(Vec::new()));
    let more =
        decide(Some(&notice), receive(1, &[(ANNA, THERE), (JONAS, MIRA)]), &Given::default(), &context);
    let known: Known = [(JONAS, MIRA)].into();
    assert_eq!(more, Ok(vec![Event::KnownThere { known }]));
    assert_eq!(refused(&notice, ANNA, receive(2, &[])), Some(Refusal::NoticeUnknown));
    let back = taken(&[ANNA], "2026-05-02T10:00:00Z");
    assert_eq!(refused(&notice, ANNA, back), Some(Refusal::NoticeFromOutside));
}
