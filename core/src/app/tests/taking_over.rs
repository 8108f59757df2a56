//! Imports into a real workspace: what is new, what changed, what is left alone; undone, joined, stopped.

use std::ops::ControlFlow;
use std::path::Path;

use super::*;
use crate::importers::opening::{SourceFile, open};
use crate::importers::rule::EmergencyRule;
use crate::importers::{Options, Reading, Unwatched, files};

fn read(desk: &Desk, text: &str) -> Reading {
    let file = SourceFile { name: "page.json".into(), bytes: text.as_bytes().to_vec() };
    desk.app
        .read_source(&open("page.json", vec![file]), &Options::new(Zone::UTC), &Unwatched)
        .unwrap()
        .unwrap()
}

fn import_reading(desk: &Desk, reading: &Reading, rule: &str) -> Outcome {
    let rule: EmergencyRule = rule.parse().unwrap();
    let import = Import { by: ANNA, file: "page.json", rule: &rule, reading };
    let dry = desk.app.check_import(&import, now(), &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
    let done = desk.app.import(&import, now(), &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
    assert_eq!(
        (dry.new, dry.changed, dry.unchanged),
        (done.new, done.changed, done.unchanged),
        "the dry run says it"
    );
    assert_eq!((dry.emergencies, dry.batch), (done.emergencies, None));
    done
}

fn import(desk: &Desk, text: &str) -> Outcome {
    import_reading(desk, &read(desk, text), "keyword or impact>=critical")
}

fn counts(outcome: &Outcome) -> (u32, u32, u32, usize) {
    (outcome.new, outcome.changed, outcome.unchanged, outcome.refused.len())
}

fn page(title: &str, status: &str, end: &str, updates: &str) -> String {
    format!(
        r#"{{"page":{{"id":"p1"}},"incidents":[
        {{"id":"a","name":"{title}","status":"{status}","impact":"major","created_at":"2026-04-01T08:05:00Z","started_at":"2026-04-01T08:00:00Z",
         "resolved_at":{end},"updated_at":"2026-04-01T09:00:00Z","incident_updates":[{updates}]}},
        {{"id":"b","name":"[Notfall] Disks lost","status":"resolved","impact":"critical","created_at":"2026-03-01T08:05:00Z","started_at":"2026-03-01T08:00:00Z",
         "resolved_at":"2026-03-01T12:00:00Z","incident_updates":[{{"id":"b1","status":"resolved","body":"<p>Back</p>","display_at":"2026-03-01T12:00:00Z"}}]}},
        {{"name":"no id"}}]}}"#
    )
}

const FIRST: &str =
    r#"{"id":"a1","status":"investigating","body":"We look","display_at":"2026-04-01T08:10:00Z"}"#;
const SECOND: &str = r#"{"id":"a2","status":"resolved","body":"Fixed","display_at":"2026-04-01T09:00:00Z"},
    {"id":"a1","status":"investigating","body":"We look closely","display_at":"2026-04-01T08:10:00Z"}"#;

fn open_page() -> String {
    page("Logins fail", "investigating", "null", FIRST)
}

fn closed_page() -> String {
    page("Logins and tokens fail", "resolved", "\"2026-04-01T09:00:00Z\"", SECOND)
}

fn registered(desk: &Desk) -> Vec<(String, Phase, bool, Option<String>)> {
    let query = RegisterQuery { withdrawn: false, ..RegisterQuery::default() };
    let Answer::Register(page) = desk.app.query(&Question::Register(Box::new(query)), now()).unwrap() else {
        panic!("no register")
    };
    page.items
        .into_iter()
        .map(|row| (row.title, row.phase, row.emergency, row.restored.map(|at| at.to_string())))
        .collect()
}

fn record_of(desk: &Desk, title: &str) -> StreamId {
    let query = RegisterQuery::default();
    let Answer::Register(page) = desk.app.query(&Question::Register(Box::new(query)), now()).unwrap() else {
        panic!("no register")
    };
    page.items.iter().find(|row| row.title == title).unwrap().id
}

#[test]
fn the_same_source_again_brings_nothing_new() {
    let desk = Desk::founded();
    let first = import(&desk, &open_page());
    assert_eq!((counts(&first), first.emergencies), ((2, 0, 0, 1), 1));
    assert_eq!(first.number.map(|number| number.to_string()).as_deref(), Some("I-2026-001"));
    let second = import(&desk, &open_page());
    assert_eq!((counts(&second), second.batch), ((0, 0, 2, 1), None));
}

#[test]
fn a_source_that_went_on_changes_only_what_changed_there() {
    let desk = Desk::founded();
    import(&desk, &open_page());
    assert_eq!(counts(&import(&desk, &closed_page())), (0, 1, 1, 1));
    let end = Some("2026-04-01T09:00:00Z".to_owned());
    assert_eq!(registered(&desk)[0], ("Logins and tokens fail".into(), Phase::Closed, false, end));
    let view = desk.view(record_of(&desk, "Logins and tokens fail"));
    let told: Vec<_> = view.entries.iter().filter(|entry| entry.outside.is_some()).collect();
    assert_eq!(told.len(), 2, "the new update is appended, nothing twice");
    assert_eq!(told[0].corrected.len(), 1, "the changed text is a correction that keeps the old one");
    assert_eq!(counts(&import(&desk, &closed_page())), (0, 0, 2, 1));
}

#[test]
fn what_people_corrected_is_not_overwritten_by_a_source_that_says_the_same_as_before() {
    let desk = Desk::founded();
    import(&desk, &open_page());
    let record = record_of(&desk, "Logins fail");
    desk.tell(record, incident::Command::Retitle { title: "Anmeldung gestört".into() });
    assert_eq!(counts(&import(&desk, &open_page())), (0, 0, 2, 1));
    assert_eq!(desk.view(record).title, "Anmeldung gestört");
}

#[test]
fn what_people_corrected_stays_when_the_source_says_something_new_and_the_news_is_noted() {
    let desk = Desk::founded();
    import(&desk, &open_page());
    let record = record_of(&desk, "Logins fail");
    desk.tell(record, incident::Command::Retitle { title: "Anmeldung gestört".into() });
    assert_eq!(counts(&import(&desk, &closed_page())), (0, 1, 1, 1));
    let view = desk.view(record);
    assert_eq!((view.title.as_str(), view.phase), ("Anmeldung gestört", Phase::Closed));
    let dirt = view.taken_over.unwrap().dirt;
    assert!(
        dirt.iter().any(|one| one.code == "ownWord" && one.value == "Logins and tokens fail"),
        "{dirt:?}"
    );
    assert_eq!(counts(&import(&desk, &closed_page())), (0, 0, 2, 1));
}

#[test]
fn an_older_copy_of_a_source_takes_nothing_back() {
    let desk = Desk::founded();
    import(&desk, &closed_page());
    let before = registered(&desk);
    let older = open_page().replace("09:00:00Z", "08:30:00Z");
    assert_eq!(counts(&import(&desk, &older)), (0, 0, 2, 1));
    assert_eq!(registered(&desk), before);
    let late =
        r#"{"id":"a0","status":"investigating","body":"Overlooked","display_at":"2026-04-01T08:06:00Z"}"#;
    let older = page("Logins fail", "investigating", "null", late).replace("09:00:00Z", "08:30:00Z");
    assert_eq!(counts(&import(&desk, &older)), (0, 1, 1, 1), "what it alone knows is added");
    assert_eq!(registered(&desk), before);
}

#[test]
fn an_emergency_by_the_rule_is_one_and_its_original_texts_are_evidence() {
    let desk = Desk::founded();
    import(&desk, &closed_page());
    let view = desk.view(record_of(&desk, "[Notfall] Disks lost"));
    assert!(view.emergency);
    assert_eq!(view.evidence.len(), 1);
    assert_eq!(desk.app.evidence(view.evidence[0].hash).unwrap(), b"<p>Back</p>");
}

#[test]
fn a_batch_that_is_undone_leaves_the_register_as_it_was_and_can_be_imported_again() {
    let desk = Desk::founded();
    let first = import(&desk, &open_page());
    let before = registered(&desk);
    let second = import(&desk, &closed_page());
    let undone =
        desk.app.undo_import(second.batch.unwrap(), ANNA, now(), &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(undone, Some(Undone { records: 1, kept: 0 }));
    assert_eq!(registered(&desk), before);
    let again = desk.app.undo_import(second.batch.unwrap(), ANNA, now(), &mut |_| ControlFlow::Continue(()));
    assert!(matches!(again, Err(Fault::Refused(Refusal::Batch(_)))), "a batch is undone once");
    assert_eq!(counts(&import(&desk, &closed_page())), (0, 1, 1, 1), "what was undone is news again");
    let third =
        desk.app.undo_import(first.batch.unwrap(), ANNA, now(), &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(third, Some(Undone { records: 1, kept: 1 }), "what changed since is left");
    assert_eq!(
        counts(&import(&desk, &closed_page())),
        (1, 0, 1, 1),
        "a record that was taken back comes back"
    );
    assert_eq!(registered(&desk).len(), 2);
}

#[test]
fn an_import_that_is_stopped_leaves_nothing_behind() {
    let desk = Desk::founded();
    let reading = read(&desk, &open_page());
    let rule = EmergencyRule::default();
    let import = Import { by: ANNA, file: "page.json", rule: &rule, reading: &reading };
    let before = desk.rows();
    let stop = &mut |done| if done > 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
    assert_eq!(desk.app.import(&import, now(), stop).unwrap(), None);
    assert_eq!(desk.rows(), before);
}

/// A status page of so many incidents, each named by its place.
fn long_page(places: impl Iterator<Item = usize>) -> String {
    let incidents: Vec<String> = places
        .map(|place| {
            format!(
                r#"{{"id":"i{place}","name":"Incident {place}","status":"resolved","impact":"minor","created_at":"2026-04-01T08:05:00Z",
                "resolved_at":"2026-04-01T09:00:00Z","incident_updates":[]}}"#
            )
        })
        .collect();
    format!(r#"{{"page":{{"id":"p1"}},"incidents":[{}]}}"#, incidents.join(","))
}

#[test]
fn a_long_source_of_new_and_known_records_is_numbered_without_a_gap_in_its_own_order() {
    let desk = Desk::founded();
    let known: Vec<usize> = (0..900).filter(|place| place % 290 == 7).collect();
    assert_eq!(counts(&import(&desk, &long_page(known.iter().copied()))), (4, 0, 0, 0));
    assert_eq!(counts(&import(&desk, &long_page(0..900))), (896, 0, 4, 0));
    let place = |stream: StreamId| -> usize { desk.view(stream).outside[0].id[1..].parse().unwrap() };
    let (mut numbers, mut in_log) = (Vec::new(), Vec::new());
    let records = {
        let reader = desk.app.workspace().reader().unwrap();
        crate::log::read_after(&reader, 0, 10_000).unwrap()
    };
    for event in records.iter().filter(|event| event.kind == "incident.takenOver") {
        in_log.push(place(event.stream));
        numbers.push(desk.view(event.stream).number);
    }
    let new = (0..900).filter(|place| !known.contains(place));
    assert_eq!(in_log, known.iter().copied().chain(new).collect::<Vec<_>>());
    assert_eq!(numbers, (1..=900).map(|count| format!("N-2026-{count:03}")).collect::<Vec<_>>());
    let incremental = desk.rows();
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), incremental, "what is made anew is what was written, the counts too");
}

#[test]
fn two_records_of_two_sources_are_joined_and_both_sources_tell_the_one() {
    let desk = Desk::founded();
    import(&desk, &open_page());
    let other = r#"[{"id":"g1","begin":"2026-04-01T08:01:00+00:00","created":"2026-04-01T08:20:00+00:00","external_desc":"Identity is down","severity":"high",
        "service_name":"Identity","updates":[{"created":"2026-04-01T08:20:00+00:00","text":"We know","status":"SERVICE_OUTAGE"}]}]"#;
    assert_eq!(counts(&import(&desk, other)), (1, 0, 0, 0));
    let (kept, joined) = (record_of(&desk, "Logins fail"), record_of(&desk, "Identity is down"));
    desk.app.join(RecordRef::Id(kept), RecordRef::Id(joined), ANNA, now()).unwrap();
    assert_eq!(registered(&desk).len(), 2);
    let view = desk.view(kept);
    assert_eq!(
        (view.outside.len(), view.entries.iter().filter(|entry| entry.outside.is_some()).count()),
        (2, 2)
    );
    assert_eq!(
        counts(&import(&desk, other)),
        (0, 0, 1, 0),
        "the joined source finds the record that was kept"
    );
    let more = other.replace(
        "\"updates\":[",
        "\"updates\":[{\"created\":\"2026-04-01T08:40:00+00:00\",\"text\":\"Repaired\"},",
    );
    assert_eq!(counts(&import(&desk, &more)), (0, 1, 0, 0));
    assert_eq!(desk.view(kept).title, "Logins fail", "the source that came first leads");
    let incremental = desk.rows();
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), incremental, "what is made anew is what was written");
}

#[test]
fn who_may_not_record_may_not_import() {
    let desk = Desk::founded();
    let reading = read(&desk, &open_page());
    let rule = EmergencyRule::default();
    let import = Import { by: STRANGER, file: "page.json", rule: &rule, reading: &reading };
    let refused = desk.app.import(&import, now(), &mut |_| ControlFlow::Continue(()));
    assert!(matches!(refused, Err(Fault::Refused(Refusal::Rights(_)))));
}

#[test]
fn the_zone_of_a_source_is_asked_once() {
    let desk = Desk::founded();
    let text = "Nr;Titel;Beginn\n1;Ausfall;01.02.2026 10:00\n2;Störung;02.02.2026 10:00\n";
    assert!(read(&desk, text).zone_need.is_some());
    let options = Options { zone: Some("Europe/Berlin".parse().unwrap()), ..Options::new(Zone::UTC) };
    desk.app.remember_source(&options, &read(&desk, text)).unwrap();
    let later = read(&desk, text);
    assert_eq!(later.zone_need, None);
    assert_eq!(
        later.items[0].moments.impact_start.map(|moment| moment.at.to_string()).as_deref(),
        Some("2026-02-01T09:00:00Z")
    );
}

/// The real histories, which are no part of the repository; passed over and named where they are not there.
#[test]
fn real_histories_come_in_once_and_a_second_time_change_nothing() {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data");
    let folder = std::env::var_os("LOTSE_DATA").map_or(beside, Into::into);
    let desk = Desk::founded();
    let after: Instant = "2026-11-22T08:00:00Z".parse().unwrap();
    for (name, expected) in [
        ("digitalocean-statuspage-union/incidents.json", 718),
        ("digitalocean-statuspage-union/scheduled-maintenances.json", 244),
        ("azure-service-health-events/events-sdk.masked.json", 20),
        ("jenkins-infra-status", 297),
        ("azure-monitor-alert-samples", 7),
        ("alert-webhook-fixtures", 12),
    ] {
        let path = folder.join(name);
        if !path.exists() {
            eprintln!("passed over: {name} is not here");
            continue;
        }
        for (new, unchanged) in [(expected, 0), (0, expected)] {
            let opened = files::read(&path, &Unwatched).unwrap().unwrap();
            let reading =
                desk.app.read_source(&opened, &Options::new(Zone::UTC), &Unwatched).unwrap().unwrap();
            let rule = EmergencyRule::default();
            let import = Import { by: ANNA, file: name, rule: &rule, reading: &reading };
            let done = desk.app.import(&import, after, &mut |_| ControlFlow::Continue(())).unwrap().unwrap();
            assert_eq!((done.new, done.changed, done.unchanged), (new, 0, unchanged), "{name}");
        }
    }
}
