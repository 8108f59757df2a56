//! What a notice of the system says about dates that come near, in the words of whoever reads it.

use chrono::{DateTime, Datelike, Timelike};
use chrono_tz::Tz;

use crate::deadlines::Deadline;
use crate::domain::reminder::Level;
use crate::time::{Day, Instant, Zone};
use crate::words::Words;

/// So many lines a notice about several dates has: systems cut what is longer.
const LINES: usize = 3;

/// A notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its first line.
    pub title: String,
    /// What stands below.
    pub body: String,
}

/// What a notice is about.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// What is promised.
    pub deadline: &'a Deadline,
    /// How near it is.
    pub level: Level,
    /// The number of its record; empty for the organisation.
    pub number: &'a str,
    /// The title of its record.
    pub title: &'a str,
}

/// Who says it: in which words, when, and where days begin.
#[derive(Clone, Copy)]
pub struct Speaker {
    /// The words of a language.
    pub words: &'static Words,
    /// The zone of the organisation.
    pub zone: Zone,
    /// The instant at which it is said.
    pub now: Instant,
}

impl Speaker {
    /// One date: how near it is and what it is; which record; the day.
    pub fn single(&self, subject: &Subject<'_>) -> Said {
        let title = [self.when(subject), subject.deadline.said(self.words)].join(": ");
        let record = [subject.number, subject.title].into_iter().filter(|part| !part.is_empty());
        let record = record.collect::<Vec<_>>().join(" · ");
        let due = subject.deadline.due.map(|due| self.due(due)).unwrap_or_default();
        let body = [record, subject.deadline.text.clone(), due];
        let body: Vec<String> = body.into_iter().filter(|line| !line.trim().is_empty()).collect();
        Said { title, body: body.join("\n") }
    }

    /// Several dates in one notice: how many, and the first of them.
    pub fn several(&self, subjects: &[Subject<'_>]) -> Said {
        let title = self.words.say("reminder-several", &[("count", subjects.len().into())]);
        let mut lines: Vec<String> = subjects.iter().take(LINES).map(|subject| self.line(subject)).collect();
        let more = subjects.len().saturating_sub(LINES);
        if more > 0 {
            lines.push(self.words.say("reminder-more", &[("count", more.into())]));
        }
        Said { title, body: lines.join("\n") }
    }

    /// One date in one line.
    pub fn line(&self, subject: &Subject<'_>) -> String {
        let about = [self.when(subject), subject.deadline.said(self.words)].join(": ");
        if subject.number.is_empty() { about } else { format!("{about} ({})", subject.number) }
    }

    /// How near it is, counted in days of the calendar.
    pub fn when(&self, subject: &Subject<'_>) -> String {
        let today = Day::at(self.now, self.zone);
        let days = subject.deadline.due.map_or(0, |due| today.until(Day::at(due, self.zone)));
        match (subject.level, days) {
            (Level::Late, _) => self.words.say("reminder-late", &[]),
            (Level::Day | Level::Week | Level::Month, ..=0) => self.words.say("reminder-today", &[]),
            (Level::Day | Level::Week | Level::Month, 1) => self.words.say("reminder-tomorrow", &[]),
            (Level::Day | Level::Week | Level::Month, days) => {
                self.words.say("reminder-in-days", &[("count", days.into())])
            }
        }
    }

    /// The day on which something is due; with the time and its zone where it is not the end of a day.
    fn due(&self, due: Instant) -> String {
        let local = due.in_zone(self.zone);
        let month = self.words.say(&format!("report-month-short-{}", local.month()), &[]);
        let (day, year) = (format!("{:02}", local.day()), local.year().to_string());
        let date = [("day", day.into()), ("month", month.into()), ("year", year.into())];
        let date = self.words.say("report-date", &date);
        if Day::at(due, self.zone).last_minute(self.zone) == due {
            return self.words.say("reminder-due-on", &[("day", date.into())]);
        }
        let time = format!("{:02}:{:02}", local.hour(), local.minute());
        let values = [("day", date.into()), ("time", time.into()), ("zone", self.zone_of(&local).into())];
        self.words.say("reminder-due-at", &values)
    }

    /// The name of the zone as it is called then.
    fn zone_of(&self, local: &DateTime<Tz>) -> String {
        let name = local.format("%Z").to_string();
        self.words.find(&format!("report-zone-{name}"), &[]).unwrap_or(name)
    }
}
