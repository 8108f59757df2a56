//! What every format is read into: items with their updates, before any rule has looked at them. Knows no format
//! and no workspace.

use std::collections::BTreeMap;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::dirt::{Dirt, Place};
use crate::time::{Instant, Moment};

/// Which system an item comes from, and which instance of it: `statuspage/kctbh9vrtdwd`. Together with the outside id
/// it is the key by which a record is found again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct SourceKey(String);

impl SourceKey {
    /// From the system's word and the name of its instance; what is not a letter, a digit, `.`, `-` or `_` becomes `-`.
    pub fn new(system: &str, instance: &str) -> Self {
        let instance: String = instance
            .trim()
            .chars()
            .take(80)
            .map(|letter| if letter.is_alphanumeric() || matches!(letter, '.' | '_') { letter } else { '-' })
            .collect();
        let instance = instance.trim_matches('-');
        Self(if instance.is_empty() { system.to_owned() } else { format!("{system}/{instance}") })
    }

    /// The key as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an item is in the words of its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// Something went wrong.
    Incident,
    /// Work that was planned.
    Maintenance,
    /// Information without an effect.
    Notice,
    /// A recommendation or a change that the users have to act on.
    Advisory,
}

/// How bad it was, the same four steps for all sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Impact {
    /// No effect.
    None,
    /// Some users or functions.
    Minor,
    /// Many users or an important function.
    Major,
    /// Everything or everybody.
    Critical,
}

/// Where an item stands in the words of its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// Announced, not begun.
    Planned,
    /// Open: reported, looked into or worked on.
    Open,
    /// The cause is known.
    Identified,
    /// Somebody else has to do something first.
    Waiting,
    /// A remedy is in place and watched.
    Monitoring,
    /// The effect has ended.
    Resolved,
    /// Nothing is left to do.
    Closed,
    /// Called off.
    Cancelled,
}

impl Status {
    /// Whether the effect has ended, or never came.
    pub const fn is_over(self) -> bool {
        match self {
            Self::Resolved | Self::Closed | Self::Cancelled => true,
            Self::Planned | Self::Open | Self::Identified | Self::Waiting | Self::Monitoring => false,
        }
    }
}

/// A word of the source beside what it was read as; `None` when nobody knows what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Said<T> {
    /// The word as the source wrote it.
    pub raw: String,
    /// What it was read as.
    pub read: Option<T>,
}

/// The moments of an item. What the source does not say is `None`, never a guess.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Moments {
    /// The effect began.
    pub impact_start: Option<Moment>,
    /// Somebody noticed it, or the record was made.
    pub noticed: Option<Moment>,
    /// A remedy was in place.
    pub mitigated: Option<Moment>,
    /// The effect ended.
    pub ended: Option<Moment>,
    /// The record was closed.
    pub closed: Option<Moment>,
    /// The source changed its record for the last time.
    pub modified: Option<Moment>,
    /// Work was planned to begin.
    pub planned_start: Option<Moment>,
    /// Work was planned to end.
    pub planned_end: Option<Moment>,
}

impl Moments {
    /// When it began as far as anybody knows: the effect, else the noticing.
    pub fn began(&self) -> Option<Instant> {
        self.impact_start.or(self.noticed).and_then(|moment| moment.computable())
    }

    /// When it was over as far as anybody knows: the end of the effect, else the remedy, else the closing.
    pub fn over(&self) -> Option<Instant> {
        self.ended.or(self.mitigated).or(self.closed).and_then(|moment| moment.computable())
    }
}

/// One field that the source changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct FieldChange {
    /// The field in the words of the source.
    pub field: String,
    /// What stood there before; `None` for nothing.
    pub old: Option<String>,
    /// What stands there since; `None` for nothing.
    pub new: Option<String>,
}

/// Something the source said about an item at a later moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourceUpdate {
    /// Its id in the source, or one made of what identifies it there; unique in its item.
    pub outside_id: String,
    /// When the source says it was.
    pub occurred: Option<Moment>,
    /// The status that it reports.
    pub status: Option<Said<Status>>,
    /// The text without markup; empty when only fields changed.
    pub text: String,
    /// The text as the source gave it, when cleaning or shortening changed it: goes into the evidence.
    pub original: Option<String>,
    /// Who wrote it, in the source's words.
    pub author: Option<String>,
    /// Fields that changed with it.
    pub fields: Vec<FieldChange>,
}

/// The further field in which a source's own word for what an item is stands.
const KIND_WORD: &str = "type";

/// One incident, maintenance or notice of a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourceItem {
    /// Where in the source it stands.
    pub place: Place,
    /// System and instance.
    pub source: SourceKey,
    /// The source's id.
    pub outside_id: String,
    /// What it is.
    pub kind: Kind,
    /// One line.
    pub title: String,
    /// Where a browser finds it.
    pub url: Option<String>,
    /// Labels, tags, categories.
    pub labels: Vec<String>,
    /// How bad it was.
    pub impact: Option<Said<Impact>>,
    /// Where it stands.
    pub status: Option<Said<Status>>,
    /// When what happened.
    pub moments: Moments,
    /// Services that the source names.
    pub services: Vec<String>,
    /// Regions that the source names.
    pub regions: Vec<String>,
    /// A text about the whole item, without markup; empty when the source has only updates.
    pub text: String,
    /// That text as the source gave it, when cleaning or shortening changed it.
    pub original: Option<String>,
    /// Oldest first.
    pub updates: Vec<SourceUpdate>,
    /// Further fields of the source that nothing else here holds.
    pub facts: BTreeMap<String, String>,
    /// What is wrong with it; kept and shown.
    pub dirt: Vec<Dirt>,
}

impl SourceItem {
    /// An item of which only the identity is known.
    pub fn new(place: Place, source: SourceKey, outside_id: String, kind: Kind) -> Self {
        Self {
            place,
            source,
            outside_id,
            kind,
            title: String::new(),
            url: None,
            labels: Vec::new(),
            impact: None,
            status: None,
            moments: Moments::default(),
            services: Vec::new(),
            regions: Vec::new(),
            text: String::new(),
            original: None,
            updates: Vec::new(),
            facts: BTreeMap::new(),
            dirt: Vec::new(),
        }
    }

    /// Keeps the word with which the source itself says what the item is.
    pub fn say_kind(&mut self, word: &str) {
        self.fact(KIND_WORD, Some(word.to_owned()));
    }

    /// The word with which the source itself says what the item is, if it has one.
    pub fn kind_word(&self) -> Option<&str> {
        self.facts.get(KIND_WORD).map(String::as_str)
    }

    /// Keeps a further field if the source says anything in it.
    pub fn fact(&mut self, name: &str, value: Option<String>) {
        if let Some(value) = value {
            self.facts.insert(name.to_owned(), value);
        }
    }
}

/// Adds a name unless it is there already.
pub fn add_name(names: &mut Vec<String>, name: &str) {
    let name = name.trim();
    if !name.is_empty() && !names.iter().any(|known| known == name) {
        names.push(name.to_owned());
    }
}
