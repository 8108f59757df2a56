//! What can be done with a review now. Asks `decide` itself, so that a button and the rule behind it never disagree.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::decide::today;
use super::*;
use crate::domain::Context;

/// A deed and why it cannot be done now, if it cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewPossible")]
#[schemars(rename = "ReviewPossible")]
pub struct Possible {
    /// The deed.
    pub deed: Deed,
    /// Why not; none when it can be done.
    pub refusal: Option<Refusal>,
}

/// Every deed with what stands against it at `context.now`, for `context.by`.
pub fn possible(review: &Review, context: &Context) -> Vec<Possible> {
    let at = Moment::exact(context.now, context.zone);
    let probe = |deed: &Deed| Possible {
        deed: *deed,
        refusal: match decide(Some(review), sample(review, *deed, at, context), &Given::default(), context) {
            Ok(events) if events.is_empty() && *deed != Deed::Refresh => {
                Some(Refusal::ReviewAlreadyInPhase { review_phase: review.phase })
            }
            Ok(_) => None,
            Err(refusal) => Some(refusal),
        },
    };
    Deed::ALL.iter().map(probe).collect()
}

fn sample(review: &Review, deed: Deed, at: Moment, context: &Context) -> Command {
    let reason = || "-".to_owned();
    let nobody = PersonId(uuid::Uuid::nil());
    let id = PartId(uuid::Uuid::nil());
    match deed {
        // A day to come: the person gives the real one.
        Deed::Postpone => {
            let to = review.planned.max(today(context)).plus_days(1);
            Command::Postpone { to, reason: reason() }
        }
        Deed::Cancel => {
            // A day that keeps the duty, where there is one: the person gives the real one.
            let next =
                review.due(&context.policy).map_or_else(|| today(context), |due| due.max(today(context)));
            Command::Cancel { reason: reason(), next: review.base().map(|_| next) }
        }
        Deed::AssignLead => Command::AssignLead { person: nobody },
        Deed::Invite => Command::Invite { person: nobody, capacity: reason() },
        Deed::Prepare => Command::Prepare { at },
        Deed::Refresh => Command::Refresh {},
        Deed::Start => Command::Start { at },
        Deed::Write => Command::AddDeficiency { id, text: reason(), step: None },
        Deed::Conclude => {
            let change_needed = review.content.changes() > 0;
            Command::Conclude { change_needed, reason: reason(), at }
        }
        Deed::Submit => Command::Submit { at },
        Deed::Reject => Command::Reject { reason: reason(), at },
        Deed::Approve => Command::Approve { at },
        Deed::NoteTeamInformed => {
            let team = review.uninformed().first().copied().unwrap_or(TeamId(uuid::Uuid::nil()));
            Command::NoteTeamInformed { team, at, way: reason() }
        }
        Deed::IssueReport => {
            let (report, number) = (StreamId(uuid::Uuid::nil()), reason());
            Command::NoteReport { report, number, approver: nobody, at }
        }
        Deed::Close => Command::Close { at },
        Deed::Revise => Command::Revise { reason: reason() },
        Deed::DropRevision => Command::DropRevision { reason: reason() },
        Deed::TakeBack => Command::TakeBack { reason: reason() },
    }
}
