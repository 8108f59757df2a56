//! What a sheet says is entered by the code that is printed on it.

use super::*;
use crate::domain::plan::step_code;

fn line(part: u128, begun: Option<i64>, ended: i64, outcome: Outcome, text: &str) -> Command {
    let content = content();
    Command::EnterStep {
        code: step_code(content.step(id(part)).unwrap()),
        begun: begun.map(at),
        ended: at(ended),
        outcome,
        text: text.into(),
        person: Some(JONAS),
        despite: String::new(),
    }
}

/// Started by hand at 8 o'clock, entered two hours later by somebody who did not conduct it.
fn on_paper() -> Story {
    let story = Story::scheduled().after(7_200).by(JONAS);
    story.then(Command::Start { guide: None, when: late(0) })
}

#[test]
fn a_sheet_is_entered_line_by_line_with_its_own_times_and_the_test_ends() {
    let story = on_paper()
        .then(line(1, Some(60), 600, Outcome::Passed, ""))
        .then(line(2, Some(660), 900, Outcome::Partly, "Nur ein Knoten"))
        .then(line(3, None, 930, Outcome::Skipped, "Entfällt"));
    assert_eq!(story.state(1), StepState::Passed);
    assert_eq!(story.state(2), StepState::Partly);
    assert_eq!(story.state(3), StepState::Skipped);
    let attempt = story.now().last_attempt(id(2)).unwrap();
    assert_eq!((attempt.person, attempt.text.as_str()), (Some(JONAS), "Nur ein Knoten"));
    let (started, ended) = (attempt.started.as_ref().unwrap(), attempt.ended.as_ref().unwrap());
    assert_eq!((started.timed.at, ended.timed.at), (at(660), at(900)));
    assert!(started.timed.late && ended.timed.late);
    let ended = story.then(Command::End { when: late(1_000) });
    assert_eq!(ended.now().phase, Phase::Ended);
}

#[test]
fn the_same_line_again_changes_nothing_and_a_step_that_failed_is_tried_again_by_the_next_line() {
    let first = line(1, Some(60), 600, Outcome::Failed, "Kein Zugang");
    let story = on_paper().then(first.clone());
    assert_eq!(story.tries(first), Ok(Vec::new()));
    let story = story.then(line(1, Some(700), 900, Outcome::Passed, ""));
    assert_eq!(story.state(1), StepState::Passed);
    assert_eq!(story.now().attempts[&id(1)].len(), 2);
    let settled = story.refuses(line(1, Some(60), 600, Outcome::Partly, "doch nicht"));
    assert_eq!(settled, Refusal::StepSettled { step: "1".into(), step_state: StepState::Passed });
}

#[test]
fn a_line_without_its_begin_its_text_or_with_a_wrong_code_is_refused_and_writes_nothing() {
    let early = Story::scheduled().refuses(line(1, Some(60), 600, Outcome::Passed, ""));
    assert_eq!(early, Refusal::DrillNotRunning { drill_phase: Phase::Scheduled });
    let story = on_paper();
    assert_eq!(story.refuses(line(1, None, 600, Outcome::Passed, "")), Refusal::MomentNeeded);
    assert_eq!(story.refuses(line(1, Some(60), 600, Outcome::Failed, " ")), Refusal::ReasonMissing);
    let began = at(600).at;
    let backwards = story.refuses(line(1, Some(600), 60, Outcome::Passed, ""));
    assert_eq!(backwards, Refusal::PartEndsBeforeItBegins { began });
    let Command::EnterStep { begun, ended, outcome, text, person, despite, .. } =
        line(1, Some(60), 600, Outcome::Passed, "")
    else {
        unreachable!("a line is entered");
    };
    let wrong = Command::EnterStep { code: "1-XXXX".into(), begun, ended, outcome, text, person, despite };
    assert_eq!(story.refuses(wrong), Refusal::StepCodeUnknown { entered: "1-XXXX".into() });
}

#[test]
fn a_step_that_began_before_its_turn_says_why_and_one_that_began_live_needs_no_begin() {
    let early = line(2, Some(30), 90, Outcome::Passed, "");
    let story = on_paper();
    let waits = Refusal::StepWaits { step: "2".into(), steps: vec!["1".into()] };
    assert_eq!(story.refuses(early.clone()), waits);
    let Command::EnterStep { code, begun, ended, outcome, text, person, .. } = early else {
        unreachable!("a line is entered");
    };
    let despite = "Auf Weisung".to_owned();
    let story = story.then(Command::EnterStep { code, begun, ended, outcome, text, person, despite });
    assert_eq!(story.now().last_attempt(id(2)).unwrap().despite, "Auf Weisung");
    let running = Story::running().then(start_step(1)).after(900);
    let story = running.then(line(1, None, 600, Outcome::Passed, ""));
    assert_eq!(story.state(1), StepState::Passed);
}
