//! What needs somebody now: computed from open records and their clocks, ticked by nobody.

use rusqlite::Connection;

use super::deadlines::Asked;
use super::incident::find;
use super::views::{DeadlineRow, HomeView, Need, NeedKind, RegisterRow, RunningEmergency, Urgency};
use super::{QueryFault, drill, finding, register};
use crate::deadlines::Deadline;
use crate::domain::incident::{
    Clock, ClockKind, ClockState, Incident, Milestone, Phase, RecommendationState, Rules, TeamRole, clocks,
};
use crate::domain::policy::RuleKind;
use crate::duties::PromiseKind;
use crate::ids::{PersonId, RecordRef};
use crate::time::{Instant, Length, Moment};

/// So many open records are looked at; the register shows the rest.
const MOST: u32 = 200;

/// What is due within so long is due soon.
const DAY: Length = Length::minutes(24 * 60);

/// What needs somebody now.
///
/// # Errors
/// When the log cannot be read.
pub fn view(conn: &Connection, now: Instant) -> Result<HomeView, QueryFault> {
    let mut running = Vec::new();
    let mut needs = Vec::new();
    let (asked, deadlines) = Asked::of(conn, None, now)?;
    let rules = Rules { policy: &asked.policy, zone: asked.zone };
    for row in register::some(conn, "waits = 1 ORDER BY emergency DESC, began_us DESC", MOST)? {
        let (_, incident, _) = find(conn, RecordRef::Id(row.id))?;
        if incident.emergency && incident.phase.is_running_emergency() {
            running.push(running_emergency(&row, &incident));
        }
        collect(&mut needs, &row, &incident, &rules, now);
    }
    // The newest first: one that runs since years was never closed where it came from.
    running.sort_by_key(|emergency| std::cmp::Reverse(emergency.since.map(|since| since.at)));
    governance(&mut needs, asked.dated(conn, deadlines, Some(AHEAD), false)?, &asked);
    needs.extend(finding::announced(conn, now)?.into_iter().map(announced));
    needs.sort_by_key(|need| {
        (need.urgency, need.due.is_none(), need.due.map(|due| due.at), need.kind, need.record)
    });
    let (incidents, emergencies) = register::sizes(conn)?;
    Ok(HomeView {
        running,
        tests: drill::live(conn)?,
        needs,
        recent: register::some(conn, "phase <> 'withdrawn' ORDER BY changed_us DESC", 8)?,
        incidents: incidents + emergencies,
        emergencies,
    })
}

/// So many days ahead what is due stands on the first screen; the calendar shows the rest.
const AHEAD: u32 = 30;

/// What reviews, changes and findings promise, and the day of a report that waits.
fn governance(needs: &mut Vec<Need>, rows: Vec<DeadlineRow>, asked: &Asked) {
    let now = asked.at;
    let reviews = rows.iter().filter(|row| row.deadline.kind == PromiseKind::Review);
    let planned = reviews.filter_map(|row| row.deadline.due).min();
    for row in rows {
        let DeadlineRow { number, title, deadline, .. } = row;
        let due = deadline.due.map(|due| Moment::exact(due, asked.zone));
        let same = |need: &Need, kind| need.kind == kind && need.record == deadline.record;
        if deadline.kind == PromiseKind::Report {
            if let Some(need) = needs.iter_mut().find(|need| same(need, NeedKind::Report)) {
                (need.due, need.urgency) = (due, urgency(due, now));
            }
            continue;
        }
        let Some(kind) = kind(&deadline, planned) else { continue };
        // Of an open record its own clock says so already.
        if kind == NeedKind::ProviderReview && needs.iter().any(|need| same(need, kind)) {
            continue;
        }
        let (record, text, owner) = (deadline.record, deadline.text, deadline.owner);
        // Of what the organisation promises its name is the title.
        let title = if number.is_empty() {
            asked.organisation.as_ref().map_or(title, |organisation| organisation.name.clone())
        } else {
            title
        };
        needs.push(Need { kind, record, number, title, text, due, urgency: urgency(due, now), owner });
    }
}

/// What later records show of a finding, for whoever is to say so.
fn announced(found: finding::Announced) -> Need {
    let kind = match found.shows {
        finding::Shows::Proof => NeedKind::FindingProof,
        finding::Shows::Again => NeedKind::FindingAgain,
    };
    let (record, number, title) = (found.finding, found.number, found.title);
    Need {
        kind,
        record,
        number,
        title,
        text: found.by,
        due: None,
        urgency: Urgency::Open,
        owner: found.owner,
    }
}

/// What is to be done about a deadline; none of what the record itself shows. `planned` is when the next review is held.
fn kind(deadline: &Deadline, planned: Option<Instant>) -> Option<NeedKind> {
    Some(match deadline.kind {
        PromiseKind::Review => NeedKind::Review,
        PromiseKind::ChangeAnswer => NeedKind::ChangeAnswer,
        PromiseKind::Change => NeedKind::Change,
        PromiseKind::Finding => NeedKind::Finding,
        PromiseKind::ChangeResumes => NeedKind::ChangeResumes,
        PromiseKind::RiskEnds => NeedKind::RiskEnds,
        PromiseKind::Drill => NeedKind::Drill,
        PromiseKind::DrillResult => NeedKind::DrillResult,
        PromiseKind::Retest => NeedKind::Retest,
        PromiseKind::DrillAnalysis => NeedKind::DrillAnalysis,
        PromiseKind::Acknowledgement => NeedKind::Acknowledgement,
        PromiseKind::LegalClassification => NeedKind::LegalClassification,
        PromiseKind::LegalFirst => NeedKind::LegalFirst,
        PromiseKind::LegalNotice => NeedKind::LegalNotice,
        PromiseKind::LegalInterim => NeedKind::LegalInterim,
        PromiseKind::LegalFinal => NeedKind::LegalFinal,
        PromiseKind::CreditClaim => NeedKind::CreditClaim,
        PromiseKind::DocumentReview => NeedKind::DocumentReview,
        PromiseKind::ProviderReview => NeedKind::ProviderReview,
        PromiseKind::Duty => return duty(deadline, planned),
        PromiseKind::Response
        | PromiseKind::Handling
        | PromiseKind::NextUpdate
        | PromiseKind::ExpectedRepair
        | PromiseKind::WaitingLimit
        | PromiseKind::Report
        | PromiseKind::Recommendation => return None,
    })
}

/// The duties that no record shows: the yearly test; the yearly review, unless one is planned before; the recovery.
fn duty(deadline: &Deadline, planned: Option<Instant>) -> Option<NeedKind> {
    let before = planned.zip(deadline.due).is_some_and(|(planned, due)| planned <= due);
    match deadline.rule {
        Some(RuleKind::DrillPeriodic) => Some(NeedKind::DrillPeriodic),
        Some(RuleKind::ReviewPeriodic) => (!before).then_some(NeedKind::ReviewPeriodic),
        _ => (deadline.duty == Some(26)).then_some(NeedKind::Recovery),
    }
}

fn running_emergency(row: &RegisterRow, incident: &Incident) -> RunningEmergency {
    RunningEmergency {
        record: row.id,
        number: row.number.clone(),
        title: row.title.clone(),
        phase: row.phase,
        since: incident.moment(Milestone::ImpactStart).or(incident.moment(Milestone::Noticed)),
        lead: incident.holder(TeamRole::Lead).map(|held| held.person),
    }
}

fn collect(needs: &mut Vec<Need>, row: &RegisterRow, incident: &Incident, rules: &Rules<'_>, now: Instant) {
    let plain = |kind| need(row, kind, String::new(), None, now);
    let taken_over = incident.taken_over.is_some();
    match incident.phase {
        Phase::Reported if !taken_over => needs.push(plain(NeedKind::Assessment)),
        Phase::EscalationProposed => needs.push(plain(NeedKind::Decision)),
        Phase::Ended | Phase::FollowUp => needs.push(plain(NeedKind::Report)),
        Phase::ReportApproved => needs.push(plain(NeedKind::CustomerReports)),
        Phase::CustomersInformed => needs.push(plain(NeedKind::Closing)),
        Phase::Reported
        | Phase::InAssessment
        | Phase::SolvedBySupport
        | Phase::Declared
        | Phase::TeamFormed
        | Phase::Analysed
        | Phase::WaitingForProvider
        | Phase::OwnRecovery
        | Phase::Restored
        | Phase::Closed
        | Phase::Downgraded
        | Phase::Withdrawn => {}
    }
    if row.tickets_missing_keyword > 0 {
        needs.push(plain(NeedKind::Keyword));
    }
    let pending = clocks(incident, rules, now).into_iter().filter(|clock| clock.settled.is_none());
    needs.extend(pending.filter_map(|clock| clock_need(row, clock, now)));
    for open in incident.recommendations.iter().filter(|r| r.state == RecommendationState::Open) {
        let due = open.text.due.and_then(|day| end_of(day, row, incident));
        let mut task = need(row, NeedKind::Task, open.text.text.clone(), due, now);
        task.owner = open.text.owner;
        needs.push(task);
    }
}

fn clock_need(row: &RegisterRow, clock: Clock, now: Instant) -> Option<Need> {
    let kind = match clock.kind {
        ClockKind::NextUpdate => NeedKind::NextUpdate,
        ClockKind::ExpectedRepair => NeedKind::ExpectedRepair,
        ClockKind::WaitingLimit => NeedKind::WaitingLimit,
        ClockKind::ProviderReview => NeedKind::ProviderReview,
    };
    let open = matches!(clock.state, ClockState::Running | ClockState::Late);
    open.then(|| need(row, kind, String::new(), Some(clock.due), now))
}

fn need(row: &RegisterRow, kind: NeedKind, text: String, due: Option<Moment>, now: Instant) -> Need {
    Need {
        kind,
        record: row.id,
        number: row.number.clone(),
        title: row.title.clone(),
        text,
        due,
        urgency: urgency(due, now),
        owner: None::<PersonId>,
    }
}

fn urgency(due: Option<Moment>, now: Instant) -> Urgency {
    match due {
        None => Urgency::Open,
        Some(due) if due.at < now => Urgency::Late,
        Some(due) if due.at <= now.plus(DAY) => Urgency::Day,
        Some(_) => Urgency::Later,
    }
}

/// The last minute of a day in the zone in which the incident was noticed.
fn end_of(day: chrono::NaiveDate, row: &RegisterRow, incident: &Incident) -> Option<Moment> {
    let zone = incident.milestones.values().next().map(|moment| moment.zone)?;
    let midnight = zone.instant(day.succ_opt()?.and_hms_opt(0, 0, 0)?, false).unwrap_or(row.began);
    Some(Moment::exact(midnight.plus(Length::seconds(-60)), zone))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Zone;

    #[test]
    fn what_is_due_comes_in_the_order_in_which_it_presses() {
        let now: Instant = "2026-11-22T10:00:00Z".parse().unwrap();
        let at = |minutes| Some(Moment::exact(now.plus(Length::minutes(minutes)), Zone::UTC));
        let order = [at(-1), at(0), at(24 * 60), None, at(24 * 60 + 1)].map(|due| urgency(due, now));
        assert_eq!(order, [Urgency::Late, Urgency::Day, Urgency::Day, Urgency::Open, Urgency::Later]);
        assert!(order.is_sorted() && Urgency::ALL.is_sorted());
    }
}
