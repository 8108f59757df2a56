//! What the window hears without asking.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ChosenFile;

/// The event `changed`: which views went stale; the window asks again for those that it shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct Changed {
    /// The names of the views.
    pub stale: Vec<String>,
}

/// The event `progress`: how far a run is. The answer of the order that started it says how it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct Progress {
    /// The name that the window gave the run.
    pub run: String,
    /// How many are done.
    pub done: u32,
    /// How many there are; `None` while nobody knows.
    pub total: Option<u32>,
}

/// The event `link`: a deep link was opened from outside. A link shows a view and never acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct LinkOpened {
    /// The route in the window, such as `notfaelle/N-2026-004`.
    pub route: String,
}

/// The event `file`: a second start named a file that the window shall open, after asking when something would be lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct FileOpened {
    /// The `id` of a [`RecentWorkspace`].
    pub id: String,
    /// The file's name without its ending.
    pub name: String,
}

/// The event `dropped`: files from the system over the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(tag = "phase", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Dropped {
    /// Files hover over this point.
    Over {
        /// CSS pixels from the left.
        x: f64,
        /// CSS pixels from the top.
        y: f64,
    },
    /// They were let go here.
    Dropped {
        /// The files.
        files: Vec<ChosenFile>,
        /// CSS pixels from the left.
        x: f64,
        /// CSS pixels from the top.
        y: f64,
    },
    /// They left the window.
    Gone,
}
