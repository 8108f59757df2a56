//! The figure of the course of events: milestones and phases on one axis.

use chrono::{Duration, NaiveDateTime, Timelike};

use super::says::Says;
use crate::domain::incident::{Milestone as Which, Phase as State};
use crate::reports::document::{Course, Drawing, Figure, Fill, Milestone, Phase};
use crate::time::{Instant, Moment};

/// Lengths between two marks of the axis, in minutes; days and more begin at midnight.
const STEPS: [i64; 16] =
    [5, 10, 15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080, 20_160, 43_200, 129_600, 525_600];
/// At most this many marks.
const MARKS: i64 = 8;

/// The figure, when at least two moments are known.
pub fn figure(says: &Says<'_>) -> Option<Figure> {
    let view = &says.facts.view;
    // The record is closed weeks later; on the axis that would push the events together.
    let known: Vec<(Which, Moment)> = view
        .milestones
        .iter()
        .filter(|held| held.milestone != Which::Closed)
        .filter_map(|held| {
            held.moment.filter(|moment| moment.computable().is_some()).map(|m| (held.milestone, m))
        })
        .collect();
    let (first, last) =
        (known.iter().map(|held| held.1.at).min()?, known.iter().map(|held| held.1.at).max()?);
    if first == last {
        return None;
    }
    let one_day = says.short_day(first) == says.short_day(last);
    let time = |moment: Moment| if one_day { says.clock(moment) } else { says.short(moment.at) };
    let milestones: Vec<Milestone> = known
        .iter()
        .map(|(which, moment)| Milestone {
            at: seconds(moment.at),
            time: time(*moment),
            label: says.word("milestone", which),
        })
        .collect();
    let phases = phases(says, last);
    let spoken: Vec<String> =
        milestones.iter().map(|held| format!("{} {};", held.time, held.label)).collect();
    let lengths: Vec<String> = phases.iter().map(|held| format!("{} {};", held.label, held.length)).collect();
    let lengths = if lengths.is_empty() { says.t("report-none") } else { lengths.join(" ") };
    let zone = says.zone(first);
    let caption =
        if phases.is_empty() { "report-course-caption-milestones" } else { "report-course-caption" };
    Some(Figure {
        caption: says.with(caption, &[("zone", &zone)]).into(),
        alternative: says
            .with("report-course-alternative", &[("milestones", &spoken.join(" ")), ("phases", &lengths)]),
        drawing: Drawing::Course(Course { ticks: ticks(says, first, last), milestones, phases }),
        table: None,
    })
}

fn seconds(at: Instant) -> i64 {
    at.micros().div_euclid(1_000_000)
}

/// The impact, every wait for the provider and every recovery of our own that began and ended.
fn phases(says: &Says<'_>, last: Instant) -> Vec<Phase> {
    let view = &says.facts.view;
    let at = |wanted: Which| {
        let held = view.milestones.iter().find(|held| held.milestone == wanted);
        held.and_then(|held| held.moment).and_then(|moment| moment.computable())
    };
    let phase = |from: Instant, to: Instant, label: String, fill| Phase {
        from: seconds(from),
        to: seconds(to),
        label,
        length: says.length(from.until(to)),
        fill,
    };
    let mut out = Vec::new();
    let began = at(Which::ImpactStart).or(at(Which::Noticed));
    if let (Some(from), Some(to)) = (began, at(Which::Restored).or(at(Which::Running)))
        && from < to
    {
        out.push(phase(from, to, says.t("report-phase-impact"), Fill::Impact));
    }
    for (index, passed) in view.path.iter().enumerate() {
        let (id, fill) = match passed.phase {
            State::WaitingForProvider => ("report-phase-provider", Fill::Provider),
            State::OwnRecovery => ("report-phase-own", Fill::Own),
            State::Reported
            | State::InAssessment
            | State::EscalationProposed
            | State::SolvedBySupport
            | State::Declared
            | State::TeamFormed
            | State::Analysed
            | State::Restored
            | State::Ended
            | State::FollowUp
            | State::ReportApproved
            | State::CustomersInformed
            | State::Closed
            | State::Downgraded
            | State::Withdrawn => continue,
        };
        let next = view.path.get(index + 1).and_then(|next| next.at);
        let ends = (passed.at.and_then(|at| at.computable()), next.and_then(|at| at.computable()));
        if let (Some(from), Some(to)) = ends
            && from < to
            && to <= last
        {
            out.push(phase(from, to, says.t(id), fill));
        }
    }
    out
}

/// Marks at round times of the report's zone.
fn ticks(says: &Says<'_>, first: Instant, last: Instant) -> Vec<(i64, String)> {
    let zone = says.facts.edition.zone;
    let minutes = first.until(last).whole_minutes().max(1);
    let step = STEPS.into_iter().find(|step| minutes / step <= MARKS).unwrap_or(minutes / MARKS);
    let local = first.in_zone(zone).naive_local();
    let mut wall: NaiveDateTime = local.date().and_time(chrono::NaiveTime::MIN);
    let into_day = i64::from(local.num_seconds_from_midnight()) / 60;
    wall += Duration::minutes(into_day / step * step);
    let mut out = Vec::new();
    for _ in 0..=MARKS + 2 {
        if let Ok(at) = zone.instant(wall, false) {
            if at > last {
                break;
            }
            let midnight = wall.hour() == 0 && wall.minute() == 0;
            let label = if step >= 1_440 || (midnight && at > first) {
                says.short_day(at)
            } else {
                format!("{:02}:{:02}", wall.hour(), wall.minute())
            };
            out.push((seconds(at), label));
        }
        wall += Duration::minutes(step);
    }
    out.retain(|(at, _)| step < 1_440 || *at >= seconds(first));
    out
}
