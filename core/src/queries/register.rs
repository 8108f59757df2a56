//! A page of the register: filtered, sorted and counted in SQLite.

use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};
use serde::de::DeserializeOwned;
use serde::de::value::{Error as ValueError, StrDeserializer};

use super::QueryFault;
use super::filter::{Filter, blob};
use super::views::{Facets, RegisterPage, RegisterQuery, RegisterRow, RegisterSort};
use crate::domain::incident::Outside;
use crate::ids::StreamId;
use crate::projections::search;
use crate::time::{Instant, Length};

/// The most rows of a page.
const MOST: u32 = 500;

const COLUMNS: &str = "stream, number, title, phase, emergency, severity, source, cause_class, provider_fault, began_us,
  impact_start_us, noticed_us, running_us, restored_us, ended_us, downtime_s, outside_source, outside_id, outside_kind,
  dirt, entries, open_tasks, tickets_missing_keyword, changed_us";

/// How many records the questions asked last would give, as long as nothing was written since: counting costs more than
/// the page itself, and whoever scrolls asks the same again and again.
#[derive(Debug, Default)]
pub struct Totals {
    head: i64,
    known: BTreeMap<String, u32>,
}

/// So many totals are remembered.
const TOTALS: usize = 64;

impl Totals {
    fn of(&mut self, conn: &Connection, filter: &Filter) -> Result<u32, QueryFault> {
        let one = |sql: &str| -> Result<i64, QueryFault> {
            Ok(conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
        };
        let written = one("SELECT coalesce(max(seq), 0) FROM event")?;
        // A search finds more when the index has caught up, though nothing was written.
        let indexed = one("SELECT coalesce(max(seq), 0) FROM search_doc")?;
        let head = written.wrapping_mul(31).wrapping_add(indexed);
        if head != self.head || self.known.len() >= TOTALS {
            *self = Self { head, known: BTreeMap::new() };
        }
        let key = format!("{} {:?}", filter.clause(), filter.values);
        if let Some(total) = self.known.get(&key) {
            return Ok(*total);
        }
        let count = format!("SELECT count(*) FROM register {}", filter.clause());
        let total =
            conn.prepare_cached(&count)?.query_row(params_from_iter(&filter.values), |row| row.get(0))?;
        self.known.insert(key, total);
        Ok(total)
    }
}

/// A page of the register.
///
/// # Errors
/// When the database cannot be read.
pub fn page(
    conn: &Connection,
    query: &RegisterQuery,
    totals: &mut Totals,
) -> Result<RegisterPage, QueryFault> {
    let filter = wanted(query);
    let total = if filter == wanted(&RegisterQuery::default()) {
        let (incidents, emergencies) = sizes(conn)?;
        incidents + emergencies
    } else {
        totals.of(conn, &filter)?
    };
    let limit = if query.limit == 0 { super::views::page() } else { query.limit.min(MOST) };
    let sql = format!(
        "SELECT {COLUMNS} FROM register {} ORDER BY {} LIMIT {limit} OFFSET {}",
        filter.clause(),
        order(query),
        query.offset
    );
    let items = rows(conn, &sql, &filter.values)?;
    Ok(RegisterPage { items, total, unindexed: search::behind(conn)? })
}

/// Rows by a condition that stands in the source code, newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn some(conn: &Connection, condition: &str, limit: u32) -> Result<Vec<RegisterRow>, QueryFault> {
    rows(conn, &format!("SELECT {COLUMNS} FROM register WHERE {condition} LIMIT {limit}"), &[])
}

/// The number of the record that holds a record of an outside source, but for one; none when it is free or was taken out.
///
/// # Errors
/// When the database cannot be read.
pub fn holder(conn: &Connection, outside: &Outside, but: StreamId) -> Result<Option<String>, QueryFault> {
    let find = "SELECT r.number FROM outside o JOIN register r ON r.stream = o.stream
      WHERE o.source = ?1 AND o.id = ?2 AND r.stream <> ?3 AND r.phase <> 'withdrawn' LIMIT 1";
    let values = (&outside.source, &outside.id, but.0.as_bytes());
    Ok(conn.prepare_cached(find)?.query_row(values, |row| row.get(0)).optional()?)
}

/// How many records the register shows: incidents that never became emergencies, and emergencies.
///
/// # Errors
/// When the database cannot be read.
pub fn sizes(conn: &Connection) -> Result<(u32, u32), QueryFault> {
    let counted = counted::<String>(conn, "emergency")?;
    let of = |flag: &str| counted.iter().find(|(word, _)| word == flag).map_or(0, |(_, records)| *records);
    Ok((of("0"), of("1")))
}

/// Numbers for the register's filters.
///
/// # Errors
/// When the database cannot be read.
pub fn facets(conn: &Connection) -> Result<Facets, QueryFault> {
    let (incidents, emergencies) = sizes(conn)?;
    Ok(Facets {
        phases: counted(conn, "phase")?,
        severities: counted(conn, "severity")?,
        outside_sources: counted(conn, "outside_source")?,
        emergencies,
        total: incidents + emergencies,
    })
}

/// The words of a kind with the records that bear them, in the order of the words.
fn counted<T: DeserializeOwned + Ord>(conn: &Connection, kind: &str) -> Result<Vec<(T, u32)>, QueryFault> {
    let mut statement = conn.prepare_cached("SELECT word, records FROM register_count WHERE kind = ?1")?;
    let found = statement.query_map([kind], |row| Ok((said(row, 0)?, row.get(1)?)))?;
    let found: Vec<(Option<T>, u32)> = found.collect::<Result<_, _>>()?;
    let mut known: Vec<(T, u32)> =
        found.into_iter().filter_map(|(word, records)| Some((word?, records))).collect();
    known.sort();
    Ok(known)
}

fn rows(conn: &Connection, sql: &str, values: &[Value]) -> Result<Vec<RegisterRow>, QueryFault> {
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map(params_from_iter(values), row)?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn order(query: &RegisterQuery) -> String {
    let column = match query.sort {
        RegisterSort::Began => "began_us",
        RegisterSort::Number => "series_year {}, series_count",
        RegisterSort::Title => "title_key",
        RegisterSort::Phase => "phase_rank",
        RegisterSort::Severity => "severity_rank",
        RegisterSort::Downtime => "downtime_s",
        RegisterSort::Changed => "changed_us",
    };
    let way = if query.ascending { "ASC" } else { "DESC" };
    let second = match query.sort {
        RegisterSort::Phase | RegisterSort::Severity => ", began_us DESC",
        RegisterSort::Began | RegisterSort::Title | RegisterSort::Downtime | RegisterSort::Changed => {
            ", stream"
        }
        RegisterSort::Number => "",
    };
    format!("{} {way}{second}", column.replace("{}", way))
}

/// The conditions of a question.
fn wanted(query: &RegisterQuery) -> Filter {
    let mut filter = Filter::default();
    if !query.withdrawn {
        filter.add("phase <> 'withdrawn'".to_owned());
    }
    if query.dirty {
        filter.add("dirt > 0".to_owned());
    }
    if let Some(emergency) = query.emergency {
        filter.add(format!("emergency = {}", i32::from(emergency)));
    }
    filter.one_of("phase", &query.phases);
    filter.one_of("severity", &query.severities);
    filter.one_of("source", &query.sources);
    filter.one_of("outside_source", &query.outside_sources);
    filter.one_of("outside_kind", &query.outside_kinds);
    filter.one_of("cause_class", &query.causes);
    filter.one_of("provider_fault", &query.provider);
    if !query.services.is_empty() {
        let marks = filter.marks(query.services.iter().map(|id| blob(id.0)));
        let sql = format!("stream IN (SELECT stream FROM register_service WHERE service IN ({marks}))");
        filter.add(sql);
    }
    for (comparison, bound) in [(">=", query.from), ("<", query.until)] {
        if let Some(at) = bound {
            filter.add(format!("began_us {comparison} {}", at.micros()));
        }
    }
    if let Some(words) = search::query(&query.search) {
        let mark = filter.mark(Value::Text(words));
        filter.add(format!(
            "stream IN (SELECT d.stream FROM search s JOIN search_doc d ON d.seq = s.rowid WHERE search MATCH {mark})"
        ));
    }
    filter
}

/// A word of a list; none when the column is empty or holds a word of a newer program.
pub(super) fn said<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    let text = row.get_ref(column)?.as_str_or_null()?;
    Ok(text.and_then(|text| T::deserialize(StrDeserializer::<ValueError>::new(text)).ok()))
}

pub(super) fn must<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let unknown =
        || rusqlite::Error::InvalidColumnType(column, "word".to_owned(), rusqlite::types::Type::Text);
    said(row, column)?.ok_or_else(unknown)
}

pub(super) fn instant(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Instant>> {
    let micros: Option<i64> = row.get(column)?;
    Ok(micros.and_then(|micros| Instant::from_micros(micros).ok()))
}

pub(super) fn at(row: &Row<'_>, column: usize) -> rusqlite::Result<Instant> {
    let micros: i64 = row.get(column)?;
    Instant::from_micros(micros).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, micros))
}

fn row(row: &Row<'_>) -> rusqlite::Result<RegisterRow> {
    let downtime: Option<i64> = row.get(15)?;
    Ok(RegisterRow {
        id: StreamId(uuid::Uuid::from_bytes(row.get(0)?)),
        number: row.get(1)?,
        title: row.get(2)?,
        phase: must(row, 3)?,
        emergency: row.get(4)?,
        severity: said(row, 5)?,
        source: must(row, 6)?,
        cause_class: said(row, 7)?,
        provider_fault: said(row, 8)?,
        began: at(row, 9)?,
        impact_start: instant(row, 10)?,
        noticed: instant(row, 11)?,
        running: instant(row, 12)?,
        restored: instant(row, 13)?,
        ended: instant(row, 14)?,
        downtime: downtime.map(Length::seconds),
        outside_source: row.get(16)?,
        outside_id: row.get(17)?,
        outside_kind: said(row, 18)?,
        dirt: row.get(19)?,
        entries: row.get(20)?,
        open_tasks: row.get(21)?,
        tickets_missing_keyword: row.get(22)?,
        changed: at(row, 23)?,
    })
}
