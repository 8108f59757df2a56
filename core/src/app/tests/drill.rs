//! Action plans and DR tests over the whole core: written, approved by another person, conducted, killed and resumed,
//! judged, proved.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::review::{submitted, worked_through};
use super::*;
use crate::deadlines::Standing;
use crate::domain::drill::{
    Age, Arrangement, CheckOutcome, Checked, Command as D, DrillResult, Outcome, Participant, Rated, Rating,
    StepState, Tick, Trigger, Verdict, When,
};
use crate::domain::finding::{self, Command as F, Concern, Details, Kind, Origin};
use crate::domain::organisation::{Role, Service};
use crate::domain::plan::{
    Command as P, PlanAbout, PlanContent, PlanObjective, PlanStep, Seat, ServiceTarget, Stage,
};
use crate::domain::policy;
use crate::domain::review::{Command as R, Occasion, Why};
use crate::importers::action_plan::PlanRead;
use crate::queries::views::{DrillView, DrillsQuery, NeedKind, PlanView, PlansQuery};

const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(0xc));
const PRINTING: ServiceId = ServiceId(uuid::Uuid::from_u128(0x5e));

fn id(part: u128) -> PartId {
    PartId(uuid::Uuid::from_u128(part))
}

pub(super) fn content() -> PlanContent {
    let step = |part: u128, before: &[u128]| PlanStep {
        id: id(part),
        number: part.to_string(),
        title: format!("Schritt {part}"),
        instruction: "Umschalten, **dann** prüfen.".to_owned(),
        role: "Technik".to_owned(),
        planned_minutes: Some(10),
        depends_on: before.iter().map(|part| id(*part)).collect(),
        counted: true,
        expected: "Läuft".to_owned(),
        evidence: String::new(),
        stop_rule: String::new(),
    };
    let about = PlanAbout {
        title: "Ausfall der Region".to_owned(),
        scenario: "Region fällt aus".to_owned(),
        services: vec![ServiceTarget {
            service: PRINTING,
            rto_minutes: Some(60),
            rpo_minutes: None,
            starts_with: "Abgeschaltet".to_owned(),
            ends_with: "Druckt".to_owned(),
        }],
        objectives: vec![PlanObjective {
            id: id(90),
            text: "Drucken geht".to_owned(),
            criterion: "in 60 min".to_owned(),
        }],
        seats: vec![Seat { role: "Technik".to_owned(), person: Some(JONAS), deputy: Some(ANNA) }],
        ..PlanAbout::default()
    };
    PlanContent { about, steps: vec![step(1, &[]), step(2, &[1]), step(3, &[2])] }
}

/// A desk with a second person and a service.
struct Staffed(Desk);

impl std::ops::Deref for Staffed {
    type Target = Desk;
    fn deref(&self) -> &Desk {
        &self.0
    }
}

impl Staffed {
    fn desk() -> Self {
        Self::on(Desk::founded())
    }

    fn on(desk: Desk) -> Self {
        let data = PersonalData { name: "Jonas Keil".into(), email: String::new(), phone: String::new() };
        let roles = BTreeSet::from([Role::TestCoordinator, Role::Management]);
        let put =
            organisation::Command::PutPerson { id: JONAS, data: Some(data), roles, teams: BTreeSet::new() };
        desk.give(None, Command::Organisation(put)).unwrap();
        let service =
            Service { id: PRINTING, name: "Cloud-Druck".into(), rto_minutes: Some(60), rpo_minutes: None };
        desk.give(None, Command::Organisation(organisation::Command::PutService(service))).unwrap();
        Self(desk)
    }

    fn as_person(
        &self,
        by: PersonId,
        record: Option<StreamId>,
        command: Command,
        now: Instant,
    ) -> Result<Committed, Fault> {
        self.app.execute(&Order { by, ..self.order(record, command) }, now)
    }

    fn planned(&self) -> StreamId {
        let plan = self.give(None, Command::Plan(P::Open { content: content() })).unwrap().record;
        self.give(Some(plan), Command::Plan(P::Submit {})).unwrap();
        self.as_person(JONAS, Some(plan), Command::Plan(P::Approve { version: 1 }), now()).unwrap();
        plan
    }

    fn scheduled(&self, plan: StreamId) -> StreamId {
        let arrangement = Arrangement {
            place: "Raum 4".into(),
            environment: "Testmandant".into(),
            sponsor: None,
            lead: ANNA,
            observers: Vec::new(),
            participants: vec![Participant {
                person: JONAS,
                role: "Technik".into(),
                deputy_for: None,
                present: Some(true),
            }],
            third_parties: String::new(),
        };
        let schedule = D::Schedule {
            title: String::new(),
            plan,
            version: 1,
            unapproved: String::new(),
            trigger: Trigger::Yearly,
            occasion: String::new(),
            planned: at("2026-05-02T12:00:00Z"),
            until: None,
            arrangement,
        };
        self.give(None, Command::Drill(schedule)).unwrap().record
    }

    fn plan(&self, record: StreamId, by: PersonId) -> Box<PlanView> {
        let question = Question::Plan { record: RecordRef::Id(record), by: Some(by) };
        let Answer::Plan(view) = self.app.query(&question, now()).unwrap() else { panic!("not a plan") };
        view
    }

    fn drill(&self, record: StreamId, now: Instant, tick: Option<Tick>) -> Box<DrillView> {
        let question = Question::Drill { record: RecordRef::Id(record), by: Some(ANNA), tick };
        let Answer::Drill(view) = self.app.query(&question, now).unwrap() else { panic!("not a test") };
        view
    }
}

/// Seconds after the beginning by the wall, and what a stopwatch of some run says there.
fn moment(second: i64, boot: &str, elapsed_ms: u64) -> (Instant, When) {
    let tick = Tick { boot: boot.to_owned(), elapsed_ms };
    (now().plus(Length::seconds(second)), When { at: None, tick: Some(tick) })
}

pub(super) fn found() -> DrillResult {
    let proved = || Checked { outcome: Some(CheckOutcome::Proved), text: "Stichprobe".into() };
    DrillResult {
        ratings: vec![Rated {
            objective: id(90),
            rating: Rating::WithoutChallenges,
            analysis: String::new(),
        }],
        data_integrity: proved(),
        alarm: proved(),
        removal: proved(),
        strengths: "ruhig".into(),
        hot_wash: "gut".into(),
        ..DrillResult::default()
    }
}

pub(super) fn pass(part: u128, next: Option<u128>, when: When) -> D {
    D::PassStep { step: id(part), text: String::new(), next: next.map(id), next_person: None, when }
}

#[test]
fn a_test_is_planned_conducted_through_a_kill_judged_by_another_person_and_then_proves_something() {
    let desk = Staffed::desk();
    let drill = desk.scheduled(desk.planned());
    let give = |command: D, at: Instant| desk.as_person(ANNA, Some(drill), Command::Drill(command), at);
    let (at_once, when) = moment(0, "first window", 1_000);
    give(D::Start { guide: None, when: when.clone() }, at_once).unwrap();
    give(D::StartClock { service: PRINTING, event: String::new(), when: when.clone() }, at_once).unwrap();
    give(D::StartStep { step: id(1), person: None, despite: String::new(), when }, at_once).unwrap();
    let (later, when) = moment(600, "first window", 601_000);
    let committed = give(pass(1, Some(2), when), later).unwrap();
    let kinds: Vec<_> = committed.events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, ["drill.stepPassed", "drill.stepStarted"], "one press, one order");
    // The window is killed and comes back after twenty minutes; meanwhile nothing was lost and the time ran on.
    let (back, when) = moment(1800, "second window", 50);
    let view = desk.drill(drill, back, when.tick.clone());
    assert_eq!(view.elapsed.as_ref().unwrap().running_ms, 1_800_000);
    assert_eq!(view.steps[1].state, StepState::Running);
    assert_eq!(view.steps[1].next, Some(id(3)));
    assert_eq!(view.steps[1].attempts[0].begins_ms, Some(600_000));
    give(pass(2, Some(3), when), back).unwrap();
    // Somebody sets the clock on the wall forward by an hour: the stopwatch counts, and the difference is told.
    let (set, when) = moment(1860 + 3600, "second window", 60_050);
    let elapsed = desk.drill(drill, set, when.tick.clone()).elapsed.unwrap();
    assert_eq!((elapsed.running_ms, elapsed.disagreements.len()), (1_860_000, 1));
    give(pass(3, None, when.clone()), set).unwrap();
    give(D::StopClock { service: PRINTING, event: String::new(), when: when.clone() }, set).unwrap();
    give(D::End { when }, set).unwrap();
    give(D::RecordResult { result: found() }, set).unwrap();
    give(D::SubmitResult {}, set).unwrap();
    let view = desk.drill(drill, set, None);
    assert_eq!(view.services[0].recovery.map(Length::whole_seconds), Some(1860));
    assert_eq!(view.proposed_verdict, Some(Verdict::Passed));
    let approve =
        || D::ApproveResult { verdict: Verdict::Passed, conditions: String::new(), reason: String::new() };
    let refused = give(approve(), set).unwrap_err();
    assert!(matches!(refused, Fault::Refused(Refusal::Drill(_))), "{refused:?}");
    desk.as_person(JONAS, Some(drill), Command::Drill(approve()), set).unwrap();
    let question = Question::Coverage { on: None };
    let Answer::Coverage(covered) = desk.app.query(&question, set).unwrap() else { panic!("no coverage") };
    let ages: Vec<_> = covered.coverage.cells.iter().map(|cell| (cell.deputy, cell.age)).collect();
    assert_eq!(ages.iter().filter(|one| **one == (false, Age::Fresh)).count(), 3);
    assert_eq!(ages.iter().filter(|one| **one == (true, Age::Never)).count(), 3);
    let incremental = desk.rows();
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), incremental);
}

/// A test of the plan that began at a minute after noon; step 2 comes out as `second` and the result as `verdict`.
fn conducted(desk: &Staffed, plan: StreamId, minute: i64, second: Outcome, verdict: Verdict) -> StreamId {
    let drill = desk.scheduled(plan);
    let at = |after: i64| now().plus(Length::minutes(minute + after));
    let give = |command: D, after| desk.as_person(ANNA, Some(drill), Command::Drill(command), at(after));
    let when = When::default;
    give(D::Start { guide: None, when: when() }, 0).unwrap();
    give(D::StartClock { service: PRINTING, event: String::new(), when: when() }, 0).unwrap();
    give(D::StartStep { step: id(1), person: None, despite: String::new(), when: when() }, 0).unwrap();
    give(pass(1, Some(2), when()), 5).unwrap();
    if second == Outcome::Failed {
        give(
            D::FailStep { step: id(2), reason: "DNS zeigt noch auf das alte Ziel".into(), when: when() },
            10,
        )
        .unwrap();
        give(D::SkipStep { step: id(3), reason: "geht ohne 2 nicht".into(), when: when() }, 15).unwrap();
    } else {
        give(pass(2, Some(3), when()), 10).unwrap();
        give(pass(3, None, when()), 15).unwrap();
        give(D::StopClock { service: PRINTING, event: String::new(), when: when() }, 15).unwrap();
    }
    give(D::End { when: when() }, 20).unwrap();
    give(D::RecordResult { result: found() }, 20).unwrap();
    give(D::SubmitResult {}, 20).unwrap();
    let reason = "gemeinsam beurteilt".to_owned();
    let approve = D::ApproveResult { verdict, conditions: "bis Juli nachbessern".into(), reason };
    desk.as_person(JONAS, Some(drill), Command::Drill(approve), at(25)).unwrap();
    drill
}

fn standing(desk: &Desk, key: &str, minute: i64) -> Vec<(Option<u8>, Standing)> {
    let question = Question::Deadlines { on: None, within: None, kept: true };
    let answer = desk.app.query(&question, now().plus(Length::minutes(minute))).unwrap();
    let Answer::Deadlines(view) = answer else { panic!("no deadlines") };
    let rows = view.items.into_iter().filter(|row| row.deadline.key == key);
    let mut rows: Vec<_> = rows.map(|row| (row.deadline.duty, row.deadline.standing)).collect();
    rows.sort_unstable();
    rows
}

#[test]
fn a_test_settles_the_yearly_one_its_review_analyses_it_and_a_failed_one_is_done_again() {
    let desk = Staffed::on(Desk::with_people());
    let plan = desk.planned();
    assert_eq!(standing(&desk, "drillPeriodic", 0), [(Some(32), Standing::Due)]);
    let failed = conducted(&desk, plan, 0, Outcome::Failed, Verdict::Failed);
    assert_eq!(standing(&desk, "drillPeriodic", 60), [(Some(32), Standing::Due), (Some(32), Standing::Kept)]);
    assert_eq!(standing(&desk, "retest", 60), [(None, Standing::Due)]);
    let again = |minute| desk.drill(failed, now().plus(Length::minutes(minute)), None).retest_duty.unwrap();
    assert!(again(60).due.is_some() && again(60).passed.is_none());
    assert_eq!(standing(&desk, "analysed", 60), [(Some(33), Standing::Due)]);
    conducted(&desk, plan, 60, Outcome::Passed, Verdict::Passed);
    assert_eq!(standing(&desk, "retest", 120), [(None, Standing::Kept)]);
    assert!(again(120).passed.is_some());
    let by_hand = D::NoteAnalysis { review: plan, number: "P-2026-001".into() };
    let refused = desk.give(Some(failed), Command::Drill(by_hand)).unwrap_err();
    assert!(matches!(refused, Fault::Refused(Refusal::Rights(_))), "{refused:?}");
    let occasion = Occasion::OnDemand { why: Why::DeficiencyFound, reason: "Zwei Tests".into() };
    let planned = Some("2026-05-02".parse().unwrap());
    let review = desk.give(None, Command::Review(R::Plan { occasion, planned, lead: None })).unwrap().record;
    let later = now().plus(Length::minutes(120));
    worked_through(&desk, review);
    submitted(&desk, review, false);
    let question = Question::Drills(Box::new(DrillsQuery { unanalysed: true, ..DrillsQuery::default() }));
    let unanalysed = |desk: &Desk| {
        let Answer::Drills(page) = desk.app.query(&question, later).unwrap() else { panic!("no tests") };
        page.total
    };
    assert_eq!(unanalysed(&desk), 2);
    desk.approve_as(JONAS, review).unwrap();
    assert_eq!(unanalysed(&desk), 0);
    let view = desk.drill(failed, later, None);
    assert_eq!(view.reviews.iter().map(|one| one.review).collect::<Vec<_>>(), [review]);
    assert_eq!(standing(&desk, "analysed", 120), [(Some(33), Standing::Kept); 2]);
    let incremental = desk.rows();
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), incremental);
}

#[test]
fn a_finding_of_a_test_is_proved_by_a_later_test_of_the_step_and_open_again_when_it_fails_there() {
    let desk = Staffed::desk();
    let plan = desk.planned();
    let first = conducted(&desk, plan, 0, Outcome::Failed, Verdict::Failed);
    let at_minute = |minute| now().plus(Length::minutes(minute));
    let give = |by, record, command: F, minute| {
        desk.as_person(by, record, Command::Finding(command), at_minute(minute)).map(|done| done.record)
    };
    let concerns = Concern { step: "Schritt 2".into(), ..Concern::default() };
    let raise = F::Raise {
        origin: Origin::Drill { drill: first },
        title: "DNS wird nicht umgestellt".into(),
        kind: Kind::Major,
        details: Details { concerns, ..Details::default() },
        owner: Some(ANNA),
        due: Some("2026-06-01".parse().unwrap()),
    };
    let finding = give(ANNA, None, raise, 30).unwrap();
    let on = |by, command, minute| give(by, Some(finding), command, minute);
    let moment = |minute| Moment::exact(at_minute(minute), Zone::UTC);
    on(ANNA, F::Accept { at: moment(31), note: String::new() }, 31).unwrap();
    on(ANNA, F::Start { at: moment(32) }, 32).unwrap();
    let how = "TTL gesenkt".to_owned();
    on(ANNA, F::ReportImplemented { person: ANNA, at: moment(33), how }, 33).unwrap();
    on(JONAS, F::CheckImplementation { method: "nachgesehen".into() }, 34).unwrap();
    on(JONAS, F::StartEffectivenessCheck { expected: None, note: String::new() }, 35).unwrap();
    let unproved = on(JONAS, F::ConfirmEffective { proof: first, note: String::new() }, 36).unwrap_err();
    assert!(matches!(
        unproved,
        Fault::Refused(Refusal::Finding(finding::Refusal::FindingProofTooEarly { .. }))
    ));
    let passed = conducted(&desk, plan, 60, Outcome::Passed, Verdict::Passed);
    let view = |minute| {
        let question = Question::Finding { record: RecordRef::Id(finding), by: Some(JONAS) };
        let Answer::Finding(view) = desk.app.query(&question, at_minute(minute)).unwrap() else { panic!() };
        view
    };
    let offered = view(90).proofs;
    assert_eq!(offered.iter().map(|one| one.proof.record()).collect::<Vec<_>>(), [passed]);
    let announced = |minute| {
        let Answer::Home(home) = desk.app.query(&Question::Home {}, at_minute(minute)).unwrap() else {
            panic!()
        };
        let own = home.needs.into_iter().filter(|need| need.record == finding);
        own.map(|need| (need.kind, need.text)).collect::<Vec<_>>()
    };
    assert_eq!(announced(90), [(NeedKind::FindingProof, "T-2026-002".to_owned())]);
    on(JONAS, F::ConfirmEffective { proof: passed, note: String::new() }, 91).unwrap();
    on(JONAS, F::Close { note: String::new() }, 92).unwrap();
    assert_eq!(announced(93), [], "somebody said so");
    let again = conducted(&desk, plan, 120, Outcome::Failed, Verdict::Failed);
    assert_eq!(view(150).failures.iter().map(|one| one.proof.record()).collect::<Vec<_>>(), [again]);
    assert_eq!(announced(150), [(NeedKind::FindingAgain, "T-2026-003".to_owned())]);
    on(JONAS, F::Reopen { reason: "wieder".into(), proof: again }, 151).unwrap();
    let open = view(152);
    assert_eq!((open.phase_today, open.origin_number.as_deref()), (finding::Phase::Open, Some("T-2026-001")));
    let home = |desk: &Desk| {
        let Answer::Home(home) = desk.app.query(&Question::Home {}, at_minute(152)).unwrap() else {
            panic!()
        };
        home
    };
    assert!(home(&desk).needs.iter().any(|need| need.kind == NeedKind::Retest && need.record == again));
    assert!(home(&desk).tests.is_empty());
    let running = desk.scheduled(plan);
    let start = Command::Drill(D::Start { guide: None, when: When::default() });
    desk.as_person(ANNA, Some(running), start, at_minute(152)).unwrap();
    assert_eq!(
        home(&desk).tests.iter().map(|test| (test.record, test.all)).collect::<Vec<_>>(),
        [(running, 3)]
    );
}

#[test]
fn a_test_is_not_of_a_plan_that_is_no_plan() {
    let desk = Staffed::desk();
    let incident = desk.reported();
    let drill = desk.scheduled(desk.planned());
    let arrangement = desk.drill(drill, now(), None).arrangement.clone();
    for plan in [incident, StreamId(uuid::Uuid::from_u128(0x77))] {
        let schedule = D::Schedule {
            title: String::new(),
            plan,
            version: 1,
            unapproved: "ohne".into(),
            trigger: Trigger::Yearly,
            occasion: String::new(),
            planned: at("2026-05-02T12:00:00Z"),
            until: None,
            arrangement: arrangement.clone(),
        };
        let refused = desk.give(None, Command::Drill(schedule)).unwrap_err();
        let unknown = crate::domain::drill::Refusal::PlanUnknown;
        assert_eq!(refused, Fault::Refused(Refusal::Drill(unknown)));
    }
}

#[test]
fn plans_and_tests_are_listed_filtered_sorted_and_compared() {
    let desk = Staffed::desk();
    let plan = desk.planned();
    desk.give(Some(plan), Command::Plan(P::BeginVersion { reason: "Neuer Dienst".into() })).unwrap();
    let changed = PlanStep { planned_minutes: Some(25), ..content().steps[1].clone() };
    desk.give(Some(plan), Command::Plan(P::PutStep { step: changed, place: None })).unwrap();
    let view = desk.plan(plan, JONAS);
    assert_eq!((view.approved, view.versions[0].stage), (Some(1), Stage::Draft));
    let question = Question::PlanDifference { record: RecordRef::Id(plan), from: 1, to: 2 };
    let Answer::PlanDifference(difference) = desk.app.query(&question, now()).unwrap() else { panic!() };
    assert_eq!((difference.fields.len(), difference.steps.len()), (0, 1));
    let plans = |query: PlansQuery| {
        let Answer::Plans(page) = desk.app.query(&Question::Plans(Box::new(query)), now()).unwrap() else {
            panic!()
        };
        page.total
    };
    let searched = |search: &str| plans(PlansQuery { search: search.into(), ..PlansQuery::default() });
    assert_eq!((searched("k-2026 AUSFALL"), searched("region fällt"), searched("nirgends")), (1, 1, 0));
    assert_eq!(plans(PlansQuery { stages: vec![Stage::Approved], ..PlansQuery::default() }), 0);
    let drill = desk.scheduled(plan);
    let query = DrillsQuery { plan: Some(RecordRef::Id(plan)), ..DrillsQuery::default() };
    let Answer::Drills(page) = desk.app.query(&Question::Drills(Box::new(query)), now()).unwrap() else {
        panic!()
    };
    assert_eq!((page.total, page.items[0].id), (1, drill));
    assert_eq!(page.items[0].number, "T-2026-001");
}

#[test]
fn a_plan_goes_out_as_a_spreadsheet_and_comes_back_from_the_bytes_that_were_kept() {
    let desk = Staffed::desk();
    let plan = desk.planned();
    let sheet = Bytes::PlanSheet { record: RecordRef::Id(plan), version: 1, language: Language::En };
    let bytes = desk.app.bytes(&sheet).unwrap();
    let kept = desk.app.keep(&mut bytes.as_slice()).unwrap();
    let question = Question::ReadPlan { hash: kept.hash, name: "plan.xlsx".into() };
    let Answer::PlanRead(read) = desk.app.query(&question, now()).unwrap() else { panic!("nothing read") };
    assert_eq!(*read, PlanRead { content: content(), problems: Vec::new() });
}

/// What somebody might press on a test.
fn issue_report(desk: &Staffed, drill: StreamId, approver: PersonId) -> Result<Committed, Fault> {
    let command = crate::domain::report::Command::Issue {
        kind: crate::domain::report::ReportKind::DrTest,
        about: drill,
        language: Language::De,
        approver,
        imprint: crate::domain::report::Imprint::default(),
    };
    let later = now().plus(Length::minutes(40));
    desk.app.execute(&desk.order(None, Command::Report(command)), later)
}

#[test]
fn the_report_of_a_test_is_issued_by_somebody_else_before_the_test_closes() {
    let desk = Staffed::desk();
    let drill = conducted(&desk, desk.planned(), 0, Outcome::Failed, Verdict::Failed);
    let reports = || {
        let Answer::Reports(reports) = desk.app.query(&Question::Reports {}, now()).unwrap() else {
            panic!("not reports")
        };
        reports
    };
    assert_eq!(reports().waiting_tests.len(), 1);
    assert!(issue_report(&desk, drill, ANNA).is_err(), "whoever conducted it does not approve its report");
    issue_report(&desk, drill, JONAS).unwrap();
    let held = reports();
    assert!(held.waiting_tests.is_empty());
    assert_eq!(
        (held.issued[0].about_number.as_str(), held.issued[0].about_title.as_str()),
        ("T-2026-001", "Ausfall der Region")
    );
    let close =
        desk.as_person(ANNA, Some(drill), Command::Drill(D::Close {}), now().plus(Length::minutes(41)));
    close.unwrap();
    // Nobody notes a report that was not issued.
    let noted =
        D::NoteReport { report: drill, number: "B".into(), approver: JONAS, at: at("2026-05-02T12:50:00Z") };
    let refused = desk.as_person(ANNA, Some(drill), Command::Drill(noted), now().plus(Length::minutes(42)));
    assert!(matches!(refused, Err(Fault::Refused(Refusal::Rights(_)))), "{refused:?}");
    let before = desk.rows();
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), before);
}

#[test]
fn the_report_of_a_test_prints_every_field_in_both_languages_as_pdf_a_2a_and_pdf_ua_1() {
    use crate::reports::dr_test::{document, gather, print};
    use crate::reports::edition::Wanted;
    use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
    let desk = Staffed::desk();
    let plan = desk.planned();
    let drill = conducted(&desk, plan, 0, Outcome::Failed, Verdict::Failed);
    let passed = conducted(&desk, plan, 60, Outcome::Passed, Verdict::Passed);
    let bare = desk.scheduled(plan);
    let raise = F::Raise {
        origin: Origin::Drill { drill },
        title: "DNS wird nicht umgestellt".into(),
        kind: Kind::Major,
        details: Details::default(),
        owner: Some(JONAS),
        due: None,
    };
    desk.give(None, Command::Finding(raise)).unwrap();
    let conn = desk.app.workspace().reader().unwrap();
    for language in [Language::De, Language::En] {
        for (name, record) in [("failed", drill), ("passed", passed), ("bare", bare)] {
            let wanted = Wanted { language, author: Some(ANNA), issue: None };
            let facts = gather(&conn, RecordRef::Id(record), wanted).unwrap();
            let bytes = print(&facts).unwrap().bytes;
            if let Ok(folder) = std::env::var("LOTSE_PAPER") {
                let file = format!("test-{name}-{}.pdf", crate::words::word(&language));
                std::fs::write(std::path::Path::new(&folder).join(file), &bytes).unwrap();
            }
            for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
                let report =
                    validate_pdf_bytes(&bytes, &ValidationOptions::default().profile(profile)).unwrap();
                assert!(report.failures.is_empty(), "{name} {profile:?}: {:?}", report.failures);
            }
            let said = serde_json::to_string(&document(&facts).unwrap().blocks).unwrap();
            let raw: Vec<_> =
                said.match_indices("\"text\":\"test-report-").map(|(at, _)| &said[at..at + 60]).collect();
            assert!(raw.is_empty() && !said.contains("{ $"), "{raw:?}");
            for missing in ["\"drill-", "\"plan-", "\"report-", "\"duty-", "\"step-state-"] {
                let held = said.matches(&format!("\"text\":{missing}")).count();
                assert_eq!(held, 0, "{missing} in {name}");
            }
        }
    }
    says_every_field(&conn, drill);
}

/// The report of the test that failed names what report-contents.md (b) asks for.
fn says_every_field(conn: &rusqlite::Connection, drill: StreamId) {
    use crate::reports::dr_test::{document, gather};
    use crate::reports::edition::Wanted;
    let wanted = Wanted { language: Language::De, author: Some(ANNA), issue: None };
    let facts = gather(conn, RecordRef::Id(drill), wanted).unwrap();
    let said = serde_json::to_string(&document(&facts).unwrap().blocks).unwrap();
    for part in [
        "Ausfall der Region",
        "Funktionstest",
        "Raum 4",
        "Testmandant",
        "K-2026-001, Fassung 1",
        "Jonas Keil, 02.05.2026",
        "Drucken geht",
        "in 60 min",
        "Ohne Schwierigkeiten",
        "1 von 3 bestanden",
        "2 Schritt 2",
        "DNS zeigt noch auf das alte Ziel",
        "Übersprungen",
        "Cloud-Druck",
        "Nicht wiederhergestellt",
        "Ziel 1\u{a0}h",
        "Nicht bestanden",
        "bis Juli nachbessern",
        "In Ordnung, belegt",
        "F-2026-001",
        "Der Test wurde nicht bestanden. Er ist bis 01.06.2026 zu wiederholen.",
        "Nächster jährlicher Test",
        "bis 02.05.2027, erfüllt mit T-2026-002 am 02.05.2026",
        "Freigegeben von",
    ] {
        assert!(said.contains(part), "{part} is missing");
    }
}

#[test]
fn only_a_test_that_counts_moves_the_yearly_date_and_the_report_says_what_the_ledger_says() {
    use crate::duties::Uncounted;
    use crate::reports::dr_test::gather;
    use crate::reports::edition::Wanted;
    let desk = Staffed::desk();
    let plan = desk.planned();
    let yearly = |record| {
        let conn = desk.app.workspace().reader().unwrap();
        let wanted = Wanted { language: Language::De, author: None, issue: None };
        let yearly = gather(&conn, RecordRef::Id(record), wanted).unwrap().yearly;
        let next = yearly.next.into_iter().map(|next| (next.due.to_string(), next.kept.map(|kept| kept.0)));
        (yearly.counted.map(|day| day.to_string()), next.collect::<Vec<_>>())
    };
    let at = |day: i64, minute: i64| now().plus(Length::minutes(day * 24 * 60 + minute));
    let give =
        |drill, command: D, at| desk.as_person(ANNA, Some(drill), Command::Drill(command), at).unwrap();
    let owed = vec![("2027-05-02".to_owned(), None)];
    let aborted = desk.scheduled(plan);
    assert_eq!(yearly(aborted), (Err(Uncounted::NotOver), owed.clone()));
    give(aborted, D::Start { guide: None, when: When::default() }, at(10, 0));
    give(aborted, D::Abort { reason: "Störung".into(), when: When::default() }, at(10, 5));
    assert_eq!(yearly(aborted), (Err(Uncounted::Aborted), owed.clone()), "the founding's term runs on");
    let counted = conducted(&desk, plan, 20 * 24 * 60, Outcome::Passed, Verdict::Passed);
    let moved = ("2027-05-22".to_owned(), None);
    assert_eq!(yearly(counted), (Ok("2026-05-22".into()), vec![moved.clone()]));
    assert_eq!(yearly(aborted).1, vec![moved], "what is owed still is what the ledger has");
    // The rule of a later day is not that of this test; a later test keeps its date.
    let term = Some(policy::Term { amount: 6, unit: policy::Unit::Months });
    let from = "2026-06-01".parse().unwrap();
    let rule = policy::Command::SetRule {
        kind: policy::RuleKind::DrillPeriodic,
        term,
        from,
        reason: "öfter".into(),
    };
    desk.as_person(ANNA, None, Command::Policy(rule), at(21, 0)).unwrap();
    let next = conducted(&desk, plan, 40 * 24 * 60, Outcome::Failed, Verdict::Failed);
    assert_eq!(yearly(counted).1, [("2027-05-22".to_owned(), Some("T-2026-003".to_owned()))]);
    let failed = (Ok("2026-06-11".into()), vec![("2026-12-11".to_owned(), None)]);
    assert_eq!(yearly(next), failed, "a test that was not passed took place all the same");
}

#[test]
fn a_guide_knows_the_test_that_ran_by_it_and_when_a_step_was_passed_there() {
    use crate::domain::guide::{Command as G, Kind, Remarks};
    use crate::domain::incident::GuideUse;
    let desk = Staffed::desk();
    let remarks = Remarks { change: "neu".into(), no_teams: "nur intern".into(), ..Remarks::default() };
    let text = "# Leitfaden Druck\n\n## Schritt 1\n\nAbschalten.\n\n## Schritt 2\n\nDNS umstellen.\n";
    let create = G::Create {
        kind: Kind::RecoveryGuide,
        title: "Leitfaden Druck".into(),
        text: text.into(),
        remarks,
        file: None,
    };
    let guide = desk.give(None, Command::Guide(create)).unwrap().record;
    desk.give(Some(guide), Command::Guide(G::Submit { version: 1 })).unwrap();
    for command in
        [G::Approve { version: 1 }, G::PutInForce { version: 1, from: "2026-05-02".parse().unwrap() }]
    {
        desk.as_person(JONAS, Some(guide), Command::Guide(command), now()).unwrap();
    }
    let drill = desk.scheduled(desk.planned());
    let give = |command: D, minute| {
        let at = now().plus(Length::minutes(minute));
        desk.as_person(ANNA, Some(drill), Command::Drill(command), at).unwrap()
    };
    let used = Some(GuideUse { title: "Leitfaden Druck".into(), version: "1".into() });
    give(D::Start { guide: used, when: When::default() }, 0);
    give(D::StartStep { step: id(1), person: None, despite: String::new(), when: When::default() }, 0);
    give(pass(1, Some(2), When::default()), 5);
    give(D::FailStep { step: id(2), reason: "DNS zeigt auf das alte Ziel".into(), when: When::default() }, 9);
    let view = || {
        let question = Question::Guide { record: RecordRef::Id(guide), version: None, by: None };
        let Answer::Guide(view) = desk.app.query(&question, now()).unwrap() else { panic!("no document") };
        view
    };
    assert!(view().steps.iter().all(|step| step.passed.is_none()), "what runs can still be put right");
    give(D::SkipStep { step: id(3), reason: "geht ohne 2 nicht".into(), when: When::default() }, 10);
    give(D::End { when: When::default() }, 10);
    give(D::RecordResult { result: found() }, 11);
    give(D::SubmitResult {}, 11);
    let verdict =
        D::ApproveResult { verdict: Verdict::Failed, conditions: String::new(), reason: String::new() };
    desk.as_person(JONAS, Some(drill), Command::Drill(verdict), now().plus(Length::minutes(12))).unwrap();
    let view = view();
    let uses: Vec<_> = view.used.iter().map(|used| (used.number.as_str(), used.version.as_str())).collect();
    assert_eq!(uses, [("T-2026-001", "1")]);
    let passed: Vec<_> =
        view.steps.iter().map(|step| step.passed.as_ref().map(|held| held.number.as_str())).collect();
    assert_eq!(passed, [Some("T-2026-001"), None], "what failed proves nothing");
    let before = desk.rows();
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), before);
}

fn presses() -> impl Strategy<Value = Vec<(u8, u128, u16)>> {
    prop::collection::vec((0_u8..16, 1_u128..4, 0_u16..900), 1..40)
}

fn command(what: u8, part: u128, second: u16) -> D {
    let (step, reason, when) = (id(part), "weil".to_owned(), When::default);
    let late = When { at: Some(at("2026-05-02T12:00:00Z")), tick: None };
    match what {
        0 | 1 => D::StartStep { step, person: None, despite: String::new(), when: when() },
        2 | 3 => pass(part, None, when()),
        4 => D::FailStep { step, reason, when: when() },
        5 => D::SkipStep { step, reason, when: when() },
        6 => D::Retry { step, person: None, when: when() },
        7 => D::Pause { reason, when: when() },
        8 => D::Resume { when: when() },
        9 => D::Note { id: id(u128::from(second)), text: reason, step: None, when: late },
        10 => D::StartClock { service: PRINTING, event: String::new(), when: when() },
        11 => D::StopClock { service: PRINTING, event: String::new(), when: when() },
        12 => D::End { when: when() },
        13 => D::RecordResult { result: found() },
        14 => D::SubmitResult {},
        _ => D::ApproveResult { verdict: Verdict::Failed, conditions: String::new(), reason: String::new() },
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_the_plan_stays_frozen_the_approval_takes_two_and_the_rows_are_what_the_log_says(
        presses in presses(),
    ) {
        let desk = Staffed::desk();
        let drill = desk.scheduled(desk.planned());
        let start = D::Start { guide: None, when: When::default() };
        desk.give(Some(drill), Command::Drill(start)).unwrap();
        let frozen = desk.drill(drill, now(), None).about.clone();
        let mut clock = 0;
        for (what, part, second) in presses {
            clock += i64::from(second);
            let moment = now().plus(Length::seconds(clock));
            let by = if second % 5 == 0 { JONAS } else { ANNA };
            let _ = desk.as_person(by, Some(drill), Command::Drill(command(what, part, second)), moment);
            let view = desk.drill(drill, moment, None);
            prop_assert_eq!(&view.about, &frozen);
            prop_assert!(view.verdict.as_ref().is_none_or(|judged| judged.by == JONAS));
            prop_assert!(view.elapsed.unwrap().running_ms <= clock * 1000);
        }
        let incremental = desk.rows();
        desk.app.rebuild().unwrap();
        prop_assert_eq!(desk.rows(), incremental);
    }
}

#[test]
fn each_plan_or_each_service_is_tested_at_least_so_often_where_the_policy_wants_it() {
    let desk = Staffed::desk();
    let plan = desk.planned();
    let promised = || {
        let question = Question::Ledger { on: None, duty: Some(32), every: false };
        // Written down in the same second: what is asked a minute later knows of it.
        let later = now().plus(Length::minutes(1));
        let Answer::Ledger(view) = desk.app.query(&question, later).unwrap() else { panic!("no ledger") };
        let told = |row: queries::views::DeadlineRow| (row.number, row.deadline.text, row.deadline.standing);
        view.occurrences.into_iter().map(told).collect::<Vec<_>>()
    };
    let scope = |scope| {
        let command = policy::Command::SetDrillScope { scope };
        desk.give(None, Command::Policy(command)).unwrap();
    };
    assert_eq!(promised(), [(String::new(), String::new(), Standing::Due)], "any test will do");
    scope(policy::DrillScope::Plan);
    let (number, named) = ("K-2026-001".to_owned(), "K-2026-001 Ausfall der Region".to_owned());
    assert_eq!(promised(), [(number, named, Standing::Due)]);
    scope(policy::DrillScope::Service);
    assert_eq!(promised(), [(String::new(), "Cloud-Druck".to_owned(), Standing::Due)]);
    scope(policy::DrillScope::Plan);
    let retire = P::Retire { reason: "ersetzt".to_owned() };
    desk.give(Some(plan), Command::Plan(retire)).unwrap();
    assert!(promised().is_empty(), "nobody tests by a plan that is not used any more");
}
