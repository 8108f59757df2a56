//! What files about notices hold, and whom their names mean: out of a workspace, and into another one. Names are matched with
//! the directory here and never go into the log.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use super::{HandoverView, NotHanded, workspace};
use crate::app::Fault;
use crate::domain::notice::{Command, FromFile, GivenThere, Known, Notice, Outside, Subject};
use crate::handover::{
    Content, HandedAcknowledgements, HandedGiven, HandedNotice, HandedPerson, HandoverFault,
};
use crate::ids::{PartId, PersonId, StreamId};
use crate::queries::organisation::{names, organisation};
use crate::queries::views::HandedKind;
use crate::queries::{QueryFault, notice};
use crate::time::Instant;

/// What a file about a notice holds; none where there is nothing to hand over.
pub(super) fn package(
    conn: &Connection,
    stream: StreamId,
    held: &Notice,
    now: Instant,
) -> Result<Option<(HandedKind, Content)>, Fault> {
    let Some(kind) = notice::handed(held) else { return Ok(None) };
    let (organisation, names) = (organisation(conn)?, names(conn)?);
    let organisation = organisation.map(|organisation| organisation.name).unwrap_or_default();
    let name = |person: &PersonId| names.get(person).cloned().unwrap_or_default();
    let content = match &held.outside {
        Some(outside) => Content::Acknowledgements(Box::new(HandedAcknowledgements {
            package: outside.package,
            workspace: outside.workspace.clone(),
            asked_number: outside.number.clone(),
            organisation,
            number: held.number.to_string(),
            given: held
                .acknowledged
                .iter()
                .map(|(person, given)| HandedGiven {
                    person: held.known.get(person).copied(),
                    name: name(person),
                    at: given.at,
                })
                .collect(),
        })),
        None => Content::Notice(Box::new(HandedNotice {
            package: PartId(stream.0),
            workspace: workspace(conn)?,
            organisation,
            number: held.number.to_string(),
            record: held.subject.record,
            kind: held.subject.kind,
            title: format!("{} {}", held.subject.number, held.subject.title).trim().to_owned(),
            version: held.subject.version,
            german: held.german.clone(),
            english: held.english.clone(),
            due: notice::due(conn, held, now)?,
            asked: held.missing().map(|person| HandedPerson { person, name: name(&person) }).collect(),
        })),
    };
    Ok(Some((kind, content)))
}

/// A file about a notice, held against what is known here.
pub(super) struct Read {
    /// The notice here.
    pub(super) record: StreamId,
    /// What the file says.
    pub(super) view: HandoverView,
    /// What follows from it.
    pub(super) command: Command,
}

/// What the file of a notice says and what follows from it.
pub(super) fn told(
    conn: &Connection,
    asked: HandedNotice,
    signer: &str,
    package: String,
) -> Result<Read, NotHanded> {
    // Every workspace names the record of one package the same, so that it is made once.
    let record = StreamId(asked.package.0);
    let there = notice::there(conn, record)?;
    if there.as_ref().is_some_and(|held| held.outside.is_none()) {
        return Err(HandoverFault::HandoverOwn { number: asked.number }.into());
    }
    let here = here(conn)?;
    let found = asked.asked.iter().map(|person| (person, named(&here, &person.name)));
    let (mut known, mut unmatched) = (Known::new(), Vec::new());
    for (person, found) in found {
        match found {
            Some(found) => drop(known.insert(found, person.person)),
            None => unmatched.push(person.name.clone()),
        }
    }
    let says = (HandedKind::Notice, &*asked.organisation, &*asked.number, &*asked.title);
    let view = HandoverView {
        number_here: there.map(|held| held.number.to_string()),
        asked: asked.due,
        people: asked.asked.iter().map(|person| person.name.clone()).collect(),
        unmatched,
        ..HandoverView::of(conn, says, signer, package)?
    };
    let outside = Box::new(Outside {
        package: asked.package,
        workspace: asked.workspace,
        organisation: asked.organisation,
        number: asked.number,
        record: asked.record,
        due: asked.due,
        signer: signer.to_owned(),
    });
    let subject = Subject {
        kind: asked.kind,
        record: None,
        number: String::new(),
        title: asked.title,
        version: asked.version,
    };
    let (german, english) = (asked.german, asked.english);
    Ok(Read { record, view, command: Command::Receive { outside, subject, german, english, known } })
}

/// What the file of acknowledgements says and what follows from it.
pub(super) fn acknowledged(
    conn: &Connection,
    file: HandedAcknowledgements,
    signer: &str,
    package: String,
) -> Result<Read, NotHanded> {
    let record = StreamId(file.package.0);
    let held = notice::there(conn, record)?.filter(|held| held.outside.is_none());
    let held = held.ok_or(HandoverFault::HandoverNotAsked { number: file.asked_number })?;
    let asked: BTreeSet<PersonId> = held.expected.iter().chain(held.excused.keys()).copied().collect();
    let mut here = names(conn).map_err(NotHanded::from)?;
    here.retain(|person, _| asked.contains(person));
    let (mut given, mut unmatched) = (Vec::new(), Vec::new());
    for said in &file.given {
        match said.person.filter(|person| asked.contains(person)).or_else(|| named(&here, &said.name)) {
            Some(person) => given.push(GivenThere { person, at: said.at }),
            None => unmatched.push(said.name.clone()),
        }
    }
    let says = (HandedKind::Acknowledgements, &*file.organisation, &*file.number, &*held.subject.title);
    let view = HandoverView {
        number_here: Some(held.number.to_string()),
        people: file.given.iter().map(|said| said.name.clone()).collect(),
        unmatched,
        ..HandoverView::of(conn, says, signer, package)?
    };
    let file = FromFile { organisation: file.organisation, number: file.number, signer: signer.to_owned() };
    Ok(Read { record, view, command: Command::TakeAcknowledgements { file, given } })
}

/// Names of those who take part here.
fn here(conn: &Connection) -> Result<BTreeMap<PersonId, String>, QueryFault> {
    let organisation = organisation(conn)?;
    let mut names = names(conn)?;
    names.retain(|person, _| {
        let members = organisation.as_ref().map(|organisation| &organisation.people);
        members.and_then(|people| people.get(person)).is_some_and(|member| member.active)
    });
    Ok(names)
}

/// The only one who bears a name; none where nobody or more than one does.
fn named(people: &BTreeMap<PersonId, String>, name: &str) -> Option<PersonId> {
    let plain = |name: &str| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let wanted = plain(name);
    let mut found = people.iter().filter(|(_, known)| !wanted.is_empty() && plain(known) == wanted);
    found.next().filter(|_| found.next().is_none()).map(|(person, _)| *person)
}
