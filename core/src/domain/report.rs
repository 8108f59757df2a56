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
    /// The report of a process review (report-contents.md (c)).
    ProcessReview,
    /// The report of a DR test (report-contents.md (b)).
    DrTest,
}

/// Who may read a paper (report-contents.md (a) 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Confidentiality {
    /// Anybody.
    Public,
    /// The organisation.
    Internal,
    /// Those whom the distribution names.
    Confidential,
    /// Those whom the distribution names by person.
    StrictlyConfidential,
}

/// What a paper says of itself beside its facts (report-contents.md (a) 1, 24). What nobody said is printed so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Imprint {
    /// Who drew it up; whoever issues it, unless somebody else is named.
    #[serde(default)]
    pub author: Option<PersonId>,
    /// Who read it before it was approved; neither author nor approver.
    #[serde(default)]
    pub reviewer: Option<PersonId>,
    /// Who may read it.
    #[serde(default)]
    pub confidentiality: Option<Confidentiality>,
    /// Who gets it.
    #[serde(default)]
    pub distribution: String,
    /// What is different from the version before, and why; needed from the second version on.
    #[serde(default)]
    pub changes: String,
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
        /// What it says of itself.
        #[serde(default)]
        imprint: Imprint,
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
        imprint: Imprint,
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
    #[error("a new version says what is different and why")]
    ChangesMissing,
    #[error("whoever reviews a report is neither its author nor its approver")]
    ReviewerNotIndependent,
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
    let Command::Issue { kind, about, language, approver, imprint } = command;
    let paper = paper.ok_or(Refusal::PaperMissing)?;
    if report.is_some_and(|report| report.about != *about || report.kind != *kind) {
        return Err(Refusal::OtherRecord);
    }
    let (number, version) = next(report, context.number);
    if version > 1 && imprint.changes.trim().is_empty() {
        return Err(Refusal::ChangesMissing);
    }
    let author = imprint.author.unwrap_or(context.by);
    if imprint.reviewer.is_some_and(|reviewer| reviewer == author || reviewer == *approver) {
        return Err(Refusal::ReviewerNotIndependent);
    }
    Ok(vec![Event::Issued {
        number,
        version,
        kind: *kind,
        about: *about,
        language: *language,
        approver: *approver,
        imprint: Imprint { author: Some(author), ..imprint.clone() },
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Series;
    use crate::time::Zone;

    const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(10));
    const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(11));

    fn issued(report: Option<&Report>, imprint: Imprint) -> Result<Vec<Event>, Refusal> {
        let about = StreamId(uuid::Uuid::from_u128(2));
        let command = Command::Issue {
            kind: ReportKind::PostIncident,
            about,
            language: Language::De,
            approver: JONAS,
            imprint,
        };
        let now = "2026-05-01T08:00:00Z".parse().unwrap();
        let number = Number { series: Series::Report, year: 2026, count: 1 };
        let context = Context {
            now,
            zone: Zone::UTC,
            by: ANNA,
            roles: [].into(),
            number,
            importing: false,
            policy: std::sync::Arc::default(),
            alone: false,
        };
        let paper = Paper { hash: BlobHash([0; 32]), pages: 1, head_seq: 1 };
        decide(report, &command, Some(&paper), &context)
    }

    #[test]
    fn whoever_issues_is_the_author_unless_somebody_else_is_named() {
        let [Event::Issued { imprint, version, .. }] =
            issued(None, Imprint::default()).unwrap().try_into().unwrap();
        assert_eq!((imprint.author, version), (Some(ANNA), 1));
    }

    #[test]
    fn a_reviewer_is_neither_author_nor_approver() {
        for reviewer in [ANNA, JONAS] {
            let imprint = Imprint { reviewer: Some(reviewer), ..Imprint::default() };
            assert_eq!(issued(None, imprint), Err(Refusal::ReviewerNotIndependent));
        }
    }

    #[test]
    fn a_new_version_says_what_is_different_and_why() {
        let [first] = issued(None, Imprint::default()).unwrap().try_into().unwrap();
        let report = evolve(None, &first, "2026-05-01T08:00:00Z".parse().unwrap());
        assert_eq!(issued(Some(&report), Imprint::default()), Err(Refusal::ChangesMissing));
        let imprint = Imprint { changes: "Beginn berichtigt".to_owned(), ..Imprint::default() };
        let [Event::Issued { version, .. }] = issued(Some(&report), imprint).unwrap().try_into().unwrap();
        assert_eq!(version, 2);
    }
}
