//! Title page and first chapter: fields 1 to 4.

use super::says::Says;
use super::{chapter, named, prose, section};
use crate::domain::incident::{DurationKind, Fact, Gap, Milestone, Ticket};
use crate::reports::document::{Block, Cell, Column, Cover, Row, Sign, Table, Text, Tone};

/// Title page and contents.
pub fn front(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let record = if view.emergency { "report-cover-record" } else { "report-cover-record-incident" };
    let facts = says.key_data(
        (record, view.number.clone().into()),
        ("report-cover-severity", says.severity(view.severity)),
        ("report-cover-phase", says.phase().into()),
    );
    let cover = Cover {
        kicker: says.kicker(&says.kind()),
        title: says.text(&view.title),
        subtitle: start(says),
        facts,
    };
    vec![
        Block::Cover(cover),
        Block::Paragraph { text: Text::strong(says.t("report-glance")), tone: Tone::Body },
        Block::Pairs(glance(says)),
        Block::Contents { title: says.t("report-contents") },
    ]
}

fn start(says: &Says<'_>) -> Option<Text> {
    let moments = &says.facts.view.milestones;
    let at = |wanted| moments.iter().find(|held| held.milestone == wanted).and_then(|held| held.moment);
    let moment = at(Milestone::ImpactStart).or(at(Milestone::Noticed))?;
    Some(says.long_day(moment.at).into())
}

/// What management asks first.
fn glance(says: &Says<'_>) -> Vec<(Text, Cell)> {
    let view = &says.facts.view;
    let moment = |wanted| {
        let held = view.milestones.iter().find(|held| held.milestone == wanted);
        (says.word("milestone", &wanted).into(), says.moment_text(held.and_then(|held| held.moment)).into())
    };
    let duration = |wanted| {
        let held = view.durations.iter().find(|held| held.kind == wanted);
        (says.word("duration", &wanted).into(), says.length_text(held.and_then(|held| held.length)).into())
    };
    let cause =
        view.cause_class.map_or_else(|| says.missing(), |class| says.word("cause-class", &class).into());
    let fault = view
        .provider
        .fault
        .as_ref()
        .map_or_else(|| says.missing(), |judged| says.word("provider-fault", &judged.fault).into());
    vec![
        moment(Milestone::ImpactStart),
        moment(Milestone::Running),
        moment(Milestone::Restored),
        duration(DurationKind::Downtime),
        duration(DurationKind::ToRestore),
        (says.t("report-cause-class").into(), cause.into()),
        (says.t("report-provider-fault").into(), fault.into()),
    ]
}

/// Chapter 1.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let mut out = vec![chapter(says, "report-h-overview"), section(says, "report-h-summary")];
    out.extend(prose(says, says.fact(Fact::Summary)));
    out.push(section(says, if view.emergency { "report-h-record" } else { "report-h-record-incident" }));
    out.push(Block::Pairs(record(says)));
    out.push(section(says, "report-h-tickets"));
    out.push(Block::Pairs(vec![(says.t("report-source").into(), says.word("source", &view.source).into())]));
    if !view.tickets.is_empty() {
        out.push(Block::Table(tickets(says, &view.tickets)));
    }
    out.push(section(says, "report-h-about"));
    let gaps = view.report_gaps.iter().map(|missing| gap(says, missing)).collect();
    let issued: Vec<_> =
        view.reports.iter().map(|held| (held.number.as_str(), held.at, held.approver)).collect();
    out.extend(says.about(gaps, &issued));
    out
}

fn record(says: &Says<'_>) -> Vec<(Text, Cell)> {
    let view = &says.facts.view;
    let (when, person) = (says.at(view.recorded), says.person(view.recorded_by));
    let recorded = says.with("report-recorded-by", &[("when", &when), ("person", &person)]);
    let mut out: Vec<(Text, Cell)> = vec![
        (says.t("report-title").into(), says.text(&view.title).into()),
        (says.t("report-cover-severity").into(), says.severity(view.severity)),
        (says.t("report-cover-phase").into(), says.phase().into()),
        (says.t("report-recorded").into(), recorded.into()),
    ];
    out.extend(named(says, &[Fact::Description]));
    if !view.outside.is_empty() {
        let line = |outside: &crate::domain::incident::Outside| {
            let text = says.with("report-outside-line", &[("source", &outside.source), ("id", &outside.id)]);
            says.text(&text)
        };
        out.push((says.t("report-outside").into(), Cell::of(view.outside.iter().map(line).collect())));
    }
    match &view.sla {
        Some(sla) => {
            out.push((says.t("report-sla").into(), says.text(&sla.level.name).into()));
            out.push((says.t("report-sla-response").into(), says.met(sla.response_kept)));
            out.push((says.t("report-sla-handling").into(), says.met(sla.handling_kept)));
        }
        None => out.push((says.t("report-sla").into(), says.missing().into())),
    }
    out
}

fn tickets(says: &Says<'_>, tickets: &[Ticket]) -> Table {
    let row = |ticket: &Ticket| {
        let number = match &ticket.link {
            Some(link) => Text::web(says.text(&ticket.number).words(), link),
            None => says.text(&ticket.number),
        };
        let keyword = if ticket.keyword {
            Cell::from(says.t("report-ticket-keyword-yes")).signed(Sign::Kept)
        } else {
            Cell::from(Text::strong(says.t("report-ticket-keyword-no"))).signed(Sign::Broken)
        };
        Row::Cells(vec![
            number.into(),
            says.text(&ticket.system).into(),
            says.text(&ticket.subject).into(),
            says.moment_text(ticket.opened).into(),
            keyword,
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(says.t("report-ticket-number")),
            Column::fit(says.t("report-ticket-system")),
            Column::share(says.t("report-ticket-subject"), 1),
            Column::fit(says.t("report-ticket-opened")),
            Column::fit(says.t("report-ticket-keyword")),
        ],
        rows: tickets.iter().map(row).collect(),
    }
}

fn gap(says: &Says<'_>, gap: &Gap) -> Text {
    let with = |id: &str, text: &str| says.text(&says.with(id, &[("text", text)]));
    match gap {
        Gap::Cause => says.t("report-gap-cause").into(),
        Gap::RecoveryTime => says.t("report-gap-recovery-time").into(),
        Gap::DataLoss => says.t("report-gap-data-loss").into(),
        Gap::ActionIncomplete { text } => with("report-gap-action-incomplete", text),
        Gap::Report => says.t("report-gap-report").into(),
        Gap::CustomerReports => says.t("report-gap-customer-reports").into(),
        Gap::Review => says.t("report-gap-review").into(),
        Gap::OpenTask { text } => with("report-gap-open-task", text),
    }
}
