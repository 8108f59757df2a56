//! How long a test has been running: whatever the clock on the wall does while the stopwatch runs, and whenever the window
//! is killed and opened again.

use proptest::prelude::*;

use super::*;

/// What may happen between two presses.
#[derive(Debug, Clone)]
enum Happens {
    /// So many seconds pass.
    Wait(i64),
    /// Somebody sets the clock on the wall by so many seconds, back or forth.
    SetClock(i64),
    /// The window is killed and opened again: another run of the stopwatch.
    Restart,
    /// Somebody writes a note.
    Note,
    /// The test is interrupted, or goes on.
    PauseOrResume,
}

fn happenings(clock_is_set: bool) -> impl Strategy<Value = Vec<Happens>> {
    let one = prop_oneof![
        4 => (0_i64..4000).prop_map(Happens::Wait),
        u32::from(clock_is_set) => (-20_000_i64..20_000).prop_map(Happens::SetClock),
        1 => Just(Happens::Restart),
        3 => Just(Happens::Note),
        2 => Just(Happens::PauseOrResume),
    ];
    prop::collection::vec(one, 0..40)
}

/// A test with clocks of which the true time is known.
struct Run {
    story: Story,
    /// Seconds that really passed without pauses.
    truth: i64,
    paused: i64,
    notes: u128,
    boots: u32,
}

impl Run {
    fn begun() -> Self {
        let stopwatch = Some(("window 0".to_owned(), 5_000));
        let story = Story { stopwatch, ..Story::scheduled() };
        let when = When { at: None, tick: story.tick() };
        let story = story.then(Command::Start { guide: None, when });
        Self { story, truth: 0, paused: 0, notes: 0x1000, boots: 0 }
    }

    fn order(&mut self, command: Command) {
        self.story = self.story.clone().then(command);
    }

    fn when(&self) -> When {
        When { at: None, tick: self.story.tick() }
    }

    fn note(&mut self) {
        self.notes += 1;
        let when = self.when();
        self.order(Command::Note { id: id(self.notes), text: "Notiz".into(), step: None, when });
    }

    fn happens(&mut self, what: &Happens) {
        let interrupted = self.story.now().phase == Phase::Interrupted;
        match what {
            Happens::Wait(seconds) => {
                self.story.second += seconds;
                if let Some((_, elapsed)) = &mut self.story.stopwatch {
                    *elapsed += seconds.unsigned_abs() * 1000;
                }
                *(if interrupted { &mut self.paused } else { &mut self.truth }) += seconds;
            }
            Happens::SetClock(seconds) => {
                // Before it is set and after it, something was read: a window that is killed later counts from there.
                self.note();
                self.story.second += seconds;
                self.note();
            }
            Happens::Restart => {
                self.boots += 1;
                self.story.stopwatch = Some((format!("window {}", self.boots), 100));
            }
            Happens::Note => self.note(),
            Happens::PauseOrResume => {
                let when = self.when();
                self.order(if interrupted {
                    Command::Resume { when }
                } else {
                    Command::Pause { reason: "Pause".into(), when }
                });
            }
        }
    }

    fn told(&self) -> Elapsed {
        elapsed(self.story.now(), at(self.story.second).at, self.story.tick().as_ref()).unwrap()
    }
}

proptest! {
    #[test]
    fn the_elapsed_time_is_right_whatever_the_wall_shows_and_whenever_the_window_is_killed(
        story in happenings(true),
    ) {
        let mut run = Run::begun();
        for what in &story {
            run.happens(what);
            prop_assert_eq!(run.told().running_ms, run.truth * 1000, "after {:?}", what);
            prop_assert_eq!(run.told().paused_ms, run.paused * 1000);
        }
    }

    #[test]
    fn where_nobody_sets_a_clock_nothing_disagrees_and_a_stopwatch_makes_no_difference(
        story in happenings(false),
    ) {
        let mut run = Run::begun();
        story.iter().for_each(|what| run.happens(what));
        prop_assert!(run.told().disagreements.is_empty());
        let by_the_wall = elapsed(run.story.now(), at(run.story.second).at, None).unwrap();
        prop_assert_eq!(by_the_wall, run.told());
    }

    #[test]
    fn the_elapsed_time_never_goes_back_and_ends_with_the_test(story in happenings(true)) {
        let mut run = Run::begun();
        let mut before = 0;
        for what in &story {
            run.happens(what);
            let told = run.told().running_ms;
            prop_assert!(told >= before);
            before = told;
        }
        let when = run.when();
        run.order(Command::Abort { reason: "Ende".into(), when });
        prop_assert_eq!(run.told().running_ms, before);
        run.happens(&Happens::Wait(500));
        prop_assert_eq!(run.told().running_ms, before);
    }
}

#[test]
fn a_clock_that_is_set_does_not_count_and_is_told() {
    let mut run = Run::begun();
    run.happens(&Happens::Wait(300));
    run.story.second += 3600;
    let told = run.told();
    assert_eq!(told.running_ms, 300_000);
    let [one] = told.disagreements.try_into().unwrap();
    assert_eq!((one.wall, one.stopwatch), (Length::seconds(3900), Length::seconds(300)));
}

#[test]
fn a_zone_that_changes_in_the_middle_changes_nothing() {
    let mut run = Run::begun();
    run.happens(&Happens::Wait(300));
    run.note();
    let elsewhere: Zone = "Asia/Tokyo".parse().unwrap();
    let zoned = Moment { zone: elsewhere, ..at(run.story.second) };
    let note = Command::Note {
        id: id(0x2000),
        text: "In Tokio".into(),
        step: None,
        when: When { at: Some(zoned), tick: None },
    };
    run.order(note);
    assert_eq!(run.told().running_ms, 300_000);
    let course = Course::of(run.story.now()).unwrap();
    assert_eq!(course.at(&run.story.now().notes[1].stamp), Length::seconds(300));
}

#[test]
fn a_pause_does_not_count_for_steps_and_clocks() {
    let pause = || Command::Pause { reason: "Mittag".into(), when: When::default() };
    let story = Story::running()
        .then(Command::StartClock { service: PRINTING, event: String::new(), when: When::default() })
        .then(start_step(1))
        .after(600)
        .then(pause())
        .after(3600)
        .then(Command::Resume { when: When::default() })
        .after(600)
        .then(pass(1))
        .then(Command::StopClock { service: PRINTING, event: "Druck da".into(), when: When::default() });
    let [service] = recoveries(story.now(), at(0).at, None).try_into().unwrap();
    assert_eq!(service.recovery, Some(Length::minutes(20)));
    assert_eq!((service.rto_met, service.recovered), (Some(true), None), "the test is not over");
    let attempt = story.now().last_attempt(id(1)).unwrap();
    let course = Course::of(story.now()).unwrap();
    let length = course.between(attempt.started.as_ref().unwrap(), attempt.ended.as_ref().unwrap());
    assert_eq!(length, Length::minutes(20));
}

#[test]
fn what_is_entered_afterwards_lies_where_the_wall_says_between_what_was_read_live() {
    let mut run = Run::begun();
    run.happens(&Happens::Wait(600));
    run.note();
    let when = late(240);
    run.order(Command::Note { id: id(0x3000), text: "vorhin".into(), step: None, when });
    let course = Course::of(run.story.now()).unwrap();
    assert_eq!(course.at(&run.story.now().notes[1].stamp), Length::seconds(240));
    assert_eq!(run.told().running_ms, 600_000);
}
