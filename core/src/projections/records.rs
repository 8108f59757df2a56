//! Numbers that were given, issued reports and batches of imports as rows.

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::ProjectionFault;
use super::register::word;
use crate::domain::batch::Batch;
use crate::domain::report::Report;
use crate::ids::{Number, Series, StreamId};
use crate::time::Instant;

/// Notes that a record bears a number.
///
/// # Errors
/// When the number is given to another record already, or the database cannot be written.
pub fn give_number(tx: &Transaction<'_>, number: Number, stream: StreamId) -> Result<(), ProjectionFault> {
    let sql = "INSERT INTO number_given(series, year, count, stream) VALUES(?1, ?2, ?3, ?4) ON CONFLICT(stream) DO NOTHING";
    let series = number.series.letter().to_string();
    tx.prepare_cached(sql)?.execute(params![series, number.year, number.count, stream.0.as_bytes()])?;
    Ok(())
}

/// The next free number of a series in a year.
///
/// # Errors
/// When the database cannot be read.
pub fn next_number(conn: &Connection, series: Series, year: i32) -> Result<Number, ProjectionFault> {
    let sql = "SELECT coalesce(max(count), 0) + 1 FROM number_given WHERE series = ?1 AND year = ?2";
    let count =
        conn.prepare_cached(sql)?.query_row(params![series.letter().to_string(), year], |row| row.get(0))?;
    Ok(Number { series, year, count })
}

/// The number that a record bears, as it is written; none for one that bears none.
///
/// # Errors
/// When the database cannot be read.
pub fn number_of(conn: &Connection, stream: StreamId) -> Result<Option<String>, ProjectionFault> {
    let sql = "SELECT printf('%s-%04d-%03d', series, year, count) FROM number_given WHERE stream = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([stream.0.as_bytes()], |row| row.get(0)).optional()?)
}

/// The record that bears a number.
///
/// # Errors
/// When the database cannot be read.
pub fn with_number(conn: &Connection, number: Number) -> Result<Option<StreamId>, ProjectionFault> {
    let sql = "SELECT stream FROM number_given WHERE series = ?1 AND year = ?2 AND count = ?3";
    let series = number.series.letter().to_string();
    let found: Option<[u8; 16]> = conn
        .prepare_cached(sql)?
        .query_row(params![series, number.year, number.count], |row| row.get(0))
        .optional()?;
    Ok(found.map(|bytes| StreamId(uuid::Uuid::from_bytes(bytes))))
}

/// Writes the rows of a report, one a version.
///
/// # Errors
/// When the database cannot be written.
pub fn store_report(tx: &Transaction<'_>, stream: StreamId, report: &Report) -> Result<(), ProjectionFault> {
    give_number(tx, report.number, stream)?;
    let sql =
        "INSERT OR REPLACE INTO paper(report, version, number, kind, about, language, approver, hash, pages,
        issued_us) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
    for version in &report.versions {
        tx.prepare_cached(sql)?.execute(params![
            stream.0.as_bytes(),
            version.version,
            report.number.to_string(),
            word(&report.kind),
            report.about.0.as_bytes(),
            word(&version.language),
            version.approver.to_string(),
            version.hash.0,
            version.pages,
            version.issued.micros(),
        ])?;
    }
    Ok(())
}

/// Writes the row of a batch.
///
/// # Errors
/// When the database cannot be written.
pub fn store_batch(tx: &Transaction<'_>, stream: StreamId, batch: &Batch) -> Result<(), ProjectionFault> {
    give_number(tx, batch.number, stream)?;
    let sql =
        "INSERT OR REPLACE INTO batch(stream, number, file, format, rule, begun_us, new, changed, unchanged,
        refused, undone_us) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
    let [new, changed, unchanged, refused] = batch.outcome.map_or([None; 4], |counts| counts.map(Some));
    tx.prepare_cached(sql)?.execute(params![
        stream.0.as_bytes(),
        batch.number.to_string(),
        batch.file,
        batch.format,
        batch.rule,
        batch.begun.micros(),
        new,
        changed,
        unchanged,
        refused,
        batch.undone.map(Instant::micros),
    ])?;
    Ok(())
}
