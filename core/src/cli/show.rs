//! `lotse show`: everything that the screen of a record shows. The letter of its number says what record it is.

mod finding;
mod guide;
mod review;
mod testing;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use super::terminal::{Complaint, End, Terminal};
use super::{changes, clock, notices, opening};
use crate::app::{Answer, Question};
use crate::domain::incident::{EntryWhat, UNDONE};
use crate::ids::{RecordRef, Series};
use crate::projections::register::word;
use crate::queries::views::IncidentView;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    record: RecordRef,
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::asking(&args.file, key_file)?;
    if let RecordRef::Number(number) = args.record {
        match number.series {
            Series::Review => return review::show(&app, args.record, terminal),
            Series::Finding => return finding::show(&app, args.record, terminal),
            Series::Change => return changes::show(&app, args.record, terminal),
            Series::Plan => return testing::plan(&app, args.record, terminal),
            Series::Drill => return testing::drill(&app, args.record, terminal),
            Series::Guide => return guide::show(&app, args.record, terminal),
            Series::Notice => return notices::show(&app, args.record, terminal),
            Series::Incident | Series::Report | Series::Batch => {}
        }
    }
    let question = Question::Incident { record: args.record };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Incident(view) = answer {
        if terminal.speaks_json() {
            terminal.line(&as_json(&view));
        } else {
            tell(&view, terminal);
        }
    }
    Ok(End::Done)
}

/// The view with durations as seconds and milestones as times by name, which scripts find more easily; what they were
/// computed from stays beside them in `durationDetails` and `milestoneDetails`.
fn as_json(view: &IncidentView) -> Value {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(view) else { return Value::Null };
    let durations = view.durations.iter().map(|duration| {
        (word(&duration.kind), duration.length.map_or(Value::Null, |length| length.whole_seconds().into()))
    });
    let milestones = view.milestones.iter().map(|named| {
        (word(&named.milestone), named.moment.map_or(Value::Null, |moment| moment.at.to_string().into()))
    });
    for (name, by_name) in
        [("duration", Map::from_iter(durations)), ("milestone", Map::from_iter(milestones))]
    {
        if let Some(details) = fields.insert(format!("{name}s"), Value::Object(by_name)) {
            fields.insert(format!("{name}Details"), details);
        }
    }
    Value::Object(fields)
}

fn tell(view: &IncidentView, terminal: &Terminal) {
    let missing = terminal.said("show-not-recorded");
    terminal.text(&format!("{}  {}", view.number, view.title));
    terminal.text(&terminal.word("phase", &word(&view.phase)));
    terminal.text("");
    for named in &view.milestones {
        let moment = named.moment.map_or(missing.clone(), |moment| moment.at.to_string());
        terminal.text(&format!("{:<44} {moment}", terminal.word("milestone", &word(&named.milestone))));
    }
    terminal.text("");
    for duration in &view.durations {
        let length = duration.length.map_or(missing.clone(), |length| clock_face(length.whole_seconds()));
        terminal.text(&format!("{:<44} {length}", terminal.word("duration", &word(&duration.kind))));
    }
    terminal.text("");
    for entry in &view.entries {
        let said = match &entry.what {
            EntryWhat::Text(said) => said.replace('\n', "\n    "),
            EntryWhat::Happened { code, values } => happened(code, values, view, terminal),
        };
        let struck = if entry.withdrawn.is_some() { "× " } else { "" };
        terminal.text(&format!("{}  {struck}{said}", entry.occurred.at));
    }
}

/// The sentence of an event, with the names of people and the words of lists in it.
fn happened(
    code: &str,
    values: &BTreeMap<String, String>,
    view: &IncidentView,
    terminal: &Terminal,
) -> String {
    let plain = |value: &String| match value.split_once(':') {
        Some(("person", id)) => id.parse().ok().and_then(|id| view.people.get(&id).cloned()),
        Some(("word", listed)) => listed.split_once(':').map(|(list, word)| terminal.word(list, word)),
        None if value == UNDONE => Some(terminal.said("incident-undone")),
        Some(_) | None => None,
    };
    let values =
        values.iter().map(|(name, value)| (name.as_str(), plain(value).unwrap_or_else(|| value.clone())));
    let said = terminal.event(code, &values.map(|(name, value)| (name, value.into())).collect::<Vec<_>>());
    said.trim_end_matches([' ', ':']).to_owned()
}

/// Hours, minutes and seconds.
pub(super) fn clock_face(seconds: i64) -> String {
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
