//! The same papers, codes and files on the command line.

use std::path::Path;
use std::process::{Command as Process, Output};

use lotse::app::App;
use lotse::ids::RecordRef;
use lotse::time::Instant;
use lotse::workspace::Workspace;
use serde_json::Value;

use super::changes::delegated;
use super::notices::told;
use super::steps::{approved, scheduled, steps_of};
use super::year::Counted;
use super::{conforms, extracted, now, year, year_of};

fn lotse(words: &[&str]) -> Output {
    Process::new(env!("CARGO_BIN_EXE_lotse")).args(words).env("LC_ALL", "de_DE.UTF-8").output().unwrap()
}

fn done(words: &[&str]) -> String {
    let output = lotse(words);
    assert_eq!(output.status.code(), Some(0), "{words:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn refused(words: &[&str], because: &str) {
    let output = lotse(words);
    assert_eq!(output.status.code(), Some(1), "{words:?}: {output:?}");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains(because), "{said}");
}

fn path(folder: &Path, name: &str) -> String {
    folder.join(name).display().to_string()
}

#[test]
fn steps_are_printed_and_entered_by_their_codes() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let plan = approved(&app, anna);
    scheduled(&app, anna, &plan);
    let codes = steps_of(&plan);
    drop(app);
    let (file, out) = (path(folder.path(), "Jahr.lotse"), path(folder.path(), "steps.pdf"));
    for words in [["plan", "K-2026-002"], ["steps", "T-2026-003"]] {
        done(&["report", &file, words[0], words[1], "--out", &out, "--as", "Anna Berg"]);
        let bytes = std::fs::read(&out).unwrap();
        conforms(&bytes);
        assert!(extracted(&bytes).concat().contains(&codes[0]));
    }
    let enter = |code: &str| {
        let words = ["enter", &file, "T-2026-003", code, "passed", "--begun", "2026-11-21T20:20", "--ended"];
        [&words[..], &["2026-11-21T20:30", "--as", "Anna Berg"]]
            .concat()
            .into_iter()
            .map(str::to_owned)
            .collect()
    };
    let words: Vec<String> = enter(&codes[0]);
    refused(&words.iter().map(String::as_str).collect::<Vec<_>>(), "läuft");
    let start = r#"{"id":"0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e5f","by":"BY","record":"T-2026-003","command":{"drill":{"start":{"when":{"at":{"at":"2026-11-21T19:14:00Z","zone":"Europe/Berlin","precision":"exact"},"tick":null}}}}}"#;
    let orders = path(folder.path(), "orders");
    std::fs::write(&orders, start.replace("BY", &anna.to_string())).unwrap();
    let started = Process::new(env!("CARGO_BIN_EXE_lotse"))
        .args(["do", &file])
        .stdin(std::fs::File::open(&orders).unwrap())
        .output()
        .unwrap();
    assert!(started.status.success(), "{started:?}");
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    assert!(done(&words).contains("Teilnehmende begrüßen und Regeln erklären"));
    assert!(done(&words).contains("war schon so eingetragen"));
    let wrong: Vec<String> = enter("1-0000");
    refused(&wrong.iter().map(String::as_str).collect::<Vec<_>>(), "1-0000");
    let misused = lotse(&["report", &file, "steps", "--out", &out]);
    assert_eq!(misused.status.code(), Some(2), "{misused:?}");
}

#[test]
fn a_slip_goes_out_with_its_package_and_comes_back_by_its_code() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let record = delegated(&app, anna);
    let code = super::changes::change(&app, record).slip_code.clone().unwrap();
    let number = super::changes::change(&app, record).number.clone();
    drop(app);
    let (file, key) = (path(folder.path(), "Jahr.lotse"), path(folder.path(), "key"));
    std::fs::write(&key, "07".repeat(32)).unwrap();
    let (out, slip) = (path(folder.path(), "a.lotse-delegation"), path(folder.path(), "a.pdf"));
    let said = done(&["handover", &file, &number, "--out", &out, "--slip", &slip, "--device-key", &key]);
    assert!(said.contains("a.lotse-delegation") && said.contains("a.pdf"), "{said}");
    let paper = std::fs::read(&slip).unwrap();
    conforms(&paper);
    assert!(extracted(&paper).concat().contains(&code));
    refused(
        &["answer", &file, &format!("{number}-0000"), "accepted", "--as", "Anna Berg"],
        "gehört zu keiner Delegation",
    );
    refused(
        &["answer", &file, &code, "refused", "--said-by", "Jonas Keller", "--as", "Anna Berg"],
        "Es fehlt",
    );
    let small = code.to_lowercase();
    let words = ["answer", &file, &small, "other-day", "--day", "2030-01-15", "--reason", "Jahresendsperre"];
    let told = done(&[&words[..], &["--said-by", "Jonas Keller", "--as", "Anna Berg", "--json"]].concat());
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told.pointer("/answer/otherDay/day").unwrap(), "2030-01-15");
}

#[test]
fn a_notice_is_printed_and_goes_by_file_to_people_of_another_workspace() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let (home, anna) = year(folders[0].path());
    told(&home, anna);
    drop(home);
    let (there, _) = year_of(folders[1].path(), 1_000_000);
    drop(there);
    let (file, other) = (path(folders[0].path(), "Jahr.lotse"), path(folders[1].path(), "Jahr.lotse"));
    let (key, out) = (path(folders[0].path(), "key"), path(folders[0].path(), "m.pdf"));
    std::fs::write(&key, "07".repeat(32)).unwrap();
    done(&["report", &file, "notice", "M-2026-006", "--out", &out, "--language", "en"]);
    assert!(extracted(&std::fs::read(&out).unwrap()).concat().contains("not acknowledged yet"));
    let (package, answer) =
        (path(folders[0].path(), "m.lotse-notice"), path(folders[1].path(), "m.lotse-answer"));
    done(&["handover", &file, "M-2026-006", "--out", &package, "--device-key", &key]);
    let opened = done(&["open-answer", &other, &package, "--as", "Anna Berg", "--json"]);
    let opened: Value = serde_json::from_str(opened.lines().next().unwrap()).unwrap();
    assert_eq!(opened["outcome"], "noticeOpened");
    let here = opened["number"].as_str().unwrap().to_owned();
    refused(&["handover", &other, &here, "--out", &answer, "--device-key", &key], "");
    let chance = Box::new(Counted(std::sync::atomic::AtomicU64::new(5_000_000)));
    let app = App::new(Workspace::open(Path::new(&other), None, now()).unwrap(), chance).unwrap();
    let record: RecordRef = here.parse().unwrap();
    let at = Instant::from_utc(chrono::Utc::now()).unwrap();
    super::across::acknowledges(&app, super::steps::person(&app, "Petra Lindner"), record, at);
    drop(app);
    done(&["handover", &other, &here, "--out", &answer, "--device-key", &key]);
    let back = done(&["open-answer", &file, &answer, "--as", "Anna Berg"]);
    assert!(back.contains("Eine Bestätigung von Loftware Cloud bei M-2026-006 eingetragen"), "{back}");
    assert!(done(&["open-answer", &file, &answer, "--as", "Anna Berg"]).contains("schon übernommen"));
}
