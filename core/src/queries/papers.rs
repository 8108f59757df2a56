//! Issued reports, records that wait for theirs, and batches of imports.

use rusqlite::{Connection, Row};
use serde::de::DeserializeOwned;

use super::organisation::names;
use super::views::{BatchRow, ReportRow, ReportsView};
use super::{QueryFault, drill, register, resolve, review, state};
use crate::domain::State;
use crate::domain::report::ReportKind;
use crate::ids::{BlobHash, PersonId, RecordRef, StreamId};
use crate::time::Instant;

/// Issued reports and records that wait for theirs.
///
/// # Errors
/// When the database cannot be read.
pub fn reports(conn: &Connection, now: Instant) -> Result<ReportsView, QueryFault> {
    let waiting = "emergency = 1 AND phase IN ('ended', 'followUp') ORDER BY began_us DESC";
    Ok(ReportsView {
        issued: issued(conn)?,
        waiting: register::some(conn, waiting, 200)?,
        waiting_reviews: review::unreported(conn, now)?,
        waiting_tests: drill::unreported(conn)?,
        people: names(conn)?,
    })
}

/// The kind of paper that is drawn up about a record.
///
/// # Errors
/// `NoSuchRecord` where there is none, or of a noun that has no report; or when the log cannot be read.
pub fn kind_about(conn: &Connection, record: RecordRef) -> Result<ReportKind, QueryFault> {
    let stream = resolve(conn, record)?;
    let kind = match state(conn, stream)?.map(|(state, _)| state) {
        Some(State::Incident(_)) => Some(ReportKind::PostIncident),
        Some(State::Review(_)) => Some(ReportKind::ProcessReview),
        Some(State::Drill(_)) => Some(ReportKind::DrTest),
        Some(
            State::Organisation(_)
            | State::Report(_)
            | State::Batch(_)
            | State::Change(_)
            | State::Finding(_)
            | State::Plan(_)
            | State::Guide(_)
            | State::Notice(_)
            | State::Policy(_)
            | State::Reminder(_),
        )
        | None => None,
    };
    kind.ok_or_else(|| QueryFault::NoSuchRecord(record.to_string()))
}

fn issued(conn: &Connection) -> Result<Vec<ReportRow>, QueryFault> {
    let sql = "SELECT p.report, p.number, p.version, p.kind, p.about, coalesce(r.number, v.number, d.number),
        coalesce(r.title, d.title), v.trigger_data, p.language, p.approver, p.hash, p.pages, p.issued_us
      FROM paper p LEFT JOIN register r ON r.stream = p.about LEFT JOIN review v ON v.stream = p.about
        LEFT JOIN drill d ON d.stream = p.about
      ORDER BY p.issued_us DESC LIMIT 2000";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map([], paper)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// The issued report with these bytes.
///
/// # Errors
/// When the database cannot be read.
pub fn with_hash(conn: &Connection, hash: BlobHash) -> Result<Option<ReportRow>, QueryFault> {
    Ok(issued(conn)?.into_iter().find(|row| row.hash == hash))
}

/// The newest version of an issued report.
///
/// # Errors
/// When the database cannot be read.
pub fn newest_version(conn: &Connection, report: StreamId) -> Result<u32, QueryFault> {
    let sql = "SELECT max(version) FROM paper WHERE report = ?1";
    Ok(conn.query_row(sql, [report.0.as_bytes()], |row| row.get(0))?)
}

/// The id of a record in a column.
pub(super) fn stream(row: &Row<'_>, column: usize) -> rusqlite::Result<StreamId> {
    Ok(StreamId(uuid::Uuid::from_bytes(row.get(column)?)))
}

/// The instant in a column.
pub(super) fn at(row: &Row<'_>, column: usize) -> rusqlite::Result<Instant> {
    let micros: i64 = row.get(column)?;
    Instant::from_micros(micros).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, micros))
}

/// The word of a list in a column.
pub(super) fn word<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    let unknown = |_| rusqlite::Error::InvalidColumnType(column, text.clone(), rusqlite::types::Type::Text);
    serde_json::from_value(serde_json::Value::String(text.clone())).map_err(unknown)
}

fn paper(row: &Row<'_>) -> rusqlite::Result<ReportRow> {
    let approver: String = row.get(9)?;
    let trigger: Option<String> = row.get(7)?;
    Ok(ReportRow {
        report: stream(row, 0)?,
        number: row.get(1)?,
        version: row.get(2)?,
        kind: word(row, 3)?,
        about: stream(row, 4)?,
        about_number: row.get(5)?,
        about_title: row.get::<_, Option<String>>(6)?.unwrap_or_default(),
        about_trigger: trigger.and_then(|trigger| serde_json::from_str(&trigger).ok()),
        language: word(row, 8)?,
        approver: approver.parse().unwrap_or(PersonId(uuid::Uuid::nil())),
        hash: BlobHash(row.get(10)?),
        pages: row.get(11)?,
        issued: at(row, 12)?,
    })
}

/// Batches of imports, newest first.
///
/// # Errors
/// When the database cannot be read.
pub fn batches(conn: &Connection) -> Result<Vec<BatchRow>, QueryFault> {
    let sql = "SELECT stream, number, file, format, rule, begun_us, new, changed, unchanged, refused, undone_us FROM batch
      ORDER BY begun_us DESC LIMIT 500";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map([], |row| {
        let counts: [Option<u32>; 4] = [row.get(6)?, row.get(7)?, row.get(8)?, row.get(9)?];
        let undone: Option<i64> = row.get(10)?;
        Ok(BatchRow {
            batch: stream(row, 0)?,
            number: row.get(1)?,
            file: row.get(2)?,
            format: row.get(3)?,
            rule: row.get(4)?,
            begun: at(row, 5)?,
            outcome: match counts {
                [Some(new), Some(changed), Some(unchanged), Some(refused)] => {
                    Some([new, changed, unchanged, refused])
                }
                _ => None,
            },
            undone: undone.and_then(|micros| Instant::from_micros(micros).ok()),
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
