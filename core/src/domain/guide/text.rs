//! A text that changes by what is put in place of what, in pieces that fit into the log. A guide may be longer than one
//! event may be, and a corrected word must not cost the whole guide once more.

use serde::{Deserialize, Serialize};

/// The most bytes that a text may have.
pub const LIMIT: usize = 1_048_576;

/// The most bytes of a piece: as JSON, where every sign may need an escape, it still fits into an event.
const PIECE: usize = 24_576;

/// Some signs of a text replaced by others. Counted in Unicode scalar values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Splice {
    /// Behind how many signs.
    pub at: usize,
    /// How many signs go.
    pub removed: usize,
    /// What comes in their place.
    pub added: String,
}

impl Splice {
    /// Changes a text; what lies outside it changes nothing.
    pub fn apply(&self, text: &mut String) {
        let byte = |signs: usize| text.char_indices().nth(signs).map_or(text.len(), |(byte, _)| byte);
        let (start, end) = (byte(self.at), byte(self.at.saturating_add(self.removed)));
        text.replace_range(start..end, &self.added);
    }
}

/// A text as it is kept: lines end with one line feed, and no control signs but the tab.
pub fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|sign| *sign == '\n' || *sign == '\t' || !sign.is_control()).collect()
}

/// What makes `after` of `before`: nothing where they are the same.
pub fn splices(before: &str, after: &str) -> Vec<Splice> {
    if before == after {
        return Vec::new();
    }
    let same = |(a, b): &(char, char)| a == b;
    let at = before.chars().zip(after.chars()).take_while(same).count();
    let (rest_before, rest_after) = (skip(before, at), skip(after, at));
    let tail = rest_before.chars().rev().zip(rest_after.chars().rev()).take_while(same).count();
    let removed = rest_before.chars().count() - tail;
    let keep = rest_after.chars().count() - tail;
    let added: String = rest_after.chars().take(keep).collect();
    let mut pieces = pieces(&added).into_iter();
    let first = Splice { at, removed, added: pieces.next().unwrap_or_default().to_owned() };
    let mut end = at + first.added.chars().count();
    let mut splices = vec![first];
    for piece in pieces {
        splices.push(Splice { at: end, removed: 0, added: piece.to_owned() });
        end += piece.chars().count();
    }
    splices
}

fn skip(text: &str, signs: usize) -> &str {
    text.char_indices().nth(signs).map_or("", |(byte, _)| &text[byte..])
}

/// A text in pieces, cut behind a line where there is one.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while rest.len() > PIECE {
        let mut cut = PIECE;
        while !rest.is_char_boundary(cut) {
            cut -= 1;
        }
        if let Some(line) = rest[..cut].rfind('\n') {
            cut = line + 1;
        }
        let (piece, after) = rest.split_at(cut);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn applied(before: &str, splices: &[Splice]) -> String {
        let mut text = before.to_owned();
        for splice in splices {
            splice.apply(&mut text);
        }
        text
    }

    proptest! {
        #[test]
        fn whatever_is_put_in_place_of_whatever_comes_out_as_it_was_meant(
            before in "[aäß\n🦀 ]{0,40}", after in "[aäß\n🦀 ]{0,40}"
        ) {
            let splices = splices(&before, &after);
            prop_assert!(splices.len() <= 1);
            prop_assert_eq!(applied(&before, &splices), after);
        }
    }

    #[test]
    fn a_long_text_comes_in_pieces_that_end_with_a_line() {
        let long = "Schritt ä\n".repeat(10_000);
        let splices = splices("Anfang\nEnde\n", &format!("Anfang\n{long}Ende\n"));
        assert!(splices.len() > 3 && splices.iter().all(|splice| splice.added.len() <= PIECE));
        assert!(splices.iter().all(|splice| splice.added.ends_with('\n')));
        assert_eq!(applied("Anfang\nEnde\n", &splices), format!("Anfang\n{long}Ende\n"));
    }

    #[test]
    fn a_corrected_word_costs_a_word() {
        let splices = splices("Dienst X neu starten", "Dienst Y neu starten");
        assert_eq!(splices, [Splice { at: 7, removed: 1, added: "Y".to_owned() }]);
    }

    #[test]
    fn line_ends_of_other_systems_and_control_signs_do_not_stay() {
        assert_eq!(plain("a\r\nb\rc\u{7}\td\u{feff}"), "a\nb\nc\td\u{feff}");
    }
}
