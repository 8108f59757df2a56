//! What tests have proved and how long ago: scenario × service × step × person or deputy; and which test would close most of
//! what is open. Pure: over the plans in force, the proofs of approved tests and a day.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::recovery::recovers;
use super::{Drill, Outcome, Recovered, recoveries};
use crate::domain::plan::{PlanContent, same};
use crate::ids::{PartId, PersonId, ServiceId, StreamId};
use crate::time::Day;

/// That a step was passed in a test whose result was approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The plan.
    pub plan: StreamId,
    /// The step.
    pub step: PartId,
    /// The scenario.
    pub scenario: String,
    /// The services that were recovered in the test.
    pub services: Vec<ServiceId>,
    /// Who carried it out, where that is known.
    pub person: Option<PersonId>,
    /// When.
    pub day: Day,
}

/// A plan in force: its approved version.
#[derive(Debug, Clone)]
pub struct PlanInForce {
    /// The plan.
    pub plan: StreamId,
    /// Its number.
    pub number: String,
    /// Which version.
    pub version: u32,
    /// What it says.
    pub content: PlanContent,
}

/// How old a proof is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ProofAge")]
#[schemars(rename = "ProofAge")]
pub enum Age {
    /// Less than a year.
    Fresh,
    /// One to two years.
    Aging,
    /// More than two years.
    Old,
    /// There is none.
    Never,
}

/// One square of the coverage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct CoverageCell {
    /// The plan.
    pub plan: StreamId,
    /// Its number.
    pub number: String,
    /// The scenario.
    pub scenario: String,
    /// The service; none where the plan names none.
    pub service: Option<ServiceId>,
    /// The step.
    pub step: PartId,
    /// Its number.
    pub step_number: String,
    /// Its title.
    pub step_title: String,
    /// Who would carry it out; none where the role is nobody's.
    pub person: Option<PersonId>,
    /// Whether that is who stands in.
    pub deputy: bool,
    /// The day of the last proof.
    pub last: Option<Day>,
    /// How old it is.
    pub age: Age,
}

/// Who conducts a proposed test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillCast")]
#[schemars(rename = "DrillCast")]
pub enum Cast {
    /// Those who have the roles.
    People,
    /// Those who stand in.
    Deputies,
}

/// A test that would close what is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "DrillProposal")]
#[schemars(rename = "DrillProposal")]
pub struct Proposal {
    /// The plan.
    pub plan: StreamId,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its approved version.
    pub version: u32,
    /// Who conducts it.
    pub cast: Cast,
    /// How many squares it would close.
    pub closes: u32,
}

/// What tests have proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// The squares, by plan, step, service and person.
    pub cells: Vec<CoverageCell>,
    /// How many are not fresh.
    pub open: u32,
    /// Tests that would close what is open, most first.
    pub proposals: Vec<Proposal>,
}

/// A square of the plan that a test was conducted by, with what that test has to do with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// The square, as all tests together have proved it.
    pub cell: CoverageCell,
    /// Whether the test proved it.
    pub here: bool,
    /// Who passed the step in the test, also where the square is another person's; none where nobody did or is known.
    pub by: Option<PersonId>,
}

/// What a test proved: nothing before its result is approved.
pub fn proofs(drill: &Drill) -> Vec<Proof> {
    let Some(content) = drill.content().filter(|_| drill.phase.is_approved()) else { return Vec::new() };
    let services = recovered(drill, content);
    let proved = |step: &crate::domain::plan::PlanStep| {
        let attempt = drill.last_attempt(step.id).filter(|last| last.outcome == Some(Outcome::Passed))?;
        let ended = attempt.ended.as_ref()?.timed.at;
        Some(Proof {
            plan: drill.plan.plan,
            step: step.id,
            scenario: drill.scenario.clone(),
            services: services.clone(),
            person: attempt.person.or_else(|| in_role(drill, content, &step.role)),
            day: Day::at(ended.at, ended.zone),
        })
    };
    content.steps.iter().filter_map(proved).collect()
}

/// The services that a test proved: where it recovers services those that ran again, else those that it was about.
fn recovered(drill: &Drill, content: &PlanContent) -> Vec<ServiceId> {
    let over = drill.over.as_ref().filter(|_| recovers(drill));
    match over {
        None => content.about.services.iter().map(|target| target.service).collect(),
        Some(over) => recoveries(drill, over.timed.at.at, None)
            .into_iter()
            .filter(|found| matches!(found.recovered, Some(Recovered::Partly | Recovered::Fully)))
            .map(|found| found.service)
            .collect(),
    }
}

/// Who had a role in a test: whoever took part in it and was not missed; where nobody was named for it, whoever the plan gives
/// it to and was not missed elsewhere.
fn in_role(drill: &Drill, content: &PlanContent, role: &str) -> Option<PersonId> {
    if role.trim().is_empty() {
        return None;
    }
    let participants = &drill.arrangement.participants;
    let mut named = participants.iter().filter(|one| same(&one.role, role)).peekable();
    if named.peek().is_some() {
        return named.rfind(|one| one.present != Some(false)).map(|one| one.person);
    }
    let absent = |person: &PersonId| {
        participants.iter().any(|one| one.person == *person && one.present == Some(false))
    };
    content.seat(role).and_then(|seat| seat.person).filter(|person| !absent(person))
}

fn age(last: Option<Day>, today: Day) -> Age {
    match last {
        None => Age::Never,
        Some(day) if today < day.plus_months(12) => Age::Fresh,
        Some(day) if today < day.plus_months(24) => Age::Aging,
        Some(_) => Age::Old,
    }
}

/// What tests have proved, as of a day: later proofs do not count.
pub fn coverage(plans: &[PlanInForce], proofs: &[Proof], today: Day) -> Coverage {
    let proofs: Vec<&Proof> = proofs.iter().filter(|proof| proof.day <= today).collect();
    let cells: Vec<CoverageCell> = plans.iter().flat_map(|plan| squares(plan, &proofs, today)).collect();
    let open = cells.iter().filter(|cell| cell.age != Age::Fresh);
    let mut closes: BTreeMap<(StreamId, Cast), u32> = BTreeMap::new();
    for cell in open.clone() {
        let cast = if cell.deputy { Cast::Deputies } else { Cast::People };
        *closes.entry((cell.plan, cast)).or_default() += 1;
    }
    let mut proposals: Vec<Proposal> = closes
        .into_iter()
        .filter_map(|((id, cast), closes)| {
            let plan = plans.iter().find(|plan| plan.plan == id)?;
            Some(Proposal {
                plan: id,
                number: plan.number.clone(),
                title: plan.content.about.title.clone(),
                version: plan.version,
                cast,
                closes,
            })
        })
        .collect();
    proposals
        .sort_by(|a, b| b.closes.cmp(&a.closes).then_with(|| (&a.number, a.cast).cmp(&(&b.number, b.cast))));
    let open = u32::try_from(open.count()).unwrap_or(u32::MAX);
    Coverage { cells, open, proposals }
}

/// The squares of the plan that a test was conducted by, as of a day: what the test itself proved there, and all tests.
pub fn covered_by(plan: &PlanInForce, own: &[Proof], all: &[Proof], today: Day) -> Vec<Covered> {
    let cells = |proofs: &[Proof]| coverage(std::slice::from_ref(plan), proofs, today).cells;
    let here = cells(own).into_iter().map(|cell| cell.last.is_some());
    let by = |step: PartId| own.iter().find(|proof| proof.step == step).and_then(|proof| proof.person);
    let covered = |(cell, here): (CoverageCell, bool)| Covered { by: by(cell.step), cell, here };
    cells(all).into_iter().zip(here).map(covered).collect()
}

/// The squares of a plan: each step that counts, for each service, by each person who may have to carry it out.
fn squares(plan: &PlanInForce, proofs: &[&Proof], today: Day) -> Vec<CoverageCell> {
    let about = &plan.content.about;
    let mut services: Vec<Option<ServiceId>> =
        about.services.iter().map(|target| Some(target.service)).collect();
    if services.is_empty() {
        services.push(None);
    }
    let mut cells = Vec::new();
    for step in plan.content.steps.iter().filter(|step| step.counted) {
        let seat = plan.content.seat(&step.role).filter(|_| !step.role.trim().is_empty());
        let mut people = vec![(seat.and_then(|seat| seat.person), false)];
        people.extend(seat.and_then(|seat| seat.deputy).map(|deputy| (Some(deputy), true)));
        for service in &services {
            for (person, deputy) in &people {
                let fits = |proof: &&&Proof| {
                    proof.plan == plan.plan
                        && proof.step == step.id
                        && same(&proof.scenario, &about.scenario)
                        && service.is_none_or(|service| proof.services.contains(&service))
                        && person.is_none_or(|person| proof.person == Some(person))
                };
                let last = proofs.iter().filter(fits).map(|proof| proof.day).max();
                cells.push(CoverageCell {
                    plan: plan.plan,
                    number: plan.number.clone(),
                    scenario: about.scenario.clone(),
                    service: *service,
                    step: step.id,
                    step_number: step.number.clone(),
                    step_title: step.title.clone(),
                    person: *person,
                    deputy: *deputy,
                    last,
                    age: age(last, today),
                });
            }
        }
    }
    cells
}
