//! The rules of a process review.

mod anew;

use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::domain::Context;
use crate::domain::incident::Written;
use crate::ids::{EventId, Series, StreamId};

const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(10));
const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(11));
const TEAM: TeamId = TeamId(uuid::Uuid::from_u128(20));
const OTHER_TEAM: TeamId = TeamId(uuid::Uuid::from_u128(21));
const INCIDENT: StreamId = StreamId(uuid::Uuid::from_u128(30));
const CHANGE: StreamId = StreamId(uuid::Uuid::from_u128(31));
const ITEM: PartId = PartId(uuid::Uuid::from_u128(40));
const DEFICIENCY: PartId = PartId(uuid::Uuid::from_u128(41));

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn at(text: &str) -> Moment {
    Moment::exact(text.parse().unwrap(), Zone::UTC)
}

/// A review with whoever orders next and what the program knows.
struct Desk {
    review: Option<Review>,
    context: Context,
    given: Given,
    events: Vec<Event>,
}

impl Desk {
    fn new() -> Self {
        let context = Context {
            now: "2026-06-01T12:00:00Z".parse().unwrap(),
            zone: Zone::UTC,
            by: ANNA,
            roles: [].into(),
            number: Number { series: Series::Review, year: 2026, count: 1 },
            importing: false,
            policy: Arc::default(),
            alone: false,
        };
        Self { review: None, context, given: Given::default(), events: Vec::new() }
    }

    fn try_to(&mut self, command: Command) -> Result<usize, Refusal> {
        let events = decide(self.review.as_ref(), command, &self.given, &self.context)?;
        let id = EventId(uuid::Uuid::from_u128(1));
        let written = Written { id, by: self.context.by, recorded: self.context.now };
        for event in &events {
            self.review = evolve(self.review.take(), event, &written);
        }
        self.events.extend(events.iter().cloned());
        Ok(events.len())
    }

    fn order(&mut self, command: Command) -> &mut Self {
        self.try_to(command).unwrap();
        self
    }

    fn refused(&mut self, command: Command) -> Refusal {
        self.try_to(command).unwrap_err()
    }

    fn by(&mut self, person: PersonId) -> &mut Self {
        self.context.by = person;
        self
    }

    fn review(&self) -> &Review {
        self.review.as_ref().unwrap()
    }

    fn phase(&self) -> Phase {
        self.review().phase
    }

    fn ended(&mut self, on: Option<&str>) -> &mut Self {
        self.given.emergency = Some(Ended { number: "N-2026-004".to_owned(), on: on.map(day) });
        self
    }
}

fn after_emergency() -> Command {
    Command::Plan {
        occasion: Occasion::AfterEmergency { incident: INCIDENT },
        planned: None,
        lead: Some(ANNA),
    }
}

fn on_demand() -> Command {
    let occasion = Occasion::OnDemand { why: Why::DeficiencyFound, reason: "Vertretung fehlt".to_owned() };
    Command::Plan { occasion, planned: Some(day("2026-06-10")), lead: Some(ANNA) }
}

/// A review after an emergency that ended on the first of May.
fn planned() -> Desk {
    let mut desk = Desk::new();
    desk.ended(Some("2026-05-01")).order(after_emergency());
    desk
}

fn input(facts: Facts) -> Input {
    Input {
        id: ITEM,
        kind: InputKind::Emergency,
        record: INCIDENT,
        part: None,
        number: "N-2026-004".to_owned(),
        title: "Druckdienst steht".to_owned(),
        facts,
        mark: Mark::New,
    }
}

fn in_progress() -> Desk {
    let mut desk = planned();
    let period = Period { from: day("2025-06-01"), until: day("2026-06-01") };
    desk.given.inputs = Some((period, vec![input(Facts::default())]));
    desk.order(Command::Prepare { at: at("2026-06-01T08:00:00Z") });
    desk.order(Command::Start { at: at("2026-06-01T09:00:00Z") });
    desk
}

fn state(topic: Topic) -> Command {
    Command::State { topic, text: "So ist es.".to_owned() }
}

fn unchanged(item: PartId) -> Command {
    Command::DecideItem { item, decision: Decision::NoChange { because: "einmalig".to_owned() } }
}

fn changed(item: PartId) -> Command {
    let decision =
        Decision::Change { change: CHANGE, title: "Vertretung benennen".to_owned(), wanted: String::new() };
    Command::DecideItem { item, decision }
}

fn name(teams: &[TeamId]) -> Command {
    Command::NameTeams(Teams { teams: teams.to_vec(), none_because: String::new() })
}

fn finished(teams: &[TeamId]) -> Desk {
    let mut desk = in_progress();
    for step in Step::ALL {
        let (judgement, proof) = (Some(Judgement::Effective), "Protokoll".to_owned());
        desk.order(Command::JudgeStep { step: *step, judgement, proof });
    }
    for topic in [Topic::Suitability, Topic::Adequacy, Topic::Effectiveness] {
        desk.order(state(topic));
    }
    desk.order(unchanged(ITEM)).order(name(teams)).order(Command::SetNext { day: day("2027-05-31") });
    desk
}

fn conclude(change_needed: bool) -> Command {
    Command::Conclude { change_needed, reason: "Bewährt".to_owned(), at: at("2026-06-01T10:00:00Z") }
}

fn submitted(teams: &[TeamId]) -> Desk {
    let mut desk = finished(teams);
    desk.order(conclude(false)).order(Command::Submit { at: at("2026-06-01T10:30:00Z") });
    desk
}

fn approve() -> Command {
    Command::Approve { at: at("2026-06-01T11:00:00Z") }
}

fn approved(teams: &[TeamId]) -> Desk {
    let mut desk = submitted(teams);
    desk.by(JONAS).order(approve());
    desk
}

fn informed(team: TeamId) -> Command {
    Command::NoteTeamInformed { team, at: at("2026-06-01T11:30:00Z"), way: "Teamrunde".to_owned() }
}

#[test]
fn a_review_after_an_emergency_is_planned_for_the_last_day_of_its_term() {
    let desk = planned();
    assert_eq!(desk.review().planned, day("2026-05-31"));
    assert_eq!(desk.review().due(&desk.context.policy), Some(day("2026-05-31")));
}

#[test]
fn a_review_is_planned_only_after_an_emergency_that_ended_and_once() {
    let mut desk = Desk::new();
    assert_eq!(desk.refused(after_emergency()), Refusal::NoSuchEmergency);
    desk.ended(None);
    assert_eq!(
        desk.refused(after_emergency()),
        Refusal::EmergencyNotEnded { number: "N-2026-004".to_owned() }
    );
    desk.ended(Some("2026-05-01")).given.other = Some("P-2026-007".to_owned());
    let other = Refusal::ReviewPlannedAlready { number: "P-2026-007".to_owned() };
    assert_eq!(desk.refused(after_emergency()), other);
}

#[test]
fn a_periodic_review_is_planned_for_the_day_that_the_last_one_set() {
    let mut desk = Desk::new();
    let (approved, next) = (day("2025-11-01"), Some(day("2026-10-15")));
    desk.given.last = Some(Last { number: "P-2025-001".to_owned(), approved, next });
    desk.order(Command::Plan { occasion: Occasion::Periodic {}, planned: None, lead: None });
    assert_eq!(desk.review().planned, day("2026-10-15"));
    assert_eq!(desk.review().due(&desk.context.policy), Some(day("2026-11-01")));
}

#[test]
fn a_review_on_demand_needs_a_day_and_a_reason() {
    let demand = |reason: &str, planned| Command::Plan {
        occasion: Occasion::OnDemand { why: Why::PlannedExtension, reason: reason.to_owned() },
        planned,
        lead: None,
    };
    let mut desk = Desk::new();
    assert_eq!(desk.refused(demand(" ", Some(day("2026-07-01")))), Refusal::ReasonMissing);
    assert_eq!(desk.refused(demand("Neue Region", None)), Refusal::PlannedDayMissing);
    assert_eq!(desk.try_to(demand("Neue Region", Some(day("2026-07-01")))), Ok(1));
    assert_eq!(desk.review().due(&desk.context.policy), None);
}

#[test]
fn a_duty_is_cancelled_only_with_a_new_day_that_keeps_it() {
    let mut desk = planned();
    desk.context.now = "2026-05-10T12:00:00Z".parse().unwrap();
    let cancel = |next| Command::Cancel { reason: "Raum belegt".to_owned(), next };
    assert_eq!(desk.refused(cancel(None)), Refusal::NewDayMissing);
    let late = Refusal::NewDayTooLate { latest: day("2026-05-31") };
    assert_eq!(desk.refused(cancel(Some(day("2026-06-01")))), late);
    let over = day("2026-05-09");
    assert_eq!(desk.refused(cancel(Some(over))), Refusal::DayOver { day: over });
    desk.order(cancel(Some(day("2026-05-20"))));
    assert_eq!((desk.phase(), desk.review().planned), (Phase::Planned, day("2026-05-20")));
    let path: Vec<_> = desk.review().path.iter().map(|passed| passed.phase).collect();
    assert_eq!(path, [Phase::Planned, Phase::Cancelled, Phase::Planned]);
}

#[test]
fn a_review_on_demand_is_cancelled_for_good() {
    let mut desk = Desk::new();
    desk.order(on_demand()).order(Command::Cancel { reason: "Erweiterung abgesagt".to_owned(), next: None });
    assert_eq!(desk.phase(), Phase::Cancelled);
    let postpone = Command::Postpone { to: day("2026-08-01"), reason: "doch".to_owned() };
    assert!(matches!(desk.refused(postpone), Refusal::ReviewNotInPhase { .. }));
}

#[test]
fn a_review_that_nobody_worked_on_lapses_with_the_end_and_comes_back_with_the_next_one() {
    let mut desk = planned();
    desk.ended(None).order(Command::FollowEmergency {});
    assert_eq!(desk.phase(), Phase::Cancelled);
    assert_eq!(desk.try_to(Command::FollowEmergency {}), Ok(0));
    desk.ended(Some("2026-05-03")).order(Command::FollowEmergency {});
    assert_eq!((desk.phase(), desk.review().planned), (Phase::Planned, day("2026-06-02")));
    assert_eq!(desk.review().due(&desk.context.policy), Some(day("2026-06-02")));
}

#[test]
fn a_review_that_somebody_works_on_stays_and_follows_the_day_of_the_end() {
    let mut desk = in_progress();
    desk.ended(None);
    assert_eq!(desk.try_to(Command::FollowEmergency {}), Ok(0));
    desk.ended(Some("2026-05-02")).order(Command::FollowEmergency {});
    assert_eq!(desk.phase(), Phase::InProgress);
    assert_eq!(desk.review().due(&desk.context.policy), Some(day("2026-06-01")));
}

#[test]
fn the_planned_periodic_review_follows_the_approval_of_another_one() {
    let mut desk = Desk::new();
    desk.order(Command::Plan { occasion: Occasion::Periodic {}, planned: None, lead: None });
    assert_eq!(desk.review().planned, day("2027-06-01"));
    let (approved, next) = (day("2026-06-01"), Some(day("2027-03-01")));
    desk.given.last = Some(Last { number: "P-2026-009".to_owned(), approved, next });
    desk.order(Command::FollowApproval {});
    assert_eq!((desk.review().planned, desk.phase()), (day("2027-03-01"), Phase::Planned));
    assert_eq!(desk.try_to(Command::FollowApproval {}), Ok(0));
}

#[test]
fn nobody_starts_a_review_that_nobody_leads() {
    let mut desk = Desk::new();
    desk.ended(Some("2026-05-01"));
    let occasion = Occasion::AfterEmergency { incident: INCIDENT };
    desk.order(Command::Plan { occasion, planned: None, lead: None });
    let start = Command::Start { at: at("2026-06-01T09:00:00Z") };
    assert!(matches!(desk.refused(start.clone()), Refusal::ReviewNotInPhase { .. }));
    desk.order(Command::Prepare { at: at("2026-06-01T08:00:00Z") });
    assert_eq!(desk.refused(start.clone()), Refusal::LeadMissing);
    desk.order(Command::AssignLead { person: JONAS }).order(start);
    assert_eq!(desk.phase(), Phase::InProgress);
}

#[test]
fn what_happened_lies_neither_in_the_future_nor_before_what_it_follows() {
    let mut desk = planned();
    let future = Command::Prepare { at: at("2026-06-02T12:00:00Z") };
    assert!(matches!(desk.refused(future), Refusal::InTheFuture { .. }));
    desk.order(Command::Prepare { at: at("2026-06-01T08:00:00Z") });
    let before = Command::Start { at: at("2026-06-01T07:00:00Z") };
    assert!(matches!(desk.refused(before), Refusal::ReviewBefore { review_phase: Phase::Prepared, .. }));
}

#[test]
fn a_judgement_needs_its_proof_unless_there_is_nothing_to_show() {
    let mut desk = in_progress();
    let judge = |judgement| Command::JudgeStep { step: Step::Recovery, judgement, proof: String::new() };
    assert_eq!(desk.refused(judge(Some(Judgement::Partly))), Refusal::ProofMissing);
    assert_eq!(desk.try_to(judge(Some(Judgement::NotExercised))), Ok(1));
    assert_eq!(desk.try_to(judge(None)), Ok(1));
    assert!(desk.review().content.judgements.is_empty());
}

#[test]
fn a_review_is_concluded_only_when_everything_is_judged_decided_and_set() {
    let mut desk = in_progress();
    let add = Command::AddDeficiency {
        id: DEFICIENCY,
        text: "Kein Vertreter".to_owned(),
        step: Some(Step::TeamFormation),
    };
    desk.order(add);
    let Refusal::ReviewUnfinished { review_gaps } = desk.refused(conclude(false)) else {
        panic!("concluded")
    };
    assert_eq!(review_gaps.len(), Step::ALL.len() + 1 + 1 + 3 + 1 + 1);
    let mut desk = finished(&[TEAM]);
    desk.order(conclude(false));
    assert_eq!(desk.phase(), Phase::Decided);
}

#[test]
fn the_conclusion_says_what_the_decisions_say() {
    let mut desk = finished(&[TEAM]);
    assert_eq!(desk.refused(conclude(true)), Refusal::ConclusionContradicts { changes: 0 });
    desk.order(changed(ITEM));
    assert_eq!(desk.refused(conclude(false)), Refusal::ConclusionContradicts { changes: 1 });
    desk.order(conclude(true));
}

#[test]
fn a_change_that_was_asked_for_is_not_taken_back_here() {
    let mut desk = in_progress();
    desk.order(changed(ITEM));
    assert_eq!(desk.refused(unchanged(ITEM)), Refusal::ItemHasChange);
    assert_eq!(desk.refused(Command::ReopenItem { item: ITEM }), Refusal::ItemHasChange);
    assert_eq!(desk.try_to(changed(ITEM)), Ok(0));
}

#[test]
fn a_deficiency_that_was_dropped_needs_no_decision() {
    let mut desk = finished(&[TEAM]);
    let add = Command::AddDeficiency { id: DEFICIENCY, text: "Kein Vertreter".to_owned(), step: None };
    desk.order(Command::NameTeams(Teams { teams: vec![], none_because: "Niemand betroffen".to_owned() }));
    desk.order(add);
    assert!(matches!(desk.refused(conclude(false)), Refusal::ReviewUnfinished { .. }));
    desk.order(Command::DropDeficiency { id: DEFICIENCY, reason: "Doch benannt".to_owned() })
        .order(conclude(false));
}

#[test]
fn the_next_review_is_held_within_the_term() {
    let mut desk = in_progress();
    let set = |text| Command::SetNext { day: day(text) };
    assert_eq!(desk.refused(set("2027-06-02")), Refusal::NextTooLate { latest: day("2027-06-01") });
    assert_eq!(desk.refused(set("2026-06-01")), Refusal::DayOver { day: day("2026-06-01") });
    assert_eq!(desk.try_to(set("2027-06-01")), Ok(1));
}

#[test]
fn no_teams_to_inform_needs_a_reason() {
    let mut desk = in_progress();
    assert_eq!(desk.refused(name(&[])), Refusal::ReasonMissing);
}

#[test]
fn a_rejection_leads_back_with_its_reason_and_stays_in_the_path() {
    let mut desk = submitted(&[TEAM]);
    let reject = Command::Reject { reason: "Nachweis fehlt".to_owned(), at: at("2026-06-01T10:45:00Z") };
    desk.by(JONAS).order(reject);
    assert_eq!(desk.phase(), Phase::InProgress);
    desk.order(conclude_later()).order(Command::Submit { at: at("2026-06-01T10:55:00Z") });
    let reasons: Vec<_> = desk.review().path.iter().map(|passed| passed.reason.as_str()).collect();
    assert!(reasons.contains(&"Nachweis fehlt"));
}

fn conclude_later() -> Command {
    Command::Conclude { change_needed: false, reason: "Bewährt".to_owned(), at: at("2026-06-01T10:50:00Z") }
}

#[test]
fn whoever_led_a_review_does_not_approve_it() {
    let mut desk = submitted(&[TEAM]);
    assert_eq!(desk.refused(approve()), Refusal::ApproverLed);
    desk.by(JONAS).order(approve());
    let version = desk.review().approved().unwrap();
    assert_eq!((version.approver, version.alone), (JONAS, false));
}

#[test]
fn handing_the_lead_over_does_not_free_the_way_to_approve() {
    let mut desk = in_progress();
    desk.order(Command::AssignLead { person: JONAS });
    let review = desk.review();
    assert!(review.led.contains(&ANNA) && review.led.contains(&JONAS));
}

#[test]
fn a_person_who_is_alone_approves_and_the_record_says_so() {
    let mut desk = submitted(&[TEAM]);
    desk.context.alone = true;
    desk.order(approve());
    assert!(desk.review().approved().unwrap().alone);
}

#[test]
fn the_review_goes_on_when_every_team_was_informed() {
    let mut desk = approved(&[TEAM, OTHER_TEAM]);
    assert_eq!(desk.phase(), Phase::Approved);
    let stranger = TeamId(uuid::Uuid::from_u128(99));
    assert_eq!(desk.refused(informed(stranger)), Refusal::TeamNotNamed);
    desk.order(informed(TEAM));
    assert_eq!((desk.phase(), desk.review().uninformed()), (Phase::Approved, vec![OTHER_TEAM]));
    desk.order(informed(OTHER_TEAM));
    assert_eq!(desk.phase(), Phase::TeamsInformed);
    desk.order(Command::TakeBackInformed { team: TEAM, reason: "Runde fiel aus".to_owned() });
    assert_eq!(desk.phase(), Phase::Approved);
    desk.order(informed(TEAM)).order(reported(JONAS)).order(close());
    assert_eq!(desk.phase(), Phase::Closed);
}

#[test]
fn a_review_closes_when_the_report_of_the_version_that_stands_is_issued() {
    let mut desk = approved(&[TEAM]);
    desk.order(informed(TEAM));
    assert_eq!(desk.refused(close()), Refusal::ReviewReportMissing);
    assert_eq!(desk.refused(reported(ANNA)), Refusal::ApproverLed);
    desk.order(reported(JONAS));
    assert!(desk.review().is_reported());
    desk.by(ANNA).order(Command::Revise { reason: "Anlass berichtigt".to_owned() });
    assert!(matches!(desk.refused(reported(JONAS)), Refusal::ReviewNotInPhase { .. }));
    desk.order(conclude(false)).order(Command::Submit { at: at("2026-06-01T10:30:00Z") });
    desk.by(JONAS).order(approve()).order(informed(TEAM));
    // The report of the first version says nothing of the second.
    assert!(!desk.review().is_reported());
    assert_eq!(desk.refused(close()), Refusal::ReviewReportMissing);
    desk.order(reported(JONAS)).order(close());
    let printed: Vec<_> = desk.review().reports.iter().map(|report| report.version).collect();
    assert_eq!((desk.phase(), printed), (Phase::Closed, vec![1, 2]));
}

fn reported(approver: PersonId) -> Command {
    let (report, number) = (StreamId(uuid::Uuid::from_u128(50)), "B-2026-001".to_owned());
    Command::NoteReport { report, number, approver, at: at("2026-06-01T11:42:00Z") }
}

fn close() -> Command {
    Command::Close { at: at("2026-06-01T11:45:00Z") }
}

#[test]
fn where_no_team_is_to_be_informed_the_review_goes_on_at_once() {
    let mut desk = finished(&[TEAM]);
    desk.order(Command::NameTeams(Teams { teams: vec![], none_because: "Nichts geändert".to_owned() }));
    desk.order(conclude(false)).order(Command::Submit { at: at("2026-06-01T10:30:00Z") });
    desk.by(JONAS).order(approve());
    assert_eq!(desk.phase(), Phase::TeamsInformed);
}

#[test]
fn after_approval_a_correction_is_a_new_version_and_the_old_one_stays() {
    let mut desk = approved(&[TEAM]);
    assert!(matches!(desk.refused(state(Topic::Feedback)), Refusal::ReviewNotInPhase { .. }));
    desk.by(ANNA).order(Command::Revise { reason: "Zahl berichtigt".to_owned() });
    let first = desk.review().versions[0].clone();
    desk.order(state(Topic::Feedback)).order(Command::Conclude {
        change_needed: false,
        reason: "Bewährt".to_owned(),
        at: at("2026-06-01T11:20:00Z"),
    });
    desk.order(Command::Submit { at: at("2026-06-01T11:30:00Z") });
    desk.by(JONAS).order(Command::Approve { at: at("2026-06-01T11:40:00Z") });
    let review = desk.review();
    assert_eq!(review.versions[0], first);
    assert_eq!((review.versions[1].version, review.uninformed()), (2, vec![TEAM]));
    assert_eq!(review.approved_on(), Some(day("2026-06-01")));
}

#[test]
fn a_new_version_can_be_given_up() {
    let mut desk = approved(&[TEAM]);
    desk.order(informed(TEAM));
    let drop = Command::DropRevision { reason: "Stimmte doch".to_owned() };
    assert_eq!(desk.refused(drop.clone()), Refusal::NoRevision);
    let before = desk.review().content.clone();
    desk.by(ANNA)
        .order(Command::Revise { reason: "Zahl".to_owned() })
        .order(state(Topic::Feedback))
        .order(drop);
    assert_eq!((desk.phase(), &desk.review().content), (Phase::TeamsInformed, &before));
    assert_eq!(desk.review().version, 1);
}

#[test]
fn the_newest_step_is_taken_back_until_it_is_approved() {
    let mut desk = submitted(&[TEAM]);
    let back = || Command::TakeBack { reason: "Zu früh".to_owned() };
    for phase in [Phase::Decided, Phase::InProgress, Phase::Prepared, Phase::Planned] {
        desk.order(back());
        assert_eq!(desk.phase(), phase);
    }
    assert_eq!(desk.refused(back()), Refusal::NoReviewStepToTakeBack);
    assert_eq!(approved(&[TEAM]).refused(back()), Refusal::NoReviewStepToTakeBack);
}

#[test]
fn a_button_and_its_rule_never_disagree() {
    let desk = submitted(&[TEAM]);
    let refusal = |deed| {
        let mut possible = possible(desk.review(), &desk.context).into_iter();
        possible.find(|possible| possible.deed == deed).unwrap().refusal
    };
    assert_eq!(refusal(Deed::Approve), Some(Refusal::ApproverLed));
    assert_eq!(refusal(Deed::Reject), None);
    assert!(matches!(refusal(Deed::Start), Some(Refusal::ReviewNotInPhase { .. })));
}

/// What somebody might order, in whatever order.
fn anything() -> impl Strategy<Value = (bool, Command)> {
    let moment = at("2026-06-01T11:00:00Z");
    let reason = || "weil".to_owned();
    let orders = vec![
        Command::Prepare { at: moment },
        Command::Start { at: moment },
        state(Topic::Suitability),
        state(Topic::Adequacy),
        state(Topic::Effectiveness),
        Command::State { topic: Topic::Feedback, text: "anders".to_owned() },
        unchanged(ITEM),
        changed(ITEM),
        name(&[TEAM]),
        name(&[TEAM, OTHER_TEAM]),
        Command::SetNext { day: day("2027-01-01") },
        Command::AssignLead { person: ANNA },
        Command::AssignLead { person: JONAS },
        Command::Conclude { change_needed: false, reason: reason(), at: moment },
        Command::Conclude { change_needed: true, reason: reason(), at: moment },
        Command::Submit { at: moment },
        Command::Reject { reason: reason(), at: moment },
        Command::Approve { at: moment },
        Command::NoteTeamInformed { team: TEAM, at: moment, way: reason() },
        Command::NoteTeamInformed { team: OTHER_TEAM, at: moment, way: reason() },
        Command::TakeBackInformed { team: TEAM, reason: reason() },
        reported(JONAS),
        Command::Close { at: moment },
        Command::Revise { reason: reason() },
        Command::DropRevision { reason: reason() },
        Command::TakeBack { reason: reason() },
        Command::FollowEmergency {},
        Command::Refresh {},
        Command::Postpone { to: day("2026-07-01"), reason: reason() },
    ];
    (any::<bool>(), prop::sample::select(orders))
}

proptest! {
    #[test]
    fn whatever_is_ordered_no_approved_version_changes_and_no_lead_approves(
        orders in prop::collection::vec(anything(), 1..60)
    ) {
        let mut desk = finished(&[TEAM]);
        let mut kept: Vec<Version> = Vec::new();
        for (anna, command) in orders {
            desk.by(if anna { ANNA } else { JONAS });
            let led = desk.review().led.clone();
            let events = desk.events.len();
            let _ = desk.try_to(command);
            for event in &desk.events[events..] {
                if let Event::Approved { alone, .. } = event {
                    prop_assert!(!alone && !led.contains(&desk.context.by));
                }
            }
            // Who was informed of a version is told afterwards; what it says is not.
            let bare = |version: &Version| Version { informed: Vec::new(), ..version.clone() };
            let now: Vec<Version> = desk.review().versions.iter().map(bare).collect();
            prop_assert!(now.starts_with(&kept));
            prop_assert!(now.iter().zip(1..).all(|(version, count)| version.version == count));
            kept = now;
        }
    }
}
