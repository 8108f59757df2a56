//! The steps from each version of the file to the next (`user_version`). Knows no projection: those are rebuilt.

use rusqlite::Connection;

use crate::log::{LogError, SCHEMA};

/// Step n leads from version n to n + 1; a step that was ever shipped is never changed.
const STEPS: [&str; 1] = [SCHEMA];

/// The newest version of the file that this program knows.
#[allow(clippy::cast_possible_truncation)] // A handful of steps.
pub const VERSION: u32 = STEPS.len() as u32;

/// The version that the file has.
///
/// # Errors
/// `Damaged`, `Database`.
pub fn version(conn: &Connection) -> Result<u32, LogError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Leads the file to [`VERSION`]; each step is one transaction with its number, so that a cut between two steps is safe.
///
/// # Errors
/// `DiskFull`, `ReadOnly`, `Damaged`, `Database`.
pub fn run(conn: &mut Connection) -> Result<(), LogError> {
    run_steps(conn, &STEPS)
}

fn run_steps(conn: &mut Connection, steps: &[&str]) -> Result<(), LogError> {
    let done = version(conn)?;
    for (number, step) in (1_u32..).zip(steps) {
        if number > done {
            let tx = conn.transaction()?;
            tx.execute_batch(step)?;
            tx.pragma_update(None, "user_version", number)?;
            tx.commit()?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_is_taken_once_and_a_step_that_fails_leaves_the_version_before_it() {
        let mut conn = Connection::open_in_memory().unwrap();
        run_steps(&mut conn, &["CREATE TABLE one(a)"]).unwrap();
        let broken =
            ["CREATE TABLE one(a)", "CREATE TABLE two(a)", "CREATE TABLE three(a); CREATE TABLE two(a)"];
        assert!(run_steps(&mut conn, &broken).is_err());
        assert_eq!(version(&conn).unwrap(), 2);
        let tables: u32 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
        assert_eq!(tables, 2);
    }

    #[test]
    fn a_new_file_is_of_the_newest_version() {
        let mut conn = Connection::open_in_memory().unwrap();
        run(&mut conn).unwrap();
        assert_eq!(version(&conn).unwrap(), VERSION);
    }
}
