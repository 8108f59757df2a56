//! What can be done with a notice now. Asks `decide` itself, so that a button and the rule behind it
//! never disagree.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Given, Notice, Phase, Refusal, Way, decide};
use crate::domain::Context;
use crate::time::Moment;

/// What people do with a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "NoticeDeed")]
#[schemars(rename = "NoticeDeed")]
pub enum Deed {
    /// Say that somebody else read it.
    EnterByHand,
    /// Send it by mail to those who are missing.
    Send,
    /// Ask somebody else as well.
    AskAlso,
    /// Ask somebody no more.
    Excuse,
    /// Withdraw it.
    Withdraw,
}

/// A deed and why it cannot be done now, if it cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PossibleWithNotice")]
#[schemars(rename = "PossibleWithNotice")]
pub struct Possible {
    /// The deed.
    pub deed: Deed,
    /// Why not; none when it can be done.
    pub refusal: Option<Refusal>,
}

/// Every deed, with the reason why it cannot be done now.
pub fn possible(notice: &Notice, context: &Context) -> Vec<Possible> {
    [Deed::EnterByHand, Deed::Send, Deed::AskAlso, Deed::Excuse, Deed::Withdraw]
        .map(|deed| Possible { deed, refusal: refusal(notice, deed, context) })
        .into()
}

fn refusal(notice: &Notice, deed: Deed, context: &Context) -> Option<Refusal> {
    let sample = || "…".to_owned();
    let missing = notice.missing().next();
    let command = match (deed, missing) {
        (Deed::Withdraw, _) => Command::Withdraw { reason: sample() },
        (Deed::AskAlso, _) => Command::AskAlso { person: context.by },
        (Deed::EnterByHand | Deed::Excuse | Deed::Send, None) => {
            return Some(match notice.phase() {
                Phase::Superseded => Refusal::NoticeSuperseded,
                Phase::Withdrawn => Refusal::NoticeWithdrawn,
                Phase::Open => Refusal::NoticeNobodyAsked,
                Phase::Acknowledged => Refusal::NoticeAcknowledged,
            });
        }
        // To send it asks, so it stands as asking does.
        (Deed::Send | Deed::Excuse, Some(person)) => Command::Excuse { person, reason: sample() },
        (Deed::EnterByHand, Some(person)) => {
            let at = Moment::exact(context.now, context.zone);
            Command::Acknowledge { person, way: Way::ByHand { said_by: context.by }, at }
        }
    };
    decide(Some(notice), command, &Given::default(), context).err()
}
