//! The finding (Feststellung) with its corrective action: from somebody who saw it to a later emergency or test that proves
//! that the action worked. One stream each. States and guards: state-machines.md, corrective action; report-contents.md (b)
//! 20, (c) 9, (d) 10. Knows no database, no screen, no clock.

mod command;
mod decide;
mod event;
mod evolve;
mod later;
mod possible;
mod refusal;
mod words;

pub use command::{Command, cites, named, needed};
pub use decide::decide;
pub use event::Event;
pub use evolve::evolve;
pub use later::{Later, failed, passed};
pub use possible::{Possible, Step, possible};
pub use refusal::{Refusal, not_raised};
pub use words::*;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{Number, PartId, PersonId};
use crate::time::{Day, Instant, Moment};

/// A stretch of the path that a finding took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingPassed")]
#[schemars(rename = "FindingPassed")]
pub struct Passed {
    /// The step that began it; the order to take it back names it.
    pub id: PartId,
    /// The phase that began.
    pub phase: Phase,
    /// When it began, as far as said.
    pub at: Option<Moment>,
    /// When that was written down.
    pub recorded: Instant,
    /// Who wrote it down.
    pub by: PersonId,
}

/// A due day that was moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingDueMoved")]
#[schemars(rename = "FindingDueMoved")]
pub struct DueMoved {
    /// From where.
    pub from: Day,
    /// To where.
    pub to: Day,
    /// Why.
    pub reason: String,
    /// Who moved it.
    pub by: PersonId,
    /// When that was written down.
    pub recorded: Instant,
}

/// Until when the action is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingDue")]
#[schemars(rename = "FindingDue")]
pub struct Due {
    /// The day as it stands.
    pub day: Day,
    /// The day that was agreed at first.
    pub original: Day,
    /// Every move, oldest first.
    pub moves: Vec<DueMoved>,
}

/// That somebody else looked at the action and found it done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingChecked")]
#[schemars(rename = "FindingChecked")]
pub struct Checked {
    /// Who looked.
    pub by: PersonId,
    /// How it was looked at.
    pub method: String,
    /// When that was written down.
    pub recorded: Instant,
    /// Whether one person did both halves, because nobody else takes part.
    pub alone: bool,
}

/// That somebody says that the action is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingImplementation")]
#[schemars(rename = "FindingImplementation")]
pub struct Implementation {
    /// Who did it.
    pub person: PersonId,
    /// When.
    pub at: Moment,
    /// How.
    pub how: String,
    /// Who says so.
    pub by: PersonId,
    /// When that was written down.
    pub recorded: Instant,
    /// The look of another person; none before it.
    pub checked: Option<Checked>,
}

/// What is waited for until the effect counts as proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingEffectWatch")]
#[schemars(rename = "FindingEffectWatch")]
pub struct EffectWatch {
    /// By which day a proof is expected.
    pub expected: Option<Day>,
    /// What will show the effect.
    pub note: String,
}

/// That a person looked at a later record and confirmed the effect by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingConfirmed")]
#[schemars(rename = "FindingConfirmed")]
pub struct Confirmed {
    /// The later record.
    pub proof: Proof,
    /// What the person says about it.
    pub note: String,
    /// Who confirmed.
    pub by: PersonId,
    /// When that was written down.
    pub recorded: Instant,
}

/// A risk that is borne instead of an action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingRisk")]
#[schemars(rename = "FindingRisk")]
pub struct Risk {
    /// Who bears it for the organisation.
    pub approver: PersonId,
    /// The day on which the finding is open again.
    pub until: Day,
    /// Why.
    pub reason: String,
    /// When that was written down.
    pub recorded: Instant,
    /// Whether the owner approved it, because nobody else takes part.
    pub alone: bool,
}

/// Something that threw the action back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "FindingSetback")]
#[schemars(rename = "FindingSetback")]
pub struct Setback {
    /// What it was.
    pub kind: SetbackKind,
    /// Why.
    pub reason: String,
    /// The record that showed it.
    pub proof: Option<Proof>,
    /// The action as it was said to be done until then.
    pub implementation: Option<Implementation>,
    /// Who wrote it down.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
}

/// Where a finding stands and how it came there: what a step changes, and what taking one back puts as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Where it stands.
    pub phase: Phase,
    /// Who owns the action.
    pub owner: Option<PersonId>,
    /// Until when it is due.
    pub due: Option<Due>,
    /// What the owner said on accepting.
    pub acceptance: String,
    /// That it is done, as somebody says.
    pub implementation: Option<Implementation>,
    /// What is waited for.
    pub watch: Option<EffectWatch>,
    /// The proof of its effect.
    pub effect: Option<Confirmed>,
    /// The risk that is borne.
    pub risk: Option<Risk>,
    /// Why it was dropped.
    pub dropped: String,
    /// What was said on closing.
    pub closing: String,
    /// What threw it back, oldest first.
    pub setbacks: Vec<Setback>,
    /// The path so far, oldest first.
    pub path: Vec<Passed>,
}

/// A step that was taken and stands, with what was before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Its id: that of the event.
    pub id: PartId,
    /// The phase that it led to.
    pub phase: Phase,
    /// Who wrote it down.
    pub by: PersonId,
    /// When.
    pub recorded: Instant,
    /// Whether it is somebody's word on which others rely; such a step stands.
    pub approval: bool,
    before: Course,
}

impl Taken {
    /// Where the finding stands without it.
    pub const fn without(&self) -> Phase {
        self.before.phase
    }
}

/// Everything that is known about one finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The number that people say.
    pub number: Number,
    /// Where it comes from.
    pub origin: Origin,
    /// Its title.
    pub title: String,
    /// How much it weighs.
    pub kind: Kind,
    /// What was seen, what it concerns, what is wanted.
    pub details: Details,
    /// Where it stands and how it came there.
    pub course: Course,
    /// The steps that stand and have one before them, oldest first.
    pub steps: Vec<Taken>,
    /// Steps that were taken back.
    pub taken_back: Vec<PartId>,
    /// Who raised it.
    pub raised_by: PersonId,
    /// When it was raised.
    pub raised: Instant,
    /// When anything about it was last recorded.
    pub changed: Instant,
}

impl Finding {
    /// Where it stands on a day: a risk is borne until the day on which it ends, and from then on the finding is open.
    pub fn phase_on(&self, day: Day) -> Phase {
        match (&self.course.risk, self.course.phase) {
            (Some(risk), Phase::RiskAccepted) if risk.until <= day => Phase::Open,
            (_, phase) => phase,
        }
    }

    /// Whether the action is late on a day.
    pub fn overdue_on(&self, day: Day) -> bool {
        let late = self.course.due.as_ref().is_some_and(|due| due.day < day);
        late && self.phase_on(day).is_to_be_done()
    }

    /// Since when the action is done; none as long as nobody says so.
    pub fn implemented(&self) -> Option<Instant> {
        let said = self.course.implementation.as_ref()?;
        Some(said.at.computable().unwrap_or(said.recorded))
    }

    /// Since when the action is done, as another person found it to be; none before that person looked.
    pub fn found_done(&self) -> Option<Instant> {
        self.course.implementation.as_ref()?.checked.as_ref()?;
        self.implemented()
    }
}

#[cfg(test)]
mod tests;
