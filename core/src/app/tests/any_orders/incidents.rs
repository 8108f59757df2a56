//! What people press at an incident or emergency.

use super::super::*;
use super::office::{JONAS, LEVEL, Office, PRINTING, Press};
use super::orders::{pick, why};
use crate::domain::incident::{
    ActionKind, Command as C, CustomerReports, EntryKind, ImpactFigures, Priority, RecommendationState,
    RecommendationText, RecommendedTo, TeamRole, Ticket,
};
use crate::domain::policy::Regime;

pub fn report(office: &Office) -> C {
    let noticed = office.moment();
    let before = Moment::exact(office.now().plus(Length::minutes(-10)), Zone::UTC);
    C::Report {
        title: "Drucken nicht möglich".to_owned(),
        source: Source::Monitoring,
        noticed,
        impact_start: Some(before),
        severity: Some(Severity::High),
        description: why(),
        services: vec![PRINTING],
    }
}

pub fn on(office: &Office, press: &Press, incident: &incident::Incident, record: StreamId) -> Vec<Command> {
    let mut ways = vec![onward(office, incident)];
    ways.extend(aside(office, press, incident));
    let question = Question::Incident { record: RecordRef::Id(record) };
    let Answer::Incident(view) = office.ask(&question) else { panic!("not an incident") };
    ways.extend(view.newest_step.map(|step| vec![C::TakeBackStep { step: step.id, reason: why() }]));
    ways.extend(view.deeds.last().map(|deed| vec![C::TakeBackDeed { deed: deed.id, reason: why() }]));
    let conn = office.home.app.workspace().reader().unwrap();
    let newest = crate::log::read_stream(&conn, record).unwrap().pop().unwrap();
    ways.push(vec![C::Undo { order: newest.order }]);
    pick(press, ways).into_iter().map(Command::Incident).collect()
}

/// What leads it on along the published process.
fn onward(office: &Office, incident: &incident::Incident) -> Vec<C> {
    let (at, decider, reason) = (office.moment(), ANNA, why);
    match incident.phase {
        Phase::Reported => vec![C::StartAssessment { at }],
        Phase::InAssessment | Phase::EscalationProposed | Phase::SolvedBySupport => {
            let (consulted, unconsulted) = (vec![JONAS], String::new());
            vec![C::DeclareEmergency { at, decider, reason: reason(), consulted, unconsulted }]
        }
        Phase::Declared => {
            let (role, person, handover) = (TeamRole::Lead, ANNA, String::new());
            vec![C::AssignRole { role, person, deputy: None, at, handover }, C::FormTeam { at }]
        }
        Phase::TeamFormed => {
            let facts = [Fact::Scope, Fact::Impact, Fact::Cause];
            let mut all: Vec<C> = facts.map(|fact| C::StateFact { fact, text: reason() }).into();
            all.push(C::CompleteAnalysis { at });
            all
        }
        Phase::Analysed | Phase::WaitingForProvider => vec![C::StartRecovery { at, guide: None }],
        Phase::OwnRecovery => vec![C::MarkRestored { at }],
        Phase::Restored => vec![C::EndEmergency { at, person: ANNA }],
        Phase::Ended => vec![
            C::StateFact { fact: Fact::RootCauses, text: reason() },
            C::StateImpact {
                figures: ImpactFigures {
                    services: vec![PRINTING],
                    data_loss_minutes: Some(0),
                    ..ImpactFigures::default()
                },
            },
            C::StartFollowUp { at },
        ],
        Phase::FollowUp => vec![recommend(office)],
        Phase::ReportApproved => {
            vec![C::RecordCustomerReports { at, reports: CustomerReports::Sent, note: reason() }]
        }
        Phase::CustomersInformed => vec![C::Close { at }],
        Phase::Closed | Phase::Downgraded => vec![C::Reopen { at, reason: reason() }],
        Phase::Withdrawn => vec![C::Reinstate { reason: reason() }],
    }
}

fn recommend(office: &Office) -> C {
    let text = RecommendationText {
        text: "Zeitlimit erhöhen".to_owned(),
        to: RecommendedTo::Us,
        kind: ActionKind::Corrective,
        priority: Priority::High,
        owner: Some(ANNA),
        due: Some(office.today().plus_days(5).date()),
        proof_wanted: String::new(),
        must: false,
    };
    C::Recommend { id: office.part(), text }
}

/// What else people press.
fn aside(office: &Office, press: &Press, incident: &incident::Incident) -> Vec<Vec<C>> {
    let (at, decider, reason) = (office.moment(), ANNA, why);
    let earlier = Moment::exact(office.now().plus(Length::minutes(-i64::from(press.what))), Zone::UTC);
    let open = |one: &&incident::Recommendation| one.state == RecommendationState::Open;
    let action = incident.recommendations.iter().find(open).map(|action| action.id);
    let mut ways = vec![
        vec![recommend(office)],
        vec![C::RecordRelapse { at, reason: reason() }],
        vec![C::SolveBySupport { at, decider, reason: reason() }],
        vec![C::SetMilestone { milestone: Milestone::Ended, to: Some(earlier), reason: reason() }],
        vec![C::SetMilestone { milestone: Milestone::Noticed, to: Some(earlier), reason: reason() }],
        vec![C::SetSlaLevel { level: Some(LEVEL) }],
        vec![C::AddEntry {
            id: office.part(),
            kind: EntryKind::Status,
            text: reason(),
            at: earlier,
            outside: None,
        }],
        vec![C::AddTicket(Ticket {
            id: office.part(),
            system: "Zammad".to_owned(),
            number: press.what.to_string(),
            link: None,
            subject: String::new(),
            keyword: false,
            opened: Some(at),
        })],
        vec![C::ClassifyLegally { regime: Regime::Nis2, reportable: true, at, decider, reason: reason() }],
        vec![
            C::ContactProvider { at, tracking_ids: vec![reason()], tickets: vec![] },
            C::DecideToWait { at, decider, reason: reason() },
        ],
        vec![C::SetWaitingLimit { until: Some(at), reason: reason() }],
        vec![C::Close { at }],
        vec![C::Downgrade { at, approver: ANNA, reason: reason() }],
        vec![C::Withdraw { reason: reason() }],
    ];
    if let Some(id) = action {
        let to = office.today().plus_days(i64::from(press.what % 20));
        ways.push(vec![C::MoveRecommendation { id, to, reason: reason() }]);
        ways.push(vec![C::CompleteRecommendation { id, at, proof: reason() }]);
    }
    ways
}
