//! What a result lacks before it can be handed in. Pure.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{CheckOutcome, Checked, Drill};

/// What is missing before a result can be handed in (report-contents.md (b)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "gap", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ResultGap {
    /// An objective is not rated.
    Rating {
        /// The objective.
        text: String,
    },
    /// It is not said whether the data is whole.
    DataIntegrity,
    /// It is not said how alarm and communication went.
    Alarm,
    /// It is not said whether what was set up for the test was removed.
    Removal,
    /// The talk right after it is not written down.
    HotWash,
    /// Neither strengths nor areas for improvement are written down.
    Lessons,
}

/// What a result lacks before it can be handed in.
pub fn result_gaps(drill: &Drill) -> Vec<ResultGap> {
    let found = drill.result.clone().unwrap_or_default();
    let objectives = drill.content().map(|content| content.about.objectives.as_slice()).unwrap_or_default();
    let unrated =
        objectives.iter().filter(|one| !found.ratings.iter().any(|rated| rated.objective == one.id));
    let mut gaps: Vec<ResultGap> = unrated.map(|one| ResultGap::Rating { text: one.text.clone() }).collect();
    // That something was removed is proved by what shows it, not by a tick.
    let unproved = |checked: &Checked| {
        checked.outcome.is_none()
            || (checked.outcome == Some(CheckOutcome::Proved) && checked.text.trim().is_empty())
    };
    let open = |checked: &Checked| checked.outcome.is_none();
    let checks = [
        (open(&found.data_integrity), ResultGap::DataIntegrity),
        (open(&found.alarm), ResultGap::Alarm),
        (unproved(&found.removal), ResultGap::Removal),
        (found.hot_wash.trim().is_empty(), ResultGap::HotWash),
        (found.strengths.trim().is_empty() && found.improvements.trim().is_empty(), ResultGap::Lessons),
    ];
    gaps.extend(checks.into_iter().filter(|(missing, _)| *missing).map(|(_, gap)| gap));
    gaps
}
