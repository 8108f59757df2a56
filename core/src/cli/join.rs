//! `lotse join`: two records that speak of the same incident become one.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening, people};
use crate::ids::RecordRef;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    kept: RecordRef,
    other: RecordRef,
    #[arg(long = "as", value_name = "PERSON")]
    person: Option<String>,
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::app(&args.file, key_file)?;
    let person = people::acting(&app, args.person.as_deref())?;
    app.join(args.kept, args.other, person, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    let (kept, other) = (args.kept.to_string(), args.other.to_string());
    let values = [("kept", kept.clone().into()), ("other", other.clone().into())];
    terminal.answer(&json!({ "kept": kept, "other": other }), "join-done", &values);
    Ok(End::Done)
}
