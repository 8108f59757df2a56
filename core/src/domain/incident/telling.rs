//! The line of the timeline that an event stands for. Codes and values only; Fluent makes the sentence.

use super::*;
use crate::time::Zone;

/// Writes the line of the timeline that an event stands for. What a person wrote is there already.
pub(super) fn tell(incident: &mut Incident, event: &Event, written: &Written) {
    let Some((kind, code, mut values)) = line(event) else { return };
    if let Event::MessageSent { id, .. } | Event::MessageFailed { id, .. } = event
        && let Some(message) = incident.message(*id)
    {
        values.push(("audience", word("audience", &message.text.audience)));
        values.push(("channel", word("channel", &message.text.channel)));
    }
    if let Event::StepTakenBack { step: line, .. } | Event::DeedTakenBack { deed: line, .. } = event
        && let Some(taken) = incident.entry(*line)
    {
        values.push(("was", taken.recorded.to_string()));
        values.push(("person", person(taken.by)));
    }
    let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let spoken = Moment::exact(written.recorded, Zone::UTC);
    incident.entries.push(Entry {
        id: PartId(written.id.0),
        kind,
        what: EntryWhat::Happened { code: code.to_owned(), values },
        occurred: event.occurred().unwrap_or(spoken),
        recorded: written.recorded,
        by: written.by,
        corrected: Vec::new(),
        withdrawn: None,
        outside: None,
    });
}

type Line = (EntryKind, &'static str, Vec<(&'static str, String)>);

fn person(id: PersonId) -> String {
    format!("person:{id}")
}

/// Which events show in the timeline, and what they say. Values that are ids of people begin with `person:`,
/// words of a list with `word:`; the screen and the paper word both.
#[allow(clippy::too_many_lines)] // A table, one arm an event.
fn line(event: &Event) -> Option<Line> {
    use EntryKind as K;
    Some(match event {
        Event::Reported { source, .. } => {
            (K::Milestone, "reported", vec![("source", word("source", source))])
        }
        Event::TakenOver { record, .. } => {
            (K::Status, "takenOver", vec![("source", record.outside.source.clone())])
        }
        Event::SourceFollowed { status, status_was, .. } if status != status_was => {
            (K::Status, "sourceFollowed", vec![("text", status.clone())])
        }
        Event::AssessmentStarted { .. } => (K::Milestone, "assessmentStarted", vec![]),
        Event::DeploymentTeamConsulted { person: who, advice, .. } => {
            (K::Decision, "deploymentTeamConsulted", vec![("person", person(*who)), ("text", advice.clone())])
        }
        Event::EscalationProposed { reason, .. } => {
            (K::Decision, "escalationProposed", vec![("text", reason.clone())])
        }
        Event::EscalationDeclined { decider, reason, .. } => {
            (K::Decision, "escalationDeclined", vec![("person", person(*decider)), ("text", reason.clone())])
        }
        Event::SolvedBySupport { decider, reason, .. } => {
            (K::Decision, "solvedBySupport", vec![("person", person(*decider)), ("text", reason.clone())])
        }
        Event::EmergencyDeclared { decider, reason, .. } => {
            (K::Decision, "emergencyDeclared", vec![("person", person(*decider)), ("text", reason.clone())])
        }
        Event::TeamFormed { .. } => (K::Milestone, "teamFormed", vec![]),
        Event::RoleAssigned { role, person: who, .. } => {
            (K::Action, "roleAssigned", vec![("role", word("teamRole", role)), ("person", person(*who))])
        }
        Event::RoleReleased { role, person: who, handover, .. } => (
            K::Action,
            "roleReleased",
            vec![("role", word("teamRole", role)), ("person", person(*who)), ("text", handover.clone())],
        ),
        Event::AnalysisCompleted { .. } => (K::Milestone, "analysisCompleted", vec![]),
        Event::ProviderJudged { provider, fault, decider, reason, .. } => (
            K::Decision,
            "providerJudged",
            vec![
                ("provider", provider.clone()),
                ("person", person(*decider)),
                ("fault", word("providerFault", fault)),
                ("text", reason.clone()),
            ],
        ),
        Event::ProviderContacted { tracking_ids, tickets, .. } => {
            let ids: Vec<_> = tracking_ids.iter().chain(tickets).cloned().collect();
            (K::Provider, "providerContacted", vec![("text", ids.join(", "))])
        }
        Event::ProviderChecked { news: Some(news), .. } => {
            (K::Provider, "providerChecked", vec![("text", news.clone())])
        }
        Event::ProviderChecked { news: None, .. } => (K::Provider, "providerNothingNew", vec![]),
        Event::ProviderDecided { choice, decider, reason, .. } => {
            let code = match choice {
                ProviderChoice::Wait => "decidedToWait",
                ProviderChoice::Recover => "decidedToRecover",
            };
            (K::Decision, code, vec![("person", person(*decider)), ("text", reason.clone())])
        }
        Event::ProviderCaseAdvanced { to: ProviderState::ReviewReceived, text, .. } => {
            (K::Provider, "providerReviewReceived", vec![("text", text.clone())])
        }
        Event::ProviderCaseAdvanced { to, text, .. } => (
            K::Provider,
            "providerCaseAdvanced",
            vec![("state", word("providerState", to)), ("text", text.clone())],
        ),
        Event::LegallyClassified { regime, reportable, decider, reason, .. } => {
            let code = if *reportable { "legallyReportable" } else { "legallyNotReportable" };
            let values = vec![
                ("regime", word("regime", regime)),
                ("person", person(*decider)),
                ("text", reason.clone()),
            ];
            (K::Decision, code, values)
        }
        Event::AuthorityNotified { regime, stage, authority, reference, .. } => (
            K::Communication,
            "authorityNotified",
            vec![
                ("regime", word("regime", regime)),
                ("stage", word("legalStage", stage)),
                ("authority", authority.clone()),
                ("text", reference.clone()),
            ],
        ),
        Event::WaitingLimitSet { until, was, reason } => {
            let code = match (was, until) {
                (None, _) => "waitingLimitSet",
                (Some(_), Some(_)) => "waitingLimitMoved",
                (Some(_), None) => "waitingLimitTakenAway",
            };
            let at = |moment: &Option<Moment>| moment.map_or(String::new(), |moment| moment.at.to_string());
            (K::Decision, code, vec![("until", at(until)), ("was", at(was)), ("text", reason.clone())])
        }
        Event::RecoveryStarted { guide, .. } => {
            let guide =
                guide.as_ref().map_or(String::new(), |guide| format!("{} {}", guide.title, guide.version));
            (K::Milestone, "recoveryStarted", vec![("text", guide)])
        }
        Event::StepRecorded { title, result, deviation, .. } => (
            K::Action,
            "stepRecorded",
            vec![
                ("step", title.clone()),
                ("result", word("stepResult", result)),
                ("text", deviation.clone()),
            ],
        ),
        Event::MessageSent { .. } => (K::Communication, "messageSent", vec![]),
        Event::MessageFailed { reason, .. } => {
            (K::Communication, "messageFailed", vec![("text", reason.clone())])
        }
        Event::MilestoneSet { milestone, to, was, reason } => {
            let code = match (was, to) {
                (None, _) => "milestoneSet",
                (Some(_), Some(_)) => "milestoneMoved",
                (Some(_), None) => "milestoneCleared",
            };
            let was = was.map_or(String::new(), |was| was.at.to_string());
            let values =
                vec![("milestone", word("milestone", milestone)), ("was", was), ("text", reason.clone())];
            (K::Milestone, code, values)
        }
        Event::Restored { .. } => (K::Milestone, "restored", vec![]),
        Event::Relapsed { reason, .. } => (K::Status, "relapsed", vec![("text", reason.clone())]),
        Event::EmergencyEnded { person: who, .. } => {
            (K::Milestone, "emergencyEnded", vec![("person", person(*who))])
        }
        Event::Downgraded { approver, reason, .. } => {
            (K::Decision, "downgraded", vec![("person", person(*approver)), ("text", reason.clone())])
        }
        Event::FollowUpStarted { .. } => (K::Milestone, "followUpStarted", vec![]),
        Event::RecommendationMoved { from, to, reason, .. } => {
            let values = vec![("was", from.to_string()), ("until", to.to_string()), ("text", reason.clone())];
            (K::Action, "recommendationMoved", values)
        }
        Event::RecommendationCompleted { proof, .. } => {
            (K::Action, "recommendationCompleted", vec![("text", proof.clone())])
        }
        Event::CustomerReportsRecorded { note, .. } => {
            (K::Communication, "customerReportsRecorded", vec![("text", note.clone())])
        }
        Event::EvidenceAttached(evidence) => {
            (K::Evidence, "evidenceAttached", vec![("text", evidence.name.clone())])
        }
        Event::OutsideJoined(outside) => {
            (K::Action, "outsideJoined", vec![("source", outside.source.clone())])
        }
        Event::ReportNoted { number, .. } => (K::Milestone, "reportNoted", vec![("text", number.clone())]),
        Event::Closed { .. } => (K::Milestone, "closed", vec![]),
        Event::Reopened { reason, .. } => (K::Decision, "reopened", vec![("text", reason.clone())]),
        Event::StepTakenBack { what, reason, .. } => {
            (K::Decision, "stepTakenBack", vec![("step", word("takenStep", what)), ("text", reason.clone())])
        }
        Event::DeedTakenBack { what, reason, .. } => {
            (K::Action, "deedTakenBack", vec![("deed", word("deedKind", what)), ("text", reason.clone())])
        }
        Event::Withdrawn { reason } => (K::Action, "withdrawn", vec![("text", reason.clone())]),
        Event::Reinstated { reason } => (K::Action, "reinstated", vec![("text", reason.clone())]),
        Event::Retitled { .. }
        | Event::SeverityRated { .. }
        | Event::SlaLevelSet { .. }
        | Event::ImpactStated { .. }
        | Event::FactStated { .. }
        | Event::CauseClassified { .. }
        | Event::MessageDrafted { .. }
        | Event::MessageDiscarded { .. }
        | Event::MessageReleased { .. }
        | Event::Recommended { .. }
        | Event::RecommendationDropped { .. }
        | Event::TicketAdded { .. }
        | Event::TicketRemoved { .. }
        | Event::KeywordMarked { .. }
        | Event::EntryAdded { .. }
        | Event::EntryCorrected { .. }
        | Event::EntryWithdrawn { .. }
        | Event::EntryReinstated { .. }
        | Event::SourceFollowed { .. }
        | Event::Undone { .. } => return None,
    })
}

/// A word of a list as `word:LIST:WORD`, which Fluent words as `LIST-WORD`.
fn word(list: &str, value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => format!("word:{list}:{text}"),
        Ok(_) | Err(_) => format!("word:{list}:"),
    }
}
