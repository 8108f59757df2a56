//! Stories of process reviews: an emergency ends, its review is planned, gathered, decided, approved, and plans the next one.

use super::*;
use crate::domain::notice::{self, SubjectKind, Way};
use crate::domain::organisation::{Role, Team, TeamKind};
use crate::domain::review::{
    Command as R, Decision, InputKind, Judgement, Mark, Occasion, Phase as RP, Step, Teams, Topic, Trigger,
};
use crate::ids::TeamId;
use crate::queries::views::{NoticesQuery, ReviewTriggerKind, ReviewView, ReviewsPage, ReviewsQuery};

pub(super) const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(0xc));
const TEAM: TeamId = TeamId(uuid::Uuid::from_u128(0xd));

impl Desk {
    pub(super) fn with_people() -> Self {
        let desk = Self::founded();
        let data =
            PersonalData { name: "Jonas Weber".to_owned(), email: String::new(), phone: String::new() };
        let roles = [Role::Management].into();
        let put = organisation::Command::PutPerson { id: JONAS, data: Some(data), roles, teams: [].into() };
        desk.give(None, Command::Organisation(put)).unwrap();
        let team =
            Team { id: TEAM, kind: TeamKind::Deployment, name: "Bereitstellung".to_owned(), head: None };
        desk.give(None, Command::Organisation(organisation::Command::PutTeam(team))).unwrap();
        desk
    }

    pub(super) fn reviews(&self) -> ReviewsPage {
        let question =
            Question::Reviews(Box::new(ReviewsQuery { ascending: true, ..ReviewsQuery::default() }));
        let Answer::Reviews(page) = self.app.query(&question, now()).unwrap() else { panic!("no reviews") };
        page
    }

    pub(super) fn review(&self, record: StreamId) -> Box<ReviewView> {
        let question = Question::Review { record: RecordRef::Id(record), by: Some(ANNA) };
        let Answer::Review(view) = self.app.query(&question, now()).unwrap() else { panic!("no review") };
        view
    }

    pub(super) fn order_review(&self, record: StreamId, command: R) -> Committed {
        self.give(Some(record), Command::Review(command)).unwrap()
    }

    pub(super) fn approve_as(&self, person: PersonId, record: StreamId) -> Result<Committed, Fault> {
        let order = self.order(Some(record), Command::Review(R::Approve { at: at("2026-05-02T11:50:00Z") }));
        self.app.execute(&Order { by: person, ..order }, now())
    }
}

pub(super) fn ended(desk: &Desk) -> StreamId {
    let record = declared(desk);
    lead(record, desk);
    let form = incident::Command::FormTeam { at: at("2026-05-01T08:45:00Z") };
    desk.tell(record, form);
    for fact in [Fact::Scope, Fact::Impact, Fact::Cause] {
        desk.tell(record, incident::Command::StateFact { fact, text: "unbekannt".to_owned() });
    }
    desk.tell(record, incident::Command::CompleteAnalysis { at: at("2026-05-01T09:00:00Z") });
    let recover = incident::Command::DecideToRecover {
        at: at("2026-05-01T09:05:00Z"),
        decider: ANNA,
        reason: "Eigene Ursache".to_owned(),
    };
    desk.tell(record, recover);
    desk.tell(record, incident::Command::MarkRestored { at: at("2026-05-01T10:00:00Z") });
    desk.tell(record, incident::Command::EndEmergency { at: at("2026-05-01T10:30:00Z"), person: ANNA });
    record
}

/// Gathers, judges and decides everything; every item ends in no change.
pub(super) fn worked_through(desk: &Desk, review: StreamId) {
    desk.order_review(review, R::AssignLead { person: ANNA });
    desk.order_review(review, R::Prepare { at: at("2026-05-02T09:00:00Z") });
    desk.order_review(review, R::Start { at: at("2026-05-02T10:00:00Z") });
    for step in Step::ALL {
        let (judgement, proof) = (Some(Judgement::Effective), "Verlauf".to_owned());
        desk.order_review(review, R::JudgeStep { step: *step, judgement, proof });
    }
    for topic in [Topic::Suitability, Topic::Adequacy, Topic::Effectiveness] {
        desk.order_review(review, R::State { topic, text: "Ja.".to_owned() });
    }
    for item in desk.review(review).content.items {
        let decision = Decision::NoChange { because: "Einmalig".to_owned() };
        desk.order_review(review, R::DecideItem { item: item.input.id, decision });
    }
    desk.order_review(review, R::NameTeams(Teams { teams: vec![TEAM], none_because: String::new() }));
    desk.order_review(review, R::SetNext { day: "2027-04-01".parse().unwrap() });
}

pub(super) fn submitted(desk: &Desk, review: StreamId, change_needed: bool) {
    let (reason, moment) = ("Bewährt".to_owned(), at("2026-05-02T11:00:00Z"));
    desk.order_review(review, R::Conclude { change_needed, reason, at: moment });
    desk.order_review(review, R::Submit { at: at("2026-05-02T11:30:00Z") });
}

#[test]
fn an_emergency_that_ends_plans_its_review_in_the_same_transaction() {
    let desk = Desk::with_people();
    let record = ended(&desk);
    let page = desk.reviews();
    let [row] = page.items.as_slice() else { panic!("{page:?}") };
    assert_eq!((row.number.as_str(), row.phase), ("P-2026-001", RP::Planned));
    assert_eq!(row.due, Some("2026-05-31".parse().unwrap()));
    let Trigger::AfterEmergency { incident, number, .. } = &row.trigger else { panic!("{row:?}") };
    assert_eq!((*incident, number.as_str()), (record, "N-2026-001"));
    assert_eq!(page.next.review.as_ref().map(|next| next.id), Some(row.id));
    assert!(page.unreviewed.is_empty());
}

#[test]
fn an_end_that_is_taken_back_lapses_the_review_and_the_next_end_plans_it_again() {
    let desk = Desk::with_people();
    let record = ended(&desk);
    let review = desk.reviews().items[0].id;
    let relapse = incident::Command::RecordRelapse {
        at: at("2026-05-01T11:00:00Z"),
        reason: "Wieder ausgefallen".to_owned(),
    };
    desk.tell(record, relapse);
    assert_eq!(desk.review(review).phase, RP::Cancelled);
    desk.tell(record, incident::Command::MarkRestored { at: at("2026-05-02T08:00:00Z") });
    desk.tell(record, incident::Command::EndEmergency { at: at("2026-05-02T08:30:00Z"), person: ANNA });
    let page = desk.reviews();
    assert_eq!((page.total, page.items[0].phase), (1, RP::Planned));
    assert_eq!(page.items[0].due, Some("2026-06-01".parse().unwrap()));
    let step = desk.view(record).newest_step.unwrap();
    let back = incident::Command::TakeBackStep { step: step.id, reason: "Zu früh".to_owned() };
    desk.tell(record, back);
    assert_eq!(desk.review(review).phase, RP::Cancelled);
}

#[test]
fn an_emergency_that_ends_again_after_its_review_was_approved_gets_another_one() {
    let desk = Desk::with_people();
    let record = ended(&desk);
    let review = desk.reviews().items[0].id;
    worked_through(&desk, review);
    submitted(&desk, review, false);
    desk.approve_as(JONAS, review).unwrap();
    let relapse =
        incident::Command::RecordRelapse { at: at("2026-05-02T11:00:00Z"), reason: "Rückfall".to_owned() };
    desk.tell(record, relapse);
    assert_eq!(desk.review(review).phase, RP::Approved);
    desk.tell(record, incident::Command::MarkRestored { at: at("2026-05-02T11:20:00Z") });
    desk.tell(record, incident::Command::EndEmergency { at: at("2026-05-02T11:30:00Z"), person: ANNA });
    let planned = desk.view(record).review.unwrap();
    assert_eq!((planned.number.as_str(), planned.phase), ("P-2026-003", RP::Planned));
}

#[test]
fn a_review_can_be_found_by_phase_trigger_and_year() {
    let desk = Desk::with_people();
    ended(&desk);
    let periodic = R::Plan { occasion: Occasion::Periodic {}, planned: None, lead: None };
    desk.give(None, Command::Review(periodic.clone())).unwrap();
    let there = desk.give(None, Command::Review(periodic)).unwrap_err();
    let number = "P-2026-002".to_owned();
    let refusal = crate::domain::review::Refusal::ReviewPlannedAlready { number };
    assert_eq!(there, Fault::Refused(Refusal::Review(refusal)));
    let found = |query: ReviewsQuery| {
        let question = Question::Reviews(Box::new(query));
        let Answer::Reviews(page) = desk.app.query(&question, now()).unwrap() else { panic!("no reviews") };
        assert_eq!(usize::try_from(page.total).unwrap(), page.items.len());
        page.items.into_iter().map(|row| row.number).collect::<Vec<_>>()
    };
    let triggers = vec![ReviewTriggerKind::Periodic];
    assert_eq!(found(ReviewsQuery { triggers, ..ReviewsQuery::default() }), ["P-2026-002"]);
    assert_eq!(found(ReviewsQuery { year: Some(2026), ..ReviewsQuery::default() }), ["P-2026-001"]);
    let phases = vec![RP::Closed];
    assert!(found(ReviewsQuery { phases, ..ReviewsQuery::default() }).is_empty());
}

#[test]
fn a_review_gathers_what_happened_and_marks_what_the_one_before_did_not_know() {
    let desk = Desk::with_people();
    let record = ended(&desk);
    desk.tell(record, incident::Command::Recommend { id: PartId(uuid::Uuid::from_u128(0x7)), text: watch() });
    let review = desk.reviews().items[0].id;
    worked_through(&desk, review);
    let items = desk.review(review).content.items;
    assert!(items.iter().any(|item| item.input.kind == InputKind::Emergency && item.input.record == record));
    assert!(items.iter().all(|item| item.input.mark == Mark::New));
    submitted(&desk, review, false);
    desk.approve_as(JONAS, review).unwrap();
    let demand = Occasion::OnDemand {
        why: crate::domain::review::Why::PlannedExtension,
        reason: "Neue Region".to_owned(),
    };
    let plan = R::Plan { occasion: demand, planned: Some("2026-05-20".parse().unwrap()), lead: Some(ANNA) };
    let second = desk.give(None, Command::Review(plan)).unwrap().record;
    desk.order_review(second, R::Prepare { at: at("2026-05-02T11:55:00Z") });
    let items = desk.review(second).content.items;
    // What the review before looked at is over; what is still open is looked at again.
    let kinds: Vec<_> = items.iter().map(|item| (item.input.kind, item.input.mark)).collect();
    assert_eq!(kinds, [(InputKind::OpenAction, Mark::Known)]);
}

#[test]
fn the_result_of_a_review_is_told_to_its_teams_which_are_informed_once_everyone_acknowledged_it() {
    let desk = Desk::with_people();
    let join = organisation::Command::PutPerson {
        id: JONAS,
        data: None,
        roles: [Role::Management].into(),
        teams: [TEAM].into(),
    };
    desk.give(None, Command::Organisation(join)).unwrap();
    ended(&desk);
    let review = desk.reviews().items[0].id;
    worked_through(&desk, review);
    submitted(&desk, review, false);
    desk.approve_as(JONAS, review).unwrap();
    let about = || {
        let query = NoticesQuery { about: Some(review), ..NoticesQuery::default() };
        let Answer::Notices(page) = desk.app.query(&Question::Notices(Box::new(query)), now()).unwrap()
        else {
            panic!("no notices")
        };
        page
    };
    let page = about();
    let [row] = &page.items[..] else { panic!("{page:?}") };
    assert_eq!((row.kind, row.about.as_str(), row.version), (SubjectKind::ReviewResult, "P-2026-001", 1));
    assert_eq!((row.title.as_str(), &row.missing[..]), ("", &[JONAS][..]));
    let Answer::Notice(told) =
        desk.app.query(&Question::Notice { record: RecordRef::Id(row.id), by: None }, now()).unwrap()
    else {
        panic!("no notice")
    };
    assert_eq!(told.german, "Bewährt");
    let team = || {
        let conn = desk.app.workspace().reader().unwrap();
        let told = queries::notice::told(&conn, review, 1, now()).unwrap().unwrap();
        assert_eq!((told.number.as_str(), told.due), ("M-2026-001", row.due));
        assert!(queries::notice::told(&conn, review, 2, now()).unwrap().is_none());
        (told.phase, told.teams[&TEAM].clone())
    };
    let (phase, stands) = team();
    assert_eq!(
        (phase, &stands.acknowledged[..], &stands.missing[..]),
        (notice::Phase::Open, &[][..], &[JONAS][..])
    );
    assert_eq!(desk.review(review).phase, RP::Approved);
    let read =
        notice::Command::Acknowledge { person: JONAS, way: Way::InProgram, at: at("2026-05-02T12:00:00Z") };
    let order = Order { by: JONAS, ..desk.order(Some(row.id), Command::Notice(read)) };
    desk.app.execute(&order, now()).unwrap();
    let view = desk.review(review);
    assert_eq!(view.phase, RP::TeamsInformed);
    let informed = &view.versions[0].informed[0];
    assert_eq!((informed.team, informed.way.as_str(), informed.by), (TEAM, "M-2026-001", JONAS));
    let (phase, stands) = team();
    assert_eq!((phase, &stands.acknowledged[..]), (notice::Phase::Acknowledged, &[JONAS][..]));
}

fn watch() -> incident::RecommendationText {
    incident::RecommendationText {
        text: "Zertifikate überwachen".to_owned(),
        to: incident::RecommendedTo::Us,
        kind: incident::ActionKind::Corrective,
        priority: incident::Priority::High,
        owner: Some(ANNA),
        due: None,
        proof_wanted: String::new(),
        must: false,
    }
}

#[test]
fn whoever_led_it_does_not_approve_and_an_approval_plans_the_next_periodic_review() {
    let desk = Desk::with_people();
    ended(&desk);
    let review = desk.reviews().items[0].id;
    worked_through(&desk, review);
    submitted(&desk, review, false);
    let led = Fault::Refused(Refusal::Review(crate::domain::review::Refusal::ApproverLed));
    assert_eq!(desk.approve_as(ANNA, review).unwrap_err(), led);
    desk.approve_as(JONAS, review).unwrap();
    let page = desk.reviews();
    let next = page.items.iter().find(|row| row.id != review).unwrap();
    assert_eq!((next.number.as_str(), next.planned), ("P-2026-002", "2027-04-01".parse().unwrap()));
    assert_eq!(next.due, Some("2027-05-02".parse().unwrap()));
    assert_eq!(page.periodic.as_deref(), Some("P-2026-002"));
}

#[test]
fn an_item_that_ends_in_a_change_opens_its_change_request() {
    let desk = Desk::with_people();
    ended(&desk);
    let review = desk.reviews().items[0].id;
    worked_through(&desk, review);
    let item = desk.review(review).content.items[0].input.id;
    let change = StreamId(uuid::Uuid::from_u128(0xc4a));
    let decision =
        Decision::Change { change, title: "Vertretung benennen".to_owned(), wanted: String::new() };
    desk.order_review(review, R::DecideItem { item, decision });
    assert_eq!(desk.review(review).changes[0].number.as_deref(), Some("A-2026-001"));
}

#[test]
fn an_emergency_does_not_close_without_its_review() {
    let desk = Desk::with_people();
    let record = ended(&desk);
    let close = incident::Command::Close { at: at("2026-05-02T11:00:00Z") };
    assert!(!desk.view(record).closing_gaps.contains(&incident::Gap::Review));
    // One that lapsed is none: as in a workspace whose emergency ended before there were reviews.
    let relapse = incident::Command::RecordRelapse { at: at("2026-05-01T11:00:00Z"), reason: "-".to_owned() };
    desk.tell(record, relapse);
    assert!(desk.view(record).closing_gaps.contains(&incident::Gap::Review));
    assert!(matches!(desk.refused(record, close), incident::Refusal::NotInPhase { .. }));
}

#[test]
fn the_rows_of_reviews_are_the_same_when_they_are_made_anew() {
    let desk = Desk::with_people();
    ended(&desk);
    let review = desk.reviews().items[0].id;
    worked_through(&desk, review);
    submitted(&desk, review, false);
    desk.approve_as(JONAS, review).unwrap();
    let before = desk.rows();
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), before);
}

fn issue_report(desk: &Desk, review: StreamId) -> Result<Committed, Fault> {
    let command = crate::domain::report::Command::Issue {
        kind: crate::domain::report::ReportKind::ProcessReview,
        about: review,
        language: Language::De,
        approver: JONAS,
        imprint: crate::domain::report::Imprint::default(),
    };
    desk.give(None, Command::Report(command))
}

#[test]
fn the_report_of_a_review_is_issued_when_it_is_approved_and_noted_at_it() {
    let desk = Desk::with_people();
    ended(&desk);
    let review = desk.reviews().items[0].id;
    worked_through(&desk, review);
    let draft = desk.app.draft(RecordRef::Id(review), Language::En).unwrap();
    assert!(draft.starts_with(b"%PDF-1.7"));
    submitted(&desk, review, false);
    let refused = issue_report(&desk, review);
    assert!(matches!(refused, Err(Fault::Refused(_))), "{refused:?}");
    assert!(blob::all(&desk.app.workspace().writer()).unwrap().is_empty());
    desk.approve_as(JONAS, review).unwrap();
    let waits = || {
        let Answer::Reports(reports) = desk.app.query(&Question::Reports {}, now()).unwrap() else {
            panic!("not reports")
        };
        reports
    };
    assert_eq!(waits().waiting_reviews.len(), 1);
    issue_report(&desk, review).unwrap();
    let reports = waits();
    assert!(reports.waiting_reviews.is_empty());
    let [row] = reports.issued.as_slice() else { panic!("{reports:?}") };
    assert_eq!((row.about_number.as_str(), row.number.as_str()), ("P-2026-001", "B-2026-001"));
    assert!(matches!(row.about_trigger, Some(Trigger::AfterEmergency { .. })), "{row:?}");
    let view = desk.review(review);
    assert!(view.reported);
    assert_eq!((view.reports[0].number.as_str(), view.reports[0].version), ("B-2026-001", 1));
    assert!(desk.app.evidence(row.hash).unwrap().starts_with(b"%PDF-1.7"));
    // A record of another noun has no such report.
    let incident = view.content.items[0].input.record;
    assert!(issue_report(&desk, incident).is_err());
}

#[test]
fn open_findings_and_changes_that_ended_are_looked_at() {
    use crate::domain::{change, finding};
    let desk = Desk::with_people();
    ended(&desk);
    let raise = finding::Command::Raise {
        origin: finding::Origin::Hand,
        title: "Zeitlimit erhöhen".to_owned(),
        kind: finding::Kind::Minor,
        details: finding::Details::default(),
        owner: Some(JONAS),
        due: Some("2026-05-20".parse().unwrap()),
    };
    desk.give(None, Command::Finding(raise)).unwrap();
    let origin = change::Origin::Idea;
    let draft = change::Command::Draft { origin, title: "Neues Portal".to_owned(), wanted: String::new() };
    let portal = desk.give(None, Command::Change(draft)).unwrap().record;
    let stop = change::Command::Cancel { reason: "Anbieter liefert es mit".to_owned() };
    desk.give(Some(portal), Command::Change(stop)).unwrap();
    let review = desk.reviews().items[0].id;
    desk.order_review(review, R::AssignLead { person: ANNA });
    desk.order_review(review, R::Prepare { at: at("2026-05-02T09:00:00Z") });
    let items = desk.review(review).content.items;
    let of = |kind| items.iter().map(|item| &item.input).find(|input| input.kind == kind).unwrap();
    let open = of(InputKind::OpenFinding);
    assert_eq!((open.number.as_str(), open.facts.person), ("F-2026-001", Some(JONAS)));
    assert_eq!(open.facts.due_day, Some("2026-05-20".parse().unwrap()));
    let refused = of(InputKind::ChangeRefused);
    assert_eq!(
        (refused.number.as_str(), refused.facts.text.as_str()),
        ("A-2026-001", "Anbieter liefert es mit")
    );
    assert!(items.iter().all(|item| item.input.kind != InputKind::ChangeDone));
}
