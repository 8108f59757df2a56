//! What the program adds to an order about a process review: the inputs since the last one, the emergency, other reviews.
//! Reads only. Whatever a review has to look at is listed in [`SOURCES`].

mod changes;
mod drills;
mod earlier;
mod findings;
mod incidents;
mod promises;

use std::collections::BTreeMap;

use chrono::Months;
use rusqlite::Connection;

use super::policy::policy;
use super::review::{last_approved, open_periodic};
use super::{QueryFault, review, state};
use crate::domain::Context;
use crate::domain::policy::{Policy, RuleKind, Term, Unit};
use crate::domain::review::{
    Command, Ended, Facts, Given, Input, InputKind, Last, Mark, Occasion, Period, Review, Trigger,
};
use crate::ids::{PartId, StreamId};
use crate::time::{Day, Instant, Zone};

/// Where inputs come from, in the order in which a review shows them. A noun that a review has to look at adds its own here.
const SOURCES: [Source; 6] =
    [incidents::gather, findings::gather, changes::gather, drills::gather, earlier::gather, promises::gather];

/// Gathers inputs of one kind of record.
type Source = fn(&Gathering<'_>) -> Result<Vec<Found>, QueryFault>;

/// What a source looks at.
struct Gathering<'a> {
    conn: &'a Connection,
    /// The review that gathers.
    review: StreamId,
    /// The instant at which clocks are read.
    now: Instant,
    /// The zone in which days begin.
    zone: Zone,
    /// The rules.
    policy: &'a Policy,
    /// The time that the review looks at.
    period: Period,
    /// When the last approved review gathered its inputs.
    since: Option<Instant>,
    /// The last approved review.
    before: Option<&'a Review>,
    /// The emergency that the review is held for: it is looked at whenever it was.
    emergency: Option<StreamId>,
}

impl Gathering<'_> {
    /// Whether something that happened then, and was written down then, belongs to the period: what was written down late
    /// could not be looked at before.
    fn covers(&self, at: Instant, recorded: Instant) -> bool {
        at >= self.period.from.begin(self.zone) || self.since.is_some_and(|since| recorded > since)
    }
}

/// An input that was found, before it is an item of a review.
struct Found {
    kind: InputKind,
    record: StreamId,
    part: Option<PartId>,
    number: String,
    title: String,
    facts: Facts,
}

/// What the program adds to an order about the review `stream`; `id` makes ids for inputs.
///
/// # Errors
/// When the log cannot be read.
pub fn given(
    conn: &Connection,
    (stream, held): (StreamId, Option<&Review>),
    command: &Command,
    context: &Context,
    id: &mut dyn FnMut() -> PartId,
) -> Result<Given, QueryFault> {
    let mut given = Given::default();
    #[allow(clippy::wildcard_enum_match_arm)]
    // Most orders need nothing of other records; those that do stand here.
    match command {
        Command::Plan { occasion: Occasion::AfterEmergency { incident }, .. } => {
            given.emergency = emergency(conn, *incident, context.zone)?;
            given.other =
                review::of_emergency(conn, *incident)?.filter(|held| held.open).map(|held| held.number);
        }
        Command::Plan { occasion: Occasion::Periodic {}, .. } => {
            given.last = last(conn, stream)?;
            given.other = open_periodic(conn, stream)?.map(|held| held.number);
        }
        Command::FollowEmergency {} => {
            if let Some(Trigger::AfterEmergency { incident, .. }) = held.map(|review| &review.trigger) {
                given.emergency = emergency(conn, *incident, context.zone)?;
            }
        }
        Command::FollowApproval {} => given.last = last(conn, stream)?,
        Command::Prepare { .. } | Command::Refresh {} => {
            if let Some(review) = held {
                given.inputs = Some(inputs(conn, stream, review, (context.now, context.zone), id)?);
            }
        }
        _ => {}
    }
    Ok(given)
}

fn emergency(conn: &Connection, incident: StreamId, zone: Zone) -> Result<Option<Ended>, QueryFault> {
    let found = state(conn, incident)?.and_then(|(state, _)| state.into_incident());
    Ok(found.map(|incident| Ended::of(&incident, zone)))
}

fn last(conn: &Connection, but: StreamId) -> Result<Option<Last>, QueryFault> {
    Ok(last_approved(conn, but)?.map(|(_, last)| last))
}

/// The inputs of a review as they stand at an instant, each with its mark against the last approved review.
fn inputs(
    conn: &Connection,
    stream: StreamId,
    review: &Review,
    (now, zone): (Instant, Zone),
    id: &mut dyn FnMut() -> PartId,
) -> Result<(Period, Vec<Input>), QueryFault> {
    let before = match last_approved(conn, stream)? {
        Some((before, _)) => state(conn, before)?.and_then(|(state, _)| state.into_review()),
        None => None,
    };
    let approved = before.as_ref().and_then(Review::approved);
    let since = approved.and_then(|version| version.content.gathered);
    let until = Day::at(now, zone);
    let from = match (review.content.period.filter(|_| review.versions.last().is_some()), since) {
        (Some(period), _) => period.from,
        (None, Some(since)) => Day::at(since, zone),
        (None, None) => one_term_back(&policy(conn)?, until),
    };
    let emergency = match review.trigger {
        Trigger::AfterEmergency { incident, .. } => Some(incident),
        Trigger::Periodic { .. } | Trigger::OnDemand { .. } => None,
    };
    let period = Period { from, until };
    let policy = policy(conn)?;
    let (policy, before, review) = (&policy, before.as_ref(), stream);
    let gathering = Gathering { conn, review, now, zone, policy, period, since, before, emergency };
    let known: BTreeMap<_, _> = approved
        .iter()
        .flat_map(|version| &version.content.items)
        .map(|item| (item.input.key(), (&item.input.title, &item.input.facts)))
        .collect();
    let mut inputs = Vec::new();
    for source in SOURCES {
        for Found { kind, record, part, number, title, facts } in source(&gathering)? {
            let mark = match known.get(&(kind, record, part)) {
                None => Mark::New,
                Some(before) if *before == (&title, &facts) => Mark::Known,
                Some(_) => Mark::Changed,
            };
            inputs.push(Input { id: id(), kind, record, part, number, title, facts, mark });
        }
    }
    inputs.sort_by_key(|input| input.kind);
    Ok((period, inputs))
}

/// Where the period begins when nothing was ever approved.
fn one_term_back(policy: &Policy, day: Day) -> Day {
    let year = Term { amount: 12, unit: Unit::Months };
    let Term { amount, unit } = policy.term(RuleKind::ReviewPeriodic, day).unwrap_or(year);
    match unit {
        Unit::Hours => day.plus_days(-i64::from(amount) / 24),
        Unit::Days => day.plus_days(-i64::from(amount)),
        // Five working days are a week, holidays or not: the period begins early rather than late.
        Unit::WorkingDays => day.plus_days(-i64::from(amount) * 7 / 5 - 2),
        Unit::Weeks => day.plus_days(-i64::from(amount) * 7),
        Unit::Months => {
            let back = day.date().checked_sub_months(Months::new(amount.into()));
            back.and_then(|date| Day::of(date).ok()).unwrap_or(day)
        }
    }
}
