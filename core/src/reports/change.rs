//! A change request on paper: what it asks for, who decided, which team was asked, what was done and found, and every state
//! with its day (report-contents.md, f). Knows no page, no log and no clock.

mod decisions;
mod delegation;
mod follows;
mod overview;
mod path;
mod request;
mod says;
mod work;

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::document::Document;
use super::frame::{Frame, PaperAsked, shortened};
use super::typeset::{Rendered, TypesetError, render};
use crate::ids::{RecordRef, ServiceId, TeamId};
use crate::queries::views::{ChangeView, NoticeRow, NoticeSort, NoticesQuery};
use crate::queries::{QueryFault, change, notice, organisation};
use says::Says;

/// So many notices are listed.
const MOST: u32 = 500;

/// Everything that the paper prints. Plain data.
#[derive(Debug, Clone)]
pub struct ChangeFacts {
    /// What the paper says of itself.
    pub frame: Frame,
    /// The change request as its screen shows it.
    pub change: ChangeView,
    /// Names of teams.
    pub teams: BTreeMap<TeamId, String>,
    /// Names of services.
    pub services: BTreeMap<ServiceId, String>,
    /// The notices that told of it, by number.
    pub notices: Vec<NoticeRow>,
}

/// The facts at the head of the log.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn gather(conn: &Connection, record: RecordRef, asked: &PaperAsked) -> Result<ChangeFacts, QueryFault> {
    let organisation = organisation::view(conn)?;
    let change = change::view(conn, record, None, asked.at)?;
    let about = NoticesQuery {
        about: Some(change.id),
        sort: NoticeSort::Number,
        limit: MOST,
        ..NoticesQuery::default()
    };
    Ok(ChangeFacts {
        frame: Frame::gather(conn, &organisation, asked)?,
        notices: notice::page(conn, &about, asked.at)?.items,
        change,
        teams: organisation.teams.into_iter().map(|team| (team.id, team.name)).collect(),
        services: organisation.services.into_iter().map(|service| (service.id, service.name)).collect(),
    })
}

/// The paper as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print(facts: &ChangeFacts) -> Result<Rendered, TypesetError> {
    render(&document(facts)?)
}

/// The paper. Equal facts give equal documents.
///
/// # Errors
/// A damaged embedded face.
pub fn document(facts: &ChangeFacts) -> Result<Document, TypesetError> {
    let says = Says::new(facts)?;
    let number = &facts.change.number;
    let title = says.text(&facts.change.text.title).words();
    let mut blocks = vec![facts.frame.cover(&says, title.clone(), overview::cover(&says))];
    blocks.extend(overview::halts(&says));
    blocks.extend(request::blocks(&says));
    blocks.extend(decisions::blocks(&says));
    blocks.extend(delegation::blocks(&says));
    blocks.extend(work::blocks(&says));
    blocks.extend(follows::blocks(&says));
    blocks.extend(path::blocks(&says));
    let mut document = facts.frame.document(&says, &format!("{number} · {title}"), blocks);
    document.running.left = format!("{number} · {}", shortened(&title));
    Ok(document)
}
