//! What the screens of findings show.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::finding::{
    Confirmed, Details, Due, EffectWatch, Implementation, Kind, Origin, OriginKind, Passed, Phase, Possible,
    Proof, Refusal, Risk, Same, Setback,
};
use crate::domain::incident::{CauseClass, Priority};
use crate::ids::{PartId, PersonId, ServiceId, StreamId};
use crate::time::{Day, Instant};

/// By what findings are sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum FindingSort {
    /// When it last changed.
    #[default]
    Changed,
    /// Its number.
    Number,
    /// Its title.
    Title,
    /// Where it stands.
    Phase,
    /// How much it weighs.
    Kind,
    /// How soon it matters.
    Priority,
    /// Until when the action is due.
    Due,
}

/// A question to the findings. An empty list filters nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct FindingQuery {
    /// Words in the title, or a number.
    pub search: String,
    /// Where they stand, on the day asked.
    pub phases: Vec<Phase>,
    /// How much they weigh.
    pub kinds: Vec<Kind>,
    /// Who owns the action.
    pub owners: Vec<PersonId>,
    /// The nouns that they come from.
    pub origins: Vec<OriginKind>,
    /// Only those that come from this record.
    pub from: Option<StreamId>,
    /// Services that they concern.
    pub services: Vec<ServiceId>,
    /// Only those whose action is late on the day asked.
    pub overdue: bool,
    /// The day asked; none is today.
    pub on: Option<Day>,
    /// By what they are sorted.
    pub sort: FindingSort,
    /// Smallest or oldest first.
    pub ascending: bool,
    /// How many rows to pass over.
    pub offset: u32,
    /// How many rows to give, at most 500; 0 means 50.
    pub limit: u32,
}

/// A row of the findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingRow {
    /// The record's id.
    pub id: StreamId,
    /// The number that people say.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Where it stands on the day asked.
    pub phase: Phase,
    /// How much it weighs.
    pub kind: Kind,
    /// How soon it matters.
    pub priority: Priority,
    /// Who owns the action.
    pub owner: Option<PersonId>,
    /// Until when it is due.
    pub due: Option<Day>,
    /// Whether the action is late on the day asked.
    pub overdue: bool,
    /// The noun that it comes from.
    pub origin: OriginKind,
    /// The record that it comes from.
    pub origin_record: Option<StreamId>,
    /// That record's number.
    pub origin_number: Option<String>,
    /// The part of that record that it carries on.
    pub origin_part: Option<PartId>,
    /// The step that it concerns; empty when none.
    pub step: String,
    /// The class of the cause; none when it is not known.
    pub cause_class: Option<CauseClass>,
    /// When it was raised.
    pub raised: Instant,
    /// When it last changed.
    pub changed: Instant,
}

/// A page of the findings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingPage {
    /// The rows.
    pub items: Vec<FindingRow>,
    /// How many there are in all.
    pub total: u32,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
}

/// An earlier finding about the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct SimilarFinding {
    /// The finding.
    pub row: FindingRow,
    /// By what it is about the same.
    pub same: Vec<Same>,
    /// Whether it is closed and the same step or cause came again: then it is to be opened again.
    pub came_again: bool,
}

/// A later record that shows whether the action worked; a person confirms it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingOfferedProof")]
#[schemars(rename = "FindingOfferedProof")]
pub struct OfferedProof {
    /// The record, when, and by what it is about the same.
    pub proof: Proof,
    /// Its title.
    pub title: String,
}

/// A later record about the same that proves nothing, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingNoProof")]
#[schemars(rename = "FindingNoProof")]
pub struct NoProof {
    /// The record.
    pub record: StreamId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Why it proves nothing.
    pub refusal: Refusal,
}

/// The newest step, and whether it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingNewest {
    /// The order names it.
    pub id: PartId,
    /// Where the finding stands without it.
    pub phase: Phase,
    /// Who wrote it down.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
    /// Why it cannot be taken back; none when it can.
    pub refusal: Option<Refusal>,
}

/// Everything about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// The record's id.
    pub id: StreamId,
    /// How many events it has; rises with every change.
    #[ts(type = "number")]
    pub version: u64,
    /// The number that people say.
    pub number: String,
    /// Its title.
    pub title: String,
    /// How much it weighs.
    pub kind: Kind,
    /// What was seen, what it concerns, what is wanted.
    pub details: Details,
    /// Where it comes from.
    pub origin: Origin,
    /// The number of the record that it comes from.
    pub origin_number: Option<String>,
    /// Where it stands as it was written down.
    pub phase: Phase,
    /// Where it stands today: a risk that ended is open again.
    pub phase_today: Phase,
    /// Who owns the action.
    pub owner: Option<PersonId>,
    /// Until when it is due.
    pub due: Option<Due>,
    /// Whether it is late today.
    pub overdue: bool,
    /// What the owner said on accepting.
    pub acceptance: String,
    /// That the action is done, as somebody says, and who checked it.
    pub implementation: Option<Implementation>,
    /// What is waited for.
    pub watch: Option<EffectWatch>,
    /// The proof of its effect.
    pub effect: Option<Confirmed>,
    /// The number and title of the records that prove or disprove something here.
    pub cited: BTreeMap<StreamId, (String, String)>,
    /// The risk that is borne.
    pub risk: Option<Risk>,
    /// Why it was dropped; empty when it was not.
    pub dropped: String,
    /// What was said on closing.
    pub closing: String,
    /// What threw the action back, oldest first.
    pub setbacks: Vec<Setback>,
    /// The path so far, oldest first.
    pub path: Vec<Passed>,
    /// What can be done, each with what stands against it.
    pub possible: Vec<Possible>,
    /// The newest step.
    pub newest_step: Option<FindingNewest>,
    /// Later records that show the effect, newest first.
    pub proofs: Vec<OfferedProof>,
    /// Later records in which the same failed again, newest first.
    pub failures: Vec<OfferedProof>,
    /// Later records about the same that prove nothing, newest first.
    pub no_proofs: Vec<NoProof>,
    /// Earlier findings about the same.
    pub similar: Vec<SimilarFinding>,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
    /// Who raised it.
    pub raised_by: PersonId,
    /// When it was raised.
    pub raised: Instant,
    /// When anything about it was last recorded.
    pub changed: Instant,
}
