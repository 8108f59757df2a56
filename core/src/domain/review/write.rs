//! The rules of what is written inside a review: participants, judgements, texts, deficiencies, decisions, risks.

use super::decide::{because, only_in, said, today};
use super::guards::latest_next;
use super::*;
use crate::domain::Context;

/// Phases in which people are invited and noted.
const BEFORE_DECISION: [Phase; 3] = [Phase::Planned, Phase::Prepared, Phase::InProgress];

/// What follows from an order that writes in a review; those that move it along are decided before.
#[allow(clippy::wildcard_enum_match_arm)] // Some of the orders alone, as said.
pub(super) fn write(review: &Review, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    let content = &review.content;
    match &command {
        Command::Invite { .. } | Command::Uninvite { .. } | Command::NotePresence { .. } => {
            only_in(review, &BEFORE_DECISION)?;
        }
        Command::State { .. } => only_in(review, &[Phase::Prepared, Phase::InProgress])?,
        _ => only_in(review, &[Phase::InProgress])?, // All others are written while the review is held.
    }
    Ok(match command {
        Command::Invite { person, capacity } => {
            let known = content.participants.iter().find(|held| held.person == person);
            let same = known.is_some_and(|held| held.capacity == capacity);
            if same { vec![] } else { vec![Event::Invited { person, capacity }] }
        }
        Command::Uninvite { person } => {
            let known = content.participants.iter().any(|held| held.person == person);
            if known { vec![Event::Uninvited { person }] } else { vec![] }
        }
        Command::NotePresence { person, presence } => {
            let was = content.participants.iter().find(|held| held.person == person);
            let was = was.map_or(Presence::Invited, |held| held.presence);
            if was == presence { vec![] } else { vec![Event::PresenceNoted { person, presence, was }] }
        }
        Command::JudgeStep { step, judgement, proof } => judge(content, step, judgement, proof)?,
        Command::State { topic, text } => {
            let was = content.text(topic).to_owned();
            if was == text { vec![] } else { vec![Event::Stated { topic, text, was }] }
        }
        Command::AddDeficiency { id, text, step } => {
            let known = content.deficiencies.iter().find(|held| held.id == id);
            let text = said(text, "deficiency")?;
            match known {
                Some(held) if held.dropped.is_some() => return Err(Refusal::NoSuchPart { id }),
                Some(held) if held.text == text && held.step == step => vec![],
                Some(_) | None => {
                    vec![Event::DeficiencyAdded { id, text, step, was: known.map(|held| held.text.clone()) }]
                }
            }
        }
        Command::DropDeficiency { id, reason } => drop_deficiency(content, id, because(reason)?)?,
        Command::DecideItem { item, decision } => decide_item(content, item, decision)?,
        Command::ReopenItem { item } => {
            let (title, decided) = content.decidable(item).ok_or(Refusal::NoSuchPart { id: item })?;
            match decided.map(|decided| &decided.decision) {
                None => vec![],
                Some(Decision::Change { .. }) => return Err(Refusal::ItemHasChange),
                Some(Decision::NoChange { .. }) => {
                    vec![Event::ItemReopened { item, title: title.to_owned() }]
                }
            }
        }
        Command::AcceptRisk(risk) => accept_risk(content, risk, context)?,
        Command::WithdrawRisk { id, reason } => {
            let reason = because(reason)?;
            let held = content.risks.iter().find(|held| held.id == id).ok_or(Refusal::NoSuchPart { id })?;
            vec![Event::RiskWithdrawn { id, text: held.text.clone(), reason }]
        }
        Command::NameTeams(teams) => name_teams(content, teams)?,
        Command::SetNext { day } => set_next(content, day, context)?,
        _ => vec![],
    })
}

fn judge(
    content: &Content,
    step: Step,
    judgement: Option<Judgement>,
    proof: String,
) -> Result<Vec<Event>, Refusal> {
    let held = content.judgements.get(&step);
    let same = held.map(|held| (held.judgement, held.proof.as_str()));
    if same == judgement.map(|judgement| (judgement, proof.as_str())) {
        return Ok(vec![]);
    }
    // That a step was not exercised needs no proof: there is nothing to show.
    let shown = matches!(judgement, None | Some(Judgement::NotExercised));
    if !shown && proof.trim().is_empty() {
        return Err(Refusal::ProofMissing);
    }
    Ok(vec![Event::StepJudged { step, judgement, proof, was: held.map(|held| held.judgement) }])
}

fn drop_deficiency(content: &Content, id: PartId, reason: String) -> Result<Vec<Event>, Refusal> {
    let held = content.deficiencies.iter().find(|held| held.id == id).ok_or(Refusal::NoSuchPart { id })?;
    if held.dropped.is_some() {
        return Ok(vec![]);
    }
    let decision = held.decided.as_ref().map(|decided| &decided.decision);
    if matches!(decision, Some(Decision::Change { .. })) {
        return Err(Refusal::ItemHasChange);
    }
    Ok(vec![Event::DeficiencyDropped { id, text: held.text.clone(), reason }])
}

/// A change request is on its way as soon as it is asked for; what becomes of it is decided there.
fn decide_item(content: &Content, item: PartId, decision: Decision) -> Result<Vec<Event>, Refusal> {
    let (title, decided) = content.decidable(item).ok_or(Refusal::NoSuchPart { id: item })?;
    if let Some(decided) = decided {
        if decided.decision == decision {
            return Ok(vec![]);
        }
        if matches!(decided.decision, Decision::Change { .. }) {
            return Err(Refusal::ItemHasChange);
        }
    }
    let decision = match decision {
        Decision::NoChange { because: reason } => Decision::NoChange { because: because(reason)? },
        Decision::Change { change, title, wanted } => {
            Decision::Change { change, title: said(title, "title")?, wanted }
        }
    };
    Ok(vec![Event::ItemDecided { item, title: title.to_owned(), decision }])
}

fn name_teams(content: &Content, mut teams: Teams) -> Result<Vec<Event>, Refusal> {
    teams.teams.sort_unstable();
    teams.teams.dedup();
    if teams.teams.is_empty() {
        teams.none_because = because(teams.none_because)?;
    } else {
        teams.none_because.clear();
    }
    let was = content.teams.clone();
    Ok(if was.as_ref() == Some(&teams) { vec![] } else { vec![Event::TeamsNamed { teams, was }] })
}

fn accept_risk(content: &Content, risk: Risk, context: &Context) -> Result<Vec<Event>, Refusal> {
    let risk = Risk { text: said(risk.text, "risk")?, reason: because(risk.reason)?, ..risk };
    if risk.until < today(context) {
        return Err(Refusal::DayOver { day: risk.until });
    }
    let was = content.risks.iter().find(|held| held.id == risk.id).cloned();
    Ok(if was.as_ref() == Some(&risk) { vec![] } else { vec![Event::RiskAccepted { risk, was }] })
}

fn set_next(content: &Content, day: Day, context: &Context) -> Result<Vec<Event>, Refusal> {
    if day <= today(context) {
        return Err(Refusal::DayOver { day });
    }
    if let Some(latest) = latest_next(&context.policy, today(context)).filter(|latest| day > *latest) {
        return Err(Refusal::NextTooLate { latest });
    }
    let was = content.next;
    Ok(if was == Some(day) { vec![] } else { vec![Event::NextSet { day, was }] })
}
