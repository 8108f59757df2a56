//! Messages, gaps between them, and promises kept: field 16.

use super::says::Says;
use super::{chapter, note, section};
use crate::domain::incident::{Audience, Clock, ClockKind, ClockState, Message, MessageState, Milestone};
use crate::domain::organisation::Language;
use crate::reports::document::{Block, Cell, Column, Language as Hyphenation, Row, Sign, Table, Text};
use crate::time::{Length, Moment};

/// The chapter.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let mut out = vec![chapter(says, "report-h-communication"), section(says, "report-h-messages")];
    if view.messages.is_empty() {
        out.push(note(says.t("report-messages-none")));
    } else {
        let mut messages: Vec<&Message> = view.messages.iter().collect();
        messages.sort_by_key(|message| sent(message).map(|at| at.at));
        out.push(Block::Table(table(says, &messages)));
    }
    out.push(Block::Pairs(gaps(says)));
    out.push(section(says, "report-h-promises"));
    let promises = |clock: &&Clock| matches!(clock.kind, ClockKind::NextUpdate | ClockKind::ExpectedRepair);
    let promises: Vec<&Clock> = view.clocks.iter().filter(promises).collect();
    if promises.is_empty() {
        out.push(note(says.t("report-promises-none")));
    } else {
        out.push(Block::Table(kept(says, &promises)));
    }
    out
}

fn sent(message: &Message) -> Option<Moment> {
    match &message.state {
        MessageState::Sent { at } => Some(*at),
        MessageState::Draft | MessageState::Released { .. } | MessageState::Failed { .. } => None,
    }
}

fn table(says: &Says<'_>, messages: &[&Message]) -> Table {
    let row = |message: &&Message| {
        let text = &message.text;
        let when = match &message.state {
            MessageState::Sent { at } => says.moment(*at).into(),
            MessageState::Failed { reason, .. } => {
                Cell::of(vec![Text::strong(says.t("message-state-failed")), says.text(reason)])
                    .signed(Sign::Broken)
            }
            MessageState::Draft | MessageState::Released { .. } => {
                Cell::from(Text::quiet(says.t("report-message-not-sent")))
            }
        };
        let (audience, channel) =
            (says.word("audience", &text.audience), says.word("channel", &text.channel));
        let body = |words: &str, language| says.text(words).in_language(language);
        let mut words = vec![Text::strong(says.word("message-status", &text.status))];
        let (german, english) = (&text.german, &text.english);
        match says.facts.edition.language {
            Language::En if !english.is_empty() => words.push(body(english, Hyphenation::English)),
            Language::De if german.is_empty() && !english.is_empty() => {
                words.push(body(english, Hyphenation::English));
            }
            Language::De | Language::En => words.push(body(german, Hyphenation::German)),
        }
        let promise = |moment: Option<Moment>| moment.map_or_else(Text::default, |at| says.moment(at).into());
        Row::Cells(vec![
            when,
            Cell::of(vec![audience.into(), Text::quiet(channel)]),
            Cell::of(words),
            promise(text.expected_repair).into(),
            promise(text.next_update).into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("report-col-sent"), 16),
            Column::share(says.t("report-col-audience"), 23),
            Column::share(says.t("report-col-message"), 37),
            Column::share(says.t("report-col-expected"), 16),
            Column::share(says.t("report-col-next"), 16),
        ],
        rows: messages.iter().map(row).collect(),
    }
}

fn gaps(says: &Says<'_>) -> Vec<(Text, Cell)> {
    let view = &says.facts.view;
    let mut times: Vec<_> = view.messages.iter().filter_map(sent).filter_map(|at| at.computable()).collect();
    times.sort();
    let noticed = view.milestones.iter().find(|held| held.milestone == Milestone::Noticed);
    let noticed = noticed.and_then(|held| held.moment).and_then(|moment| moment.computable());
    let first =
        noticed.zip(times.first()).map(|(from, to)| from.until(*to)).filter(|length| !length.is_negative());
    let longest: Option<Length> = times.windows(2).map(|pair| pair[0].until(pair[1])).max();
    let authority = |message: &&Message| message.text.audience == Audience::Authority;
    let authorities: Vec<String> = view
        .messages
        .iter()
        .filter(authority)
        .map(|message| sent(message).map_or_else(|| says.t("report-message-not-sent"), |at| says.moment(at)))
        .collect();
    let reports = view.customer_reports.as_ref().map_or_else(
        || Cell::from(says.missing()),
        |(state, at, text)| {
            let state = format!("{}, {}", says.word("customer-reports", state), says.moment(*at));
            let text = if text.is_empty() { Text::default() } else { says.text(text) };
            if text.is_empty() { state.into() } else { Cell::of(vec![state.into(), text]) }
        },
    );
    vec![
        (says.t("report-gap-first").into(), says.length_text(first).into()),
        (says.t("report-gap-longest").into(), says.length_text(longest).into()),
        (says.t("report-authorities").into(), says.list(&authorities).into()),
        (says.t("report-customer-reports").into(), reports),
    ]
}

/// How a clock stands, with its sign.
pub fn outcome(says: &Says<'_>, state: ClockState) -> Cell {
    let word = says.word("clock-state", &state);
    match state {
        ClockState::Kept => Cell::from(word).signed(Sign::Kept),
        ClockState::Late => Cell::from(Text::strong(word)).signed(Sign::Broken),
        ClockState::Running => Cell::from(word).signed(Sign::Open),
        ClockState::Unproven => Cell::from(Text::quiet(word)),
    }
}

fn kept(says: &Says<'_>, clocks: &[&Clock]) -> Table {
    let row = |clock: &&Clock| {
        Row::Cells(vec![
            says.word("clock", &clock.kind).into(),
            says.moment(clock.due).into(),
            says.moment_text(clock.settled).into(),
            outcome(says, clock.state),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("report-col-promise"), 1),
            Column::fit(says.t("report-col-due")),
            Column::fit(says.t("report-col-settled")),
            Column::fit(says.t("report-col-outcome")),
        ],
        rows: clocks.iter().map(row).collect(),
    }
}
