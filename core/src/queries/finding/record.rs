//! Everything about one finding, with the later records that show whether its action worked.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};

use super::{find, similar};
use crate::domain::Context;
use crate::domain::finding::{Command, Finding, Later, Refusal, decide, failed, passed, possible};
use crate::ids::{PersonId, RecordRef, StreamId};
use crate::projections::register::word;
use crate::queries::filter::blob;
use crate::queries::organisation::{names, organisation};
use crate::queries::policy::policy;
use crate::queries::views::{FindingNewest, FindingView, NoProof, OfferedProof};
use crate::queries::{QueryFault, probe, state};
use crate::time::{Day, Instant};

/// So many later records are looked at, newest first.
const LOOKED_AT: u32 = 100;

/// The finding as its screen shows it at `now` to somebody.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn view(
    conn: &Connection,
    record: RecordRef,
    by: Option<PersonId>,
    now: Instant,
) -> Result<FindingView, QueryFault> {
    let (id, finding, version) = find(conn, record)?;
    let probe = probe(organisation(conn)?.as_ref(), policy(conn)?, finding.number, by, now);
    let today = Day::at(now, probe.zone);
    let shown = Shown::of(conn, &finding)?;
    let origin = finding.origin.record();
    Ok(FindingView {
        id,
        version,
        number: finding.number.to_string(),
        origin_number: origin.map(|record| named(conn, record)).transpose()?.flatten().map(|named| named.0),
        phase: finding.course.phase,
        phase_today: finding.phase_on(today),
        overdue: finding.overdue_on(today),
        cited: cited(conn, &finding)?,
        possible: possible(&finding, !shown.proofs.is_empty(), !shown.failures.is_empty(), &probe),
        newest_step: newest(&finding, &probe),
        proofs: shown.proofs,
        failures: shown.failures,
        no_proofs: shown.no_proofs,
        similar: similar(conn, &finding.details.concerns, Some(id), now)?,
        people: names(conn)?,
        title: finding.title,
        kind: finding.kind,
        details: finding.details,
        origin: finding.origin,
        owner: finding.course.owner,
        due: finding.course.due,
        acceptance: finding.course.acceptance,
        implementation: finding.course.implementation,
        watch: finding.course.watch,
        effect: finding.course.effect,
        risk: finding.course.risk,
        dropped: finding.course.dropped,
        closing: finding.course.closing,
        setbacks: finding.course.setbacks,
        path: finding.course.path,
        raised_by: finding.raised_by,
        raised: finding.raised,
        changed: finding.changed,
    })
}

fn newest(finding: &Finding, probe: &Context) -> Option<FindingNewest> {
    let newest = finding.steps.last()?;
    let order = Command::TakeBack { step: newest.id, reason: "-".to_owned() };
    Some(FindingNewest {
        id: newest.id,
        phase: newest.without(),
        by: newest.by,
        recorded: newest.recorded,
        refusal: decide(Some(finding), order, None, probe).err(),
    })
}

/// What happened since an action was done.
#[derive(Default)]
struct Shown {
    proofs: Vec<OfferedProof>,
    failures: Vec<OfferedProof>,
    no_proofs: Vec<NoProof>,
}

impl Shown {
    fn of(conn: &Connection, finding: &Finding) -> Result<Self, QueryFault> {
        let mut shown = Self::default();
        let checked = finding.course.implementation.as_ref().is_some_and(|done| done.checked.is_some());
        let Some(done) = finding.implemented().filter(|_| checked) else { return Ok(shown) };
        let mut there = candidates(conn, finding, done)?;
        there.extend(tests(conn, finding, done)?);
        for (record, number, title) in there {
            let Some((there, _)) = state(conn, record)? else { continue };
            let Some(later) = Later::of(record, &there) else { continue };
            let again = failed(finding, &later).ok();
            match passed(finding, &later) {
                Ok(proof) => shown.proofs.push(OfferedProof { proof, title: title.clone() }),
                Err(Refusal::FindingProofUnrelated { .. }) => {}
                Err(refusal) => {
                    shown.no_proofs.push(NoProof { record, number, title: title.clone(), refusal });
                }
            }
            shown.failures.extend(again.map(|proof| OfferedProof { proof, title }));
        }
        Ok(shown)
    }
}

/// Records that happened since and may be about the same, newest first: each noun that can prove something gives its own.
fn candidates(
    conn: &Connection,
    finding: &Finding,
    done: Instant,
) -> Result<Vec<(StreamId, String, String)>, QueryFault> {
    let concerns = &finding.details.concerns;
    let mut values = vec![Value::Integer(done.micros())];
    let mut about = Vec::new();
    if !concerns.step.trim().is_empty() {
        about.push("emergency = 1".to_owned());
    }
    if let Some(class) = concerns.known_cause() {
        values.push(Value::Text(word(&class)));
        about.push(format!("cause_class = ?{}", values.len()));
    }
    let mut marks = Vec::new();
    for service in &concerns.services {
        values.push(blob(service.0));
        marks.push(format!("?{}", values.len()));
    }
    if !marks.is_empty() {
        let marks = marks.join(", ");
        about.push(format!("stream IN (SELECT stream FROM register_service WHERE service IN ({marks}))"));
    }
    if about.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT stream, number, title FROM register WHERE phase <> 'withdrawn' AND (began_us > ?1 OR ended_us > ?1)
           AND ({}) ORDER BY began_us DESC LIMIT {LOOKED_AT}",
        about.join(" OR ")
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(params_from_iter(values), |row| {
        Ok((StreamId(uuid::Uuid::from_bytes(row.get(0)?)), row.get(1)?, row.get(2)?))
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Tests that went on since, newest first.
fn tests(
    conn: &Connection,
    finding: &Finding,
    done: Instant,
) -> Result<Vec<(StreamId, String, String)>, QueryFault> {
    let concerns = &finding.details.concerns;
    if concerns.step.trim().is_empty() && concerns.services.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT stream, number, title FROM drill WHERE started_us IS NOT NULL AND coalesce(over_us, ?1 + 1) > ?1
         ORDER BY started_us DESC LIMIT {LOOKED_AT}"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map([done.micros()], |row| {
        Ok((StreamId(uuid::Uuid::from_bytes(row.get(0)?)), row.get(1)?, row.get(2)?))
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Number and title of the records that prove or disprove something about a finding.
fn cited(conn: &Connection, finding: &Finding) -> Result<BTreeMap<StreamId, (String, String)>, QueryFault> {
    let course = &finding.course;
    let effect = course.effect.as_ref().map(|effect| effect.proof);
    let all = course.setbacks.iter().filter_map(|setback| setback.proof).chain(effect);
    let mut known = BTreeMap::new();
    for proof in all {
        let record = proof.record();
        known.extend(named(conn, record)?.map(|named| (record, named)));
    }
    Ok(known)
}

/// Number and title of a record; the title is empty where the register does not hold it.
fn named(conn: &Connection, record: StreamId) -> Result<Option<(String, String)>, QueryFault> {
    let sql = "SELECT printf('%s-%04d-%03d', n.series, n.year, n.count), coalesce(r.title, d.title, '')
      FROM number_given n LEFT JOIN register r ON r.stream = n.stream LEFT JOIN drill d ON d.stream = n.stream
      WHERE n.stream = ?1";
    let found = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
    Ok(conn.prepare_cached(sql)?.query_row([record.0.as_bytes()], found).optional()?)
}
