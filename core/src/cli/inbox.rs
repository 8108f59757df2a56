//! `lotse inbox`: what a person is reminded of, and what of it they took note of.

use std::path::{Path, PathBuf};

use super::due::{local, promise};
use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening, people};
use crate::app::{Answer, Question};
use crate::projections::register::word;
use crate::queries::views::ReminderRow;
use crate::time::Zone;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(long = "as", value_name = "PERSON")]
    person: Option<String>,
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::asking(&args.file, key_file)?;
    let by = people::acting(&app, args.person.as_deref())?;
    let answer = app.query(&Question::Inbox { by }, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Inbox(view) = answer {
        if terminal.speaks_json() {
            terminal.line(&view);
            return Ok(End::Done);
        }
        let zone = people::organisation(&app)?.zone;
        for row in &view.items {
            terminal.text(&line(row, zone, terminal));
        }
        if view.items.is_empty() {
            terminal.add("inbox-nothing", &[]);
        }
    }
    Ok(End::Done)
}

fn line(row: &ReminderRow, zone: Zone, terminal: &Terminal) -> String {
    let day = |at| local(at, zone, terminal);
    let level = terminal.word("reminder-level", &word(&row.level()));
    let noted = row.acknowledged.map(|at| terminal.with("inbox-noted", &[("when", day(at).into())]));
    let noted = noted.map(|noted| format!("  ({noted})")).unwrap_or_default();
    format!("{:<21}  {level:<24} {}{noted}", day(row.item().due), promise(&row.row, terminal))
}
