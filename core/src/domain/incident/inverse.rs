//! What takes an event back: the command whose events compensate it. Steps of the published process have none, and the
//! beginning of a record only as long as nothing came after it.

use super::{Command, Event, Incident};
use crate::ids::{EventId, PartId};

/// The reason that an order carries which takes another back: a code, worded where it is read.
pub const UNDONE: &str = "undone";

/// Whether all that an order did to a record can be undone, the record being as it is.
pub fn reversible<'a>(incident: &Incident, events: impl IntoIterator<Item = (EventId, &'a Event)>) -> bool {
    let mut events = events.into_iter().peekable();
    events.peek().is_some() && events.all(|(id, event)| inverse(incident, id, event).is_some())
}

/// The order that compensates an event, or nothing when the event is one of those that stand.
/// The reason that it carries is the code [`UNDONE`].
#[allow(clippy::too_many_lines)] // A table, one arm an event.
pub fn inverse(incident: &Incident, id: EventId, event: &Event) -> Option<Command> {
    let reason = || UNDONE.to_owned();
    match event {
        Event::Reported { .. } | Event::TakenOver { .. } => {
            let alone = incident.changed == incident.recorded;
            alone.then(|| Command::Withdraw { reason: reason() })
        }
        Event::SourceFollowed { status_was, over_was, dirt_was, .. } => Some(Command::FollowSource {
            status: status_was.clone(),
            over: *over_was,
            dirt: dirt_was.clone(),
        }),
        Event::Retitled { was, .. } => Some(Command::Retitle { title: was.clone() }),
        Event::SeverityRated { was, .. } => Some(Command::RateSeverity { severity: *was }),
        Event::SlaLevelSet { was, .. } => Some(Command::SetSlaLevel { level: *was }),
        Event::ImpactStated { was, .. } => Some(Command::StateImpact { figures: was.clone() }),
        Event::FactStated { fact, was, .. } => Some(Command::StateFact { fact: *fact, text: was.clone() }),
        Event::CauseClassified { was, .. } => Some(Command::ClassifyCause { class: *was }),
        Event::WaitingLimitSet { was, .. } => {
            Some(Command::SetWaitingLimit { until: *was, reason: reason() })
        }
        Event::MessageDrafted { id, was, .. } => Some(match was {
            Some(text) => Command::DraftMessage { id: *id, text: text.clone() },
            None => Command::DiscardMessage { id: *id },
        }),
        Event::MessageDiscarded { id, text } => Some(Command::DraftMessage { id: *id, text: text.clone() }),
        Event::MilestoneSet { milestone, was, .. } => {
            Some(Command::SetMilestone { milestone: *milestone, to: *was, reason: reason() })
        }
        // A day that was agreed on is moved with a reason, and stands.
        Event::Recommended { text, was: Some(was), .. } if text.due != was.due => None,
        Event::Recommended { id, was, .. } => Some(match was {
            Some(text) => Command::Recommend { id: *id, text: text.clone() },
            None => Command::DropRecommendation { id: *id, reason: reason() },
        }),
        Event::TicketAdded { ticket, was } => Some(match was {
            Some(was) => Command::AddTicket(was.clone()),
            None => Command::RemoveTicket { id: ticket.id, reason: reason() },
        }),
        Event::TicketRemoved { ticket, .. } => Some(Command::AddTicket(ticket.clone())),
        Event::KeywordMarked { ids, carried } => {
            Some(Command::MarkKeyword { ids: ids.clone(), carried: !carried })
        }
        Event::EntryAdded { id, .. } => Some(Command::WithdrawEntry { id: *id, reason: reason() }),
        Event::EntryCorrected { id, was, was_at, .. } => {
            Some(Command::CorrectEntry { id: *id, text: was.clone(), at: Some(*was_at) })
        }
        Event::EntryWithdrawn { id, .. } => Some(Command::ReinstateEntry { id: *id }),
        Event::Withdrawn { .. } => Some(Command::Reinstate { reason: reason() }),
        Event::Reinstated { .. } => Some(Command::Withdraw { reason: reason() }),
        Event::DeploymentTeamConsulted { .. }
        | Event::RoleAssigned { .. }
        | Event::RoleReleased { .. }
        | Event::OutsideJoined(_)
        | Event::ProviderJudged { .. }
        | Event::ProviderContacted { .. }
        | Event::ProviderChecked { .. }
        | Event::ProviderCaseAdvanced { .. }
        | Event::LegallyClassified { .. }
        | Event::AuthorityNotified { .. }
        | Event::StepRecorded { .. }
        | Event::MessageReleased { .. }
        | Event::MessageSent { .. }
        | Event::MessageFailed { .. }
        | Event::RecommendationCompleted { .. }
        | Event::RecommendationDropped { .. }
        | Event::EvidenceAttached(_) => Some(Command::TakeBackDeed { deed: PartId(id.0), reason: reason() }),
        Event::RecommendationMoved { .. }
        | Event::AssessmentStarted { .. }
        | Event::EscalationProposed { .. }
        | Event::EscalationDeclined { .. }
        | Event::SolvedBySupport { .. }
        | Event::EmergencyDeclared { .. }
        | Event::TeamFormed { .. }
        | Event::AnalysisCompleted { .. }
        | Event::ProviderDecided { .. }
        | Event::RecoveryStarted { .. }
        | Event::Restored { .. }
        | Event::Relapsed { .. }
        | Event::EmergencyEnded { .. }
        | Event::Downgraded { .. }
        | Event::FollowUpStarted { .. }
        | Event::CustomerReportsRecorded { .. }
        | Event::EntryReinstated { .. }
        | Event::ReportNoted { .. }
        | Event::Closed { .. }
        | Event::Reopened { .. }
        | Event::StepTakenBack { .. }
        | Event::DeedTakenBack { .. }
        | Event::Undone { .. } => None,
    }
}
