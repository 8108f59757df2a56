//! A durable bare row: one INSERT with the program's pragmas, committed to the disk. What a durable order is measured against.

use std::path::Path;

use lotse::workspace::Workspace;

use super::history::now;

/// A workspace with one table that nothing else writes to.
pub struct Bare(Workspace);

impl Bare {
    /// Makes it.
    pub fn new(path: &Path) -> Self {
        let workspace = Workspace::create(path, None, now()).unwrap();
        let table = "CREATE TABLE bare(id INTEGER PRIMARY KEY, payload TEXT NOT NULL) STRICT";
        workspace.writer().execute_batch(table).unwrap();
        Self(workspace)
    }

    /// One row, on the disk when it comes back.
    pub fn insert(&self) {
        let mut conn = self.0.writer();
        let tx = conn.transaction().unwrap();
        let text = "x".repeat(300);
        tx.prepare_cached("INSERT INTO bare(payload) VALUES(?1)").unwrap().execute([&text]).unwrap();
        tx.commit().unwrap();
    }
}
