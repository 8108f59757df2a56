//! Why an order about a finding is refused.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::words::Phase;
use crate::time::Day;

/// Why an order about a finding is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "FindingRefusal")]
#[schemars(rename = "FindingRefusal")]
pub enum Refusal {
    #[error("there is no such finding")]
    FindingUnknown,
    #[error("the title is missing")]
    FindingTitleMissing,
    #[error("the reason is missing")]
    FindingReasonMissing,
    #[error("the finding stands at {finding_phase:?}")]
    FindingElsewhere { finding_phase: Phase },
    #[error("the record that it comes from, or its part, is not there")]
    FindingOriginUnknown,
    #[error("{number} carries this on already")]
    FindingRaisedAlready { number: String },
    #[error("the due day is missing")]
    FindingDueMissing,
    #[error("somebody says that the action is done; what it was for stands")]
    FindingTextStands,
    #[error("the moment lies in the future")]
    FindingMomentInFuture,
    #[error("how the action was done is missing")]
    FindingHowMissing,
    #[error("how it was checked is missing")]
    FindingMethodMissing,
    #[error("nobody says that the action is done")]
    FindingNotReported,
    #[error("somebody says that the action is done already")]
    FindingReportedAlready,
    #[error("whoever did it, or says so, cannot check it")]
    FindingCheckerNotIndependent,
    #[error("the owner of the action cannot accept the risk")]
    FindingApproverNotIndependent,
    #[error("a risk ends after {today}")]
    FindingRiskEndsTooSoon { today: Day },
    #[error("there is no such record that could prove it")]
    FindingProofUnknown,
    #[error("nothing that happened since concerns the same")]
    FindingNoProofYet,
    #[error("{number} is not over")]
    FindingProofNotOver { number: String },
    #[error("{number} happened before the action was done")]
    FindingProofTooEarly { number: String },
    #[error("{number} concerns neither this step nor this service")]
    FindingProofUnrelated { number: String },
    #[error("in {number} the same failed again")]
    FindingProofFailed { number: String },
    #[error("the cause of {number} is not known")]
    FindingProofCauseOpen { number: String },
    #[error("in {number} the step was passed")]
    FindingProofPassed { number: String },
    #[error("there is no step to take back")]
    FindingNothingToTakeBack,
    #[error("this is not the newest step")]
    FindingNotNewestStep,
    #[error("others rely on this step; it stands")]
    FindingStepStands,
}

/// Whether a part of another record may be raised that the finding `holder` carries on already.
///
/// # Errors
/// When a finding does.
pub fn not_raised(holder: Option<String>) -> Result<(), Refusal> {
    holder.map_or(Ok(()), |number| Err(Refusal::FindingRaisedAlready { number }))
}
