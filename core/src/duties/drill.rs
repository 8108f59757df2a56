//! What a DR test says about duties 32 and 33 (duties.md): that it takes place, that its result is approved and analysed in a
//! review, that it is done again; and what it settles.

use serde::Serialize;

use super::{
    DRILL_PERIODIC, Due, Moved, Promise, PromiseKind, Said, Settled, beat, drill_of_plan, drill_of_service,
};
use crate::domain::drill::{Drill, Phase, Stamp, Verdict, retest};
use crate::domain::policy::RuleKind;
use crate::ids::StreamId;
use crate::time::{Day, Instant, Moment};

/// What a test says.
pub fn drill(drill: &Drill) -> Vec<(String, Said)> {
    let mut found = Vec::new();
    if drill.phase != Phase::Cancelled {
        found.push(conducted(drill));
    }
    if let Some(over) = &drill.over {
        found.extend(followed(drill, over));
    }
    let mut said: Vec<_> =
        found.into_iter().map(|promise| (promise.key.clone(), Said::Promise(Box::new(promise)))).collect();
    if let Ok(at) = yearly(drill) {
        said.push(beat(DRILL_PERIODIC.to_owned(), at, ""));
        said.push(beat(drill_of_plan(drill.plan.plan), at, ""));
        let services = drill.content().into_iter().flat_map(|content| &content.about.services);
        said.extend(services.map(|target| beat(drill_of_service(target.service), at, "")));
    }
    let held = drill.verdict.as_ref().is_some_and(|judged| judged.verdict != Verdict::Failed);
    if let Some(over) = drill.over.as_ref().filter(|_| held && counts(drill)) {
        let (topic, at) = (retest_topic(drill.plan.plan), over.timed.at.at);
        said.push(("settles".to_owned(), Said::Settles { topic, at }));
    }
    said
}

/// Why a test is not the yearly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Uncounted {
    /// It was called off.
    Cancelled,
    /// It is not over.
    NotOver,
    /// It was aborted.
    Aborted,
    /// Nobody had approved the version of the plan by which it was conducted.
    PlanUnapproved,
    /// Nobody has approved its result.
    ResultUnapproved,
}

/// When a test took place as the yearly one (duties.md 32): at its end, where it was conducted to its end by an approved plan
/// and its result is approved, whatever it is.
///
/// # Errors
/// Why it does not count.
pub fn yearly(drill: &Drill) -> Result<Instant, Uncounted> {
    if drill.phase == Phase::Cancelled {
        return Err(Uncounted::Cancelled);
    }
    let over = drill.over.as_ref().ok_or(Uncounted::NotOver)?;
    if drill.aborted.is_some() {
        return Err(Uncounted::Aborted);
    }
    if !drill.frozen.as_ref().is_some_and(|frozen| frozen.approved) {
        return Err(Uncounted::PlanUnapproved);
    }
    if counts(drill) { Ok(over.timed.at.at) } else { Err(Uncounted::ResultUnapproved) }
}

/// It was conducted to its end, and somebody else approved what came out.
fn counts(drill: &Drill) -> bool {
    drill.phase.is_approved() && drill.aborted.is_none()
}

/// The matter "a test by this plan is passed".
fn retest_topic(plan: StreamId) -> String {
    format!("retest:{plan}")
}

fn day(moment: Moment) -> Day {
    Day::at(moment.at, moment.zone)
}

/// It takes place on the day for which it is planned.
fn conducted(drill: &Drill) -> Promise {
    let moved = Moved::over(&drill.moved, |one| (day(one.was), one.by, &*one.reason));
    let settled = drill.started.as_ref().map(|started| Settled::At(started.timed.at.at));
    let promise = Promise::new("conducted", PromiseKind::Drill, drill.recorded, Due::On(day(drill.planned)));
    Promise { owner: Some(drill.arrangement.lead), moved, settled, ..promise }
}

/// What is due when it is over.
fn followed(drill: &Drill, over: &Stamp) -> Vec<Promise> {
    let at = over.timed.at.at;
    let judged = drill.verdict.as_ref().map(|judged| judged.recorded);
    let result = Promise::new("result", PromiseKind::DrillResult, at, Due::Rule(RuleKind::DrillResult));
    let result = Promise { owner: Some(drill.coordinator()), settled: judged.map(Settled::At), ..result };
    let mut found = vec![result];
    if let Some(judged) = judged {
        let due = Due::Rule(RuleKind::DrillAnalysed);
        let analysed = Promise::new("analysed", PromiseKind::DrillAnalysis, judged, due);
        let settled = drill.reviews.first().map(|first| Settled::At(first.recorded));
        found.push(Promise { duty: Some(33), settled, ..analysed });
    }
    if retest(drill).is_some() {
        let again = Promise::new("retest", PromiseKind::Retest, at, Due::Rule(RuleKind::Retest));
        let (owner, topic) = (Some(drill.arrangement.lead), Some(retest_topic(drill.plan.plan)));
        found.push(Promise { owner, topic, ..again });
    }
    found
}
