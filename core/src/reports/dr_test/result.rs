//! What the test showed and what follows: fields 13 to 17 and 19 to 25.

use super::says::Says;
use crate::domain::drill::{CheckOutcome, Checked, DrillResult};
use crate::queries::views::DrillEvidenceView;
use crate::reports::document::{Block, Cell, Sign, Table, Text};
use crate::reports::edition::{self, findings, paragraph, prose, section};
use crate::reports::frame::{chapter, note};

/// The chapter of the result.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let none = DrillResult::default();
    let result = view.result.as_ref().unwrap_or(&none);
    let mut out = vec![chapter(says, "test-report-h-result"), section(says, "drill-verdict")];
    let mut verdict: Vec<(Text, Cell)> = vec![(says.t("drill-verdict").into(), says.verdict())];
    if let Some(judged) = &view.verdict {
        let (name, when) = (says.person(judged.by), says.at(judged.recorded));
        let mut line = says.with("test-report-plan-approved", &[("name", &name), ("when", &when)]);
        if judged.alone {
            line = format!("{line} ({})", says.t("drill-alone"));
        }
        verdict.push((says.t("test-report-result-approval").into(), line.into()));
        for (id, text) in [("drill-conditions", &judged.conditions), ("drill-better-why", &judged.reason)] {
            if !text.trim().is_empty() {
                verdict.push((says.t(id).into(), says.text(text).into()));
            }
        }
    }
    out.push(Block::Pairs(verdict));
    out.push(section(says, "drill-checks"));
    out.push(Block::Pairs(vec![
        (says.t("drill-result-data-integrity").into(), checked(says, &result.data_integrity)),
        (says.t("drill-result-alarm").into(), checked(says, &result.alarm)),
        (says.t("drill-result-removal").into(), checked(says, &result.removal)),
    ]));
    for (id, text) in [
        ("drill-result-strengths", &result.strengths),
        ("drill-result-improvements", &result.improvements),
        ("drill-result-hot-wash", &result.hot_wash),
    ] {
        out.push(section(says, id));
        out.extend(prose(says, text));
    }
    out
}

/// What a check came to, and what shows it.
fn checked(says: &Says<'_>, checked: &Checked) -> Cell {
    let Some(outcome) = checked.outcome else { return says.missing().into() };
    let sign = match outcome {
        CheckOutcome::Proved => Sign::Kept,
        CheckOutcome::Failed => Sign::Broken,
        CheckOutcome::NotPart => Sign::Open,
    };
    let mut words = vec![Text::plain(says.word("check-outcome", &outcome))];
    if !checked.text.trim().is_empty() {
        words.push(says.text(&checked.text));
    }
    Cell::of(words).signed(sign)
}

/// The chapter of what follows.
pub fn after(says: &Says<'_>) -> Vec<Block> {
    let facts = says.facts;
    let none = DrillResult::default();
    let result = facts.view.result.as_ref().unwrap_or(&none);
    let mut out = vec![chapter(says, "test-report-h-after"), section(says, "test-report-findings")];
    out.push(if facts.findings.is_empty() {
        note(says.t("drill-findings-none"))
    } else {
        Block::Table(findings(says, &facts.findings))
    });
    let again = match facts.view.retest {
        None => Text::plain(says.t("test-report-retest-none")),
        Some((reason, _)) => {
            let why = says.word("retest-reason", &reason);
            let due = facts.retest_due.map(|due| says.date(due.date()));
            let due = due.map(|due| says.with("test-report-retest-until", &[("when", &due)]));
            Text::plain([Some(why), due].into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
    };
    let reviews = &facts.view.reviews;
    let analysed = if reviews.is_empty() {
        Text::quiet(says.t("drill-not-analysed"))
    } else {
        Text::plain(reviews.iter().map(|held| held.number.as_str()).collect::<Vec<_>>().join(", "))
    };
    out.push(section(says, "test-report-h-next"));
    out.push(Block::Pairs(vec![
        (says.t("test-report-retest").into(), again.into()),
        (says.t("test-report-next").into(), says.day(facts.next_due).into()),
        (says.t("drill-reviews").into(), analysed.into()),
        (says.t("drill-result-documents").into(), says.text(&result.documents).into()),
        (says.t("drill-result-management").into(), says.text(&result.management).into()),
    ]));
    out.push(section(says, "report-h-evidence"));
    out.push(if facts.view.evidence.is_empty() {
        note(says.t("report-evidence-none"))
    } else {
        Block::Table(files(says, &facts.view.evidence))
    });
    out.push(section(says, "report-h-distribution"));
    out.push(paragraph(says.distribution()));
    out.push(section(says, "report-h-signatures"));
    out.push(says.signatures());
    out
}

fn files(says: &Says<'_>, rows: &[DrillEvidenceView]) -> Table {
    let step = |held: &DrillEvidenceView| {
        held.step.map(|id| says.with("drill-of-step", &[("number", &says.step_number(id))]))
    };
    edition::files(says, rows.iter().map(|held| (&held.evidence, step(held))))
}
