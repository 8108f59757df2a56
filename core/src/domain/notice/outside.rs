//! A notice that goes into another workspace by file, and what comes back: whose it is, whom it asks over there, and who said
//! that it was read. Names are not here: they stand in the files and in the directories, where they can be erased.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{PartId, PersonId, StreamId};
use crate::time::{Day, Moment};

/// Where a notice comes from when another workspace handed it over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "NoticeOutside")]
#[schemars(rename = "NoticeOutside")]
pub struct Outside {
    /// The package: every workspace names the notice of one package the same.
    pub package: PartId,
    /// The workspace that asks, by the hash of its first event.
    pub workspace: String,
    /// Its organisation.
    pub organisation: String,
    /// The number of the notice there.
    pub number: String,
    /// The record there that it is about; none for what has none. A newer notice about it takes the place of an open one here.
    #[serde(default)]
    pub record: Option<StreamId>,
    /// Until when it is to be acknowledged; none where no rule holds there.
    pub due: Option<Day>,
    /// The key that signed the file, as 64 hexadecimal digits.
    pub signer: String,
}

/// Whom it asks, and as whom the workspace that asks knows that person.
pub type Known = BTreeMap<PersonId, PersonId>;

/// That a person said somewhere else that it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "NoticeGiven")]
#[schemars(rename = "NoticeGiven")]
pub struct GivenThere {
    /// Who, by the id here.
    pub person: PersonId,
    /// When.
    pub at: Moment,
}

/// Who wrote the file in which acknowledgements came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "NoticeFile")]
#[schemars(rename = "NoticeFile")]
pub struct FromFile {
    /// The organisation over there.
    pub organisation: String,
    /// The number of the notice over there.
    pub number: String,
    /// The key that signed it, as 64 hexadecimal digits.
    pub signer: String,
}
