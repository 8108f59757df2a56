//! What happened since the last review and what was decided about it: fields 5 to 11.

use super::says::Says;
use crate::domain::review::{Decided, Decision, InputKind, Item, Mark, Topic};
use crate::reports::document::{Block, Cell, Column, Row, Table, Text};
use crate::reports::edition::section;
use crate::reports::frame::{chapter, note};

/// The sections of inputs in the order of the report, with the topics that are stated beside them.
const SECTIONS: [(&str, &[InputKind], &[Topic]); 6] = [
    (
        "review-report-h-earlier",
        &[InputKind::EarlierDecision, InputKind::OpenAction, InputKind::OpenFinding],
        &[],
    ),
    (
        "review-report-h-changes",
        &[InputKind::ChangeDone, InputKind::ChangeRefused],
        &[Topic::ChangesInside, Topic::ChangesOutside],
    ),
    (
        "review-report-h-events",
        &[
            InputKind::Emergency,
            InputKind::Downgraded,
            InputKind::EscalationDeclined,
            InputKind::NearMiss,
            InputKind::ResponseLate,
            InputKind::HandlingLate,
            InputKind::RepairLate,
            InputKind::UpdateLate,
            InputKind::PromiseBroken,
        ],
        &[Topic::Measurements, Topic::Feedback],
    ),
    ("review-report-h-tests", &[InputKind::TestResult, InputKind::RetestDue], &[]),
    ("review-report-h-provider", &[InputKind::WaitingLimitBroken, InputKind::ProviderReviewMissing], &[]),
    ("review-report-h-risks", &[InputKind::AcceptedRisk], &[Topic::RiskNews]),
];

/// Chapter 2.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let items = &says.facts.view.content.items;
    let mut out = vec![chapter(says, "review-report-h-inputs")];
    for (title, kinds, topics) in SECTIONS {
        out.push(section(says, title));
        if !topics.is_empty() {
            out.push(Block::Pairs(says.topics(topics)));
        }
        let rows: Vec<_> = kinds.iter().flat_map(|kind| group(says, items, *kind)).collect();
        if !rows.is_empty() {
            out.push(Block::Table(table(says, rows)));
        } else if !kinds.is_empty() {
            out.push(note(says.t("review-report-inputs-none")));
        }
    }
    out
}

fn table(says: &Says<'_>, rows: Vec<Row>) -> Table {
    Table {
        caption: None,
        columns: vec![
            Column::fit(says.t("report-col-number")),
            Column::share(says.t("review-report-col-input"), 3),
            Column::fit(says.t("review-report-col-mark")).whole(),
            Column::share(says.t("report-col-decision"), 2),
        ],
        rows,
    }
}

/// The inputs of one kind under its name.
fn group(says: &Says<'_>, items: &[Item], kind: InputKind) -> Vec<Row> {
    let of_kind: Vec<_> = items.iter().filter(|item| item.input.kind == kind).collect();
    let head = (!of_kind.is_empty()).then(|| Row::Group(says.word("review-input", &kind).into()));
    head.into_iter().chain(of_kind.into_iter().map(|item| row(says, item))).collect()
}

fn row(says: &Says<'_>, item: &Item) -> Row {
    let input = &item.input;
    let mut words = vec![says.text(&input.title)];
    let pieces = says.pieces(input).join(" · ");
    if !pieces.is_empty() {
        words.push(Text::quiet(says.text(&pieces).words()));
    }
    let mark = says.word("review-mark", &input.mark);
    let mark = match input.mark {
        Mark::New | Mark::Changed => Text::strong(mark),
        Mark::Known => mark.into(),
    };
    Row::Cells(vec![
        input.number.clone().into(),
        Cell::of(words),
        mark.into(),
        decision(says, item.decided.as_ref()),
    ])
}

/// What was decided about an item or a deficiency.
pub fn decision(says: &Says<'_>, decided: Option<&Decided>) -> Cell {
    match decided.map(|held| &held.decision) {
        None => Text::quiet(says.t("review-undecided")).into(),
        Some(Decision::NoChange { because }) => {
            says.text(&says.with("review-no-change-because", &[("reason", because)])).into()
        }
        Some(Decision::Change { change, title, .. }) => {
            let asked = says.facts.view.changes.iter().find(|held| held.change == *change);
            let number = asked.and_then(|held| held.number.clone()).unwrap_or_default();
            says.text(&says.with("review-change-title", &[("number", &number), ("title", title)])).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_input_has_its_section() {
        let printed: Vec<_> = SECTIONS.iter().flat_map(|(_, kinds, _)| kinds.iter().copied()).collect();
        let mut kinds = InputKind::ALL.to_vec();
        kinds.retain(|kind| printed.iter().filter(|held| *held == kind).count() != 1);
        assert_eq!(kinds, []);
    }
}
