//! `lotse plan`: an action plan as a spreadsheet; and the way back, `lotse import --plan`, also from Markdown.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::import::file;
use super::orders::fresh_id;
use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening, people};
use crate::app::{Answer, App, Order, Question};
use crate::domain::organisation::Language;
use crate::domain::{Command, incident, plan};
use crate::ids::{OrderId, PartId, PersonId, RecordRef};
use crate::importers::action_plan::{PlanProblem, PlanRead};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    record: RecordRef,
    #[arg(long, value_name = "XLSX")]
    out: PathBuf,
    #[arg(long, value_name = "NUMBER")]
    version: Option<u32>,
    #[arg(long, value_parser = super::paper_language)]
    language: Option<Language>,
}

/// Writes the version that was named, else the one that holds, else the newest.
pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::asking(&args.file, key_file)?;
    let question = Question::Plan { record: args.record, by: None };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    let Answer::Plan(view) = answer else { return Ok(End::Done) };
    let newest = view.versions.first().map(|version| version.number);
    let version = args.version.or(view.approved).or(newest).unwrap_or(1);
    let language = match args.language {
        Some(language) => language,
        None => people::organisation(&app)?.language,
    };
    let bytes = app.plan_sheet(args.record, version, language).map_err(|fault| Complaint::of(&fault))?;
    std::fs::write(&args.out, &bytes).map_err(|error| file(&args.out, &error))?;
    let answer = json!({ "number": view.number, "version": version, "path": args.out, "bytes": bytes.len() });
    let values = [
        ("number", view.number.clone().into()),
        ("version", version.to_string().into()),
        ("path", args.out.display().to_string().into()),
    ];
    terminal.answer(&answer, "plan-written", &values);
    Ok(End::Done)
}

/// Who takes plans over, and where to.
pub struct Wanted {
    /// Who.
    pub person: PersonId,
    /// The plan whose open version gets the content; none opens a new plan.
    pub into: Option<RecordRef>,
    /// Only say what would happen.
    pub dry_run: bool,
}

/// Takes each file over as an action plan. The end is 1 when something in them was not taken as it stands.
pub fn import(
    app: &App,
    sources: &[PathBuf],
    wanted: &Wanted,
    terminal: &Terminal,
) -> Result<End, Complaint> {
    let mut end = End::Done;
    for path in sources {
        let bytes = std::fs::read(path).map_err(|error| file(path, &error))?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let read =
            app.read_plan_file(&name, bytes.clone(), clock::now()).map_err(|fault| Complaint::of(&fault))?;
        if !read.problems.is_empty() {
            end = End::FoundWanting;
        }
        let number = if wanted.dry_run { None } else { Some(take(app, &name, &bytes, &read, wanted)?) };
        tell(&read, number.as_deref(), terminal);
    }
    Ok(end)
}

fn take(app: &App, name: &str, bytes: &[u8], read: &PlanRead, wanted: &Wanted) -> Result<String, Complaint> {
    let content = read.content.clone();
    let command = if wanted.into.is_some() {
        let kept = app.keep(&mut &*bytes).map_err(|fault| Complaint::of(&fault))?;
        let source = incident::Evidence {
            id: PartId(fresh_id()),
            hash: kept.hash,
            name: name.to_owned(),
            size: kept.size,
            note: String::new(),
            at: None,
        };
        plan::Command::TakeOver { content, source: Some(source) }
    } else {
        plan::Command::Open { content }
    };
    let order = Order {
        id: OrderId(fresh_id()),
        by: wanted.person,
        record: wanted.into,
        command: Command::Plan(command),
        batch: None,
    };
    let committed = app.execute(&order, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    Ok(committed.number.map(|number| number.to_string()).unwrap_or_default())
}

fn tell(read: &PlanRead, number: Option<&str>, terminal: &Terminal) {
    let problems: Vec<Value> = read.problems.iter().map(|problem| told(problem, terminal)).collect();
    let answer = json!({
        "number": number,
        "title": read.content.about.title,
        "steps": read.content.steps.len(),
        "problems": problems,
    });
    let values = [
        ("number", number.unwrap_or("–").to_owned().into()),
        ("title", read.content.about.title.clone().into()),
        ("steps", read.content.steps.len().into()),
    ];
    terminal.answer(&answer, if number.is_some() { "plan-taken" } else { "plan-would" }, &values);
    for problem in &read.problems {
        let place = problem.place.to_string();
        let sentence = terminal.sentence("plan-fault", &json!(problem.reason));
        terminal.add("plan-fault-line", &[("place", place.into()), ("sentence", sentence.into())]);
    }
}

fn told(problem: &PlanProblem, terminal: &Terminal) -> Value {
    let sentence = terminal.sentence("plan-fault", &json!(problem.reason));
    json!({ "place": problem.place, "reason": problem.reason, "sentence": sentence })
}
