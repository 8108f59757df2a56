//! `lotse calendar`: the deadlines as iCalendar, in one file or in a folder with one file each.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::report::write_whole;
use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening};
use crate::calendar;
use crate::domain::organisation::Language;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(long, value_name = "ICS|DIR", value_parser = super::whole_path())]
    out: PathBuf,
    #[arg(long, value_parser = super::paper_language)]
    language: Option<Language>,
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::asking(&args.file, key_file)?;
    let one_file = args.out.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ics"));
    let entries = app.planned(args.language, clock::now(), |planned, frame| {
        let texts = if one_file {
            vec![(String::new(), calendar::whole(planned, frame))]
        } else {
            calendar::files(planned, frame)
        };
        (texts, planned.len())
    });
    let (texts, count) = entries.map_err(|fault| Complaint::of(&fault))?;
    let written = match texts.as_slice() {
        [(_, text)] if one_file => write_whole(&args.out, text.as_bytes()),
        texts => calendar::folder::keep(&args.out, texts, write_whole).map(|_| ()),
    };
    written.map_err(|error| Complaint::system(&error))?;
    let path = args.out.display().to_string();
    let answer = json!({ "path": path, "deadlines": count });
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    terminal.answer(&answer, "calendar-written", &[("count", count.into()), ("path", path.clone().into())]);
    Ok(End::Done)
}
