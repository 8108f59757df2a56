//! What is due and how the duties stand, through the whole core, on any day.

use super::*;
use crate::deadlines::Standing;
use crate::domain::policy::{self, RuleKind, Term, Unit};
use crate::duties::PromiseKind;
use crate::queries::views::{DeadlinesView, DutyRow, LedgerView, Moves};
use crate::time::Day;

impl Desk {
    fn at(&self, record: Option<StreamId>, command: Command, when: &str) -> Committed {
        self.app.execute(&self.order(record, command), at(when).at).unwrap()
    }

    fn due(&self, on: Option<&str>, now: &str) -> DeadlinesView {
        let on: Option<Day> = on.map(|day| day.parse().unwrap());
        let question = Question::Deadlines { on, within: None, kept: true };
        let Answer::Deadlines(view) = self.app.query(&question, at(now).at).unwrap() else {
            panic!("no deadlines")
        };
        view
    }

    fn ledger(&self, on: Option<&str>, duty: Option<u8>, now: &str) -> LedgerView {
        let on: Option<Day> = on.map(|day| day.parse().unwrap());
        let Answer::Ledger(view) =
            self.app.query(&Question::Ledger { on, duty, every: false }, at(now).at).unwrap()
        else {
            panic!("no ledger")
        };
        view
    }

    fn duty(&self, duty: u8, on: Option<&str>, now: &str) -> DutyRow {
        self.ledger(on, None, now).duties[usize::from(duty) - 1]
    }
}

/// An emergency of 1 May that was ended on that day.
fn ended(desk: &Desk) -> StreamId {
    let record = declared(desk);
    lead(record, desk);
    for (fact, text) in
        [(Fact::Scope, "Druckdienst"), (Fact::Impact, "kein Druck"), (Fact::Cause, "unbekannt")]
    {
        desk.tell(record, incident::Command::StateFact { fact, text: text.to_owned() });
    }
    desk.tell(record, incident::Command::CompleteAnalysis { at: at("2026-05-01T08:50:00Z") });
    desk.tell(record, incident::Command::StartRecovery { at: at("2026-05-01T09:00:00Z"), guide: None });
    desk.tell(record, incident::Command::MarkRestored { at: at("2026-05-01T10:00:00Z") });
    let end = incident::Command::EndEmergency { at: at("2026-05-01T10:30:00Z"), person: ANNA };
    desk.at(Some(record), Command::Incident(end), "2026-05-03T12:00:00Z");
    record
}

fn report_due(view: &DeadlinesView) -> Option<(Standing, Option<Instant>)> {
    let report = view.items.iter().find(|row| row.deadline.kind == PromiseKind::Report)?;
    Some((report.deadline.standing, report.deadline.due))
}

#[test]
fn the_report_is_due_by_the_rule_and_only_from_the_day_on_which_its_reason_is_known() {
    let desk = Desk::founded();
    ended(&desk);
    let due = Some(at("2026-05-15T21:59:00Z").at);
    assert_eq!(report_due(&desk.due(None, "2026-05-04T08:00:00Z")), Some((Standing::Due, due)));
    assert_eq!(report_due(&desk.due(None, "2026-05-16T08:00:00Z")), Some((Standing::Late, due)));
    let then = desk.due(Some("2026-05-02"), "2026-05-16T08:00:00Z");
    assert_eq!(report_due(&then), None, "the end was written down on 3 May");
    let then = desk.due(Some("2026-05-10"), "2026-05-16T08:00:00Z");
    assert_eq!(report_due(&then), Some((Standing::Due, due)), "late today, due then");
}

#[test]
fn another_rule_holds_for_what_begins_from_its_day_on() {
    let desk = Desk::founded();
    let rule = policy::Command::SetRule {
        kind: RuleKind::ReportIssued,
        term: Some(Term { amount: 3, unit: Unit::WorkingDays }),
        from: "2026-05-02".parse().unwrap(),
        reason: "Beschluss der Leitung".to_owned(),
    };
    desk.give(None, Command::Policy(rule)).unwrap();
    ended(&desk);
    let due = Some(at("2026-05-15T21:59:00Z").at);
    let found = report_due(&desk.due(None, "2026-05-04T08:00:00Z"));
    assert_eq!(found, Some((Standing::Due, due)), "it ended on 1 May, the day before");
}

/// What a calendar hears of the report: how often it was changed, when last, and whether it is called off.
fn in_calendar(desk: &Desk, now: &str) -> (u32, Instant, bool) {
    let seen = desk.app.planned(None, at(now).at, |planned, _| {
        let report = planned.iter().find(|held| held.deadline.kind == PromiseKind::Report).unwrap();
        (report.changes, report.changed, report.cancelled)
    });
    seen.unwrap()
}

#[test]
fn a_calendar_hears_of_another_rule_as_of_a_change_and_what_holds_no_more_is_called_off() {
    let desk = Desk::founded();
    let record = ended(&desk);
    let (changes, changed, cancelled) = in_calendar(&desk, "2026-05-04T08:00:00Z");
    assert!(!cancelled);
    let rule = policy::Command::SetRule {
        kind: RuleKind::ReportIssued,
        term: Some(Term { amount: 3, unit: Unit::WorkingDays }),
        from: "2026-05-05".parse().unwrap(),
        reason: "Beschluss der Leitung".to_owned(),
    };
    desk.at(None, Command::Policy(rule), "2026-05-05T08:00:00Z");
    let (then, since, _) = in_calendar(&desk, "2026-05-06T08:00:00Z");
    assert!(then > changes && since > changed, "{then} after {changes}");
    let step = desk.view(record).newest_step.clone().unwrap().id;
    let back = incident::Command::TakeBackStep { step, reason: "noch nicht".to_owned() };
    desk.at(Some(record), Command::Incident(back), "2026-05-07T08:00:00Z");
    let (last, _, cancelled) = in_calendar(&desk, "2026-05-08T08:00:00Z");
    assert!(cancelled && last > then, "it did not end after all");
}

#[test]
fn the_ledger_counts_what_was_kept_and_names_its_record() {
    let desk = Desk::founded();
    let record = ended(&desk);
    let now = "2026-05-04T08:00:00Z";
    for duty in [2, 3, 4, 5, 8, 9, 13] {
        assert_eq!((desk.duty(duty, None, now).kept, desk.duty(duty, None, now).late), (1, 0), "{duty}");
    }
    assert_eq!(desk.duty(14, None, now).proof_missing, 1, "nobody decided about the provider");
    assert_eq!(desk.duty(1, None, now).due, 1, "no ticket yet, and the record is open");
    assert_eq!(desk.duty(27, None, now).due, 1);
    assert_eq!(desk.duty(28, None, now).due, 1, "founded, never reviewed");
    let occurrences = desk.ledger(None, Some(9), now).occurrences;
    assert_eq!(occurrences.len(), 1);
    assert_eq!((occurrences[0].deadline.record, occurrences[0].number.as_str()), (record, "N-2026-001"));
}

#[test]
fn a_step_that_is_taken_back_was_known_until_then() {
    let desk = Desk::founded();
    let record = ended(&desk);
    let view = desk.view(record);
    let newest = view.newest_step.clone().unwrap();
    let back = incident::Command::TakeBackStep { step: newest.id, reason: "zu früh".to_owned() };
    desk.at(Some(record), Command::Incident(back), "2026-05-06T12:00:00Z");
    let now = "2026-05-08T08:00:00Z";
    assert_eq!(desk.duty(27, None, now).due, 0, "it is not ended any more");
    assert_eq!(desk.duty(27, Some("2026-05-04"), now).due, 1, "on 4 May it was");
    assert_eq!(desk.duty(27, Some("2026-05-02"), now).due, 0, "on 2 May it was not known yet");
}

#[test]
fn a_decision_that_is_taken_back_is_not_counted_any_more() {
    let desk = Desk::founded();
    let record = desk.reported();
    desk.tell(record, incident::Command::StartAssessment { at: at("2026-05-01T08:15:00Z") });
    let solve = incident::Command::SolveBySupport {
        at: at("2026-05-01T09:00:00Z"),
        decider: ANNA,
        reason: "Neustart genügte".to_owned(),
    };
    desk.tell(record, solve);
    let now = "2026-05-04T08:00:00Z";
    assert_eq!(desk.duty(6, None, now).kept, 1);
    let newest = desk.view(record).newest_step.clone().unwrap();
    desk.tell(record, incident::Command::TakeBackStep { step: newest.id, reason: "doch nicht".to_owned() });
    let six = desk.duty(6, None, now);
    assert_eq!(
        (six.kept, six.due, six.proof_missing),
        (0, 0, 0),
        "it stands in the timeline, and no longer holds"
    );
}

#[test]
fn read_models_made_anew_hold_the_same_promises() {
    let desk = Desk::founded();
    ended(&desk);
    let before = desk.rows();
    assert!(before.iter().any(|row| row.starts_with("promise:")));
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), before);
}

#[test]
fn a_law_that_binds_is_due_on_time_in_the_ledger_of_dates_and_on_the_record() {
    let desk = Desk::founded();
    let regime = policy::Regime::Nis2;
    let binds = policy::Command::SetRegime {
        regime,
        holds: true,
        from: "2026-05-01".parse().unwrap(),
        reason: "Wichtige Einrichtung".to_owned(),
    };
    desk.at(None, Command::Policy(binds), "2026-05-01T06:00:00Z");
    let record = ended(&desk);
    let kinds = |now: &str| {
        let mut found: Vec<_> = desk.due(None, now).items.into_iter().map(|row| row.deadline).collect();
        found.retain(|deadline| deadline.rule.is_some_and(|rule| rule.regime() == Some(regime)));
        found
            .into_iter()
            .map(|deadline| (deadline.kind, deadline.text, deadline.standing))
            .collect::<Vec<_>>()
    };
    let named = "NIS2, § 32 BSIG".to_owned();
    let early = "2026-05-04T08:00:00Z";
    assert_eq!(kinds(early), [(PromiseKind::LegalClassification, named.clone(), Standing::Late)]);
    let classify = incident::Command::ClassifyLegally {
        regime,
        reportable: true,
        at: at("2026-05-01T12:00:00Z"),
        decider: ANNA,
        reason: "Ausfall über vier Stunden".to_owned(),
    };
    desk.at(Some(record), Command::Incident(classify), early);
    assert_eq!(
        kinds(early),
        [
            (PromiseKind::LegalClassification, named.clone(), Standing::Kept),
            (PromiseKind::LegalFirst, named.clone(), Standing::Late),
            (PromiseKind::LegalNotice, named, Standing::Due),
        ]
    );
    let view = desk.view(record);
    assert_eq!(
        view.legal.iter().map(|law| (law.regime, law.clocks.len())).collect::<Vec<_>>(),
        [(regime, 3)]
    );
    assert!(view.legal[0].classifications[0].reportable);
}

#[test]
fn a_recommended_action_is_moved_with_a_reason_and_each_day_tells_what_was_known_on_it() {
    let desk = Desk::founded();
    let record = ended(&desk);
    let id = PartId(uuid::Uuid::from_u128(77));
    let text = incident::RecommendationText {
        text: "Zeitlimit erhöhen".to_owned(),
        to: incident::RecommendedTo::Us,
        kind: incident::ActionKind::Corrective,
        priority: incident::Priority::High,
        owner: Some(ANNA),
        due: Some("2026-06-01".parse().unwrap()),
        proof_wanted: String::new(),
        must: false,
    };
    let recommend = Command::Incident(incident::Command::Recommend { id, text });
    desk.at(Some(record), recommend, "2026-05-04T08:00:00Z");
    for (to, reason, when) in [
        ("2026-06-15", "Lieferung kommt später", "2026-05-20T08:00:00Z"),
        ("2026-06-30", "Urlaub", "2026-06-10T08:00:00Z"),
    ] {
        let moved =
            incident::Command::MoveRecommendation { id, to: to.parse().unwrap(), reason: reason.to_owned() };
        desk.at(Some(record), Command::Incident(moved), when);
    }
    let action = |on| {
        let view = desk.due(Some(on), "2026-07-01T12:00:00Z");
        let row = view.items.into_iter().find(|row| row.deadline.kind == PromiseKind::Recommendation);
        let row = row.unwrap();
        let day =
            |at: Option<Instant>| at.map(|at| Day::at(at, "Europe/Berlin".parse().unwrap()).to_string());
        let deadline = row.deadline;
        (day(deadline.due), day(deadline.original), deadline.moved_reason, deadline.standing, row.moves)
    };
    let may = Some(Moves::Recommendation);
    let told = |due: &str, original: Option<&str>, reason: Option<&str>, standing, moves| {
        let owned = |text: Option<&str>| text.map(str::to_owned);
        (owned(Some(due)), owned(original), owned(reason), standing, moves)
    };
    assert_eq!(action("2026-05-10"), told("2026-06-01", None, None, Standing::Due, may));
    let first = Some("2026-06-01");
    let delayed = told("2026-06-15", first, Some("Lieferung kommt später"), Standing::Due, may);
    assert_eq!(action("2026-06-05"), delayed);
    assert_eq!(action("2026-06-20"), told("2026-06-30", first, Some("Urlaub"), Standing::Due, may));
    assert_eq!(action("2026-07-01"), told("2026-06-30", first, Some("Urlaub"), Standing::Late, may));
}

#[test]
fn a_zone_that_is_settled_later_changes_nothing_of_what_was_known_and_due_on_a_day_before() {
    let desk = Desk::founded();
    ended(&desk);
    let then = desk.due(None, "2026-05-10T21:59:00Z");
    let ledger = desk.ledger(None, Some(27), "2026-05-10T21:59:00Z");
    let zone = "America/New_York".parse().unwrap();
    let settle = organisation::Command::Settle { language: Language::De, zone };
    desk.at(None, Command::Organisation(settle), "2026-05-12T12:00:00Z");
    assert_eq!(desk.due(Some("2026-05-10"), "2026-05-20T08:00:00Z"), then);
    assert_eq!(desk.ledger(Some("2026-05-10"), Some(27), "2026-05-20T08:00:00Z"), ledger);
    let due = Some(at("2026-05-16T03:59:00Z").at);
    assert_eq!(report_due(&desk.due(None, "2026-05-12T13:00:00Z")), Some((Standing::Due, due)));
}
