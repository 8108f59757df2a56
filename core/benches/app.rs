//! What the two verbs cost, each figure beside its base or beside itself at a smaller size, in one run: a durable order,
//! a page of the register, search, opening, rebuilding.
//! `LOTSE_BENCH_INCIDENTS` says how many incidents the large workspace holds (20,000 unless told otherwise), each with
//! nine entries; the small one holds a hundredth.
#![allow(clippy::unwrap_used)] // A benchmark that cannot go on has nothing to say.

#[path = "figures/bare.rs"]
mod bare;
mod figures;
#[path = "figures/history.rs"]
mod history;

use std::ops::ControlFlow;
use std::path::Path;

use bare::Bare;
use figures::{row, timed};
use history::{Counting, Filled, filled, id, new_app, now, orders};
use lotse::app::{App, Question};
use lotse::domain::Command;
use lotse::domain::incident::Command as Incident;
use lotse::ids::{OrderId, PartId, RecordRef, StreamId};
use lotse::queries::views::{RegisterQuery, RegisterSort};
use lotse::workspace::Workspace;

const ENTRIES: u64 = 9;
const TIMES: usize = 300;

fn main() {
    let incidents =
        std::env::var("LOTSE_BENCH_INCIDENTS").ok().and_then(|text| text.parse().ok()).unwrap_or(20_000_u64);
    let folder = tempfile::tempdir().unwrap();
    println!("{incidents} incidents of {ENTRIES} entries, SQLite {}", rusqlite::version());
    let (small, _) = filled(&folder.path().join("small.lotse"), (incidents / 100).max(10), ENTRIES);
    let (large, _) = filled(&folder.path().join("large.lotse"), incidents, ENTRIES);
    durable(folder.path());
    while large.app.index(10_000).unwrap() > 0 {}
    pages(&small.app, &large.app);
    search(&large.app);
    rebuild(&small, &large);
    open(folder.path(), large);
}

/// A durable order against a durable bare row, turn by turn.
fn durable(folder: &Path) {
    let (app, by) = new_app(&folder.join("durable.lotse"));
    app.execute_all(&orders(by, 1, ENTRIES)[..1], now(), &mut |_| ControlFlow::Continue(())).unwrap();
    let bare = Bare::new(&folder.join("bare.lotse"));
    let (mut base, mut ours) = (Vec::new(), Vec::new());
    for n in 0..1_000 {
        // A new entry in an incident with some forty of them.
        let mut order = orders(by, 1, ENTRIES).pop().unwrap();
        order.id = OrderId(id(5, n));
        order.record = Some(RecordRef::Id(StreamId(id(2, 1 + n / 40))));
        if n % 40 == 0 && n > 0 {
            app.execute(&orders(by, 1 + n / 40, ENTRIES)[0], now()).unwrap();
        }
        if let Command::Incident(Incident::AddEntry { id: part, .. }) = &mut order.command {
            *part = PartId(id(6, n));
        }
        base.push(timed(|| bare.insert()));
        ours.push(timed(|| drop(app.execute(&order, now()).unwrap())));
    }
    base.sort_unstable();
    ours.sort_unstable();
    row("durable order (event + tables), p50", ours[500], base[500], Some(3.5));
    row("durable order (event + tables), p99", ours[990], base[990], None);
}

/// A page of the register, sorted and filtered, at both sizes and against the bare SELECT by index.
fn pages(small: &App, large: &App) {
    for (name, sort, column) in
        [("by begin", RegisterSort::Began, "began_us"), ("by title", RegisterSort::Title, "title_key")]
    {
        let query = RegisterQuery { emergency: Some(false), sort, limit: 50, ..RegisterQuery::default() };
        let question = Question::Register(Box::new(query));
        let of = |app: &App| {
            let mut times: Vec<_> =
                (0..TIMES).map(|_| timed(|| drop(app.query(&question, now()).unwrap()))).collect();
            times.sort_unstable();
            times[TIMES * 99 / 100]
        };
        let (at_small, at_large) = (of(small), of(large));
        let reader = large.workspace().reader().unwrap();
        let sql = format!("SELECT * FROM register ORDER BY {column} DESC LIMIT 50");
        let mut base: Vec<_> = (0..TIMES)
            .map(|_| {
                timed(|| {
                    let mut statement = reader.prepare_cached(&sql).unwrap();
                    let mut rows = statement.query([]).unwrap();
                    while let Some(row) = rows.next().unwrap() {
                        std::hint::black_box(row.get_ref(3).unwrap());
                    }
                })
            })
            .collect();
        base.sort_unstable();
        row(
            &format!("page of the register {name}, p99, against bare SELECT"),
            at_large,
            base[TIMES * 99 / 100],
            Some(3.0),
        );
        row(
            &format!("page of the register {name}, p99, against a hundredth of the size"),
            at_large,
            at_small,
            Some(2.0),
        );
    }
}

fn search(large: &App) {
    for (name, ranked, bar) in [("newest 20", false, 5.0), ("ranked 20", true, 60.0)] {
        let question = Question::Search { text: "Meldungen Kno".to_owned(), limit: 20, ranked };
        let mut times: Vec<_> =
            (0..TIMES).map(|_| timed(|| drop(large.query(&question, now()).unwrap()))).collect();
        times.sort_unstable();
        let p95 = times[TIMES * 95 / 100].as_secs_f64() * 1000.0;
        let kept = if p95 <= bar { "kept" } else { "MISSED" };
        println!("| search, {name}, p95 | {p95:.2} ms | – | – | ≤ {bar} ms {kept} |");
    }
}

fn rebuild(small: &Filled, large: &Filled) {
    let base = timed(|| small.app.rebuild().unwrap());
    let measured = timed(|| large.app.rebuild().unwrap());
    let growth = f64::from(u32::try_from(large.events / small.events).unwrap_or(u32::MAX));
    row(&format!("rebuild, {growth} times the events"), measured, base, Some(growth * 1.1));
}

/// Opening to the data of the first screen, against an empty workspace.
fn open(folder: &Path, large: Filled) {
    drop(large);
    drop(new_app(&folder.join("empty.lotse")));
    let of = |name: &str| {
        let mut times: Vec<_> = (0..15)
            .map(|_| {
                timed(|| {
                    let workspace = Workspace::open(&folder.join(name), None, now()).unwrap();
                    let app = App::new(workspace, Box::new(Counting(1.into()))).unwrap();
                    drop(app.query(&Question::Home {}, now()).unwrap());
                })
            })
            .collect();
        times.sort_unstable();
        times[7]
    };
    let (base, measured) = (of("empty.lotse"), of("large.lotse"));
    row("open to the data of the first screen, against an empty one", measured, base, Some(3.0));
}
