//! The rules of a test, one sentence a test: given what happened, when somebody orders, then this follows.

mod amended;
mod course;
mod entered;
mod judging;

use super::*;
use crate::domain::Context;
use crate::domain::drill::DrillDeed as D;
use crate::domain::incident::Written;
use crate::domain::plan::{Plan, PlanAbout, PlanObjective, PlanStep, Seat, ServiceTarget, Stage, Version};
use crate::ids::{EventId, Series};
use crate::time::{Length, Precision, Zone};

const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(0xa));
const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(0xb));
const MIRA: PersonId = PersonId(uuid::Uuid::from_u128(0xc));
const PLAN: StreamId = StreamId(uuid::Uuid::from_u128(0x20));
const PRINTING: ServiceId = ServiceId(uuid::Uuid::from_u128(0x30));

fn at(second: i64) -> Moment {
    let start: Instant = "2026-05-01T08:00:00Z".parse().unwrap();
    Moment::exact(start.plus(Length::seconds(second)), Zone::UTC)
}

fn id(part: u128) -> PartId {
    PartId(uuid::Uuid::from_u128(part))
}

fn step(part: u128, depends_on: &[u128]) -> PlanStep {
    PlanStep {
        id: id(part),
        number: part.to_string(),
        title: format!("Schritt {part}"),
        instruction: String::new(),
        role: "Technik".into(),
        planned_minutes: Some(10),
        depends_on: depends_on.iter().map(|part| id(*part)).collect(),
        counted: part < 4,
        expected: "Läuft".into(),
        evidence: String::new(),
        stop_rule: String::new(),
    }
}

/// Steps 1, then 2 and 3 at once; 4 is preparation. One service with an RTO of 60 and an RPO of 15 minutes.
fn content() -> PlanContent {
    let about = PlanAbout {
        title: "Ausfall der Region".into(),
        scenario: "Region fällt aus".into(),
        services: vec![ServiceTarget {
            service: PRINTING,
            rto_minutes: Some(60),
            rpo_minutes: Some(15),
            starts_with: "Region abgeschaltet".into(),
            ends_with: "Testdruck kommt an".into(),
        }],
        objectives: vec![PlanObjective {
            id: id(90),
            text: "Drucken geht".into(),
            criterion: "in 60 min".into(),
        }],
        seats: vec![Seat { role: "Technik".into(), person: Some(JONAS), deputy: Some(MIRA) }],
        ..PlanAbout::default()
    };
    PlanContent { about, steps: vec![step(1, &[]), step(2, &[1]), step(3, &[1]), step(4, &[])] }
}

fn plan(stage: Stage) -> Plan {
    let version =
        Version { number: 1, content: content(), stage, authors: BTreeSet::from([ANNA]), path: Vec::new() };
    Plan {
        number: Number { series: Series::Plan, year: 2026, count: 1 },
        versions: vec![version],
        retired: None,
        opened_by: ANNA,
        opened: at(0).at,
        changed: at(0).at,
    }
}

fn arrangement() -> Arrangement {
    Arrangement {
        place: "Raum 4".into(),
        environment: "Testmandant".into(),
        sponsor: Some(MIRA),
        lead: ANNA,
        observers: vec![MIRA],
        participants: vec![Participant {
            person: JONAS,
            role: "Technik".into(),
            deputy_for: None,
            present: None,
        }],
        third_parties: String::new(),
    }
}

fn schedule(unapproved: &str) -> Command {
    Command::Schedule {
        title: String::new(),
        plan: PLAN,
        version: 1,
        unapproved: unapproved.into(),
        trigger: Trigger::Yearly,
        occasion: String::new(),
        planned: at(0),
        until: None,
        arrangement: arrangement(),
    }
}

/// A test, the plan that it is of, and the clocks: the wall in seconds, the stopwatch beside it.
#[derive(Clone)]
struct Story {
    drill: Option<Drill>,
    plan: Plan,
    second: i64,
    stopwatch: Option<(String, u64)>,
    written: i64,
    by: PersonId,
    alone: bool,
}

impl Story {
    fn begun() -> Self {
        Self {
            drill: None,
            plan: plan(Stage::Approved),
            second: 0,
            stopwatch: None,
            written: 0,
            by: ANNA,
            alone: false,
        }
    }

    fn scheduled() -> Self {
        Self::begun().then(schedule(""))
    }

    fn running() -> Self {
        Self::scheduled().then(Command::Start { guide: None, when: When::default() })
    }

    /// All steps passed within a minute each, the service recovered after 40 minutes without a loss.
    fn ended() -> Self {
        Self::running()
            .then(Command::StartClock { service: PRINTING, event: String::new(), when: When::default() })
            .then(Command::SetDataPoint { service: PRINTING, to: Some(at(-300)) })
            .passes(1)
            .passes(2)
            .passes(3)
            .after(2400)
            .then(Command::StopClock { service: PRINTING, event: String::new(), when: When::default() })
            .then(Command::End { when: When::default() })
    }

    fn context(&self) -> Context {
        Context {
            now: at(self.second).at,
            zone: Zone::UTC,
            by: self.by,
            roles: BTreeSet::new(),
            number: Number { series: Series::Drill, year: 2026, count: 1 },
            importing: false,
            policy: std::sync::Arc::default(),
            alone: self.alone,
        }
    }

    fn tick(&self) -> Option<Tick> {
        self.stopwatch.clone().map(|(boot, elapsed_ms)| Tick { boot, elapsed_ms })
    }

    fn tries(&self, command: Command) -> Result<Vec<Event>, Refusal> {
        decide(self.drill.as_ref(), command, Some(&self.plan), &self.context())
    }

    fn refuses(&self, command: Command) -> Refusal {
        self.tries(command).unwrap_err()
    }

    fn then(mut self, command: Command) -> Self {
        let named = format!("{command:?}");
        let events = self.tries(command).unwrap_or_else(|refusal| panic!("{named}: {refusal}"));
        for event in &events {
            self.written += 1;
            let written =
                Written { id: EventId(uuid::Uuid::nil()), by: self.by, recorded: at(self.written).at };
            self.drill = evolve(self.drill.take(), event, &written);
        }
        self
    }

    fn by(self, by: PersonId) -> Self {
        Self { by, ..self }
    }

    /// Later by so many seconds.
    fn after(self, seconds: i64) -> Self {
        Self { second: self.second + seconds, ..self }
    }

    fn passes(self, part: u128) -> Self {
        let story = self.then(Command::StartStep {
            step: id(part),
            person: None,
            despite: String::new(),
            when: When::default(),
        });
        story.after(60).then(pass(part))
    }

    fn now(&self) -> &Drill {
        self.drill.as_ref().unwrap()
    }

    fn state(&self, part: u128) -> StepState {
        let content = self.now().content().unwrap();
        state_of(self.now(), content.step(id(part)).unwrap())
    }
}

fn start_step(part: u128) -> Command {
    Command::StartStep { step: id(part), person: None, despite: String::new(), when: When::default() }
}

fn pass(part: u128) -> Command {
    Command::PassStep {
        step: id(part),
        text: String::new(),
        next: None,
        next_person: None,
        when: When::default(),
    }
}

fn fail(part: u128) -> Command {
    Command::FailStep { step: id(part), reason: "Zertifikat abgelaufen".into(), when: When::default() }
}

fn skip(part: u128) -> Command {
    Command::SkipStep { step: id(part), reason: "entfällt".into(), when: When::default() }
}

fn late(second: i64) -> When {
    When { at: Some(at(second)), tick: None }
}

#[test]
fn a_test_is_not_scheduled_from_a_plan_that_nobody_approved_unless_a_reason_says_why() {
    let draft = Story { plan: plan(Stage::Draft), ..Story::begun() };
    assert_eq!(draft.refuses(schedule("")), Refusal::PlanNotApproved { version: 1 });
    let scheduled = draft.then(schedule("Nur eine Planbesprechung"));
    let started = scheduled.then(Command::Start { guide: None, when: When::default() });
    assert!(!started.now().frozen.as_ref().unwrap().approved, "and paper can say so");
}

#[test]
fn a_test_cannot_start_on_a_plan_whose_approval_it_counted_on_and_that_has_none() {
    let story = Story { plan: plan(Stage::Rejected), ..Story::scheduled() };
    let start = Command::Start { guide: None, when: When::default() };
    assert_eq!(story.refuses(start), Refusal::PlanNotApproved { version: 1 });
}

#[test]
fn starting_freezes_the_plan() {
    let mut story = Story::running();
    story.plan.versions[0].content.steps.clear();
    assert_eq!(story.now().content(), Some(&content()));
    assert_eq!(story.state(1), StepState::Ready);
}

#[test]
fn steps_run_at_once_where_those_before_them_are_done_and_wait_where_they_are_not() {
    let story = Story::running();
    let waits = Refusal::StepWaits { step: "2".into(), steps: vec!["1".into()] };
    assert_eq!(story.refuses(start_step(2)), waits);
    let story = story.passes(1).then(start_step(2)).then(start_step(3)).then(start_step(4));
    assert_eq!([2, 3, 4].map(|part| story.state(part)), [StepState::Running; 3]);
}

#[test]
fn one_press_passes_a_step_and_begins_the_next() {
    let story = Story::running().then(start_step(1)).after(60);
    assert_eq!(next_step(story.now(), id(1)), Some(id(2)));
    let pass = Command::PassStep {
        step: id(1),
        text: String::new(),
        next: Some(id(2)),
        next_person: Some(JONAS),
        when: When::default(),
    };
    let story = story.then(pass);
    assert_eq!((story.state(1), story.state(2)), (StepState::Passed, StepState::Running));
    assert_eq!(story.now().last_attempt(id(2)).unwrap().person, Some(JONAS));
}

#[test]
fn a_second_press_of_a_button_is_harmless_and_another_button_is_refused() {
    let story = Story::running().passes(1);
    assert_eq!(story.tries(pass(1)), Ok(vec![]));
    let settled = Refusal::StepSettled { step: "1".into(), step_state: StepState::Passed };
    assert_eq!(story.refuses(fail(1)), settled);
    assert_eq!(story.refuses(pass(2)), Refusal::StepNotRunning { step: "2".into() });
}

#[test]
fn a_step_that_failed_is_tried_again_as_a_new_attempt_and_holds_others_up_until_then() {
    let story = Story::running().then(start_step(1)).then(fail(1));
    assert!(matches!(story.refuses(start_step(2)), Refusal::StepWaits { .. }));
    assert!(matches!(story.refuses(start_step(1)), Refusal::StepSettled { .. }));
    let retry = |part| Command::Retry { step: id(part), person: Some(MIRA), when: When::default() };
    assert_eq!(story.refuses(retry(2)), Refusal::StepNotFailed { step: "2".into() });
    let story = story.then(retry(1)).after(60).then(pass(1));
    let attempts = &story.now().attempts[&id(1)];
    assert_eq!(attempts.iter().map(|one| one.number).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(attempts[0].outcome, Some(Outcome::Failed), "what failed stays in the record");
    assert_eq!(story.state(2), StepState::Ready);
}

#[test]
fn a_step_may_begin_before_its_turn_with_a_reason() {
    let despite = Command::StartStep {
        step: id(2),
        person: None,
        despite: "Schritt 1 wird nachgeholt".into(),
        when: When::default(),
    };
    let story = Story::running().then(despite);
    assert_eq!(story.now().last_attempt(id(2)).unwrap().despite, "Schritt 1 wird nachgeholt");
}

#[test]
fn what_fails_is_left_out_or_deviates_says_why() {
    let story = Story::running().then(start_step(1));
    let blank = || " ".to_owned();
    let when = When::default;
    for command in [
        Command::FailStep { step: id(1), reason: blank(), when: when() },
        Command::SkipStep { step: id(1), reason: blank(), when: when() },
        Command::PartlyStep { step: id(1), deviation: blank(), next: None, next_person: None, when: when() },
        Command::Pause { reason: blank(), when: when() },
        Command::Abort { reason: blank(), when: when() },
    ] {
        assert_eq!(story.refuses(command), Refusal::ReasonMissing);
    }
}

#[test]
fn in_a_pause_no_step_moves_but_notes_are_written() {
    let story = Story::running()
        .then(start_step(1))
        .then(Command::Pause { reason: "Feueralarm".into(), when: When::default() });
    assert_eq!(story.refuses(pass(1)), Refusal::DrillInterrupted);
    assert_eq!(story.refuses(Command::End { when: When::default() }), Refusal::DrillInterrupted);
    let note = Command::Note { id: id(50), text: "Alle draußen".into(), step: None, when: When::default() };
    let story = story.then(note).then(Command::Resume { when: When::default() }).then(pass(1));
    assert_eq!(story.state(1), StepState::Passed);
}

#[test]
fn only_who_conducts_the_test_moves_it_and_two_do_so_in_turn() {
    let story = Story::running().by(JONAS);
    assert_eq!(story.refuses(start_step(1)), Refusal::NotTheCoordinator { coordinator: ANNA });
    let hand_over = |to| Command::HandOver { to, note: "Schichtwechsel".into(), when: When::default() };
    assert_eq!(story.refuses(hand_over(MIRA)), Refusal::NotTheCoordinator { coordinator: ANNA });
    let taken_over = story.then(hand_over(JONAS)).passes(1);
    assert_eq!(taken_over.now().coordinator(), JONAS);
    let back = taken_over.then(hand_over(ANNA)).by(ANNA);
    assert_eq!(back.passes(2).now().coordinators.len(), 3);
}

#[test]
fn only_observers_observe() {
    let observe = |observer| Command::Observe {
        id: id(51),
        observer,
        text: "Rückfrage blieb offen".into(),
        step: Some(id(1)),
        when: When::default(),
    };
    let story = Story::running().by(JONAS);
    assert_eq!(story.refuses(observe(JONAS)), Refusal::NotAnObserver { person: JONAS });
    let story = story.by(MIRA).then(observe(MIRA));
    assert_eq!(story.now().notes[0].observer, Some(MIRA));
    assert_eq!(story.refuses(observe(MIRA)), Refusal::PartExists { id: id(51) });
}

#[test]
fn a_test_ends_when_each_step_that_counts_was_done_or_left_out() {
    let story = Story::running().passes(1).then(start_step(4));
    let end = || Command::End { when: When::default() };
    let open = Refusal::StepsOpen { steps: ["2", "3", "4"].map(str::to_owned).to_vec() };
    assert_eq!(story.refuses(end()), open);
    let story = story.then(pass(4)).then(skip(2)).then(start_step(3)).then(fail(3)).then(end());
    assert_eq!(story.now().phase, Phase::Ended);
}

#[test]
fn a_test_is_aborted_with_whatever_is_running() {
    let story = Story::running()
        .then(start_step(1))
        .then(Command::Pause { reason: "Kundenstörung".into(), when: When::default() })
        .after(60)
        .then(Command::Abort { reason: "Echter Notfall".into(), when: When::default() });
    assert_eq!(story.now().phase, Phase::Aborted);
    assert_eq!(retest(story.now()).map(|(reason, _)| reason), Some(RetestReason::Aborted));
}

#[test]
fn a_test_on_paper_is_recorded_afterwards_by_the_same_rules_but_by_anybody() {
    let story = Story::scheduled().after(100_000).by(JONAS);
    let begun = story.clone().then(Command::Start { guide: None, when: late(0) });
    let start = |part, second| Command::StartStep {
        step: id(part),
        person: None,
        despite: String::new(),
        when: late(second),
    };
    let pass = |part, second| Command::PassStep {
        step: id(part),
        text: String::new(),
        next: None,
        next_person: None,
        when: late(second),
    };
    assert!(matches!(begun.refuses(start(2, 60)), Refusal::StepWaits { .. }));
    assert_eq!(begun.refuses(start(1, -60)), Refusal::BeforeStart { began: at(0).at });
    assert_eq!(begun.refuses(start(1, 200_000)), Refusal::InTheFuture { at: at(200_000).at });
    let unknown = Moment { precision: Precision::Unknown, ..at(60) };
    let unknown = Command::Start { guide: None, when: When { at: Some(unknown), tick: None } };
    assert_eq!(story.refuses(unknown), Refusal::MomentNeeded);
    let on = begun.then(start(1, 60));
    assert_eq!(on.refuses(pass(1, 30)), Refusal::PartEndsBeforeItBegins { began: at(60).at });
    let on = on.then(pass(1, 120)).then(skip_at(2, 130)).then(skip_at(3, 130));
    assert_eq!(on.refuses(Command::End { when: late(125) }), Refusal::EndsBefore { last: at(130).at });
    let over = on.then(Command::End { when: late(600) });
    assert_eq!(over.refuses(skip_at(4, 700)), Refusal::AfterEnd { ended: at(600).at });
    assert_eq!(elapsed(over.now(), at(100_000).at, None).unwrap().running_ms, 600_000);
    let forgotten =
        over.then(Command::Note { id: id(52), text: "Telefon besetzt".into(), step: None, when: late(90) });
    assert_eq!(forgotten.now().notes.len(), 1, "what was forgotten is entered after the end too");
    let now = Command::Note { id: id(53), text: "?".into(), step: None, when: When::default() };
    assert_eq!(forgotten.refuses(now), Refusal::DrillNotRunning { drill_phase: Phase::Ended });
}

fn skip_at(part: u128, second: i64) -> Command {
    Command::SkipStep { step: id(part), reason: "entfällt".into(), when: late(second) }
}

#[test]
fn a_slip_of_the_finger_is_corrected_with_a_reason_and_stays_visible() {
    let story = Story::running().passes(1);
    let correct = |outcome, text: &str| Command::CorrectStep {
        step: id(1),
        outcome,
        text: text.into(),
        reason: "falsche Taste".into(),
    };
    assert!(matches!(story.refuses(correct(Outcome::Failed, "")), Refusal::TextMissing { .. }));
    let story = story.then(correct(Outcome::Failed, "Nichts kam an"));
    assert_eq!(story.state(1), StepState::Failed);
    assert_eq!(story.now().last_attempt(id(1)).unwrap().corrected[0].outcome, Outcome::Passed);
}

#[test]
fn a_test_is_moved_or_called_off_only_before_it_starts() {
    let moved = Command::Reschedule { planned: at(86_400), until: None, reason: "Freeze".into() };
    let story = Story::scheduled().then(moved.clone());
    assert_eq!(story.now().moved, [Moved { was: at(0), reason: "Freeze".to_owned(), by: ANNA }]);
    let cancelled = story.then(Command::Cancel { reason: "Doppelt angesetzt".into() });
    assert_eq!(cancelled.now().phase, Phase::Cancelled);
    let running = Story::running();
    assert_eq!(running.refuses(moved), Refusal::DrillNotScheduled { drill_phase: Phase::Running });
    let other_lead = Arrangement { lead: JONAS, ..arrangement() };
    assert_eq!(running.refuses(Command::Arrange { arrangement: other_lead }), Refusal::LeadIsHandedOver);
}

#[test]
fn evidence_is_attached_while_the_test_runs_and_while_it_is_evaluated() {
    let evidence = |part| Command::AttachEvidence {
        evidence: Evidence {
            id: id(part),
            hash: crate::ids::BlobHash([1; 32]),
            name: "druck.png".into(),
            size: 9,
            note: String::new(),
            at: None,
        },
        step: Some(id(1)),
        when: When::default(),
    };
    let story = Story::ended().then(evidence(60));
    assert_eq!(story.now().evidence.len(), 1);
    let unknown = Command::AttachEvidence {
        evidence: story.now().evidence[0].0.clone(),
        step: Some(id(77)),
        when: When::default(),
    };
    assert_eq!(Story::running().refuses(unknown), Refusal::StepNotInPlan { id: id(77) });
}

#[test]
fn a_button_says_what_its_order_would() {
    let open = |story: &Story| -> Vec<DrillDeed> {
        let deeds = possible(story.now(), Some(&story.plan), &story.context());
        deeds.into_iter().filter(|one| one.refusal.is_none()).map(|one| one.deed).collect()
    };
    assert_eq!(open(&Story::scheduled()), [D::Arrange, D::Reschedule, D::Cancel, D::Start]);
    let running = open(&Story::running().by(JONAS));
    assert_eq!(running, [D::Arrange, D::Start, D::Note, D::AttachEvidence, D::Resume, D::ReportLapse]);
}
