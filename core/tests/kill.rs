//! `lotse do` is killed in the middle of its orders, again and again: every order that was answered is in the log, the chain
//! holds, and the read models are those that the log gives. `LOTSE_KILLS` says how often (20 unless told otherwise).
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};

use lotse::app::{App, Entropy, Order};
use lotse::domain::incident::{self, Source};
use lotse::domain::organisation::{self, Language, PersonalData};
use lotse::ids::{OrderId, PersonId};
use lotse::log;
use lotse::time::{Instant, Moment, Zone};
use lotse::workspace::Workspace;
use ring::rand::{SecureRandom, SystemRandom};
use uuid::Uuid;

const ANNA: PersonId = PersonId(Uuid::from_u128(0xa));

struct Random;

impl Entropy for Random {
    fn fill(&self, bytes: &mut [u8]) {
        SystemRandom::new().fill(bytes).unwrap();
    }
}

fn now() -> Instant {
    "2026-05-01T08:00:00Z".parse().unwrap()
}

fn order(n: u128, command: lotse::domain::Command) -> Order {
    Order { id: OrderId(Uuid::from_u128(n)), by: ANNA, record: None, command, batch: None }
}

fn found() -> Order {
    let founder = PersonalData { name: "Anna Berg".into(), email: String::new(), phone: String::new() };
    let (name, zone) = ("Loftware Cloud".into(), "Europe/Berlin".parse().unwrap());
    let found =
        organisation::Command::Found { name, language: Language::De, zone, teams: Vec::new(), founder };
    order(1, lotse::domain::Command::Organisation(found))
}

fn report(n: u128) -> Order {
    let report = incident::Command::Report {
        title: format!("Störung {n}"),
        source: Source::Monitoring,
        noticed: Moment::exact(now(), Zone::UTC),
        impact_start: None,
        severity: None,
        description: "Die Überwachung meldet Zeitüberschreitungen.".repeat(20),
        services: Vec::new(),
    };
    order(n, lotse::domain::Command::Incident(report))
}

/// Sends orders from number `first` on and kills the program after `answers` of them were answered; answers the ids that were.
fn killed(file: &Path, first: u128, answers: usize) -> Vec<OrderId> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lotse"))
        .args(["do", file.to_str().unwrap()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        // The pipe breaks when the program is killed; until then it is always full.
        for n in first..first + 100_000 {
            let line = serde_json::to_string(&report(n)).unwrap();
            if writeln!(input, "{line}").is_err() {
                break;
            }
        }
    });
    let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut answered: Vec<String> = out.by_ref().take(answers).map(Result::unwrap).collect();
    child.kill().unwrap();
    answered.extend(out.map_while(Result::ok));
    child.wait().unwrap();
    writer.join().unwrap();
    // The last line may have been cut by the kill.
    let committed = answered.iter().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    committed.map(|answer| answer["order"].as_str().unwrap().parse().unwrap()).collect()
}

#[test]
fn every_order_that_was_answered_outlives_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Probe.lotse");
    let app = App::new(Workspace::create(&file, None, now()).unwrap(), Box::new(Random)).unwrap();
    app.execute(&found(), now()).unwrap();
    drop(app);
    let kills = std::env::var("LOTSE_KILLS").ok().and_then(|text| text.parse().ok()).unwrap_or(20_usize);
    let mut answered = Vec::new();
    for round in 0..kills {
        let first = 1_000_000 * (round as u128 + 1);
        answered.extend(killed(&file, first, 1 + round * 7 % 12));
    }
    let app = App::new(Workspace::open(&file, None, now()).unwrap(), Box::new(Random)).unwrap();
    let reader = app.workspace().reader().unwrap();
    for id in &answered {
        assert!(!log::read_order(&reader, *id).unwrap().is_empty(), "{id} of {}", answered.len());
    }
    drop(reader);
    let proof = app.prove(now(), None, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(proof.finding, None);
    assert!(answered.len() >= kills, "{} orders were answered", answered.len());
}
