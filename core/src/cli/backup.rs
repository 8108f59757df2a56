//! `lotse backup`: makes a backup, also beside a window that has the workspace open, and checks it.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(long, value_name = "DIR", value_parser = super::whole_path())]
    to: Option<PathBuf>,
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let workspace = opening::look(&args.file, key_file)?;
    let made =
        workspace.back_up(args.to.as_deref(), clock::now()).map_err(|fault| Complaint::from(&fault))?;
    let path = made.path.display().to_string();
    terminal.answer(
        &json!(made),
        "backup-made",
        &[("path", path.into()), ("bytes", made.bytes.to_string().into())],
    );
    Ok(End::Done)
}
