//! A [`Document`] becomes pages: measured, broken, placed, tagged and written as PDF/A-2a and PDF/UA-1.
//! Knows the vocabulary of paper and no fact of any report.

mod block;
mod compose;
mod contents;
mod cover;
mod figure;
mod file;
mod finish;
mod flow;
mod font;
mod form;
mod item;
mod line;
mod paragraph;
mod sign;
mod structure;
mod style;
mod table;
mod tree;
mod xmp;

use super::document::Document;
use super::pdf;

pub(super) use compose::Composed;
pub(super) use finish::finish;
pub(super) use font::{Subset, Word};
pub(super) use item::{Item, Mark, Page, Paint, Placed, Point, Segment};
pub(super) use style::{Colour, Face, Mpt, PAGE_HEIGHT, PAGE_WIDTH};

/// Raised whenever the same document may give other bytes than before.
const LAYOUT_VERSION: u32 = 1;

/// A finished report.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// Why a document could not be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TypesetError {
    /// No face has a glyph for a character; [`Printer`] spells such characters.
    #[error("no glyph for {character:?} in {text:?}")]
    MissingGlyph {
        /// The character.
        character: char,
        /// The word in which it stands.
        text: String,
    },
    /// A word that the shaper refuses.
    #[error("cannot shape {text:?}")]
    Unshapable {
        /// The word.
        text: String,
    },
    /// An embedded font program is damaged.
    #[error("the embedded face {face} is damaged")]
    BrokenFont {
        /// Its name.
        face: &'static str,
    },
    /// A link to a heading that the document does not have.
    #[error("no heading with the anchor {anchor:?}")]
    UnknownAnchor {
        /// The anchor.
        anchor: String,
    },
    /// The PDF layer lost an object that it had made.
    #[error("the file's structure is incomplete: {what}")]
    Incomplete {
        /// What is missing.
        what: &'static str,
    },
}

/// Sets a document.
///
/// # Errors
/// A character without a glyph, a link into nothing. Equal documents give equal bytes.
pub fn render(document: &Document) -> Result<Rendered, TypesetError> {
    let programs = font::Programs::load()?;
    let composed = compose::compose(document, &programs)?;
    let pages = composed.pages.len();
    let bytes = pdf::write(document, &composed)?;
    Ok(Rendered { bytes, pages })
}

/// Makes texts from outside printable; knows which characters the embedded faces have.
pub struct Printer(font::Programs);

impl Printer {
    /// Reads the embedded faces.
    ///
    /// # Errors
    /// A damaged font program.
    pub fn load() -> Result<Self, TypesetError> {
        font::Programs::load().map(Self)
    }

    /// The text as it can be printed: characters that no embedded face has are spelled as their code
    /// point (`[U+1F525]`), so that nothing is left out and nothing prints as an empty box.
    pub fn printable(&self, text: &str) -> String {
        if text.bytes().all(|byte| byte == b'\n' || (b' '..=b'~').contains(&byte)) {
            return text.to_owned();
        }
        font::spelled(&self.0, text)
    }
}
