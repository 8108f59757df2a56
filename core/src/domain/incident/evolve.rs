//! Folds an event into the state of an incident. Holds no rule: whatever the log says happened, happened.

use std::collections::BTreeMap;

use super::deeds::took_back_deed;
use super::taking_back::{Begun, took_back};
use super::telling::tell;
use super::*;
use crate::ids::EventId;

/// Who wrote an event down, when, and the event's id.
#[derive(Debug, Clone, Copy)]
pub struct Written {
    /// The event.
    pub id: EventId,
    /// Who.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
}

/// The state after an event. The first event of a stream makes it; an event that fits to nothing changes nothing.
pub fn evolve(incident: Option<Incident>, event: &Event, written: &Written) -> Option<Incident> {
    let Some(mut incident) = incident else { return begin(event, written) };
    incident.changed = written.recorded;
    let (step, deed) = (Begun::of(&incident, event), Deed::of(&incident, event, written));
    apply(&mut incident, event, written);
    incident.deeds.extend(deed);
    if let Some(step) = step {
        step.keep(&mut incident, event, written);
    }
    tell(&mut incident, event, written);
    Some(incident)
}

fn begin(event: &Event, written: &Written) -> Option<Incident> {
    #[allow(clippy::wildcard_enum_match_arm)] // A stream that does not begin with its beginning has no state.
    let mut incident = match event {
        Event::Reported { number, title, source, severity, services, .. } => {
            let mut incident = blank(*number, title.clone(), *source, written);
            incident.severity = *severity;
            incident.impact.services.clone_from(services);
            incident
        }
        Event::TakenOver { number, record } => taken_over(*number, record, written),
        _ => return None,
    };
    apply(&mut incident, event, written);
    tell(&mut incident, event, written);
    Some(incident)
}

fn blank(number: Number, title: String, source: Source, written: &Written) -> Incident {
    Incident {
        number,
        title,
        phase: Phase::Reported,
        emergency: false,
        source,
        severity: None,
        sla_level: None,
        milestones: BTreeMap::new(),
        facts: BTreeMap::new(),
        impact: ImpactFigures::default(),
        cause_class: None,
        path: Vec::new(),
        steps_taken: Vec::new(),
        deeds: Vec::new(),
        decisions: Vec::new(),
        consultations: Vec::new(),
        team: Vec::new(),
        provider: ProviderCase::default(),
        classifications: Vec::new(),
        notified: Vec::new(),
        guide: None,
        steps: Vec::new(),
        messages: Vec::new(),
        recommendations: Vec::new(),
        tickets: Vec::new(),
        evidence: Vec::new(),
        entries: Vec::new(),
        customer_reports: None,
        reports: Vec::new(),
        outside: Vec::new(),
        taken_over: None,
        recorded_by: written.by,
        recorded: written.recorded,
        changed: written.recorded,
    }
}

fn taken_over(number: Number, record: &TakenOver, written: &Written) -> Incident {
    let mut incident = blank(number, record.title.clone(), record.source, written);
    incident.severity = record.severity;
    incident.emergency = record.emergency.is_some();
    incident.impact = record.impact.clone();
    incident.outside.push(record.outside.clone());
    incident.taken_over = Some(TakenOverFrom {
        batch: record.batch,
        kind: record.kind,
        rule: record.emergency.clone(),
        status: record.status.clone(),
        over: record.over,
        dirt: record.dirt.clone(),
    });
    incident
}

/// Moves along the published process.
fn enter(incident: &mut Incident, phase: Phase, at: Option<Moment>, written: &Written) {
    incident.phase = phase;
    incident.path.push(Passed { phase, at, recorded: written.recorded });
}

fn mark(incident: &mut Incident, milestone: Milestone, at: Moment) {
    incident.milestones.insert(milestone, at);
}

fn mark_first(incident: &mut Incident, milestone: Milestone, at: Moment) {
    incident.milestones.entry(milestone).or_insert(at);
}

fn state_fact(incident: &mut Incident, fact: Fact, text: &str, written: &Written) {
    let stated = Stated { text: text.to_owned(), recorded: written.recorded, by: written.by };
    incident.facts.entry(fact).or_default().push(stated);
}

/// What a status word of the source makes of a record that was taken over.
fn enter_taken_over(incident: &mut Incident, record: &TakenOver, written: &Written) {
    let first = record.moments.iter().find(|(m, _)| *m == Milestone::Noticed).map(|(_, at)| *at);
    enter(incident, Phase::Reported, first, written);
    if incident.emergency {
        enter(incident, Phase::Declared, None, written);
    }
    if record.over {
        let end = record.moments.iter().find(|(m, _)| *m == Milestone::Restored).map(|(_, at)| *at);
        enter(incident, Phase::Closed, end, written);
    }
}

#[allow(clippy::too_many_lines)] // A table, one arm an event: the compiler checks that none is forgotten.
fn apply(incident: &mut Incident, event: &Event, written: &Written) {
    match event {
        Event::Reported { noticed, impact_start, description, .. } => {
            enter(incident, Phase::Reported, Some(*noticed), written);
            mark(incident, Milestone::Noticed, *noticed);
            if let Some(at) = impact_start {
                mark(incident, Milestone::ImpactStart, *at);
            }
            if !description.is_empty() {
                state_fact(incident, Fact::Description, description, written);
            }
        }
        Event::TakenOver { record, .. } => {
            enter_taken_over(incident, record, written);
            for (milestone, at) in &record.moments {
                mark(incident, *milestone, *at);
            }
            if !record.description.is_empty() {
                state_fact(incident, Fact::Description, &record.description, written);
            }
        }
        Event::SourceFollowed { status, over, dirt, phase, .. } => {
            if let Some(from) = &mut incident.taken_over {
                (from.status, from.over, from.dirt) = (status.clone(), *over, dirt.clone());
            }
            if let Some(phase) = phase {
                let at = incident.moment(Milestone::Restored).filter(|_| *over);
                enter(incident, *phase, at, written);
                // The word of the source stands on what people did before.
                incident.steps_taken.clear();
            }
        }
        Event::Retitled { title, .. } => incident.title.clone_from(title),
        Event::SeverityRated { severity, .. } => incident.severity = *severity,
        Event::SlaLevelSet { level, .. } => incident.sla_level = *level,
        Event::AssessmentStarted { at } => {
            mark_first(incident, Milestone::AssessmentStarted, *at);
            enter(incident, Phase::InAssessment, Some(*at), written);
        }
        Event::DeploymentTeamConsulted { at, person, advice } => {
            mark_first(incident, Milestone::DeploymentConsulted, *at);
            let id = PartId(written.id.0);
            incident.consultations.push(Consulted { id, at: *at, person: *person, advice: advice.clone() });
        }
        Event::EscalationProposed { at, .. } => {
            enter(incident, Phase::EscalationProposed, Some(*at), written);
        }
        Event::EscalationDeclined { at, decider, reason } => {
            mark(incident, Milestone::EscalationDecided, *at);
            decide(incident, Phase::InAssessment, *at, *decider, reason, &[]);
            enter(incident, Phase::InAssessment, Some(*at), written);
        }
        Event::SolvedBySupport { at, decider, reason } => {
            mark_first(incident, Milestone::EscalationDecided, *at);
            decide(incident, Phase::SolvedBySupport, *at, *decider, reason, &[]);
            enter(incident, Phase::SolvedBySupport, Some(*at), written);
        }
        Event::EmergencyDeclared { at, decider, reason, consulted, .. } => {
            incident.emergency = true;
            mark(incident, Milestone::EscalationDecided, *at);
            decide(incident, Phase::Declared, *at, *decider, reason, consulted);
            enter(incident, Phase::Declared, Some(*at), written);
        }
        Event::TeamFormed { at } => {
            mark_first(incident, Milestone::TeamFormed, *at);
            enter(incident, Phase::TeamFormed, Some(*at), written);
        }
        Event::RoleAssigned { role, person, deputy, at, handover } => {
            let taken_over = |held: &RoleHeld| role.is_one_persons() || held.person == *person;
            hand_over(incident, *role, *at, handover, taken_over);
            let (person, deputy) = (*person, *deputy);
            incident.team.push(RoleHeld {
                role: *role,
                person,
                deputy,
                since: *at,
                until: None,
                handover: None,
            });
        }
        Event::RoleReleased { role, person, at, handover } => {
            hand_over(incident, *role, *at, handover, |held| held.person == *person);
        }
        Event::ImpactStated { figures, .. } => incident.impact = figures.clone(),
        Event::FactStated { fact, text, .. } => state_fact(incident, *fact, text, written),
        Event::CauseClassified { class, .. } => incident.cause_class = *class,
        Event::AnalysisCompleted { at } => enter(incident, Phase::Analysed, Some(*at), written),
        Event::ProviderJudged { provider, fault, at, decider, reason } => {
            incident.provider.provider.clone_from(provider);
            let (fault, at, decider, reason) = (*fault, *at, *decider, reason.clone());
            incident.provider.fault = Some(FaultJudged { fault, at, decider, reason });
        }
        Event::ProviderContacted { at, tracking_ids, tickets } => {
            mark_first(incident, Milestone::ProviderContacted, *at);
            incident.provider.state.get_or_insert(ProviderState::Opened);
            add_new(&mut incident.provider.tracking_ids, tracking_ids);
            add_new(&mut incident.provider.tickets, tickets);
        }
        Event::ProviderChecked { at, news } => {
            let (id, by) = (PartId(written.id.0), written.by);
            incident.provider.checks.push(ProviderCheck { id, at: *at, by, news: news.clone() });
        }
        Event::WaitingLimitSet { until, .. } => incident.provider.waiting_limit = *until,
        Event::ProviderDecided { at, choice, decider, reason } => {
            mark(incident, Milestone::WaitOrRecoverDecided, *at);
            let (at, choice, decider, reason) = (*at, *choice, *decider, reason.clone());
            incident.provider.decisions.push(ProviderDecision { at, choice, decider, reason });
            let phase = match choice {
                ProviderChoice::Wait => Phase::WaitingForProvider,
                ProviderChoice::Recover => Phase::OwnRecovery,
            };
            enter(incident, phase, Some(at), written);
        }
        Event::ProviderCaseAdvanced { to, at, text } => advance(incident, *to, *at, text),
        Event::LegallyClassified { regime, reportable, at, decider, reason } => {
            let (id, reason) = (PartId(written.id.0), reason.clone());
            let (regime, reportable, at, decider) = (*regime, *reportable, *at, *decider);
            let classified = LegallyClassified { id, regime, reportable, at, decider, reason };
            incident.classifications.push(classified);
        }
        Event::AuthorityNotified { id, regime, stage, at, authority, reference, note } => {
            let (id, regime, stage, at, by) = (*id, *regime, *stage, *at, written.by);
            let (authority, reference, note) = (authority.clone(), reference.clone(), note.clone());
            let notice = AuthorityNotice { id, regime, stage, at, authority, reference, note, by };
            incident.notified.push(notice);
        }
        Event::RecoveryStarted { at, guide } => {
            mark_first(incident, Milestone::RecoveryStarted, *at);
            incident.guide.clone_from(guide);
            if incident.phase != Phase::OwnRecovery {
                enter(incident, Phase::OwnRecovery, Some(*at), written);
            }
        }
        Event::StepRecorded { id, title, result, deviation, at } => {
            let (title, deviation) = (title.clone(), deviation.clone());
            incident.steps.push(RecoveryStep { id: *id, title, result: *result, deviation, at: *at });
        }
        Event::MessageDrafted { id, text, .. } => {
            match incident.messages.iter_mut().find(|message| message.id == *id) {
                Some(message) => message.text = text.clone(),
                None => {
                    incident.messages.push(Message {
                        id: *id,
                        text: text.clone(),
                        state: MessageState::Draft,
                    });
                }
            }
        }
        Event::MessageDiscarded { id, .. } => incident.messages.retain(|message| message.id != *id),
        Event::MessageReleased { id } => {
            set_message(incident, *id, MessageState::Released { by: written.by });
        }
        Event::MessageSent { id, at } => set_message(incident, *id, MessageState::Sent { at: *at }),
        Event::MessageFailed { id, at, reason } => {
            set_message(incident, *id, MessageState::Failed { at: *at, reason: reason.clone() });
        }
        Event::MilestoneSet { milestone, to, .. } => {
            match to {
                Some(at) => incident.milestones.insert(*milestone, *at),
                None => incident.milestones.remove(milestone),
            };
            if *milestone == Milestone::Running && to.is_none() {
                // Only the newest: one before a relapse was taken all the same.
                let running = incident.steps_taken.iter().rposition(|taken| taken.step == TakenStep::Running);
                running.map(|place| incident.steps_taken.remove(place));
            }
        }
        Event::Restored { at } => {
            mark(incident, Milestone::Restored, *at);
            enter(incident, Phase::Restored, Some(*at), written);
        }
        Event::Relapsed { at, .. } => {
            for undone in [Milestone::Running, Milestone::Restored, Milestone::Ended] {
                incident.milestones.remove(&undone);
            }
            enter(incident, Phase::OwnRecovery, Some(*at), written);
        }
        Event::EmergencyEnded { at, .. } => {
            mark(incident, Milestone::Ended, *at);
            enter(incident, Phase::Ended, Some(*at), written);
        }
        Event::Downgraded { at, approver, reason } => {
            incident.emergency = false;
            decide(incident, Phase::Downgraded, *at, *approver, reason, &[]);
            enter(incident, Phase::Downgraded, Some(*at), written);
        }
        Event::FollowUpStarted { at } => enter(incident, Phase::FollowUp, Some(*at), written),
        Event::Recommended { id, text, .. } => {
            match incident.recommendations.iter_mut().find(|r| r.id == *id) {
                Some(held) => {
                    if let Some(from) = held.due().filter(|_| held.text.due != text.due) {
                        held.moves.push(moved(from, String::new(), written));
                    }
                    held.text = text.clone();
                }
                None => incident.recommendations.push(Recommendation {
                    id: *id,
                    text: text.clone(),
                    moves: Vec::new(),
                    state: RecommendationState::Open,
                }),
            }
        }
        Event::RecommendationMoved { id, from, to, reason } => {
            if let Some(held) = incident.recommendations.iter_mut().find(|r| r.id == *id) {
                held.moves.push(moved(*from, reason.clone(), written));
                held.text.due = Some(to.date());
            }
        }
        Event::RecommendationCompleted { id, at, proof } => {
            set_recommendation(incident, *id, RecommendationState::Done { at: *at, proof: proof.clone() });
        }
        Event::RecommendationDropped { id, reason } => {
            set_recommendation(incident, *id, RecommendationState::Dropped { reason: reason.clone() });
        }
        Event::CustomerReportsRecorded { at, reports, note } => {
            incident.customer_reports = Some((*reports, *at, note.clone()));
            enter(incident, Phase::CustomersInformed, Some(*at), written);
        }
        Event::TicketAdded { ticket, .. } => {
            if let Some(opened) = ticket.opened {
                mark_first(incident, Milestone::TicketOpened, opened);
            }
            match incident.tickets.iter_mut().find(|t| t.id == ticket.id) {
                Some(known) => known.clone_from(ticket),
                None => incident.tickets.push(ticket.clone()),
            }
        }
        Event::TicketRemoved { ticket, .. } => incident.tickets.retain(|t| t.id != ticket.id),
        Event::KeywordMarked { ids, carried } => {
            for ticket in incident.tickets.iter_mut().filter(|t| ids.contains(&t.id)) {
                ticket.keyword = *carried;
            }
        }
        Event::EntryAdded { id, kind, text, at, outside } => incident.entries.push(Entry {
            id: *id,
            kind: *kind,
            what: EntryWhat::Text(text.clone()),
            occurred: *at,
            recorded: written.recorded,
            by: written.by,
            corrected: Vec::new(),
            withdrawn: None,
            outside: outside.clone(),
        }),
        Event::EntryCorrected { id, text, at, was, .. } => {
            if let Some(entry) = incident.entries.iter_mut().find(|entry| entry.id == *id) {
                let old = Stated { text: was.clone(), recorded: written.recorded, by: written.by };
                entry.corrected.push(old);
                entry.what = EntryWhat::Text(text.clone());
                entry.occurred = *at;
            }
        }
        Event::EntryWithdrawn { id, reason } => set_withdrawn(incident, *id, Some(reason.clone())),
        Event::EntryReinstated { id } => set_withdrawn(incident, *id, None),
        Event::EvidenceAttached(evidence) => incident.evidence.push(evidence.clone()),
        Event::OutsideJoined(outside) => incident.outside.push(outside.clone()),
        Event::ReportNoted { report, number, approver, at } => {
            let (number, approver) = (number.clone(), *approver);
            incident.reports.push(ReportNoted { report: *report, number, approver, at: *at });
            if incident.phase == Phase::FollowUp {
                enter(incident, Phase::ReportApproved, Some(*at), written);
            }
        }
        Event::Closed { at } => {
            mark(incident, Milestone::Closed, *at);
            enter(incident, Phase::Closed, Some(*at), written);
        }
        Event::Reopened { at, .. } => {
            incident.milestones.remove(&Milestone::Closed);
            let phase = if incident.emergency { Phase::FollowUp } else { Phase::InAssessment };
            if !incident.emergency {
                // The decision is open again: a team that stood before it stands no more.
                incident.milestones.remove(&Milestone::TeamFormed);
            }
            enter(incident, phase, Some(*at), written);
        }
        Event::StepTakenBack { step, phase, moments, reason, .. } => {
            took_back(incident, *step, *phase, moments);
            set_withdrawn(incident, *step, Some(reason.clone()));
        }
        Event::DeedTakenBack { deed, reason, .. } => {
            took_back_deed(incident, *deed);
            set_withdrawn(incident, *deed, Some(reason.clone()));
        }
        Event::Withdrawn { .. } => enter(incident, Phase::Withdrawn, None, written),
        Event::Reinstated { .. } => {
            let phase = incident.phase_before_withdrawal();
            enter(incident, phase, None, written);
        }
        Event::Undone { .. } => {}
    }
}

fn decide(
    incident: &mut Incident,
    phase: Phase,
    at: Moment,
    decider: PersonId,
    reason: &str,
    consulted: &[PersonId],
) {
    let (reason, consulted) = (reason.to_owned(), consulted.to_vec());
    incident.decisions.push(Decided { phase, at, decider, reason, consulted });
}

/// Ends what some of those who hold a role held.
fn hand_over(
    incident: &mut Incident,
    role: TeamRole,
    at: Moment,
    handover: &str,
    whose: impl Fn(&RoleHeld) -> bool,
) {
    let held = incident.team.iter_mut().filter(|held| held.role == role && held.until.is_none());
    for held in held.filter(|held| whose(held)) {
        held.until = Some(at);
        held.handover = Some(handover.to_owned()).filter(|text| !text.is_empty());
    }
}

/// Where the provider's case stands since, and what that says of the whole.
fn advance(incident: &mut Incident, to: ProviderState, at: Moment, text: &str) {
    incident.provider.state = Some(to);
    match to {
        ProviderState::Mitigated => mark_first(incident, Milestone::ProviderMitigated, at),
        ProviderState::ReviewReceived | ProviderState::NoReview => {
            incident.provider.review = Some((at, text.to_owned()));
        }
        ProviderState::Opened
        | ProviderState::Confirmed
        | ProviderState::Resolved
        | ProviderState::ReviewExpected => {}
    }
}

fn add_new(known: &mut Vec<String>, more: &[String]) {
    for text in more {
        if !text.trim().is_empty() && !known.contains(text) {
            known.push(text.clone());
        }
    }
}

fn set_message(incident: &mut Incident, id: PartId, state: MessageState) {
    if let Some(message) = incident.messages.iter_mut().find(|message| message.id == id) {
        message.state = state;
    }
}

const fn moved(from: Day, reason: String, written: &Written) -> RecommendationMove {
    RecommendationMove { from, reason, by: written.by, recorded: written.recorded }
}

fn set_recommendation(incident: &mut Incident, id: PartId, state: RecommendationState) {
    if let Some(recommendation) = incident.recommendations.iter_mut().find(|r| r.id == id) {
        recommendation.state = state;
    }
}

fn set_withdrawn(incident: &mut Incident, id: PartId, reason: Option<String>) {
    if let Some(entry) = incident.entries.iter_mut().find(|entry| entry.id == id) {
        entry.withdrawn = reason;
    }
}
