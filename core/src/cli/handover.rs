//! `lotse handover` writes what a team is asked, or what it answers, into a file; `lotse open-answer` takes such a file in.

use std::path::{Path, PathBuf};

use ed25519_dalek::SigningKey;
use serde_json::json;

use super::report::write_whole;
use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening, people};
use crate::app::App;
use crate::domain::organisation::Language;
use crate::handover::{LIMIT, fingerprint};
use crate::ids::{BlobHash, RecordRef};
use crate::projections::register::word;
use crate::reports::frame::PaperAsked;
use crate::words::kebab;
use crate::workspace::keychain;

#[derive(Debug, clap::Args)]
pub struct HandoverArgs {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    record: RecordRef,
    #[arg(long, value_name = "FILE", value_parser = super::whole_path())]
    out: PathBuf,
    #[arg(long, value_name = "PDF", value_parser = super::whole_path())]
    slip: Option<PathBuf>,
    #[arg(long, value_parser = super::paper_language)]
    language: Option<Language>,
    #[arg(long, value_name = "FILE")]
    device_key: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct OpenArgs {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(value_name = "PACKAGE")]
    package: PathBuf,
    #[arg(long = "as", value_name = "PERSON")]
    person: Option<String>,
}

pub fn handover(args: &HandoverArgs, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let key = device_key(args.device_key.as_deref())?;
    let app = opening::asking(&args.file, key_file)?;
    let out = app.hand_over(args.record, &key, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    write_whole(&args.out, &out.bytes).map_err(|error| Complaint::system(&error))?;
    let slip = args.slip.as_deref().map(|path| slip(&app, args, path)).transpose()?;
    let path = args.out.display().to_string();
    let signer = fingerprint(&BlobHash(*key.verifying_key().as_bytes()).to_string());
    let answer = json!({ "file": path, "bytes": out.bytes.len(), "kind": out.kind, "fingerprint": signer, "slip": slip });
    let id = format!("handover-written-{}", word(&out.kind));
    terminal.answer(&answer, &id, &[("path", path.clone().into()), ("fingerprint", signer.into())]);
    if let Some(slip) = slip {
        terminal.add("report-written", &[("path", slip.into())]);
    }
    Ok(End::Done)
}

/// Writes the slip that goes with the file, by whoever alone takes part, else by nobody.
fn slip(app: &App, args: &HandoverArgs, path: &Path) -> Result<String, Complaint> {
    let language = match args.language {
        Some(language) => language,
        None => people::organisation(app)?.language,
    };
    let asked = PaperAsked { language, by: people::only(app)?, at: clock::now() };
    let bytes = app.slip(args.record, &asked).map_err(|fault| Complaint::of(&fault))?;
    write_whole(path, &bytes).map_err(|error| Complaint::system(&error))?;
    Ok(path.display().to_string())
}

pub fn open(args: &OpenArgs, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let size = std::fs::metadata(&args.package).map_err(|error| Complaint::system(&error))?.len();
    // What is too large to be a package is not read whole; its beginning is told to be none.
    let bytes = if size > LIMIT { Vec::new() } else { read(&args.package)? };
    let app = opening::app(&args.file, key_file)?;
    let by = people::acting(&app, args.person.as_deref())?;
    let taken = app.take_handover_in(&bytes, by, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    let values = [
        ("number", taken.number.clone().into()),
        ("organisation", taken.file.organisation.clone().into()),
        ("theirs", taken.file.number.clone().into()),
        ("fingerprint", taken.file.fingerprint.clone().into()),
        ("count", taken.acknowledged.into()),
    ];
    let id = format!("handover-outcome-{}", kebab(&word(&taken.outcome)));
    terminal.answer(&json!(taken), &id, &values);
    if !taken.file.unmatched.is_empty() {
        terminal.add("handover-unmatched", &[("names", taken.file.unmatched.join(", ").into())]);
    }
    if !taken.file.known {
        terminal.add("handover-signer-unknown", &values[3..4]);
    }
    Ok(End::Done)
}

fn read(path: &Path) -> Result<Vec<u8>, Complaint> {
    std::fs::read(path).map_err(|error| Complaint::system(&error))
}

/// The key that signs: the one in a file, where a machine has no keychain, else that of the device.
fn device_key(file: Option<&Path>) -> Result<SigningKey, Complaint> {
    let Some(file) = file else {
        return keychain::device_key().map_err(|fault| Complaint::system(&fault));
    };
    let text = std::fs::read_to_string(file).map_err(|error| Complaint::system(&error))?;
    let bytes: BlobHash = text.trim().parse().map_err(|error| Complaint::system(&error))?;
    Ok(SigningKey::from_bytes(&bytes.0))
}
