//! What later records show of findings and nobody said yet: that an action worked, or that the same failed again.

use rusqlite::Connection;

use super::find;
use crate::domain::finding::{Finding, Later, Phase, Proof, Same, failed, passed};
use crate::ids::{PersonId, RecordRef, StreamId};
use crate::queries::{QueryFault, state};
use crate::time::{Instant, Length};

/// What went on this long ago or longer was looked at by a review since.
const SINCE: Length = Length::minutes(-90 * 24 * 60);
/// So many later records are looked at, newest first, and so many findings.
const LOOKED_AT: u32 = 40;

/// What a record shows of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shows {
    /// The action works.
    Proof,
    /// The same step or the same cause failed again.
    Again,
}

/// A finding about which a record shows something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Announced {
    /// The finding.
    pub finding: StreamId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Who is to act.
    pub owner: Option<PersonId>,
    /// What is shown.
    pub shows: Shows,
    /// The number of the record that shows it.
    pub by: String,
}

/// Each finding about which a record of the last ninety days shows something that nobody said yet; that the same failed
/// again outweighs a proof.
///
/// # Errors
/// When the log cannot be read.
pub fn announced(conn: &Connection, now: Instant) -> Result<Vec<Announced>, QueryFault> {
    let asked = "SELECT stream FROM finding WHERE phase IN ('implemented', 'effectivenessCheck', 'effective', 'closed')
      ORDER BY changed_us DESC LIMIT ?1";
    let findings = streams(conn, asked, i64::from(LOOKED_AT))?;
    if findings.is_empty() {
        return Ok(Vec::new());
    }
    let since = now.plus(SINCE).micros();
    let tests = format!(
        "SELECT stream FROM drill WHERE verdict IS NOT NULL AND over_us > ?1 ORDER BY over_us DESC LIMIT {LOOKED_AT}"
    );
    let emergencies = format!(
        "SELECT stream FROM register WHERE emergency = 1 AND phase <> 'withdrawn' AND began_us > ?1
         ORDER BY began_us DESC LIMIT {LOOKED_AT}"
    );
    let mut later = Vec::new();
    for record in streams(conn, &tests, since)?.into_iter().chain(streams(conn, &emergencies, since)?) {
        let there = state(conn, record)?;
        later.extend(there.and_then(|(state, _)| Later::of(record, &state)));
    }
    let mut found = Vec::new();
    for stream in findings {
        let (stream, finding, _) = find(conn, RecordRef::Id(stream))?;
        let Some((shows, proof)) =
            later.iter().filter_map(|later| shown(&finding, later)).max_by_key(|(shows, _)| *shows)
        else {
            continue;
        };
        found.push(Announced {
            finding: stream,
            number: finding.number.to_string(),
            owner: finding.course.owner,
            title: finding.title,
            shows,
            by: proof.number().to_string(),
        });
    }
    Ok(found)
}

/// What a record shows of a finding that nobody said of it. That a service failed again may have another reason: whoever looks
/// at the finding sees it, nobody is called for it.
fn shown(finding: &Finding, later: &Later) -> Option<(Shows, Proof)> {
    let course = &finding.course;
    let checked = course.implementation.as_ref().is_some_and(|done| done.checked.is_some());
    let waits = checked && matches!(course.phase, Phase::Implemented | Phase::EffectivenessCheck);
    let settled = matches!(course.phase, Phase::Effective | Phase::Closed);
    let again = failed(finding, later).ok().filter(|proof| proof.same() != Same::Service);
    let said = course.setbacks.iter().filter_map(|setback| setback.proof);
    let proved = course.effect.as_ref().map(|effect| effect.proof);
    let again = again.filter(|again| said.chain(proved).all(|said| said.record() != again.record()));
    if let Some(again) = again.filter(|_| waits || settled) {
        return Some((Shows::Again, again));
    }
    passed(finding, later).ok().filter(|_| waits).map(|proof| (Shows::Proof, proof))
}

fn streams(conn: &Connection, sql: &str, value: i64) -> Result<Vec<StreamId>, QueryFault> {
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map([value], |row| Ok(StreamId(uuid::Uuid::from_bytes(row.get(0)?))))?;
    Ok(found.collect::<Result<_, _>>()?)
}
