//! Times as people and programs write them, read without guessing a zone. Knows no field and no source.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::time::{Instant, TimeFault};

/// Which of two small numbers is the day, in `3/4/2026`. A year of four digits in front is always year, month, day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum DateOrder {
    /// 3/4/2026 is in April.
    DayFirst,
    /// 3/4/2026 is in March.
    MonthFirst,
}

/// What a text says about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A time with an offset: one point on the line.
    Instant(Instant),
    /// What the clock on the wall showed somewhere.
    Wall(NaiveDateTime),
    /// Only a day.
    Day(NaiveDate),
}

/// Why a text says nothing usable about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// It stands for "none".
    Sentinel,
    /// Its year lies outside 1970 to 2199.
    Year,
    /// It is no time.
    NotATime,
}

/// Texts that stand for "none" in a column of times.
const NONE: [&str; 14] =
    ["", "?", "-", "--", "–", "n/a", "na", "null", "none", "nil", "unknown", "unbekannt", "0", "never"];

/// The longest text that can be a time; what is longer is not looked at.
const LONGEST: usize = 64;

/// Reads a time.
///
/// # Errors
/// `Unusable` says why the text is no time that can be used.
pub fn read(text: &str, order: DateOrder) -> Result<Written, Unusable> {
    let text = text.trim();
    if NONE.iter().any(|none| text.eq_ignore_ascii_case(none)) {
        return Err(Unusable::Sentinel);
    }
    if text.len() > LONGEST {
        return Err(Unusable::NotATime);
    }
    if let Some(epoch) = epoch(text) {
        return from_utc(epoch?);
    }
    let mut cursor = Cursor { rest: text };
    let date = date(&mut cursor, order)?;
    let time = time(&mut cursor)?;
    if is_sentinel(date) {
        return Err(Unusable::Sentinel);
    }
    let Some(time) = time else {
        return if cursor.rest.trim().is_empty() { Ok(Written::Day(date)) } else { Err(Unusable::NotATime) };
    };
    let wall = date.and_time(time);
    match offset(&mut cursor)? {
        Some(offset) => {
            let local = wall.and_local_timezone(offset).single().ok_or(Unusable::NotATime)?;
            from_utc(local.with_timezone(&Utc))
        }
        None => Ok(Written::Wall(wall)),
    }
}

/// Whether a text can only be read with the day first, or only with the month first; `None` when it says nothing.
pub fn order_of(text: &str) -> Option<DateOrder> {
    let mut cursor = Cursor { rest: text.trim() };
    let (first, digits) = cursor.number()?;
    if digits > 2 || !cursor.any(&['/', '.', '-']) {
        return None;
    }
    let (second, _) = cursor.number()?;
    match (first > 12, second > 12) {
        (true, false) => Some(DateOrder::DayFirst),
        (false, true) => Some(DateOrder::MonthFirst),
        (true, true) | (false, false) => None,
    }
}

fn from_utc(time: DateTime<Utc>) -> Result<Written, Unusable> {
    if is_sentinel(time.date_naive()) {
        return Err(Unusable::Sentinel);
    }
    match Instant::from_utc(time) {
        Ok(instant) => Ok(Written::Instant(instant)),
        Err(
            TimeFault::YearOutOfRange(_)
            | TimeFault::NotATime(_)
            | TimeFault::NotAZone(_)
            | TimeFault::NotADay(_)
            | TimeFault::Skipped(_),
        ) => Err(Unusable::Year),
    }
}

/// Days that programs write when they mean "none": year 1, the epochs of Unix, Excel and SQL Server, the end of time.
fn is_sentinel(day: NaiveDate) -> bool {
    matches!(
        (day.year(), day.month(), day.day()),
        (0 | 1 | 1601 | 1753 | 1900 | 1970, 1, 1) | (1899, 12, 30 | 31) | (9999, 12, 31)
    )
}

/// Seconds, milliseconds or microseconds since 1970, also as `/Date(…)/`.
fn epoch(text: &str) -> Option<Result<DateTime<Utc>, Unusable>> {
    let digits = text.strip_prefix("/Date(").and_then(|rest| rest.strip_suffix(")/")).unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if !whole.bytes().all(|byte| byte.is_ascii_digit()) || !fraction.bytes().all(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let scale = match whole.len() {
        9 | 10 => 1_000_000,
        12 | 13 => 1_000,
        15 | 16 => 1,
        _ => return None,
    };
    let micros = whole.parse::<i64>().ok()?.checked_mul(scale)?;
    Some(DateTime::from_timestamp_micros(micros).ok_or(Unusable::Year))
}

struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    fn spaces(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\u{a0}', '\u{202f}', '\t', ',']);
    }

    /// A run of digits: its value, and how many digits it has. Runs longer than nine digits have the value `u32::MAX`.
    fn number(&mut self) -> Option<(u32, usize)> {
        let length = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.rest.split_at(length);
        if length == 0 {
            return None;
        }
        self.rest = rest;
        Some((digits.parse().unwrap_or(u32::MAX), length))
    }

    fn word(&mut self) -> &'a str {
        let length = self.rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(length);
        self.rest = rest;
        word
    }

    fn any(&mut self, letters: &[char]) -> bool {
        match self.rest.strip_prefix(letters) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }
}

fn date(cursor: &mut Cursor, order: DateOrder) -> Result<NaiveDate, Unusable> {
    skip_weekday(cursor);
    if cursor.rest.starts_with(char::is_alphabetic) {
        return named_month_first(cursor);
    }
    let (first, digits) = cursor.number().ok_or(Unusable::NotATime)?;
    if digits == 8 {
        return day(i64::from(first / 10_000), first / 100 % 100, first % 100);
    }
    if digits == 14 {
        return Err(Unusable::NotATime);
    }
    if !cursor.any(&['-', '/', '.']) {
        cursor.spaces();
    }
    cursor.spaces();
    if cursor.rest.starts_with(char::is_alphabetic) {
        let month = month(cursor.word()).ok_or(Unusable::NotATime)?;
        cursor.any(&['.']);
        cursor.any(&['-', '/']);
        cursor.spaces();
        let year = cursor.number().ok_or(Unusable::NotATime)?;
        return day(full_year(year), month, first);
    }
    let (second, _) = cursor.number().ok_or(Unusable::NotATime)?;
    if !cursor.any(&['-', '/', '.']) {
        return Err(Unusable::NotATime);
    }
    cursor.spaces();
    let third = cursor.number().ok_or(Unusable::NotATime)?;
    if digits >= 4 {
        return day(i64::from(first), second, third.0);
    }
    let (month, day_of_month) = match (order, first > 12, second > 12) {
        (DateOrder::DayFirst, _, false) | (DateOrder::MonthFirst, true, false) => (second, first),
        (DateOrder::MonthFirst, false, _) | (DateOrder::DayFirst, false, true) => (first, second),
        (DateOrder::DayFirst | DateOrder::MonthFirst, true, true) => return Err(Unusable::NotATime),
    };
    day(full_year(third), month, day_of_month)
}

/// `Mar 5, 2026`.
fn named_month_first(cursor: &mut Cursor) -> Result<NaiveDate, Unusable> {
    let month = month(cursor.word()).ok_or(Unusable::NotATime)?;
    cursor.any(&['.', '-', '/']);
    cursor.spaces();
    let (of_month, _) = cursor.number().ok_or(Unusable::NotATime)?;
    cursor.any(&['.', '-', '/']);
    cursor.spaces();
    let year = cursor.number().ok_or(Unusable::NotATime)?;
    day(full_year(year), month, of_month)
}

fn skip_weekday(cursor: &mut Cursor) {
    let before = cursor.rest;
    let word = cursor.word();
    if word.is_empty() || month(word).is_some() {
        cursor.rest = before;
        return;
    }
    cursor.any(&['.']);
    cursor.spaces();
}

fn full_year((year, digits): (u32, usize)) -> i64 {
    let year = i64::from(year);
    match digits {
        1 | 2 if year < 70 => 2000 + year,
        1 | 2 => 1900 + year,
        _ => year,
    }
}

fn day(year: i64, month: u32, day: u32) -> Result<NaiveDate, Unusable> {
    if year == 0 && month == 0 && day == 0 {
        return Err(Unusable::Sentinel);
    }
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return Err(Unusable::NotATime);
    }
    let year = i32::try_from(year).map_err(|_| Unusable::Year)?;
    let found = NaiveDate::from_ymd_opt(year, month, day);
    if found.is_some_and(is_sentinel) {
        return Err(Unusable::Sentinel);
    }
    if !(1970..=2199).contains(&year) {
        return Err(Unusable::Year);
    }
    found.ok_or(Unusable::NotATime)
}

/// A month by its English or German name or the first three letters of it.
fn month(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["january", "januar", "jänner", "jan"],
        &["february", "februar", "feber", "feb"],
        &["march", "märz", "maerz", "mar", "mär", "mrz"],
        &["april", "apr"],
        &["may", "mai"],
        &["june", "juni", "jun"],
        &["july", "juli", "jul"],
        &["august", "aug"],
        &["september", "sept", "sep"],
        &["october", "oktober", "oct", "okt"],
        &["november", "nov"],
        &["december", "dezember", "dec", "dez"],
    ];
    let word = word.to_lowercase();
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word.as_str())).map(|(number, _)| number)
}

/// The time of day, if there is one: `T9:15:00.1234567`, `9:15 PM`, `14:30 Uhr`, `101500` after a `T`.
fn time(cursor: &mut Cursor) -> Result<Option<NaiveTime>, Unusable> {
    let marked = cursor.any(&['T', 't', '_']);
    cursor.spaces();
    if matches!(cursor.rest.split(' ').next(), Some("at" | "um")) {
        cursor.word();
        cursor.spaces();
    }
    let Some((first, digits)) = cursor.number() else {
        return if marked { Err(Unusable::NotATime) } else { Ok(None) };
    };
    let (hour, minute, second) = if marked && digits == 6 {
        (first / 10_000, first / 100 % 100, first % 100)
    } else if marked && digits == 4 {
        (first / 100, first % 100, 0)
    } else {
        if !cursor.any(&[':']) {
            return Err(Unusable::NotATime);
        }
        let (minute, _) = cursor.number().ok_or(Unusable::NotATime)?;
        let second = if cursor.any(&[':']) { cursor.number().ok_or(Unusable::NotATime)?.0 } else { 0 };
        (first, minute, second)
    };
    let micros = if cursor.any(&['.', ',']) { fraction(cursor)? } else { 0 };
    cursor.spaces();
    let hour = half_of_day(cursor, hour)?;
    // 24:00 and a leap second are the last moments of their minute that the type can hold.
    let (hour, minute, second) =
        if (hour, minute, second) == (24, 0, 0) { (23, 59, 59) } else { (hour, minute, second) };
    NaiveTime::from_hms_micro_opt(hour, minute, second.min(if second == 60 { 59 } else { second }), micros)
        .map(Some)
        .ok_or(Unusable::NotATime)
}

/// Up to nine digits after the point, in microseconds.
fn fraction(cursor: &mut Cursor) -> Result<u32, Unusable> {
    let length = cursor.rest.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = cursor.rest.split_at(length);
    cursor.rest = rest;
    let six: String = digits.chars().chain("000000".chars()).take(6).collect();
    if length == 0 { Err(Unusable::NotATime) } else { six.parse().map_err(|_| Unusable::NotATime) }
}

fn half_of_day(cursor: &mut Cursor, hour: u32) -> Result<u32, Unusable> {
    let before = cursor.rest;
    let word = cursor.word().to_ascii_lowercase();
    let hour = match word.as_str() {
        "am" | "a" => (1..=12).contains(&hour).then_some(hour % 12),
        "pm" | "p" => (1..=12).contains(&hour).then_some(hour % 12 + 12),
        "uhr" => Some(hour),
        _ => {
            cursor.rest = before;
            Some(hour)
        }
    };
    cursor.spaces();
    hour.ok_or(Unusable::NotATime)
}

/// `Z`, `+02:00`, `-0600`, `+02`, `UTC`, and the abbreviations that mean one offset in the sources we know.
fn offset(cursor: &mut Cursor) -> Result<Option<FixedOffset>, Unusable> {
    cursor.spaces();
    if let Some(bracket) = cursor.rest.find('[').filter(|_| cursor.rest.ends_with(']')) {
        cursor.rest = cursor.rest[..bracket].trim_end();
    }
    if cursor.rest.is_empty() {
        return Ok(None);
    }
    let hours = |hours: i32| FixedOffset::east_opt(hours * 3_600);
    if cursor.rest.starts_with(char::is_alphabetic) {
        let word = cursor.word().to_ascii_uppercase();
        let named = match word.as_str() {
            "Z" | "UTC" | "GMT" | "UT" | "WET" => hours(0),
            "CET" | "MEZ" | "BST" => hours(1),
            "CEST" | "MESZ" | "EET" => hours(2),
            "EST" | "CDT" => hours(-5),
            "EDT" => hours(-4),
            "CST" | "MDT" => hours(-6),
            "MST" | "PDT" => hours(-7),
            "PST" => hours(-8),
            _ => None,
        };
        // "GMT+0200" has its offset after the word.
        if !matches!(word.as_str(), "UTC" | "GMT") || cursor.rest.is_empty() {
            return if cursor.rest.is_empty() {
                named.map(Some).ok_or(Unusable::NotATime)
            } else {
                Err(Unusable::NotATime)
            };
        }
    }
    let sign = if cursor.any(&['+']) {
        1
    } else if cursor.any(&['-', '−']) {
        -1
    } else {
        return Err(Unusable::NotATime);
    };
    let (first, digits) = cursor.number().ok_or(Unusable::NotATime)?;
    let (hour, minute) = match digits {
        1 | 2 if cursor.any(&[':']) => (first, cursor.number().ok_or(Unusable::NotATime)?.0),
        1 | 2 => (first, 0),
        3 | 4 => (first / 100, first % 100),
        _ => return Err(Unusable::NotATime),
    };
    if hour > 18 || minute > 59 || !cursor.rest.trim().is_empty() {
        return Err(Unusable::NotATime);
    }
    let seconds = i32::try_from(hour * 3_600 + minute * 60).map_err(|_| Unusable::NotATime)?;
    FixedOffset::east_opt(sign * seconds).map(Some).ok_or(Unusable::NotATime)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn utc(text: &str) -> String {
        match read(text, DateOrder::DayFirst) {
            Ok(Written::Instant(instant)) => instant.to_string(),
            Ok(Written::Wall(wall)) => format!("wall {wall}"),
            Ok(Written::Day(day)) => format!("day {day}"),
            Err(unusable) => format!("{unusable:?}"),
        }
    }

    #[test]
    fn every_way_of_writing_a_time_with_an_offset_is_the_same_instant() {
        for text in [
            "2026-05-01T08:15:00Z",
            "2026-05-01T10:15:00.000+02:00",
            "2026-05-01T10:15:00.0000000+0200",
            "2026-05-01 10:15:00 +02",
            "2026-05-01T2:15:00-06:00",
            "20260501T081500Z",
            "1777623300",
            "1777623300000",
            "/Date(1777623300000)/",
            "Fri, 01 May 2026 10:15:00 +0200",
            "01.05.2026 10:15 MESZ",
            "1/Mai/26 10:15 AM +0200",
            "May 1, 2026 1:15 AM PDT",
            "2026-05-01T10:15:00+02:00[Europe/Berlin]",
            "1. Mai 2026 um 08:15 Uhr UTC",
        ] {
            assert_eq!(utc(text), "2026-05-01T08:15:00Z", "{text}");
        }
    }

    #[test]
    fn a_time_without_an_offset_is_what_the_wall_showed() {
        assert_eq!(utc("29/2/2016 01:16"), "wall 2016-02-29 01:16:00");
        assert_eq!(utc("2021-04-15 10:00:00"), "wall 2021-04-15 10:00:00");
        assert_eq!(utc("4.3.24"), "day 2024-03-04");
        assert_eq!(utc("3/14/2024 9:05 PM"), "wall 2024-03-14 21:05:00");
    }

    #[test]
    fn sentinels_slips_and_nonsense_are_told_apart() {
        for text in
            ["", "?", "0001-01-01T00:00:00", "1970-01-01 00:00:00", "0000-00-00", "9999-12-31", "NULL"]
        {
            assert_eq!(utc(text), "Sentinel", "{text}");
        }
        for text in ["22025-01-01T00:00:00Z", "1/1/22025", "1867-05-05", "99999-01-01"] {
            assert_eq!(utc(text), "Year", "{text}");
        }
        for text in
            ["yesterday", "2026-13-01", "2026-02-30", "25/25/2026", "2026-05-01T25:00:00Z", "12", "10:15"]
        {
            assert_eq!(utc(text), "NotATime", "{text}");
        }
    }

    #[test]
    fn only_a_number_above_twelve_says_which_one_is_the_day() {
        assert_eq!(order_of("29/2/2016 01:16"), Some(DateOrder::DayFirst));
        assert_eq!(order_of("2/29/2016"), Some(DateOrder::MonthFirst));
        assert_eq!(order_of("2/3/2016"), None);
        assert_eq!(order_of("2016-02-29"), None);
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_of_times_panic(text in "\\PC{0,80}") {
            let _ = read(&text, DateOrder::DayFirst);
            let _ = read(&text, DateOrder::MonthFirst);
            let _ = order_of(&text);
        }

        #[test]
        fn texts_that_look_like_times_do_not_make_it_panic_either(
            text in "[0-9]{0,5}[-/. T]?[0-9]{0,5}[-/. T]?[0-9a-zäM ]{0,6}[ T]?[0-9]{0,3}:?[0-9]{0,3}[.:,]?[0-9]{0,9} ?[APZ+-]?[0-9:M]{0,6}"
        ) {
            let _ = read(&text, DateOrder::DayFirst);
            let _ = read(&text, DateOrder::MonthFirst);
        }

        #[test]
        fn an_instant_is_read_back_as_it_was_written(seconds in 86_400_i64..7_200_000_000) {
            let instant = Instant::from_micros(seconds * 1_000_000).unwrap();
            prop_assert_eq!(read(&instant.to_string(), DateOrder::MonthFirst), Ok(Written::Instant(instant)));
        }

        #[test]
        fn a_day_is_read_back_in_the_order_in_which_it_was_written(days in 1_i32..80_000) {
            let day = NaiveDate::from_epoch_days(days).unwrap();
            let written = |format: &str| day.format(format).to_string();
            prop_assert_eq!(read(&written("%d.%m.%Y"), DateOrder::DayFirst), Ok(Written::Day(day)));
            prop_assert_eq!(read(&written("%m/%d/%Y"), DateOrder::MonthFirst), Ok(Written::Day(day)));
            prop_assert_eq!(read(&written("%Y-%m-%d"), DateOrder::MonthFirst), Ok(Written::Day(day)));
        }
    }
}
