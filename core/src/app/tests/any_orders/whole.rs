//! Whatever is ordered about whatever, by whomever, over weeks: what the log promises holds for all of it.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};

use super::super::*;
use super::apart;
use super::office::{About, Office, Press, Tally, Who};
use crate::domain::State;
use crate::domain::guide::Standing;
use crate::ids::{Number, Series};

/// So many stories are told; each takes about three seconds in a debug build.
const STORIES: u32 = 6;

/// The events after which something stands for good.
const APPROVALS: [&str; 6] = [
    "review.approved",
    "plan.approved",
    "drill.resultApproved",
    "change.decided",
    "guide.approved",
    "report.issued",
];

fn any_press() -> impl Strategy<Value = Press> {
    use About as A;
    let about = prop_oneof![
        5 => Just(A::Incident), 6 => Just(A::Review), 4 => Just(A::Plan), 5 => Just(A::Drill),
        4 => Just(A::Finding), 6 => Just(A::Change), 5 => Just(A::Guide), 2 => Just(A::Notice),
        2 => Just(A::Report), 2 => Just(A::Policy), 3 => Just(A::Organisation), 2 => Just(A::ByFile),
    ];
    let who = prop_oneof![
        8 => Just(Who::Whoever), 1 => Just(Who::Anna), 1 => Just(Who::Jonas), 1 => Just(Who::Carla),
        1 => Just(Who::Bernd),
    ];
    (about, 0_u8..8, any::<u8>(), who, 0_u16..1200, prop::bool::weighted(0.08))
        .prop_map(|(about, which, what, who, wait, night)| Press { about, which, what, who, wait, night })
}

/// Numbers are given once a series and year, to every record that bears one, and none is left out.
fn numbered(desk: &Desk) -> Result<(), TestCaseError> {
    let conn = desk.app.workspace().reader().unwrap();
    let mut found = conn.prepare("SELECT DISTINCT stream_id FROM event").unwrap();
    let streams = found.query_map([], |row| row.get::<_, [u8; 16]>(0)).unwrap();
    let mut given: BTreeMap<(char, i32), Vec<i64>> = BTreeMap::new();
    for stream in streams {
        let stream = StreamId(uuid::Uuid::from_bytes(stream.unwrap()));
        let Some((state, _)) = queries::state(&conn, stream).unwrap() else { continue };
        let number: Option<Number> = match &state {
            State::Incident(state) => Some(state.number),
            State::Review(state) => Some(state.number),
            State::Plan(state) => Some(state.number),
            State::Drill(state) => Some(state.number),
            State::Finding(state) => Some(state.number),
            State::Change(state) => Some(state.number),
            State::Guide(state) => Some(state.number),
            State::Notice(state) => Some(state.number),
            State::Report(state) => Some(state.number),
            State::Batch(state) => Some(state.number),
            State::Organisation(_) | State::Policy(_) | State::Reminder(_) => None,
        };
        let Some(Number { series, year, count }) = number else { continue };
        given.entry((Series::letter(series), year)).or_default().push(i64::from(count));
    }
    for (series, mut counts) in given {
        counts.sort_unstable();
        let all: Vec<i64> = (1..).take(counts.len()).collect();
        prop_assert_eq!(counts, all, "{:?}", series);
    }
    Ok(())
}

/// On no day do two versions of a document hold.
fn one_version_holds(office: &Office) -> Result<(), TestCaseError> {
    for record in office.records(About::Guide) {
        for day in -10..10 {
            let on = office.now().plus(Length::minutes(day * 24 * 60));
            let question = Question::Guide { record: RecordRef::Id(record), version: None, by: None };
            let Answer::Guide(view) = office.home.app.query(&question, on).unwrap() else { panic!() };
            let valid = view.versions.iter().filter(|version| version.standing == Standing::Valid);
            let numbers: Vec<u32> = valid.map(|version| version.version).collect();
            prop_assert!(numbers.len() <= 1, "{numbers:?} of {} hold at {on}", view.number);
            prop_assert_eq!(numbers.first().copied(), view.valid);
        }
    }
    Ok(())
}

/// The read models are what the log says, and the log fits itself.
fn proved(desk: &Desk, now: Instant) -> Result<(), TestCaseError> {
    // It makes the read models anew beside the stored ones and compares them row by row.
    let proof = desk.app.prove(now, None, &mut |_, _| ControlFlow::Continue(())).unwrap();
    prop_assert_eq!(proof.finding, None);
    let sorted = || desk.rows().into_iter().collect::<BTreeSet<String>>();
    let incremental = sorted();
    desk.app.rebuild().unwrap();
    prop_assert_eq!(sorted(), incremental);
    Ok(())
}

/// What is pressed over weeks, in chapters: a story that does not hold is made shorter by whole chapters first.
fn chapters() -> impl Strategy<Value = Vec<Vec<Press>>> {
    prop::collection::vec(prop::collection::vec(any_press(), 20..30), 10..13)
}

fn story(
    chapters: &[Vec<Press>],
    sum: &std::cell::RefCell<(Tally, apart::Approvals, usize, usize)>,
) -> Result<(), TestCaseError> {
    let office = Office::open();
    for press in chapters.iter().flatten() {
        office.press(press);
    }
    let told = |fault: TestCaseError| TestCaseError::fail(format!("{fault}\n{}", office.told()));
    let mut kept = office.kept.take();
    kept.watch_all(&office);
    numbered(&office.home).map_err(told)?;
    numbered(&office.there).map_err(told)?;
    one_version_holds(&office).map_err(told)?;
    let fail = |fault: String| told(TestCaseError::fail(fault));
    let approvals = apart::counted(&office.home).map_err(fail)?;
    let asked = office.then.borrow().check(&office).map_err(fail)?;
    proved(&office.home, office.now()).map_err(told)?;
    proved(&office.there, office.now()).map_err(told)?;
    let mut sum = sum.borrow_mut();
    sum.0.add(&office.tally.borrow());
    sum.1.by_two += approvals.by_two;
    sum.1.alone += approvals.alone;
    sum.2 += kept.count();
    sum.3 += asked;
    Ok(())
}

#[test]
fn whatever_is_ordered_numbers_approvals_second_persons_days_that_are_over_and_read_models_hold() {
    let config = ProptestConfig {
        cases: STORIES,
        max_shrink_iters: 4_000,
        max_shrink_time: 120_000,
        ..ProptestConfig::with_source_file(file!())
    };
    let sum = std::cell::RefCell::default();
    TestRunner::new(config).run(&chapters(), |chapters| story(&chapters, &sum)).unwrap();
    let (tally, approvals, kept, asked) = sum.into_inner();
    // What was drawn is not pure noise: most of it is let, of every noun, things are approved, and rules refuse.
    let told = || format!("{tally:#?} {approvals:?}, kept {kept}, rows asked again {asked}");
    for (about, pressed) in tally.pressed.iter().filter(|(_, pressed)| **pressed >= 20) {
        assert!(tally.done.get(about).is_some_and(|done| done * 4 >= *pressed), "{about:?} {}", told());
    }
    let (done, pressed): (u32, u32) = (tally.done.values().sum(), tally.pressed.values().sum());
    assert!(done * 2 >= pressed, "{done} of {pressed} presses were let: {}", told());
    let approved = APPROVALS.iter().filter(|kind| tally.kinds.contains_key(**kind)).count();
    assert!(approved >= 4 && approvals.by_two > 15 && kept > 20, "{}", told());
    assert!(asked > 500 && tally.nights > 20 && tally.refused > 100, "{}", told());
}
