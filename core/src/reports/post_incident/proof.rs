//! Law, credits, the review that follows, evidence and signatures: fields 21 to 24.

use super::communication::outcome;
use super::says::Says;
use super::{chapter, named, note, paragraph, prose, section};
use crate::domain::incident::{AuthorityNotice, Fact, LegalStage};
use crate::queries::views::LegalView;
use crate::reports::document::{Block, Cell, Column, Row, Table, Text};
use crate::reports::edition::files;

/// What was decided under each law, and every notice with its date: field 21.
fn legal(says: &Says<'_>) -> Vec<Block> {
    let laws = &says.facts.view.legal;
    let mut pairs = named(says, &[Fact::LegalClassification]);
    for law in laws {
        let decided = law.classifications.last().map_or_else(
            || Cell::from(says.missing()),
            |held| {
                let id = if held.reportable { "legal-reportable" } else { "legal-not-reportable" };
                let by = format!("{}, {}", says.person(held.decider), says.moment(held.at));
                Cell::of(vec![Text::strong(says.t(id)), says.text(&held.reason), Text::quiet(by)])
            },
        );
        pairs.push((says.word("regime", &law.regime).into(), decided));
    }
    let mut out = vec![Block::Pairs(pairs)];
    if laws.iter().any(|law| !law.clocks.is_empty() || !law.notices.is_empty()) {
        out.push(Block::Table(notices(says, laws)));
    }
    if !laws.is_empty() {
        out.push(note(says.t("legal-help")));
    }
    out
}

fn notices(says: &Says<'_>, laws: &[LegalView]) -> Table {
    let mut rows = Vec::new();
    for law in laws {
        let named = |stage: Option<LegalStage>| match stage {
            Some(stage) => says.word("legal-stage", &stage),
            None => says.t("legal-classify"),
        };
        for clock in &law.clocks {
            let to: Vec<_> = law.notices.iter().filter(|notice| Some(notice.stage) == clock.stage).collect();
            let mut what =
                vec![Text::from(named(clock.stage)), Text::quiet(says.word("rule-kind", &clock.rule))];
            what.extend(to.iter().map(|notice| Text::quiet(sent_to(says, notice))));
            rows.push(Row::Cells(vec![
                Cell::of(what),
                says.moment(clock.due).into(),
                says.moment_text(clock.settled).into(),
                outcome(says, clock.state),
            ]));
        }
        let asked: Vec<_> = law.clocks.iter().filter_map(|clock| clock.stage).collect();
        for notice in law.notices.iter().filter(|notice| !asked.contains(&notice.stage)) {
            let what = vec![Text::from(named(Some(notice.stage))), Text::quiet(sent_to(says, notice))];
            let none = || Cell::from(says.missing());
            rows.push(Row::Cells(vec![Cell::of(what), none(), says.moment(notice.at).into(), none()]));
        }
    }
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("legal-step"), 1),
            Column::fit(says.t("report-col-due")),
            Column::fit(says.t("report-col-settled")),
            Column::fit(says.t("report-col-outcome")),
        ],
        rows,
    }
}

fn sent_to(says: &Says<'_>, notice: &AuthorityNotice) -> String {
    let parts = [&notice.authority, &notice.reference, &notice.note];
    let said: Vec<_> =
        parts.into_iter().filter(|part| !part.is_empty()).map(|part| says.text(part).words()).collect();
    said.join(", ")
}

/// Both chapters.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let mut out = vec![chapter(says, "report-h-duties"), section(says, "report-h-legal")];
    out.extend(legal(says));
    out.push(section(says, "report-h-credits"));
    out.extend(prose(says, says.fact(Fact::Credits)));
    out.push(section(says, "report-h-review"));
    let review = says.facts.review.as_ref().map_or_else(
        || says.missing(),
        |review| {
            let when = says.date(review.planned.date());
            says.with("report-review-line", &[("number", &review.number), ("when", &when)]).into()
        },
    );
    out.push(paragraph(review));
    out.push(chapter(says, "report-h-proof"));
    out.push(section(says, "report-h-evidence"));
    let evidence = &says.facts.view.evidence;
    if evidence.is_empty() {
        out.push(note(says.t("report-evidence-none")));
    } else {
        out.push(Block::Table(files(says, evidence.iter().map(|file| (file, None)))));
    }
    out.push(section(says, "report-h-distribution"));
    out.push(paragraph(says.distribution()));
    out.push(section(says, "report-h-signatures"));
    out.push(says.signatures());
    out
}
