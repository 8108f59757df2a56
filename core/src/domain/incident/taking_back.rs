//! Taking the newest step of the process back: what each step replaced is kept beside it, so that the state becomes what it
//! was before. The log keeps the step, and the timeline tells both.

use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

use super::*;
use crate::domain::Context;

/// A step that was taken and stands, with what it replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTaken {
    /// The line of the timeline that it wrote.
    pub id: PartId,
    /// Which step.
    pub step: TakenStep,
    /// When it was taken, as far as said.
    pub at: Option<Moment>,
    /// When that was written down.
    pub recorded: Instant,
    /// Who wrote it down.
    pub by: PersonId,
    moments: Vec<Replaced>,
    was: Before,
}

/// A named moment that a step set, moved or took away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Replaced {
    milestone: Milestone,
    was: Option<Moment>,
    /// The step took it away.
    gone: bool,
}

/// A step that is just being taken.
pub(super) struct Begun {
    step: TakenStep,
    milestones: BTreeMap<Milestone, Moment>,
    was: Before,
}

/// What a step may replace or add to beside moments, as it was before.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Before {
    phase: Phase,
    emergency: bool,
    guide: Option<GuideUse>,
    customer_reports: Option<(CustomerReports, Moment, String)>,
    passed: usize,
    decisions: usize,
    provider_decisions: usize,
    guide_steps: usize,
    reports: usize,
}

/// The newest step, and what taking it back does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewestStep {
    /// The line of the timeline that it wrote; the order names it.
    pub id: PartId,
    /// Which step.
    pub step: TakenStep,
    /// When it was taken, as far as said.
    pub at: Option<Moment>,
    /// When that was written down.
    pub recorded: Instant,
    /// Who wrote it down.
    pub by: PersonId,
    /// Where the record stands without it.
    pub phase: Phase,
    /// Moments that are not recorded any more without it.
    pub cleared: Vec<Milestone>,
    /// Moments that count again without it.
    pub restored: Vec<Milestone>,
    /// Why it cannot be taken back; none when it can.
    pub refusal: Option<Refusal>,
}

impl Begun {
    /// What stands before a step; none when the event is none that can be taken back.
    pub(super) fn of(incident: &Incident, event: &Event) -> Option<Self> {
        let step = step_of(event)?;
        let was = Before {
            phase: incident.phase,
            emergency: incident.emergency,
            guide: incident.guide.clone(),
            customer_reports: incident.customer_reports.clone(),
            passed: incident.path.len(),
            decisions: incident.decisions.len(),
            provider_decisions: incident.provider.decisions.len(),
            guide_steps: incident.steps.len(),
            reports: incident.reports.len(),
        };
        Some(Self { step, milestones: incident.milestones.clone(), was })
    }

    /// Keeps the step after it was taken.
    pub(super) fn keep(self, incident: &mut Incident, event: &Event, written: &Written) {
        let replaced = |milestone: &Milestone| {
            let (was, is) = (self.milestones.get(milestone).copied(), incident.moment(*milestone));
            (was != is).then_some(Replaced { milestone: *milestone, was, gone: is.is_none() })
        };
        let moments = Milestone::ALL.iter().filter_map(replaced).collect();
        incident.steps_taken.push(StepTaken {
            id: PartId(written.id.0),
            step: self.step,
            at: event.occurred(),
            recorded: written.recorded,
            by: written.by,
            moments,
            was: self.was,
        });
    }
}

impl StepTaken {
    /// The named moments that the step touched, as they are without it. What was set anew since stays.
    fn without(&self, incident: &Incident) -> Vec<(Milestone, Option<Moment>)> {
        let before = |replaced: &Replaced| {
            let since = incident.moment(replaced.milestone).filter(|_| replaced.gone);
            (replaced.milestone, since.or(replaced.was))
        };
        self.moments.iter().map(before).collect()
    }
}

/// The table of rules: only the newest step, and nothing on which a paper was issued or by which somebody has worked.
pub(super) fn take_back(incident: &Incident, id: PartId, reason: String) -> Result<Vec<Event>, Refusal> {
    let told = incident.entry(id).filter(|entry| matches!(entry.what, EntryWhat::Happened { .. }));
    if told.ok_or(Refusal::NoSuchPart { id })?.withdrawn.is_some() {
        return Ok(vec![]); // A second press of the button is harmless.
    }
    let newest = incident.steps_taken.last().ok_or(Refusal::NoStepToTakeBack)?;
    if let Some(report) = incident.reports.get(newest.was.reports..).and_then(<[_]>::last) {
        return Err(Refusal::ReportBuildsOnStep { number: report.number.clone() });
    }
    if newest.id != id {
        return Err(Refusal::NotTheNewestStep { newest: newest.step });
    }
    if newest.step == TakenStep::RecoveryStarted && incident.steps.len() > newest.was.guide_steps {
        return Err(Refusal::GuideStepsRecorded);
    }
    Ok(vec![Event::StepTakenBack {
        step: id,
        what: newest.step,
        phase: newest.was.phase,
        was: incident.phase,
        moments: newest.without(incident),
        reason,
    }])
}

/// Folds it: phase and moments are those that the event names, and what else the step wrote is as it was.
pub(super) fn took_back(
    incident: &mut Incident,
    id: PartId,
    phase: Phase,
    moments: &[(Milestone, Option<Moment>)],
) {
    for (milestone, moment) in moments {
        match moment {
            Some(at) => incident.milestones.insert(*milestone, *at),
            None => incident.milestones.remove(milestone),
        };
    }
    incident.phase = phase;
    if let Some(place) = incident.steps_taken.iter().rposition(|taken| taken.id == id) {
        let Before { emergency, guide, customer_reports, passed, decisions, provider_decisions, .. } =
            incident.steps_taken.remove(place).was;
        incident.emergency = emergency;
        incident.guide = guide;
        incident.customer_reports = customer_reports;
        incident.path.truncate(passed);
        incident.decisions.truncate(decisions);
        incident.provider.decisions.truncate(provider_decisions);
    }
}

/// The newest step of a record, if it has taken any.
pub fn newest_step(incident: &Incident, context: &Context) -> Option<NewestStep> {
    let newest = incident.steps_taken.last()?;
    let order = Command::TakeBackStep { step: newest.id, reason: "-".to_owned() };
    let refusal = decide(Some(incident), order, &[], context).err();
    let (cleared, restored): (Vec<_>, Vec<_>) =
        newest.without(incident).into_iter().partition(|(_, moment)| moment.is_none());
    let names = |moments: Vec<(Milestone, Option<Moment>)>| moments.into_iter().map(|(name, _)| name);
    Some(NewestStep {
        id: newest.id,
        step: newest.step,
        at: newest.at,
        recorded: newest.recorded,
        by: newest.by,
        phase: newest.was.phase,
        cleared: names(cleared).collect(),
        restored: names(restored).collect(),
        refusal,
    })
}

/// Which events are steps that can be taken back. Issuing a report is none: the paper is out. What a source says is its own
/// word, and taking a record out of the register has a way back of its own.
fn step_of(event: &Event) -> Option<TakenStep> {
    use TakenStep as T;
    Some(match event {
        Event::AssessmentStarted { .. } => T::AssessmentStarted,
        Event::EscalationProposed { .. } => T::EscalationProposed,
        Event::EscalationDeclined { .. } => T::EscalationDeclined,
        Event::SolvedBySupport { .. } => T::SolvedBySupport,
        Event::EmergencyDeclared { .. } => T::EmergencyDeclared,
        Event::TeamFormed { .. } => T::TeamFormed,
        Event::AnalysisCompleted { .. } => T::AnalysisCompleted,
        Event::ProviderDecided { choice: ProviderChoice::Wait, .. } => T::DecidedToWait,
        Event::ProviderDecided { choice: ProviderChoice::Recover, .. } => T::DecidedToRecover,
        Event::RecoveryStarted { .. } => T::RecoveryStarted,
        Event::MilestoneSet { milestone: Milestone::Running, to: Some(_), was: None, .. } => T::Running,
        Event::Restored { .. } => T::Restored,
        Event::Relapsed { .. } => T::Relapsed,
        Event::EmergencyEnded { .. } => T::EmergencyEnded,
        Event::Downgraded { .. } => T::Downgraded,
        Event::FollowUpStarted { .. } => T::FollowUpStarted,
        Event::CustomerReportsRecorded { .. } => T::CustomerReportsRecorded,
        Event::Closed { .. } => T::Closed,
        Event::Reopened { .. } => T::Reopened,
        Event::Reported { .. }
        | Event::TakenOver { .. }
        | Event::SourceFollowed { .. }
        | Event::Retitled { .. }
        | Event::SeverityRated { .. }
        | Event::SlaLevelSet { .. }
        | Event::DeploymentTeamConsulted { .. }
        | Event::RoleAssigned { .. }
        | Event::RoleReleased { .. }
        | Event::ImpactStated { .. }
        | Event::FactStated { .. }
        | Event::CauseClassified { .. }
        | Event::ProviderJudged { .. }
        | Event::ProviderContacted { .. }
        | Event::ProviderChecked { .. }
        | Event::WaitingLimitSet { .. }
        | Event::ProviderCaseAdvanced { .. }
        | Event::LegallyClassified { .. }
        | Event::AuthorityNotified { .. }
        | Event::StepRecorded { .. }
        | Event::MessageDrafted { .. }
        | Event::MessageReleased { .. }
        | Event::MessageDiscarded { .. }
        | Event::MessageSent { .. }
        | Event::MessageFailed { .. }
        | Event::MilestoneSet { .. }
        | Event::Recommended { .. }
        | Event::RecommendationMoved { .. }
        | Event::RecommendationCompleted { .. }
        | Event::RecommendationDropped { .. }
        | Event::TicketAdded { .. }
        | Event::TicketRemoved { .. }
        | Event::KeywordMarked { .. }
        | Event::EntryAdded { .. }
        | Event::EntryCorrected { .. }
        | Event::EntryWithdrawn { .. }
        | Event::EntryReinstated { .. }
        | Event::EvidenceAttached(_)
        | Event::OutsideJoined(_)
        | Event::ReportNoted { .. }
        | Event::StepTakenBack { .. }
        | Event::DeedTakenBack { .. }
        | Event::Withdrawn { .. }
        | Event::Reinstated { .. }
        | Event::Undone { .. } => return None,
    })
}
