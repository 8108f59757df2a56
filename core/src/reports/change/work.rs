//! The days on which it was to be done, what was done, what somebody else found, and whether it does what it was wanted for:
//! fields 14 and 16 to 18.

use super::decisions::judged;
use super::says::Says;
use crate::domain::change::{Answer, Check, EffectCheck, Implementation, Phase};
use crate::ids::PersonId;
use crate::queries::views::ChangeView;
use crate::reports::document::{Block, Cell, Column, Row, Sign, Table, Text};
use crate::reports::edition::section;
use crate::reports::fields::fields;
use crate::reports::frame::{chapter, note, who};
use crate::time::{Day, Instant};

/// The chapter of work and check.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.change;
    let mut out = vec![chapter(says, "change-tab-work"), section(says, "change-plan-title")];
    out.push(Block::Pairs(days(says, view)));
    let set = set(says, view);
    if !set.is_empty() {
        out.push(Block::Table(moves(says, set)));
    }
    out.push(section(says, "change-work-title"));
    out.extend(or(says, &view.implementations, "change-work-none", done));
    out.push(section(says, "change-checks-title"));
    out.extend(or(says, &view.checks, "change-checks-none", check));
    out.push(section(says, "change-effects-title"));
    out.extend(or(says, &view.effects, "change-effects-none", effect));
    out
}

/// Each entry by itself, or the sentence that there is none.
fn or<T>(
    says: &Says<'_>,
    entries: &[T],
    none: &str,
    entry: impl Fn(&Says<'_>, &T) -> Vec<(Text, Cell)>,
) -> Vec<Block> {
    if entries.is_empty() {
        return vec![note(says.t(none))];
    }
    entries.iter().flat_map(|held| fields(3, entry(says, held))).collect()
}

/// The day until which it was to be done at first.
pub fn original(view: &ChangeView) -> Option<Day> {
    let asked = view.delegations.first().map(|asked| asked.asked);
    asked.or_else(|| view.plans.first().map(|plan| plan.end))
}

fn days(says: &Says<'_>, view: &ChangeView) -> Vec<(Text, Cell)> {
    let plan = view.plans.last();
    let done = view.implementations.last().map(|done| done.on);
    vec![
        says.pair("change-paper-due-first", says.day(original(view))),
        says.pair("change-paper-due-now", says.day(view.due)),
        says.pair("change-plan-start", says.day(plan.map(|plan| plan.start))),
        says.pair("change-plan-end", says.day(plan.map(|plan| plan.end))),
        says.pair("change-actual-start", says.day(view.started)),
        says.pair("change-actual-end", says.day(done)),
    ]
}

/// That somebody said until when it is to be done, or to wait.
struct Set {
    what: String,
    day: String,
    reason: String,
    by: PersonId,
    recorded: Instant,
}

/// Everything that set a day or moved one, in the order in which it was written down.
fn set(says: &Says<'_>, view: &ChangeView) -> Vec<Set> {
    let date = |day: Day| says.date(day.date());
    let mut out = Vec::new();
    for asked in &view.delegations {
        let (what, reason) = (says.t("change-asked"), String::new());
        out.push(Set { what, day: date(asked.asked), reason, by: asked.by, recorded: asked.recorded });
        if let Some(answered) = &asked.answered
            && let Answer::OtherDay { day, reason } = &answered.answer
        {
            let (what, reason) = (says.coded("change-answer", "otherDay"), reason.clone());
            out.push(Set { what, day: date(*day), reason, by: answered.by, recorded: answered.recorded });
        }
    }
    for plan in &view.plans {
        let (from, until) = (date(plan.start), date(plan.end));
        let day = says.with("paper-period-both", &[("from", &from), ("until", &until)]);
        let (what, reason) = (says.word("change-phase", &Phase::Planned), String::new());
        out.push(Set { what, day, reason, by: plan.by, recorded: plan.recorded });
    }
    for held in &view.deferrals {
        let (what, reason) = (says.word("change-phase", &Phase::Deferred), held.reason.clone());
        out.push(Set { what, day: date(held.until), reason, by: held.by, recorded: held.recorded });
    }
    out.sort_by_key(|set| set.recorded);
    out
}

fn moves(says: &Says<'_>, rows: Vec<Set>) -> Table {
    let row = |held: Set| {
        let reason = held.reason.trim();
        Row::Cells(vec![
            held.what.into(),
            held.day.into(),
            if reason.is_empty() { Text::quiet("–") } else { says.text(reason) }.into(),
            who(says, held.by, held.recorded),
        ])
    };
    Table {
        caption: Some(says.t("change-paper-moves").into()),
        columns: vec![
            Column::fit(says.t("change-paper-col-what")),
            Column::fit(says.t("change-paper-col-day")),
            Column::share(says.t("report-col-reason"), 4),
            Column::share(says.t("report-col-origin"), 4),
        ],
        rows: rows.into_iter().map(row).collect(),
    }
}

fn done(says: &Says<'_>, held: &Implementation) -> Vec<(Text, Cell)> {
    vec![
        says.pair("change-on", says.day(Some(held.on))),
        says.pair("change-record", says.paragraphs(&held.record)),
        says.pair("change-ticket", says.text(&held.ticket)),
        says.pair("change-implementer", says.person(held.implementer)),
        says.pair("report-col-origin", says.by_when(held.by, held.recorded)),
    ]
}

fn check(says: &Says<'_>, held: &Check) -> Vec<(Text, Cell)> {
    let verdict = if held.passed {
        Cell::from(says.t("change-passed")).signed(Sign::Kept)
    } else {
        Cell::from(says.t("change-failed")).signed(Sign::Broken)
    };
    vec![
        says.pair("change-on", says.day(Some(held.on))),
        says.pair("change-verdict", verdict),
        says.pair("change-method", says.paragraphs(&held.method)),
        says.pair("change-result", says.paragraphs(&held.result)),
        says.pair("change-paper-checked-by", judged(says, held.by, held.recorded, held.alone)),
    ]
}

fn effect(says: &Says<'_>, held: &EffectCheck) -> Vec<(Text, Cell)> {
    let verdict = if held.effective {
        Cell::from(says.t("change-effective")).signed(Sign::Kept)
    } else {
        Cell::from(says.t("change-not-effective")).signed(Sign::Broken)
    };
    vec![
        says.pair("change-on", says.day(Some(held.on))),
        says.pair("change-verdict", verdict),
        says.pair("change-result", says.paragraphs(&held.result)),
        says.pair("change-paper-checked-by", says.by_when(held.by, held.recorded)),
    ]
}
