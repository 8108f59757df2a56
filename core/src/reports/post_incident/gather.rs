//! Gathers the facts of the report at the head of the log. Reads only.

use rusqlite::Connection;

use super::{PostIncidentFacts, Review, Similar};
use crate::domain::Event;
use crate::domain::incident::{self, Milestone};
use crate::ids::{PersonId, RecordRef};
use crate::log::codec::{self, Read};
use crate::log::read_stream;
use crate::queries::views::{IncidentView, RegisterQuery, RegisterRow};
use crate::queries::{QueryFault, incident as record_of, register};
use crate::reports::edition::{Edition, Wanted};
use crate::time::Instant;

/// At most this many earlier cases are named.
const CASES: usize = 10;

/// The facts about a record as they stand at the head of the log; equal logs give equal facts.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn gather(conn: &Connection, record: RecordRef, wanted: Wanted) -> Result<PostIncidentFacts, QueryFault> {
    let edition = Edition::gather(conn, wanted)?;
    let view = record_of::view(conn, record, edition.made)?;
    let similar = similar(conn, &view)?;
    let first_ticket = first_ticket(conn, &view)?;
    let review = view.review.clone().map(|held| Review { number: held.number, planned: held.planned });
    Ok(PostIncidentFacts { view, edition, first_ticket, similar, review })
}

/// When and by whom the ticket was written down whose opening is the milestone.
fn first_ticket(conn: &Connection, view: &IncidentView) -> Result<Option<(Instant, PersonId)>, QueryFault> {
    let milestone = view.milestones.iter().find(|held| held.milestone == Milestone::TicketOpened);
    let Some(opened) = milestone.and_then(|held| held.moment) else { return Ok(None) };
    for stored in read_stream(conn, view.id)? {
        if let Ok(Read::Known { event, .. }) = codec::read(&stored)
            && let Event::Incident(incident::Event::TicketAdded { ticket, .. }) = *event
            && ticket.opened == Some(opened)
        {
            return Ok(stored.actor.parse().ok().map(|by| (stored.recorded, by)));
        }
    }
    Ok(None)
}

/// Earlier emergencies with the same class of cause or one of the same services, newest first.
fn similar(conn: &Connection, view: &IncidentView) -> Result<Vec<Similar>, QueryFault> {
    let ask = RegisterQuery { emergency: Some(true), until: Some(began(view)), ..RegisterQuery::default() };
    let rows = |query: RegisterQuery| {
        register::page(conn, &query, &mut register::Totals::default()).map(|page| page.items)
    };
    let by_cause = match view.cause_class {
        Some(class) => rows(RegisterQuery { causes: vec![class], ..ask.clone() })?,
        None => Vec::new(),
    };
    let by_service = if view.impact.services.is_empty() {
        Vec::new()
    } else {
        rows(RegisterQuery { services: view.impact.services.clone(), ..ask })?
    };
    let mut found: Vec<Similar> = Vec::new();
    for row in by_cause.iter().chain(&by_service).filter(|row| row.id != view.id) {
        if found.iter().all(|held| held.number != row.number) {
            let among = |rows: &[RegisterRow]| rows.iter().any(|other| other.id == row.id);
            found.push(Similar {
                number: row.number.clone(),
                title: row.title.clone(),
                began: row.began,
                same_cause: among(&by_cause),
                same_service: among(&by_service),
            });
        }
    }
    found.sort_by(|a, b| (b.began, &b.number).cmp(&(a.began, &a.number)));
    found.truncate(CASES);
    Ok(found)
}

fn began(view: &IncidentView) -> Instant {
    let at =
        |wanted| view.milestones.iter().find(|held| held.milestone == wanted).and_then(|held| held.moment);
    at(Milestone::ImpactStart).or(at(Milestone::Noticed)).map_or(view.recorded, |moment| moment.at)
}
