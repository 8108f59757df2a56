//! Change requests and notices out of a workspace and into another one, by file.

mod changes;
mod notices;

use ed25519_dalek::SigningKey;
use rusqlite::Connection;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{App, Committed, Fault, Order, unexpected};
use crate::domain::Command;
use crate::domain::change::{Answer, KeptWhy};
use crate::domain::notice::Phase;
use crate::handover::{self, Content, HandoverFault, Opened};
use crate::ids::{BlobHash, OrderId, PersonId, RecordRef, StreamId};
use crate::log;
use crate::queries::views::HandedKind;
use crate::queries::{self, QueryFault};
use crate::time::{Day, Instant};

pub(super) use changes::package_fingerprint;

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
    /// Whether a slip to answer on by hand goes with it.
    pub slip: bool,
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
    /// Who is asked, or who said that it was read, by their names in the file; empty for a change request.
    pub people: Vec<String>,
    /// Those of them whom nobody here is called like.
    pub unmatched: Vec<String>,
    /// Until when it is wanted, where the file asks.
    pub asked: Option<Day>,
    /// What is answered, where it answers.
    pub answer: Option<Answer>,
    /// The fingerprint of the key that signed it.
    pub fingerprint: String,
    /// The fingerprint of the package, which stands on the slip that goes with it.
    pub package: String,
    /// Whether something that this key signed was taken in before.
    pub known: bool,
}

impl HandoverView {
    /// What every file says: what it holds, who wrote it, its number there, what it is about, and whose key signed it.
    fn of(
        conn: &Connection,
        (kind, organisation, number, title): (HandedKind, &str, &str, &str),
        signer: &str,
        package: String,
    ) -> Result<Self, QueryFault> {
        Ok(Self {
            kind,
            organisation: organisation.to_owned(),
            number: number.to_owned(),
            number_here: None,
            title: title.to_owned(),
            people: Vec::new(),
            unmatched: Vec::new(),
            asked: None,
            answer: None,
            fingerprint: handover::fingerprint(signer),
            package,
            known: queries::change::knows_signer(conn, signer)?,
        })
    }
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
    /// It made a notice.
    NoticeOpened,
    /// The notice asks further people, who are known only now.
    NoticeAsksMore,
    /// People acknowledged the notice.
    Acknowledged,
    /// Their acknowledgements are kept: a newer notice asks meanwhile.
    KeptSuperseded,
    /// Their acknowledgements are kept: the notice was withdrawn.
    KeptWithdrawn,
    /// Nobody whom it names is asked here; nothing changed.
    NobodyKnown,
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
    /// How many acknowledgements were recorded.
    pub acknowledged: u32,
    /// What the file said.
    pub file: HandoverView,
    /// What has to be asked anew.
    pub stale: Vec<String>,
}

impl App {
    /// The file for the other side: what was asked or told, or, where that came from outside, what is answered. `now` is the
    /// instant for which the term of a notice is worked out.
    ///
    /// # Errors
    /// `HandoverNothing`, `NoSuchRecord`, or a failure of the world.
    pub fn hand_over(
        &self,
        record: RecordRef,
        key: &SigningKey,
        now: Instant,
    ) -> Result<HandedOut, NotHanded> {
        let reader = self.workspace().reader().map_err(|fault| unexpected(&fault))?;
        let stream = queries::resolve(&reader, record)?;
        let (number, found) = match queries::notice::there(&reader, stream)? {
            Some(notice) => (notice.number, notices::package(&reader, stream, &notice, now)?),
            None => {
                let (_, change, _) = queries::change::find(&reader, record)?;
                (change.number, changes::package(&reader, &change)?)
            }
        };
        let nothing = || HandoverFault::HandoverNothing { number: number.to_string() };
        let (kind, content) = found.ok_or_else(nothing)?;
        let ending = match kind {
            HandedKind::Delegation => "lotse-delegation",
            HandedKind::Notice => "lotse-notice",
            HandedKind::Answer | HandedKind::Acknowledgements => "lotse-answer",
        };
        let bytes = handover::seal(&content, key).map_err(|error| unexpected(&error))?;
        let slip = kind == HandedKind::Delegation;
        Ok(HandedOut { name: format!("{number}.{ending}"), bytes, kind, slip })
    }

    /// What a file says; nothing is written.
    ///
    /// # Errors
    /// What is wrong with it, or a failure of the world.
    pub fn look_at_handover(&self, bytes: &[u8]) -> Result<HandoverView, NotHanded> {
        let opened = handover::open(bytes)?;
        let reader = self.workspace().reader().map_err(|fault| unexpected(&fault))?;
        Ok(look(&reader, opened)?.1)
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
        let (record, file, command) = {
            let reader = self.workspace().reader().map_err(|fault| unexpected(&fault))?;
            look(&reader, opened)?
        };
        let order = Order {
            id: OrderId(self.entropy.id(now)),
            by,
            record: Some(RecordRef::Id(record)),
            command,
            batch: None,
        };
        let committed = self.execute(&order, now)?;
        let outcome = self.outcome(&committed, &file)?;
        let given = committed.events.iter().filter(|happened| happened.kind == "notice.acknowledged").count();
        Ok(HandoverTaken {
            outcome,
            acknowledged: u32::try_from(given).unwrap_or(u32::MAX),
            record,
            number: committed.number.map(|number| number.to_string()).unwrap_or_default(),
            file,
            stale: committed.stale,
        })
    }

    fn outcome(&self, committed: &Committed, file: &HandoverView) -> Result<HandoverOutcome, NotHanded> {
        let kind = file.kind;
        let Some(happened) = committed.events.first() else {
            let nobody = kind == HandedKind::Acknowledgements && file.people.len() == file.unmatched.len();
            return Ok(if nobody { HandoverOutcome::NobodyKnown } else { HandoverOutcome::TakenInBefore });
        };
        if kind == HandedKind::Acknowledgements {
            return self.kept_by_notice(committed.record);
        }
        if happened.kind != "change.answerKept" {
            return Ok(match kind {
                HandedKind::Delegation => HandoverOutcome::Opened,
                HandedKind::Notice if happened.kind == "notice.knownThere" => HandoverOutcome::NoticeAsksMore,
                HandedKind::Notice => HandoverOutcome::NoticeOpened,
                HandedKind::Answer | HandedKind::Acknowledgements => HandoverOutcome::Answered,
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

    /// Acknowledgements are recorded whatever became of the notice; how it stands is said.
    fn kept_by_notice(&self, record: StreamId) -> Result<HandoverOutcome, NotHanded> {
        let reader = self.workspace().reader().map_err(|fault| unexpected(&fault))?;
        let (_, notice, _) = queries::notice::find(&reader, RecordRef::Id(record))?;
        Ok(match notice.phase() {
            Phase::Superseded => HandoverOutcome::KeptSuperseded,
            Phase::Withdrawn => HandoverOutcome::KeptWithdrawn,
            Phase::Open | Phase::Acknowledged => HandoverOutcome::Acknowledged,
        })
    }
}

/// The record that a file is about, what it says, and what follows from it.
fn look(conn: &Connection, opened: Opened) -> Result<(StreamId, HandoverView, Command), NotHanded> {
    let Opened { content, signer, package } = opened;
    let read = match content {
        Content::Notice(asked) => notices::told(conn, *asked, &signer, package)?,
        Content::Acknowledgements(file) => notices::acknowledged(conn, *file, &signer, package)?,
        Content::Delegation(_) | Content::Answer(_) => {
            let (record, view) = changes::look(conn, &content, &signer, package)?;
            return Ok((record, view, Command::Change(changes::command(content, signer)?)));
        }
    };
    Ok((read.record, read.view, Command::Notice(read.command)))
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
