//! A report that was made on the evening of 1 June 2026: by whom, its moments, and what its document says.

use lotse::domain::organisation::Language;
use lotse::ids::PersonId;
use lotse::reports::document::{Block, Cell, Document, Row, Text};
use lotse::reports::edition::Edition;
use lotse::reports::frame::Head;
use lotse::time::{Day, Instant, Moment, Zone};
use uuid::Uuid;

pub const ANNA: PersonId = PersonId(Uuid::from_u128(1));
pub const JONAS: PersonId = PersonId(Uuid::from_u128(2));

fn berlin() -> Zone {
    "Europe/Berlin".parse().unwrap()
}

pub fn instant(time: &str) -> Instant {
    format!("2026-06-01T{time}:00+02:00").parse().unwrap()
}

pub fn at(time: &str) -> Moment {
    Moment::exact(instant(time), berlin())
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Anna's draft.
pub fn edition() -> Edition {
    let head =
        Head { seq: 412, hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into() };
    Edition {
        organisation: "Loftware Cloud".into(),
        zone: berlin(),
        language: Language::De,
        head,
        made: instant("18:00"),
        author: Some(ANNA),
        issue: None,
    }
}

/// The words of a paper, one line a row, pair or paragraph.
pub fn words_of(document: &Document) -> String {
    let cell = |cell: &Cell| cell.texts.iter().map(Text::words).collect::<Vec<_>>().join(" / ");
    let pair = |(name, value): &(Text, Cell)| format!("{}: {}", name.words(), cell(value));
    let mut lines = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Cover(cover) => {
                lines.extend([cover.kicker.clone(), cover.title.words()]);
                lines.extend(cover.subtitle.iter().map(Text::words));
                lines.extend(cover.facts.iter().map(pair));
            }
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => lines.push(text.words()),
            Block::Pairs(pairs) => lines.extend(pairs.iter().map(pair)),
            Block::List { items, .. } => lines.extend(items.iter().map(Text::words)),
            Block::Table(table) => {
                let heads: Vec<String> = table.columns.iter().map(|column| column.head.words()).collect();
                lines.push(heads.join(" | "));
                lines.extend(table.rows.iter().map(|row| match row {
                    Row::Cells(cells) => cells.iter().map(cell).collect::<Vec<_>>().join(" | "),
                    Row::Group(text) => text.words(),
                }));
            }
            Block::Figure(figure) => {
                lines.extend([figure.caption.words(), figure.alternative.clone()]);
            }
            Block::Signatures(lines_to_sign) => lines.extend(
                lines_to_sign.iter().map(|line| format!("{}: {} ({})", line.role, line.name, line.note)),
            ),
            Block::Contents { title } => lines.push(title.clone()),
            Block::Form(_) | Block::Together(_) | Block::NewPage => {}
        }
    }
    // A fixed space is a space to whoever reads.
    lines.join("\n").replace('\u{a0}', " ")
}
