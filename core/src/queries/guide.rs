//! The documents of the process: a page of them, one with a version and the last proof of each of its steps, and what is
//! different between two versions.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

use super::filter::Filter;
use super::organisation::{names, organisation};
use super::papers::{at, stream, word as worded};
use super::views::{
    GuideDifferenceView, GuideQuery, GuideRow, GuideSort, GuideStepView, GuideUsed, GuideVersionView,
    GuideView, GuidesPage, StepPassed,
};
use super::{QueryFault, policy, probe, resolve, state};
use crate::domain::guide::difference;
use crate::domain::guide::markdown::blocks;
use crate::domain::guide::steps::{self, Step};
use crate::domain::guide::{Guide, Version, possible};
use crate::domain::incident::StepResult;
use crate::ids::{PersonId, RecordRef, StreamId};
use crate::projections::guide::key;
use crate::projections::records;
use crate::time::{Day, Instant, Zone};

/// The most rows of a page.
const MOST: u32 = 500;

/// A document with the version that holds today and the one that will. `?1` is today.
const ROWS: &str =
    "SELECT g.stream, g.number, g.kind, g.title, g.file, v.version, v.valid_from, n.version, n.valid_from,
    g.open_version, g.open_stage, g.versions, g.changed_us
  FROM guide g
  LEFT JOIN guide_version v ON v.guide = g.stream AND v.version =
    (SELECT max(version) FROM guide_version WHERE guide = g.stream AND valid_from <= ?1)
  LEFT JOIN guide_version n ON n.guide = g.stream AND n.version =
    (SELECT max(version) FROM guide_version WHERE guide = g.stream AND valid_from > ?1)";

/// A page of documents as they stand at `now`.
///
/// # Errors
/// When the database cannot be read.
pub fn page(conn: &Connection, query: &GuideQuery, now: Instant) -> Result<GuidesPage, QueryFault> {
    let filter = wanted(query, today(conn, now)?);
    let (clause, values) = (filter.clause(), &filter.values);
    let limit = if query.limit == 0 { super::views::page() } else { query.limit.min(MOST) };
    let sql = format!("{ROWS} {clause} ORDER BY {} LIMIT {limit} OFFSET {}", order(query), query.offset);
    let mut statement = conn.prepare_cached(&sql)?;
    let items = statement.query_map(params_from_iter(values), row)?.collect::<Result<_, _>>()?;
    let count = format!("SELECT count(*) FROM ({ROWS} {clause})");
    let total = conn.prepare_cached(&count)?.query_row(params_from_iter(values), |row| row.get(0))?;
    let all = conn.prepare_cached("SELECT count(*) FROM guide")?.query_row([], |row| row.get(0))?;
    Ok(GuidesPage { items, total, all })
}

fn today(conn: &Connection, now: Instant) -> Result<Day, QueryFault> {
    let organisation = organisation(conn)?;
    Ok(Day::at(now, organisation.map_or(Zone::UTC, |organisation| organisation.zone)))
}

/// The conditions of a question on a day, which is the first value.
fn wanted(query: &GuideQuery, today: Day) -> Filter {
    let mut filter = Filter::default();
    filter.mark(Value::Text(today.to_string()));
    filter.words(&query.search, &["g.title_key", "lower(g.number)"]);
    filter.one_of("g.kind", &query.kinds);
    filter.one_of("g.open_stage", &query.stages);
    if let Some(valid) = query.valid {
        filter.add(format!("v.version IS {}NULL", if valid { "NOT " } else { "" }));
    }
    filter
}

fn order(query: &GuideQuery) -> String {
    let way = if query.descending { "DESC" } else { "ASC" };
    let columns = match query.sort {
        GuideSort::Title => format!("g.title_key {way}"),
        GuideSort::Number => format!("g.series_year {way}, g.series_count {way}"),
        GuideSort::ValidFrom => format!("v.valid_from {way}"),
        GuideSort::Stage => format!("g.open_rank {way}"),
        GuideSort::Changed => format!("g.changed_us {way}"),
    };
    format!("{columns}, g.stream")
}

fn row(row: &Row<'_>) -> rusqlite::Result<GuideRow> {
    let stage: Option<String> = row.get(10)?;
    Ok(GuideRow {
        id: stream(row, 0)?,
        number: row.get(1)?,
        kind: worded(row, 2)?,
        title: row.get(3)?,
        file: row.get(4)?,
        valid: row.get(5)?,
        valid_from: day(row, 6)?,
        next: row.get(7)?,
        next_from: day(row, 8)?,
        open: row.get(9)?,
        stage: stage.map(|_| worded(row, 10)).transpose()?,
        versions: row.get(11)?,
        changed: at(row, 12)?,
    })
}

fn day(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Day>> {
    let text: Option<String> = row.get(column)?;
    Ok(text.and_then(|text| text.parse().ok()))
}

/// The document behind a name.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn find(conn: &Connection, record: RecordRef) -> Result<(StreamId, Guide), QueryFault> {
    let id = resolve(conn, record)?;
    let guide = state(conn, id)?.and_then(|(state, _)| state.into_guide());
    guide.map(|guide| (id, guide)).ok_or_else(|| QueryFault::NoSuchRecord(id.to_string()))
}

/// The document that bears or bore a title.
///
/// # Errors
/// When the database cannot be read.
pub fn titled(conn: &Connection, title: &str) -> Result<Option<StreamId>, QueryFault> {
    let sql = "SELECT guide FROM guide_title WHERE title_key = ?1";
    let found: Option<[u8; 16]> =
        conn.prepare_cached(sql)?.query_row([key(title)], |row| row.get(0)).optional()?;
    Ok(found.map(|bytes| StreamId(uuid::Uuid::from_bytes(bytes))))
}

/// The number of the document that bears or bore a title, but for one.
///
/// # Errors
/// When the database cannot be read.
pub fn holder(conn: &Connection, title: &str, but: StreamId) -> Result<Option<String>, QueryFault> {
    match titled(conn, title)? {
        Some(guide) if guide != but => Ok(records::number_of(conn, guide)?),
        Some(_) | None => Ok(None),
    }
}

/// Every document with the version that holds on the day of `now`, guides first, by title.
///
/// # Errors
/// When the log cannot be read.
pub fn valid(conn: &Connection, now: Instant) -> Result<Vec<(Guide, Version)>, QueryFault> {
    let query = GuideQuery { valid: Some(true), limit: MOST, ..GuideQuery::default() };
    let today = today(conn, now)?;
    let mut found = Vec::new();
    for row in page(conn, &query, now)?.items {
        let (_, guide) = find(conn, RecordRef::Id(row.id))?;
        if let Some(version) = guide.valid(today).cloned() {
            found.push((guide, version));
        }
    }
    found.sort_by_key(|(guide, _)| (guide.kind, key(&guide.title), guide.number));
    Ok(found)
}

/// A document and one of its versions; none is the one that holds on the day of `now`, else the one that somebody works on,
/// else the newest.
///
/// # Errors
/// `NoSuchRecord`, also for a version that there is not, or when the log cannot be read.
pub fn version(
    conn: &Connection,
    record: RecordRef,
    version: Option<u32>,
    now: Instant,
) -> Result<(Guide, Version), QueryFault> {
    let (_, guide) = find(conn, record)?;
    let today = today(conn, now)?;
    let found = match version {
        Some(version) => guide.version(version),
        None => guide.valid(today).or(guide.open()).or(guide.versions.last()),
    };
    let found = found.cloned();
    let missing = || QueryFault::NoSuchRecord(format!("{} {}", guide.number, version.unwrap_or_default()));
    let found = found.ok_or_else(missing)?;
    Ok((guide, found))
}

/// A document as its screen shows it at `now`, with the text of a version.
///
/// # Errors
/// `NoSuchRecord`, also for a version that there is not, or when the log cannot be read.
pub fn view(
    conn: &Connection,
    record: RecordRef,
    version: Option<u32>,
    by: Option<PersonId>,
    now: Instant,
) -> Result<GuideView, QueryFault> {
    let (id, guide) = find(conn, record)?;
    let organisation = organisation(conn)?;
    let context = probe(organisation.as_ref(), policy::policy(conn)?, guide.number, by, now);
    let today = Day::at(now, context.zone);
    let valid = guide.valid(today).map(|valid| valid.version);
    let open = guide.open().map(|open| open.version);
    let newest = guide.versions.last().map(|newest| newest.version);
    let shown = version.or(open).or(valid).or(newest).unwrap_or_default();
    let text = text_of(&guide, shown)?;
    let version = |version: &Version| GuideVersionView {
        version: version.version,
        standing: guide.standing(version, today),
        based_on: version.based_on,
        remarks: version.remarks.clone(),
        authors: version.authors.iter().copied().collect(),
        revision: version.revision,
        path: version.path.clone(),
        from: version.from,
        until: guide.superseded_from(version.version).filter(|_| version.from.is_some()),
        confirmed: version.confirmed.clone(),
    };
    let used = used(conn, &guide)?;
    Ok(GuideView {
        id,
        number: guide.number.to_string(),
        kind: guide.kind,
        versions: guide.versions.iter().map(version).collect(),
        valid,
        open,
        shown,
        blocks: blocks(&text),
        steps: proved(conn, &guide, &text, &used)?,
        text,
        used,
        possible: possible(&guide, &context),
        people: names(conn)?,
        recorded: guide.recorded,
        changed: guide.changed,
        title: guide.title,
        file: guide.file,
    })
}

/// What is different between two versions of a document.
///
/// # Errors
/// As for [`view`].
pub fn difference(
    conn: &Connection,
    record: RecordRef,
    from: u32,
    to: u32,
) -> Result<GuideDifferenceView, QueryFault> {
    let (_, guide) = find(conn, record)?;
    let steps = difference::difference(&text_of(&guide, from)?, &text_of(&guide, to)?);
    Ok(GuideDifferenceView { from, to, steps })
}

fn text_of(guide: &Guide, version: u32) -> Result<String, QueryFault> {
    let found = guide.version(version).map(|version| version.text.clone());
    found.ok_or_else(|| QueryFault::NoSuchRecord(format!("{} {version}", guide.number)))
}

/// Records that say that they used the document, newest first: by its title or one that it bore before.
fn used(conn: &Connection, guide: &Guide) -> Result<Vec<GuideUsed>, QueryFault> {
    let sql = "SELECT record, number, title, version, at_us FROM guide_use WHERE guide_key = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let mut keys: Vec<_> = guide.titles_before.iter().chain([&guide.title]).map(|title| key(title)).collect();
    keys.sort();
    keys.dedup();
    let mut found = Vec::new();
    for title in keys {
        let one = |row: &Row<'_>| {
            Ok(GuideUsed {
                record: stream(row, 0)?,
                number: row.get(1)?,
                title: row.get(2)?,
                version: row.get(3)?,
                at: at(row, 4)?,
            })
        };
        for row in statement.query_map([title], one)? {
            found.push(row?);
        }
    }
    found.sort_by(|a, b| (b.at, &b.number).cmp(&(a.at, &a.number)));
    Ok(found)
}

/// The steps of a text, each with when it was carried out last.
fn proved(
    conn: &Connection,
    guide: &Guide,
    text: &str,
    used: &[GuideUsed],
) -> Result<Vec<GuideStepView>, QueryFault> {
    let shown = steps::steps(text);
    let mut last: BTreeMap<String, StepPassed> = BTreeMap::new();
    let sql =
        "SELECT title, result, at_us FROM guide_step WHERE record = ?1 AND result IN ('done', 'deviated')";
    let mut statement = conn.prepare_cached(sql)?;
    for of_record in used {
        let version = of_record.version.parse().ok().and_then(|version| guide.version(version));
        let then = version.map(|version| steps::steps(&version.text));
        let done = statement.query_map([of_record.record.0.as_bytes()], |row| {
            Ok((row.get::<_, String>(0)?, worded::<StepResult>(row, 1)?, at(row, 2)?))
        })?;
        for done in done {
            let (title, result, at) = done?;
            let Some((step, text_changed)) = meant(&shown, then.as_deref(), &title) else { continue };
            if last.get(&step.key).is_none_or(|known| known.at < at) {
                let GuideUsed { record, number, version, .. } = of_record.clone();
                let passed = StepPassed { record, number, version, result, at, text_changed };
                last.insert(step.key.clone(), passed);
            }
        }
    }
    Ok(shown.into_iter().map(|step| GuideStepView { passed: last.remove(&step.key), step }).collect())
}

/// The step of the shown text that somebody carried out by the text of then, and whether it reads otherwise since.
fn meant<'a>(shown: &'a [Step], then: Option<&[Step]>, title: &str) -> Option<(&'a Step, Option<bool>)> {
    let Some(step) = then.and_then(|then| steps::meant(then, title)) else {
        return steps::meant(shown, title).map(|step| (step, None));
    };
    let same = shown.iter().find(|one| one.key == step.key)?;
    Some((same, Some(steps::key_of(&same.title) != steps::key_of(&step.title) || same.body != step.body)))
}
