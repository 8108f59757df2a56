//! Why an order about an incident is refused, and what is still missing before its report and its closing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{
    DeedKind, Event, Fact, Incident, LegalStage, Milestone, Phase, ProviderState, Recommendation,
    RecommendationState, TakenStep,
};
use crate::domain::policy::Regime;
use crate::ids::PartId;
use crate::time::{Instant, Length, Moment};

/// A refusal is a value: `code` picks the sentence, the fields fill it; the `#[error]` text is for logs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "IncidentRefusal")]
#[schemars(rename = "IncidentRefusal")]
pub enum Refusal {
    #[error("there is no such record")]
    NotRecorded,
    #[error("this record exists already")]
    AlreadyRecorded,
    #[error("the text is missing: {field}")]
    TextMissing { field: String },
    #[error("the reason is missing")]
    ReasonMissing,
    #[error("{at} lies in the future")]
    InTheFuture { at: Instant },
    #[error("{end:?} would lie before {start:?}")]
    EndBeforeStart { start: Milestone, end: Milestone },
    #[error("not possible in phase {phase:?}")]
    NotInPhase { phase: Phase, allowed: Vec<Phase> },
    /// Said of a step whose order would change nothing; the order itself is answered as done.
    #[error("the record is in phase {phase:?} already")]
    AlreadyInPhase { phase: Phase },
    #[error("the record is closed; open it again first")]
    RecordClosed,
    #[error("the record was withdrawn")]
    RecordWithdrawn,
    #[error("this was never an emergency")]
    NotAnEmergency,
    #[error("the disaster team has no lead")]
    TeamWithoutLead,
    #[error("the role is laid down at {until}, before it was taken at {since}")]
    ReleasedBeforeTaken { since: Instant, until: Instant },
    #[error("the analysis lacks {missing:?}")]
    AnalysisIncomplete { missing: Vec<Fact> },
    #[error("there is no provider case to wait for")]
    NoProviderCase,
    #[error("the provider's case stands at {state:?} and does not go back")]
    ProviderCaseBehind { state: ProviderState },
    #[error("nobody was consulted, and no reason is given")]
    NobodyConsulted,
    #[error("recovery has not started")]
    RecoveryNotStarted,
    #[error("there is no such part")]
    NoSuchPart { id: PartId },
    #[error("this id is taken by another part")]
    PartExists { id: PartId },
    /// Said with the system's name before the number, as it stands in the list of tickets.
    #[error("the ticket {ticket} is recorded here already")]
    TicketTaken { ticket: String },
    #[error("the message is not a draft any more")]
    MessageNotDraft,
    #[error("the message is not released")]
    MessageNotReleased,
    #[error("the recommendation is settled")]
    RecommendationSettled,
    #[error("a day that was agreed is moved by its own order, which says why")]
    RecommendationDueStands,
    #[error("the recommendation has no day that could be moved")]
    RecommendationDueMissing,
    #[error("more than 1000 per mille")]
    ShareTooLarge,
    #[error("the report lacks {gaps:?}")]
    ReportIncomplete { gaps: Vec<Gap> },
    #[error("the record cannot close: {gaps:?}")]
    CannotClose { gaps: Vec<Gap> },
    #[error("no step of the process was taken that could be taken back")]
    NoStepToTakeBack,
    #[error("a newer step was taken: {newest:?}")]
    NotTheNewestStep { newest: TakenStep },
    #[error("the report {number} builds on this step")]
    ReportBuildsOnStep { number: String },
    #[error("steps of the guide were recorded since")]
    GuideStepsRecorded,
    #[error("a newer deed builds on this one: {newer:?}")]
    NotTheNewestDeed { newer: DeedKind },
    #[error("the decision to wait builds on this case")]
    DecisionBuildsOnCase,
    #[error("{regime:?} asks for no such notice: {stage:?}")]
    NoSuchNotice { regime: Regime, stage: LegalStage },
    #[error("nobody decided that {regime:?} asks for a notice")]
    NotClassified { regime: Regime },
    #[error("{stage:?} of {regime:?} is out already")]
    NotifiedAlready { regime: Regime, stage: LegalStage },
    #[error("this record was not taken over from a source")]
    NotFromASource,
    #[error("this cannot be undone")]
    NotReversible,
}

/// What is missing before a report can be approved or a record closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "gap", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Gap {
    /// No root cause is stated.
    Cause,
    /// The impact's start, or the moment of running again or being restored, is not recorded: no RTO value.
    RecoveryTime,
    /// The actual data loss is not stated: no RPO value.
    DataLoss,
    /// A recommendation has no owner or no due day.
    ActionIncomplete {
        /// What is recommended.
        text: String,
    },
    /// No report was issued.
    Report,
    /// Nobody recorded that the affected users were told, or that there were none.
    CustomerReports,
    /// No process review follows (duties 27).
    Review,
    /// A must-task is open.
    OpenTask {
        /// What is to be done.
        text: String,
    },
}

/// What a post-incident report lacks before it can be approved (state-machines.md, guards).
pub fn report_gaps(incident: &Incident) -> Vec<Gap> {
    let mut gaps = Vec::new();
    if incident.fact(Fact::RootCauses).is_empty() && incident.cause_class.is_none() {
        gaps.push(Gap::Cause);
    }
    let started = incident.moment(Milestone::ImpactStart).or(incident.moment(Milestone::Noticed));
    let ran = incident.moment(Milestone::Running).or(incident.moment(Milestone::Restored));
    if started.is_none() || ran.is_none() {
        gaps.push(Gap::RecoveryTime);
    }
    if incident.impact.data_loss_minutes.is_none() {
        gaps.push(Gap::DataLoss);
    }
    let unfinished = |r: &&Recommendation| {
        r.state == RecommendationState::Open && (r.text.owner.is_none() || r.text.due.is_none())
    };
    let unfinished = incident.recommendations.iter().filter(unfinished);
    gaps.extend(unfinished.map(|r| Gap::ActionIncomplete { text: r.text.text.clone() }));
    gaps
}

/// What keeps a record from being closed. An incident that support solved closes freely.
pub fn closing_gaps(incident: &Incident) -> Vec<Gap> {
    let mut gaps = Vec::new();
    if incident.emergency {
        if incident.reports.is_empty() {
            gaps.push(Gap::Report);
        }
        if incident.customer_reports.is_none() {
            gaps.push(Gap::CustomerReports);
        }
    }
    let open = |r: &&Recommendation| r.text.must && r.state == RecommendationState::Open;
    gaps.extend(
        incident.recommendations.iter().filter(open).map(|r| Gap::OpenTask { text: r.text.text.clone() }),
    );
    gaps
}

/// Whether a process review has to follow before the record can be closed (duties 27). What was taken over is the history of
/// another place.
pub fn needs_review(incident: &Incident) -> bool {
    incident.emergency && incident.taken_over.is_none()
}

/// What was decided about an emergency: it does not close where no process review follows. Reviews are records of their own,
/// so the program looks and says it here.
///
/// # Errors
/// `CannotClose` for what would close it.
pub fn unless_unreviewed(
    decided: Result<Vec<Event>, Refusal>,
    unreviewed: bool,
) -> Result<Vec<Event>, Refusal> {
    match decided {
        decided if !unreviewed => decided,
        Ok(events) if events.iter().any(|event| matches!(event, Event::Closed { .. })) => {
            Err(Refusal::CannotClose { gaps: vec![Gap::Review] })
        }
        Err(Refusal::CannotClose { mut gaps }) => {
            gaps.push(Gap::Review);
            Err(Refusal::CannotClose { gaps })
        }
        other => other,
    }
}

/// How far a clock may be wrong before a moment counts as lying in the future.
const TOLERANCE: Length = Length::minutes(5);

/// What happened cannot lie in the future.
pub(super) fn not_in_the_future(events: &[Event], now: Instant) -> Result<(), Refusal> {
    let limit = now.plus(TOLERANCE);
    match events.iter().filter_map(Event::occurred).find(|moment| moment.at > limit) {
        Some(moment) => Err(Refusal::InTheFuture { at: moment.at }),
        None => Ok(()),
    }
}

/// Pairs of milestones of which the second cannot lie before the first.
const ORDER: [(Milestone, Milestone); 9] = [
    (Milestone::ImpactStart, Milestone::Running),
    (Milestone::ImpactStart, Milestone::Restored),
    (Milestone::Running, Milestone::Restored),
    (Milestone::Noticed, Milestone::AssessmentStarted),
    (Milestone::Noticed, Milestone::EscalationDecided),
    (Milestone::EscalationDecided, Milestone::TeamFormed),
    (Milestone::RecoveryStarted, Milestone::Restored),
    (Milestone::Restored, Milestone::Ended),
    (Milestone::ImpactStart, Milestone::Ended),
];

/// A moment that a person gives must fit to those that are there. Dirt that was taken over stays as it is.
pub(super) fn in_order(incident: &Incident, milestone: Milestone, to: Moment) -> Result<(), Refusal> {
    for (start, end) in ORDER {
        let (from, until) = if start == milestone {
            (Some(to), incident.moment(end))
        } else if end == milestone {
            (incident.moment(start), Some(to))
        } else {
            continue;
        };
        let known = from.and_then(|m| m.computable()).zip(until.and_then(|m| m.computable()));
        if known.is_some_and(|(from, until)| until < from) {
            return Err(Refusal::EndBeforeStart { start, end });
        }
    }
    Ok(())
}
