//! The rules of an action plan, one sentence a test.

use proptest::prelude::*;

use super::*;
use crate::domain::Context;
use crate::domain::incident::Written;
use crate::ids::{EventId, PartId, Series};
use crate::time::Zone;

const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(0xa));
const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(0xb));

fn context(by: PersonId) -> Context {
    Context {
        now: "2026-05-01T08:00:00Z".parse().unwrap(),
        zone: Zone::UTC,
        by,
        roles: BTreeSet::new(),
        number: Number { series: Series::Plan, year: 2026, count: 1 },
        importing: false,
        policy: std::sync::Arc::default(),
        alone: false,
    }
}

fn id(part: u128) -> PartId {
    PartId(uuid::Uuid::from_u128(part))
}

fn step(part: u128, number: &str, depends_on: &[u128]) -> PlanStep {
    PlanStep {
        id: id(part),
        number: number.into(),
        title: format!("Schritt {number}"),
        instruction: "Umschalten.".into(),
        role: "Technik".into(),
        planned_minutes: Some(10),
        depends_on: depends_on.iter().map(|part| id(*part)).collect(),
        counted: true,
        expected: "Läuft".into(),
        evidence: "Bildschirmfoto".into(),
        stop_rule: String::new(),
    }
}

fn content() -> PlanContent {
    let about = PlanAbout {
        title: "Ausfall der Region".into(),
        scenario: "Region West Europe fällt aus".into(),
        objectives: vec![PlanObjective {
            id: id(90),
            text: "Drucken geht".into(),
            criterion: "in 60 min".into(),
        }],
        seats: vec![Seat { role: "technik".into(), person: Some(JONAS), deputy: Some(ANNA) }],
        ..PlanAbout::default()
    };
    PlanContent { about, steps: vec![step(1, "1", &[]), step(2, "2", &[1]), step(3, "3", &[1])] }
}

/// A plan and what happens to it, each order by somebody.
struct Story(Option<Plan>);

impl Story {
    fn opened() -> Self {
        let mut story = Self(None);
        story.does(ANNA, Command::Open { content: content() });
        story
    }

    fn tries(&self, by: PersonId, command: Command) -> Result<Vec<Event>, Refusal> {
        decide(self.0.as_ref(), command, &context(by))
    }

    fn does(&mut self, by: PersonId, command: Command) -> usize {
        let named = format!("{command:?}");
        let events = self.tries(by, command).unwrap_or_else(|refusal| panic!("{named}: {refusal}"));
        self.hears(by, &events);
        events.len()
    }

    fn hears(&mut self, by: PersonId, events: &[Event]) {
        for event in events {
            let written = Written { id: EventId(uuid::Uuid::nil()), by, recorded: context(by).now };
            self.0 = evolve(self.0.take(), event, &written);
        }
    }

    fn refuses(&self, by: PersonId, command: Command) -> Refusal {
        self.tries(by, command).unwrap_err()
    }

    fn now(&self) -> &Plan {
        self.0.as_ref().unwrap()
    }

    fn approved() -> Self {
        let mut story = Self::opened();
        story.does(ANNA, Command::Submit {});
        story.does(JONAS, Command::Approve { version: 1 });
        story
    }
}

fn put(step: PlanStep) -> Command {
    Command::PutStep { step, place: None }
}

#[test]
fn a_version_is_frozen_by_its_approval_and_a_new_one_starts_from_the_last() {
    let mut story = Story::approved();
    let frozen = story.now().version(1).unwrap().clone();
    let expected = Refusal::VersionNotOpen { version: 1, plan_stage: Stage::Approved };
    for command in [
        put(step(4, "4", &[])),
        Command::RemoveStep { id: id(3) },
        Command::MoveStep { id: id(3), place: 0 },
        Command::Describe { about: PlanAbout { title: "Anders".into(), ..PlanAbout::default() } },
        Command::TakeOver { content: PlanContent::default(), source: None },
        Command::Submit {},
    ] {
        assert_eq!(story.refuses(ANNA, command), expected);
    }
    story.does(ANNA, Command::BeginVersion { reason: "Neuer Dienst".into() });
    assert_eq!(story.now().newest().unwrap().content, frozen.content);
    story.does(ANNA, put(step(4, "4", &[3])));
    assert_eq!(story.now().version(1), Some(&frozen));
    assert_eq!(story.now().approved().unwrap().number, 1, "the draft does not hold yet");
}

#[test]
fn whoever_wrote_in_a_version_or_handed_it_in_does_not_approve_it() {
    let mut story = Story::opened();
    story.does(JONAS, put(step(4, "4", &[])));
    story.does(ANNA, Command::Submit {});
    for author in [ANNA, JONAS] {
        assert_eq!(story.refuses(author, Command::Approve { version: 1 }), Refusal::AuthorMayNotApprove);
    }
    let third = PersonId(uuid::Uuid::from_u128(0xc));
    assert_eq!(
        story.tries(third, Command::Approve { version: 1 }),
        Ok(vec![Event::Approved { version: 1, alone: false }])
    );
    let one_person = Context { alone: true, ..context(ANNA) };
    let approved = decide(story.0.as_ref(), Command::Approve { version: 1 }, &one_person);
    assert_eq!(approved, Ok(vec![Event::Approved { version: 1, alone: true }]));
}

#[test]
fn what_came_back_is_a_draft_again_when_somebody_writes_in_it() {
    let mut story = Story::opened();
    story.does(ANNA, Command::Submit {});
    story.does(JONAS, Command::Reject { reason: "Schritt 2 ist unklar".into() });
    assert_eq!(story.now().newest().unwrap().stage, Stage::Rejected);
    story.does(ANNA, put(PlanStep { title: "Umschalten auf North Europe".into(), ..step(2, "2", &[1]) }));
    assert_eq!(story.now().newest().unwrap().stage, Stage::Draft);
    let path: Vec<_> = story.now().newest().unwrap().path.iter().map(|passed| passed.stage).collect();
    assert_eq!(path, [Stage::Draft, Stage::Submitted, Stage::Rejected, Stage::Draft]);
    assert_eq!(
        story.refuses(JONAS, Command::Approve { version: 1 }),
        Refusal::VersionNotSubmitted { version: 1, plan_stage: Stage::Draft }
    );
}

#[test]
fn a_plan_is_handed_in_whole() {
    let mut story = Story(None);
    let mut bare = content();
    bare.about.scenario = " ".into();
    bare.about.objectives[0].criterion.clear();
    bare.about.seats.clear();
    bare.steps[0].expected.clear();
    bare.steps[1].counted = false;
    story.does(ANNA, Command::Open { content: bare });
    let Refusal::PlanIncomplete { plan_gaps } = story.refuses(ANNA, Command::Submit {}) else { panic!() };
    assert_eq!(
        plan_gaps,
        [
            Gap::Scenario,
            Gap::Criterion { text: "Drucken geht".into() },
            Gap::Expected { step: "1".into() },
            Gap::RoleWithoutPerson { role: "Technik".into() },
        ]
    );
}

#[test]
fn steps_that_wait_for_each_other_are_named() {
    let story = Story::opened();
    let ring = story.refuses(ANNA, put(step(1, "1", &[3])));
    assert_eq!(ring, Refusal::DependencyRing { steps: vec!["1".into(), "3".into()] });
    let itself = story.refuses(ANNA, put(step(4, "4", &[4])));
    assert_eq!(itself, Refusal::DependencyRing { steps: vec!["4".into()] });
    let nowhere = story.refuses(ANNA, put(step(4, "4", &[77])));
    assert_eq!(nowhere, Refusal::DependencyUnknown { step: "4".into(), needs: id(77).to_string() });
}

#[test]
fn a_step_that_others_depend_on_is_not_removed_and_the_others_are_named() {
    let mut story = Story::opened();
    let needed = story.refuses(ANNA, Command::RemoveStep { id: id(1) });
    assert_eq!(needed, Refusal::StepNeeded { step: "1".into(), steps: vec!["2".into(), "3".into()] });
    story.does(ANNA, Command::RemoveStep { id: id(3) });
    assert_eq!(story.now().newest().unwrap().content.steps.len(), 2);
}

#[test]
fn no_two_steps_bear_one_number() {
    let story = Story::opened();
    let taken = story.refuses(ANNA, put(step(4, " 2 ", &[])));
    assert_eq!(taken, Refusal::StepNumberTaken { number: "2".into() });
    let mut twice = content();
    twice.steps.push(PlanStep { number: "9".into(), ..step(1, "9", &[]) });
    let twice = story.refuses(ANNA, Command::TakeOver { content: twice, source: None });
    assert_eq!(twice, Refusal::StepTwice { number: "9".into() });
}

#[test]
fn a_step_is_moved_to_its_place_and_the_same_place_changes_nothing() {
    let mut story = Story::opened();
    let numbers = |story: &Story| {
        let steps = &story.now().newest().unwrap().content.steps;
        steps.iter().map(|step| step.number.clone()).collect::<Vec<_>>().concat()
    };
    assert_eq!(story.does(ANNA, Command::MoveStep { id: id(3), place: 0 }), 1);
    assert_eq!(numbers(&story), "312");
    assert_eq!(story.does(ANNA, Command::MoveStep { id: id(2), place: 99 }), 0);
    story.does(ANNA, Command::PutStep { step: step(4, "4", &[]), place: Some(1) });
    assert_eq!(numbers(&story), "3412");
    story.does(ANNA, put(PlanStep { title: "Anders".into(), ..step(1, "1", &[]) }));
    assert_eq!(numbers(&story), "3412", "a changed step stays where it is");
}

#[test]
fn a_plan_that_is_no_longer_used_is_only_taken_up_again() {
    let mut story = Story::opened();
    assert_eq!(story.refuses(ANNA, Command::Reinstate { reason: "-".into() }), Refusal::PlanNotRetired);
    story.does(ANNA, Command::Retire { reason: "Dienst ist weg".into() });
    assert_eq!(story.refuses(ANNA, Command::Submit {}), Refusal::PlanRetired);
    story.does(ANNA, Command::Reinstate { reason: "Dienst ist wieder da".into() });
    assert_eq!(story.now().retired, None);
}

#[test]
fn a_button_says_what_its_order_would() {
    let story = Story::approved();
    let deeds = possible(story.now(), &context(JONAS));
    let open: Vec<_> = deeds.iter().filter(|one| one.refusal.is_none()).map(|one| one.deed).collect();
    assert_eq!(open, [PlanDeed::BeginVersion, PlanDeed::Retire]);
}

#[test]
fn steps_are_planned_as_early_as_those_before_them_allow() {
    let mut content = content();
    content.steps.push(PlanStep { planned_minutes: Some(5), ..step(4, "4", &[2, 3]) });
    content.steps[2].planned_minutes = Some(30);
    let planned: Vec<_> = content.planned().iter().map(|one| (one.begins, one.ends)).collect();
    assert_eq!(planned, [(0, 10), (10, 20), (10, 40), (40, 45)]);
}

#[test]
fn the_difference_names_what_is_new_gone_and_changed_field_by_field() {
    let before = content();
    let mut after = before.clone();
    after.about.scope = "Drucken".into();
    after.steps.remove(2);
    after.steps[0].planned_minutes = Some(15);
    after.steps[0].role = "Betrieb".into();
    after.steps.push(step(5, "5", &[]));
    let found = difference(&before, &after);
    assert_eq!(found.fields, [AboutField::Scope]);
    assert_eq!(
        found.steps,
        [
            StepDifference::Changed {
                before: before.steps[0].clone().into(),
                after: after.steps[0].clone().into(),
                fields: vec![StepField::Role, StepField::PlannedMinutes],
            },
            StepDifference::Added { after: after.steps[2].clone().into() },
            StepDifference::Removed { before: before.steps[2].clone().into() },
        ]
    );
}

#[test]
fn of_steps_that_stand_in_another_order_only_those_that_moved_are_told() {
    let before = PlanContent { steps: (1..=5).map(|n| step(n, &n.to_string(), &[])).collect(), ..content() };
    let mut after = before.clone();
    let first = after.steps.remove(0);
    after.steps.push(first.clone());
    let found = difference(&before, &after);
    let moved = StepDifference::Changed {
        before: first.clone().into(),
        after: first.into(),
        fields: vec![StepField::Place],
    };
    assert_eq!(found.steps, [moved]);
}

fn any_steps() -> impl Strategy<Value = Vec<PlanStep>> {
    prop::collection::vec((1_u128..9, 1_u32..9, prop::collection::vec(1_u128..9, 0..3)), 0..8).prop_map(
        |all| {
            all.into_iter().map(|(part, number, depends)| step(part, &number.to_string(), &depends)).collect()
        },
    )
}

/// Steps that fit to each other, in any order: each depends on some with a lower number.
fn fitting_steps() -> impl Strategy<Value = Vec<PlanStep>> {
    let one = (any::<bool>(), 0_u32..3, prop::collection::vec(1_u128..7, 0..3));
    let all = prop::collection::vec(one, 6);
    all.prop_map(|all| {
        let there: Vec<u128> = (1..7).zip(&all).filter(|(_, (there, ..))| *there).map(|(n, _)| n).collect();
        let fitting = (1..7).zip(&all).filter(|(_, (there, ..))| *there).map(|(n, (_, minutes, depends))| {
            let depends: Vec<u128> =
                depends.iter().copied().filter(|d| *d < n && there.contains(d)).collect();
            PlanStep { planned_minutes: Some(*minutes), ..step(n, &n.to_string(), &depends) }
        });
        fitting.collect::<Vec<_>>()
    })
    .prop_shuffle()
}

proptest! {
    #[test]
    fn whatever_is_written_the_steps_of_a_plan_can_be_carried_out_in_some_order(
        orders in prop::collection::vec((any_steps(), 1_u128..9, 0_u32..9), 1..20),
    ) {
        let mut story = Story::opened();
        for (steps, part, place) in orders {
            let many = Command::TakeOver {
                content: PlanContent { steps: steps.clone(), ..content() },
                source: None,
            };
            let single = steps.into_iter().next().map(|step| Command::PutStep { step, place: Some(place) });
            let others = [Command::RemoveStep { id: id(part) }, Command::MoveStep { id: id(part), place }];
            for command in [many].into_iter().chain(single).chain(others) {
                if let Ok(events) = story.tries(ANNA, command) {
                    story.hears(ANNA, &events);
                }
            }
            prop_assert_eq!(check(&story.now().newest().unwrap().content.steps), Ok(()));
        }
    }

    #[test]
    fn a_version_does_not_differ_from_itself_and_a_difference_is_empty_only_then(
        one in fitting_steps(), other in fitting_steps(),
    ) {
        prop_assert_eq!(check(&one), Ok(()));
        let (one, other) =
            (PlanContent { steps: one, ..content() }, PlanContent { steps: other, ..content() });
        prop_assert!(difference(&one, &one).steps.is_empty());
        prop_assert_eq!(difference(&one, &other).steps.is_empty(), one.steps == other.steps);
    }
}
