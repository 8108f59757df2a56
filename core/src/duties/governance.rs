//! What reviews, change requests and findings say about duties 27 to 31 (duties.md) and about their own dates.

use super::{Due, Moved, Promise, PromiseKind, REVIEW_PERIODIC, Said, Settled, beat, review_topic};
use crate::domain::change::{self, Answer, Change, Delegation};
use crate::domain::finding::{self, Finding};
use crate::domain::policy::RuleKind;
use crate::domain::review::{Review, Trigger, Version};
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
    said
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

/// What a change request says: that the team that was asked answers, and that it is done until the day that it named.
pub fn change(change: &Change) -> Vec<(String, Said)> {
    let over = matches!(change.phase, change::Phase::Cancelled);
    let mut found = Vec::new();
    for delegation in change.delegations.iter().filter(|_| !over) {
        found.extend(delegated(change, delegation));
    }
    found.into_iter().map(|promise| (promise.key.clone(), Said::Promise(Box::new(promise)))).collect()
}

fn delegated(change: &Change, delegation: &Delegation) -> Vec<Promise> {
    let Delegation { id, asked, answered, recorded, person, .. } = delegation;
    let settled = answered.as_ref().map(|answered| Settled::At(answered.recorded));
    let answer = plain(
        &format!("answer:{id}"),
        PromiseKind::ChangeAnswer,
        *recorded,
        Due::Rule(RuleKind::ChangeAnswered),
        settled,
    );
    let answer = Promise { owner: *person, ..answer };
    let newest = change.delegations.last().is_some_and(|last| last.id == *id);
    let moved = match answered.as_ref().map(|answered| (&answered.answer, answered.by)) {
        Some((Answer::OtherDay { reason, .. }, by)) => {
            Some(Moved { from: Due::On(*asked), by, reason: reason.clone() })
        }
        Some((Answer::Refused { .. }, _)) => return vec![answer],
        Some((Answer::Accepted {}, _)) | None => None,
    };
    if !newest {
        return vec![answer];
    }
    let done = change.implementations.last().map(|done| Settled::At(noon(done.on)));
    let done = plain(&format!("done:{id}"), PromiseKind::Change, *recorded, Due::On(delegation.due()), done);
    vec![answer, Promise { owner: *person, moved, ..done }]
}

/// What a finding says: its action, and the risk that is borne until a day.
pub fn finding(finding: &Finding) -> Vec<(String, Said)> {
    let course = &finding.course;
    let mut found = Vec::new();
    if let Some(due) = course.due.as_ref().filter(|_| course.phase != finding::Phase::Dropped) {
        let moved = Moved::over(&due.moves, |one| (one.from, one.by, &*one.reason));
        let settled = finding.implemented().map(Settled::At);
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
