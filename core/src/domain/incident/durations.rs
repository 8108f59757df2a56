//! Every duration of an incident, computed from its moments. An end that nobody recorded gives nothing at all,
//! never a running number.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Incident, Milestone};
use crate::time::{Length, Moment};

/// The named durations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum DurationKind {
    /// From the impact's start until it was noticed.
    ToNotice,
    /// From notice until the assessment began: the response time of the SLA.
    ToAssess,
    /// From notice until it was decided whether this is an emergency.
    ToDecide,
    /// From the decision until the disaster team stood.
    ToFormTeam,
    /// From the impact's start until the service ran again: the actual recovery time (RTA) against the RTO.
    ToRun,
    /// From the impact's start until the service was fully restored.
    ToRestore,
    /// From notice until the service was fully restored: the handling time of the SLA.
    ToHandle,
    /// How long the service could not be used: until it ran again, or else until it was restored.
    Downtime,
}

impl DurationKind {
    /// Every duration, in the order in which they are shown.
    pub const ALL: [Self; 8] = [
        Self::ToNotice,
        Self::ToAssess,
        Self::ToDecide,
        Self::ToFormTeam,
        Self::ToRun,
        Self::ToRestore,
        Self::ToHandle,
        Self::Downtime,
    ];
}

/// A duration with the moments that it was computed from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Duration {
    /// Which.
    pub kind: DurationKind,
    /// Where it starts.
    pub from: Option<Moment>,
    /// Where it ends.
    pub to: Option<Moment>,
    /// Its length; none when a moment is missing or not known, or when the end lies before the start.
    pub length: Option<Length>,
    /// Whether the end lies before the start.
    pub backwards: bool,
}

/// One duration.
pub fn duration(incident: &Incident, kind: DurationKind) -> Duration {
    let moment = |milestone| incident.moment(milestone);
    let impact = moment(Milestone::ImpactStart);
    let noticed = moment(Milestone::Noticed);
    let restored = moment(Milestone::Restored);
    let (from, to) = match kind {
        DurationKind::ToNotice => (impact, noticed),
        DurationKind::ToAssess => (noticed, moment(Milestone::AssessmentStarted)),
        DurationKind::ToDecide => (noticed, moment(Milestone::EscalationDecided)),
        DurationKind::ToFormTeam => (moment(Milestone::EscalationDecided), moment(Milestone::TeamFormed)),
        DurationKind::ToRun => (impact, moment(Milestone::Running)),
        DurationKind::ToRestore => (impact, restored),
        DurationKind::ToHandle => (noticed, restored),
        DurationKind::Downtime => (impact, moment(Milestone::Running).or(restored)),
    };
    let between =
        from.and_then(|m| m.computable()).zip(to.and_then(|m| m.computable())).map(|(a, b)| a.until(b));
    let backwards = between.is_some_and(Length::is_negative);
    Duration { kind, from, to, length: between.filter(|length| !length.is_negative()), backwards }
}

/// Every duration.
pub fn durations(incident: &Incident) -> Vec<Duration> {
    DurationKind::ALL.into_iter().map(|kind| duration(incident, kind)).collect()
}
