//! What can be done with a test now. Asks `decide` itself, so that a button and its rule never disagree.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, Drill, Refusal, When, decide, proposed_verdict};
use crate::domain::Context;
use crate::domain::plan::Plan;
use crate::ids::{PartId, PersonId};
use crate::time::Moment;

/// A deed of a test that has a button. Those of a step stand beside the step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // The commands of the same names.
pub enum DrillDeed {
    Arrange,
    Reschedule,
    Cancel,
    Start,
    Note,
    AttachEvidence,
    Pause,
    Resume,
    HandOver,
    ReportLapse,
    End,
    Abort,
    RecordResult,
    SubmitResult,
    RejectResult,
    ApproveResult,
    IssueReport,
    Close,
}

impl DrillDeed {
    /// Every deed, in the order of a test.
    pub const ALL: [Self; 18] = [
        Self::Arrange,
        Self::Reschedule,
        Self::Cancel,
        Self::Start,
        Self::Note,
        Self::AttachEvidence,
        Self::Pause,
        Self::Resume,
        Self::HandOver,
        Self::ReportLapse,
        Self::End,
        Self::Abort,
        Self::RecordResult,
        Self::SubmitResult,
        Self::RejectResult,
        Self::ApproveResult,
        Self::IssueReport,
        Self::Close,
    ];
}

/// A deed and why it cannot be done now, if it cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PossibleDrillDeed {
    /// The deed.
    pub deed: DrillDeed,
    /// Why not; none when it can be done.
    pub refusal: Option<Refusal>,
}

/// Every deed with what stands against it for whoever asks.
pub fn possible(drill: &Drill, plan: Option<&Plan>, context: &Context) -> Vec<PossibleDrillDeed> {
    let probe = |deed| {
        let tried = decide(Some(drill), sample(deed, drill, context), plan, context);
        PossibleDrillDeed { deed, refusal: tried.err() }
    };
    DrillDeed::ALL.into_iter().map(probe).collect()
}

fn sample(deed: DrillDeed, drill: &Drill, context: &Context) -> Command {
    let reason = || "-".to_owned();
    let when = When::default();
    let id = PartId(uuid::Uuid::nil());
    match deed {
        DrillDeed::Arrange => Command::Arrange { arrangement: drill.arrangement.clone() },
        DrillDeed::Reschedule => Command::Reschedule {
            planned: Moment::exact(context.now, context.zone),
            until: None,
            reason: reason(),
        },
        DrillDeed::Cancel => Command::Cancel { reason: reason() },
        DrillDeed::Start => Command::Start { guide: None, when },
        DrillDeed::Note => Command::Note { id, text: reason(), step: None, when },
        DrillDeed::AttachEvidence => Command::AttachEvidence {
            evidence: crate::domain::incident::Evidence {
                id,
                hash: crate::ids::BlobHash([0; 32]),
                name: reason(),
                size: 0,
                note: String::new(),
                at: None,
            },
            step: None,
            when,
        },
        DrillDeed::Pause => Command::Pause { reason: reason(), when },
        DrillDeed::Resume => Command::Resume { when },
        DrillDeed::HandOver => Command::HandOver { to: PersonId(uuid::Uuid::nil()), note: reason(), when },
        DrillDeed::ReportLapse => Command::ReportLapse { id, text: reason(), told: context.by, when },
        DrillDeed::End => Command::End { when },
        DrillDeed::Abort => Command::Abort { reason: reason(), when },
        DrillDeed::RecordResult => Command::RecordResult { result: drill.result.clone().unwrap_or_default() },
        DrillDeed::SubmitResult => Command::SubmitResult {},
        DrillDeed::RejectResult => Command::RejectResult { reason: reason() },
        DrillDeed::ApproveResult => {
            let verdict = proposed_verdict(drill);
            Command::ApproveResult { verdict, conditions: reason(), reason: reason() }
        }
        DrillDeed::IssueReport => Command::NoteReport {
            report: crate::ids::StreamId(uuid::Uuid::nil()),
            number: "-".to_owned(),
            approver: PersonId(uuid::Uuid::nil()),
            at: Moment::exact(context.now, context.zone),
        },
        DrillDeed::Close => Command::Close {},
    }
}
