//! The run of an import: what is chosen, what a dry run found, what was taken over.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::FileHandle;
use crate::ids::Number;

/// Files to take over and how to read them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ImportSource {
    /// The files.
    pub files: Vec<FileHandle>,
    /// The format's name; `None` recognises it by its content.
    pub format: Option<String>,
    /// The zone of times that name none, an IANA name.
    pub zone: Option<String>,
    /// Which items are emergencies, such as `keyword=[Notfall]`; `None` is the default rule.
    pub emergency_when: Option<String>,
    /// For tables: which column means what, by the field's name.
    pub mapping: Option<BTreeMap<String, String>>,
    /// For tables: whether 3/4 is in April; `None` concludes it from the values.
    #[serde(default)]
    pub day_first: Option<bool>,
    /// For tables: whether one row is one change; `None` concludes it from the ids.
    #[serde(default)]
    pub one_row_a_change: Option<bool>,
    /// The name of a source that does not name itself: with the id the key by which records are found again.
    #[serde(default)]
    pub name: Option<String>,
}

/// What taking files over would do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ImportCheck {
    /// What the files turned out to be.
    pub format: String,
    /// How many of each kind.
    pub counts: ImportCounts,
    /// What was refused, in the order of the files.
    pub refused: Vec<ImportRefusal>,
    /// What was kept but looks wrong, in the order of the files.
    pub doubtful: Vec<ImportRefusal>,
    /// How many there are; more than stand in the list when it was cut.
    pub doubtful_count: u32,
    /// The files hold times without a zone, and none was given.
    pub zone_wanted: bool,
    /// The zone that was taken for now.
    pub zone_proposed: Option<String>,
    /// One of those times.
    pub zone_example: Option<String>,
    /// For tables: the columns with samples, and which field each is taken for.
    pub columns: Vec<ImportColumn>,
    /// For tables: what was concluded about the whole.
    pub table: Option<ImportTable>,
}

/// What was concluded about a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ImportTable {
    /// The name of the source.
    pub name: String,
    /// Rows without the heading.
    pub rows: u32,
    /// One row is one change, and the rows of one id belong together.
    pub one_row_a_change: bool,
    /// 3/4 is in April.
    pub day_first: bool,
    /// Whether the values say so; if not, somebody should be asked.
    pub day_first_certain: bool,
}

/// How many items of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct ImportCounts {
    /// Not known before.
    pub new: u32,
    /// Known, with news.
    pub changed: u32,
    /// Known, nothing new.
    pub unchanged: u32,
    /// Not to be read, or against a rule.
    pub refused: u32,
    /// How many of the new and changed ones are emergencies by the rule given.
    pub emergencies: u32,
}

/// Why a row, or an item, was refused or looks wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ImportRefusal {
    /// The file's name.
    pub file: String,
    /// Where in it: a line, a row, an outside id.
    pub place: String,
    /// The code of the reason; the sentence stands in the locales.
    pub code: String,
    /// The values of that sentence.
    pub values: BTreeMap<String, String>,
}

/// A column of a table to import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ImportColumn {
    /// Its heading.
    pub heading: String,
    /// The first few values that are not empty.
    pub samples: Vec<String>,
    /// The field that it is taken for, if any.
    pub field: Option<String>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ImportTaken {
    /// The id of the batch, by which it can be undone; none when there was nothing to write.
    pub batch: Option<String>,
    /// Its number.
    pub number: Option<Number>,
    /// How many of each kind.
    pub counts: ImportCounts,
}
