//! What was said of the course of a test and is put right until its result is handed in.

use super::*;

fn retime(part: u128, begun: Option<i64>, ended: Option<i64>) -> Command {
    let (begun, ended) = (begun.map(at), ended.map(at));
    Command::RetimeStep { step: id(part), begun, ended, reason: "zu spät gedrückt".into() }
}

fn withdraw() -> Command {
    Command::WithdrawClock { service: PRINTING, reason: "falscher Dienst".into() }
}

fn correct_end(second: i64) -> Command {
    Command::CorrectEnd { at: at(second), reason: "laut Protokoll".into() }
}

fn handed_in() -> Story {
    Story::ended()
        .then(Command::RecordResult { result: judging::found(Rating::WithoutChallenges) })
        .then(Command::SubmitResult {})
}

#[test]
fn a_press_that_came_too_late_is_put_right_and_what_was_said_before_stays() {
    let story = Story::running().passes(1).then(retime(1, None, Some(30)));
    let attempt = story.now().last_attempt(id(1)).unwrap();
    let ended = attempt.ended.as_ref().unwrap();
    assert_eq!((ended.timed.at, ended.timed.late, ended.timed.tick.clone()), (at(30), true, None));
    assert_eq!(attempt.started.as_ref().unwrap().timed.at, at(0), "what was not corrected stays");
    let [was] = attempt.retimed.as_slice() else { panic!("one correction") };
    assert_eq!((was.begun, was.ended, was.by), (None, Some(at(60)), ANNA));
    assert_eq!(story.tries(retime(1, Some(0), Some(30))), Ok(vec![]), "the same again changes nothing");
    let course = Course::of(story.now()).unwrap();
    assert_eq!(course.at(ended), Length::seconds(30));
}

#[test]
fn corrected_times_lie_in_the_test_and_the_end_behind_the_beginning() {
    let story = Story::running().passes(1).after(60).then(start_step(2)).after(60);
    assert_eq!(story.refuses(retime(3, Some(0), None)), Refusal::StepNotRunning { step: "3".into() });
    assert_eq!(story.refuses(retime(2, None, Some(170))), Refusal::StepRuns { step: "2".into() });
    assert_eq!(story.refuses(retime(2, Some(-5), None)), Refusal::BeforeStart { began: at(0).at });
    let future = Refusal::InTheFuture { at: at(9000).at };
    assert_eq!(story.refuses(retime(1, None, Some(9000))), future);
    let turned = Refusal::PartEndsBeforeItBegins { began: at(50).at };
    assert_eq!(story.refuses(retime(1, Some(50), Some(40))), turned);
    let ended = Story::ended();
    let over = ended.now().over.as_ref().unwrap().timed.at.at;
    let after = ended.clone().after(200).refuses(retime(3, None, Some(ended.second + 60)));
    assert_eq!(after, Refusal::AfterEnd { ended: over });
    let settled = Refusal::ResultSettled { drill_phase: Phase::ResultSubmitted };
    assert_eq!(handed_in().refuses(retime(1, Some(1), None)), settled);
}

#[test]
fn another_person_carries_out_the_step_that_runs() {
    let assign = |part, person| Command::AssignStep { step: id(part), person };
    let story = Story::running();
    assert_eq!(story.refuses(assign(1, Some(MIRA))), Refusal::StepNotRunning { step: "1".into() });
    let story = story.then(start_step(1)).then(assign(1, Some(MIRA)));
    assert_eq!(story.now().last_attempt(id(1)).unwrap().person, Some(MIRA));
    assert_eq!(story.tries(assign(1, Some(MIRA))), Ok(vec![]));
    let back = story.then(pass(1)).then(assign(1, None));
    assert_eq!(back.now().last_attempt(id(1)).unwrap().person, None);
}

#[test]
fn the_last_press_of_a_clock_is_taken_back_and_stays_in_the_record() {
    assert_eq!(Story::running().refuses(withdraw()), Refusal::ClockNotStarted);
    let story = Story::ended().then(withdraw());
    let measured = |story: &Story| recoveries(story.now(), at(0).at, None).remove(0);
    let service = measured(&story);
    assert_eq!((service.recovery, service.recovered), (None, Some(Recovered::Not)), "it still runs");
    assert_eq!(service.withdrawn[0].press, ClockPress::Stopped);
    let story = story.then(withdraw());
    let service = measured(&story);
    assert_eq!((service.started_at, service.recovered), (None, None), "and never began");
    let presses: Vec<_> = service.withdrawn.iter().map(|one| (one.press, one.was)).collect();
    assert_eq!(presses[1], (ClockPress::Started, at(0)));
    assert_eq!(story.refuses(withdraw()), Refusal::ClockNotStarted);
    let nothing = Command::WithdrawClock { service: PRINTING, reason: " ".into() };
    assert_eq!(Story::ended().refuses(nothing), Refusal::ReasonMissing);
    let settled = Refusal::ResultSettled { drill_phase: Phase::ResultSubmitted };
    assert_eq!(handed_in().refuses(withdraw()), settled);
}

#[test]
fn the_end_is_put_right_but_not_before_what_happened_in_the_test() {
    let story = Story::ended().after(600);
    let (last, over) = (story.now().last_moment().unwrap(), story.now().over.clone().unwrap());
    assert_eq!(story.refuses(correct_end(60)), Refusal::EndsBefore { last });
    let same = Command::CorrectEnd { at: over.timed.at, reason: "doch richtig".into() };
    assert_eq!(story.tries(same), Ok(vec![]));
    let story = story.then(correct_end(3000));
    assert_eq!(story.now().over.as_ref().unwrap().timed.at, at(3000));
    let passed = story.now().path.last().unwrap();
    assert_eq!(
        (passed.phase, passed.at, passed.reason.as_str()),
        (Phase::Ended, Some(at(3000)), "laut Protokoll")
    );
    assert_eq!(story.now().phase, Phase::Ended);
    let running = Refusal::DrillNotEvaluated { drill_phase: Phase::Running };
    assert_eq!(Story::running().refuses(correct_end(60)), running);
}

#[test]
fn a_test_is_not_said_to_be_aborted_before_what_happened_in_it() {
    let story = Story::running().passes(1);
    let abort = |when| Command::Abort { reason: "Region fiel wirklich aus".into(), when };
    assert_eq!(story.refuses(abort(late(30))), Refusal::EndsBefore { last: at(60).at });
    assert_eq!(story.then(abort(late(60))).now().phase, Phase::Aborted);
}
