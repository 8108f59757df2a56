//! Which steps a finding can take now. Asks `decide` itself, so that a button and the rule behind it never disagree.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::command::Command;
use super::decide::decide;
use super::refusal::Refusal;
use super::{Finding, Kind};
use crate::domain::Context;
use crate::ids::StreamId;
use crate::time::{Day, Moment};

/// What can be done with a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // The commands of the same names.
#[ts(rename = "FindingStep")]
#[schemars(rename = "FindingStep")]
pub enum Step {
    Assign,
    Accept,
    Start,
    ReportImplemented,
    CheckImplementation,
    RejectImplementation,
    StartEffectivenessCheck,
    ConfirmEffective,
    FindIneffective,
    Close,
    Reopen,
    Resume,
    MoveDue,
    Restate,
    AcceptRisk,
    Drop,
}

impl Step {
    /// Every step, in the order of the way.
    pub const ALL: [Self; 16] = [
        Self::Assign,
        Self::Accept,
        Self::Start,
        Self::ReportImplemented,
        Self::CheckImplementation,
        Self::RejectImplementation,
        Self::StartEffectivenessCheck,
        Self::ConfirmEffective,
        Self::FindIneffective,
        Self::Close,
        Self::Reopen,
        Self::Resume,
        Self::MoveDue,
        Self::Restate,
        Self::AcceptRisk,
        Self::Drop,
    ];
}

/// A step and why it cannot be taken now, if it cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingPossible")]
#[schemars(rename = "FindingPossible")]
pub struct Possible {
    /// The step.
    pub step: Step,
    /// Why not; none when it can be taken.
    pub refusal: Option<Refusal>,
}

/// Every step with what stands against it for whoever `context` says. `proved` and `failing`: whether there is a later record
/// that shows the effect, or that the same failed again.
pub fn possible(finding: &Finding, proved: bool, failing: bool, context: &Context) -> Vec<Possible> {
    let probe = |step| {
        let refusal = decide(Some(finding), sample(step, finding, context), None, context).err();
        let shown = if step == Step::ConfirmEffective { proved } else { failing };
        let refusal = match refusal {
            Some(Refusal::FindingProofUnknown) if shown => None,
            Some(Refusal::FindingProofUnknown) => Some(Refusal::FindingNoProofYet),
            refusal => refusal,
        };
        Possible { step, refusal }
    };
    Step::ALL.into_iter().map(probe).collect()
}

fn sample(step: Step, finding: &Finding, context: &Context) -> Command {
    let reason = || "-".to_owned();
    let at = Moment::exact(context.now, context.zone);
    let today = Day::at(context.now, context.zone);
    let proof = StreamId(uuid::Uuid::nil());
    match step {
        // Whoever gets it is somebody else, and a day is given where none stands.
        Step::Assign => {
            let none = finding.course.due.is_none();
            let owner = crate::ids::PersonId(uuid::Uuid::nil());
            Command::Assign { owner, due: none.then_some(today) }
        }
        Step::Accept => Command::Accept { at, note: reason() },
        Step::Start => Command::Start { at },
        Step::ReportImplemented => Command::ReportImplemented { person: context.by, at, how: reason() },
        Step::CheckImplementation => Command::CheckImplementation { method: reason() },
        Step::RejectImplementation => Command::RejectImplementation { reason: reason() },
        Step::StartEffectivenessCheck => Command::StartEffectivenessCheck { expected: None, note: reason() },
        Step::ConfirmEffective => Command::ConfirmEffective { proof, note: reason() },
        Step::FindIneffective => Command::FindIneffective { reason: reason(), proof: None },
        Step::Close => Command::Close { note: reason() },
        Step::Reopen => Command::Reopen { reason: reason(), proof },
        Step::Resume => Command::Resume { reason: reason() },
        Step::MoveDue => Command::MoveDue { to: today, reason: reason() },
        Step::Restate => {
            Command::Restate { title: reason(), kind: Kind::Minor, details: finding.details.clone() }
        }
        Step::AcceptRisk => Command::AcceptRisk { until: today.plus_days(1), reason: reason() },
        Step::Drop => Command::Drop { reason: reason() },
    }
}
