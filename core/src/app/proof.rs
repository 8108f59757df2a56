//! The proof that nobody altered the record: the chain, the evidence, the pages of the file, and the read models and
//! the text index made anew beside the stored ones. Names the first thing that does not fit. Writes nothing.

mod words;

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, Statement};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Fault;
use crate::ids::BlobHash;
use crate::log::codec::{self, Read};
use crate::log::verify::{ChainReport, Misfit};
use crate::log::{self, LogError, read_after};
use crate::projections::{self, ProjectionFault};
use crate::workspace::damage::{self, Damage, Depth};

/// Events that are read at once.
const PAGE: usize = 1000;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// What the log says of itself.
    pub chain: ChainReport,
    /// What SQLite says of the file.
    pub damage: Damage,
    /// Events that a newer program wrote: they are in the chain, and not in what this program shows.
    pub newer: u64,
    /// The first thing that does not fit; `None`: everything fits.
    pub finding: Option<Finding>,
}

/// What was found, as it crosses the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProofView {
    /// Everything fits.
    pub fits: bool,
    /// Events that were checked and fit.
    #[ts(type = "number")]
    pub events: u64,
    /// Records that they belong to.
    #[ts(type = "number")]
    pub streams: u64,
    /// The newest event that fits; none in an empty log.
    pub head: Option<HeadView>,
    /// Checkpoints that fit.
    #[ts(type = "number")]
    pub checkpoints: u64,
    /// Files of evidence whose bytes fit.
    #[ts(type = "number")]
    pub evidence: u64,
    /// Events of a newer program: checked, and not shown by this one.
    #[ts(type = "number")]
    pub newer: u64,
    /// Damaged pages of the file, counted from 1.
    pub pages: Vec<u32>,
    /// The first thing that does not fit: a code, whose sentence is `finding-` and the code, and its values.
    #[ts(type = "{ code: string } & Record<string, unknown> | null")]
    #[schemars(with = "Option<serde_json::Value>")]
    pub finding: Option<Finding>,
}

/// The newest event, as it crosses the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct HeadView {
    /// Its place in the log.
    #[ts(type = "number")]
    pub seq: u64,
    /// Its hash.
    pub hash: BlobHash,
}

impl From<&Proof> for ProofView {
    fn from(proof: &Proof) -> Self {
        Self {
            fits: proof.finding.is_none() && !proof.chain.broken_off,
            events: proof.chain.events,
            streams: proof.chain.streams,
            head: proof.chain.head.map(|head| HeadView { seq: head.seq, hash: BlobHash(head.hash) }),
            checkpoints: proof.chain.checkpoints,
            evidence: proof.chain.evidence,
            newer: proof.newer,
            pages: proof.damage.pages.clone(),
            finding: proof.finding.clone(),
        }
    }
}

/// The first thing that does not fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Finding {
    /// The log does not fit itself.
    Log(Misfit),
    /// The log fits itself, and something around it does not fit.
    Around(Mismatch),
}

/// What does not fit around a log that fits itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Mismatch {
    /// Pages or indexes of the file are damaged.
    PagesDamaged {
        /// The pages as far as they can be named, counted from 1.
        pages: Vec<u32>,
    },
    /// An event is empty, and no order emptied it.
    Emptied {
        /// The event's place.
        seq: u64,
    },
    /// An event does not hold what its kind holds.
    NotItsKind {
        /// The event's place.
        seq: u64,
        /// Its kind.
        kind: String,
    },
    /// An event speaks of evidence that is not there any more.
    EvidenceMissing {
        /// The event's place.
        seq: u64,
        /// The hash of its bytes.
        hash: BlobHash,
    },
    /// A table, an index or a guard of the file is not as this program makes it.
    SchemaDiffers {
        /// Its name.
        name: String,
    },
    /// A read model says something else than the log.
    ViewDiffers {
        /// The table.
        table: String,
        /// Which of its rows, in the order of their keys, counted from 1.
        row: u64,
    },
    /// The search does not find an event that it was filled with.
    SearchLacks {
        /// The event's place.
        seq: u64,
    },
    /// The search finds an event that holds no words, or that it was not filled with.
    SearchSuperfluous {
        /// The event's place.
        seq: u64,
    },
    /// The search knows other words of an event than stand there.
    SearchDiffers {
        /// The event's place.
        seq: u64,
    },
    /// The search says that it was filled up to an event that does not exist, and would pass over those that come.
    SearchAhead {
        /// The event's place.
        seq: u64,
    },
    /// The read models are of another version of the program; the next opening makes them anew.
    ViewsOfAnotherVersion,
}

/// Checks everything. `progress` hears how many of how many events are done, and may break it off: `broken_off` then says so.
///
/// # Errors
/// A failure of the world; everything else is told by the proof.
pub fn prove(
    conn: &Connection,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Proof, Fault> {
    // One snapshot for everything.
    let snapshot = conn.unchecked_transaction().map_err(super::failed)?;
    let chain = log::verify(&snapshot, progress)?;
    let finding = chain.misfit.clone().map(Finding::Log);
    let mut proof = Proof { chain, damage: Damage::default(), newer: 0, finding };
    if proof.chain.broken_off {
        return Ok(proof);
    }
    proof.damage = damage::look(&snapshot, Depth::Indexes)?;
    if proof.finding.is_none() {
        let finding = around(&snapshot, &mut proof, progress)?;
        proof.finding = finding.map(Finding::Around);
    }
    Ok(proof)
}

fn around(
    conn: &Connection,
    proof: &mut Proof,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Option<Mismatch>, Fault> {
    if !proof.damage.is_none() {
        return Ok(Some(Mismatch::PagesDamaged { pages: proof.damage.pages.clone() }));
    }
    // No order of this program empties an event.
    if let Some(seq) = proof.chain.redacted.first() {
        return Ok(Some(Mismatch::Emptied { seq: *seq }));
    }
    let all = proof.chain.events;
    let mut broken_off = false;
    let mut go_on = || {
        broken_off = broken_off || progress(all, all).is_break();
        !broken_off
    };
    let mut found = events(conn, &mut proof.newer, &mut go_on)?;
    if found.is_none() && go_on() {
        found = views(conn, &mut go_on)?;
    }
    proof.chain.broken_off = broken_off;
    // Half a view differs from the whole one, and that says nothing.
    Ok(found.filter(|_| !broken_off))
}

/// Reads every event as what it says it is, looks for the evidence that it speaks of, and counts those of a newer program.
fn events(
    conn: &Connection,
    newer: &mut u64,
    go_on: &mut dyn FnMut() -> bool,
) -> Result<Option<Mismatch>, LogError> {
    let mut after = 0;
    loop {
        let page = read_after(conn, after, PAGE)?;
        let Some(last) = page.last().filter(|_| go_on()) else { return Ok(None) };
        after = last.seq;
        for stored in &page {
            match codec::read(stored) {
                Ok(Read::Known { event, .. }) => {
                    if let Some(hash) = event.evidence()
                        && log::blob::size(conn, hash)?.is_none()
                    {
                        return Ok(Some(Mismatch::EvidenceMissing { seq: stored.seq, hash }));
                    }
                }
                Ok(Read::Redacted) => {}
                Ok(Read::Newer) => *newer += 1,
                Err(fault) => return Ok(Some(Mismatch::NotItsKind { seq: fault.seq, kind: fault.kind })),
            }
        }
    }
}

/// Makes the read models and the text index anew in a scratch database and holds the stored ones against them, row by
/// row.
fn views(conn: &Connection, go_on: &mut dyn FnMut() -> bool) -> Result<Option<Mismatch>, ProjectionFault> {
    if !projections::current(conn)? {
        return Ok(Some(Mismatch::ViewsOfAnotherVersion));
    }
    // Without a name SQLite keeps it in memory, and on the disk when it grows.
    let mut scratch = Connection::open("")?;
    scratch.execute_batch(log::SCHEMA)?;
    let tx = scratch.transaction()?;
    projections::create(&tx)?;
    projections::fill(conn, &tx, go_on)?;
    for table in projections::TABLES.iter().copied() {
        if !go_on() {
            return Ok(None);
        }
        if let Some(row) = first_difference(conn, &tx, table)? {
            return Ok(Some(Mismatch::ViewDiffers { table: table.to_owned(), row }));
        }
    }
    if let Some(name) = other_schema(conn, &tx)? {
        return Ok(Some(Mismatch::SchemaDiffers { name }));
    }
    words::mismatch(conn, &tx)
}

/// The name of the first table, index or trigger that is not the same in two databases. What SQLite makes for itself
/// (statistics, indexes of keys) does not count.
fn other_schema(stored: &Connection, anew: &Connection) -> Result<Option<String>, rusqlite::Error> {
    let made = |conn: &Connection| -> Result<BTreeSet<(String, String)>, rusqlite::Error> {
        let sql = "SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
        let mut statement = conn.prepare(sql)?;
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    };
    let (stored, anew) = (made(stored)?, made(anew)?);
    Ok(stored.symmetric_difference(&anew).next().map(|(name, _)| name.clone()))
}

/// The first row, counted from 1, in which a table differs between two databases.
fn first_difference(
    stored: &Connection,
    anew: &Connection,
    table: &str,
) -> Result<Option<u64>, rusqlite::Error> {
    let sql = format!("SELECT * FROM {table} ORDER BY {}", primary_key(anew, table)?);
    let (mut stored, mut anew) = (stored.prepare(&sql)?, anew.prepare(&sql)?);
    let columns_anew = columns(&anew);
    if columns(&stored) != columns_anew {
        return Ok(Some(1));
    }
    let (mut stored, mut anew) = (stored.query([])?, anew.query([])?);
    for row in 1.. {
        match (stored.next()?, anew.next()?) {
            (None, None) => break,
            (Some(stored), Some(anew)) if same(stored, anew, columns_anew.len())? => {}
            (Some(_) | None, _) => return Ok(Some(row)),
        }
    }
    Ok(None)
}

fn primary_key(conn: &Connection, table: &str) -> Result<String, rusqlite::Error> {
    let mut columns = conn.prepare("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?;
    let names: Vec<String> = columns.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(names.join(", "))
}

fn columns(statement: &Statement<'_>) -> Vec<String> {
    statement.column_names().map(str::to_owned).collect()
}

fn same(stored: &Row<'_>, anew: &Row<'_>, columns: usize) -> Result<bool, rusqlite::Error> {
    for column in 0..columns {
        let values: (ValueRef<'_>, ValueRef<'_>) = (stored.get_ref(column)?, anew.get_ref(column)?);
        if values.0 != values.1 {
            return Ok(false);
        }
    }
    Ok(true)
}
