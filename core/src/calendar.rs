//! Deadlines as iCalendar (RFC 5545): one file for everything, or a folder with one file an entry that a calendar program can
//! follow. Lines are spelt by the crate `icalendar`; its components would add chance and the clock of the machine, so their
//! frame is written here. Equal facts give equal bytes.

pub mod folder;
mod zone;

use std::fmt::Write;

use icalendar::Property;

use crate::deadlines::{Deadline, Standing};
use crate::domain::policy::Unit;
use crate::duties::{DRILL_PERIODIC, REVIEW_PERIODIC};
use crate::queries::deadlines::Planned;
use crate::time::{Day, Instant, Length, Zone};
use crate::words::Words;

/// What all entries share.
pub struct Frame<'a> {
    /// The name of the organisation.
    pub organisation: &'a str,
    /// The zone in which days begin and times are told.
    pub zone: Zone,
    /// The language of the entries.
    pub words: &'static Words,
}

/// Everything in one calendar.
pub fn whole(planned: &[Planned], frame: &Frame<'_>) -> String {
    let mut out = String::new();
    open(&mut out, frame, planned);
    for planned in planned {
        entry(&mut out, planned, frame);
    }
    put(&mut out, "END", "VCALENDAR");
    out
}

/// One calendar an entry, each with the name of its file.
pub fn files(planned: &[Planned], frame: &Frame<'_>) -> Vec<(String, String)> {
    let one = |planned: &Planned| {
        let plain =
            uid(planned).replace(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-', "-");
        (format!("{plain}.ics"), whole(std::slice::from_ref(planned), frame))
    };
    planned.iter().map(one).collect()
}

fn open(out: &mut String, frame: &Frame<'_>, planned: &[Planned]) {
    put(out, "BEGIN", "VCALENDAR");
    put(out, "VERSION", "2.0");
    put(out, "PRODID", "-//Lotse//Lotse//DE");
    put(out, "CALSCALE", "GREGORIAN");
    put(out, "METHOD", "PUBLISH");
    let name = frame.words.say("calendar-name", &[("organisation", frame.organisation.into())]);
    text(out, "NAME", &name);
    text(out, "X-WR-CALNAME", &name);
    put(out, "X-WR-TIMEZONE", &frame.zone.to_string());
    let timed: Vec<Instant> = planned
        .iter()
        .filter_map(|planned| planned.deadline.due)
        .filter(|due| !is_whole_day(*due, frame.zone))
        .collect();
    if let (Some(first), Some(last)) = (timed.iter().min(), timed.iter().max()) {
        zone::write(out, frame.zone, *first, *last);
    }
}

fn uid(planned: &Planned) -> String {
    format!("{}-{}@lotse", planned.deadline.record, planned.deadline.key)
}

/// A date that ends with its day is an entry of that whole day.
fn is_whole_day(due: Instant, zone: Zone) -> bool {
    Day::at(due, zone).last_minute(zone) == due
}

fn entry(out: &mut String, planned: &Planned, frame: &Frame<'_>) {
    let Planned { deadline, number, title, changes, changed, cancelled } = planned;
    let Some(due) = deadline.due else { return };
    put(out, "BEGIN", "VEVENT");
    text(out, "UID", &uid(planned));
    put(out, "DTSTAMP", &utc(*changed));
    put(out, "LAST-MODIFIED", &utc(*changed));
    put(out, "SEQUENCE", &changes.to_string());
    when(out, due, frame.zone);
    text(out, "SUMMARY", &summary(deadline, number, frame.words));
    text(out, "DESCRIPTION", &description(deadline, title, frame.words));
    if !number.is_empty() {
        put(out, "URL", &format!("lotse://{number}"));
    }
    put(out, "STATUS", if *cancelled { "CANCELLED" } else { "CONFIRMED" });
    put(out, "TRANSP", "TRANSPARENT");
    text(out, "CATEGORIES", &frame.words.say("calendar-category", &[]));
    if !cancelled {
        repeats(out, deadline);
        alarms(out, deadline, frame);
    }
    put(out, "END", "VEVENT");
}

fn when(out: &mut String, due: Instant, zone: Zone) {
    if is_whole_day(due, zone) {
        let day = Day::at(due, zone);
        for (name, day) in [("DTSTART", day), ("DTEND", day.plus_days(1))] {
            let date = day.date().format("%Y%m%d").to_string();
            line(out, Property::new(name, date).add_parameter("VALUE", "DATE").done());
        }
        return;
    }
    for (name, at) in [("DTSTART", due), ("DTEND", due.plus(Length::minutes(1)))] {
        let wall = at.in_zone(zone).naive_local();
        // In the hour that is shown twice, the clock on the wall does not say which: UTC does.
        let told_once = zone.instant(wall, false) == zone.instant(wall, true);
        if told_once {
            let value = wall.format("%Y%m%dT%H%M%S").to_string();
            line(out, Property::new(name, value).add_parameter("TZID", &zone.to_string()).done());
        } else {
            put(out, name, &utc(at));
        }
    }
}

/// What recurs by a rule in whole days, weeks or months says so; the next times follow once this one is done in time.
fn repeats(out: &mut String, deadline: &Deadline) {
    // Of tests for each plan or service the name goes on with which one.
    let matter = deadline.key.split(':').next().unwrap_or_default();
    let regular = [REVIEW_PERIODIC, DRILL_PERIODIC].contains(&matter) && deadline.standing.is_open();
    let Some(term) = deadline.term.filter(|_| regular) else {
        return;
    };
    let every = match term.unit {
        Unit::Days => "DAILY",
        Unit::Weeks => "WEEKLY",
        Unit::Months => "MONTHLY",
        Unit::Hours | Unit::WorkingDays => return,
    };
    put(out, "RRULE", &format!("FREQ={every};INTERVAL={}", term.amount));
}

/// Thirty, seven and one day before; an hour before what has a time of day.
fn alarms(out: &mut String, deadline: &Deadline, frame: &Frame<'_>) {
    if !deadline.standing.is_open() {
        return;
    }
    let timed = deadline.due.is_some_and(|due| !is_whole_day(due, frame.zone));
    let before: &[&str] = if timed { &["-PT1H"] } else { &["-P30D", "-P7D", "-P1D"] };
    for trigger in before {
        put(out, "BEGIN", "VALARM");
        put(out, "ACTION", "DISPLAY");
        put(out, "TRIGGER", trigger);
        text(out, "DESCRIPTION", &deadline.said(frame.words));
        put(out, "END", "VALARM");
    }
}

fn summary(deadline: &Deadline, number: &str, words: &Words) -> String {
    let what = deadline.said(words);
    let what = match deadline.standing {
        Standing::Kept | Standing::KeptLate => words.say("calendar-done", &[("what", what.into())]),
        Standing::Late | Standing::ProofMissing | Standing::Due | Standing::Open => what,
    };
    if number.is_empty() { what } else { format!("{what} ({number})") }
}

fn description(deadline: &Deadline, title: &str, words: &Words) -> String {
    let moved = deadline.moved_reason.as_ref();
    let moved = moved.map(|reason| words.say("calendar-moved", &[("reason", reason.as_str().into())]));
    let parts = [Some(title.to_owned()), Some(deadline.text.clone()), moved];
    parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

fn utc(at: Instant) -> String {
    at.utc().format("%Y%m%dT%H%M%SZ").to_string()
}

/// A line whose value is text: escaped and folded.
fn text(out: &mut String, name: &str, value: &str) {
    line(out, Property::new(name, value).add_parameter("VALUE", "TEXT").done());
}

/// A line whose value is spelt already.
fn put(out: &mut String, name: &str, value: &str) {
    // Writing into a text does not fail.
    write!(out, "{name}:{value}\r\n").ok();
}

fn line(out: &mut String, property: Property) {
    let spelt: Result<String, std::fmt::Error> = property.try_into();
    out.push_str(&spelt.unwrap_or_default());
}

#[cfg(test)]
mod tests;
