//! What changed between two versions of a plan: which fields of its subject, and which steps, field by field. Pure.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PlanAbout, PlanContent, PlanStep};

/// A field of what a plan is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // The fields of the same names.
#[ts(rename = "PlanAboutField")]
#[schemars(rename = "PlanAboutField")]
pub enum AboutField {
    Title,
    Kind,
    Scenario,
    Background,
    Scope,
    Limits,
    StopRules,
    Assumptions,
    Missing,
    Services,
    Objectives,
    Seats,
}

/// A field of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // The fields of the same names; `Place` is where the step stands among the others.
#[ts(rename = "PlanStepField")]
#[schemars(rename = "PlanStepField")]
pub enum StepField {
    Place,
    Number,
    Title,
    Instruction,
    Role,
    PlannedMinutes,
    DependsOn,
    Counted,
    Expected,
    Evidence,
    StopRule,
}

/// What became of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(tag = "change", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(rename = "PlanStepDifference")]
#[schemars(rename = "PlanStepDifference")]
pub enum StepDifference {
    /// It is new.
    Added {
        /// As it is.
        after: Box<PlanStep>,
    },
    /// It is gone.
    Removed {
        /// As it was.
        before: Box<PlanStep>,
    },
    /// It is another.
    Changed {
        /// As it was.
        before: Box<PlanStep>,
        /// As it is.
        after: Box<PlanStep>,
        /// What is different.
        fields: Vec<StepField>,
    },
}

/// What changed between two versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PlanDifference")]
#[schemars(rename = "PlanDifference")]
pub struct Difference {
    /// What is different in what the plan is about.
    pub fields: Vec<AboutField>,
    /// What that was.
    pub before: PlanAbout,
    /// What that is.
    pub after: PlanAbout,
    /// Steps that changed: those that are there in the order of the later version, then those that are gone.
    pub steps: Vec<StepDifference>,
}

/// What changed from one version to another.
pub fn difference(before: &PlanContent, after: &PlanContent) -> Difference {
    let mut steps: Vec<StepDifference> = Vec::new();
    let moved = moved(before, after);
    for step in &after.steps {
        match before.step(step.id) {
            None => steps.push(StepDifference::Added { after: Box::new(step.clone()) }),
            Some(was) => {
                let mut fields = in_step(was, step);
                if moved.contains(&step.id) {
                    fields.insert(0, StepField::Place);
                }
                if !fields.is_empty() {
                    let (before, after) = (Box::new(was.clone()), Box::new(step.clone()));
                    steps.push(StepDifference::Changed { before, after, fields });
                }
            }
        }
    }
    let gone = before.steps.iter().filter(|step| after.step(step.id).is_none());
    steps.extend(gone.map(|step| StepDifference::Removed { before: Box::new(step.clone()) }));
    Difference {
        fields: in_about(&before.about, &after.about),
        before: before.about.clone(),
        after: after.about.clone(),
        steps,
    }
}

/// Steps that stand elsewhere among those that both versions have: the fewest that must have moved.
fn moved(before: &PlanContent, after: &PlanContent) -> Vec<crate::ids::PartId> {
    let common: Vec<(usize, crate::ids::PartId)> = after
        .steps
        .iter()
        .filter_map(|step| Some((before.steps.iter().position(|known| known.id == step.id)?, step.id)))
        .collect();
    // The longest run of places that rises stayed; who is not in it moved.
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, (place, _)) in common.iter().enumerate() {
        let longest = (0..at).filter(|earlier| common[*earlier].0 < *place).max_by_key(|e| best[*e].0);
        best.push((longest.map_or(1, |earlier| best[earlier].0 + 1), longest));
    }
    let mut stayed = Vec::new();
    let mut at = (0..best.len()).max_by_key(|at| best[*at].0);
    while let Some(now) = at {
        stayed.push(common[now].1);
        at = best[now].1;
    }
    common.into_iter().map(|(_, id)| id).filter(|id| !stayed.contains(id)).collect()
}

fn in_about(before: &PlanAbout, after: &PlanAbout) -> Vec<AboutField> {
    use AboutField as F;
    let different = [
        (F::Title, before.title != after.title),
        (F::Kind, before.kind != after.kind),
        (F::Scenario, before.scenario != after.scenario),
        (F::Background, before.background != after.background),
        (F::Scope, before.scope != after.scope),
        (F::Limits, before.limits != after.limits),
        (F::StopRules, before.stop_rules != after.stop_rules),
        (F::Assumptions, before.assumptions != after.assumptions),
        (F::Missing, before.missing != after.missing),
        (F::Services, before.services != after.services),
        (F::Objectives, before.objectives != after.objectives),
        (F::Seats, before.seats != after.seats),
    ];
    different.into_iter().filter(|(_, different)| *different).map(|(field, _)| field).collect()
}

fn in_step(before: &PlanStep, after: &PlanStep) -> Vec<StepField> {
    use StepField as F;
    let different = [
        (F::Number, before.number != after.number),
        (F::Title, before.title != after.title),
        (F::Instruction, before.instruction != after.instruction),
        (F::Role, before.role != after.role),
        (F::PlannedMinutes, before.planned_minutes != after.planned_minutes),
        (F::DependsOn, before.depends_on != after.depends_on),
        (F::Counted, before.counted != after.counted),
        (F::Expected, before.expected != after.expected),
        (F::Evidence, before.evidence != after.evidence),
        (F::StopRule, before.stop_rule != after.stop_rule),
    ];
    different.into_iter().filter(|(_, different)| *different).map(|(field, _)| field).collect()
}
