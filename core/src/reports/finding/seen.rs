//! What was seen, what it concerns, and other findings about the same.

use super::says::Says;
use crate::queries::views::SimilarFinding;
use crate::reports::document::{Block, Cell, Column, Row, Table, Text};
use crate::reports::edition::section;
use crate::reports::fields::fields;
use crate::reports::frame::{chapter, listed};

/// The chapter of the finding.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.finding;
    let concerns = &view.details.concerns;
    let class = match concerns.cause_class {
        None => says.missing(),
        Some(class) => says.word("cause-class", &class).into(),
    };
    let seen = vec![
        says.pair("finding-description", says.paragraphs(&view.details.description)),
        says.pair("finding-step-name", says.text(&concerns.step)),
        says.pair("finding-services", says.services()),
        says.pair("finding-cause-class", class),
        says.pair("finding-cause", says.paragraphs(&concerns.cause)),
    ];
    let mut out = vec![chapter(says, "finding-tab-facts")];
    out.extend(fields(2, seen));
    out.push(section(says, "finding-similar"));
    out.push(listed(says, &view.similar, "finding-similar-none", |rows| similar(says, rows)));
    out
}

fn similar(says: &Says<'_>, rows: &[SimilarFinding]) -> Table {
    let row = |held: &SimilarFinding| {
        let same: Vec<_> = held.same.iter().map(|same| says.word("finding-same", same)).collect();
        Row::Cells(vec![
            held.row.number.clone().into(),
            Cell::of(vec![says.text(&held.row.title), Text::quiet(same.join(", "))]),
            says.word("finding-phase", &held.row.phase).into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(says.t("report-col-number")),
            Column::share(says.t("report-col-title"), 1),
            Column::fit(says.t("report-col-state")).whole(),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
