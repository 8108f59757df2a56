//! The rules of an incident: which order is possible when, and what it makes happen.

use super::deeds::{comes_late, take_back_deed};
use super::guards::{in_order, not_in_the_future};
use super::legal::notifiable;
use super::taking_back::take_back;
use super::*;
use crate::domain::Context;
use crate::ids::{EventId, OrderId};

/// What follows from an order; an empty list when it changes nothing, such as a second press of a button.
///
/// # Errors
/// The reason why the order is refused; nothing happened then.
pub fn decide(
    incident: Option<&Incident>,
    command: Command,
    undone: &[(EventId, Event)],
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let events = match (incident, command) {
        (None, Command::Report { title, source, noticed, impact_start, severity, description, services }) => {
            let title = named(title, "title")?;
            let number = context.number;
            vec![Event::Reported {
                number,
                title,
                source,
                noticed,
                impact_start,
                severity,
                description,
                services,
            }]
        }
        (None, Command::TakeOver(record)) => vec![Event::TakenOver { number: context.number, record }],
        (None, _) => return Err(Refusal::NotRecorded),
        (Some(incident), Command::Undo { order }) => undo(incident, order, undone, context)?,
        (Some(incident), command) => {
            may_still_change(incident, &command, context)?;
            about(incident, command)?
        }
    };
    not_in_the_future(&events, context.now)?;
    Ok(events)
}

/// Orders that a closed record still takes: what comes late by its nature.
fn may_still_change(incident: &Incident, command: &Command, context: &Context) -> Result<(), Refusal> {
    let late = matches!(
        command,
        Command::Reopen { .. }
            | Command::TakeBackStep { .. }
            | Command::Withdraw { .. }
            | Command::MoveRecommendation { .. }
            | Command::CompleteRecommendation { .. }
            | Command::DropRecommendation { .. }
            | Command::AdvanceProviderCase {
                to: ProviderState::ReviewExpected | ProviderState::ReviewReceived | ProviderState::NoReview,
                ..
            }
            | Command::ClassifyLegally { .. }
            | Command::NotifyAuthority { .. }
            | Command::JoinOutside(_)
            | Command::NoteReport { .. }
    ) || matches!(command, Command::TakeBackDeed { deed, .. } if comes_late(incident, *deed));
    let from_its_source = context.importing && incident.taken_over.is_some();
    let over = matches!(incident.phase, Phase::Closed | Phase::Downgraded);
    if incident.phase == Phase::Withdrawn && !matches!(command, Command::Reinstate { .. }) {
        Err(Refusal::RecordWithdrawn)
    } else if over && !late && !from_its_source {
        Err(Refusal::RecordClosed)
    } else {
        Ok(())
    }
}

/// Undoes an order by the inverses of its events, newest first.
fn undo(
    incident: &Incident,
    order: OrderId,
    undone: &[(EventId, Event)],
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    if undone.is_empty() {
        return Err(Refusal::NotReversible);
    }
    let mut events = Vec::new();
    for (id, event) in undone.iter().rev() {
        let command = inverse(incident, *id, event).ok_or(Refusal::NotReversible)?;
        may_still_change(incident, &command, context)?;
        events.extend(about(incident, command)?);
    }
    if !events.is_empty() {
        events.push(Event::Undone { order });
    }
    Ok(events)
}

/// The table of rules for an incident that exists, one arm an order: first those that move it along the published
/// process, then those that write about it.
#[allow(clippy::too_many_lines)] // A table: splitting it would cost the compiler's check that no order is forgotten.
fn about(incident: &Incident, command: Command) -> Result<Vec<Event>, Refusal> {
    use Phase as P;
    let before_decision = [P::Reported, P::InAssessment, P::EscalationProposed];
    Ok(match command {
        Command::StartAssessment { at } => {
            if incident.phase == P::InAssessment {
                return Ok(vec![]);
            }
            only_in(incident, &[P::Reported])?;
            in_order(incident, Milestone::AssessmentStarted, at)?;
            vec![Event::AssessmentStarted { at }]
        }
        Command::ConsultDeploymentTeam { at, person, advice } => {
            vec![Event::DeploymentTeamConsulted { at, person, advice: named(advice, "advice")? }]
        }
        Command::ProposeEscalation { at, reason } => {
            only_in(incident, &[P::Reported, P::InAssessment])?;
            vec![Event::EscalationProposed { at, reason: because(reason)? }]
        }
        Command::DeclineEscalation { at, decider, reason } => {
            only_in(incident, &before_decision)?;
            in_order(incident, Milestone::EscalationDecided, at)?;
            vec![Event::EscalationDeclined { at, decider, reason: because(reason)? }]
        }
        Command::SolveBySupport { at, decider, reason } => {
            only_in(incident, &before_decision)?;
            vec![Event::SolvedBySupport { at, decider, reason: because(reason)? }]
        }
        Command::DeclareEmergency { at, decider, reason, mut consulted, unconsulted } => {
            only_in(incident, &[P::Reported, P::InAssessment, P::EscalationProposed, P::SolvedBySupport])?;
            in_order(incident, Milestone::EscalationDecided, at)?;
            consulted.sort_unstable();
            consulted.dedup();
            if consulted.is_empty() && incident.consultations.is_empty() && unconsulted.trim().is_empty() {
                return Err(Refusal::NobodyConsulted);
            }
            vec![Event::EmergencyDeclared { at, decider, reason: because(reason)?, consulted, unconsulted }]
        }
        Command::FormTeam { at } => {
            if incident.phase == P::TeamFormed {
                return Ok(vec![]);
            }
            only_in(incident, &[P::Declared])?;
            if incident.holder(TeamRole::Lead).is_none() {
                return Err(Refusal::TeamWithoutLead);
            }
            in_order(incident, Milestone::TeamFormed, at)?;
            vec![Event::TeamFormed { at }]
        }
        Command::AssignRole { role, person, deputy, at, handover } => {
            let same = |held: &RoleHeld| held.person == person && held.deputy == deputy;
            if incident.holders(role).any(same) {
                return Ok(vec![]);
            }
            emergency(incident)?;
            vec![Event::RoleAssigned { role, person, deputy, at, handover }]
        }
        Command::ReleaseRole { role, person, at, handover } => {
            let Some(held) = incident.holders(role).find(|held| held.person == person) else {
                return Ok(vec![]);
            };
            // A team that works has a lead: that role is handed over, not laid down.
            if role == TeamRole::Lead && incident.phase.is_running_emergency() {
                return Err(Refusal::TeamWithoutLead);
            }
            if at.at < held.since.at {
                return Err(Refusal::ReleasedBeforeTaken { since: held.since.at, until: at.at });
            }
            vec![Event::RoleReleased { role, person, at, handover }]
        }
        Command::CompleteAnalysis { at } => {
            if incident.phase == P::Analysed {
                return Ok(vec![]);
            }
            only_in(incident, &[P::TeamFormed])?;
            let needed = [Fact::Scope, Fact::Impact, Fact::Cause];
            let missing: Vec<_> = needed.into_iter().filter(|fact| incident.fact(*fact).is_empty()).collect();
            if !missing.is_empty() {
                return Err(Refusal::AnalysisIncomplete { missing });
            }
            vec![Event::AnalysisCompleted { at }]
        }
        Command::DecideToWait { at, decider, reason } => {
            if incident.phase == P::WaitingForProvider {
                return Ok(vec![]);
            }
            only_in(incident, &[P::Analysed, P::OwnRecovery])?;
            if incident.provider.state.is_none() {
                return Err(Refusal::NoProviderCase);
            }
            vec![Event::ProviderDecided {
                at,
                choice: ProviderChoice::Wait,
                decider,
                reason: because(reason)?,
            }]
        }
        Command::DecideToRecover { at, decider, reason } => {
            only_in(incident, &[P::Analysed, P::WaitingForProvider])?;
            vec![Event::ProviderDecided {
                at,
                choice: ProviderChoice::Recover,
                decider,
                reason: because(reason)?,
            }]
        }
        Command::StartRecovery { at, guide } => {
            only_in(incident, &[P::Analysed, P::WaitingForProvider, P::OwnRecovery])?;
            in_order(incident, Milestone::RecoveryStarted, at)?;
            vec![Event::RecoveryStarted { at, guide }]
        }
        Command::MarkRestored { at } => {
            if incident.phase == P::Restored {
                return Ok(vec![]);
            }
            only_in(incident, &[P::Analysed, P::WaitingForProvider, P::OwnRecovery])?;
            in_order(incident, Milestone::Restored, at)?;
            vec![Event::Restored { at }]
        }
        Command::RecordRelapse { at, reason } => {
            only_in(incident, &[P::Restored, P::Ended])?;
            vec![Event::Relapsed { at, reason: because(reason)? }]
        }
        Command::EndEmergency { at, person } => {
            only_in(incident, &[P::Restored])?;
            in_order(incident, Milestone::Ended, at)?;
            vec![Event::EmergencyEnded { at, person }]
        }
        Command::Downgrade { at, approver, reason } => {
            if !incident.phase.is_running_emergency() {
                return Err(Refusal::NotInPhase { phase: incident.phase, allowed: running_phases() });
            }
            vec![Event::Downgraded { at, approver, reason: because(reason)? }]
        }
        Command::StartFollowUp { at } => {
            if incident.phase == P::FollowUp {
                return Ok(vec![]);
            }
            only_in(incident, &[P::Ended])?;
            vec![Event::FollowUpStarted { at }]
        }
        Command::RecordCustomerReports { at, reports, note } => {
            only_in(incident, &[P::ReportApproved, P::CustomersInformed])?;
            vec![Event::CustomerReportsRecorded { at, reports, note: named(note, "note")? }]
        }
        Command::NoteReport { report, number, approver, at } => {
            only_in(incident, &[P::FollowUp, P::ReportApproved, P::CustomersInformed, P::Closed])?;
            let gaps = report_gaps(incident);
            if !gaps.is_empty() {
                return Err(Refusal::ReportIncomplete { gaps });
            }
            vec![Event::ReportNoted { report, number, approver, at }]
        }
        Command::Close { at } => {
            if incident.emergency {
                only_in(incident, &[P::CustomersInformed])?;
            } else {
                only_in(incident, &[P::SolvedBySupport, P::FollowUp])?;
            }
            let gaps = closing_gaps(incident);
            if !gaps.is_empty() {
                return Err(Refusal::CannotClose { gaps });
            }
            vec![Event::Closed { at }]
        }
        Command::Reopen { at, reason } => {
            only_in(incident, &[P::Closed, P::Downgraded, P::SolvedBySupport])?;
            vec![Event::Reopened { at, reason: because(reason)? }]
        }
        Command::TakeBackStep { step, reason } => take_back(incident, step, because(reason)?)?,
        Command::TakeBackDeed { deed, reason } => take_back_deed(incident, deed, because(reason)?)?,
        Command::Withdraw { reason } => vec![Event::Withdrawn { reason: because(reason)? }],
        Command::Reinstate { reason } => {
            only_in(incident, &[P::Withdrawn])?;
            vec![Event::Reinstated { reason: because(reason)? }]
        }
        Command::Retitle { title } => {
            let title = named(title, "title")?;
            changed(title != incident.title, || Event::Retitled { title, was: incident.title.clone() })
        }
        Command::RateSeverity { severity } => changed(severity != incident.severity, || {
            Event::SeverityRated { severity, was: incident.severity }
        }),
        Command::SetSlaLevel { level } => {
            changed(level != incident.sla_level, || Event::SlaLevelSet { level, was: incident.sla_level })
        }
        Command::StateImpact { figures } => {
            if figures.users_permille.is_some_and(|share| share > 1000) {
                return Err(Refusal::ShareTooLarge);
            }
            changed(figures != incident.impact, || Event::ImpactStated {
                figures,
                was: incident.impact.clone(),
            })
        }
        Command::StateFact { fact, text } => {
            let was = incident.fact(fact).to_owned();
            changed(text != was, || Event::FactStated { fact, text, was })
        }
        Command::ClassifyCause { class } => changed(class != incident.cause_class, || {
            Event::CauseClassified { class, was: incident.cause_class }
        }),
        Command::JudgeProvider { provider, fault, at, decider, reason } => {
            let reason = if fault == ProviderFault::Unknown { reason } else { because(reason)? };
            vec![Event::ProviderJudged { provider: named(provider, "provider")?, fault, at, decider, reason }]
        }
        Command::ContactProvider { at, tracking_ids, tickets } => {
            vec![Event::ProviderContacted { at, tracking_ids, tickets }]
        }
        Command::CheckProvider { at, news } => {
            vec![Event::ProviderChecked { at, news: news.filter(|text| !text.trim().is_empty()) }]
        }
        Command::SetWaitingLimit { until, reason } => {
            let was = incident.provider.waiting_limit;
            if until == was {
                return Ok(vec![]);
            }
            let reason = if was.is_some() { because(reason)? } else { reason };
            vec![Event::WaitingLimitSet { until, was, reason }]
        }
        Command::AdvanceProviderCase { to, at, text } => advance_provider(incident, to, at, text)?,
        Command::ClassifyLegally { regime, reportable, at, decider, reason } => {
            let reason = because(reason)?;
            let same = incident.classified(regime).is_some_and(|one| {
                (one.reportable, one.at, one.decider, &one.reason) == (reportable, at, decider, &reason)
            });
            changed(!same, || Event::LegallyClassified { regime, reportable, at, decider, reason })
        }
        Command::NotifyAuthority { id, regime, stage, at, authority, reference, note } => {
            free(id, incident.notified.iter().any(|notice| notice.id == id))?;
            notifiable(incident, regime, stage)?;
            let authority = named(authority, "authority")?;
            vec![Event::AuthorityNotified { id, regime, stage, at, authority, reference, note }]
        }
        Command::RecordStep { id, title, result, deviation, at } => {
            if incident.moment(Milestone::RecoveryStarted).is_none() {
                return Err(Refusal::RecoveryNotStarted);
            }
            free(id, incident.steps.iter().any(|step| step.id == id))?;
            vec![Event::StepRecorded { id, title: named(title, "step")?, result, deviation, at }]
        }
        Command::DraftMessage { id, text } => {
            let was = match incident.message(id) {
                Some(message) if message.state != MessageState::Draft => {
                    return Err(Refusal::MessageNotDraft);
                }
                Some(message) => Some(message.text.clone()),
                None => None,
            };
            if text.german.trim().is_empty() && text.english.trim().is_empty() {
                return Err(Refusal::TextMissing { field: "message".to_owned() });
            }
            changed(was.as_ref() != Some(&text), || Event::MessageDrafted { id, text, was })
        }
        Command::DiscardMessage { id } => {
            let message = message(incident, id)?;
            if message.state != MessageState::Draft {
                return Err(Refusal::MessageNotDraft);
            }
            vec![Event::MessageDiscarded { id, text: message.text.clone() }]
        }
        Command::ReleaseMessage { id } => match message(incident, id)?.state {
            MessageState::Draft => vec![Event::MessageReleased { id }],
            MessageState::Released { .. } => vec![],
            MessageState::Sent { .. } | MessageState::Failed { .. } => return Err(Refusal::MessageNotDraft),
        },
        Command::MarkMessageSent { id, at } => match message(incident, id)?.state {
            MessageState::Released { .. } | MessageState::Failed { .. } => {
                vec![Event::MessageSent { id, at }]
            }
            MessageState::Sent { .. } => vec![],
            MessageState::Draft => return Err(Refusal::MessageNotReleased),
        },
        Command::MarkMessageFailed { id, at, reason } => match message(incident, id)?.state {
            MessageState::Released { .. } => vec![Event::MessageFailed { id, at, reason: because(reason)? }],
            MessageState::Draft | MessageState::Sent { .. } | MessageState::Failed { .. } => {
                return Err(Refusal::MessageNotReleased);
            }
        },
        Command::SetMilestone { milestone, to, reason } => {
            let was = incident.moment(milestone);
            if was.is_some() && was != to {
                because(reason.clone())?;
            }
            if let Some(to) = to.filter(|_| incident.taken_over.is_none()) {
                in_order(incident, milestone, to)?;
            }
            changed(was != to, || Event::MilestoneSet { milestone, to, was, reason })
        }
        Command::Recommend { id, text } => {
            let was = incident.recommendations.iter().find(|r| r.id == id);
            if was.is_some_and(|r| r.state != RecommendationState::Open) {
                return Err(Refusal::RecommendationSettled);
            }
            named(text.text.clone(), "recommendation")?;
            let was = was.map(|r| r.text.clone());
            if was.as_ref().is_some_and(|was| was.due.is_some() && was.due != text.due) {
                return Err(Refusal::RecommendationDueStands);
            }
            changed(was.as_ref() != Some(&text), || Event::Recommended { id, text, was })
        }
        Command::MoveRecommendation { id, to, reason } => {
            let from = open_recommendation(incident, id)?.due().ok_or(Refusal::RecommendationDueMissing)?;
            let reason = because(reason)?;
            changed(from != to, || Event::RecommendationMoved { id, from, to, reason })
        }
        Command::CompleteRecommendation { id, at, proof } => {
            open_recommendation(incident, id)?;
            vec![Event::RecommendationCompleted { id, at, proof: named(proof, "proof")? }]
        }
        Command::DropRecommendation { id, reason } => {
            open_recommendation(incident, id)?;
            vec![Event::RecommendationDropped { id, reason: because(reason)? }]
        }
        Command::AddTicket(ticket) => {
            named(ticket.number.clone(), "ticket")?;
            let was = incident.tickets.iter().find(|t| t.id == ticket.id).cloned();
            only_once(incident, &ticket, was.as_ref())?;
            changed(was.as_ref() != Some(&ticket), || Event::TicketAdded { ticket, was })
        }
        Command::RemoveTicket { id, reason } => {
            let ticket =
                incident.tickets.iter().find(|t| t.id == id).cloned().ok_or(Refusal::NoSuchPart { id })?;
            vec![Event::TicketRemoved { ticket, reason: because(reason)? }]
        }
        Command::MarkKeyword { ids, carried } => {
            let (known, unknown): (Vec<_>, Vec<_>) =
                ids.into_iter().partition(|id| incident.tickets.iter().any(|t| t.id == *id));
            if let Some(id) = unknown.first() {
                return Err(Refusal::NoSuchPart { id: *id });
            }
            let differs = |id: &PartId| incident.tickets.iter().any(|t| t.id == *id && t.keyword != carried);
            let ids: Vec<_> = known.into_iter().filter(differs).collect();
            changed(!ids.is_empty(), || Event::KeywordMarked { ids, carried })
        }
        Command::AddEntry { id, kind, text, at, outside } => {
            free(id, incident.entry(id).is_some())?;
            vec![Event::EntryAdded { id, kind, text: named(text, "entry")?, at, outside }]
        }
        Command::CorrectEntry { id, text, at } => {
            let (was, was_at) = written(incident, id)?;
            let (text, at) = (named(text, "entry")?, at.unwrap_or(was_at));
            changed(text != was || at != was_at, || Event::EntryCorrected { id, text, at, was, was_at })
        }
        Command::WithdrawEntry { id, reason } => {
            written(incident, id)?;
            let there = incident.entry(id).is_some_and(|entry| entry.withdrawn.is_none());
            let reason = because(reason)?;
            changed(there, || Event::EntryWithdrawn { id, reason })
        }
        Command::ReinstateEntry { id } => {
            written(incident, id)?;
            let gone = incident.entry(id).is_some_and(|entry| entry.withdrawn.is_some());
            changed(gone, || Event::EntryReinstated { id })
        }
        Command::AttachEvidence(evidence) => {
            free(evidence.id, incident.evidence.iter().any(|e| e.id == evidence.id))?;
            vec![Event::EvidenceAttached(evidence)]
        }
        Command::JoinOutside(outside) => {
            let same = |known: &Outside| known.source == outside.source && known.id == outside.id;
            changed(!incident.outside.iter().any(same), || Event::OutsideJoined(outside))
        }
        Command::FollowSource { status, over, dirt } => follow_source(incident, status, over, dirt)?,
        Command::Report { .. } | Command::TakeOver(_) => return Err(Refusal::AlreadyRecorded),
        Command::Undo { .. } => return Err(Refusal::NotReversible),
    })
}

/// A record that nobody here has moved along closes with its source, and opens again with it. Where people have taken it
/// on, only the word of the source changes.
fn follow_source(
    incident: &Incident,
    status: String,
    over: bool,
    dirt: Vec<Dirt>,
) -> Result<Vec<Event>, Refusal> {
    let from = incident.taken_over.as_ref().ok_or(Refusal::NotFromASource)?;
    let open = if incident.emergency { Phase::Declared } else { Phase::Reported };
    let untouched = incident.decisions.is_empty() && incident.reports.is_empty();
    let phase = match (over, incident.phase) {
        (true, now) if untouched && now == open => Some(Phase::Closed),
        (false, Phase::Closed) if untouched && from.over => Some(open),
        (_, _) => None,
    };
    let differs = from.status != status || from.over != over || from.dirt != dirt;
    Ok(changed(differs, || Event::SourceFollowed {
        status,
        over,
        dirt,
        phase,
        status_was: from.status.clone(),
        over_was: from.over,
        dirt_was: from.dirt.clone(),
    }))
}

/// The case at the provider goes on and never back (state-machines.md, provider case).
fn advance_provider(
    incident: &Incident,
    to: ProviderState,
    at: Moment,
    text: String,
) -> Result<Vec<Event>, Refusal> {
    let now = incident.provider.state.ok_or(Refusal::NoProviderCase)?;
    let text = match to {
        ProviderState::ReviewReceived => named(text, "review")?,
        ProviderState::NoReview => because(text)?,
        ProviderState::Opened
        | ProviderState::Confirmed
        | ProviderState::Mitigated
        | ProviderState::Resolved
        | ProviderState::ReviewExpected => text,
    };
    if to == now {
        Ok(vec![])
    } else if to.may_follow(now) {
        Ok(vec![Event::ProviderCaseAdvanced { to, at, text }])
    } else {
        Err(Refusal::ProviderCaseBehind { state: now })
    }
}

fn running_phases() -> Vec<Phase> {
    use Phase as P;
    vec![P::Declared, P::TeamFormed, P::Analysed, P::WaitingForProvider, P::OwnRecovery, P::Restored]
}

fn only_in(incident: &Incident, allowed: &[Phase]) -> Result<(), Refusal> {
    if allowed.contains(&incident.phase) {
        Ok(())
    } else {
        Err(Refusal::NotInPhase { phase: incident.phase, allowed: allowed.to_vec() })
    }
}

fn emergency(incident: &Incident) -> Result<(), Refusal> {
    if incident.emergency { Ok(()) } else { Err(Refusal::NotAnEmergency) }
}

/// A text that may not be empty.
fn named(text: String, field: &str) -> Result<String, Refusal> {
    if text.trim().is_empty() { Err(Refusal::TextMissing { field: field.to_owned() }) } else { Ok(text) }
}

/// A reason that may not be empty.
fn because(reason: String) -> Result<String, Refusal> {
    if reason.trim().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(reason) }
}

/// One event if anything changes, else none.
fn changed(differs: bool, event: impl FnOnce() -> Event) -> Vec<Event> {
    if differs { vec![event()] } else { vec![] }
}

fn free(id: PartId, taken: bool) -> Result<(), Refusal> {
    if taken { Err(Refusal::PartExists { id }) } else { Ok(()) }
}

/// One ticket stands once in a record. A change that leaves its name alone is free: older records may hold it twice.
fn only_once(incident: &Incident, ticket: &Ticket, was: Option<&Ticket>) -> Result<(), Refusal> {
    let name = |ticket: &Ticket| (ticket.system.trim().to_lowercase(), ticket.number.trim().to_lowercase());
    let wanted = name(ticket);
    let keeps = was.is_some_and(|was| name(was) == wanted);
    if !keeps && incident.tickets.iter().any(|other| other.id != ticket.id && name(other) == wanted) {
        let ticket = format!("{} {}", ticket.system.trim(), ticket.number.trim());
        return Err(Refusal::TicketTaken { ticket: ticket.trim().to_owned() });
    }
    Ok(())
}

fn message(incident: &Incident, id: PartId) -> Result<&Message, Refusal> {
    incident.message(id).ok_or(Refusal::NoSuchPart { id })
}

fn open_recommendation(incident: &Incident, id: PartId) -> Result<&Recommendation, Refusal> {
    let found = incident.recommendations.iter().find(|r| r.id == id).ok_or(Refusal::NoSuchPart { id })?;
    if found.state == RecommendationState::Open { Ok(found) } else { Err(Refusal::RecommendationSettled) }
}

/// The text and the moment of an entry that a person wrote.
fn written(incident: &Incident, id: PartId) -> Result<(String, Moment), Refusal> {
    match incident.entry(id) {
        Some(Entry { what: EntryWhat::Text(text), occurred, .. }) => Ok((text.clone(), *occurred)),
        Some(_) | None => Err(Refusal::NoSuchPart { id }),
    }
}
