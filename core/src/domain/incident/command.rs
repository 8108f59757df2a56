//! What people may order about an incident. Shapes only; the rules are in `decide`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::parts::*;
use super::words::*;
use crate::domain::policy::Regime;
use crate::ids::{OrderId, PartId, PersonId, ServiceId, SlaLevelId, StreamId};
use crate::time::{Day, Moment};

/// An order about one incident. `at` is always when it happened, never when it is written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "IncidentCommand")]
#[schemars(rename = "IncidentCommand")]
pub enum Command {
    /// Record a new incident (duties 1, 2).
    Report {
        /// A short name for it.
        title: String,
        /// Where the first notice came from.
        source: Source,
        /// When it was noticed.
        noticed: Moment,
        /// When the service began to fail, if known.
        #[serde(default)]
        impact_start: Option<Moment>,
        /// How bad it is, if known.
        #[serde(default)]
        severity: Option<Severity>,
        /// What was reported.
        #[serde(default)]
        description: String,
        /// Services that are hit.
        #[serde(default)]
        services: Vec<ServiceId>,
    },
    /// Take over a record of an outside source.
    TakeOver(Box<TakenOver>),
    /// Change the title.
    Retitle {
        /// The new title.
        title: String,
    },
    /// State the severity.
    RateSeverity {
        /// None takes it back.
        severity: Option<Severity>,
    },
    /// Put the incident under an SLA level (duties 7).
    SetSlaLevel {
        /// The level; none takes it away.
        level: Option<SlaLevelId>,
    },
    /// Begin to assess (duties 3).
    StartAssessment {
        /// When.
        at: Moment,
    },
    /// Consult the deployment team (duties 5, 8).
    ConsultDeploymentTeam {
        /// When.
        at: Moment,
        /// Who was asked.
        person: PersonId,
        /// What they advised.
        advice: String,
    },
    /// Propose to escalate.
    ProposeEscalation {
        /// When.
        at: Moment,
        /// Why.
        reason: String,
    },
    /// Decide not to escalate (duties 4).
    DeclineEscalation {
        /// When.
        at: Moment,
        /// Who decided.
        decider: PersonId,
        /// Why.
        reason: String,
    },
    /// Solve by usual support: no emergency (duties 6).
    SolveBySupport {
        /// When.
        at: Moment,
        /// Who decided that it is no emergency.
        decider: PersonId,
        /// Why it is no emergency, and how it was solved.
        reason: String,
    },
    /// Declare the emergency (duties 4, 9).
    DeclareEmergency {
        /// When.
        at: Moment,
        /// Who decided.
        decider: PersonId,
        /// Why.
        reason: String,
        /// Who was consulted before.
        consulted: Vec<PersonId>,
        /// Why nobody was consulted, when nobody was.
        #[serde(default)]
        unconsulted: String,
    },
    /// Declare the disaster team formed (duties 9).
    FormTeam {
        /// When.
        at: Moment,
    },
    /// Give a role of the disaster team to a person. Who held a role that is one person's hands it over.
    AssignRole {
        /// The role.
        role: TeamRole,
        /// Who takes it.
        person: PersonId,
        /// Who stands in.
        #[serde(default)]
        deputy: Option<PersonId>,
        /// When.
        at: Moment,
        /// What was said at the hand-over.
        #[serde(default)]
        handover: String,
    },
    /// Take a person out of a role of the disaster team.
    ReleaseRole {
        /// The role.
        role: TeamRole,
        /// Who held it.
        person: PersonId,
        /// When.
        at: Moment,
        /// What was said at the hand-over, and to whom.
        #[serde(default)]
        handover: String,
    },
    /// State the numbers of the impact (duties 13).
    StateImpact {
        /// All of them; they replace the earlier ones.
        figures: ImpactFigures,
    },
    /// State a fact in words; an empty text takes it back.
    StateFact {
        /// Which fact.
        fact: Fact,
        /// The text.
        text: String,
    },
    /// State the class of the cause.
    ClassifyCause {
        /// The class; none takes it back.
        class: Option<CauseClass>,
    },
    /// Declare scope, impact and cause found (duties 13).
    CompleteAnalysis {
        /// When.
        at: Moment,
    },
    /// State whether the provider is at fault (duties 14).
    JudgeProvider {
        /// The provider's name.
        provider: String,
        /// Whether it is at fault.
        fault: ProviderFault,
        /// When it was decided.
        at: Moment,
        /// Who decided.
        decider: PersonId,
        /// Why; may be empty as long as it is unknown.
        #[serde(default)]
        reason: String,
    },
    /// Contact the provider: open its case, with tracking ids and tickets (duties 15, 16).
    ContactProvider {
        /// When.
        at: Moment,
        /// Service Health tracking ids.
        #[serde(default)]
        tracking_ids: Vec<String>,
        /// Tickets at the provider.
        #[serde(default)]
        tickets: Vec<String>,
    },
    /// Record a look at the provider's progress; no news means "checked, nothing new" (duties 15, 17).
    CheckProvider {
        /// When.
        at: Moment,
        /// What was new.
        #[serde(default)]
        news: Option<String>,
    },
    /// Agree until when to wait for the provider.
    SetWaitingLimit {
        /// The limit; none takes it away.
        until: Option<Moment>,
        /// Why a limit that was agreed is moved or taken away.
        #[serde(default)]
        reason: String,
    },
    /// Decide to wait for the provider (duties 18).
    DecideToWait {
        /// When.
        at: Moment,
        /// Who decided.
        decider: PersonId,
        /// Why.
        reason: String,
    },
    /// Decide to recover oneself (duties 19).
    DecideToRecover {
        /// When.
        at: Moment,
        /// Who decided.
        decider: PersonId,
        /// Why.
        reason: String,
    },
    /// Record that the provider's case went on: confirmed, mitigated, resolved, its own review expected, received, or
    /// that there will be none (duties 17).
    AdvanceProviderCase {
        /// Where it stands now.
        to: ProviderState,
        /// Since when.
        at: Moment,
        /// What the review says, or why there is none; elsewhere what the provider told, if anything.
        #[serde(default)]
        text: String,
    },
    /// Decide whether a law asks for a notice to its authority.
    ClassifyLegally {
        /// The law.
        regime: Regime,
        /// Whether it must be notified.
        reportable: bool,
        /// When it was decided.
        at: Moment,
        /// Who decided.
        decider: PersonId,
        /// Why.
        reason: String,
    },
    /// Record that a notice went to the authority.
    NotifyAuthority {
        /// The part's id.
        id: PartId,
        /// The law.
        regime: Regime,
        /// Which of the notices that the law asks for.
        stage: LegalStage,
        /// When it was sent.
        at: Moment,
        /// To whom.
        authority: String,
        /// The authority's reference, or a number of one's own.
        #[serde(default)]
        reference: String,
        /// What else is to be said of it.
        #[serde(default)]
        note: String,
    },
    /// Begin recovery by a version of the guide (duties 19).
    StartRecovery {
        /// When.
        at: Moment,
        /// The guide; none when there was no guide for this.
        guide: Option<GuideUse>,
    },
    /// Record a step of the guide.
    RecordStep {
        /// The part's id.
        id: PartId,
        /// Number and title of the step.
        title: String,
        /// How it went.
        result: StepResult,
        /// What was done otherwise than written.
        #[serde(default)]
        deviation: String,
        /// When.
        at: Moment,
    },
    /// Write a message to users, or change a draft (duties 20, 21).
    DraftMessage {
        /// The part's id.
        id: PartId,
        /// What it says.
        text: MessageText,
    },
    /// Discard a message that nobody released.
    DiscardMessage {
        /// The message.
        id: PartId,
    },
    /// Release a message.
    ReleaseMessage {
        /// The message.
        id: PartId,
    },
    /// Record that a message went out.
    MarkMessageSent {
        /// The message.
        id: PartId,
        /// When.
        at: Moment,
    },
    /// Record that a message could not be sent.
    MarkMessageFailed {
        /// The message.
        id: PartId,
        /// When.
        at: Moment,
        /// Why.
        reason: String,
    },
    /// Record a moment by its name where no other order does: impact start, provider mitigated, running again.
    /// Also moves a moment that is there, or takes it back; then with a reason.
    SetMilestone {
        /// Which.
        milestone: Milestone,
        /// The moment; none takes it back.
        to: Option<Moment>,
        /// Why it is moved.
        #[serde(default)]
        reason: String,
    },
    /// Record that the service is fully restored (Wiederherstellung).
    MarkRestored {
        /// When.
        at: Moment,
    },
    /// Record a relapse: back to recovery.
    RecordRelapse {
        /// When.
        at: Moment,
        /// What failed again.
        reason: String,
    },
    /// Declare the end of the emergency.
    EndEmergency {
        /// The all-clear.
        at: Moment,
        /// Who declared it.
        person: PersonId,
    },
    /// Take the emergency back to an incident.
    Downgrade {
        /// When.
        at: Moment,
        /// Who approved it.
        approver: PersonId,
        /// Why.
        reason: String,
    },
    /// Begin the work afterwards (duties 22).
    StartFollowUp {
        /// When.
        at: Moment,
    },
    /// Recommend an action, or change an open one (duties 23).
    Recommend {
        /// The part's id.
        id: PartId,
        /// What is recommended.
        text: RecommendationText,
    },
    /// Move the day of an open recommendation, which others count on.
    MoveRecommendation {
        /// The recommendation.
        id: PartId,
        /// To where.
        to: Day,
        /// Why.
        reason: String,
    },
    /// Record that a recommendation is done, with its proof.
    CompleteRecommendation {
        /// The recommendation.
        id: PartId,
        /// When.
        at: Moment,
        /// The proof.
        proof: String,
    },
    /// Give a recommendation up.
    DropRecommendation {
        /// The recommendation.
        id: PartId,
        /// Why.
        reason: String,
    },
    /// Record that affected users received their reports, or that none were affected (duties 24).
    RecordCustomerReports {
        /// When.
        at: Moment,
        /// Which of the two.
        reports: CustomerReports,
        /// How they were sent, or why no user was affected.
        note: String,
    },
    /// Add a ticket (duties 1), or change it.
    AddTicket(Ticket),
    /// Remove a ticket that does not belong here.
    RemoveTicket {
        /// The ticket.
        id: PartId,
        /// Why.
        reason: String,
    },
    /// Record whether tickets carry the keyword `[Notfall]` (duties 12).
    MarkKeyword {
        /// The tickets.
        ids: Vec<PartId>,
        /// Whether they carry it.
        carried: bool,
    },
    /// Write an entry of the timeline (duties 10).
    AddEntry {
        /// The part's id.
        id: PartId,
        /// Its kind.
        kind: EntryKind,
        /// What it says.
        text: String,
        /// When it happened.
        at: Moment,
        /// The id of the update in the outside source that it came from.
        #[serde(default)]
        outside: Option<String>,
    },
    /// Correct an entry; the old text stays and is shown struck through.
    CorrectEntry {
        /// The entry.
        id: PartId,
        /// The new text.
        text: String,
        /// The new moment, if that was wrong too.
        #[serde(default)]
        at: Option<Moment>,
    },
    /// Withdraw an entry; it stays and is shown struck through.
    WithdrawEntry {
        /// The entry.
        id: PartId,
        /// Why.
        reason: String,
    },
    /// Put a withdrawn entry back.
    ReinstateEntry {
        /// The entry.
        id: PartId,
    },
    /// Attach evidence whose bytes are in the workspace already.
    AttachEvidence(Evidence),
    /// Join with the record of another source that speaks of the same incident.
    JoinOutside(Outside),
    /// Follow what the source of a record that was taken over says about it now; given by an import.
    FollowSource {
        /// The status word of the source.
        status: String,
        /// Whether the source says that it is over.
        over: bool,
        /// What is odd about it; replaces the earlier list.
        dirt: Vec<Dirt>,
    },
    /// Note the report that was issued about this incident; given by the program itself.
    NoteReport {
        /// The report's record.
        report: StreamId,
        /// Its number.
        number: String,
        /// Who approved it.
        approver: PersonId,
        /// When.
        at: Moment,
    },
    /// Close the record.
    Close {
        /// When.
        at: Moment,
    },
    /// Open a closed record again.
    Reopen {
        /// When.
        at: Moment,
        /// Why.
        reason: String,
    },
    /// Take the newest step of the process back that was taken by mistake: the step stays in the timeline as taken back,
    /// and what it set is as it was before.
    TakeBackStep {
        /// The line of the timeline that the step wrote.
        step: PartId,
        /// Why.
        reason: String,
    },
    /// Take back a deed that is no step of the process and was entered by mistake, such as a consultation or a message marked
    /// as sent: it stays in the timeline as taken back, and what it wrote is as it was before.
    TakeBackDeed {
        /// The line of the timeline that the deed wrote; its event's id.
        deed: PartId,
        /// Why.
        reason: String,
    },
    /// Take the whole record out of the register: an import was undone, or it was recorded by mistake.
    Withdraw {
        /// Why.
        reason: String,
    },
    /// Put a withdrawn record back.
    Reinstate {
        /// Why.
        reason: String,
    },
    /// Undo what an earlier order did to this record, by compensating events.
    Undo {
        /// The order.
        order: OrderId,
    },
}

/// A record of an outside source, as the importer read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TakenOver {
    /// The batch that brings it.
    pub batch: StreamId,
    /// Where it comes from.
    pub outside: Outside,
    /// Its title.
    pub title: String,
    /// What it is there: an incident, a planned maintenance, a notice.
    pub kind: OutsideKind,
    /// Whether the rule of the import makes it an emergency, and by which rule.
    pub emergency: Option<String>,
    /// Severity, if the source tells.
    pub severity: Option<Severity>,
    /// The status word of the source as it stands there.
    pub status: String,
    /// Whether the source says that it is over.
    pub over: bool,
    /// Where the first notice came from.
    pub source: Source,
    /// The named moments that the source tells; an end may lie before its start.
    pub moments: Vec<(Milestone, Moment)>,
    /// Numbers of the impact.
    pub impact: ImpactFigures,
    /// What is said about it there.
    pub description: String,
    /// What was odd about it, as codes with values; kept and shown.
    pub dirt: Vec<Dirt>,
}

/// What a record is in its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum OutsideKind {
    /// An incident.
    Incident,
    /// A planned maintenance.
    Maintenance,
    /// A notice or an advice.
    Notice,
}

/// Something odd about a record of an outside source: Fluent id `dirt-` and the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Dirt {
    /// The code.
    pub code: String,
    /// The value as it stood in the source.
    pub value: String,
}
