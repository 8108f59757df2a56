//! The post-incident report: the facts of one emergency (or incident) as a [`Document`], all 24 fields of
//! report-contents.md (a). What nobody recorded is printed as not recorded. Knows no page, no log and no clock.

mod communication;
mod course;
mod escalation;
mod gather;
mod impact;
mod lessons;
mod overview;
mod proof;
mod recovery;
mod says;
mod timeline;

use super::document::{Block, Cell, Document, Running, Text, Tone};
use super::frame::{chapter, note, shortened};
use super::typeset::{Rendered, TypesetError, render};
use crate::domain::incident::Fact;
use crate::domain::organisation::Language;
use crate::domain::report::Imprint;
use crate::ids::PersonId;
use crate::queries::views::IncidentView;
use crate::time::{Day, Instant, Zone};
use says::Says;

pub use super::frame::Head;
pub use gather::gather;

/// Everything that the report prints. Plain data, gathered at one place of the log.
#[derive(Debug, Clone)]
pub struct PostIncidentFacts {
    /// The record, asked for at the instant [`Self::made`], so that its clocks stand as they stood then.
    pub view: IncidentView,
    /// The name of the organisation.
    pub organisation: String,
    /// The zone in which times are printed; a moment said in another zone shows both.
    pub zone: Zone,
    /// The language of the paper.
    pub language: Language,
    /// The place of the log that the facts come from.
    pub head: Head,
    /// When the event at the head was written down: the moment of the report, never the machine's clock.
    pub made: Instant,
    /// Who draws the report up, where it is known.
    pub author: Option<PersonId>,
    /// Number, version and approver when the report is issued; none for a draft.
    pub issue: Option<Issue>,
    /// When and by whom the ticket was written down that says when the first one was opened.
    pub first_ticket: Option<(Instant, PersonId)>,
    /// Earlier emergencies with the same class of cause or the same service, newest first.
    pub similar: Vec<Similar>,
    /// The process review that follows, where one is planned.
    pub review: Option<Review>,
}

/// What makes a draft a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its number (B-2026-003).
    pub number: String,
    /// Its version, counted from 1.
    pub version: u32,
    /// Who approved it.
    pub approver: PersonId,
    /// What it says of itself.
    pub imprint: Imprint,
}

/// An earlier case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// When it began.
    pub began: Instant,
    /// Whether it has the same class of cause.
    pub same_cause: bool,
    /// Whether it hit one of the same services.
    pub same_service: bool,
}

/// The process review that follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Its number.
    pub number: String,
    /// The day that it is planned for.
    pub planned: Day,
}

/// The report as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print(facts: &PostIncidentFacts) -> Result<Rendered, TypesetError> {
    render(&document(facts)?)
}

/// The report. Equal facts give equal documents.
///
/// # Errors
/// A damaged embedded face.
pub fn document(facts: &PostIncidentFacts) -> Result<Document, TypesetError> {
    let says = Says::new(facts)?;
    let mut blocks = overview::front(&says);
    blocks.extend(overview::blocks(&says));
    blocks.extend(impact::blocks(&says));
    blocks.extend(escalation::blocks(&says));
    blocks.extend(recovery::blocks(&says));
    blocks.extend(timeline::blocks(&says));
    blocks.extend(lessons::causes(&says));
    blocks.extend(communication::blocks(&says));
    blocks.extend(lessons::blocks(&says));
    blocks.extend(proof::blocks(&says));
    let view = &facts.view;
    let draft = facts.issue.is_none();
    let title = says.text(&view.title).words();
    Ok(Document {
        language: says.hyphenation(),
        title: format!("{} · {title}", view.number),
        subject: says.kind(),
        authors: facts
            .author
            .map(|author| says.person(author))
            .into_iter()
            .chain([says.text(&facts.organisation).words()])
            .collect(),
        keywords: vec![says.t("report-keyword"), view.number.clone(), says.phase()],
        created: facts.made.in_zone(facts.zone).fixed_offset(),
        running: Running {
            left: format!("{} · {}", view.number, shortened(&title)),
            right: says.running(),
            draft: draft.then(|| says.t("report-draft-mark")),
            seal_label: says.with("report-seal", &[("seq", &facts.head.seq.to_string())]),
            seal: facts.head.hash.clone(),
            page: says.t("report-page"),
            of: says.t("report-of"),
        },
        blocks,
    })
}

/// A heading of the second level.
fn section(says: &Says<'_>, id: &str) -> Block {
    Block::Heading { level: 2, text: says.t(id).into(), anchor: Some(id.to_owned()) }
}

/// A fact as paragraphs, or that it is not recorded.
fn prose(says: &Says<'_>, fact: Fact) -> Vec<Block> {
    let paragraph = |text: Text| Block::Paragraph { text, tone: Tone::Body };
    let text = says.fact(fact);
    if text.is_empty() {
        return vec![paragraph(says.missing())];
    }
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| paragraph(says.text(part))).collect()
}

/// Facts as named rows.
fn named(says: &Says<'_>, facts: &[Fact]) -> Vec<(Text, Cell)> {
    facts.iter().map(|fact| (says.word("fact", fact).into(), says.fact_cell(*fact))).collect()
}
