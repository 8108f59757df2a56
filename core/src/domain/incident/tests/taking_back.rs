//! The rules of taking a step back.

use super::*;

/// The order that takes the newest step back.
fn newest_back(story: &Given) -> Command {
    let step = story.now().steps_taken.last().map(|taken| taken.id).unwrap();
    Command::TakeBackStep { step, reason: reason() }
}

fn taken_back(story: Given) -> Given {
    let back = newest_back(&story);
    story.with_one_event_of(back)
}

fn reported_and(commands: impl IntoIterator<Item = Command>) -> Vec<Command> {
    [report()].into_iter().chain(commands).collect()
}

fn running() -> Command {
    Command::SetMilestone { milestone: Milestone::Running, to: Some(at(100)), reason: String::new() }
}

fn note(number: &str) -> Command {
    let (report, number) = (StreamId(uuid::Uuid::nil()), number.to_owned());
    Command::NoteReport { report, number, approver: JONAS, at: at(170) }
}

/// An emergency whose report was issued.
fn with_a_report() -> Vec<Command> {
    let figures = ImpactFigures { data_loss_minutes: Some(0), ..ImpactFigures::default() };
    let facts = [state_fact(Fact::RootCauses), Command::StateImpact { figures }];
    let steps = [Command::StartFollowUp { at: at(160) }, note("B-2026-001")];
    ended().into_iter().chain(facts).chain(steps).collect()
}

fn informed() -> Command {
    Command::RecordCustomerReports { at: at(180), reports: CustomerReports::Sent, note: reason() }
}

#[test]
fn whatever_step_is_taken_back_the_record_is_what_it_was_before() {
    let decline = Command::DeclineEscalation { at: at(20), decider: ANNA, reason: reason() };
    let solve = Command::SolveBySupport { at: at(40), decider: ANNA, reason: reason() };
    let wait = Command::DecideToWait { at: at(55), decider: ANNA, reason: reason() };
    let recover = Command::DecideToRecover { at: at(55), decider: ANNA, reason: reason() };
    let guide = Some(GuideUse { title: "Leitfaden".to_owned(), version: "3".to_owned() });
    let start = Command::StartRecovery { at: at(60), guide };
    let relapse = Command::RecordRelapse { at: at(200), reason: reason() };
    let downgrade = Command::Downgrade { at: at(90), approver: ANNA, reason: reason() };
    let reopen = Command::Reopen { at: at(300), reason: reason() };
    let on = |story: Vec<Command>, more: Vec<Command>| [story, more].concat();
    let stories = [
        on(with_a_report(), vec![informed(), Command::Close { at: at(190) }, reopen.clone()]),
        on(ended(), vec![relapse.clone(), Command::MarkRestored { at: at(220) }, relapse]),
        on(
            analysed(),
            vec![contact(), wait, recover, start, running(), Command::MarkRestored { at: at(120) }],
        ),
        on(analysed(), vec![downgrade, reopen.clone()]),
        reported_and([Command::StartAssessment { at: at(12) }, decline.clone(), decline, solve, reopen]),
        reported_and([Command::ProposeEscalation { at: at(20), reason: reason() }, declare()]),
    ];
    let mut seen = BTreeSet::new();
    for story in stories {
        for end in 1..=story.len() {
            let (before, after) = (given(story[..end - 1].to_vec()), given(story[..end].to_vec()));
            let steps = |given: &Given| given.state().map_or(0, |incident| incident.steps_taken.len());
            if steps(&after) > steps(&before) {
                seen.insert(after.now().steps_taken.last().unwrap().step);
                let back = taken_back(after).now();
                assert_eq!(apart_from_the_timeline(back), apart_from_the_timeline(before.now()));
            }
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), TakenStep::ALL, "every step that there is");
}

#[test]
fn a_moment_that_a_step_set_is_not_recorded_any_more_also_when_it_was_moved_since() {
    let moved = Command::SetMilestone { milestone: Milestone::Restored, to: Some(at(125)), reason: reason() };
    let start = Command::StartRecovery { at: at(60), guide: None };
    let restored = [analysed(), vec![start, Command::MarkRestored { at: at(120) }, moved]].concat();
    let incident = taken_back(given(restored)).now();
    assert_eq!((incident.phase, incident.moment(Milestone::Restored)), (Phase::OwnRecovery, None));
    assert_eq!(duration(&incident, DurationKind::ToRestore).length, None);
}

#[test]
fn what_a_relapse_took_away_holds_again_unless_it_was_stated_anew() {
    let relapse = Command::RecordRelapse { at: at(200), reason: reason() };
    let incident = taken_back(given([ended(), vec![relapse.clone()]].concat())).now();
    assert_eq!((incident.phase, incident.moment(Milestone::Restored)), (Phase::Ended, Some(at(120))));
    let anew = Command::SetMilestone { milestone: Milestone::Restored, to: Some(at(130)), reason: reason() };
    let incident = taken_back(given([ended(), vec![relapse, anew]].concat())).now();
    assert_eq!(incident.moment(Milestone::Restored), Some(at(130)));
    assert_eq!(incident.moment(Milestone::Ended), Some(at(150)));
}

#[test]
fn a_clock_runs_again_when_the_step_that_stopped_it_is_taken_back() {
    let limit = Command::SetWaitingLimit { until: Some(at(90)), reason: String::new() };
    let wait = Command::DecideToWait { at: at(55), decider: ANNA, reason: reason() };
    let recover = Command::DecideToRecover { at: at(80), decider: ANNA, reason: reason() };
    let story = given([analysed(), vec![contact(), wait, limit, recover]].concat());
    let state = |incident: &Incident| standing(incident, 85)[0].state;
    assert_eq!(state(&story.now()), ClockState::Kept);
    assert_eq!(state(&taken_back(story).now()), ClockState::Running);
}

#[test]
fn a_step_that_is_taken_back_stays_in_the_timeline_with_who_took_it_when_and_why_not() {
    let story = given(reported_and([declare()]));
    let id = story.now().steps_taken[0].id;
    let incident = taken_back(story).now();
    assert_eq!(incident.entry(id).and_then(|entry| entry.withdrawn.clone()), Some(reason()));
    let EntryWhat::Happened { code, values } = &incident.entries.last().unwrap().what else {
        panic!("an event tells it")
    };
    assert_eq!(code, "stepTakenBack");
    assert_eq!(values["step"], "word:takenStep:emergencyDeclared");
    assert_eq!(values["person"], format!("person:{ANNA}"));
    assert_eq!(values["was"], at(300).at.to_string());
    assert_eq!(values["text"], reason());
    assert!(!incident.emergency && incident.decisions.is_empty());
}

#[test]
fn a_step_is_taken_back_with_a_reason_and_pressing_twice_is_harmless() {
    let story = given(reported_and([declare()]));
    let step = story.now().steps_taken[0].id;
    let back = |reason: &str| Command::TakeBackStep { step, reason: reason.to_owned() };
    assert_eq!(story.refuses(back("  ")), Refusal::ReasonMissing);
    assert_eq!(taken_back(story).when(back("noch einmal")), Ok(vec![]));
}

#[test]
fn only_the_newest_step_is_taken_back_and_then_the_one_before_it() {
    let story = given(ended());
    let taken = story.now().steps_taken;
    let restored = taken.iter().find(|taken| taken.step == TakenStep::Restored).unwrap();
    let older = Command::TakeBackStep { step: restored.id, reason: reason() };
    assert_eq!(story.refuses(older.clone()), Refusal::NotTheNewestStep { newest: TakenStep::EmergencyEnded });
    assert!(taken_back(story).when(older).is_ok());
    let unknown = PartId(uuid::Uuid::from_u128(0xffff));
    let nothing = Command::TakeBackStep { step: unknown, reason: reason() };
    assert_eq!(given(ended()).refuses(nothing), Refusal::NoSuchPart { id: unknown });
}

#[test]
fn how_a_record_began_and_what_is_no_step_cannot_be_taken_back() {
    let story = given([report()]);
    let line = story.now().entries[0].id;
    let back = Command::TakeBackStep { step: line, reason: reason() };
    assert_eq!(story.refuses(back), Refusal::NoStepToTakeBack);
    assert_eq!(newest_step(&story.now(), &context()), None);
}

#[test]
fn running_again_that_was_cleared_by_hand_is_no_step_any_more() {
    let start = Command::StartRecovery { at: at(60), guide: None };
    let cleared = Command::SetMilestone { milestone: Milestone::Running, to: None, reason: reason() };
    let story = given([analysed(), vec![start, running(), cleared]].concat());
    assert_eq!(story.now().steps_taken.last().map(|taken| taken.step), Some(TakenStep::RecoveryStarted));
}

#[test]
fn the_first_running_again_stays_a_step_when_the_one_after_a_relapse_is_cleared() {
    let relapse = Command::RecordRelapse { at: at(200), reason: reason() };
    let again =
        Command::SetMilestone { milestone: Milestone::Running, to: Some(at(230)), reason: String::new() };
    let cleared = Command::SetMilestone { milestone: Milestone::Running, to: None, reason: reason() };
    let story = given([ended(), vec![running(), relapse, again, cleared]].concat());
    let steps: Vec<_> = story.now().steps_taken.iter().rev().map(|taken| taken.step).take(2).collect();
    assert_eq!(steps, [TakenStep::Relapsed, TakenStep::Running]);
    assert_eq!(taken_back(story).now().moment(Milestone::Running), Some(at(100)));
}

#[test]
fn a_step_on_which_a_report_builds_stands_and_its_moment_is_corrected_for_a_new_version() {
    let issued = |number: &str| Refusal::ReportBuildsOnStep { number: number.to_owned() };
    let story = given(with_a_report());
    assert_eq!(story.refuses(newest_back(&story)), issued("B-2026-001"));
    let told = given([with_a_report(), vec![informed()]].concat());
    assert!(told.when(newest_back(&told)).is_ok(), "that came after the report");
    let back = taken_back(told);
    assert_eq!(back.now().phase, Phase::ReportApproved);
    assert_eq!(back.refuses(newest_back(&back)), issued("B-2026-001"));
    let again = given([with_a_report(), vec![informed(), note("B-2026-002")]].concat());
    assert_eq!(again.refuses(newest_back(&again)), issued("B-2026-002"));
}

#[test]
fn recovery_that_was_worked_in_has_begun() {
    let id = PartId(uuid::Uuid::from_u128(0x70));
    let (title, deviation) = ("1 Umschalten".to_owned(), String::new());
    let worked = Command::RecordStep { id, title, result: StepResult::Done, deviation, at: at(70) };
    let start = Command::StartRecovery { at: at(60), guide: None };
    let story = given([analysed(), vec![start, worked]].concat());
    assert_eq!(story.refuses(newest_back(&story)), Refusal::GuideStepsRecorded);
}

#[test]
fn a_closing_and_a_downgrade_are_taken_back_though_the_record_takes_nothing_else() {
    let solve = Command::SolveBySupport { at: at(40), decider: ANNA, reason: reason() };
    let closed = given(reported_and([solve, Command::Close { at: at(60) }]));
    let open = taken_back(closed).now();
    assert_eq!((open.phase, open.moment(Milestone::Closed)), (Phase::SolvedBySupport, None));
    let downgrade = Command::Downgrade { at: at(90), approver: ANNA, reason: reason() };
    let emergency = taken_back(given([analysed(), vec![downgrade]].concat())).now();
    assert_eq!((emergency.phase, emergency.emergency), (Phase::Analysed, true));
}

#[test]
fn a_record_out_of_the_register_is_taken_in_first_and_then_stands_where_it_stood() {
    let out = given(reported_and([declare(), Command::Withdraw { reason: reason() }]));
    assert_eq!(out.refuses(newest_back(&out)), Refusal::RecordWithdrawn);
    let inside = given(reported_and([
        declare(),
        Command::Withdraw { reason: reason() },
        Command::Reinstate { reason: reason() },
    ]));
    assert_eq!(taken_back(inside).now().phase, Phase::Reported);
}

#[test]
fn the_newest_step_says_what_taking_it_back_does() {
    let newest = newest_step(&given(ended()).now(), &context()).unwrap();
    assert_eq!((newest.step, newest.phase), (TakenStep::EmergencyEnded, Phase::Restored));
    assert_eq!((newest.cleared, newest.restored), (vec![Milestone::Ended], vec![]));
    assert_eq!((newest.at, newest.by, newest.refusal), (Some(at(150)), ANNA, None));
    let relapse = Command::RecordRelapse { at: at(200), reason: reason() };
    let newest = newest_step(&given([ended(), vec![relapse]].concat()).now(), &context()).unwrap();
    assert_eq!(newest.restored, [Milestone::Restored, Milestone::Ended]);
}
