//! Today on paper: what needs somebody at an instant, as the screen of the same name shows it. Knows no page, no log and
//! no clock.

use rusqlite::Connection;

use super::document::{Block, Cell, Column, Document, Row, Sign, Table, Text, Tone};
use super::frame::{Frame, PaperAsked, chapter};
use super::typeset::{Rendered, TypesetError, render};
use super::voice::Voice;
use crate::queries::views::{HomeView, Need, RegisterRow, RunningEmergency, RunningTest, Urgency};
use crate::queries::{QueryFault, home, organisation};
use crate::time::Precision;

/// At most this many promises stand beside a running emergency.
const PROMISES: usize = 3;

/// Everything that the paper prints. Plain data.
#[derive(Debug, Clone)]
pub struct TodayFacts {
    /// What the paper says of itself.
    pub frame: Frame,
    /// What needs somebody at the instant of the frame.
    pub home: HomeView,
}

/// The facts at the head of the log; equal logs and equal questions give equal facts.
///
/// # Errors
/// When the log cannot be read.
pub fn gather(conn: &Connection, asked: &PaperAsked) -> Result<TodayFacts, QueryFault> {
    let frame = Frame::gather(conn, &organisation::view(conn)?, asked)?;
    Ok(TodayFacts { frame, home: home::view(conn, asked.at)? })
}

/// The paper as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print(facts: &TodayFacts) -> Result<Rendered, TypesetError> {
    render(&document(facts)?)
}

/// The paper. Equal facts give equal documents.
///
/// # Errors
/// A damaged embedded face.
pub fn document(facts: &TodayFacts) -> Result<Document, TypesetError> {
    let voice = facts.frame.voice()?;
    let title = voice.t("area-today");
    let mut blocks = vec![facts.frame.cover(&voice, title.clone(), counts(&voice, &facts.home))];
    if !facts.home.running.is_empty() {
        blocks.push(chapter(&voice, "today-running"));
        blocks.push(Block::Table(running(&voice, facts)));
    }
    if !facts.home.tests.is_empty() {
        blocks.push(chapter(&voice, "today-tests-running"));
        blocks.push(Block::Table(tests(&voice, facts)));
    }
    blocks.extend(nothing(&voice, &facts.home));
    for urgency in Urgency::ALL {
        let needs: Vec<&Need> = facts.home.needs.iter().filter(|need| need.urgency == urgency).collect();
        if !needs.is_empty() {
            blocks.push(chapter(&voice, group(urgency)));
            blocks.push(Block::Table(waiting(&voice, facts, &needs)));
        }
    }
    if !facts.home.recent.is_empty() {
        blocks.push(chapter(&voice, "today-recent"));
        blocks.push(Block::Table(recent(&voice, &facts.home.recent)));
    }
    Ok(facts.frame.document(&voice, &title, blocks))
}

fn group(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Late => "today-late",
        Urgency::Day => "today-day",
        Urgency::Open => "today-open",
        Urgency::Later => "today-later",
    }
}

fn counts(voice: &Voice<'_>, home: &HomeView) -> Vec<(Text, Cell)> {
    let count = |urgency| home.needs.iter().filter(|need| need.urgency == urgency).count();
    let (late, emergencies) = (count(Urgency::Late), home.running.len());
    let marked = |count: usize, sign: Sign| {
        let cell = Cell::from(voice.count(count));
        if count > 0 { cell.signed(sign) } else { cell }
    };
    vec![
        (voice.t("today-running").into(), marked(emergencies, Sign::Grave)),
        (voice.t("today-late").into(), marked(late, Sign::Broken)),
        (voice.t("today-day").into(), voice.count(count(Urgency::Day)).into()),
        (voice.t("paper-register").into(), register(voice, home).into()),
    ]
}

fn register(voice: &Voice<'_>, home: &HomeView) -> String {
    let counts = [("incidents", home.incidents.into()), ("emergencies", home.emergencies.into())];
    voice.counted("paper-register-counts", &counts)
}

/// What is said where nothing is due within a day.
fn nothing(voice: &Voice<'_>, home: &HomeView) -> Vec<Block> {
    let said = |text: String| vec![Block::Paragraph { text: text.into(), tone: Tone::Body }];
    match home.needs.first() {
        None if home.incidents == 0 => said(voice.t("today-empty-workspace")),
        None => said(format!("{} {}", voice.t("today-nothing"), voice.t("today-nothing-hint"))),
        Some(Need { urgency: Urgency::Later, due: Some(due), number, title, .. }) => {
            let when = voice.said(*due);
            let number = if number.is_empty() { title } else { number };
            said(voice.with("today-nothing-next", &[("when", &when), ("number", number)]))
        }
        Some(_) => Vec::new(),
    }
}

fn running(voice: &Voice<'_>, facts: &TodayFacts) -> Table {
    let row = |emergency: &RunningEmergency| {
        Row::Cells(vec![
            emergency.number.clone().into(),
            Cell::of(promises(voice, facts, emergency)),
            voice.word("phase", &emergency.phase).into(),
            since(voice, facts, emergency).into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(voice.t("register-number")),
            Column::share(voice.t("paper-col-promises"), 2),
            Column::share(voice.t("register-phase"), 1).whole(),
            Column::fit(voice.t("paper-col-since")),
        ],
        rows: facts.home.running.iter().map(row).collect(),
    }
}

/// Tests that are being conducted: by whom, how far, since when.
fn tests(voice: &Voice<'_>, facts: &TodayFacts) -> Table {
    let row = |test: &RunningTest| {
        let by = voice.with("today-test-by", &[("name", &voice.person(test.coordinator))]);
        let (done, all, steps) = (test.done.to_string(), test.all.to_string(), test.steps.join(", "));
        let far = if steps.is_empty() {
            voice.with("shell-test-steps", &[("done", &done), ("all", &all)])
        } else {
            voice.with("shell-test-step", &[("steps", &steps), ("done", &done), ("all", &all)])
        };
        let state = voice.t(if test.interrupted { "shell-test-interrupted" } else { "shell-test-running" });
        Row::Cells(vec![
            test.number.clone().into(),
            Cell::of(vec![Text::strong(voice.text(&test.title).words()), Text::quiet(by)]),
            Cell::of(vec![Text::plain(state), Text::quiet(far)]),
            Text::plain(voice.moment(test.since)).into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(voice.t("register-number")),
            Column::share(voice.t("paper-col-about"), 2),
            Column::share(voice.t("register-phase"), 2),
            Column::fit(voice.t("paper-col-since")),
        ],
        rows: facts.home.tests.iter().map(row).collect(),
    }
}

/// The title of a running emergency, who leads it, and what it promised next.
fn promises(voice: &Voice<'_>, facts: &TodayFacts, emergency: &RunningEmergency) -> Vec<Text> {
    let lead = emergency.lead.map_or_else(|| voice.t("today-no-lead"), |lead| voice.person(lead));
    let lead = format!("{}: {lead}", voice.t("team-role-lead"));
    let mut out = vec![Text::strong(voice.text(&emergency.title).words()), Text::quiet(lead)];
    let of_this = facts.home.needs.iter().filter(|need| need.record == emergency.record);
    let dated = of_this.filter_map(|need| need.due.map(|due| (need, due))).take(PROMISES);
    out.extend(dated.map(|(need, due)| {
        let (kind, when) = (voice.word("need", &need.kind), voice.distance(due.at, facts.frame.asked.at));
        Text::plain(voice.with("paper-promise", &[("kind", &kind), ("when", &when)]))
    }));
    out
}

fn since(voice: &Voice<'_>, facts: &TodayFacts, emergency: &RunningEmergency) -> Text {
    let Some(since) = emergency.since else { return Text::quiet(voice.t("today-no-start")) };
    match since.precision {
        Precision::Exact | Precision::About => {
            let length = voice.rough(since.at.until(facts.frame.asked.at));
            Text::strong(format!("{length}\n")).then(voice.moment(since).into())
        }
        Precision::Unknown => voice.moment(since).into(),
    }
}

fn waiting(voice: &Voice<'_>, facts: &TodayFacts, needs: &[&Need]) -> Table {
    let row = |need: &&Need| {
        Row::Cells(vec![
            need.number.clone().into(),
            voice.word("need", &need.kind).into(),
            Cell::of(about(voice, need)),
            due(voice, facts, need),
        ])
    };
    Table {
        caption: None,
        // Shares, so that the columns of all groups stand below each other.
        columns: vec![
            Column::fit(voice.t("register-number")),
            Column::share(voice.t("paper-col-need"), 9).whole(),
            Column::share(voice.t("paper-col-about"), 13),
            Column::share(voice.t("report-col-due"), 13),
        ],
        rows: needs.iter().map(row).collect(),
    }
}

/// What is to be done and by whom, and which record it belongs to.
fn about(voice: &Voice<'_>, need: &Need) -> Vec<Text> {
    let mut out = Vec::new();
    if !need.text.trim().is_empty() {
        out.push(voice.text(&need.text));
    }
    let title = voice.text(&need.title).words();
    out.push(if out.is_empty() { Text::plain(title) } else { Text::quiet(title) });
    if let Some(owner) = need.owner {
        let person = voice.person(owner);
        out.push(Text::quiet(voice.with("paper-owner", &[("person", &person)])));
    }
    out
}

fn due(voice: &Voice<'_>, facts: &TodayFacts, need: &Need) -> Cell {
    let Some(due) = need.due else { return Text::quiet(voice.t("paper-undated")).into() };
    let far = format!("{}\n", voice.distance(due.at, facts.frame.asked.at));
    let when = Text::plain(voice.moment(due));
    match need.urgency {
        Urgency::Late => Cell::from(Text::strong(far).then(when)).signed(Sign::Broken),
        Urgency::Day => Text::strong(far).then(when).into(),
        Urgency::Open | Urgency::Later => Text::plain(far).then(when).into(),
    }
}

fn recent(voice: &Voice<'_>, rows: &[RegisterRow]) -> Table {
    let row = |row: &RegisterRow| {
        Row::Cells(vec![
            row.number.clone().into(),
            voice.text(&row.title).into(),
            voice.word("phase", &row.phase).into(),
            voice.at(row.changed).into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(voice.t("register-number")),
            Column::share(voice.t("register-title"), 3),
            Column::share(voice.t("register-phase"), 2).whole(),
            Column::fit(voice.t("paper-col-changed")),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
