//! Opens connections to a workspace: keys, then pragmas in the one order that loses nothing. Knows no table.

use std::fmt::Write as _;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::fault::OpenFault;
use super::key::Secret;

/// The oldest SQLite that keeps every commit when a write-ahead log starts anew.
const OLDEST: i32 = 3_051_003;

/// Statements that a connection keeps prepared.
const STATEMENTS: usize = 256;

/// How a connection may touch the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Reads and writes.
    Write,
    /// Reads beside one that writes.
    Read,
    /// Reads a file that nobody writes: no lock, no file beside it.
    Frozen,
}

/// `synchronous` stands before `journal_mode`, so that not one commit is made without it.
const WRITING: &str = "PRAGMA synchronous = EXTRA; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON;
  PRAGMA secure_delete = ON; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;
  PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -65536;";
const READING: &str = "PRAGMA query_only = ON;";
const ALWAYS: &str = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -16384;";

/// Refuses an SQLite that loses commits.
///
/// # Errors
/// `SqliteTooOld`.
pub fn check_sqlite() -> Result<(), OpenFault> {
    if rusqlite::version_number() >= OLDEST {
        Ok(())
    } else {
        Err(OpenFault::SqliteTooOld { found: rusqlite::version().to_owned() })
    }
}

/// Opens the file at `path`, which is there, and reads its schema once, so that a wrong key or a damaged first page shows.
///
/// # Errors
/// `WrongKey`, `Damaged`, `DiskFull`, `System`.
pub fn open(path: &Path, secret: Option<&Secret>, access: Access) -> Result<Connection, OpenFault> {
    let conn = match access {
        Access::Write => Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_WRITE)),
        Access::Read => Connection::open_with_flags(path, flags(OpenFlags::SQLITE_OPEN_READ_ONLY)),
        Access::Frozen => Connection::open_with_flags(
            frozen(path),
            flags(OpenFlags::SQLITE_OPEN_READ_ONLY) | OpenFlags::SQLITE_OPEN_URI,
        ),
    }?;
    unlock(&conn, secret)?;
    let readable = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0));
    if let Err(error) = readable {
        let not_a_database = error.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase);
        return Err(if secret.is_some() && not_a_database { OpenFault::WrongKey } else { error.into() });
    }
    settle(&conn, access)?;
    Ok(conn)
}

/// Creates an empty database at `path`, where nothing lies.
///
/// # Errors
/// `DiskFull`, `System`.
pub fn create(path: &Path, secret: Option<&Secret>) -> Result<Connection, OpenFault> {
    let write = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let conn = Connection::open_with_flags(path, flags(write))?;
    unlock(&conn, secret)?;
    Ok(conn)
}

/// Sets what every connection of this access has.
///
/// # Errors
/// `Damaged`, `DiskFull`, `System`.
pub fn settle(conn: &Connection, access: Access) -> Result<(), OpenFault> {
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    conn.busy_timeout(std::time::Duration::from_secs(5))?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.execute_batch(ALWAYS)?;
    conn.execute_batch(match access {
        Access::Write => WRITING,
        Access::Read | Access::Frozen => READING,
    })?;
    Ok(())
}

fn flags(mode: OpenFlags) -> OpenFlags {
    mode | OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// Gives the key before anything else is said; SQLCipher would write its complaints to standard error.
fn unlock(conn: &Connection, secret: Option<&Secret>) -> Result<(), OpenFault> {
    if let Some(secret) = secret {
        conn.execute_batch("PRAGMA cipher_log_level = NONE;")?;
        let pragma = zeroize::Zeroizing::new(format!("PRAGMA key = \"{}\";", secret.pragma().as_str()));
        conn.execute_batch(&pragma)?;
    }
    Ok(())
}

/// The path as a URI that tells SQLite that the file never changes.
fn frozen(path: &Path) -> String {
    let mut uri = String::from("file:");
    let text = path.to_string_lossy().replace('\\', "/");
    // A path that begins with a drive stands behind a slash; one from the folder of the process stays as it is.
    if path.is_absolute() && !text.starts_with('/') {
        uri.push('/');
    }
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-_.~:".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            write!(uri, "%{byte:02X}").ok();
        }
    }
    uri.push_str("?immutable=1");
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_linked_sqlite_keeps_every_commit() {
        assert_eq!(check_sqlite(), Ok(()));
    }

    #[test]
    fn a_writing_connection_syncs_every_commit() {
        let folder = tempfile::tempdir().unwrap();
        let conn = create(&folder.path().join("Probe.lotse"), None).unwrap();
        settle(&conn, Access::Write).unwrap();
        let number =
            |pragma: &str| conn.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0)).unwrap();
        assert_eq!(number("synchronous"), 3);
        assert_eq!(number("foreign_keys"), 1);
        assert_eq!(number("secure_delete"), 1);
        assert_eq!(number("trusted_schema"), 0);
        let mode: String = conn.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!(mode, "wal");
    }

    #[test]
    fn a_path_with_odd_letters_is_written_as_a_uri() {
        assert_eq!(
            frozen(Path::new("/tmp/Lotse #1?/ä.lotse")),
            "file:/tmp/Lotse%20%231%3F/%C3%A4.lotse?immutable=1"
        );
        assert_eq!(frozen(Path::new("b/a.lotse")), "file:b/a.lotse?immutable=1");
    }
}
