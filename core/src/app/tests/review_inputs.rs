//! What a review is given to look at out of the records of the process: risks that come back, changes that were asked for,
//! promises that were not kept, and what was written down late.

use super::review::{JONAS, ended, submitted, worked_through};
use super::*;
use crate::deadlines::Standing;
use crate::domain::change::Phase as Changing;
use crate::domain::review::{Command as R, Decision, Input, InputKind, Occasion, Risk, Trigger, Why};
use crate::duties::PromiseKind;
use crate::queries::views::{DeadlineRow, NeedKind};
use crate::time::Day;

const RISK: PartId = PartId(uuid::Uuid::from_u128(0x415));

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

impl Desk {
    /// A review on demand that gathered its inputs at a moment.
    fn gathered(&self, when: &str) -> (StreamId, Vec<Input>) {
        let occasion = Occasion::OnDemand { why: Why::PlannedExtension, reason: "Neue Region".to_owned() };
        let plan = R::Plan { occasion, planned: Some(day("2026-12-20")), lead: Some(ANNA) };
        let record = self.give(None, Command::Review(plan)).unwrap().record;
        let order = self.order(Some(record), Command::Review(R::Prepare { at: at("2026-05-02T09:00:00Z") }));
        self.app.execute(&order, at(when).at).unwrap();
        (record, self.review(record).content.items.into_iter().map(|item| item.input).collect())
    }

    fn promised(&self, record: StreamId, kind: PromiseKind, on: &str) -> Option<DeadlineRow> {
        let question = Question::Deadlines { on: None, within: None, kept: true };
        let Answer::Deadlines(view) = self.app.query(&question, at(on).at).unwrap() else { panic!("none") };
        view.items.into_iter().find(|row| row.deadline.record == record && row.deadline.kind == kind)
    }
}

fn of_kind(inputs: &[Input], kind: InputKind) -> Vec<&Input> {
    inputs.iter().filter(|input| input.kind == kind).collect()
}

/// The review of an emergency, worked through; `before` is ordered while it is in progress.
fn approved(desk: &Desk, change_needed: bool, before: impl FnOnce(StreamId)) -> StreamId {
    ended(desk);
    let review = desk.reviews().items[0].id;
    worked_through(desk, review);
    before(review);
    submitted(desk, review, change_needed);
    desk.approve_as(JONAS, review).unwrap();
    review
}

#[test]
fn a_risk_that_a_review_accepted_comes_back_on_its_day_unless_a_later_review_looked_at_it() {
    let desk = Desk::with_people();
    let first = approved(&desk, false, |review| {
        let (text, reason) = ("Eine Leitung".to_owned(), "Zweite ist bestellt".to_owned());
        let risk = Risk { id: RISK, text, reason, until: day("2026-06-01"), approver: JONAS };
        desk.order_review(review, R::AcceptRisk(risk));
    });
    let ends =
        |on| desk.promised(first, PromiseKind::RiskEnds, on).map(|row| (row.number, row.deadline.standing));
    let number = || "P-2026-001".to_owned();
    assert_eq!(ends("2026-05-03T08:00:00Z"), Some((number(), Standing::Due)));
    assert_eq!(ends("2026-06-02T08:00:00Z"), Some((number(), Standing::Late)));
    let Answer::Home(home) = desk.app.query(&Question::Home {}, at("2026-06-02T08:00:00Z").at).unwrap()
    else {
        panic!("no home")
    };
    let need = NeedKind::RiskEnds;
    assert!(home.needs.iter().any(|one| one.kind == need && one.record == first));
    let inbox = Question::Inbox { by: JONAS };
    let Answer::Inbox(inbox) = desk.app.query(&inbox, at("2026-06-02T08:00:00Z").at).unwrap() else {
        panic!("no inbox")
    };
    assert!(inbox.items.iter().any(|one| one.row.deadline.kind == PromiseKind::RiskEnds));
    let (second, inputs) = desk.gathered("2026-05-02T12:30:00Z");
    let risk = of_kind(&inputs, InputKind::AcceptedRisk);
    let [risk] = risk[..] else { panic!("{inputs:?}") };
    assert_eq!((risk.record, risk.part, risk.title.as_str()), (first, Some(RISK), "Eine Leitung"));
    assert_eq!((risk.number.as_str(), risk.facts.due_day), ("P-2026-001", Some(day("2026-06-01"))));
    worked_through(&desk, second);
    submitted(&desk, second, false);
    assert_eq!(ends("2026-06-02T08:00:00Z"), Some((number(), Standing::Late)), "nobody approved it");
    desk.approve_as(JONAS, second).unwrap();
    let row = desk.promised(first, PromiseKind::RiskEnds, "2026-06-02T08:00:00Z").unwrap();
    assert_eq!((row.deadline.standing, row.deadline.proof), (Standing::Kept, Some(second)));
    let incremental = desk.rows();
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), incremental);
}

#[test]
fn a_change_that_an_earlier_review_asked_for_is_listed_with_its_number_and_state_until_it_is_at_rest() {
    let desk = Desk::with_people();
    let change = StreamId(uuid::Uuid::from_u128(0xc4a));
    approved(&desk, true, |review| {
        let item = desk.review(review).content.items[0].input.id;
        let (title, wanted) = ("Vertretung benennen".to_owned(), String::new());
        desk.order_review(
            review,
            R::DecideItem { item, decision: Decision::Change { change, title, wanted } },
        );
    });
    for nth in ["second", "third"] {
        let (review, inputs) = desk.gathered("2026-05-02T12:30:00Z");
        let asked = of_kind(&inputs, InputKind::EarlierDecision);
        let [asked] = asked[..] else { panic!("{nth}: {inputs:?}") };
        assert_eq!((asked.record, asked.number.as_str()), (change, "A-2026-001"), "{nth}");
        assert_eq!(asked.facts.change, Some(Changing::Draft), "{nth}");
        worked_through(&desk, review);
        submitted(&desk, review, false);
        desk.approve_as(JONAS, review).unwrap();
    }
}

#[test]
fn a_promise_of_a_record_that_was_not_kept_is_looked_at_with_what_was_promised_and_its_record() {
    let desk = Desk::with_people();
    approved(&desk, false, |_| {});
    let incident = desk.reviews().items.iter().find_map(|row| {
        let Trigger::AfterEmergency { incident, .. } = row.trigger else { return None };
        Some(incident)
    });
    let broken = |when: &str| {
        let inputs = desk.gathered(when).1;
        let broken = of_kind(&inputs, InputKind::PromiseBroken).into_iter().cloned().collect::<Vec<_>>();
        broken
            .into_iter()
            .filter(|input| input.facts.promise == Some(PromiseKind::Report))
            .collect::<Vec<_>>()
    };
    assert_eq!(broken("2026-05-02T12:30:00Z"), []);
    let late = broken("2026-05-20T08:00:00Z");
    let [late] = &late[..] else { panic!("{late:?}") };
    assert_eq!((Some(late.record), late.number.as_str()), (incident, "N-2026-001"));
    assert_eq!((late.facts.standing, late.facts.settled), (Some(Standing::Late), None));
    assert_eq!(late.facts.due.map(|due| due.at), Some(at("2026-05-15T21:59:00Z").at));
}

#[test]
fn a_decision_not_to_escalate_is_looked_at_by_the_next_review_also_when_it_was_written_down_late() {
    let desk = Desk::with_people();
    let record = desk.reported();
    desk.tell(record, incident::Command::StartAssessment { at: at("2026-05-01T08:15:00Z") });
    approved(&desk, false, |_| {});
    let decline = |when: &str| {
        let (moment, reason) = (at("2026-05-01T08:40:00Z"), "Ein Mandant".to_owned());
        let propose =
            incident::Command::ProposeEscalation { at: at("2026-05-01T08:30:00Z"), reason: reason.clone() };
        let decline = incident::Command::DeclineEscalation { at: moment, decider: ANNA, reason };
        for command in [propose, decline] {
            let order = desk.order(Some(record), Command::Incident(command));
            desk.app.execute(&order, at(when).at).unwrap();
        }
    };
    let declined = |inputs: &[Input]| of_kind(inputs, InputKind::EscalationDeclined).len();
    assert_eq!(declined(&desk.gathered("2026-05-10T08:00:00Z").1), 0);
    // The period begins on the day of the last gathering: the decision lies before it.
    decline("2026-05-12T08:00:00Z");
    let inputs = desk.gathered("2026-05-13T08:00:00Z").1;
    assert_eq!(declined(&inputs), 1, "{inputs:?}");
}
