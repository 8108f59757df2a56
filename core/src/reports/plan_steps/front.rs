//! What stands before the steps: whose sheets these are, what shall come out, who takes part, the clocks of the services.

use super::{BookedTest, PlanStepsFacts};
use crate::domain::drill::Participant;
use crate::domain::guide::markdown::blocks as read;
use crate::domain::plan::{PlanObjective, Seat, ServiceTarget, Stage};
use crate::ids::PersonId;
use crate::reports::document::{Block, Cell, Column, Field, FormRow, Row, Sign, Table, Text, Tone};
use crate::reports::frame::chapter;
use crate::reports::markdown;
use crate::reports::voice::Voice;
use crate::time::Length;

/// Everything before the steps.
pub fn blocks(voice: &Voice<'_>, facts: &PlanStepsFacts, title: String) -> Vec<Block> {
    let about = &facts.content.about;
    let mut out = vec![facts.frame.cover(voice, title, cover(voice, facts))];
    if facts.stage != Stage::Approved {
        out.push(paragraph(Text::strong(voice.t("steps-unapproved"))));
    }
    out.push(paragraph(voice.t("steps-how").into()));
    out.push(Block::Form(heads(voice, facts.test.as_ref())));
    out.push(chapter(voice, "steps-about"));
    out.extend(markdown::paragraphs(voice, &read(&about.background)));
    let told = [
        ("plan-field-scope", &about.scope),
        ("plan-field-limits", &about.limits),
        ("plan-field-assumptions", &about.assumptions),
    ];
    let told = told.into_iter().filter(|(_, text)| !text.trim().is_empty());
    let told = told.map(|(id, text)| (Text::from(voice.t(id)), Cell::from(voice.text(text))));
    let stop = (Text::from(voice.t("plan-field-stop-rules")), Cell::from(voice.text(&about.stop_rules)));
    out.push(Block::Pairs(told.chain([stop]).collect()));
    if !about.objectives.is_empty() {
        out.push(chapter(voice, "plan-sheet-objectives"));
        out.push(Block::Table(objectives(voice, &about.objectives)));
    }
    out.extend(people(voice, facts));
    if !about.services.is_empty() {
        out.push(chapter(voice, "steps-clocks"));
        out.push(paragraph(voice.t("steps-clocks-how").into()));
        out.extend(about.services.iter().map(|target| Block::Form(clock(voice, facts, target))));
    }
    out
}

fn paragraph(text: Text) -> Block {
    Block::Paragraph { text, tone: Tone::Body }
}

fn cover(voice: &Voice<'_>, facts: &PlanStepsFacts) -> Vec<(Text, Cell)> {
    let about = &facts.content.about;
    let sign = if facts.stage == Stage::Approved { Sign::Kept } else { Sign::Open };
    let approved = facts.approved.as_ref().map_or_else(
        || voice.missing(),
        |passed| Text::plain(format!("{}, {}", voice.person(passed.by), voice.at(passed.recorded))),
    );
    let (number, version) = (facts.number.as_str(), facts.version.to_string());
    let plan = voice.with("test-report-plan-version", &[("number", number), ("version", &version)]);
    let mut rows: Vec<(&str, Cell)> = Vec::new();
    if let Some(test) = &facts.test {
        rows.push(("test-report-test", test.number.clone().into()));
    }
    rows.extend([
        ("drill-plan", Cell::from(plan)),
        ("plan-stage", Cell::from(voice.word("plan-stage", &facts.stage)).signed(sign)),
        ("guide-approved-by", approved.into()),
        ("test-report-kind-of-test", voice.word("drill-kind", &about.kind).into()),
        ("plan-field-scenario", voice.text(&about.scenario).into()),
    ]);
    if let Some(test) = &facts.test {
        let arranged = &test.arrangement;
        rows.extend([
            ("drill-planned", voice.moment(test.planned).into()),
            ("drill-until", voice.moment_text(test.until).into()),
            ("drill-place", voice.text(&arranged.place).into()),
            ("drill-environment", voice.text(&arranged.environment).into()),
        ]);
        if !test.unapproved.is_empty() {
            rows.push(("drill-unapproved", voice.text(&test.unapproved).into()));
        }
    }
    rows.into_iter().map(|(id, cell)| (voice.t(id).into(), cell)).collect()
}

/// What somebody writes down once for all steps.
fn heads(voice: &Voice<'_>, test: Option<&BookedTest>) -> Vec<FormRow> {
    let field = |id: &str, share: u16| Field::new(voice.t(id), share);
    let number =
        field("steps-test", 2).filled(test.map_or_else(Text::default, |test| test.number.clone().into()));
    let lead = field("steps-lead", 3)
        .filled(test.map_or_else(Text::default, |test| voice.person(test.coordinator).into()));
    vec![
        vec![number, lead, field("gobag-log-writer", 3)],
        vec![field("steps-begun", 1), field("steps-ended", 1), field("steps-guide", 1)],
    ]
}

fn objectives(voice: &Voice<'_>, rows: &[PlanObjective]) -> Table {
    let row = |held: &PlanObjective| {
        Row::Cells(vec![
            voice.text(&held.text).into(),
            voice.text(&held.criterion).into(),
            Cell::from("\u{a0}\n\u{a0}"),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(voice.t("plan-column-objective"), 3),
            Column::share(voice.t("plan-column-criterion"), 3),
            Column::share(voice.t("steps-reached"), 2),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

/// Seats with people and deputies; of a test also whoever takes part and watches.
fn people(voice: &Voice<'_>, facts: &PlanStepsFacts) -> Vec<Block> {
    let seats = &facts.content.about.seats;
    let mut out = Vec::new();
    if !seats.is_empty() {
        out.push(chapter(voice, "plan-sheet-seats"));
        out.push(Block::Table(table(voice, facts, seats)));
    }
    let Some(test) = &facts.test else { return out };
    let arranged = &test.arrangement;
    out.push(chapter(voice, "drill-participants"));
    if !arranged.participants.is_empty() {
        out.push(Block::Table(participants(voice, facts, &arranged.participants)));
    }
    let watching = if arranged.observers.is_empty() {
        Text::quiet(voice.t("report-none"))
    } else {
        voice.people(&arranged.observers)
    };
    let mut beside = vec![(Text::from(voice.t("drill-observers")), Cell::from(watching))];
    if !arranged.third_parties.trim().is_empty() {
        beside.push((voice.t("drill-third-parties").into(), voice.text(&arranged.third_parties).into()));
    }
    out.push(Block::Pairs(beside));
    out
}

/// A person with the telephone number that is wanted when the network is gone.
fn reached(voice: &Voice<'_>, facts: &PlanStepsFacts, person: Option<PersonId>) -> Cell {
    let Some(person) = person else { return voice.missing().into() };
    let phone = facts.phones.get(&person).map(|phone| Text::quiet(voice.text(phone).words()));
    Cell::of([Some(Text::plain(voice.person(person))), phone].into_iter().flatten().collect())
}

fn table(voice: &Voice<'_>, facts: &PlanStepsFacts, seats: &[Seat]) -> Table {
    let row = |seat: &Seat| {
        let (person, deputy) = (reached(voice, facts, seat.person), reached(voice, facts, seat.deputy));
        Row::Cells(vec![voice.text(&seat.role).into(), person, deputy])
    };
    Table {
        caption: None,
        columns: ["plan-column-role", "plan-column-person", "plan-column-deputy"]
            .map(|id| Column::share(voice.t(id), 1))
            .to_vec(),
        rows: seats.iter().map(row).collect(),
    }
}

fn participants(voice: &Voice<'_>, facts: &PlanStepsFacts, rows: &[Participant]) -> Table {
    let row = |held: &Participant| {
        let stands_for =
            held.deputy_for.map_or_else(|| Text::quiet("–"), |person| voice.person(person).into());
        let (person, role) = (reached(voice, facts, Some(held.person)), voice.text(&held.role));
        Row::Cells(vec![person, role.into(), stands_for.into(), Cell::default()])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(voice.t("plan-column-person"), 3),
            Column::share(voice.t("plan-column-role"), 3),
            Column::share(voice.t("drill-deputy"), 3),
            Column::share(voice.t("steps-present"), 2),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

/// The clock of a service: its objectives, and room for when it began, when it ended and which data came back.
fn clock(voice: &Voice<'_>, facts: &PlanStepsFacts, target: &ServiceTarget) -> Vec<FormRow> {
    let name = facts.services.get(&target.service);
    let name = name.map_or_else(|| voice.t("paper-service-unknown"), |name| voice.text(name).words());
    let length = |minutes: Option<u32>| {
        minutes.map_or_else(
            || voice.t("not-recorded"),
            |minutes| voice.length(Length::minutes(i64::from(minutes))),
        )
    };
    let (rto, rpo) = (length(target.rto_minutes), length(target.rpo_minutes));
    let wanted = voice.with("steps-objectives", &[("rto", &rto), ("rpo", &rpo)]);
    let at = |id: &str, event: &str| {
        let event =
            Some(event.trim()).filter(|event| !event.is_empty()).map(|event| voice.text(event).words());
        let label = voice.t(id);
        Field::new(event.map_or_else(|| label.clone(), |event| format!("{label}: {event}")), 3)
    };
    vec![vec![
        Field::new(voice.t("plan-column-service"), 4)
            .filled(Text::strong(name).then(Text::quiet(format!("\n{wanted}")))),
        at("steps-clock-begins", &target.starts_with),
        at("steps-clock-ends", &target.ends_with),
        Field::new(voice.t("steps-data-point"), 3),
    ]]
}
