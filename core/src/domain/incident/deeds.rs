//! Taking back a deed that is no step of the process, such as a consultation or a message that was marked as sent by mistake:
//! what its part was before is kept beside it. The log keeps the deed, and the timeline tells both.

use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

use super::*;
use crate::domain::Context;
use crate::domain::policy::Regime;

/// A deed that was done and stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// The line of the timeline that it wrote, or would have written.
    pub id: PartId,
    /// What was done.
    pub what: DeedKind,
    at: Option<Moment>,
    was: Was,
}

/// What a deed changed or added, as it was before.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Was {
    /// It added a consultation.
    NotConsulted,
    /// It added a look at how the provider gets on.
    NotChecked,
    /// It added a step of the guide.
    NoGuideStep(PartId),
    /// It added a piece of evidence.
    NoEvidence(PartId),
    /// It said whether the provider is at fault.
    Judged { provider: String, fault: Option<FaultJudged> },
    /// It opened the provider's case or moved it on.
    Case {
        state: Option<ProviderState>,
        tracking_ids: Vec<String>,
        tickets: Vec<String>,
        review: Option<(Moment, String)>,
    },
    /// It decided about a law.
    NotClassified(Regime),
    /// It sent a notice to an authority.
    NotNotified(Regime, PartId),
    /// It moved a message on.
    Message(PartId, MessageState),
    /// It settled a recommendation.
    Recommendation(PartId, RecommendationState),
    /// It gave a role to somebody or took it back: who held it before, oldest first.
    Role(TeamRole, Vec<RoleHeld>),
    /// It named the record in an outside source.
    NotJoined(Outside),
}

/// A deed that stands, and whether it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct StandingDeed {
    /// The line of the timeline that it wrote; the order names it.
    pub id: PartId,
    /// What was done.
    pub what: DeedKind,
    /// The part that it is about: a message, a recommendation, a step of the guide, a piece of evidence.
    pub part: Option<PartId>,
    /// Why it cannot be taken back; none when it can.
    pub refusal: Option<Refusal>,
}

impl Was {
    /// What stands before a deed; none when the event is none that is taken back as a deed.
    #[allow(clippy::too_many_lines)] // A table, one arm an event.
    fn before(incident: &Incident, event: &Event) -> Option<(DeedKind, Self)> {
        use DeedKind as K;
        Some(match event {
            Event::DeploymentTeamConsulted { .. } => (K::DeploymentTeamConsulted, Self::NotConsulted),
            Event::ProviderChecked { .. } => (K::ProviderChecked, Self::NotChecked),
            Event::StepRecorded { id, .. } => (K::StepRecorded, Self::NoGuideStep(*id)),
            Event::EvidenceAttached(evidence) => (K::EvidenceAttached, Self::NoEvidence(evidence.id)),
            Event::RoleAssigned { role, .. } => (K::RoleAssigned, Self::role(incident, *role)),
            Event::RoleReleased { role, .. } => (K::RoleReleased, Self::role(incident, *role)),
            Event::OutsideJoined(outside) => (K::OutsideJoined, Self::NotJoined(outside.clone())),
            Event::ProviderJudged { .. } => (K::ProviderJudged, Self::judged(&incident.provider)),
            Event::ProviderContacted { .. } => (K::ProviderContacted, Self::case(&incident.provider)),
            Event::ProviderCaseAdvanced { .. } => (K::ProviderCaseAdvanced, Self::case(&incident.provider)),
            Event::LegallyClassified { regime, .. } => (K::LegallyClassified, Self::NotClassified(*regime)),
            Event::AuthorityNotified { regime, id, .. } => {
                (K::AuthorityNotified, Self::NotNotified(*regime, *id))
            }
            Event::MessageReleased { id } => (K::MessageReleased, Self::message(incident, *id)?),
            Event::MessageSent { id, .. } => (K::MessageSent, Self::message(incident, *id)?),
            Event::MessageFailed { id, .. } => (K::MessageFailed, Self::message(incident, *id)?),
            Event::RecommendationCompleted { id, .. } => {
                (K::RecommendationCompleted, Self::recommendation(incident, *id)?)
            }
            Event::RecommendationDropped { id, .. } => {
                (K::RecommendationDropped, Self::recommendation(incident, *id)?)
            }
            Event::Reported { .. }
            | Event::TakenOver { .. }
            | Event::SourceFollowed { .. }
            | Event::Retitled { .. }
            | Event::SeverityRated { .. }
            | Event::SlaLevelSet { .. }
            | Event::AssessmentStarted { .. }
            | Event::EscalationProposed { .. }
            | Event::EscalationDeclined { .. }
            | Event::SolvedBySupport { .. }
            | Event::EmergencyDeclared { .. }
            | Event::TeamFormed { .. }
            | Event::ImpactStated { .. }
            | Event::FactStated { .. }
            | Event::CauseClassified { .. }
            | Event::AnalysisCompleted { .. }
            | Event::ProviderDecided { .. }
            | Event::WaitingLimitSet { .. }
            | Event::RecoveryStarted { .. }
            | Event::MessageDrafted { .. }
            | Event::MessageDiscarded { .. }
            | Event::MilestoneSet { .. }
            | Event::Restored { .. }
            | Event::Relapsed { .. }
            | Event::EmergencyEnded { .. }
            | Event::Downgraded { .. }
            | Event::FollowUpStarted { .. }
            | Event::Recommended { .. }
            | Event::RecommendationMoved { .. }
            | Event::CustomerReportsRecorded { .. }
            | Event::TicketAdded { .. }
            | Event::TicketRemoved { .. }
            | Event::KeywordMarked { .. }
            | Event::EntryAdded { .. }
            | Event::EntryCorrected { .. }
            | Event::EntryWithdrawn { .. }
            | Event::EntryReinstated { .. }
            | Event::ReportNoted { .. }
            | Event::Closed { .. }
            | Event::Reopened { .. }
            | Event::StepTakenBack { .. }
            | Event::DeedTakenBack { .. }
            | Event::Withdrawn { .. }
            | Event::Reinstated { .. }
            | Event::Undone { .. } => return None,
        })
    }

    fn judged(ProviderCase { provider, fault, .. }: &ProviderCase) -> Self {
        Self::Judged { provider: provider.clone(), fault: fault.clone() }
    }

    fn case(ProviderCase { state, tracking_ids, tickets, review, .. }: &ProviderCase) -> Self {
        Self::Case {
            state: *state,
            tracking_ids: tracking_ids.clone(),
            tickets: tickets.clone(),
            review: review.clone(),
        }
    }

    fn role(incident: &Incident, role: TeamRole) -> Self {
        Self::Role(role, incident.team.iter().filter(|held| held.role == role).cloned().collect())
    }

    fn message(incident: &Incident, id: PartId) -> Option<Self> {
        incident.message(id).map(|message| Self::Message(id, message.state.clone()))
    }

    fn recommendation(incident: &Incident, id: PartId) -> Option<Self> {
        let held = incident.recommendations.iter().find(|held| held.id == id)?;
        Some(Self::Recommendation(id, held.state.clone()))
    }

    /// The part that the deed is about.
    const fn part(&self) -> Option<PartId> {
        match self {
            Self::NoGuideStep(id)
            | Self::NoEvidence(id)
            | Self::NotNotified(_, id)
            | Self::Message(id, _)
            | Self::Recommendation(id, _) => Some(*id),
            Self::NotConsulted
            | Self::NotChecked
            | Self::Judged { .. }
            | Self::Case { .. }
            | Self::Role(..)
            | Self::NotClassified(_)
            | Self::NotJoined(_) => None,
        }
    }

    /// Whether what one deed wrote stands on what the other did: these are taken back newest first.
    fn builds_on(&self, older: &Self) -> bool {
        match (self, older) {
            (Self::Judged { .. }, Self::Judged { .. }) | (Self::Case { .. }, Self::Case { .. }) => true,
            (Self::Message(one, _), Self::Message(other, _))
            | (Self::Recommendation(one, _), Self::Recommendation(other, _)) => one == other,
            (Self::Role(one, _), Self::Role(other, _)) => one == other,
            // A notice stands on the decision that there must be one.
            (Self::NotClassified(one) | Self::NotNotified(one, _), Self::NotClassified(other)) => {
                one == other
            }
            (
                Self::NotConsulted
                | Self::NotChecked
                | Self::NoGuideStep(_)
                | Self::NoEvidence(_)
                | Self::Judged { .. }
                | Self::Case { .. }
                | Self::Message(..)
                | Self::Recommendation(..)
                | Self::Role(..)
                | Self::NotClassified(_)
                | Self::NotNotified(..)
                | Self::NotJoined(_),
                _,
            ) => false,
        }
    }
}

impl Deed {
    /// The deed that an event tells of, seen from before it; none when it is none.
    pub(super) fn of(incident: &Incident, event: &Event, written: &Written) -> Option<Self> {
        let (what, was) = Was::before(incident, event)?;
        Some(Self { id: PartId(written.id.0), what, at: event.occurred(), was })
    }

    /// The named moment that the first deed of this kind gives.
    const fn milestone(&self) -> Option<Milestone> {
        match self.what {
            DeedKind::DeploymentTeamConsulted => Some(Milestone::DeploymentConsulted),
            DeedKind::ProviderContacted => Some(Milestone::ProviderContacted),
            DeedKind::ProviderCaseAdvanced => Some(Milestone::ProviderMitigated),
            DeedKind::RoleAssigned
            | DeedKind::RoleReleased
            | DeedKind::OutsideJoined
            | DeedKind::ProviderJudged
            | DeedKind::ProviderChecked
            | DeedKind::StepRecorded
            | DeedKind::LegallyClassified
            | DeedKind::AuthorityNotified
            | DeedKind::MessageReleased
            | DeedKind::MessageSent
            | DeedKind::MessageFailed
            | DeedKind::RecommendationCompleted
            | DeedKind::RecommendationDropped
            | DeedKind::EvidenceAttached => None,
        }
    }
}

impl Incident {
    /// The deed that wrote this line, while it stands.
    pub fn deed(&self, id: PartId) -> Option<&Deed> {
        self.deeds.iter().find(|deed| deed.id == id)
    }
}

/// Whether a deed may be taken back although the record is closed: one that may also be done then.
pub(super) fn comes_late(incident: &Incident, id: PartId) -> bool {
    incident.deed(id).is_some_and(|deed| match &deed.was {
        // A record is not closed while a must-task is open.
        Was::Recommendation(part, _) => {
            !incident.recommendations.iter().any(|held| held.id == *part && held.text.must)
        }
        Was::Case { .. } => incident.provider.state >= Some(ProviderState::ReviewExpected),
        Was::NotJoined(_) | Was::NotClassified(_) | Was::NotNotified(..) => true,
        Was::NotConsulted
        | Was::NotChecked
        | Was::NoGuideStep(_)
        | Was::NoEvidence(_)
        | Was::Judged { .. }
        | Was::Role(..)
        | Was::Message(..) => false,
    })
}

/// The table of rules: nothing on which a newer deed or a decision builds.
pub(super) fn take_back_deed(incident: &Incident, id: PartId, reason: String) -> Result<Vec<Event>, Refusal> {
    let Some(place) = incident.deeds.iter().position(|deed| deed.id == id) else {
        let taken_back = incident.entry(id).is_some_and(|entry| entry.withdrawn.is_some());
        // A second press of the button is harmless.
        return if taken_back { Ok(vec![]) } else { Err(Refusal::NoSuchPart { id }) };
    };
    let (deed, since) = (&incident.deeds[place], &incident.deeds[place + 1..]);
    if let Some(newer) = since.iter().rfind(|newer| newer.was.builds_on(&deed.was)) {
        return Err(Refusal::NotTheNewestDeed { newer: newer.what });
    }
    let opened = matches!(deed.was, Was::Case { state: None, .. });
    let waits = |decision: &ProviderDecision| decision.choice == ProviderChoice::Wait;
    if opened && incident.provider.decisions.iter().any(waits) {
        return Err(Refusal::DecisionBuildsOnCase);
    }
    if let Was::Role(TeamRole::Lead, held) = &deed.was
        && !held.iter().any(|held| held.until.is_none())
        && incident.phase.is_running_emergency()
        && incident.phase != Phase::Declared
    {
        return Err(Refusal::TeamWithoutLead); // a team that works has a lead
    }
    Ok(vec![Event::DeedTakenBack { deed: id, what: deed.what, reason }])
}

/// Folds it: the part is as it was before the deed.
pub(super) fn took_back_deed(incident: &mut Incident, id: PartId) {
    let Some(place) = incident.deeds.iter().position(|deed| deed.id == id) else { return };
    let deed = incident.deeds.remove(place);
    if let Some(milestone) = deed.milestone()
        && deed.at.is_some()
        && incident.moment(milestone) == deed.at
    {
        let next = incident.deeds.iter().find(|other| other.what == deed.what).and_then(|other| other.at);
        match next.filter(|_| deed.was == Was::NotConsulted) {
            Some(at) => incident.milestones.insert(milestone, at),
            None => incident.milestones.remove(&milestone),
        };
    }
    match deed.was {
        Was::NotConsulted => incident.consultations.retain(|one| one.id != id),
        Was::NotChecked => incident.provider.checks.retain(|one| one.id != id),
        Was::NoGuideStep(part) => incident.steps.retain(|step| step.id != part),
        Was::NoEvidence(part) => incident.evidence.retain(|evidence| evidence.id != part),
        Was::Judged { provider, fault } => {
            (incident.provider.provider, incident.provider.fault) = (provider, fault);
        }
        Was::Case { state, tracking_ids, tickets, review } => {
            let case = &mut incident.provider;
            (case.state, case.tracking_ids, case.tickets, case.review) =
                (state, tracking_ids, tickets, review);
        }
        Was::Role(role, before) => {
            let mut before = before.into_iter();
            incident.team.retain_mut(|held| {
                if held.role != role {
                    return true;
                }
                let was = before.next();
                let held_before = was.is_some();
                was.into_iter().for_each(|was| *held = was);
                held_before
            });
        }
        Was::NotJoined(outside) => incident.outside.retain(|joined| *joined != outside),
        Was::NotClassified(_) => incident.classifications.retain(|one| one.id != id),
        Was::NotNotified(_, part) => incident.notified.retain(|notice| notice.id != part),
        Was::Message(part, state) => {
            if let Some(message) = incident.messages.iter_mut().find(|message| message.id == part) {
                message.state = state;
            }
        }
        Was::Recommendation(part, state) => {
            if let Some(held) = incident.recommendations.iter_mut().find(|held| held.id == part) {
                held.state = state;
            }
        }
    }
}

/// Every deed that stands, oldest first.
pub fn standing_deeds(incident: &Incident, context: &Context) -> Vec<StandingDeed> {
    let standing = |deed: &Deed| {
        let order = Command::TakeBackDeed { deed: deed.id, reason: "-".to_owned() };
        let refusal = decide(Some(incident), order, &[], context).err();
        StandingDeed { id: deed.id, what: deed.what, part: deed.was.part(), refusal }
    };
    incident.deeds.iter().map(standing).collect()
}
