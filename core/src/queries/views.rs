//! What screens show: one shape a screen. Plain data; names of people stand beside their ids.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::incident::{
    CauseClass, Clock, Consulted, CustomerReports, Decided, Duration, DurationKind, Entry, Evidence, Fact,
    Gap, GuideUse, ImpactFigures, Message, Milestone, NewestStep, Outside, OutsideKind, Passed, Phase,
    Possible, ProviderCase, ProviderFault, ProviderState, Recommendation, RecoveryStep, Refusal, ReportNoted,
    RoleHeld, Severity, Source, Stated, TakenOverFrom, Ticket,
};
use crate::domain::organisation::{Language, Role, Service, SlaLevel, Team};
use crate::domain::report::ReportKind;
use crate::ids::{BlobHash, PersonId, RecordRef, ServiceId, StreamId, TeamId};
use crate::time::{Instant, Length, Moment, Zone};

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
}

/// What needs somebody now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct HomeView {
    /// Emergencies that are running, oldest first.
    pub running: Vec<RunningEmergency>,
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

/// A named moment with the durations' point of view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct MilestoneView {
    /// Which.
    pub milestone: Milestone,
    /// When; none when not recorded.
    pub moment: Option<Moment>,
}

/// A fact with its history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct FactView {
    /// Which.
    pub fact: Fact,
    /// The text as it stands; empty when not recorded.
    pub text: String,
    /// What was stated, oldest first.
    pub history: Vec<Stated>,
}

/// A service that is hit, with objective and reality.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ObjectiveView {
    /// The service.
    pub service: Service,
    /// Actual recovery time (RTA) in seconds; none when not recorded.
    pub recovery: Option<Length>,
    /// Whether the RTO was met; none when either is not recorded.
    pub rto_met: Option<bool>,
    /// Actual data loss (RPA) in minutes; none when not recorded.
    pub data_loss_minutes: Option<u32>,
    /// Whether the RPO was met; none when either is not recorded.
    pub rpo_met: Option<bool>,
}

/// The SLA level of an incident, and whether its times were kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct SlaView {
    /// The level.
    pub level: SlaLevel,
    /// Whether the response time was kept; none when it cannot be said.
    pub response_kept: Option<bool>,
    /// Whether the handling time was kept; none when it cannot be said.
    pub handling_kept: Option<bool>,
}

/// Everything about an incident or emergency, durations computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct IncidentView {
    /// The record's id.
    pub id: StreamId,
    /// How many events it has; rises with every change.
    #[ts(type = "number")]
    pub version: u64,
    /// The number that people say.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub phase: Phase,
    /// Whether it is, or was, an emergency.
    pub emergency: bool,
    /// Where the first notice came from.
    pub source: Source,
    /// How bad it is.
    pub severity: Option<Severity>,
    /// Its SLA level.
    pub sla: Option<SlaView>,
    /// Every milestone, also those that are not recorded.
    pub milestones: Vec<MilestoneView>,
    /// Every duration.
    pub durations: Vec<Duration>,
    /// The clocks as they stand now.
    pub clocks: Vec<Clock>,
    /// Services that are hit, with objective and reality.
    pub objectives: Vec<ObjectiveView>,
    /// Every fact, also those that nobody stated.
    pub facts: Vec<FactView>,
    /// Numbers of the impact.
    pub impact: ImpactFigures,
    /// The class of the cause.
    pub cause_class: Option<CauseClass>,
    /// The path so far.
    pub path: Vec<Passed>,
    /// Decisions.
    pub decisions: Vec<Decided>,
    /// Consultations.
    pub consultations: Vec<Consulted>,
    /// The disaster team, with roles that were handed over.
    pub team: Vec<RoleHeld>,
    /// The provider's case.
    pub provider: ProviderCase,
    /// Where the provider's case may stand next, the nearest first.
    pub provider_next: Vec<ProviderState>,
    /// The guide that was activated.
    pub guide: Option<GuideUse>,
    /// Steps of the guide.
    pub steps: Vec<RecoveryStep>,
    /// Messages to users.
    pub messages: Vec<Message>,
    /// Recommendations.
    pub recommendations: Vec<Recommendation>,
    /// Tickets.
    pub tickets: Vec<Ticket>,
    /// Evidence.
    pub evidence: Vec<Evidence>,
    /// The timeline, by when it happened.
    pub entries: Vec<Entry>,
    /// Whether affected users received their reports.
    pub customer_reports: Option<(CustomerReports, Moment, String)>,
    /// Reports that were issued.
    pub reports: Vec<ReportNoted>,
    /// The same record in outside sources.
    pub outside: Vec<Outside>,
    /// What it was in its source.
    pub taken_over: Option<TakenOverFrom>,
    /// What its report still lacks.
    pub report_gaps: Vec<Gap>,
    /// What still keeps it from being closed.
    pub closing_gaps: Vec<Gap>,
    /// The newest step of the process and what taking it back does; none when there is none.
    pub newest_step: Option<NewestStep>,
    /// The steps of the process, with what stands against each.
    pub possible: Vec<Possible>,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
    /// Who recorded it.
    pub recorded_by: PersonId,
    /// When it was recorded.
    pub recorded: Instant,
    /// When it last changed.
    pub changed: Instant,
}

/// What changes when a milestone is moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// Why the order would be refused; then nothing changes. That a reason is needed is not said here.
    pub refusal: Option<Refusal>,
    /// Durations that change.
    pub durations: Vec<DurationChange>,
    /// Clocks that change, before and after.
    pub clocks_before: Vec<Clock>,
    /// The clocks afterwards.
    pub clocks_after: Vec<Clock>,
    /// Objectives whose being met changes, afterwards.
    pub objectives: Vec<ObjectiveView>,
}

/// A duration before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct DurationChange {
    /// Which.
    pub kind: DurationKind,
    /// Before, in seconds.
    pub before: Option<Length>,
    /// After, in seconds.
    pub after: Option<Length>,
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
    /// That record's title.
    pub about_title: String,
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
