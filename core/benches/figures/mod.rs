//! One way to measure and to say a figure: beside its base from the same run, with the bar that it has to keep.

use std::time::{Duration, Instant as Stopwatch};

/// As the programs do.
#[global_allocator]
static ALLOCATOR: lotse::Allocator = lotse::Allocator;

/// How long the work took.
#[allow(dead_code)] // Each benchmark uses some of these.
pub fn timed(work: impl FnOnce()) -> Duration {
    let start = Stopwatch::now();
    work();
    start.elapsed()
}

/// The middle one of a figure that several turns showed.
#[allow(dead_code)] // As above.
pub fn median<Turn, Figure: Ord>(turns: &[Turn], figure: impl Fn(&Turn) -> Figure) -> Figure {
    let mut all: Vec<Figure> = turns.iter().map(figure).collect();
    all.sort_unstable();
    all.swap_remove(all.len() / 2)
}

/// A length against the length of its base; the bar is the highest ratio.
#[allow(dead_code)] // As above.
pub fn row(what: &str, measured: Duration, base: Duration, bar: Option<f64>) {
    let ratio = measured.as_secs_f64() / base.as_secs_f64().max(1e-9);
    let bar = bar.map_or("–".to_owned(), |bar| {
        format!("≤ {bar:.2} {}", if ratio <= bar { "kept" } else { "MISSED" })
    });
    println!("| {what} | {measured:.2?} | {base:.2?} | {ratio:.2} | {bar} |");
}

/// So many in `measured` against the same number in `base`; the bar is the lowest share of the base's rate.
#[allow(dead_code)] // As above.
pub fn rate(what: &str, count: u64, measured: Duration, base: Duration, bar: f64) {
    let count = f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let per_second = |time: Duration| count / time.as_secs_f64().max(1e-9);
    let ratio = per_second(measured) / per_second(base);
    let kept = if ratio >= bar { "kept" } else { "MISSED" };
    let (measured, base) = (per_second(measured), per_second(base));
    println!("| {what}, per second | {measured:.0} | {base:.0} | {ratio:.2} | ≥ {bar:.2} {kept} |");
}
