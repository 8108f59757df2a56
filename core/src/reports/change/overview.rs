//! What the first page says above everything: number, state, origin, who asked and who decided, until when, and what stands
//! still: fields 1, 2, 4, 10, 12 and 15.

use super::says::Says;
use super::work::original;
use crate::domain::change::{Approval, Phase};
use crate::projections;
use crate::queries::views::ChangeView;
use crate::reports::document::{Block, Cell, Sign, Text, Tone};

/// The key data of the title block.
pub fn cover(says: &Says<'_>) -> Vec<(Text, Cell)> {
    let view = &says.facts.change;
    let said = |word: Option<String>| word.map_or_else(|| says.missing(), Text::plain);
    let state = Cell::from(says.word("change-phase", &view.phase)).signed(sign(view.phase));
    vec![
        says.pair("palette-kind-change", view.number.clone()),
        says.pair("changes-phase", state),
        says.pair("change-origin", origin(says, view)),
        says.pair("change-kind", said(view.text.kind.map(|kind| says.word("change-kind", &kind)))),
        says.pair("change-priority", said(view.text.priority.map(|held| says.word("priority", &held)))),
        says.pair("change-due", due(says, view)),
        says.pair("change-paper-asked-by", says.by_when(view.opened_by, view.recorded)),
        says.pair("guide-authors", says.people(&view.authors)),
        says.pair("report-col-decider", decided(says, view)),
        says.pair("change-owner", says.person(view.owner)),
        says.pair("change-emergency", emergency(says, view)),
    ]
}

/// What waits, or was cancelled, and why.
pub fn halts(says: &Says<'_>) -> Option<Block> {
    let view = &says.facts.change;
    let said = match view.phase {
        Phase::Deferred => view.deferrals.last().map(|held| {
            let (day, reason) = (says.date(held.until.date()), says.text(&held.reason).words());
            says.with("change-deferred-until", &[("day", &day), ("reason", &reason)])
        }),
        Phase::Cancelled => view
            .stopped
            .as_ref()
            .map(|held| says.with("change-cancelled-why", &[("reason", &says.text(&held.note).words())])),
        Phase::Draft
        | Phase::Submitted
        | Phase::Assessed
        | Phase::Approved
        | Phase::Delegated
        | Phase::Accepted
        | Phase::Planned
        | Phase::InProgress
        | Phase::Implemented
        | Phase::Checked
        | Phase::Effective
        | Phase::TeamsInformed
        | Phase::Closed => None,
    };
    said.map(|said| Block::Paragraph { text: Text::strong(said), tone: Tone::Body })
}

/// The shape of the window: what is done, what goes on, what left the way.
const fn sign(phase: Phase) -> Sign {
    match phase {
        Phase::Effective | Phase::TeamsInformed | Phase::Closed => Sign::Kept,
        Phase::Deferred | Phase::Cancelled => Sign::Care,
        Phase::Draft
        | Phase::Submitted
        | Phase::Assessed
        | Phase::Approved
        | Phase::Delegated
        | Phase::Accepted
        | Phase::Planned
        | Phase::InProgress
        | Phase::Implemented
        | Phase::Checked => Sign::Open,
    }
}

/// What it comes from, with the number of that record; of another workspace, with its organisation and its number there.
fn origin(says: &Says<'_>, view: &ChangeView) -> Cell {
    let mut words = says.coded("change-origin", projections::change::origin(&view.origin));
    if let Some(number) = &view.origin_number {
        words = format!("{words} {number}");
    }
    let there = view.outside.as_ref().map(|outside| {
        let values = [("organisation", outside.organisation.as_str()), ("number", outside.number.as_str())];
        says.text(&says.with("change-outside", &values))
    });
    Cell::of([Some(Text::plain(words)), there].into_iter().flatten().collect())
}

/// Until when, what was agreed at first, and whether it is late.
fn due(says: &Says<'_>, view: &ChangeView) -> Cell {
    let Some(day) = view.due else { return says.missing().into() };
    let mut words = vec![Text::plain(says.date(day.date()))];
    if view.overdue {
        words.push(Text::strong(says.t("changes-overdue")));
    }
    if let Some(first) = original(view).filter(|first| *first != day) {
        words.push(Text::quiet(says.with("finding-due-original", &[("day", &says.date(first.date()))])));
    }
    let cell = Cell::of(words);
    if view.overdue { cell.signed(Sign::Broken) } else { cell }
}

/// The newest decision; what another workspace handed over is decided there.
fn decided(says: &Says<'_>, view: &ChangeView) -> Cell {
    if view.outside.is_some() {
        return Text::quiet(says.t("change-paper-decided-there")).into();
    }
    let Some(Approval { approved, by, recorded, .. }) = view.approvals.last() else {
        return says.missing().into();
    };
    let word = says.t(if *approved { "change-approved" } else { "change-declined" });
    Cell::of(vec![Text::plain(says.by_when(*by, *recorded)), Text::quiet(word)])
}

/// Whether work may begin, or began, before the approval, and who approved it afterwards.
fn emergency(says: &Says<'_>, view: &ChangeView) -> Cell {
    if !view.text.emergency {
        return says.t("report-no").into();
    }
    let begun = match (view.started, view.unapproved) {
        (None, _) => says.t("slip-emergency"),
        (Some(_), false) => says.t("report-yes"),
        (Some(_), true) => match view.approvals.last().filter(|_| view.approved) {
            None => says.t("change-paper-not-approved"),
            Some(held) => {
                let (person, when) = (says.person(held.by), says.at(held.recorded));
                says.with("change-paper-approved-afterwards", &[("person", &person), ("when", &when)])
            }
        },
    };
    begun.into()
}
