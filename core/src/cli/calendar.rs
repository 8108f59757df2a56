//! `lotse calendar`: the deadlines as iCalendar, in one file or in a folder with one file each.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::report::write_whole;
use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening};
use crate::calendar::files;
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
    let entries = app
        .planned(args.language, clock::now(), |planned, frame| {
            if one_file {
                vec![(String::new(), crate::calendar::whole(planned, frame), planned.len())]
            } else {
                files(planned, frame).into_iter().map(|(name, text)| (name, text, 1)).collect()
            }
        })
        .map_err(|fault| Complaint::of(&fault))?;
    let count: usize = entries.iter().map(|(_, _, count)| count).sum();
    if one_file {
        for (_, text, _) in &entries {
            write_whole(&args.out, text.as_bytes()).map_err(|error| Complaint::system(&error))?;
        }
    } else {
        folder(&args.out, &entries).map_err(|error| Complaint::system(&error))?;
    }
    let path = args.out.display().to_string();
    let answer = json!({ "path": path, "deadlines": count });
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    terminal.answer(&answer, "calendar-written", &[("count", count.into()), ("path", path.clone().into())]);
    Ok(End::Done)
}

/// Writes the files and takes away those of entries that there are no more; what is not ours stays.
fn folder(out: &Path, entries: &[(String, String, usize)]) -> std::io::Result<()> {
    std::fs::create_dir_all(out)?;
    let names: BTreeSet<&str> = entries.iter().map(|(name, _, _)| name.as_str()).collect();
    for found in std::fs::read_dir(out)? {
        let found = found?;
        let name = found.file_name().to_string_lossy().into_owned();
        if name.ends_with("-lotse.ics") && !names.contains(name.as_str()) {
            std::fs::remove_file(found.path())?;
        }
    }
    for (name, text, _) in entries {
        write_whole(&out.join(name), text.as_bytes())?;
    }
    Ok(())
}
