//! A program that writes is killed in the middle, again and again: what it had acknowledged is there, and the next one opens
//! the workspace at once. `LOTSE_KILLS` says how often (1,000 for a release).
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::io::{BufRead, BufReader, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use lotse::log;
use lotse::workspace::Workspace;
use lotse_tests::scribe::{self, Dice};

const FILE: &str = "LOTSE_TEST_FILE";

/// The program that is killed: not a test, it runs only as a child of the one below.
#[test]
#[ignore = "writes for ever; started by the test below"]
fn child_that_writes() {
    let Ok(file) = std::env::var(FILE) else { return };
    let workspace = Workspace::open(Path::new(&file), None, scribe::now()).unwrap();
    let head = log::head(&workspace.reader().unwrap()).unwrap();
    let mut out = std::io::stdout();
    for n in head.map_or(0, |head| head.seq) + 1.. {
        let stored = scribe::write(&workspace, n).unwrap();
        writeln!(out, "\nacknowledged {} {:?}", stored.seq, stored.hash).unwrap();
        out.flush().unwrap();
    }
}

fn start(file: &Path) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "child_that_writes", "--ignored", "--nocapture", "--test-threads=1"]);
    command.env(FILE, file).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// Kills the child after it acknowledged `lines` events and so many turns of a loop more; answers the last acknowledgement
/// that came through.
fn kill(mut child: Child, lines: u64, turns: u64) -> String {
    let mut last = String::new();
    let mut heard = 0;
    let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
    while heard < lines {
        let line = out.next().expect("the child writes for ever").unwrap();
        if let Some(acknowledged) = line.strip_prefix("acknowledged ") {
            last = acknowledged.to_owned();
            heard += 1;
        }
    }
    (0..turns).for_each(|_| std::hint::spin_loop());
    child.kill().unwrap();
    // What it had said before it died was acknowledged as well; the last line may be cut.
    let mut rest: Vec<String> = out.map_while(Result::ok).collect();
    if rest.last().is_some_and(|line| !line.ends_with(']')) {
        rest.pop();
    }
    let later = rest.iter().rev().find_map(|line| line.strip_prefix("acknowledged "));
    last = later.map_or(last, str::to_owned);
    child.wait().unwrap();
    last
}

#[test]
fn nothing_that_was_acknowledged_is_lost_when_the_program_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Probe.lotse");
    drop(Workspace::create(&file, None, scribe::now()).unwrap());
    let mut dice = Dice(0x5eed);
    let mut openings = Vec::new();
    let mut events = 0;
    let kills = scribe::times("LOTSE_KILLS", 60);
    for _ in 0..kills {
        let (lines, turns) = (1 + dice.below(12), dice.below(60_000));
        let last = kill(start(&file), lines, turns);
        let begin = Instant::now();
        let workspace = Workspace::open(&file, None, scribe::now()).unwrap();
        let reader = workspace.reader().unwrap();
        events = log::head(&reader).unwrap().unwrap().seq;
        openings.push(begin.elapsed());
        let (seq, hash) = last.split_once(' ').unwrap();
        let stored = log::read::hash_at(&reader, seq.parse().unwrap()).unwrap();
        assert_eq!(format!("{:?}", stored.unwrap()), hash, "event {seq} of {events}");
        let report = log::verify(&reader, &mut |_, _| ControlFlow::Continue(())).unwrap();
        assert_eq!((report.misfit, report.events), (None, events));
    }
    openings.sort_unstable();
    let slowest = openings[openings.len() * 99 / 100];
    println!("{kills} kills, {events} events, 99 % opened again within {slowest:.1?}");
    assert!(slowest < Duration::from_millis(250), "{slowest:?}");
}
