//! Whom dates come near to, when, and when nothing is shown.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::deadlines::Standing;
use crate::domain::Context;
use crate::domain::incident::Written;
use crate::domain::organisation::{self, Language, PersonalData};
use crate::ids::{EventId, Number, Series};
use crate::words::Words;

const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(10));
const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(11));
const MIRA: PersonId = PersonId(uuid::Uuid::from_u128(12));
const RECORD: StreamId = StreamId(uuid::Uuid::from_u128(1));

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn berlin() -> Zone {
    "Europe/Berlin".parse().unwrap()
}

fn deadline(kind: PromiseKind, begun: &str, due: &str) -> Deadline {
    Deadline {
        record: RECORD,
        key: "x".to_owned(),
        duty: None,
        kind,
        text: String::new(),
        owner: None,
        begun: at(begun),
        due: Some(at(due)),
        rule: None,
        term: None,
        original: None,
        moved_by: None,
        moved_reason: None,
        settled: None,
        proof: None,
        standing: Standing::Due,
        late: None,
    }
}

/// A review that was planned half a year ahead, due with 10 July 2026.
fn review() -> Deadline {
    deadline(PromiseKind::Review, "2026-01-05T08:00:00Z", "2026-07-10T21:59:00Z")
}

fn level(deadline: &Deadline, now: &str) -> Option<Level> {
    of(deadline, at(now), berlin()).map(|reminder| reminder.level)
}

/// Anna manages the process, Jonas records, Mira tests and manages nothing.
fn people() -> Organisation {
    let put = |id, roles: &[Role]| organisation::Command::PutPerson {
        id,
        data: Some(PersonalData { name: id.to_string(), email: String::new(), phone: String::new() }),
        roles: roles.iter().copied().collect(),
        teams: BTreeSet::new(),
    };
    let found = organisation::Command::Found {
        name: "Loftware Cloud".to_owned(),
        language: Language::De,
        zone: berlin(),
        teams: Vec::new(),
        founder: PersonalData { name: "Anna".to_owned(), email: String::new(), phone: String::new() },
    };
    let commands = [
        found,
        put(ANNA, &[Role::ProcessManager]),
        put(JONAS, &[Role::Recorder]),
        put(MIRA, &[Role::TestCoordinator]),
    ];
    commands.into_iter().fold(None, then).unwrap()
}

fn then(organisation: Option<Organisation>, command: organisation::Command) -> Option<Organisation> {
    let now = at("2026-01-01T08:00:00Z");
    let context = Context {
        now,
        zone: berlin(),
        by: ANNA,
        roles: [Role::ProcessManager].into(),
        number: Number { series: Series::Incident, year: 2026, count: 1 },
        importing: false,
        policy: std::sync::Arc::default(),
        alone: false,
    };
    let written = Written { id: EventId(uuid::Uuid::nil()), by: ANNA, recorded: now };
    let events = organisation::decide(organisation.as_ref(), command, &context).unwrap();
    events.iter().fold(organisation, |now, event| organisation::evolve(now, event, written.recorded))
}

fn concerned(deadline: &Deadline) -> Vec<PersonId> {
    let organisation = people();
    let mine = |person: &PersonId| concerns(deadline, *person, &organisation, &BTreeSet::new());
    [ANNA, JONAS, MIRA].into_iter().filter(mine).collect()
}

#[test]
fn r27_a_date_reminds_thirty_seven_and_one_day_before_and_when_it_is_over() {
    let review = review();
    assert_eq!(level(&review, "2026-06-09T21:59:59Z"), None);
    assert_eq!(level(&review, "2026-06-09T22:00:00Z"), Some(Level::Month), "the day begins in Berlin");
    assert_eq!(level(&review, "2026-07-02T21:59:59Z"), Some(Level::Month));
    assert_eq!(level(&review, "2026-07-02T22:00:00Z"), Some(Level::Week));
    assert_eq!(level(&review, "2026-07-08T22:00:00Z"), Some(Level::Day));
    assert_eq!(level(&review, "2026-07-10T21:59:00Z"), Some(Level::Day), "its minute is not over");
    assert_eq!(level(&review, "2026-07-10T21:59:00.000001Z"), Some(Level::Late));
    assert_eq!(level(&Deadline { standing: Standing::Kept, ..review }, "2026-08-01T00:00:00Z"), None);
}

#[test]
fn the_level_before_the_clock_was_turned_begins_with_its_day() {
    let review = deadline(PromiseKind::Review, "2026-01-05T08:00:00Z", "2026-11-01T22:59:00Z");
    assert_eq!(level(&review, "2026-10-24T21:59:59Z"), Some(Level::Month));
    assert_eq!(level(&review, "2026-10-24T22:00:00Z"), Some(Level::Week), "25 October has twenty-five hours");
}

#[test]
fn the_next_level_is_known_before_it_is_reached() {
    let review = review();
    let next = |now: &str| next(&review, at(now), berlin());
    assert_eq!(next("2026-01-05T08:00:00Z"), Some(at("2026-06-09T22:00:00Z")));
    assert_eq!(next("2026-06-09T22:00:00Z"), Some(at("2026-07-02T22:00:00Z")));
    assert_eq!(next("2026-07-09T00:00:00Z"), Some(at("2026-07-10T21:59:00.000001Z")));
    assert_eq!(next("2026-07-11T00:00:00Z"), None);
}

#[test]
fn what_is_promised_for_less_than_a_day_reminds_only_when_it_is_over() {
    let update = deadline(PromiseKind::NextUpdate, "2026-05-01T08:00:00Z", "2026-05-01T08:30:00Z");
    assert_eq!(level(&update, "2026-05-01T08:10:00Z"), None);
    assert_eq!(next(&update, at("2026-05-01T08:10:00Z"), berlin()), Some(at("2026-05-01T08:30:00.000001Z")));
    assert_eq!(level(&update, "2026-05-01T08:31:00Z"), Some(Level::Late));
}

#[test]
fn four_hours_that_a_law_gives_remind_from_the_first() {
    let first = deadline(PromiseKind::LegalFirst, "2026-05-01T08:00:00Z", "2026-05-01T12:00:00Z");
    assert_eq!(level(&first, "2026-05-01T08:00:00Z"), Some(Level::Day));
    assert_eq!(level(&first, "2026-05-01T12:00:00Z"), Some(Level::Day), "its instant is not over yet");
    assert_eq!(level(&first, "2026-05-01T12:00:01Z"), Some(Level::Late));
}

#[test]
fn a_moved_date_is_another_item() {
    let now = at("2026-07-05T08:00:00Z");
    let moved = Deadline { due: Some(at("2026-07-11T21:59:00Z")), ..review() };
    let (before, after) = (of(&review(), now, berlin()).unwrap(), of(&moved, now, berlin()).unwrap());
    assert_eq!(before.level, after.level);
    assert_ne!(before, after);
}

#[test]
fn what_somebody_owns_is_their_matter_alone() {
    let owned = Deadline { owner: Some(MIRA), ..review() };
    assert_eq!(concerned(&owned), [MIRA]);
}

#[test]
fn what_nobody_owns_is_a_matter_of_the_role_that_keeps_it_and_of_the_process_management() {
    assert_eq!(concerned(&review()), [ANNA]);
    assert_eq!(concerned(&Deadline { kind: PromiseKind::Report, ..review() }), [ANNA, JONAS]);
    assert_eq!(concerned(&Deadline { kind: PromiseKind::Drill, ..review() }), [ANNA, MIRA]);
    let duty = |duty| Deadline { kind: PromiseKind::Duty, duty: Some(duty), ..review() };
    assert_eq!(concerned(&duty(26)), [ANNA, JONAS]);
    assert_eq!(concerned(&duty(32)), [ANNA, MIRA]);
    assert_eq!(concerned(&duty(31)), [ANNA]);
}

#[test]
fn what_somebody_owned_who_left_is_as_if_nobody_owned_it() {
    let organisation = then(Some(people()), organisation::Command::RetirePerson { id: MIRA }).unwrap();
    let owned = Deadline { owner: Some(MIRA), ..review() };
    let mine = |person| concerns(&owned, person, &organisation, &BTreeSet::new());
    assert_eq!([ANNA, JONAS, MIRA].map(mine), [true, false, false]);
}

#[test]
fn a_notice_reminds_whoever_it_asks_and_whoever_gave_it() {
    let notice = Deadline { kind: PromiseKind::Acknowledgement, owner: Some(ANNA), ..review() };
    let (organisation, asked) = (people(), BTreeSet::from([RECORD]));
    assert!(concerns(&notice, JONAS, &organisation, &asked));
    assert!(!concerns(&notice, JONAS, &organisation, &BTreeSet::new()));
    assert!(concerns(&notice, ANNA, &organisation, &BTreeSet::new()));
    assert!(!concerns(&review(), JONAS, &organisation, &asked), "only what is to be acknowledged");
}

#[test]
fn a_review_that_is_planned_stands_for_the_duty_to_hold_it() {
    let duty = Deadline { kind: PromiseKind::Duty, duty: Some(27), ..review() };
    let other = Deadline { kind: PromiseKind::Duty, duty: Some(31), ..review() };
    let mut found = vec![duty.clone(), other.clone(), review()];
    each_once(&mut found);
    assert_eq!(found, [other, review()]);
    let moved = Deadline { due: Some(at("2026-07-20T21:59:00Z")), ..review() };
    let mut found = vec![duty.clone(), moved.clone()];
    each_once(&mut found);
    assert_eq!(found, [duty, moved], "another date is another matter");
}

fn nights() -> Quiet {
    Quiet { from: 19 * 60, to: 7 * 60, weekends: false }
}

fn quiet_until(quiet: Quiet, now: &str) -> Option<Instant> {
    quiet.until(at(now), berlin())
}

#[test]
fn quiet_hours_run_over_midnight_in_the_zone_of_the_organisation() {
    assert_eq!(quiet_until(nights(), "2026-05-04T16:59:59Z"), None, "18:59:59 in Berlin");
    assert_eq!(quiet_until(nights(), "2026-05-04T17:00:00Z"), Some(at("2026-05-05T05:00:00Z")));
    assert_eq!(quiet_until(nights(), "2026-05-05T04:59:59Z"), Some(at("2026-05-05T05:00:00Z")));
    assert_eq!(quiet_until(nights(), "2026-05-05T05:00:00Z"), None);
}

#[test]
fn quiet_hours_of_one_day_and_hours_that_are_none() {
    let noon = Quiet { from: 12 * 60, to: 13 * 60, weekends: false };
    assert_eq!(quiet_until(noon, "2026-05-04T10:30:00Z"), Some(at("2026-05-04T11:00:00Z")));
    assert_eq!(quiet_until(noon, "2026-05-04T11:00:00Z"), None);
    let none = Quiet { from: 600, to: 600, weekends: false };
    assert_eq!(quiet_until(none, "2026-05-04T08:00:00Z"), None);
}

#[test]
fn a_quiet_weekend_ends_with_the_quiet_of_monday_morning() {
    let quiet = Quiet { weekends: true, ..nights() };
    let monday = Some(at("2026-05-11T05:00:00Z"));
    assert_eq!(quiet_until(quiet, "2026-05-08T18:00:00Z"), monday, "Friday evening");
    assert_eq!(quiet_until(quiet, "2026-05-10T10:00:00Z"), monday, "Sunday noon");
    let days = Quiet { from: 0, to: 0, weekends: true };
    assert_eq!(quiet_until(days, "2026-05-10T10:00:00Z"), Some(at("2026-05-10T22:00:00Z")));
}

#[test]
fn quiet_hours_end_in_the_hour_that_is_left_out_or_shown_twice() {
    let early = Quiet { from: 22 * 60, to: 2 * 60 + 30, weekends: false };
    // 29 March 2026: the clock goes from 2:00 to 3:00, so 2:30 is never shown; the quiet ends when 3:00 is.
    assert_eq!(quiet_until(early, "2026-03-29T00:30:00Z"), Some(at("2026-03-29T01:00:00Z")));
    // 25 October 2026: 2:30 is shown twice, and between 2:00 and 2:30 it is quiet twice.
    assert_eq!(quiet_until(early, "2026-10-25T00:10:00Z"), Some(at("2026-10-25T00:30:00Z")));
    assert_eq!(quiet_until(early, "2026-10-25T01:10:00Z"), Some(at("2026-10-25T01:30:00Z")));
}

#[test]
fn what_comes_up_in_quiet_hours_is_shown_when_they_end() {
    let (night, morning) = (at("2026-05-04T22:00:00Z"), at("2026-05-05T05:00:00Z"));
    let next = Some(at("2026-05-20T22:00:00Z"));
    let held = plan(vec!["a", "b"], |_| false, next, Some((&nights(), berlin())), night);
    assert_eq!(held, Plan { show: Vec::new(), wake: Some(morning) });
    let then = plan(vec!["a", "b"], |_| false, next, Some((&nights(), berlin())), morning);
    assert_eq!(then, Plan { show: vec!["a", "b"], wake: next });
    let nothing = plan(vec!["a"], |_| true, next, Some((&nights(), berlin())), night);
    assert_eq!(nothing, Plan { show: Vec::new(), wake: next }, "nothing waits for the morning");
}

fn speaker(words: &'static Words, now: &str) -> Speaker {
    Speaker { words, zone: berlin(), now: at(now) }
}

#[test]
fn a_notice_says_how_near_what_is_and_where() {
    let review = review();
    let of = |level| Subject { deadline: &review, level, number: "P-2026-003", title: "Kein Druck" };
    let said = speaker(Words::german(), "2026-07-05T08:00:00Z").single(&of(Level::Week));
    assert_eq!(said.title, "Fällig in 5 Tagen: Prozess-Überprüfung");
    assert_eq!(said.body, "P-2026-003 · Kein Druck\nFällig am 10.07.2026");
    let said = speaker(Words::english(), "2026-07-09T08:00:00Z").single(&of(Level::Day));
    assert_eq!(said.title, "Due tomorrow: Process review");
    assert_eq!(said.body, "P-2026-003 · Kein Druck\nDue 10 Jul 2026");
    let said = speaker(Words::german(), "2026-07-10T08:00:00Z").single(&of(Level::Day));
    assert_eq!(said.title, "Heute fällig: Prozess-Überprüfung");
}

#[test]
fn what_has_a_time_of_day_is_told_with_it_and_its_zone() {
    let handling = deadline(PromiseKind::Handling, "2026-05-01T08:00:00Z", "2026-05-01T12:00:00Z");
    let subject = Subject { deadline: &handling, level: Level::Late, number: "N-2026-001", title: "" };
    let said = speaker(Words::german(), "2026-05-01T13:00:00Z").single(&subject);
    assert_eq!(said.title, "Überfällig: Bearbeitungszeit nach SLA-Level");
    assert_eq!(said.body, "N-2026-001\nFällig am 01.05.2026 um 14:00 MESZ");
}

#[test]
fn a_duty_is_said_as_a_task() {
    let recovery = Deadline { kind: PromiseKind::Duty, duty: Some(26), ..review() };
    let subject = Subject { deadline: &recovery, level: Level::Late, number: "N-2026-001", title: "" };
    let said = speaker(Words::german(), "2026-07-12T08:00:00Z").single(&subject);
    assert_eq!(said.title, "Überfällig: Wiederherstellung des Dienstes (RTO)");
    let other = Deadline { duty: Some(30), ..recovery };
    let what = other.said(Words::german());
    assert_eq!(what, "Entschieden, ob der Prozess geändert wird");
}

#[test]
fn several_dates_are_one_notice() {
    let review = review();
    let one = Subject { deadline: &review, level: Level::Late, number: "P-2026-003", title: "Kein Druck" };
    let said = speaker(Words::german(), "2026-07-12T08:00:00Z").several(&[one; 5]);
    assert_eq!(said.title, "5 Termine brauchen Sie");
    let lines: Vec<&str> = said.body.lines().collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0], "Überfällig: Prozess-Überprüfung (P-2026-003)");
    assert_eq!(lines[3], "und 2 weitere");
}

proptest! {
    #[test]
    fn where_quiet_ends_it_is_not_quiet(
        from in 0u16..1440, to in 0u16..1440, weekends: bool, minute in 29_000_000i64..30_500_000
    ) {
        let quiet = Quiet { from, to, weekends };
        let now = Instant::from_micros(minute * 60_000_000).unwrap();
        if let Some(end) = quiet.until(now, berlin()) {
            prop_assert!(end > now);
            prop_assert_eq!(quiet.until(end, berlin()), None);
        }
    }

    /// Whenever the program looks, whatever moved between: what is shown was never shown before, and at most once a level.
    #[test]
    fn each_item_is_shown_at_most_once_a_level(
        looks in proptest::collection::vec((0i64..400, 0i64..3, any::<bool>()), 1..60)
    ) {
        let (mut shown, mut times) = (BTreeSet::new(), BTreeMap::<Item, usize>::new());
        let mut looks = looks;
        looks.sort_unstable();
        for (day, moved, quiet) in looks {
            let now = at("2026-01-05T09:00:00Z").plus(Length::minutes(day * 24 * 60));
            let due = at("2026-07-10T21:59:00Z").plus(Length::minutes(moved * 24 * 60));
            let standing = of(&Deadline { due: Some(due), ..review() }, now, berlin());
            let all_day = Quiet { from: 0, to: 1439, weekends: true };
            let quiet = quiet.then_some((&all_day, berlin()));
            let Plan { show, .. } =
                plan(standing.into_iter().collect(), |one: &Reminder| shown.contains(one), None, quiet, now);
            for reminder in show {
                *times.entry(reminder.item.clone()).or_default() += 1;
                prop_assert!(shown.insert(reminder), "shown twice");
            }
        }
        prop_assert!(times.values().all(|times| *times <= Level::ALL.len()));
    }
}
