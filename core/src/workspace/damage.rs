//! Names what of a file cannot be trusted, page by page. Knows no table.

use rusqlite::Connection;

use crate::log::LogError;

/// Findings after which SQLite stops looking.
const FINDINGS: u32 = 100;

/// How closely a file is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Every page; about a second for each 60 MB.
    Pages,
    /// Every page, and every index against its table.
    Indexes,
}

/// What SQLite found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Damage {
    /// The damaged pages, counted from 1, in order, as far as SQLite names them.
    pub pages: Vec<u32>,
    /// SQLite's own words, for the protocol; empty when the file is sound.
    pub findings: Vec<String>,
}

impl Damage {
    /// Whether nothing was found.
    pub fn is_none(&self) -> bool {
        self.findings.is_empty()
    }
}

/// Looks a whole file through.
///
/// # Errors
/// `Database` when the file cannot be asked at all.
pub fn look(conn: &Connection, depth: Depth) -> Result<Damage, LogError> {
    let check = match depth {
        Depth::Pages => "quick_check",
        Depth::Indexes => "integrity_check",
    };
    let mut findings = match findings(conn, &format!("PRAGMA {check}({FINDINGS})")) {
        Ok(findings) => findings,
        Err(LogError::Damaged(error)) => vec![error.to_string()],
        Err(error) => return Err(error),
    };
    findings.retain(|finding| finding != "ok");
    let mut pages: Vec<u32> = findings.iter().flat_map(|finding| finding.lines()).flat_map(named).collect();
    pages.sort_unstable();
    pages.dedup();
    Ok(Damage { pages, findings })
}

fn findings(conn: &Connection, sql: &str) -> Result<Vec<String>, LogError> {
    let mut check = conn.prepare(sql)?;
    let rows = check.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The numbers after the word `page` in a line such as `Tree 5 page 9 cell 3: 2nd reference to page 7`.
fn named(line: &str) -> Vec<u32> {
    let words: Vec<&str> =
        line.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let pairs = words.windows(2).filter_map(|pair| match pair {
        [word, number] if word.eq_ignore_ascii_case("page") => number.parse().ok(),
        _ => None,
    });
    pairs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_named_by_their_numbers() {
        assert_eq!(named("Tree 5 page 9 cell 3: 2nd reference to page 7"), [9, 7]);
        assert_eq!(named("Page 12: never used"), [12]);
        assert!(named("row 3 missing from index event_order").is_empty());
    }

    #[test]
    fn an_index_that_does_not_fit_its_table_is_found_by_the_closer_look() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("probe");
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch("CREATE TABLE t(a); CREATE INDEX i ON t(a); INSERT INTO t VALUES('abcd');")
            .unwrap();
        drop(conn);
        let mut bytes = std::fs::read(&path).unwrap();
        let last = bytes.windows(4).rposition(|window| window == b"abcd").unwrap();
        bytes[last] = b'x';
        std::fs::write(&path, bytes).unwrap();
        let conn = Connection::open(&path).unwrap();
        assert!(look(&conn, Depth::Pages).unwrap().is_none());
        assert_eq!(look(&conn, Depth::Indexes).unwrap().findings.len(), 1);
    }
}
