//! What the register shows: rows, pages and the choices of its filters.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::incident::{CauseClass, OutsideKind, Phase, ProviderFault, Severity, Source};
use crate::ids::{ServiceId, StreamId};
use crate::time::{Instant, Length};

/// How many rows a page has when nobody says.
pub const fn page() -> u32 {
    50
}

/// By what the register is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum RegisterSort {
    /// When it began.
    #[default]
    Began,
    /// Its number.
    Number,
    /// Its title.
    Title,
    /// Where it stands.
    Phase,
    /// How bad it is.
    Severity,
    /// How long the service was down.
    Downtime,
    /// When it last changed.
    Changed,
}

/// A question to the register. An empty list filters nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct RegisterQuery {
    /// Words that must occur in the record.
    pub search: String,
    /// Only emergencies, or only those that are none.
    pub emergency: Option<bool>,
    /// Phases.
    pub phases: Vec<Phase>,
    /// Severities.
    pub severities: Vec<Severity>,
    /// Where the first notice came from.
    pub sources: Vec<Source>,
    /// Outside sources, such as `statuspage/kctbh9vrtdwd`.
    pub outside_sources: Vec<String>,
    /// What they were in their source.
    pub outside_kinds: Vec<OutsideKind>,
    /// Services that are hit.
    pub services: Vec<ServiceId>,
    /// Classes of the cause.
    pub causes: Vec<CauseClass>,
    /// Whether the provider is at fault.
    pub provider: Vec<ProviderFault>,
    /// Only what began at this instant or later.
    pub from: Option<Instant>,
    /// Only what began before this instant.
    pub until: Option<Instant>,
    /// Only records with something odd about them.
    pub dirty: bool,
    /// Also records that were taken out of the register.
    pub withdrawn: bool,
    /// By what it is sorted.
    pub sort: RegisterSort,
    /// Smallest or oldest first.
    pub ascending: bool,
    /// How many rows to pass over.
    pub offset: u32,
    /// How many rows to give, at most 500; 0 means 50.
    pub limit: u32,
}

/// A row of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegisterRow {
    /// The record's id.
    pub id: StreamId,
    /// The number that people say.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub phase: Phase,
    /// Whether it is, or was, an emergency.
    pub emergency: bool,
    /// How bad it is.
    pub severity: Option<Severity>,
    /// Where the first notice came from.
    pub source: Source,
    /// The class of the cause.
    pub cause_class: Option<CauseClass>,
    /// Whether the provider is at fault.
    pub provider_fault: Option<ProviderFault>,
    /// When it began: impact start, else notice, else when it was recorded.
    pub began: Instant,
    /// When the impact began.
    pub impact_start: Option<Instant>,
    /// When it was noticed.
    pub noticed: Option<Instant>,
    /// When the service ran again.
    pub running: Option<Instant>,
    /// When the service was restored.
    pub restored: Option<Instant>,
    /// When the end was declared.
    pub ended: Option<Instant>,
    /// Downtime in seconds; none when not recorded.
    pub downtime: Option<Length>,
    /// The outside source it came from.
    pub outside_source: Option<String>,
    /// Its id there.
    pub outside_id: Option<String>,
    /// What it was there.
    pub outside_kind: Option<OutsideKind>,
    /// How many odd things there are about it.
    pub dirt: u32,
    /// Lines of its timeline.
    pub entries: u32,
    /// Open must-tasks.
    pub open_tasks: u32,
    /// Tickets of an emergency without the keyword.
    pub tickets_missing_keyword: u32,
    /// When it last changed.
    pub changed: Instant,
}

/// A page of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegisterPage {
    /// The rows.
    pub items: Vec<RegisterRow>,
    /// How many there are in all.
    pub total: u32,
    /// How many events the text index is behind; a search may miss what they say.
    #[ts(type = "number")]
    pub unindexed: u64,
}

/// Numbers for the register's filters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Facets {
    /// Records per phase.
    pub phases: Vec<(Phase, u32)>,
    /// Records per outside source.
    pub outside_sources: Vec<(String, u32)>,
    /// Records per severity.
    pub severities: Vec<(Severity, u32)>,
    /// Emergencies.
    pub emergencies: u32,
    /// All.
    pub total: u32,
}
