//! The action: what shall happen until when, that it was done and checked, the changes that came from it, a risk that is borne
//! instead, and what threw it back.

use super::says::Says;
use crate::domain::finding::{Checked, DueMoved, Implementation, Risk, Setback};
use crate::reports::asked;
use crate::reports::document::{Block, Cell, Column, Row, Sign, Table, Text};
use crate::reports::edition::section;
use crate::reports::fields::fields;
use crate::reports::frame::{chapter, listed, note, who};

/// The chapter of the action.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let facts = says.facts;
    let view = &facts.finding;
    let owner = view.owner.map_or_else(|| says.missing(), |owner| says.person(owner).into());
    let due = view.due.as_ref();
    let wanted = vec![
        says.pair("finding-action", says.paragraphs(&view.details.action)),
        says.pair("finding-proof-wanted", says.paragraphs(&view.details.proof_wanted)),
        says.pair("finding-owner", owner),
        says.pair("finding-acceptance", says.paragraphs(&view.acceptance)),
        says.pair("change-paper-due-first", says.day(due.map(|due| due.original))),
        says.pair("change-paper-due-now", says.day(due.map(|due| due.day))),
    ];
    let mut out = vec![chapter(says, "finding-tab-action")];
    out.extend(fields(2, wanted));
    out.push(section(says, "finding-due-moves"));
    let moves = due.map_or(&[][..], |due| &due.moves);
    out.push(listed(says, moves, "finding-paper-moves-none", |rows| moved(says, rows)));
    out.push(section(says, "finding-implementation"));
    out.extend(match &view.implementation {
        None => vec![note(says.t("finding-implementation-none"))],
        Some(done) => fields(3, implemented(says, done)),
    });
    out.push(section(says, "area-changes"));
    out.push(listed(says, &facts.changes, "changes-from-none", |rows| {
        asked::table(says, rows.iter().map(|asked| (asked, None)))
    }));
    out.push(section(says, "finding-risk"));
    out.extend(match &view.risk {
        None => vec![note(says.t("finding-paper-risk-none"))],
        Some(risk) => fields(3, borne(says, risk)),
    });
    out.push(section(says, "finding-setbacks"));
    if view.setbacks.is_empty() {
        out.push(note(says.t("finding-paper-setbacks-none")));
    }
    out.extend(view.setbacks.iter().flat_map(|held| fields(3, setback(says, held))));
    out
}

fn moved(says: &Says<'_>, rows: &[DueMoved]) -> Table {
    let row = |held: &DueMoved| {
        Row::Cells(vec![
            says.day(Some(held.from)).into(),
            says.day(Some(held.to)).into(),
            says.paragraphs(&held.reason),
            who(says, held.by, held.recorded),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(says.t("report-col-from")),
            Column::fit(says.t("report-col-to")),
            Column::share(says.t("report-col-reason"), 5),
            Column::share(says.t("report-col-origin"), 4),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

fn implemented(says: &Says<'_>, done: &Implementation) -> Vec<(Text, Cell)> {
    let checked = match &done.checked {
        None => Cell::from(says.t("finding-implementation-unchecked")).signed(Sign::Open),
        Some(checked) => looked(says, checked),
    };
    vec![
        says.pair("finding-implementation-by", says.person(done.person)),
        says.pair("finding-implementation-at", says.moment(done.at)),
        says.pair("finding-implementation-how", says.paragraphs(&done.how)),
        says.pair("finding-implementation-told", says.by_when(done.by, done.recorded)),
        says.pair("finding-implementation-checked", checked),
    ]
}

/// The look of another person; that one person did both halves is never silent.
fn looked(says: &Says<'_>, checked: &Checked) -> Cell {
    let mut cell = says.paragraphs(&checked.method);
    cell.texts.push(Text::quiet(says.by_when(checked.by, checked.recorded)));
    cell.texts.extend(checked.alone.then(|| Text::quiet(says.t("finding-alone"))));
    cell.signed(Sign::Kept)
}

fn borne(says: &Says<'_>, risk: &Risk) -> Vec<(Text, Cell)> {
    let mut approver = who(says, risk.approver, risk.recorded);
    approver.texts.extend(risk.alone.then(|| Text::quiet(says.t("finding-alone"))));
    vec![
        says.pair("finding-risk-approver", approver),
        says.pair("finding-risk-until", says.day(Some(risk.until))),
        says.pair("finding-risk-reason", says.paragraphs(&risk.reason)),
    ]
}

/// What threw it back or opened it again, the record that showed it, and what was said to be done until then.
fn setback(says: &Says<'_>, held: &Setback) -> Vec<(Text, Cell)> {
    let mut what = vec![Text::plain(says.word("setback-kind", &held.kind))];
    what.extend(held.proof.iter().flat_map(|proof| says.proof(*proof)));
    let mut pairs = vec![
        says.pair("finding-paper-setback", Cell::of(what).signed(Sign::Care)),
        says.pair("finding-reason", says.paragraphs(&held.reason)),
        says.pair("report-col-origin", says.by_when(held.by, held.recorded)),
    ];
    if let Some(done) = &held.implementation {
        pairs.push(says.pair("finding-paper-until-then", says.paragraphs(&done.how)));
    }
    pairs
}
