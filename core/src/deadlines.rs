//! The clocks: when what records promise is due, and how it stands at any instant, today or three years ago. Late is computed,
//! never stored. Pure functions of what was known then, the rules of the policy and the objectives of the organisation.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::organisation::Organisation;
use crate::domain::policy::{DrillScope, Policy, RuleKind, Term};
use crate::duties::{DRILL_PERIODIC, Due, Promise, PromiseKind, REVIEW_PERIODIC, Said, sentence};
use crate::ids::{PersonId, StreamId};
use crate::time::{Day, Instant, Length, Zone};
use crate::words::Words;

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Standing {
    /// Not done, and the date is over.
    Late,
    /// The record came to rest without a proof that it was done.
    ProofMissing,
    /// Not done; the date is to come.
    Due,
    /// Not done; due before the record comes to rest.
    Open,
    /// Done after its date.
    KeptLate,
    /// Done in time.
    Kept,
}

impl Standing {
    /// Whether somebody has to do something about it.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Late | Self::Due | Self::Open)
    }
}

/// A promise with when it is due and how it stands at the instant asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Deadline {
    /// The record that promises it.
    pub record: StreamId,
    /// Its name inside the record.
    pub key: String,
    /// The duty of the process that it is an occurrence of, 1 to 33 (duties.md).
    pub duty: Option<u8>,
    /// What is promised.
    pub kind: PromiseKind,
    /// What a person wrote of it.
    pub text: String,
    /// Who is to keep it.
    pub owner: Option<PersonId>,
    /// What set it off.
    pub begun: Instant,
    /// When it is due; none where it is due before the record comes to rest.
    pub due: Option<Instant>,
    /// The rule that made it.
    pub rule: Option<RuleKind>,
    /// The term of that rule when it began.
    pub term: Option<Term>,
    /// When it was due at first, if its date was moved.
    pub original: Option<Instant>,
    /// Who moved it.
    pub moved_by: Option<PersonId>,
    /// Why.
    pub moved_reason: Option<String>,
    /// When it was done.
    pub settled: Option<Instant>,
    /// The record that proves it; none where the record that promises it does.
    pub proof: Option<StreamId>,
    /// How it stands.
    pub standing: Standing,
    /// By how much it is or was late.
    pub late: Option<Length>,
}

impl Deadline {
    /// What is promised: as a task while it is to be done where it has such words, or else what the duty says or the kind of
    /// date is called.
    pub fn said(&self, words: &Words) -> String {
        let duty = self.duty.filter(|_| self.kind == PromiseKind::Duty && self.standing.is_open());
        let task = duty.and_then(|duty| words.find(&format!("reminder-duty-{duty}"), &[]));
        task.unwrap_or_else(|| words.say(&sentence(self.kind, self.duty), &[]))
    }
}

/// What a record said, as it was known at the instant asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// The record.
    pub record: StreamId,
    /// The name of what it said.
    pub key: String,
    /// What it said.
    pub said: Said,
    /// When it was settled, where it was.
    pub settled: Option<Instant>,
}

/// What deadlines are computed from beside the facts.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// The instant asked.
    pub at: Instant,
    /// The zone in which days begin and end.
    pub zone: Zone,
    /// The rules.
    pub policy: &'a Policy,
    /// The objectives of services and SLA levels.
    pub organisation: Option<&'a Organisation>,
}

/// What settles matters, by the matter, each with the record that proves it.
type Settling = BTreeMap<String, Vec<(Instant, StreamId)>>;

/// Each time that a matter was done which recurs, by the matter, with what it is called.
type Beats = BTreeMap<String, (String, Vec<(Instant, StreamId)>)>;

/// Every promise as it stands, in no order.
pub fn all(facts: Vec<Fact>, beside: &Beside<'_>) -> Vec<Deadline> {
    let (mut settling, mut beats) = (Settling::new(), Beats::new());
    let mut promises = Vec::with_capacity(facts.len());
    for Fact { record, key, said, settled } in facts {
        match said {
            Said::Promise(promise) => promises.push((record, key, promise, settled)),
            Said::Settles { topic, at } => settling.entry(topic).or_default().push((at, record)),
            Said::Beat { topic, at, text } => {
                let (name, times) = beats.entry(topic).or_default();
                times.push((at, record));
                if !text.is_empty() {
                    *name = text;
                }
            }
        }
    }
    let mut found = Vec::with_capacity(promises.len());
    for (record, key, promise, settled) in promises {
        let proof = promise.topic.as_ref().and_then(|topic| {
            let settled = settling.get(topic)?.iter().filter(|(at, _)| *at >= promise.begun);
            settled.min().copied()
        });
        let settled = settled.or(proof.map(|(at, _)| at));
        found.extend(stand(record, key, *promise, settled, proof.map(|(_, record)| record), beside));
    }
    found
        .extend(beats.into_iter().flat_map(|(topic, (text, beats))| recurring(&topic, &text, beats, beside)));
    found
}

/// A matter that recurs: each time it is done begins the term of the next time, which settles it.
fn recurring(
    topic: &str,
    text: &str,
    mut beats: Vec<(Instant, StreamId)>,
    beside: &Beside<'_>,
) -> Vec<Deadline> {
    let Some((duty, rule)) = matter(topic, text, beside) else { return Vec::new() };
    beats.sort_unstable();
    let next = beats.iter().skip(1).copied().map(Some).chain([None]);
    let pairs = beats.iter().zip(next);
    let one = |(&(begun, record), next): (&(Instant, StreamId), Option<(Instant, StreamId)>)| {
        let promise = Promise::new(topic, PromiseKind::Duty, begun, Due::Rule(rule));
        let promise = Promise { duty: Some(duty), text: text.to_owned(), ..promise };
        let settled = next.map(|(at, _)| at);
        stand(record, topic.to_owned(), promise, settled, next.map(|(_, record)| record), beside)
    };
    pairs.filter_map(one).collect()
}

/// Which duty a matter that recurs is, and the rule that says how often; none for tests of what is not tested by itself,
/// and none of what has lost its name: nobody tests by a plan that is not used any more.
fn matter(topic: &str, text: &str, beside: &Beside<'_>) -> Option<(u8, RuleKind)> {
    let scope = match topic.split(':').collect::<Vec<_>>().as_slice() {
        [REVIEW_PERIODIC] => return Some((28, RuleKind::ReviewPeriodic)),
        [DRILL_PERIODIC] => DrillScope::Process,
        [DRILL_PERIODIC, "plan", _] if !text.is_empty() => DrillScope::Plan,
        [DRILL_PERIODIC, "service", _] if !text.is_empty() => DrillScope::Service,
        _ => return None,
    };
    (beside.policy.drill_scope_known(beside.at) == scope).then_some((32, RuleKind::DrillPeriodic))
}

fn stand(
    record: StreamId,
    key: String,
    promise: Promise,
    settled: Option<Instant>,
    proof: Option<StreamId>,
    beside: &Beside<'_>,
) -> Option<Deadline> {
    let end = end(promise.due, &promise, beside)?;
    let due = end.instant();
    // What settles it only on a day to come has not done so yet.
    let settled = settled.filter(|settled| *settled <= beside.at);
    let standing = standing(due, settled, promise.rest, beside.at);
    let until = match standing {
        Standing::Late => Some(beside.at),
        Standing::KeptLate => settled,
        Standing::ProofMissing | Standing::Due | Standing::Open | Standing::Kept => None,
    };
    let (rule, term) = match end {
        End::Of { rule, .. } => rule.unzip(),
        End::Rest => (None, None),
    };
    let (original, moved_by, moved_reason) = match &promise.moved {
        Some(moved) => {
            let original = self::end(moved.from, &promise, beside).and_then(|end| end.instant());
            (original, Some(moved.by), Some(moved.reason.clone()))
        }
        None => (None, None, None),
    };
    Some(Deadline {
        record,
        key,
        duty: promise.duty,
        kind: promise.kind,
        text: promise.text,
        owner: promise.owner,
        begun: promise.begun,
        due,
        rule,
        term,
        original,
        moved_by,
        moved_reason,
        settled,
        proof,
        standing,
        late: due.zip(until).map(|(due, until)| due.until(until)),
    })
}

fn standing(due: Option<Instant>, settled: Option<Instant>, rest: Option<Instant>, at: Instant) -> Standing {
    match (settled, due) {
        (Some(settled), Some(due)) if settled > due => Standing::KeptLate,
        (Some(_), _) => Standing::Kept,
        (None, _) if rest.is_some_and(|rest| rest <= at) => Standing::ProofMissing,
        (None, Some(due)) if due < at => Standing::Late,
        (None, Some(_)) => Standing::Due,
        (None, None) => Standing::Open,
    }
}

/// Where a promise ends.
enum End {
    /// At an instant, by a rule where one made it.
    Of { at: Instant, rule: Option<(RuleKind, Term)> },
    /// When the record comes to rest.
    Rest,
}

impl End {
    const fn instant(&self) -> Option<Instant> {
        match self {
            Self::Of { at, .. } => Some(*at),
            Self::Rest => None,
        }
    }
}

/// Where a promise ends; none where the rule or the objective that would make it does not hold, so nothing is promised.
fn end(due: Due, promise: &Promise, beside: &Beside<'_>) -> Option<End> {
    let plain = |at| Some(End::Of { at, rule: None });
    // What begins on a day to come is measured by the objectives that are known.
    let known = promise.begun.min(beside.at);
    let within = |minutes: Option<u32>| plain(promise.begun.plus(Length::minutes(minutes?.into())));
    match due {
        Due::At(at) => plain(at),
        Due::On(day) => plain(day.last_minute(beside.zone)),
        Due::Rest => Some(End::Rest),
        Due::Rule(kind) => {
            let day = Day::at(promise.begun, beside.zone);
            let term = beside.policy.term_known(kind, day, beside.at)?;
            let at = term.end(promise.begun, beside.zone, beside.policy.region_known(beside.at));
            Some(End::Of { at, rule: Some((kind, term)) })
        }
        Due::Response(level) => within(beside.organisation?.sla_level_at(level, known)?.response_minutes),
        Due::Handling(level) => within(beside.organisation?.sla_level_at(level, known)?.handling_minutes),
        Due::Recovery => {
            let service = |id| beside.organisation?.service_at(id, known)?.rto_minutes;
            let shortest = promise.services.iter().copied().filter_map(service).min();
            Some(shortest.map_or(End::Rest, |minutes| End::Of {
                at: promise.begun.plus(Length::minutes(minutes.into())),
                rule: None,
            }))
        }
    }
}

#[cfg(test)]
mod tests;
