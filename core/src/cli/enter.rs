//! `lotse enter`: what the sheet of a test says of a step, by the code that is printed there.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening, orders, people};
use crate::app::{Answer, App, Order, Question};
use crate::domain::Command;
use crate::domain::drill::{self, Outcome, StepState};
use crate::domain::plan::by_code;
use crate::ids::{OrderId, RecordRef};
use crate::projections::register::word;
use crate::queries::views::DrillView;
use crate::time::{Instant, Moment, Zone};

/// How a step came out.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Came {
    Passed,
    Partly,
    Failed,
    Skipped,
}

impl From<Came> for Outcome {
    fn from(came: Came) -> Self {
        match came {
            Came::Passed => Self::Passed,
            Came::Partly => Self::Partly,
            Came::Failed => Self::Failed,
            Came::Skipped => Self::Skipped,
        }
    }
}

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    record: RecordRef,
    code: String,
    #[arg(value_enum)]
    outcome: Came,
    #[arg(long, value_name = "TIME")]
    begun: Option<String>,
    #[arg(long, value_name = "TIME")]
    ended: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    text: String,
    #[arg(long, value_name = "PERSON")]
    who: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    despite: String,
    #[arg(long = "as", value_name = "PERSON")]
    person: Option<String>,
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::app(&args.file, key_file)?;
    let by = people::acting(&app, args.person.as_deref())?;
    let zone = people::organisation(&app)?.zone;
    let outcome = Outcome::from(args.outcome);
    let command = drill::Command::EnterStep {
        code: args.code.clone(),
        begun: args.begun.as_deref().map(|begun| moment("--begun", begun, zone)).transpose()?,
        ended: moment("--ended", &args.ended, zone)?,
        outcome,
        text: args.text.clone(),
        person: args.who.as_deref().map(|who| people::find(&app, who)).transpose()?,
        despite: args.despite.clone(),
    };
    let order = Order {
        id: OrderId(orders::fresh_id()),
        by,
        record: Some(args.record),
        command: Command::Drill(command),
        batch: None,
    };
    let committed = app.execute(&order, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    let view = test(&app, args.record)?;
    let steps: Vec<_> = view.steps.iter().map(|held| held.step.clone()).collect();
    let step = by_code(&steps, &args.code).ok_or_else(|| Complaint::system(&"no such step"))?;
    let said = terminal.word("step-state", &word(&StepState::of(outcome)));
    let written = !committed.events.is_empty();
    let answer = json!({
        "test": view.number,
        "step": step.number,
        "title": step.title,
        "outcome": outcome,
        "written": written,
    });
    let values = [
        ("step", step.number.clone().into()),
        ("title", step.title.clone().into()),
        ("outcome", said.into()),
    ];
    terminal.answer(&answer, if written { "enter-written" } else { "enter-unchanged" }, &values);
    Ok(End::Done)
}

fn test(app: &App, record: RecordRef) -> Result<Box<DrillView>, Complaint> {
    let question = Question::Drill { record, by: None, tick: None };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    let Answer::Drill(view) = answer else { return Err(Complaint::system(&"no test")) };
    Ok(view)
}

/// A time with its zone (RFC 3339), or as the clocks of the organisation showed it: `2026-11-22T10:14`.
fn moment(name: &str, text: &str, zone: Zone) -> Result<Moment, Complaint> {
    let wall = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"];
    let wall = wall.iter().find_map(|form| chrono::NaiveDateTime::parse_from_str(text.trim(), form).ok());
    let at = match wall {
        Some(wall) => zone.instant(wall, false).ok(),
        None => text.trim().parse::<Instant>().ok(),
    };
    at.map(|at| Moment::exact(at, zone))
        .ok_or_else(|| Complaint::misused(&format!("{name} {text}"), "2026-11-22T10:14"))
}
