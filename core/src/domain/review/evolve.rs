//! Folds an event into the state of a process review. Holds no rule: whatever the log says happened, happened.

use super::*;
use crate::domain::incident::Written;

/// The state after an event. The first event of a stream makes it; an event that fits to nothing changes nothing.
pub fn evolve(review: Option<Review>, event: &Event, written: &Written) -> Option<Review> {
    let Some(mut review) = review else { return begin(event, written) };
    review.changed = written.recorded;
    apply(&mut review, event, written);
    Some(review)
}

fn begin(event: &Event, written: &Written) -> Option<Review> {
    let Event::Planned { number, trigger, planned, lead, on } = event else { return None };
    let mut review = Review {
        number: *number,
        trigger: trigger.clone(),
        phase: Phase::Planned,
        planned: *planned,
        put_off: Vec::new(),
        opened: *on,
        version: 1,
        reason: String::new(),
        content: Content { lead: *lead, ..Content::default() },
        led: BTreeSet::new(),
        versions: Vec::new(),
        path: Vec::new(),
        reports: Vec::new(),
        recorded_by: written.by,
        recorded: written.recorded,
        changed: written.recorded,
        before_revision: None,
    };
    enter(&mut review, Phase::Planned, None, "", written);
    Some(review)
}

fn enter(review: &mut Review, phase: Phase, at: Option<Moment>, reason: &str, written: &Written) {
    review.phase = phase;
    if !matches!(phase, Phase::Planned | Phase::Cancelled) {
        review.led.extend(review.content.lead);
    }
    review.path.push(Passed {
        phase,
        at,
        by: written.by,
        recorded: written.recorded,
        reason: reason.to_owned(),
        version: review.version,
    });
}

#[allow(clippy::too_many_lines)] // A table, one arm an event: the compiler checks that none is forgotten.
fn apply(review: &mut Review, event: &Event, written: &Written) {
    match event {
        Event::Planned { .. } => {}
        Event::Postponed { to, was, reason } => {
            review.planned = *to;
            review.put_off.push(PutOff { was: *was, by: written.by, reason: reason.clone() });
            enter(review, Phase::Planned, None, reason, written);
        }
        Event::Cancelled { reason, next, .. } => {
            enter(review, Phase::Cancelled, None, reason, written);
            if let Some(next) = next {
                review.planned = *next;
                enter(review, Phase::Planned, None, "", written);
            }
        }
        Event::Lapsed { .. } => enter(review, Phase::Cancelled, None, "", written),
        Event::PlannedAgain { ended, planned, .. } => {
            review.planned = *planned;
            end_on(review, *ended);
            enter(review, Phase::Planned, None, "", written);
        }
        Event::EmergencyMoved { ended, .. } => end_on(review, *ended),
        Event::ApprovalFollowed { after, planned, .. } => {
            review.trigger = Trigger::Periodic { after: Some(*after) };
            review.planned = *planned;
            enter(review, Phase::Planned, None, "", written);
        }
        Event::LeadAssigned { person, .. } => {
            review.content.lead = Some(*person);
            if review.phase != Phase::Planned {
                review.led.insert(*person);
            }
        }
        Event::Prepared { at, period, inputs } => {
            review.content.period = Some(*period);
            review.content.gathered = Some(written.recorded);
            let item =
                |input: &Input| Item { input: input.clone(), later: None, decided: None, earlier: None };
            review.content.items = inputs.iter().map(item).collect();
            enter(review, Phase::Prepared, Some(*at), "", written);
        }
        Event::Refreshed { until, added, changed } => refreshed(review, *until, added, changed, written),
        Event::Started { at } => enter(review, Phase::InProgress, Some(*at), "", written),
        Event::Concluded { change_needed, reason, at } => {
            review.content.conclusion = Some(Conclusion {
                change_needed: *change_needed,
                reason: reason.clone(),
                at: *at,
                by: written.by,
            });
            enter(review, Phase::Decided, Some(*at), "", written);
        }
        Event::Submitted { at } => enter(review, Phase::Submitted, Some(*at), "", written),
        Event::Rejected { reason, at } => enter(review, Phase::InProgress, Some(*at), reason, written),
        Event::Approved { at, version, alone } => {
            review.versions.push(Version {
                version: *version,
                reason: review.reason.clone(),
                content: review.content.clone(),
                approved: *at,
                approver: written.by,
                alone: *alone,
                recorded: written.recorded,
                informed: Vec::new(),
            });
            review.before_revision = None;
            enter(review, Phase::Approved, Some(*at), "", written);
        }
        Event::TeamInformed { team, at, way } => {
            let (team, at, way, by) = (*team, *at, way.clone(), written.by);
            if let Some(version) = review.versions.last_mut() {
                version.informed.push(Informed { team, at, way, by, recorded: written.recorded });
            }
        }
        Event::TeamsInformed { at } => enter(review, Phase::TeamsInformed, Some(*at), "", written),
        Event::InformedTakenBack { team, reason } => {
            if let Some(version) = review.versions.last_mut() {
                version.informed.retain(|informed| informed.team != *team);
            }
            if review.phase != Phase::Approved {
                enter(review, Phase::Approved, None, reason, written);
            }
        }
        Event::ReportNoted { report, number, version, approver, at } => review.reports.push(ReportNoted {
            report: *report,
            number: number.clone(),
            version: *version,
            approver: *approver,
            at: *at,
        }),
        Event::Closed { at } => enter(review, Phase::Closed, Some(*at), "", written),
        Event::RevisionBegun { version, reason } => {
            review.before_revision = Some(review.phase);
            review.version = *version;
            review.reason.clone_from(reason);
            enter(review, Phase::InProgress, None, reason, written);
        }
        Event::RevisionDropped { reason, .. } => {
            let Some(approved) = review.versions.last() else { return };
            review.version = approved.version;
            review.reason.clone_from(&approved.reason);
            review.content = approved.content.clone();
            let phase = review.before_revision.take().unwrap_or(Phase::Approved);
            enter(review, phase, None, reason, written);
        }
        Event::StepTakenBack { phase, reason, .. } => enter(review, *phase, None, reason, written),
        Event::Invited { .. }
        | Event::Uninvited { .. }
        | Event::PresenceNoted { .. }
        | Event::StepJudged { .. }
        | Event::Stated { .. }
        | Event::DeficiencyAdded { .. }
        | Event::DeficiencyDropped { .. }
        | Event::ItemDecided { .. }
        | Event::ItemReopened { .. }
        | Event::RiskAccepted { .. }
        | Event::RiskWithdrawn { .. }
        | Event::TeamsNamed { .. }
        | Event::NextSet { .. } => write(&mut review.content, event, written),
    }
}

fn end_on(review: &mut Review, day: Day) {
    if let Trigger::AfterEmergency { ended, .. } = &mut review.trigger {
        *ended = day;
    }
}

fn refreshed(review: &mut Review, until: Day, added: &[Input], changed: &[Input], written: &Written) {
    let content = &mut review.content;
    if let Some(period) = &mut content.period {
        period.until = until;
    }
    content.gathered = Some(written.recorded);
    let later = Some(written.recorded);
    for input in changed {
        if let Some(item) = content.items.iter_mut().find(|item| item.input.id == input.id) {
            (item.input, item.later) = (input.clone(), later);
        }
    }
    let item = |input: &Input| Item { input: input.clone(), later, decided: None, earlier: None };
    content.items.extend(added.iter().map(item));
}

/// What is written inside a review.
#[allow(clippy::wildcard_enum_match_arm)] // The events that move a review along are folded above.
fn write(content: &mut Content, event: &Event, written: &Written) {
    let (by, recorded) = (written.by, written.recorded);
    match event {
        Event::Invited { person, capacity } => {
            match content.participants.iter_mut().find(|held| held.person == *person) {
                Some(held) => held.capacity.clone_from(capacity),
                None => content.participants.push(Participant {
                    person: *person,
                    capacity: capacity.clone(),
                    presence: Presence::Invited,
                }),
            }
        }
        Event::Uninvited { person } => content.participants.retain(|held| held.person != *person),
        Event::PresenceNoted { person, presence, .. } => {
            match content.participants.iter_mut().find(|held| held.person == *person) {
                Some(held) => held.presence = *presence,
                None => content.participants.push(Participant {
                    person: *person,
                    capacity: String::new(),
                    presence: *presence,
                }),
            }
        }
        Event::StepJudged { step, judgement: Some(judgement), proof, .. } => {
            let judged = Judged { judgement: *judgement, proof: proof.clone(), by, recorded };
            content.judgements.insert(*step, judged);
        }
        Event::StepJudged { step, judgement: None, .. } => drop(content.judgements.remove(step)),
        Event::Stated { topic, text, .. } if text.trim().is_empty() => drop(content.texts.remove(topic)),
        Event::Stated { topic, text, .. } => {
            content.texts.insert(*topic, Stated { text: text.clone(), by, recorded });
        }
        Event::DeficiencyAdded { id, text, step, .. } => {
            match content.deficiencies.iter_mut().find(|held| held.id == *id) {
                Some(held) => (held.text, held.step) = (text.clone(), *step),
                None => content.deficiencies.push(Deficiency {
                    id: *id,
                    text: text.clone(),
                    step: *step,
                    dropped: None,
                    decided: None,
                }),
            }
        }
        Event::DeficiencyDropped { id, reason, .. } => {
            if let Some(held) = content.deficiencies.iter_mut().find(|held| held.id == *id) {
                held.dropped = Some(reason.clone());
            }
        }
        Event::ItemDecided { item, decision, .. } => {
            let decided = Decided { decision: decision.clone(), by, recorded };
            decide_part(content, *item, Some(&decided));
        }
        Event::ItemReopened { item, .. } => decide_part(content, *item, None),
        Event::RiskAccepted { risk, .. } => match content.risks.iter_mut().find(|held| held.id == risk.id) {
            Some(held) => *held = risk.clone(),
            None => content.risks.push(risk.clone()),
        },
        Event::RiskWithdrawn { id, .. } => content.risks.retain(|held| held.id != *id),
        Event::TeamsNamed { teams, .. } => content.teams = Some(teams.clone()),
        Event::NextSet { day, .. } => content.next = Some(*day),
        _ => {}
    }
}

fn decide_part(content: &mut Content, id: PartId, decided: Option<&Decided>) {
    if let Some(item) = content.items.iter_mut().find(|item| item.input.id == id) {
        let before = std::mem::replace(&mut item.decided, decided.cloned());
        item.earlier = before.or(item.earlier.take());
    }
    if let Some(held) = content.deficiencies.iter_mut().find(|held| held.id == id) {
        held.decided = decided.cloned();
    }
}
