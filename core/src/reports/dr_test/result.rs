//! What the test showed and what follows: fields 13 to 17 and 19 to 25.

use super::says::Says;
use super::{Next, Source, coverage};
use crate::domain::drill::{CheckOutcome, Checked, DrillResult};
use crate::queries::views::DrillEvidenceView;
use crate::reports::asked;
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
    if !view.verdict_grounds.is_empty() {
        let lines = view.verdict_grounds.iter().map(|ground| Text::plain(says.ground(ground)));
        verdict.push((says.t("test-report-grounds").into(), Cell::of(lines.collect())));
    }
    out.push(Block::Pairs(verdict));
    out.push(section(says, "drill-checks"));
    out.push(Block::Pairs(vec![
        (says.t("drill-result-data-integrity").into(), checked(says, &result.data_integrity)),
        (says.t("drill-result-alarm").into(), checked(says, &result.alarm)),
        (says.t("drill-result-removal").into(), checked(says, &result.removal)),
    ]));
    out.extend(coverage::blocks(says));
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
    let mut out = vec![chapter(says, "test-report-h-after"), section(says, "test-report-findings")];
    out.push(if facts.findings.is_empty() {
        note(says.t("drill-findings-none"))
    } else {
        Block::Table(findings(says, &facts.findings))
    });
    out.push(section(says, "test-report-h-changes"));
    out.push(if facts.changes.is_empty() {
        note(says.t("test-report-changes-none"))
    } else {
        let rows = facts.changes.iter().map(|held| (&held.asked, Some(source(says, &held.from))));
        Block::Table(asked::table(says, rows))
    });
    out.push(section(says, "test-report-h-next"));
    out.push(Block::Pairs(next(says)));
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

/// What a change request comes from, in words.
fn source(says: &Says<'_>, from: &Source) -> String {
    match from {
        Source::Test => says.t("test-report-from-test"),
        Source::Finding(number) => says.with("test-report-from-finding", &[("number", number)]),
        Source::Review { number, about: None } => says.with("test-report-from-review", &[("number", number)]),
        Source::Review { number, about: Some(about) } => {
            says.with("test-report-from-item", &[("number", number), ("about", about)])
        }
    }
}

/// Whether it must be done again, when the next yearly one is due, who analysed it, what must change, what management hears.
fn next(says: &Says<'_>) -> Vec<(Text, Cell)> {
    let facts = says.facts;
    let none = DrillResult::default();
    let result = facts.view.result.as_ref().unwrap_or(&none);
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
    vec![
        (says.t("test-report-retest").into(), again.into()),
        (says.t("test-report-next").into(), following(says)),
        (says.t("drill-reviews").into(), analysed.into()),
        (says.t("drill-result-documents").into(), says.text(&result.documents).into()),
        (says.t("drill-result-management").into(), says.text(&result.management).into()),
    ]
}

/// The next yearly test: until when, or that it is owed still because this one does not count.
fn following(says: &Says<'_>) -> Cell {
    let yearly = &says.facts.yearly;
    let mut words = Vec::new();
    if yearly.counted.is_err() {
        words.push(Text::plain(says.t("test-report-next-owed")));
    }
    words.extend(yearly.next.iter().map(|next| says.text(&due(says, next))));
    if yearly.next.is_empty() {
        words.push(Text::quiet(says.t("test-report-next-none")));
    }
    Cell::of(words)
}

fn due(says: &Says<'_>, next: &Next) -> String {
    let when = says.date(next.due.date());
    let line = match &next.kept {
        Some((number, on)) => {
            let on = says.date(on.date());
            says.with("test-report-next-kept", &[("when", &when), ("number", number), ("on", &on)])
        }
        None if next.late => says.with("test-report-next-late", &[("when", &when)]),
        None => says.with("test-report-next-due", &[("when", &when)]),
    };
    if next.of.is_empty() { line } else { format!("{}: {line}", next.of) }
}

fn files(says: &Says<'_>, rows: &[DrillEvidenceView]) -> Table {
    let step = |held: &DrillEvidenceView| {
        held.step.map(|id| says.with("drill-of-step", &[("number", &says.step_number(id))]))
    };
    edition::files(says, rows.iter().map(|held| (&held.evidence, step(held))))
}
