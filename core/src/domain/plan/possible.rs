//! What can be done with an action plan now. Asks `decide` itself, so that a button and its rule never disagree.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Plan, Refusal, decide};
use crate::domain::Context;

/// A deed of a plan that has a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // The commands of the same names; `Write` is every order that writes in the version.
pub enum PlanDeed {
    Write,
    Submit,
    Approve,
    Reject,
    BeginVersion,
    Retire,
    Reinstate,
}

impl PlanDeed {
    /// Every deed.
    pub const ALL: [Self; 7] = [
        Self::Write,
        Self::Submit,
        Self::Approve,
        Self::Reject,
        Self::BeginVersion,
        Self::Retire,
        Self::Reinstate,
    ];
}

/// A deed and why it cannot be done now, if it cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PossiblePlanDeed {
    /// The deed.
    pub deed: PlanDeed,
    /// Why not; none when it can be done.
    pub refusal: Option<Refusal>,
}

/// Every deed with what stands against it.
pub fn possible(plan: &Plan, context: &Context) -> Vec<PossiblePlanDeed> {
    let probe =
        |deed| PossiblePlanDeed { deed, refusal: decide(Some(plan), sample(deed, plan), context).err() };
    PlanDeed::ALL.into_iter().map(probe).collect()
}

fn sample(deed: PlanDeed, plan: &Plan) -> Command {
    let reason = "-".to_owned();
    let newest = plan.newest();
    match deed {
        PlanDeed::Write => {
            let about = newest.map(|version| version.content.about.clone()).unwrap_or_default();
            Command::Describe { about }
        }
        PlanDeed::Submit => Command::Submit {},
        PlanDeed::Approve => Command::Approve { version: newest.map_or(1, |version| version.number) },
        PlanDeed::Reject => Command::Reject { reason },
        PlanDeed::BeginVersion => Command::BeginVersion { reason },
        PlanDeed::Retire => Command::Retire { reason },
        PlanDeed::Reinstate => Command::Reinstate { reason },
    }
}
