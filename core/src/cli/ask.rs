//! `lotse ask`: questions as JSON, one a line, from standard input; one answer a line, in the same order. Reads beside a
//! window that has the workspace open.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::terminal::{Complaint, End, Terminal};
use super::{clock, lines, opening};
use crate::app::{App, Question};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
}

/// An answer is what was asked for, or `{"fault":…}`; the end is 1 when one question has no answer.
pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let workspace = opening::look(&args.file, key_file)?;
    let app = App::new(workspace, Box::new(clock::SystemEntropy)).map_err(|fault| Complaint::of(&fault))?;
    let mut end = End::Done;
    for line in lines::from(std::io::stdin().lock()) {
        let answer = line
            .map_err(|error| Complaint::system(&error))?
            .and_then(|line| {
                serde_json::from_value::<Question>(line).map_err(|error| lines::not_understood(&error))
            })
            .and_then(|question| app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault)));
        match answer {
            Ok(answer) => terminal.line(&answer),
            Err(complaint) => {
                terminal.line(&json!({ "fault": complaint.json() }));
                end = End::FoundWanting;
            }
        }
    }
    Ok(end)
}
