//! Lengths of time as rules say them, in hours, calendar days, working days, weeks or months. Holidays of the German federal
//! states come from `holiday_de`, which computes them from the states' laws.

use holiday_de::{DateExt, GermanRegion};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::time::{Day, Instant, Length, Zone};
use chrono::{Datelike, Weekday};

/// How a term is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Unit {
    /// Hours from the minute in which it began.
    Hours,
    /// Calendar days.
    Days,
    /// Days without Saturdays, Sundays and holidays.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Calendar months; the 31st becomes the last day of a shorter month.
    Months,
}

/// A length of time as a rule says it. The day on which it begins does not count; hours count from the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Term {
    /// How many.
    pub amount: u16,
    /// Of what.
    pub unit: Unit,
}

impl Term {
    /// The end of a term that began at an instant: the last minute of its last day, or the minute of its last hour.
    pub fn end(self, begun: Instant, zone: Zone, region: Option<Region>) -> Instant {
        match self.unit {
            Unit::Hours => begun.plus(Length::minutes(i64::from(self.amount) * 60)),
            Unit::Days | Unit::WorkingDays | Unit::Weeks | Unit::Months => {
                self.after(Day::at(begun, zone), region).last_minute(zone)
            }
        }
    }

    /// The last day of a term that began on `day`; of hours the day in which the last one ends if they began with the day.
    pub fn after(self, day: Day, region: Option<Region>) -> Day {
        let amount = i64::from(self.amount);
        match self.unit {
            Unit::Hours => day.plus_days(amount / 24),
            Unit::Days => day.plus_days(amount),
            Unit::Weeks => day.plus_days(amount * 7),
            Unit::Months => day.plus_months(self.amount.into()),
            Unit::WorkingDays => {
                let mut last = day;
                for _ in 0..amount {
                    last = last.plus_days(1);
                    // At the end of the calendar no day comes after the last.
                    while !is_working_day(last, region) && last.plus_days(1) > last {
                        last = last.plus_days(1);
                    }
                }
                last
            }
        }
    }
}

/// Whether people work on a day: no Saturday, no Sunday, no holiday of the region.
pub fn is_working_day(day: Day, region: Option<Region>) -> bool {
    let weekend = matches!(day.date().weekday(), Weekday::Sat | Weekday::Sun);
    !weekend && !is_holiday(day, region)
}

/// Whether a day is a holiday by law in the region; in none where no region is known.
pub fn is_holiday(day: Day, region: Option<Region>) -> bool {
    region.is_some_and(|region| day.date().is_public_holiday_in(region.into()))
}

/// A German federal state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // Their names.
pub enum Region {
    BadenWuerttemberg,
    Bavaria,
    Berlin,
    Brandenburg,
    Bremen,
    Hamburg,
    Hesse,
    MecklenburgWesternPomerania,
    LowerSaxony,
    NorthRhineWestphalia,
    RhinelandPalatinate,
    Saarland,
    Saxony,
    SaxonyAnhalt,
    SchleswigHolstein,
    Thuringia,
}

impl Region {
    /// All of them, by their German names.
    pub const ALL: [Self; 16] = [
        Self::BadenWuerttemberg,
        Self::Bavaria,
        Self::Berlin,
        Self::Brandenburg,
        Self::Bremen,
        Self::Hamburg,
        Self::Hesse,
        Self::MecklenburgWesternPomerania,
        Self::LowerSaxony,
        Self::NorthRhineWestphalia,
        Self::RhinelandPalatinate,
        Self::Saarland,
        Self::Saxony,
        Self::SaxonyAnhalt,
        Self::SchleswigHolstein,
        Self::Thuringia,
    ];
}

impl From<Region> for GermanRegion {
    fn from(region: Region) -> Self {
        match region {
            Region::BadenWuerttemberg => Self::BadenWuerttemberg,
            Region::Bavaria => Self::Bayern,
            Region::Berlin => Self::Berlin,
            Region::Brandenburg => Self::Brandenburg,
            Region::Bremen => Self::Bremen,
            Region::Hamburg => Self::Hamburg,
            Region::Hesse => Self::Hessen,
            Region::MecklenburgWesternPomerania => Self::MechlenburgVorpommern,
            Region::LowerSaxony => Self::Niedersachsen,
            Region::NorthRhineWestphalia => Self::NordrheinWestfalen,
            Region::RhinelandPalatinate => Self::RheinlandPfalz,
            Region::Saarland => Self::Saarland,
            Region::Saxony => Self::Sachsen,
            Region::SaxonyAnhalt => Self::SachsenAnhalt,
            Region::SchleswigHolstein => Self::SchleswigHolstein,
            Region::Thuringia => Self::Thueringen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn ends(amount: u16, unit: Unit, begins: &str, region: Option<Region>) -> String {
        Term { amount, unit }.after(day(begins), region).to_string()
    }

    #[test]
    fn months_end_where_they_end_and_leap_days_come_back() {
        assert_eq!(ends(1, Unit::Months, "2026-01-31", None), "2026-02-28");
        assert_eq!(ends(12, Unit::Months, "2028-02-29", None), "2029-02-28");
        assert_eq!(ends(48, Unit::Months, "2028-02-29", None), "2032-02-29");
        assert_eq!(ends(2, Unit::Weeks, "2026-12-24", None), "2027-01-07");
    }

    #[test]
    fn hours_count_from_the_minute_also_when_the_clocks_change() {
        let zone: Zone = "Europe/Berlin".parse().unwrap();
        let end = |amount, unit, begun: &str| {
            Term { amount, unit }.end(begun.parse().unwrap(), zone, None).utc().to_rfc3339()
        };
        assert_eq!(end(24, Unit::Hours, "2026-10-24T22:30:00Z"), "2026-10-25T22:30:00+00:00");
        assert_eq!(end(1, Unit::Days, "2026-10-24T21:30:00Z"), "2026-10-25T22:59:00+00:00");
        assert_eq!(ends(72, Unit::Hours, "2026-10-24", None), "2026-10-27");
    }

    #[test]
    fn working_days_leave_out_weekends_and_the_holidays_of_the_state() {
        // Good Friday 3 April and Easter Monday 6 April 2026 are holidays in every state.
        assert_eq!(ends(2, Unit::WorkingDays, "2026-04-02", None), "2026-04-06");
        assert_eq!(ends(2, Unit::WorkingDays, "2026-04-02", Some(Region::Hamburg)), "2026-04-08");
        // All Saints is one in North Rhine-Westphalia (a Sunday in 2026), Reformation Day in Hamburg; Epiphany in Bavaria.
        assert_eq!(ends(1, Unit::WorkingDays, "2027-01-05", Some(Region::Bavaria)), "2027-01-07");
        assert_eq!(ends(1, Unit::WorkingDays, "2027-01-05", Some(Region::Hamburg)), "2027-01-06");
    }

    #[test]
    fn a_term_at_the_end_of_the_calendar_ends() {
        assert_eq!(ends(500, Unit::WorkingDays, "2199-12-01", Some(Region::Berlin)), "2199-12-31");
    }
}
