//! Sets papers from the facts of the log: a draft for whoever looks, the bytes that are issued for an order.

use rusqlite::{Connection, Transaction};

use super::{App, Failure, Fault, unexpected};
use crate::domain::organisation::Language;
use crate::domain::report::{Command, Paper, Report, ReportKind, next};
use crate::ids::{Number, PersonId, RecordRef};
use crate::log::blob;
use crate::reports::post_incident::{self, Issue};
use crate::reports::typeset::Rendered;

impl App {
    /// The draft of the report about a record, set from the facts as they are now: a PDF that says that it is a draft.
    ///
    /// # Errors
    /// `NoSuchRecord`, `PaperFailed`, or a failure of the world.
    pub fn draft(&self, record: RecordRef, language: Language) -> Result<Vec<u8>, Fault> {
        let reader = self.workspace.reader().map_err(|fault| unexpected(&fault))?;
        Ok(set(&reader, ReportKind::PostIncident, record, language, None, None)?.bytes)
    }
}

fn set(
    conn: &Connection,
    kind: ReportKind,
    record: RecordRef,
    language: Language,
    author: Option<PersonId>,
    issue: Option<Issue>,
) -> Result<Rendered, Fault> {
    match kind {
        ReportKind::PostIncident => {
            let facts = post_incident::gather(conn, record, language, author, issue)?;
            let failed = |error: crate::reports::typeset::TypesetError| Failure::PaperFailed {
                detail: error.to_string(),
            };
            post_incident::print(&facts).map_err(|error| Fault::Failed(failed(error)))
        }
    }
}

/// Sets the paper that an order issues under its number and version, and keeps its bytes.
///
/// # Errors
/// `NoSuchRecord`, `PaperFailed`, or a failure of the world.
pub fn issue(
    tx: &Transaction<'_>,
    report: Option<&Report>,
    command: &Command,
    free: Number,
    author: PersonId,
) -> Result<Paper, Fault> {
    let Command::Issue { kind, about, language, approver, imprint } = command;
    let (number, version) = next(report, free);
    let author = imprint.author.unwrap_or(author);
    let issue = Issue { number: number.to_string(), version, approver: *approver, imprint: imprint.clone() };
    let head_seq = crate::log::head(tx)?.map_or(0, |head| head.seq);
    let set = set(tx, *kind, RecordRef::Id(*about), *language, Some(author), Some(issue))?;
    let hash = blob::put(tx, &set.bytes)?;
    Ok(Paper { hash, pages: u32::try_from(set.pages).unwrap_or(u32::MAX), head_seq })
}
