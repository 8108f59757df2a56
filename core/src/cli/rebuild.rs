//! `lotse rebuild`: throws the read models away and makes them anew from the log, with the text index.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::opening;
use super::terminal::{Complaint, End, Terminal};

/// Events that are taken into the text index at once.
const STEP: usize = 5_000;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::app(&args.file, key_file)?;
    let failed = |fault| Complaint::of(&fault);
    app.rebuild().map_err(failed)?;
    while app.index(STEP).map_err(failed)? > 0 {}
    let reader = app.workspace().reader().map_err(|fault| Complaint::of(&fault))?;
    let head = crate::log::head(&reader).map_err(|error| Complaint::of(&crate::app::Fault::from(error)))?;
    let events = head.map_or(0, |head| head.seq);
    terminal.answer(&json!({ "events": events }), "rebuild-done", &[("events", events.to_string().into())]);
    Ok(End::Done)
}
