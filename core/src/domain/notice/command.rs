//! What may be ordered about a notice, what happened to it, and why not. Shapes alone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Delivery, FromFile, GivenThere, Known, Outside, Subject, Way, Who};
use crate::ids::{Number, PersonId, StreamId, TeamId};
use crate::time::Moment;

/// An order about a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[ts(rename = "NoticeCommand")]
#[schemars(rename = "NoticeCommand")]
pub enum Command {
    /// Tell teams something that has no record of its own. On a new record.
    Announce {
        /// What it is about.
        title: String,
        /// Its text in German.
        german: String,
        /// Its text in English.
        english: String,
        /// The teams that it concerns.
        teams: Vec<TeamId>,
        /// Who of them is asked.
        who: Who,
    },
    /// Tell the teams that a record names what was approved in it. The program gives this order when it is approved; given
    /// again it changes nothing. On a new record.
    AnnounceRecord {
        /// The record: a change request or a process review.
        about: StreamId,
    },
    /// Take the package of another workspace in; again with people who are known only now. On a new record.
    Receive {
        /// Where it comes from.
        outside: Box<Outside>,
        /// What it is about.
        subject: Subject,
        /// Its text in German.
        german: String,
        /// Its text in English.
        english: String,
        /// Whom it asks, and as whom they are known there.
        known: Known,
    },
    /// Take in what people said in another workspace, which came as a file.
    TakeAcknowledgements {
        /// Who wrote it.
        file: FromFile,
        /// Who said so, and when.
        given: Vec<GivenThere>,
    },
    /// Keep what became of sending it to one person.
    RecordSending {
        /// To whom.
        person: PersonId,
        /// What became of it.
        result: Delivery,
        /// When.
        at: Moment,
        /// The id that the mail bore.
        message: String,
    },
    /// A person has read it.
    Acknowledge {
        /// Who.
        person: PersonId,
        /// How that was said.
        way: Way,
        /// When.
        at: Moment,
    },
    /// An acknowledgement was entered by mistake.
    TakeBack {
        /// Whose.
        person: PersonId,
        /// Why.
        reason: String,
    },
    /// Ask somebody else as well: whoever came into a team later.
    AskAlso {
        /// Whom.
        person: PersonId,
    },
    /// Ask somebody no more: whoever left, or is away for long.
    Excuse {
        /// Whom.
        person: PersonId,
        /// Why.
        reason: String,
    },
    /// A notice about a newer version asks instead. The program gives this order when such a notice is announced.
    Supersede {
        /// The newer notice.
        by: StreamId,
    },
    /// It was a mistake.
    Withdraw {
        /// Why.
        reason: String,
    },
}

/// What happened to a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // Named as the commands are, in the past tense; the fields are theirs.
pub enum Event {
    Announced {
        number: Number,
        subject: Subject,
        german: String,
        english: String,
        teams: Vec<TeamId>,
        who: Who,
        expected: Vec<PersonId>,
    },
    Received {
        number: Number,
        outside: Box<Outside>,
        subject: Subject,
        german: String,
        english: String,
        known: Known,
    },
    KnownThere {
        known: Known,
    },
    SendingRecorded {
        person: PersonId,
        result: Delivery,
        at: Moment,
        message: String,
    },
    Acknowledged {
        person: PersonId,
        way: Way,
        at: Moment,
    },
    TakenBack {
        person: PersonId,
        reason: String,
    },
    AskedAlso {
        person: PersonId,
    },
    Excused {
        person: PersonId,
        reason: String,
    },
    Superseded {
        by: StreamId,
    },
    Withdrawn {
        reason: String,
    },
}

/// Why an order about a notice is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "NoticeRefusal")]
#[schemars(rename = "NoticeRefusal")]
pub enum Refusal {
    #[error("there is no such notice")]
    NoticeUnknown,
    #[error("the notice is announced already")]
    NoticeAnnounced,
    #[error("nothing is approved in it that a team has to know")]
    NoticeNothingToTell,
    #[error("{number} tells this version already")]
    NoticeTold { number: String },
    #[error("the notice has no title")]
    NoticeTitleMissing,
    #[error("the notice has no text")]
    NoticeTextMissing,
    #[error("the notice concerns no team")]
    NoticeTeamsMissing,
    #[error("{person} is not asked")]
    NoticeNotAsked { person: PersonId },
    #[error("everyone acknowledges for oneself")]
    NoticeNotForOthers,
    #[error("only whoever entered an acknowledgement takes it back, or a process manager")]
    NoticeNotYours,
    #[error("a newer notice asks instead")]
    NoticeSuperseded,
    #[error("the notice is withdrawn")]
    NoticeWithdrawn,
    #[error("{person} has acknowledged nothing")]
    NoticeNotAcknowledged { person: PersonId },
    #[error("that lies in the future")]
    NoticeInFuture,
    #[error("that was before the notice was announced")]
    NoticeBeforeAnnounced,
    #[error("the reason is missing")]
    NoticeReasonMissing,
    #[error("it comes from another workspace, which ends it or says it anew")]
    NoticeFromOutside,
    #[error("nobody is asked")]
    NoticeNobodyAsked,
    #[error("everyone asked has acknowledged it")]
    NoticeAcknowledged,
}
