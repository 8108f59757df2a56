//! `lotse list`: records as a table for people or as JSON for scripts.

pub mod findings;
mod guides;
mod reviews;
mod testing;
pub mod wanted;

use std::path::{Path, PathBuf};

use serde_json::json;

use super::terminal::{Complaint, End, Terminal};
use super::{changes, clock, notices, opening};
use crate::app::{Answer, Question};
use crate::projections::register::word;
use crate::queries::views::RegisterPage;

/// What can be listed.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum What {
    Incidents,
    Changes,
    Reports,
    Batches,
    Reviews,
    Findings,
    Plans,
    Drills,
    Guides,
    Notices,
}

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(value_enum)]
    what: What,
    #[arg(long = "where", value_name = "KEY=VALUE")]
    pub(super) filter: Vec<String>,
    #[arg(long)]
    pub(super) search: Option<String>,
    #[arg(long, default_value_t = 50)]
    pub(super) limit: u32,
    #[arg(long, default_value_t = 0)]
    pub(super) offset: u32,
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
        What::Findings => return findings::list(&app, args, terminal),
        What::Guides => return guides::list(&app, args, terminal),
        What::Changes => return changes::list(&app, args, terminal),
        What::Plans => return testing::plans(&app, args, terminal),
        What::Drills => return testing::drills(&app, args, terminal),
        What::Notices => return notices::list(&app, args, terminal),
        What::Reports => Question::Reports {},
        What::Batches => Question::Batches {},
        What::Reviews => {
            reviews::list(&app, args, terminal)?;
            return Ok(End::Done);
        }
    };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Reports(view) = answer {
        terminal.line(&json!({ "items": view.issued, "waiting": view.waiting }));
    } else if let Answer::Batches(items) = answer {
        terminal.line(&json!({ "total": items.len(), "items": items }));
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
