//! What is found, what follows from the record, who approves, what must be done again and what is proved.

use super::*;
use crate::domain::drill::coverage::Proof;
use crate::time::Day;

fn checked() -> Checked {
    Checked { outcome: Some(CheckOutcome::Proved), text: "Stichprobe".into() }
}

pub(super) fn found(rating: Rating) -> DrillResult {
    DrillResult {
        ratings: vec![Rated { objective: id(90), rating, analysis: String::new() }],
        data_integrity: checked(),
        alarm: checked(),
        removal: checked(),
        strengths: "Ruhig und schnell".into(),
        hot_wash: "Alle zufrieden".into(),
        ..DrillResult::default()
    }
}

fn record(rating: Rating) -> Command {
    Command::RecordResult { result: found(rating) }
}

fn approve(verdict: Verdict) -> Command {
    Command::ApproveResult { verdict, conditions: String::new(), reason: String::new() }
}

fn submitted() -> Story {
    Story::ended().then(record(Rating::WithoutChallenges)).then(Command::SubmitResult {})
}

#[test]
fn a_result_is_handed_in_whole_and_does_not_change_then() {
    let story = Story::ended();
    assert_eq!(
        story.refuses(Command::SubmitResult {}),
        Refusal::ResultIncomplete {
            result_gaps: vec![
                ResultGap::Rating { text: "Drucken geht".into() },
                ResultGap::DataIntegrity,
                ResultGap::Alarm,
                ResultGap::Removal,
                ResultGap::HotWash,
                ResultGap::Lessons,
            ]
        }
    );
    let unknown = DrillResult {
        ratings: vec![Rated { objective: id(91), rating: Rating::Unable, analysis: String::new() }],
        ..DrillResult::default()
    };
    let unknown = story.refuses(Command::RecordResult { result: unknown });
    assert_eq!(unknown, Refusal::ObjectiveUnknown { id: id(91) });
    let story = submitted();
    let settled = Refusal::DrillNotEvaluated { drill_phase: Phase::ResultSubmitted };
    assert_eq!(story.refuses(record(Rating::Unable)), settled);
    let arranged = story.refuses(Command::Arrange { arrangement: arrangement() });
    assert_eq!(arranged, Refusal::ResultSettled { drill_phase: Phase::ResultSubmitted });
    let back = story.by(MIRA).then(Command::RejectResult { reason: "Ursache fehlt".into() });
    assert_eq!(back.now().phase, Phase::Evaluation);
}

#[test]
fn the_result_is_approved_by_somebody_who_neither_conducted_the_test_nor_handed_it_in() {
    let story = Story::ended().then(record(Rating::WithoutChallenges)).by(JONAS);
    let story = story.then(Command::SubmitResult {});
    for person in [ANNA, JONAS] {
        let refused = story.clone().by(person).refuses(approve(Verdict::Passed));
        assert_eq!(refused, Refusal::ConductorMayNotApprove);
    }
    let approved = story.clone().by(MIRA).then(approve(Verdict::Passed));
    assert!(!approved.now().verdict.as_ref().unwrap().alone);
    let alone = Story { alone: true, ..story }.then(approve(Verdict::Passed));
    assert!(alone.now().verdict.as_ref().unwrap().alone, "what one person did alone says so");
    assert_eq!(approved.refuses(Command::Close {}), Refusal::DrillReportMissing);
    let report = |approver| Command::NoteReport {
        report: StreamId(uuid::Uuid::from_u128(80)),
        number: "B-2026-001".to_owned(),
        approver,
        at: at(60),
    };
    assert_eq!(approved.refuses(report(ANNA)), Refusal::ConductorMayNotApprove);
    let reported = approved.then(report(MIRA));
    assert_eq!(reported.now().reports[0].number, "B-2026-001");
    let closed = reported.then(Command::Close {});
    assert_eq!((closed.now().phase, closed.tries(Command::Close {})), (Phase::Closed, Ok(vec![])));
}

#[test]
fn a_verdict_that_is_better_than_the_record_says_why_and_conditions_are_named() {
    let story = Story::running()
        .passes(1)
        .then(skip(2))
        .passes(3)
        .then(Command::End { when: When::default() })
        .then(record(Rating::WithoutChallenges))
        .then(Command::SubmitResult {})
        .by(MIRA);
    assert_eq!(proposed_verdict(story.now()), Verdict::WithConditions);
    let needs_reason = Refusal::VerdictNeedsReason { verdict: Verdict::WithConditions };
    assert_eq!(story.refuses(approve(Verdict::Passed)), needs_reason);
    assert_eq!(story.refuses(approve(Verdict::WithConditions)), Refusal::ConditionsMissing);
    assert_eq!(story.tries(approve(Verdict::Failed)).map(|events| events.len()), Ok(1));
}

#[test]
fn a_test_that_failed_must_be_done_again() {
    let story = submitted().by(MIRA);
    assert_eq!(retest(story.clone().then(approve(Verdict::Passed)).now()), None);
    let failed = story.then(approve(Verdict::Failed));
    assert_eq!(retest(failed.now()).map(|(reason, _)| reason), Some(RetestReason::Failed));
}

#[test]
fn a_service_is_recovered_fully_partly_or_not_at_all() {
    let measured = |story: &Story| recoveries(story.now(), at(0).at, None).remove(0);
    let service = measured(&Story::ended());
    assert_eq!(service.recovery, Some(Length::minutes(43)));
    assert_eq!(service.data_loss, Some(Length::minutes(5)));
    assert_eq!(service.recovered, Some(Recovered::Fully));
    assert_eq!(service.stopped.as_deref(), Some("Testdruck kommt an"), "the plan names the event");
    let lost = Story::ended().then(Command::SetDataPoint { service: PRINTING, to: Some(at(-1200)) });
    assert_eq!((measured(&lost).rpo_met, measured(&lost).recovered), (Some(false), Some(Recovered::Partly)));
    let start = Command::StartClock { service: PRINTING, event: String::new(), when: When::default() };
    let never = Story::running().then(start).then(skip(1)).then(skip(2)).then(skip(3));
    let never = never.then(Command::End { when: When::default() });
    assert_eq!(measured(&never).recovered, Some(Recovered::Not));
    assert_eq!(proposed_verdict(never.now()), Verdict::Failed);
    let unmeasured = Story::running().then(skip(1)).then(skip(2)).then(skip(3));
    let unmeasured = unmeasured.then(Command::End { when: When::default() });
    assert_eq!(measured(&unmeasured).recovered, None, "nothing is invented");
}

#[test]
fn what_was_to_be_recovered_and_was_never_measured_speaks_for_conditions() {
    let end = || Command::End { when: When::default() };
    let passed = Story::running().passes(1).passes(2).passes(3);
    let never = passed.clone().then(end());
    assert_eq!(verdict_grounds(never.now()), [VerdictGround::NeverMeasured { service: PRINTING }]);
    assert_eq!(proposed_verdict(never.now()), Verdict::WithConditions);
    let press = |start: bool| {
        let (service, event, when) = (PRINTING, String::new(), When::default());
        if start {
            Command::StartClock { service, event, when }
        } else {
            Command::StopClock { service, event, when }
        }
    };
    let without_data = passed.then(press(true)).then(press(false)).then(end());
    assert_eq!(verdict_grounds(without_data.now()), [VerdictGround::DataNotMeasured { service: PRINTING }]);
    assert_eq!(
        (verdict_grounds(Story::ended().now()), proposed_verdict(Story::ended().now())),
        (vec![], Verdict::Passed)
    );
    let mut talk = never;
    talk.drill.as_mut().unwrap().frozen.as_mut().unwrap().content.about.kind = DrillKind::TableTop;
    assert_eq!(proposed_verdict(talk.now()), Verdict::Passed, "who talks about it recovers nothing");
}

#[test]
fn the_heaviest_ground_stands_first_and_decides() {
    let story = Story::running()
        .then(start_step(1))
        .then(fail(1))
        .then(Command::Abort { reason: "Region fiel wirklich aus".into(), when: When::default() });
    let grounds = verdict_grounds(story.now());
    assert_eq!(grounds[0], VerdictGround::Aborted);
    let short = |number: &str, outcome| VerdictGround::StepShort { number: number.into(), outcome };
    assert!(
        grounds.contains(&short("1", Some(Outcome::Failed))) && grounds.contains(&short("2", None)),
        "{grounds:?}"
    );
    assert_eq!(proposed_verdict(story.now()), Verdict::Failed);
}

#[test]
fn clocks_begin_before_they_stop_and_only_for_services_of_the_plan() {
    let story = Story::running();
    let stop = |when| Command::StopClock { service: PRINTING, event: String::new(), when };
    assert_eq!(story.refuses(stop(When::default())), Refusal::ClockNotStarted);
    let other = ServiceId(uuid::Uuid::from_u128(0x31));
    let start = |service, when| Command::StartClock { service, event: String::new(), when };
    assert_eq!(story.refuses(start(other, When::default())), Refusal::ServiceNotTested);
    let story = story.after(600).then(start(PRINTING, late(300)));
    assert_eq!(story.refuses(stop(late(200))), Refusal::PartEndsBeforeItBegins { began: at(300).at });
    let story = story.then(stop(late(400)));
    assert_eq!(
        story.refuses(start(PRINTING, late(500))),
        Refusal::PartEndsBeforeItBegins { began: at(500).at }
    );
}

#[test]
fn a_review_analyses_an_approved_result_once() {
    let review = StreamId(uuid::Uuid::from_u128(0x40));
    let note = || Command::NoteAnalysis { review, number: "P-2026-001".into() };
    let open = submitted().refuses(note());
    assert_eq!(open, Refusal::ResultNotApproved { drill_phase: Phase::ResultSubmitted });
    let story = submitted().by(MIRA).then(approve(Verdict::Passed)).then(note());
    assert_eq!(story.tries(note()), Ok(vec![]));
    assert_eq!(story.now().reviews.len(), 1);
}

fn in_force() -> Vec<PlanInForce> {
    vec![PlanInForce { plan: PLAN, number: "K-2026-001".into(), version: 1, content: content() }]
}

#[test]
fn nothing_is_proved_before_the_result_is_approved_and_then_by_who_carried_it_out() {
    assert!(proofs(submitted().now()).is_empty());
    let story = submitted().by(MIRA).then(approve(Verdict::Passed));
    let proved = proofs(story.now());
    assert_eq!(proved.len(), 3, "preparation was not carried out");
    assert!(proved.iter().all(|proof| proof.person == Some(JONAS)));
}

#[test]
fn coverage_ages_and_the_test_is_proposed_that_closes_most() {
    let today: Day = "2026-05-01".parse().unwrap();
    let proofs = proofs(submitted().by(MIRA).then(approve(Verdict::Passed)).now());
    let covered = coverage(&in_force(), &proofs, today);
    let of = |deputy: bool, covered: &Coverage| {
        covered.cells.iter().filter(|cell| cell.deputy == deputy).map(|cell| cell.age).collect::<Vec<_>>()
    };
    assert_eq!(of(false, &covered), [Age::Fresh; 3], "steps that do not count are not covered");
    assert_eq!(of(true, &covered), [Age::Never; 3], "who stands in proved nothing");
    assert_eq!(
        (covered.open, covered.proposals[0].cast, covered.proposals[0].closes),
        (3, Cast::Deputies, 3)
    );
    assert_eq!(of(false, &coverage(&in_force(), &proofs, today.plus_months(12))), [Age::Aging; 3]);
    assert_eq!(of(false, &coverage(&in_force(), &proofs, today.plus_months(24))), [Age::Old; 3]);
    let before: Vec<Proof> = proofs.clone();
    assert_eq!(of(false, &coverage(&in_force(), &before, today.plus_days(-1))), [Age::Never; 3]);
}
