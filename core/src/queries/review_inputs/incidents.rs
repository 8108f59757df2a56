//! What incidents and emergencies give a review to look at: durations against objectives, decisions not to escalate, near
//! misses, open actions, the provider's cases, and promises that were not kept.

use rusqlite::params;

use super::{Found, Gathering};
use crate::domain::incident::{
    Clock, ClockKind, ClockState, DurationKind, Entry, EntryKind, Incident, Milestone, Phase,
    RecommendationState, Rules, Severity, clocks, duration,
};
use crate::domain::organisation::Organisation;
use crate::domain::review::{Facts, InputKind};
use crate::ids::StreamId;
use crate::queries::incident::{objectives, sla};
use crate::queries::{QueryFault, organisation, state};
use crate::time::{Day, Instant, Length, Moment};

/// Records that may have something to look at, oldest first: what people recorded and is of the period, waits for somebody or
/// was an emergency; of what was taken over, the emergencies of the period.
const CANDIDATES: &str = "SELECT stream FROM register WHERE phase <> 'withdrawn' AND (stream = ?2
    OR (batch IS NULL AND (emergency = 1 OR waits = 1 OR changed_us >= ?1 OR began_us >= ?1))
    OR (batch IS NOT NULL AND emergency = 1
      AND max(began_us, coalesce(ended_us, began_us), coalesce(restored_us, began_us)) >= ?1))
  ORDER BY began_us, stream";

pub fn gather(of: &Gathering<'_>) -> Result<Vec<Found>, QueryFault> {
    let organisation = organisation::organisation(of.conn)?;
    let (from, emergency) = (of.period.from.begin(of.zone), of.emergency.map(|id| id.0.into_bytes()));
    let mut candidates = of.conn.prepare_cached(CANDIDATES)?;
    let rows = candidates.query_map(params![from.micros(), emergency], |row| row.get(0))?;
    let streams: Vec<[u8; 16]> = rows.collect::<Result<_, _>>()?;
    let mut found = Vec::new();
    for bytes in streams {
        let record = StreamId(uuid::Uuid::from_bytes(bytes));
        if let Some(incident) = state(of.conn, record)?.and_then(|(state, _)| state.into_incident()) {
            One { of, record, incident: &incident, organisation: organisation.as_ref() }.look(&mut found);
        }
    }
    Ok(found)
}

/// One incident that is looked at.
struct One<'a> {
    of: &'a Gathering<'a>,
    record: StreamId,
    incident: &'a Incident,
    organisation: Option<&'a Organisation>,
}

impl One<'_> {
    fn look(&self, found: &mut Vec<Found>) {
        let covered = self.is_covered();
        if self.incident.emergency && covered {
            found.push(self.found(InputKind::Emergency, self.measured()));
        }
        self.actions(found);
        if self.incident.taken_over.is_some() {
            // Of a source's history nothing else was promised by anybody here.
            return;
        }
        self.not_escalated(found, covered);
        self.promises(found, covered);
        self.clocks(found);
    }

    fn found(&self, kind: InputKind, facts: Facts) -> Found {
        let (record, title) = (self.record, self.incident.title.clone());
        Found { kind, record, part: None, number: self.incident.number.to_string(), title, facts }
    }

    fn began(&self) -> Option<Moment> {
        self.incident.moment(Milestone::ImpactStart).or(self.incident.moment(Milestone::Noticed))
    }

    /// It lasted into the period, is running, was written down since, or is what the review is held for.
    fn is_covered(&self) -> bool {
        let incident = self.incident;
        let ends = [Milestone::Ended, Milestone::Restored, Milestone::Noticed, Milestone::ImpactStart];
        let newest =
            ends.iter().filter_map(|milestone| incident.moment(*milestone)).map(|moment| moment.at).max();
        let newest = newest.unwrap_or(incident.recorded);
        // When a history was taken over says nothing of when it could be looked at.
        let taken_over = incident.taken_over.is_some();
        let recorded = if taken_over { newest } else { self.written() };
        self.of.emergency == Some(self.record)
            || (incident.phase.is_running_emergency() && !taken_over)
            || self.of.covers(newest, recorded)
    }

    /// When what a review looks at was last written down: that it happened, what was proposed or decided, and how it ended.
    /// What is done about it afterwards is nothing new of it.
    fn written(&self) -> Instant {
        let told = |phase: Phase| match phase {
            Phase::Reported
            | Phase::EscalationProposed
            | Phase::SolvedBySupport
            | Phase::Declared
            | Phase::Downgraded
            | Phase::Restored
            | Phase::Ended => true,
            Phase::InAssessment
            | Phase::TeamFormed
            | Phase::Analysed
            | Phase::WaitingForProvider
            | Phase::OwnRecovery
            | Phase::FollowUp
            | Phase::ReportApproved
            | Phase::CustomersInformed
            | Phase::Closed
            | Phase::Withdrawn => false,
        };
        let path =
            self.incident.path.iter().filter(|passed| told(passed.phase)).map(|passed| passed.recorded);
        path.max().unwrap_or(self.incident.recorded).max(self.incident.recorded)
    }

    /// Its durations against the objectives, as far as they are recorded.
    fn measured(&self) -> Facts {
        let incident = self.incident;
        let objectives = objectives(incident, self.organisation);
        let all = |met: fn(&crate::queries::views::ObjectiveView) -> Option<bool>| {
            let known: Vec<bool> = objectives.iter().filter_map(met).collect();
            (!known.is_empty()).then(|| known.iter().all(|met| *met))
        };
        Facts {
            at: self.began(),
            downtime: duration(incident, DurationKind::Downtime).length,
            recovery: duration(incident, DurationKind::ToRun).length,
            rto_met: all(|objective| objective.rto_met),
            rpo_met: all(|objective| objective.rpo_met),
            running: incident.phase.is_running_emergency(),
            ..Facts::default()
        }
    }

    /// Decisions not to escalate, downgraded emergencies, and what came near one.
    fn not_escalated(&self, found: &mut Vec<Found>, covered: bool) {
        let incident = self.incident;
        let mut declined = false;
        for decision in &incident.decisions {
            let kind = match decision.phase {
                Phase::InAssessment => InputKind::EscalationDeclined,
                Phase::Downgraded => InputKind::Downgraded,
                Phase::Reported
                | Phase::EscalationProposed
                | Phase::SolvedBySupport
                | Phase::Declared
                | Phase::TeamFormed
                | Phase::Analysed
                | Phase::WaitingForProvider
                | Phase::OwnRecovery
                | Phase::Restored
                | Phase::Ended
                | Phase::FollowUp
                | Phase::ReportApproved
                | Phase::CustomersInformed
                | Phase::Closed
                | Phase::Withdrawn => continue,
            };
            declined = true;
            let line = self.line(decision.at);
            let recorded = line.map_or(incident.recorded, |line| line.recorded);
            if self.of.covers(decision.at.at, recorded) {
                let (at, person, text) = (Some(decision.at), Some(decision.decider), decision.reason.clone());
                let facts = Facts { at, person, text, ..Facts::default() };
                found.push(Found { part: line.map(|line| line.id), ..self.found(kind, facts) });
            }
        }
        let grave = matches!(incident.severity, Some(Severity::High | Severity::Critical));
        let proposed = incident.path.iter().any(|passed| passed.phase == Phase::EscalationProposed);
        if !incident.emergency && !declined && covered && (grave || proposed) {
            found.push(self.found(InputKind::NearMiss, self.measured()));
        }
    }

    /// The line of the timeline that a decision wrote.
    fn line(&self, at: Moment) -> Option<&Entry> {
        let told = |entry: &&Entry| entry.kind == EntryKind::Decision && entry.occurred == at;
        self.incident.entries.iter().find(told)
    }

    /// Recommended actions that are open, of whatever time.
    fn actions(&self, found: &mut Vec<Found>) {
        let open =
            self.incident.recommendations.iter().filter(|held| held.state == RecommendationState::Open);
        for held in open {
            let due_day = held.text.due.and_then(|date| Day::of(date).ok());
            let facts = Facts { due_day, person: held.text.owner, ..Facts::default() };
            let title = held.text.text.clone();
            found.push(Found { part: Some(held.id), title, ..self.found(InputKind::OpenAction, facts) });
        }
    }

    /// Response and handling times of the SLA level that were missed (duties 7).
    fn promises(&self, found: &mut Vec<Found>, covered: bool) {
        let Some(sla) = sla(self.incident, self.organisation).filter(|_| covered) else { return };
        let times = [
            (InputKind::ResponseLate, sla.response_kept, sla.level.response_minutes, DurationKind::ToAssess),
            (InputKind::HandlingLate, sla.handling_kept, sla.level.handling_minutes, DurationKind::ToHandle),
        ];
        for (kind, kept, minutes, taken) in times {
            if kept == Some(false) {
                let facts = Facts {
                    promised: minutes.map(|minutes| Length::minutes(minutes.into())),
                    taken: duration(self.incident, taken).length,
                    text: sla.level.name.clone(),
                    ..Facts::default()
                };
                found.push(self.found(kind, facts));
            }
        }
    }

    /// Clocks that ran out: of one kind the newest stands for all.
    fn clocks(&self, found: &mut Vec<Found>) {
        let late: Vec<Clock> =
            clocks(self.incident, &Rules { policy: self.of.policy, zone: self.of.zone }, self.of.now)
                .into_iter()
                .filter(|clock| {
                    clock.state == ClockState::Late && self.of.covers(clock.due.at, self.incident.recorded)
                })
                .collect();
        let kinds = [
            (InputKind::WaitingLimitBroken, ClockKind::WaitingLimit),
            (InputKind::ProviderReviewMissing, ClockKind::ProviderReview),
            (InputKind::RepairLate, ClockKind::ExpectedRepair),
            (InputKind::UpdateLate, ClockKind::NextUpdate),
        ];
        for (kind, clock) in kinds {
            let of_kind: Vec<&Clock> = late.iter().filter(|held| held.kind == clock).collect();
            if let Some(newest) = of_kind.last() {
                let facts = Facts {
                    due: Some(newest.due),
                    settled: newest.settled,
                    count: u32::try_from(of_kind.len()).ok().filter(|count| *count > 1),
                    ..Facts::default()
                };
                found.push(self.found(kind, facts));
            }
        }
    }
}
