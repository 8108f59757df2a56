//! A test that is conducted live by a plan of sixty steps.

use lotse::app::{App, Order};
use lotse::domain::Command;
use lotse::domain::drill::{Arrangement, Command as Drill, Trigger, When};
use lotse::domain::plan::{Command as Plan, PlanAbout, PlanContent, PlanStep};
use lotse::ids::{OrderId, PartId, PersonId, RecordRef, StreamId};
use lotse::time::{Length, Moment, Zone};

use super::history::{id, now};

/// How many steps the plan has.
pub const STEPS: u64 = 60;

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

/// A step passes and the next one begins.
#[allow(dead_code)] // Each benchmark uses some of these.
pub fn passed(step: u64) -> Command {
    let (step, next) = (part(step), Some(part(step + 1)));
    Command::Drill(Drill::PassStep {
        step,
        text: String::new(),
        next,
        next_person: None,
        when: When::default(),
    })
}

/// Whoever conducts, with orders that are never the same, and the plan.
pub struct Conductor<'a> {
    app: &'a App,
    by: PersonId,
    given: u64,
    plan: StreamId,
}

impl<'a> Conductor<'a> {
    /// Writes the plan down.
    pub fn new(app: &'a App, by: PersonId) -> Self {
        let plan = StreamId(id(12, 1));
        let mut conductor = Self { app, by, given: 0, plan };
        conductor.give(plan, Command::Plan(Plan::Open { content: content() }));
        conductor
    }

    /// The next order of a record.
    pub fn order(&mut self, record: StreamId, command: Command) -> Order {
        self.given += 1;
        let order = OrderId(id(11, self.given));
        Order { id: order, by: self.by, record: Some(RecordRef::Id(record)), command, batch: None }
    }

    fn give(&mut self, record: StreamId, command: Command) {
        let order = self.order(record, command);
        self.app.execute(&order, now()).unwrap();
    }

    /// A test that runs, with its first step.
    pub fn running(&mut self, test: u64) -> StreamId {
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
            plan: self.plan,
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
