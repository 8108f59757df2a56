//! Which steps of the published process an incident can take now. Asks `decide` itself, so that a button and the rule
//! behind it never disagree.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Command, CustomerReports, Gap, Incident, Refusal, decide};
use crate::domain::Context;
use crate::ids::StreamId;
use crate::time::Moment;

/// The steps that move an incident along the published process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // The commands of the same names.
pub enum Step {
    StartAssessment,
    ConsultDeploymentTeam,
    ProposeEscalation,
    DeclineEscalation,
    SolveBySupport,
    DeclareEmergency,
    AssignRole,
    FormTeam,
    CompleteAnalysis,
    DecideToWait,
    DecideToRecover,
    StartRecovery,
    MarkRestored,
    RecordRelapse,
    EndEmergency,
    Downgrade,
    StartFollowUp,
    IssueReport,
    RecordCustomerReports,
    Close,
    Reopen,
    Withdraw,
    Reinstate,
}

impl Step {
    /// Every step, in the order of the process.
    pub const ALL: [Self; 23] = [
        Self::StartAssessment,
        Self::ConsultDeploymentTeam,
        Self::ProposeEscalation,
        Self::DeclineEscalation,
        Self::SolveBySupport,
        Self::DeclareEmergency,
        Self::AssignRole,
        Self::FormTeam,
        Self::CompleteAnalysis,
        Self::DecideToWait,
        Self::DecideToRecover,
        Self::StartRecovery,
        Self::MarkRestored,
        Self::RecordRelapse,
        Self::EndEmergency,
        Self::Downgrade,
        Self::StartFollowUp,
        Self::IssueReport,
        Self::RecordCustomerReports,
        Self::Close,
        Self::Reopen,
        Self::Withdraw,
        Self::Reinstate,
    ];
}

/// A step and why it cannot be taken now, if it cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Possible {
    /// The step.
    pub step: Step,
    /// Why not; none when it can be taken.
    pub refusal: Option<Refusal>,
}

/// Every step with what stands against it at `context.now`.
pub fn possible(incident: &Incident, context: &Context) -> Vec<Possible> {
    // Late enough for the order of moments not to stand against it: the person will give the real moment.
    let latest = incident.milestones.values().map(|moment| moment.at).max();
    let at = Moment::exact(latest.map_or(context.now, |at| at.min(context.now)), context.zone);
    let probe = |step| Possible {
        step,
        refusal: match decide(Some(incident), sample(step, at, context), &[], context) {
            Ok(events) if events.is_empty() => Some(Refusal::AlreadyInPhase { phase: incident.phase }),
            Ok(_) => None,
            Err(refusal) => Some(refusal),
        },
    };
    Step::ALL.into_iter().map(probe).collect()
}

/// The same for an emergency that no process review follows: it does not close.
pub fn unreviewed(possible: &mut [Possible], gaps: &mut Vec<Gap>) {
    gaps.push(Gap::Review);
    for close in possible.iter_mut().filter(|possible| possible.step == Step::Close) {
        match &mut close.refusal {
            None => close.refusal = Some(Refusal::CannotClose { gaps: vec![Gap::Review] }),
            Some(Refusal::CannotClose { gaps }) => gaps.push(Gap::Review),
            Some(_) => {}
        }
    }
}

fn sample(step: Step, at: Moment, context: &Context) -> Command {
    let (reason, decider) = (|| "-".to_owned(), context.by);
    match step {
        Step::StartAssessment => Command::StartAssessment { at },
        Step::ConsultDeploymentTeam => {
            Command::ConsultDeploymentTeam { at, person: decider, advice: reason() }
        }
        Step::ProposeEscalation => Command::ProposeEscalation { at, reason: reason() },
        Step::DeclineEscalation => Command::DeclineEscalation { at, decider, reason: reason() },
        Step::SolveBySupport => Command::SolveBySupport { at, decider, reason: reason() },
        Step::DeclareEmergency => Command::DeclareEmergency {
            at,
            decider,
            reason: reason(),
            consulted: Vec::new(),
            unconsulted: reason(),
        },
        Step::AssignRole => Command::AssignRole {
            role: super::TeamRole::Adviser,
            person: crate::ids::PersonId(uuid::Uuid::nil()),
            deputy: None,
            at,
            handover: reason(),
        },
        Step::FormTeam => Command::FormTeam { at },
        Step::CompleteAnalysis => Command::CompleteAnalysis { at },
        Step::DecideToWait => Command::DecideToWait { at, decider, reason: reason() },
        Step::DecideToRecover => Command::DecideToRecover { at, decider, reason: reason() },
        Step::StartRecovery => Command::StartRecovery { at, guide: None },
        Step::MarkRestored => Command::MarkRestored { at },
        Step::RecordRelapse => Command::RecordRelapse { at, reason: reason() },
        Step::EndEmergency => Command::EndEmergency { at, person: decider },
        Step::Downgrade => Command::Downgrade { at, approver: decider, reason: reason() },
        Step::StartFollowUp => Command::StartFollowUp { at },
        Step::IssueReport => Command::NoteReport {
            report: StreamId(uuid::Uuid::nil()),
            number: String::new(),
            approver: decider,
            at,
        },
        Step::RecordCustomerReports => {
            Command::RecordCustomerReports { at, reports: CustomerReports::Sent, note: reason() }
        }
        Step::Close => Command::Close { at },
        Step::Reopen => Command::Reopen { at, reason: reason() },
        Step::Withdraw => Command::Withdraw { reason: reason() },
        Step::Reinstate => Command::Reinstate { reason: reason() },
    }
}
