//! A few words about the workspace as a whole that are no facts of governance: settings of the file. Knows no meaning.

use rusqlite::{Connection, OptionalExtension};

use super::LogError;

/// The value of `key`, if it was ever set.
///
/// # Errors
/// `Damaged`, `Database`.
pub fn get(conn: &Connection, key: &str) -> Result<Option<String>, LogError> {
    let mut value = conn.prepare_cached("SELECT v FROM meta WHERE k = ?1")?;
    Ok(value.query_row([key], |row| row.get(0)).optional()?)
}

/// Sets the value of `key`.
///
/// # Errors
/// `DiskFull`, `ReadOnly`, `Damaged`, `Database`.
pub fn put(conn: &Connection, key: &str, value: &str) -> Result<(), LogError> {
    let sql = "INSERT INTO meta(k, v) VALUES(?1, ?2) ON CONFLICT(k) DO UPDATE SET v = excluded.v";
    conn.prepare_cached(sql)?.execute([key, value])?;
    Ok(())
}

/// All values whose keys begin with `prefix`, in the order of their keys.
///
/// # Errors
/// `Damaged`, `Database`.
pub fn with_prefix(conn: &Connection, prefix: &str) -> Result<Vec<(String, String)>, LogError> {
    let mut all =
        conn.prepare_cached("SELECT k, v FROM meta WHERE substr(k, 1, length(?1)) = ?1 ORDER BY k")?;
    let found = all.query_map([prefix], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}
