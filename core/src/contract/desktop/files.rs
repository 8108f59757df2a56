//! Files as the window names them: by handles that mean nothing elsewhere.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file outside the workspace that somebody chose or dropped. Opaque: it holds for this run of the program only and
/// says nothing about where the file lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct FileHandle(pub String);

/// A chosen or dropped file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ChosenFile {
    /// What to name it by.
    pub handle: FileHandle,
    /// Its name; a folder's name when it is one.
    pub name: String,
    /// Its length in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// It is a folder (cState histories are).
    pub folder: bool,
}

/// What files are wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub enum FilePurpose {
    /// Histories to take over: any number of files.
    Import,
    /// A folder of histories (cState).
    ImportFolder,
    /// Evidence: any number of files of any kind, each up to 100 MB.
    Evidence,
}

/// A file that the workspace now keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct KeptEvidence {
    /// Its SHA-256 as 64 lower-case hexadecimal digits: its address in the workspace.
    pub hash: String,
    /// The name that it had outside.
    pub name: String,
    /// Its length in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// What somebody was typing when the program ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// What it is a draft of.
    pub key: String,
    /// The window's own text of it.
    pub content: String,
    /// When it was kept, RFC 3339 in UTC.
    pub kept: String,
}
