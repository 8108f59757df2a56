//! What an import costs until its records can be read and until they can be searched, beside the bare INSERT of the same
//! rows in the same run; and what the same import costs the second time. `LOTSE_BENCH_EVENTS` says how many events the
//! source makes (100,000 unless told otherwise).
#![allow(clippy::unwrap_used)] // A benchmark that cannot go on has nothing to say.

mod figures;

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use figures::{median, rate, timed};
use lotse::app::{App, Entropy, Import, Outcome};
use lotse::domain::organisation::Language;
use lotse::founding::{Founding, found};
use lotse::ids::PersonId;
use lotse::importers::opening::{SourceFile, open};
use lotse::importers::rule::EmergencyRule;
use lotse::importers::{Options, Reading, Unwatched};
use lotse::time::{Instant, Zone};
use lotse::workspace::Workspace;
use rusqlite::types::Value;

/// An incident with its updates is so many events.
const EVENTS_EACH: u64 = 10;

struct Counting(AtomicU64);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        let next = self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        bytes.iter_mut().zip(next.iter().rev().cycle()).for_each(|(byte, random)| *byte = *random);
    }
}

/// Disks pause now and then: what is shown is the median of so many turns, each in a workspace of its own.
const TURNS: usize = 5;

/// What one turn took.
struct Turn {
    readable: Duration,
    searchable: Duration,
    again: Duration,
    base: Duration,
}

fn main() {
    let events: u64 =
        std::env::var("LOTSE_BENCH_EVENTS").ok().and_then(|text| text.parse().ok()).unwrap_or(100_000);
    let text = history(events / EVENTS_EACH);
    let turns: Vec<Turn> = (0..TURNS).map(|_| turn(&text, events)).collect();
    let base = median(&turns, |turn| turn.base);
    rate("import until readable", events, median(&turns, |turn| turn.readable), base, 0.30);
    rate(
        "import until searchable",
        events,
        median(&turns, |turn| turn.readable + turn.searchable),
        base,
        0.10,
    );
    println!("the same source again, nothing new: {:.2} s", median(&turns, |turn| turn.again).as_secs_f64());
}

fn turn(text: &str, events: u64) -> Turn {
    let folder = tempfile::tempdir().unwrap();
    let workspace = Workspace::create(&folder.path().join("import.lotse"), None, now()).unwrap();
    let app = App::new(workspace, Box::new(Counting(AtomicU64::new(1)))).unwrap();
    let founding = Founding {
        organisation: "Loftware Cloud".to_owned(),
        language: Language::De,
        zone: Zone::UTC,
        person: "Anna Berg".to_owned(),
    };
    found(&app, &founding, &Counting(AtomicU64::new(1 << 40)), now()).unwrap();
    let by = somebody(&app);
    let reading = read(&app, text);
    let readable = timed(|| assert_eq!(u64::from(import(&app, by, &reading).new), events / EVENTS_EACH));
    let base = bare(&app);
    let searchable = timed(|| while app.index(10_000).unwrap() > 0 {});
    let again =
        timed(|| assert_eq!(u64::from(import(&app, by, &read(&app, text)).unchanged), events / EVENTS_EACH));
    Turn { readable, searchable, again, base }
}

fn now() -> Instant {
    "2026-11-22T08:00:00Z".parse().unwrap()
}

fn somebody(app: &App) -> PersonId {
    let answer = app.query(&lotse::app::Question::Organisation {}, now()).unwrap();
    let lotse::app::Answer::Organisation(view) = answer else { panic!("no organisation") };
    view.people[0].id
}

fn read(app: &App, text: &str) -> Reading {
    let file = SourceFile { name: "history.json".into(), bytes: text.as_bytes().to_vec() };
    app.read_source(&open("history.json", vec![file]), &Options::new(Zone::UTC), &Unwatched).unwrap().unwrap()
}

fn import(app: &App, by: PersonId, reading: &Reading) -> Outcome {
    let rule = EmergencyRule::default();
    let import = Import { by, file: "history.json", rule: &rule, reading };
    app.import(&import, now(), &mut |_| ControlFlow::Continue(())).unwrap().unwrap()
}

/// A status page with so many incidents of nine updates each.
fn history(incidents: u64) -> String {
    let mut entries = Vec::new();
    for incident in 0..incidents {
        let day = incident % 28 + 1;
        let updates: Vec<String> = (0..EVENTS_EACH - 1)
            .map(|update| {
                format!(
                    r#"{{"id":"u{incident}-{update}","status":"investigating","display_at":"2026-01-{day:02}T1{update}:00:00Z","body":"Our engineers are looking into failing logins of service {incident}, step {update}. We will tell you more as soon as the affected systems answer again and the queues are empty. Users in other regions notice nothing of it."}}"#
                )
            })
            .collect();
        entries.push(format!(
            r#"{{"id":"i{incident}","name":"Logins fail {incident}","status":"resolved","impact":"minor","created_at":"2026-01-{day:02}T09:00:00Z","started_at":"2026-01-{day:02}T08:55:00Z","resolved_at":"2026-01-{day:02}T20:00:00Z","incident_updates":[{}]}}"#,
            updates.join(",")
        ));
    }
    format!(r#"{{"page":{{"id":"bench"}},"incidents":[{}]}}"#, entries.join(","))
}

/// The same rows put into a table without index, trigger and hash.
fn bare(app: &App) -> Duration {
    let mut conn = app.workspace().writer();
    let rows: Vec<Vec<Value>> = {
        let mut all = conn.prepare("SELECT * FROM event ORDER BY seq").unwrap();
        let columns = all.column_count();
        let rows = all.query_map([], |row| (0..columns).map(|column| row.get(column)).collect()).unwrap();
        rows.collect::<Result<_, _>>().unwrap()
    };
    conn.execute_batch("CREATE TABLE raw AS SELECT * FROM event LIMIT 0").unwrap();
    let places: Vec<String> = (1..=rows[0].len()).map(|place| format!("?{place}")).collect();
    let sql = format!("INSERT INTO raw VALUES({})", places.join(","));
    let measured = timed(|| {
        let tx = conn.transaction().unwrap();
        {
            let mut insert = tx.prepare(&sql).unwrap();
            for row in &rows {
                insert.execute(rusqlite::params_from_iter(row)).unwrap();
            }
        }
        tx.commit().unwrap();
    });
    conn.execute_batch("DROP TABLE raw").unwrap();
    measured
}
