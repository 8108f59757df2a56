//! `lotse ask`: questions as JSON, one a line, from standard input; one answer a line, in the same order. Reads beside a
//! window that has the workspace open.

use std::path::{Path, PathBuf};

use super::terminal::{Complaint, End, Terminal};
use super::{clock, lines, opening};
use crate::app::Question;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
}

/// An answer is what was asked for, or `{"fault":…}`; the end is 1 when one question has no answer.
pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::asking(&args.file, key_file)?;
    lines::answer_each(terminal, |line| {
        let question: Question = lines::understood(line)?;
        let question = question.read_at(clock::stopwatch());
        app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))
    })
}
