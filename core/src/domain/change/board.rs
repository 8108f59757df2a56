//! The columns of the board: the road from the draft to the teams that know, in seven stretches.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Phase;

/// A column of the board.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangeColumn")]
#[schemars(rename = "ChangeColumn")]
pub enum Column {
    /// It is written, assessed and decided.
    Draft,
    /// A team was asked.
    Delegated,
    /// The team does it, and knows when.
    Accepted,
    /// It is being done.
    InProgress,
    /// It is done, somebody says.
    Implemented,
    /// Somebody else looked, also whether it does what it was wanted for.
    Checked,
    /// The affected teams know.
    TeamsInformed,
}

impl Column {
    /// Every column, from left to right.
    pub const ALL: [Self; 7] = [
        Self::Draft,
        Self::Delegated,
        Self::Accepted,
        Self::InProgress,
        Self::Implemented,
        Self::Checked,
        Self::TeamsInformed,
    ];

    /// The column of a phase. What waits or was cancelled stands where it stood before: ask [`super::Change::stands`].
    pub const fn of(phase: Phase) -> Self {
        match phase {
            Phase::Draft
            | Phase::Submitted
            | Phase::Assessed
            | Phase::Approved
            | Phase::Deferred
            | Phase::Cancelled => Self::Draft,
            Phase::Delegated => Self::Delegated,
            Phase::Accepted | Phase::Planned => Self::Accepted,
            Phase::InProgress => Self::InProgress,
            Phase::Implemented => Self::Implemented,
            Phase::Checked | Phase::Effective => Self::Checked,
            Phase::TeamsInformed | Phase::Closed => Self::TeamsInformed,
        }
    }
}
