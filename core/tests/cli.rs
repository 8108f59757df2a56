//! The command line as a script sees it: exit codes, answers, and files that it must not touch.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use lotse::workspace::{Key, Workspace};
use serde_json::Value;

const FOUND: &str = r#"{"id":"0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e5f","by":"0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e60",
    "command":{"organisation":{"found":{"name":"Loftware Cloud","language":"de","zone":"Europe/Berlin","teams":[],
    "founder":{"name":"Anna Berg","email":"","phone":""}}}}}"#;

fn lotse(words: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lotse"));
    command.args(words).env("LC_ALL", "en_GB.UTF-8").stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
    child.wait_with_output().unwrap()
}

fn json(output: &Output) -> Value {
    let text = String::from_utf8_lossy(&output.stdout);
    serde_json::from_str(text.lines().next().unwrap_or_default())
        .unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// A founded workspace of one order.
fn founded(folder: &Path) -> PathBuf {
    let file = folder.join("Probe.lotse");
    let now = "2026-05-01T08:00:00Z".parse().unwrap();
    drop(Workspace::create(&file, None, now).unwrap());
    let order = FOUND.replace('\n', "");
    let done = lotse(&["do", file.to_str().unwrap()], &order);
    assert_eq!(code(&done), 0, "{done:?}");
    file
}

#[test]
fn orders_are_answered_in_their_order_and_a_line_that_is_none_is_refused_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = founded(folder.path());
    let file = file.to_str().unwrap();
    let order = FOUND.replace('\n', "");
    let done = lotse(&["do", file], &format!("nonsense\n\n{order}\n"));
    assert_eq!(code(&done), 1);
    let lines: Vec<Value> = String::from_utf8(done.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0].pointer("/fault/code").unwrap(), "notUnderstood");
    assert!(lines[1].get("events").is_some(), "answered from the log: {}", lines[1]);
    let asked = lotse(&["ask", file], "{\"organisation\":{}}\n{\"chain\":{}}\n");
    assert_eq!(code(&asked), 0);
    assert_eq!(json(&asked).pointer("/organisation/name").unwrap(), "Loftware Cloud");
}

#[test]
fn a_workspace_is_proven_and_an_altered_one_is_found_wanting() {
    let folder = tempfile::tempdir().unwrap();
    let file = founded(folder.path());
    let name = file.to_str().unwrap();
    let proven = lotse(&["verify", name, "--json"], "");
    assert_eq!((code(&proven), json(&proven)["fits"].as_bool()), (0, Some(true)), "{proven:?}");
    let paper = lotse(&["verify", name, "--report", name, "--json"], "");
    assert_eq!((code(&paper), json(&paper)["paper"].is_null()), (1, true), "{paper:?}");
    let conn = rusqlite::Connection::open(&file).unwrap();
    conn.execute_batch("DROP TRIGGER event_no_update; UPDATE event SET at_us = at_us + 1 WHERE seq = 1")
        .unwrap();
    conn.close().unwrap();
    let altered = lotse(&["verify", name, "--json"], "");
    let answer = json(&altered);
    assert_eq!(code(&altered), 1);
    assert_eq!(answer.pointer("/finding/code").unwrap(), "eventChanged");
    assert_eq!(answer.pointer("/finding/seq").unwrap(), 1);
    let told = lotse(&["verify", name], "");
    assert!(String::from_utf8(told.stdout).unwrap().starts_with("The particulars of event 1"));
}

#[test]
fn a_backup_is_made_beside_an_open_window_and_brings_a_burnt_workspace_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = founded(folder.path());
    let name = file.to_str().unwrap();
    let window = Workspace::open(&file, None, "2026-05-01T08:00:00Z".parse().unwrap()).unwrap();
    let to = folder.path().join("backups");
    let made = lotse(&["backup", name, "--to", to.to_str().unwrap(), "--json"], "");
    assert_eq!(code(&made), 0, "{made:?}");
    let held = lotse(&["rebuild", name, "--json"], "");
    assert_eq!((code(&held), json(&held).pointer("/fault/code").cloned()), (1, Some("heldBy".into())));
    drop(window);
    std::fs::write(&file, b"burnt").unwrap();
    let refused = lotse(&["verify", name, "--json"], "");
    assert_eq!(json(&refused).pointer("/fault/code").unwrap(), "notAWorkspace");
    let backup = json(&made)["path"].as_str().unwrap().to_owned();
    let restored = lotse(&["restore", &backup, "--to", name, "--json"], "");
    assert_eq!(code(&restored), 0, "{restored:?}");
    let kept = json(&restored)["kept"].as_str().unwrap().to_owned();
    assert_eq!(std::fs::read(kept).unwrap(), b"burnt");
    assert_eq!(code(&lotse(&["verify", name], "")), 0);
    let rebuilt = lotse(&["rebuild", name], "");
    assert_eq!(code(&rebuilt), 0, "{rebuilt:?}");
    assert_eq!(code(&lotse(&["verify", name], "")), 0);
}

#[test]
fn every_task_takes_paths_from_the_folder_in_which_it_is_called() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("Sicherungen ä")).unwrap();
    let here = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lotse"));
        command.current_dir(folder.path()).args(words).env("LC_ALL", "en_GB.UTF-8").stdin(Stdio::null());
        let output = command.output().unwrap();
        assert_eq!(code(&output), 0, "{words:?}: {output:?}");
        output
    };
    here(&["new", "Jahr.lotse", "--organisation", "Loftware Cloud", "--as", "Anna Berg", "--sample"]);
    let made = json(&here(&["backup", "./Jahr.lotse", "--to", "Sicherungen ä", "--json"]));
    std::fs::remove_file(folder.path().join("Jahr.lotse")).unwrap();
    here(&["restore", made["path"].as_str().unwrap(), "--to", "Jahr.lotse"]);
    std::fs::write(folder.path().join("t.csv"), "Nr,Titel,Beginn\n1,Anmeldung weg,2026-02-01T10:00:00Z\n")
        .unwrap();
    here(&["import", "Jahr.lotse", "t.csv", "--as", "Anna Berg"]);
    here(&[
        "report",
        "Jahr.lotse",
        "post-incident",
        "N-2026-006",
        "--out",
        "r.pdf",
        "--issue",
        "--as",
        "Anna Berg",
    ]);
    here(&["rebuild", "Jahr.lotse"]);
    here(&["verify", "Jahr.lotse", "--report", "r.pdf"]);
    here(&["list", "Jahr.lotse", "incidents", "--search", "Anmeldung"]);
}

#[test]
fn an_encrypted_workspace_is_opened_with_the_key_in_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Probe.lotse");
    let name = file.to_str().unwrap();
    let now = "2026-05-01T08:00:00Z".parse().unwrap();
    let workspace = Workspace::create(&file, Some(&Key::passphrase("Elbe am Morgen")), now).unwrap();
    let recovery = workspace.secret().unwrap().recovery().to_string();
    drop(workspace);
    let key = folder.path().join("key");
    assert_eq!(json(&lotse(&["rebuild", name, "--json"], "")).pointer("/fault/code").unwrap(), "needsKey");
    for (words, expected) in [("Elbe am Morgen\n", 0), (recovery.as_str(), 0), ("Elbe am Abend", 1)] {
        std::fs::write(&key, words).unwrap();
        let opened = lotse(&["rebuild", name, "--key-file", key.to_str().unwrap()], "");
        assert_eq!(code(&opened), expected, "{opened:?}");
        assert!(expected == 1 || opened.stderr.is_empty(), "{opened:?}");
    }
}

#[test]
fn a_workspace_with_the_sample_is_whole_as_it_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Jahr.lotse");
    let file = file.to_str().unwrap();
    let made = lotse(&["new", file, "--organisation", "Loftware Cloud", "--as", "Anna Berg", "--sample"], "");
    assert_eq!(code(&made), 0, "{made:?}");
    let proved = lotse(&["verify", file], "");
    assert_eq!(code(&proved), 0, "{proved:?}");
}

#[test]
fn incidents_are_listed_by_the_names_of_the_answer_and_of_one_key_any_value_fits() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Jahr.lotse");
    let file = file.to_str().unwrap();
    let made = lotse(&["new", file, "--organisation", "Loftware Cloud", "--as", "Anna Berg", "--sample"], "");
    assert_eq!(code(&made), 0, "{made:?}");
    let listed = |words: &[&str]| {
        let output = lotse(&[&["list", file, "incidents", "--json"], words].concat(), "");
        assert_eq!(code(&output), 0, "{output:?}");
        json(&output)
    };
    let all = listed(&["--limit", "1000"]);
    let rows = all["items"].as_array().unwrap();
    assert_eq!(all["total"], rows.len());
    let count = |fits: &dyn Fn(&Value) -> bool| rows.iter().filter(|row| fits(row)).count();
    let two = count(&|row| row["phase"] == "closed" || row["phase"] == "followUp");
    assert!(two > count(&|row| row["phase"] == "closed"), "the year has both");
    assert_eq!(listed(&["--where", "phase=closed", "--where", "phase=followUp"])["total"], two);
    assert_eq!(listed(&["--where", "phase=closed,followUp"])["total"], two);
    let open = count(&|row| row["phase"] == "closed" && row["emergency"] == true);
    assert_eq!(listed(&["--where", "phase=closed", "--where", "emergency=true"])["total"], open);
    let first = &rows[0];
    let number = format!("number={}", first["number"].as_str().unwrap());
    assert_eq!(listed(&["--where", &number])["items"][0]["title"], first["title"]);
    assert_eq!(listed(&["--where", "ended=null"])["total"], count(&|row| row["ended"].is_null()));
    let page = listed(&["--where", "ended=null", "--limit", "1", "--offset", "1"]);
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
    for (wrong, named) in [
        ("colour=red", "emergency"),
        ("phase=gone", "declared"),
        ("emergency=maybe", "true"),
        ("service=Nirgends", ","),
        ("from=gestern", "2026-01-31"),
        ("phase", "KEY=VALUE"),
    ] {
        let output = lotse(&["list", file, "incidents", "--where", wrong, "--json"], "");
        assert_eq!(code(&output), 2, "{wrong}: {output:?}");
        let fault = &json(&output)["fault"];
        assert_eq!(fault["code"], "misused", "{wrong}");
        assert!(fault["reason"].as_str().unwrap().contains(named), "{wrong}: {fault}");
    }
}

#[test]
fn findings_are_ordered_listed_and_shown_by_their_number() {
    let folder = tempfile::tempdir().unwrap();
    let file = founded(folder.path());
    let file = file.to_str().unwrap();
    let raise = |title: &str, kind: &str| {
        format!(
            "{{\"command\":{{\"finding\":{{\"raise\":{{\"origin\":\"hand\",\"title\":\"{title}\",\"kind\":\"{kind}\"}}}}}}}}\n"
        )
    };
    let orders = [raise("Notstrom hielt nicht", "major"), raise("Leitfaden fehlt", "minor")].concat();
    let done = lotse(&["do", file, "--as", "Anna Berg"], &orders);
    assert_eq!(code(&done), 0, "{done:?}");
    let listed = |words: &[&str]| json(&lotse(&[&["list", file, "findings", "--json"], words].concat(), ""));
    assert_eq!(listed(&["--limit", "1"])["total"], 2);
    assert_eq!(
        listed(&["--where", "kind=minor", "--where", "phase=open,assigned"])["items"][0]["title"],
        "Leitfaden fehlt"
    );
    assert_eq!(listed(&["--where", "overdue=true"])["total"], 0);
    assert_eq!(listed(&["--search", "notstrom"])["items"][0]["number"], "F-2026-001");
    let wrong = lotse(&["list", file, "findings", "--where", "colour=red", "--json"], "");
    assert_eq!(code(&wrong), 2, "{wrong:?}");
    let shown = lotse(&["show", file, "F-2026-001"], "");
    assert!(String::from_utf8_lossy(&shown.stdout).contains("Notstrom hielt nicht"), "{shown:?}");
    assert_eq!(json(&lotse(&["show", file, "f-2026-2", "--json"], ""))["phase"], "open");
    assert_eq!(code(&lotse(&["show", file, "F-2026-009"], "")), 1);
}

#[test]
fn what_comes_near_is_listed_for_a_person_and_acknowledged_by_an_order() {
    const ANNA: &str = "0190b5f0-7c3e-7cc8-9f7b-0a1b2c3d4e60";
    let folder = tempfile::tempdir().unwrap();
    let file = founded(folder.path());
    let file = file.to_str().unwrap();
    let nothing = lotse(&["inbox", file, "--as", "Anna Berg"], "");
    assert_eq!(code(&nothing), 0, "{nothing:?}");
    assert!(String::from_utf8_lossy(&nothing.stdout).contains("No date within the next 30 days"));
    let day = (chrono::Utc::now() + chrono::TimeDelta::days(5)).date_naive();
    let occasion = serde_json::json!({ "onDemand": { "why": "deficiencyFound", "reason": "Neuer Dienst" } });
    let plan = serde_json::json!({ "plan": { "occasion": occasion, "planned": day, "lead": null } });
    let order = serde_json::json!({ "by": ANNA, "command": { "review": plan } });
    assert_eq!(code(&lotse(&["do", file], &order.to_string())), 0);
    let inbox = json(&lotse(&["inbox", file, "--as", "Anna Berg", "--json"], ""));
    let reminder = &inbox["items"][0]["reminder"];
    assert_eq!((&inbox["waiting"], &reminder["level"]), (&1.into(), &"week".into()), "{inbox}");
    let acknowledge = serde_json::json!({ "acknowledge": { "reminders": [reminder] } });
    let order = serde_json::json!({ "by": ANNA, "command": { "reminder": acknowledge } });
    assert_eq!(code(&lotse(&["do", file], &order.to_string())), 0);
    let said = lotse(&["inbox", file, "--as", "Anna Berg"], "");
    let said = String::from_utf8_lossy(&said.stdout);
    assert!(said.contains("Within 7 days") && said.contains("P-") && said.contains("(noted "), "{said}");
}

#[test]
fn a_folder_of_guides_is_taken_over_listed_shown_printed_and_packed() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let file = founded(folder.path());
    let file = file.to_str().unwrap();
    std::fs::create_dir(path("guides")).unwrap();
    std::fs::write(path("guides/print.md"), "# Print\n\n## 1. Look {#look}\n\nCall.\n").unwrap();
    std::fs::write(path("guides/plan.csv"), "a;b\n1;2\n").unwrap();
    let import =
        |words: &[&str]| lotse(&[&["guide", "import", file, &path("guides"), "--json"], words].concat(), "");
    let would = json(&import(&["--dry-run"]));
    assert_eq!((&would["new"], would["refused"].as_array().unwrap().len()), (&1.into(), 1), "{would}");
    assert_eq!(json(&lotse(&["list", file, "guides", "--json"], ""))["total"], 0, "a dry run writes nothing");
    assert_eq!(json(&import(&["--as", "Anna Berg"]))["new"], 1);
    assert_eq!(json(&import(&["--as", "Anna Berg"]))["unchanged"], 1);
    let listed = json(&lotse(&["list", file, "guides", "--json", "--where", "stage=draft,inReview"], ""));
    assert_eq!(listed["items"][0]["number"], "L-2026-001");
    assert_eq!(code(&lotse(&["list", file, "guides", "--where", "colour=red"], "")), 2);
    let shown = lotse(&["show", file, "L-2026-001", "--speak", "en"], "");
    assert!(String::from_utf8_lossy(&shown.stdout).contains("1. Look"), "{shown:?}");
    let out = path("guide.pdf");
    let report = |words: &[&str]| lotse(&[&["report", file, "guide", "--out", &out], words].concat(), "");
    assert_eq!(code(&report(&["L-2026-001"])), 0);
    assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF"));
    assert_eq!(code(&report(&["L-2026-001", "--version", "7"])), 1, "there is no such version");
    assert_eq!(code(&report(&[])), 2, "of which document");
    assert_eq!(code(&report(&["L-2026-001", "--issue"])), 2, "a guide is not issued");
    let bag = json(&lotse(&["gobag", file, "--out", &path("bag"), "--json"], ""));
    assert_eq!(bag["files"].as_array().unwrap().len(), 3, "no guide is valid: {bag}");
    assert_eq!(code(&lotse(&["gobag", file, "--out", &path("bag")], "")), 1, "what is old is not mixed");
    std::fs::write(path("word"), "secret\n").unwrap();
    let closed = json(&lotse(
        &["gobag", file, "--out", &path("closed"), "--password-file", &path("word"), "--json"],
        "",
    ));
    assert!(std::fs::read(closed["place"].as_str().unwrap()).unwrap().starts_with(b"PK"), "{closed}");
}

#[test]
fn a_paper_says_who_read_it_and_an_older_version_that_there_is_a_newer_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let file = path("Jahr.lotse");
    let made =
        lotse(&["new", &file, "--organisation", "Loftware Cloud", "--as", "Anna Berg", "--sample"], "");
    assert_eq!(code(&made), 0, "{made:?}");
    let papers = json(&lotse(&["list", &file, "reports", "--json"], ""));
    let of_emergency = |paper: &&Value| paper["kind"] == "postIncident";
    let about = papers["items"].as_array().unwrap().iter().find(of_emergency).unwrap();
    let about = about["aboutNumber"].as_str().unwrap();
    let issue = |out: &str, words: &[&str]| {
        let task =
            ["report", &file, "post-incident", about, "--out", out, "--issue", "--as", "Anna Berg", "--json"];
        lotse(&[&task[..], words].concat(), "")
    };
    let nobody = lotse(
        &["report", &file, "post-incident", about, "--out", &path("none.pdf"), "--issue", "--json"],
        "",
    );
    assert_eq!((code(&nobody), &json(&nobody)["fault"]["code"]), (1, &"personNeeded".into()));
    let silent = issue(&path("none.pdf"), &[]);
    assert_eq!((code(&silent), &json(&silent)["fault"]["code"]), (1, &"changesMissing".into()));
    for (name, why) in [("two.pdf", "Beginn berichtigt"), ("three.pdf", "Ursache ergänzt")] {
        let done = issue(
            &path(name),
            &["--changes", why, "--confidentiality", "internal", "--distribution", "Alle"],
        );
        assert_eq!(code(&done), 0, "{done:?}");
    }
    let newest = json(&lotse(&["verify", &file, "--report", &path("three.pdf"), "--json"], ""));
    assert_eq!((&newest["paper"]["version"], &newest["supersededBy"]), (&3.into(), &Value::Null));
    let older = json(&lotse(&["verify", &file, "--report", &path("two.pdf"), "--json"], ""));
    assert_eq!((&older["paper"]["version"], &older["supersededBy"]), (&2.into(), &3.into()));
    std::fs::write(path("strange.pdf"), b"%PDF-1.7 none of ours").unwrap();
    assert_eq!(code(&lotse(&["verify", &file, "--report", &path("strange.pdf")], "")), 1);
}

#[test]
fn today_and_the_register_become_papers_under_the_filters_of_a_list() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let (file, out) = (path("Jahr.lotse"), path("paper.pdf"));
    let made =
        lotse(&["new", &file, "--organisation", "Loftware Cloud", "--as", "Anna Berg", "--sample"], "");
    assert_eq!(code(&made), 0, "{made:?}");
    let paper = |words: &[&str]| {
        let done =
            lotse(&[&["report", &file, "--out", &out, "--json", "--language", "en"], words].concat(), "");
        assert_eq!(code(&done), 0, "{done:?}");
        assert_eq!(json(&done)["issued"], Value::Null);
        let pdf = lopdf::Document::load(&out).unwrap();
        let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
        pages.iter().map(|page| pdf.extract_text(&[*page]).unwrap()).collect::<Vec<_>>().join("\n")
    };
    let today = paper(&["today", "--as", "Anna Berg"]);
    assert!(today.contains("Today") && today.contains("Anna Berg"), "{today}");
    let words = ["--where", "emergency=true", "--where", "ended=null", "--search", "Anmeldung"];
    let listed = lotse(&[&["list", &file, "incidents", "--json"][..], &words].concat(), "");
    let listed = json(&listed)["items"].as_array().unwrap().clone();
    let register = paper(&[&["register"][..], &words].concat());
    for wanted in ["Register", "Emergencies", "Anmeldung", "ended"] {
        assert!(register.contains(wanted), "{wanted} is not in:\n{register}");
    }
    let numbers = register.matches("N-20").count();
    assert_eq!(numbers, listed.len(), "{register}");
    for (words, about) in
        [(["change", "A-2026-001"], "Change request"), (["finding", "F-2026-001"], "T-2026-001")]
    {
        let record = paper(&[&words[..], &["--as", "Anna Berg"]].concat());
        for wanted in [words[1], about, "Anna Berg"] {
            assert!(record.contains(wanted), "{wanted} is not in:\n{record}");
        }
    }
    for strange in [["change", "F-2026-001"], ["finding", "A-2026-001"], ["change", "A-2026-099"]] {
        let done = lotse(&[&["report", &file, "--out", &out][..], &strange].concat(), "");
        assert_eq!(code(&done), 1, "{strange:?}: {done:?}");
    }
    for wrong in [
        &["post-incident"][..],
        &["today", "N-2026-001"],
        &["today", "--where", "emergency=true"],
        &["register", "--issue"],
        &["change"],
        &["finding", "--as", "Anna Berg"],
        &["change", "A-2026-001", "--issue"],
        &["finding", "F-2026-001", "--version", "2"],
        &["register", "--where", "colour=red"],
        &["post-incident", "N-2026-001", "--search", "Druck"],
    ] {
        let done = lotse(&[&["report", &file, "--out", &out][..], wrong].concat(), "");
        assert_eq!(code(&done), 2, "{wrong:?}: {done:?}");
    }
}

#[test]
fn what_is_due_is_told_with_what_made_it_and_the_ledger_with_every_occurrence() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("Jahr.lotse");
    let file = file.to_str().unwrap();
    let made = lotse(&["new", file, "--organisation", "Loftware Cloud", "--as", "Anna Berg", "--sample"], "");
    assert_eq!(code(&made), 0, "{made:?}");
    let told = |words: &[&str]| {
        let output = lotse(words, "");
        assert_eq!(code(&output), 0, "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let rows = json(&lotse(&["due", file, "--kept", "--json"], ""));
    let rows = rows["items"].as_array().unwrap();
    let due = told(&["due", file, "--kept"]);
    assert_eq!(due.lines().filter(|line| line.starts_with("20")).count(), rows.len());
    for wanted in [" CET  ", "late by", "set in the record", "from the emergency's end"] {
        assert!(due.contains(wanted), "{wanted} is not in:\n{due}");
    }
    for row in rows.iter().filter(|row| !row["movedReason"].is_null()) {
        assert!(due.contains(row["movedReason"].as_str().unwrap()) && due.contains("moved from"), "{due}");
    }
    let whole = json(&lotse(&["ledger", file, "--json"], ""));
    let duties = whole["duties"].as_array().unwrap();
    let counts = ["kept", "keptLate", "due", "late", "proofMissing"];
    for duty in duties {
        let of = |row: &&Value| row["duty"] == duty["duty"];
        let count: u64 = counts.iter().map(|name| duty[name].as_u64().unwrap()).sum();
        let occurrences = whole["occurrences"].as_array().unwrap().iter().filter(of).count();
        assert_eq!(count, occurrences as u64, "{duty}");
    }
    assert_eq!(duties[26]["says"]["trigger"], "The end of an emergency is declared.");
    let one = told(&["ledger", file, "--duty", "27"]);
    for wanted in ["Trigger: The end of an emergency is declared.", "Rule: Process review after an emergency"]
    {
        assert!(one.contains(wanted), "{wanted} is not in:\n{one}");
    }
    assert!(told(&["ledger", file]).lines().count() == 66);
}

/// A table as a file, with what an import of it answers.
fn imported(file: &str, folder: &Path, name: &str, text: &str, words: &[&str]) -> Value {
    let table = folder.join(name);
    std::fs::write(&table, text).unwrap();
    let output = lotse(&[&["import", file, table.to_str().unwrap(), "--json"], words].concat(), "");
    assert!(code(&output) < 2, "{output:?}");
    json(&output)
}

#[test]
fn a_table_whose_headings_say_nothing_is_read_by_a_mapping_that_a_person_gives() {
    let folder = tempfile::tempdir().unwrap();
    let file = founded(folder.path());
    let file = file.to_str().unwrap();
    let table = "foo,bar,baz\nx,yes,2026-02-01T10:00:00Z\ny,no,2026-02-02T10:00:00Z\n";
    let refused = imported(file, folder.path(), "t.csv", table, &[]);
    assert_eq!(refused["refused"][0]["reason"], "columnsUnknown", "{refused}");
    assert_eq!(refused["refused"][0]["columns"], "foo, bar, baz");
    let mapping = folder.path().join("mapping.json");
    let roles = [("foo", "id"), ("bar", "title"), ("baz", "impactStart")];
    let columns: Vec<Value> =
        roles.iter().map(|(heading, role)| serde_json::json!({ "heading": heading, "role": role })).collect();
    let meant =
        serde_json::json!({ "source": "own", "shape": "item", "order": "dayFirst", "columns": columns });
    std::fs::write(&mapping, meant.to_string()).unwrap();
    let mapped = ["--mapping", mapping.to_str().unwrap()];
    assert_eq!(imported(file, folder.path(), "t.csv", table, &mapped)["new"], 2);
    assert_eq!(
        imported(file, folder.path(), "t.csv", table, &[])["unchanged"],
        2,
        "the mapping is remembered"
    );
}

#[test]
fn two_records_of_two_sources_become_one_and_both_sources_go_on_telling_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = founded(folder.path());
    let file = file.to_str().unwrap();
    let (one, other) = (
        "Nr,Titel,Beginn\n1,Anmeldung weg,2026-02-01T10:00:00Z\n",
        "Nr,Titel,Beginn\nA,Login down,2026-02-01T10:01:00Z\n",
    );
    assert_eq!(imported(file, folder.path(), "unser.csv", one, &[])["new"], 1);
    assert_eq!(imported(file, folder.path(), "anbieter.csv", other, &[])["new"], 1);
    let joined = lotse(&["join", file, "N-2026-001", "N-2026-002", "--json"], "");
    assert_eq!(code(&joined), 0, "{joined:?}");
    assert_eq!(imported(file, folder.path(), "unser.csv", one, &[])["unchanged"], 1);
    assert_eq!(imported(file, folder.path(), "anbieter.csv", other, &[])["unchanged"], 1);
    let listed = json(&lotse(&["list", file, "incidents", "--json"], ""));
    assert_eq!((&listed["total"], &listed["items"][0]["title"]), (&1.into(), &"Anmeldung weg".into()));
    assert_eq!(code(&lotse(&["join", file, "N-2026-001", "N-2026-001"], "")), 1);
    assert_eq!(code(&lotse(&["join", file, "N-2026-001"], "")), 2);
    let proof = lotse(&["verify", file], "");
    assert_eq!(code(&proof), 0, "{proof:?}");
}

#[test]
fn misuse_is_told_from_refusal_and_help_speaks_the_language() {
    assert_eq!(code(&lotse(&["verify"], "")), 2);
    assert_eq!(code(&lotse(&["conjure"], "")), 2);
    let missing = lotse(&["verify", "/nowhere/Probe.lotse"], "");
    assert_eq!((code(&missing), missing.stdout.len()), (1, 0));
    let help = lotse(&["verify", "--speak", "de", "--help"], "");
    assert_eq!(code(&help), 0);
    assert!(String::from_utf8(help.stdout).unwrap().contains("Die Arbeitsmappe oder eine Sicherung"));
    let schema = lotse(&["schema"], "");
    assert!(json(&schema).get("order").is_some());
}

#[test]
fn an_action_plan_comes_from_markdown_goes_out_as_a_spreadsheet_and_comes_back_into_its_open_version() {
    let folder = tempfile::tempdir().unwrap();
    let file = founded(folder.path());
    let file = file.to_str().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(path("plan.md"), "# Ausfall\n\n## 1 Abschalten\n\n## 2 Prüfen\n- Dauer: bald\n").unwrap();
    let would = lotse(&["import", file, &path("plan.md"), "--plan", "--dry-run", "--json"], "");
    assert_eq!((code(&would), json(&would)["number"].is_null()), (1, true), "{would:?}");
    let taken = lotse(&["import", file, &path("plan.md"), "--plan", "--json"], "");
    assert_eq!(code(&taken), 1, "something was not taken as it stands");
    assert_eq!(json(&taken)["number"], "K-2026-001");
    assert_eq!(json(&taken).pointer("/problems/0/place").unwrap(), "plan.md:6");
    let (sheet, to) = (path("plan.xlsx"), "K-2026-001");
    assert_eq!(code(&lotse(&["plan", file, to, "--out", &sheet, "--language", "en"], "")), 0);
    let again = lotse(&["import", file, &sheet, "--plan", "--into", to, "--json"], "");
    assert_eq!((code(&again), json(&again)["steps"].as_u64()), (0, Some(2)), "{again:?}");
    let shown = json(&lotse(&["show", file, to, "--json"], ""));
    assert_eq!(shown["version"], 1, "what came back is what went out: nothing was written");
    let listed =
        lotse(&["list", file, "plans", "--where", "stage=draft", "--search", "ausfall", "--json"], "");
    assert_eq!(json(&listed)["total"], 1, "{listed:?}");
    let none = lotse(&["list", file, "plans", "--where", "stage=approved", "--json"], "");
    assert_eq!(json(&none)["total"], 0);
    let misused = lotse(&["list", file, "drills", "--where", "colour=red", "--json"], "");
    assert_eq!(code(&misused), 2, "{misused:?}");
}
