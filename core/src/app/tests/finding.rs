//! A finding over the whole core: raised from a recommendation, done, checked by another, proved by a later emergency, open
//! again when the same failed again.

use super::*;
use crate::deadlines::Standing;
use crate::domain::finding::{self, Command as F, Concern, Details, Kind, Origin, Phase as Stands, Step};
use crate::domain::incident::{
    ActionKind, CauseClass, Command as C, ImpactFigures, Priority, RecommendationText, RecommendedTo,
};
use crate::domain::organisation::{Role, Service};
use crate::duties::PromiseKind;
use crate::queries::views::{DeadlineRow, FindingPage, FindingQuery, FindingSort, FindingView, OfferedProof};
use crate::time::Day;

const BEN: PersonId = STRANGER;
const PRINT: ServiceId = ServiceId(uuid::Uuid::from_u128(0x30));
const PART: PartId = PartId(uuid::Uuid::from_u128(0x51));

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn office() -> Desk {
    let desk = Desk::founded();
    let come = organisation::Command::PutPerson {
        id: BEN,
        data: Some(PersonalData { name: "Ben Ott".to_owned(), email: String::new(), phone: String::new() }),
        roles: [Role::DeploymentTeam, Role::Management].into(),
        teams: std::collections::BTreeSet::new(),
    };
    desk.give(None, Command::Organisation(come)).unwrap();
    let service = Service { id: PRINT, name: "Drucken".to_owned(), rto_minutes: Some(60), rpo_minutes: None };
    desk.give(None, Command::Organisation(organisation::Command::PutService(service))).unwrap();
    desk
}

/// An emergency of the service that ended, with a cause.
fn over(desk: &Desk, cause: CauseClass) -> StreamId {
    let record = declared(desk);
    lead(record, desk);
    let figures = ImpactFigures { services: vec![PRINT], ..ImpactFigures::default() };
    desk.tell(record, C::StateImpact { figures });
    for fact in [Fact::Scope, Fact::Impact, Fact::Cause] {
        desk.tell(record, C::StateFact { fact, text: "bekannt".to_owned() });
    }
    desk.tell(record, C::ClassifyCause { class: Some(cause) });
    desk.tell(record, C::CompleteAnalysis { at: at("2026-05-01T08:50:00Z") });
    desk.tell(record, C::StartRecovery { at: at("2026-05-01T09:00:00Z"), guide: None });
    desk.tell(record, C::MarkRestored { at: at("2026-05-01T10:00:00Z") });
    desk.tell(record, C::EndEmergency { at: at("2026-05-01T11:00:00Z"), person: ANNA });
    record
}

fn recommended(desk: &Desk, record: StreamId) {
    let text = RecommendationText {
        text: "Zeitlimit erhöhen".to_owned(),
        to: RecommendedTo::Us,
        kind: ActionKind::Corrective,
        priority: Priority::High,
        owner: Some(BEN),
        due: day("2026-06-01").date().into(),
        proof_wanted: String::new(),
        must: false,
    };
    desk.tell(record, C::Recommend { id: PART, text });
}

fn raise(record: StreamId) -> F {
    let concerns =
        Concern { services: vec![PRINT], cause_class: Some(CauseClass::Configuration), ..Concern::default() };
    F::Raise {
        origin: Origin::Incident { incident: record, part: Some(PART) },
        title: "Zeitlimit erhöhen".to_owned(),
        kind: Kind::Minor,
        details: Details { concerns, ..Details::default() },
        owner: Some(BEN),
        due: Some(day("2026-06-01")),
    }
}

fn give(desk: &Desk, by: PersonId, record: Option<StreamId>, command: F) -> Result<Committed, Fault> {
    let order = desk.order(record, Command::Finding(command));
    desk.app.execute(&Order { by, ..order }, now())
}

fn refused(desk: &Desk, by: PersonId, record: Option<StreamId>, command: F) -> finding::Refusal {
    match give(desk, by, record, command) {
        Err(Fault::Refused(Refusal::Finding(refusal))) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

fn view(desk: &Desk, record: StreamId, by: PersonId) -> Box<FindingView> {
    let question = Question::Finding { record: RecordRef::Id(record), by: Some(by) };
    let Answer::Finding(view) = desk.app.query(&question, now()).unwrap() else { panic!("no finding") };
    view
}

fn list(desk: &Desk, query: FindingQuery) -> FindingPage {
    let question = Question::Findings(Box::new(query));
    let Answer::Findings(page) = desk.app.query(&question, now()).unwrap() else { panic!("no page") };
    page
}

/// Accepted, done and checked before the emergencies of this test began.
fn done(desk: &Desk, finding: StreamId) {
    let early = at("2026-05-01T07:00:00Z");
    give(desk, BEN, Some(finding), F::Accept { at: early, note: String::new() }).unwrap();
    give(desk, BEN, Some(finding), F::Start { at: early }).unwrap();
    let how = "60 Sekunden gesetzt".to_owned();
    give(desk, BEN, Some(finding), F::ReportImplemented { person: BEN, at: early, how }).unwrap();
    give(desk, ANNA, Some(finding), F::CheckImplementation { method: "angesehen".to_owned() }).unwrap();
    let watch = F::StartEffectivenessCheck { expected: Some(day("2026-12-01")), note: String::new() };
    give(desk, ANNA, Some(finding), watch).unwrap();
}

#[test]
fn a_recommendation_is_carried_on_once_and_its_finding_is_found_by_it() {
    let desk = office();
    let record = over(&desk, CauseClass::Configuration);
    recommended(&desk, record);
    let raised = give(&desk, ANNA, None, raise(record)).unwrap();
    assert_eq!(raised.number.map(|number| number.to_string()), Some("F-2026-001".to_owned()));
    let number = "F-2026-001".to_owned();
    let again = refused(&desk, ANNA, None, raise(record));
    assert_eq!(again, finding::Refusal::FindingRaisedAlready { number });
    let from = list(&desk, FindingQuery { from: Some(record), ..FindingQuery::default() });
    let row = &from.items[0];
    assert_eq!((row.origin_part, row.owner, row.phase), (Some(PART), Some(BEN), Stands::Assigned));
    assert_eq!(row.origin_number.as_deref(), Some("N-2026-001"));
    let other = list(&desk, FindingQuery { from: Some(raised.record), ..FindingQuery::default() });
    assert_eq!(other.total, 0);
}

#[test]
fn another_person_checks_it_a_later_emergency_proves_it_and_one_of_the_same_cause_opens_it_again() {
    let desk = office();
    let record = over(&desk, CauseClass::Configuration);
    recommended(&desk, record);
    let finding = give(&desk, ANNA, None, raise(record)).unwrap().record;
    done(&desk, finding);
    // The emergency that it came from began after the action is said to be done, and had the same cause: it disproves it.
    let shown = view(&desk, finding, ANNA);
    assert!(shown.proofs.is_empty() && shown.no_proofs.len() == 1);
    let possible = |desk: &Desk, step| {
        let all = view(desk, finding, ANNA).possible;
        all.into_iter().find(|one| one.step == step).unwrap().refusal
    };
    assert_eq!(possible(&desk, Step::ConfirmEffective), Some(finding::Refusal::FindingNoProofYet));
    let later = over(&desk, CauseClass::Network);
    let [OfferedProof { proof: finding::Proof::Incident { incident, .. }, .. }] =
        view(&desk, finding, ANNA).proofs[..]
    else {
        panic!("not offered")
    };
    assert_eq!((incident, possible(&desk, Step::ConfirmEffective)), (later, None));
    let confirm = |proof| F::ConfirmEffective { proof, note: String::new() };
    let unproved = refused(&desk, ANNA, Some(finding), confirm(record));
    assert!(matches!(unproved, finding::Refusal::FindingProofFailed { .. }));
    give(&desk, ANNA, Some(finding), confirm(later)).unwrap();
    give(&desk, ANNA, Some(finding), F::Close { note: String::new() }).unwrap();
    let closed = view(&desk, finding, ANNA);
    assert_eq!((closed.phase_today, closed.cited.len()), (Stands::Closed, 1));
    let concerns = closed.details.concerns.clone();
    let similar = desk.app.query(&Question::SimilarFindings { concerns }, now()).unwrap();
    let Answer::SimilarFindings(similar) = similar else { panic!("none") };
    assert!(similar[0].came_again);
    let again = over(&desk, CauseClass::Configuration);
    give(&desk, ANNA, Some(finding), F::Reopen { reason: "wieder".to_owned(), proof: again }).unwrap();
    assert_eq!(view(&desk, finding, ANNA).phase_today, Stands::Open);
    let incremental = desk.rows();
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), incremental);
}

#[test]
fn the_list_says_what_is_late_and_where_it_stands_on_the_day_asked() {
    let desk = office();
    let record = over(&desk, CauseClass::Configuration);
    recommended(&desk, record);
    let finding = give(&desk, ANNA, None, raise(record)).unwrap().record;
    let on = |day: Day, query: FindingQuery| list(&desk, FindingQuery { on: Some(day), ..query }).total;
    let late = || FindingQuery { overdue: true, ..FindingQuery::default() };
    assert_eq!((on(day("2026-06-01"), late()), on(day("2026-06-02"), late())), (0, 1));
    let until = day("2026-07-01");
    let own = refused(&desk, BEN, Some(finding), F::AcceptRisk { until, reason: "klein".to_owned() });
    assert_eq!(own, finding::Refusal::FindingApproverNotIndependent);
    give(&desk, ANNA, Some(finding), F::AcceptRisk { until, reason: "klein".to_owned() }).unwrap();
    let open = || FindingQuery { phases: vec![Stands::Open], ..FindingQuery::default() };
    assert_eq!((on(day("2026-06-30"), open()), on(until, open())), (0, 1));
    assert_eq!((on(day("2026-06-30"), late()), on(until, late())), (0, 1));
    let words = FindingQuery { search: "zeitlimit f-2026".to_owned(), ..FindingQuery::default() };
    assert_eq!(list(&desk, words).total, 1);
    for sort in [
        FindingSort::Changed,
        FindingSort::Number,
        FindingSort::Title,
        FindingSort::Phase,
        FindingSort::Kind,
        FindingSort::Priority,
        FindingSort::Due,
    ] {
        let services = vec![PRINT];
        assert_eq!(list(&desk, FindingQuery { sort, services, ..FindingQuery::default() }).items.len(), 1);
    }
}

/// How its action stands among the deadlines of a day; none where it is none of them.
fn action(desk: &Desk, finding: StreamId, on: &str) -> Option<Standing> {
    let question = Question::Deadlines { on: None, within: None, kept: true };
    let Answer::Deadlines(view) = desk.app.query(&question, at(on).at).unwrap() else {
        panic!("no deadlines")
    };
    let own =
        |row: &&DeadlineRow| row.deadline.record == finding && row.deadline.kind == PromiseKind::Finding;
    view.items.iter().find(own).map(|row| row.deadline.standing)
}

#[test]
fn an_action_is_kept_once_another_person_looked_and_a_borne_risk_is_not_late_by_its_action() {
    let desk = office();
    let record = over(&desk, CauseClass::Configuration);
    recommended(&desk, record);
    let finding = give(&desk, ANNA, None, raise(record)).unwrap().record;
    let (early, later) = (at("2026-05-01T07:00:00Z"), "2026-06-10T08:00:00Z");
    give(&desk, BEN, Some(finding), F::Accept { at: early, note: String::new() }).unwrap();
    give(&desk, ANNA, Some(finding), F::AcceptRisk { until: day("2026-07-01"), reason: "klein".to_owned() })
        .unwrap();
    assert_eq!(action(&desk, finding, later), None);
    give(&desk, ANNA, Some(finding), F::Resume { reason: "doch nicht".to_owned() }).unwrap();
    give(&desk, ANNA, Some(finding), F::Assign { owner: BEN, due: Some(day("2026-06-01")) }).unwrap();
    give(&desk, BEN, Some(finding), F::Accept { at: early, note: String::new() }).unwrap();
    give(&desk, BEN, Some(finding), F::Start { at: early }).unwrap();
    let how = "60 Sekunden gesetzt".to_owned();
    give(&desk, BEN, Some(finding), F::ReportImplemented { person: BEN, at: early, how }).unwrap();
    assert_eq!(action(&desk, finding, later), Some(Standing::Late), "nobody looked");
    give(&desk, ANNA, Some(finding), F::CheckImplementation { method: "angesehen".to_owned() }).unwrap();
    assert_eq!(action(&desk, finding, later), Some(Standing::Kept));
}
