//! Fields that somebody fills in by hand. Says what is asked and how much room it takes, not how it looks.

use serde::Serialize;

use super::Text;

/// A row of fields; a row is never broken.
pub type FormRow = Vec<Field>;

/// A field to fill in by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// What belongs into it.
    pub label: String,
    /// Its share of the width of its row.
    pub share: u16,
    /// Lines of handwriting that fit into it.
    pub lines: u16,
    /// Words to choose one of, each with a box to tick.
    pub choices: Vec<String>,
    /// What is known already; empty leaves the room to write on.
    pub filled: Text,
}

impl Field {
    /// A field of one line.
    pub fn new(label: impl Into<String>, share: u16) -> Self {
        Self { label: label.into(), share, lines: 1, choices: Vec::new(), filled: Text::default() }
    }

    /// The same field with room for more lines.
    #[must_use]
    pub fn lines(mut self, lines: u16) -> Self {
        self.lines = lines;
        self
    }

    /// The same field with words to choose one of.
    #[must_use]
    pub fn choices(mut self, words: impl IntoIterator<Item = String>) -> Self {
        self.choices = words.into_iter().collect();
        self
    }

    /// The same field filled in.
    #[must_use]
    pub fn filled(mut self, text: impl Into<Text>) -> Self {
        self.filled = text.into();
        self
    }
}
