//! A finding on paper: what was seen, who owns the action until when, what was done and checked, what proves that it works, and
//! every state with its day (report-contents.md, b 20, c 9, f). Knows no page, no log and no clock.

mod action;
mod effect;
mod overview;
mod says;
mod seen;

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::asked::{self, Asked};
use super::document::Document;
use super::frame::{Frame, PaperAsked, shortened};
use super::typeset::{Rendered, TypesetError, render};
use crate::ids::{RecordRef, ServiceId};
use crate::queries::views::FindingView;
use crate::queries::{QueryFault, change, finding, organisation};
use says::Says;

/// Everything that the paper prints. Plain data.
#[derive(Debug, Clone)]
pub struct FindingFacts {
    /// What the paper says of itself.
    pub frame: Frame,
    /// The finding as its screen shows it.
    pub finding: FindingView,
    /// Names of services.
    pub services: BTreeMap<ServiceId, String>,
    /// Change requests that came from it, by number.
    pub changes: Vec<Asked>,
}

/// The facts at the head of the log.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn gather(conn: &Connection, record: RecordRef, asked: &PaperAsked) -> Result<FindingFacts, QueryFault> {
    let organisation = organisation::view(conn)?;
    let finding = finding::view(conn, record, None, asked.at)?;
    let changes = asked::gather(conn, change::from_records(conn, &[finding.id])?, organisation.zone)?;
    Ok(FindingFacts {
        frame: Frame::gather(conn, &organisation, asked)?,
        finding,
        changes: changes.into_iter().map(|(asked, _)| asked).collect(),
        services: organisation.services.into_iter().map(|service| (service.id, service.name)).collect(),
    })
}

/// The paper as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print(facts: &FindingFacts) -> Result<Rendered, TypesetError> {
    render(&document(facts)?)
}

/// The paper. Equal facts give equal documents.
///
/// # Errors
/// A damaged embedded face.
pub fn document(facts: &FindingFacts) -> Result<Document, TypesetError> {
    let says = Says::new(facts)?;
    let number = &facts.finding.number;
    let title = says.text(&facts.finding.title).words();
    let mut blocks = vec![facts.frame.cover(&says, title.clone(), overview::cover(&says))];
    blocks.extend(overview::ended(&says));
    blocks.extend(seen::blocks(&says));
    blocks.extend(action::blocks(&says));
    blocks.extend(effect::blocks(&says));
    blocks.extend(overview::path(&says));
    let mut document = facts.frame.document(&says, &format!("{number} · {title}"), blocks);
    document.running.left = format!("{number} · {}", shortened(&title));
    Ok(document)
}
