//! What was done: the steps planned and actual, the services, notes, lapses and pauses: fields 11, 12, 18.

use super::says::Says;
use crate::domain::drill::{ClockWithdrawal, Outcome, ServiceOutcome};
use crate::queries::views::{AttemptView, DrillStepView};
use crate::reports::document::{Block, Cell, Column, Drawing, Figure, Gantt, Lane, Row, Table, Text};
use crate::reports::edition::section;
use crate::reports::frame::{chapter, note};
use crate::time::Length;

/// At most so many lanes stand in one drawing, so that it fits on a page.
const LANES: usize = 24;
/// Lengths between two marks of the axis, in minutes.
const STEPS: [i64; 11] = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1_440];
/// At most this many marks.
const MARKS: i64 = 8;

/// The chapter.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let mut out = vec![chapter(says, "test-report-h-course"), section(says, "test-report-h-steps")];
    if view.started.is_none() {
        out.push(note(says.t("test-report-not-begun")));
    }
    if !view.steps.is_empty() {
        if view.started.is_some() {
            out.extend(view.steps.chunks(LANES).map(|steps| Block::Figure(strip(says, steps))));
        }
        out.push(Block::Table(steps(says)));
    }
    out.push(section(says, "drill-tab-recovery"));
    if view.services.is_empty() {
        out.push(note(says.t("test-report-services-none")));
    } else {
        out.push(Block::Table(services(says, &view.services)));
        out.extend(view.services.iter().flat_map(|held| withdrawn(says, held)));
    }
    out.push(section(says, "test-report-h-log"));
    out.push(match log(says) {
        rows if rows.is_empty() => note(says.t("drill-notes-none")),
        rows => Block::Table(Table {
            caption: None,
            columns: vec![
                Column::fit(says.t("report-col-time")),
                Column::fit(says.t("report-col-kind")),
                Column::share(says.t("report-col-entry"), 1),
            ],
            rows,
        }),
    });
    for apart in view.elapsed.iter().flat_map(|elapsed| &elapsed.disagreements) {
        let stopwatch = says.length(apart.stopwatch);
        let values = [("wall", says.length(apart.wall)), ("stopwatch", stopwatch)];
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        out.push(note(says.with("drill-apart", &values)));
    }
    out
}

/// The steps on one axis, from the start of the test, without pauses.
fn strip(says: &Says<'_>, steps: &[DrillStepView]) -> Figure {
    let lane = |held: &DrillStepView| {
        let seconds = |millis: i64| millis / 1_000;
        let attempts = held.attempts.iter().filter_map(|attempt| {
            let whole = attempt.outcome == Some(Outcome::Passed);
            Some((seconds(attempt.begins_ms?), seconds(attempt.ends_ms?), whole))
        });
        Lane {
            label: format!("{} {}", held.step.number, held.step.title),
            planned: (i64::from(held.planned.begins) * 60, i64::from(held.planned.ends) * 60),
            actual: attempts.collect(),
        }
    };
    let lanes: Vec<Lane> = steps.iter().map(lane).collect();
    let ends = lanes.iter().flat_map(|lane| lane.actual.iter().map(|held| held.1).chain([lane.planned.1]));
    let minutes = (ends.max().unwrap_or(0) / 60).max(1);
    let step = STEPS.into_iter().find(|step| minutes / step <= MARKS).unwrap_or(minutes / MARKS);
    let mark = |at: i64| (at * 60, format!("{}:{:02}", at / 60, at % 60));
    let ticks = (0..=minutes / step).map(|count| mark(count * step)).collect();
    let spoken: Vec<String> = steps.iter().map(|held| aloud(says, held)).collect();
    let lanes =
        lanes.into_iter().map(|lane| Lane { label: says.text(&lane.label).words(), ..lane }).collect();
    Figure {
        caption: says.t("drill-strip-legend").into(),
        alternative: says.with("test-report-strip-alternative", &[("steps", &spoken.join(" "))]),
        drawing: Drawing::Gantt(Gantt { ticks, lanes }),
        table: None,
    }
}

/// A step of the drawing in words.
fn aloud(says: &Says<'_>, held: &DrillStepView) -> String {
    let minutes = |minutes: u32| says.length(Length::minutes(i64::from(minutes)));
    let last = held.attempts.last();
    let actual = last.and_then(|attempt| Some(Length::millis(attempt.ends_ms? - attempt.begins_ms?)));
    let actual = actual.map_or_else(|| says.t("not-recorded"), |length| says.length(length));
    let values = [
        ("number", held.step.number.clone()),
        ("title", held.step.title.clone()),
        ("begins", minutes(held.planned.begins)),
        ("length", minutes(held.planned.ends - held.planned.begins)),
        ("actual", actual),
        ("state", says.word("step-state", &held.state)),
    ];
    let values: Vec<_> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    says.with("drill-strip-step", &values)
}

fn steps(says: &Says<'_>) -> Table {
    let mut rows = Vec::new();
    for held in &says.facts.view.steps {
        if held.attempts.is_empty() {
            let planned = planned(says, held);
            let none = || Cell::from(Text::quiet("–"));
            rows.push(Row::Cells(vec![named(says, held), planned, none(), says.state(held.state), none()]));
        }
        for attempt in &held.attempts {
            rows.push(attempted(says, held, attempt));
        }
    }
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("report-col-step"), 4),
            Column::fit(says.t("drill-column-planned")),
            Column::share(says.t("test-report-col-actual"), 3),
            Column::fit(says.t("report-col-result")).whole(),
            Column::share(says.t("report-col-deviation"), 4),
        ],
        rows,
    }
}

fn planned(says: &Says<'_>, held: &DrillStepView) -> Cell {
    let minutes = |minutes: u32| says.length(Length::minutes(i64::from(minutes)));
    let length = held.planned.ends - held.planned.begins;
    Cell::of(vec![minutes(held.planned.begins).into(), Text::quiet(minutes(length))])
}

/// The step with its role and whether it counts.
fn named(says: &Says<'_>, held: &DrillStepView) -> Cell {
    let title = format!("{} {}", held.step.number, held.step.title);
    let role = held.step.role.trim();
    let counts = says.t(if held.step.counted { "test-report-counted" } else { "test-report-preparation" });
    let aside = if role.is_empty() { counts } else { format!("{role} · {counts}") };
    Cell::of(vec![says.text(&title), Text::quiet(says.text(&aside).words())])
}

fn attempted(says: &Says<'_>, held: &DrillStepView, attempt: &AttemptView) -> Row {
    let mut actual = Vec::new();
    for stamp in [&attempt.started, &attempt.ended] {
        actual.push(stamp.as_ref().map_or_else(|| says.missing(), |stamp| says.briefly(&stamp.timed).into()));
    }
    if let Some(person) = attempt.person {
        actual.push(Text::quiet(says.person(person)));
    }
    let mut result = match attempt.outcome {
        Some(outcome) => says.state(crate::domain::drill::StepState::of(outcome)),
        None => says.state(crate::domain::drill::StepState::Running),
    };
    if held.attempts.len() > 1 {
        let number = attempt.number.to_string();
        result.texts.push(Text::quiet(says.with("drill-attempt", &[("number", &number)])));
    }
    let mut deviation = Vec::new();
    if !attempt.text.trim().is_empty() {
        deviation.push(says.text(&attempt.text));
    }
    if !attempt.despite.trim().is_empty() {
        deviation.push(says.text(&says.with("drill-despite-said", &[("reason", &attempt.despite)])));
    }
    for corrected in &attempt.corrected {
        let was = says.word("step-state", &crate::domain::drill::StepState::of(corrected.outcome));
        let name = says.person(corrected.by);
        let values = [("was", was.as_str()), ("name", &name), ("reason", &corrected.reason)];
        deviation.push(Text::quiet(says.text(&says.with("drill-corrected", &values)).words()));
    }
    for was in &attempt.retimed {
        let times: Vec<String> =
            [was.begun, was.ended].into_iter().flatten().map(|at| says.moment(at)).collect();
        let (times, name) = (times.join(" – "), says.person(was.by));
        let values = [("was", times.as_str()), ("name", &name), ("reason", &was.reason)];
        deviation.push(Text::quiet(says.text(&says.with("drill-retimed", &values)).words()));
    }
    let files = says.facts.view.evidence.iter().filter(|file| file.step == Some(held.step.id));
    let files: Vec<&str> = files.map(|file| file.evidence.name.as_str()).collect();
    if !files.is_empty() && attempt.number == held.attempts.last().map_or(1, |last| last.number) {
        let line = says.with("test-report-evidence-line", &[("files", &files.join(", "))]);
        deviation.push(Text::quiet(says.text(&line).words()));
    }
    if deviation.is_empty() {
        deviation.push(Text::quiet("–"));
    }
    Row::Cells(vec![named(says, held), planned(says, held), Cell::of(actual), result, Cell::of(deviation)])
}

fn services(says: &Says<'_>, rows: &[ServiceOutcome]) -> Table {
    let event = |event: &Option<String>, at: Option<crate::time::Instant>| {
        let Some(event) = event else { return says.missing().into() };
        let name = if event.trim().is_empty() {
            Text::quiet(says.t("drill-event-unnamed"))
        } else {
            says.text(event)
        };
        let at = at.map(|at| Text::quiet(says.at(at)));
        Cell::of([Some(name), at].into_iter().flatten().collect())
    };
    let measured = |objective: Option<u32>, length: Option<Length>, met: Option<bool>| {
        let mut cell = says.met(met);
        let said = says.length_text(length).words();
        let goal = says.with("report-objective", &[("length", &says.minutes(objective).words())]);
        cell.texts = vec![Text::strong(said), Text::quiet(goal), cell.texts.remove(0)];
        cell
    };
    let row = |held: &ServiceOutcome| {
        let recovered = held
            .recovered
            .map_or_else(|| says.missing(), |recovered| says.word("recovered", &recovered).into());
        Row::Cells(vec![
            Cell::of(vec![says.service(held.service), recovered]),
            event(&held.started, held.started_at),
            event(&held.stopped, held.stopped_at),
            measured(held.target.rto_minutes, held.recovery, held.rto_met),
            measured(held.target.rpo_minutes, held.data_loss, held.rpo_met),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("report-col-service"), 3),
            Column::share(says.t("drill-clock-begun"), 3),
            Column::share(says.t("drill-clock-ended"), 3),
            Column::share(says.t("test-report-col-rto"), 2),
            Column::share(says.t("test-report-col-rpo"), 2),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

/// Presses of a clock that were taken back.
fn withdrawn(says: &Says<'_>, held: &ServiceOutcome) -> Vec<Block> {
    let line = |was: &ClockWithdrawal| {
        let (press, when) = (says.word("clock-press", &was.press), says.moment(was.was));
        let name = says.person(was.by);
        let values = [("press", press.as_str()), ("when", &when), ("name", &name), ("reason", &was.reason)];
        let service = says.service(held.service).words();
        note(format!("{service}: {}", says.text(&says.with("drill-withdrawn", &values)).words()))
    };
    held.withdrawn.iter().map(line).collect()
}

/// Notes, observations, lapses, pauses and hand-overs by their time.
fn log(says: &Says<'_>) -> Vec<Row> {
    let view = &says.facts.view;
    let mut lines = Vec::new();
    let step = |id: Option<crate::ids::PartId>| {
        id.map(|id| says.with("drill-of-step", &[("number", &says.step_number(id))]))
    };
    for held in &view.notes {
        let kind = if held.observer.is_some() { "drill-observe" } else { "drill-note" };
        let by =
            held.observer.map(|person| says.with("drill-observed-by", &[("name", &says.person(person))]));
        let aside: Vec<String> = [by, step(held.step)].into_iter().flatten().collect();
        lines.push((&held.stamp, kind, says.text(&held.text), aside.join(" · ")));
    }
    for held in &view.lapses {
        let told = says.with("drill-lapse-told", &[("name", &says.person(held.told))]);
        lines.push((&held.stamp, "drill-lapse-short", says.text(&held.text), told));
    }
    for held in &view.pauses {
        let until = held.until.as_ref().map_or_else(
            || says.t("report-open"),
            |stamp| says.with("paper-period-until", &[("until", &says.timed(&stamp.timed))]),
        );
        lines.push((&held.from, "drill-pause", says.text(&held.reason), until));
    }
    for held in view.coordinators.iter().skip(1) {
        let note = if held.note.trim().is_empty() { Text::default() } else { says.text(&held.note) };
        lines.push((&held.since, "drill-handed-over", Text::plain(says.person(held.person)), note.words()));
    }
    lines.sort_by_key(|(stamp, _, _, _)| (stamp.timed.at.at, stamp.recorded));
    let row = |(stamp, kind, text, aside): (&crate::domain::drill::Stamp, &str, Text, String)| {
        let mut words = vec![text];
        if !aside.is_empty() {
            words.push(Text::quiet(says.text(&aside).words()));
        }
        Row::Cells(vec![says.timed(&stamp.timed).into(), says.t(kind).into(), Cell::of(words)])
    };
    lines.into_iter().map(row).collect()
}
