//! Title page and first chapter: fields 1 to 4.

use super::says::Says;
use crate::domain::review::{Decision, Participant, Phase, Presence, Topic, Trigger};
use crate::reports::document::{Block, Cell, Column, Cover, Row, Sign, Table, Text};
use crate::reports::edition::{paragraph, section};
use crate::reports::frame::{chapter, note};

/// Title page and contents.
pub fn front(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let facts = says.key_data(
        ("review-report-review", view.number.clone().into()),
        ("review-version", says.number(view.version.into()).into()),
        ("report-cover-phase", says.phase().into()),
    );
    let held = view.content.conclusion.as_ref().map(|conclusion| says.long_day(conclusion.at.at).into());
    vec![
        Block::Cover(Cover {
            kicker: says.kicker(&says.t("review-report-kind")),
            title: says.text(&says.trigger()),
            subtitle: held,
            facts,
        }),
        paragraph(Text::strong(says.t("report-glance"))),
        Block::Pairs(glance(says)),
        Block::Contents { title: says.t("report-contents") },
    ]
}

/// What management asks first.
fn glance(says: &Says<'_>) -> Vec<(Text, Cell)> {
    let content = &says.facts.view.content;
    let decided = content.conclusion.as_ref().map_or_else(
        || Cell::from(says.t("review-conclusion-none")).signed(Sign::Open),
        |conclusion| conclusion_words(says, conclusion.change_needed).into(),
    );
    let deficiencies = content.deficiencies.iter().filter(|held| held.dropped.is_none()).count();
    let changes = content.decisions().filter(|held| matches!(held.decision, Decision::Change { .. })).count();
    vec![
        (says.t("review-conclusion").into(), decided),
        (says.t("review-report-inputs-count").into(), says.count(content.items.len()).into()),
        (says.t("review-deficiencies").into(), says.count(deficiencies).into()),
        (says.t("review-report-changes").into(), says.count(changes).into()),
        (says.t("review-next").into(), says.day(content.next).into()),
    ]
}

/// What it came to, in a sentence.
pub fn conclusion_words(says: &Says<'_>, change_needed: bool) -> Text {
    Text::strong(says.t(if change_needed { "review-conclusion-yes" } else { "review-conclusion-no" }))
}

/// Chapter 1.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let content = &view.content;
    let mut occasion: Vec<(Text, Cell)> =
        vec![(says.t("reviews-trigger").into(), says.text(&says.trigger()).into())];
    match &view.trigger {
        Trigger::AfterEmergency { ended, .. } => {
            occasion.push((says.t("review-report-ended").into(), says.day(Some(*ended)).into()));
        }
        Trigger::Periodic { after } => {
            let last = after.map_or_else(
                || Text::from(says.t("review-report-first")),
                |day| says.date(day.date()).into(),
            );
            occasion.push((says.t("review-report-last").into(), last.into()));
        }
        Trigger::OnDemand { reason, .. } => {
            occasion.push((says.t("review-reason").into(), says.text(reason).into()));
        }
    }
    let period = content.period.map_or_else(
        || says.missing(),
        |period| {
            let (from, until) = (says.date(period.from.date()), says.date(period.until.date()));
            says.with("review-period-span", &[("from", &from), ("until", &until)]).into()
        },
    );
    let due = view.due.map_or_else(|| Text::from(says.t("review-due-none")), |day| says.day(Some(day)));
    occasion.extend([
        (says.t("review-period").into(), Cell::from(period)),
        (says.t("review-planned").into(), says.day(Some(view.planned)).into()),
        (says.t("review-due").into(), due.into()),
        (says.t("review-report-held").into(), held(says)),
    ]);
    let mut out = vec![
        chapter(says, "report-h-overview"),
        section(says, "review-report-h-occasion"),
        Block::Pairs(occasion),
        section(says, "review-report-h-people"),
        Block::Pairs(vec![(
            says.t("review-lead").into(),
            content.lead.map_or_else(|| says.missing(), |lead| says.person(lead).into()).into(),
        )]),
    ];
    if content.participants.is_empty() {
        out.push(note(says.t("review-report-people-none")));
    } else {
        out.push(Block::Table(participants(says, &content.participants)));
    }
    out.push(section(says, "review-report-h-documents"));
    out.extend(crate::reports::edition::prose(says, says.topic(Topic::Documents)));
    out.push(section(says, "report-h-about"));
    if !view.reason.is_empty() {
        let version = says.number(view.version.into());
        let reason = says.with("review-version-reason", &[("version", &version), ("reason", &view.reason)]);
        out.push(Block::Pairs(vec![(says.t("review-version").into(), says.text(&reason).into())]));
    }
    let issued: Vec<_> =
        view.reports.iter().map(|held| (held.number.as_str(), held.at, held.approver)).collect();
    out.extend(says.about(gaps(says), &issued));
    out
}

/// From which to which moment it was held.
fn held(says: &Says<'_>) -> Cell {
    let began = says.facts.view.path.iter().rev().find(|passed| passed.phase == Phase::InProgress);
    let began = began.map(|passed| passed.at.map_or_else(|| says.at(passed.recorded), |at| says.moment(at)));
    let ended = says.facts.view.content.conclusion.as_ref().map(|held| says.moment(held.at));
    match (began, ended) {
        (Some(from), Some(until)) => {
            says.with("review-period-span", &[("from", &from), ("until", &until)]).into()
        }
        (Some(from), None) => says.with("paper-period-from", &[("from", &from)]).into(),
        (None, _) => says.missing().into(),
    }
}

fn participants(says: &Says<'_>, rows: &[Participant]) -> Table {
    let row = |held: &Participant| {
        let presence = Cell::from(says.word("review-presence", &held.presence));
        let presence = match held.presence {
            Presence::Present => presence.signed(Sign::Kept),
            Presence::Absent => presence.signed(Sign::Broken),
            Presence::Invited | Presence::Excused => presence.signed(Sign::Open),
        };
        Row::Cells(vec![says.person(held.person).into(), says.text(&held.capacity).into(), presence])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("review-people-person"), 2),
            Column::share(says.t("review-people-capacity"), 3),
            Column::fit(says.t("review-report-presence")).whole(),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

/// What is missing before a report can be issued.
fn gaps(says: &Says<'_>) -> Vec<Text> {
    let view = &says.facts.view;
    if matches!(view.phase, Phase::Approved | Phase::TeamsInformed | Phase::Closed) {
        return Vec::new();
    }
    let missing = view.gaps.iter().map(|gap| says.gap(gap));
    missing.chain([says.t("review-report-gap-approval").into()]).collect()
}
