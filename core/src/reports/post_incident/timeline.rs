//! The chronology: field 13. Corrections stand beside what they replaced.

use super::says::Says;
use super::{chapter, course, note};
use crate::domain::incident::{Entry, EntryWhat};
use crate::reports::document::{Block, Cell, Column, Row, Sign, Table, Text};
use crate::time::Length;

/// Written down later than this after it happened, an entry counts as entered later.
const AT_ONCE: Length = Length::minutes(15);

/// The chapter.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let mut out = vec![chapter(says, "report-h-log")];
    match course::figure(says) {
        Some(figure) => out.push(Block::Figure(figure)),
        None => out.push(note(says.t("report-course-missing"))),
    }
    if view.entries.is_empty() {
        out.push(note(says.t("report-timeline-none")));
    } else {
        out.push(Block::Table(table(says, &view.entries)));
    }
    out
}

fn table(says: &Says<'_>, entries: &[Entry]) -> Table {
    let mut rows = Vec::with_capacity(entries.len() + 8);
    let mut day = String::new();
    for entry in entries {
        let today = says.long_day(entry.occurred.at);
        if today != day {
            rows.push(Row::Group(today.clone().into()));
            day = today;
        }
        rows.push(Row::Cells(vec![
            says.clock(entry.occurred).into(),
            says.word("entry-kind", &entry.kind).into(),
            Cell::of(told(says, entry)),
            written(says, entry),
        ]));
    }
    Table {
        caption: Some(says.counted("report-timeline", &[("count", entries.len() as u64)]).into()),
        columns: vec![
            Column::fit(says.t("report-col-time")),
            Column::fit(says.t("report-col-kind")),
            Column::share(says.t("report-col-entry"), 1),
            Column::fit(says.t("report-col-origin")),
        ],
        rows,
    }
}

/// What an entry says: the struck texts that were corrected, then the text that holds.
fn told(says: &Says<'_>, entry: &Entry) -> Vec<Text> {
    let text = match &entry.what {
        EntryWhat::Text(text) => says.text(text),
        EntryWhat::Happened { code, values } => {
            let values: Vec<(String, String)> = values.iter().map(|(k, v)| (k.clone(), v.clone())).collect();
            says.text(&says.event(code, &values))
        }
    };
    let mut out: Vec<Text> =
        entry.corrected.iter().map(|stated| Text::struck(says.text(&stated.text).words())).collect();
    match &entry.withdrawn {
        Some(reason) => {
            out.push(Text::struck(text.words()));
            let reason = says.with("report-withdrawn", &[("reason", &says.reason(reason))]);
            out.push(Text::plain(says.text(&reason).words()));
        }
        None if entry.corrected.is_empty() => out.push(text),
        None => {
            out.push(text);
            out.push(Text::quiet(says.t("report-corrected")));
        }
    }
    out
}

fn written(says: &Says<'_>, entry: &Entry) -> Cell {
    let person = says.person(entry.by);
    if entry.occurred.at.until(entry.recorded) <= AT_ONCE {
        return person.into();
    }
    let late =
        says.with("report-late-entry", &[("when", &says.short_beside(entry.recorded, entry.occurred.at))]);
    Cell::of(vec![person.into(), Text::quiet(late)]).signed(Sign::Care)
}
