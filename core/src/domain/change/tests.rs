//! The rules of a change request.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::*;
use crate::domain::incident::{Priority, Written};
use crate::domain::{Context, State};
use crate::duties::{self, PromiseKind};
use crate::ids::{EventId, Series, StreamId};
use crate::time::Instant;

const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(10));
const BERND: PersonId = PersonId(uuid::Uuid::from_u128(11));
const CARLA: PersonId = PersonId(uuid::Uuid::from_u128(12));
const TEAM: TeamId = TeamId(uuid::Uuid::from_u128(20));

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn part(number: u128) -> PartId {
    PartId(uuid::Uuid::from_u128(number))
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn context(by: PersonId) -> Context {
    Context {
        now: at("2026-05-04T10:00:00Z"),
        zone: "Europe/Berlin".parse().unwrap(),
        by,
        roles: BTreeSet::new(),
        number: Number { series: Series::Change, year: 2026, count: 3 },
        importing: false,
        policy: Arc::default(),
        alone: false,
    }
}

/// A change request to which orders are given one after the other.
struct Story(Option<Change>);

impl Story {
    fn drafted() -> Self {
        let mut story = Self(None);
        let draft = Command::Draft {
            origin: Origin::Idea,
            title: "Rufliste prüfen".to_owned(),
            wanted: "Die Rufliste wird monatlich geprüft.".to_owned(),
        };
        story.given(ANNA, draft).unwrap();
        story
    }

    fn described(emergency: bool) -> Self {
        let mut story = Self::drafted();
        let text = Text {
            title: "Rufliste prüfen".to_owned(),
            wanted: "Die Rufliste wird monatlich geprüft.".to_owned(),
            reason: "Zwei Nummern waren falsch.".to_owned(),
            kind: Some(Kind::CorrectiveAction),
            priority: Some(Priority::High),
            risk: "Keines".to_owned(),
            teams: vec![TEAM],
            emergency,
            ..Text::default()
        };
        story.given(ANNA, Command::Describe(Box::new(text))).unwrap();
        story
    }

    fn approved() -> Self {
        let mut story = Self::described(false);
        story.given(ANNA, Command::Submit {}).unwrap();
        story.given(ANNA, Command::Assess { note: "Machbar".to_owned() }).unwrap();
        story.given(BERND, decide(1, true)).unwrap();
        story
    }

    fn delegated() -> Self {
        let mut story = Self::approved();
        story.given(ANNA, delegate(2)).unwrap();
        story
    }

    fn implemented() -> Self {
        let mut story = Self::delegated();
        story.given(CARLA, answer(3, 2, Answer::Accepted {})).unwrap();
        story.given(CARLA, Command::Plan { start: day("2026-05-01"), end: day("2026-05-20") }).unwrap();
        story.given(CARLA, Command::Start { on: day("2026-05-02") }).unwrap();
        story.given(CARLA, implement()).unwrap();
        story
    }

    fn given_in(&mut self, context: &Context, command: Command) -> Result<usize, Refusal> {
        let events = super::decide(self.0.as_ref(), command, context)?;
        let written = Written { id: EventId(uuid::Uuid::nil()), by: context.by, recorded: context.now };
        for event in &events {
            self.0 = evolve(self.0.take(), event, &written);
        }
        Ok(events.len())
    }

    fn given(&mut self, by: PersonId, command: Command) -> Result<usize, Refusal> {
        self.given_in(&context(by), command)
    }

    fn now(&self) -> &Change {
        self.0.as_ref().unwrap()
    }

    fn phase(&self) -> Phase {
        self.now().phase
    }
}

fn decide(id: u128, approved: bool) -> Command {
    Command::Decide { id: part(id), approved, comment: "Beschlossen".to_owned() }
}

fn delegate(id: u128) -> Command {
    Command::Delegate {
        id: part(id),
        team: TEAM,
        person: Some(CARLA),
        organisation: String::new(),
        asked: day("2026-06-01"),
        note: String::new(),
    }
}

fn answer(id: u128, delegation: u128, answer: Answer) -> Command {
    Command::Answer { id: part(id), delegation: part(delegation), answer, said_by: None }
}

fn from_file(id: u128, delegation: u128, answer: Answer) -> Command {
    let way = Way::File {
        organisation: "Betrieb GmbH".to_owned(),
        number: "A-2026-001".to_owned(),
        answered: at("2026-05-03T10:00:00Z"),
        signer: "ab".repeat(32),
    };
    Command::TakeAnswer { id: part(id), delegation: part(delegation), answer, way }
}

fn other_day() -> Answer {
    Answer::OtherDay { day: day("2026-06-15"), reason: "Urlaub".to_owned() }
}

fn implement() -> Command {
    Command::Implement {
        on: day("2026-05-04"),
        record: "Kalendereintrag angelegt".to_owned(),
        ticket: "OPS-7".to_owned(),
        implementer: None,
    }
}

fn check(id: u128, passed: bool) -> Command {
    let (method, result) = ("Durchsicht".to_owned(), "Eintrag gesehen".to_owned());
    Command::Check { id: part(id), method, on: day("2026-05-04"), passed, result }
}

fn effect(id: u128, effective: bool) -> Command {
    Command::CheckEffect { id: part(id), on: day("2026-05-04"), effective, result: "Gesehen".to_owned() }
}

fn inform(teams: &[TeamId]) -> Command {
    Command::InformTeams { teams: teams.to_vec(), way: "Mail".to_owned(), on: day("2026-05-04") }
}

#[test]
fn a_change_goes_from_the_draft_to_its_end_and_every_phase_keeps_its_day_and_its_person() {
    let mut story = Story::implemented();
    story.given(BERND, check(4, true)).unwrap();
    story.given(BERND, effect(5, true)).unwrap();
    let version =
        Command::NoteVersion { document: "Rufliste".to_owned(), version: "4".to_owned(), record: None };
    story.given(ANNA, version).unwrap();
    assert_eq!(story.given(ANNA, inform(&[])), Err(Refusal::ChangeTeamsLeftOut { count: 1 }));
    story.given(ANNA, inform(&[TEAM])).unwrap();
    story.given(ANNA, Command::Close { note: "Erledigt".to_owned() }).unwrap();
    let reached: Vec<_> = story.now().reached.iter().map(|reached| (reached.phase, reached.by)).collect();
    let expected = [
        (Phase::Draft, ANNA),
        (Phase::Submitted, ANNA),
        (Phase::Assessed, ANNA),
        (Phase::Approved, BERND),
        (Phase::Delegated, ANNA),
        (Phase::Accepted, CARLA),
        (Phase::Planned, CARLA),
        (Phase::InProgress, CARLA),
        (Phase::Implemented, CARLA),
        (Phase::Checked, BERND),
        (Phase::Effective, BERND),
        (Phase::TeamsInformed, ANNA),
        (Phase::Closed, ANNA),
    ];
    assert_eq!(reached, expected);
    assert_eq!(story.now().reached[7].on, Some(day("2026-05-02")));
}

#[test]
fn nobody_approves_what_they_wrote_unless_they_are_alone_and_then_it_says_so() {
    let mut story = Story::described(false);
    story.given(ANNA, Command::Submit {}).unwrap();
    story.given(ANNA, Command::Assess { note: "Machbar".to_owned() }).unwrap();
    assert_eq!(story.given(ANNA, decide(1, true)), Err(Refusal::ChangeOwnText));
    let alone = Context { alone: true, ..context(ANNA) };
    story.given_in(&alone, decide(1, true)).unwrap();
    assert!(story.now().approvals[0].alone);
    assert_eq!(story.phase(), Phase::Approved);
}

#[test]
fn nobody_checks_what_they_did_nor_what_they_wrote_down_for_somebody() {
    let mut story = Story::implemented();
    assert_eq!(story.given(CARLA, check(4, true)), Err(Refusal::ChangeOwnWork));
    story.given(BERND, check(4, false)).unwrap();
    assert_eq!(story.phase(), Phase::InProgress);
    let Command::Implement { on, record, ticket, .. } = implement() else { panic!("not implemented") };
    let for_bernd = Command::Implement { on, record, ticket, implementer: Some(BERND) };
    story.given(CARLA, for_bernd).unwrap();
    assert_eq!(story.given(BERND, check(5, true)), Err(Refusal::ChangeOwnWork));
    story.given(ANNA, check(5, true)).unwrap();
    story.given(ANNA, effect(6, false)).unwrap();
    assert_eq!(story.phase(), Phase::InProgress);
}

#[test]
fn what_was_declined_is_a_draft_again_and_the_decision_stays() {
    let mut story = Story::described(false);
    story.given(ANNA, Command::Submit {}).unwrap();
    story.given(ANNA, Command::Assess { note: "Machbar".to_owned() }).unwrap();
    let silent = Command::Decide { id: part(1), approved: false, comment: " ".to_owned() };
    let missing = Refusal::ChangeTextMissing { field: Missing::Comment };
    assert_eq!(story.given(BERND, silent), Err(missing));
    story.given(BERND, decide(1, false)).unwrap();
    assert_eq!(story.phase(), Phase::Draft);
    story.given(ANNA, Command::Submit {}).unwrap();
    story.given(ANNA, Command::Assess { note: "Wieder".to_owned() }).unwrap();
    story.given(BERND, decide(2, true)).unwrap();
    let decisions: Vec<_> = story.now().approvals.iter().map(|decision| decision.approved).collect();
    assert_eq!(decisions, [false, true]);
    assert_eq!(story.given(BERND, decide(3, false)), Err(Refusal::ChangeDecided));
}

#[test]
fn what_was_approved_does_not_change_until_the_team_gave_it_back() {
    let mut story = Story::delegated();
    let text = Text { title: "Anders".to_owned(), ..story.now().text.clone() };
    let anders = Command::Describe(Box::new(text));
    assert_eq!(story.given(ANNA, anders.clone()), Err(Refusal::ChangeLocked));
    let refused = Answer::Refused { reason: "Keine Zeit".to_owned() };
    story.given(CARLA, answer(3, 2, refused)).unwrap();
    assert_eq!((story.phase(), story.now().approved), (Phase::Assessed, false));
    story.given(ANNA, anders).unwrap();
    let turn = Refusal::ChangeNotInPhase { stands: Phase::Assessed, turn: Phase::Approved };
    assert_eq!(story.given(ANNA, delegate(7)), Err(turn));
}

#[test]
fn another_date_is_an_acceptance_that_moves_the_day_and_keeps_the_one_that_was_asked() {
    let mut story = Story::delegated();
    assert_eq!(story.given(CARLA, answer(3, 9, other_day())), Err(Refusal::ChangeDelegationOld));
    story.given(CARLA, answer(3, 2, other_day())).unwrap();
    assert_eq!(story.phase(), Phase::Accepted);
    assert_eq!(story.now().due(), Some(day("2026-06-15")));
    assert_eq!(story.now().delegation().unwrap().asked, day("2026-06-01"));
}

#[test]
fn an_answer_from_a_file_counts_once_and_what_comes_too_late_is_kept_beside() {
    let mut story = Story::delegated();
    assert_eq!(story.given(ANNA, from_file(3, 2, other_day())), Ok(1));
    assert_eq!(story.given(ANNA, from_file(3, 2, other_day())), Ok(0));
    assert_eq!(story.given(ANNA, from_file(4, 2, Answer::Accepted {})), Ok(1));
    assert_eq!(story.given(ANNA, from_file(4, 2, Answer::Accepted {})), Ok(0));
    assert_eq!(story.now().kept[0].why, KeptWhy::AnsweredBefore);
    assert_eq!(story.now().due(), Some(day("2026-06-15")));

    let mut story = Story::delegated();
    story.given(ANNA, Command::Cancel { reason: "Nicht nötig".to_owned() }).unwrap();
    story.given(ANNA, from_file(3, 2, Answer::Accepted {})).unwrap();
    assert_eq!((story.phase(), story.now().kept[0].why), (Phase::Cancelled, KeptWhy::Cancelled));

    let mut story = Story::delegated();
    story.given(ANNA, delegate(8)).unwrap();
    story.given(ANNA, from_file(3, 2, Answer::Accepted {})).unwrap();
    assert_eq!((story.phase(), story.now().kept[0].why), (Phase::Delegated, KeptWhy::AskedAnew));
    assert_eq!(story.given(ANNA, from_file(5, 77, Answer::Accepted {})), Err(Refusal::ChangeDelegationOld));
}

#[test]
fn an_answer_that_came_while_it_was_deferred_counts_when_it_is_opened_again() {
    let mut story = Story::delegated();
    let defer = Command::Defer { until: day("2026-07-01"), reason: "Umzug".to_owned() };
    story.given(ANNA, defer).unwrap();
    assert_eq!(story.now().stands(), Phase::Delegated);
    story.given(ANNA, from_file(3, 2, Answer::Accepted {})).unwrap();
    assert_eq!(story.now().kept[0].why, KeptWhy::Deferred);
    story.given(ANNA, Command::Resume {}).unwrap();
    assert_eq!(story.phase(), Phase::Delegated);
    story.given(ANNA, from_file(3, 2, Answer::Accepted {})).unwrap();
    assert_eq!(story.phase(), Phase::Accepted);
}

#[test]
fn an_emergency_begins_before_it_is_approved_and_ends_only_after() {
    let mut story = Story::described(true);
    story.given(CARLA, Command::Start { on: day("2026-05-04") }).unwrap();
    assert!(story.now().unapproved);
    story.given(CARLA, implement()).unwrap();
    story.given(BERND, check(4, true)).unwrap();
    story.given(BERND, effect(5, true)).unwrap();
    story.given(ANNA, inform(&[TEAM])).unwrap();
    let close = Command::Close { note: String::new() };
    assert_eq!(story.given(ANNA, close.clone()), Err(Refusal::ChangeNotApproved));
    story.given(BERND, decide(6, true)).unwrap();
    assert_eq!(story.phase(), Phase::TeamsInformed);
    story.given(ANNA, close).unwrap();
    assert_eq!(story.phase(), Phase::Closed);
    let usual = Refusal::ChangeNotInPhase { stands: Phase::Draft, turn: Phase::Planned };
    assert_eq!(Story::described(false).given(CARLA, Command::Start { on: day("2026-05-04") }), Err(usual));
}

#[test]
fn an_emergency_that_is_declined_is_a_draft_again_or_once_begun_is_given_up() {
    let mut early = Story::described(true);
    early.given(ANNA, delegate(2)).unwrap();
    early.given(BERND, decide(6, false)).unwrap();
    assert_eq!(early.phase(), Phase::Draft);

    let mut late = Story::described(true);
    late.given(CARLA, Command::Start { on: day("2026-05-04") }).unwrap();
    let plain = Text { emergency: false, ..late.now().text.clone() };
    assert_eq!(late.given(ANNA, Command::Describe(Box::new(plain))), Err(Refusal::ChangeLocked));
    late.given(CARLA, implement()).unwrap();
    let cancel = Command::Cancel { reason: "Zurückgebaut".to_owned() };
    let begun = Refusal::ChangeBegun { stands: Phase::Implemented };
    assert_eq!(late.given(ANNA, cancel.clone()), Err(begun));
    late.given(BERND, decide(6, false)).unwrap();
    assert_eq!(late.phase(), Phase::Implemented);
    late.given(ANNA, cancel).unwrap();
    assert_eq!(late.phase(), Phase::Cancelled);
}

/// What it promises: the kind, and whether it is kept.
fn promised(story: &Story) -> Vec<(PromiseKind, bool)> {
    let said = duties::of(StreamId(uuid::Uuid::nil()), &State::Change(Box::new(story.now().clone())));
    let promise = |said| match said {
        duties::Said::Promise(promise) => Some((promise.kind, promise.settled.is_some())),
        duties::Said::Settles { .. } | duties::Said::Beat { .. } => None,
    };
    said.into_iter().filter_map(|(_, said)| promise(said)).collect()
}

#[test]
fn a_change_promises_an_answer_and_that_it_is_done_until_it_is_and_stays_so() {
    use PromiseKind as P;
    let mut story = Story::delegated();
    assert_eq!(promised(&story), [(P::ChangeAnswer, false), (P::Change, false)]);
    let later = Context { now: at("2026-05-05T10:00:00Z"), ..context(ANNA) };
    story.given_in(&later, delegate(8)).unwrap();
    let anew = [(P::ChangeAnswer, true), (P::ChangeAnswer, false), (P::Change, false)];
    assert_eq!(promised(&story), anew, "asking anew ends the first wait");

    let mut story = Story::implemented();
    assert_eq!(promised(&story), [(P::ChangeAnswer, true), (P::Change, true)]);
    story.given_in(&Context { by: BERND, ..later }, check(4, false)).unwrap();
    assert_eq!(promised(&story), [(P::ChangeAnswer, true), (P::Change, false)], "it was thrown back");
}

#[test]
fn what_waits_promises_to_be_taken_up_and_a_plan_without_a_team_to_be_done() {
    use PromiseKind as P;
    let mut story = Story::delegated();
    story.given(ANNA, Command::Defer { until: day("2026-07-01"), reason: "Umzug".to_owned() }).unwrap();
    assert_eq!(promised(&story), [(P::ChangeResumes, false)]);
    story.given(ANNA, Command::Resume {}).unwrap();
    assert_eq!(promised(&story), [(P::ChangeAnswer, false), (P::Change, false)]);

    let mut story = Story::described(true);
    story.given(CARLA, Command::Start { on: day("2026-05-04") }).unwrap();
    story.given(CARLA, Command::Plan { start: day("2026-05-04"), end: day("2026-05-20") }).unwrap();
    assert_eq!(promised(&story), [(P::Change, false)]);
    let risk =
        Command::AcceptRisk { id: part(9), reason: "Bis zum Umbau".to_owned(), until: day("2026-08-01") };
    story.given(BERND, risk).unwrap();
    assert_eq!(promised(&story), [(P::Change, false), (P::RiskEnds, false)]);
}

#[test]
fn it_waits_until_work_begins_and_is_cancelled_until_it_is_done() {
    let defer = || Command::Defer { until: day("2026-07-01"), reason: "Umzug".to_owned() };
    let cancel = || Command::Cancel { reason: "Doch nicht".to_owned() };
    let mut story = Story::implemented();
    let begun = Refusal::ChangeBegun { stands: Phase::Implemented };
    assert_eq!(story.given(ANNA, defer()), Err(begun.clone()));
    assert_eq!(story.given(ANNA, cancel()), Err(begun));
    let mut story = Story::approved();
    story.given(ANNA, defer()).unwrap();
    story.given(ANNA, defer()).unwrap();
    story.given(ANNA, cancel()).unwrap();
    assert_eq!((story.phase(), story.now().stands()), (Phase::Cancelled, Phase::Approved));
    let past = Command::Defer { until: day("2026-05-03"), reason: "Umzug".to_owned() };
    assert_eq!(Story::approved().given(ANNA, past), Err(Refusal::ChangeDayOver { day: day("2026-05-03") }));
}

#[test]
fn what_comes_from_outside_is_answered_and_done_here_and_decided_there() {
    let outside = Outside {
        package: part(2),
        workspace: "cd".repeat(32),
        organisation: "Loftware Cloud".to_owned(),
        number: "A-2026-003".to_owned(),
        team: "Betrieb".to_owned(),
        affected: String::new(),
        signer: "ab".repeat(32),
    };
    let text = Box::new(Text { title: "Rufliste prüfen".to_owned(), ..Text::default() });
    let receive = Command::Receive { outside, text, asked: day("2026-06-01"), note: String::new() };
    let mut story = Story(None);
    assert_eq!(story.given(CARLA, receive.clone()), Ok(1));
    assert_eq!(story.given(CARLA, receive), Ok(0));
    assert_eq!(story.given(BERND, decide(9, true)), Err(Refusal::ChangeFromOutside));
    story.given(CARLA, answer(3, 2, other_day())).unwrap();
    story.given(CARLA, Command::Plan { start: day("2026-05-01"), end: day("2026-05-20") }).unwrap();
    story.given(CARLA, Command::Start { on: day("2026-05-02") }).unwrap();
    story.given(CARLA, implement()).unwrap();
    story.given(BERND, check(4, true)).unwrap();
    story.given(BERND, effect(5, true)).unwrap();
    story.given(ANNA, inform(&[])).unwrap();
    story.given(ANNA, Command::Close { note: String::new() }).unwrap();
    assert_eq!(story.phase(), Phase::Closed);
}

#[test]
fn a_risk_is_accepted_by_another_person_and_for_a_while() {
    let mut story = Story::approved();
    let accept =
        |until: &str| Command::AcceptRisk { id: part(9), reason: "Gering".to_owned(), until: day(until) };
    assert_eq!(story.given(ANNA, accept("2026-12-31")), Err(Refusal::ChangeOwnText));
    assert!(story.given(BERND, accept("2026-01-01")).is_err());
    assert_eq!(story.given(BERND, accept("2026-12-31")), Ok(1));
    assert_eq!(story.given(BERND, accept("2026-12-31")), Ok(0));
}

#[test]
fn the_deeds_that_are_possible_are_those_that_are_not_refused() {
    let story = Story::delegated();
    let free = |by| -> Vec<Deed> {
        let all = possible(story.now(), &context(by)).into_iter();
        all.filter(|possible| possible.refusal.is_none()).map(|possible| possible.deed).collect()
    };
    assert_eq!(free(CARLA), [Deed::Delegate, Deed::Answer, Deed::AcceptRisk, Deed::Defer, Deed::Cancel]);
    assert!(!free(ANNA).contains(&Deed::AcceptRisk));
}
