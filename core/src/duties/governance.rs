//! What reviews, change requests and findings say about duties 27 to 31 (duties.md) and about their own dates.

use super::{
    Due, Moved, Promise, PromiseKind, REVIEW_PERIODIC, Said, Settled, beat, review_topic, risk_of_review,
};
use crate::domain::change::{self, Answer, Change, Delegation};
use crate::domain::finding::{self, Finding};
use crate::domain::policy::RuleKind;
use crate::domain::review::{InputKind, Review, Risk, Trigger, Version};
use crate::time::{Day, Instant, Length, Zone};

/// What a review says: when it is held, that the process is decided about, that teams are told; and what its approval
/// settles.
pub fn review(review: &Review) -> Vec<(String, Said)> {
    use crate::domain::review::Phase;
    let mut found = Vec::new();
    let first = review.versions.first();
    if review.phase != Phase::Cancelled || first.is_some() {
        found.push(held(review, first));
    }
    let entered =
        |phase| review.path.iter().find(|passed| passed.phase == phase).map(|passed| passed.recorded);
    let rest =
        entered(Phase::Closed).or(entered(Phase::Cancelled).filter(|_| review.phase == Phase::Cancelled));
    if let Some(started) = entered(Phase::InProgress) {
        let decided = review.content.conclusion.as_ref().map(|conclusion| Settled::At(conclusion.at.at));
        let decided = decided.or(first.map(|version| Settled::At(version.approved.at)));
        let promise = plain("decided", PromiseKind::Duty, started, Due::Rest, decided);
        found.push(Promise { duty: Some(30), rest, owner: review.lead(), ..promise });
    }
    if let Some(version) = review.approved() {
        let promise = Promise { duty: Some(31), ..informed(review, version) };
        found.push(promise);
        found.extend(version.content.risks.iter().filter_map(|risk| borne(review, risk)));
    }
    let mut said: Vec<_> =
        found.into_iter().map(|promise| (promise.key.clone(), Said::Promise(Box::new(promise)))).collect();
    if let Some(version) = first {
        let at = version.approved.at;
        said.push(beat(REVIEW_PERIODIC.to_owned(), at, ""));
        if let Trigger::AfterEmergency { incident, .. } = &review.trigger {
            said.push(("settles".to_owned(), Said::Settles { topic: review_topic(*incident), at }));
        }
    }
    said.extend(looked_at(review));
    said
}

/// A risk that the review accepted ends on its day, unless a later review looked at it before. It begins with the first
/// approval that holds it until that day: a correction of something else accepts nothing anew.
fn borne(review: &Review, risk: &Risk) -> Option<Promise> {
    let holds = |held: &Risk| (held.id, held.until) == (risk.id, risk.until);
    let first = review.versions.iter().find(|version| version.content.risks.iter().any(holds))?;
    let key = format!("risk:{}", risk.id);
    let ends = plain(&key, PromiseKind::RiskEnds, first.approved.at, Due::On(risk.until), None);
    let (owner, topic) = (Some(risk.approver), Some(risk_of_review(risk.id)));
    Some(Promise { owner, topic, text: risk.text.clone(), ..ends })
}

/// The accepted risks of other reviews that this one looked at, each since it was first approved with it.
fn looked_at(review: &Review) -> Vec<(String, Said)> {
    let mut found: Vec<(String, Said)> = Vec::new();
    for version in &review.versions {
        let risks = version.content.items.iter().map(|item| &item.input);
        let risks = risks.filter(|input| input.kind == InputKind::AcceptedRisk);
        for risk in risks.filter_map(|input| input.part) {
            let key = format!("looked:{risk}");
            if !found.iter().any(|(known, _)| *known == key) {
                found.push((key, Said::Settles { topic: risk_of_review(risk), at: version.approved.at }));
            }
        }
    }
    found
}

fn held(review: &Review, first: Option<&Version>) -> Promise {
    let duty = matches!(review.trigger, Trigger::OnDemand { .. }).then_some(29);
    let settled = first.map(|version| Settled::At(version.approved.at));
    let promise = plain("held", PromiseKind::Review, review.recorded, Due::On(review.planned), settled);
    let moved = Moved::over(&review.put_off, |one| (one.was, one.by, &*one.reason));
    Promise { duty, owner: review.lead(), moved, ..promise }
}

/// The teams that the newest approved version names are informed; where it names none, its approval settles it.
fn informed(review: &Review, version: &Version) -> Promise {
    let approved = version.approved.at;
    let last = version.informed.iter().map(|informed| informed.at.at).max();
    let settled = review.uninformed().is_empty().then(|| Settled::At(last.unwrap_or(approved)));
    let key = format!("informed:{}", version.version);
    plain(&key, PromiseKind::Duty, approved, Due::Rule(RuleKind::TeamsInformed), settled)
}

/// What a change request says: that the team that was asked answers, that it is done until the day that was named, that what
/// waits comes back, and until when somebody lives with its risk.
pub fn change(change: &Change) -> Vec<(String, Said)> {
    let mut found = Vec::new();
    match change.phase {
        change::Phase::Cancelled => return Vec::new(),
        // While it waits, nobody is asked for anything but to take it up again.
        change::Phase::Deferred => {
            let answered = |asked: &&Delegation| asked.answered.is_some();
            found.extend(change.delegations.iter().filter(answered).map(|asked| answer(change, asked)));
            found.extend(change.deferrals.last().map(|deferral| {
                let promise = plain(
                    &format!("deferred:{}", change.deferrals.len()),
                    PromiseKind::ChangeResumes,
                    deferral.recorded,
                    Due::On(deferral.until),
                    None,
                );
                Promise { owner: Some(change.owner()), text: deferral.reason.clone(), ..promise }
            }));
        }
        change::Phase::Draft
        | change::Phase::Submitted
        | change::Phase::Assessed
        | change::Phase::Approved
        | change::Phase::Delegated
        | change::Phase::Accepted
        | change::Phase::Planned
        | change::Phase::InProgress
        | change::Phase::Implemented
        | change::Phase::Checked
        | change::Phase::Effective
        | change::Phase::TeamsInformed
        | change::Phase::Closed => {
            found.extend(change.delegations.iter().map(|asked| answer(change, asked)));
            found.extend(done(change));
        }
    }
    found.extend(risk(change));
    found.into_iter().map(|promise| (promise.key.clone(), Said::Promise(Box::new(promise)))).collect()
}

/// The team answers; work that begins without it, or asking anew, ends the wait.
fn answer(change: &Change, delegation: &Delegation) -> Promise {
    let Delegation { id, recorded, person, .. } = delegation;
    let works = change::Phase::InProgress..=change::Phase::Closed;
    let began =
        change.reached.iter().find(|reached| reached.recorded > *recorded && works.contains(&reached.phase));
    let anew = change.delegations.iter().map(|asked| asked.recorded).find(|asked| asked > recorded);
    let answered = delegation.answered.as_ref().map(|answered| answered.recorded);
    let without = began.map(|reached| reached.recorded).into_iter().chain(anew).min();
    let promise = plain(
        &format!("answer:{id}"),
        PromiseKind::ChangeAnswer,
        *recorded,
        Due::Rule(RuleKind::ChangeAnswered),
        answered.or(without).map(Settled::At),
    );
    Promise { owner: *person, ..promise }
}

/// It is done until the day that the team named, else the one that was asked, else the end of its plan.
fn done(change: &Change) -> Option<Promise> {
    let failed = change.checks.iter().filter(|check| !check.passed).map(|check| check.recorded);
    let vain = change.effects.iter().filter(|effect| !effect.effective).map(|effect| effect.recorded);
    let back = failed.chain(vain).max();
    // What was thrown back is not done. A day has no time: what was done today is done since it was said.
    let newest = change.implementations.last().filter(|done| back.is_none_or(|back| done.recorded > back));
    let settled = newest.map(|done| Settled::At(noon(done.on).min(done.recorded)));
    let promise = |key: String, begun, day| plain(&key, PromiseKind::Change, begun, Due::On(day), settled);
    let Some(delegation) = change.delegation() else {
        let plan = change.plans.last()?;
        let promise = promise("done:plan".to_owned(), plan.recorded, plan.end);
        return Some(Promise { owner: Some(change.owner()), ..promise });
    };
    let moved = match delegation.answered.as_ref().map(|answered| (&answered.answer, answered.by)) {
        Some((Answer::OtherDay { reason, .. }, by)) => {
            Some(Moved { from: Due::On(delegation.asked), by, reason: reason.clone() })
        }
        Some((Answer::Refused { .. }, _)) => return None,
        Some((Answer::Accepted {}, _)) | None => None,
    };
    let promise = promise(format!("done:{}", delegation.id), delegation.recorded, delegation.due());
    Some(Promise { owner: delegation.person, moved, ..promise })
}

/// The risk that is lived with meanwhile ends on its day, unless the change is effective by then or it was looked at anew.
fn risk(change: &Change) -> Option<Promise> {
    let risk = change.risks.last().filter(|_| !change.phase.at_rest())?;
    let effective = change.effects.iter().find(|effect| effect.effective && effect.recorded > risk.recorded);
    let settled = effective.map(|effect| Settled::At(effect.recorded));
    let key = format!("risk:{}", risk.id);
    let ends = plain(&key, PromiseKind::RiskEnds, risk.recorded, Due::On(risk.until), settled);
    Some(Promise { owner: Some(change.owner()), text: risk.reason.clone(), ..ends })
}

/// What a finding says: its action, and the risk that is borne until a day.
pub fn finding(finding: &Finding) -> Vec<(String, Said)> {
    let course = &finding.course;
    let mut found = Vec::new();
    // What is dropped is not to be done, and nothing of it while somebody bears the risk instead.
    let given_up = matches!(course.phase, finding::Phase::Dropped | finding::Phase::RiskAccepted);
    if let Some(due) = course.due.as_ref().filter(|_| !given_up) {
        let moved = Moved::over(&due.moves, |one| (one.from, one.by, &*one.reason));
        let settled = finding.found_done().map(Settled::At);
        let action = plain("action", PromiseKind::Finding, finding.raised, Due::On(due.day), settled);
        found.push(Promise { owner: course.owner, moved, text: finding.details.action.clone(), ..action });
    }
    if let Some(risk) = course.risk.as_ref().filter(|_| course.phase == finding::Phase::RiskAccepted) {
        let ends = plain("risk", PromiseKind::RiskEnds, risk.recorded, Due::On(risk.until), None);
        found.push(Promise { owner: course.owner, text: risk.reason.clone(), ..ends });
    }
    found.into_iter().map(|promise| (promise.key.clone(), Said::Promise(Box::new(promise)))).collect()
}

/// The middle of a day: of what has no time of day it is said on which day it was.
fn noon(day: Day) -> Instant {
    day.begin(Zone::UTC).plus(Length::minutes(12 * 60))
}

fn plain(key: &str, kind: PromiseKind, begun: Instant, due: Due, settled: Option<Settled>) -> Promise {
    Promise { settled, ..Promise::new(key, kind, begun, due) }
}
