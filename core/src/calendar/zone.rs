//! A time zone as a calendar spells it (RFC 5545, 3.6.5): each change of its clocks between two instants, as the IANA database
//! knows them.

use chrono::{Datelike, NaiveDate, Offset};
use chrono_tz::OffsetComponents;

use super::put;
use crate::time::{Day, Instant, Zone};

/// From when on the clocks of a zone went how.
struct Observance {
    from: Instant,
    before: i32,
    after: i32,
    name: String,
    daylight: bool,
}

/// Writes the zone for all times from the year of `first` to the year of `last`.
pub fn write(out: &mut String, zone: Zone, first: Instant, last: Instant) {
    put(out, "BEGIN", "VTIMEZONE");
    put(out, "TZID", &zone.to_string());
    for observance in observances(zone, first, last) {
        let kind = if observance.daylight { "DAYLIGHT" } else { "STANDARD" };
        put(out, "BEGIN", kind);
        // The clock on the wall as it went before the change.
        let wall = observance.from.utc().naive_utc() + chrono::TimeDelta::seconds(observance.before.into());
        put(out, "DTSTART", &wall.format("%Y%m%dT%H%M%S").to_string());
        put(out, "TZOFFSETFROM", &offset(observance.before));
        put(out, "TZOFFSETTO", &offset(observance.after));
        put(out, "TZNAME", &observance.name);
        put(out, "END", kind);
    }
    put(out, "END", "VTIMEZONE");
}

fn observances(zone: Zone, first: Instant, last: Instant) -> Vec<Observance> {
    let years = (first.in_zone(zone).year(), last.in_zone(zone).year());
    let begin = NaiveDate::from_ymd_opt(years.0, 1, 1).and_then(|date| Day::of(date).ok());
    let Some(mut day) = begin else { return Vec::new() };
    let mut at = day.begin(zone);
    let mut found = vec![observance(zone, at, seconds(zone, at))];
    while at.in_zone(zone).year() <= years.1 {
        let next_day = day.plus_days(1);
        if next_day == day {
            break;
        }
        let next = next_day.begin(zone);
        if seconds(zone, at) != seconds(zone, next) {
            found.push(observance(zone, change(zone, at, next), seconds(zone, at)));
        }
        (day, at) = (next_day, next);
    }
    found
}

fn seconds(zone: Zone, at: Instant) -> i32 {
    at.in_zone(zone).offset().fix().local_minus_utc()
}

/// The first instant after `from` with the offset of `until`, to the second.
fn change(zone: Zone, mut from: Instant, mut until: Instant) -> Instant {
    let before = seconds(zone, from);
    while from.until(until).whole_seconds() > 1 {
        let middle = from.plus(crate::time::Length::seconds(from.until(until).whole_seconds() / 2));
        if seconds(zone, middle) == before { from = middle } else { until = middle }
    }
    until
}

fn observance(zone: Zone, from: Instant, before: i32) -> Observance {
    let local = from.in_zone(zone);
    let daylight = local.offset().dst_offset() != chrono::TimeDelta::zero();
    Observance { from, before, after: seconds(zone, from), name: local.format("%Z").to_string(), daylight }
}

fn offset(seconds: i32) -> String {
    let (sign, seconds) = if seconds < 0 { ('-', -seconds) } else { ('+', seconds) };
    let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if rest == 0 {
        format!("{sign}{hours:02}{minutes:02}")
    } else {
        format!("{sign}{hours:02}{minutes:02}{rest:02}")
    }
}
