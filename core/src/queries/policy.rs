//! The policy: every rule as it holds and as it was set, the holidays, the rule of the second person.

use rusqlite::Connection;

use super::organisation::names;
use super::views::{PolicyView, RuleView};
use super::{QueryFault, state};
use crate::domain::policy::{Policy, RuleKind, STREAM};
use crate::log;
use crate::time::{Day, Instant, Zone};

/// The policy; as it is seeded where nobody set anything.
///
/// # Errors
/// When the log cannot be read.
pub fn policy(conn: &Connection) -> Result<Policy, QueryFault> {
    Ok(state(conn, STREAM)?.and_then(|(state, _)| state.into_policy()).unwrap_or_default())
}

/// How often the rules were set, and when last; none where they are as they were seeded.
///
/// # Errors
/// When the log cannot be read.
pub fn changes(conn: &Connection) -> Result<Option<(u32, Instant)>, QueryFault> {
    let told = log::read_stream(conn, STREAM)?;
    let count = u32::try_from(told.len()).unwrap_or(u32::MAX);
    Ok(told.last().map(|last| (count, last.recorded)))
}

/// The policy as its screen shows it at `now`.
///
/// # Errors
/// When the log cannot be read.
pub fn view(conn: &Connection, now: Instant) -> Result<PolicyView, QueryFault> {
    let policy = policy(conn)?;
    let zone = super::organisation::organisation(conn)?.map_or(Zone::UTC, |organisation| organisation.zone);
    let today = Day::at(now, zone);
    let rule = |kind: RuleKind| RuleView {
        kind,
        term: policy.term_known(kind, today, now),
        seeded: kind.seeded(),
        proposed: kind.proposed(),
        regime: kind.regime(),
        history: policy.rules.get(&kind).cloned().unwrap_or_default(),
    };
    Ok(PolicyView {
        rules: RuleKind::ALL.into_iter().map(rule).collect(),
        region: policy.region_known(now),
        drill_scope: policy.drill_scope_known(now),
        freezes: policy.freezes,
        alone: policy.alone,
        asked: policy.asked,
        mail: policy.mail,
        people: names(conn)?,
    })
}
