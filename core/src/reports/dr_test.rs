//! The report of a DR test as a [`Document`], all 25 fields of report-contents.md (b). What nobody recorded is printed as not
//! recorded. Knows no page, no log and no clock.

mod course;
mod coverage;
mod gather;
mod overview;
mod result;
mod says;

use std::collections::BTreeMap;

use super::asked::Asked;
use super::document::Document;
use super::edition::{Called, Edition};
use super::typeset::{Rendered, TypesetError, render};
use crate::domain::drill::Covered;
use crate::duties::Uncounted;
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
    /// What its plan asks it to prove, and what it and others did by the day of the edition.
    pub covered: Vec<Covered>,
    /// The change requests that come from its findings or from a review that analysed it, as they stand at the edition.
    pub changes: Vec<Following>,
    /// What it means for the yearly test.
    pub yearly: Yearly,
}

/// A change request with what it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// The change request.
    pub asked: Asked,
    /// What it comes from.
    pub from: Source,
}

/// What a change request comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The test itself.
    Test,
    /// The finding with this number.
    Finding(String),
    /// A review.
    Review {
        /// Its number.
        number: String,
        /// The number of the record that the item is about; none of a deficiency that the review itself found.
        about: Option<String>,
    },
}

/// What the ledger says of the yearly test (duties.md 32) at the edition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Yearly {
    /// The day on which this test took place as the yearly one, or why it does not count.
    pub counted: Result<Day, Uncounted>,
    /// The dates that follow: those that this test set where it counts, else those that are owed still. More than one where each
    /// plan or service is tested by itself; none where no rule asks for a test.
    pub next: Vec<Next>,
}

/// A date of the yearly test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Next {
    /// The plan or service that is tested by itself; empty for the process.
    pub of: String,
    /// Until when.
    pub due: Day,
    /// Whether that is over and nobody has tested.
    pub late: bool,
    /// The test that kept it already, and when.
    pub kept: Option<(String, Day)>,
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
