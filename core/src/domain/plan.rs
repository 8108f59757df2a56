//! An action plan (Aktionsplan): by which steps a test is conducted, in versions that approval freezes (state-machines.md,
//! test; duties.md 32). One stream each. Knows no database, no screen, no clock.

mod code;
mod command;
mod content;
mod decide;
mod difference;
mod evolve;
mod possible;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use code::{by_code, step_code};
pub use command::{Command, Event, Refusal, named, needed};
pub(in crate::domain) use content::same;
pub use content::{
    DrillKind, Gap, PlanAbout, PlanContent, PlanObjective, PlanStep, Planned, Seat, ServiceTarget, check,
    gaps,
};
pub use decide::decide;
pub use difference::{AboutField, Difference, StepDifference, StepField, difference};
pub use evolve::evolve;
pub use possible::{PlanDeed, PossiblePlanDeed, possible};

use crate::ids::{Number, PersonId};
use crate::time::Instant;

/// Where a version of a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PlanStage")]
#[schemars(rename = "PlanStage")]
pub enum Stage {
    /// Entwurf.
    Draft,
    /// Plan zur Freigabe.
    Submitted,
    /// Zurückgewiesen; the next change makes it a draft again.
    Rejected,
    /// Freigegeben: nothing in it changes any more.
    Approved,
}

/// That a version came to stand somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanPassed {
    /// Where.
    pub stage: Stage,
    /// Who brought it there.
    pub by: PersonId,
    /// When that was written down.
    pub recorded: Instant,
    /// Why, where a reason is asked for.
    pub reason: String,
    /// Whether one person did both halves of what needs two.
    pub alone: bool,
}

/// One version of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Counted from 1.
    pub number: u32,
    /// What it says.
    pub content: PlanContent,
    /// Where it stands.
    pub stage: Stage,
    /// Who wrote in it or handed it in: they do not approve it.
    pub authors: BTreeSet<PersonId>,
    /// Its way so far, oldest first.
    pub path: Vec<PlanPassed>,
}

/// An action plan with all its versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The number that people say.
    pub number: Number,
    /// Its versions, oldest first; never empty.
    pub versions: Vec<Version>,
    /// Why it is no longer used; none while it is.
    pub retired: Option<String>,
    /// Who opened it.
    pub opened_by: PersonId,
    /// When it was opened.
    pub opened: Instant,
    /// When anything about it was last written down.
    pub changed: Instant,
}

impl Plan {
    /// The version with this number.
    pub fn version(&self, number: u32) -> Option<&Version> {
        self.versions.iter().find(|version| version.number == number)
    }

    /// The newest version, whatever it stands at.
    pub fn newest(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// The newest version that was approved: the one that holds.
    pub fn approved(&self) -> Option<&Version> {
        self.versions.iter().rev().find(|version| version.stage == Stage::Approved)
    }

    /// The title as the newest version says it.
    pub fn title(&self) -> &str {
        self.newest().map_or("", |version| version.content.about.title.as_str())
    }
}

#[cfg(test)]
mod tests;
