//! What files about change requests hold: what a team is asked, and what it answers.

use rusqlite::Connection;

use super::{HandoverView, NotHanded, workspace};
use crate::app::{Fault, unexpected};
use crate::domain::change::{self, Change, Way};
use crate::domain::organisation::Organisation;
use crate::handover::{self, Content, HandedAnswer, HandedDelegation, HandoverFault};
use crate::ids::{RecordRef, StreamId};
use crate::projections::records;
use crate::queries::organisation::organisation;
use crate::queries::views::HandedKind;
use crate::queries::{self, QueryFault};

/// What a file about a change request holds; none where there is nothing to hand over.
pub(super) fn package(conn: &Connection, change: &Change) -> Result<Option<(HandedKind, Content)>, Fault> {
    let organisation = organisation(conn)?;
    let name = organisation.as_ref().map(|organisation| organisation.name.clone()).unwrap_or_default();
    Ok(match queries::change::handed(change) {
        Some(HandedKind::Answer) => answer(change, name).map(|content| (HandedKind::Answer, content)),
        Some(HandedKind::Delegation) => {
            let asked = delegation(change, organisation.as_ref(), name, workspace(conn)?);
            asked.map(|content| (HandedKind::Delegation, content))
        }
        Some(HandedKind::Notice | HandedKind::Acknowledgements) | None => None,
    })
}

/// The fingerprint of the package that goes out with a slip; none where no team is asked by one.
pub(in crate::app) fn package_fingerprint(
    conn: &Connection,
    record: RecordRef,
) -> Result<Option<String>, Fault> {
    let (_, change, _) = queries::change::find(conn, record)?;
    let Some((HandedKind::Delegation, content)) = package(conn, &change)? else { return Ok(None) };
    Ok(Some(handover::package_fingerprint(&content).map_err(|error| unexpected(&error))?))
}

/// The record that a file about a change request is about and what it says.
pub(super) fn look(
    conn: &Connection,
    content: &Content,
    signer: &str,
    package: String,
) -> Result<(StreamId, HandoverView), NotHanded> {
    match content {
        Content::Delegation(asked) => {
            let there = queries::change::with_package(conn, asked.package)?;
            if let Some((_, false)) = there {
                return Err(HandoverFault::HandoverOwn { number: asked.number.clone() }.into());
            }
            // Every workspace names the record of one package the same, so that it is made once.
            let record = StreamId(asked.package.0);
            let number_here = match there {
                Some((stream, _)) => records::number_of(conn, stream).map_err(QueryFault::from)?,
                None => None,
            };
            let says = (HandedKind::Delegation, &*asked.organisation, &*asked.number, &*asked.text.title);
            let view = HandoverView::of(conn, says, signer, package)?;
            Ok((record, HandoverView { number_here, asked: Some(asked.asked), ..view }))
        }
        Content::Answer(answer) => {
            let there = queries::change::with_package(conn, answer.package)?;
            let Some((record, false)) = there else {
                let number = answer.asked_number.clone();
                return Err(HandoverFault::HandoverNotAsked { number }.into());
            };
            let (_, change, _) = queries::change::find(conn, RecordRef::Id(record))?;
            let says = (HandedKind::Answer, &*answer.organisation, &*answer.number, &*change.text.title);
            let view = HandoverView::of(conn, says, signer, package)?;
            let number_here = Some(change.number.to_string());
            Ok((record, HandoverView { number_here, answer: Some(answer.answer.clone()), ..view }))
        }
        Content::Notice(_) | Content::Acknowledgements(_) => Err(HandoverFault::HandoverNotAPackage.into()),
    }
}

/// What follows from a file about a change request.
pub(super) fn command(content: Content, signer: String) -> Result<change::Command, NotHanded> {
    Ok(match content {
        Content::Delegation(asked) => {
            let outside = asked.outside(&signer);
            let HandedDelegation { asked, note, text, .. } = *asked;
            change::Command::Receive { outside, text: Box::new(text), asked, note }
        }
        Content::Answer(answered) => {
            let HandedAnswer { id, package, organisation, number, answer, answered, .. } = *answered;
            let way = Way::File { organisation, number, answered, signer };
            change::Command::TakeAnswer { id, delegation: package, answer, way }
        }
        Content::Notice(_) | Content::Acknowledgements(_) => {
            return Err(HandoverFault::HandoverNotAPackage.into());
        }
    })
}

fn answer(change: &Change, organisation: String) -> Option<Content> {
    let outside = change.outside.as_ref()?;
    let answered = change.delegation()?.answered.as_ref()?;
    Some(Content::Answer(Box::new(HandedAnswer {
        id: answered.id,
        package: outside.package,
        workspace: outside.workspace.clone(),
        asked_number: outside.number.clone(),
        organisation,
        number: change.number.to_string(),
        answer: answered.answer.clone(),
        answered: answered.recorded,
    })))
}

fn delegation(
    change: &Change,
    organisation: Option<&Organisation>,
    name: String,
    workspace: String,
) -> Option<Content> {
    let asked = change.delegation()?;
    let team = asked.team.map(|team| queries::change::team_name(team, organisation)).unwrap_or_default();
    let services = change.text.services.iter().filter_map(|id| organisation?.services.get(id));
    let services = services.map(|service| service.name.clone());
    let teams = change.text.teams.iter().map(|team| queries::change::team_name(*team, organisation));
    let affected: Vec<String> = services.chain(teams).filter(|name| !name.is_empty()).collect();
    let text = change::Text { services: Vec::new(), teams: Vec::new(), ..change.text.clone() };
    Some(Content::Delegation(Box::new(HandedDelegation {
        package: asked.id,
        workspace,
        organisation: name,
        number: change.number.to_string(),
        team,
        affected: affected.join(", "),
        asked: asked.asked,
        note: asked.note.clone(),
        text,
    })))
}
