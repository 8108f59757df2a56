//! What the log costs, each figure beside its base in the same run: a durable append and the check of the chain.
//! `LOTSE_BENCH_EVENTS` says how many events the log holds (100,000 unless told otherwise).
#![allow(clippy::unwrap_used)] // A benchmark that cannot go on has nothing to say.

mod figures;

use std::ops::ControlFlow;
use std::path::Path;

use figures::{row, timed};
use lotse::ids::{EventId, OrderId, StreamId};
use lotse::log::bulk::Bulk;
use lotse::log::{self, By, Class, NewEvent};
use lotse::time::Instant;
use lotse::workspace::{Key, Workspace};
use ring::digest::{Context, SHA256};
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use uuid::Uuid;

const COMMITS: u64 = 2_000;

fn main() {
    let events =
        std::env::var("LOTSE_BENCH_EVENTS").ok().and_then(|text| text.parse().ok()).unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    println!("{events} events of about 540 bytes, SQLite {}", rusqlite::version());
    commits(folder.path(), None);
    commits(folder.path(), Some(&Key::random().unwrap()));
    let workspace = Workspace::create(&folder.path().join("bulk.lotse"), None, now()).unwrap();
    fill(&workspace, events);
    verify(&workspace);
}

/// One durable commit of one event, against one durable commit of one bare row, taken turn by turn.
fn commits(folder: &Path, key: Option<&Key>) {
    let name = if key.is_some() { "encrypted" } else { "plain" };
    let bare = Workspace::create(&folder.join(format!("bare {name}.lotse")), key, now()).unwrap();
    bare.writer()
        .execute_batch("CREATE TABLE bare(id INTEGER PRIMARY KEY, payload TEXT NOT NULL) STRICT")
        .unwrap();
    let ours = Workspace::create(&folder.join(format!("ours {name}.lotse")), key, now()).unwrap();
    let mut base = Vec::new();
    let mut measured = Vec::new();
    for n in 1..=COMMITS {
        let text = payload(n);
        base.push(timed(|| {
            let mut conn = bare.writer();
            let tx = conn.transaction().unwrap();
            tx.prepare_cached("INSERT INTO bare(payload) VALUES(?1)").unwrap().execute([&text]).unwrap();
            tx.commit().unwrap();
        }));
        measured.push(timed(|| {
            let mut conn = ours.writer();
            let tx = conn.transaction().unwrap();
            append(&tx, n, text);
            tx.commit().unwrap();
        }));
    }
    base.sort_unstable();
    measured.sort_unstable();
    for (label, place, bar) in [("p50", base.len() / 2, Some(3.5)), ("p99", base.len() * 99 / 100, None)] {
        row(&format!("durable append of one event, {name}, {label}"), measured[place], base[place], bar);
    }
}

/// Many events, as an import writes them.
fn fill(workspace: &Workspace, events: u64) {
    let mut conn = workspace.writer();
    let tx = conn.transaction().unwrap();
    let bulk = Bulk::begin(&tx).unwrap();
    (1..=events).for_each(|n| append(&tx, n, payload(n)));
    bulk.finish(&tx).unwrap();
    tx.commit().unwrap();
}

/// The whole chain, against SHA-256 over the same bytes read from the same table.
fn verify(workspace: &Workspace) {
    let conn = workspace.reader().unwrap();
    hashed(&conn); // Warms the cache for both.
    let base = timed(|| hashed(&conn));
    let measured = timed(|| {
        let report = log::verify::chain(&conn, &mut |_, _| ControlFlow::Continue(())).unwrap();
        assert_eq!(report.misfit, None);
    });
    row("check of the chain", measured, base, Some(1.5));
}

fn hashed(conn: &Connection) {
    let mut statement = conn.prepare("SELECT * FROM event ORDER BY seq").unwrap();
    let columns = statement.column_count();
    let mut rows = statement.query([]).unwrap();
    let mut context = Context::new(&SHA256);
    while let Some(row) = rows.next().unwrap() {
        for column in 0..columns {
            match row.get_ref(column).unwrap() {
                ValueRef::Null => {}
                ValueRef::Integer(number) => context.update(&number.to_be_bytes()),
                ValueRef::Real(number) => context.update(&number.to_be_bytes()),
                ValueRef::Text(bytes) | ValueRef::Blob(bytes) => context.update(bytes),
            }
        }
    }
    assert_ne!(context.finish().as_ref(), [0; 32]);
}

fn append(tx: &rusqlite::Transaction<'_>, n: u64, payload: String) {
    let id = Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, 1_777_622_400 + n, 0));
    let stream = StreamId(id);
    let by = By { order: OrderId(id), actor: "0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e5f", recorded: now() };
    let (kind, class) = ("incidentReported".to_owned(), Class::Team);
    let event = NewEvent { id: EventId(id), stream, kind, version: 1, class, payload, salt: [7; 16] };
    log::append(tx, &by, stream, 0, vec![event]).unwrap();
}

fn payload(n: u64) -> String {
    let text = "Die Überwachung meldet Zeitüberschreitungen an drei Knoten der Region West; ".repeat(3);
    format!(r#"{{"title":"Störung {n}","text":"{text}","occurred":"2026-05-01T08:00:00Z"}}"#)
}

fn now() -> Instant {
    "2026-05-01T08:00:00Z".parse().unwrap()
}
