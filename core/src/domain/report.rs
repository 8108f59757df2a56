//! An issued report: which paper, about which record, in which version, with which bytes. One stream a paper.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Context;
use super::organisation::Language;
use crate::ids::{BlobHash, Number, PersonId, StreamId};
use crate::time::Instant;

/// The kinds of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum ReportKind {
    /// The post-incident report (report-contents.md (a)).
    PostIncident,
}

/// An order about a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "ReportCommand")]
#[schemars(rename = "ReportCommand")]
pub enum Command {
    /// Approve and issue a report: its bytes are kept as evidence and it cannot change any more.
    /// On the record of a report that was issued before: a new version of it.
    Issue {
        /// The kind of paper.
        kind: ReportKind,
        /// The record that it is about.
        about: StreamId,
        /// The language of the paper.
        language: Language,
        /// Who approved it.
        approver: PersonId,
    },
}

/// The paper that was set for an order to issue; made by the program, not by the sender.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// SHA-256 of its bytes.
    pub hash: BlobHash,
    /// Its pages.
    pub pages: u32,
    /// The head of the log that its facts come from: sequence number.
    pub head_seq: u64,
}

/// What happened to a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The fields are those of the command and of the paper.
pub enum Event {
    Issued {
        number: Number,
        version: u32,
        kind: ReportKind,
        about: StreamId,
        language: Language,
        approver: PersonId,
        hash: BlobHash,
        pages: u32,
        head_seq: u64,
    },
}

/// Why an order about a report is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "ReportRefusal")]
#[schemars(rename = "ReportRefusal")]
pub enum Refusal {
    #[error("no paper was set")]
    PaperMissing,
    #[error("this report is about another record")]
    OtherRecord,
}

/// One version of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Counted from 1.
    pub version: u32,
    /// The language of the paper.
    pub language: Language,
    /// Who approved it.
    pub approver: PersonId,
    /// SHA-256 of its bytes.
    pub hash: BlobHash,
    /// Its pages.
    pub pages: u32,
    /// When it was issued.
    pub issued: Instant,
}

/// An issued report with all its versions, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The number that people say.
    pub number: Number,
    /// The kind of paper.
    pub kind: ReportKind,
    /// The record that it is about.
    pub about: StreamId,
    /// Its versions.
    pub versions: Vec<Version>,
}

/// What follows from an order.
///
/// # Errors
/// The reason why it is refused.
pub fn decide(
    report: Option<&Report>,
    command: &Command,
    paper: Option<&Paper>,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let Command::Issue { kind, about, language, approver } = command;
    let paper = paper.ok_or(Refusal::PaperMissing)?;
    if report.is_some_and(|report| report.about != *about || report.kind != *kind) {
        return Err(Refusal::OtherRecord);
    }
    let (number, version) = next(report, context.number);
    Ok(vec![Event::Issued {
        number,
        version,
        kind: *kind,
        about: *about,
        language: *language,
        approver: *approver,
        hash: paper.hash,
        pages: paper.pages,
        head_seq: paper.head_seq,
    }])
}

/// Number and version that the next paper of this record bears.
pub fn next(report: Option<&Report>, free: Number) -> (Number, u32) {
    let versions = report.map_or(0, |report| report.versions.len());
    (
        report.map_or(free, |report| report.number),
        u32::try_from(versions).unwrap_or(u32::MAX).saturating_add(1),
    )
}

/// The state after an event.
pub fn evolve(report: Option<Report>, event: &Event, recorded: Instant) -> Report {
    let Event::Issued { number, version, kind, about, language, approver, hash, pages, .. } = event;
    let mut report =
        report.unwrap_or(Report { number: *number, kind: *kind, about: *about, versions: Vec::new() });
    report.versions.push(Version {
        version: *version,
        language: *language,
        approver: *approver,
        hash: *hash,
        pages: *pages,
        issued: recorded,
    });
    report
}
