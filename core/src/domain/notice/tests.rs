//! The rules of a notice.

mod outside;

use std::sync::Arc;

use super::*;
use crate::domain::Context;
use crate::domain::incident::Written;
use crate::domain::organisation::{self, Member, Team, TeamKind};
use crate::ids::{EventId, Series};

const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(10));
const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(11));
const MIRA: PersonId = PersonId(uuid::Uuid::from_u128(12));
const TEAM: TeamId = TeamId(uuid::Uuid::from_u128(20));

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn said(text: &str) -> Moment {
    Moment::exact(at(text), "Europe/Berlin".parse().unwrap())
}

fn context(by: PersonId, now: &str) -> Context {
    Context {
        now: at(now),
        zone: "Europe/Berlin".parse().unwrap(),
        by,
        roles: [Role::Recorder].into(),
        number: Number { series: Series::Notice, year: 2026, count: 1 },
        importing: false,
        policy: Arc::default(),
        alone: false,
    }
}

fn given() -> Given {
    Given { expected: [ANNA, JONAS].into(), ..Given::default() }
}

fn announce() -> Command {
    Command::Announce {
        title: "Umschaltung der Datenbank".to_owned(),
        german: "Die Umschaltung beginnt beim Anbieter.".to_owned(),
        english: String::new(),
        teams: vec![TEAM, TEAM],
        who: Who::Everyone,
    }
}

/// One story of a notice: it is announced at 8:00:30 and asks Anna and Jonas; what is refused later stops the test.
fn story(steps: impl IntoIterator<Item = (PersonId, &'static str, Command)>) -> Notice {
    let first = (ANNA, "2026-05-01T08:00:30Z", announce());
    let mut notice = None;
    for (by, now, command) in std::iter::once(first).chain(steps) {
        let events = decide(notice.as_ref(), command, &given(), &context(by, now)).unwrap();
        let written = Written { id: EventId(uuid::Uuid::nil()), by, recorded: at(now) };
        notice = events.iter().fold(notice, |notice, event| evolve(notice, event, &written));
    }
    notice.unwrap()
}

fn refused(notice: &Notice, by: PersonId, command: Command) -> Option<Refusal> {
    decide(Some(notice), command, &Given::default(), &context(by, "2026-05-03T08:00:00Z")).err()
}

fn own(person: PersonId) -> Command {
    Command::Acknowledge { person, way: Way::InProgram, at: said("2026-05-02T08:00:00Z") }
}

fn by_hand(person: PersonId, when: &str) -> Command {
    Command::Acknowledge { person, way: Way::ByHand { said_by: MIRA }, at: said(when) }
}

fn withdraw() -> Command {
    Command::Withdraw { reason: "doppelt".to_owned() }
}

fn supersede() -> Command {
    Command::Supersede { by: StreamId(uuid::Uuid::from_u128(8)) }
}

#[test]
fn a_notice_asks_whom_the_program_found_and_names_each_team_once() {
    let notice = story([]);
    assert_eq!(notice.expected, [ANNA, JONAS].into());
    assert_eq!(notice.teams, [TEAM]);
    assert_eq!(notice.phase(), Phase::Open);
}

#[test]
fn a_notice_has_a_title_a_text_and_a_team() {
    let changed = |change: fn(&mut String, &mut String, &mut Vec<TeamId>)| {
        let Command::Announce { mut title, mut german, english, mut teams, who } = announce() else {
            unreachable!()
        };
        change(&mut title, &mut german, &mut teams);
        let command = Command::Announce { title, german, english, teams, who };
        decide(None, command, &Given::default(), &context(ANNA, "2026-05-01T08:00:00Z")).err()
    };
    assert_eq!(changed(|title, _, _| title.clear()), Some(Refusal::NoticeTitleMissing));
    assert_eq!(changed(|_, german, _| german.clear()), Some(Refusal::NoticeTextMissing));
    assert_eq!(changed(|_, _, teams| teams.clear()), Some(Refusal::NoticeTeamsMissing));
    assert_eq!(refused(&story([]), ANNA, announce()), Some(Refusal::NoticeAnnounced));
}

#[test]
fn what_a_record_tells_is_told_once() {
    let tell = |given: &Given| {
        let command = Command::AnnounceRecord { about: StreamId(uuid::Uuid::from_u128(7)) };
        decide(None, command, given, &context(ANNA, "2026-05-01T08:00:00Z"))
    };
    assert_eq!(tell(&given()), Err(Refusal::NoticeNothingToTell));
    let subject = Subject {
        kind: SubjectKind::ReviewResult,
        record: Some(StreamId(uuid::Uuid::from_u128(7))),
        number: "P-2026-001".to_owned(),
        title: String::new(),
        version: 2,
    };
    let (german, english) = ("Der Prozess bleibt.".to_owned(), String::new());
    let about = About { subject: subject.clone(), german, english, teams: vec![TEAM], who: Who::Heads };
    let telling = Given { about: Some(about), ..given() };
    let [Event::Announced { subject: told, who: Who::Heads, expected, .. }] = &tell(&telling).unwrap()[..]
    else {
        panic!("not announced")
    };
    assert_eq!((told, expected), (&subject, &vec![ANNA, JONAS]));
    let twice = Given { told: Some("M-2026-004".to_owned()), ..telling };
    assert_eq!(tell(&twice), Err(Refusal::NoticeTold { number: "M-2026-004".to_owned() }));
}

#[test]
fn a_notice_that_everyone_acknowledged_gives_way_to_none() {
    let notice = story([
        (ANNA, "2026-05-02T08:00:00Z", own(ANNA)),
        (JONAS, "2026-05-02T08:00:00Z", own(JONAS)),
        (ANNA, "2026-05-02T09:00:00Z", supersede()),
    ]);
    assert_eq!(notice.phase(), Phase::Acknowledged);
}

#[test]
fn in_the_program_everyone_acknowledges_for_oneself() {
    let notice = story([]);
    assert_eq!(refused(&notice, ANNA, own(JONAS)), Some(Refusal::NoticeNotForOthers));
    assert_eq!(refused(&notice, MIRA, own(MIRA)), Some(Refusal::NoticeNotAsked { person: MIRA }));
    let notice = story([(ANNA, "2026-05-02T08:00:00Z", own(ANNA))]);
    assert_eq!(notice.phase(), Phase::Open);
    assert_eq!(notice.missing().collect::<Vec<_>>(), [JONAS]);
}

#[test]
fn a_notice_is_acknowledged_when_the_last_of_those_asked_has() {
    let notice = story([
        (ANNA, "2026-05-02T08:00:00Z", own(ANNA)),
        (ANNA, "2026-05-03T08:00:00Z", by_hand(JONAS, "2026-05-02T09:00:00Z")),
    ]);
    assert_eq!(notice.phase(), Phase::Acknowledged);
    assert_eq!(notice.complete(), Some(at("2026-05-02T09:00:00Z")));
    let Acknowledgement { way, recorded, by, .. } = notice.acknowledged[&JONAS].clone();
    assert_eq!((way, recorded, by), (Way::ByHand { said_by: MIRA }, at("2026-05-03T08:00:00Z"), ANNA));
}

#[test]
fn an_acknowledgement_lies_between_the_announcement_and_now() {
    let notice = story([]);
    let enter = |when| refused(&notice, ANNA, by_hand(JONAS, when));
    assert_eq!(enter("2026-05-03T08:00:01Z"), Some(Refusal::NoticeInFuture));
    assert_eq!(enter("2026-05-01T07:59:00Z"), Some(Refusal::NoticeBeforeAnnounced));
    assert_eq!(enter("2026-05-01T08:00:00Z"), None);
}

#[test]
fn a_second_acknowledgement_changes_nothing() {
    let notice = story([(ANNA, "2026-05-02T08:00:00Z", own(ANNA))]);
    let again = decide(Some(&notice), own(ANNA), &Given::default(), &context(ANNA, "2026-05-03T08:00:00Z"));
    assert_eq!(again, Ok(Vec::new()));
}

#[test]
fn an_acknowledgement_by_mistake_is_taken_back_by_whoever_entered_it_or_gave_it() {
    let notice = story([(ANNA, "2026-05-03T08:00:00Z", by_hand(JONAS, "2026-05-02T09:00:00Z"))]);
    let take_back = |reason: &str| Command::TakeBack { person: JONAS, reason: reason.to_owned() };
    assert_eq!(refused(&notice, MIRA, take_back("verwechselt")), Some(Refusal::NoticeNotYours));
    assert_eq!(refused(&notice, ANNA, take_back(" ")), Some(Refusal::NoticeReasonMissing));
    assert_eq!(refused(&notice, JONAS, take_back("nie gesagt")), None);
    let notice = story([
        (ANNA, "2026-05-03T08:00:00Z", by_hand(JONAS, "2026-05-02T09:00:00Z")),
        (ANNA, "2026-05-03T08:00:00Z", take_back("verwechselt")),
    ]);
    assert_eq!(notice.missing().collect::<Vec<_>>(), [ANNA, JONAS]);
    let nothing = Some(Refusal::NoticeNotAcknowledged { person: JONAS });
    assert_eq!(refused(&notice, ANNA, take_back("verwechselt")), nothing);
}

#[test]
fn what_arrives_after_the_end_is_kept_but_nobody_is_asked_any_more() {
    for (end, refusal) in [(supersede(), Refusal::NoticeSuperseded), (withdraw(), Refusal::NoticeWithdrawn)] {
        let notice = story([(ANNA, "2026-05-02T07:00:00Z", end)]);
        assert_eq!(refused(&notice, ANNA, own(ANNA)), Some(refusal));
        assert_eq!(refused(&notice, ANNA, by_hand(JONAS, "2026-05-02T08:00:00Z")), None);
        let ended = notice.end.as_ref().unwrap();
        assert_eq!((ended.1, ended.2), (at("2026-05-02T07:00:00Z"), ANNA));
    }
}

#[test]
fn who_leaves_is_excused_and_who_comes_is_asked_as_well() {
    let excuse = Command::Excuse { person: JONAS, reason: "ausgeschieden".to_owned() };
    let notice =
        story([(ANNA, "2026-05-02T08:00:00Z", own(ANNA)), (ANNA, "2026-05-02T08:00:00Z", excuse.clone())]);
    assert_eq!(notice.phase(), Phase::Acknowledged);
    let notice = story([
        (ANNA, "2026-05-02T08:00:00Z", own(ANNA)),
        (ANNA, "2026-05-02T08:00:00Z", excuse),
        (ANNA, "2026-05-02T08:00:00Z", Command::AskAlso { person: MIRA }),
    ]);
    assert_eq!(notice.missing().collect::<Vec<_>>(), [MIRA]);
    let stranger = Command::Excuse { person: ANNA, reason: "verreist".to_owned() };
    assert_eq!(refused(&notice, ANNA, stranger), Some(Refusal::NoticeNotAsked { person: ANNA }));
}

#[test]
fn silence_of_nobody_is_no_acknowledgement() {
    let excuse = |person| Command::Excuse { person, reason: "ausgeschieden".to_owned() };
    let notice =
        story([(ANNA, "2026-05-02T08:00:00Z", excuse(ANNA)), (ANNA, "2026-05-02T08:00:00Z", excuse(JONAS))]);
    assert_eq!((notice.phase(), notice.complete()), (Phase::Open, None));
}

#[test]
fn every_attempt_to_send_is_kept() {
    let send = |result| Command::RecordSending {
        person: JONAS,
        result,
        at: said("2026-05-02T08:00:00Z"),
        message: "<1@lotse>".to_owned(),
    };
    let failed = Delivery::Failed { reason: "550 unknown mailbox".to_owned() };
    let notice = story([
        (ANNA, "2026-05-02T08:00:00Z", send(failed.clone())),
        (ANNA, "2026-05-02T08:00:00Z", withdraw()),
        (ANNA, "2026-05-02T08:00:00Z", send(Delivery::Sent)),
    ]);
    let results: Vec<_> = notice.sendings.iter().map(|sending| &sending.result).collect();
    assert_eq!(results, [&failed, &Delivery::Sent]);
}

#[test]
fn a_deed_that_the_rules_refuse_says_why() {
    let against = |notice: &Notice, deed| {
        let all = possible(notice, &context(ANNA, "2026-05-03T08:00:00Z"));
        all.into_iter().find(|possible| possible.deed == deed).unwrap().refusal
    };
    let open = story([]);
    assert!(possible(&open, &context(ANNA, "2026-05-03T08:00:00Z")).iter().all(|p| p.refusal.is_none()));
    let withdrawn = story([(ANNA, "2026-05-02T08:00:00Z", withdraw())]);
    assert_eq!(against(&withdrawn, Deed::Send), Some(Refusal::NoticeWithdrawn));
    assert_eq!(against(&withdrawn, Deed::EnterByHand), None);
}

#[test]
fn the_head_is_asked_for_the_team_and_everyone_where_there_is_none() {
    let member = |active| Member { roles: BTreeSet::new(), teams: [TEAM].into(), active };
    let founded = organisation::Event::Founded {
        name: "Nordwind".to_owned(),
        language: organisation::Language::De,
        zone: "Europe/Berlin".parse().unwrap(),
        teams: Vec::new(),
    };
    let mut organisation = organisation::evolve(None, &founded, at("2026-01-01T00:00:00Z")).unwrap();
    organisation.people = [(ANNA, member(true)), (JONAS, member(true)), (MIRA, member(false))].into();
    let mut led_by = |head| {
        let team = Team { id: TEAM, kind: TeamKind::Support, name: "Support".to_owned(), head };
        organisation.teams.insert(TEAM, team);
        asked(&organisation, &[TEAM], Who::Heads)
    };
    assert_eq!(led_by(Some(JONAS)), [JONAS].into());
    assert_eq!(led_by(Some(MIRA)), [ANNA, JONAS].into());
    assert_eq!(led_by(None), [ANNA, JONAS].into());
    assert_eq!(asked(&organisation, &[TEAM], Who::Everyone), [ANNA, JONAS].into());
}
