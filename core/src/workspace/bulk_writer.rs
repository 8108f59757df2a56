//! The writer while very much is written at once.

use std::ops::{Deref, DerefMut};
use std::sync::MutexGuard;

use rusqlite::Connection;

/// After how many pages of the write-ahead log a commit takes them into the file: SQLite's own number, and the setting.
const USUAL_PAGES: i64 = 1000;
const SETTING: &str = "wal_autocheckpoint";

/// Holds the writer; the commits made through it are on the disk in the write-ahead log, and the next usual one takes them
/// into the file.
#[derive(Debug)]
pub struct BulkWriter<'a>(MutexGuard<'a, Connection>);

impl<'a> BulkWriter<'a> {
    pub(super) fn begin(conn: MutexGuard<'a, Connection>) -> rusqlite::Result<Self> {
        conn.pragma_update(None, SETTING, 0)?;
        Ok(Self(conn))
    }
}

impl Deref for BulkWriter<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        &self.0
    }
}

impl DerefMut for BulkWriter<'_> {
    fn deref_mut(&mut self) -> &mut Connection {
        &mut self.0
    }
}

impl Drop for BulkWriter<'_> {
    fn drop(&mut self) {
        self.0.pragma_update(None, SETTING, USUAL_PAGES).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Workspace, beside};

    #[test]
    fn what_it_commits_is_taken_into_the_file_by_the_next_usual_commit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("bulk.lotse");
        let workspace = Workspace::create(&path, None, "2026-05-01T08:00:00Z".parse().unwrap()).unwrap();
        workspace.take_in_changes().unwrap();
        let small = path.metadata().unwrap().len();
        let fill = "CREATE TABLE much(text TEXT) STRICT;
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
          INSERT INTO much SELECT printf('%04096d', i) FROM n;";
        let mut writer = workspace.bulk_writer().unwrap();
        let tx = writer.transaction().unwrap();
        tx.execute_batch(fill).unwrap();
        tx.commit().unwrap();
        drop(writer);
        assert_eq!(path.metadata().unwrap().len(), small);
        assert!(beside(&path, "-wal").metadata().unwrap().len() > 12_000_000);
        workspace.writer().execute("INSERT INTO much VALUES('one more')", []).unwrap();
        assert!(path.metadata().unwrap().len() > 12_000_000);
    }
}
