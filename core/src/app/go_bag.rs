//! The go-bag: what the day without power needs, as a folder of files or as one archive that a password closes.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Cursor, Write as _};
use std::path::Path;

use ring::digest::{SHA256, digest};
use zip::write::SimpleFileOptions;
use zip::{AesMode, CompressionMethod, ZipWriter};

use super::papers::unset;
use super::{App, Fault, unexpected};
use crate::domain::guide::Kind;
use crate::domain::organisation::Language;
use crate::ids::{BlobHash, RecordRef};
use crate::queries;
use crate::reports::frame::{Frame, PaperAsked};
use crate::reports::plan_steps::{self, PlanStepsFacts};
use crate::reports::{go_bag, guide, step_sheet};
use crate::time::Day;
use crate::words::Words;

/// A file of a go-bag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A go-bag. The same facts give the same files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoBag {
    /// Its name, which bears its day.
    pub name: String,
    /// Its files; the first says what the others are.
    pub files: Vec<Packed>,
}

impl App {
    /// Packs the documents that hold, a sheet of the steps of each guide and of each approved action plan, the contacts and a
    /// log to write on, with a text that says from when they are and what their hashes are.
    ///
    /// # Errors
    /// `PaperFailed`, or a failure of the world.
    pub fn go_bag(&self, asked: &PaperAsked) -> Result<GoBag, Fault> {
        let (facts, guides, plans) = self.at_one_place(|conn| {
            let valid = queries::guide::valid(conn, asked.at)?.into_iter();
            let guides = valid.map(|(guide, version)| guide::gather(conn, guide, version, asked));
            let plans = queries::plan::in_use(conn)?.into_iter();
            let plans = plans.map(|plan| PlanStepsFacts::of_plan(conn, RecordRef::Id(plan), None, asked));
            let (guides, plans) =
                (guides.collect::<Result<Vec<_>, _>>()?, plans.collect::<Result<Vec<_>, _>>()?);
            Ok((go_bag::gather(conn, asked)?, guides, plans))
        })?;
        let words = words(asked.language);
        let mut files = Vec::new();
        for guide in &guides {
            let (number, title) = (guide.guide.number, &guide.guide.title);
            let name = format!("{number} {title} v{}.pdf", guide.version.version);
            let bytes = guide::print(guide).map_err(|error| unset(&error))?.bytes;
            files.push(Packed { name: file_name(&name), bytes });
            if guide.guide.kind == Kind::RecoveryGuide
                && let Some(sheet) = step_sheet::print(guide).map_err(|error| unset(&error))?
            {
                let name = words.say("gobag-file-steps", &[("guide", name.trim_end_matches(".pdf").into())]);
                files.push(Packed { name: file_name(&name), bytes: sheet.bytes });
            }
        }
        for plan in &plans {
            let title = &plan.content.about.title;
            let name = format!("{} {title} v{}", plan.number, plan.version);
            let name = words.say("gobag-file-steps", &[("guide", name.into())]);
            let bytes = plan_steps::print(plan).map_err(|error| unset(&error))?.bytes;
            files.push(Packed { name: file_name(&name), bytes });
        }
        let contacts = go_bag::print_contacts(&facts).map_err(|error| unset(&error))?.bytes;
        let log = go_bag::print_log(&facts).map_err(|error| unset(&error))?.bytes;
        files.push(Packed { name: file_name(&words.say("gobag-file-contacts", &[])), bytes: contacts });
        files.push(Packed { name: file_name(&words.say("gobag-file-log", &[])), bytes: log });
        let readme = readme(words, &facts.frame, &files, guides.is_empty());
        files.insert(0, Packed { name: "LIESMICH-README.txt".to_owned(), bytes: readme.into_bytes() });
        let day = Day::at(asked.at, facts.frame.zone).to_string();
        Ok(GoBag { name: file_name(&words.say("gobag-file", &[("day", day.into())])), files })
    }
}

fn words(language: Language) -> &'static Words {
    match language {
        Language::De => Words::german(),
        Language::En => Words::english(),
    }
}

fn readme(words: &Words, frame: &Frame, files: &[Packed], no_guide: bool) -> String {
    let at = frame.asked.at.in_zone(frame.zone).format("%Y-%m-%d %H:%M %Z").to_string();
    let values = [
        ("organisation", frame.organisation.clone().into()),
        ("at", at.into()),
        ("seq", frame.head.seq.to_string().into()),
        ("hash", frame.head.hash.clone().into()),
    ];
    let mut text = words.say("gobag-readme", &values);
    if no_guide {
        text = format!("{text}\n\n{}", words.say("gobag-readme-no-guide", &[]));
    }
    text.push_str("\n\nSHA-256\n");
    for file in files {
        let hash = digest(&SHA256, &file.bytes);
        let hash = BlobHash(hash.as_ref().try_into().unwrap_or_default());
        // Writing into a text cannot fail.
        let _ = writeln!(text, "{hash}  {}", file.name);
    }
    // Whoever opens it on an older Windows sees lines.
    text.replace('\n', "\r\n")
}

/// A name that every file system takes.
fn file_name(name: &str) -> String {
    let fits = |sign: char| {
        !sign.is_control() && !matches!(sign, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
    };
    let name: String = name.chars().map(|sign| if fits(sign) { sign } else { '-' }).collect();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    let short: String = stem.chars().take(100).collect();
    if ending.is_empty() { short } else { format!("{}.{ending}", short.trim()) }
}

impl GoBag {
    /// Writes the files into a folder, which is made where it is not there.
    ///
    /// # Errors
    /// When the folder cannot be written, or `AlreadyExists` when it holds something: what is old is not mixed with what is
    /// new.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        fs::create_dir_all(folder)?;
        if fs::read_dir(folder)?.next().is_some() {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, folder.display().to_string()));
        }
        for file in &self.files {
            let mut written = fs::File::create(folder.join(&file.name))?;
            written.write_all(&file.bytes)?;
            written.sync_all()?;
        }
        Ok(())
    }

    /// The files as one ZIP archive, each encrypted with AES-256 (WinZip AE-2, which 7-Zip, WinZip and macOS archivers read).
    /// Their names can be read without the password.
    ///
    /// # Errors
    /// When the archive cannot be made.
    pub fn closed(&self, password: &str) -> Result<Vec<u8>, Fault> {
        let packed = || -> zip::result::ZipResult<Vec<u8>> {
            let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
            // What lies in it is compressed already.
            let options = SimpleFileOptions::default()
                .compression_method(CompressionMethod::Stored)
                .with_aes_encryption(AesMode::Aes256, password);
            for file in &self.files {
                archive.start_file(format!("{}/{}", self.name, file.name), options)?;
                archive.write_all(&file.bytes)?;
            }
            Ok(archive.finish()?.into_inner())
        };
        packed().map_err(|error| unexpected(&error))
    }
}
