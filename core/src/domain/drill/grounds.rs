//! What the record of a test as a whole speaks for, and why. Computed, never kept.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::recovery::recovers;
use super::{
    CheckOutcome, Drill, DrillResult, Outcome, Rating, Recovered, ServiceOutcome, Verdict, recoveries,
};
use crate::ids::ServiceId;

/// What speaks against a test that is passed without conditions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "ground", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum VerdictGround {
    /// It was aborted.
    Aborted,
    /// A service was not recovered.
    ServiceLost {
        /// The service.
        service: ServiceId,
    },
    /// A service was recovered, but missed an objective.
    ObjectiveMissed {
        /// The service.
        service: ServiceId,
    },
    /// A service was to be recovered, and its clock never began.
    NeverMeasured {
        /// The service.
        service: ServiceId,
    },
    /// A service came back, and nobody said which state of the data.
    DataNotMeasured {
        /// The service.
        service: ServiceId,
    },
    /// An objective was not reached.
    ObjectiveUnable {
        /// The objective.
        text: String,
    },
    /// An objective was reached with major challenges.
    ObjectiveMajor {
        /// The objective.
        text: String,
    },
    /// A step that counts was not passed whole.
    StepShort {
        /// Its number.
        number: String,
        /// How it came out; none where it never did.
        outcome: Option<Outcome>,
    },
    /// Data integrity was not in order.
    DataIntegrity,
    /// Alarm and communication were not in order.
    Alarm,
    /// What was set up for the test was not removed.
    Removal,
}

impl VerdictGround {
    /// The verdict that it speaks for.
    pub const fn speaks_for(&self) -> Verdict {
        match self {
            Self::Aborted | Self::ServiceLost { .. } | Self::ObjectiveUnable { .. } => Verdict::Failed,
            Self::ObjectiveMissed { .. }
            | Self::NeverMeasured { .. }
            | Self::DataNotMeasured { .. }
            | Self::ObjectiveMajor { .. }
            | Self::StepShort { .. }
            | Self::DataIntegrity
            | Self::Alarm
            | Self::Removal => Verdict::WithConditions,
        }
    }
}

/// What the record as a whole speaks for. A better verdict needs a reason.
pub fn proposed_verdict(drill: &Drill) -> Verdict {
    speaks_for(&verdict_grounds(drill))
}

/// What these grounds speak for together.
pub fn speaks_for(grounds: &[VerdictGround]) -> Verdict {
    grounds.iter().map(VerdictGround::speaks_for).max().unwrap_or(Verdict::Passed)
}

/// Everything that speaks against a test that is passed without conditions, the heaviest first.
pub fn verdict_grounds(drill: &Drill) -> Vec<VerdictGround> {
    let result = drill.result.clone().unwrap_or_default();
    let mut grounds: Vec<_> = drill.aborted.iter().map(|_| VerdictGround::Aborted).collect();
    let services = drill.over.as_ref().map(|over| recoveries(drill, over.timed.at.at, None));
    let asked = recovers(drill);
    grounds.extend(services.iter().flatten().filter_map(|service| of_service(service, asked)));
    grounds.extend(of_objectives(drill, &result));
    grounds.extend(of_steps(drill));
    let checks = [
        (result.data_integrity.outcome, VerdictGround::DataIntegrity),
        (result.alarm.outcome, VerdictGround::Alarm),
        (result.removal.outcome, VerdictGround::Removal),
    ];
    let failed = |(outcome, ground)| (outcome == Some(CheckOutcome::Failed)).then_some(ground);
    grounds.extend(checks.into_iter().filter_map(failed));
    grounds.sort_by_key(|ground| std::cmp::Reverse(ground.speaks_for()));
    grounds
}

fn of_service(found: &ServiceOutcome, asked: bool) -> Option<VerdictGround> {
    let service = found.service;
    match found.recovered {
        Some(Recovered::Not) => Some(VerdictGround::ServiceLost { service }),
        Some(Recovered::Partly) => Some(VerdictGround::ObjectiveMissed { service }),
        None if asked => Some(VerdictGround::NeverMeasured { service }),
        Some(Recovered::Fully) if found.target.rpo_minutes.is_some() && found.rpo_met.is_none() => {
            Some(VerdictGround::DataNotMeasured { service })
        }
        Some(Recovered::Fully) | None => None,
    }
}

fn of_objectives<'a>(
    drill: &'a Drill,
    result: &'a DrillResult,
) -> impl Iterator<Item = VerdictGround> + use<'a> {
    let objectives = drill.content().map(|content| content.about.objectives.as_slice()).unwrap_or_default();
    result.ratings.iter().filter_map(|rated| {
        let objective = objectives.iter().find(|one| one.id == rated.objective);
        let text = objective.map(|one| one.text.clone()).unwrap_or_default();
        match rated.rating {
            Rating::Unable => Some(VerdictGround::ObjectiveUnable { text }),
            Rating::MajorChallenges => Some(VerdictGround::ObjectiveMajor { text }),
            Rating::WithoutChallenges | Rating::SomeChallenges => None,
        }
    })
}

fn of_steps(drill: &Drill) -> impl Iterator<Item = VerdictGround> {
    let steps = drill.content().map(|content| content.steps.as_slice()).unwrap_or_default();
    steps.iter().filter(|step| step.counted).filter_map(|step| {
        let outcome = drill.last_attempt(step.id).and_then(|attempt| attempt.outcome);
        let number = step.number.clone();
        (outcome != Some(Outcome::Passed)).then_some(VerdictGround::StepShort { number, outcome })
    })
}
