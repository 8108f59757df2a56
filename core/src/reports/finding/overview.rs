//! What the first page says above everything, and the way that the finding took.

use super::says::Says;
use crate::domain::finding::{Origin, Passed, Phase};
use crate::queries::views::FindingView;
use crate::reports::document::{Block, Cell, Column, Row, Sign, Table, Text, Tone};
use crate::reports::fields::fields;
use crate::reports::frame::chapter;

/// The key data of the title block.
pub fn cover(says: &Says<'_>) -> Vec<(Text, Cell)> {
    let view = &says.facts.finding;
    let phase = view.phase_today;
    let owner = view.owner.map_or_else(|| says.missing(), |owner| says.person(owner).into());
    vec![
        says.pair("finding-header", view.number.clone()),
        says.pair("finding-phase-name", Cell::from(says.word("finding-phase", &phase)).signed(sign(phase))),
        says.pair("finding-kind-name", says.word("finding-kind", &view.kind)),
        says.pair("finding-priority", says.word("priority", &view.details.priority)),
        says.pair("finding-origin", origin(says, view)),
        says.pair("finding-raised", says.by_when(view.raised_by, view.raised)),
        says.pair("finding-owner", owner),
        says.pair("finding-due", due(says, view)),
    ]
}

/// That a risk that was borne ended, or that the finding was dropped.
pub fn ended(says: &Says<'_>) -> Option<Block> {
    let view = &says.facts.finding;
    let over =
        view.risk.as_ref().filter(|_| (view.phase, view.phase_today) == (Phase::RiskAccepted, Phase::Open));
    let said = match over {
        Some(risk) => Some(says.with("finding-risk-ended", &[("day", &says.date(risk.until.date()))])),
        None if view.phase == Phase::Dropped => {
            let reason = says.text(&view.dropped).words();
            Some(says.with("finding-dropped-because", &[("reason", &reason)]))
        }
        None => None,
    };
    said.map(|said| Block::Paragraph { text: Text::strong(said), tone: Tone::Body })
}

/// The shape of the window: what is done, what goes on, what left the way.
const fn sign(phase: Phase) -> Sign {
    match phase {
        Phase::Effective | Phase::Closed => Sign::Kept,
        Phase::RiskAccepted | Phase::Dropped => Sign::Care,
        Phase::Open
        | Phase::Assigned
        | Phase::Accepted
        | Phase::InProgress
        | Phase::Implemented
        | Phase::EffectivenessCheck => Sign::Open,
    }
}

/// What it comes from, with the number of that record.
fn origin(says: &Says<'_>, view: &FindingView) -> Text {
    let code = match view.origin {
        Origin::Incident { .. } => "incident",
        Origin::Review { .. } => "review",
        Origin::Drill { .. } => "drill",
        Origin::Hand => "hand",
    };
    let word = says.coded("finding-origin", code);
    Text::plain(view.origin_number.as_ref().map_or_else(|| word.clone(), |number| format!("{word} {number}")))
}

/// Until when, what was agreed at first, and whether it is late.
fn due(says: &Says<'_>, view: &FindingView) -> Cell {
    let Some(due) = &view.due else { return says.missing().into() };
    let mut words = vec![Text::plain(says.date(due.day.date()))];
    if view.overdue {
        words.push(Text::strong(says.t("findings-overdue")));
    }
    if due.original != due.day {
        let first = says.date(due.original.date());
        words.push(Text::quiet(says.with("finding-due-original", &[("day", &first)])));
    }
    let cell = Cell::of(words);
    if view.overdue { cell.signed(Sign::Broken) } else { cell }
}

/// The chapter of its way, and what was said at the end.
pub fn path(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.finding;
    let mut out = vec![chapter(says, "finding-path"), Block::Table(passed(says, &view.path))];
    out.extend(fields(2, vec![says.pair("change-closing", says.paragraphs(&view.closing))]));
    out
}

fn passed(says: &Says<'_>, rows: &[Passed]) -> Table {
    let row = |held: &Passed| {
        let when = held.at.map_or_else(|| says.at(held.recorded), |at| says.moment(at));
        Row::Cells(vec![
            says.word("finding-phase", &held.phase).into(),
            when.into(),
            says.at(held.recorded).into(),
            says.person(held.by).into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("finding-phase-name"), 4),
            Column::share(says.t("report-col-when"), 4),
            Column::share(says.t("change-paper-col-recorded"), 4),
            Column::share(says.t("report-col-origin"), 4),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
