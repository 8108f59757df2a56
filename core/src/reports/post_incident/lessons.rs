//! Causes and what was learnt: fields 14 and 17 to 20.

use super::says::Says;
use super::{Similar, chapter, named, note, section};
use crate::domain::incident::{Fact, Recommendation, RecommendationState};
use crate::reports::document::{Block, Cell, Column, Row, Sign, Table, Text};

/// The chapter of causes.
pub fn causes(says: &Says<'_>) -> Vec<Block> {
    let class = says.facts.view.cause_class;
    let class = class.map_or_else(|| says.missing(), |class| says.word("cause-class", &class).into());
    let mut rows = named(says, &[Fact::Cause, Fact::Trigger, Fact::RootCauses, Fact::ContributingFactors]);
    rows.push((says.t("report-cause-class").into(), class.into()));
    vec![chapter(says, "report-h-causes"), Block::Pairs(rows)]
}

/// The chapter of lessons.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let quality =
        [Fact::Promptness, Fact::AnalysisQuality, Fact::EscalationQuality, Fact::CommunicationQuality];
    let recommendations = &says.facts.view.recommendations;
    let similar = &says.facts.similar;
    let actions = if recommendations.is_empty() {
        note(says.t("report-actions-none"))
    } else {
        Block::Table(actions(says, recommendations))
    };
    let cases = if similar.is_empty() {
        note(says.t("report-similar-none"))
    } else {
        Block::Table(cases(says, similar))
    };
    vec![
        chapter(says, "report-h-lessons"),
        section(says, "report-h-quality"),
        Block::Pairs(named(says, &quality)),
        section(says, "report-h-learnt"),
        Block::Pairs(named(says, &[Fact::WentWell, Fact::WentBadly, Fact::Luck])),
        section(says, "report-h-actions"),
        actions,
        section(says, "report-h-similar"),
        cases,
    ]
}

fn actions(says: &Says<'_>, rows: &[Recommendation]) -> Table {
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("report-col-action"), 1),
            Column::fit(says.t("report-col-priority")),
            Column::fit(says.t("report-col-owner")),
            Column::fit(says.t("report-col-until-day")),
            Column::fit(says.t("report-col-state")),
        ],
        rows: rows.iter().map(|held| action(says, held)).collect(),
    }
}

fn action(says: &Says<'_>, held: &Recommendation) -> Row {
    let text = &held.text;
    let mut kind =
        format!("{} · {}", says.word("recommended-to", &text.to), says.word("action-kind", &text.kind));
    if text.must {
        kind = format!("{kind} · {}", says.t("report-must"));
    }
    let mut words = vec![says.text(&text.text), Text::quiet(kind)];
    let mut quiet = |told: &str| words.push(Text::quiet(says.text(told).words()));
    if let Some((first, last)) = held.moves.first().zip(held.moves.last()) {
        let (day, name) = (says.date(first.from.date()), says.person(last.by));
        let values = [("day", &*day), ("name", &*name), ("reason", &*last.reason)];
        quiet(&says.ending("report-due-moved", &values));
    }
    let mut add = |id: &str, words_of: &str| {
        if !words_of.is_empty() {
            quiet(&says.with(id, &[("text", words_of)]));
        }
    };
    add("report-proof-wanted", &text.proof_wanted);
    let (code, sign) = match &held.state {
        RecommendationState::Open => ("open", Sign::Open),
        RecommendationState::Done { proof, .. } => {
            add("report-proof", proof);
            ("done", Sign::Kept)
        }
        RecommendationState::Dropped { reason } => {
            add("report-dropped", &says.reason(reason));
            ("dropped", Sign::Broken)
        }
    };
    let owner = text.owner.map_or_else(|| says.missing(), |person| says.person(person).into());
    let due = text.due.map_or_else(|| says.missing(), |day| says.date(day).into());
    Row::Cells(vec![
        Cell::of(words),
        says.word("priority", &text.priority).into(),
        owner.into(),
        due.into(),
        Cell::from(says.coded("recommendation-state", code)).signed(sign),
    ])
}

fn cases(says: &Says<'_>, rows: &[Similar]) -> Table {
    let row = |held: &Similar| {
        let common = match (held.same_cause, held.same_service) {
            (true, true) => "report-similar-both",
            (true, false) => "report-similar-cause",
            (false, _) => "report-similar-service",
        };
        Row::Cells(vec![
            held.number.clone().into(),
            says.text(&held.title).into(),
            says.at(held.began).into(),
            says.t(common).into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(says.t("report-col-number")),
            Column::share(says.t("report-col-title"), 1),
            Column::fit(says.t("report-col-began")),
            Column::fit(says.t("report-col-common")),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
