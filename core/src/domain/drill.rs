//! A DR test (Test): scheduled from an action plan, conducted live or recorded late from paper, judged, approved
//! (state-machines.md, test; report-contents.md (b); duties.md 32, 33). One stream each. Knows no database, no screen, no
//! clock: the wall clock comes in as `context.now`, the sender's stopwatch as a tick.

mod amended;
mod beside;
mod command;
pub mod coverage;
mod decide;
mod elapsed;
mod entered;
mod evolve;
mod grounds;
mod live;
mod parts;
mod possible;
mod recovery;
mod refusal;
mod result;
mod steps;

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use beside::{CONDUCTING, named, needed, plan_needed};
pub use command::{Command, Event, Scheduled, StepTimes};
pub use coverage::{
    Age, Cast, Coverage, CoverageCell, Covered, PlanInForce, Proof, Proposal, coverage, covered_by, proofs,
};
pub use decide::decide;
pub use elapsed::{Course, Disagreement, Elapsed, elapsed};
pub use evolve::evolve;
pub use grounds::{VerdictGround, proposed_verdict, speaks_for, verdict_grounds};
pub use parts::*;
pub use possible::{DrillDeed, PossibleDrillDeed, possible};
pub use recovery::{Recovered, RetestReason, ServiceOutcome, recoveries, retest};
pub use refusal::Refusal;
pub use result::{ResultGap, result_gaps};
pub use steps::{StepState, next_step, ready, start_refusal, state_of};

use crate::domain::incident::{Evidence, GuideUse};
use crate::domain::plan::{DrillKind, PlanContent};
use crate::ids::{Number, PartId, PersonId, ServiceId, StreamId};
use crate::time::{Instant, Moment};

/// Where a test stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillPhase")]
#[schemars(rename = "DrillPhase")]
pub enum Phase {
    /// Angesetzt.
    Scheduled,
    /// Läuft.
    Running,
    /// Unterbrochen.
    Interrupted,
    /// Beendet.
    Ended,
    /// Abgebrochen.
    Aborted,
    /// Auswertung.
    Evaluation,
    /// Ergebnis zur Freigabe.
    ResultSubmitted,
    /// Ergebnis freigegeben.
    ResultApproved,
    /// Abgeschlossen.
    Closed,
    /// Abgesagt.
    Cancelled,
}

impl Phase {
    /// Every phase, in the order of a test.
    pub const ALL: [Self; 10] = [
        Self::Scheduled,
        Self::Running,
        Self::Interrupted,
        Self::Ended,
        Self::Aborted,
        Self::Evaluation,
        Self::ResultSubmitted,
        Self::ResultApproved,
        Self::Closed,
        Self::Cancelled,
    ];

    /// Whether the test is being conducted.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Running | Self::Interrupted)
    }

    /// Whether it is over and its result not handed in yet.
    pub const fn is_evaluated(self) -> bool {
        matches!(self, Self::Ended | Self::Aborted | Self::Evaluation)
    }

    /// Whether its result was approved.
    pub const fn is_approved(self) -> bool {
        matches!(self, Self::ResultApproved | Self::Closed)
    }
}

/// The plan that a test is scheduled from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanUsed {
    /// The plan's record.
    pub plan: StreamId,
    /// Its number.
    pub number: Number,
    /// Which version.
    pub version: u32,
    /// Why a version is used that nobody approved; empty where it was approved.
    pub unapproved: String,
}

/// What was frozen when the test started.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Frozen {
    /// What the plan said.
    pub content: PlanContent,
    /// Whether that version was approved.
    pub approved: bool,
    /// The recovery guide that was in force.
    pub guide: Option<GuideUse>,
}

/// Everything that is known about one test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drill {
    /// The number that people say.
    pub number: Number,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: DrillKind,
    /// Its scenario.
    pub scenario: String,
    /// The plan.
    pub plan: PlanUsed,
    /// Why it is conducted.
    pub trigger: Trigger,
    /// The same in words.
    pub occasion: String,
    /// When it is planned to begin.
    pub planned: Moment,
    /// When it is planned to end.
    pub until: Option<Moment>,
    /// Why it was moved, oldest first.
    pub moved: Vec<Moved>,
    /// Place, people and third parties.
    pub arrangement: Arrangement,
    /// Where it stands.
    pub phase: Phase,
    /// Its way so far, oldest first.
    pub path: Vec<DrillPassed>,
    /// What was frozen at the start.
    pub frozen: Option<Frozen>,
    /// When it started.
    pub started: Option<Stamp>,
    /// When it ended or was aborted.
    pub over: Option<Stamp>,
    /// Why it was aborted, if it was.
    pub aborted: Option<String>,
    /// What a stopwatch said at each live order, in the order in which they were written.
    pub marks: Vec<Stamp>,
    /// The attempts at each step.
    pub attempts: BTreeMap<PartId, Vec<Attempt>>,
    /// Notes and observations, in the order in which they were written.
    pub notes: Vec<DrillNote>,
    /// Evidence, with the step that it is of.
    pub evidence: Vec<(Evidence, Option<PartId>)>,
    /// Pauses, oldest first.
    pub pauses: Vec<Pause>,
    /// Who conducted it in turn; the last does.
    pub coordinators: Vec<Coordinator>,
    /// Critical lapses that were told at once.
    pub lapses: Vec<Lapse>,
    /// The clocks of the services.
    pub clocks: BTreeMap<ServiceId, ServiceClock>,
    /// What was found.
    pub result: Option<DrillResult>,
    /// Who handed the result in.
    pub submitted_by: BTreeSet<PersonId>,
    /// What was decided about the result.
    pub verdict: Option<Judged>,
    /// The reviews that analysed it.
    pub reviews: Vec<Analysed>,
    /// The reports that were issued about it, oldest first.
    pub reports: Vec<Reported>,
    /// Who scheduled it.
    pub recorded_by: PersonId,
    /// When that was written down.
    pub recorded: Instant,
    /// When anything about it was last written down.
    pub changed: Instant,
}

impl Drill {
    /// What the plan said when the test started; nothing before.
    pub fn content(&self) -> Option<&PlanContent> {
        self.frozen.as_ref().map(|frozen| &frozen.content)
    }

    /// Who conducts it: whoever took it over last, or else the lead.
    pub fn coordinator(&self) -> PersonId {
        self.coordinators.last().map_or(self.arrangement.lead, |held| held.person)
    }

    /// Everybody who conducted it.
    pub fn conducted_by(&self, person: PersonId) -> bool {
        self.arrangement.lead == person || self.coordinators.iter().any(|held| held.person == person)
    }

    /// When the last thing happened that the record knows of: a step that ended, a clock that was pressed.
    pub fn last_moment(&self) -> Option<Instant> {
        let attempts = self.attempts.values().flatten();
        let steps = attempts.filter_map(|attempt| attempt.ended.as_ref().or(attempt.started.as_ref()));
        let pressed = |clock: &ServiceClock| [clock.started.clone(), clock.stopped.clone()];
        let clocks = self.clocks.values().flat_map(pressed).flatten().map(|(_, stamp)| stamp.timed.at.at);
        steps.map(|stamp| stamp.timed.at.at).chain(clocks).max()
    }

    /// The last attempt at a step.
    pub fn last_attempt(&self, step: PartId) -> Option<&Attempt> {
        self.attempts.get(&step).and_then(|attempts| attempts.last())
    }
}

#[cfg(test)]
mod tests;
