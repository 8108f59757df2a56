//! What a plan says: its subject, its objectives and its steps; and whether the steps fit to each other. Plain data and
//! pure functions.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Refusal;
use crate::ids::{PartId, PersonId, ServiceId};

/// The kind of a test (report-contents.md (b) 2).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
pub enum DrillKind {
    /// Dokumentenprüfung.
    DocumentReview,
    /// Planbesprechung.
    TableTop,
    /// Kommunikations- und Alarmierungsübung.
    AlarmTest,
    /// Funktionstest.
    #[default]
    FunctionTest,
    /// Stabsübung.
    StaffExercise,
    /// Simulation.
    Simulation,
    /// Vollübung.
    FullFailover,
}

impl DrillKind {
    /// Every kind, from the smallest to the largest.
    pub const ALL: [Self; 7] = [
        Self::DocumentReview,
        Self::TableTop,
        Self::AlarmTest,
        Self::FunctionTest,
        Self::StaffExercise,
        Self::Simulation,
        Self::FullFailover,
    ];
}

/// A service that is recovered in the test, its objectives, and between which events its clock runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceTarget {
    /// The service.
    pub service: ServiceId,
    /// Recovery time objective in minutes.
    #[serde(default)]
    pub rto_minutes: Option<u32>,
    /// Recovery point objective in minutes.
    #[serde(default)]
    pub rpo_minutes: Option<u32>,
    /// The event at which its clock begins.
    #[serde(default)]
    pub starts_with: String,
    /// The event at which it is recovered.
    #[serde(default)]
    pub ends_with: String,
}

/// What the test shall show, and by what one sees it; fixed before (report-contents.md (b) 8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanObjective {
    /// The part's id.
    pub id: PartId,
    /// The objective.
    pub text: String,
    /// The success criterion.
    #[serde(default)]
    pub criterion: String,
}

/// A role in the test, who takes it and who stands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(rename = "PlanSeat")]
#[schemars(rename = "PlanSeat")]
pub struct Seat {
    /// The role, as the steps name it.
    pub role: String,
    /// Who takes it.
    #[serde(default)]
    pub person: Option<PersonId>,
    /// Who stands in.
    #[serde(default)]
    pub deputy: Option<PersonId>,
}

/// What a plan is about: everything but its steps.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct PlanAbout {
    /// Its title.
    pub title: String,
    /// The kind of the test.
    pub kind: DrillKind,
    /// The scenario, in a few words: tests of one scenario are compared by them.
    pub scenario: String,
    /// The scenario told: severe but plausible, with its link to risk and BIA (Markdown).
    pub background: String,
    /// What is tested.
    pub scope: String,
    /// What is not touched.
    pub limits: String,
    /// When the whole test is stopped.
    pub stop_rules: String,
    /// What is assumed, and so challenged.
    pub assumptions: String,
    /// People who are assumed to be missing.
    pub missing: Vec<PersonId>,
    /// Services that are recovered.
    pub services: Vec<ServiceTarget>,
    /// Objectives with their success criteria.
    pub objectives: Vec<PlanObjective>,
    /// Roles with people and deputies.
    pub seats: Vec<Seat>,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PlanStep {
    /// The part's id; stays the same through all versions.
    pub id: PartId,
    /// The number that people say, `1` or `2.3`; no two steps share one.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What is to be done (Markdown).
    #[serde(default)]
    pub instruction: String,
    /// The role that does it.
    #[serde(default)]
    pub role: String,
    /// How long it is planned to take, in minutes.
    #[serde(default)]
    pub planned_minutes: Option<u32>,
    /// Steps that must be done before.
    #[serde(default)]
    pub depends_on: Vec<PartId>,
    /// Whether it counts for the result; what does not is preparation.
    #[serde(default = "yes")]
    pub counted: bool,
    /// What is expected to come out.
    #[serde(default)]
    pub expected: String,
    /// The evidence that is wanted.
    #[serde(default)]
    pub evidence: String,
    /// When this step is stopped.
    #[serde(default)]
    pub stop_rule: String,
}

const fn yes() -> bool {
    true
}

/// What a version of a plan says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct PlanContent {
    /// Everything but its steps.
    pub about: PlanAbout,
    /// Its steps, in their order.
    pub steps: Vec<PlanStep>,
}

/// When a step is planned to run, in minutes from the start: as early as what it depends on allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PlannedStep")]
#[schemars(rename = "PlannedStep")]
pub struct Planned {
    /// The step.
    pub step: PartId,
    /// When it begins.
    pub begins: u32,
    /// When it ends.
    pub ends: u32,
}

/// What a plan lacks before it can be handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "gap", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[ts(rename = "PlanGap")]
#[schemars(rename = "PlanGap")]
pub enum Gap {
    /// No scenario is named.
    Scenario,
    /// There is no step.
    Steps,
    /// No step counts for the result.
    CountedStep,
    /// There is no objective.
    Objectives,
    /// An objective has no success criterion.
    Criterion {
        /// The objective.
        text: String,
    },
    /// A step that counts says nothing about what is expected.
    Expected {
        /// Its number.
        step: String,
    },
    /// A step names a role that nobody has.
    RoleWithoutPerson {
        /// The role.
        role: String,
    },
}

impl PlanContent {
    /// The step with this id.
    pub fn step(&self, id: PartId) -> Option<&PlanStep> {
        self.steps.iter().find(|step| step.id == id)
    }

    /// The numbers of these steps, in the order of the plan; an id without a step is passed over.
    pub fn numbers(&self, ids: &[PartId]) -> Vec<String> {
        self.steps.iter().filter(|step| ids.contains(&step.id)).map(|step| step.number.clone()).collect()
    }

    /// When each step is planned to run. Needs steps that `check` lets pass; what hangs in a ring begins at 0.
    pub fn planned(&self) -> Vec<Planned> {
        let mut ends: BTreeMap<PartId, (u32, u32)> = BTreeMap::new();
        let mut open: Vec<&PlanStep> = self.steps.iter().collect();
        while !open.is_empty() {
            let before = open.len();
            open.retain(|step| {
                let known: Option<Vec<u32>> =
                    step.depends_on.iter().map(|id| ends.get(id).map(|(_, end)| *end)).collect();
                let Some(known) = known else { return true };
                let begins = known.into_iter().max().unwrap_or(0);
                ends.insert(step.id, (begins, begins.saturating_add(step.planned_minutes.unwrap_or(0))));
                false
            });
            if open.len() == before {
                break;
            }
        }
        let planned = |step: &PlanStep| {
            let (begins, ends) =
                ends.get(&step.id).copied().unwrap_or((0, step.planned_minutes.unwrap_or(0)));
            Planned { step: step.id, begins, ends }
        };
        self.steps.iter().map(planned).collect()
    }

    /// Who takes a role, and who stands in.
    pub fn seat(&self, role: &str) -> Option<&Seat> {
        self.about.seats.iter().find(|seat| same(&seat.role, role))
    }
}

/// Whether two names are the same to a reader.
pub(in crate::domain) fn same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Whether steps fit to each other: named and numbered once, depending on steps that there are, and not in a ring.
///
/// # Errors
/// The first that does not, with the numbers of the steps.
pub fn check(steps: &[PlanStep]) -> Result<(), Refusal> {
    let mut numbers = BTreeSet::new();
    let mut ids = BTreeMap::new();
    for step in steps {
        if step.title.trim().is_empty() || step.number.trim().is_empty() {
            return Err(Refusal::TextMissing { field: "step".to_owned() });
        }
        if !numbers.insert(step.number.trim().to_lowercase()) {
            return Err(Refusal::StepNumberTaken { number: step.number.trim().to_owned() });
        }
        if ids.insert(step.id, step).is_some() {
            return Err(Refusal::StepTwice { number: step.number.trim().to_owned() });
        }
    }
    for step in steps {
        if let Some(missing) = step.depends_on.iter().find(|id| !ids.contains_key(id)) {
            return Err(Refusal::DependencyUnknown { step: step.number.clone(), needs: missing.to_string() });
        }
    }
    let ring = ring(steps, &ids);
    if ring.is_empty() { Ok(()) } else { Err(Refusal::DependencyRing { steps: ring }) }
}

/// The numbers of steps that wait for each other, in the order in which they do; empty where none do.
fn ring(steps: &[PlanStep], ids: &BTreeMap<PartId, &PlanStep>) -> Vec<String> {
    let mut done: BTreeSet<PartId> = BTreeSet::new();
    loop {
        let ready: Vec<PartId> = steps
            .iter()
            .filter(|step| !done.contains(&step.id) && step.depends_on.iter().all(|id| done.contains(id)))
            .map(|step| step.id)
            .collect();
        if ready.is_empty() {
            break;
        }
        done.extend(ready);
    }
    let Some(mut at) = steps.iter().find(|step| !done.contains(&step.id)) else { return Vec::new() };
    let mut way: Vec<&PlanStep> = Vec::new();
    // Whoever is not done waits for somebody who is not: following that leads into the ring.
    loop {
        if let Some(start) = way.iter().position(|step| step.id == at.id) {
            return way[start..].iter().map(|step| step.number.clone()).collect();
        }
        way.push(at);
        let next = at.depends_on.iter().find(|id| !done.contains(id)).and_then(|id| ids.get(id));
        let Some(next) = next else { return Vec::new() };
        at = next;
    }
}

/// What a plan lacks before it can be handed in.
pub fn gaps(content: &PlanContent) -> Vec<Gap> {
    let PlanContent { about, steps } = content;
    let mut gaps = Vec::new();
    if about.scenario.trim().is_empty() {
        gaps.push(Gap::Scenario);
    }
    if about.objectives.is_empty() {
        gaps.push(Gap::Objectives);
    }
    let without = about.objectives.iter().filter(|objective| objective.criterion.trim().is_empty());
    gaps.extend(without.map(|objective| Gap::Criterion { text: objective.text.clone() }));
    if steps.is_empty() {
        gaps.push(Gap::Steps);
    } else if !steps.iter().any(|step| step.counted) {
        gaps.push(Gap::CountedStep);
    }
    let silent = steps.iter().filter(|step| step.counted && step.expected.trim().is_empty());
    gaps.extend(silent.map(|step| Gap::Expected { step: step.number.clone() }));
    let roles: BTreeSet<&str> =
        steps.iter().map(|step| step.role.trim()).filter(|role| !role.is_empty()).collect();
    let empty = |role: &&str| content.seat(role).is_none_or(|seat| seat.person.is_none());
    gaps.extend(roles.into_iter().filter(empty).map(|role| Gap::RoleWithoutPerson { role: role.to_owned() }));
    gaps
}
