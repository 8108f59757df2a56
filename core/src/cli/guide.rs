//! `lotse guide import`: takes a folder of Markdown files over, each as the draft of a document.

use std::path::{Path, PathBuf};

use fluent_bundle::FluentValue;
use serde_json::json;

use super::terminal::{Complaint, End, Terminal};
use super::{clock, import, opening, people};
use crate::app::{App, GuidesTaken};
use crate::domain::guide::Kind;
use crate::importers::guides;
use crate::importers::{Unwatched, files};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    Import(ImportArgs),
}

#[derive(Debug, clap::Args)]
struct ImportArgs {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    #[arg(long, value_enum, default_value_t = Of::RecoveryGuide)]
    kind: Of,
    #[arg(long)]
    dry_run: bool,
    #[arg(long = "as", value_name = "PERSON")]
    person: Option<String>,
}

/// The kind of documents whose files say none.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Of {
    RecoveryGuide,
    ProcessText,
}

/// Exit 1 when nothing at all could be taken over.
pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let What::Import(args) = &args.what;
    let app = opened(args, key_file)?;
    let person = people::acting(&app, args.person.as_deref())?;
    let kind = match args.kind {
        Of::RecoveryGuide => Kind::RecoveryGuide,
        Of::ProcessText => Kind::ProcessText,
    };
    let opened = files::read(&args.folder, &Unwatched).map_err(|error| import::file(&args.folder, &error))?;
    let opened = opened.map_err(|unread| Complaint::system(&unread))?;
    let taken = app
        .take_guides(&guides::read(&opened), kind, person, !args.dry_run, clock::now())
        .map_err(|fault| Complaint::of(&fault))?;
    tell(&taken, args.dry_run, terminal);
    let nothing = taken.new + taken.changed + taken.unchanged == 0;
    Ok(if nothing { End::FoundWanting } else { End::Done })
}

/// A dry run reads beside a window that has the workspace open.
fn opened(args: &ImportArgs, key_file: Option<&Path>) -> Result<App, Complaint> {
    if args.dry_run { opening::asking(&args.file, key_file) } else { opening::app(&args.file, key_file) }
}

fn tell(taken: &GuidesTaken, dry_run: bool, terminal: &Terminal) {
    let refused: Vec<_> = taken.refused.iter().map(|problem| import::refusal(problem, terminal)).collect();
    let answer = json!({
        "new": taken.new,
        "changed": taken.changed,
        "unchanged": taken.unchanged,
        "refused": refused,
        "dryRun": dry_run,
    });
    let values = [
        ("new", FluentValue::from(taken.new)),
        ("changed", taken.changed.into()),
        ("unchanged", taken.unchanged.into()),
        ("refused", taken.refused.len().into()),
    ];
    terminal.answer(&answer, if dry_run { "guide-would-take" } else { "guide-taken" }, &values);
    for problem in &taken.refused {
        import::refused_line(problem, terminal);
    }
}
