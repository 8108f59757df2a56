//! What the screens of notices show.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::change::HandedKind;
use crate::domain::notice::{Delivery, Outside, Phase, Possible, Subject, SubjectKind, Way, Who};
use crate::ids::{PersonId, StreamId, TeamId};
use crate::time::{Day, Instant, Moment};

/// Which notices are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct NoticesQuery {
    /// In one of these phases; none: in any.
    pub phases: Vec<Phase>,
    /// About one of these; none: about anything.
    pub kinds: Vec<SubjectKind>,
    /// That concern one of these teams; none: any.
    pub teams: Vec<TeamId>,
    /// That still ask this person.
    pub asks: Option<PersonId>,
    /// About this record.
    pub about: Option<StreamId>,
    /// With this in the title or the number, also of what it is about.
    pub search: String,
    /// In which order.
    pub sort: NoticeSort,
    /// The other way round.
    pub descending: bool,
    /// At most so many, up to 500; 0: as many as fit on a page.
    pub limit: u32,
    /// After so many.
    pub offset: u32,
}

/// The order of notices.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum NoticeSort {
    /// What still asks first, then the newest.
    #[default]
    Phase,
    /// By number.
    Number,
    /// By title.
    Title,
    /// By when it was announced.
    Announced,
}

/// How far a team has come with a notice, by those who belong to it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoticeTeam {
    /// The team.
    pub id: TeamId,
    /// Its name; empty when it is gone.
    pub name: String,
    /// How many of it are asked.
    pub asked: u32,
    /// How many of those said that it was read.
    pub acknowledged: u32,
}

/// A notice in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoticeRow {
    /// Its id.
    pub id: StreamId,
    /// Its number.
    pub number: String,
    /// What it is about.
    pub kind: SubjectKind,
    /// The number of that; empty where there is none.
    pub about: String,
    /// The title of that.
    pub title: String,
    /// The version of that.
    pub version: u32,
    /// Where it stands.
    pub phase: Phase,
    /// The teams that it concerns.
    pub teams: Vec<NoticeTeam>,
    /// Who still is asked, while it is open.
    pub missing: Vec<PersonId>,
    /// How many are asked.
    pub asked: u32,
    /// When it was announced.
    pub announced: Instant,
    /// By when everyone is to have read it; none where no rule holds.
    pub due: Option<Day>,
    /// By how many days it is or was late; none while it is in time.
    #[ts(type = "number | null")]
    pub late: Option<i64>,
}

/// A page of notices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoticesPage {
    /// The notices.
    pub items: Vec<NoticeRow>,
    /// How many there are in all.
    pub total: u32,
    /// How many of all notices are open, whatever is asked for.
    pub open: u32,
    /// The names of people.
    pub people: BTreeMap<PersonId, String>,
}

/// That somebody said that it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct AcknowledgedView {
    /// How.
    pub way: Way,
    /// When.
    pub at: Moment,
    /// When that was written down.
    pub recorded: Instant,
    /// Who wrote it down.
    pub by: PersonId,
}

/// One attempt to send it to somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct SendingView {
    /// What became of it.
    pub result: Delivery,
    /// When.
    pub at: Moment,
}

/// A person whom a notice asks or asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct AskedView {
    /// The person.
    pub person: PersonId,
    /// Whether a mail address is known.
    pub reachable: bool,
    /// That it was read.
    pub acknowledged: Option<AcknowledgedView>,
    /// Why the person is not asked any more.
    pub excused: Option<String>,
    /// The attempts to send it, newest first.
    pub sendings: Vec<SendingView>,
}

/// How a notice ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoticeEnd {
    /// The number of the notice that asks instead, where one does.
    pub newer: Option<String>,
    /// Why it was withdrawn; empty where it was not.
    pub reason: String,
    /// When.
    pub at: Instant,
    /// By whom.
    pub by: PersonId,
}

/// Everything about a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct NoticeView {
    /// Its id.
    pub id: StreamId,
    /// How many events it has.
    #[ts(type = "number")]
    pub version: u64,
    /// Its number.
    pub number: String,
    /// What it is about.
    pub subject: Subject,
    /// Its text in German.
    pub german: String,
    /// Its text in English.
    pub english: String,
    /// Where it stands.
    pub phase: Phase,
    /// The teams that it concerns.
    pub teams: Vec<NoticeTeam>,
    /// Who of them is asked.
    pub who: Who,
    /// Everyone who is or was asked: who is missing first.
    pub asked: Vec<AskedView>,
    /// When it was announced.
    pub announced: Instant,
    /// Who announced it.
    pub by: PersonId,
    /// By when everyone is to have read it; none where no rule holds.
    pub due: Option<Day>,
    /// By how many days it is or was late; none while it is in time.
    #[ts(type = "number | null")]
    pub late: Option<i64>,
    /// When the last of those asked said that it was read.
    pub complete: Option<Instant>,
    /// How it ended, where it did.
    pub end: Option<NoticeEnd>,
    /// Where it comes from, when another workspace handed it over.
    pub outside: Option<Outside>,
    /// Whether a file can be handed to the other side: what is told, or who said that it was read.
    pub hand_over: Option<HandedKind>,
    /// Whether a mail server is set.
    pub mail: bool,
    /// What can be done.
    pub possible: Vec<Possible>,
    /// The names of people.
    pub people: BTreeMap<PersonId, String>,
}
