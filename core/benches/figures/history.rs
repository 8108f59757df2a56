//! An invented history of any size, the same in every run: incidents of an outside source, each with its updates.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use lotse::app::{App, Entropy, Order};
use lotse::domain::Command;
use lotse::domain::incident::{
    Command as Incident, EntryKind, ImpactFigures, Milestone, Outside, OutsideKind, Severity, Source,
    TakenOver,
};
use lotse::domain::organisation::Language;
use lotse::founding::{Founding, found};
use lotse::ids::{OrderId, PartId, PersonId, RecordRef, StreamId};
use lotse::time::{Instant, Length, Moment, Zone};
use lotse::workspace::Workspace;
use uuid::Uuid;

/// Bytes that differ each time and are the same in every run.
pub struct Counting(pub AtomicU64);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        let next = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed).to_be_bytes();
        bytes.iter_mut().zip(next.iter().cycle()).for_each(|(byte, random)| *byte = *random);
    }
}

/// A workspace with the history, open.
#[allow(dead_code)] // Each benchmark uses some of these.
pub struct Filled {
    pub app: App,
    /// How many orders made it.
    pub events: u64,
}

/// The moment that stands for now.
pub fn now() -> Instant {
    "2026-11-22T10:00:00Z".parse().unwrap()
}

/// A new workspace and who founded it.
#[allow(dead_code)] // Each benchmark uses some of these.
pub fn new_app(path: &Path) -> (App, PersonId) {
    new_app_since(path, now())
}

/// A workspace that was founded at an instant, and by whom: time in its log only rises from there.
pub fn new_app_since(path: &Path, since: Instant) -> (App, PersonId) {
    let workspace = Workspace::create(path, None, since).unwrap();
    let app = App::new(workspace, Box::new(Counting(1.into()))).unwrap();
    let founding = Founding {
        organisation: "Probe".to_owned(),
        language: Language::De,
        zone: Zone::UTC,
        person: "Anna Berg".to_owned(),
    };
    let by = found(&app, &founding, &Counting(7.into()), since).unwrap();
    (app, by)
}

/// An id that the same words make again.
pub fn id(series: u128, count: u64) -> Uuid {
    Uuid::from_u128((series << 96) | u128::from(count))
}

/// One incident of an outside source with its updates, as an importer orders them.
#[allow(dead_code)] // Each benchmark uses some of these.
pub fn orders(by: PersonId, count: u64, entries: u64) -> Vec<Order> {
    let began = now().plus(Length::minutes(-i64::try_from(count * 37 % 2_000_000).unwrap()));
    let at = Moment::exact(began, Zone::UTC);
    let record = TakenOver {
        batch: StreamId(id(1, 1)),
        outside: Outside { source: "statuspage/probe".to_owned(), id: format!("i{count}"), url: None },
        title: format!("Störung {} der Anmeldung in Region {}", count, count % 17),
        kind: OutsideKind::Incident,
        emergency: count.is_multiple_of(50).then(|| "impact".to_owned()),
        severity: Some(Severity::ALL[usize::try_from(count % 4).unwrap()]),
        status: "resolved".to_owned(),
        over: true,
        source: Source::Other,
        moments: vec![
            (Milestone::ImpactStart, at),
            (Milestone::Restored, Moment::exact(began.plus(Length::minutes(90)), Zone::UTC)),
        ],
        impact: ImpactFigures::default(),
        description: String::new(),
        dirt: Vec::new(),
    };
    let stream = RecordRef::Id(StreamId(id(2, count)));
    let order = |n: u64, command| Order {
        id: OrderId(id(3, count * 100 + n)),
        by,
        record: Some(stream),
        command: Command::Incident(command),
        batch: Some(StreamId(id(1, 1))),
    };
    let mut all = vec![order(0, Incident::TakeOver(Box::new(record)))];
    all.extend((1..=entries).map(|n| {
        let text =
            format!("Wir prüfen die Meldungen zu Knoten {} und melden uns wieder, Stand {n}.", count % 997);
        let outside = Some(format!("u{count}-{n}"));
        order(
            n,
            Incident::AddEntry {
                id: PartId(id(4, count * 100 + n)),
                kind: EntryKind::Status,
                text,
                at,
                outside,
            },
        )
    }));
    all
}

/// A workspace with so many incidents of so many entries each, and who founded it.
#[allow(dead_code)] // Each benchmark uses some of these.
pub fn filled(path: &Path, incidents: u64, entries: u64) -> (Filled, PersonId) {
    let (app, by) = new_app(path);
    let events = fill(&app, by, incidents, entries);
    (Filled { app, events }, by)
}

/// Takes so many incidents of so many entries each over now; returns how many orders that took.
#[allow(dead_code)] // Each benchmark uses some of these.
pub fn fill(app: &App, by: PersonId, incidents: u64, entries: u64) -> u64 {
    let mut given = 0;
    for first in (1..=incidents).step_by(500) {
        let batch: Vec<_> =
            (first..(first + 500).min(incidents + 1)).flat_map(|n| orders(by, n, entries)).collect();
        given += u64::try_from(batch.len()).unwrap();
        app.execute_all(&batch, now(), &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
    }
    given
}
