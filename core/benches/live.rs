//! What one press in a live test costs until it is on the disk, against a durable bare row, turn by turn.
//! `LOTSE_BENCH_TESTS` says how many tests of sixty steps are conducted (20 unless told otherwise).
#![allow(clippy::unwrap_used)] // A benchmark that cannot go on has nothing to say.

#[path = "figures/bare.rs"]
mod bare;
#[path = "figures/conducted.rs"]
mod conducted;
mod figures;
#[path = "figures/history.rs"]
mod history;

use std::time::Duration;

use bare::Bare;
use conducted::{Conductor, STEPS, passed};
use figures::{row, timed};
use history::{new_app, now};

fn main() {
    let tests = std::env::var("LOTSE_BENCH_TESTS").ok().and_then(|text| text.parse().ok()).unwrap_or(20_u64);
    let folder = tempfile::tempdir().unwrap();
    println!("{tests} tests of {STEPS} steps, SQLite {}", rusqlite::version());
    let bare = Bare::new(&folder.path().join("bare.lotse"));
    let (app, by) = new_app(&folder.path().join("live.lotse"));
    let mut conductor = Conductor::new(&app, by);
    let (mut base, mut ours) = (Vec::new(), Vec::new());
    for test in 0..tests {
        let record = conductor.running(test);
        for step in 1..STEPS {
            let order = conductor.order(record, passed(step));
            base.push(timed(|| bare.insert()));
            ours.push(timed(|| drop(app.execute(&order, now()).unwrap())));
        }
    }
    say("p50", 50, &mut ours, &mut base, None);
    say("p99", 99, &mut ours, &mut base, Some(4.0));
}

fn say(name: &str, percent: usize, ours: &mut [Duration], base: &mut [Duration], bar: Option<f64>) {
    ours.sort_unstable();
    base.sort_unstable();
    let at = ours.len() * percent / 100;
    row(&format!("one press in a live test until it is on the disk, {name}"), ours[at], base[at], bar);
}
