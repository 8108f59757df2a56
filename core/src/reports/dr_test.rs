//! The report of a DR test as a [`Document`], all 25 fields of report-contents.md (b). What nobody recorded is printed as not
//! recorded. Knows no page, no log and no clock.

mod course;
mod gather;
mod overview;
mod result;
mod says;

use std::collections::BTreeMap;

use super::document::Document;
use super::edition::{Called, Edition};
use super::typeset::{Rendered, TypesetError, render};
use crate::ids::{PersonId, ServiceId};
use crate::queries::views::{DrillView, FindingRow};
use crate::time::{Day, Instant};
use says::Says;

pub use gather::gather;

/// Everything that the report prints. Plain data, gathered at one place of the log.
#[derive(Debug, Clone)]
pub struct TestFacts {
    /// The test, asked for at the instant of its edition.
    pub view: DrillView,
    /// Whose it is, in which language, and as which issue.
    pub edition: Edition,
    /// Names of services.
    pub services: BTreeMap<ServiceId, String>,
    /// Who approved the version of the plan, and when that was written down.
    pub plan_approved: Option<(PersonId, Instant)>,
    /// The findings that come from it, as they stand at the edition.
    pub findings: Vec<FindingRow>,
    /// Until when it must be done again, where it must.
    pub retest_due: Option<Day>,
    /// Until when the next yearly test is due.
    pub next_due: Option<Day>,
}

/// The report as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print(facts: &TestFacts) -> Result<Rendered, TypesetError> {
    render(&document(facts)?)
}

/// The report. Equal facts give equal documents.
///
/// # Errors
/// A damaged embedded face.
pub fn document(facts: &TestFacts) -> Result<Document, TypesetError> {
    let says = Says::new(facts)?;
    let mut blocks = overview::front(&says);
    blocks.extend(overview::blocks(&says));
    blocks.extend(overview::plan(&says));
    blocks.extend(course::blocks(&says));
    blocks.extend(result::blocks(&says));
    blocks.extend(result::after(&says));
    let called = Called {
        number: facts.view.number.clone(),
        title: says.text(&facts.view.title).words(),
        kind: says.t("test-report-kind"),
        keywords: vec![says.t("test-report-kind"), facts.view.number.clone(), says.phase()],
    };
    Ok(says.document(called, blocks))
}
