//! What one press in a live test costs until it is on the disk, against a durable bare row, turn by turn.
//! `LOTSE_BENCH_TESTS` says how many tests of sixty steps are conducted (20 unless told otherwise).
#![allow(clippy::unwrap_used)] // A benchmark that cannot go on has nothing to say.

#[path = "figures/bare.rs"]
mod bare;
mod figures;
#[path = "figures/history.rs"]
mod history;

use std::time::Duration;

use bare::Bare;
use figures::{row, timed};
use history::{id, new_app, now};
use lotse::app::{App, Order};
use lotse::domain::Command;
use lotse::domain::drill::{Arrangement, Command as Drill, Trigger, When};
use lotse::domain::plan::{Command as Plan, PlanAbout, PlanContent, PlanStep};
use lotse::ids::{OrderId, PartId, PersonId, RecordRef, StreamId};
use lotse::time::{Length, Moment, Zone};

const STEPS: u64 = 60;

fn part(step: u64) -> PartId {
    PartId(id(9, step))
}

fn content() -> PlanContent {
    let step = |number: u64| PlanStep {
        id: part(number),
        number: number.to_string(),
        title: format!("Schritt {number}"),
        instruction: "Umschalten, dann prüfen, ob Anmeldung und Druck laufen.".to_owned(),
        role: "Technik".to_owned(),
        planned_minutes: Some(10),
        depends_on: Vec::new(),
        counted: true,
        expected: "Läuft".to_owned(),
        evidence: String::new(),
        stop_rule: String::new(),
    };
    let about = PlanAbout { title: "Ausfall der Region".to_owned(), ..PlanAbout::default() };
    PlanContent { about, steps: (1..=STEPS).map(step).collect() }
}

/// Whoever conducts, with orders that are never the same.
struct Conductor<'a> {
    app: &'a App,
    by: PersonId,
    given: u64,
}

impl Conductor<'_> {
    fn order(&mut self, record: StreamId, command: Command) -> Order {
        self.given += 1;
        let order = OrderId(id(11, self.given));
        Order { id: order, by: self.by, record: Some(RecordRef::Id(record)), command, batch: None }
    }

    fn give(&mut self, record: StreamId, command: Command) {
        let order = self.order(record, command);
        self.app.execute(&order, now()).unwrap();
    }

    /// A test that runs, with its first step.
    fn running(&mut self, plan: StreamId, test: u64) -> StreamId {
        let record = StreamId(id(13, test));
        let arrangement = Arrangement {
            place: String::new(),
            environment: String::new(),
            sponsor: None,
            lead: self.by,
            observers: Vec::new(),
            participants: Vec::new(),
            third_parties: String::new(),
        };
        let schedule = Drill::Schedule {
            title: String::new(),
            plan,
            version: 1,
            unapproved: "Messung".to_owned(),
            trigger: Trigger::Yearly,
            occasion: String::new(),
            planned: Moment::exact(now().plus(Length::minutes(60)), Zone::UTC),
            until: None,
            arrangement,
        };
        self.give(record, Command::Drill(schedule));
        self.give(record, Command::Drill(Drill::Start { guide: None, when: When::default() }));
        let first =
            Drill::StartStep { step: part(1), person: None, despite: String::new(), when: When::default() };
        self.give(record, Command::Drill(first));
        record
    }
}

fn main() {
    let tests = std::env::var("LOTSE_BENCH_TESTS").ok().and_then(|text| text.parse().ok()).unwrap_or(20_u64);
    let folder = tempfile::tempdir().unwrap();
    println!("{tests} tests of {STEPS} steps, SQLite {}", rusqlite::version());
    let bare = Bare::new(&folder.path().join("bare.lotse"));
    let (app, by) = new_app(&folder.path().join("live.lotse"));
    let mut conductor = Conductor { app: &app, by, given: 0 };
    let plan = StreamId(id(12, 1));
    conductor.give(plan, Command::Plan(Plan::Open { content: content() }));
    let (mut base, mut ours) = (Vec::new(), Vec::new());
    for test in 0..tests {
        let record = conductor.running(plan, test);
        for step in 1..STEPS {
            let next = Some(part(step + 1));
            let pass = Drill::PassStep { step: part(step), text: String::new(), next, when: When::default() };
            let order = conductor.order(record, Command::Drill(pass));
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
