//! How long a person who stops the reading of a source waits at most: the longest time between two moments in which the
//! reader asks whether it shall go on, over the largest files that it takes. The base is the half second of the promise.
#![allow(clippy::unwrap_used)] // A benchmark that cannot go on has nothing to say.

mod figures;

use std::cell::Cell;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant as Stopwatch};

use figures::row;
use lotse::importers::opening::{SourceFile, open_watched};
use lotse::importers::{Options, Watch, read};
use lotse::time::Zone;

/// Within which reading has ended after somebody stopped it.
const PROMISE: Duration = Duration::from_millis(500);

fn main() {
    let csv = table(1_000_000);
    println!("a table of {} MB, a page of {} MB", csv.len() >> 20, history(60_000).len() >> 20);
    say("a table", "history.csv", csv.clone().into_bytes());
    say("a zipped table", "history.zip", zipped("history.csv", csv.as_bytes()));
    say("a status page in JSON", "history.json", history(60_000).into_bytes());
}

fn say(what: &str, name: &str, bytes: Vec<u8>) {
    let longest = longest(name, bytes);
    row(&format!("reading {what}: longest until a stop is heard"), longest, PROMISE, Some(1.0));
}

/// Notes the longest time between two questions.
struct Asked {
    last: Cell<Stopwatch>,
    longest: Cell<Duration>,
}

impl Asked {
    fn note(&self) {
        let now = Stopwatch::now();
        self.longest.set(self.longest.get().max(now - self.last.replace(now)));
    }
}

impl Watch for Asked {
    fn read(&self, _done: u64, _total: Option<u64>) -> bool {
        self.note();
        true
    }
}

fn longest(name: &str, bytes: Vec<u8>) -> Duration {
    let asked = Asked { last: Cell::new(Stopwatch::now()), longest: Cell::default() };
    let opened = open_watched(name, vec![SourceFile { name: name.to_owned(), bytes }], &asked).unwrap();
    let reading = read(&opened, &Options::new(Zone::UTC), &asked).unwrap();
    asked.note();
    assert!(!reading.items.is_empty(), "{name} holds nothing: {:?}", reading.problems.first());
    asked.longest.get()
}

fn table(rows: u32) -> String {
    let mut text =
        "number,short description,opened at,closed at,priority,assignment group,notes\n".to_owned();
    for row in 0..rows {
        let day = row % 28 + 1;
        writeln!(text, "INC{row:07},Logins fail on cluster {row},2026-01-{day:02} 08:00:00,2026-01-{day:02} 17:30:00,2 - High,Cloud operations,\"Our engineers are looking into failing logins, step {row}. Users in other regions notice nothing of it.\"").unwrap();
    }
    text
}

fn history(incidents: u32) -> String {
    let mut entries = Vec::new();
    for incident in 0..incidents {
        let day = incident % 28 + 1;
        let updates: Vec<String> = (0..3)
            .map(|update| format!(r#"{{"id":"u{incident}-{update}","status":"investigating","display_at":"2026-01-{day:02}T1{update}:00:00Z","body":"Our engineers are looking into failing logins of service {incident}, step {update}. We will tell you more as soon as the affected systems answer again and the queues are empty."}}"#))
            .collect();
        entries.push(format!(r#"{{"id":"i{incident}","name":"Logins fail {incident}","status":"resolved","impact":"minor","created_at":"2026-01-{day:02}T09:00:00Z","started_at":"2026-01-{day:02}T08:55:00Z","resolved_at":"2026-01-{day:02}T20:00:00Z","incident_updates":[{}]}}"#, updates.join(",")));
    }
    format!(r#"{{"page":{{"id":"bench"}},"incidents":[{}]}}"#, entries.join(","))
}

fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(bytes).unwrap();
    archive.finish().unwrap().into_inner()
}
