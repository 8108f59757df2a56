//! `lotse restore`: puts a backup in the place of a workspace and keeps what stood there.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening};
use crate::ids::BlobHash;
use crate::workspace::disk::RealDisk;
use crate::workspace::restore::restore;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    backup: PathBuf,
    #[arg(long, value_name = "FILE", value_parser = super::whole_path())]
    to: PathBuf,
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let key = opening::key_for(&args.backup, key_file)?;
    let restored = restore(&args.backup, &args.to, key.as_ref(), clock::now(), &RealDisk)
        .map_err(|fault| Complaint::from(&fault))?;
    let head = restored.head.map(|head| json!({ "seq": head.seq, "hash": BlobHash(head.hash) }));
    let answer = json!({ "path": args.to, "events": restored.events, "head": head, "kept": restored.kept });
    let path = args.to.display().to_string();
    terminal.answer(
        &answer,
        "restore-done",
        &[("path", path.into()), ("events", restored.events.to_string().into())],
    );
    if let Some(kept) = restored.kept {
        terminal.add("restore-kept", &[("path", kept.display().to_string().into())]);
    }
    Ok(End::Done)
}
