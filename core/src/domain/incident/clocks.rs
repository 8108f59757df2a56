//! The clocks that run while an incident is open. Late is computed for any instant asked, never stored.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Incident, MessageState, Milestone, Phase, ProviderChoice, ProviderFault};
use crate::time::{Instant, Length, Moment};

/// The clocks of an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum ClockKind {
    /// The update that the last message to users promised (duties 20).
    NextUpdate,
    /// The expected time of repair that the last message gave (duties 21).
    ExpectedRepair,
    /// The agreed limit of waiting for the provider (duties 18).
    WaitingLimit,
    /// The provider's own review, in general within 14 days of mitigation.
    ProviderReview,
}

/// How a clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum ClockState {
    /// Running, not yet due.
    Running,
    /// What was promised happened in time.
    Kept,
    /// It happened late, or has not happened and is over time.
    Late,
    /// What was promised cannot be judged: the moment that settles it is not known.
    Unproven,
}

/// A clock with what was promised, what settled it and how it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Clock {
    /// Which.
    pub kind: ClockKind,
    /// When what was promised is due.
    pub due: Moment,
    /// What settled it.
    pub settled: Option<Moment>,
    /// How it stands.
    pub state: ClockState,
}

/// Days within which the provider's review is expected after mitigation (report-contents.md, clocks).
const PROVIDER_REVIEW_DAYS: i64 = 14;

/// Every clock of the incident as it stands at `now`, in the order in which they fell due. In a record that came to rest
/// no clock runs: what fell due before and was not kept stays late, what was not yet due does not bind any more.
pub fn clocks(incident: &Incident, now: Instant) -> Vec<Clock> {
    let mut found = message_clocks(incident, now);
    found.extend(waiting_limit(incident, now));
    found.extend(provider_review(incident, now));
    if let Some(rest) = rest(incident) {
        found.retain(|clock| clock.settled.is_some() || clock.due.at < rest);
    }
    found.sort_by_key(|clock| (clock.due.at, clock.kind));
    found
}

/// When a record came to rest that still rests.
fn rest(incident: &Incident) -> Option<Instant> {
    let resting = incident.path.iter().rev().take_while(|passed| passed.phase.is_settled());
    let entered = resting.last().filter(|_| incident.phase.is_settled())?;
    Some(entered.at.and_then(|at| at.computable()).unwrap_or(entered.recorded))
}

fn stand(kind: ClockKind, due: Moment, settled: Option<Moment>, now: Instant) -> Clock {
    let state = match settled {
        Some(moment) => match moment.computable() {
            Some(at) if at <= due.at => ClockState::Kept,
            Some(_) => ClockState::Late,
            None => ClockState::Unproven,
        },
        None if now <= due.at => ClockState::Running,
        None => ClockState::Late,
    };
    Clock { kind, due, settled, state }
}

/// A promise of a message is settled by the next message that goes out; one that falls due after the service
/// was restored no longer binds.
fn message_clocks(incident: &Incident, now: Instant) -> Vec<Clock> {
    let mut sent: Vec<_> = incident
        .messages
        .iter()
        .filter_map(|message| match &message.state {
            MessageState::Sent { at } => Some((*at, &message.text)),
            MessageState::Draft | MessageState::Released { .. } | MessageState::Failed { .. } => None,
        })
        .collect();
    sent.sort_by_key(|(at, _)| at.at);
    let restored = incident.moment(Milestone::Restored);
    let over = restored.or(incident.moment(Milestone::Ended)).or(incident.moment(Milestone::Closed));
    let mut found = Vec::new();
    for (position, (_, text)) in sent.iter().enumerate() {
        let next = sent.get(position + 1).map(|(at, _)| *at);
        if let Some(due) = text.next_update {
            let settled = next.or(over.filter(|over| over.at <= due.at));
            if settled.is_some() || !incident.phase.is_settled() {
                found.push(stand(ClockKind::NextUpdate, due, settled, now));
            }
        }
        let given_again = sent.iter().skip(position + 1).any(|(at, later)| {
            later.expected_repair.is_some() && text.expected_repair.is_some_and(|due| at.at <= due.at)
        });
        if let Some(due) = text.expected_repair.filter(|_| !given_again) {
            found.push(stand(ClockKind::ExpectedRepair, due, restored, now));
        }
    }
    found
}

fn waiting_limit(incident: &Incident, now: Instant) -> Option<Clock> {
    let due = incident.provider.waiting_limit?;
    let recovered =
        incident.provider.decisions.iter().rev().find(|d| d.choice == ProviderChoice::Recover).map(|d| d.at);
    let ends =
        [incident.moment(Milestone::ProviderMitigated), recovered, incident.moment(Milestone::Restored)];
    let settled = ends.into_iter().flatten().min_by_key(|moment| moment.at);
    Some(stand(ClockKind::WaitingLimit, due, settled, now))
}

fn provider_review(incident: &Incident, now: Instant) -> Option<Clock> {
    let at_fault = incident
        .provider
        .fault
        .as_ref()
        .is_some_and(|judged| matches!(judged.fault, ProviderFault::Yes | ProviderFault::Partly));
    let mitigated = incident.moment(Milestone::ProviderMitigated)?;
    if !at_fault || incident.phase == Phase::Withdrawn {
        return None;
    }
    let due = Moment { at: mitigated.at.plus(Length::minutes(PROVIDER_REVIEW_DAYS * 24 * 60)), ..mitigated };
    let received = incident.provider.review.as_ref().map(|(at, _)| *at);
    Some(stand(ClockKind::ProviderReview, due, received, now))
}
