//! What it costs to know what is due and how the 33 duties stand, today and on a day five years ago, at two sizes; and to spell
//! the deadlines as a calendar.
//! `LOTSE_BENCH_EMERGENCIES` says how many emergencies of twenty years the large workspace holds (10,000 unless told
//! otherwise), the small one holds a tenth; `LOTSE_BENCH_INCIDENTS` how many incidents were taken over beside those of the
//! ledger's workspace (100,000, ten events each).
#![allow(clippy::unwrap_used)] // A benchmark that cannot go on has nothing to say.

mod figures;
#[path = "figures/history.rs"]
mod history;

use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

use figures::{median, row, timed};
use history::{fill, id, new_app_since, now};
use lotse::app::{App, Order, Question};
use lotse::calendar;
use lotse::domain::Command;
use lotse::domain::incident::{
    ActionKind, Command as Incident, Fact, Priority, RecommendationText, RecommendedTo, Severity, Source,
    TeamRole,
};
use lotse::ids::{OrderId, PartId, PersonId, RecordRef, StreamId};
use lotse::time::{Day, Instant, Length, Moment, Zone};

const TURNS: usize = 60;
const YEARS: i64 = 20;
/// So many emergencies stand in the ledger beside the long history: twenty-five a year.
const LEDGER: u64 = 500;

fn size(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn main() {
    let emergencies = size("LOTSE_BENCH_EMERGENCIES", 10_000);
    let folder = tempfile::tempdir().unwrap();
    println!("{emergencies} emergencies of {YEARS} years, SQLite {}", rusqlite::version());
    let (small, small_by) = new_app_since(&folder.path().join("small.lotse"), begin());
    let (large, large_by) = new_app_since(&folder.path().join("large.lotse"), begin());
    emergency_years(&small, small_by, emergencies / 10);
    emergency_years(&large, large_by, emergencies);
    due(&small, &large);
    calendars(&small, &large);
    ledger(folder.path());
}

/// When the years begin.
fn begin() -> Instant {
    now().plus(Length::minutes(-YEARS * 365 * 24 * 60))
}

/// So many emergencies, evenly over twenty years, each ended and with one recommended action.
fn emergency_years(app: &App, by: PersonId, emergencies: u64) {
    let minutes = YEARS * 365 * 24 * 60 / i64::try_from(emergencies).unwrap();
    for n in 0..emergencies {
        let at = begin().plus(Length::minutes(minutes * i64::try_from(n).unwrap()));
        let orders = emergency(by, n, at);
        app.execute_all(&orders, at.plus(Length::minutes(180)), &mut |_| ControlFlow::Continue(()))
            .unwrap()
            .unwrap();
    }
}

fn emergency(by: PersonId, n: u64, began: Instant) -> Vec<Order> {
    let at = |minutes| Moment::exact(began.plus(Length::minutes(minutes)), Zone::UTC);
    let fact = |fact| Incident::StateFact { fact, text: format!("Stand {n}") };
    let text = RecommendationText {
        text: "Wächter ergänzen".to_owned(),
        to: RecommendedTo::Us,
        kind: ActionKind::Corrective,
        priority: Priority::Medium,
        owner: None,
        due: Some(began.plus(Length::minutes(60 * 24 * 60)).utc().date_naive()),
        proof_wanted: String::new(),
        must: false,
    };
    let commands = vec![
        Incident::Report {
            title: format!("Ausfall {n}"),
            source: Source::Monitoring,
            noticed: at(5),
            impact_start: Some(at(0)),
            severity: Some(Severity::High),
            description: String::new(),
            services: Vec::new(),
        },
        Incident::StartAssessment { at: at(10) },
        Incident::DeclareEmergency {
            at: at(15),
            decider: by,
            reason: "Ausfall".to_owned(),
            consulted: vec![by],
            unconsulted: String::new(),
        },
        Incident::AssignRole {
            role: TeamRole::Lead,
            person: by,
            deputy: None,
            at: at(16),
            handover: String::new(),
        },
        Incident::FormTeam { at: at(20) },
        fact(Fact::Scope),
        fact(Fact::Impact),
        fact(Fact::Cause),
        Incident::CompleteAnalysis { at: at(40) },
        Incident::StartRecovery { at: at(45), guide: None },
        Incident::MarkRestored { at: at(120) },
        Incident::EndEmergency { at: at(150), person: by },
        Incident::Recommend { id: PartId(id(8, n)), text },
    ];
    let order = |(place, command): (usize, Incident)| Order {
        id: OrderId(id(7, n * 100 + u64::try_from(place).unwrap())),
        by,
        record: Some(RecordRef::Id(StreamId(id(6, n)))),
        command: Command::Incident(command),
        batch: None,
    };
    commands.into_iter().enumerate().map(order).collect()
}

/// How long two works take, turn by turn, so that a machine that is busy now and then is busy for both.
fn beside(turns: usize, work: impl Fn(), base: impl Fn()) -> [Vec<Duration>; 2] {
    let pair = |_| (timed(&work), timed(&base));
    let (work, base) = (0..turns).map(pair).unzip();
    [work, base]
}

fn middle(times: &[Duration]) -> Duration {
    median(times, |time| *time)
}

/// A length of time that most turns keep: the nineteenth of twenty.
fn p95(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() * 95 / 100]
}

fn five_years_ago() -> Day {
    Day::at(now(), Zone::UTC).plus_days(-5 * 365)
}

fn due(small: &App, large: &App) {
    let ask = |app: &App, on| {
        let question = Question::Deadlines { on, within: None, kept: false };
        drop(app.query(&question, now()).unwrap());
    };
    let [today, base] = beside(TURNS, || ask(large, None), || ask(small, None));
    row("everything due today, against a tenth of the records", middle(&today), middle(&base), Some(12.0));
    let [past, today] = beside(TURNS, || ask(large, Some(five_years_ago())), || ask(large, None));
    row("everything due on a day five years ago, against today", middle(&past), middle(&today), Some(2.0));
}

fn calendars(small: &App, large: &App) {
    let of = |app: &App| drop(app.planned(None, now(), calendar::whole).unwrap());
    let [all, base] = beside(TURNS / 4, || of(large), || of(small));
    row("the deadlines as a calendar, against a tenth of them", middle(&all), middle(&base), Some(12.0));
}

/// The ledger beside a long history: what was taken over promises nothing, and its events are not read.
fn ledger(folder: &Path) {
    let incidents = size("LOTSE_BENCH_INCIDENTS", 100_000);
    let (history, history_by) = new_app_since(&folder.join("history.lotse"), begin());
    let (alone, alone_by) = new_app_since(&folder.join("alone.lotse"), begin());
    emergency_years(&history, history_by, LEDGER);
    emergency_years(&alone, alone_by, LEDGER);
    let events = fill(&history, history_by, incidents, 9);
    println!("{events} events of {incidents} incidents beside the ledger of {LEDGER} emergencies");
    for (name, on) in [("today", None), ("on a day five years ago", Some(five_years_ago()))] {
        let ask =
            |app: &App| drop(app.query(&Question::Ledger { on, duty: None, every: false }, now()).unwrap());
        let [measured, base] = beside(TURNS, || ask(&history), || ask(&alone));
        let what = format!("the ledger {name} beside {incidents} incidents, against none");
        row(&what, middle(&measured), middle(&base), Some(1.5));
        let measured = p95(measured);
        let milliseconds = measured.as_secs_f64() * 1000.0;
        let kept = if milliseconds <= 150.0 { "kept" } else { "MISSED" };
        println!("| the ledger {name}, p95 | {milliseconds:.1} ms | – | – | ≤ 150 ms {kept} |");
    }
}
