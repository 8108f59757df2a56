//! `lotse due` and `lotse ledger`: what is due and how the duties stand, now or as it was known on a day.

use std::path::{Path, PathBuf};

use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening};
use crate::app::{Answer, Question};
use crate::projections::register::word;
use crate::queries::views::{DeadlineRow, DeadlinesView, LedgerView};
use crate::time::{Day, Instant};

#[derive(Debug, clap::Args)]
pub struct DueArgs {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(long, value_name = "DATE")]
    on: Option<Day>,
    #[arg(long, value_name = "DAYS")]
    within: Option<u32>,
    #[arg(long)]
    kept: bool,
}

#[derive(Debug, clap::Args)]
pub struct LedgerArgs {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(long, value_name = "DATE")]
    on: Option<Day>,
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u8).range(1..=33))]
    duty: Option<u8>,
}

pub fn due(args: &DueArgs, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::asking(&args.file, key_file)?;
    let question = Question::Deadlines { on: args.on, within: args.within, kept: args.kept };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Deadlines(view) = answer {
        if terminal.speaks_json() {
            terminal.line(&view);
        } else {
            tell_due(&view, terminal);
        }
    }
    Ok(End::Done)
}

pub fn ledger(args: &LedgerArgs, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::asking(&args.file, key_file)?;
    let question = Question::Ledger { on: args.on, duty: args.duty };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Ledger(view) = answer {
        if terminal.speaks_json() {
            terminal.line(&view);
        } else {
            tell_ledger(&view, args.duty, terminal);
        }
    }
    Ok(End::Done)
}

fn tell_due(view: &DeadlinesView, terminal: &Terminal) {
    for row in &view.items {
        terminal.text(&line(row, terminal));
    }
    if view.items.is_empty() {
        terminal.add("due-nothing", &[]);
    }
}

fn tell_ledger(view: &LedgerView, duty: Option<u8>, terminal: &Terminal) {
    for row in view.duties.iter().filter(|row| duty.is_none_or(|duty| duty == row.duty)) {
        terminal.text(&format!("{:>2}  {}", row.duty, terminal.said(&format!("duty-{}", row.duty))));
        let counts = [
            ("ledger-kept", row.kept),
            ("ledger-kept-late", row.kept_late),
            ("ledger-due", row.due),
            ("ledger-late", row.late),
            ("ledger-missing", row.proof_missing),
        ];
        let counts = counts.map(|(name, count)| format!("{} {count}", terminal.said(name)));
        terminal.text(&format!("    {}", counts.join(" · ")));
    }
    for row in &view.occurrences {
        terminal.text(&line(row, terminal));
    }
}

fn line(row: &DeadlineRow, terminal: &Terminal) -> String {
    let when = row.deadline.due.or(row.deadline.settled).map_or("–".to_owned(), day);
    let standing = terminal.word("standing", &word(&row.deadline.standing));
    format!("{when:<17}  {standing:<19} {}", promise(row, terminal))
}

/// What is promised, and by which record.
pub fn promise(row: &DeadlineRow, terminal: &Terminal) -> String {
    let deadline = &row.deadline;
    let what = match deadline.duty {
        Some(duty) if word(&deadline.kind) == "duty" => terminal.said(&format!("duty-{duty}")),
        Some(_) | None => terminal.word("promise-kind", &word(&deadline.kind)),
    };
    let text = if deadline.text.is_empty() { String::new() } else { format!(": {}", deadline.text) };
    let about = format!("{} {}", row.number, row.title);
    format!("{what}{text}  {}", about.trim())
}

/// An instant as the terminal writes it.
pub fn day(at: Instant) -> String {
    at.utc().format("%Y-%m-%d %H:%MZ").to_string()
}
