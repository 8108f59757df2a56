//! `lotse answer`: what a team wrote on the hand-over slip of a change request, by the code that is printed there.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening, orders, people};
use crate::app::{Answer, App, Order, Question};
use crate::domain::change::{self, Answer as Said};
use crate::domain::{Command, code};
use crate::ids::{OrderId, PartId, RecordRef};
use crate::queries::views::ChangeView;
use crate::time::Day;

/// What a team says.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Says {
    Accepted,
    OtherDay,
    Refused,
}

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    code: String,
    #[arg(value_enum)]
    answer: Says,
    #[arg(long, value_name = "DATE", required_if_eq("answer", "other-day"))]
    day: Option<Day>,
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
    #[arg(long, value_name = "PERSON")]
    said_by: Option<String>,
    #[arg(long = "as", value_name = "PERSON")]
    person: Option<String>,
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::app(&args.file, key_file)?;
    let by = people::acting(&app, args.person.as_deref())?;
    let (view, delegation) = asked(&app, &args.code)?;
    let reason = args.reason.clone();
    let answer = match (args.answer, args.day) {
        (Says::Accepted, _) => Said::Accepted {},
        (Says::OtherDay, Some(day)) => Said::OtherDay { day, reason },
        (Says::OtherDay, None) => return Err(Complaint::misused("other-day", "--day")),
        (Says::Refused, _) => Said::Refused { reason },
    };
    let said = match &answer {
        Said::Accepted {} => "change-answer-accepted",
        Said::OtherDay { .. } => "change-answer-other-day",
        Said::Refused { .. } => "change-answer-refused",
    };
    let said_by = args.said_by.as_deref().map(|name| people::find(&app, name)).transpose()?;
    let command = change::Command::Answer {
        id: PartId(orders::fresh_id()),
        delegation,
        answer: answer.clone(),
        said_by,
    };
    let order = Order {
        id: OrderId(orders::fresh_id()),
        by,
        record: Some(RecordRef::Id(view.id)),
        command: Command::Change(command),
        batch: None,
    };
    app.execute(&order, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    let told = json!({ "number": view.number, "title": view.text.title, "answer": answer });
    let values = [
        ("number", view.number.clone().into()),
        ("title", view.text.title.clone().into()),
        ("answer", terminal.said(said).into()),
    ];
    terminal.answer(&told, "answer-written", &values);
    Ok(End::Done)
}

/// The change request and what it asked, as a code names them: the number in front, the signs behind it.
fn asked(app: &App, typed: &str) -> Result<(Box<ChangeView>, PartId), Complaint> {
    let plain = code::plain(typed);
    let unknown = || Complaint::of(&json!({ "code": "slipCodeUnknown", "entered": typed.trim() }));
    let (number, signs) = code::parts(&plain);
    let record: RecordRef = number.parse().map_err(|_| unknown())?;
    let answer = app.query(&Question::Change { record, by: None }, clock::now());
    let Answer::Change(view) = answer.map_err(|fault| Complaint::of(&fault))? else { return Err(unknown()) };
    let found =
        view.delegations.iter().rev().find(|asked| code::signs(asked.id) == signs).map(|asked| asked.id);
    let found = found.ok_or_else(unknown)?;
    Ok((view, found))
}
