//! Change requests out of a workspace and into another one, by file.

use ed25519_dalek::SigningKey;
use rusqlite::Connection;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{App, Committed, Fault, Order, unexpected};
use crate::domain::Command;
use crate::domain::change::{self, Answer, Change, KeptWhy, Way};
use crate::domain::organisation::Organisation;
use crate::handover::{self, Content, HandedAnswer, HandedDelegation, HandoverFault, Opened, fingerprint};
use crate::ids::{BlobHash, OrderId, PersonId, RecordRef, StreamId};
use crate::log;
use crate::projections::records;
use crate::queries::organisation::organisation;
use crate::queries::views::HandedKind;
use crate::queries::{self, QueryFault};
use crate::time::{Day, Instant};

/// Why a file is not handed over or not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum NotHanded {
    /// The file, or what is to go into one.
    File(HandoverFault),
    /// A rule, or the world.
    Fault(Fault),
}

/// A file that goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedOut {
    /// How it is called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it holds.
    pub kind: HandedKind,
}

/// What a file says before it is taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandoverView {
    /// What it holds.
    pub kind: HandedKind,
    /// The organisation that wrote it.
    pub organisation: String,
    /// The number of the change request there.
    pub number: String,
    /// The change request here; none when the file makes a new one.
    pub number_here: Option<String>,
    /// What it is about.
    pub title: String,
    /// Until when it is wanted, where the file asks.
    pub asked: Option<Day>,
    /// What is answered, where it answers.
    pub answer: Option<Answer>,
    /// The fingerprint of the key that signed it.
    pub fingerprint: String,
    /// Whether something that this key signed was taken in before.
    pub known: bool,
}

/// What became of a file that was taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum HandoverOutcome {
    /// It made a change request.
    Opened,
    /// It was taken in before; nothing changed.
    TakenInBefore,
    /// It is the answer that was waited for.
    Answered,
    /// It is kept beside: it was answered before.
    KeptAnsweredBefore,
    /// It is kept beside: the team was asked anew.
    KeptAskedAnew,
    /// It is kept beside: the change request was cancelled.
    KeptCancelled,
    /// It is kept beside: the change request is deferred.
    KeptDeferred,
    /// It is kept beside: the change request went on.
    KeptWentOn,
}

/// A file that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandoverTaken {
    /// What became of it.
    pub outcome: HandoverOutcome,
    /// The change request here.
    pub record: StreamId,
    /// Its number.
    pub number: String,
    /// What the file said.
    pub file: HandoverView,
    /// What has to be asked anew.
    pub stale: Vec<String>,
}

impl App {
    /// The file for the other side: what was asked, or, where that came from outside, what is answered.
    ///
    /// # Errors
    /// `HandoverNothing`, `NoSuchRecord`, or a failure of the world.
    pub fn hand_over(&self, record: RecordRef, key: &SigningKey) -> Result<HandedOut, NotHanded> {
        let reader = self.workspace().reader().map_err(|fault| unexpected(&fault))?;
        let (_, change, _) = queries::change::find(&reader, record)?;
        let organisation = organisation(&reader)?;
        let name = organisation.as_ref().map(|organisation| organisation.name.clone()).unwrap_or_default();
        let nothing = || HandoverFault::HandoverNothing { number: change.number.to_string() };
        let (kind, content) = match &change.outside {
            Some(_) => (HandedKind::Answer, answer(&change, name).ok_or_else(nothing)?),
            None => {
                let workspace = workspace(&reader)?;
                let asked =
                    delegation(&change, organisation.as_ref(), name, workspace).ok_or_else(nothing)?;
                (HandedKind::Delegation, asked)
            }
        };
        let ending = match kind {
            HandedKind::Delegation => "lotse-delegation",
            HandedKind::Answer => "lotse-answer",
        };
        let bytes = handover::seal(&content, key).map_err(|error| unexpected(&error))?;
        Ok(HandedOut { name: format!("{}.{ending}", change.number), bytes, kind })
    }

    /// What a file says; nothing is written.
    ///
    /// # Errors
    /// What is wrong with it, or a failure of the world.
    pub fn look_at_handover(&self, bytes: &[u8]) -> Result<HandoverView, NotHanded> {
        let opened = handover::open(bytes)?;
        let reader = self.workspace().reader().map_err(|fault| unexpected(&fault))?;
        Ok(look(&reader, &opened)?.1)
    }

    /// Takes a file in: it becomes a change request, or the answer to one. The same file again changes nothing.
    ///
    /// # Errors
    /// What is wrong with it, the refusal of a rule, or a failure of the world.
    pub fn take_handover_in(
        &self,
        bytes: &[u8],
        by: PersonId,
        now: Instant,
    ) -> Result<HandoverTaken, NotHanded> {
        let opened = handover::open(bytes)?;
        let (record, file) = {
            let reader = self.workspace().reader().map_err(|fault| unexpected(&fault))?;
            look(&reader, &opened)?
        };
        let command = Command::Change(command(opened));
        let order = Order {
            id: OrderId(self.entropy.id(now)),
            by,
            record: Some(RecordRef::Id(record)),
            command,
            batch: None,
        };
        let committed = self.execute(&order, now)?;
        let outcome = self.outcome(&committed, file.kind)?;
        Ok(HandoverTaken {
            outcome,
            record,
            number: committed.number.map(|number| number.to_string()).unwrap_or_default(),
            file,
            stale: committed.stale,
        })
    }

    fn outcome(&self, committed: &Committed, kind: HandedKind) -> Result<HandoverOutcome, NotHanded> {
        let Some(happened) = committed.events.first() else { return Ok(HandoverOutcome::TakenInBefore) };
        if happened.kind != "change.answerKept" {
            return Ok(match kind {
                HandedKind::Delegation => HandoverOutcome::Opened,
                HandedKind::Answer => HandoverOutcome::Answered,
            });
        }
        let reader = self.workspace().reader().map_err(|fault| unexpected(&fault))?;
        let (_, change, _) = queries::change::find(&reader, RecordRef::Id(committed.record))?;
        Ok(match change.kept.last().map_or(KeptWhy::WentOn, |kept| kept.why) {
            KeptWhy::AnsweredBefore => HandoverOutcome::KeptAnsweredBefore,
            KeptWhy::AskedAnew => HandoverOutcome::KeptAskedAnew,
            KeptWhy::Cancelled => HandoverOutcome::KeptCancelled,
            KeptWhy::Deferred => HandoverOutcome::KeptDeferred,
            KeptWhy::WentOn => HandoverOutcome::KeptWentOn,
        })
    }
}

/// The record that a file is about and what it says.
fn look(conn: &Connection, opened: &Opened) -> Result<(StreamId, HandoverView), NotHanded> {
    let known = queries::change::knows_signer(conn, &opened.signer)?;
    let fingerprint = fingerprint(&opened.signer);
    match &opened.content {
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
            let view = HandoverView {
                kind: HandedKind::Delegation,
                organisation: asked.organisation.clone(),
                number: asked.number.clone(),
                number_here,
                title: asked.text.title.clone(),
                asked: Some(asked.asked),
                answer: None,
                fingerprint,
                known,
            };
            Ok((record, view))
        }
        Content::Answer(answer) => {
            let there = queries::change::with_package(conn, answer.package)?;
            let Some((record, false)) = there else {
                let number = answer.asked_number.clone();
                return Err(HandoverFault::HandoverNotAsked { number }.into());
            };
            let (_, change, _) = queries::change::find(conn, RecordRef::Id(record))?;
            let view = HandoverView {
                kind: HandedKind::Answer,
                organisation: answer.organisation.clone(),
                number: answer.number.clone(),
                number_here: Some(change.number.to_string()),
                title: change.text.title,
                asked: None,
                answer: Some(answer.answer.clone()),
                fingerprint,
                known,
            };
            Ok((record, view))
        }
    }
}

fn command(opened: Opened) -> change::Command {
    let Opened { content, signer } = opened;
    match content {
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
    }
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

/// What a workspace is told apart by: the hash of its first event.
fn workspace(conn: &Connection) -> Result<String, Fault> {
    let first = log::read_after(conn, 0, 1)?;
    Ok(first.first().map(|event| BlobHash(event.hash).to_string()).unwrap_or_default())
}

impl From<HandoverFault> for NotHanded {
    fn from(fault: HandoverFault) -> Self {
        Self::File(fault)
    }
}

impl From<Fault> for NotHanded {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<QueryFault> for NotHanded {
    fn from(fault: QueryFault) -> Self {
        Self::Fault(fault.into())
    }
}
