//! What an incident or emergency says about duties 1 to 27 (duties.md) and about its own dates. What was taken over from
//! elsewhere is history: nobody promised anything then.

use super::{Due, Moved, Promise, PromiseKind, Said, Settled};
use crate::domain::incident::{
    Clock, ClockKind, EntryKind, Fact, Incident, LegalStage, LegalStep, MessageState, Milestone, Phase,
    ProviderChoice, ProviderFault, RecommendationState, Ruled, TakenStep, legal_steps, ruled, said,
};
use crate::domain::policy::RuleKind;
use crate::ids::StreamId;
use crate::time::{Day, Instant, Moment};
use crate::words::word;

/// The matter "review after this emergency", which a process review settles.
pub fn review_topic(emergency: StreamId) -> String {
    format!("reviewAfter:{emergency}")
}

/// What an incident says, by names that stay.
pub fn promises(stream: StreamId, incident: &Incident) -> Vec<(String, Said)> {
    if incident.taken_over.is_some() || matches!(incident.phase, Phase::Withdrawn) {
        return Vec::new();
    }
    let course = Course::of(incident);
    let mut found = every_incident(incident, &course);
    if let Some(declared) = course.declared {
        found.extend(emergency(incident, &course, declared));
        found.extend(provider(incident, &course, declared));
        found.extend(afterwards(stream, incident, &course));
    }
    found.extend(dates(incident));
    found.into_iter().map(|promise| (promise.key.clone(), Said::Promise(Box::new(promise)))).collect()
}

/// The moments that promises hang on.
struct Course {
    noticed: Instant,
    declared: Option<Instant>,
    /// The emergency's end: nothing that belongs into its course can be made good afterwards.
    ended: Option<Instant>,
    /// When the record came to rest.
    rest: Option<Instant>,
}

impl Course {
    fn of(incident: &Incident) -> Self {
        let entered = |wanted: fn(Phase) -> bool| {
            let passed = incident.path.iter().rev().find(|passed| wanted(passed.phase))?;
            Some(passed.at.and_then(|at| at.computable()).unwrap_or(passed.recorded))
        };
        let rest = entered(Phase::is_settled).filter(|_| incident.phase.is_settled());
        Self {
            noticed: moment(incident, Milestone::Noticed).unwrap_or(incident.recorded),
            declared: entered(|phase| phase == Phase::Declared).filter(|_| incident.emergency),
            ended: moment(incident, Milestone::Ended).or(rest),
            rest,
        }
    }
}

fn moment(incident: &Incident, milestone: Milestone) -> Option<Instant> {
    incident.moment(milestone).and_then(|moment| moment.computable())
}

/// When the first of these steps was taken, among those that stand.
fn taken(incident: &Incident, steps: &[TakenStep]) -> Option<Instant> {
    let stands = incident.steps_taken.iter().filter(|taken| steps.contains(&taken.step));
    stands.map(|taken| taken.at.map_or(taken.recorded, |at| at.at)).min()
}

fn duty(duty: u8, begun: Instant, settled: Option<Settled>, rest: Option<Instant>) -> Promise {
    let promise = Promise::new(format!("duty{duty}"), PromiseKind::Duty, begun, Due::Rest);
    Promise { duty: Some(duty), settled, rest, ..promise }
}

fn at(instant: Option<Instant>) -> Option<Settled> {
    instant.map(Settled::At)
}

fn written(done: bool) -> Option<Settled> {
    done.then_some(Settled::Written)
}

fn every_incident(incident: &Incident, course: &Course) -> Vec<Promise> {
    use TakenStep as S;
    let &Course { noticed, rest, .. } = course;
    let ticket = moment(incident, Milestone::TicketOpened);
    let ticket = at(ticket).or(written(!incident.tickets.is_empty()));
    let assessed = moment(incident, Milestone::AssessmentStarted);
    let mut found = vec![
        duty(1, noticed, ticket, rest),
        duty(2, noticed, Some(Settled::At(incident.recorded)), rest),
        duty(3, noticed, at(assessed), rest),
    ];
    if let Some(assessed) = assessed {
        found.push(duty(4, assessed, at(incident.decisions.first().map(|decided| decided.at.at)), rest));
    }
    let proposed = taken(incident, &[S::EscalationProposed, S::EmergencyDeclared, S::EscalationDeclined]);
    if let Some(proposed) = proposed {
        let consulted = incident.consultations.iter().map(|consulted| consulted.at.at);
        let by_decision = incident.decisions.iter().filter(|decided| !decided.consulted.is_empty());
        let consulted = consulted.chain(by_decision.map(|decided| decided.at.at)).min();
        found.push(duty(5, proposed, at(consulted), rest));
    }
    let declined = taken(incident, &[S::EscalationDeclined, S::SolvedBySupport]);
    if let Some(declined) = declined.filter(|_| !incident.emergency) {
        found.push(duty(6, declined, at(rest), None));
    }
    if let Some(level) = incident.sla_level {
        let response = Promise { due: Due::Response(level), ..duty(7, noticed, at(assessed), rest) };
        found.push(Promise { key: "response".to_owned(), kind: PromiseKind::Response, ..response });
        let restored = moment(incident, Milestone::Restored);
        let handling = Promise { due: Due::Handling(level), ..duty(7, noticed, at(restored), rest) };
        found.push(Promise { key: "handling".to_owned(), kind: PromiseKind::Handling, ..handling });
    }
    found
}

fn emergency(incident: &Incident, course: &Course, declared: Instant) -> Vec<Promise> {
    let &Course { noticed, ended, .. } = course;
    let formed = moment(incident, Milestone::TeamFormed);
    let contacted = moment(incident, Milestone::DeploymentConsulted)
        .or_else(|| incident.consultations.iter().map(|consulted| consulted.at.at).min())
        .or(incident.decisions.iter().find(|d| !d.consulted.is_empty()).map(|d| d.at.at));
    let logged = incident.entries.iter().filter(|entry| {
        entry.withdrawn.is_none()
            && matches!(entry.kind, EntryKind::Status | EntryKind::Action | EntryKind::Communication)
    });
    let logged = logged.map(|entry| entry.occurred.at).filter(|at| *at >= declared).min();
    let keyword = !incident.tickets.is_empty() && incident.tickets_without_keyword().next().is_none();
    let analysed = incident.path.iter().find(|passed| passed.phase == Phase::Analysed);
    let analysed = analysed.map(|passed| passed.at.and_then(|at| at.computable()).unwrap_or(passed.recorded));
    let sent = incident.messages.iter().filter_map(|message| match &message.state {
        MessageState::Sent { at } => Some((at.at, message.text.expected_repair.is_some())),
        MessageState::Draft | MessageState::Released { .. } | MessageState::Failed { .. } => None,
    });
    let sent: Vec<_> = sent.collect();
    let first = sent.iter().map(|(at, _)| *at).min();
    let expected = sent.iter().filter(|(_, expected)| *expected).map(|(at, _)| *at).min();
    let running = moment(incident, Milestone::Running).or(moment(incident, Milestone::Restored));
    let began = moment(incident, Milestone::ImpactStart).unwrap_or(noticed);
    let restored = Promise {
        due: Due::Recovery,
        services: incident.impact.services.clone(),
        ..duty(26, began, at(running), ended)
    };
    vec![
        duty(8, declared, at(contacted), ended),
        duty(9, declared, at(formed), ended),
        duty(10, declared, at(logged), ended),
        duty(11, declared, at(logged.and(formed).max(logged)), ended),
        duty(12, declared, written(keyword), course.rest),
        duty(13, declared, at(analysed), ended),
        duty(14, declared, at(incident.provider.fault.as_ref().map(|judged| judged.at.at)), ended),
        duty(20, declared, at(first), ended),
        duty(21, declared, at(expected), ended),
        restored,
    ]
}

fn provider(incident: &Incident, course: &Course, declared: Instant) -> Vec<Promise> {
    let &Course { ended, .. } = course;
    let case = &incident.provider;
    let Some(judged) = &case.fault else { return Vec::new() };
    if matches!(judged.fault, ProviderFault::No) {
        return Vec::new();
    }
    let checked = case.checks.iter().map(|check| check.at.at).min();
    let looked = checked.or(moment(incident, Milestone::ProviderContacted));
    let mut found = vec![duty(15, declared, at(looked), ended)];
    if matches!(judged.fault, ProviderFault::Yes | ProviderFault::Partly) {
        let contacted = moment(incident, Milestone::ProviderContacted);
        found.push(duty(16, judged.at.at, at(contacted), ended));
        if let Some(contacted) = contacted {
            let progress = case.checks.iter().map(|check| check.at.at).filter(|at| *at >= contacted).min();
            found.push(duty(17, contacted, at(progress), ended));
        }
    }
    match case.decisions.last() {
        Some(decision) if decision.choice == ProviderChoice::Wait => {
            let mitigated = moment(incident, Milestone::ProviderMitigated);
            let restored = mitigated.or(moment(incident, Milestone::Restored));
            found.push(duty(18, decision.at.at, at(restored), ended));
        }
        Some(decision) => {
            let started = moment(incident, Milestone::RecoveryStarted).filter(|_| incident.guide.is_some());
            found.push(duty(19, decision.at.at, at(started), ended));
        }
        None => {}
    }
    found
}

fn afterwards(stream: StreamId, incident: &Incident, course: &Course) -> Vec<Promise> {
    let rest = course.rest;
    let mut found = Vec::new();
    if let Some(restored) = moment(incident, Milestone::Restored) {
        let analysed = incident.cause_class.is_some() && !incident.fact(Fact::RootCauses).trim().is_empty();
        found.push(duty(22, restored, written(analysed), rest));
    }
    let Some(ended) = moment(incident, Milestone::Ended) else { return found };
    let recommended = !incident.recommendations.is_empty();
    found.push(duty(23, ended, written(recommended), rest));
    found.push(duty(24, ended, at(incident.customer_reports.as_ref().map(|(_, at, _)| at.at)), rest));
    let credits = !incident.fact(Fact::Credits).trim().is_empty();
    found.push(duty(25, ended, written(credits), rest));
    found.push(Promise {
        due: Due::Rule(RuleKind::ReviewAfterEmergency),
        topic: Some(review_topic(stream)),
        ..duty(27, ended, None, None)
    });
    let report = incident.reports.first().map(|noted| noted.at.at);
    found.push(Promise {
        key: "report".to_owned(),
        duty: None,
        kind: PromiseKind::Report,
        due: Due::Rule(RuleKind::ReportIssued),
        ..duty(24, ended, at(report), rest)
    });
    found
}

/// Dates that the record itself gives: what was promised to users, the provider's case, recommended actions.
fn dates(incident: &Incident) -> Vec<Promise> {
    let mut found = Vec::new();
    found.extend(said(incident, incident.changed).iter().map(|clock| of_clock(incident, clock)));
    found.extend(ruled(incident).iter().map(by_rule));
    found.extend(legal_steps(incident).iter().map(legal));
    found.extend(claim(incident));
    for recommendation in &incident.recommendations {
        let Some(due) = recommendation.due() else { continue };
        let settled = match &recommendation.state {
            RecommendationState::Open => None,
            RecommendationState::Done { at, .. } => Some(Settled::At(at.at)),
            RecommendationState::Dropped { .. } => continue,
        };
        found.push(Promise {
            key: format!("recommendation:{}", recommendation.id),
            duty: None,
            kind: PromiseKind::Recommendation,
            moved: Moved::over(&recommendation.moves, |one| (one.from, one.by, &*one.reason)),
            text: recommendation.text.text.clone(),
            owner: recommendation.text.owner,
            due: Due::On(due),
            ..duty(23, moment(incident, Milestone::Ended).unwrap_or(incident.recorded), settled, None)
        });
    }
    found
}

/// What a clock is called inside the record, which duty it is, and what it promises.
const fn meaning(kind: ClockKind) -> (&'static str, Option<u8>, PromiseKind) {
    match kind {
        ClockKind::NextUpdate => ("nextUpdate", Some(20), PromiseKind::NextUpdate),
        ClockKind::ExpectedRepair => ("expectedRepair", Some(21), PromiseKind::ExpectedRepair),
        ClockKind::WaitingLimit => ("waitingLimit", Some(18), PromiseKind::WaitingLimit),
        ClockKind::ProviderReview => ("providerReview", None, PromiseKind::ProviderReview),
    }
}

fn computable(moment: Option<Moment>) -> Option<Settled> {
    at(moment.and_then(|moment| moment.computable()))
}

/// A date that a rule makes, where it holds.
fn by_rule(ruled: &Ruled) -> Promise {
    let (name, number, kind) = meaning(ruled.kind);
    let (key, begun) = (format!("{name}:rule:{}", ruled.begun.at.micros()), ruled.begun.at);
    let promise = Promise::new(key, kind, begun, Due::Rule(ruled.rule));
    Promise { duty: number, settled: computable(ruled.settled), ..promise }
}

/// What a law asks for, where it binds.
fn legal(step: &LegalStep) -> Promise {
    let kind = match step.stage {
        None => PromiseKind::LegalClassification,
        Some(LegalStage::First) => PromiseKind::LegalFirst,
        Some(LegalStage::Notice) => PromiseKind::LegalNotice,
        Some(LegalStage::Interim) => PromiseKind::LegalInterim,
        Some(LegalStage::Final) => PromiseKind::LegalFinal,
    };
    let stage = step.stage.map_or_else(|| "classified".to_owned(), |stage| word(&stage));
    let key = format!("legal:{}:{stage}:{}", word(&step.regime), word(&step.rule));
    let promise = Promise::new(key, kind, step.begun.at, Due::Rule(step.rule));
    Promise { text: step.regime.name().to_owned(), settled: computable(step.settled), ..promise }
}

/// Where the provider is at fault, credits are claimed within the provider's window, which counts from the end of the month
/// that it bills.
fn claim(incident: &Incident) -> Option<Promise> {
    let judged = incident.provider.fault.as_ref()?;
    let restored = incident.moment(Milestone::Restored)?;
    let due = matches!(judged.fault, ProviderFault::Yes | ProviderFault::Partly) && incident.emergency;
    let begun = Day::at(restored.at, restored.zone).month_end().last_minute(restored.zone);
    let promise = Promise::new("claim", PromiseKind::CreditClaim, begun, Due::Rule(RuleKind::CreditClaimed));
    let stated = !incident.fact(Fact::Credits).trim().is_empty();
    due.then_some(Promise { settled: written(stated), ..promise })
}

fn of_clock(incident: &Incident, clock: &Clock) -> Promise {
    let (name, number, kind) = meaning(clock.kind);
    let begun = moment(incident, Milestone::Noticed).unwrap_or(incident.recorded).min(clock.due.at);
    Promise {
        key: format!("{name}:{}", clock.due.at.micros()),
        duty: number,
        kind,
        due: Due::At(clock.due.at),
        ..duty(20, begun, computable(clock.settled), None)
    }
}
