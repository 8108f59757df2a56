//! `lotse verify`: proves that nobody altered the record, or names the first thing that does not fit; says which record a
//! paper is.

use std::path::{Path, PathBuf};

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
    let mut superseded = None;
    let paper = match &args.report {
        Some(report) => {
            let bytes = std::fs::read(report).map_err(|error| Complaint::system(&error))?;
            let found = papers::with_hash(&reader, BlobHash(sha256(&bytes)));
            let found = found.map_err(|fault| Complaint::of(&crate::app::Fault::from(fault)))?;
            answer["paper"] = json!(found);
            let newest = |paper: &ReportRow| papers::newest_version(&reader, paper.report);
            let newest = found.as_ref().map(newest).transpose();
            let newest = newest.map_err(|fault| Complaint::of(&crate::app::Fault::from(fault)))?;
            superseded = newest.filter(|newest| found.as_ref().is_some_and(|paper| paper.version < *newest));
            answer["supersededBy"] = json!(superseded);
            Some(found)
        }
        None => None,
    };
    tell(&proof, &answer, terminal);
    match &paper {
        Some(Some(paper)) => terminal.add(
            "verify-paper",
            &[
                ("number", paper.number.clone().into()),
                ("version", paper.version.to_string().into()),
                ("about", paper.about_number.clone().into()),
                ("title", paper.about_title.clone().into()),
            ],
        ),
        Some(None) => terminal.add("verify-paper-unknown", &[]),
        None => {}
    }
    if let Some(version) = superseded {
        terminal.add("verify-paper-superseded", &[("version", version.to_string().into())]);
    }
    let fits = proof.finding.is_none() && !matches!(paper, Some(None));
    Ok(if fits { End::Done } else { End::FoundWanting })
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
            terminal.add("verify-newer", &[("count", proof.newer.to_string().into())]);
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
