//! What can be done with a change request now, and what stands against the rest.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::facts::Answer;
use super::{Change, Command, Refusal, decide};
use crate::domain::Context;
use crate::ids::{PartId, TeamId};
use crate::time::Day;

/// A deed about a change request.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangeDeed")]
#[schemars(rename = "ChangeDeed")]
#[allow(missing_docs)] // Named as the commands are; a decision and an answer by what they say.
pub enum Deed {
    Describe,
    Submit,
    Assess,
    Approve,
    Decline,
    Delegate,
    Answer,
    Plan,
    Start,
    Implement,
    Check,
    CheckEffect,
    NoteVersion,
    InformTeams,
    AcceptRisk,
    Close,
    Defer,
    Resume,
    Cancel,
}

impl Deed {
    /// Every deed, in the order of the process.
    pub const ALL: [Self; 19] = [
        Self::Describe,
        Self::Submit,
        Self::Assess,
        Self::Approve,
        Self::Decline,
        Self::Delegate,
        Self::Answer,
        Self::Plan,
        Self::Start,
        Self::Implement,
        Self::Check,
        Self::CheckEffect,
        Self::NoteVersion,
        Self::InformTeams,
        Self::AcceptRisk,
        Self::Close,
        Self::Defer,
        Self::Resume,
        Self::Cancel,
    ];
}

/// A deed and why it cannot be done now, if it cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ChangePossible")]
#[schemars(rename = "ChangePossible")]
pub struct Possible {
    /// The deed.
    pub deed: Deed,
    /// Why not; none when it can be done.
    pub refusal: Option<Refusal>,
}

/// Every deed with what stands against it for whoever `context` names.
pub fn possible(change: &Change, context: &Context) -> Vec<Possible> {
    let probe =
        |deed| Possible { deed, refusal: decide(Some(change), sample(deed, change, context), context).err() };
    Deed::ALL.into_iter().map(probe).collect()
}

/// The order with everything that a person would fill in.
fn sample(deed: Deed, change: &Change, context: &Context) -> Command {
    let text = || "-".to_owned();
    let (id, on) = (PartId(uuid::Uuid::nil()), Day::at(context.now, context.zone));
    match deed {
        Deed::Describe => Command::Describe(Box::new(change.text.clone())),
        Deed::Submit => Command::Submit {},
        Deed::Assess => Command::Assess { note: text() },
        Deed::Approve => Command::Decide { id, approved: true, comment: text() },
        Deed::Decline => Command::Decide { id, approved: false, comment: text() },
        Deed::Delegate => Command::Delegate {
            id,
            team: TeamId(uuid::Uuid::nil()),
            person: None,
            organisation: String::new(),
            asked: on,
            note: String::new(),
        },
        Deed::Answer => {
            let delegation = change.delegation().map_or(id, |asked| asked.id);
            Command::Answer { id, delegation, answer: Answer::Accepted {}, said_by: None }
        }
        Deed::Plan => Command::Plan { start: on, end: on },
        Deed::Start => Command::Start { on },
        Deed::Implement => {
            Command::Implement { on, record: text(), ticket: String::new(), implementer: None }
        }
        Deed::Check => Command::Check { id, method: text(), on, passed: true, result: text() },
        Deed::CheckEffect => Command::CheckEffect { id, on, effective: true, result: text() },
        Deed::NoteVersion => Command::NoteVersion { document: text(), version: text(), record: None },
        Deed::InformTeams => Command::InformTeams { teams: change.text.teams.clone(), way: text(), on },
        Deed::AcceptRisk => Command::AcceptRisk { id, reason: text(), until: on },
        Deed::Close => Command::Close { note: String::new() },
        Deed::Defer => Command::Defer { until: on, reason: text() },
        Deed::Resume => Command::Resume {},
        Deed::Cancel => Command::Cancel { reason: text() },
    }
}
