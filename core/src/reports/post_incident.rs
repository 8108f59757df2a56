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

use super::document::{Cell, Document, Text};
use super::edition::{Called, Edition, paragraph, prose, section};
use super::frame::{chapter, note};
use super::typeset::{Rendered, TypesetError, render};
use crate::domain::incident::Fact;
use crate::ids::PersonId;
use crate::queries::views::IncidentView;
use crate::time::{Day, Instant};
use says::Says;

pub use gather::gather;

/// Everything that the report prints. Plain data, gathered at one place of the log.
#[derive(Debug, Clone)]
pub struct PostIncidentFacts {
    /// The record, asked for at the instant of its edition, so that its clocks stand as they stood then.
    pub view: IncidentView,
    /// Whose it is, in which language, and as which issue.
    pub edition: Edition,
    /// When and by whom the ticket was written down that says when the first one was opened.
    pub first_ticket: Option<(Instant, PersonId)>,
    /// Earlier emergencies with the same class of cause or the same service, newest first.
    pub similar: Vec<Similar>,
    /// The process review that follows, where one is planned.
    pub review: Option<Review>,
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
    let called = Called {
        number: view.number.clone(),
        title: says.text(&view.title).words(),
        kind: says.kind(),
        keywords: vec![says.t("report-keyword"), view.number.clone(), says.phase()],
    };
    Ok(says.document(called, blocks))
}

/// Facts as named rows.
fn named(says: &Says<'_>, facts: &[Fact]) -> Vec<(Text, Cell)> {
    facts.iter().map(|fact| (says.word("fact", fact).into(), says.fact_cell(*fact))).collect()
}
