//! What a calendar program reads, by a second, independent parser.

use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty, ICalendarValue,
};

use super::*;
use crate::deadlines::Deadline;
use crate::domain::policy::{RuleKind, Term};
use crate::duties::PromiseKind;
use crate::ids::StreamId;

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn planned(key: &str, due: &str) -> Planned {
    let deadline = Deadline {
        record: StreamId(uuid::Uuid::from_u128(4)),
        key: key.to_owned(),
        duty: None,
        kind: PromiseKind::Recommendation,
        text: "Wächter; für Übergabe, „jetzt“".to_owned(),
        owner: None,
        begun: at("2026-05-01T08:00:00Z"),
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
    };
    Planned {
        deadline,
        number: "N-2026-004".to_owned(),
        title: "Druckdienst fällt aus, und zwar so lange, dass die Zeile umgebrochen werden muss".to_owned(),
        changes: 2,
        changed: at("2026-05-02T08:00:00Z"),
        cancelled: false,
    }
}

fn read(planned: &[Planned]) -> (String, ICalendar) {
    let frame = Frame {
        organisation: "Loftware; Cloud",
        zone: "Europe/Berlin".parse().unwrap(),
        words: Words::german(),
    };
    let text = whole(planned, &frame);
    let read = ICalendar::parse(&text).unwrap();
    (text, read)
}

fn events(calendar: &ICalendar) -> Vec<&ICalendarComponent> {
    let is_event =
        |component: &&ICalendarComponent| component.component_type == ICalendarComponentType::VEvent;
    calendar.components.iter().filter(is_event).collect()
}

fn said(component: &ICalendarComponent, property: &ICalendarProperty) -> Option<String> {
    let ICalendarValue::Text(text) = component.property(property)?.values.first()? else { return None };
    Some(text.clone())
}

#[test]
fn a_deadline_of_a_day_is_an_entry_of_that_day_with_alarms() {
    let (text, calendar) = read(&[planned("recommendation:1", "2026-10-25T22:59:00Z")]);
    let [event] = events(&calendar).try_into().unwrap();
    assert!(text.contains("DTSTART;VALUE=DATE:20261025\r\n"), "{text}");
    assert!(text.lines().all(|line| line.len() <= 75), "lines are folded");
    let summary = said(event, &ICalendarProperty::Summary).unwrap();
    assert_eq!(summary, "Empfohlene Maßnahme (N-2026-004)");
    let description = said(event, &ICalendarProperty::Description).unwrap();
    assert!(description.ends_with("Wächter; für Übergabe, „jetzt“"), "{description}");
    assert_eq!(event.component_ids.len(), 3, "thirty, seven and one day before");
    assert_eq!(calendar.timezones().count(), 0, "days need no zone");
}

#[test]
fn a_deadline_with_a_time_says_its_zone_and_the_zone_says_its_changes() {
    let (text, calendar) = read(&[planned("nextUpdate:1", "2026-11-02T09:30:00Z")]);
    assert!(text.contains("DTSTART;TZID=Europe/Berlin:20261102T103000\r\n"), "{text}");
    let [zone] = calendar.timezones().collect::<Vec<_>>().try_into().unwrap();
    assert_eq!(zone.component_ids.len(), 3, "from January, from March, from October");
    assert!(
        text.contains("DTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST"),
        "{text}"
    );
    assert!(
        text.contains("DTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET"),
        "{text}"
    );
}

#[test]
fn in_the_hour_that_is_shown_twice_the_time_is_told_in_utc() {
    let (text, _) = read(&[planned("nextUpdate:1", "2026-10-25T01:30:00Z")]);
    assert!(text.contains("DTSTART:20261025T013000Z\r\n"), "{text}");
}

#[test]
fn what_no_longer_holds_is_cancelled_and_keeps_its_name() {
    let gone = Planned { cancelled: true, ..planned("recommendation:1", "2026-10-25T22:59:00Z") };
    let (text, calendar) = read(&[gone]);
    assert!(text.contains("STATUS:CANCELLED\r\n") && text.contains("SEQUENCE:2\r\n"), "{text}");
    let uids: Vec<_> = calendar.uids().collect();
    assert_eq!(uids, ["00000000-0000-0000-0000-000000000004-recommendation:1@lotse"]);
    assert!(events(&calendar)[0].component_ids.is_empty(), "nobody is reminded of it");
}

#[test]
fn what_recurs_by_a_rule_says_how_often() {
    let mut review = planned(REVIEW_PERIODIC, "2027-03-01T22:59:00Z");
    review.deadline.rule = Some(RuleKind::ReviewPeriodic);
    review.deadline.term = Some(Term { amount: 12, unit: Unit::Months });
    let (_, calendar) = read(&[review]);
    let [event] = events(&calendar).try_into().unwrap();
    let Some(ICalendarValue::RecurrenceRule(rule)) =
        event.property(&ICalendarProperty::Rrule).and_then(|entry| entry.values.first())
    else {
        panic!("no rule")
    };
    assert_eq!((rule.interval, format!("{:?}", rule.freq).as_str()), (Some(12), "Monthly"));
}

#[test]
fn equal_facts_give_equal_bytes_and_a_folder_holds_one_file_an_entry() {
    let both =
        [planned("recommendation:1", "2026-10-25T22:59:00Z"), planned("report", "2026-05-15T21:59:00Z")];
    assert_eq!(read(&both).0, read(&both).0);
    let frame = Frame { organisation: "Cloud", zone: Zone::UTC, words: Words::english() };
    let files = files(&both, &frame);
    let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.len(), 2);
    assert!(names.iter().all(|name| name.ends_with("-lotse.ics") && !name.contains(':')), "{names:?}");
    assert!(files.iter().all(|(_, text)| events(&ICalendar::parse(text).unwrap()).len() == 1));
}
