//! `lotse new`: makes a workspace, founds its organisation, and fills it with the sample on demand.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening};
use crate::app::App;
use crate::domain::organisation::Language;
use crate::founding::{Founding, found};
use crate::sample;
use crate::time::Zone;
use crate::workspace::Workspace;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(long)]
    organisation: String,
    #[arg(long, default_value = "de", value_parser = super::paper_language)]
    language: Language,
    #[arg(long, default_value = "Europe/Berlin")]
    zone: Zone,
    #[arg(long = "as", value_name = "PERSON")]
    person: String,
    #[arg(long)]
    sample: bool,
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let key = opening::key(key_file)?;
    let now = clock::now();
    let workspace =
        Workspace::create(&args.file, key.as_ref(), now).map_err(|fault| Complaint::of(&fault))?;
    let filled = App::new(workspace, Box::new(clock::SystemEntropy)).and_then(|app| {
        let founding = Founding {
            organisation: args.organisation.clone(),
            language: args.language,
            zone: args.zone,
            person: args.person.clone(),
        };
        if args.sample {
            sample::fill(&app, &founding, &clock::SystemEntropy, now)
        } else {
            found(&app, &founding, &clock::SystemEntropy, now)
        }
    });
    match filled {
        Ok(person) => {
            let path = args.file.display().to_string();
            terminal.answer(
                &json!({ "file": path, "person": person }),
                "new-made",
                &[("path", path.clone().into())],
            );
            Ok(End::Done)
        }
        Err(fault) => {
            // Nobody has worked in it yet; half a workspace is none.
            std::fs::remove_file(&args.file).ok();
            Err(Complaint::of(&fault))
        }
    }
}
