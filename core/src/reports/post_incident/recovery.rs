//! Guide, provider and resolution: fields 11, 12 and 15.

use super::says::Says;
use super::{chapter, named, section};
use crate::domain::incident::{
    Clock, ClockKind, ClockState, Fact, ProviderCheck, ProviderDecision, RecoveryStep, StepResult,
};
use crate::reports::document::{Block, Cell, Column, Row, Sign, Table, Text};

/// The chapter.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let mut out = vec![chapter(says, "report-h-recovery"), section(says, "report-h-guide")];
    out.push(Block::Pairs(guide(says)));
    if !view.steps.is_empty() {
        out.push(Block::Table(steps(says, &view.steps)));
    }
    out.push(section(says, "report-h-provider"));
    out.push(Block::Pairs(provider(says)));
    if !view.provider.checks.is_empty() {
        out.push(Block::Table(checks(says, &view.provider.checks)));
    }
    if !view.provider.decisions.is_empty() {
        out.push(Block::Table(decisions(says, &view.provider.decisions)));
    }
    out.push(section(says, "report-h-resolution"));
    out.push(Block::Pairs(named(says, &[Fact::Resolution, Fact::TemporaryMeasures])));
    out
}

fn guide(says: &Says<'_>) -> Vec<(Text, Cell)> {
    let guide = says.facts.view.guide.as_ref();
    let text = |text: Option<&String>| text.map_or_else(|| says.missing(), |text| says.text(text));
    let activated = says.t(if guide.is_some() { "report-yes" } else { "report-no" });
    vec![
        (says.t("report-guide-activated").into(), activated.into()),
        (says.t("report-guide").into(), text(guide.map(|guide| &guide.title)).into()),
        (says.t("report-guide-version").into(), text(guide.map(|guide| &guide.version)).into()),
    ]
}

fn steps(says: &Says<'_>, rows: &[RecoveryStep]) -> Table {
    let row = |step: &RecoveryStep| {
        let sign = match step.result {
            StepResult::Done => Sign::Kept,
            StepResult::Deviated => Sign::Care,
            StepResult::Skipped => Sign::Open,
            StepResult::Failed => Sign::Broken,
        };
        let deviation = if step.deviation.is_empty() { Text::default() } else { says.text(&step.deviation) };
        Row::Cells(vec![
            says.moment(step.at).into(),
            says.text(&step.title).into(),
            Cell::from(says.word("step-result", &step.result)).signed(sign),
            deviation.into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(says.t("report-col-when")),
            Column::share(says.t("report-col-step"), 1),
            Column::fit(says.t("report-col-result")),
            Column::share(says.t("report-col-deviation"), 1),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

fn provider(says: &Says<'_>) -> Vec<(Text, Cell)> {
    let case = &says.facts.view.provider;
    let fault = case.fault.as_ref();
    let judged = fault.map_or_else(
        || Cell::of(vec![says.missing()]),
        |judged| {
            let by = format!("{}, {}", says.person(judged.decider), says.moment(judged.at));
            Cell::of(vec![says.word("provider-fault", &judged.fault).into(), Text::plain(by)])
        },
    );
    let reason = fault.map_or_else(|| says.missing(), |judged| says.text(&judged.reason));
    let state = case.state.map_or_else(|| says.missing(), |state| says.word("provider-state", &state).into());
    let mut limit = vec![says.moment_text(case.waiting_limit)];
    limit.extend(clock(says, ClockKind::WaitingLimit));
    let mut review = match &case.review {
        Some((at, text)) => vec![says.moment(*at).into(), says.text(text)],
        None => vec![says.missing()],
    };
    review.extend(clock(says, ClockKind::ProviderReview));
    vec![
        (says.t("report-provider-name").into(), says.text(&case.provider).into()),
        (says.t("report-provider-fault").into(), judged),
        (says.t("report-provider-reason").into(), reason.into()),
        (says.t("report-provider-tracking").into(), says.code(&case.tracking_ids.join(", ")).into()),
        (says.t("report-provider-tickets").into(), says.code(&case.tickets.join(", ")).into()),
        (says.t("report-provider-state").into(), state.into()),
        (says.t("report-provider-limit").into(), Cell::of(limit)),
        (says.t("report-provider-review").into(), Cell::of(review)),
    ]
}

/// How a clock of the provider's stands.
fn clock(says: &Says<'_>, kind: ClockKind) -> Option<Text> {
    let clock: &Clock = says.facts.view.clocks.iter().rev().find(|clock| clock.kind == kind)?;
    let state = says.word("clock-state", &clock.state);
    let state = format!("{state} ({} {})", says.t("report-col-due"), says.moment(clock.due));
    Some(match clock.state {
        ClockState::Late => Text::strong(state),
        ClockState::Running | ClockState::Kept | ClockState::Unproven => Text::plain(state),
    })
}

fn checks(says: &Says<'_>, rows: &[ProviderCheck]) -> Table {
    let row = |check: &ProviderCheck| {
        let news = check
            .news
            .as_deref()
            .map_or_else(|| Text::quiet(says.t("report-nothing-new")), |news| says.text(news));
        Row::Cells(vec![says.moment(check.at).into(), says.person(check.by).into(), news.into()])
    };
    Table {
        caption: Some(says.t("report-provider-checks").into()),
        columns: vec![
            Column::fit(says.t("report-col-when")),
            Column::fit(says.t("report-col-person")),
            Column::share(says.t("report-col-news"), 1),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

fn decisions(says: &Says<'_>, rows: &[ProviderDecision]) -> Table {
    let row = |held: &ProviderDecision| {
        Row::Cells(vec![
            says.moment(held.at).into(),
            says.word("provider-choice", &held.choice).into(),
            says.person(held.decider).into(),
            says.text(&held.reason).into(),
        ])
    };
    Table {
        caption: Some(says.t("report-provider-decisions").into()),
        columns: vec![
            Column::fit(says.t("report-col-when")),
            Column::fit(says.t("report-col-decision")),
            Column::fit(says.t("report-col-decider")),
            Column::share(says.t("report-col-reason"), 1),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
