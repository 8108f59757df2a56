//! What the screens of the recovery guide and the other documents of the process show.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::guide::difference::StepDifference;
use crate::domain::guide::markdown::Block;
use crate::domain::guide::steps::Step;
use crate::domain::guide::{Confirmed, Entered, Kind, Possible, Remarks, Stage, Standing};
use crate::domain::incident::StepResult;
use crate::ids::{PersonId, StreamId};
use crate::time::{Day, Instant};

/// By what documents are sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum GuideSort {
    /// Their title.
    #[default]
    Title,
    /// Their number.
    Number,
    /// Since when what holds has held.
    ValidFrom,
    /// Where the version stands that somebody works on.
    Stage,
    /// When they last changed.
    Changed,
}

/// A question for documents. An empty list filters nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct GuideQuery {
    /// Words of the title.
    pub search: String,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// Stages of the version that somebody works on.
    pub stages: Vec<Stage>,
    /// Only those of which a version holds today, or only those of which none does.
    pub valid: Option<bool>,
    /// By what they are sorted.
    pub sort: GuideSort,
    /// Largest or newest first.
    pub descending: bool,
    /// How many rows to pass over.
    pub offset: u32,
    /// How many rows to give, at most 500; 0 means 50.
    pub limit: u32,
}

/// A document in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuideRow {
    /// The record's id.
    pub id: StreamId,
    /// The number that people say.
    pub number: String,
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// The file that it was taken over from.
    pub file: Option<String>,
    /// The version that holds today.
    pub valid: Option<u32>,
    /// Since when it has held.
    pub valid_from: Option<Day>,
    /// A version that holds from a day to come.
    pub next: Option<u32>,
    /// That day.
    pub next_from: Option<Day>,
    /// The version that somebody works on.
    pub open: Option<u32>,
    /// Where it stands.
    pub stage: Option<Stage>,
    /// How many versions it has.
    pub versions: u32,
    /// When it last changed.
    pub changed: Instant,
}

/// A page of documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuidesPage {
    /// The rows.
    pub items: Vec<GuideRow>,
    /// How many fit.
    pub total: u32,
    /// How many there are in all.
    pub all: u32,
}

/// A version of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuideVersionView {
    /// Counted from 1.
    pub version: u32,
    /// How it stands today.
    pub standing: Standing,
    /// The version whose text it began with.
    pub based_on: Option<u32>,
    /// What is said of it.
    pub remarks: Remarks,
    /// Everybody who wrote in it.
    pub authors: Vec<PersonId>,
    /// How often it was saved.
    pub revision: u32,
    /// Every stage that it entered, oldest first.
    pub path: Vec<Entered>,
    /// From which day on it holds.
    pub from: Option<Day>,
    /// From which day on another one holds in its place.
    pub until: Option<Day>,
    /// When it was looked through and stayed as it is, oldest first.
    pub confirmed: Vec<Confirmed>,
}

/// A record that used a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuideUsed {
    /// The record.
    pub record: StreamId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The version as it was written down.
    pub version: String,
    /// When the guide was taken to hand.
    pub at: Instant,
}

/// That a step was carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GuideStepPassed")]
#[schemars(rename = "GuideStepPassed")]
pub struct StepPassed {
    /// In which record.
    pub record: StreamId,
    /// Its number.
    pub number: String,
    /// By which version, as it was written down.
    pub version: String,
    /// How it went: as written, or with a deviation.
    pub result: StepResult,
    /// When.
    pub at: Instant,
    /// Whether its text is another one since; none where that version is not known here.
    pub text_changed: Option<bool>,
}

/// A step with its last proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuideStepView {
    /// The step.
    #[serde(flatten)]
    #[ts(flatten)]
    pub step: Step,
    /// When it was carried out last; none: never.
    pub passed: Option<StepPassed>,
}

/// Everything about a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuideView {
    /// The record's id.
    pub id: StreamId,
    /// The number that people say.
    pub number: String,
    /// Its kind.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// The file that it was taken over from.
    pub file: Option<String>,
    /// Its versions, oldest first.
    pub versions: Vec<GuideVersionView>,
    /// The version that holds today.
    pub valid: Option<u32>,
    /// The version that somebody works on.
    pub open: Option<u32>,
    /// The version whose text stands here.
    pub shown: u32,
    /// Its text as Markdown.
    pub text: String,
    /// The same as blocks.
    pub blocks: Vec<Block>,
    /// Its steps.
    pub steps: Vec<GuideStepView>,
    /// Records that used the document, newest first.
    pub used: Vec<GuideUsed>,
    /// What can be done with the document and its open version, and what stands against it.
    pub possible: Vec<Possible>,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
    /// When it was begun.
    pub recorded: Instant,
    /// When it last changed.
    pub changed: Instant,
}

/// What is different between two versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct GuideDifferenceView {
    /// The earlier version.
    pub from: u32,
    /// The later one.
    pub to: u32,
    /// Their steps, in the order of the later one.
    pub steps: Vec<StepDifference>,
}
