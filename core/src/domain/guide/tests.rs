//! The rules of a document and its versions.

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::domain::Context;
use crate::domain::incident::Written;
use crate::ids::{EventId, Series, StreamId};

const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(10));
const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(11));
const TEXT: &str = "# Leitfaden\n\n## Lage klären\n\nAnrufen.\n";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn context(by: PersonId, alone: bool) -> Context {
    Context {
        now: "2026-11-27T09:00:00Z".parse().unwrap(),
        zone: "Europe/Berlin".parse().unwrap(),
        by,
        roles: [Role::ProcessManager].into(),
        number: Number { series: Series::Guide, year: 2026, count: 1 },
        importing: false,
        policy: Arc::default(),
        alone,
    }
}

fn told(guide: Option<Guide>, command: Command, context: &Context) -> Result<Guide, Refusal> {
    let events = decide(guide.as_ref(), command, context)?;
    let written = Written { id: EventId(uuid::Uuid::nil()), by: context.by, recorded: context.now };
    Ok(events.iter().fold(guide, |guide, event| evolve(guide, event, &written)).unwrap())
}

fn by(who: PersonId, guide: Guide, command: Command) -> Result<Guide, Refusal> {
    told(Some(guide), command, &context(who, false))
}

fn remarks() -> Remarks {
    Remarks { change: "neu".to_owned(), teams: BTreeSet::new(), no_teams: "nur intern".to_owned() }
}

fn created() -> Guide {
    let (kind, title) = (Kind::RecoveryGuide, "Leitfaden".to_owned());
    let command = Command::Create { kind, title, text: TEXT.to_owned(), remarks: remarks(), file: None };
    told(None, command, &context(ANNA, false)).unwrap()
}

fn approved(guide: Guide, version: u32) -> Guide {
    let guide = by(ANNA, guide, Command::Submit { version }).unwrap();
    by(JONAS, guide, Command::Approve { version }).unwrap()
}

fn in_force(guide: Guide, version: u32, from: &str) -> Guide {
    by(ANNA, approved(guide, version), Command::PutInForce { version, from: day(from) }).unwrap()
}

fn second(from: &str) -> Guide {
    let guide = by(ANNA, in_force(created(), 1, "2026-01-01"), Command::StartVersion {}).unwrap();
    let text = format!("{TEXT}\n## Netz prüfen\n");
    let edit = Command::Edit { version: 2, revision: 0, text, remarks: remarks() };
    in_force(by(ANNA, guide, edit).unwrap(), 2, from)
}

#[test]
fn what_holds_is_looked_through_and_stays_or_is_followed_by_another_one() {
    let guide = second("2026-12-01");
    let confirm = |version, reason: &str| Command::Confirm { version, reason: reason.to_owned() };
    assert_eq!(by(JONAS, guide.clone(), confirm(1, " ")), Err(Refusal::GuideReasonMissing));
    let scheduled = by(JONAS, guide.clone(), confirm(2, "geprüft"));
    assert_eq!(scheduled, Err(Refusal::GuideNotValid { version: 2 }), "it holds from December on");
    let guide = by(JONAS, guide, confirm(1, "nach dem Test geprüft")).unwrap();
    let version = guide.version(1).unwrap();
    assert_eq!((version.confirmed.len(), version.confirmed[0].by), (1, JONAS));
    assert!(!version.authors.contains(&JONAS), "who looks writes nothing");
    let said = crate::duties::of(StreamId(uuid::Uuid::nil()), &crate::domain::State::Guide(Box::new(guide)));
    let settled = said.iter().map(|(_, said)| match said {
        crate::duties::Said::Promise(promise) => promise.settled.is_some(),
        crate::duties::Said::Settles { .. } | crate::duties::Said::Beat { .. } => panic!("no promise"),
    });
    assert_eq!(settled.collect::<Vec<_>>(), [true, true, false], "valid, looked through, followed");
}

fn standings(guide: &Guide, on: &str) -> Vec<Standing> {
    guide.versions.iter().map(|version| guide.standing(version, day(on))).collect()
}

#[test]
fn a_document_begins_as_a_draft_with_its_text() {
    let guide = created();
    assert_eq!((guide.versions[0].text.as_str(), guide.versions[0].stage()), (TEXT, Stage::Draft));
    assert_eq!(guide.valid(day("2026-11-27")), None);
}

#[test]
fn a_version_goes_from_draft_over_approval_to_validity_and_keeps_when_and_by_whom() {
    let guide = in_force(created(), 1, "2026-01-01");
    let path: Vec<_> = guide.versions[0].path.iter().map(|entered| (entered.stage, entered.by)).collect();
    let expected =
        [(Stage::Draft, ANNA), (Stage::InReview, ANNA), (Stage::Approved, JONAS), (Stage::InForce, ANNA)];
    assert_eq!(path, expected);
    assert_eq!(standings(&guide, "2025-12-31"), [Standing::Scheduled]);
    assert_eq!(standings(&guide, "2026-01-01"), [Standing::Valid]);
}

#[test]
fn whoever_wrote_a_version_does_not_approve_it_unless_nobody_else_takes_part() {
    let guide = by(ANNA, created(), Command::Submit { version: 1 }).unwrap();
    let approve = Command::Approve { version: 1 };
    assert_eq!(by(ANNA, guide.clone(), approve.clone()), Err(Refusal::GuideAuthorApproves));
    let alone = told(Some(guide), approve, &context(ANNA, true)).unwrap();
    assert!(alone.versions[0].path.last().unwrap().alone);
}

#[test]
fn everybody_who_wrote_in_a_version_is_its_author() {
    let edit = Command::Edit { version: 1, revision: 2, text: "## Anders\n".to_owned(), remarks: remarks() };
    let guide = by(JONAS, created(), edit).unwrap();
    let guide = by(ANNA, guide, Command::Submit { version: 1 }).unwrap();
    assert_eq!(by(JONAS, guide, Command::Approve { version: 1 }), Err(Refusal::GuideAuthorApproves));
}

#[test]
fn nothing_that_is_in_review_or_approved_can_be_written_in() {
    let edit = || Command::Edit { version: 1, revision: 2, text: String::new(), remarks: remarks() };
    let reviewed = by(ANNA, created(), Command::Submit { version: 1 }).unwrap();
    let stage = |stage| Err(Refusal::GuideStage { version: 1, stage });
    assert_eq!(by(ANNA, reviewed, edit()), stage(Stage::InReview));
    assert_eq!(by(ANNA, approved(created(), 1), edit()), stage(Stage::Approved));
    assert_eq!(by(ANNA, in_force(created(), 1, "2026-01-01"), edit()), stage(Stage::InForce));
}

#[test]
fn a_change_that_is_asked_for_is_written_and_submitted_again() {
    let guide = by(ANNA, created(), Command::Submit { version: 1 }).unwrap();
    let ask = |reason: &str| Command::AskForChange { version: 1, reason: reason.to_owned() };
    assert_eq!(by(JONAS, guide.clone(), ask(" ")), Err(Refusal::GuideReasonMissing));
    let guide = by(JONAS, guide, ask("Rufnummer fehlt")).unwrap();
    let edit = Command::Edit { version: 1, revision: 2, text: format!("{TEXT}110\n"), remarks: remarks() };
    let guide = approved(by(ANNA, guide, edit).unwrap(), 1);
    assert_eq!(guide.versions[0].path[2].reason, "Rufnummer fehlt");
    assert_eq!(guide.versions[0].stage(), Stage::Approved);
}

#[test]
fn a_draft_that_somebody_else_saved_is_not_overwritten() {
    let edit = |revision, text: &str| Command::Edit {
        version: 1,
        revision,
        text: text.to_owned(),
        remarks: remarks(),
    };
    let guide = by(JONAS, created(), edit(2, "## Jonas\n")).unwrap();
    assert_eq!(
        by(ANNA, guide.clone(), edit(2, "## Anna\n")),
        Err(Refusal::GuideDraftMovedOn { revision: 3 })
    );
    assert_eq!(by(ANNA, guide.clone(), edit(2, "## Jonas\n")).unwrap(), guide, "nothing new");
}

#[test]
fn what_is_submitted_says_its_text_its_change_and_its_teams() {
    let with = |text: &str, change: &str, no_teams: &str| {
        let guide = by(ANNA, in_force(created(), 1, "2026-01-01"), Command::StartVersion {}).unwrap();
        let (change, no_teams) = (change.to_owned(), no_teams.to_owned());
        let remarks = Remarks { change, teams: BTreeSet::new(), no_teams };
        let edit = Command::Edit { version: 2, revision: 0, text: text.to_owned(), remarks };
        by(ANNA, by(ANNA, guide, edit).unwrap(), Command::Submit { version: 2 }).err()
    };
    assert_eq!(with(" ", "neu", "keins"), Some(Refusal::GuideTextMissing));
    assert_eq!(with(TEXT, "", "keins"), Some(Refusal::GuideChangeMissing));
    assert_eq!(with(TEXT, "neu", " "), Some(Refusal::GuideTeamsMissing));
    let key = "a".to_owned();
    assert_eq!(with("## A {#a}\n## B {#a}\n", "neu", "keins"), Some(Refusal::GuideStepTwice { key }));
    assert_eq!(with(TEXT, "neu", "keins"), None);
}

#[test]
fn a_new_version_begins_with_the_text_of_the_valid_one_and_only_one_is_worked_on() {
    let guide = in_force(created(), 1, "2026-01-01");
    let guide = by(JONAS, guide, Command::StartVersion {}).unwrap();
    assert_eq!((guide.versions[1].text.as_str(), guide.versions[1].based_on), (TEXT, Some(1)));
    assert_eq!(by(ANNA, guide, Command::StartVersion {}), Err(Refusal::GuideVersionOpen { version: 2 }));
}

#[test]
fn a_version_supersedes_the_one_before_it_from_its_day_on() {
    let guide = second("2026-12-01");
    assert_eq!(standings(&guide, "2026-11-30"), [Standing::Valid, Standing::Scheduled]);
    assert_eq!(standings(&guide, "2026-12-01"), [Standing::Superseded, Standing::Valid]);
    assert_eq!(guide.superseded_from(1), Some(day("2026-12-01")));
}

#[test]
fn only_a_first_version_holds_from_a_day_that_is_over() {
    let guide = by(ANNA, in_force(created(), 1, "2026-01-01"), Command::StartVersion {}).unwrap();
    let edit = Command::Edit { version: 2, revision: 0, text: TEXT.to_owned(), remarks: remarks() };
    let guide = approved(by(ANNA, guide, edit).unwrap(), 2);
    let (from, earliest) = (day("2026-11-26"), day("2026-11-27"));
    let put = Command::PutInForce { version: 2, from };
    assert_eq!(by(ANNA, guide, put), Err(Refusal::GuideFromTooEarly { from, earliest }));
}

#[test]
fn a_version_that_is_given_up_leaves_its_count_and_the_next_begins_with_what_holds() {
    let guide = by(ANNA, in_force(created(), 1, "2026-01-01"), Command::StartVersion {}).unwrap();
    let guide = by(ANNA, guide, Command::Discard { version: 2, reason: "doch nicht".to_owned() }).unwrap();
    let guide = by(ANNA, guide, Command::StartVersion {}).unwrap();
    assert_eq!((guide.versions[2].version, guide.versions[2].based_on), (3, Some(1)));
    let gone = Command::Discard { version: 1, reason: "weg".to_owned() };
    let stage = Stage::InForce;
    assert_eq!(by(ANNA, guide, gone), Err(Refusal::GuideStage { version: 1, stage }));
}

#[test]
fn a_deed_is_possible_exactly_when_its_order_would_be_carried_out() {
    let reviewed = by(ANNA, created(), Command::Submit { version: 1 }).unwrap();
    let refused = |who| {
        let all = possible(&reviewed, &context(who, false)).into_iter();
        all.filter(|deed| deed.refusal.is_none()).map(|deed| deed.deed).collect::<Vec<_>>()
    };
    assert_eq!(refused(ANNA), [Deed::AskForChange, Deed::Discard]);
    assert_eq!(refused(JONAS), [Deed::AskForChange, Deed::Approve, Deed::Discard]);
}

/// What somebody might press; the version is the newest, or one that is done with.
fn presses() -> impl Strategy<Value = Vec<(u8, bool, i64, bool)>> {
    prop::collection::vec((0_u8..8, any::<bool>(), -3_i64..4, prop::bool::weighted(0.1)), 1..60)
}

fn pressed(guide: &Guide, what: u8, days: i64, old: bool) -> Command {
    let newest = guide.versions.len().try_into().unwrap_or(1);
    let version = if old { 1 } else { newest };
    let revision = guide.version(version).map_or(0, |version| version.revision);
    let reason = || "weil".to_owned();
    match what {
        0 => Command::StartVersion {},
        1 => Command::Edit { version, revision, text: format!("{TEXT}{days}\n"), remarks: remarks() },
        2 => Command::Submit { version },
        3 => Command::AskForChange { version, reason: reason() },
        4 => Command::Approve { version },
        5 => Command::PutInForce { version, from: day("2026-11-27").plus_days(days) },
        6 => Command::Discard { version, reason: reason() },
        _ => Command::Retitle { title: format!("Leitfaden {days}") },
    }
}

/// Every state of a document that is pressed at by two people, with the one before it.
fn course(presses: Vec<(u8, bool, i64, bool)>) -> Vec<(Guide, Guide)> {
    let mut course = Vec::new();
    let mut guide = created();
    for (what, anna, days, old) in presses {
        let command = pressed(&guide, what, days, old);
        if let Ok(after) = by(if anna { ANNA } else { JONAS }, guide.clone(), command) {
            course.push((guide, after.clone()));
            guide = after;
        }
    }
    course
}

proptest! {
    #[test]
    fn whatever_is_ordered_no_two_versions_hold_on_one_day(presses in presses()) {
        for (_, guide) in course(presses) {
            let first = guide.versions.iter().filter_map(|version| version.from).min();
            for days in -5..9 {
                let on = day("2026-11-27").plus_days(days);
                let valid = |version: &&Version| guide.standing(version, on) == Standing::Valid;
                let expected = usize::from(first.is_some_and(|first| first <= on));
                prop_assert_eq!(guide.versions.iter().filter(valid).count(), expected);
            }
            prop_assert!(guide.versions.iter().filter(|version| version.stage().is_open()).count() <= 1);
            let counts: Vec<_> = guide.versions.iter().map(|version| version.version).collect();
            prop_assert_eq!(counts, (1..=u32::try_from(guide.versions.len()).unwrap()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn whatever_is_ordered_nothing_that_is_approved_changes_and_no_author_approved_it(presses in presses()) {
        let approved = |version: &&Version| version.path.iter().any(|entered| entered.stage == Stage::Approved);
        for (before, after) in course(presses) {
            for was in before.versions.iter().filter(approved) {
                let is = after.version(was.version).unwrap();
                prop_assert_eq!((&is.text, &is.remarks), (&was.text, &was.remarks));
                prop_assert_eq!((&is.authors, is.revision), (&was.authors, was.revision));
                prop_assert!(is.path.starts_with(&was.path));
                prop_assert!(was.from.is_none() || is.from == was.from || is.stage() == Stage::Discarded);
                let approval = is.path.iter().rfind(|entered| entered.stage == Stage::Approved).unwrap();
                prop_assert!(!is.authors.contains(&approval.by));
            }
        }
    }
}
