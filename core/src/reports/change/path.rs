//! Every state that it entered with its day and who wrote it down, and what was said at the end: fields 1 and 22.

use super::says::Says;
use crate::domain::change::{Phase, Reached};
use crate::reports::document::{Block, Column, Row, Table};
use crate::reports::fields::fields;
use crate::reports::frame::chapter;
use crate::time::Day;

/// The chapter of its way.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.change;
    let closing = view.stopped.as_ref().filter(|_| view.phase == Phase::Closed);
    let closing = closing.map_or("", |stopped| stopped.note.as_str());
    let mut out = vec![chapter(says, "change-path"), Block::Table(reached(says, &view.reached))];
    out.extend(fields(2, vec![says.pair("change-closing", says.paragraphs(closing))]));
    out
}

fn reached(says: &Says<'_>, rows: &[Reached]) -> Table {
    let row = |held: &Reached| {
        let on = held.on.unwrap_or_else(|| Day::at(held.recorded, says.facts.frame.zone));
        Row::Cells(vec![
            says.word("change-phase", &held.phase).into(),
            says.day(Some(on)).into(),
            says.at(held.recorded).into(),
            says.person(held.by).into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("changes-phase"), 4),
            Column::share(says.t("change-paper-col-on"), 3),
            Column::share(says.t("change-paper-col-recorded"), 4),
            Column::share(says.t("report-col-origin"), 4),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
