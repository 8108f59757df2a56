//! What screens show: one shape a screen. Plain data; names of people stand beside their ids.

mod change;
mod deadlines;
mod drill;
mod finding;
mod guide;
mod incident;
mod notice;
mod plan;
mod register;
mod reminder;
mod review;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use change::*;
pub use deadlines::*;
pub use drill::*;
pub use finding::*;
pub use guide::*;
pub use incident::*;
pub use notice::*;
pub use plan::*;
pub use register::*;
pub use reminder::*;
pub use review::*;

use crate::domain::incident::Phase;
use crate::domain::organisation::{Language, Role, Service, SlaLevel, Team};
use crate::domain::report::ReportKind;
use crate::domain::review::Trigger;
use crate::ids::{BlobHash, PersonId, RecordRef, StreamId, TeamId};
use crate::time::{Instant, Moment, Zone};

/// Something that needs somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Need {
    /// What kind of need.
    pub kind: NeedKind,
    /// The record.
    pub record: StreamId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What is to be done, where a person wrote it.
    pub text: String,
    /// By when.
    pub due: Option<Moment>,
    /// How soon, at the instant asked.
    pub urgency: Urgency,
    /// Who is to do it.
    pub owner: Option<PersonId>,
}

/// How soon something needs somebody, most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Urgency {
    /// The date is over.
    Late,
    /// Within 24 hours.
    Day,
    /// Without a date.
    Open,
    /// In more than 24 hours.
    Later,
}

impl Urgency {
    /// All of them, most urgent first.
    pub const ALL: [Self; 4] = [Self::Late, Self::Day, Self::Open, Self::Later];
}

/// Why something needs somebody; in the order of urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum NeedKind {
    /// The service is to be back by its objective (RTO).
    Recovery,
    /// The next update to users is due.
    NextUpdate,
    /// The expected time of repair is near or over.
    ExpectedRepair,
    /// The limit of waiting for the provider is near or over.
    WaitingLimit,
    /// It must be decided whether this is an emergency.
    Decision,
    /// Nobody assesses it yet.
    Assessment,
    /// Tickets lack the keyword.
    Keyword,
    /// The provider's review is expected.
    ProviderReview,
    /// A recommended action is open.
    Task,
    /// The report is to be issued.
    Report,
    /// Affected users are to be told.
    CustomerReports,
    /// The record can be closed.
    Closing,
    /// A process review is to be held.
    Review,
    /// A team is to answer to a delegated change.
    ChangeAnswer,
    /// A change is to be done.
    Change,
    /// A change that waited is to be taken up again.
    ChangeResumes,
    /// The action of a finding is to be done.
    Finding,
    /// A later record shows that the action of a finding works: somebody is to confirm it.
    FindingProof,
    /// The same failed again after the action of a finding was done.
    FindingAgain,
    /// A risk that is borne ends.
    RiskEnds,
    /// The yearly review is due and none is planned before.
    ReviewPeriodic,
    /// A test is to be conducted.
    Drill,
    /// The result of a test is to be approved.
    DrillResult,
    /// A test that was aborted or not passed is to be done again.
    Retest,
    /// The result of a test is to be analysed in a review.
    DrillAnalysis,
    /// The yearly test is due; the record is the last test, or the organisation where there was none.
    DrillPeriodic,
    /// A notice is to be acknowledged by everyone whom it asks.
    Acknowledgement,
    /// It must be decided whether a law asks for a notice to its authority.
    LegalClassification,
    /// The first notice to an authority is due.
    LegalFirst,
    /// The notice to an authority is due.
    LegalNotice,
    /// An intermediate report to an authority is due.
    LegalInterim,
    /// The final report to an authority is due.
    LegalFinal,
    /// A service credit is to be claimed.
    CreditClaim,
    /// A valid document is to be looked through again.
    DocumentReview,
}

/// What needs somebody now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct HomeView {
    /// Emergencies that are running, oldest first.
    pub running: Vec<RunningEmergency>,
    /// Tests that are being conducted, the one that began first first.
    pub tests: Vec<RunningTest>,
    /// What needs somebody, most urgent first.
    pub needs: Vec<Need>,
    /// Records that changed last.
    pub recent: Vec<RegisterRow>,
    /// How many records there are.
    pub incidents: u32,
    /// How many of them are emergencies.
    pub emergencies: u32,
}

/// An emergency that is running.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunningEmergency {
    /// The record.
    pub record: StreamId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub phase: Phase,
    /// When the impact began, or else when it was noticed.
    pub since: Option<Moment>,
    /// Who leads.
    pub lead: Option<PersonId>,
}

/// A test that is being conducted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct RunningTest {
    /// The record.
    pub record: StreamId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Whether it is interrupted.
    pub interrupted: bool,
    /// When it began.
    pub since: Moment,
    /// The numbers of the steps that run.
    pub steps: Vec<String>,
    /// How many steps are settled.
    pub done: u32,
    /// How many there are.
    pub all: u32,
    /// Who conducts it.
    pub coordinator: PersonId,
}

/// Something that contains the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// The record.
    pub record: StreamId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Whether it is, or was, an emergency.
    pub emergency: bool,
    /// Where it stands.
    pub phase: Phase,
    /// The text around the words.
    pub text: String,
    /// When it was written down.
    pub recorded: Instant,
}

/// What contains the words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct SearchPage {
    /// The hits.
    pub items: Vec<Hit>,
    /// How many events the text index is behind.
    #[ts(type = "number")]
    pub unindexed: u64,
}

/// A question to the journal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct JournalQuery {
    /// Only events before this place; none begins at the newest.
    #[ts(type = "number | null")]
    pub before: Option<u64>,
    /// Only of this record.
    pub record: Option<RecordRef>,
    /// How many, at most 500; 0 means 50.
    pub limit: u32,
}

/// An event as the journal shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalRow {
    /// Its place in the log.
    #[ts(type = "number")]
    pub seq: u64,
    /// Its kind, such as `incident.milestoneSet`.
    pub kind: String,
    /// The version of its shape.
    pub version: u32,
    /// The record.
    pub record: StreamId,
    /// The record's number; none for the organisation.
    pub number: Option<String>,
    /// The order that wrote it.
    pub order: String,
    /// Who.
    pub by: Option<PersonId>,
    /// When it was written down.
    pub recorded: Instant,
    /// When it happened, where it says so.
    pub occurred: Option<Moment>,
    /// What it says; none when it was redacted.
    #[schemars(with = "Option<serde_json::Value>")]
    #[ts(type = "unknown")]
    pub data: Option<serde_json::Value>,
    /// Of an order that was undone: what it had written about this record, oldest first.
    pub undid: Vec<Undid>,
    /// The first and last digits of its hash.
    pub hash: String,
}

/// An event that was undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Undid {
    /// Its kind, such as `incident.milestoneSet`.
    pub kind: String,
    /// What it says; none when it was redacted.
    #[schemars(with = "Option<serde_json::Value>")]
    #[ts(type = "unknown")]
    pub data: Option<serde_json::Value>,
}

/// A page of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct JournalPage {
    /// The rows, newest first.
    pub items: Vec<JournalRow>,
    /// How many events the log has.
    #[ts(type = "number")]
    pub total: u64,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
}

/// A person of the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonView {
    /// The person.
    pub id: PersonId,
    /// The name; none when it was erased.
    pub name: Option<String>,
    /// Mail address.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// What the person may do.
    pub roles: Vec<Role>,
    /// The teams the person belongs to.
    pub teams: Vec<TeamId>,
    /// Whether the person still takes part.
    pub active: bool,
}

/// The organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrganisationView {
    /// Its name; empty before it is founded.
    pub name: String,
    /// The language of new papers.
    pub language: Language,
    /// The zone in which its days begin.
    pub zone: Zone,
    /// People, by name.
    pub people: Vec<PersonView>,
    /// Teams.
    pub teams: Vec<Team>,
    /// Services, by name.
    pub services: Vec<Service>,
    /// SLA levels.
    pub sla_levels: Vec<SlaLevel>,
}

/// A version of an issued report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportRow {
    /// The report's record.
    pub report: StreamId,
    /// Its number.
    pub number: String,
    /// Its version.
    pub version: u32,
    /// The kind of paper.
    pub kind: ReportKind,
    /// The record that it is about.
    pub about: StreamId,
    /// That record's number.
    pub about_number: String,
    /// That record's title; empty where it has none.
    pub about_title: String,
    /// What that record is held for, where it is a process review.
    pub about_trigger: Option<Trigger>,
    /// The language of the paper.
    pub language: Language,
    /// Who approved it.
    pub approver: PersonId,
    /// SHA-256 of its bytes.
    pub hash: BlobHash,
    /// Its pages.
    pub pages: u32,
    /// When it was issued.
    pub issued: Instant,
}

/// Reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportsView {
    /// Issued, newest first.
    pub issued: Vec<ReportRow>,
    /// Emergencies that wait for their report.
    pub waiting: Vec<RegisterRow>,
    /// Process reviews that are approved and wait for theirs.
    pub waiting_reviews: Vec<ReviewRow>,
    /// DR tests whose result is approved and that wait for theirs.
    pub waiting_tests: Vec<DrillRow>,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
}

/// A batch of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct BatchRow {
    /// The batch.
    pub batch: StreamId,
    /// Its number.
    pub number: String,
    /// The name of the file or folder.
    pub file: String,
    /// The format.
    pub format: String,
    /// The rule that says which items are emergencies.
    pub rule: String,
    /// When it began.
    pub begun: Instant,
    /// New, changed, unchanged, refused; none while it runs or when it was broken off.
    pub outcome: Option<[u32; 4]>,
    /// When it was undone.
    pub undone: Option<Instant>,
}

/// Where the chain stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChainView {
    /// How many events the log has.
    #[ts(type = "number")]
    pub events: u64,
    /// The hash of the newest, 64 hexadecimal digits; empty when there is none.
    pub head: String,
    /// When the newest was written down.
    pub newest: Option<Instant>,
    /// Up to where the chain was verified last.
    #[ts(type = "number | null")]
    pub verified_seq: Option<u64>,
    /// When that was.
    pub verified: Option<Instant>,
}
