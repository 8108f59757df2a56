//! Detection, escalation and team: fields 8 to 10.

use super::says::Says;
use super::{chapter, named, section};
use crate::domain::incident::{Consulted, Decided, Fact, RoleHeld};
use crate::reports::document::{Block, Cell, Column, Row, Table, Text, Tone};

/// The chapter.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let mut out = vec![chapter(says, "report-h-escalation"), section(says, "report-h-detection")];
    out.push(Block::Pairs(named(says, &[Fact::Detection, Fact::WhyNotEarlier])));
    out.push(section(says, "report-h-decisions"));
    out.push(Block::Pairs(named(says, &[Fact::EscalationCriteria])));
    out.push(or_missing(says, "report-consultations", &view.consultations, consultations));
    out.push(or_missing(says, "report-decisions", &view.decisions, decisions));
    out.push(section(says, "report-h-team"));
    if view.team.is_empty() {
        out.push(Block::Paragraph { text: says.missing(), tone: Tone::Body });
    } else {
        out.push(Block::Table(team(says, &view.team)));
    }
    out
}

/// A table, or a named line that says that nothing is recorded.
fn or_missing<T>(says: &Says<'_>, id: &str, rows: &[T], table: fn(&Says<'_>, &[T]) -> Table) -> Block {
    if rows.is_empty() {
        return Block::Pairs(vec![(says.t(id).into(), says.missing().into())]);
    }
    Block::Table(Table { caption: Some(says.t(id).into()), ..table(says, rows) })
}

fn consultations(says: &Says<'_>, rows: &[Consulted]) -> Table {
    let row = |held: &Consulted| {
        Row::Cells(vec![
            says.moment(held.at).into(),
            says.person(held.person).into(),
            says.text(&held.advice).into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(says.t("report-col-when")),
            Column::fit(says.t("report-col-person")),
            Column::share(says.t("report-col-advice"), 1),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

fn decisions(says: &Says<'_>, rows: &[Decided]) -> Table {
    let row = |held: &Decided| {
        let consulted = says.with("report-col-consulted", &[]);
        let consulted = Text::quiet(format!("{consulted}: {}", says.people(&held.consulted).words()));
        Row::Cells(vec![
            says.moment(held.at).into(),
            says.word("phase", &held.phase).into(),
            says.person(held.decider).into(),
            Cell::of(vec![says.text(&held.reason), consulted]),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(says.t("report-col-when")),
            Column::fit(says.t("report-col-decision")),
            Column::fit(says.t("report-col-decider")),
            Column::share(says.t("report-col-reason"), 1),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

fn team(says: &Says<'_>, rows: &[RoleHeld]) -> Table {
    let row = |held: &RoleHeld| {
        let deputy = held.deputy.map_or_else(|| says.missing(), |person| says.person(person).into());
        let until = held.until.map_or_else(Text::default, |until| says.moment(until).into());
        let handover = held.handover.as_deref().map_or_else(Text::default, |words| says.text(words));
        let until = if handover.is_empty() { Cell::from(until) } else { Cell::of(vec![until, handover]) };
        Row::Cells(vec![
            says.word("team-role", &held.role).into(),
            says.person(held.person).into(),
            deputy.into(),
            says.moment(held.since).into(),
            until,
        ])
    };
    let until = format!("{} / {}", says.t("report-col-until"), says.t("report-col-handover"));
    Table {
        caption: None,
        columns: vec![
            Column::fit(says.t("report-col-role")),
            Column::fit(says.t("report-col-person")),
            Column::fit(says.t("report-col-deputy")),
            Column::fit(says.t("report-col-since")),
            Column::share(until, 1),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
