//! `lotse gobag`: what the day without power needs, as a folder, or as one archive that a password closes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::terminal::{Complaint, End, Terminal};
use super::{clock, import, opening, people, report};
use crate::domain::organisation::Language;
use crate::reports::frame::PaperAsked;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    #[arg(long, value_parser = super::paper_language)]
    language: Option<Language>,
    #[arg(long = "as", value_name = "PERSON")]
    person: Option<String>,
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    let app = opening::asking(&args.file, key_file)?;
    let password = args.password_file.as_deref().map(password).transpose()?;
    let by = match &args.person {
        Some(name) => Some(people::find(&app, name)?),
        None => people::only(&app)?,
    };
    let language = match args.language {
        Some(language) => language,
        None => people::organisation(&app)?.language,
    };
    let asked = PaperAsked { language, by, at: clock::now() };
    let bag = app.go_bag(&asked).map_err(|fault| Complaint::of(&fault))?;
    let place = match password {
        None => {
            bag.write(&args.out).map_err(|error| unwritten(&args.out, &error))?;
            args.out.clone()
        }
        Some(password) => {
            fs::create_dir_all(&args.out).map_err(|error| import::file(&args.out, &error))?;
            let path = args.out.join(format!("{}.zip", bag.name));
            let bytes = bag.closed(&password).map_err(|fault| Complaint::of(&fault))?;
            report::write_whole(&path, &bytes).map_err(|error| import::file(&path, &error))?;
            path
        }
    };
    let names: Vec<_> = bag.files.iter().map(|file| file.name.as_str()).collect();
    let answer = json!({ "place": place.display().to_string(), "files": names });
    let values = [("path", place.display().to_string().into()), ("files", names.len().into())];
    terminal.answer(&answer, "gobag-written", &values);
    Ok(End::Done)
}

fn unwritten(folder: &Path, error: &io::Error) -> Complaint {
    if error.kind() == io::ErrorKind::AlreadyExists {
        Complaint::of(&json!({ "code": "folderNotEmpty", "folder": folder.display().to_string() }))
    } else {
        import::file(folder, error)
    }
}

/// The first line of a file; a password on the command line would stand in the history of the shell.
fn password(file: &Path) -> Result<String, Complaint> {
    let text = fs::read_to_string(file).map_err(|error| import::file(file, &error))?;
    let line = text.lines().next().unwrap_or_default().to_owned();
    if line.is_empty() { Err(Complaint::misused("--password-file", "…")) } else { Ok(line) }
}
