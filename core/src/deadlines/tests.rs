//! When promises are due and how they stand.

use proptest::prelude::*;

use super::*;
use crate::duties::{Moved, Settled};

const RECORD: StreamId = StreamId(uuid::Uuid::from_u128(1));
const REVIEW: StreamId = StreamId(uuid::Uuid::from_u128(2));

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn promise(due: Due) -> Promise {
    Promise::new("x", PromiseKind::Duty, at("2026-05-01T08:00:00Z"), due)
}

fn fact(promise: Promise) -> Fact {
    let settled = promise.settled.and_then(|settled| match settled {
        Settled::At(at) => Some(at),
        Settled::Written => None,
    });
    Fact { record: RECORD, key: promise.key.clone(), said: Said::Promise(Box::new(promise)), settled }
}

fn asked(facts: Vec<Fact>, now: Instant) -> Vec<Deadline> {
    let (policy, zone) = (Policy::default(), "Europe/Berlin".parse().unwrap());
    all(facts, &Beside { at: now, zone, policy: &policy, organisation: None })
}

fn one(promise: Promise, now: &str) -> Deadline {
    let [deadline] = asked(vec![fact(promise)], at(now)).try_into().unwrap();
    deadline
}

#[test]
fn a_day_ends_when_it_ends_in_the_zone() {
    let due = promise(Due::On("2026-05-10".parse().unwrap()));
    assert_eq!(one(due.clone(), "2026-05-10T21:59:00Z").standing, Standing::Due);
    let late = one(due, "2026-05-10T23:59:00Z");
    assert_eq!((late.standing, late.late), (Standing::Late, Some(Length::minutes(120))));
}

#[test]
fn a_rule_counts_its_term_from_the_day_on_which_it_began() {
    let review = one(promise(Due::Rule(RuleKind::ReviewAfterEmergency)), "2026-05-02T00:00:00Z");
    assert_eq!(review.due, Some(at("2026-05-31T21:59:00Z")));
    assert_eq!(review.rule, Some(RuleKind::ReviewAfterEmergency));
}

#[test]
fn what_rests_without_a_proof_is_not_late_but_unproven() {
    let rest = Some(at("2026-05-03T08:00:00Z"));
    let missing = one(Promise { rest, ..promise(Due::Rest) }, "2026-05-04T08:00:00Z");
    assert_eq!((missing.standing, missing.due), (Standing::ProofMissing, None));
    let before = one(Promise { rest, ..promise(Due::Rest) }, "2026-05-02T08:00:00Z");
    assert_eq!(before.standing, Standing::Open);
}

#[test]
fn a_moved_date_shows_the_first_one() {
    let moved = Moved {
        from: Due::On("2026-05-10".parse().unwrap()),
        by: PersonId(uuid::Uuid::nil()),
        reason: "krank".into(),
    };
    let due = Promise { moved: Some(moved), ..promise(Due::On("2026-05-20".parse().unwrap())) };
    let deadline = one(due, "2026-05-15T08:00:00Z");
    assert_eq!(deadline.standing, Standing::Due);
    assert_eq!(deadline.original, Some(at("2026-05-10T21:59:00Z")));
    assert_eq!(deadline.moved_reason.as_deref(), Some("krank"));
}

#[test]
fn another_record_settles_what_came_before_it_and_proves_it() {
    let topic = Some("reviewAfter:1".to_owned());
    let due = Promise { topic, ..promise(Due::Rule(RuleKind::ReviewAfterEmergency)) };
    let settles = |when| Fact {
        record: REVIEW,
        key: "settles".to_owned(),
        said: Said::Settles { topic: "reviewAfter:1".to_owned(), at: at(when) },
        settled: None,
    };
    let before = asked(vec![fact(due.clone()), settles("2026-04-01T08:00:00Z")], at("2026-05-02T08:00:00Z"));
    assert_eq!(before[0].standing, Standing::Due);
    let after = asked(vec![fact(due), settles("2026-06-05T08:00:00Z")], at("2026-07-01T08:00:00Z"));
    assert_eq!((after[0].standing, after[0].proof), (Standing::KeptLate, Some(REVIEW)));
}

#[test]
fn what_recurs_is_due_again_each_time_it_was_done() {
    let beat = |record, when| Fact {
        record,
        key: REVIEW_PERIODIC.to_owned(),
        said: Said::Beat { topic: REVIEW_PERIODIC.to_owned(), at: at(when), text: String::new() },
        settled: None,
    };
    let facts = vec![beat(REVIEW, "2026-03-01T08:00:00Z"), beat(RECORD, "2024-12-01T08:00:00Z")];
    let mut found = asked(facts, at("2026-05-01T08:00:00Z"));
    found.sort_by_key(|deadline| deadline.begun);
    let told: Vec<_> = found.iter().map(|d| (d.standing, d.duty, d.proof)).collect();
    assert_eq!(told, [(Standing::KeptLate, Some(28), Some(REVIEW)), (Standing::Due, Some(28), None)]);
    assert_eq!(found[1].due, Some(at("2027-03-01T22:59:00Z")));
}

#[test]
fn what_begins_on_a_day_to_come_is_measured_by_the_objectives_that_are_known() {
    use crate::domain::organisation::{Event, Language, SlaLevel, evolve};
    use crate::ids::SlaLevelId;
    let id = SlaLevelId(uuid::Uuid::from_u128(3));
    let (language, zone, teams) = (Language::De, Zone::UTC, Vec::new());
    let founded = Event::Founded { name: "Loftware Cloud".into(), language, zone, teams };
    let level = |minutes| {
        let (name, response_minutes) = ("Gold".to_owned(), Some(minutes));
        Event::SlaLevelPut(SlaLevel { id, name, response_minutes, handling_minutes: None })
    };
    let told = [(founded, "2026-03-01"), (level(30), "2026-04-01"), (level(60), "2026-05-01")];
    let organisation =
        told.into_iter().fold(None, |now, (event, on)| evolve(now, &event, at(&format!("{on}T07:30:00Z"))));
    let policy = Policy::default();
    let due = |asked: &str| {
        let beside = Beside { at: at(asked), zone, policy: &policy, organisation: organisation.as_ref() };
        all(vec![fact(promise(Due::Response(id)))], &beside)[0].due
    };
    assert_eq!(due("2026-05-01T07:00:00Z"), Some(at("2026-05-01T08:30:00Z")), "it begins at eight");
    assert_eq!(due("2026-05-01T09:00:00Z"), Some(at("2026-05-01T09:00:00Z")));
}

proptest! {
    /// Late is the same whether it was asked on that day or is computed later for that day: the answer for an instant hangs
    /// on what was known then alone.
    #[test]
    fn late_is_the_same_whether_asked_then_or_later(
        due in 0_i64..200, settled in prop::option::of(0_i64..200), rest in prop::option::of(0_i64..200), asked_on in 0_i64..200,
    ) {
        let begin = at("2026-01-01T00:00:00Z");
        let after = |hours: i64| begin.plus(Length::minutes(hours * 60));
        let known = settled.filter(|settled| *settled <= asked_on);
        let then = standing(Some(after(due)), known.map(after), rest.map(after), after(asked_on));
        let expected = match (known, rest.is_some_and(|rest| rest <= asked_on)) {
            (Some(known), _) if known > due => Standing::KeptLate,
            (Some(_), _) => Standing::Kept,
            (None, true) => Standing::ProofMissing,
            (None, false) if due < asked_on => Standing::Late,
            (None, false) => Standing::Due,
        };
        prop_assert_eq!(then, expected);
    }
}
