//! The rules of a finding, one sentence a test: given what happened, when somebody orders, then this follows.

mod again;

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::domain::incident::{
    self, CauseClass, ImpactFigures, Incident, Milestone, RecoveryStep, StepResult, Written,
};
use crate::domain::{Context, State};
use crate::ids::{EventId, Number, Series, ServiceId, StreamId};
use crate::time::{Length, Zone};

const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(0xa));
const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(0xb));
const PRINT: ServiceId = ServiceId(uuid::Uuid::from_u128(0x30));
const MAIL: ServiceId = ServiceId(uuid::Uuid::from_u128(0x31));
const EMERGENCY: StreamId = StreamId(uuid::Uuid::from_u128(0x40));

fn at(minute: i64) -> Moment {
    let start: Instant = "2026-05-01T08:00:00Z".parse().unwrap();
    Moment::exact(start.plus(Length::minutes(minute)), Zone::UTC)
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn by(person: PersonId) -> Context {
    Context {
        now: at(6000).at,
        zone: Zone::UTC,
        by: person,
        roles: BTreeSet::new(),
        number: Number { series: Series::Finding, year: 2026, count: 1 },
        importing: false,
        policy: std::sync::Arc::default(),
        alone: false,
    }
}

/// What happened so far, with who did it.
#[derive(Clone, Default)]
struct Given(Vec<(Event, PersonId)>);

impl Given {
    fn state(&self) -> Option<Finding> {
        let mut state = None;
        for (count, (event, by)) in self.0.iter().enumerate() {
            let id = EventId(uuid::Uuid::from_u128(u128::try_from(count).unwrap() + 1));
            state = evolve(state, event, &Written { id, by: *by, recorded: at(3000).at });
        }
        state
    }

    fn now(&self) -> Finding {
        self.state().unwrap()
    }

    fn course(&self) -> Course {
        self.now().course
    }

    fn phase(&self) -> Phase {
        self.course().phase
    }

    /// The story with what follows from an order of somebody.
    fn then(&self, person: PersonId, command: Command) -> Self {
        self.citing(person, command, None)
    }

    fn citing(&self, person: PersonId, command: Command, cited: Option<&State>) -> Self {
        let named = format!("{command:?}");
        let events = decide(self.state().as_ref(), command, cited, &by(person));
        let events = events.unwrap_or_else(|refusal| panic!("{named}: {refusal}"));
        let mut story = self.clone();
        story.0.extend(events.into_iter().map(|event| (event, person)));
        story
    }

    fn refuses(&self, person: PersonId, command: Command, cited: Option<&State>) -> Refusal {
        decide(self.state().as_ref(), command, cited, &by(person)).unwrap_err()
    }
}

fn concerns() -> Concern {
    Concern {
        step: "4. Datenbank umschalten".to_owned(),
        services: vec![PRINT],
        cause_class: Some(CauseClass::Configuration),
        cause: "Zeitlimit zu kurz".to_owned(),
    }
}

fn raise(owner: Option<PersonId>, due: Option<Day>) -> Command {
    Command::Raise {
        origin: Origin::Hand,
        title: "Umschalten dauert zu lange".to_owned(),
        kind: Kind::Major,
        details: Details { concerns: concerns(), ..Details::default() },
        owner,
        due,
    }
}

fn why() -> String {
    "weil".to_owned()
}

fn in_progress() -> Given {
    Given::default()
        .then(ANNA, raise(Some(JONAS), Some(day("2026-06-01"))))
        .then(JONAS, Command::Accept { at: at(10), note: String::new() })
        .then(JONAS, Command::Start { at: at(20) })
}

fn reported_done() -> Given {
    in_progress().then(JONAS, Command::ReportImplemented { person: JONAS, at: at(100), how: why() })
}

fn watched() -> Given {
    reported_done()
        .then(ANNA, Command::CheckImplementation { method: why() })
        .then(ANNA, Command::StartEffectivenessCheck { expected: None, note: String::new() })
}

fn confirm() -> Command {
    Command::ConfirmEffective { proof: EMERGENCY, note: String::new() }
}

fn closed() -> Given {
    watched()
        .citing(ANNA, confirm(), Some(&emergency(|_| {})))
        .then(ANNA, Command::Close { note: String::new() })
}

/// An emergency of the same service that began and ended after the action, with another cause; `but` changes it.
fn emergency(but: impl FnOnce(&mut Incident)) -> State {
    let report = incident::Event::Reported {
        number: Number { series: Series::Incident, year: 2026, count: 4 },
        title: "Kein Druck".to_owned(),
        source: incident::Source::Monitoring,
        noticed: at(1000),
        impact_start: Some(at(1000)),
        severity: None,
        description: String::new(),
        services: vec![PRINT],
    };
    let written = Written { id: EventId(uuid::Uuid::from_u128(1)), by: ANNA, recorded: at(1000).at };
    let mut told = incident::evolve(None, &report, &written).unwrap();
    told.emergency = true;
    told.phase = incident::Phase::Ended;
    told.cause_class = Some(CauseClass::Network);
    told.milestones.insert(Milestone::Ended, at(1200));
    but(&mut told);
    State::Incident(Box::new(told))
}

fn tried(result: StepResult, minute: i64) -> RecoveryStep {
    let (title, deviation) = ("4.  datenbank umschalten".to_owned(), String::new());
    RecoveryStep { id: PartId(uuid::Uuid::from_u128(7)), title, result, deviation, at: at(minute) }
}

#[test]
fn a_finding_with_owner_and_day_is_assigned_at_once_and_else_open() {
    assert_eq!(
        Given::default().then(ANNA, raise(Some(JONAS), Some(day("2026-06-01")))).phase(),
        Phase::Assigned
    );
    let open = Given::default().then(ANNA, raise(Some(JONAS), None));
    assert_eq!((open.phase(), open.course().owner), (Phase::Open, Some(JONAS)));
    let refusal = open.refuses(ANNA, Command::Assign { owner: JONAS, due: None }, None);
    assert_eq!(refusal, Refusal::FindingDueMissing);
}

#[test]
fn it_comes_from_a_record_that_is_there_and_from_a_recommendation_that_is_one_of_it() {
    let from = |part| {
        let Command::Raise { title, kind, details, .. } = raise(None, None) else { panic!("no raise") };
        let origin = Origin::Incident { incident: EMERGENCY, part };
        Command::Raise { origin, title, kind, details, owner: None, due: None }
    };
    let nothing = Given::default();
    let there = emergency(|_| {});
    assert_eq!(nothing.refuses(ANNA, from(None), None), Refusal::FindingOriginUnknown);
    let part = Some(PartId(uuid::Uuid::from_u128(9)));
    assert_eq!(nothing.refuses(ANNA, from(part), Some(&there)), Refusal::FindingOriginUnknown);
    assert_eq!(nothing.citing(ANNA, from(None), Some(&there)).phase(), Phase::Open);
    assert_eq!(
        not_raised(Some("F-2026-007".to_owned())).unwrap_err().to_string(),
        "F-2026-007 carries this on already"
    );
}

#[test]
fn whoever_implemented_it_or_said_so_cannot_check_it_and_one_person_alone_is_marked() {
    let check = || Command::CheckImplementation { method: why() };
    let refusal = Refusal::FindingCheckerNotIndependent;
    assert_eq!(reported_done().refuses(JONAS, check(), None), refusal);
    let told =
        in_progress().then(ANNA, Command::ReportImplemented { person: JONAS, at: at(100), how: why() });
    assert_eq!(told.refuses(ANNA, check(), None), refusal);
    assert_eq!(reported_done().phase(), Phase::InProgress);
    let checked = reported_done().then(ANNA, check());
    assert_eq!(checked.phase(), Phase::Implemented);
    let alone = Context { alone: true, ..by(JONAS) };
    let events = decide(reported_done().state().as_ref(), check(), None, &alone).unwrap();
    assert_eq!(events, [Event::ImplementationChecked { method: why(), alone: true }]);
}

#[test]
fn what_is_not_done_goes_back_and_can_be_said_done_again() {
    let back = reported_done().then(ANNA, Command::RejectImplementation { reason: why() });
    assert_eq!(back.phase(), Phase::InProgress);
    let course = back.course();
    assert_eq!((course.implementation, course.setbacks.len()), (None, 1));
    assert_eq!(course.setbacks[0].implementation.as_ref().map(|done| done.person), Some(JONAS));
    back.then(JONAS, Command::ReportImplemented { person: JONAS, at: at(200), how: why() });
}

#[test]
fn it_is_effective_only_by_a_later_record_that_passed_the_same() {
    let given = watched();
    assert_eq!(given.refuses(ANNA, confirm(), None), Refusal::FindingProofUnknown);
    let number = || "N-2026-004".to_owned();
    let refuses = |but: fn(&mut Incident)| given.refuses(ANNA, confirm(), Some(&emergency(but)));
    let still = refuses(|told| told.phase = incident::Phase::Restored);
    assert_eq!(still, Refusal::FindingProofNotOver { number: number() });
    let early = refuses(|told| _ = told.milestones.insert(Milestone::ImpactStart, at(50)));
    assert_eq!(early, Refusal::FindingProofTooEarly { number: number() });
    let other =
        refuses(|told| told.impact = ImpactFigures { services: vec![MAIL], ..ImpactFigures::default() });
    assert_eq!(other, Refusal::FindingProofUnrelated { number: number() });
    let again = refuses(|told| told.cause_class = Some(CauseClass::Configuration));
    assert_eq!(again, Refusal::FindingProofFailed { number: number() });
    let unknown = refuses(|told| told.cause_class = Some(CauseClass::Unknown));
    assert_eq!(unknown, Refusal::FindingProofCauseOpen { number: number() });
    let failed =
        refuses(|told| told.steps = vec![tried(StepResult::Done, 1010), tried(StepResult::Failed, 1020)]);
    assert_eq!(failed, Refusal::FindingProofFailed { number: number() });
    let proved = given.citing(ANNA, confirm(), Some(&emergency(|_| {}))).course();
    assert_eq!(proved.phase, Phase::Effective);
    let Some(Proof::Incident { same, at: when, .. }) = proved.effect.map(|effect| effect.proof) else {
        panic!("no proof")
    };
    assert_eq!((same, when), (Same::Service, at(1200)));
}

#[test]
fn a_step_that_was_passed_proves_it_whatever_the_service_and_the_cause_are() {
    let passed = emergency(|told| {
        told.impact = ImpactFigures::default();
        told.cause_class = Some(CauseClass::Configuration);
        told.steps = vec![tried(StepResult::Failed, 50), tried(StepResult::Deviated, 1100)];
    });
    let Some(Confirmed { proof: Proof::Incident { same, at: when, .. }, .. }) =
        watched().citing(ANNA, confirm(), Some(&passed)).course().effect
    else {
        panic!("no proof")
    };
    assert_eq!((same, when), (Same::Step, at(1100)));
}

#[test]
fn a_risk_is_accepted_by_another_than_the_owner_and_comes_back_on_its_day() {
    let until = day("2026-06-30");
    let accept = || Command::AcceptRisk { until, reason: why() };
    assert_eq!(in_progress().refuses(JONAS, accept(), None), Refusal::FindingApproverNotIndependent);
    let too_soon = Command::AcceptRisk { until: day("2026-05-05"), reason: why() };
    let refusal = Refusal::FindingRiskEndsTooSoon { today: day("2026-05-05") };
    assert_eq!(in_progress().refuses(ANNA, too_soon, None), refusal);
    let borne = in_progress().then(ANNA, accept());
    let finding = borne.now();
    assert_eq!(finding.phase_on(day("2026-06-29")), Phase::RiskAccepted);
    assert_eq!(finding.phase_on(until), Phase::Open);
    assert!(!finding.overdue_on(day("2026-06-29")) && finding.overdue_on(until));
    let early = borne.refuses(ANNA, Command::Resume { reason: String::new() }, None);
    assert_eq!(early, Refusal::FindingReasonMissing);
    let later = Context { now: day("2026-07-01").begin(Zone::UTC), ..by(ANNA) };
    let events = decide(Some(&finding), Command::Resume { reason: String::new() }, None, &later).unwrap();
    assert_eq!(events, [Event::Resumed { reason: String::new() }]);
}

#[test]
fn a_due_day_moves_with_a_reason_and_the_first_one_is_kept() {
    let to = day("2026-07-01");
    let no_reason = Command::MoveDue { to, reason: " ".to_owned() };
    assert_eq!(in_progress().refuses(ANNA, no_reason, None), Refusal::FindingReasonMissing);
    let due = in_progress().then(ANNA, Command::MoveDue { to, reason: why() }).course().due.unwrap();
    assert_eq!((due.original, due.day, due.moves.len()), (day("2026-06-01"), to, 1));
    let quietly = Command::Assign { owner: ANNA, due: Some(to) };
    assert_eq!(in_progress().refuses(ANNA, quietly, None), Refusal::FindingReasonMissing);
}

#[test]
fn the_newest_step_can_be_taken_back_and_an_approval_cannot() {
    let given = in_progress();
    let step = given.now().steps.last().unwrap().id;
    let back = given.then(ANNA, Command::TakeBack { step, reason: why() });
    assert_eq!((back.phase(), back.course().path.len()), (Phase::Accepted, 3));
    assert!(
        decide(back.state().as_ref(), Command::TakeBack { step, reason: why() }, None, &by(ANNA))
            .unwrap()
            .is_empty()
    );
    let first = given.now().steps[0].id;
    let older = Command::TakeBack { step: first, reason: why() };
    assert_eq!(given.refuses(ANNA, older, None), Refusal::FindingNotNewestStep);
    let closed = closed();
    let step = closed.now().steps.last().unwrap().id;
    let refusal = closed.refuses(ANNA, Command::TakeBack { step, reason: why() }, None);
    assert_eq!(refusal, Refusal::FindingStepStands);
}

#[test]
fn what_it_is_about_stands_once_somebody_says_it_is_done() {
    let restate =
        || Command::Restate { title: "Anders".to_owned(), kind: Kind::Minor, details: Details::default() };
    assert_eq!(reported_done().refuses(ANNA, restate(), None), Refusal::FindingTextStands);
    assert_eq!(in_progress().then(ANNA, restate()).now().title, "Anders");
}

#[test]
fn a_step_is_offered_where_the_rule_allows_it_and_says_why_not_where_it_does_not() {
    let refusal = |given: &Given, step, proved, person| {
        let all = possible(&given.now(), proved, proved, &by(person));
        all.into_iter().find(|one| one.step == step).unwrap().refusal
    };
    assert_eq!(refusal(&watched(), Step::ConfirmEffective, true, ANNA), None);
    assert_eq!(refusal(&watched(), Step::ConfirmEffective, false, ANNA), Some(Refusal::FindingNoProofYet));
    assert_eq!(refusal(&reported_done(), Step::CheckImplementation, false, ANNA), None);
    let own = refusal(&reported_done(), Step::CheckImplementation, false, JONAS);
    assert_eq!(own, Some(Refusal::FindingCheckerNotIndependent));
    assert_eq!(refusal(&in_progress(), Step::Assign, false, ANNA), None);
    assert_eq!(refusal(&closed(), Step::Reopen, true, ANNA), None);
}

/// Any order, with few values so that orders meet what others left.
fn any_order() -> impl Strategy<Value = (bool, u8)> {
    (any::<bool>(), 0_u8..19)
}

fn order(what: u8, newest: Option<PartId>) -> Command {
    let due = day("2026-06-01");
    match what {
        0 => Command::Assign { owner: JONAS, due: Some(due) },
        1 => Command::Assign { owner: ANNA, due: None },
        2 => Command::Accept { at: at(10), note: why() },
        3 | 4 => Command::Start { at: at(20) },
        5 | 6 => Command::ReportImplemented { person: JONAS, at: at(100), how: why() },
        7 | 8 => Command::CheckImplementation { method: why() },
        9 => Command::RejectImplementation { reason: why() },
        10 => Command::StartEffectivenessCheck { expected: None, note: why() },
        11 => confirm(),
        12 => Command::FindIneffective { reason: why(), proof: None },
        13 => Command::Close { note: why() },
        14 => Command::Reopen { reason: why(), proof: EMERGENCY },
        15 => Command::AcceptRisk { until: day("2026-08-01"), reason: why() },
        16 => Command::Resume { reason: why() },
        17 => Command::Drop { reason: why() },
        _ => Command::TakeBack { step: newest.unwrap_or(PartId(uuid::Uuid::nil())), reason: why() },
    }
}

proptest! {
    #[test]
    fn whatever_is_ordered_nobody_checks_his_own_work_and_nothing_is_effective_without_a_later_proof(
        orders in prop::collection::vec(any_order(), 1..60)
    ) {
        let cited = emergency(|_| {});
        let mut story = Given::default().then(ANNA, raise(None, None));
        for (jonas, what) in orders {
            let person = if jonas { JONAS } else { ANNA };
            let before = story.now();
            let command = order(what, before.steps.last().map(|step| step.id));
            let taking_back = matches!(command, Command::TakeBack { .. });
            if let Ok(events) = decide(Some(&before), command, Some(&cited), &by(person)) {
                story.0.extend(events.into_iter().map(|event| (event, person)));
            }
            let now = story.now();
            let course = &now.course;
            if let Some(done) = &course.implementation
                && let Some(checked) = &done.checked
            {
                prop_assert!(checked.by != done.person && checked.by != done.by && !checked.alone);
            }
            if matches!(course.phase, Phase::Effective | Phase::Closed) {
                let Some(Proof::Incident { at: when, .. }) = course.effect.as_ref().map(|effect| effect.proof) else {
                    return Err(TestCaseError::fail("effective without proof"));
                };
                prop_assert!(now.implemented().is_some_and(|done| done < when.at));
            }
            if let Some(risk) = &course.risk {
                prop_assert!(course.owner != Some(risk.approver));
            }
            prop_assert_eq!(course.path.last().map(|passed| passed.phase), Some(course.phase));
            // What others rely on is never taken back.
            if taking_back && before.steps.last().is_some_and(|step| step.approval) {
                prop_assert_eq!(&now, &before);
            }
        }
    }
}
