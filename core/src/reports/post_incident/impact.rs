//! Impact, times and durations: fields 5 to 7.

use std::collections::BTreeMap;

use super::says::Says;
use super::{chapter, named, note, section};
use crate::domain::incident::{Duration, DurationKind, Entry, EntryWhat, Fact, Milestone};
use crate::queries::views::{MilestoneView, ObjectiveView};
use crate::reports::document::{Bar, Block, Cell, Column, Drawing, Figure, Row, Table, Text};
use crate::time::{Instant, Length, Precision};

/// The chapter.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let mut out = vec![chapter(says, "report-h-impact"), section(says, "report-h-impact-detail")];
    out.push(Block::Pairs(impact(says)));
    out.push(section(says, "report-h-times"));
    out.push(Block::Table(times(says)));
    out.push(note(says.with("report-times-note", &[("zone", &says.facts.edition.zone.to_string())])));
    out.push(section(says, "report-h-durations"));
    out.extend(bars(says).map(Block::Figure));
    out.push(Block::Table(durations(says)));
    let objectives = &says.facts.view.objectives;
    if objectives.is_empty() {
        out.push(note(says.t("report-objectives-none")));
    } else {
        out.push(Block::Table(kept(says, objectives)));
    }
    out
}

fn impact(says: &Says<'_>) -> Vec<(Text, Cell)> {
    let view = &says.facts.view;
    let figures = &view.impact;
    let services: Vec<String> = view.objectives.iter().map(|held| held.service.name.clone()).collect();
    let number = |value: Option<u32>| value.map_or_else(|| says.missing(), |value| value.to_string().into());
    let share = figures.users_permille.map_or_else(
        || says.missing(),
        |share| {
            let point = if matches!(says.facts.edition.language, crate::domain::organisation::Language::De) {
                ','
            } else {
                '.'
            };
            let value = if share % 10 == 0 {
                (share / 10).to_string()
            } else {
                format!("{}{point}{}", share / 10, share % 10)
            };
            says.with("report-percent", &[("value", &value)]).replace(' ', "\u{202f}").into()
        },
    );
    let loss = figures.data_loss_minutes.map(|minutes| Length::minutes(i64::from(minutes)));
    let mut out: Vec<(Text, Cell)> = vec![
        (says.t("report-services").into(), says.list(&services).into()),
        (says.t("report-components").into(), says.list(&figures.components).into()),
        (says.t("report-regions").into(), says.list(&figures.regions).into()),
        (says.t("report-tenants").into(), number(figures.tenants).into()),
        (says.t("report-users-share").into(), share.into()),
        (says.t("report-rpa").into(), says.length_text(loss).into()),
    ];
    let facts = [Fact::Scope, Fact::Impact, Fact::Functions, Fact::DataLoss, Fact::Cost, Fact::Countries];
    out.extend(named(says, &facts));
    out
}

fn times(says: &Says<'_>) -> Table {
    let row = |held: &MilestoneView| {
        let precision = held.moment.map_or_else(Text::default, |moment| {
            says.t(match moment.precision {
                Precision::Exact => "report-precision-exact",
                Precision::About => "report-precision-about",
                Precision::Unknown => "report-precision-unknown",
            })
            .into()
        });
        let when = held.moment.map_or_else(|| says.missing(), |moment| says.said(moment).into());
        let origin = held.moment.and_then(|moment| origin(says, held.milestone, moment.at));
        Row::Cells(vec![
            says.word("milestone", &held.milestone).into(),
            when.into(),
            precision.into(),
            origin.unwrap_or_default().into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("report-col-milestone"), 5),
            Column::fit(says.t("report-col-when")),
            Column::fit(says.t("report-col-precision")),
            Column::share(says.t("report-col-origin"), 5),
        ],
        rows: says.facts.view.milestones.iter().map(row).collect(),
    }
}

/// Who said a moment and when: the newest line of the timeline that stands for it. A ticket has no line there.
fn origin(says: &Says<'_>, milestone: Milestone, at: Instant) -> Option<Text> {
    let said = says
        .facts
        .view
        .entries
        .iter()
        .filter(|entry| speaks_of(entry, milestone))
        .map(|entry| (entry.recorded, entry.by));
    let ticket = says.facts.first_ticket.filter(|_| milestone == Milestone::TicketOpened);
    let (recorded, by) = said.chain(ticket).max_by_key(|said| said.0)?;
    let (person, when) = (says.person(by), says.short_beside(recorded, at));
    Some(Text::plain(format!("{person}, {when}")))
}

fn speaks_of(entry: &Entry, milestone: Milestone) -> bool {
    let EntryWhat::Happened { code, values } = &entry.what else { return false };
    if entry.withdrawn.is_some() {
        return false;
    }
    let codes: &[&str] = match milestone {
        Milestone::AssessmentStarted => &["assessmentStarted"],
        Milestone::DeploymentConsulted => &["deploymentTeamConsulted"],
        Milestone::EscalationDecided => &["emergencyDeclared", "escalationDeclined", "solvedBySupport"],
        Milestone::TeamFormed => &["teamFormed"],
        Milestone::ProviderContacted => &["providerContacted"],
        Milestone::WaitOrRecoverDecided => &["decidedToWait", "decidedToRecover"],
        Milestone::RecoveryStarted => &["recoveryStarted"],
        Milestone::Restored => &["restored"],
        Milestone::Ended => &["emergencyEnded"],
        Milestone::Closed => &["closed"],
        Milestone::ImpactStart | Milestone::Noticed => &["reported"],
        Milestone::ProviderMitigated if mitigates(values) => &["providerCaseAdvanced"],
        Milestone::TicketOpened | Milestone::ProviderMitigated | Milestone::Running => &[],
    };
    let moved = ["milestoneSet", "milestoneMoved"].contains(&code.as_str());
    let word = serde_json::to_value(milestone).ok().and_then(|word| word.as_str().map(str::to_owned));
    let named =
        values.get("milestone").zip(word).is_some_and(|(held, word)| held.ends_with(&format!(":{word}")));
    codes.contains(&code.as_str()) || (moved && named)
}

fn mitigates(values: &BTreeMap<String, String>) -> bool {
    values.get("state").is_some_and(|state| state.ends_with(":mitigated"))
}

fn durations(says: &Says<'_>) -> Table {
    let row = |held: &Duration| {
        let length = if held.backwards {
            Text::strong(says.t("report-backwards"))
        } else {
            says.length_text(held.length)
        };
        Row::Cells(vec![
            says.word("duration", &held.kind).into(),
            length.into(),
            says.moment_text(held.from).into(),
            says.moment_text(held.to).into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("report-col-duration"), 1),
            Column::fit(says.t("report-col-length")).at_end(),
            Column::fit(says.t("report-col-from")),
            Column::fit(says.t("report-col-to")),
        ],
        rows: says.facts.view.durations.iter().map(row).collect(),
    }
}

fn minutes(minutes: Option<u32>) -> Option<Length> {
    minutes.map(|minutes| Length::minutes(i64::from(minutes)))
}

fn kept(says: &Says<'_>, objectives: &[ObjectiveView]) -> Table {
    let row = |held: &ObjectiveView| {
        Row::Cells(vec![
            says.text(&held.service.name).into(),
            says.length_text(minutes(held.service.rto_minutes)).into(),
            says.length_text(held.recovery).into(),
            says.met(held.rto_met),
            says.length_text(minutes(held.service.rpo_minutes)).into(),
            says.length_text(minutes(held.data_loss_minutes)).into(),
            says.met(held.rpo_met),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("report-col-service"), 1),
            Column::fit(says.t("report-col-rto")).at_end(),
            Column::fit(says.t("report-col-rta")).at_end(),
            Column::fit(says.t("report-col-met")),
            Column::fit(says.t("report-col-rpo")).at_end(),
            Column::fit(says.t("report-col-rpa")).at_end(),
            Column::fit(says.t("report-col-met")),
        ],
        rows: objectives.iter().map(row).collect(),
    }
}

/// Bars of the durations, when at least one is recorded.
fn bars(says: &Says<'_>) -> Option<Figure> {
    let view = &says.facts.view;
    if view.durations.iter().all(|held| held.length.is_none()) {
        return None;
    }
    let rto = view.objectives.iter().filter_map(|held| held.service.rto_minutes).min();
    let level = view.sla.as_ref().map(|sla| &sla.level);
    let bar = |held: &Duration| {
        let objective = match held.kind {
            DurationKind::ToRun => rto,
            DurationKind::ToAssess => level.and_then(|level| level.response_minutes),
            DurationKind::ToHandle => level.and_then(|level| level.handling_minutes),
            DurationKind::ToNotice
            | DurationKind::ToDecide
            | DurationKind::ToFormTeam
            | DurationKind::ToRestore
            | DurationKind::Downtime => None,
        };
        let objective = minutes(objective);
        Bar {
            label: says.word("duration", &held.kind),
            value: held.length.map(Length::whole_seconds),
            printed: says.length_text(held.length).words(),
            objective: objective.map(Length::whole_seconds),
            objective_printed: objective.map(|length| says.length(length)),
        }
    };
    let bars: Vec<Bar> = view.durations.iter().map(bar).collect();
    let spoken: Vec<String> = bars
        .iter()
        .map(|bar| match &bar.objective_printed {
            Some(objective) => says.with(
                "report-bar-spoken-objective",
                &[("label", &bar.label), ("length", &bar.printed), ("objective", objective)],
            ),
            None => says.with("report-bar-spoken", &[("label", &bar.label), ("length", &bar.printed)]),
        })
        .collect();
    Some(Figure {
        caption: says.t("report-bars-caption").into(),
        alternative: says.with("report-bars-alternative", &[("bars", &spoken.join(" "))]),
        drawing: Drawing::Bars(bars),
        table: None,
    })
}
