//! What throws an action back that somebody held to be done: what did not work, and what failed again.

use super::*;
use crate::domain::review::{self, Occasion, Review, Why};

#[test]
fn what_failed_again_opens_a_closed_finding_and_what_passed_does_not() {
    let reopen = || Command::Reopen { reason: why(), proof: EMERGENCY };
    let again = emergency(|told| told.steps = vec![tried(StepResult::Failed, 1020)]);
    let open = closed().citing(ANNA, reopen(), Some(&again));
    let course = open.course();
    assert_eq!((course.phase, course.implementation.is_none()), (Phase::Open, true));
    assert_eq!(course.setbacks.last().map(|setback| setback.kind), Some(SetbackKind::FailedAgain));
    let passed = emergency(|told| told.steps = vec![tried(StepResult::Done, 1020)]);
    let refusal = closed().refuses(ANNA, reopen(), Some(&passed));
    assert_eq!(refusal, Refusal::FindingProofPassed { number: "N-2026-004".to_owned() });
    assert_eq!(
        watched().refuses(ANNA, reopen(), Some(&again)),
        Refusal::FindingElsewhere { finding_phase: Phase::EffectivenessCheck }
    );
}

#[test]
fn what_failed_again_opens_a_finding_that_is_effective_and_not_closed_yet() {
    let effective = watched().citing(ANNA, confirm(), Some(&emergency(|_| {})));
    let again = emergency(|told| told.steps = vec![tried(StepResult::Failed, 1020)]);
    let reopen = Command::Reopen { reason: why(), proof: EMERGENCY };
    let open = effective.citing(ANNA, reopen, Some(&again)).course();
    assert_eq!((open.phase, open.effect, open.implementation), (Phase::Open, None, None));
    let refusal = possible(&effective.now(), false, true, &by(ANNA));
    assert_eq!(refusal.into_iter().find(|one| one.step == Step::Reopen).unwrap().refusal, None);
}

#[test]
fn what_did_not_work_goes_back_into_implementation() {
    let again = emergency(|told| told.cause_class = Some(CauseClass::Configuration));
    let find = |proof| Command::FindIneffective { reason: why(), proof };
    let back = watched().citing(ANNA, find(Some(EMERGENCY)), Some(&again));
    assert_eq!((back.phase(), back.course().watch), (Phase::InProgress, None));
    assert_eq!(watched().then(ANNA, find(None)).phase(), Phase::InProgress);
}

#[test]
fn an_action_is_found_done_once_another_person_looked_and_since_it_was_done() {
    assert_eq!(
        (reported_done().now().implemented(), reported_done().now().found_done()),
        (Some(at(100).at), None)
    );
    let checked = reported_done().then(ANNA, Command::CheckImplementation { method: why() });
    assert_eq!(checked.now().found_done(), Some(at(100).at));
}

/// A review with one deficiency that stands and one that was dropped.
fn held(stands: PartId, dropped: PartId) -> Review {
    let context = Context { number: Number { series: Series::Review, year: 2026, count: 1 }, ..by(ANNA) };
    let occasion = Occasion::OnDemand { why: Why::DeficiencyFound, reason: why() };
    let plan = review::Command::Plan { occasion, planned: Some(day("2026-06-01")), lead: Some(ANNA) };
    let mut events = review::decide(None, plan, &review::Given::default(), &context).unwrap();
    let add = |id| review::Event::DeficiencyAdded { id, text: why(), step: None, was: None };
    events.extend([add(stands), add(dropped)]);
    events.push(review::Event::DeficiencyDropped { id: dropped, text: why(), reason: why() });
    let written = Written { id: EventId(uuid::Uuid::from_u128(1)), by: ANNA, recorded: at(1).at };
    events.iter().fold(None, |state, event| review::evolve(state, event, &written)).unwrap()
}

#[test]
fn it_comes_from_a_review_by_itself_or_from_a_deficiency_that_stands_there() {
    let [stands, dropped] = [1, 2].map(|id| PartId(uuid::Uuid::from_u128(id)));
    let there = State::Review(Box::new(held(stands, dropped)));
    let from = |item| {
        let Command::Raise { title, kind, details, .. } = raise(None, None) else { panic!("no raise") };
        let origin = Origin::Review { review: EMERGENCY, item };
        Command::Raise { origin, title, kind, details, owner: None, due: None }
    };
    let nothing = Given::default();
    assert_eq!(nothing.citing(ANNA, from(None), Some(&there)).phase(), Phase::Open);
    assert_eq!(nothing.citing(ANNA, from(Some(stands)), Some(&there)).phase(), Phase::Open);
    let refusal = nothing.refuses(ANNA, from(Some(dropped)), Some(&there));
    assert_eq!(refusal, Refusal::FindingOriginUnknown);
}
