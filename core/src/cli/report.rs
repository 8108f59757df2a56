//! `lotse report`: sets a report, today, the register, a record or a paper to fill in as PDF; with `--issue` a report is
//! approved, numbered and kept first.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::list::wanted::Wanted;
use super::terminal::{Complaint, End, Terminal};
use super::{clock, opening, orders, people};
use crate::app::{Answer, App, Order, Question};
use crate::domain::Command;
use crate::domain::organisation::Language;
use crate::domain::report::{self, Confidentiality, Imprint, ReportKind};
use crate::ids::{OrderId, RecordRef, StreamId};
use crate::queries::views::{RegisterRow, ReportRow};
use crate::reports::frame::PaperAsked;
use crate::reports::register::Further;
use crate::time::Day;

/// The kinds of report.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Kind {
    PostIncident,
    Review,
    Test,
    Today,
    Register,
    Ledger,
    Guide,
    Plan,
    Steps,
    Slip,
    Notice,
    Change,
    Finding,
}

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_parser = super::whole_path())]
    file: PathBuf,
    #[arg(value_enum)]
    kind: Kind,
    #[arg(required_if_eq_any([("kind", "post-incident"), ("kind", "review"), ("kind", "test"), ("kind", "guide"), ("kind", "plan"), ("kind", "steps"), ("kind", "slip"), ("kind", "notice"), ("kind", "change"), ("kind", "finding")]))]
    record: Option<RecordRef>,
    #[arg(long, value_name = "PDF")]
    out: PathBuf,
    #[arg(long, value_parser = super::paper_language)]
    language: Option<Language>,
    #[arg(long = "where", value_name = "KEY=VALUE")]
    filter: Vec<String>,
    #[arg(long)]
    search: Option<String>,
    #[arg(long, value_name = "DATE")]
    on: Option<Day>,
    #[arg(long, value_name = "N")]
    version: Option<u32>,
    #[arg(long)]
    issue: bool,
    #[arg(long = "as", value_name = "PERSON")]
    person: Option<String>,
    #[arg(long, value_name = "PERSON", requires = "issue")]
    author: Option<String>,
    #[arg(long, value_name = "PERSON", requires = "issue")]
    reviewer: Option<String>,
    #[arg(long, value_enum, requires = "issue")]
    confidentiality: Option<Readers>,
    #[arg(long, value_name = "TEXT", requires = "issue", default_value = "")]
    distribution: String,
    #[arg(long, value_name = "TEXT", requires = "issue", default_value = "")]
    changes: String,
}

/// Who may read a report.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Readers {
    Public,
    Internal,
    Confidential,
    StrictlyConfidential,
}

impl From<Readers> for Confidentiality {
    fn from(readers: Readers) -> Self {
        match readers {
            Readers::Public => Self::Public,
            Readers::Internal => Self::Internal,
            Readers::Confidential => Self::Confidential,
            Readers::StrictlyConfidential => Self::StrictlyConfidential,
        }
    }
}

pub fn run(args: &Args, key_file: Option<&Path>, terminal: &Terminal) -> Result<End, Complaint> {
    fitting(args)?;
    let (bytes, issued) = match (args.kind, args.record) {
        (Kind::Today, _) => (today(&opening::asking(&args.file, key_file)?, args)?, None),
        (Kind::Register, _) => (register(args, key_file)?, None),
        (Kind::Ledger, _) => (ledger(&opening::asking(&args.file, key_file)?, args)?, None),
        (Kind::PostIncident, record) => of_record(args, ReportKind::PostIncident, record, key_file)?,
        (Kind::Test, record) => of_record(args, ReportKind::DrTest, record, key_file)?,
        (Kind::Review, record) => of_record(args, ReportKind::ProcessReview, record, key_file)?,
        (
            kind @ (Kind::Guide
            | Kind::Plan
            | Kind::Steps
            | Kind::Slip
            | Kind::Notice
            | Kind::Change
            | Kind::Finding),
            record,
        ) => {
            let record = record.ok_or_else(|| Complaint::misused("report", "RECORD"))?;
            (paper(kind, record, args, key_file)?, None)
        }
    };
    write_whole(&args.out, &bytes).map_err(|error| Complaint::system(&error))?;
    let path = args.out.display().to_string();
    let answer = json!({ "file": path, "bytes": bytes.len(), "issued": issued });
    terminal.answer(&answer, "report-written", &[("path", path.clone().into())]);
    Ok(End::Done)
}

/// What belongs to another kind of paper is misuse, and not passed over.
fn fitting(args: &Args) -> Result<(), Complaint> {
    let is = |kind: Kind| args.kind as u8 == kind as u8;
    let is_report = is(Kind::PostIncident) || is(Kind::Review) || is(Kind::Test);
    let versioned = is(Kind::Guide) || is(Kind::Plan);
    let is_list = is(Kind::Register);
    let of_a_record = !is_list && !is(Kind::Today) && !is(Kind::Ledger);
    let given = [
        (
            args.record.map(|record| record.to_string()),
            of_a_record,
            "post-incident, review, test, guide, plan, steps, slip, notice, change, finding",
        ),
        (args.issue.then(|| "--issue".to_owned()), is_report, "post-incident, review, test"),
        (args.search.as_ref().map(|_| "--search".to_owned()), is_list, "register"),
        (args.filter.first().map(|_| "--where".to_owned()), is_list, "register"),
        (args.on.map(|_| "--on".to_owned()), is(Kind::Ledger), "ledger"),
        (args.version.map(|_| "--version".to_owned()), versioned, "guide, plan"),
    ];
    let astray = given.into_iter().find_map(|(word, fits, kind)| Some((word.filter(|_| !fits)?, kind)));
    astray.map_or(Ok(()), |(word, kind)| Err(Complaint::misused(&word, kind)))
}

/// The paper about a record that is no report: nothing of it is kept.
fn paper(kind: Kind, record: RecordRef, args: &Args, key_file: Option<&Path>) -> Result<Vec<u8>, Complaint> {
    let app = opening::asking(&args.file, key_file)?;
    let asked = asked(&app, args)?;
    let bytes = match kind {
        Kind::Guide => app.guide(record, args.version, &asked),
        Kind::Plan => app.plan_steps(record, args.version, &asked),
        Kind::Steps => app.test_steps(record, &asked),
        Kind::Slip => app.slip(record, &asked),
        Kind::Notice => app.notice_paper(record, &asked),
        Kind::Change => app.change_paper(record, &asked),
        Kind::Finding => app.finding_paper(record, &asked),
        Kind::PostIncident | Kind::Review | Kind::Test | Kind::Today | Kind::Register | Kind::Ledger => {
            return Err(Complaint::system(&"not a paper about a record"));
        }
    };
    bytes.map_err(|fault| Complaint::of(&fault))
}

fn today(app: &App, args: &Args) -> Result<Vec<u8>, Complaint> {
    app.today(&asked(app, args)?).map_err(|fault| Complaint::of(&fault))
}

fn ledger(app: &App, args: &Args) -> Result<Vec<u8>, Complaint> {
    app.ledger(args.on, &asked(app, args)?).map_err(|fault| Complaint::of(&fault))
}

fn register(args: &Args, key_file: Option<&Path>) -> Result<Vec<u8>, Complaint> {
    let app = opening::searching(&args.file, key_file, args.search.is_some())?;
    let wanted = Wanted::read(&app, &args.filter, args.search.as_deref())?;
    let fits = |row: &RegisterRow| wanted.fits(row);
    let further = Further { said: &wanted.row, fits: &fits };
    let further = Some(&further).filter(|further| !further.said.is_empty());
    app.register(&wanted.query, further, &asked(&app, args)?).map_err(|fault| Complaint::of(&fault))
}

/// Who asks: whoever was named, else the only one who takes part, else nobody.
fn asked(app: &App, args: &Args) -> Result<PaperAsked, Complaint> {
    let by = match &args.person {
        Some(name) => Some(people::find(app, name)?),
        None => people::only(app)?,
    };
    Ok(PaperAsked { language: language(app, args)?, by, at: clock::now() })
}

fn language(app: &App, args: &Args) -> Result<Language, Complaint> {
    args.language.map_or_else(|| Ok(people::organisation(app)?.language), Ok)
}

/// The draft about a record, or with `--issue` the report that is approved and kept first.
fn of_record(
    args: &Args,
    kind: ReportKind,
    record: Option<RecordRef>,
    key_file: Option<&Path>,
) -> Result<(Vec<u8>, Option<ReportRow>), Complaint> {
    let record = record.ok_or_else(|| Complaint::misused("report", "RECORD"))?;
    if args.issue {
        let app = opening::app(&args.file, key_file)?;
        let row = issue(&app, args, kind, record)?;
        return Ok((app.evidence(row.hash).map_err(|fault| Complaint::of(&fault))?, Some(row)));
    }
    let app = opening::asking(&args.file, key_file)?;
    about(&app, kind, record)?;
    let language = language(&app, args)?;
    Ok((app.draft(record, language).map_err(|fault| Complaint::of(&fault))?, None))
}

/// The record that a kind of report is about, and the report about it that was issued first.
fn about(app: &App, kind: ReportKind, record: RecordRef) -> Result<(StreamId, Option<StreamId>), Complaint> {
    let question = match kind {
        ReportKind::PostIncident => Question::Incident { record },
        ReportKind::ProcessReview => Question::Review { record, by: None },
        ReportKind::DrTest => Question::Drill { record, by: None, tick: None },
    };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    #[allow(clippy::wildcard_enum_match_arm)] // Only the answers to the three questions above have a report.
    let (record, first) = match answer {
        Answer::Incident(view) => (view.id, view.reports.first().map(|noted| noted.report)),
        Answer::Drill(view) => (view.id, view.reports.first().map(|noted| noted.report)),
        Answer::Review(view) => (view.id, view.reports.first().map(|noted| noted.report)),
        _ => return Err(Complaint::system(&"not a record with a report")),
    };
    Ok((record, first))
}

fn issue(app: &App, args: &Args, kind: ReportKind, record: RecordRef) -> Result<ReportRow, Complaint> {
    let approver = people::acting(app, args.person.as_deref())?;
    let (about, before) = about(app, kind, record)?;
    let named = |person: &Option<String>| person.as_deref().map(|name| people::find(app, name)).transpose();
    let imprint = Imprint {
        author: named(&args.author)?,
        reviewer: named(&args.reviewer)?,
        confidentiality: args.confidentiality.map(Confidentiality::from),
        distribution: args.distribution.clone(),
        changes: args.changes.clone(),
    };
    let language = language(app, args)?;
    let command = report::Command::Issue { kind, about, language, approver, imprint };
    let order = Order {
        id: OrderId(orders::fresh_id()),
        by: approver,
        record: before.map(RecordRef::Id),
        command: Command::Report(command),
        batch: None,
    };
    let committed = app.execute(&order, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    let answer = app.query(&Question::Reports {}, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    let Answer::Reports(reports) = answer else { return Err(Complaint::system(&"no reports")) };
    let of_this = reports.issued.into_iter().filter(|row| row.report == committed.record);
    of_this.max_by_key(|row| row.version).ok_or_else(|| Complaint::system(&"the report is not listed"))
}

/// Writes a file whole or not at all.
pub fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let mut part = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
    part.write_all(bytes)?;
    part.as_file().sync_all()?;
    part.persist(path).map_err(|error| error.error)?;
    Ok(())
}
