//! Findings: a page of them, everything about one, earlier ones about the same, and later records that show whether an action
//! worked.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

use super::filter::{Filter, blob};
use super::organisation::{names, organisation};
use super::register::{at, must, said};
use super::views::{FindingPage, FindingQuery, FindingRow, FindingSort, SimilarFinding};
use super::{QueryFault, resolve, state};
use crate::domain::finding::{Concern, Finding, Origin, Phase, Same, key};
use crate::ids::{PartId, RecordRef, ServiceId, StreamId};
use crate::projections::register::word;
use crate::time::{Day, Instant, Zone};

mod announced;
mod record;

pub use announced::{Announced, Shows, announced};
pub use record::view;

/// The most rows of a page.
const MOST: u32 = 500;
/// So many earlier findings about the same are shown.
const SIMILAR: u32 = 10;

/// Where it stands on the day `?1`: a risk is borne until the day on which it ends.
const STANDS: &str = "CASE WHEN f.phase = 'riskAccepted' AND f.risk_until <= ?1 THEN 'open' ELSE f.phase END";
/// Whether its action is late on the day `?1`.
const LATE: &str = "f.due < ?1 AND (f.phase IN ('open', 'assigned', 'accepted', 'inProgress')
  OR (f.phase = 'riskAccepted' AND f.risk_until <= ?1))";

/// The finding behind a name, its id and how many events it has.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn find(conn: &Connection, record: RecordRef) -> Result<(StreamId, Finding, u64), QueryFault> {
    let stream = resolve(conn, record)?;
    let found = state(conn, stream)?;
    let finding = found.and_then(|(state, version)| Some((stream, state.into_finding()?, version)));
    finding.ok_or_else(|| QueryFault::NoSuchRecord(record.to_string()))
}

/// The number of the finding that carries a part of another record on already, but for one.
///
/// # Errors
/// When the database cannot be read.
pub fn holder(conn: &Connection, origin: Origin, but: StreamId) -> Result<Option<String>, QueryFault> {
    let Some(part) = origin.part() else { return Ok(None) };
    let sql = "SELECT number FROM finding WHERE origin_part = ?1 AND stream <> ?2 LIMIT 1";
    let values = (part.0.as_bytes(), but.0.as_bytes());
    Ok(conn.prepare_cached(sql)?.query_row(values, |row| row.get(0)).optional()?)
}

/// A page of the findings.
///
/// # Errors
/// When the database cannot be read.
pub fn page(conn: &Connection, query: &FindingQuery, now: Instant) -> Result<FindingPage, QueryFault> {
    let day = match query.on {
        Some(day) => day,
        None => today(conn, now)?,
    };
    let filter = wanted(query, day);
    let count = format!("SELECT count(*) FROM finding f {}", filter.clause());
    // A count without conditions has no place for the day.
    let values = &filter.values;
    let total = conn.prepare_cached(&count)?.query_row(params_from_iter(values), |row| row.get(0))?;
    let limit = if query.limit == 0 { super::views::page() } else { query.limit.min(MOST) };
    let rest = format!("{} ORDER BY {} LIMIT {limit} OFFSET {}", filter.clause(), order(query), query.offset);
    Ok(FindingPage { items: rows(conn, &rest, &filter.values)?, total, people: names(conn)? })
}

/// Earlier findings about the same, but for one: those with the most in common first, then the newest.
///
/// # Errors
/// When the database cannot be read.
pub fn similar(
    conn: &Connection,
    concerns: &Concern,
    but: Option<StreamId>,
    now: Instant,
) -> Result<Vec<SimilarFinding>, QueryFault> {
    let mut values = vec![Value::Text(today(conn, now)?.to_string())];
    let mut place = |value: Value| {
        values.push(value);
        format!("?{}", values.len())
    };
    let step = place(Value::Text(key(&concerns.step)));
    let cause = place(concerns.known_cause().map_or(Value::Null, |class| Value::Text(word(&class))));
    let services: Vec<_> = concerns.services.iter().map(|service| place(blob(service.0))).collect();
    let but = place(but.map_or(Value::Null, |stream| blob(stream.0)));
    let shares = format!(
        "EXISTS(SELECT 1 FROM finding_service s WHERE s.stream = f.stream AND s.service IN ({}))",
        services.join(", ")
    );
    let (by_step, by_cause) = (
        format!("(f.step_key <> '' AND f.step_key = {step})"),
        format!("f.cause_class IS {cause} AND f.cause_class IS NOT NULL"),
    );
    let rest = format!(
        "WHERE f.stream IS NOT {but} AND ({by_step} OR ({by_cause}) OR {shares})
         ORDER BY 4 * {by_step} + 2 * ({by_cause}) + {shares} DESC, f.raised_us DESC LIMIT {SIMILAR}"
    );
    let found = rows(conn, &rest, &values)?;
    found.into_iter().map(|row| compared(conn, concerns, row)).collect()
}

fn compared(conn: &Connection, concerns: &Concern, row: FindingRow) -> Result<SimilarFinding, QueryFault> {
    let services = services_of(conn, row.id)?;
    let cause = concerns.known_cause().is_some() && concerns.known_cause() == row.cause_class;
    let of = [
        (concerns.is_step(&row.step), Same::Step),
        (cause, Same::Cause),
        (concerns.shares(&services), Same::Service),
    ];
    let same: Vec<_> = of.into_iter().filter(|(is, _)| *is).map(|(_, same)| same).collect();
    let came_again =
        row.phase == Phase::Closed && (same.contains(&Same::Step) || same.contains(&Same::Cause));
    Ok(SimilarFinding { row, same, came_again })
}

fn services_of(conn: &Connection, stream: StreamId) -> Result<Vec<ServiceId>, QueryFault> {
    let mut statement = conn.prepare_cached("SELECT service FROM finding_service WHERE stream = ?1")?;
    let found = statement
        .query_map([stream.0.as_bytes()], |row| Ok(ServiceId(uuid::Uuid::from_bytes(row.get(0)?))))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The day in the organisation's zone.
fn today(conn: &Connection, now: Instant) -> Result<Day, QueryFault> {
    Ok(Day::at(now, organisation(conn)?.map_or(Zone::UTC, |organisation| organisation.zone)))
}

/// Rows by what stands behind `FROM finding f`; `?1` is the day.
fn rows(conn: &Connection, rest: &str, values: &[Value]) -> Result<Vec<FindingRow>, QueryFault> {
    let sql = format!(
        "SELECT f.stream, f.number, f.title, {STANDS}, f.kind, f.priority, f.owner, f.due, coalesce({LATE}, 0), f.origin,
           f.origin_record, (SELECT printf('%s-%04d-%03d', n.series, n.year, n.count) FROM number_given n
             WHERE n.stream = f.origin_record), f.origin_part, f.step, f.cause_class, f.raised_us, f.changed_us
         FROM finding f {rest}"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(params_from_iter(values), row)?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn order(query: &FindingQuery) -> String {
    let way = if query.ascending { "ASC" } else { "DESC" };
    // What has no day comes last whichever way it is sorted.
    match query.sort {
        FindingSort::Changed => format!("f.changed_us {way}, f.stream"),
        FindingSort::Number => format!("f.series_year {way}, f.series_count {way}"),
        FindingSort::Title => format!("f.title_key {way}, f.stream"),
        FindingSort::Phase => {
            format!("CASE WHEN {STANDS} = 'open' THEN 0 ELSE f.phase_rank END {way}, f.changed_us DESC")
        }
        FindingSort::Kind => format!("f.kind_rank {way}, f.changed_us DESC"),
        FindingSort::Priority => format!("f.priority_rank {way}, f.changed_us DESC"),
        FindingSort::Due => format!("f.due IS NULL, f.due {way}, f.stream"),
    }
}

/// The conditions of a question with their values, of which the first is the day.
fn wanted(query: &FindingQuery, day: Day) -> Filter {
    let mut filter = Filter::default();
    // The day is named even where no condition speaks of it, so that every value has a place.
    let day = filter.mark(Value::Text(day.to_string()));
    filter.add(format!("{day} IS NOT NULL"));
    if query.overdue {
        filter.add(format!("({LATE})"));
    }
    filter.one_of(STANDS, &query.phases);
    filter.one_of("f.kind", &query.kinds);
    filter.one_of("f.origin", &query.origins);
    filter.any("f.owner", query.owners.iter().map(|owner| Value::Text(owner.to_string())));
    filter.any("f.origin_record", query.from.iter().map(|record| blob(record.0)));
    if !query.services.is_empty() {
        let marks = filter.marks(query.services.iter().map(|service| blob(service.0)));
        let of = format!("f.stream IN (SELECT stream FROM finding_service WHERE service IN ({marks}))");
        filter.add(of);
    }
    filter.words(&query.search, &["f.title_key", "lower(f.number)"]);
    filter
}

fn row(row: &Row<'_>) -> rusqlite::Result<FindingRow> {
    let (owner, due): (Option<String>, Option<String>) = (row.get(6)?, row.get(7)?);
    let (record, part): (Option<[u8; 16]>, Option<[u8; 16]>) = (row.get(10)?, row.get(12)?);
    Ok(FindingRow {
        id: StreamId(uuid::Uuid::from_bytes(row.get(0)?)),
        number: row.get(1)?,
        title: row.get(2)?,
        phase: must(row, 3)?,
        kind: must(row, 4)?,
        priority: must(row, 5)?,
        owner: owner.and_then(|owner| owner.parse().ok()),
        due: due.and_then(|due| due.parse().ok()),
        overdue: row.get(8)?,
        origin: must(row, 9)?,
        origin_record: record.map(|bytes| StreamId(uuid::Uuid::from_bytes(bytes))),
        origin_number: row.get(11)?,
        origin_part: part.map(|bytes| PartId(uuid::Uuid::from_bytes(bytes))),
        step: row.get(13)?,
        cause_class: said(row, 14)?,
        raised: at(row, 15)?,
        changed: at(row, 16)?,
    })
}
