//! The report of a process review as a [`Document`], all 21 fields of report-contents.md (c). What nobody recorded is printed
//! as not recorded. Knows no page, no log and no clock.

mod gather;
mod inputs;
mod overview;
mod result;
mod says;
mod teams;

use super::asked::Asked;
use super::document::Document;
use super::edition::{Called, Edition};
use super::typeset::{Rendered, TypesetError, render};
use crate::queries::notice::Told;
use crate::queries::views::{FindingRow, ReviewView};
use says::Says;

pub use gather::gather;

/// Everything that the report prints. Plain data, gathered at one place of the log.
#[derive(Debug, Clone)]
pub struct ReviewFacts {
    /// The review, asked for at the instant of its edition.
    pub view: ReviewView,
    /// Whose it is, in which language, and as which issue.
    pub edition: Edition,
    /// The change requests that it asked for, as they stand at the edition.
    pub changes: Vec<Asked>,
    /// The findings that come from it, as they stand at the edition.
    pub findings: Vec<FindingRow>,
    /// How the notice about this version stands with the teams, at the edition; none where no notice tells it.
    pub told: Option<Told>,
}

/// The report as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print(facts: &ReviewFacts) -> Result<Rendered, TypesetError> {
    render(&document(facts)?)
}

/// The report. Equal facts give equal documents.
///
/// # Errors
/// A damaged embedded face.
pub fn document(facts: &ReviewFacts) -> Result<Document, TypesetError> {
    let says = Says::new(facts)?;
    let mut blocks = overview::front(&says);
    blocks.extend(overview::blocks(&says));
    blocks.extend(inputs::blocks(&says));
    blocks.extend(result::judgement(&says));
    blocks.extend(result::decision(&says));
    blocks.extend(result::after(&says));
    let called = Called {
        number: facts.view.number.clone(),
        title: says.trigger(),
        kind: says.t("review-report-kind"),
        keywords: vec![says.t("review-report-kind"), facts.view.number.clone(), says.phase()],
    };
    Ok(says.document(called, blocks))
}
