//! The rules of an incident, one sentence a test: given what happened, when somebody orders, then this follows.

mod deeds;
mod legal;
mod taking_back;

use std::collections::BTreeSet;

use super::*;
use crate::domain::Context;
use crate::ids::{EventId, OrderId, Series};
use crate::time::{Length, Zone};

const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(0xa));
const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(0xb));

fn at(minute: i64) -> Moment {
    let start: Instant = "2026-05-01T08:00:00Z".parse().unwrap();
    Moment::exact(start.plus(Length::minutes(minute)), Zone::UTC)
}

fn context() -> Context {
    Context {
        now: at(600).at,
        zone: Zone::UTC,
        by: ANNA,
        roles: BTreeSet::new(),
        number: Number { series: Series::Incident, year: 2026, count: 1 },
        importing: false,
        policy: std::sync::Arc::default(),
        alone: false,
    }
}

/// What happened so far.
struct Given(Vec<Event>);

fn given(commands: impl IntoIterator<Item = Command>) -> Given {
    let mut given = Given(Vec::new());
    for command in commands {
        let named = format!("{command:?}");
        let events = decide(given.state().as_ref(), command, &[], &context());
        given.0.extend(events.unwrap_or_else(|refusal| panic!("{named}: {refusal}")));
    }
    given
}

impl Given {
    fn state(&self) -> Option<Incident> {
        let mut state = None;
        for (count, event) in self.0.iter().enumerate() {
            let id = EventId(uuid::Uuid::from_u128(u128::try_from(count).unwrap() + 1));
            state = evolve(state, event, &Written { id, by: ANNA, recorded: at(300).at });
        }
        state
    }

    fn now(&self) -> Incident {
        self.state().unwrap()
    }

    fn when(&self, command: Command) -> Result<Vec<Event>, Refusal> {
        decide(self.state().as_ref(), command, &[], &context())
    }

    /// The story with what follows from an order, which is one event.
    fn with_one_event_of(mut self, command: Command) -> Self {
        let events = self.when(command).unwrap();
        assert_eq!(events.len(), 1);
        self.0.extend(events);
        self
    }

    fn refuses(&self, command: Command) -> Refusal {
        self.when(command).unwrap_err()
    }
}

/// The same without what only grows: the timeline and the time of the last change.
fn apart_from_the_timeline(incident: Incident) -> Incident {
    Incident { entries: Vec::new(), changed: at(0).at, ..incident }
}

fn report() -> Command {
    Command::Report {
        title: "Kein Druck".to_owned(),
        source: Source::Monitoring,
        noticed: at(10),
        impact_start: Some(at(0)),
        severity: Some(Severity::High),
        description: String::new(),
        services: Vec::new(),
    }
}

fn reason() -> String {
    "weil".to_owned()
}

fn declare() -> Command {
    Command::DeclareEmergency {
        at: at(30),
        decider: ANNA,
        reason: reason(),
        consulted: vec![JONAS],
        unconsulted: String::new(),
    }
}

fn lead(person: PersonId, minute: i64) -> Command {
    let handover = "Stand übergeben".to_owned();
    Command::AssignRole { role: TeamRole::Lead, person, deputy: None, at: at(minute), handover }
}

fn state_fact(fact: Fact) -> Command {
    Command::StateFact { fact, text: "bekannt".to_owned() }
}

fn analysed() -> Vec<Command> {
    vec![
        report(),
        Command::StartAssessment { at: at(12) },
        declare(),
        lead(ANNA, 31),
        Command::FormTeam { at: at(35) },
        state_fact(Fact::Scope),
        state_fact(Fact::Impact),
        state_fact(Fact::Cause),
        Command::CompleteAnalysis { at: at(50) },
    ]
}

fn ended() -> Vec<Command> {
    let mut story = analysed();
    story.push(Command::StartRecovery { at: at(60), guide: None });
    story.push(Command::MarkRestored { at: at(120) });
    story.push(Command::EndEmergency { at: at(150), person: ANNA });
    story
}

#[test]
fn an_incident_without_a_title_is_refused() {
    let mut nameless = report();
    if let Command::Report { title, .. } = &mut nameless {
        *title = "  ".to_owned();
    }
    assert_eq!(given([]).refuses(nameless), Refusal::TextMissing { field: "title".to_owned() });
}

#[test]
fn an_emergency_is_declared_with_a_reason() {
    let silent = Command::DeclareEmergency {
        at: at(30),
        decider: ANNA,
        reason: " ".to_owned(),
        consulted: vec![JONAS],
        unconsulted: String::new(),
    };
    assert_eq!(given([report()]).refuses(silent), Refusal::ReasonMissing);
}

#[test]
fn declaring_names_who_was_consulted_or_why_nobody_was() {
    let declare = |consulted, unconsulted: &str| Command::DeclareEmergency {
        at: at(30),
        decider: ANNA,
        reason: reason(),
        consulted,
        unconsulted: unconsulted.to_owned(),
    };
    assert_eq!(given([report()]).refuses(declare(vec![], " ")), Refusal::NobodyConsulted);
    assert!(given([report()]).when(declare(vec![], "Nachts war niemand erreichbar")).is_ok());
    let twice = given([report(), declare(vec![JONAS, ANNA, JONAS], "")]).now();
    assert_eq!(twice.decisions[0].consulted.len(), 2, "named twice is consulted once");
    let asked = Command::ConsultDeploymentTeam { at: at(20), person: JONAS, advice: reason() };
    assert!(given([report(), asked]).when(declare(vec![], "")).is_ok());
}

#[test]
fn several_people_recover_and_each_can_leave_but_the_lead_only_hands_over() {
    let take = |role, person, minute| Command::AssignRole {
        role,
        person,
        deputy: None,
        at: at(minute),
        handover: String::new(),
    };
    let leave = |role, person, minute| Command::ReleaseRole {
        role,
        person,
        at: at(minute),
        handover: "Schicht zu Ende".to_owned(),
    };
    let both =
        vec![report(), declare(), take(TeamRole::Recovery, ANNA, 31), take(TeamRole::Recovery, JONAS, 32)];
    let team = given(both.clone());
    assert_eq!(team.now().holders(TeamRole::Recovery).count(), 2);
    assert_eq!(
        team.refuses(leave(TeamRole::Recovery, JONAS, 5)),
        Refusal::ReleasedBeforeTaken { since: at(32).at, until: at(5).at }
    );
    let left = given([both, vec![leave(TeamRole::Recovery, ANNA, 40)]].concat());
    let held: Vec<_> = left.now().holders(TeamRole::Recovery).map(|held| held.person).collect();
    assert_eq!(held, [JONAS]);
    assert_eq!(left.when(leave(TeamRole::Recovery, ANNA, 41)), Ok(vec![]), "a second press is harmless");
    let led = given([report(), declare(), lead(ANNA, 31)]);
    assert_eq!(led.refuses(leave(TeamRole::Lead, ANNA, 40)), Refusal::TeamWithoutLead);
    assert!(led.when(lead(JONAS, 40)).is_ok());
}

/// The clocks at a minute, by the rules as the process has them.
fn standing(incident: &Incident, minute: i64) -> Vec<Clock> {
    let policy = crate::domain::policy::Policy::default();
    clocks(incident, &Rules { policy: &policy, zone: Zone::UTC }, at(minute).at)
}

fn contact() -> Command {
    Command::ContactProvider { at: at(50), tracking_ids: vec!["LT1".to_owned()], tickets: vec![] }
}

#[test]
fn the_case_at_the_provider_goes_on_and_never_back() {
    use ProviderState as S;
    let go = |to, text: &str| Command::AdvanceProviderCase { to, at: at(55), text: text.to_owned() };
    assert_eq!(given([report()]).refuses(go(S::Confirmed, "")), Refusal::NoProviderCase);
    let opened = given([report(), contact()]);
    assert_eq!(opened.now().provider.state, Some(S::Opened));
    assert!(
        opened.refuses(go(S::ReviewReceived, " ")) == Refusal::TextMissing { field: "review".to_owned() }
    );
    assert_eq!(opened.refuses(go(S::NoReview, "")), Refusal::ReasonMissing);
    let mitigated = given([report(), contact(), go(S::Mitigated, "")]);
    assert_eq!(mitigated.now().moment(Milestone::ProviderMitigated), Some(at(55)));
    assert_eq!(mitigated.refuses(go(S::Confirmed, "")), Refusal::ProviderCaseBehind { state: S::Mitigated });
    assert_eq!(mitigated.when(go(S::Mitigated, "")), Ok(vec![]), "a second press is harmless");
    let none = given([report(), contact(), go(S::NoReview, "Zu klein")]);
    let late = given([report(), contact(), go(S::NoReview, "Zu klein"), go(S::ReviewReceived, "Doch noch")]);
    assert_eq!(none.now().provider.review.unwrap().1, "Zu klein");
    assert_eq!(late.now().provider.review.unwrap().1, "Doch noch");
    assert_eq!(late.refuses(go(S::NoReview, "x")), Refusal::ProviderCaseBehind { state: S::ReviewReceived });
}

#[test]
fn a_judgement_needs_its_reason_and_a_moved_waiting_limit_too() {
    let judge = |fault, reason: &str| Command::JudgeProvider {
        provider: "Azure".to_owned(),
        fault,
        at: at(40),
        decider: ANNA,
        reason: reason.to_owned(),
    };
    assert_eq!(given([report()]).refuses(judge(ProviderFault::Yes, "")), Refusal::ReasonMissing);
    assert!(given([report()]).when(judge(ProviderFault::Unknown, "")).is_ok());
    let limit = |until, reason: &str| Command::SetWaitingLimit { until, reason: reason.to_owned() };
    let agreed = given([report(), limit(Some(at(90)), "")]);
    assert_eq!(agreed.refuses(limit(Some(at(120)), "")), Refusal::ReasonMissing);
    assert_eq!(agreed.refuses(limit(None, " ")), Refusal::ReasonMissing);
    assert!(agreed.when(limit(None, "Anbieter hat behoben")).is_ok());
}

#[test]
fn an_emergency_cannot_be_declared_twice() {
    let refusal = given([report(), declare()]).refuses(declare());
    assert!(matches!(refusal, Refusal::NotInPhase { phase: Phase::Declared, .. }));
}

#[test]
fn a_decision_not_to_escalate_leads_back_to_assessment_and_is_kept() {
    let decline = Command::DeclineEscalation { at: at(20), decider: ANNA, reason: reason() };
    let incident = given([report(), Command::StartAssessment { at: at(12) }, decline]).now();
    assert_eq!((incident.phase, incident.emergency), (Phase::InAssessment, false));
    assert_eq!(incident.decisions.len(), 1);
}

#[test]
fn a_second_press_of_a_button_is_harmless() {
    let story = given([report(), Command::StartAssessment { at: at(12) }]);
    assert_eq!(story.when(Command::StartAssessment { at: at(13) }), Ok(vec![]));
}

#[test]
fn the_team_is_not_formed_without_a_lead() {
    let story = given([report(), declare()]);
    assert_eq!(story.refuses(Command::FormTeam { at: at(35) }), Refusal::TeamWithoutLead);
}

#[test]
fn a_role_that_is_given_on_is_handed_over() {
    let incident = given([report(), declare(), lead(ANNA, 31), lead(JONAS, 90)]).now();
    assert_eq!(incident.holder(TeamRole::Lead).map(|held| held.person), Some(JONAS));
    assert_eq!((incident.team.len(), incident.team[0].until), (2, Some(at(90))));
}

#[test]
fn the_analysis_needs_scope_impact_and_cause() {
    let story = given([
        report(),
        declare(),
        lead(ANNA, 31),
        Command::FormTeam { at: at(35) },
        state_fact(Fact::Scope),
    ]);
    let missing = vec![Fact::Impact, Fact::Cause];
    assert_eq!(
        story.refuses(Command::CompleteAnalysis { at: at(50) }),
        Refusal::AnalysisIncomplete { missing }
    );
}

#[test]
fn waiting_needs_a_case_at_the_provider() {
    let wait = Command::DecideToWait { at: at(55), decider: ANNA, reason: reason() };
    assert_eq!(given(analysed()).refuses(wait), Refusal::NoProviderCase);
}

#[test]
fn an_end_before_its_start_is_refused() {
    let mut story = analysed();
    story.push(Command::StartRecovery { at: at(60), guide: None });
    let refusal = given(story).refuses(Command::MarkRestored { at: at(-5) });
    assert!(matches!(refusal, Refusal::EndBeforeStart { end: Milestone::Restored, .. }));
}

#[test]
fn what_happened_cannot_lie_in_the_future() {
    let refusal = given([report()]).refuses(Command::StartAssessment { at: at(700) });
    assert_eq!(refusal, Refusal::InTheFuture { at: at(700).at });
}

#[test]
fn a_relapse_takes_the_end_back_and_leads_to_recovery() {
    let running = |minute: i64| Command::SetMilestone {
        milestone: Milestone::Running,
        to: Some(at(minute)),
        reason: String::new(),
    };
    let relapse = Command::RecordRelapse { at: at(200), reason: reason() };
    let story = given([ended(), vec![running(110), relapse]].concat());
    let incident = story.now();
    assert_eq!(incident.phase, Phase::OwnRecovery);
    let gone = [Milestone::Running, Milestone::Restored, Milestone::Ended];
    assert_eq!(gone.map(|milestone| incident.moment(milestone)), [None; 3]);
    assert_eq!(duration(&incident, DurationKind::Downtime).length, None, "it is down again");
    let again = story.when(running(230)).unwrap();
    assert_eq!(Given([story.0, again].concat()).now().moment(Milestone::Running), Some(at(230)));
}

#[test]
fn what_was_downgraded_can_become_an_emergency_again() {
    let downgrade = Command::Downgrade { at: at(90), approver: ANNA, reason: reason() };
    let reopen = Command::Reopen { at: at(100), reason: reason() };
    let again = Command::DeclareEmergency {
        at: at(110),
        decider: ANNA,
        reason: reason(),
        consulted: vec![JONAS],
        unconsulted: String::new(),
    };
    let form = Command::FormTeam { at: at(115) };
    let incident = given([analysed(), vec![downgrade, reopen, again, form]].concat()).now();
    assert_eq!((incident.phase, incident.emergency), (Phase::TeamFormed, true));
    assert_eq!(incident.moment(Milestone::EscalationDecided), Some(at(110)));
    assert_eq!(incident.moment(Milestone::TeamFormed), Some(at(115)));
}

#[test]
fn a_report_names_everything_that_it_lacks() {
    let mut story = ended();
    story.push(Command::StartFollowUp { at: at(160) });
    let recommended = RecommendationText {
        text: "spiegeln".to_owned(),
        to: RecommendedTo::Us,
        kind: ActionKind::Corrective,
        priority: Priority::High,
        owner: None,
        due: None,
        proof_wanted: String::new(),
        must: true,
    };
    story.push(Command::Recommend { id: PartId(uuid::Uuid::from_u128(1)), text: recommended });
    let note = Command::NoteReport {
        report: StreamId(uuid::Uuid::nil()),
        number: "B-2026-001".to_owned(),
        approver: JONAS,
        at: at(170),
    };
    let gaps = vec![Gap::Cause, Gap::DataLoss, Gap::ActionIncomplete { text: "spiegeln".to_owned() }];
    assert_eq!(given(story).refuses(note), Refusal::ReportIncomplete { gaps });
}

#[test]
fn a_record_with_an_open_must_task_cannot_close() {
    let solve = Command::SolveBySupport { at: at(40), decider: ANNA, reason: reason() };
    let task = RecommendationText {
        text: "prüfen".to_owned(),
        to: RecommendedTo::Us,
        kind: ActionKind::Correction,
        priority: Priority::Low,
        owner: Some(ANNA),
        due: None,
        proof_wanted: String::new(),
        must: true,
    };
    let story =
        given([report(), solve, Command::Recommend { id: PartId(uuid::Uuid::from_u128(1)), text: task }]);
    let gaps = vec![Gap::OpenTask { text: "prüfen".to_owned() }];
    assert_eq!(story.refuses(Command::Close { at: at(60) }), Refusal::CannotClose { gaps });
}

#[test]
fn the_day_of_a_recommendation_is_moved_with_a_reason_and_keeps_where_it_was() {
    let id = PartId(uuid::Uuid::from_u128(1));
    let day = |day: u32| chrono::NaiveDate::from_ymd_opt(2026, 6, day).unwrap();
    let recommend = |due: Option<u32>| {
        let text = RecommendationText {
            text: "spiegeln".to_owned(),
            to: RecommendedTo::Us,
            kind: ActionKind::Corrective,
            priority: Priority::High,
            owner: Some(ANNA),
            due: due.map(day),
            proof_wanted: String::new(),
            must: false,
        };
        Command::Recommend { id, text }
    };
    let to =
        |of: u32, reason: String| Command::MoveRecommendation { id, to: Day::of(day(of)).unwrap(), reason };
    let undated = given([report(), recommend(None)]);
    assert_eq!(undated.refuses(to(9, reason())), Refusal::RecommendationDueMissing);
    let dated = given([report(), recommend(None), recommend(Some(1))]);
    assert_eq!(dated.refuses(recommend(Some(2))), Refusal::RecommendationDueStands);
    assert_eq!(dated.refuses(recommend(None)), Refusal::RecommendationDueStands);
    assert_eq!(dated.refuses(to(9, " ".to_owned())), Refusal::ReasonMissing);
    let moved =
        given([report(), recommend(Some(1)), to(9, reason()), to(15, reason()), recommend(Some(15))]).now();
    let held = &moved.recommendations[0];
    let from: Vec<String> = held.moves.iter().map(|moved| moved.from.to_string()).collect();
    assert_eq!(
        (held.text.due, from),
        (Some(day(15)), vec!["2026-06-01".to_owned(), "2026-06-09".to_owned()])
    );
    assert_eq!((held.moves[1].by, &held.moves[1].reason), (context().by, &reason()));
    let solve = Command::SolveBySupport { at: at(40), decider: ANNA, reason: reason() };
    let closed = given([report(), recommend(Some(1)), solve, Command::Close { at: at(60) }]);
    assert!(closed.when(to(9, reason())).is_ok(), "what is still to be done after the end can be moved");
}

#[test]
fn a_closed_record_takes_only_what_comes_late_by_its_nature() {
    let solve = Command::SolveBySupport { at: at(40), decider: ANNA, reason: reason() };
    let story = given([report(), solve, Command::Close { at: at(60) }]);
    assert_eq!(story.refuses(Command::Retitle { title: "anders".to_owned() }), Refusal::RecordClosed);
    assert!(story.when(Command::Reopen { at: at(70), reason: reason() }).is_ok());
}

#[test]
fn a_correction_keeps_the_old_text_and_a_moved_milestone_needs_a_reason() {
    let id = PartId(uuid::Uuid::from_u128(3));
    let add =
        Command::AddEntry { id, kind: EntryKind::Status, text: "alt".to_owned(), at: at(15), outside: None };
    let correct = Command::CorrectEntry { id, text: "neu".to_owned(), at: None };
    let story = given([report(), add, correct]);
    let entry = story.now().entry(id).cloned().unwrap();
    assert_eq!((entry.what, entry.corrected[0].text.as_str()), (EntryWhat::Text("neu".to_owned()), "alt"));
    let moved =
        Command::SetMilestone { milestone: Milestone::ImpactStart, to: Some(at(5)), reason: String::new() };
    assert_eq!(story.refuses(moved), Refusal::ReasonMissing);
}

#[test]
fn a_message_goes_from_draft_over_release_to_sent_and_its_promise_is_judged() {
    let id = PartId(uuid::Uuid::from_u128(4));
    let text = MessageText {
        audience: Audience::AffectedUsers,
        channel: Channel::Mail,
        status: MessageStatus::Investigating,
        german: "Wir prüfen.".to_owned(),
        english: String::new(),
        expected_repair: Some(at(100)),
        next_update: Some(at(70)),
    };
    let mut story = analysed();
    story.push(Command::DraftMessage { id, text });
    assert_eq!(
        given(story.clone()).refuses(Command::MarkMessageSent { id, at: at(55) }),
        Refusal::MessageNotReleased
    );
    story.push(Command::ReleaseMessage { id });
    story.push(Command::MarkMessageSent { id, at: at(55) });
    story.push(Command::StartRecovery { at: at(60), guide: None });
    story.push(Command::MarkRestored { at: at(120) });
    let states: Vec<_> = standing(&given(story).now(), 500).into_iter().map(|c| (c.kind, c.state)).collect();
    assert_eq!(
        states,
        [(ClockKind::NextUpdate, ClockState::Late), (ClockKind::ExpectedRepair, ClockState::Late)]
    );
}

#[test]
fn late_is_the_same_whether_asked_then_or_later() {
    let mut story = analysed();
    story.push(Command::JudgeProvider {
        provider: "Azure".to_owned(),
        fault: ProviderFault::Yes,
        at: at(50),
        decider: ANNA,
        reason: reason(),
    });
    story.push(contact());
    story.push(Command::DecideToWait { at: at(55), decider: ANNA, reason: reason() });
    story.push(Command::SetWaitingLimit { until: Some(at(90)), reason: String::new() });
    let incident = given(story).now();
    let state = |minute| standing(&incident, minute)[0].state;
    assert_eq!(
        (state(80), state(91), state(90_000)),
        (ClockState::Running, ClockState::Late, ClockState::Late)
    );
}

#[test]
fn no_clock_runs_in_a_record_that_was_downgraded_or_taken_out() {
    let waiting = |until| {
        let limit = Command::SetWaitingLimit { until: Some(at(until)), reason: String::new() };
        [
            analysed(),
            vec![contact(), Command::DecideToWait { at: at(55), decider: ANNA, reason: reason() }, limit],
        ]
        .concat()
    };
    let downgrade = Command::Downgrade { at: at(80), approver: ANNA, reason: reason() };
    let withdraw = Command::Withdraw { reason: reason() };
    for end in [vec![downgrade.clone()], vec![withdraw]] {
        let incident = given([waiting(9_000), end].concat()).now();
        let found = standing(&incident, 90);
        assert!(found.is_empty(), "{:?}: {found:?}", incident.phase);
    }
    let missed = given([waiting(70), vec![downgrade]].concat()).now();
    assert_eq!(standing(&missed, 9_000)[0].state, ClockState::Late, "what was missed before stays so");
}

#[test]
fn tickets_of_an_emergency_without_the_keyword_are_named() {
    let ticket = |number: u128, keyword| {
        Command::AddTicket(Ticket {
            id: PartId(uuid::Uuid::from_u128(number)),
            system: "Zammad".to_owned(),
            number: number.to_string(),
            link: None,
            subject: "[Notfall] Kein Druck".to_owned(),
            keyword,
            opened: Some(at(11)),
        })
    };
    let before = given([report(), ticket(1, false)]).now();
    assert_eq!(before.tickets_without_keyword().count(), 0);
    let after = given([report(), ticket(1, false), ticket(2, true), declare()]).now();
    let missing: Vec<_> = after.tickets_without_keyword().map(|ticket| ticket.number.as_str()).collect();
    assert_eq!((missing, after.moment(Milestone::TicketOpened)), (vec!["1"], Some(at(11))));
}

fn ticket(id: u128, system: &str, number: &str) -> Ticket {
    Ticket {
        id: PartId(uuid::Uuid::from_u128(id)),
        system: system.to_owned(),
        number: number.to_owned(),
        link: None,
        subject: String::new(),
        keyword: false,
        opened: None,
    }
}

#[test]
fn a_ticket_of_one_system_stands_once_in_a_record() {
    let story = given([report(), Command::AddTicket(ticket(1, "Zammad", "48316"))]);
    let taken = Refusal::TicketTaken { ticket: "zammad 48316".to_owned() };
    assert_eq!(story.refuses(Command::AddTicket(ticket(2, "zammad", " 48316 "))), taken);
    assert_eq!(story.when(Command::AddTicket(ticket(2, "Jira", "48316"))).map(|events| events.len()), Ok(1));
    let second = given([
        report(),
        Command::AddTicket(ticket(1, "Zammad", "48316")),
        Command::AddTicket(ticket(2, "Zammad", "48317")),
    ]);
    let renamed = second.refuses(Command::AddTicket(ticket(2, "Zammad", "48316")));
    assert_eq!(renamed, Refusal::TicketTaken { ticket: "Zammad 48316".to_owned() });
}

#[test]
fn a_ticket_that_stands_twice_since_long_can_still_be_changed_and_removed() {
    let mut story = given([report(), Command::AddTicket(ticket(1, "", "48316"))]);
    story.0.push(Event::TicketAdded { ticket: ticket(2, "", "48316"), was: None });
    let changed = Ticket { keyword: true, ..ticket(2, "", "48316") };
    assert_eq!(story.when(Command::AddTicket(changed)).map(|events| events.len()), Ok(1));
    let removed = Command::RemoveTicket { id: ticket(2, "", "").id, reason: reason() };
    assert_eq!(story.when(removed).map(|events| events.len()), Ok(1));
}

#[test]
fn a_ticket_that_was_removed_comes_back_by_undo_unless_it_was_added_anew() {
    let held = ticket(1, "Zammad", "48316");
    let mut story = given([report(), Command::AddTicket(held.clone())]);
    let removed = story.when(Command::RemoveTicket { id: held.id, reason: reason() }).unwrap();
    story.0.extend(removed.clone());
    let removed = [(EventId(uuid::Uuid::from_u128(3)), removed[0].clone())];
    let undo = Command::Undo { order: OrderId(uuid::Uuid::nil()) };
    let back = decide(story.state().as_ref(), undo.clone(), &removed, &context()).unwrap();
    assert_eq!(back[0], Event::TicketAdded { ticket: held, was: None });
    story.0.extend(story.when(Command::AddTicket(ticket(2, "Zammad", "48316"))).unwrap());
    let refused = decide(story.state().as_ref(), undo, &removed, &context());
    assert_eq!(refused, Err(Refusal::TicketTaken { ticket: "Zammad 48316".to_owned() }));
}

#[test]
fn an_undone_order_leaves_the_state_that_was_before() {
    let story = given([report()]);
    let before = story.now();
    let event = story.when(state_fact(Fact::Summary)).unwrap().remove(0);
    let events = [(EventId(uuid::Uuid::from_u128(2)), event)];
    let after = given([report(), state_fact(Fact::Summary)]);
    let undo = Command::Undo { order: OrderId(uuid::Uuid::nil()) };
    let mut all = after.0.clone();
    all.extend(decide(after.state().as_ref(), undo, &events, &context()).unwrap());
    let undone = Given(all).now();
    assert_eq!((undone.fact(Fact::Summary), undone.phase), (before.fact(Fact::Summary), before.phase));
    assert_eq!(undone.facts[&Fact::Summary].len(), 2, "both statements stay in the history");
}

#[test]
fn steps_of_the_process_cannot_be_undone() {
    let story = given([report(), declare()]);
    let undo = Command::Undo { order: OrderId(uuid::Uuid::nil()) };
    let events = [(EventId(uuid::Uuid::from_u128(2)), story.0[1].clone())];
    assert_eq!(decide(story.state().as_ref(), undo, &events, &context()), Err(Refusal::NotReversible));
}

#[test]
fn the_steps_that_are_offered_are_those_that_decide_takes() {
    let incident = given(analysed()).now();
    let open: Vec<_> =
        possible(&incident, &context()).into_iter().filter(|p| p.refusal.is_none()).map(|p| p.step).collect();
    let expected = [
        Step::ConsultDeploymentTeam,
        Step::AssignRole,
        Step::DecideToRecover,
        Step::StartRecovery,
        Step::MarkRestored,
        Step::Downgrade,
        Step::Withdraw,
    ];
    assert_eq!(open, expected);
}

#[test]
fn a_step_that_is_done_says_so_and_names_no_other_state() {
    let story = given(analysed()).now();
    let assessed =
        possible(&story, &context()).into_iter().find(|p| p.step == Step::CompleteAnalysis).unwrap();
    assert_eq!(assessed.refusal, Some(Refusal::AlreadyInPhase { phase: Phase::Analysed }));
    for start in 1..=analysed().len() {
        let incident = given(analysed().into_iter().take(start)).now();
        let nowhere = |p: &Possible| matches!(&p.refusal, Some(Refusal::NotInPhase { allowed, .. }) if allowed.is_empty());
        assert_eq!(possible(&incident, &context()).iter().find(|p| nowhere(p)), None);
    }
}
