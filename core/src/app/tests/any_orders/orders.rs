//! From a press and how things stand to orders: what leads a record on, or something else that people press there.

use super::super::*;
use super::governance;
use super::incidents;
use super::office::{About, JONAS, Office, Press, TEAM};
use super::settings;
use crate::domain::State;
use crate::domain::finding::{self, Command as F, Concern, Details, Kind, Origin, Phase as Stands};
use crate::domain::notice::{self, Command as M, Delivery, Way, Who};
use crate::domain::report::{Imprint, ReportKind};

/// A press below it leads on; one above it does any of what people press there.
pub const ONWARD: u8 = 170;

/// So many records of a noun are begun by hand at most.
const FEW: usize = 2;

/// So many of the newest are pressed at, so that some come to their end.
const LATELY: usize = 3;

/// So many reports are issued at most: to set a paper takes time.
const PAPERS: usize = 2;

/// The orders of a press, with the record that they are about.
pub type Drawn = (Option<StreamId>, Vec<Command>);

pub fn why() -> String {
    "weil".to_owned()
}

/// One of several things that can be done now; the first leads on.
pub fn pick<T>(press: &Press, mut ways: Vec<Vec<T>>) -> Vec<T> {
    if ways.is_empty() {
        return Vec::new();
    }
    let way = if press.what < ONWARD { 0 } else { usize::from(press.what - ONWARD) % ways.len() };
    ways.swap_remove(way)
}

/// What a press becomes; nothing where nothing can be done.
pub fn drawn(office: &Office, press: &Press) -> Drawn {
    if press.about == About::Organisation {
        return (None, settings::organisation(office, press));
    }
    if press.about == About::Policy {
        return (None, settings::policy(office, press));
    }
    if press.about == About::Report {
        return report(office, press);
    }
    let records = office.records(press.about);
    if records.is_empty() || (press.which == 0 && records.len() < FEW) {
        return (None, begin(office, press));
    }
    let lately = &records[records.len().saturating_sub(LATELY)..];
    let record = lately[usize::from(press.which) % lately.len()];
    let commands = match office.state(record).unwrap() {
        State::Incident(incident) => incidents::on(office, press, &incident, record),
        State::Review(review) => governance::review(office, press, &review),
        State::Plan(plan) => governance::plan(press, &plan),
        State::Drill(drill) => governance::drill(office, press, &drill),
        State::Change(change) => governance::change(office, press, &change),
        State::Guide(guide) => governance::guide(office, press, &guide),
        State::Finding(finding) => of_finding(office, press, &finding),
        State::Notice(notice) => of_notice(office, press, &notice),
        State::Organisation(_)
        | State::Report(_)
        | State::Batch(_)
        | State::Policy(_)
        | State::Reminder(_) => panic!("of no such noun: {record}"),
    };
    if commands.is_empty() { (None, begin(office, press)) } else { (Some(record), commands) }
}

/// What begins a record of the noun.
fn begin(office: &Office, press: &Press) -> Vec<Command> {
    let command = match press.about {
        About::Incident => Command::Incident(incidents::report(office)),
        About::Review => Command::Review(governance::plan_review(office, press)),
        About::Plan => Command::Plan(governance::open_plan()),
        About::Drill => match governance::schedule(office, press) {
            Some(schedule) => Command::Drill(schedule),
            None => return Vec::new(),
        },
        About::Change => Command::Change(governance::draft()),
        About::Guide => Command::Guide(governance::create(office)),
        About::Finding => Command::Finding(raise(office, press)),
        About::Notice => Command::Notice(M::Announce {
            title: "Umschaltung".to_owned(),
            german: "Die Umschaltung ist neu.".to_owned(),
            english: String::new(),
            teams: vec![TEAM],
            who: Who::Everyone,
        }),
        About::Report | About::Policy | About::Organisation | About::ByFile => return Vec::new(),
    };
    vec![command]
}

fn raise(office: &Office, press: &Press) -> F {
    let emergency = office.records(About::Incident).first().copied();
    let origin = match emergency.filter(|_| press.what.is_multiple_of(2)) {
        Some(incident) => Origin::Incident { incident, part: None },
        None => Origin::Hand,
    };
    let concerns = Concern { services: vec![super::office::PRINTING], ..Concern::default() };
    F::Raise {
        origin,
        title: "Zeitlimit zu kurz".to_owned(),
        kind: Kind::Minor,
        details: Details { concerns, ..Details::default() },
        owner: Some(JONAS),
        due: Some(office.today().plus_days(i64::from(press.what % 20))),
    }
}

fn of_finding(office: &Office, press: &Press, finding: &finding::Finding) -> Vec<Command> {
    let at = office.moment();
    let (owner, note) = (super::office::PEOPLE[usize::from(press.what % 4)], why);
    let day = office.today().plus_days(i64::from(press.what % 30) + 1);
    let later = over(office);
    let proof = later.get(usize::from(press.which) % later.len().max(1)).copied();
    let onward = match finding.course.phase {
        Stands::Open => vec![F::Assign { owner, due: Some(day) }],
        Stands::Assigned => vec![F::Accept { at, note: note() }],
        Stands::Accepted => vec![F::Start { at }],
        Stands::InProgress if finding.course.implementation.is_none() => {
            vec![F::ReportImplemented { person: owner, at, how: note() }]
        }
        Stands::InProgress => vec![F::CheckImplementation { method: note() }],
        Stands::Implemented => vec![F::StartEffectivenessCheck { expected: Some(day), note: note() }],
        Stands::EffectivenessCheck => {
            proof.map(|proof| F::ConfirmEffective { proof, note: note() }).into_iter().collect()
        }
        Stands::Effective => vec![F::Close { note: note() }],
        Stands::RiskAccepted => vec![F::Resume { reason: note() }],
        Stands::Closed => proof.map(|proof| F::Reopen { reason: note(), proof }).into_iter().collect(),
        Stands::Dropped => Vec::new(),
    };
    if onward.is_empty() {
        return Vec::new();
    }
    let mut ways = vec![
        onward,
        vec![F::MoveDue { to: day, reason: note() }],
        vec![F::Assign { owner, due: None }],
        vec![F::AcceptRisk { until: day, reason: note() }],
        vec![F::RejectImplementation { reason: note() }],
        vec![F::FindIneffective { reason: note(), proof: None }],
        vec![F::Drop { reason: note() }],
    ];
    if let Some(step) = finding.steps.last() {
        ways.insert(1, vec![F::TakeBack { step: step.id, reason: note() }]);
    }
    pick(press, ways).into_iter().map(Command::Finding).collect()
}

/// The emergencies that are over and the tests whose result is approved, newest tests first.
fn over(office: &Office) -> Vec<StreamId> {
    let mut found = office.records(About::Incident);
    found.extend(office.records(About::Drill));
    found.retain(|record| match office.state(*record) {
        Some(State::Incident(incident)) => incident.emergency && !incident.phase.is_running_emergency(),
        Some(State::Drill(drill)) => drill.phase.is_approved(),
        _ => false,
    });
    found.reverse();
    found
}

fn of_notice(office: &Office, press: &Press, notice: &notice::Notice) -> Vec<Command> {
    let at = office.moment();
    let Some(person) = notice.missing().next() else { return Vec::new() };
    if notice.phase() != notice::Phase::Open {
        return Vec::new();
    }
    let other = super::office::PEOPLE[usize::from(press.what % 4)];
    let ways = vec![
        vec![M::Acknowledge { person, way: Way::InProgram, at }],
        vec![M::Acknowledge { person, way: Way::ByHand { said_by: person }, at }],
        vec![M::TakeBack { person: other, reason: why() }],
        vec![M::AskAlso { person: other }],
        vec![M::Excuse { person, reason: why() }],
        vec![M::RecordSending { person, result: Delivery::NoAddress, at, message: String::new() }],
        vec![M::Withdraw { reason: why() }],
    ];
    pick(press, ways).into_iter().map(Command::Notice).collect()
}

/// The report about a record that waits for one, or a new version of one that there is.
fn report(office: &Office, press: &Press) -> Drawn {
    let Answer::Reports(reports) = office.ask(&Question::Reports {}) else { panic!("no reports") };
    let issue = |kind, about, changes: String| {
        let imprint = Imprint { changes, ..Imprint::default() };
        let command = crate::domain::report::Command::Issue {
            kind,
            about,
            language: Language::De,
            approver: super::office::PEOPLE[usize::from(press.what % 4)],
            imprint,
        };
        vec![Command::Report(command)]
    };
    if reports.issued.len() >= PAPERS {
        return (None, Vec::new());
    }
    let emergencies = reports.waiting.iter().map(|row| (ReportKind::PostIncident, row.id));
    let reviews = reports.waiting_reviews.iter().map(|row| (ReportKind::ProcessReview, row.id));
    let tests = reports.waiting_tests.iter().map(|row| (ReportKind::DrTest, row.id));
    let waiting: Vec<_> = reviews.chain(tests).chain(emergencies).collect();
    let again = reports.issued.first().filter(|_| press.what >= ONWARD || waiting.is_empty());
    if let Some(row) = again {
        return (Some(row.report), issue(row.kind, row.about, why()));
    }
    match waiting.get(usize::from(press.which) % waiting.len().max(1)) {
        Some((kind, about)) => (None, issue(*kind, *about, String::new())),
        None => (None, Vec::new()),
    }
}
