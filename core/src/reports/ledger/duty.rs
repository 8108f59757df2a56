//! One duty on paper: what triggers it, by when it is due, what proves it, and every occurrence. What was kept in time often is
//! told in lines by year; everything else stands in a table.

use std::collections::BTreeMap;

use crate::deadlines::{Deadline, Standing};
use crate::queries::views::{DeadlineRow, DutyRule, LedgerView};
use crate::reports::document::{Block, Cell, Column, Row, Sign, Table, Text, Tone};
use crate::reports::voice::Voice;
use crate::time::Instant;

/// So many occurrences that were kept in time stand in the table; more of them are told in lines.
const KEPT_ROWS: usize = 12;

/// The name by which the section of a duty is found.
pub fn anchor(duty: u8) -> String {
    format!("duty-{duty}")
}

/// Its number and its name.
pub fn named(voice: &Voice<'_>, duty: u8) -> String {
    let title = voice.t(&format!("duty-{duty}"));
    voice.with("ledger-occurrences", &[("duty", &duty.to_string()), ("title", &title)])
}

/// Everything that is said of a duty.
pub fn section(voice: &Voice<'_>, view: &LedgerView, duty: u8) -> Vec<Block> {
    let heading = Block::Heading { level: 2, text: named(voice, duty).into(), anchor: Some(anchor(duty)) };
    let mut blocks = vec![Block::Together(vec![heading, Block::Pairs(says(voice, view, duty))])];
    let rows: Vec<&DeadlineRow> =
        view.occurrences.iter().filter(|row| row.deadline.duty == Some(duty)).collect();
    if rows.is_empty() {
        let none = voice.t("ledger-occurrences-none");
        blocks.push(Block::Paragraph { text: Text::quiet(none), tone: Tone::Body });
        return blocks;
    }
    let is_kept = |row: &&DeadlineRow| row.deadline.standing == Standing::Kept;
    let kept = rows.iter().copied().filter(is_kept).count();
    if kept <= KEPT_ROWS {
        blocks.push(Block::Table(table(voice, &rows)));
        return blocks;
    }
    let (kept, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(is_kept);
    if !others.is_empty() {
        blocks.push(Block::Table(table(voice, &others)));
    }
    blocks.extend(by_year(voice, &kept));
    blocks
}

/// What triggers it, by when it is due, by which rules, and what proves it.
fn says(voice: &Voice<'_>, view: &LedgerView, duty: u8) -> Vec<(Text, Cell)> {
    let part = |part: &str| -> (Text, Cell) {
        (voice.t(&format!("duty-{part}")).into(), voice.t(&format!("duty-{duty}-{part}")).into())
    };
    let rules: Vec<Text> =
        view.rules.iter().filter(|rule| rule.duty == duty).map(|rule| holds(voice, rule).into()).collect();
    let mut pairs = vec![part("trigger"), part("due")];
    if !rules.is_empty() {
        pairs.push((voice.t("duty-rule").into(), Cell::of(rules)));
    }
    pairs.push(part("proof"));
    pairs
}

/// A rule with its term, or that it does not hold.
fn holds(voice: &Voice<'_>, rule: &DutyRule) -> String {
    let name = voice.word("rule-kind", &rule.kind);
    let Some(term) = rule.term else { return voice.with("duty-rule-off", &[("rule", &name)]) };
    let (term, from) = (voice.term(term), voice.word("rule-from", &rule.kind));
    voice.with("deadlines-by-rule", &[("rule", &name), ("term", &term), ("from", &from)])
}

fn table(voice: &Voice<'_>, rows: &[&DeadlineRow]) -> Table {
    let row = |row: &&DeadlineRow| {
        let proof = proof(row).map_or_else(|| Text::quiet("–"), Text::plain);
        Row::Cells(vec![
            row.number.clone().into(),
            about(voice, row),
            stands(voice, row),
            when(voice, row.deadline.due),
            when(voice, row.deadline.settled),
            proof.into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(voice.t("register-number")),
            Column::share(voice.t("deadlines-record"), 3),
            Column::share(voice.t("deadlines-standing"), 2).whole(),
            Column::fit(voice.t("deadlines-due")),
            Column::fit(voice.t("deadlines-settled")),
            Column::fit(voice.t("duty-proof")),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

/// The record that proves it: another one, or the one that promises it.
fn proof(row: &DeadlineRow) -> Option<String> {
    row.deadline.settled?;
    Some(row.proof_number.clone().unwrap_or_else(|| row.number.clone()))
}

fn when(voice: &Voice<'_>, at: Option<Instant>) -> Cell {
    let Some(at) = at else { return Text::quiet("–").into() };
    let (day, time) = voice.day_and_time(at);
    Text::plain(format!("{day}\n")).then(Text::quiet(time)).into()
}

/// What it is about: what a person wrote of it, its record, and whether its date was moved.
pub fn about(voice: &Voice<'_>, row: &DeadlineRow) -> Cell {
    let Deadline { text, original, moved_by, moved_reason, .. } = &row.deadline;
    let mut about = Vec::new();
    if !text.is_empty() {
        about.push(voice.text(text));
    }
    about.push(match row.title.is_empty() {
        true if row.number.is_empty() => Text::plain(voice.t("deadlines-organisation")),
        true => voice.missing(),
        false => voice.text(&row.title),
    });
    if let (Some(original), Some(by)) = (original, moved_by) {
        let reason = voice.text(moved_reason.as_deref().unwrap_or_default()).words();
        let day = voice.date(voice.local(*original).date());
        let values = [("when", &*day), ("person", &voice.person(*by)), ("reason", &reason)];
        about.push(Text::quiet(voice.with("deadlines-moved", &values)));
    }
    Cell::of(about)
}

/// How it stands, and by how much it is or was late.
pub fn stands(voice: &Voice<'_>, row: &DeadlineRow) -> Cell {
    let Deadline { standing, late, .. } = &row.deadline;
    let mut stands = vec![Text::plain(voice.word("standing", standing))];
    stands.extend(
        late.map(|late| Text::quiet(voice.with("deadlines-late-by", &[("length", &voice.rough(late))]))),
    );
    let sign = match standing {
        Standing::Late | Standing::ProofMissing => Some(Sign::Broken),
        Standing::Due | Standing::Open | Standing::KeptLate | Standing::Kept => None,
    };
    Cell { sign, ..Cell::of(stands) }
}

/// What was kept in time, the newest year first, a line a year: each record with the day and, where another one proves it, that.
fn by_year(voice: &Voice<'_>, kept: &[&DeadlineRow]) -> Vec<Block> {
    use chrono::Datelike;
    let mut years: BTreeMap<i32, Vec<String>> = BTreeMap::new();
    for row in kept {
        let Some(settled) = row.deadline.settled else { continue };
        let day = voice.local(settled).date();
        years.entry(day.year()).or_default().push(kept_line(voice, row, &voice.date(day)));
    }
    let line = |(year, lines): (i32, Vec<String>)| {
        let (year, count) = (year.to_string(), voice.count(lines.len()));
        let head = voice.with("paper-ledger-kept-year", &[("year", &year), ("count", &count)]);
        let text = Text::strong(format!("{head} ")).then(Text::plain(lines.join("; ")));
        Block::Paragraph { text, tone: Tone::Body }
    };
    years.into_iter().rev().map(line).collect()
}

fn kept_line(voice: &Voice<'_>, row: &DeadlineRow, day: &str) -> String {
    let text = voice.printable(row.deadline.text.trim());
    let names = [&*row.number, &*text].into_iter().filter(|name| !name.is_empty());
    let names = names.collect::<Vec<_>>().join(" ");
    match &row.proof_number {
        Some(proof) if names.is_empty() => format!("{proof}\u{a0}({day})"),
        Some(proof) => {
            voice.with("paper-ledger-kept-by", &[("record", &names), ("proof", proof), ("day", day)])
        }
        None => format!("{names}\u{a0}({day})"),
    }
}
