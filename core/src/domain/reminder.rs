//! Reminders that somebody acknowledged: one stream a person. Which reminders there are is computed ([`crate::reminders`]);
//! that a person took note of one, and when, is recorded here.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::incident::Written;
use super::organisation::Role;
use crate::ids::{PersonId, StreamId};
use crate::time::Instant;

/// Where the streams of people lie: theirs is their id on this ground.
const GROUND: u128 = 0x4c6f_7473_6500_0000_0000_0000_0000_0003;

/// The one stream of a person.
pub const fn stream(person: PersonId) -> StreamId {
    StreamId(uuid::Uuid::from_u128(person.0.as_u128() ^ GROUND))
}

/// How near a date is, what presses most first. The nearest that was reached holds.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReminderLevel")]
#[schemars(rename = "ReminderLevel")]
pub enum Level {
    /// The date is over.
    Late,
    /// From the day before.
    Day,
    /// From seven days before.
    Week,
    /// From thirty days before.
    Month,
}

impl Level {
    /// Every level, what presses most first.
    pub const ALL: [Self; 4] = [Self::Late, Self::Day, Self::Week, Self::Month];

    /// So many days before the date it begins; none for what is over.
    pub const fn days(self) -> Option<i64> {
        match self {
            Self::Late => None,
            Self::Day => Some(1),
            Self::Week => Some(7),
            Self::Month => Some(30),
        }
    }
}

/// Something that is promised for a date. One whose date is moved is another one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "ReminderItem")]
#[schemars(rename = "ReminderItem")]
pub struct Item {
    /// The record that promises it.
    pub record: StreamId,
    /// Its name inside the record.
    pub key: String,
    /// When it is due.
    pub due: Instant,
}

/// That something comes near.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Reminder {
    /// What.
    pub item: Item,
    /// How near.
    pub level: Level,
}

/// An order about one's own reminders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "ReminderCommand")]
#[schemars(rename = "ReminderCommand")]
pub enum Command {
    /// Who orders took note of these. Given again it changes nothing.
    Acknowledge {
        /// Which.
        reminders: Vec<Reminder>,
    },
    /// These were acknowledged by mistake.
    TakeBack {
        /// Which.
        reminders: Vec<Reminder>,
    },
}

/// What happened to the reminders of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // Named as the commands are, in the past tense; each speaks of one reminder.
pub enum Event {
    Acknowledged(Reminder),
    TakenBack(Reminder),
}

/// Why an order about reminders is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "ReminderRefusal")]
#[schemars(rename = "ReminderRefusal")]
pub enum Refusal {
    #[error("nothing is promised for this date any more, or it is not near yet")]
    ReminderNotStanding,
    #[error("it has come nearer meanwhile")]
    ReminderAtOtherLevel { level: Level },
    #[error("somebody else keeps this")]
    ReminderNotYours,
}

/// How a reminder stands that an order names; never said by the sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// How near it is now.
    pub level: Level,
    /// Whether it is who orders that is reminded.
    pub yours: bool,
}

/// What the program knows of the reminders that an order names. What is not here does not stand.
pub type Given = BTreeMap<Item, Standing>;

/// What a person took note of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inbox {
    /// Who.
    pub person: PersonId,
    /// Of what, and when that was written down.
    pub acknowledged: BTreeMap<Reminder, Instant>,
}

/// The roles that may give an order about reminders, of which one is needed: everyone who takes part is reminded.
pub const fn needed(_command: &Command) -> &'static [Role] {
    &[
        Role::ProcessManager,
        Role::TestCoordinator,
        Role::DeploymentTeam,
        Role::Recorder,
        Role::Management,
        Role::Auditor,
    ]
}

/// What follows from an order. `given` is how what it names stands now.
///
/// # Errors
/// The reason why it is refused: then nothing of it is written.
pub fn decide(inbox: Option<&Inbox>, command: Command, given: &Given) -> Result<Vec<Event>, Refusal> {
    let known = |reminder: &Reminder| inbox.is_some_and(|inbox| inbox.acknowledged.contains_key(reminder));
    match command {
        Command::Acknowledge { reminders } => {
            let fresh: BTreeSet<Reminder> = reminders.into_iter().filter(|named| !known(named)).collect();
            fresh.iter().try_for_each(|reminder| stands(reminder, given))?;
            Ok(fresh.into_iter().map(Event::Acknowledged).collect())
        }
        Command::TakeBack { reminders } => {
            let held: BTreeSet<Reminder> = reminders.into_iter().filter(known).collect();
            Ok(held.into_iter().map(Event::TakenBack).collect())
        }
    }
}

fn stands(reminder: &Reminder, given: &Given) -> Result<(), Refusal> {
    match given.get(&reminder.item) {
        None => Err(Refusal::ReminderNotStanding),
        Some(Standing { yours: false, .. }) => Err(Refusal::ReminderNotYours),
        Some(Standing { level, .. }) if *level != reminder.level => {
            Err(Refusal::ReminderAtOtherLevel { level: *level })
        }
        Some(_) => Ok(()),
    }
}

/// The state after an event.
pub fn evolve(inbox: Option<Inbox>, event: &Event, written: &Written) -> Inbox {
    let mut inbox = inbox.unwrap_or_else(|| Inbox { person: written.by, acknowledged: BTreeMap::new() });
    match event {
        Event::Acknowledged(reminder) => {
            inbox.acknowledged.insert(reminder.clone(), written.recorded);
        }
        Event::TakenBack(reminder) => {
            inbox.acknowledged.remove(reminder);
        }
    }
    inbox
}

/// What an order names, for whoever looks up how it stands.
pub fn named(command: &Command) -> &[Reminder] {
    match command {
        Command::Acknowledge { reminders } => reminders,
        Command::TakeBack { .. } => &[],
    }
}

#[cfg(test)]
mod tests;
