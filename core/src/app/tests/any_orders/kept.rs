//! What was approved, as its view showed it when it was: not a byte of it changes, whatever is ordered afterwards. What may
//! follow is left out by name.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::*;
use super::office::Office;
use crate::domain::State;
use crate::domain::plan::Stage;

/// What of the view of a test is not part of its approved result.
const OF_A_TEST: [&str; 11] = [
    // Who reads it, and how people are called today.
    "possible",
    "people",
    // That it was analysed, reported and closed is written down afterwards.
    "reviews",
    "reports",
    "phase",
    "path",
    "version",
    "changed",
    // A duty of the rules and of later tests, not of the result.
    "retest",
    "retestDuty",
    // What is still missing before it can be handed in: nothing is handed in any more.
    "resultGaps",
];

/// What was approved, by record and part, as JSON.
#[derive(Default)]
pub struct Kept(BTreeMap<(StreamId, String), String>);

impl Kept {
    /// Holds what is approved of a record now against what was, and keeps what is new.
    pub fn watch(&mut self, office: &Office, record: StreamId) {
        let now = approved(office, record);
        for ((_, part), was) in
            self.0.range((record, String::new())..).take_while(|((of, _), _)| *of == record)
        {
            let is = now.get(part).map(ToString::to_string);
            let lost = is.is_none() && declined(office, record);
            assert!(
                lost || is.as_ref() == Some(was),
                "{record} {part}\nwas {was}\nis  {is:?}\n{}",
                office.told()
            );
        }
        self.0.retain(|(of, part), _| *of != record || now.contains_key(part));
        self.0.extend(now.into_iter().map(|(part, value)| ((record, part), value.to_string())));
    }

    /// Holds every record of which something was approved against what was.
    pub fn watch_all(&mut self, office: &Office) {
        let records: std::collections::BTreeSet<StreamId> =
            self.0.keys().map(|(record, _)| *record).collect();
        for record in records {
            self.watch(office, record);
        }
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }
}

/// Whether a change lost its approval: the team refused it, so that it is decided anew, or it was never taken up.
fn declined(office: &Office, record: StreamId) -> bool {
    matches!(office.state(record), Some(State::Change(change)) if !change.approved)
}

/// What is approved of a record, by its part.
fn approved(office: &Office, record: StreamId) -> BTreeMap<String, Value> {
    let of = RecordRef::Id(record);
    let mut found = BTreeMap::new();
    match office.state(record) {
        Some(State::Review(_)) => {
            let Answer::Review(view) = office.ask(&Question::Review { record: of, by: None }) else {
                panic!()
            };
            for version in &view.versions {
                let mut value = json!(version);
                // Who was informed of it is written down afterwards.
                value.as_object_mut().unwrap().remove("informed").unwrap();
                found.insert(format!("version {}", version.version), value);
            }
        }
        Some(State::Plan(_)) => {
            let Answer::Plan(view) = office.ask(&Question::Plan { record: of, by: None }) else { panic!() };
            let approved = view.versions.iter().filter(|version| version.stage == Stage::Approved);
            found.extend(approved.map(|version| (format!("version {}", version.number), json!(version))));
        }
        Some(State::Drill(drill)) if drill.phase.is_approved() => {
            let question = Question::Drill { record: of, by: None, tick: None };
            let Answer::Drill(view) = office.ask(&question) else { panic!() };
            let mut value = json!(view);
            for left_out in OF_A_TEST {
                value.as_object_mut().unwrap().remove(left_out).unwrap_or_else(|| panic!("{left_out}"));
            }
            found.insert("result".to_owned(), value);
        }
        Some(State::Change(change)) if change.approved => {
            let Answer::Change(view) = office.ask(&Question::Change { record: of, by: None }) else {
                panic!()
            };
            // How it is carried out follows; what was decided does not move.
            let value = json!([view.number, view.origin, view.text, view.authors, view.approvals]);
            found.insert(format!("decision {}", view.approvals.len()), value);
        }
        Some(State::Guide(guide)) => found.extend(versions(office, record, &guide)),
        Some(State::Report(report)) => {
            for version in &report.versions {
                // Its bytes are proved by their hash when they are read.
                let bytes = office.home.app.evidence(version.hash).unwrap();
                let value = json!([report.number, version.version, version.hash, version.pages, bytes.len()]);
                found.insert(format!("version {}", version.version), value);
            }
        }
        _ => {}
    }
    found
}

/// The approved versions of a document, of which at most one holds on any day. From which day they hold, until when, that they were confirmed or given up before they
/// held, is decided afterwards.
fn versions(
    office: &Office,
    record: StreamId,
    guide: &crate::domain::guide::Guide,
) -> BTreeMap<String, Value> {
    use crate::domain::guide::{Stage, Standing};
    for on in (-10..10).map(|ahead| office.today().plus_days(ahead)) {
        let valid = guide.versions.iter().filter(|version| guide.standing(version, on) == Standing::Valid);
        assert!(valid.count() <= 1, "two versions of {} hold on {on}\n{}", guide.number, office.told());
    }
    let mut found = BTreeMap::new();
    for version in &guide.versions {
        let Some(at) = version.path.iter().position(|entered| entered.stage == Stage::Approved) else {
            continue;
        };
        let number = version.version;
        let question = Question::Guide { record: RecordRef::Id(record), version: Some(number), by: None };
        let Answer::Guide(view) = office.ask(&question) else { panic!() };
        let shown = view.versions.iter().find(|shown| shown.version == number).unwrap();
        let path = &shown.path[..=at];
        let value = json!([
            view.number,
            view.text,
            view.blocks,
            shown.based_on,
            shown.remarks,
            shown.authors,
            shown.revision,
            path
        ]);
        found.insert(format!("version {number}"), value);
    }
    found
}
