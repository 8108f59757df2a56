//! What a change request says, and where it comes from when another workspace handed it over.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::incident::Priority;
use crate::ids::{PartId, ServiceId, TeamId};

/// Which kind of change it is (ISO 22301, 10.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangeKind")]
#[schemars(rename = "ChangeKind")]
pub enum Kind {
    /// What is wrong is put right.
    Correction,
    /// Its cause is taken away.
    CorrectiveAction,
    /// What is good gets better.
    Improvement,
}

/// The element of capability that it strengthens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum CapabilityElement {
    /// Planning.
    Planning,
    /// Organisation.
    Organisation,
    /// Equipment.
    Equipment,
    /// Training.
    Training,
    /// Exercise.
    Exercise,
}

/// What is missing before the next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangeMissing")]
#[schemars(rename = "ChangeMissing")]
pub enum Missing {
    /// What is to change.
    Wanted,
    /// Why it is wanted.
    Reason,
    /// The kind.
    Kind,
    /// The priority.
    Priority,
    /// The risk.
    Risk,
    /// The comment to a refusal.
    Comment,
    /// What the assessment found.
    Assessment,
    /// What was done.
    Record,
    /// How it was checked.
    Method,
    /// What was found.
    Result,
    /// The document.
    Document,
    /// Its version.
    Version,
    /// By which way the teams were informed.
    Way,
}

/// What a change request says (report-contents.md, f).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "ChangeText")]
#[schemars(rename = "ChangeText")]
pub struct Text {
    /// Its title.
    pub title: String,
    /// What is to change.
    #[serde(default)]
    pub wanted: String,
    /// What was observed; the area for improvement.
    #[serde(default)]
    pub observation: String,
    /// Which kind of change it is.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// What is at the root of it.
    #[serde(default)]
    pub root_cause: String,
    /// Why it is wanted.
    #[serde(default)]
    pub reason: String,
    /// What it is good for.
    #[serde(default)]
    pub benefit: String,
    /// How one sees that it does what it is wanted for.
    #[serde(default)]
    pub success: String,
    /// The steps of the process that it touches.
    #[serde(default)]
    pub steps: String,
    /// The documents that it touches.
    #[serde(default)]
    pub documents: String,
    /// The systems that it touches and that are no services of the organisation.
    #[serde(default)]
    pub systems: String,
    /// The services that it touches.
    #[serde(default)]
    pub services: Vec<ServiceId>,
    /// The teams that it touches.
    #[serde(default)]
    pub teams: Vec<TeamId>,
    /// The element of capability.
    #[serde(default)]
    pub element: Option<CapabilityElement>,
    /// What may go wrong.
    #[serde(default)]
    pub risk: String,
    /// Whom and what it hits.
    #[serde(default)]
    pub impact: String,
    /// What does not run meanwhile.
    #[serde(default)]
    pub outage: String,
    /// How urgent it is.
    #[serde(default)]
    pub priority: Option<Priority>,
    /// How much work it is.
    #[serde(default)]
    pub effort: String,
    /// What it costs, in the smallest unit of the currency.
    #[serde(default)]
    #[ts(type = "number | null")]
    pub cost_minor: Option<u64>,
    /// The currency, by its three letters.
    #[serde(default)]
    pub currency: String,
    /// How one goes back.
    #[serde(default)]
    pub fallback: String,
    /// How one tests it.
    #[serde(default)]
    pub test_plan: String,
    /// Whether work may begin before it is approved.
    #[serde(default)]
    pub emergency: bool,
}

/// Where a change request comes from that another workspace handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "ChangeOutside")]
#[schemars(rename = "ChangeOutside")]
pub struct Outside {
    /// The package, which is what was asked over there.
    pub package: PartId,
    /// The workspace, by the hash of its first event.
    pub workspace: String,
    /// Its organisation.
    pub organisation: String,
    /// Its number over there.
    pub number: String,
    /// The team that was asked, as it is called over there.
    pub team: String,
    /// The services and teams that it touches, as they are called over there.
    pub affected: String,
    /// The key that signed the package, as 64 hexadecimal digits.
    pub signer: String,
}
