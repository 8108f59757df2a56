//! Everything about one incident, durations and clocks computed; and what moving a milestone would change.

use rusqlite::Connection;

use super::organisation::{names, organisation};
use super::policy::policy;
use super::views::{
    DurationChange, FactView, IncidentView, LegalView, MilestoneView, ObjectiveView, Preview, SlaView,
};
use super::{QueryFault, probe, resolve, review, state};
use crate::domain::incident::{
    Command, DurationKind, Fact, Incident, LegalStage, Milestone, Rules, clocks, closing_gaps, decide,
    duration, durations, legal_clocks, needs_review, newest_step, possible, report_gaps, standing_deeds,
    unreviewed,
};
use crate::domain::organisation::Organisation;
use crate::domain::policy::Regime;
use crate::ids::{RecordRef, StreamId};
use crate::time::{Day, Instant, Length, Moment, Zone};

/// The incident behind a name, its id and how many events it has.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn find(conn: &Connection, record: RecordRef) -> Result<(StreamId, Incident, u64), QueryFault> {
    let stream = resolve(conn, record)?;
    let found = state(conn, stream)?;
    let incident = found.and_then(|(state, version)| Some((stream, state.into_incident()?, version)));
    incident.ok_or_else(|| QueryFault::NoSuchRecord(stream.to_string()))
}

/// The incident as its screen shows it at `now`, for somebody with any role.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn view(conn: &Connection, record: RecordRef, now: Instant) -> Result<IncidentView, QueryFault> {
    let (id, incident, version) = find(conn, record)?;
    let organisation = organisation(conn)?;
    let probe = probe(organisation.as_ref(), policy(conn)?, incident.number, None, now);
    let rules = Rules { policy: &probe.policy, zone: probe.zone };
    let fact = |fact: &Fact| FactView {
        fact: *fact,
        text: incident.fact(*fact).to_owned(),
        history: incident.facts.get(fact).cloned().unwrap_or_default(),
    };
    let (mut possible, mut closing_gaps) = (possible(&incident, &probe), closing_gaps(&incident));
    let review = review::following(conn, id)?;
    if needs_review(&incident) && review.is_none() {
        unreviewed(&mut possible, &mut closing_gaps);
    }
    let milestone =
        |milestone: &Milestone| MilestoneView { milestone: *milestone, moment: incident.moment(*milestone) };
    let mut entries = incident.entries.clone();
    // What says no moment of its own happened when it was written down, in no zone: it is told in that of the process.
    for entry in &mut entries {
        if entry.occurred == Moment::exact(entry.recorded, Zone::UTC) {
            entry.occurred.zone = probe.zone;
        }
    }
    entries.sort_by_key(|entry| (entry.occurred.at, entry.recorded));
    Ok(IncidentView {
        id,
        version,
        number: incident.number.to_string(),
        title: incident.title.clone(),
        phase: incident.phase,
        emergency: incident.emergency,
        source: incident.source,
        severity: incident.severity,
        sla: sla(&incident, organisation.as_ref()),
        milestones: Milestone::ALL.iter().map(milestone).collect(),
        durations: durations(&incident),
        clocks: clocks(&incident, &rules, now),
        legal: legal(&incident, &rules, now),
        objectives: objectives(&incident, organisation.as_ref()),
        facts: Fact::ALL.iter().map(fact).collect(),
        report_gaps: report_gaps(&incident),
        closing_gaps,
        review,
        newest_step: newest_step(&incident, &probe),
        deeds: standing_deeds(&incident, &probe),
        possible,
        people: names(conn)?,
        entries,
        impact: incident.impact,
        cause_class: incident.cause_class,
        path: incident.path,
        decisions: incident.decisions,
        consultations: incident.consultations,
        team: incident.team,
        provider_next: incident.provider.next(),
        provider: incident.provider,
        guide: incident.guide,
        steps: incident.steps,
        messages: incident.messages,
        recommendations: incident.recommendations,
        tickets: incident.tickets,
        evidence: incident.evidence,
        customer_reports: incident.customer_reports,
        reports: incident.reports,
        outside: incident.outside,
        taken_over: incident.taken_over,
        recorded_by: incident.recorded_by,
        recorded: incident.recorded,
        changed: incident.changed,
    })
}

/// What the laws ask for: those that bind, and those under which something was recorded.
fn legal(incident: &Incident, rules: &Rules<'_>, now: Instant) -> Vec<LegalView> {
    let clocks = legal_clocks(incident, rules, now);
    let today = Day::at(now, rules.zone);
    let of = |regime: Regime| LegalView {
        regime,
        holds: rules.policy.holds(regime, today),
        stages: LegalStage::of(regime).to_vec(),
        clocks: clocks.iter().filter(|clock| clock.regime == regime).copied().collect(),
        classifications: incident
            .classifications
            .iter()
            .filter(|one| one.regime == regime)
            .cloned()
            .collect(),
        notices: incident.notified.iter().filter(|notice| notice.regime == regime).cloned().collect(),
    };
    let mut found: Vec<LegalView> = Regime::ALL.into_iter().map(of).collect();
    found.retain(|view| view.holds || !view.clocks.is_empty() || !view.classifications.is_empty());
    found
}

/// Whether a length stays within so many minutes; none when either is not known.
fn within(length: Option<Length>, minutes: Option<u32>) -> Option<bool> {
    Some(length? <= Length::minutes(i64::from(minutes?)))
}

/// The instant whose promises count: when it was noticed, or else when it was written down.
fn began(incident: &Incident) -> Instant {
    incident.moment(Milestone::Noticed).map_or(incident.recorded, |noticed| noticed.at)
}

/// The SLA level of an incident, and whether its times were kept.
pub fn sla(incident: &Incident, organisation: Option<&Organisation>) -> Option<SlaView> {
    let level = organisation?.sla_level_at(incident.sla_level?, began(incident))?.clone();
    Some(SlaView {
        response_kept: within(duration(incident, DurationKind::ToAssess).length, level.response_minutes),
        handling_kept: within(duration(incident, DurationKind::ToHandle).length, level.handling_minutes),
        level,
    })
}

/// Services that are hit, with objective and reality.
pub fn objectives(incident: &Incident, organisation: Option<&Organisation>) -> Vec<ObjectiveView> {
    let Some(organisation) = organisation else { return Vec::new() };
    let recovery = duration(incident, DurationKind::ToRun).length;
    let data_loss_minutes = incident.impact.data_loss_minutes;
    let of_service = |service: &crate::domain::organisation::Service| ObjectiveView {
        service: service.clone(),
        recovery,
        rto_met: within(recovery, service.rto_minutes),
        data_loss_minutes,
        rpo_met: data_loss_minutes.zip(service.rpo_minutes).map(|(actual, objective)| actual <= objective),
    };
    let at = began(incident);
    incident
        .impact
        .services
        .iter()
        .filter_map(|id| organisation.service_at(*id, at))
        .map(of_service)
        .collect()
}

/// What changes when a milestone is moved, or why it may not be; nothing is written.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn preview(
    conn: &Connection,
    record: RecordRef,
    milestone: Milestone,
    to: Option<Moment>,
    now: Instant,
) -> Result<Preview, QueryFault> {
    let (_, before, _) = find(conn, record)?;
    let organisation = organisation(conn)?;
    let moved = Command::SetMilestone { milestone, to, reason: "foreseen".to_owned() };
    let probe = probe(organisation.as_ref(), policy(conn)?, before.number, None, now);
    let rules = Rules { policy: &probe.policy, zone: probe.zone };
    let refusal = decide(Some(&before), moved, &[], &probe).err();
    let mut after = before.clone();
    if refusal.is_none() {
        match to {
            Some(to) => after.milestones.insert(milestone, to),
            None => after.milestones.remove(&milestone),
        };
    }
    let change = |kind| DurationChange {
        kind,
        before: duration(&before, kind).length,
        after: duration(&after, kind).length,
    };
    let (clocks_before, clocks_after) = (clocks(&before, &rules, now), clocks(&after, &rules, now));
    let same_clocks = clocks_before == clocks_after;
    let objectives_before = objectives(&before, organisation.as_ref());
    let mut objectives = objectives(&after, organisation.as_ref());
    objectives.retain(|objective| !objectives_before.contains(objective));
    Ok(Preview {
        refusal,
        durations: DurationKind::ALL.into_iter().map(change).filter(|c| c.before != c.after).collect(),
        clocks_before: if same_clocks { Vec::new() } else { clocks_before },
        clocks_after: if same_clocks { Vec::new() } else { clocks_after },
        objectives,
    })
}
