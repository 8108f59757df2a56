//! The clocks that run while an incident is open. Late is computed for any instant asked, never stored.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Incident, MessageState, MessageText, Milestone, Phase, ProviderChoice, ProviderFault};
use crate::domain::policy::{Policy, RuleKind};
use crate::time::{Instant, Moment, Zone};

/// The clocks of an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum ClockKind {
    /// The update that the last message to users promised, or that a rule asks for (duties 20).
    NextUpdate,
    /// The expected time of repair that the last message gave (duties 21).
    ExpectedRepair,
    /// The limit of waiting for the provider, agreed or by a rule (duties 18).
    WaitingLimit,
    /// The provider's own review, by a rule.
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

/// By which rules a date is made where the record names none.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    /// The rules.
    pub policy: &'a Policy,
    /// The zone in which days begin and end.
    pub zone: Zone,
}

impl Rules<'_> {
    /// The end of a rule's term that began at a moment, in the zone in which that was said.
    pub fn end(&self, rule: RuleKind, begun: Moment) -> Option<Moment> {
        let at = self.policy.end(rule, begun.at, self.zone, Instant::MAX)?;
        Some(Moment { at, ..begun })
    }
}

/// What a rule promises because of what happened in the incident, should it hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ruled {
    /// Which clock it is.
    pub kind: ClockKind,
    /// The rule.
    pub rule: RuleKind,
    /// What the term counts from.
    pub begun: Moment,
    /// What settled it.
    pub settled: Option<Moment>,
}

/// Every clock of the incident as it stands at `now`, in the order in which they fell due. In a record that came to rest
/// no clock runs but the provider's review: what fell due before and was not kept stays late, what was not yet due does not
/// bind any more.
pub fn clocks(incident: &Incident, rules: &Rules<'_>, now: Instant) -> Vec<Clock> {
    let mut found = said(incident, now);
    found.extend(ruled(incident).into_iter().filter_map(|ruled| {
        let due = rules.end(ruled.rule, ruled.begun)?;
        Some(stand(ruled.kind, due, ruled.settled, now))
    }));
    found.sort_by_key(|clock| (clock.due.at, clock.kind));
    found
}

/// The clocks whose dates the record itself names.
pub fn said(incident: &Incident, now: Instant) -> Vec<Clock> {
    let mut found = message_clocks(incident, now);
    found.extend(waiting_limit(incident, now));
    if let Some(rest) = rest(incident) {
        found.retain(|clock| clock.settled.is_some() || clock.due.at < rest);
    }
    found
}

/// The clocks whose dates rules make: of a message that names no next update, of waiting without a limit, of the provider's
/// own review.
pub fn ruled(incident: &Incident) -> Vec<Ruled> {
    if incident.phase == Phase::Withdrawn {
        return Vec::new();
    }
    let mut found = Vec::new();
    let over = over(incident).or(rest(incident).map(|at| Moment::exact(at, Zone::UTC)));
    let sent = sent(incident);
    for (position, (begun, text)) in sent.iter().enumerate() {
        if text.next_update.is_none() && over.is_none_or(|over| begun.at < over.at) {
            let next = sent.get(position + 1).map(|(at, _)| *at);
            let settled = [next, over].into_iter().flatten().min_by_key(|moment| moment.at);
            found.push(Ruled {
                kind: ClockKind::NextUpdate,
                rule: RuleKind::NextUpdate,
                begun: *begun,
                settled,
            });
        }
    }
    let waits = incident.provider.decisions.last().filter(|last| last.choice == ProviderChoice::Wait);
    if let Some(decision) = waits.filter(|_| incident.provider.waiting_limit.is_none()) {
        let ends = [incident.moment(Milestone::ProviderMitigated), over];
        let settled = ends.into_iter().flatten().min_by_key(|moment| moment.at);
        let (kind, rule) = (ClockKind::WaitingLimit, RuleKind::WaitingLimit);
        found.push(Ruled { kind, rule, begun: decision.at, settled });
    }
    let at_fault = incident.provider.fault.as_ref();
    let at_fault =
        at_fault.is_some_and(|judged| matches!(judged.fault, ProviderFault::Yes | ProviderFault::Partly));
    if let Some(begun) = incident.moment(Milestone::ProviderMitigated).filter(|_| at_fault) {
        let settled = incident.provider.review.as_ref().map(|(at, _)| *at);
        let (kind, rule) = (ClockKind::ProviderReview, RuleKind::ProviderReview);
        found.push(Ruled { kind, rule, begun, settled });
    }
    found
}

/// When a record came to rest that still rests.
fn rest(incident: &Incident) -> Option<Instant> {
    let resting = incident.path.iter().rev().take_while(|passed| passed.phase.is_settled());
    let entered = resting.last().filter(|_| incident.phase.is_settled())?;
    Some(entered.at.and_then(|at| at.computable()).unwrap_or(entered.recorded))
}

fn stand(kind: ClockKind, due: Moment, settled: Option<Moment>, now: Instant) -> Clock {
    Clock { kind, due, settled, state: ClockState::of(due, settled, now) }
}

impl ClockState {
    /// How it stands at `now`.
    pub(super) fn of(due: Moment, settled: Option<Moment>, now: Instant) -> Self {
        match settled {
            Some(moment) => match moment.computable() {
                Some(at) if at <= due.at => Self::Kept,
                Some(_) => Self::Late,
                None => Self::Unproven,
            },
            None if now <= due.at => Self::Running,
            None => Self::Late,
        }
    }
}

/// Messages that went out, in the order in which they did.
fn sent(incident: &Incident) -> Vec<(Moment, &MessageText)> {
    let mut sent: Vec<_> = incident
        .messages
        .iter()
        .filter_map(|message| match &message.state {
            MessageState::Sent { at } => Some((*at, &message.text)),
            MessageState::Draft | MessageState::Released { .. } | MessageState::Failed { .. } => None,
        })
        .collect();
    sent.sort_by_key(|(at, _)| at.at);
    sent
}

/// When the service was restored, or else the record came to its end.
fn over(incident: &Incident) -> Option<Moment> {
    let restored = incident.moment(Milestone::Restored);
    restored.or(incident.moment(Milestone::Ended)).or(incident.moment(Milestone::Closed))
}

/// A promise of a message is settled by the next message that goes out; one that falls due after the service
/// was restored no longer binds.
fn message_clocks(incident: &Incident, now: Instant) -> Vec<Clock> {
    let (sent, over) = (sent(incident), over(incident));
    let restored = incident.moment(Milestone::Restored);
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
