//! Stories over the whole core: orders in, answers out.

mod any_orders;
mod change;
mod deadlines;
mod drill;
mod erasure;
mod finding;
mod guide;
mod notice;
mod proof;
mod reminders;
mod review;
mod review_inputs;
mod second_person;
mod taking_back;
mod taking_over;

use super::*;
use crate::domain::incident::{self, Fact, Milestone, Phase, Severity, Source};
use crate::domain::organisation::{self, Language, PersonalData};
use crate::domain::{Command, Refusal};
use crate::ids::{OrderId, PartId, PersonId, RecordRef, ServiceId, SlaLevelId, StreamId};
use crate::queries::views::{JournalQuery, RegisterQuery};
use crate::time::{Length, Moment, Zone};

/// Bytes that differ each time and are the same in every run.
struct Counting(std::sync::atomic::AtomicU64);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        let next = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed).to_be_bytes();
        bytes.iter_mut().zip(next.iter().rev().cycle()).for_each(|(byte, random)| *byte = *random);
    }
}

struct Desk {
    app: App,
    _folder: tempfile::TempDir,
    orders: std::cell::Cell<u128>,
}

const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(0xa));
const STRANGER: PersonId = PersonId(uuid::Uuid::from_u128(0xb));

fn at(text: &str) -> Moment {
    Moment::exact(text.parse().unwrap(), Zone::UTC)
}

fn now() -> Instant {
    "2026-05-02T12:00:00Z".parse().unwrap()
}

impl Desk {
    fn founded() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let workspace = Workspace::create(&folder.path().join("Probe.lotse"), None, now()).unwrap();
        let app = App::new(workspace, Box::new(Counting(1.into()))).unwrap();
        let desk = Self { app, _folder: folder, orders: 0x100.into() };
        let founder =
            PersonalData { name: "Anna Berg".to_owned(), email: String::new(), phone: String::new() };
        let found = organisation::Command::Found {
            name: "Loftware Cloud".to_owned(),
            language: Language::De,
            zone: "Europe/Berlin".parse().unwrap(),
            teams: Vec::new(),
            founder,
        };
        desk.give(None, Command::Organisation(found)).unwrap();
        desk
    }

    fn order(&self, record: Option<StreamId>, command: Command) -> Order {
        self.orders.set(self.orders.get() + 1);
        let id = OrderId(uuid::Uuid::from_u128(self.orders.get()));
        Order { id, by: ANNA, record: record.map(RecordRef::Id), command, batch: None }
    }

    fn give(&self, record: Option<StreamId>, command: Command) -> Result<Committed, Fault> {
        self.app.execute(&self.order(record, command), now())
    }

    fn reported(&self) -> StreamId {
        let report = incident::Command::Report {
            title: "Drucken nicht möglich".to_owned(),
            source: Source::Monitoring,
            noticed: at("2026-05-01T08:10:00Z"),
            impact_start: Some(at("2026-05-01T08:00:00Z")),
            severity: Some(Severity::High),
            description: "Alle Aufträge bleiben stehen.".to_owned(),
            services: Vec::new(),
        };
        self.give(None, Command::Incident(report)).unwrap().record
    }

    fn tell(&self, record: StreamId, command: incident::Command) -> Committed {
        self.give(Some(record), Command::Incident(command)).unwrap()
    }

    fn refused(&self, record: StreamId, command: incident::Command) -> incident::Refusal {
        match self.give(Some(record), Command::Incident(command)) {
            Err(Fault::Refused(Refusal::Incident(refusal))) => refusal,
            other => panic!("not refused: {other:?}"),
        }
    }

    fn view(&self, record: StreamId) -> Box<queries::views::IncidentView> {
        let question = Question::Incident { record: RecordRef::Id(record) };
        let Answer::Incident(view) = self.app.query(&question, now()).unwrap() else {
            panic!("not an incident")
        };
        view
    }

    /// Every row of every read model, as text.
    fn rows(&self) -> Vec<String> {
        let conn = self.app.workspace().writer();
        let mut rows = Vec::new();
        for table in projections::TABLES {
            let mut all = conn.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
            let columns = all.column_count();
            let mut found = all.query([]).unwrap();
            while let Some(row) = found.next().unwrap() {
                let values: Vec<_> =
                    (0..columns).map(|column| format!("{:?}", row.get_ref(column).unwrap())).collect();
                rows.push(format!("{table}: {}", values.join(", ")));
            }
        }
        rows
    }
}

fn declared(desk: &Desk) -> StreamId {
    let record = desk.reported();
    desk.tell(record, incident::Command::StartAssessment { at: at("2026-05-01T08:15:00Z") });
    let declare = incident::Command::DeclareEmergency {
        at: at("2026-05-01T08:30:00Z"),
        decider: ANNA,
        reason: "Ausfall betrifft alle Mandanten".to_owned(),
        consulted: vec![ANNA],
        unconsulted: String::new(),
    };
    desk.tell(record, declare);
    record
}

fn lead(record: StreamId, desk: &Desk) {
    let role = incident::Command::AssignRole {
        role: incident::TeamRole::Lead,
        person: ANNA,
        deputy: None,
        at: at("2026-05-01T08:35:00Z"),
        handover: String::new(),
    };
    desk.tell(record, role);
    desk.tell(record, incident::Command::FormTeam { at: at("2026-05-01T08:36:00Z") });
}

#[test]
fn an_emergency_goes_its_way_from_the_first_alert_to_the_end() {
    let desk = Desk::founded();
    let record = declared(&desk);
    let refusal = desk.refused(record, incident::Command::FormTeam { at: at("2026-05-01T08:36:00Z") });
    assert_eq!(refusal, incident::Refusal::TeamWithoutLead);
    lead(record, &desk);
    for (fact, text) in
        [(Fact::Scope, "Druckdienst"), (Fact::Impact, "kein Druck"), (Fact::Cause, "unbekannt")]
    {
        desk.tell(record, incident::Command::StateFact { fact, text: text.to_owned() });
    }
    desk.tell(record, incident::Command::CompleteAnalysis { at: at("2026-05-01T08:50:00Z") });
    desk.tell(record, incident::Command::StartRecovery { at: at("2026-05-01T09:00:00Z"), guide: None });
    desk.tell(record, incident::Command::MarkRestored { at: at("2026-05-01T10:00:00Z") });
    desk.tell(record, incident::Command::EndEmergency { at: at("2026-05-01T10:30:00Z"), person: ANNA });
    let view = desk.view(record);
    assert_eq!((view.number.as_str(), view.phase, view.emergency), ("N-2026-001", Phase::Ended, true));
    let length = |kind| view.durations.iter().find(|d| d.kind == kind).and_then(|d| d.length);
    assert_eq!(length(incident::DurationKind::ToNotice), Some(Length::minutes(10)));
    assert_eq!(length(incident::DurationKind::Downtime), Some(Length::minutes(120)));
    assert_eq!(view.people.get(&ANNA).map(String::as_str), Some("Anna Berg"));
}

#[test]
fn what_another_version_shows_is_not_shown_where_it_cannot_be_made_anew() {
    let desk = Desk::founded();
    let workspace = desk.app.workspace();
    let look =
        || Workspace::look(workspace.path(), None).map(|found| App::new(found, Box::new(Counting(1.into()))));
    assert!(look().unwrap().is_ok());
    workspace
        .writer()
        .execute_batch("UPDATE projection_state SET version = 0 WHERE name = 'register'")
        .unwrap();
    let refused = look().unwrap().err();
    assert_eq!(refused, Some(Fault::Failed(Failure::ViewsOfAnotherVersion)));
}

#[test]
fn an_end_that_nobody_recorded_gives_no_number() {
    let desk = Desk::founded();
    let view = desk.view(declared(&desk));
    let downtime = view.durations.iter().find(|d| d.kind == incident::DurationKind::Downtime).unwrap();
    assert_eq!((downtime.length, downtime.backwards), (None, false));
}

#[test]
fn an_order_that_is_sent_twice_happens_once() {
    let desk = Desk::founded();
    let record = desk.reported();
    let entry = incident::Command::AddEntry {
        id: PartId(uuid::Uuid::from_u128(9)),
        kind: incident::EntryKind::Status,
        text: "Erste Prüfung".to_owned(),
        at: at("2026-05-01T08:20:00Z"),
        outside: None,
    };
    let order = desk.order(Some(record), Command::Incident(entry));
    let first = desk.app.execute(&order, now()).unwrap();
    let second = desk.app.execute(&order, now()).unwrap();
    assert_eq!((first.events, first.number), (second.events, second.number));
    let written =
        desk.view(record).entries.into_iter().filter(|e| matches!(e.what, incident::EntryWhat::Text(_)));
    assert_eq!(written.count(), 1);
}

#[test]
fn a_refused_order_writes_nothing_and_gives_no_number_away() {
    let desk = Desk::founded();
    let record = desk.reported();
    let before = desk.rows();
    let future = incident::Command::StartAssessment { at: at("2027-01-01T00:00:00Z") };
    assert!(matches!(desk.refused(record, future), incident::Refusal::InTheFuture { .. }));
    assert_eq!(desk.rows(), before);
    let second = desk.reported();
    assert_eq!(desk.view(second).number, "N-2026-002");
}

#[test]
fn a_stranger_may_order_nothing() {
    let desk = Desk::founded();
    let mut order =
        desk.order(None, Command::Organisation(organisation::Command::Rename { name: "X".to_owned() }));
    order.by = STRANGER;
    let refusal = desk.app.execute(&order, now()).unwrap_err();
    assert_eq!(refusal, Fault::Refused(Refusal::Rights(crate::domain::rights::Refusal::Stranger)));
}

#[test]
fn whom_and_what_an_order_names_must_be_known() {
    use crate::domain::known::Refusal as Unknown;
    let desk = Desk::founded();
    let record = desk.reported();
    let (service, level) = (ServiceId(uuid::Uuid::from_u128(7)), SlaLevelId(uuid::Uuid::from_u128(8)));
    let figures = incident::ImpactFigures { services: vec![service], ..incident::ImpactFigures::default() };
    let at = at("2026-05-01T08:20:00Z");
    for (command, unknown) in [
        (
            incident::Command::SolveBySupport { at, decider: STRANGER, reason: "-".to_owned() },
            Unknown::PersonNotKnown { id: STRANGER },
        ),
        (incident::Command::StateImpact { figures }, Unknown::ServiceNotKnown { id: service }),
        (incident::Command::SetSlaLevel { level: Some(level) }, Unknown::SlaLevelNotKnown { id: level }),
    ] {
        let refusal = desk.give(Some(record), Command::Incident(command)).unwrap_err();
        assert_eq!(refusal, Fault::Refused(Refusal::Known(unknown)));
    }
}

#[test]
fn who_left_is_named_in_late_entries_and_orders_nothing() {
    let desk = Desk::founded();
    let record = desk.reported();
    let come = organisation::Command::PutPerson {
        id: STRANGER,
        data: Some(PersonalData { name: "Ben Ott".to_owned(), email: String::new(), phone: String::new() }),
        roles: [organisation::Role::Recorder].into(),
        teams: std::collections::BTreeSet::new(),
    };
    desk.give(None, Command::Organisation(come)).unwrap();
    desk.give(None, Command::Organisation(organisation::Command::RetirePerson { id: STRANGER })).unwrap();
    let late = |by| Order {
        by,
        ..desk.order(
            Some(record),
            Command::Incident(incident::Command::SolveBySupport {
                at: at("2026-05-01T08:20:00Z"),
                decider: STRANGER,
                reason: "Neustart".to_owned(),
            }),
        )
    };
    let refusal = desk.app.execute(&late(STRANGER), now()).unwrap_err();
    assert_eq!(refusal, Fault::Refused(Refusal::Rights(crate::domain::rights::Refusal::Stranger)));
    desk.app.execute(&late(ANNA), now()).unwrap();
}

#[test]
fn what_was_changed_can_be_undone_and_the_log_tells_both() {
    let desk = Desk::founded();
    let record = desk.reported();
    let moved = incident::Command::SetMilestone {
        milestone: Milestone::ImpactStart,
        to: Some(at("2026-05-01T07:00:00Z")),
        reason: "laut Protokoll des Gateways".to_owned(),
    };
    let order = desk.tell(record, moved).order;
    assert_eq!(desk.view(record).durations[0].length, Some(Length::minutes(70)));
    let undone = desk.tell(record, incident::Command::Undo { order });
    assert_eq!(undone.events.len(), 2);
    assert_eq!(desk.view(record).durations[0].length, Some(Length::minutes(10)));
}

#[test]
fn a_consultation_that_was_entered_by_mistake_is_undone() {
    let desk = Desk::founded();
    let record = desk.reported();
    let consult = incident::Command::ConsultDeploymentTeam {
        at: at("2026-05-01T08:20:00Z"),
        person: ANNA,
        advice: "umschalten".to_owned(),
    };
    let done = desk.tell(record, consult);
    assert!(done.undoable);
    let order = done.order;
    assert_eq!(desk.view(record).consultations.len(), 1);
    let undone = desk.tell(record, incident::Command::Undo { order });
    assert_eq!(undone.events[0].kind, "incident.deedTakenBack");
    assert!(desk.view(record).consultations.is_empty());
}

#[test]
fn a_record_of_a_source_is_joined_with_one_record_and_the_join_can_be_taken_back() {
    let desk = Desk::founded();
    let (one, other) = (desk.reported(), desk.reported());
    let outside = incident::Outside { source: "statuspage/abc".to_owned(), id: "x1".to_owned(), url: None };
    let join = || incident::Command::JoinOutside(outside.clone());
    let joined = desk.tell(one, join());
    let order = |record| desk.order(Some(record), Command::Incident(join()));
    let number = desk.view(one).number;
    let taken = Refusal::Known(crate::domain::known::Refusal::OutsideTaken { number });
    assert_eq!(desk.app.execute(&order(other), now()).unwrap_err(), Fault::Refused(taken));
    assert!(desk.app.execute(&order(one), now()).unwrap().events.is_empty(), "said twice is harmless");
    desk.tell(one, incident::Command::Undo { order: joined.order });
    assert!(desk.view(one).outside.is_empty());
    desk.tell(other, join());
    let incremental = desk.rows();
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), incremental);
}

#[test]
fn reporting_is_undone_only_as_long_as_nothing_came_after_it() {
    let desk = Desk::founded();
    let (alone, worked) = (desk.reported(), desk.reported());
    let reported =
        |record: StreamId| crate::log::read_stream(&desk.app.workspace().writer(), record).unwrap()[0].order;
    let later = Order {
        ..desk.order(
            Some(worked),
            Command::Incident(incident::Command::StartAssessment { at: at("2026-05-01T08:20:00Z") }),
        )
    };
    let step = desk.app.execute(&later, now().plus(Length::minutes(1))).unwrap();
    assert!(!step.undoable, "a step has an order of its own that takes it back");
    let again = desk.app.execute(&later, now().plus(Length::minutes(1))).unwrap();
    assert_eq!(again.undoable, step.undoable);
    let undo = |record: StreamId| {
        let undo = incident::Command::Undo { order: reported(record) };
        desk.app.execute(&desk.order(Some(record), Command::Incident(undo)), now().plus(Length::minutes(2)))
    };
    assert!(undo(alone).is_ok());
    assert_eq!(desk.view(alone).phase, Phase::Withdrawn);
    let refused = undo(worked).unwrap_err();
    assert!(matches!(refused, Fault::Refused(Refusal::Incident(incident::Refusal::NotReversible))));
}

#[test]
fn the_journal_says_what_an_undone_order_had_written() {
    let desk = Desk::founded();
    let record = desk.reported();
    let title = "Kein Druck im Norden".to_owned();
    let order = desk.tell(record, incident::Command::Retitle { title }).order;
    desk.tell(record, incident::Command::Undo { order });
    let question =
        Question::Journal(JournalQuery { record: Some(RecordRef::Id(record)), ..JournalQuery::default() });
    let Answer::Journal(page) = desk.app.query(&question, now()).unwrap() else { panic!("not a journal") };
    assert_eq!(page.items[0].kind, "incident.undone");
    let undid = &page.items[0].undid;
    assert_eq!(undid.iter().map(|undid| undid.kind.as_str()).collect::<Vec<_>>(), ["incident.retitled"]);
    assert_eq!(undid[0].data.as_ref().unwrap()["title"], "Kein Druck im Norden");
    assert!(page.items[1..].iter().all(|row| row.undid.is_empty()));
}

#[test]
fn rebuilt_read_models_are_what_the_orders_made_one_by_one() {
    let desk = Desk::founded();
    lead(declared(&desk), &desk);
    desk.reported();
    let before = desk.rows();
    assert!(before.len() > 3);
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), before);
}

#[test]
fn the_register_finds_by_words_once_the_index_has_caught_up() {
    let desk = Desk::founded();
    desk.reported();
    let ask = |search: &str| {
        let query = RegisterQuery { search: search.to_owned(), ..RegisterQuery::default() };
        let question = Question::Register(Box::new(query));
        let Answer::Register(page) = desk.app.query(&question, now()).unwrap() else { panic!("not a page") };
        page.total
    };
    assert_eq!(ask("drucken"), 0);
    assert_eq!(desk.app.index(1000).unwrap(), 0);
    assert_eq!((ask("drucken mög"), ask("auftrage"), ask("nichts")), (1, 1, 0));
}

#[test]
fn a_preview_tells_what_a_moved_milestone_changes_and_writes_nothing() {
    let desk = Desk::founded();
    let record = desk.reported();
    let before = desk.view(record).version;
    let question = Question::PreviewMilestone {
        record: RecordRef::Id(record),
        milestone: Milestone::ImpactStart,
        to: Some(at("2026-05-01T08:05:00Z")),
    };
    let Answer::Preview(preview) = desk.app.query(&question, now()).unwrap() else { panic!("not a preview") };
    assert_eq!(preview.durations.len(), 1);
    assert_eq!(preview.durations[0].after, Some(Length::minutes(5)));
    assert_eq!((preview.refusal, desk.view(record).version), (None, before));
}

#[test]
fn a_preview_of_what_would_be_refused_says_so_and_shows_no_change() {
    let desk = Desk::founded();
    let record = desk.reported();
    let running = incident::Command::SetMilestone {
        milestone: Milestone::Running,
        to: Some(at("2026-05-01T09:00:00Z")),
        reason: String::new(),
    };
    desk.tell(record, running);
    for (milestone, to) in
        [(Milestone::Running, "2026-05-03T08:00:00Z"), (Milestone::ImpactStart, "2026-05-01T09:30:00Z")]
    {
        let to = Some(at(to));
        let question = Question::PreviewMilestone { record: RecordRef::Id(record), milestone, to };
        let Answer::Preview(preview) = desk.app.query(&question, now()).unwrap() else {
            panic!("not a preview")
        };
        let moved = incident::Command::SetMilestone { milestone, to, reason: "laut Protokoll".to_owned() };
        assert_eq!(preview.refusal, Some(desk.refused(record, moved)));
        assert!(preview.durations.is_empty() && preview.clocks_after.is_empty(), "{preview:?}");
    }
}

/// An emergency whose report lacks nothing.
fn followed_up(desk: &Desk) -> StreamId {
    let record = declared(desk);
    lead(record, desk);
    for fact in [Fact::Scope, Fact::Impact, Fact::Cause, Fact::RootCauses] {
        desk.tell(record, incident::Command::StateFact { fact, text: "Zertifikat abgelaufen 🔥".to_owned() });
    }
    let figures = incident::ImpactFigures { data_loss_minutes: Some(0), ..Default::default() };
    desk.tell(record, incident::Command::StateImpact { figures });
    desk.tell(record, incident::Command::CompleteAnalysis { at: at("2026-05-01T08:50:00Z") });
    desk.tell(record, incident::Command::StartRecovery { at: at("2026-05-01T09:00:00Z"), guide: None });
    desk.tell(record, incident::Command::MarkRestored { at: at("2026-05-01T10:00:00Z") });
    desk.tell(record, incident::Command::EndEmergency { at: at("2026-05-01T10:30:00Z"), person: ANNA });
    desk.tell(record, incident::Command::StartFollowUp { at: at("2026-05-01T11:00:00Z") });
    record
}

fn issue(about: StreamId) -> Command {
    let kind = crate::domain::report::ReportKind::PostIncident;
    let language = Language::De;
    Command::Report(crate::domain::report::Command::Issue {
        kind,
        about,
        language,
        approver: ANNA,
        imprint: crate::domain::report::Imprint::default(),
    })
}

#[test]
fn an_issued_report_is_kept_under_its_hash_and_noted_at_its_record() {
    let desk = Desk::founded();
    let record = followed_up(&desk);
    desk.give(None, issue(record)).unwrap();
    let view = desk.view(record);
    assert_eq!((view.phase, view.reports[0].number.as_str()), (Phase::ReportApproved, "B-2026-001"));
    let Answer::Reports(reports) = desk.app.query(&Question::Reports {}, now()).unwrap() else {
        panic!("not reports")
    };
    let row = &reports.issued[0];
    let bytes = desk.app.evidence(row.hash).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    assert!(row.pages > 3);
}

#[test]
fn a_report_that_lacks_something_is_not_issued_and_leaves_no_bytes() {
    let desk = Desk::founded();
    let record = declared(&desk);
    let refused = desk.give(None, issue(record));
    assert!(matches!(refused, Err(Fault::Refused(_))), "{refused:?}");
    assert!(blob::all(&desk.app.workspace().writer()).unwrap().is_empty());
}

#[test]
fn a_draft_is_the_same_until_something_is_recorded() {
    let desk = Desk::founded();
    let record = desk.reported();
    let draft = || desk.app.draft(RecordRef::Id(record), Language::En).unwrap();
    let first = draft();
    assert_eq!(first, draft());
    desk.tell(record, incident::Command::StartAssessment { at: at("2026-05-01T08:15:00Z") });
    assert_ne!(first, draft());
}

#[test]
fn what_was_promised_then_stands_after_the_promise_changed_and_the_service_is_gone() {
    let desk = Desk::founded();
    let id = ServiceId(uuid::Uuid::from_u128(0x77));
    let service = |rto| organisation::Service {
        id,
        name: "Cloud-Druck".to_owned(),
        rto_minutes: Some(rto),
        rpo_minutes: None,
    };
    let settle =
        |command| desk.app.execute(&desk.order(None, Command::Organisation(command)), now()).unwrap();
    settle(organisation::Command::PutService(service(120)));
    let record = desk.reported();
    let figures = incident::ImpactFigures { services: vec![id], ..incident::ImpactFigures::default() };
    desk.tell(record, incident::Command::StateImpact { figures });
    settle(organisation::Command::PutService(service(15)));
    let later = now().plus(Length::minutes(60 * 24));
    let put = desk.order(None, Command::Organisation(organisation::Command::PutService(service(30))));
    desk.app.execute(&put, later).unwrap();
    settle(organisation::Command::RetireService { id });
    let objectives = desk.view(record).objectives;
    assert_eq!(objectives.len(), 1, "the service is named though it is gone");
    assert_eq!(objectives[0].service.rto_minutes, Some(120));
}
