//! What the inbox of due dates shows.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::DeadlineRow;
use crate::domain::reminder::{Item, Level, Reminder};
use crate::ids::PersonId;
use crate::time::{Instant, Zone};

/// That a person took note of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct TookNote {
    /// Who.
    pub person: PersonId,
    /// When that was written down.
    pub at: Instant,
}

/// A date that came near.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReminderRow {
    /// What reminds, as an order names it.
    pub reminder: Reminder,
    /// When who asks took note of it.
    pub acknowledged: Option<Instant>,
    /// Who else did, by time.
    pub others: Vec<TookNote>,
    /// The promise and its record.
    #[serde(flatten)]
    #[ts(flatten)]
    pub row: DeadlineRow,
}

impl ReminderRow {
    /// How near it is.
    pub const fn level(&self) -> Level {
        self.reminder.level
    }

    /// What it is about.
    pub const fn item(&self) -> &Item {
        &self.reminder.item
    }
}

/// What comes near that is a matter of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxView {
    /// The instant for which it holds.
    pub at: Instant,
    /// The zone in which days begin.
    pub zone: Zone,
    /// How many of them nobody acknowledged who asks.
    pub waiting: u32,
    /// What presses most first, then by date.
    pub items: Vec<ReminderRow>,
    /// The next date that does not remind yet.
    pub ahead: Option<DeadlineRow>,
    /// When the next level of anything is reached.
    pub wakes: Option<Instant>,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
}
