//! `lotse verify`: proves that nobody altered the record, or names the first thing that does not fit; says which record a
//! paper is.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde_json::{Value, json};

use super::opening;
use super::terminal::{Complaint, End, Terminal};
use crate::app::proof::{self, Proof, ProofView};
use crate::ids::BlobHash;
use crate::log::chain::sha256;
use crate::queries::papers;
use crate::queries::views::ReportRow;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(long, value_name = "PDF")]
    report: Option<PathBuf>,
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let workspace = opening::look(&args.file, key_file)?;
    let reader = workspace.reader().map_err(|fault| Complaint::of(&fault))?;
    let proof = proof::prove(&reader, &mut terminal.progress()).map_err(|fault| Complaint::of(&fault))?;
    let mut answer = json!(ProofView::from(&proof));
    let paper = args.report.as_deref().map(|report| paper(&reader, report)).transpose()?;
    if let Some(paper) = &paper {
        answer["paper"] = json!(paper.as_ref().map(|(row, _)| row));
        answer["supersededBy"] = json!(paper.as_ref().and_then(|(_, newer)| *newer));
    }
    tell(&proof, &answer, terminal);
    match &paper {
        Some(Some((row, newer))) => {
            let values = [
                ("number", row.number.clone().into()),
                ("version", row.version.to_string().into()),
                ("about", row.about_number.clone().into()),
                ("title", row.about_title.clone().into()),
            ];
            terminal.add("verify-paper", &values);
            if let Some(version) = newer {
                terminal.add("verify-paper-superseded", &[("version", version.to_string().into())]);
            }
        }
        Some(None) => terminal.add("verify-paper-unknown", &[]),
        None => {}
    }
    let fits = proof.finding.is_none() && !matches!(paper, Some(None));
    Ok(if fits { End::Done } else { End::FoundWanting })
}

/// Which of our papers a file is, and the version that came after it; none when it is none of ours.
fn paper(reader: &Connection, file: &Path) -> Result<Option<(ReportRow, Option<u32>)>, Complaint> {
    let failed = |fault| Complaint::of(&crate::app::Fault::from(fault));
    let bytes = std::fs::read(file).map_err(|error| Complaint::system(&error))?;
    let Some(row) = papers::with_hash(reader, BlobHash(sha256(&bytes))).map_err(failed)? else {
        return Ok(None);
    };
    let newest = papers::newest_version(reader, row.report).map_err(failed)?;
    let newer = (row.version < newest).then_some(newest);
    Ok(Some((row, newer)))
}

fn tell(proof: &Proof, answer: &Value, terminal: &Terminal) {
    let events = proof.chain.events.to_string();
    let Some(finding) = answer.get("finding").filter(|finding| !finding.is_null()) else {
        let hash = proof.chain.head.map(|head| BlobHash(head.hash).to_string()).unwrap_or_default();
        let values = [
            ("events", events.into()),
            ("evidence", proof.chain.evidence.to_string().into()),
            ("hash", hash.into()),
        ];
        terminal.answer(answer, "verify-fits", &values);
        if proof.newer > 0 {
            terminal.add("verify-newer", &[("count", proof.newer.into())]);
        }
        return;
    };
    let finding = terminal.sentence("finding", finding);
    terminal.answer(answer, "verify-does-not-fit", &[("finding", finding.into()), ("events", events.into())]);
    if !proof.damage.pages.is_empty() {
        let pages: Vec<String> = proof.damage.pages.iter().map(u32::to_string).collect();
        terminal.add("verify-pages", &[("pages", pages.join(", ").into())]);
    }
}
