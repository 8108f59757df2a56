//! What follows from the record of a test: whether each service was recovered, measured against its objectives; whether it
//! must be done again. Computed, never kept.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{ClockWithdrawal, Course, Drill, Tick, Verdict};
use crate::domain::plan::{DrillKind, ServiceTarget};
use crate::ids::ServiceId;
use crate::time::{Instant, Length};

/// Whether a service was recovered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Recovered {
    /// Nicht wiederhergestellt.
    Not,
    /// Teilweise: it ran again, but an objective was missed.
    Partly,
    /// Vollständig.
    Fully,
}

/// What was measured of a service, against its objectives (report-contents.md (b) 12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ServiceOutcome {
    /// The service.
    pub service: ServiceId,
    /// Its objectives and the events of its clock, as the plan says them.
    pub target: ServiceTarget,
    /// The event at which the clock began; none as long as it did not.
    pub started: Option<String>,
    /// When that was.
    pub started_at: Option<Instant>,
    /// The event at which the service was recovered; none as long as it is not.
    pub stopped: Option<String>,
    /// When that was.
    pub stopped_at: Option<Instant>,
    /// The state of the data that came back.
    pub data_point: Option<crate::time::Moment>,
    /// Milliseconds that the clock shows without pauses; none as long as it did not begin.
    #[ts(type = "number | null")]
    pub clock_ms: Option<i64>,
    /// Actual recovery time (RTA) in seconds; none as long as the service is not recovered.
    pub recovery: Option<Length>,
    /// Whether the RTO was met; none when either is not recorded.
    pub rto_met: Option<bool>,
    /// Actual data loss (RPA) in seconds; none when not recorded.
    pub data_loss: Option<Length>,
    /// Whether the RPO was met; none when either is not recorded.
    pub rpo_met: Option<bool>,
    /// Whether it was recovered; none where its clock never began, and while the test is running.
    pub recovered: Option<Recovered>,
    /// Presses of its clock that were taken back, oldest first.
    pub withdrawn: Vec<ClockWithdrawal>,
}

/// Why a test must be done again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum RetestReason {
    /// It was aborted.
    Aborted,
    /// Its result was approved as failed.
    Failed,
}

/// What was measured of each service, in the order of the plan. While the test runs the clocks are as at `now`.
pub fn recoveries(drill: &Drill, now: Instant, tick: Option<&Tick>) -> Vec<ServiceOutcome> {
    let (Some(content), Some(course)) = (drill.content(), Course::of(drill)) else { return Vec::new() };
    content.about.services.iter().map(|target| measured(drill, &course, target, now, tick)).collect()
}

fn measured(
    drill: &Drill,
    course: &Course<'_>,
    target: &ServiceTarget,
    now: Instant,
    tick: Option<&Tick>,
) -> ServiceOutcome {
    let clock = drill.clocks.get(&target.service);
    let started = clock.and_then(|clock| clock.started.as_ref());
    let stopped = clock.and_then(|clock| clock.stopped.as_ref()).filter(|_| started.is_some());
    let data_point = clock.and_then(|clock| clock.data_point);
    let runs_until = stopped.map(|(_, stamp)| stamp).or(drill.over.as_ref());
    let shown = started.map(|(_, from)| match runs_until {
        Some(until) => course.between(from, until),
        None => course.now(now, tick).without(course.at(from)).max(Length::ZERO),
    });
    let recovery = shown.filter(|_| stopped.is_some());
    let data_loss = started.zip(data_point.and_then(|point| point.computable()));
    let data_loss = data_loss.map(|((_, from), point)| point.until(from.timed.at.at).max(Length::ZERO));
    let (rto_met, rpo_met) = (within(recovery, target.rto_minutes), within(data_loss, target.rpo_minutes));
    let recovered = started.filter(|_| drill.over.is_some()).map(|_| match stopped {
        None => Recovered::Not,
        Some(_) if rto_met == Some(false) || rpo_met == Some(false) => Recovered::Partly,
        Some(_) => Recovered::Fully,
    });
    ServiceOutcome {
        service: target.service,
        target: target.clone(),
        started: started.map(|(event, _)| event.clone()),
        started_at: started.map(|(_, stamp)| stamp.timed.at.at),
        stopped: stopped.map(|(event, _)| event.clone()),
        stopped_at: stopped.map(|(_, stamp)| stamp.timed.at.at),
        data_point,
        clock_ms: shown.map(Length::whole_millis),
        recovery,
        rto_met,
        data_loss,
        rpo_met,
        recovered,
        withdrawn: clock.map(|clock| clock.withdrawn.clone()).unwrap_or_default(),
    }
}

fn within(length: Option<Length>, minutes: Option<u32>) -> Option<bool> {
    Some(length? <= Length::minutes(i64::from(minutes?)))
}

/// Whether services are recovered in a test of this kind; the others talk about it.
pub(super) fn recovers(drill: &Drill) -> bool {
    let kind = drill.content().map(|content| content.about.kind);
    matches!(kind, Some(DrillKind::FunctionTest | DrillKind::FullFailover))
}

/// Whether a test must be done again, why, and when that arose (state-machines.md: stopped or failed).
pub fn retest(drill: &Drill) -> Option<(RetestReason, Instant)> {
    if let Some(over) = drill.over.as_ref().filter(|_| drill.aborted.is_some()) {
        return Some((RetestReason::Aborted, over.timed.at.at));
    }
    let judged = drill.verdict.as_ref().filter(|judged| judged.verdict == Verdict::Failed)?;
    Some((RetestReason::Failed, judged.recorded))
}
