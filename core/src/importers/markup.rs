//! Foreign text made plain: HTML without its tags, one kind of line end, no control characters, and never longer than
//! the log takes. Linear in the length of the text whatever stands in it. Knows no source.
//!
//! Our own reader rather than a rendering library: a renderer lays text out to a width, fills tables up with blanks
//! and nests as deep as the input says; what the timeline needs is the words and where a line ends.

use super::dirt::{Dirt, Field};

/// The longest text as JSON writes it: a correction holds the old and the new one, and both have to fit into the
/// 64 KiB of one event's payload.
const LONGEST_TEXT: usize = 28 * 1024;
/// The longest single line: a title, a name, a status.
const LONGEST_LINE: usize = 600;

/// The longest tag with its attributes, in bytes.
const LONGEST_TAG: usize = 4 * 1024;

/// A text made plain, and the original when something was taken away from it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plain {
    /// The words.
    pub text: String,
    /// The text as it came, when markup was removed or the text was shortened.
    pub original: Option<String>,
}

/// Makes a text of any length plain; notes in `dirt` when it had to be shortened.
pub fn plain(raw: &str, field: Field, dirt: &mut Vec<Dirt>) -> Plain {
    let marked_up = is_html(raw);
    let mut text = tidy(&if marked_up { without_tags(raw) } else { raw.to_owned() });
    let bytes = text.len();
    let short = cut(&mut text, LONGEST_TEXT);
    if short {
        dirt.push(Dirt::TextShortened { field, bytes: bytes as u64 });
    }
    Plain { text, original: (marked_up || short).then(|| raw.to_owned()) }
}

/// Makes a single line plain: a title, a name.
pub fn line(raw: &str, field: Field, dirt: &mut Vec<Dirt>) -> String {
    let text = if is_html(raw) { without_tags(raw) } else { raw.to_owned() };
    let mut text = text.split(|letter: char| letter.is_whitespace() || letter.is_control()).fold(
        String::new(),
        |mut line, word| {
            if !line.is_empty() && !word.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
            line
        },
    );
    let bytes = text.len();
    if cut(&mut text, LONGEST_LINE) {
        dirt.push(Dirt::TextShortened { field, bytes: bytes as u64 });
    }
    text
}

/// Shortens a text until JSON writes it in `limit` bytes, at a letter's edge, with an ellipsis. Whether it did.
pub fn cut(text: &mut String, limit: usize) -> bool {
    if text.len() <= limit / 6 {
        return false;
    }
    let mut written = 0;
    let mut last_fitting = 0;
    for (at, letter) in text.char_indices() {
        if written + 3 <= limit {
            last_fitting = at;
        }
        written += match letter {
            '"' | '\\' | '\n' | '\t' | '\r' => 2,
            letter if letter.is_control() => 6,
            letter => letter.len_utf8(),
        };
        if written > limit {
            text.truncate(last_fitting);
            text.push('…');
            return true;
        }
    }
    false
}

/// One kind of line end, no control characters, no blanks at line ends, at most one empty line in a row.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut empty = 0;
    let unified = text.replace("\r\n", "\n").replace('\r', "\n");
    for line in unified.trim().split('\n') {
        let line = line.trim_end();
        empty = if line.is_empty() { empty + 1 } else { 0 };
        if empty > 1 {
            continue;
        }
        if !tidy.is_empty() {
            tidy.push('\n');
        }
        tidy.extend(line.chars().filter(|letter| *letter == '\t' || !letter.is_control()));
    }
    tidy
}

/// The tags by which a text is known to be HTML: `<subscription id>` and `US <-> EU` are not.
const TAGS: [&str; 49] = [
    "a",
    "b",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "hr",
    "html",
    "i",
    "img",
    "ins",
    "li",
    "link",
    "meta",
    "ol",
    "p",
    "pre",
    "s",
    "script",
    "small",
    "span",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "title",
    "ul",
];
const MORE_TAGS: [&str; 6] = ["th", "thead", "tfoot", "tr", "u", "section"];

fn is_tag(name: &str) -> bool {
    name.len() <= 10 && {
        let name = name.to_ascii_lowercase();
        TAGS.contains(&name.as_str()) || MORE_TAGS.contains(&name.as_str())
    }
}

fn is_html(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| tag(&text[at..]).is_some())
        || text.match_indices('&').any(|(at, _)| entity(&text[at..]).is_some())
}

/// A tag at the beginning of `text`: its name in lower case, whether it closes, and what follows it.
fn tag(text: &str) -> Option<(String, bool, &str)> {
    let inside = text.strip_prefix('<')?;
    let closing = inside.starts_with('/');
    let name = inside.trim_start_matches('/');
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
    let (name, rest) = name.split_at(end);
    if !is_tag(name) || !rest.starts_with(['>', '/', ' ', '\t', '\n', '\r']) {
        return None;
    }
    // No tag is longer than this; looking further for its end would make a text of half tags quadratic.
    let end = rest.bytes().take(LONGEST_TAG).position(|byte| byte == b'>')?;
    let after = &rest[end + 1..];
    Some((name.to_ascii_lowercase(), closing, after))
}

/// A character reference at the beginning of `text`: the letter, and what follows it.
fn entity(text: &str) -> Option<(char, &str)> {
    let inside = text.strip_prefix('&')?;
    let end = inside.bytes().take(10).position(|byte| byte == b';')?;
    let (name, rest) = (&inside[..end], &inside[end + 1..]);
    let letter = match name.strip_prefix('#') {
        Some(digits) => {
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code).filter(|letter| !letter.is_control() || *letter == '\n')?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((letter, rest))
}

const NAMED: [(&str, char); 35] = [
    ("nbsp", ' '),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("bull", '•'),
    ("middot", '·'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("Auml", 'Ä'),
    ("Ouml", 'Ö'),
    ("Uuml", 'Ü'),
    ("szlig", 'ß'),
    ("euro", '€'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("times", '×'),
    ("rarr", '→'),
    ("larr", '←'),
    ("eacute", 'é'),
];

fn without_tags(html: &str) -> String {
    let mut words = Words { text: String::with_capacity(html.len()), blank: true };
    let mut rest = html;
    while let Some(first) = rest.chars().next() {
        if first == '<' {
            if let Some(after) = rest.strip_prefix("<!--") {
                rest = after.find("-->").map_or("", |end| &after[end + 3..]);
                continue;
            }
            if let Some((name, closing, after)) = tag(rest) {
                rest = if !closing && matches!(name.as_str(), "script" | "style") {
                    behind(after, &name)
                } else {
                    after
                };
                words.tag(&name, closing);
                continue;
            }
        }
        if let Some((letter, after)) = entity(rest) {
            words.letter(letter);
            rest = after;
            continue;
        }
        words.letter(first);
        rest = &rest[first.len_utf8()..];
    }
    words.text
}

/// What follows the end of an element that holds no words.
fn behind<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some(at) = rest.find("</") {
        rest = &rest[at..];
        if let Some((_, _, after)) = tag(rest).filter(|(found, closing, _)| *closing && found == name) {
            return after;
        }
        rest = &rest[2..];
    }
    ""
}

struct Words {
    text: String,
    /// Whether a blank would be the second in a row.
    blank: bool,
}

impl Words {
    fn letter(&mut self, letter: char) {
        if letter.is_whitespace() {
            if !self.blank {
                self.text.push(' ');
            }
            self.blank = true;
        } else {
            self.text.push(letter);
            self.blank = false;
        }
    }

    fn new_line(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.text.push('\n');
        self.blank = true;
    }

    fn tag(&mut self, name: &str, closing: bool) {
        match name {
            "br" => self.new_line(),
            "p" | "div" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "ul" | "ol" | "blockquote"
            | "pre" | "tr" | "section" | "hr" => {
                if !self.text.is_empty() && !self.text.ends_with('\n') {
                    self.new_line();
                }
                if closing && matches!(name, "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
                    self.new_line();
                }
            }
            "li" if !closing => {
                if !self.text.is_empty() && !self.text.ends_with('\n') {
                    self.new_line();
                }
                self.text.push_str("- ");
                self.blank = true;
            }
            "td" | "th" if closing => {
                self.text.push_str(" | ");
                self.blank = true;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text_of(raw: &str) -> String {
        plain(raw, Field::Text, &mut Vec::new()).text
    }

    #[test]
    fn html_loses_its_tags_and_keeps_its_lines() {
        let raw = "<p><strong>Impact:</strong>&nbsp;Users&#39; logins fail.</p><ul><li>West</li><li>North &amp; South</li></ul>\
                   <style>p{color:red}</style>See <a href=\"https://x.example\">status</a><br>Next update soon";
        assert_eq!(
            text_of(raw),
            "Impact: Users' logins fail.\n\n- West\n- North & South\nSee status\nNext update soon"
        );
        assert_eq!(plain(raw, Field::Text, &mut Vec::new()).original.as_deref(), Some(raw));
    }

    #[test]
    fn text_that_only_looks_like_html_stays_as_it_is() {
        for raw in ["US <-> EU", "if a<b then", "<subscription id>", "AT&T", "5 < 6 > 4"] {
            assert_eq!(plain(raw, Field::Text, &mut Vec::new()), Plain { text: raw.into(), original: None });
        }
    }

    #[test]
    fn line_ends_are_made_one_kind_and_control_characters_go() {
        assert_eq!(text_of("one\r\ntwo\rthree\u{0}\u{7}\n\n\n\nfour  "), "one\ntwo\nthree\n\nfour");
        assert_eq!(line(" a\r\n b\tc ", Field::Title, &mut Vec::new()), "a b c");
    }

    #[test]
    fn a_text_too_long_for_the_log_is_shortened_and_kept_as_evidence() {
        let mut dirt = Vec::new();
        let raw = "ä\"".repeat(40_000);
        let short = plain(&raw, Field::Text, &mut dirt);
        assert!(serde_json::to_string(&short.text).unwrap().len() <= LONGEST_TEXT + 2);
        assert_eq!(short.original.as_deref(), Some(raw.as_str()));
        assert_eq!(dirt, [Dirt::TextShortened { field: Field::Text, bytes: 120_000 }]);
    }

    #[test]
    fn hostile_html_takes_no_longer_than_plain_text() {
        assert!(!text_of(&"<div>".repeat(200_000)).contains('<'));
        assert!(text_of(&"<".repeat(200_000)).starts_with("<<"));
        assert!(text_of(&"<script>".repeat(50_000)).is_empty());
    }

    proptest! {
        #[test]
        fn no_text_makes_the_cleaner_panic(raw in "([<>&;#/ a-z0-9\"=!-]|<p>|</|&#x|\\PC){0,200}") {
            let _ = plain(&raw, Field::Text, &mut Vec::new());
            let _ = line(&raw, Field::Title, &mut Vec::new());
        }

        #[test]
        fn what_is_cut_fits(text in "[\"\\\\ä€a\u{1}\n]{0,300}", limit in 12_usize..200) {
            let mut short = text.clone();
            let was_cut = cut(&mut short, limit);
            prop_assert_eq!(was_cut, short != text);
            prop_assert!(!was_cut || serde_json::to_string(&short).unwrap().len() <= limit + 2);
        }
    }
}
