//! What the screens of action plans show.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::DrillRow;
use crate::domain::plan::{DrillKind, Gap, PlanContent, PlanPassed, Planned, PossiblePlanDeed, Stage};
use crate::ids::{PersonId, StreamId};
use crate::time::Instant;

/// By what action plans are sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum PlanSort {
    /// Its number.
    #[default]
    Number,
    /// Its title.
    Title,
    /// Its kind.
    Kind,
    /// Where its newest version stands.
    Stage,
    /// When it last changed.
    Changed,
}

/// A question for action plans. An empty list filters nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct PlansQuery {
    /// Words that must occur in number, title or scenario.
    pub search: String,
    /// Kinds of test.
    pub kinds: Vec<DrillKind>,
    /// Where the newest version stands.
    pub stages: Vec<Stage>,
    /// Also plans that are no longer used.
    pub retired: bool,
    /// By what it is sorted.
    pub sort: PlanSort,
    /// Smallest or oldest first.
    pub ascending: bool,
    /// How many rows to pass over.
    pub offset: u32,
    /// How many rows to give, at most 500; 0 means 50.
    pub limit: u32,
}

/// A row of the action plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanRow {
    /// The record's id.
    pub id: StreamId,
    /// The number that people say.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The kind of test.
    pub kind: DrillKind,
    /// The scenario.
    pub scenario: String,
    /// Where its newest version stands.
    pub stage: Stage,
    /// The newest version.
    pub version: u32,
    /// The newest version that was approved; none as long as there is none.
    pub approved: Option<u32>,
    /// How many steps it has.
    pub steps: u32,
    /// How long it is planned to take, in minutes.
    pub minutes: u32,
    /// Whether it is no longer used.
    pub retired: bool,
    /// When it last changed.
    pub changed: Instant,
}

/// A page of the action plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlansPage {
    /// The rows.
    pub items: Vec<PlanRow>,
    /// How many there are in all.
    pub total: u32,
}

/// One version of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanVersionView {
    /// Counted from 1.
    pub number: u32,
    /// Where it stands.
    pub stage: Stage,
    /// What it says.
    pub content: PlanContent,
    /// When each step is planned to run.
    pub planned: Vec<Planned>,
    /// What it lacks before it can be handed in.
    pub gaps: Vec<Gap>,
    /// Who wrote in it.
    pub authors: Vec<PersonId>,
    /// Its way so far, oldest first.
    pub path: Vec<PlanPassed>,
}

/// Everything about an action plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanView {
    /// The record's id.
    pub id: StreamId,
    /// How many events it has; rises with every change.
    #[ts(type = "number")]
    pub version: u64,
    /// The number that people say.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its versions, newest first.
    pub versions: Vec<PlanVersionView>,
    /// The version that holds; none as long as none was approved.
    pub approved: Option<u32>,
    /// Why it is no longer used; none while it is.
    pub retired: Option<String>,
    /// What can be done, with what stands against each deed.
    pub possible: Vec<PossiblePlanDeed>,
    /// Tests by this plan, newest first.
    pub drills: Vec<DrillRow>,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
    /// Who opened it.
    pub opened_by: PersonId,
    /// When it was opened.
    pub opened: Instant,
    /// When it last changed.
    pub changed: Instant,
}
