//! Names and values of a record. What is short stands in a table; a longer text comes after it under a heading of its own,
//! where it is set as running text and goes over pages. Knows no noun.

use super::document::{Block, Cell, Text};
use super::edition::paragraph;

/// A text of more characters leaves the table: a row is never broken, and a high one leaves a hole on the page before.
const SHORT: usize = 600;

/// The table of what is short, then each longer text under a heading of this level.
pub fn fields(level: u8, rows: Vec<(Text, Cell)>) -> Vec<Block> {
    let (short, long): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, value)| is_short(value));
    let table = (!short.is_empty()).then_some(Block::Pairs(short));
    let texts = long.into_iter().flat_map(|(name, value)| {
        let heading = Block::Heading { level, text: name, anchor: None };
        [heading].into_iter().chain(value.texts.into_iter().map(paragraph))
    });
    table.into_iter().chain(texts).collect()
}

/// What bears a sign is a word with its reason, and keeps it.
fn is_short(value: &Cell) -> bool {
    let length: usize = value.texts.iter().map(|text| text.words().chars().count()).sum();
    value.sign.is_some() || length <= SHORT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_comes_after_the_table_under_its_name_and_keeps_its_paragraphs() {
        let long = Cell::of(vec!["a".repeat(400).into(), "b".repeat(400).into()]);
        let rows = vec![("Long".into(), long), ("Short".into(), Cell::from("c"))];
        let blocks = fields(2, rows);
        assert_eq!(blocks[0], Block::Pairs(vec![("Short".into(), Cell::from("c"))]));
        assert_eq!(blocks[1], Block::Heading { level: 2, text: "Long".into(), anchor: None });
        assert_eq!(blocks[2..], ["a".repeat(400), "b".repeat(400)].map(|text| paragraph(text.into())));
    }
}
