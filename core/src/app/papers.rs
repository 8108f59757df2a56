//! Sets papers from the facts of the log: a draft for whoever looks, the bytes that are issued for an order.

use rusqlite::{Connection, Transaction};

use super::{App, Bytes, Failure, Fault, failed, handing_over, unexpected};
use crate::domain::organisation::Language;
use crate::domain::report::{Command, Paper, Report, ReportKind, next};
use crate::ids::{Number, PersonId, RecordRef};
use crate::log::blob;
use crate::queries::deadlines::Planned;
use crate::queries::views::RegisterQuery;
use crate::reports::edition::{Issue, Wanted};
use crate::reports::frame::PaperAsked;
use crate::reports::plan_steps::{self, PlanStepsFacts};
use crate::reports::register::{self, Further};
use crate::reports::typeset::{Rendered, TypesetError};
use crate::reports::{
    change, dr_test, finding, guide, handover_slip, ledger, notice, post_incident, process_review, today,
};
use crate::time::{Day, Instant};
use crate::words::Words;
use crate::{calendar, queries};

impl App {
    /// Bytes that can be asked for beside the two verbs.
    ///
    /// # Errors
    /// `NoSuchEvidence`, `NoSuchRecord`, `PaperFailed`, or a failure of the world.
    pub fn bytes(&self, of: &Bytes) -> Result<Vec<u8>, Fault> {
        match of {
            Bytes::Evidence { hash } => self.evidence(*hash),
            Bytes::Draft { record, language } => self.draft(*record, *language),
            Bytes::Today(asked) => self.today(asked),
            Bytes::Register { query, asked } => self.register(query, None, asked),
            Bytes::Calendar { language, at } => self
                .planned(Some(*language), *at, |planned, frame| calendar::whole(planned, frame).into_bytes()),
            Bytes::Guide { record, version, asked } => self.guide(*record, *version, asked),
            Bytes::PlanSteps { record, version, asked } => self.plan_steps(*record, *version, asked),
            Bytes::TestSteps { record, asked } => self.test_steps(*record, asked),
            Bytes::Slip { record, asked } => self.slip(*record, asked),
            Bytes::Notice { record, asked } => self.notice_paper(*record, asked),
            Bytes::Change { record, asked } => self.change_paper(*record, asked),
            Bytes::Finding { record, asked } => self.finding_paper(*record, asked),
            Bytes::Ledger { on, asked } => self.ledger(*on, asked),
            Bytes::PlanSheet { record, version, language } => self.plan_sheet(*record, *version, *language),
        }
    }

    /// What needs somebody, as it stands at the instant that is asked for: a PDF.
    ///
    /// # Errors
    /// `PaperFailed`, or a failure of the world.
    pub fn today(&self, asked: &PaperAsked) -> Result<Vec<u8>, Fault> {
        let facts = self.at_one_place(|conn| Ok(today::gather(conn, asked)?))?;
        Ok(today::print(&facts).map_err(|error| unset(&error))?.bytes)
    }

    /// The register under the filters of a question and conditions beside it: a PDF.
    ///
    /// # Errors
    /// `PaperFailed`, or a failure of the world.
    pub fn register(
        &self,
        query: &RegisterQuery,
        further: Option<&Further<'_>>,
        asked: &PaperAsked,
    ) -> Result<Vec<u8>, Fault> {
        let facts = self.at_one_place(|conn| Ok(register::gather(conn, query, further, asked)?))?;
        Ok(register::print(&facts).map_err(|error| unset(&error))?.bytes)
    }

    /// A version of a document of the process: a PDF. None is the version that holds, else the one that somebody works on, else
    /// the newest.
    ///
    /// # Errors
    /// `NoSuchRecord`, `PaperFailed`, or a failure of the world.
    pub fn guide(
        &self,
        record: RecordRef,
        version: Option<u32>,
        asked: &PaperAsked,
    ) -> Result<Vec<u8>, Fault> {
        let facts = self.at_one_place(|conn| {
            let (guide, version) = queries::guide::version(conn, record, version, asked.at)?;
            Ok(guide::gather(conn, guide, version, asked)?)
        })?;
        Ok(guide::print(&facts).map_err(|error| unset(&error))?.bytes)
    }

    /// The step sheets of a version of an action plan: a PDF. None is the version that holds, else the newest.
    ///
    /// # Errors
    /// `NoSuchRecord`, `PaperFailed`, or a failure of the world.
    pub fn plan_steps(
        &self,
        record: RecordRef,
        version: Option<u32>,
        asked: &PaperAsked,
    ) -> Result<Vec<u8>, Fault> {
        let facts = self.at_one_place(|conn| Ok(PlanStepsFacts::of_plan(conn, record, version, asked)?))?;
        Ok(plan_steps::print(&facts).map_err(|error| unset(&error))?.bytes)
    }

    /// The step sheets of a DR test: a PDF.
    ///
    /// # Errors
    /// `NoSuchRecord`, `PaperFailed`, or a failure of the world.
    pub fn test_steps(&self, record: RecordRef, asked: &PaperAsked) -> Result<Vec<u8>, Fault> {
        let facts = self.at_one_place(|conn| Ok(PlanStepsFacts::of_test(conn, record, asked)?))?;
        Ok(plan_steps::print(&facts).map_err(|error| unset(&error))?.bytes)
    }

    /// The hand-over slip of a change request: a PDF.
    ///
    /// # Errors
    /// `NoSuchRecord`, `PaperFailed`, or a failure of the world.
    pub fn slip(&self, record: RecordRef, asked: &PaperAsked) -> Result<Vec<u8>, Fault> {
        let facts = self.at_one_place(|conn| {
            let package = handing_over::package_fingerprint(conn, record)?;
            Ok(handover_slip::gather(conn, record, package, asked)?)
        })?;
        Ok(handover_slip::print(&facts).map_err(|error| unset(&error))?.bytes)
    }

    /// A notice with who acknowledged it, and a list to sign: a PDF.
    ///
    /// # Errors
    /// `NoSuchRecord`, `PaperFailed`, or a failure of the world.
    pub fn notice_paper(&self, record: RecordRef, asked: &PaperAsked) -> Result<Vec<u8>, Fault> {
        let facts = self.at_one_place(|conn| Ok(notice::gather(conn, record, asked)?))?;
        Ok(notice::print(&facts).map_err(|error| unset(&error))?.bytes)
    }

    /// A change request with its decisions, its delegation, its work and its way: a PDF.
    ///
    /// # Errors
    /// `NoSuchRecord`, `PaperFailed`, or a failure of the world.
    pub fn change_paper(&self, record: RecordRef, asked: &PaperAsked) -> Result<Vec<u8>, Fault> {
        let facts = self.at_one_place(|conn| Ok(change::gather(conn, record, asked)?))?;
        Ok(change::print(&facts).map_err(|error| unset(&error))?.bytes)
    }

    /// A finding with its action, the proof of its effect and its way: a PDF.
    ///
    /// # Errors
    /// `NoSuchRecord`, `PaperFailed`, or a failure of the world.
    pub fn finding_paper(&self, record: RecordRef, asked: &PaperAsked) -> Result<Vec<u8>, Fault> {
        let facts = self.at_one_place(|conn| Ok(finding::gather(conn, record, asked)?))?;
        Ok(finding::print(&facts).map_err(|error| unset(&error))?.bytes)
    }

    /// The ledger of promises as it stood at the end of a day: a PDF.
    ///
    /// # Errors
    /// `PaperFailed`, or a failure of the world.
    pub fn ledger(&self, on: Option<Day>, asked: &PaperAsked) -> Result<Vec<u8>, Fault> {
        let facts = self.at_one_place(|conn| Ok(ledger::gather(conn, on, asked)?))?;
        Ok(ledger::print(&facts).map_err(|error| unset(&error))?.bytes)
    }

    /// Hands every deadline with what a calendar says of itself to `write`; in the language of the workspace unless another
    /// one is asked for.
    ///
    /// # Errors
    /// A failure of the world.
    pub fn planned<T>(
        &self,
        language: Option<Language>,
        now: Instant,
        write: impl FnOnce(&[Planned], &calendar::Frame<'_>) -> T,
    ) -> Result<T, Fault> {
        let (planned, organisation) = self.at_one_place(|conn| {
            Ok((queries::deadlines::planned(conn, now)?, queries::organisation::view(conn)?))
        })?;
        let words = match language.unwrap_or(organisation.language) {
            Language::De => Words::german(),
            Language::En => Words::english(),
        };
        let frame = calendar::Frame { organisation: &organisation.name, zone: organisation.zone, words };
        Ok(write(&planned, &frame))
    }

    /// Gathers facts of which none is newer than the head of the log that they name.
    pub(super) fn at_one_place<T>(
        &self,
        gather: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let reader = self.workspace.reader().map_err(|fault| unexpected(&fault))?;
        let tx = reader.unchecked_transaction().map_err(failed)?;
        gather(&tx)
    }

    /// The draft of the report about a record, set from the facts as they are now: a PDF that says that it is a draft.
    ///
    /// # Errors
    /// `NoSuchRecord`, `PaperFailed`, or a failure of the world.
    pub fn draft(&self, record: RecordRef, language: Language) -> Result<Vec<u8>, Fault> {
        self.at_one_place(|conn| {
            let kind = queries::papers::kind_about(conn, record)?;
            Ok(set(conn, kind, record, Wanted { language, author: None, issue: None })?.bytes)
        })
    }
}

fn set(conn: &Connection, kind: ReportKind, record: RecordRef, wanted: Wanted) -> Result<Rendered, Fault> {
    let rendered = match kind {
        ReportKind::PostIncident => post_incident::print(&post_incident::gather(conn, record, wanted)?),
        ReportKind::DrTest => dr_test::print(&dr_test::gather(conn, record, wanted)?),
        ReportKind::ProcessReview => process_review::print(&process_review::gather(conn, record, wanted)?),
    };
    rendered.map_err(|error| unset(&error))
}

/// A paper that could not be set.
pub(super) fn unset(error: &TypesetError) -> Fault {
    Fault::Failed(Failure::PaperFailed { detail: error.to_string() })
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
    let wanted = Wanted { language: *language, author: Some(author), issue: Some(issue) };
    let set = set(tx, *kind, RecordRef::Id(*about), wanted)?;
    let hash = blob::put(tx, &set.bytes)?;
    Ok(Paper { hash, pages: u32::try_from(set.pages).unwrap_or(u32::MAX), head_seq })
}
