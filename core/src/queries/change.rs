//! Change requests: the list, which is also the board, and one record with what can be done now.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::filter::{Filter, blob};
use super::organisation::{names, organisation};
use super::views::{ChangeRow, ChangeSort, ChangeView, ChangesPage, ChangesQuery, HandedKind};
use super::{QueryFault, policy, probe, resolve, state};
use crate::domain::change::{Change, Column, Origin, Phase, possible};
use crate::domain::code;
use crate::domain::organisation::Organisation;
use crate::ids::{PartId, PersonId, RecordRef, StreamId, TeamId};
use crate::projections::records;
use crate::projections::register::word;
use crate::time::{Day, Instant, Zone};

/// The most rows of a page.
const MOST: u32 = 500;

const COLUMNS: &str =
    "stream, number, title, phase, board, origin, emergency, approved, team, owner, due, priority,
  since_us, changed_us, phase_rank";

/// A page of change requests.
///
/// # Errors
/// When the database cannot be read.
pub fn page(conn: &Connection, query: &ChangesQuery, now: Instant) -> Result<ChangesPage, QueryFault> {
    let organisation = organisation(conn)?;
    let zone = organisation.as_ref().map_or(Zone::UTC, |organisation| organisation.zone);
    let today = Day::at(now, zone);
    let filter = wanted(query, today);
    let columns = columns(conn, &filter)?;
    let total = columns.iter().map(|(_, count)| count).sum();
    let limit = if query.limit == 0 { super::views::page() } else { query.limit.min(MOST) };
    let sql = format!(
        "SELECT {COLUMNS} FROM change_request {} ORDER BY {} LIMIT {limit} OFFSET {}",
        filter.clause(),
        order(query),
        query.offset
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(&filter.values))?;
    let mut items = Vec::new();
    while let Some(row) = rows.next()? {
        items.push(self::row(row, today, zone, organisation.as_ref())?);
    }
    Ok(ChangesPage { items, total, columns, people: names(conn)? })
}

fn columns(conn: &Connection, filter: &Filter) -> Result<Vec<(Column, u32)>, QueryFault> {
    let sql = format!("SELECT board, count(*) FROM change_request {} GROUP BY board", filter.clause());
    let mut statement = conn.prepare_cached(&sql)?;
    let found =
        statement.query_map(params_from_iter(&filter.values), |row| Ok((row.get(0)?, row.get(1)?)))?;
    let counts: BTreeMap<String, u32> = found.collect::<Result<_, _>>()?;
    let of = |column: &Column| counts.get(&word(column)).copied().unwrap_or(0);
    Ok(Column::ALL.into_iter().map(|column| (column, of(&column))).collect())
}

fn order(query: &ChangesQuery) -> String {
    let way = if query.ascending { "ASC" } else { "DESC" };
    let other = if query.ascending { "DESC" } else { "ASC" };
    match query.sort {
        ChangeSort::Number => format!("series_year {way}, series_count {way}"),
        ChangeSort::Title => format!("title_key {way}, stream"),
        ChangeSort::Phase => format!("phase_rank {way}, since_us ASC, stream"),
        // What has no day comes last, whichever way.
        ChangeSort::Due => format!("due IS NULL, due {way}, stream"),
        ChangeSort::Age => format!("since_us {other}, stream"),
        ChangeSort::Priority => format!("priority_rank {way}, due IS NULL, due ASC, stream"),
        ChangeSort::Changed => format!("changed_us {way}, stream"),
    }
}

/// The conditions of a question on a day.
fn wanted(query: &ChangesQuery, today: Day) -> Filter {
    let mut filter = Filter::default();
    if !query.at_rest && query.phases.is_empty() {
        filter.add("phase NOT IN ('closed', 'cancelled')".to_owned());
    }
    filter.one_of("phase", &query.phases);
    filter.one_of("origin", &query.origins);
    filter.any("origin_record", query.from.iter().map(|from| blob(from.0)));
    filter.any("owner", query.owners.iter().map(|owner| Value::Text(owner.to_string())));
    filter.any("team", query.teams.iter().map(|team| blob(team.0)));
    if query.overdue {
        let mark = filter.mark(Value::Text(today.to_string()));
        filter.add(format!("due < {mark} AND phase_rank < {}", Phase::Implemented as i64));
    }
    filter.words(&query.search, &["title_key", "lower(number)"]);
    filter
}

fn row(
    row: &Row<'_>,
    today: Day,
    zone: Zone,
    organisation: Option<&Organisation>,
) -> Result<ChangeRow, QueryFault> {
    let due: Option<String> = row.get(10)?;
    let due: Option<Day> = due.and_then(|due| due.parse().ok());
    let team: Option<[u8; 16]> = row.get(8)?;
    let team = team.map(|bytes| TeamId(uuid::Uuid::from_bytes(bytes)));
    let since = instant(row, 12)?;
    let rank: i64 = row.get(14)?;
    let owner: String = row.get(9)?;
    let priority: Option<String> = row.get(11)?;
    Ok(ChangeRow {
        id: StreamId(uuid::Uuid::from_bytes(row.get(0)?)),
        number: row.get(1)?,
        title: row.get(2)?,
        phase: listed(row, 3)?,
        column: listed(row, 4)?,
        origin: listed(row, 5)?,
        emergency: row.get(6)?,
        approved: row.get(7)?,
        team,
        team_name: team.map(|team| team_name(team, organisation)).unwrap_or_default(),
        owner: owner.parse().map_err(|_| misread(9))?,
        due,
        overdue: rank < Phase::Implemented as i64 && due.is_some_and(|due| due < today),
        priority: priority.map(|_| listed(row, 11)).transpose()?,
        since,
        age_days: Day::at(since, zone).until(today),
        changed: instant(row, 13)?,
    })
}

/// The name of a team; empty where it is gone.
pub fn team_name(team: TeamId, organisation: Option<&Organisation>) -> String {
    organisation
        .and_then(|organisation| organisation.teams.get(&team))
        .map(|team| team.name.clone())
        .unwrap_or_default()
}

fn instant(row: &Row<'_>, column: usize) -> Result<Instant, QueryFault> {
    Instant::from_micros(row.get(column)?).map_err(|_| misread(column).into())
}

fn listed<T: DeserializeOwned + Serialize>(row: &Row<'_>, column: usize) -> Result<T, QueryFault> {
    let text: String = row.get(column)?;
    serde_json::from_value(text.into()).map_err(|_| misread(column).into())
}

/// A row that this program did not write.
fn misread(column: usize) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, "change_request".into())
}

/// The change requests that come from any of these records, by number.
///
/// # Errors
/// When the database cannot be read.
pub fn from_records(conn: &Connection, records: &[StreamId]) -> Result<Vec<StreamId>, QueryFault> {
    let mut filter = Filter::default();
    let marks = filter.marks(records.iter().map(|record| blob(record.0)));
    let sql = format!(
        "SELECT stream FROM change_request WHERE origin_record IN ({marks}) ORDER BY series_year, series_count"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(params_from_iter(&filter.values), |row| {
        Ok(StreamId(uuid::Uuid::from_bytes(row.get(0)?)))
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The change request behind a name, its id and how many events it has.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn find(conn: &Connection, record: RecordRef) -> Result<(StreamId, Change, u64), QueryFault> {
    let stream = resolve(conn, record)?;
    let found = state(conn, stream)?;
    let change = found.and_then(|(state, version)| Some((stream, state.into_change()?, version)));
    change.ok_or_else(|| QueryFault::NoSuchRecord(record.to_string()))
}

/// A change request as its screen shows it at `now`, with what `by` may do; none is somebody who has no part in it.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn view(
    conn: &Connection,
    record: RecordRef,
    by: Option<PersonId>,
    now: Instant,
) -> Result<ChangeView, QueryFault> {
    let (id, change, version) = find(conn, record)?;
    let organisation = organisation(conn)?;
    let context = probe(organisation.as_ref(), policy::policy(conn)?, change.number, by, now);
    let today = Day::at(now, context.zone);
    let since = change.reached.last().map_or(change.recorded, |reached| reached.recorded);
    let due = change.due();
    Ok(ChangeView {
        id,
        version,
        number: change.number.to_string(),
        phase: change.phase,
        column: Column::of(change.stands()),
        origin_number: origin_number(conn, &change.origin)?,
        owner: change.owner(),
        authors: change.authors.iter().copied().collect(),
        due,
        overdue: change.phase < Phase::Implemented && due.is_some_and(|due| due < today),
        age_days: Day::at(since, context.zone).until(today),
        possible: possible(&change, &context),
        hand_over: handed(&change),
        people: names(conn)?,
        origin: change.origin,
        slip_code: slip_code(&change),
        outside: change.outside,
        reached: change.reached,
        text: change.text,
        opened_by: change.opened_by,
        assessments: change.assessments,
        approvals: change.approvals,
        approved: change.approved,
        delegations: change.delegations,
        kept: change.kept,
        plans: change.plans,
        started: change.started,
        unapproved: change.unapproved,
        implementations: change.implementations,
        checks: change.checks,
        effects: change.effects,
        versions: change.versions,
        informed: change.informed,
        risks: change.risks,
        deferrals: change.deferrals,
        stopped: change.stopped,
        recorded: change.recorded,
        changed: change.changed,
    })
}

/// What can be handed to the other side: what was asked as long as nobody answered, or what was answered here.
/// What goes out as a file now: the question to a team that has not answered, or our answer to another workspace.
pub fn handed(change: &Change) -> Option<HandedKind> {
    let asked = change.delegation()?;
    match (change.outside.is_some(), asked.answered.is_some()) {
        (true, true) => Some(HandedKind::Answer),
        (false, false) if change.phase == Phase::Delegated => Some(HandedKind::Delegation),
        (true, false) | (false, _) => None,
    }
}

/// The code of what is asked now, by which its answer is entered from a slip.
fn slip_code(change: &Change) -> Option<String> {
    Some(code::code(&change.number.to_string(), change.delegation()?.id))
}

fn origin_number(conn: &Connection, origin: &Origin) -> Result<Option<String>, QueryFault> {
    let Some(stream) = origin.record() else { return Ok(None) };
    Ok(records::number_of(conn, stream)?)
}

/// The record that a package names, and whether it came from outside.
///
/// # Errors
/// When the database cannot be read.
pub fn with_package(conn: &Connection, package: PartId) -> Result<Option<(StreamId, bool)>, QueryFault> {
    let sql = "SELECT stream, outside FROM change_package WHERE package = ?1 ORDER BY outside LIMIT 1";
    let found = conn.prepare_cached(sql)?.query_row([package.0.as_bytes()], |row| {
        Ok((StreamId(uuid::Uuid::from_bytes(row.get(0)?)), row.get(1)?))
    });
    Ok(found.optional()?)
}

/// Whether something that this key signed was taken in before.
///
/// # Errors
/// When the database cannot be read.
pub fn knows_signer(conn: &Connection, signer: &str) -> Result<bool, QueryFault> {
    let sql = "SELECT EXISTS(SELECT 1 FROM change_signer WHERE signer = ?1)";
    Ok(conn.prepare_cached(sql)?.query_row([signer], |row| row.get(0))?)
}
