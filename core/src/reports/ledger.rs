//! The ledger of promises on paper: the 33 duties as they stood at the end of a day, and every occurrence that is not kept.
//! Knows no page, no log and no clock.

use rusqlite::Connection;

use super::document::{Block, Cell, Column, Document, Row, Sign, Table, Text, Tone};
use super::frame::{Frame, PaperAsked, chapter, note};
use super::typeset::{Rendered, TypesetError, render};
use super::voice::Voice;
use crate::deadlines::{Deadline, Standing};
use crate::queries::views::{DeadlineRow, DutyRow, LedgerView};
use crate::queries::{QueryFault, deadlines, organisation};
use crate::time::Day;

/// Everything that the paper prints. Plain data.
#[derive(Debug, Clone)]
pub struct LedgerFacts {
    /// What the paper says of itself.
    pub frame: Frame,
    /// The day asked; none is the instant of the frame.
    pub on: Option<Day>,
    /// The duties.
    pub view: LedgerView,
    /// What is overdue or lacks its proof, by duty and date.
    pub wanting: Vec<DeadlineRow>,
}

/// The facts at the head of the log; equal logs and equal questions give equal facts.
///
/// # Errors
/// When the log cannot be read.
pub fn gather(conn: &Connection, on: Option<Day>, asked: &PaperAsked) -> Result<LedgerFacts, QueryFault> {
    let frame = Frame::gather(conn, &organisation::view(conn)?, asked)?;
    let (view, wanting) = deadlines::wanting(conn, on, asked.at)?;
    Ok(LedgerFacts { frame, on, view, wanting })
}

/// The paper as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print(facts: &LedgerFacts) -> Result<Rendered, TypesetError> {
    render(&document(facts)?)
}

/// The paper. Equal facts give equal documents.
///
/// # Errors
/// A damaged embedded face.
pub fn document(facts: &LedgerFacts) -> Result<Document, TypesetError> {
    let voice = facts.frame.voice()?;
    let title = voice.t("paper-ledger-title");
    let mut blocks = vec![facts.frame.cover(&voice, title.clone(), counts(&voice, facts))];
    blocks.push(chapter(&voice, "paper-ledger-duties"));
    blocks.push(Block::Table(duties(&voice, &facts.view)));
    blocks.push(note(voice.t("ledger-history")));
    blocks.push(chapter(&voice, "paper-ledger-wanting"));
    if facts.wanting.is_empty() {
        let nothing = voice.t("paper-ledger-nothing");
        blocks.push(Block::Paragraph { text: nothing.into(), tone: Tone::Body });
    } else {
        blocks.push(Block::Table(wanting(&voice, facts)));
    }
    Ok(facts.frame.document(&voice, &title, blocks))
}

fn counts(voice: &Voice<'_>, facts: &LedgerFacts) -> Vec<(Text, Cell)> {
    let sum = |pick: fn(&DutyRow) -> u32| -> usize {
        facts.view.duties.iter().map(|row| usize::try_from(pick(row)).unwrap_or(usize::MAX)).sum()
    };
    let marked = |count: usize, sign: Sign| {
        let cell = Cell::from(voice.count(count));
        if count > 0 { cell.signed(sign) } else { cell }
    };
    vec![
        (voice.t("deadlines-on").into(), voice.at(facts.view.at).into()),
        (voice.t("standing-kept").into(), voice.count(sum(|row| row.kept)).into()),
        (voice.t("standing-kept-late").into(), voice.count(sum(|row| row.kept_late)).into()),
        (voice.t("standing-due").into(), voice.count(sum(|row| row.due)).into()),
        (voice.t("standing-late").into(), marked(sum(|row| row.late), Sign::Broken)),
        (voice.t("standing-proof-missing").into(), marked(sum(|row| row.proof_missing), Sign::Broken)),
    ]
}

fn duties(voice: &Voice<'_>, view: &LedgerView) -> Table {
    let row = |row: &DutyRow| {
        let count = |of: u32| -> Cell {
            if of == 0 { Text::quiet("–").into() } else { voice.number(of.into()).into() }
        };
        let broken = |of: u32| if of > 0 { count(of).signed(Sign::Broken) } else { count(of) };
        Row::Cells(vec![
            voice.number(row.duty.into()).into(),
            voice.t(&format!("duty-{}", row.duty)).into(),
            count(row.kept),
            count(row.kept_late),
            count(row.due),
            broken(row.late),
            broken(row.proof_missing),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(voice.t("ledger-number")).at_end(),
            Column::share(voice.t("ledger-duty"), 1),
            Column::fit(voice.t("ledger-kept")).at_end(),
            Column::fit(voice.t("ledger-kept-late")).at_end(),
            Column::fit(voice.t("ledger-due")).at_end(),
            Column::fit(voice.t("ledger-late")).at_end(),
            Column::fit(voice.t("ledger-missing")).at_end(),
        ],
        rows: view.duties.iter().map(row).collect(),
    }
}

fn wanting(voice: &Voice<'_>, facts: &LedgerFacts) -> Table {
    let mut rows = Vec::new();
    let mut group = None;
    for row in &facts.wanting {
        if group != row.deadline.duty {
            group = row.deadline.duty;
            rows.extend(group.map(|duty| Row::Group(named(voice, duty))));
        }
        rows.push(Row::Cells(cells(voice, row)));
    }
    Table {
        caption: None,
        columns: vec![
            Column::fit(voice.t("register-number")),
            Column::share(voice.t("deadlines-record"), 3),
            Column::share(voice.t("deadlines-standing"), 2).whole(),
            Column::fit(voice.t("deadlines-due")),
        ],
        rows,
    }
}

fn named(voice: &Voice<'_>, duty: u8) -> Text {
    voice
        .with(
            "ledger-occurrences",
            &[("duty", &duty.to_string()), ("title", &voice.t(&format!("duty-{duty}")))],
        )
        .into()
}

fn cells(voice: &Voice<'_>, row: &DeadlineRow) -> Vec<Cell> {
    let Deadline { due, standing, late, text, .. } = &row.deadline;
    let title =
        if row.title.is_empty() { voice.t("deadlines-organisation") } else { voice.text(&row.title).words() };
    let mut about = Vec::new();
    if !text.is_empty() {
        about.push(voice.text(text));
    }
    about.push(Text::plain(title));
    let mut stands = vec![Text::plain(voice.word("standing", standing))];
    stands.extend(
        late.map(|late| Text::quiet(voice.with("deadlines-late-by", &[("length", &voice.rough(late))]))),
    );
    let sign = match standing {
        Standing::Late | Standing::ProofMissing => Some(Sign::Broken),
        Standing::Due | Standing::Open | Standing::KeptLate | Standing::Kept => None,
    };
    vec![
        row.number.clone().into(),
        Cell::of(about),
        Cell { sign, ..Cell::of(stands) },
        due.map_or_else(|| Text::quiet("–"), |due| voice.at(due).into()).into(),
    ]
}
