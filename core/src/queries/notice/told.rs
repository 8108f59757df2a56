//! How the notice about one version of a record stands with each team that it concerns.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use super::{Beside, find, streams};
use crate::domain::notice::Phase;
use crate::ids::{PersonId, RecordRef, StreamId, TeamId};
use crate::queries::QueryFault;
use crate::time::{Day, Instant};

/// Who of those that a notice asks said that it was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Who did.
    pub acknowledged: Vec<PersonId>,
    /// Who has not.
    pub missing: Vec<PersonId>,
}

/// How a notice stands with each team that it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub phase: Phase,
    /// By when everyone is to have read it; none where no rule holds.
    pub due: Option<Day>,
    /// Its teams.
    pub teams: BTreeMap<TeamId, Standing>,
    /// Who is asked and belongs to none of them.
    pub others: Standing,
}

/// How the notice about a version of a record stands with each of its teams; none where no notice tells it.
///
/// # Errors
/// When the log cannot be read.
pub fn told(
    conn: &Connection,
    record: StreamId,
    version: u32,
    now: Instant,
) -> Result<Option<Told>, QueryFault> {
    let sql = "SELECT stream FROM notice WHERE record = ?1 AND version = ?2 AND phase <> 'withdrawn'
      ORDER BY announced_us DESC";
    let newest = streams(conn, sql, params![record.0.as_bytes(), version])?.first().copied();
    let Some(newest) = newest else { return Ok(None) };
    let (_, notice, _) = find(conn, RecordRef::Id(newest))?;
    let beside = Beside::read(conn, now)?;
    let standing = |people: BTreeSet<PersonId>| {
        let given = |person: &PersonId| notice.acknowledged.contains_key(person);
        let (acknowledged, missing) = people.into_iter().partition(given);
        Standing { acknowledged, missing }
    };
    let teams: BTreeMap<_, _> =
        notice.teams.iter().map(|team| (*team, beside.asked_of(&notice, *team))).collect();
    let of_teams: BTreeSet<PersonId> = teams.values().flatten().copied().collect();
    Ok(Some(Told {
        number: notice.number.to_string(),
        phase: notice.phase(),
        due: beside.due(&notice),
        others: standing(&notice.expected - &of_teams),
        teams: teams.into_iter().map(|(team, people)| (team, standing(people))).collect(),
    }))
}
