//! `lotse list`: records as a table for people or as JSON for scripts.

pub mod wanted;

use std::path::{Path, PathBuf};

use serde_json::json;

use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening};
use crate::app::{Answer, Question};
use crate::projections::register::word;
use crate::queries::views::RegisterPage;

/// What can be listed.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum What {
    Incidents,
    Reports,
    Batches,
}

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(value_enum)]
    what: What,
    #[arg(long = "where", value_name = "KEY=VALUE")]
    filter: Vec<String>,
    #[arg(long)]
    search: Option<String>,
    #[arg(long, default_value_t = 50)]
    limit: u32,
    #[arg(long, default_value_t = 0)]
    offset: u32,
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::searching(&args.file, key_file, args.search.is_some())?;
    let question = match args.what {
        What::Incidents => {
            let page = wanted::incidents(&app, args)?;
            if terminal.speaks_json() {
                terminal.line(&page);
            } else {
                table(&page, terminal);
            }
            return Ok(End::Done);
        }
        What::Reports => Question::Reports {},
        What::Batches => Question::Batches {},
    };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    match answer {
        Answer::Reports(view) => terminal.line(&json!({ "items": view.issued, "waiting": view.waiting })),
        Answer::Batches(items) => terminal.line(&json!({ "total": items.len(), "items": items })),
        Answer::Register(_)
        | Answer::Home(_)
        | Answer::Incident(_)
        | Answer::Preview(_)
        | Answer::Search(_)
        | Answer::Journal(_)
        | Answer::Organisation(_)
        | Answer::Chain(_)
        | Answer::Facets(_) => {}
    }
    Ok(End::Done)
}

fn table(page: &RegisterPage, terminal: &Terminal) {
    for row in &page.items {
        let phase = terminal.word("phase", &word(&row.phase));
        let began = row.began.utc().format("%Y-%m-%d %H:%MZ");
        let mark = if row.emergency { "!" } else { " " };
        terminal.text(&format!("{:<11} {mark} {began}  {phase:<26} {}", row.number, row.title));
    }
    let shown = page.items.len().to_string();
    terminal.add("list-shown", &[("shown", shown.into()), ("total", page.total.to_string().into())]);
}
