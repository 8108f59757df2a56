//! What follows from it: new versions of documents, the teams that know, and the notices that told them: fields 19 and 20.

use super::says::Says;
use crate::domain::change::{Informed, NewVersion};
use crate::domain::notice::Phase;
use crate::queries::views::NoticeRow;
use crate::reports::document::{Block, Cell, Column, Row, Sign, Table, Text};
use crate::reports::edition::section;
use crate::reports::frame::{chapter, listed, who};

/// The chapter of documents and teams.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.change;
    let mut out = vec![chapter(says, "change-paper-follows"), section(says, "change-versions-title")];
    out.push(listed(says, &view.versions, "change-versions-none", |rows| versions(says, rows)));
    out.push(section(says, "change-informed-title"));
    out.push(listed(says, &view.informed, "change-informed-none", |rows| informed(says, rows)));
    out.push(section(says, "notices-told"));
    out.push(listed(says, &says.facts.notices, "change-paper-untold", |rows| notices(says, rows)));
    out
}

fn versions(says: &Says<'_>, rows: &[NewVersion]) -> Table {
    let row = |held: &NewVersion| {
        Row::Cells(vec![
            says.text(&held.document).into(),
            says.text(&held.version).into(),
            who(says, held.by, held.recorded),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("change-document"), 6),
            Column::share(says.t("change-version"), 2),
            Column::share(says.t("report-col-origin"), 4),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

fn informed(says: &Says<'_>, rows: &[Informed]) -> Table {
    let row = |held: &Informed| {
        // No team is affected: the way says why.
        let teams = if held.teams.is_empty() { Text::quiet("–").into() } else { says.teams(&held.teams) };
        Row::Cells(vec![
            says.day(Some(held.on)).into(),
            teams,
            says.paragraphs(&held.way),
            who(says, held.by, held.recorded),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(says.t("change-on")),
            Column::share(says.t("notices-teams"), 4),
            Column::share(says.t("change-way"), 4),
            Column::share(says.t("report-col-origin"), 4),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

fn notices(says: &Says<'_>, rows: &[NoticeRow]) -> Table {
    let row = |held: &NoticeRow| {
        let sign = match held.phase {
            Phase::Open => Sign::Open,
            Phase::Acknowledged => Sign::Kept,
            Phase::Superseded | Phase::Withdrawn => Sign::Care,
        };
        let mut stands = vec![Text::plain(says.word("notice-phase", &held.phase))];
        if held.phase == Phase::Open {
            let (all, missing) = (held.asked, u32::try_from(held.missing.len()).unwrap_or(u32::MAX));
            let (done, all) = (says.number(all.saturating_sub(missing).into()), says.number(all.into()));
            stands.push(Text::quiet(says.with("notices-told-one", &[("done", &done), ("all", &all)])));
        }
        let version = says.with("notices-version-of", &[("version", &says.number(held.version.into()))]);
        Row::Cells(vec![
            Cell::of(vec![held.number.clone().into(), Text::quiet(version)]),
            says.at(held.announced).into(),
            says.day(held.due).into(),
            Cell::of(stands).signed(sign),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(says.t("report-col-number")),
            Column::share(says.t("notices-announced"), 3),
            Column::fit(says.t("review-report-col-acknowledge")),
            Column::share(says.t("report-col-state"), 3),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
