//! How the desktop stands: the open workspace, those opened before, backups, preferences.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::organisation::Language;
use crate::reminders::Quiet;

/// How the desktop stands: what the first paint needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct Desktop {
    /// The program's version, such as `0.1.0`.
    pub version: String,
    /// The preferences of this person on this machine.
    pub preferences: Preferences,
    /// The workspace that is open, if any.
    pub workspace: Option<OpenWorkspace>,
    /// The workspaces opened before, newest first.
    pub recent: Vec<RecentWorkspace>,
    /// The link that started the program, once: the route in the window, such as `notfaelle/N-2026-004`.
    pub link: Option<String>,
    /// Why the file that the start named, or that was open before, did not open, once.
    pub failed: Option<FailedStart>,
    /// The zone of this machine as an IANA name, when the system names one; proposed for a new workspace.
    pub system_zone: Option<String>,
    /// How many times in a row the program ended without being closed; from three on only the simplest view opens.
    pub crashes: u32,
    /// Switches of the tests; all off in a release.
    pub test: TestSwitches,
}

/// A file that did not open at the start of the program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct FailedStart {
    /// The file's name without its ending.
    pub name: String,
    /// What it is named by in the list of recent workspaces, when it stands there.
    pub id: Option<String>,
    /// The code of the reason.
    pub code: String,
    /// The values of its sentence.
    #[ts(type = "Record<string, unknown>")]
    pub values: BTreeMap<String, serde_json::Value>,
}

/// Switches for tests of the window; a release build ignores them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct TestSwitches {
    /// The moment that the window shall take for now, RFC 3339 in UTC.
    pub now: Option<String>,
    /// No movement at all.
    pub still: bool,
}

/// The workspace that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct OpenWorkspace {
    /// Its id in the list of recent ones.
    pub id: String,
    /// The file's name without its ending.
    pub name: String,
    /// Where the file lies, for people to read.
    pub place: String,
    /// It can be read only; every order will be refused.
    pub read_only: bool,
    /// It is encrypted; drafts are then kept in memory alone.
    pub encrypted: bool,
    /// The id of the person who acts on this machine, once chosen.
    pub acting: Option<String>,
    /// The folder in which its deadlines are kept for a calendar program; none where nobody asked for that.
    pub calendar: Option<CalendarFolder>,
}

/// The folder in which the deadlines are kept for a calendar program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct CalendarFolder {
    /// Where it lies, for people to read.
    pub folder: String,
    /// Why it could not be written last, as the system says it; none when it was.
    pub fault: Option<String>,
}

/// A workspace that was open before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct RecentWorkspace {
    /// What to name it by.
    pub id: String,
    /// The file's name without its ending.
    pub name: String,
    /// Where the file lies, for people to read.
    pub place: String,
    /// When it was last opened, RFC 3339 in UTC.
    pub opened: String,
    /// The file is there now.
    pub there: bool,
    /// The id of the person who acted last on this machine.
    pub acting: Option<String>,
}

/// The backups of a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct Backups {
    /// The folder, for people to read.
    pub folder: String,
    /// Of so many newest days the last backup is kept.
    pub days: u32,
    /// Of so many newest months the last backup is kept.
    pub months: u32,
    /// Newest first.
    pub made: Vec<BackupMade>,
}

/// A backup on the disk; each was opened and checked when it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct BackupMade {
    /// The name of its file.
    pub name: String,
    /// When it was made, RFC 3339 in UTC.
    pub made: String,
    /// Its length in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// What one person prefers on one machine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// The language of the screen.
    pub language: Language,
    /// The zone in which times are shown, an IANA name; `None` takes the zone of the workspace.
    pub zone: Option<String>,
    /// Light or dark.
    pub look: Look,
    /// The height of rows.
    pub density: Density,
    /// Zoom in percent, 80 to 200.
    pub zoom: u16,
    /// Shortcuts of a single key are on (WCAG 2.1.4).
    pub single_keys: bool,
    /// The side bar is a rail.
    pub rail: bool,
    /// The view that was open last, as the route in the window.
    pub last_view: Option<String>,
    /// What each table remembers, by the table's name.
    pub tables: BTreeMap<String, TableMemory>,
    /// How it reminds.
    pub reminders: ReminderPreferences,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: Language::De,
            zone: None,
            look: Look::System,
            density: Density::Comfortable,
            zoom: 100,
            single_keys: true,
            rail: false,
            last_view: None,
            tables: BTreeMap::new(),
            reminders: ReminderPreferences::default(),
        }
    }
}

/// How the program reminds of due dates on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase", default)]
pub struct ReminderPreferences {
    /// Notices of the system are shown.
    pub notices: bool,
    /// The quiet hours are kept.
    pub keep_quiet: bool,
    /// When it is quiet, in the zone of the organisation.
    pub quiet: Quiet,
    /// Closing the window leaves the program in the tray, where there is one.
    pub to_tray: bool,
}

impl Default for ReminderPreferences {
    fn default() -> Self {
        Self { notices: true, keep_quiet: true, quiet: Quiet::default(), to_tray: false }
    }
}

/// What a table remembers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase", default)]
pub struct TableMemory {
    /// Widths in CSS pixels by column.
    pub widths: BTreeMap<String, u32>,
    /// The filter as the window writes it.
    pub filter: Option<String>,
    /// The column and direction of the order, such as `impactStart` or `-impactStart`.
    pub sort: Option<String>,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub enum Look {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The height of rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub enum Density {
    /// 40 px.
    #[default]
    Comfortable,
    /// 32 px.
    Compact,
    /// 28 px, for auditors.
    Dense,
}
