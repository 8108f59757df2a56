//! A batch of an import: from which source, with which outcome, and whether it was undone. One stream a batch.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Context;
use crate::ids::Number;
use crate::time::Instant;

/// An order about a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "BatchCommand")]
#[schemars(rename = "BatchCommand")]
pub enum Command {
    /// Begin to take over.
    Begin {
        /// The name of the file or folder.
        file: String,
        /// The format that was recognised.
        format: String,
        /// The rule that says which items are emergencies.
        rule: String,
    },
    /// End it: everything was taken over.
    Finish {
        /// Records that are new.
        new: u32,
        /// Records that changed.
        changed: u32,
        /// Records that are as they were.
        unchanged: u32,
        /// Rows that were refused.
        refused: u32,
    },
    /// Note that the batch was undone by compensating events.
    MarkUndone {
        /// Records that were taken back.
        records: u32,
    },
}

/// What happened to a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The fields are those of the commands.
pub enum Event {
    Begun { number: Number, file: String, format: String, rule: String },
    Finished { new: u32, changed: u32, unchanged: u32, refused: u32 },
    Undone { records: u32 },
}

/// Why an order about a batch is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "BatchRefusal")]
#[schemars(rename = "BatchRefusal")]
pub enum Refusal {
    #[error("there is no such batch")]
    BatchUnknown,
    #[error("this batch exists already")]
    BatchExists,
    #[error("this batch was undone already")]
    BatchUndone,
    #[error("this batch is finished")]
    BatchFinished,
}

/// A batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The number that people say.
    pub number: Number,
    /// The name of the file or folder.
    pub file: String,
    /// The format.
    pub format: String,
    /// The rule that says which items are emergencies.
    pub rule: String,
    /// When it began.
    pub begun: Instant,
    /// New, changed, unchanged, refused; none while it runs.
    pub outcome: Option<[u32; 4]>,
    /// When it was undone.
    pub undone: Option<Instant>,
}

/// What follows from an order.
///
/// # Errors
/// The reason why it is refused.
pub fn decide(batch: Option<&Batch>, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    match (batch, command) {
        (None, Command::Begin { file, format, rule }) => {
            Ok(vec![Event::Begun { number: context.number, file, format, rule }])
        }
        (None, Command::Finish { .. } | Command::MarkUndone { .. }) => Err(Refusal::BatchUnknown),
        (Some(_), Command::Begin { .. }) => Err(Refusal::BatchExists),
        (Some(batch), Command::Finish { new, changed, unchanged, refused }) => match batch.outcome {
            Some(_) => Err(Refusal::BatchFinished),
            None => Ok(vec![Event::Finished { new, changed, unchanged, refused }]),
        },
        (Some(batch), Command::MarkUndone { records }) => match batch.undone {
            Some(_) => Err(Refusal::BatchUndone),
            None => Ok(vec![Event::Undone { records }]),
        },
    }
}

/// The state after an event.
pub fn evolve(batch: Option<Batch>, event: &Event, recorded: Instant) -> Option<Batch> {
    match event {
        Event::Begun { number, file, format, rule } => Some(Batch {
            number: *number,
            file: file.clone(),
            format: format.clone(),
            rule: rule.clone(),
            begun: recorded,
            outcome: None,
            undone: None,
        }),
        Event::Finished { new, changed, unchanged, refused } => {
            batch.map(|batch| Batch { outcome: Some([*new, *changed, *unchanged, *refused]), ..batch })
        }
        Event::Undone { .. } => batch.map(|batch| Batch { undone: Some(recorded), ..batch }),
    }
}
