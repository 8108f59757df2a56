//! The one place of the shell that reads the clock. Tests let it stand still.

use chrono::{DateTime, SecondsFormat, Utc};
use lotse::domain::drill::Tick;
use lotse::time::Instant;

use crate::refused::Refused;

/// Where now comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The clock of the machine.
    System,
    /// A moment that stands still.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// The clock that the switch `--now` asks for; a text that is no moment leaves the machine's.
    pub fn asked_for(now: Option<&str>) -> Self {
        now.and_then(|text| DateTime::parse_from_rfc3339(text).ok())
            .map_or(Self::System, |moment| Self::Fixed(moment.to_utc()))
    }

    /// This instant.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::System => Utc::now(),
            Self::Fixed(moment) => moment,
        }
    }

    /// This instant as RFC 3339 in UTC, to the second.
    pub fn text(self) -> String {
        self.now().to_rfc3339_opts(SecondsFormat::Secs, true)
    }

    /// This instant as the core takes it.
    pub fn instant(self) -> Result<Instant, Refused> {
        Instant::from_utc(self.now())
            .map_err(|error| Refused::naming("clockWrong", "reason", error.to_string()))
    }

    /// What a stopwatch of the machine says that nobody can set; none while the clock stands still.
    pub fn stopwatch(self) -> Option<Tick> {
        if self == Self::System { lotse::cli::stopwatch() } else { None }
    }

    /// The moment it stands at, if it stands.
    pub fn fixed(self) -> Option<String> {
        matches!(self, Self::Fixed(_)).then(|| self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_stands_says_the_same_twice() {
        let clock = Clock::asked_for(Some("2026-11-22T10:00:00+01:00"));
        assert_eq!(clock.text(), "2026-11-22T09:00:00Z");
        assert_eq!(clock.text(), clock.text());
        assert_eq!(clock.stopwatch(), None, "a stopwatch would run on");
    }

    #[test]
    fn a_word_that_is_no_moment_leaves_the_clock_of_the_machine() {
        assert_eq!(Clock::asked_for(Some("yesterday")), Clock::System);
    }
}
