//! Title page, the first chapter and the plan: fields 1 to 10.

use chrono::Datelike;

use super::says::Says;
use crate::domain::drill::{Participant, Trigger};
use crate::domain::plan::{PlanObjective, Seat};
use crate::reports::document::{Block, Cell, Column, Cover, Row, Sign, Table, Text};
use crate::reports::edition::{paragraph, prose, section};
use crate::reports::frame::{chapter, note};

/// Title page and contents.
pub fn front(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let facts = says.key_data(
        ("test-report-test", view.number.clone().into()),
        ("test-report-kind-of-test", says.word("drill-kind", &view.kind).into()),
        ("report-cover-phase", says.phase().into()),
    );
    let began = view.started.as_ref().map_or(view.planned.at, |stamp| stamp.timed.at.at);
    vec![
        Block::Cover(Cover {
            kicker: says.kicker(&says.t("test-report-kind")),
            title: says.text(&view.title),
            subtitle: Some(says.long_day(began).into()),
            facts,
        }),
        paragraph(Text::strong(says.t("report-glance"))),
        Block::Pairs(glance(says)),
        Block::Contents { title: says.t("report-contents") },
    ]
}

/// What management asks first.
fn glance(says: &Says<'_>) -> Vec<(Text, Cell)> {
    let facts = says.facts;
    let counted = facts.view.steps.iter().filter(|held| held.step.counted);
    let passed = counted.clone().filter(|held| held.state == crate::domain::drill::StepState::Passed).count();
    let (passed, counted) = (says.count(passed), says.count(counted.count()));
    let steps = says.with("test-report-steps-passed", &[("passed", &passed), ("counted", &counted)]);
    let elapsed =
        facts.view.elapsed.as_ref().map(|held| says.length(crate::time::Length::millis(held.running_ms)));
    let elapsed = elapsed.map_or_else(|| says.missing(), Text::plain);
    let mut rows: Vec<(Text, Cell)> = vec![
        (says.t("drill-verdict").into(), says.verdict()),
        (says.t("drill-live-timer").into(), elapsed.into()),
        (says.t("test-report-counted-steps").into(), steps.into()),
    ];
    for outcome in &facts.view.services {
        let recovered = outcome
            .recovered
            .map_or_else(|| says.missing(), |recovered| says.word("recovered", &recovered).into());
        rows.push((says.service(outcome.service), recovered.into()));
    }
    rows.push((says.t("test-report-findings").into(), says.count(facts.findings.len()).into()));
    rows
}

/// Why, when and where it took place.
fn occasion(says: &Says<'_>) -> Vec<(Text, Cell)> {
    let view = &says.facts.view;
    let arranged = &view.arrangement;
    let ended = view.over.as_ref().map(|stamp| says.timed(&stamp.timed));
    let began = view.started.as_ref().map(|stamp| says.timed(&stamp.timed));
    let said = |text: Option<String>| text.map_or_else(|| says.missing(), Text::plain);
    let mut rows: Vec<(Text, Cell)> = vec![
        (says.t("test-report-kind-of-test").into(), says.word("drill-kind", &view.kind).into()),
        (says.t("drill-trigger").into(), says.word("drill-trigger", &view.trigger).into()),
        (says.t("test-report-year").into(), year(says).into()),
        (says.t("drill-occasion").into(), says.text(&view.occasion).into()),
        (says.t("test-report-duty").into(), duty(says)),
        (says.t("drill-planned").into(), says.moment(view.planned).into()),
        (says.t("drill-until").into(), says.moment_text(view.until).into()),
        (says.t("test-report-began").into(), said(began).into()),
        (says.t("test-report-ended").into(), said(ended).into()),
        (says.t("drill-place").into(), says.text(&arranged.place).into()),
        (says.t("drill-environment").into(), says.text(&arranged.environment).into()),
    ];
    for moved in &view.moved {
        let (was, by) = (says.moment(moved.was), says.person(moved.by));
        let line = says.with("test-report-moved", &[("was", &was), ("name", &by), ("reason", &moved.reason)]);
        rows.push((says.t("drill-moved").into(), says.text(&line).into()));
    }
    if let Some(reason) = &view.aborted {
        rows.push((says.t("drill-live-aborted").into(), says.text(reason).into()));
    }
    rows
}

/// The year of the test, which is that of its end as the ledger counts it.
fn year(says: &Says<'_>) -> String {
    let view = &says.facts.view;
    let stamp = view.over.as_ref().or(view.started.as_ref());
    let at = stamp.map_or(view.planned.at, |stamp| stamp.timed.at.at);
    let year = says.local(at).year().to_string();
    match view.trigger {
        Trigger::Yearly => says.with("test-report-yearly", &[("year", &year)]),
        Trigger::AfterChange | Trigger::AfterEmergency | Trigger::Retest | Trigger::OnDemand => year,
    }
}

/// The duty, and whether this test fulfils it.
fn duty(says: &Says<'_>) -> Cell {
    let (line, sign) = match says.facts.yearly.counted {
        Ok(day) => {
            let when = says.date(day.date());
            (says.with("test-report-duty-kept", &[("when", &when)]), Sign::Kept)
        }
        Err(why) => {
            let why = says.word("test-report-uncounted", &why);
            (says.with("test-report-duty-open", &[("why", &why)]), Sign::Open)
        }
    };
    Cell::of(vec![says.t("duty-32").into(), Text::quiet(line)]).signed(sign)
}

/// Chapter 1.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let arranged = &view.arrangement;
    let sponsor = arranged.sponsor.map_or_else(|| says.missing(), |person| says.person(person).into());
    let people: Vec<(Text, Cell)> = vec![
        (says.t("drill-sponsor").into(), sponsor.into()),
        (says.t("drill-lead").into(), says.person(arranged.lead).into()),
        (says.t("drill-observers").into(), says.people(&arranged.observers).into()),
        (says.t("drill-third-parties").into(), says.text(&arranged.third_parties).into()),
    ];
    let mut out = vec![
        chapter(says, "report-h-overview"),
        section(says, "test-report-h-occasion"),
        Block::Pairs(occasion(says)),
        section(says, "test-report-h-people"),
        Block::Pairs(people),
    ];
    if arranged.participants.is_empty() {
        out.push(note(says.t("drill-participants-none")));
    } else {
        out.push(Block::Table(participants(says, &arranged.participants)));
    }
    out.push(section(says, "report-h-about"));
    let issued: Vec<_> =
        view.reports.iter().map(|held| (held.number.as_str(), held.at, held.approver)).collect();
    out.extend(says.about(gaps(says), &issued));
    out
}

fn participants(says: &Says<'_>, rows: &[Participant]) -> Table {
    let row = |held: &Participant| {
        let presence = match held.present {
            Some(true) => Cell::from(says.t("drill-present")).signed(Sign::Kept),
            Some(false) => Cell::from(says.t("drill-absent")).signed(Sign::Broken),
            None => says.missing().into(),
        };
        let stands_for =
            held.deputy_for.map_or_else(|| Text::quiet("–"), |person| says.person(person).into());
        Row::Cells(vec![
            says.person(held.person).into(),
            says.text(&held.role).into(),
            stands_for.into(),
            presence,
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("plan-column-person"), 2),
            Column::share(says.t("plan-column-role"), 2),
            Column::share(says.t("drill-deputy"), 2),
            Column::fit(says.t("drill-presence")).whole(),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

/// What is missing before the report can be issued.
fn gaps(says: &Says<'_>) -> Vec<Text> {
    let view = &says.facts.view;
    if view.phase.is_approved() {
        return Vec::new();
    }
    let missing = view.result_gaps.iter().map(|gap| says.gap(gap));
    missing.chain([says.t("test-report-gap-approval").into()]).collect()
}

/// Chapter 2: what was fixed before.
pub fn plan(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let about = &view.about;
    let version = view.plan.version.to_string();
    let number = view.plan.number.to_string();
    let used = says.with("test-report-plan-version", &[("number", &number), ("version", &version)]);
    let approval = match (&says.facts.plan_approved, view.plan.unapproved.as_str()) {
        (Some((person, at)), _) => {
            let (name, when) = (says.person(*person), says.at(*at));
            Text::plain(says.with("test-report-plan-approved", &[("name", &name), ("when", &when)]))
        }
        (None, "") => Text::quiet(says.t("drill-unapproved")),
        (None, reason) => says.text(&says.with("test-report-plan-unapproved", &[("reason", reason)])),
    };
    let guide = view.guide.as_ref().map_or_else(
        || says.missing(),
        |guide| {
            let values = [("number", guide.title.as_str()), ("version", guide.version.as_str())];
            says.text(&says.with("test-report-plan-version", &values))
        },
    );
    let missing = if about.missing.is_empty() {
        Text::quiet(says.t("report-none"))
    } else {
        says.people(&about.missing)
    };
    let mut out = vec![
        chapter(says, "test-report-h-plan"),
        section(says, "test-report-h-basis"),
        Block::Pairs(vec![
            (says.t("drill-plan").into(), used.into()),
            (says.t("test-report-plan-approval").into(), approval.into()),
            (says.t("report-guide").into(), guide.into()),
        ]),
        section(says, "plan-field-scenario"),
        paragraph(Text::strong(says.text(&view.scenario).words())),
    ];
    out.extend(prose(says, &about.background));
    out.push(Block::Pairs(vec![
        (says.t("plan-field-scope").into(), says.text(&about.scope).into()),
        (says.t("plan-field-limits").into(), says.text(&about.limits).into()),
        (says.t("plan-field-stop-rules").into(), says.text(&about.stop_rules).into()),
        (says.t("plan-field-assumptions").into(), says.text(&about.assumptions).into()),
        (says.t("plan-field-missing").into(), missing.into()),
    ]));
    out.push(section(says, "plan-sheet-objectives"));
    if about.objectives.is_empty() {
        out.push(note(says.t("test-report-objectives-none")));
    } else {
        out.push(Block::Table(objectives(says, &about.objectives)));
    }
    if !about.seats.is_empty() {
        out.push(section(says, "plan-sheet-seats"));
        out.push(Block::Table(seats(says, &about.seats)));
    }
    out
}

/// Objectives with their criteria, and how each was reached.
fn objectives(says: &Says<'_>, rows: &[PlanObjective]) -> Table {
    let ratings = says.facts.view.result.as_ref().map(|result| result.ratings.as_slice()).unwrap_or_default();
    let row = |held: &PlanObjective| {
        let rated = ratings.iter().find(|rated| rated.objective == held.id);
        let rating = rated.map_or_else(
            || Cell::from(Text::quiet(says.t("drill-unrated"))),
            |rated| {
                let mut words = vec![Text::plain(says.word("rating", &rated.rating))];
                if !rated.analysis.trim().is_empty() {
                    words.push(Text::quiet(says.text(&rated.analysis).words()));
                }
                Cell::of(words)
            },
        );
        Row::Cells(vec![says.text(&held.text).into(), says.text(&held.criterion).into(), rating])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("plan-column-objective"), 3),
            Column::share(says.t("plan-column-criterion"), 3),
            Column::share(says.t("test-report-col-rating"), 2),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

fn seats(says: &Says<'_>, rows: &[Seat]) -> Table {
    let named = |person: Option<crate::ids::PersonId>| {
        person.map_or_else(|| says.missing(), |person| says.person(person).into())
    };
    let row = |seat: &Seat| {
        Row::Cells(vec![says.text(&seat.role).into(), named(seat.person).into(), named(seat.deputy).into()])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("plan-column-role"), 1),
            Column::share(says.t("plan-column-person"), 1),
            Column::share(says.t("plan-column-deputy"), 1),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
