//! What the screen of one incident shows.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::incident::{
    AuthorityNotice, CauseClass, Clock, Consulted, CustomerReports, Decided, Duration, DurationKind, Entry,
    Evidence, Fact, Gap, GuideUse, ImpactFigures, LegalClock, LegalStage, LegallyClassified, Message,
    Milestone, NewestStep, Outside, Passed, Phase, Possible, ProviderCase, ProviderState, Recommendation,
    RecoveryStep, Refusal, ReportNoted, RoleHeld, Severity, Source, StandingDeed, Stated, TakenOverFrom,
    Ticket,
};
use crate::domain::organisation::{Service, SlaLevel};
use crate::domain::policy::Regime;
use crate::ids::{PersonId, StreamId};
use crate::time::{Instant, Length, Moment};

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
    /// What the laws ask for: those that bind, and those under which something was recorded.
    pub legal: Vec<LegalView>,
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
    /// The process review that is planned after it, or was held.
    pub review: Option<super::FollowingReview>,
    /// The newest step of the process and what taking it back does; none when there is none.
    pub newest_step: Option<NewestStep>,
    /// Other deeds that stand and can be taken back, oldest first.
    pub deeds: Vec<StandingDeed>,
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

/// What a law asks for about an incident. Help, not legal advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct LegalView {
    /// The law.
    pub regime: Regime,
    /// Whether its clocks hold for what begins today.
    pub holds: bool,
    /// The notices that it asks for, in their order.
    pub stages: Vec<LegalStage>,
    /// What it asks for, with dates.
    pub clocks: Vec<LegalClock>,
    /// What was decided, oldest first.
    pub classifications: Vec<LegallyClassified>,
    /// Notices that went to the authority, in the order in which they were written down.
    pub notices: Vec<AuthorityNotice>,
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
