//! `lotse import`: takes histories over, or says what taking them over would do. What was refused goes out as CSV on demand.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;
use serde_json::{Value, json};

use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening, people, plan};
use crate::app::{App, Import, Outcome};
use crate::ids::{PersonId, RecordRef};
use crate::importers::dirt::Problem;
use crate::importers::mapping::Mapping;
use crate::importers::rule::EmergencyRule;
use crate::importers::{self, Options, Reading, Unread, Unwatched, files};
use crate::time::Zone;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(required_unless_present = "undo", value_name = "SOURCE")]
    sources: Vec<PathBuf>,
    #[arg(long, value_name = "NUMBER", conflicts_with = "sources")]
    undo: Option<RecordRef>,
    #[arg(long, value_parser = importers::FORMATS.map(importers::Format::key))]
    format: Option<String>,
    #[arg(long, value_name = "RULE", default_value_t = EmergencyRule::default())]
    emergency_when: EmergencyRule,
    #[arg(long, value_parser = zone)]
    zone: Option<Zone>,
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,
    #[arg(long = "as", value_name = "PERSON")]
    person: Option<String>,
    /// Each source is an action plan, of the plan named by `--into` where one is.
    #[arg(long)]
    plan: bool,
    #[arg(long, value_name = "NUMBER", requires = "plan")]
    into: Option<RecordRef>,
}

fn zone(text: &str) -> Result<Zone, String> {
    text.parse().map_err(|fault: crate::time::TimeFault| fault.to_string())
}

/// Exit 1 when nothing at all could be taken over.
pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = open(args, key_file)?;
    let person = people::acting(&app, args.person.as_deref())?;
    if args.plan {
        let wanted = plan::Wanted { person, into: args.into, dry_run: args.dry_run };
        return plan::import(&app, &args.sources, &wanted, terminal);
    }
    if let Some(batch) = args.undo {
        return undo(&app, batch, person, terminal);
    }
    let options = options(args, &app)?;
    let reading = read(args, &app, &options)?;
    let name = args.sources.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ");
    let import = Import { by: person, file: &name, rule: &args.emergency_when, reading: &reading };
    let mut shown = terminal.progress();
    let all = reading.items.len() as u64;
    let mut each = |done: usize| {
        if done.is_multiple_of(256) { shown(done as u64, all) } else { ControlFlow::Continue(()) }
    };
    let outcome = if args.dry_run {
        app.check_import(&import, clock::now(), &mut each)
    } else {
        app.import(&import, clock::now(), &mut each)
    };
    let outcome =
        outcome.map_err(|fault| Complaint::of(&fault))?.ok_or_else(|| Complaint::system(&"stopped"))?;
    if !args.dry_run {
        app.remember_source(&options, &reading).map_err(|fault| Complaint::of(&fault))?;
    }
    if let Some(path) = &args.refused {
        write_refused(path, &outcome.refused, terminal)?;
    }
    tell(args, &reading, &outcome, terminal);
    let nothing = reading.items.is_empty() && !outcome.refused.is_empty();
    Ok(if nothing { End::FoundWanting } else { End::Done })
}

/// Takes a batch back, by its number or its id.
fn undo(app: &App, batch: RecordRef, person: PersonId, terminal: &Terminal) -> Result<End, Complaint> {
    let mut shown = terminal.progress();
    let each = &mut |done: usize| shown(done as u64, u64::MAX);
    let undone =
        app.undo_import_of(batch, person, clock::now(), each).map_err(|fault| Complaint::of(&fault))?;
    let undone = undone.ok_or_else(|| Complaint::system(&"stopped"))?;
    let values = [("records", FluentValue::from(undone.records)), ("kept", undone.kept.into())];
    terminal.answer(&json!(undone), "import-undone", &values);
    Ok(End::Done)
}

/// A dry run reads beside a window that has the workspace open.
fn open(args: &Args, key_file: Option<&Path>) -> Result<App, Complaint> {
    if args.dry_run { opening::asking(&args.file, key_file) } else { opening::app(&args.file, key_file) }
}

fn options(args: &Args, app: &App) -> Result<Options, Complaint> {
    let mapping = match &args.mapping {
        Some(path) => Some(mapping(path)?),
        None => None,
    };
    let (format, source) = (args.format.clone(), args.source.clone());
    Ok(Options { format, source, zone: args.zone, mapping, ..Options::new(people::organisation(app)?.zone) })
}

fn mapping(path: &Path) -> Result<Mapping, Complaint> {
    let text = std::fs::read_to_string(path).map_err(|error| file(path, &error))?;
    serde_json::from_str(&text).map_err(|error| file(path, &error))
}

/// A file that could not be read or written.
pub(super) fn file(path: &Path, reason: &dyn std::fmt::Display) -> Complaint {
    Complaint::of(
        &json!({ "code": "fileFailed", "file": path.display().to_string(), "reason": reason.to_string() }),
    )
}

fn read(args: &Args, app: &App, options: &Options) -> Result<Reading, Complaint> {
    let mut whole = Reading::default();
    for path in &args.sources {
        let opened = files::read(path, &Unwatched).map_err(|error| file(path, &error))?;
        let read = match opened {
            Ok(opened) => {
                app.read_source(&opened, options, &Unwatched).map_err(|fault| Complaint::of(&fault))?
            }
            Err(unread) => Err(unread),
        };
        match read {
            Ok(reading) => importers::join(&mut whole, reading),
            Err(unread @ (Unread::Stopped | Unread::UnknownFormat(_))) => {
                return Err(Complaint::system(&unread));
            }
        }
    }
    Ok(whole)
}

fn tell(args: &Args, reading: &Reading, outcome: &Outcome, terminal: &Terminal) {
    let refused: Vec<Value> = outcome.refused.iter().map(|problem| refusal(problem, terminal)).collect();
    let answer = json!({
        "new": outcome.new,
        "changed": outcome.changed,
        "unchanged": outcome.unchanged,
        "emergencies": outcome.emergencies,
        "refused": refused,
        "dryRun": args.dry_run,
        "format": reading.format,
        "batch": outcome.batch,
        "number": outcome.number,
        "zone": reading.zone_need,
        "mapping": reading.mapping,
    });
    let values = [
        ("new", FluentValue::from(outcome.new)),
        ("changed", outcome.changed.into()),
        ("unchanged", outcome.unchanged.into()),
        ("refused", outcome.refused.len().into()),
    ];
    terminal.answer(&answer, if args.dry_run { "import-would" } else { "import-done" }, &values);
    if let Some(number) = outcome.number {
        terminal.add("import-batch", &[("number", number.to_string().into())]);
    }
    if let Some(need) = &reading.zone_need {
        let count = FluentValue::from(need.count);
        let values = [
            ("count", count),
            ("example", need.example.clone().into()),
            ("zone", need.proposed.to_string().into()),
        ];
        terminal.add("import-zone-assumed", &values);
    }
    outcome.refused.iter().take(20).for_each(|problem| refused_line(problem, terminal));
}

/// Where something was refused, and why.
pub fn refused_line(problem: &Problem, terminal: &Terminal) {
    let sentence = terminal.sentence("import-refused", &coded(problem));
    let place = problem.place.to_string();
    terminal.add("import-refused-line", &[("place", place.into()), ("sentence", sentence.into())]);
}

fn coded(problem: &Problem) -> Value {
    serde_json::to_value(&problem.reason).unwrap_or(Value::Null)
}

/// `{"place","reason","sentence"}` with the values of the reason beside them.
pub fn refusal(problem: &Problem, terminal: &Terminal) -> Value {
    let mut coded = coded(problem);
    let sentence = terminal.sentence("import-refused", &coded);
    let reason = coded["code"].take();
    let mut all: BTreeMap<String, Value> = serde_json::from_value(coded).unwrap_or_default();
    all.remove("code");
    all.extend([
        ("place".to_owned(), json!(problem.place)),
        ("reason".to_owned(), reason),
        ("sentence".to_owned(), json!(sentence)),
    ]);
    json!(all)
}

fn write_refused(path: &Path, refused: &[Problem], terminal: &Terminal) -> Result<(), Complaint> {
    let mut writer = csv::Writer::from_path(path).map_err(|error| file(path, &error))?;
    let head = ["import-csv-place", "import-csv-reason", "import-csv-sentence"].map(|id| terminal.say(id));
    writer.write_record(&head).map_err(|error| file(path, &error))?;
    for problem in refused {
        let coded = coded(problem);
        let code = coded["code"].as_str().unwrap_or_default();
        let sentence = terminal.sentence("import-refused", &coded);
        writer
            .write_record([&problem.place.to_string(), code, &sentence])
            .map_err(|error| file(path, &error))?;
    }
    writer.flush().map_err(|error| file(path, &error))
}
