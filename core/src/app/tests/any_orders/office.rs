//! An office that works for weeks: four people, a second workspace for what goes by file, and a clock that moves on with each
//! press. What is pressed is small and readable; which order it becomes hangs on how things stand then. What became of it is
//! told when a rule does not hold.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::super::*;
use super::kept::Kept;
use super::orders;
use super::then::Then;
use crate::domain::State;
use crate::domain::organisation::{Role, Service, SlaLevel, Team, TeamKind};
use crate::ids::{Series, TeamId};
use crate::time::Day;

pub const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(0xc));
pub const CARLA: PersonId = PersonId(uuid::Uuid::from_u128(0xd));
pub const BERND: PersonId = PersonId(uuid::Uuid::from_u128(0xe));
pub const PEOPLE: [PersonId; 4] = [ANNA, JONAS, CARLA, BERND];
pub const TEAM: TeamId = TeamId(uuid::Uuid::from_u128(0x20));
pub const PRINTING: ServiceId = ServiceId(uuid::Uuid::from_u128(0x5e));
pub const LEVEL: SlaLevelId = SlaLevelId(uuid::Uuid::from_u128(0x60));

/// The noun that a press is about, or the way by file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    Incident,
    Review,
    Plan,
    Drill,
    Finding,
    Change,
    Guide,
    Notice,
    Report,
    Policy,
    Organisation,
    ByFile,
}

impl About {
    /// The letter of the numbers that records of the noun bear.
    pub const fn series(self) -> Option<Series> {
        match self {
            Self::Incident => Some(Series::Incident),
            Self::Review => Some(Series::Review),
            Self::Plan => Some(Series::Plan),
            Self::Drill => Some(Series::Drill),
            Self::Finding => Some(Series::Finding),
            Self::Change => Some(Series::Change),
            Self::Guide => Some(Series::Guide),
            Self::Notice => Some(Series::Notice),
            Self::Report => Some(Series::Report),
            Self::Policy | Self::Organisation | Self::ByFile => None,
        }
    }
}

/// Who presses: one person, or whoever is let, begun with any.
#[derive(Debug, Clone, Copy)]
pub enum Who {
    Whoever,
    Anna,
    Jonas,
    Carla,
    Bernd,
}

/// What somebody presses; what it becomes is worked out from how things stand.
#[derive(Debug, Clone)]
pub struct Press {
    pub about: About,
    /// Which record of that noun; 0 begins another one as long as there are few.
    pub which: u8,
    /// What is done with it; below [`orders::ONWARD`] whatever leads it on.
    pub what: u8,
    pub who: Who,
    /// Minutes that pass before.
    pub wait: u16,
    /// The day ends before, and it is asked how everything stands.
    pub night: bool,
}

/// How often was pressed, how often something came of it, and how often something was approved, by the kind of its event.
#[derive(Debug, Default)]
pub struct Tally {
    pub pressed: BTreeMap<About, u32>,
    pub done: BTreeMap<About, u32>,
    pub kinds: BTreeMap<String, u32>,
    pub refused: u32,
    pub nights: u32,
}

impl Tally {
    /// Takes the counts of another story in.
    pub fn add(&mut self, other: &Self) {
        for (into, from) in [(&mut self.pressed, &other.pressed), (&mut self.done, &other.done)] {
            for (about, count) in from {
                *into.entry(*about).or_default() += count;
            }
        }
        for (kind, count) in &other.kinds {
            *self.kinds.entry(kind.clone()).or_default() += count;
        }
        self.refused += other.refused;
        self.nights += other.nights;
    }
}

pub struct Office {
    pub home: Desk,
    /// The workspace of the team that answers by file.
    pub there: Desk,
    pub clock: Cell<Instant>,
    /// The files that lie around, each with whether it goes to the home.
    pub files: RefCell<Vec<(bool, Vec<u8>)>>,
    pub kept: RefCell<Kept>,
    pub then: RefCell<Then>,
    pub tally: RefCell<Tally>,
    story: RefCell<Vec<String>>,
    parts: Cell<u128>,
}

impl Office {
    pub fn open() -> Self {
        let office = Self {
            home: staffed("Loftware Cloud"),
            there: staffed("Betrieb GmbH"),
            clock: Cell::new("2026-11-27T08:00:00Z".parse().unwrap()),
            files: RefCell::default(),
            kept: RefCell::default(),
            then: RefCell::default(),
            tally: RefCell::default(),
            story: RefCell::default(),
            parts: Cell::new(0x7000),
        };
        let service =
            Service { id: PRINTING, name: "Cloud-Druck".into(), rto_minutes: Some(60), rpo_minutes: None };
        let level = SlaLevel {
            id: LEVEL,
            name: "Gold".into(),
            response_minutes: Some(30),
            handling_minutes: Some(240),
        };
        for command in [organisation::Command::PutService(service), organisation::Command::PutSlaLevel(level)]
        {
            office.home.give(None, Command::Organisation(command)).unwrap();
        }
        office
    }

    pub fn now(&self) -> Instant {
        self.clock.get()
    }

    pub fn moment(&self) -> Moment {
        Moment::exact(self.now(), Zone::UTC)
    }

    /// The zone that the organisation settled.
    pub fn zone(&self) -> Zone {
        self.state(organisation::STREAM).and_then(State::into_organisation).unwrap().zone
    }

    pub fn today(&self) -> Day {
        Day::at(self.now(), self.zone())
    }

    pub fn later(&self, minutes: i64) {
        self.clock.set(self.now().plus(Length::minutes(minutes)));
    }

    /// A part that is not there yet.
    pub fn part(&self) -> PartId {
        self.parts.set(self.parts.get() + 1);
        PartId(uuid::Uuid::from_u128(self.parts.get()))
    }

    pub fn state(&self, record: StreamId) -> Option<State> {
        let conn = self.home.app.workspace().reader().unwrap();
        queries::state(&conn, record).unwrap().map(|(state, _)| state)
    }

    /// The records of a noun, by their numbers.
    pub fn records(&self, about: About) -> Vec<StreamId> {
        let Some(series) = about.series() else { return Vec::new() };
        let conn = self.home.app.workspace().reader().unwrap();
        let sql = "SELECT stream FROM number_given WHERE series = ?1 ORDER BY year, count";
        let mut found = conn.prepare(sql).unwrap();
        let rows = found.query_map([series.letter().to_string()], |row| row.get::<_, [u8; 16]>(0)).unwrap();
        rows.map(|bytes| StreamId(uuid::Uuid::from_bytes(bytes.unwrap()))).collect()
    }

    pub fn ask(&self, question: &Question) -> Answer {
        self.home.app.query(question, self.now()).unwrap()
    }

    /// Presses, and watches that nothing changes that must not.
    pub fn press(&self, press: &Press) {
        if press.night {
            self.then.borrow_mut().night(self);
            self.tally.borrow_mut().nights += 1;
        }
        self.later(i64::from(press.wait) + 1);
        self.story.borrow_mut().push(format!("{press:?}"));
        let by_file = press.about == About::ByFile;
        let done = if by_file { super::files::pressed(self, press) } else { self.draw(press) };
        let Some(done) = done else { return };
        let mut tally = self.tally.borrow_mut();
        *tally.pressed.entry(press.about).or_default() += 1;
        *tally.done.entry(press.about).or_default() += u32::from(done);
    }

    /// Gives the orders that a press becomes; whether all were let, none where nothing can be done.
    fn draw(&self, press: &Press) -> Option<bool> {
        let (record, commands) = orders::drawn(self, press);
        if commands.is_empty() {
            return None;
        }
        let mut orders = commands.into_iter();
        Some(orders.all(|command| {
            self.later(1);
            self.order(press, record, &command)
        }))
    }

    /// Orders as the one who presses, or as whoever is let.
    fn order(&self, press: &Press, record: Option<StreamId>, command: &Command) -> bool {
        let people: &[PersonId] = match press.who {
            Who::Whoever => &PEOPLE,
            Who::Anna => &PEOPLE[..1],
            Who::Jonas => &PEOPLE[1..2],
            Who::Carla => &PEOPLE[2..3],
            Who::Bernd => &PEOPLE[3..],
        };
        let first = usize::from(press.what) % people.len();
        people[first..].iter().chain(&people[..first]).any(|by| {
            let order = Order { by: *by, ..self.home.order(record, command.clone()) };
            let outcome = self.home.app.execute(&order, self.now());
            self.story.borrow_mut().push(format!("  {} {by} {:?}", self.now(), order.command));
            match outcome {
                Ok(committed) => {
                    self.happened(&committed);
                    true
                }
                Err(Fault::Refused(refusal)) => {
                    self.story.borrow_mut().push(format!("    refused: {refusal}"));
                    self.tally.borrow_mut().refused += 1;
                    false
                }
                Err(failed) => panic!("{failed:?}: {order:?}"),
            }
        })
    }

    /// Hears what was written.
    pub fn happened(&self, committed: &Committed) {
        let kinds = committed.events.iter().map(|event| event.kind.clone());
        let told: Vec<String> = kinds.collect();
        self.story.borrow_mut().push(format!("    {}", told.join(", ")));
        for kind in told {
            *self.tally.borrow_mut().kinds.entry(kind).or_default() += 1;
        }
        self.kept.borrow_mut().watch(self, committed.record);
    }

    /// What was pressed and what became of it, to be read when something does not hold.
    pub fn told(&self) -> String {
        self.story.borrow().join("\n")
    }

    pub fn note(&self, line: String) {
        self.story.borrow_mut().push(line);
    }
}

pub fn data(name: &str) -> PersonalData {
    PersonalData { name: name.to_owned(), email: String::new(), phone: String::new() }
}

/// The roles that each of the four begins with.
pub fn roles(person: PersonId) -> std::collections::BTreeSet<Role> {
    match person {
        CARLA => [Role::DeploymentTeam].into(),
        JONAS => [Role::TestCoordinator, Role::Management].into(),
        BERND => [Role::ProcessManager, Role::Management].into(),
        _ => [Role::ProcessManager, Role::Recorder, Role::TestCoordinator].into(),
    }
}

/// A workspace with the four people, all in one team.
fn staffed(name: &str) -> Desk {
    let desk = Desk::founded();
    let rename = organisation::Command::Rename { name: name.to_owned() };
    let team = Team { id: TEAM, kind: TeamKind::Deployment, name: "Betrieb".to_owned(), head: None };
    let people = [(ANNA, "Anna Berg"), (JONAS, "Jonas Weber"), (CARLA, "Carla Ott"), (BERND, "Bernd Kern")];
    let people = people.map(|(id, name)| organisation::Command::PutPerson {
        id,
        data: Some(data(name)),
        roles: roles(id),
        teams: [TEAM].into(),
    });
    for command in [rename, organisation::Command::PutTeam(team)].into_iter().chain(people) {
        desk.give(None, Command::Organisation(command)).unwrap();
    }
    desk
}
