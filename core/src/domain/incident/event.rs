//! What happened to an incident. The shapes are stored forever: a changed shape is a new version in `log::codec`.

use serde::{Deserialize, Serialize};

use super::Phase;
use super::command::{Dirt, TakenOver};
use super::parts::*;
use super::words::*;
use crate::domain::policy::Regime;
use crate::ids::{Number, OrderId, PartId, PersonId, ServiceId, SlaLevelId, StreamId};
use crate::time::{Day, Moment};

/// A fact about one incident. `was` holds what an event replaced, so that every change can be shown and undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // Named as the commands are, in the past tense; the fields are theirs.
pub enum Event {
    Reported {
        number: Number,
        title: String,
        source: Source,
        noticed: Moment,
        impact_start: Option<Moment>,
        severity: Option<Severity>,
        description: String,
        services: Vec<ServiceId>,
    },
    TakenOver {
        number: Number,
        record: Box<TakenOver>,
    },
    SourceFollowed {
        status: String,
        over: bool,
        dirt: Vec<Dirt>,
        /// The phase that follows, when the record stood where the take-over had put it.
        phase: Option<Phase>,
        status_was: String,
        over_was: bool,
        dirt_was: Vec<Dirt>,
    },
    Retitled {
        title: String,
        was: String,
    },
    SeverityRated {
        severity: Option<Severity>,
        was: Option<Severity>,
    },
    SlaLevelSet {
        level: Option<SlaLevelId>,
        was: Option<SlaLevelId>,
    },
    AssessmentStarted {
        at: Moment,
    },
    DeploymentTeamConsulted {
        at: Moment,
        person: PersonId,
        advice: String,
    },
    EscalationProposed {
        at: Moment,
        reason: String,
    },
    EscalationDeclined {
        at: Moment,
        decider: PersonId,
        reason: String,
    },
    SolvedBySupport {
        at: Moment,
        decider: PersonId,
        reason: String,
    },
    EmergencyDeclared {
        at: Moment,
        decider: PersonId,
        reason: String,
        consulted: Vec<PersonId>,
        #[serde(default)]
        unconsulted: String,
    },
    TeamFormed {
        at: Moment,
    },
    RoleAssigned {
        role: TeamRole,
        person: PersonId,
        deputy: Option<PersonId>,
        at: Moment,
        handover: String,
    },
    RoleReleased {
        role: TeamRole,
        person: PersonId,
        at: Moment,
        handover: String,
    },
    ImpactStated {
        figures: ImpactFigures,
        was: ImpactFigures,
    },
    FactStated {
        fact: Fact,
        text: String,
        was: String,
    },
    CauseClassified {
        class: Option<CauseClass>,
        was: Option<CauseClass>,
    },
    AnalysisCompleted {
        at: Moment,
    },
    ProviderJudged {
        provider: String,
        fault: ProviderFault,
        at: Moment,
        decider: PersonId,
        reason: String,
    },
    ProviderContacted {
        at: Moment,
        tracking_ids: Vec<String>,
        tickets: Vec<String>,
    },
    ProviderChecked {
        at: Moment,
        news: Option<String>,
    },
    WaitingLimitSet {
        until: Option<Moment>,
        was: Option<Moment>,
        reason: String,
    },
    ProviderDecided {
        at: Moment,
        choice: ProviderChoice,
        decider: PersonId,
        reason: String,
    },
    ProviderCaseAdvanced {
        to: ProviderState,
        at: Moment,
        text: String,
    },
    LegallyClassified {
        regime: Regime,
        reportable: bool,
        at: Moment,
        decider: PersonId,
        reason: String,
    },
    AuthorityNotified {
        id: PartId,
        regime: Regime,
        stage: LegalStage,
        at: Moment,
        authority: String,
        reference: String,
        note: String,
    },
    RecoveryStarted {
        at: Moment,
        guide: Option<GuideUse>,
    },
    StepRecorded {
        id: PartId,
        title: String,
        result: StepResult,
        deviation: String,
        at: Moment,
    },
    MessageDrafted {
        id: PartId,
        text: MessageText,
        was: Option<MessageText>,
    },
    MessageReleased {
        id: PartId,
    },
    MessageDiscarded {
        id: PartId,
        text: MessageText,
    },
    MessageSent {
        id: PartId,
        at: Moment,
    },
    MessageFailed {
        id: PartId,
        at: Moment,
        reason: String,
    },
    MilestoneSet {
        milestone: Milestone,
        to: Option<Moment>,
        was: Option<Moment>,
        reason: String,
    },
    Restored {
        at: Moment,
    },
    Relapsed {
        at: Moment,
        reason: String,
    },
    EmergencyEnded {
        at: Moment,
        person: PersonId,
    },
    Downgraded {
        at: Moment,
        approver: PersonId,
        reason: String,
    },
    FollowUpStarted {
        at: Moment,
    },
    Recommended {
        id: PartId,
        text: RecommendationText,
        was: Option<RecommendationText>,
    },
    RecommendationMoved {
        id: PartId,
        from: Day,
        to: Day,
        reason: String,
    },
    RecommendationCompleted {
        id: PartId,
        at: Moment,
        proof: String,
    },
    RecommendationDropped {
        id: PartId,
        reason: String,
    },
    CustomerReportsRecorded {
        at: Moment,
        reports: CustomerReports,
        note: String,
    },
    TicketAdded {
        ticket: Ticket,
        was: Option<Ticket>,
    },
    TicketRemoved {
        ticket: Ticket,
        reason: String,
    },
    KeywordMarked {
        ids: Vec<PartId>,
        carried: bool,
    },
    EntryAdded {
        id: PartId,
        kind: EntryKind,
        text: String,
        at: Moment,
        outside: Option<String>,
    },
    EntryCorrected {
        id: PartId,
        text: String,
        at: Moment,
        was: String,
        was_at: Moment,
    },
    EntryWithdrawn {
        id: PartId,
        reason: String,
    },
    EntryReinstated {
        id: PartId,
    },
    EvidenceAttached(Evidence),
    OutsideJoined(Outside),
    ReportNoted {
        report: StreamId,
        number: String,
        approver: PersonId,
        at: Moment,
    },
    Closed {
        at: Moment,
    },
    Reopened {
        at: Moment,
        reason: String,
    },
    StepTakenBack {
        step: PartId,
        what: TakenStep,
        /// Where the record stands since, and where it stood.
        phase: Phase,
        was: Phase,
        /// Named moments as they are since; none: not recorded any more.
        moments: Vec<(Milestone, Option<Moment>)>,
        reason: String,
    },
    DeedTakenBack {
        /// The line of the timeline that the deed wrote.
        deed: PartId,
        what: DeedKind,
        reason: String,
    },
    Withdrawn {
        reason: String,
    },
    Reinstated {
        reason: String,
    },
    Undone {
        order: OrderId,
    },
}

impl Event {
    /// When it happened, for events that say so; the others happened when they were recorded.
    pub fn occurred(&self) -> Option<Moment> {
        match self {
            Self::Reported { noticed: at, .. }
            | Self::AssessmentStarted { at }
            | Self::DeploymentTeamConsulted { at, .. }
            | Self::EscalationProposed { at, .. }
            | Self::EscalationDeclined { at, .. }
            | Self::SolvedBySupport { at, .. }
            | Self::EmergencyDeclared { at, .. }
            | Self::TeamFormed { at }
            | Self::RoleAssigned { at, .. }
            | Self::RoleReleased { at, .. }
            | Self::AnalysisCompleted { at }
            | Self::ProviderContacted { at, .. }
            | Self::ProviderChecked { at, .. }
            | Self::ProviderDecided { at, .. }
            | Self::ProviderCaseAdvanced { at, .. }
            | Self::ProviderJudged { at, .. }
            | Self::LegallyClassified { at, .. }
            | Self::AuthorityNotified { at, .. }
            | Self::RecoveryStarted { at, .. }
            | Self::StepRecorded { at, .. }
            | Self::MessageSent { at, .. }
            | Self::MessageFailed { at, .. }
            | Self::Restored { at }
            | Self::Relapsed { at, .. }
            | Self::EmergencyEnded { at, .. }
            | Self::Downgraded { at, .. }
            | Self::FollowUpStarted { at }
            | Self::RecommendationCompleted { at, .. }
            | Self::CustomerReportsRecorded { at, .. }
            | Self::EntryAdded { at, .. }
            | Self::EntryCorrected { at, .. }
            | Self::ReportNoted { at, .. }
            | Self::Closed { at }
            | Self::Reopened { at, .. } => Some(*at),
            Self::MilestoneSet { to, .. } => *to,
            Self::EvidenceAttached(evidence) => evidence.at,
            Self::TakenOver { record, .. } => record.moments.first().map(|(_, at)| *at),
            Self::SourceFollowed { .. }
            | Self::Retitled { .. }
            | Self::SeverityRated { .. }
            | Self::SlaLevelSet { .. }
            | Self::ImpactStated { .. }
            | Self::FactStated { .. }
            | Self::CauseClassified { .. }
            | Self::WaitingLimitSet { .. }
            | Self::MessageDrafted { .. }
            | Self::MessageReleased { .. }
            | Self::Recommended { .. }
            | Self::RecommendationMoved { .. }
            | Self::RecommendationDropped { .. }
            | Self::TicketAdded { .. }
            | Self::TicketRemoved { .. }
            | Self::KeywordMarked { .. }
            | Self::EntryWithdrawn { .. }
            | Self::EntryReinstated { .. }
            | Self::OutsideJoined(_)
            | Self::MessageDiscarded { .. }
            | Self::StepTakenBack { .. }
            | Self::DeedTakenBack { .. }
            | Self::Withdrawn { .. }
            | Self::Reinstated { .. }
            | Self::Undone { .. } => None,
        }
    }
}
