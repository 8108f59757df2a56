//! Action plans: the list, one plan with all its versions, what changed between two of them, and its file.

use std::collections::BTreeMap;

use rusqlite::{Connection, Row, params_from_iter};

use super::filter::Filter;
use super::organisation::{names, organisation};
use super::policy::policy;
use super::register::{at, must};
use super::views::{DrillsQuery, PlanRow, PlanSort, PlanVersionView, PlanView, PlansPage, PlansQuery};
use super::{QueryFault, drill, probe, resolve, state};
use crate::domain::plan::{Difference, Plan, PlanContent, Version, difference, gaps, possible};
use crate::ids::{PersonId, RecordRef, ServiceId, StreamId};
use crate::time::Instant;

/// The most rows of a page.
const MOST: u32 = 500;

/// The plan behind a name, its id and how many events it has.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn find(conn: &Connection, record: RecordRef) -> Result<(StreamId, Plan, u64), QueryFault> {
    let stream = resolve(conn, record)?;
    let found = state(conn, stream)?;
    let plan = found.and_then(|(state, version)| Some((stream, state.into_plan()?, version)));
    plan.ok_or_else(|| QueryFault::NoSuchRecord(record.to_string()))
}

/// A page of the plans.
///
/// # Errors
/// When the database cannot be read.
pub fn page(conn: &Connection, query: &PlansQuery) -> Result<PlansPage, QueryFault> {
    let mut filter = Filter::default();
    if !query.retired {
        filter.add("retired = 0");
    }
    filter.one_of("kind", &query.kinds);
    filter.one_of("stage", &query.stages);
    filter.words(&query.search, SEARCHED);
    let column = match query.sort {
        PlanSort::Number => "series_year {}, series_count {}",
        PlanSort::Title => "title_key {}, stream {}",
        PlanSort::Kind => "kind_rank {}, title_key {}",
        PlanSort::Stage => "stage_rank {}, title_key {}",
        PlanSort::Changed => "changed_us {}, stream {}",
    };
    let sql = format!(
        "SELECT stream, number, title, kind, scenario, stage, version, approved, steps, minutes, retired, changed_us
         FROM plan {} ORDER BY {} LIMIT {} OFFSET {}",
        filter.clause(),
        column.replace("{}", if query.ascending { "ASC" } else { "DESC" }),
        if query.limit == 0 { super::views::page() } else { query.limit.min(MOST) },
        query.offset,
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let items = statement.query_map(params_from_iter(&filter.values), row)?.collect::<Result<_, _>>()?;
    Ok(PlansPage { items, total: count(conn, "plan", &filter)? })
}

fn row(row: &Row<'_>) -> rusqlite::Result<PlanRow> {
    Ok(PlanRow {
        id: StreamId(uuid::Uuid::from_bytes(row.get(0)?)),
        number: row.get(1)?,
        title: row.get(2)?,
        kind: must(row, 3)?,
        scenario: row.get(4)?,
        stage: must(row, 5)?,
        version: row.get(6)?,
        approved: row.get(7)?,
        steps: row.get(8)?,
        minutes: row.get(9)?,
        retired: row.get(10)?,
        changed: at(row, 11)?,
    })
}

/// The plan as its screen shows it to whoever asks.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn view(
    conn: &Connection,
    record: RecordRef,
    by: Option<PersonId>,
    now: Instant,
) -> Result<PlanView, QueryFault> {
    let (id, plan, version) = find(conn, record)?;
    let asking = probe(organisation(conn)?.as_ref(), policy(conn)?, plan.number, by, now);
    let tests = DrillsQuery { plan: Some(RecordRef::Id(id)), limit: 100, ..DrillsQuery::default() };
    Ok(PlanView {
        id,
        version,
        number: plan.number.to_string(),
        title: plan.title().to_owned(),
        versions: plan.versions.iter().rev().map(shown).collect(),
        approved: plan.approved().map(|version| version.number),
        possible: possible(&plan, &asking),
        drills: drill::page(conn, &tests)?.items,
        people: names(conn)?,
        retired: plan.retired,
        opened_by: plan.opened_by,
        opened: plan.opened,
        changed: plan.changed,
    })
}

fn shown(version: &Version) -> PlanVersionView {
    PlanVersionView {
        number: version.number,
        stage: version.stage,
        planned: version.content.planned(),
        gaps: gaps(&version.content),
        content: version.content.clone(),
        authors: version.authors.iter().copied().collect(),
        path: version.path.clone(),
    }
}

/// The plans of which a version was approved and that are still used, by their numbers.
///
/// # Errors
/// When the database cannot be read.
pub fn in_use(conn: &Connection) -> Result<Vec<StreamId>, QueryFault> {
    let sql = "SELECT stream FROM plan WHERE retired = 0 AND approved IS NOT NULL ORDER BY series_year, series_count";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map([], |row| Ok(StreamId(uuid::Uuid::from_bytes(row.get(0)?))))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// What one version of a plan says.
///
/// # Errors
/// `NoSuchRecord`, also for a version that there is not; or when the log cannot be read.
pub fn content(conn: &Connection, record: RecordRef, version: u32) -> Result<PlanContent, QueryFault> {
    let (_, plan, _) = find(conn, record)?;
    let found = plan.version(version).map(|version| version.content.clone());
    found.ok_or_else(|| QueryFault::NoSuchRecord(format!("{} · {version}", plan.number)))
}

/// What changed from one version of a plan to another.
///
/// # Errors
/// `NoSuchRecord`, also for a version that there is not; or when the log cannot be read.
pub fn changes(conn: &Connection, record: RecordRef, from: u32, to: u32) -> Result<Difference, QueryFault> {
    Ok(difference(&content(conn, record, from)?, &content(conn, record, to)?))
}

/// Names of people and of services, for files that name them.
#[derive(Debug, Clone, Default)]
pub struct Named {
    /// People.
    pub people: BTreeMap<PersonId, String>,
    /// Services.
    pub services: BTreeMap<ServiceId, String>,
}

/// The names that files of plans may name.
///
/// # Errors
/// When the log or the directory cannot be read.
pub fn named(conn: &Connection) -> Result<Named, QueryFault> {
    let services = organisation(conn)?.map(|organisation| organisation.services).unwrap_or_default();
    let services = services.into_values().map(|service| (service.id, service.name)).collect();
    Ok(Named { people: names(conn)?, services })
}

/// What words are searched in, of plans and of tests.
pub(super) const SEARCHED: &[&str] = &["title_key", "lower(number)", "scenario_key"];

/// How many rows of a table fit the conditions.
pub(super) fn count(conn: &Connection, table: &str, filter: &Filter) -> Result<u32, QueryFault> {
    let sql = format!("SELECT count(*) FROM {table} {}", filter.clause());
    Ok(conn.prepare_cached(&sql)?.query_row(params_from_iter(&filter.values), |row| row.get(0))?)
}
