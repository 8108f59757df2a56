//! The rules of reminders.

use super::*;
use crate::ids::EventId;

const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(10));

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn reminder(due: &str, level: Level) -> Reminder {
    let record = StreamId(uuid::Uuid::from_u128(7));
    Reminder { item: Item { record, key: "held".to_owned(), due: at(due) }, level }
}

fn week() -> Reminder {
    reminder("2026-05-10T21:59:00Z", Level::Week)
}

fn standing(level: Level, yours: bool) -> Given {
    [(week().item, Standing { level, yours })].into()
}

fn acknowledge(reminders: &[Reminder]) -> Command {
    Command::Acknowledge { reminders: reminders.to_vec() }
}

fn after(inbox: Option<Inbox>, events: &[Event]) -> Option<Inbox> {
    let written = Written { id: EventId(uuid::Uuid::nil()), by: ANNA, recorded: at("2026-05-05T08:00:00Z") };
    events.iter().fold(inbox, |inbox, event| Some(evolve(inbox, event, &written)))
}

#[test]
fn a_reminder_that_stands_is_acknowledged_with_who_and_when() {
    let events = decide(None, acknowledge(&[week(), week()]), &standing(Level::Week, true)).unwrap();
    assert_eq!(events, [Event::Acknowledged(week())]);
    let inbox = after(None, &events).unwrap();
    assert_eq!(inbox.person, ANNA);
    assert_eq!(inbox.acknowledged, [(week(), at("2026-05-05T08:00:00Z"))].into());
}

#[test]
fn acknowledging_a_second_time_is_harmless_even_when_it_stands_no_more() {
    let inbox = after(None, &[Event::Acknowledged(week())]);
    assert_eq!(decide(inbox.as_ref(), acknowledge(&[week()]), &Given::new()), Ok(Vec::new()));
}

#[test]
fn the_next_level_and_a_moved_date_ask_anew() {
    let inbox = after(None, &[Event::Acknowledged(week())]);
    let day = reminder("2026-05-10T21:59:00Z", Level::Day);
    let events = decide(inbox.as_ref(), acknowledge(std::slice::from_ref(&day)), &standing(Level::Day, true));
    assert_eq!(events, Ok(vec![Event::Acknowledged(day)]));
    let moved = reminder("2026-05-12T21:59:00Z", Level::Week);
    let given = [(moved.item.clone(), Standing { level: Level::Week, yours: true })].into();
    let events = decide(inbox.as_ref(), acknowledge(std::slice::from_ref(&moved)), &given);
    assert_eq!(events, Ok(vec![Event::Acknowledged(moved)]));
}

#[test]
fn what_does_not_stand_is_not_acknowledged() {
    let refused = |given| decide(None, acknowledge(&[week()]), &given).unwrap_err();
    assert_eq!(refused(Given::new()), Refusal::ReminderNotStanding);
    assert_eq!(refused(standing(Level::Day, true)), Refusal::ReminderAtOtherLevel { level: Level::Day });
    assert_eq!(refused(standing(Level::Week, false)), Refusal::ReminderNotYours);
}

#[test]
fn of_several_that_are_named_none_is_acknowledged_when_one_does_not_stand() {
    let gone = reminder("2026-05-11T21:59:00Z", Level::Week);
    let decided = decide(None, acknowledge(&[week(), gone]), &standing(Level::Week, true));
    assert_eq!(decided, Err(Refusal::ReminderNotStanding));
}

#[test]
fn an_acknowledgement_is_taken_back_and_what_was_never_given_changes_nothing() {
    let take_back = || Command::TakeBack { reminders: vec![week()] };
    assert_eq!(decide(None, take_back(), &Given::new()), Ok(Vec::new()));
    let inbox = after(None, &[Event::Acknowledged(week())]);
    let events = decide(inbox.as_ref(), take_back(), &Given::new()).unwrap();
    assert_eq!(events, [Event::TakenBack(week())]);
    assert_eq!(after(inbox, &events).unwrap().acknowledged, BTreeMap::new());
}

#[test]
fn each_person_has_a_stream_of_their_own() {
    let jonas = PersonId(uuid::Uuid::from_u128(11));
    assert_ne!(stream(ANNA), stream(jonas));
    assert_ne!(stream(ANNA).0, ANNA.0);
}
