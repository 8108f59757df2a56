//! Why an order about a process review is refused, and what is missing before it can be concluded.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Review;
use super::words::*;
use crate::domain::policy::{Policy, RuleKind};
use crate::ids::PartId;
use crate::time::{Day, Instant};

/// A refusal is a value: `code` picks the sentence, the fields fill it; the `#[error]` text is for logs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The `#[error]` text says what each one means.
#[ts(rename = "ReviewRefusal")]
#[schemars(rename = "ReviewRefusal")]
pub enum Refusal {
    #[error("there is no such process review")]
    ReviewUnknown,
    #[error("the reason is missing")]
    ReasonMissing,
    #[error("the text is missing: {field}")]
    TextMissing { field: String },
    #[error("{at} lies in the future")]
    InTheFuture { at: Instant },
    #[error("{at} lies before the review came to stand at {review_phase:?}")]
    ReviewBefore { review_phase: Phase, at: Instant },
    #[error("not possible while the review stands at {review_phase:?}")]
    ReviewNotInPhase { review_phase: Phase, review_allowed: Vec<Phase> },
    /// Said of a deed whose order would change nothing; the order itself is answered as done.
    #[error("the review stands at {review_phase:?} already")]
    ReviewAlreadyInPhase { review_phase: Phase },
    #[error("there is no such part")]
    NoSuchPart { id: PartId },
    #[error("the emergency {number} has not ended")]
    EmergencyNotEnded { number: String },
    #[error("there is no such emergency")]
    NoSuchEmergency,
    #[error("{number} is planned for this already")]
    ReviewPlannedAlready { number: String },
    #[error("no rule says by when; a day must be given")]
    PlannedDayMissing,
    #[error("a review that is a duty is cancelled only with a new day")]
    NewDayMissing,
    #[error("the new day lies after {latest}, the last day of the term")]
    NewDayTooLate { latest: Day },
    #[error("nobody leads the review")]
    LeadMissing,
    #[error("the next review may be held by {latest} at the latest")]
    NextTooLate { latest: Day },
    #[error("the day {day} is over")]
    DayOver { day: Day },
    #[error("this item ended in a change request")]
    ItemHasChange,
    #[error("a judgement needs its proof")]
    ProofMissing,
    #[error("the review is not finished: {review_gaps:?}")]
    ReviewUnfinished { review_gaps: Vec<Gap> },
    #[error("{changes} change requests stand against what the conclusion says")]
    ConclusionContradicts { changes: u32 },
    #[error("whoever led a review does not approve it")]
    ApproverLed,
    #[error("the report of this version is not issued yet")]
    ReviewReportMissing,
    #[error("this team is not to be informed")]
    TeamNotNamed,
    #[error("there is no step that could be taken back")]
    NoReviewStepToTakeBack,
    #[error("no new version is being made")]
    NoRevision,
}

/// What is missing before a review can be concluded (issue of the process: every step judged, every item decided).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "gap", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(rename = "ReviewGap")]
#[schemars(rename = "ReviewGap")]
pub enum Gap {
    /// A step is not judged.
    Step {
        /// Which.
        step: Step,
    },
    /// An input is not decided.
    Item {
        /// Which.
        item: PartId,
        /// What it is called.
        title: String,
    },
    /// A deficiency is not decided.
    Deficiency {
        /// Which.
        item: PartId,
        /// What is wrong.
        title: String,
    },
    /// Something is not stated.
    Text {
        /// What about.
        topic: Topic,
    },
    /// Nobody named the teams to inform, nor said that there are none.
    Teams,
    /// The day of the next review is not set.
    Next,
    /// It lies after the end of the term.
    NextTooLate {
        /// The last day.
        latest: Day,
    },
}

/// What a review must state before it can be concluded (ISO 22301 9.3.1).
const NEEDED: [Topic; 3] = [Topic::Suitability, Topic::Adequacy, Topic::Effectiveness];

/// What keeps a review from being concluded on a day.
pub fn gaps(review: &Review, policy: &Policy, today: Day) -> Vec<Gap> {
    let content = &review.content;
    let unjudged = Step::ALL.iter().filter(|step| !content.judgements.contains_key(*step));
    let mut gaps: Vec<Gap> = unjudged.map(|step| Gap::Step { step: *step }).collect();
    let open = content.items.iter().filter(|item| item.decided.is_none());
    gaps.extend(open.map(|item| Gap::Item { item: item.input.id, title: item.input.title.clone() }));
    let open = content.deficiencies.iter().filter(|held| held.dropped.is_none() && held.decided.is_none());
    gaps.extend(open.map(|held| Gap::Deficiency { item: held.id, title: held.text.clone() }));
    let unsaid = NEEDED.into_iter().filter(|topic| content.text(*topic).trim().is_empty());
    gaps.extend(unsaid.map(|topic| Gap::Text { topic }));
    if content.teams.is_none() {
        gaps.push(Gap::Teams);
    }
    match (content.next, latest_next(policy, today)) {
        (None, _) => gaps.push(Gap::Next),
        (Some(next), Some(latest)) if next > latest => gaps.push(Gap::NextTooLate { latest }),
        (Some(_), _) => {}
    }
    gaps
}

/// The last day on which the next review may be held (duties 28).
pub(super) fn latest_next(policy: &Policy, today: Day) -> Option<Day> {
    policy.due(RuleKind::ReviewPeriodic, today)
}
