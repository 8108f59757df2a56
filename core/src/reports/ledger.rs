//! The ledger of promises on paper: the 33 duties as they stood at the end of a day, what is not kept, and of each duty what
//! triggers it, by when it is due, what proves it and every occurrence with its proof. Knows no page, no log and no clock.

mod duty;

use rusqlite::Connection;

use super::document::{Block, Cell, Column, Document, Face, Link, Row, Run, Sign, Table, Text, Tone};
use super::frame::{Frame, PaperAsked, chapter, note};
use super::typeset::{Rendered, TypesetError, render};
use super::voice::Voice;
use crate::deadlines::Standing;
use crate::queries::deadlines::Occurrences;
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
    /// The duties with every occurrence of each, by duty, newest first.
    pub view: LedgerView,
}

/// The facts at the head of the log; equal logs and equal questions give equal facts.
///
/// # Errors
/// When the log cannot be read.
pub fn gather(conn: &Connection, on: Option<Day>, asked: &PaperAsked) -> Result<LedgerFacts, QueryFault> {
    let frame = Frame::gather(conn, &organisation::view(conn)?, asked)?;
    let view = deadlines::ledger(conn, on, Occurrences::Every, asked.at)?;
    Ok(LedgerFacts { frame, on, view })
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
    let lacking = |row: &&DeadlineRow| is_wanting(row.deadline.standing);
    let lacking: Vec<&DeadlineRow> = facts.view.occurrences.iter().filter(lacking).collect();
    if lacking.is_empty() {
        let nothing = voice.t("paper-ledger-nothing");
        blocks.push(Block::Paragraph { text: nothing.into(), tone: Tone::Body });
    } else {
        blocks.push(Block::Table(wanting(&voice, &lacking)));
    }
    blocks.push(chapter(&voice, "paper-ledger-each"));
    for row in &facts.view.duties {
        blocks.extend(duty::section(&voice, &facts.view, row.duty));
    }
    Ok(facts.frame.document(&voice, &title, blocks))
}

/// Whether it is overdue or lacks its proof.
const fn is_wanting(standing: Standing) -> bool {
    match standing {
        Standing::Late | Standing::ProofMissing => true,
        Standing::Due | Standing::Open | Standing::KeptLate | Standing::Kept => false,
    }
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
            leading(voice, row.duty).into(),
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

/// The name of a duty, which leads to what is said of it.
fn leading(voice: &Voice<'_>, duty: u8) -> Text {
    let link = Some(Link::Section(duty::anchor(duty)));
    let name = voice.t(&format!("duty-{duty}"));
    Text { runs: vec![Run { link, ..Run::new(Face::Regular, name) }], language: None }
}

fn wanting(voice: &Voice<'_>, lacking: &[&DeadlineRow]) -> Table {
    let mut rows = Vec::new();
    let mut group = None;
    for row in lacking {
        if group != row.deadline.duty {
            group = row.deadline.duty;
            rows.extend(group.map(|duty| Row::Group(duty::named(voice, duty).into())));
        }
        let due = row.deadline.due.map_or_else(|| Text::quiet("–"), |due| voice.at(due).into());
        rows.push(Row::Cells(vec![
            row.number.clone().into(),
            duty::about(voice, row),
            duty::stands(voice, row),
            due.into(),
        ]));
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
