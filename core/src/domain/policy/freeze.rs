//! Times in which nothing is tested, changed or switched, and what else speaks against a day: weekends and holidays. A date that
//! stands against one is shown as a conflict, never moved by itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::term::is_holiday;
use super::{Policy, Refusal};
use crate::ids::{PartId, PersonId};
use crate::time::{Day, Instant};
use chrono::{Datelike, Weekday};

/// A time in which nothing is tested, changed or switched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Freeze {
    /// The part's id.
    pub id: PartId,
    /// What it is called, such as the end of the year.
    pub name: String,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub until: Day,
    /// Who set it.
    pub by: PersonId,
    /// When that was written down.
    pub recorded: Instant,
}

/// What speaks against a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "why", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Hindrance {
    /// A freeze.
    Freeze {
        /// What it is called.
        name: String,
    },
    /// A holiday of the federal state.
    Holiday {},
    /// A Saturday or a Sunday.
    Weekend {},
}

impl Policy {
    /// What speaks against a day, the weightiest first, as it is known now.
    pub fn hindrances(&self, day: Day) -> Vec<Hindrance> {
        self.hindrances_known(day, Instant::MAX)
    }

    /// The same as it was known at an instant.
    pub fn hindrances_known(&self, day: Day, known: Instant) -> Vec<Hindrance> {
        let mut frozen = self.freezes_known(known);
        frozen.retain(|freeze| freeze.from <= day && day <= freeze.until);
        frozen.sort_by_key(|freeze| (freeze.from, freeze.id));
        let mut found: Vec<_> =
            frozen.into_iter().map(|freeze| Hindrance::Freeze { name: freeze.name.clone() }).collect();
        if is_holiday(day, self.region_known(known)) {
            found.push(Hindrance::Holiday {});
        }
        if matches!(day.date().weekday(), Weekday::Sat | Weekday::Sun) {
            found.push(Hindrance::Weekend {});
        }
        found
    }

    /// The freezes that were known at an instant: those that hold, and those that were lifted or set anew only later.
    fn freezes_known(&self, known: Instant) -> Vec<&Freeze> {
        let before = self.freezes_before.iter().filter(|(_, until)| known < *until).map(|(freeze, _)| freeze);
        self.freezes.iter().chain(before).filter(|freeze| freeze.recorded <= known).collect()
    }

    /// Keeps a freeze apart that no longer holds as it was set.
    pub(super) fn end_freeze(&mut self, id: PartId, until: Instant) {
        let ended = self.freezes.extract_if(.., |held| held.id == id).map(|held| (held, until));
        self.freezes_before.extend(ended);
    }
}

/// A freeze has a name and ends no earlier than it begins.
pub(super) fn usable(name: &str, from: Day, until: Day) -> Result<(), Refusal> {
    if name.trim().is_empty() {
        Err(Refusal::FreezeNameMissing)
    } else if until < from {
        Err(Refusal::FreezeEndsFirst { from, until })
    } else {
        Ok(())
    }
}
