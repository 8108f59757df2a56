//! Whether a later record is about the same as a finding, and what it shows: passed, or failed again. The one place that
//! knows what of another noun is a proof.

use super::Finding;
use super::refusal::Refusal;
use super::words::{Proof, Same};
use crate::domain::State;
use crate::domain::drill::{Drill, Outcome, Recovered, recoveries};
use crate::domain::incident::{CauseClass, Incident, Milestone, Phase, StepResult};
use crate::ids::{Number, ServiceId, StreamId};
use crate::time::{Instant, Moment, Zone};

/// A record as far as it can show whether an action worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Later {
    record: StreamId,
    number: Number,
    began: Moment,
    /// When it was over; none while it runs, or when it is no emergency.
    over: Option<Moment>,
    /// Services that came through it.
    through: Vec<ServiceId>,
    /// Services that failed in it.
    failed: Vec<ServiceId>,
    cause: Cause,
    steps: Vec<StepThere>,
}

/// What is known of why something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// It has none: people made it happen.
    Arranged,
    /// It is not known yet.
    Open,
    Known(CauseClass),
}

/// A step of the guide as it went there.
#[derive(Debug, Clone, PartialEq, Eq)]
struct StepThere {
    title: String,
    at: Moment,
    went: Went,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Went {
    Well,
    Badly,
    NotAtAll,
}

impl Later {
    /// What a record can show; none for a record of a noun that shows nothing.
    pub fn of(record: StreamId, state: &State) -> Option<Self> {
        match state {
            State::Incident(incident) => of_incident(record, incident),
            State::Drill(drill) => of_drill(record, drill),
            State::Organisation(_)
            | State::Report(_)
            | State::Batch(_)
            | State::Review(_)
            | State::Change(_)
            | State::Finding(_)
            | State::Plan(_)
            | State::Guide(_)
            | State::Notice(_)
            | State::Policy(_)
            | State::Reminder(_) => None,
        }
    }

    /// The last time that the finding's step was tried after an instant.
    fn step(&self, finding: &Finding, after: Instant) -> Option<&StepThere> {
        let concerns = &finding.details.concerns;
        let tried = self.steps.iter().filter(|step| concerns.is_step(&step.title) && step.at.at > after);
        tried.filter(|step| step.went != Went::NotAtAll).max_by_key(|step| step.at.at)
    }

    fn same_cause(&self, finding: &Finding) -> bool {
        let cause = finding.details.concerns.known_cause();
        cause.is_some_and(|cause| self.cause == Cause::Known(cause))
    }

    fn said(&self) -> String {
        self.number.to_string()
    }

    fn proof(&self, at: Moment, same: Same) -> Proof {
        let (record, number) = (self.record, self.number);
        match self.cause {
            Cause::Arranged => Proof::Drill { drill: record, number, at, same },
            Cause::Open | Cause::Known(_) => Proof::Incident { incident: record, number, at, same },
        }
    }
}

fn of_incident(record: StreamId, incident: &Incident) -> Option<Later> {
    if incident.phase == Phase::Withdrawn {
        return None;
    }
    let known = |milestone| incident.moment(milestone).filter(|moment| moment.computable().is_some());
    let began = known(Milestone::ImpactStart).or_else(|| known(Milestone::Noticed));
    let ended = known(Milestone::Ended);
    let over = incident.emergency && !incident.phase.is_running_emergency();
    let step = |step: &crate::domain::incident::RecoveryStep| StepThere {
        title: step.title.clone(),
        at: step.at,
        went: match step.result {
            StepResult::Done | StepResult::Deviated => Went::Well,
            StepResult::Failed => Went::Badly,
            StepResult::Skipped => Went::NotAtAll,
        },
    };
    Some(Later {
        record,
        number: incident.number,
        began: began.unwrap_or(Moment::exact(incident.recorded, Zone::UTC)),
        over: ended.filter(|_| over),
        through: incident.impact.services.clone(),
        failed: incident.impact.services.clone(),
        cause: match incident.cause_class {
            None | Some(CauseClass::Unknown) => Cause::Open,
            Some(class) => Cause::Known(class),
        },
        steps: incident.steps.iter().map(step).collect(),
    })
}

/// A test shows something when its result was approved: until then what was recorded can be corrected.
fn of_drill(record: StreamId, drill: &Drill) -> Option<Later> {
    let began = drill.started.as_ref()?.timed.at;
    let over = drill.over.as_ref().filter(|_| drill.phase.is_approved()).map(|over| over.timed.at);
    let measured = over.map(|over| recoveries(drill, over.at, None)).unwrap_or_default();
    let of = |wanted: fn(Recovered) -> bool| {
        let found = measured.iter().filter(|one| one.recovered.is_some_and(wanted));
        found.map(|one| one.service).collect::<Vec<_>>()
    };
    let steps = drill.content().filter(|_| over.is_some()).map(|content| content.steps.as_slice());
    let step = |step: &crate::domain::plan::PlanStep| {
        let last = drill.last_attempt(step.id)?;
        let at = last.ended.as_ref()?.timed.at;
        let went = match last.outcome? {
            Outcome::Passed => Went::Well,
            Outcome::Failed => Went::Badly,
            // What came out in part speaks neither for the action nor against it.
            Outcome::Partly | Outcome::Skipped => Went::NotAtAll,
        };
        Some(StepThere { title: step.title.clone(), at, went })
    };
    Some(Later {
        record,
        number: drill.number,
        began,
        over,
        through: of(|one| one == Recovered::Fully),
        failed: of(|one| one != Recovered::Fully),
        cause: Cause::Arranged,
        steps: steps.unwrap_or_default().iter().filter_map(step).collect(),
    })
}

/// The proof that the action works: the same step was passed after it was done; the same service went through an emergency
/// that began after it was done and had another cause; or it was recovered within its objectives in a test that did.
///
/// # Errors
/// Why the record proves nothing.
pub fn passed(finding: &Finding, later: &Later) -> Result<Proof, Refusal> {
    let number = later.said();
    let done = finding.implemented().ok_or(Refusal::FindingNotReported)?;
    let over = later.over.ok_or_else(|| Refusal::FindingProofNotOver { number: number.clone() })?;
    if over.at <= done {
        return Err(Refusal::FindingProofTooEarly { number });
    }
    if let Some(step) = later.step(finding, done) {
        return match step.went {
            Went::Well => Ok(later.proof(step.at, Same::Step)),
            Went::Badly | Went::NotAtAll => Err(Refusal::FindingProofFailed { number }),
        };
    }
    let concerns = &finding.details.concerns;
    if !concerns.shares(&later.through) {
        let failed = concerns.shares(&later.failed);
        return Err(if failed {
            Refusal::FindingProofFailed { number }
        } else {
            Refusal::FindingProofUnrelated { number }
        });
    }
    if later.began.at <= done {
        return Err(Refusal::FindingProofTooEarly { number });
    }
    match (concerns.known_cause(), later.cause) {
        (Some(_), Cause::Open) => Err(Refusal::FindingProofCauseOpen { number }),
        (Some(ours), Cause::Known(theirs)) if ours == theirs => Err(Refusal::FindingProofFailed { number }),
        (Some(_) | None, _) => Ok(later.proof(over, Same::Service)),
    }
}

/// That the same failed again: the step after the action was done, or the cause or the service in something that began after
/// it. Whether a service that failed failed for the same reason is for a person to say.
///
/// # Errors
/// Why the record does not show it.
pub fn failed(finding: &Finding, later: &Later) -> Result<Proof, Refusal> {
    let number = later.said();
    let done = finding.implemented().ok_or(Refusal::FindingNotReported)?;
    if let Some(step) = later.step(finding, done) {
        return match step.went {
            Went::Badly => Ok(later.proof(step.at, Same::Step)),
            Went::Well | Went::NotAtAll => Err(Refusal::FindingProofPassed { number }),
        };
    }
    let same = match (later.same_cause(finding), finding.details.concerns.shares(&later.failed)) {
        (true, _) => Same::Cause,
        (false, true) => Same::Service,
        (false, false) => return Err(Refusal::FindingProofUnrelated { number }),
    };
    if later.began.at <= done {
        return Err(Refusal::FindingProofTooEarly { number });
    }
    Ok(later.proof(later.began, same))
}
