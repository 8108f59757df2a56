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

use figures::{row, timed};
use history::{filled, id, new_app, now};
use lotse::app::{App, Order, Question};
use lotse::calendar;
use lotse::domain::Command;
use lotse::domain::incident::{
    ActionKind, Command as Incident, Fact, Priority, RecommendationText, RecommendedTo, Severity, Source,
    TeamRole,
};
use lotse::ids::{OrderId, PartId, PersonId, RecordRef, StreamId};
use lotse::time::{Day, Instant, Length, Moment, Zone};

const TURNS: usize = 25;
const YEARS: i64 = 20;

fn size(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

fn main() {
    let emergencies = size("LOTSE_BENCH_EMERGENCIES", 10_000);
    let folder = tempfile::tempdir().unwrap();
    println!("{emergencies} emergencies of {YEARS} years, SQLite {}", rusqlite::version());
    let (small, small_by) = new_app(&folder.path().join("small.lotse"));
    let (large, large_by) = new_app(&folder.path().join("large.lotse"));
    emergency_years(&small, small_by, emergencies / 10);
    emergency_years(&large, large_by, emergencies);
    due(&small, &large);
    calendars(&small, &large);
    ledger(folder.path());
}

/// So many emergencies, evenly over twenty years, each ended and with one recommended action.
fn emergency_years(app: &App, by: PersonId, emergencies: u64) {
    let minutes = YEARS * 365 * 24 * 60 / i64::try_from(emergencies).unwrap();
    let begin = now().plus(Length::minutes(-YEARS * 365 * 24 * 60));
    for n in 0..emergencies {
        let at = begin.plus(Length::minutes(minutes * i64::try_from(n).unwrap()));
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

/// A length of time that most turns keep: the nineteenth of twenty.
fn p95(work: impl Fn()) -> Duration {
    let mut times: Vec<_> = (0..TURNS).map(|_| timed(&work)).collect();
    times.sort_unstable();
    times[TURNS * 95 / 100]
}

fn five_years_ago() -> Day {
    Day::at(now(), Zone::UTC).plus_days(-5 * 365)
}

fn due(small: &App, large: &App) {
    let ask = |app: &App, on| {
        let question = Question::Deadlines { on, within: None, kept: false };
        p95(|| drop(app.query(&question, now()).unwrap()))
    };
    let (base, today) = (ask(small, None), ask(large, None));
    row("everything due today, p95, against a tenth of the records", today, base, Some(12.0));
    let past = ask(large, Some(five_years_ago()));
    row("everything due on a day five years ago, p95, against today", past, today, Some(2.0));
}

fn calendars(small: &App, large: &App) {
    let of = |app: &App| p95(|| drop(app.planned(None, now(), calendar::whole).unwrap()));
    row("the deadlines as a calendar, p95, against a tenth of them", of(large), of(small), Some(12.0));
}

/// The ledger beside a long history: what was taken over promises nothing, and its events are not read.
fn ledger(folder: &Path) {
    let incidents = size("LOTSE_BENCH_INCIDENTS", 100_000);
    let (history, history_by) = filled(&folder.join("history.lotse"), incidents, 9);
    println!("{} events of {incidents} incidents beside the ledger", history.events);
    let (alone, alone_by) = new_app(&folder.join("alone.lotse"));
    emergency_years_of_now(&history.app, history_by);
    emergency_years_of_now(&alone, alone_by);
    for (name, on) in [("today", None), ("on a day five years ago", Some(five_years_ago()))] {
        let ask = |app: &App| p95(|| drop(app.query(&Question::Ledger { on, duty: None }, now()).unwrap()));
        let (measured, base) = (ask(&history.app), ask(&alone));
        let what = format!("the ledger {name} beside {incidents} incidents, p95, against none");
        row(&what, measured, base, Some(1.5));
        let milliseconds = measured.as_secs_f64() * 1000.0;
        let kept = if milliseconds <= 150.0 { "kept" } else { "MISSED" };
        println!("| the ledger {name}, p95 | {milliseconds:.1} ms | – | – | ≤ 150 ms {kept} |");
    }
}

/// Twenty-five emergencies a year; written down now, since time in the log only rises.
fn emergency_years_of_now(app: &App, by: PersonId) {
    for n in 0..500_u64 {
        let at = now().plus(Length::minutes(-YEARS * 365 * 24 * 60 / 500 * i64::try_from(500 - n).unwrap()));
        app.execute_all(&emergency(by, n, at), now(), &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
    }
}
