//! The stories of the sample's year, oldest first: small incidents, three emergencies that ended, one that is running.

use chrono::TimeDelta;

use super::teller::Teller;
use super::{Cast, documents, governance};
use crate::app::Fault;
use crate::domain::Command;
use crate::domain::incident::{
    ActionKind, Audience, CauseClass, Channel, Command as C, CustomerReports, EntryKind, Fact, GuideUse,
    ImpactFigures, MessageStatus, MessageText, Milestone, Priority, ProviderFault, ProviderState,
    RecommendationText, RecommendedTo, Severity, Source, StepResult, TeamRole, Ticket,
};
use crate::domain::report::ReportKind;
use crate::ids::{PartId, ServiceId, StreamId};
use crate::time::Moment;

/// Tells the year.
///
/// # Errors
/// A failure of the world; a refusal would be a fault of the stories.
pub fn tell(t: &Teller<'_>, cast: &Cast) -> Result<(), Fault> {
    let guide = documents::guide(t, cast)?;
    small(t, cast, "login", 318, Source::SupportMail, Severity::Low)?;
    documents::guide_read(t, cast, guide)?;
    let storage = storage_outage(t, cast)?;
    governance::review(t, cast, storage, 256)?;
    close(t, storage, "storage", t.past(240, "09:00")?)?;
    false_alarm(t, cast)?;
    let plan = governance::plan(t, cast)?;
    let certificate = certificate(t, cast)?;
    governance::review(t, cast, certificate, 164)?;
    close(t, certificate, "certificate", t.past(160, "09:00")?)?;
    small(t, cast, "interface", 150, Source::SupportPhone, Severity::Medium)?;
    let test = governance::test(t, cast, plan)?;
    governance::found(t, cast, test)?;
    documents::second_version(t, cast, guide)?;
    governance::next_test(t, cast, plan)?;
    deployment(t, cast)?;
    small(t, cast, "fonts", 41, Source::SupportMail, Severity::Low)?;
    governance::waiting(t, cast)?;
    documents::process_text(t, cast)?;
    in_assessment(t, cast)?;
    running(t, cast)
}

/// How an incident begins.
struct Beginning<'a> {
    story: &'a str,
    source: Source,
    severity: Severity,
    services: Vec<ServiceId>,
    impact: Moment,
    noticed: Moment,
}

fn report(t: &Teller<'_>, begin: Beginning<'_>) -> Result<StreamId, Fault> {
    let command = C::Report {
        title: t.say(&format!("{}-title", begin.story)),
        source: begin.source,
        noticed: begin.noticed,
        impact_start: Some(begin.impact),
        severity: Some(begin.severity),
        description: t.say(&format!("{}-description", begin.story)),
        services: begin.services,
    };
    Ok(t.order(None, Command::Incident(command), begin.noticed)?.record)
}

/// An incident that support solved.
fn small(
    t: &Teller<'_>,
    cast: &Cast,
    story: &str,
    days: i64,
    source: Source,
    severity: Severity,
) -> Result<(), Fault> {
    let day = |time| t.past(days, time);
    let (impact, noticed) = (day("10:05")?, day("10:20")?);
    let services = vec![cast.interface];
    let record = report(t, Beginning { story, source, severity, services, impact, noticed })?;
    t.tell(record, noticed, C::SetSlaLevel { level: Some(cast.premium) })?;
    t.tell(record, noticed, C::AddTicket(ticket(t, story, &format!("{}", 48_000 + days), Some(noticed))))?;
    t.tell(record, day("10:32")?, C::StartAssessment { at: day("10:32")? })?;
    t.tell(record, day("10:50")?, entry(t, EntryKind::Action, &format!("{story}-entry"), day("10:50")?))?;
    let restored = day("11:40")?;
    let milestone = Milestone::Restored;
    t.tell(record, restored, C::SetMilestone { milestone, to: Some(restored), reason: String::new() })?;
    let reason = t.say(&format!("{story}-solved"));
    t.tell(record, restored, C::SolveBySupport { at: restored, decider: cast.recorder, reason })?;
    t.tell(record, day("16:00")?, C::Close { at: day("16:00")? })
}

/// Monitoring cried wolf: proposed, declined, solved.
fn false_alarm(t: &Teller<'_>, cast: &Cast) -> Result<(), Fault> {
    let day = |time| t.past(236, time);
    let (impact, noticed) = (day("14:02")?, day("14:02")?);
    let (source, severity) = (Source::Monitoring, Severity::Medium);
    let services = vec![cast.labels];
    let record = report(t, Beginning { story: "alarm", source, severity, services, impact, noticed })?;
    t.tell(record, day("14:06")?, C::StartAssessment { at: day("14:06")? })?;
    t.tell(
        record,
        day("14:12")?,
        C::ProposeEscalation { at: day("14:12")?, reason: t.say("alarm-proposed") },
    )?;
    let consult = C::ConsultDeploymentTeam {
        at: day("14:18")?,
        person: cast.deployment,
        advice: t.say("alarm-advice"),
    };
    t.tell(record, day("14:18")?, consult)?;
    let reason = t.say("alarm-declined");
    t.tell(record, day("14:25")?, C::DeclineEscalation { at: day("14:25")?, decider: cast.process, reason })?;
    let reason = t.say("alarm-solved");
    t.tell(record, day("14:40")?, C::SolveBySupport { at: day("14:40")?, decider: cast.recorder, reason })
}

/// The provider's storage fails; waiting is the right choice; everything is closed.
fn storage_outage(t: &Teller<'_>, cast: &Cast) -> Result<StreamId, Fault> {
    let day = |time| t.past(280, time);
    let (impact, noticed) = (day("06:41")?, day("06:52")?);
    let services = vec![cast.printing, cast.labels];
    let (source, severity) = (Source::Monitoring, Severity::Critical);
    let record = report(t, Beginning { story: "storage", source, severity, services, impact, noticed })?;
    declared(t, cast, record, "storage", [day("06:58")?, day("07:06")?, day("07:15")?, day("07:21")?])?;
    provider_at_fault(t, cast, record, "storage", day("07:24")?)?;
    analysed(t, record, "storage", day("07:35")?)?;
    advance(t, record, ProviderState::Confirmed, day("07:31")?)?;
    let reason = t.say("storage-wait");
    t.tell(record, day("07:38")?, C::DecideToWait { at: day("07:38")?, decider: cast.process, reason })?;
    t.tell(record, day("07:38")?, C::SetWaitingLimit { until: Some(day("09:30")?), reason: String::new() })?;
    message(
        t,
        record,
        "storage-first",
        MessageStatus::Identified,
        (day("07:45")?, Some(day("09:30")?), day("08:45")?),
    )?;
    t.tell(record, day("08:05")?, C::CheckProvider { at: day("08:05")?, news: None })?;
    t.tell(record, day("08:35")?, C::CheckProvider { at: day("08:35")?, news: Some(t.say("storage-news")) })?;
    message(
        t,
        record,
        "storage-second",
        MessageStatus::Recovering,
        (day("08:42")?, Some(day("09:15")?), day("09:30")?),
    )?;
    advance(t, record, ProviderState::Mitigated, day("08:56")?)?;
    let (running, milestone) = (day("09:02")?, Milestone::Running);
    t.tell(record, running, C::SetMilestone { milestone, to: Some(running), reason: String::new() })?;
    t.tell(record, day("09:20")?, C::MarkRestored { at: day("09:20")? })?;
    message(t, record, "storage-last", MessageStatus::Resolved, (day("09:28")?, None, day("09:28")?))?;
    t.tell(record, day("10:00")?, C::EndEmergency { at: day("10:00")?, person: cast.process })?;
    let after = t.past(278, "10:00")?;
    follow_up(t, cast, record, "storage", CauseClass::Provider, after)?;
    advance(t, record, ProviderState::ReviewExpected, day("12:00")?)?;
    let (to, at) = (ProviderState::ReviewReceived, t.past(271, "15:00")?);
    t.tell(record, at, C::AdvanceProviderCase { to, at, text: t.say("storage-review") })?;
    told(t, cast, record, [t.past(270, "11:00")?, t.past(268, "09:00")?])?;
    Ok(record)
}

/// A certificate ran out: recovered by the guide, everything is closed.
fn certificate(t: &Teller<'_>, cast: &Cast) -> Result<StreamId, Fault> {
    let day = |time| t.past(190, time);
    let (impact, noticed) = (day("02:00")?, day("05:48")?);
    let (source, severity) = (Source::SupportPhone, Severity::High);
    let services = vec![cast.interface];
    let record = report(t, Beginning { story: "certificate", source, severity, services, impact, noticed })?;
    declared(t, cast, record, "certificate", [day("05:59")?, day("06:10")?, day("06:20")?, day("06:31")?])?;
    let judge = C::JudgeProvider {
        provider: "Microsoft Azure".to_owned(),
        fault: ProviderFault::No,
        at: day("06:40")?,
        decider: cast.process,
        reason: t.say("certificate-fault"),
    };
    t.tell(record, day("06:40")?, judge)?;
    analysed(t, record, "certificate", day("06:44")?)?;
    recovery(t, record, ("certificate", "1"), [day("06:47")?, day("06:55")?, day("07:20")?])?;
    message(
        t,
        record,
        "certificate-first",
        MessageStatus::Recovering,
        (day("06:52")?, Some(day("07:15")?), day("07:30")?),
    )?;
    t.tell(record, day("07:31")?, C::MarkRestored { at: day("07:31")? })?;
    message(t, record, "certificate-last", MessageStatus::Resolved, (day("07:36")?, None, day("07:36")?))?;
    t.tell(record, day("08:10")?, C::EndEmergency { at: day("08:10")?, person: cast.process })?;
    follow_up(t, cast, record, "certificate", CauseClass::Access, t.past(189, "10:00")?)?;
    told(t, cast, record, [t.past(184, "11:00")?, t.past(182, "09:00")?])?;
    Ok(record)
}

/// A release broke printing: ended, its after-work is open and partly late.
fn deployment(t: &Teller<'_>, cast: &Cast) -> Result<(), Fault> {
    let day = |time| t.past(19, time);
    let (impact, noticed) = (day("18:04")?, day("18:11")?);
    let services = vec![cast.printing];
    let (source, severity) = (Source::Monitoring, Severity::High);
    let record = report(t, Beginning { story: "release", source, severity, services, impact, noticed })?;
    declared(t, cast, record, "release", [day("18:16")?, day("18:24")?, day("18:30")?, day("18:34")?])?;
    let judge = C::JudgeProvider {
        provider: "Microsoft Azure".to_owned(),
        fault: ProviderFault::No,
        at: day("18:40")?,
        decider: cast.process,
        reason: t.say("release-fault"),
    };
    t.tell(record, day("18:40")?, judge)?;
    analysed(t, record, "release", day("18:42")?)?;
    recovery(t, record, ("release", "2"), [day("18:45")?, day("18:52")?, day("19:10")?])?;
    message(
        t,
        record,
        "release-first",
        MessageStatus::Recovering,
        (day("18:50")?, Some(day("19:20")?), day("19:20")?),
    )?;
    let (running, milestone) = (day("19:15")?, Milestone::Running);
    t.tell(record, running, C::SetMilestone { milestone, to: Some(running), reason: String::new() })?;
    t.tell(record, day("19:48")?, C::MarkRestored { at: day("19:48")? })?;
    message(t, record, "release-last", MessageStatus::Resolved, (day("19:55")?, None, day("19:55")?))?;
    t.tell(record, day("20:20")?, C::EndEmergency { at: day("20:20")?, person: cast.process })?;
    follow_up(t, cast, record, "release", CauseClass::Change, t.past(18, "09:30")?)
}

/// Reported yesterday, being assessed.
fn in_assessment(t: &Teller<'_>, cast: &Cast) -> Result<(), Fault> {
    let (impact, noticed) = (t.past(1, "15:30")?, t.past(1, "15:52")?);
    let (source, severity) = (Source::SupportPhone, Severity::Medium);
    let services = vec![cast.labels];
    let record = report(t, Beginning { story: "preview", source, severity, services, impact, noticed })?;
    t.tell(record, noticed, C::AddTicket(ticket(t, "preview", "48316", Some(noticed))))?;
    let start = t.past(1, "16:05")?;
    t.tell(record, start, C::StartAssessment { at: start })?;
    t.tell(record, t.past(1, "16:40")?, entry(t, EntryKind::Status, "preview-entry", t.past(1, "16:40")?))
}

/// Declared two hours ago, waiting for the provider: the next update is due soon.
fn running(t: &Teller<'_>, cast: &Cast) -> Result<(), Fault> {
    let ago = |minutes| t.minutes_ago(minutes);
    let services = vec![cast.printing, cast.interface];
    let (source, severity) = (Source::Monitoring, Severity::Critical);
    let (impact, noticed) = (ago(151), ago(143));
    let record = report(t, Beginning { story: "network", source, severity, services, impact, noticed })?;
    declared(t, cast, record, "network", [ago(138), ago(131), ago(122), ago(117)])?;
    t.tell(record, ago(116), C::AddTicket(ticket(t, "network-second", "48329", Some(ago(118)))))?;
    provider_at_fault(t, cast, record, "network", ago(112))?;
    advance(t, record, ProviderState::Confirmed, ago(106))?;
    analysed(t, record, "network", ago(104))?;
    let reason = t.say("network-wait");
    t.tell(record, ago(101), C::DecideToWait { at: ago(101), decider: cast.process, reason })?;
    t.tell(record, ago(101), C::SetWaitingLimit { until: Some(ago(-49)), reason: String::new() })?;
    message(t, record, "network-first", MessageStatus::Identified, (ago(96), Some(ago(-70)), ago(36)))?;
    t.tell(record, ago(70), C::CheckProvider { at: ago(70), news: None })?;
    t.tell(record, ago(44), C::CheckProvider { at: ago(44), news: Some(t.say("network-news")) })?;
    message(t, record, "network-second", MessageStatus::Identified, (ago(38), Some(ago(-95)), ago(-12)))?;
    t.tell(record, ago(14), C::CheckProvider { at: ago(14), news: None })
}

fn entry(t: &Teller<'_>, kind: EntryKind, name: &str, at: Moment) -> C {
    C::AddEntry { id: t.part(), kind, text: t.say(name), at, outside: None }
}

fn ticket(t: &Teller<'_>, story: &str, number: &str, opened: Option<Moment>) -> Ticket {
    Ticket {
        id: t.part(),
        system: "Zammad".to_owned(),
        number: number.to_owned(),
        link: None,
        subject: t.say(&format!("{story}-ticket")),
        keyword: false,
        opened,
    }
}

/// Assessed, consulted, declared, team formed; the first ticket carries the keyword.
fn declared(
    t: &Teller<'_>,
    cast: &Cast,
    record: StreamId,
    story: &str,
    at: [Moment; 4],
) -> Result<(), Fault> {
    let [assessed, consulted, declared, formed] = at;
    t.tell(record, assessed, C::SetSlaLevel { level: Some(cast.premium) })?;
    t.tell(record, assessed, C::StartAssessment { at: assessed })?;
    let ticket = ticket(t, story, &format!("{}", 48_100 + story.len() * 7), Some(assessed));
    let first = ticket.id;
    t.tell(record, assessed, C::AddTicket(ticket))?;
    let advice = t.say(&format!("{story}-advice"));
    let consult = C::ConsultDeploymentTeam { at: consulted, person: cast.deployment, advice };
    t.tell(record, consulted, consult)?;
    let declare = C::DeclareEmergency {
        at: declared,
        decider: cast.process,
        reason: t.say(&format!("{story}-declared")),
        consulted: vec![cast.deployment],
        unconsulted: String::new(),
    };
    t.tell(record, declared, declare)?;
    t.tell(record, declared, C::MarkKeyword { ids: vec![first], carried: true })?;
    let roles = [
        (TeamRole::Lead, cast.process, Some(cast.founder)),
        (TeamRole::Recovery, cast.deployment, None),
        (TeamRole::Communication, cast.recorder, None),
        (TeamRole::Recorder, cast.founder, None),
    ];
    for (role, person, deputy) in roles {
        let assign = C::AssignRole { role, person, deputy, at: declared, handover: String::new() };
        t.tell(record, formed, assign)?;
    }
    t.tell(record, formed, C::FormTeam { at: formed })
}

fn advance(t: &Teller<'_>, record: StreamId, to: ProviderState, at: Moment) -> Result<(), Fault> {
    t.tell(record, at, C::AdvanceProviderCase { to, at, text: String::new() })
}

fn provider_at_fault(
    t: &Teller<'_>,
    cast: &Cast,
    record: StreamId,
    story: &str,
    at: Moment,
) -> Result<(), Fault> {
    let judge = C::JudgeProvider {
        provider: "Microsoft Azure".to_owned(),
        fault: ProviderFault::Yes,
        at,
        decider: cast.process,
        reason: t.say(&format!("{story}-fault")),
    };
    t.tell(record, at, judge)?;
    let (tracking_ids, tickets) =
        (vec![format!("LT{}-7K0", story.len())], vec!["2607150040002214".to_owned()]);
    t.tell(record, at, C::ContactProvider { at, tracking_ids, tickets })
}

fn state(
    t: &Teller<'_>,
    record: StreamId,
    story: &str,
    facts: &[(Fact, &str)],
    at: Moment,
) -> Result<(), Fault> {
    for (fact, name) in facts {
        let text = t.say(&format!("{story}-{name}"));
        t.tell(record, at, C::StateFact { fact: *fact, text })?;
    }
    Ok(())
}

fn analysed(t: &Teller<'_>, record: StreamId, story: &str, at: Moment) -> Result<(), Fault> {
    let facts = [(Fact::Scope, "scope"), (Fact::Impact, "impact"), (Fact::Cause, "cause")];
    state(t, record, story, &facts, at)?;
    t.tell(record, at, C::CompleteAnalysis { at })
}

fn recovery(
    t: &Teller<'_>,
    record: StreamId,
    (story, version): (&str, &str),
    at: [Moment; 3],
) -> Result<(), Fault> {
    let guide = GuideUse { title: t.say("guide"), version: version.to_owned() };
    t.tell(record, at[0], C::StartRecovery { at: at[0], guide: Some(guide) })?;
    let steps = [("step-one", StepResult::Done, at[1]), ("step-two", StepResult::Deviated, at[2])];
    for (name, result, at) in steps {
        let deviation = match result {
            StepResult::Deviated => t.say(&format!("{story}-deviation")),
            StepResult::Done | StepResult::Skipped | StepResult::Failed => String::new(),
        };
        let title = t.say(&format!("{story}-{name}"));
        t.tell(record, at, C::RecordStep { id: t.part(), title, result, deviation, at })?;
    }
    Ok(())
}

fn message(
    t: &Teller<'_>,
    record: StreamId,
    name: &str,
    status: MessageStatus,
    (at, expected_repair, next): (Moment, Option<Moment>, Moment),
) -> Result<(), Fault> {
    let id: PartId = t.part();
    let text = MessageText {
        audience: Audience::AffectedUsers,
        channel: Channel::StatusPage,
        status,
        german: t.say(&format!("{name}-german")),
        english: t.say(&format!("{name}-english")),
        expected_repair,
        next_update: (next != at).then_some(next),
    };
    t.tell(record, at, C::DraftMessage { id, text })?;
    t.tell(record, at, C::ReleaseMessage { id })?;
    t.tell(record, at, C::MarkMessageSent { id, at })
}

/// Causes, lessons, numbers and recommendations.
fn follow_up(
    t: &Teller<'_>,
    cast: &Cast,
    record: StreamId,
    story: &str,
    class: CauseClass,
    at: Moment,
) -> Result<(), Fault> {
    t.tell(record, at, C::StartFollowUp { at })?;
    let facts = [
        (Fact::Summary, "summary"),
        (Fact::Detection, "detection"),
        (Fact::Trigger, "trigger"),
        (Fact::RootCauses, "root"),
        (Fact::ContributingFactors, "contributing"),
        (Fact::Resolution, "resolution"),
        (Fact::WentWell, "well"),
        (Fact::WentBadly, "badly"),
        (Fact::Luck, "luck"),
        (Fact::Credits, "credits"),
    ];
    state(t, record, story, &facts, at)?;
    t.tell(record, at, C::ClassifyCause { class: Some(class) })?;
    let services = if story == "storage" { vec![cast.printing, cast.labels] } else { vec![cast.printing] };
    let figures = ImpactFigures {
        services,
        components: Vec::new(),
        regions: vec!["West Europe".to_owned()],
        tenants: Some(42),
        users_permille: Some(610),
        data_loss_minutes: Some(0),
    };
    t.tell(record, at, C::StateImpact { figures })?;
    for (name, days, must) in [("action-one", 14, true), ("action-two", 45, false)] {
        let due = at.at.in_zone(at.zone).date_naive() + TimeDelta::days(days);
        let text = RecommendationText {
            text: t.say(&format!("{story}-{name}")),
            to: RecommendedTo::Us,
            kind: ActionKind::Corrective,
            priority: Priority::High,
            owner: Some(cast.deployment),
            due: Some(due),
            proof_wanted: t.say(&format!("{story}-{name}-proof")),
            must,
        };
        t.tell(record, at, C::Recommend { id: t.part(), text })?;
    }
    Ok(())
}

/// Report issued, users told.
fn told(t: &Teller<'_>, cast: &Cast, record: StreamId, [issued, told]: [Moment; 2]) -> Result<(), Fault> {
    t.issue(cast, cast.process, (ReportKind::PostIncident, record), issued)?;
    let (reports, note) = (CustomerReports::Sent, t.say("customers-told"));
    t.tell(record, told, C::RecordCustomerReports { at: told, reports, note })
}

/// Actions done, closed.
fn close(t: &Teller<'_>, record: StreamId, story: &str, closed: Moment) -> Result<(), Fault> {
    for id in t.open_actions(record)? {
        let proof = t.say(&format!("{story}-done"));
        t.tell(record, closed, C::CompleteRecommendation { id, at: closed, proof })?;
    }
    t.tell(record, closed, C::Close { at: closed })
}
