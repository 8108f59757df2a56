//! The blocks of a Markdown text as parts of a paper. Knows no document of the process.

use super::document::{Block, Cell, Column, Face, Link, Row, Run, Table, Text, Tone};
use super::voice::Voice;
use crate::domain::guide::markdown::{Block as Written, Item, Run as WrittenRun};

/// The parts of a paper, with headings from the first level on. A paper's headings never leap over a level, whatever the
/// text does.
pub fn parts(voice: &Voice<'_>, written: &[Written]) -> Vec<Block> {
    let heads = written.iter().filter_map(|block| match block {
        Written::Heading { level, .. } => Some(*level),
        Written::Paragraph { .. }
        | Written::List { .. }
        | Written::Quote { .. }
        | Written::Code { .. }
        | Written::Table { .. }
        | Written::Rule {} => None,
    });
    let mut setter =
        Setter { voice, highest: heads.min().unwrap_or(1), level: 0, face: Face::Regular, parts: Vec::new() };
    setter.set(written);
    setter.parts
}

/// The parts of a short text inside a paper that has headings of its own: what is a heading there is a strong paragraph here.
pub fn paragraphs(voice: &Voice<'_>, written: &[Written]) -> Vec<Block> {
    let plain = |block: Block| match block {
        Block::Heading { text, .. } => {
            Block::Paragraph { text: Text::strong(text.words()), tone: Tone::Body }
        }
        other @ (Block::Cover(_)
        | Block::Contents { .. }
        | Block::Paragraph { .. }
        | Block::List { .. }
        | Block::Table(_)
        | Block::Pairs(_)
        | Block::Figure(_)
        | Block::Signatures(_)
        | Block::Form(_)
        | Block::Together(_)
        | Block::NewPage) => other,
    };
    parts(voice, written).into_iter().map(plain).collect()
}

struct Setter<'v> {
    voice: &'v Voice<'v>,
    highest: u8,
    level: u8,
    face: Face,
    parts: Vec<Block>,
}

impl Setter<'_> {
    fn set(&mut self, written: &[Written]) {
        for block in written {
            match block {
                Written::Heading { level, runs, .. } => {
                    let wanted = (level - self.highest.min(*level)).saturating_add(1);
                    self.level = wanted.min(self.level + 1).min(3);
                    let text = text(self.voice, runs, Face::Regular);
                    self.parts.push(Block::Heading { level: self.level, text, anchor: None });
                }
                Written::Paragraph { runs } => self.say(text(self.voice, runs, self.face)),
                Written::List { start, items } => self.list(*start, items),
                Written::Quote { blocks } => {
                    let outside = std::mem::replace(&mut self.face, Face::Emphasis);
                    self.set(blocks);
                    self.face = outside;
                }
                Written::Code { text, .. } => self.say(code(self.voice, text)),
                Written::Table { head, rows } => self.parts.push(table(self.voice, head, rows)),
                Written::Rule {} => {}
            }
        }
    }

    fn say(&mut self, text: Text) {
        self.parts.push(Block::Paragraph { text, tone: Tone::Body });
    }

    fn list(&mut self, start: Option<u64>, items: &[Item]) {
        // A list that begins with another number than 1 says its numbers itself.
        let counted = start.filter(|first| *first != 1);
        let mut texts = Vec::with_capacity(items.len());
        for (place, item) in (0_u64..).zip(items) {
            let number =
                counted.map(|first| format!("{}. ", first.saturating_add(place))).unwrap_or_default();
            texts.push(Text::plain(number).then(gathered(self.voice, item, self.face, 0)));
        }
        self.parts.push(Block::List { ordered: start.is_some() && counted.is_none(), items: texts });
    }
}

/// An item as one text; what is nested in it stands on lines of its own.
fn gathered(voice: &Voice<'_>, item: &Item, face: Face, depth: usize) -> Text {
    let mut whole = Text::plain(match item.checked {
        Some(true) => "[x] ",
        Some(false) => "[  ] ",
        None => "",
    });
    for (place, block) in item.blocks.iter().enumerate() {
        let line = |text: Text| if place == 0 { text } else { Text::plain("\n").then(text) };
        whole = whole.then(match block {
            Written::Heading { runs, .. } => line(text(voice, runs, Face::Strong)),
            Written::Paragraph { runs } => line(text(voice, runs, face)),
            Written::Code { text, .. } => line(code(voice, text)),
            Written::Quote { blocks } => {
                let inner = Item { checked: None, blocks: blocks.clone() };
                line(gathered(voice, &inner, Face::Emphasis, depth))
            }
            Written::List { start, items } => nested(voice, *start, items, face, depth + 1),
            Written::Table { head, rows } => {
                let all = std::iter::once(head).chain(rows);
                all.fold(Text::default(), |whole, row| {
                    whole.then(Text::plain("\n")).then(joined(voice, row, face))
                })
            }
            Written::Rule {} => Text::default(),
        });
    }
    whole
}

fn nested(voice: &Voice<'_>, start: Option<u64>, items: &[Item], face: Face, depth: usize) -> Text {
    let mut whole = Text::default();
    for (place, item) in (0_u64..).zip(items) {
        let indent = "\u{a0}\u{a0}\u{a0}".repeat(depth - 1);
        let mark =
            start.map_or_else(|| "– ".to_owned(), |first| format!("{}. ", first.saturating_add(place)));
        whole = whole.then(Text::plain(format!("\n{indent}{mark}"))).then(gathered(voice, item, face, depth));
    }
    whole
}

fn joined(voice: &Voice<'_>, cells: &[Vec<WrittenRun>], face: Face) -> Text {
    let mut whole = Text::default();
    for (place, cell) in cells.iter().enumerate() {
        let between = if place == 0 { "" } else { " · " };
        whole = whole.then(Text::plain(between)).then(text(voice, cell, face));
    }
    whole
}

/// Lines that are typed as they stand: each keeps its indent.
fn code(voice: &Voice<'_>, lines: &str) -> Text {
    let indented = lines.lines().map(|line| {
        let words = line.trim_start_matches([' ', '\t']);
        let indent = line[..line.len() - words.len()].replace('\t', "    ");
        format!("{}{words}", "\u{a0}".repeat(indent.len()))
    });
    let lines = indented.collect::<Vec<_>>().join("\n");
    Text::code(voice.printable(&lines))
}

fn table(voice: &Voice<'_>, head: &[Vec<WrittenRun>], rows: &[Vec<Vec<WrittenRun>>]) -> Block {
    let columns: Vec<_> =
        head.iter().map(|cell| Column::share(text(voice, cell, Face::Regular), 1)).collect();
    let row = |cells: &Vec<Vec<WrittenRun>>| {
        let texts = cells.iter().map(|cell| Cell::from(text(voice, cell, Face::Regular)));
        let mut texts: Vec<_> = texts.take(columns.len()).collect();
        texts.resize(columns.len(), Cell::default());
        Row::Cells(texts)
    };
    let rows = rows.iter().map(row).collect();
    Block::Table(Table { caption: None, rows, columns })
}

fn text(voice: &Voice<'_>, runs: &[WrittenRun], face: Face) -> Text {
    let run = |written: &WrittenRun| Run {
        text: voice.printable(&written.text),
        face: match written {
            WrittenRun { code: true, .. } => Face::Code,
            WrittenRun { strong: true, .. } => Face::Strong,
            WrittenRun { emphasis: true, .. } => Face::Emphasis,
            WrittenRun { .. } => face,
        },
        struck: written.struck,
        link: written.link.clone().filter(|link| link.starts_with("http")).map(Link::Web),
    };
    Text { runs: runs.iter().map(run).collect(), language: None }
}
