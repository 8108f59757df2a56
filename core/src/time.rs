//! One truth of time: instants, the moments that people say, and the lengths between them. Reads no clock.

use std::fmt;
use std::str::FromStr;

use chrono::{
    DateTime, Datelike, Months, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

/// A point on the one line of time, in microseconds since 1970-01-01T00:00:00Z. On the wire: RFC 3339 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct Instant(i64);

/// Years that a moment may lie in; what is outside is a slip of the keyboard (22025) or a sentinel (0001).
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2199;

/// Why a text or a number is not a usable point in time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TimeFault {
    /// Not RFC 3339.
    #[error("not a time in RFC 3339: {0}")]
    NotATime(String),
    /// The year lies outside 1970 to 2199.
    #[error("year {0} lies outside 1970 to 2199")]
    YearOutOfRange(i32),
    /// The zone is not in the IANA database.
    #[error("not an IANA time zone: {0}")]
    NotAZone(String),
    /// Not a day like 2026-11-27.
    #[error("not a day like 2026-11-27: {0}")]
    NotADay(String),
    /// The clock on the wall never showed this time on that day (it was turned forward).
    #[error("{0} did not exist in this zone")]
    Skipped(NaiveDateTime),
}

impl Instant {
    /// The last instant there is.
    pub const MAX: Self = Self(7_258_118_399_999_999);

    /// From microseconds since the epoch.
    ///
    /// # Errors
    /// `YearOutOfRange` outside 1970 to 2199.
    pub fn from_micros(micros: i64) -> Result<Self, TimeFault> {
        let time =
            DateTime::<Utc>::from_timestamp_micros(micros).ok_or(TimeFault::YearOutOfRange(i32::MAX))?;
        Self::from_utc(time)
    }

    /// From a time in UTC, cut to microseconds.
    ///
    /// # Errors
    /// `YearOutOfRange` outside 1970 to 2199.
    pub fn from_utc(time: DateTime<Utc>) -> Result<Self, TimeFault> {
        if YEARS.contains(&time.year()) {
            Ok(Self(time.timestamp_micros()))
        } else {
            Err(TimeFault::YearOutOfRange(time.year()))
        }
    }

    /// Microseconds since the epoch.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// The same instant as chrono's type.
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0).unwrap_or_default()
    }

    /// The same instant as the clock on the wall showed it in `zone`.
    pub fn in_zone(self, zone: Zone) -> DateTime<Tz> {
        self.utc().with_timezone(&zone.0)
    }

    /// From this instant to `later`; negative when `later` is earlier.
    pub const fn until(self, later: Self) -> Length {
        Length { micros: later.0 - self.0 }
    }

    /// This instant moved by `length`, held inside the years that an instant may lie in.
    #[must_use]
    pub fn plus(self, length: Length) -> Self {
        Self::from_micros(self.0.saturating_add(length.micros)).unwrap_or(self)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl FromStr for Instant {
    type Err = TimeFault;
    fn from_str(text: &str) -> Result<Self, TimeFault> {
        let time =
            DateTime::parse_from_rfc3339(text.trim()).map_err(|_| TimeFault::NotATime(text.to_owned()))?;
        Self::from_utc(time.with_timezone(&Utc))
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Instant {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Instant".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date-time" })
    }
}

/// A time zone by its IANA name, such as `Europe/Berlin`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, TS)]
#[ts(type = "string")]
pub struct Zone(pub Tz);

impl Zone {
    /// Coordinated universal time.
    pub const UTC: Self = Self(Tz::UTC);

    /// The instant at which the clock on the wall in this zone showed `wall`. A time that was shown twice
    /// (the hour that the clock is turned back) is the first of the two unless `second` is set.
    ///
    /// # Errors
    /// `Skipped` when the clock never showed it, `YearOutOfRange` outside 1970 to 2199.
    pub fn instant(self, wall: NaiveDateTime, second: bool) -> Result<Instant, TimeFault> {
        let found = self.0.from_local_datetime(&wall);
        let time = if second { found.latest() } else { found.earliest() };
        Instant::from_utc(time.ok_or(TimeFault::Skipped(wall))?.with_timezone(&Utc))
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

impl FromStr for Zone {
    type Err = TimeFault;
    fn from_str(text: &str) -> Result<Self, TimeFault> {
        text.parse().map(Self).map_err(|_| TimeFault::NotAZone(text.to_owned()))
    }
}

impl Serialize for Zone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Zone {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Zone".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "examples": ["Europe/Berlin"] })
    }
}

/// A day of the calendar. On the wire: `2026-11-27`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct Day(NaiveDate);

impl Day {
    /// The day of a date.
    ///
    /// # Errors
    /// `YearOutOfRange` outside 1970 to 2199.
    pub fn of(date: NaiveDate) -> Result<Self, TimeFault> {
        if YEARS.contains(&date.year()) {
            Ok(Self(date))
        } else {
            Err(TimeFault::YearOutOfRange(date.year()))
        }
    }

    /// The day on which an instant lies in `zone`.
    pub fn at(instant: Instant, zone: Zone) -> Self {
        Self(instant.in_zone(zone).date_naive())
    }

    /// The same day as chrono's type.
    pub const fn date(self) -> NaiveDate {
        self.0
    }

    /// So many days later, held inside the years that a day may lie in.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let moved = TimeDelta::try_days(days).and_then(|delta| self.0.checked_add_signed(delta));
        moved.and_then(|date| Self::of(date).ok()).unwrap_or(self)
    }

    /// So many months later; what would be the 31st of a shorter month is its last day. Held as `plus_days` is.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let moved = self.0.checked_add_months(Months::new(months));
        moved.and_then(|date| Self::of(date).ok()).unwrap_or(self)
    }

    /// Days from this one to `later`; negative when `later` is earlier.
    pub fn until(self, later: Self) -> i64 {
        later.0.signed_duration_since(self.0).num_days()
    }

    /// The instant at which it begins in `zone`: midnight, or the first moment after it where a clock was turned forward.
    pub fn begin(self, zone: Zone) -> Instant {
        let wall = |hour| self.0.and_hms_opt(hour, 0, 0).and_then(|wall| zone.instant(wall, false).ok());
        (0..4)
            .find_map(wall)
            .unwrap_or_else(|| Instant(self.0.and_time(NaiveTime::MIN).and_utc().timestamp_micros()))
    }

    /// The last day of its month.
    pub fn month_end(self) -> Self {
        let first = self.plus_days(1 - i64::from(self.date().day()));
        first.plus_months(1).plus_days(-1)
    }

    /// The last minute of it in `zone`.
    pub fn last_minute(self, zone: Zone) -> Instant {
        self.plus_days(1).begin(zone).plus(Length::minutes(-1))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Day {
    type Err = TimeFault;
    fn from_str(text: &str) -> Result<Self, TimeFault> {
        let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d");
        Self::of(date.map_err(|_| TimeFault::NotADay(text.to_owned()))?)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date" })
    }
}

/// How well a moment is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Precision {
    /// Read off a clock or a log.
    Exact,
    /// Said from memory.
    About,
    /// Only a mark on the line: nothing is computed from it.
    Unknown,
}

/// When something happened, as people said it: an instant, the zone in which it was said, and how well it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Moment {
    /// The instant.
    pub at: Instant,
    /// The zone in which it was said.
    pub zone: Zone,
    /// How well it is known.
    pub precision: Precision,
}

impl Moment {
    /// A moment read off a clock.
    pub const fn exact(at: Instant, zone: Zone) -> Self {
        Self { at, zone, precision: Precision::Exact }
    }

    /// The instant, if anything may be computed from it.
    pub fn computable(&self) -> Option<Instant> {
        (self.precision != Precision::Unknown).then_some(self.at)
    }
}

/// A length of time in microseconds; negative when the end lies before the start. On the wire: seconds, rounded down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, TS)]
#[ts(type = "number")]
pub struct Length {
    micros: i64,
}

impl Length {
    /// No time at all.
    pub const ZERO: Self = Self { micros: 0 };

    /// So many minutes.
    pub const fn minutes(minutes: i64) -> Self {
        Self { micros: minutes.saturating_mul(60_000_000) }
    }

    /// So many microseconds.
    pub const fn micros(micros: i64) -> Self {
        Self { micros }
    }

    /// So many milliseconds.
    pub const fn millis(millis: i64) -> Self {
        Self { micros: millis.saturating_mul(1000) }
    }

    /// So many seconds.
    pub const fn seconds(seconds: i64) -> Self {
        Self { micros: seconds.saturating_mul(1_000_000) }
    }

    /// This length and another.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { micros: self.micros.saturating_add(other.micros) }
    }

    /// This length without another.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self { micros: self.micros.saturating_sub(other.micros) }
    }

    /// Whole milliseconds, rounded down.
    pub const fn whole_millis(self) -> i64 {
        self.micros.div_euclid(1000)
    }

    /// Whole seconds, rounded down.
    pub const fn whole_seconds(self) -> i64 {
        self.micros.div_euclid(1_000_000)
    }

    /// Whole minutes, rounded down.
    pub const fn whole_minutes(self) -> i64 {
        self.micros.div_euclid(60_000_000)
    }

    /// Whether the end lies before the start.
    pub const fn is_negative(self) -> bool {
        self.micros < 0
    }
}

impl Serialize for Length {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.whole_seconds())
    }
}

impl<'de> Deserialize<'de> for Length {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::seconds)
    }
}

impl JsonSchema for Length {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Seconds".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "description": "seconds" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wall(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
    }

    #[test]
    fn the_hour_that_is_shown_twice_is_told_apart() {
        let berlin: Zone = "Europe/Berlin".parse().unwrap();
        let first = berlin.instant(wall("2026-10-25 02:30"), false).unwrap();
        let second = berlin.instant(wall("2026-10-25 02:30"), true).unwrap();
        assert_eq!(first.to_string(), "2026-10-25T00:30:00Z");
        assert_eq!(first.until(second), Length::minutes(60));
    }

    #[test]
    fn an_hour_that_never_was_is_refused() {
        let berlin: Zone = "Europe/Berlin".parse().unwrap();
        let never = wall("2026-03-29 02:30");
        assert_eq!(berlin.instant(never, false), Err(TimeFault::Skipped(never)));
    }

    #[test]
    fn sentinels_and_slips_of_the_keyboard_are_not_instants() {
        assert_eq!("0001-01-01T00:00:00Z".parse::<Instant>(), Err(TimeFault::YearOutOfRange(1)));
        assert!("22025-01-01T00:00:00Z".parse::<Instant>().is_err());
        assert!("yesterday".parse::<Instant>().is_err());
    }

    #[test]
    fn a_moment_that_is_not_known_is_not_computed_with() {
        let at: Instant = "2026-05-01T10:00:00+02:00".parse().unwrap();
        assert_eq!(at.to_string(), "2026-05-01T08:00:00Z");
        let moment = Moment { at, zone: Zone::UTC, precision: Precision::Unknown };
        assert_eq!(moment.computable(), None);
    }

    #[test]
    fn a_day_begins_where_the_clock_is_turned_at_midnight_too_and_months_end_where_they_end() {
        let (berlin, beirut): (Zone, Zone) =
            ("Europe/Berlin".parse().unwrap(), "Asia/Beirut".parse().unwrap());
        let day: Day = "2026-03-29".parse().unwrap();
        assert_eq!(day.begin(berlin).to_string(), "2026-03-28T23:00:00Z");
        assert_eq!(day.last_minute(berlin).to_string(), "2026-03-29T21:59:00Z");
        assert_eq!(day.begin(beirut).to_string(), "2026-03-28T22:00:00Z");
        assert_eq!("2028-01-31".parse::<Day>().unwrap().plus_months(1).to_string(), "2028-02-29");
        assert_eq!("2028-02-29".parse::<Day>().unwrap().plus_months(12).to_string(), "2029-02-28");
        assert_eq!(day.until(day.plus_days(-3)), -3);
        assert!("0001-01-01".parse::<Day>().is_err() && "29.3.2026".parse::<Day>().is_err());
        assert_eq!(Day::at("2026-03-28T23:30:00Z".parse().unwrap(), berlin), day);
    }

    #[test]
    fn a_length_rounds_down_also_below_zero() {
        let start: Instant = "2026-05-01T10:00:00.5Z".parse().unwrap();
        let end: Instant = "2026-05-01T10:00:00Z".parse().unwrap();
        assert_eq!(start.until(end).whole_seconds(), -1);
        assert!(start.until(end).is_negative());
    }
}
