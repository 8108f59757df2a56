//! The register on paper: the incidents under a question's filters, in its order. Knows no page, no log and no clock.

mod filters;

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::document::{Block, Cell, Column, Document, Row, Table, Text, Tone};
use super::frame::{Frame, PaperAsked, note};
use super::typeset::{Rendered, TypesetError, render};
use super::voice::Voice;
use crate::ids::ServiceId;
use crate::queries::views::{RegisterQuery, RegisterRow};
use crate::queries::{QueryFault, organisation, register};

/// At most this many rows are printed; the paper says so where there are more.
pub const MOST: usize = 2_000;

/// The most rows that the register answers at once.
const PAGE: u32 = 500;

/// Everything that the paper prints. Plain data.
#[derive(Debug, Clone)]
pub struct RegisterFacts {
    /// What the paper says of itself.
    pub frame: Frame,
    /// What was asked; its page does not count.
    pub query: RegisterQuery,
    /// Conditions that the question has no field for: the row's field with the values that fit.
    pub further: Vec<(String, Vec<String>)>,
    /// Names of services.
    pub services: BTreeMap<ServiceId, String>,
    /// The rows in their order, at most [`MOST`].
    pub rows: Vec<RegisterRow>,
    /// How many there are in all.
    pub total: usize,
    /// How many events the text index is behind; a search may miss what they say.
    pub unindexed: u64,
}

/// Conditions on rows that the question has no field for.
pub struct Further<'a> {
    /// The row's fields with the values that fit, as they are printed.
    pub said: &'a [(String, Vec<String>)],
    /// Whether a row fits them.
    pub fits: &'a dyn Fn(&RegisterRow) -> bool,
}

/// The facts at the head of the log; equal logs and equal questions give equal facts.
///
/// # Errors
/// When the log cannot be read.
pub fn gather(
    conn: &Connection,
    query: &RegisterQuery,
    further: Option<&Further<'_>>,
    asked: &PaperAsked,
) -> Result<RegisterFacts, QueryFault> {
    let organisation = organisation::view(conn)?;
    let mut facts = RegisterFacts {
        frame: Frame::gather(conn, &organisation, asked)?,
        query: query.clone(),
        further: further.map_or_else(Vec::new, |further| further.said.to_vec()),
        services: organisation.services.into_iter().map(|service| (service.id, service.name)).collect(),
        rows: Vec::new(),
        total: 0,
        unindexed: 0,
    };
    let mut totals = register::Totals::default();
    let mut query = RegisterQuery { offset: 0, limit: PAGE, ..query.clone() };
    loop {
        let page = register::page(conn, &query, &mut totals)?;
        let (given, all) = (page.items.len(), usize::try_from(page.total).unwrap_or(usize::MAX));
        facts.unindexed = page.unindexed;
        query.offset = query.offset.saturating_add(u32::try_from(given).unwrap_or(u32::MAX));
        let fitting = page.items.into_iter().filter(|row| further.is_none_or(|further| (further.fits)(row)));
        let fitting: Vec<RegisterRow> = fitting.collect();
        facts.total = if further.is_some() { facts.total + fitting.len() } else { all };
        let room = MOST - facts.rows.len();
        facts.rows.extend(fitting.into_iter().take(room));
        // Conditions that SQLite does not know must be counted to the end.
        if given == 0 || (further.is_none() && facts.rows.len() >= MOST.min(all)) {
            return Ok(facts);
        }
    }
}

/// The paper as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print(facts: &RegisterFacts) -> Result<Rendered, TypesetError> {
    render(&document(facts)?)
}

/// The paper. Equal facts give equal documents.
///
/// # Errors
/// A damaged embedded face.
pub fn document(facts: &RegisterFacts) -> Result<Document, TypesetError> {
    let voice = facts.frame.voice()?;
    let title = voice.t("paper-register-title");
    let mut own: Vec<(Text, Cell)> = vec![
        (voice.t("register-period").into(), filters::period(&voice, &facts.query).into()),
        (voice.t("paper-count").into(), count(&voice, facts).into()),
    ];
    own.extend(filters::pairs(&voice, facts));
    let mut blocks = vec![facts.frame.cover(&voice, title.clone(), own)];
    if facts.unindexed > 0 && !facts.query.search.trim().is_empty() {
        blocks.push(note(voice.counted("register-unindexed", &[("count", facts.unindexed)])));
    }
    if facts.rows.is_empty() {
        let empty = if filters::none(facts) { "register-empty" } else { "register-no-match" };
        blocks.push(Block::Paragraph { text: voice.t(empty).into(), tone: Tone::Body });
    } else {
        blocks.push(Block::Table(table(&voice, &facts.rows)));
    }
    if facts.total > facts.rows.len() {
        blocks.push(note(cut(&voice, facts)));
    }
    Ok(facts.frame.document(&voice, &title, blocks))
}

/// How many rows there are, and that only the first of them are printed where that is so.
fn count(voice: &Voice<'_>, facts: &RegisterFacts) -> String {
    if facts.total > facts.rows.len() { cut(voice, facts) } else { voice.count(facts.total) }
}

fn cut(voice: &Voice<'_>, facts: &RegisterFacts) -> String {
    let (shown, total) = (voice.count(facts.rows.len()), voice.count(facts.total));
    voice.with("paper-cut", &[("shown", &shown), ("total", &total)])
}

fn table(voice: &Voice<'_>, rows: &[RegisterRow]) -> Table {
    Table {
        caption: None,
        columns: vec![
            Column::fit(voice.t("register-number")),
            Column::share(voice.t("register-title"), 5),
            Column::share(voice.t("register-phase"), 3).whole(),
            Column::fit(voice.t("register-severity")),
            Column::fit(voice.t("register-began")),
            Column::fit(voice.t("duration-downtime")).at_end(),
        ],
        rows: rows.iter().map(|row| Row::Cells(cells(voice, row))).collect(),
    }
}

fn cells(voice: &Voice<'_>, row: &RegisterRow) -> Vec<Cell> {
    let title = voice.text(&row.title);
    let title = if row.emergency {
        Text::strong(format!("{} ", voice.t("register-keyword"))).then(title)
    } else {
        title
    };
    let (day, time) = voice.day_and_time(row.began);
    vec![
        row.number.clone().into(),
        title.into(),
        voice.word("phase", &row.phase).into(),
        voice.severity(row.severity),
        Text::plain(format!("{day}\n")).then(Text::quiet(time)).into(),
        row.downtime.map_or_else(|| voice.missing(), |length| voice.rough(length).into()).into(),
    ]
}
