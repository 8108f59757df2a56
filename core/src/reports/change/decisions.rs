//! How it was assessed, each decision as an entry of its own, and the risks that somebody lives with: fields 15 and 21.

use super::says::Says;
use crate::domain::change::{Approval, RiskAccepted};
use crate::ids::PersonId;
use crate::reports::document::{Block, Cell, Column, Row, Sign, Table, Text};
use crate::reports::edition::{prose, section};
use crate::reports::frame::{chapter, listed, note, who};
use crate::time::Instant;

/// The chapter of the approvals.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.change;
    let mut out = vec![chapter(says, "change-tab-approvals"), section(says, "change-assessments-title")];
    if view.assessments.is_empty() {
        out.push(note(says.t("change-assessments-none")));
    }
    out.extend(view.assessments.iter().flat_map(|found| prose(says, found)));
    out.push(section(says, "change-approvals-title"));
    if view.approvals.is_empty() {
        let id = if view.outside.is_some() { "change-paper-decided-there" } else { "change-approvals-none" };
        out.push(note(says.t(id)));
    } else {
        out.push(Block::Table(decisions(says, &view.approvals)));
        out.push(note(says.t("change-approvals-hint")));
    }
    out.push(section(says, "change-risks-title"));
    out.push(listed(says, &view.risks, "change-risks-none", |rows| risks(says, rows)));
    out
}

fn decisions(says: &Says<'_>, rows: &[Approval]) -> Table {
    let row = |held: &Approval| {
        let decision = if held.approved {
            Cell::from(says.t("change-approved")).signed(Sign::Kept)
        } else {
            Cell::from(says.t("change-declined")).signed(Sign::Broken)
        };
        Row::Cells(vec![
            decision,
            says.paragraphs(&held.comment),
            judged(says, held.by, held.recorded, held.alone),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(says.t("report-col-decision")),
            Column::share(says.t("change-comment"), 5),
            Column::share(says.t("report-col-decider"), 4),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

fn risks(says: &Says<'_>, rows: &[RiskAccepted]) -> Table {
    let row = |held: &RiskAccepted| {
        Row::Cells(vec![
            says.day(Some(held.until)).into(),
            says.paragraphs(&held.reason),
            judged(says, held.by, held.recorded, held.alone),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(says.t("change-until")),
            Column::share(says.t("report-col-reason"), 5),
            Column::share(says.t("change-paper-borne-by"), 4),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

/// Who, when, and that one person did both halves, which is never silent.
pub fn judged(says: &Says<'_>, by: PersonId, recorded: Instant, alone: bool) -> Cell {
    let mut cell = who(says, by, recorded);
    cell.texts.extend(alone.then(|| Text::quiet(says.t("change-alone"))));
    cell
}
