//! The hours in which nothing is shown, as the clock on the wall of a zone says them. Reads no clock.

use chrono::{Datelike, NaiveTime, Timelike, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::time::{Day, Instant, Length, Zone};

/// A minute of the day, from 0 (midnight) to 1439.
pub type Minute = u16;

/// When it is quiet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export_to = "desktop.ts", rename = "QuietHours")]
#[schemars(rename = "QuietHours")]
pub struct Quiet {
    /// Every day from this minute on …
    pub from: Minute,
    /// … until this one, which may lie on the next day. The same minute: no hour of the day is quiet.
    pub to: Minute,
    /// The whole of Saturday and Sunday.
    pub weekends: bool,
}

impl Default for Quiet {
    fn default() -> Self {
        Self { from: 19 * 60, to: 7 * 60, weekends: false }
    }
}

/// After so many ends that run into the next quiet there is none: it is never quiet for longer than a week.
const ENDS: usize = 16;

impl Quiet {
    /// When the quiet ends that holds at `now`; none when it is not quiet. Days, weekends and hours are those of `zone`.
    pub fn until(&self, now: Instant, zone: Zone) -> Option<Instant> {
        let mut at = now;
        for _ in 0..ENDS {
            if !self.holds(at, zone) {
                return (at > now).then_some(at);
            }
            at = self.end(at, zone);
        }
        Some(at)
    }

    fn holds(&self, at: Instant, zone: Zone) -> bool {
        let wall = at.in_zone(zone);
        (self.weekends && is_weekend(wall.weekday())) || self.in_hours(wall.num_seconds_from_midnight() / 60)
    }

    fn in_hours(&self, minute: u32) -> bool {
        let (from, to) = (u32::from(self.from), u32::from(self.to));
        match from.cmp(&to) {
            std::cmp::Ordering::Less => (from..to).contains(&minute),
            std::cmp::Ordering::Greater => minute >= from || minute < to,
            std::cmp::Ordering::Equal => false,
        }
    }

    /// The next instant at which the hours end, or a day begins: there it may be quiet still.
    fn end(&self, at: Instant, zone: Zone) -> Instant {
        let today = Day::at(at, zone);
        let ends = [today, today.plus_days(1)].into_iter().flat_map(|day| on_the_wall(day, self.to, zone));
        let midnight = today.plus_days(1).begin(zone);
        ends.chain([midnight]).filter(|end| *end > at).min().unwrap_or_else(|| at.plus(Length::minutes(60)))
    }
}

const fn is_weekend(day: Weekday) -> bool {
    match day {
        Weekday::Sat | Weekday::Sun => true,
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => false,
    }
}

/// The instants at which the clock on the wall shows a minute of a day: two in the hour that is shown twice; the first minute
/// after it in an hour that is left out.
fn on_the_wall(day: Day, minute: Minute, zone: Zone) -> Vec<Instant> {
    let seconds = u32::from(minute.min(24 * 60 - 1)) * 60;
    let shown = |later: u32| {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(seconds + later * 60, 0)?;
        let wall = day.date().and_time(time);
        let found: Vec<_> =
            [false, true].into_iter().filter_map(|second| zone.instant(wall, second).ok()).collect();
        (!found.is_empty()).then_some(found)
    };
    (0..=180).find_map(shown).unwrap_or_default()
}
