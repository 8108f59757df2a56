//! The list of process reviews, one of them whole, which is due next; and what other records ask of reviews.

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use serde::de::DeserializeOwned;

use super::filter::{Filter, blob};
use super::organisation::{names, organisation};
use super::policy::policy;
use super::views::{
    FollowingReview, NextReview, ReviewChange, ReviewRow, ReviewSort, ReviewView, ReviewsPage, ReviewsQuery,
    Unreviewed,
};
use super::{QueryFault, probe, resolve, state};
use crate::domain::organisation::{Organisation, Team, TeamKind};
use crate::domain::policy::{Policy, RuleKind};
use crate::domain::review::{Decision, InputKind, Last, Phase, Review, gaps, possible};
use crate::ids::{Number, PersonId, RecordRef, StreamId};
use crate::projections::records;
use crate::time::{Day, Instant, Zone};

/// The most rows of a page.
const MOST: u32 = 500;
/// At most so many emergencies without a review are named.
const UNREVIEWED: u32 = 100;

const COLUMNS: &str =
    "stream, number, trigger_data, phase, planned, rule, base, lead, version, approved, items, undecided,
  changes, changed_us";

/// A review as other records know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Its record.
    pub review: StreamId,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub phase: Phase,
    /// For which day it is planned.
    pub planned: Day,
    /// What it says is not approved yet, and it is not given up.
    pub open: bool,
}

fn held(conn: &Connection, condition: &str, values: &[Value]) -> Result<Option<Held>, QueryFault> {
    let sql = format!("SELECT stream, number, phase, planned, open FROM review WHERE {condition} LIMIT 1");
    let held = |row: &Row<'_>| {
        Ok(Held {
            review: stream(row, 0)?,
            number: row.get(1)?,
            phase: said(row, 2)?,
            planned: day(row, 3)?,
            open: row.get(4)?,
        })
    };
    Ok(conn.prepare_cached(&sql)?.query_row(params_from_iter(values), held).optional()?)
}

/// The newest review of an emergency.
///
/// # Errors
/// When the database cannot be read.
pub fn of_emergency(conn: &Connection, incident: StreamId) -> Result<Option<Held>, QueryFault> {
    let order = "incident = ?1 ORDER BY series_year DESC, series_count DESC";
    held(conn, order, &[blob(incident.0)])
}

/// The review that is planned after an emergency, or was held.
///
/// # Errors
/// When the database cannot be read.
pub fn following(conn: &Connection, incident: StreamId) -> Result<Option<FollowingReview>, QueryFault> {
    let held = of_emergency(conn, incident)?.filter(|held| held.phase != Phase::Cancelled);
    Ok(held.map(|Held { number, phase, planned, .. }| FollowingReview { number, phase, planned }))
}

/// The periodic review that is planned or under way, but for one.
///
/// # Errors
/// When the database cannot be read.
pub fn open_periodic(conn: &Connection, but: StreamId) -> Result<Option<Held>, QueryFault> {
    held(
        conn,
        "open = 1 AND trigger = 'periodic' AND approved IS NULL AND stream <> ?1 ORDER BY planned",
        &[blob(but.0)],
    )
}

/// The review that was approved last, but for one.
///
/// # Errors
/// When the database cannot be read.
pub fn last_approved(conn: &Connection, but: StreamId) -> Result<Option<(StreamId, Last)>, QueryFault> {
    let sql = "SELECT stream, number, approved, next FROM review WHERE approved IS NOT NULL AND stream <> ?1
      ORDER BY approved DESC, series_year DESC, series_count DESC LIMIT 1";
    let last = |row: &Row<'_>| {
        let next: Option<String> = row.get(3)?;
        let next = next.and_then(|next| next.parse().ok());
        Ok((stream(row, 0)?, Last { number: row.get(1)?, approved: day(row, 2)?, next }))
    };
    Ok(conn.prepare_cached(sql)?.query_row([but.0.as_bytes()], last).optional()?)
}

/// The number of a review and the tests whose results its newest approved version looked at; nothing of a record that is no
/// review or was not approved.
///
/// # Errors
/// When the log cannot be read.
pub fn looked_at(conn: &Connection, record: StreamId) -> Result<Option<(Number, Vec<StreamId>)>, QueryFault> {
    let review = state(conn, record)?.and_then(|(state, _)| state.into_review());
    Ok(review.and_then(|review| {
        let items = review.approved()?.content.items.iter();
        let results = items.filter(|item| item.input.kind == InputKind::TestResult);
        Some((review.number, results.map(|item| item.input.record).collect()))
    }))
}

/// A page of the list.
///
/// # Errors
/// When the database cannot be read.
pub fn page(conn: &Connection, query: &ReviewsQuery, now: Instant) -> Result<ReviewsPage, QueryFault> {
    let (policy, zone) = (policy(conn)?, zone(organisation(conn)?.as_ref()));
    let today = Day::at(now, zone);
    let filter = wanted(query);
    let limit = if query.limit == 0 { super::views::page() } else { query.limit.min(MOST) };
    let sql = format!(
        "SELECT {COLUMNS} FROM review {} ORDER BY {} LIMIT {limit} OFFSET {}",
        filter.clause(),
        order(query),
        query.offset
    );
    let count = format!("SELECT count(*) FROM review {}", filter.clause());
    let total = conn.query_row(&count, params_from_iter(&filter.values), |row| row.get(0))?;
    let mut years = conn.prepare_cached(
        "SELECT DISTINCT CAST(substr(planned, 1, 4) AS INTEGER) AS year FROM review ORDER BY year DESC",
    )?;
    let years = years.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(ReviewsPage {
        items: rows(conn, &sql, &filter.values, &policy, today)?,
        total,
        years,
        next: next_due(conn, &policy, today)?,
        unreviewed: unreviewed(conn)?,
        periodic: open_periodic(conn, StreamId(uuid::Uuid::nil()))?.map(|held| held.number),
        people: names(conn)?,
    })
}

/// Which review is due next: of those that are open the one whose last day, or else its day, comes first; the periodic one
/// where nobody planned it and nothing else is due before.
fn next_due(conn: &Connection, policy: &Policy, today: Day) -> Result<NextReview, QueryFault> {
    let open = format!("SELECT {COLUMNS} FROM review WHERE open = 1 AND approved IS NULL LIMIT {MOST}");
    let mut open = rows(conn, &open, &[], policy, today)?;
    open.sort_by_key(|row| (row.due.unwrap_or(row.planned), row.planned));
    let first = open.into_iter().next();
    let nobody = StreamId(uuid::Uuid::nil());
    if open_periodic(conn, nobody)?.is_none() {
        let base = last_approved(conn, nobody)?.map(|(_, last)| last.approved);
        let due = base.and_then(|base| policy.due(RuleKind::ReviewPeriodic, base));
        let sooner =
            first.as_ref().is_none_or(|row| due.is_some_and(|due| due < row.due.unwrap_or(row.planned)));
        if sooner {
            return Ok(NextReview { rule: Some(RuleKind::ReviewPeriodic), base, due, review: None });
        }
    }
    let base = |row: &ReviewRow| -> Result<(Option<RuleKind>, Option<Day>), QueryFault> {
        let found = find(conn, RecordRef::Id(row.id))?.1.base();
        Ok((found.map(|(rule, _)| rule), found.map(|(_, base)| base)))
    };
    let (rule, day) = first.as_ref().map_or(Ok((None, None)), base)?;
    Ok(NextReview { rule, base: day, due: first.as_ref().and_then(|row| row.due), review: first })
}

fn unreviewed(conn: &Connection) -> Result<Vec<Unreviewed>, QueryFault> {
    let sql = "SELECT r.stream, r.number, r.title, coalesce(r.ended_us, r.restored_us, r.began_us),
        r.batch IS NOT NULL FROM register r
      WHERE r.emergency = 1 AND r.phase IN ('ended', 'followUp', 'reportApproved', 'customersInformed', 'closed')
        AND NOT EXISTS (SELECT 1 FROM review v WHERE v.incident = r.stream AND v.phase <> 'cancelled')
      ORDER BY r.batch IS NOT NULL, r.began_us DESC LIMIT ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map([UNREVIEWED], |row| {
        Ok(Unreviewed {
            incident: stream(row, 0)?,
            number: row.get(1)?,
            title: row.get(2)?,
            ended: at(row, 3)?,
            taken_over: row.get(4)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The reviews that are approved and whose report is not issued yet, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn unreported(conn: &Connection, now: Instant) -> Result<Vec<ReviewRow>, QueryFault> {
    let today = Day::at(now, zone(organisation(conn)?.as_ref()));
    let sql = format!(
        "SELECT {COLUMNS} FROM review WHERE reported = 0 AND phase IN ('approved', 'teamsInformed')
         ORDER BY approved, stream LIMIT {MOST}"
    );
    rows(conn, &sql, &[], &policy(conn)?, today)
}

/// The review behind a name, its id and how many events it has.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn find(conn: &Connection, record: RecordRef) -> Result<(StreamId, Review, u64), QueryFault> {
    let stream = resolve(conn, record)?;
    let found = state(conn, stream)?;
    let review = found.and_then(|(state, version)| Some((stream, state.into_review()?, version)));
    review.ok_or_else(|| QueryFault::NoSuchRecord(record.to_string()))
}

/// The review as its screen shows it at `now`, for the person who looks, where somebody is named.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn view(
    conn: &Connection,
    record: RecordRef,
    by: Option<PersonId>,
    now: Instant,
) -> Result<ReviewView, QueryFault> {
    let (id, review, events) = find(conn, record)?;
    let organisation = organisation(conn)?;
    let context = probe(organisation.as_ref(), policy(conn)?, review.number, by, now);
    let today = Day::at(now, context.zone);
    let due = review.due(&context.policy);
    let informed = review.informed().to_vec();
    let latest_next = context.policy.due(RuleKind::ReviewPeriodic, today);
    Ok(ReviewView {
        id,
        events,
        number: review.number.to_string(),
        phase: review.phase,
        planned: review.planned,
        rule: review.base().map(|(rule, _)| rule),
        due,
        late_by: late_by(due, review.phase.is_open(), review.approved_on(), today),
        latest_next,
        version: review.version,
        uninformed: review.uninformed(),
        gaps: gaps(&review, &context.policy, today),
        changes: changes(conn, &review)?,
        reported: review.is_reported(),
        possible: possible(&review, &context),
        teams: teams(organisation, &review),
        people: names(conn)?,
        recorded_by: review.recorded_by,
        recorded: review.recorded,
        changed: review.changed,
        informed,
        trigger: review.trigger,
        reason: review.reason,
        content: review.content,
        versions: review.versions,
        path: review.path,
        reports: review.reports,
    })
}

/// By how many days a duty is late, or was late when it was done.
fn late_by(due: Option<Day>, open: bool, approved: Option<Day>, today: Day) -> Option<i64> {
    let until = approved.or(open.then_some(today))?;
    Some(due?.until(until)).filter(|days| *days > 0)
}

fn changes(conn: &Connection, review: &Review) -> Result<Vec<ReviewChange>, QueryFault> {
    let mut found = Vec::new();
    for decided in review.content.decisions() {
        if let Decision::Change { change, .. } = decided.decision {
            let number = records::number_of(conn, change)?;
            found.push(ReviewChange { change, number });
        }
    }
    Ok(found)
}

/// The organisation's teams by kind and name; one that is gone and named by the review stands there without a name.
fn teams(organisation: Option<Organisation>, review: &Review) -> Vec<Team> {
    let mut teams: Vec<Team> = organisation.map(|o| o.teams.into_values().collect()).unwrap_or_default();
    teams.sort_by(|a, b| (a.kind, &a.name, a.id).cmp(&(b.kind, &b.name, b.id)));
    let contents = review.versions.iter().map(|version| &version.content).chain([&review.content]);
    for id in contents.flat_map(|content| &content.teams).flat_map(|named| &named.teams) {
        if !teams.iter().any(|team| team.id == *id) {
            teams.push(Team { id: *id, kind: TeamKind::Other, name: String::new(), head: None });
        }
    }
    teams
}

fn zone(organisation: Option<&Organisation>) -> Zone {
    organisation.map_or(Zone::UTC, |organisation| organisation.zone)
}

fn order(query: &ReviewsQuery) -> String {
    let way = if query.ascending { "ASC" } else { "DESC" };
    match query.sort {
        ReviewSort::Planned => format!("planned {way}, stream"),
        ReviewSort::Number => format!("series_year {way}, series_count {way}"),
        ReviewSort::Phase => format!("phase_rank {way}, planned DESC"),
        ReviewSort::Trigger => format!("trigger {way}, planned DESC"),
        ReviewSort::Changed => format!("changed_us {way}, stream"),
    }
}

/// The conditions of a question.
fn wanted(query: &ReviewsQuery) -> Filter {
    let mut filter = Filter::default();
    filter.one_of("phase", &query.phases);
    filter.one_of("trigger", &query.triggers);
    if let Some(year) = query.year {
        filter.add(format!("substr(planned, 1, 4) = '{year:04}'"));
    }
    filter
}

fn rows(
    conn: &Connection,
    sql: &str,
    values: &[Value],
    policy: &Policy,
    today: Day,
) -> Result<Vec<ReviewRow>, QueryFault> {
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map(params_from_iter(values), |found| row(found, policy, today))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn row(row: &Row<'_>, policy: &Policy, today: Day) -> rusqlite::Result<ReviewRow> {
    let data: String = row.get(2)?;
    let trigger = serde_json::from_str(&data).map_err(|_| unknown(2, &data))?;
    let phase: Phase = said(row, 3)?;
    let text = |column: usize| row.get::<_, Option<String>>(column);
    let rule = text(5)?.and_then(|rule| serde_json::from_value::<RuleKind>(rule.into()).ok());
    let base: Option<Day> = text(6)?.and_then(|day| day.parse().ok());
    let due = rule.zip(base).and_then(|(rule, base)| policy.due(rule, base));
    let approved = text(9)?.and_then(|day| day.parse().ok());
    Ok(ReviewRow {
        id: stream(row, 0)?,
        number: row.get(1)?,
        trigger,
        phase,
        planned: day(row, 4)?,
        due,
        late_by: late_by(due, phase.is_open(), approved, today),
        lead: text(7)?.and_then(|lead| lead.parse().ok()),
        version: row.get(8)?,
        approved,
        items: row.get(10)?,
        undecided: row.get(11)?,
        changes: row.get(12)?,
        changed: at(row, 13)?,
    })
}

fn stream(row: &Row<'_>, column: usize) -> rusqlite::Result<StreamId> {
    Ok(StreamId(uuid::Uuid::from_bytes(row.get(column)?)))
}

fn day(row: &Row<'_>, column: usize) -> rusqlite::Result<Day> {
    let text: String = row.get(column)?;
    text.parse().map_err(|_| unknown(column, &text))
}

fn at(row: &Row<'_>, column: usize) -> rusqlite::Result<Instant> {
    let micros: i64 = row.get(column)?;
    Instant::from_micros(micros).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, micros))
}

fn said<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_value(serde_json::Value::String(text.clone())).map_err(|_| unknown(column, &text))
}

fn unknown(column: usize, text: &str) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(column, text.to_owned(), rusqlite::types::Type::Text)
}
