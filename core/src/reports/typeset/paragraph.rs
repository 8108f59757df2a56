//! A text becomes lines: cut at the places where Unicode and hyphenation allow, broken, filled.
//! Knows no page.

use std::rc::Rc;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::TypesetError;
use super::font::{Fonts, Word, scaled};
use super::item::{Area, Item, Placed, Point, Tagged, Target};
use super::line::{self, Setting};
use super::style::{self, Colour, Face, Mpt, Type};
use super::tree::{NodeId, Role, Tree};
use crate::reports::document::{Align, Language, Link, Text};

/// How a text is to be set.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    pub kind: Type,
    pub measure: Mpt,
    pub setting: Setting,
    pub align: Align,
    pub language: Language,
    pub hyphenate: bool,
}

impl Form {
    /// Ragged text without hyphens: headings, labels.
    pub fn label(kind: Type, measure: Mpt, language: Language) -> Self {
        Self { kind, measure, setting: Setting::Ragged, align: Align::Start, language, hyphenate: false }
    }
}

/// A set line: its items, with the baseline at 0 and the left edge of the measure at 0.
#[derive(Debug, Default)]
pub struct Line {
    pub items: Vec<Tagged>,
    pub areas: Vec<Area>,
    pub width: Mpt,
}

struct Style {
    face: Face,
    size: Mpt,
    colour: Colour,
    struck: bool,
    link: Option<(NodeId, Target)>,
}

/// What an item of the line breaker stands for.
#[derive(Debug, Clone, Copy)]
enum Origin {
    Piece { run: usize, start: usize, end: usize },
    Space,
    Hyphen,
    Nothing,
}

struct Cut {
    items: Vec<line::Item>,
    origins: Vec<Origin>,
    text: String,
    styles: Vec<Style>,
}

/// Costs of ending a line inside a word.
const HYPHEN_COST: i32 = 60;
const RAGGED_HYPHEN_COST: i32 = 220;
const EXPLICIT_COST: i32 = 20;
const EMERGENCY_COST: i32 = 900;

/// Sets a text. Its words belong to `node` (decoration when there is none); links get nodes of their own.
pub fn set(
    fonts: &mut Fonts<'_>,
    tree: &mut Tree,
    text: &Text,
    form: Form,
    node: Option<NodeId>,
) -> Result<Vec<Line>, TypesetError> {
    let form = Form { language: text.language.unwrap_or(form.language), ..form };
    let cut = cut(fonts, tree, text, form, node)?;
    let ends = line::breaks(&cut.items, form.measure, form.setting);
    let mut lines = Vec::with_capacity(ends.len());
    let mut start = 0;
    for end in ends {
        let last = matches!(cut.items.get(end), None | Some(line::Item::Forced));
        lines.push(fill(fonts, &cut, (start, end), form, last, node)?);
        start = if matches!(cut.items.get(end), Some(line::Item::Forced)) { end + 1 } else { end };
    }
    Ok(lines)
}

/// Width of a text on one line.
pub fn natural_width(fonts: &mut Fonts<'_>, text: &Text, kind: Type) -> Result<Mpt, TypesetError> {
    let (mut widest, mut width) = (0, 0);
    for run in &text.runs {
        let (face, size, _) = kind.run(run.face);
        let space = fonts.space(face, size)?;
        for (row, part) in run.text.split('\n').enumerate() {
            if row > 0 {
                width = 0;
            }
            for (index, word) in part.split(' ').enumerate() {
                width += if index > 0 { space } else { 0 };
                width += if word.is_empty() { 0 } else { fonts.word(face, word)?.at(size) };
            }
            widest = widest.max(width);
        }
    }
    Ok(widest)
}

fn cut(
    fonts: &mut Fonts<'_>,
    tree: &mut Tree,
    text: &Text,
    form: Form,
    node: Option<NodeId>,
) -> Result<Cut, TypesetError> {
    let mut cut = Cut { items: Vec::new(), origins: Vec::new(), text: String::new(), styles: Vec::new() };
    let mut starts = Vec::new();
    for run in &text.runs {
        let (face, size, colour) = form.kind.run(run.face);
        let link = match (&run.link, node) {
            (Some(link), Some(node)) => Some((tree.add_inline(node, Role::Link), target(link))),
            (Some(_) | None, None) | (None, Some(_)) => None,
        };
        let colour = if link.is_some() { style::ACCENT } else { colour };
        starts.push(cut.text.len());
        cut.text.push_str(&run.text);
        cut.styles.push(Style { face, size, colour, struck: run.struck, link });
    }
    starts.push(cut.text.len());
    let text = cut.text.clone();
    let mut from = 0;
    for (to, opportunity) in linebreaks(&text) {
        let piece = text[from..to].trim_end_matches('\n');
        let words = piece.trim_end_matches(' ');
        for run in 0..cut.styles.len() {
            let (start, end) = (from.max(starts[run]), (from + words.len()).min(starts[run + 1]));
            if start < end {
                cut.piece(fonts, run, (start, end), form)?;
            }
        }
        let spaced = piece.len() > words.len();
        if spaced && to < text.len() {
            let run = starts.partition_point(|at| *at <= from + words.len()) - 1;
            let style = &cut.styles[run.min(cut.styles.len() - 1)];
            let width = fonts.space(style.face, style.size)?;
            cut.push(line::Item::Space(width), Origin::Space);
        }
        if opportunity == BreakOpportunity::Mandatory && to < text.len() {
            cut.push(line::Item::Forced, Origin::Nothing);
        } else if !spaced && to < text.len() {
            cut.push(
                line::Item::Break { hyphen: 0, cost: EXPLICIT_COST, flagged: words.ends_with('-') },
                Origin::Nothing,
            );
        }
        from = to;
    }
    Ok(cut)
}

fn target(link: &Link) -> Target {
    match link {
        Link::Section(anchor) => Target::Anchor(anchor.clone()),
        Link::Web(address) => Target::Web(address.clone()),
    }
}

impl Cut {
    fn push(&mut self, item: line::Item, origin: Origin) {
        self.items.push(item);
        self.origins.push(origin);
    }

    /// A piece of one run without a space, divided where it may be.
    fn piece(
        &mut self,
        fonts: &mut Fonts<'_>,
        run: usize,
        (start, end): (usize, usize),
        form: Form,
    ) -> Result<(), TypesetError> {
        let (face, size) = (self.styles[run].face, self.styles[run].size);
        let piece = &self.text[start..end];
        let word = fonts.word(face, piece)?;
        let too_wide = word.at(size) > form.measure;
        let places: Rc<[usize]> = if form.hyphenate && face != Face::Mono {
            fonts.syllables(form.language, piece)
        } else {
            Rc::from([])
        };
        let (places, hyphen, cost) = if too_wide && (places.is_empty() || face == Face::Mono) {
            // An address or an id wider than the line: anywhere between two characters.
            let all: Vec<usize> = word.glyphs.iter().skip(1).map(|glyph| glyph.start).collect();
            (Rc::from(all), 0, EMERGENCY_COST)
        } else {
            let cost = match form.setting {
                Setting::Justified => HYPHEN_COST,
                Setting::Ragged => RAGGED_HYPHEN_COST,
            };
            (places, fonts.word(face, "-")?.at(size), cost)
        };
        let mut at = 0;
        for place in places.iter().copied().chain([piece.len()]) {
            let width = scaled(word.width_before(place), size) - scaled(word.width_before(at), size);
            self.items.push(line::Item::Word(width));
            self.origins.push(Origin::Piece { run, start: start + at, end: start + place });
            if place < piece.len() {
                let origin = if hyphen > 0 { Origin::Hyphen } else { Origin::Nothing };
                self.items.push(line::Item::Break { hyphen, cost, flagged: hyphen > 0 });
                self.origins.push(origin);
            }
            at = place;
        }
        Ok(())
    }
}

/// A stretch of a line: one word of one run, and whether a space follows.
struct Stretch {
    run: usize,
    word: Rc<Word>,
    width: Mpt,
    space: Mpt,
}

fn fill(
    fonts: &mut Fonts<'_>,
    cut: &Cut,
    (start, end): (usize, usize),
    form: Form,
    last: bool,
    node: Option<NodeId>,
) -> Result<Line, TypesetError> {
    let mut stretches = stretches(fonts, cut, start, end)?;
    let trailing = matches!(cut.origins.get(end), Some(Origin::Space));
    if let Some(stretch) = stretches.last_mut() {
        stretch.space = 0;
    }
    let words: Mpt = stretches.iter().map(|stretch| stretch.width).sum();
    let spaces: Mpt = stretches.iter().map(|stretch| stretch.space).sum();
    let gaps = stretches.iter().filter(|stretch| stretch.space > 0).count();
    let room = form.measure - words - spaces;
    let justified = form.setting == Setting::Justified && gaps > 0 && (!last || room < 0);
    let room = if justified { room.min(spaces * line::STRETCH_LIMIT / 100) } else { 0 };
    let gaps = Mpt::try_from(gaps).unwrap_or(Mpt::MAX).max(1);
    let width = words + spaces + room;
    let mut x = match form.align {
        Align::Start => 0,
        Align::End => (form.measure - width).max(0),
    };
    let mut line = Line { width, ..Line::default() };
    let mut shared = 0;
    let count = stretches.len();
    let mut open: Option<Open> = None;
    for (index, stretch) in stretches.into_iter().enumerate() {
        let mut advance = stretch.width;
        let space = stretch.space > 0 || (trailing && index + 1 == count);
        if stretch.space > 0 {
            let share = room * (shared + 1) / gaps - room * shared / gaps;
            shared += 1;
            advance += stretch.space + share;
        }
        if open.as_ref().is_some_and(|open| open.run != stretch.run) {
            line.close(open.take(), cut, node);
        }
        let open = open.get_or_insert_with(|| Open { run: stretch.run, from: x, to: x, words: Vec::new() });
        open.words.push(Placed { word: stretch.word, x: x - open.from, space });
        open.to = x + stretch.width;
        x += advance;
    }
    line.close(open, cut, node);
    Ok(line)
}

fn stretches(
    fonts: &mut Fonts<'_>,
    cut: &Cut,
    start: usize,
    end: usize,
) -> Result<Vec<Stretch>, TypesetError> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut open: Option<(usize, usize, usize)> = None;
    for index in start..=end {
        let at_end = index == end;
        let origin = if at_end { None } else { cut.origins.get(index).copied() };
        match (origin, open) {
            (Some(Origin::Piece { run, start, end }), Some((held, from, to)))
                if held == run && to == start =>
            {
                open = Some((held, from, end));
                continue;
            }
            (Some(Origin::Hyphen | Origin::Nothing), _) => continue,
            (Some(Origin::Piece { .. } | Origin::Space) | None, _) => {}
        }
        if let Some((run, from, to)) = open.take() {
            let style = &cut.styles[run];
            let hyphenated = at_end && matches!(cut.origins.get(end), Some(Origin::Hyphen));
            let word = if hyphenated {
                fonts.word(style.face, &format!("{}-", &cut.text[from..to]))?
            } else {
                fonts.word(style.face, &cut.text[from..to])?
            };
            stretches.push(Stretch { run, width: word.at(style.size), word, space: 0 });
        }
        match origin {
            Some(Origin::Piece { run, start, end }) => open = Some((run, start, end)),
            Some(Origin::Space) => {
                if let (Some(stretch), Some(line::Item::Space(width))) =
                    (stretches.last_mut(), cut.items.get(index))
                {
                    stretch.space = *width;
                }
            }
            Some(Origin::Hyphen | Origin::Nothing) | None => {}
        }
    }
    Ok(stretches)
}

/// The words of one run on a line.
struct Open {
    run: usize,
    from: Mpt,
    to: Mpt,
    words: Vec<Placed>,
}

impl Line {
    fn close(&mut self, open: Option<Open>, cut: &Cut, node: Option<NodeId>) {
        let Some(open) = open else { return };
        let style = &cut.styles[open.run];
        let owner = style.link.as_ref().map(|(link, _)| *link).or(node);
        let at = Point { x: open.from, y: 0 };
        let words = open.words.iter().map(|placed| placed.word.text.as_ref()).collect::<Vec<_>>().join(" ");
        let (face, size, colour) = (style.face, style.size, style.colour);
        self.items.push(Tagged::new(owner, Item::Text { at, face, size, colour, words: open.words }));
        let width = open.to - open.from;
        if style.struck {
            let at = Point { x: open.from, y: -size * 29 / 100 };
            self.items.push(Tagged::new(None, Item::Box { at, width, height: 600, fill: style.colour }));
        }
        if let Some((node, target)) = &style.link {
            let at = Point { x: open.from, y: -size };
            let area = Area { at, width, height: size * 13 / 10, node: *node, target: target.clone(), words };
            self.areas.push(area);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::typeset::font::Programs;

    const SAMPLE: &str = "Nach jedem Notfall überprüft das Team für die Verwaltung des Wiederherstellungsprozesses, \
        ob die Wiederherstellungsprozesse wirksam waren, und legt fest, welche Änderungen das Bereitstellungsteam \
        umsetzt. Die betroffenen Teams werden über alle Änderungen informiert, und die Prozess-Überprüfung wird \
        mit ihrem Ergebnis, ihren Begründungen und den Beteiligten in der Chronologie festgehalten.";

    fn lines(text: &Text, measure: Mpt, setting: Setting) -> Vec<Line> {
        let programs = Programs::load().unwrap();
        let mut fonts = Fonts::new(&programs);
        let mut tree = Tree::new();
        let language = Language::German;
        let form =
            Form { kind: style::BODY, measure, setting, align: Align::Start, language, hyphenate: true };
        set(&mut fonts, &mut tree, text, form, Some(Tree::ROOT)).unwrap()
    }

    fn words(lines: &[Line]) -> String {
        let mut out = String::new();
        for tagged in lines.iter().flat_map(|line| &line.items) {
            if let Item::Text { words, .. } = &tagged.item {
                for placed in words {
                    out.push_str(&placed.word.text);
                    out.push_str(if placed.space { " " } else { "" });
                }
            }
        }
        out
    }

    #[test]
    fn justified_lines_end_at_the_measure_and_spaces_stay_calm() {
        for measure in [435_000, 380_000, 320_000] {
            let lines = lines(&Text::plain(SAMPLE), measure, Setting::Justified);
            let full = &lines[..lines.len() - 1];
            let exact = full.iter().filter(|line| measure - line.width < 500).count();
            assert!(exact * 10 >= full.len() * 9, "{exact} of {} lines are full at {measure}", full.len());
        }
    }

    #[test]
    fn spaces_of_justified_text_stretch_little() {
        let (mut stretch, mut count, mut widest) = (0, 0, 0);
        for repeat in 1..6 {
            let lines = lines(&Text::plain([SAMPLE; 5][..repeat].join(" ")), 435_000, Setting::Justified);
            for tagged in lines[..lines.len() - 1].iter().flat_map(|line| &line.items) {
                let Item::Text { words, size, .. } = &tagged.item else { continue };
                for pair in words.windows(2) {
                    let natural = scaled(236, *size);
                    let space = pair[1].x - pair[0].x - pair[0].word.at(*size);
                    let percent = (space - natural).abs() * 100 / natural;
                    (stretch, count, widest) = (stretch + percent, count + 1, widest.max(percent));
                }
            }
        }
        assert!(stretch / count <= 25, "mean {} %", stretch / count);
        assert!(widest <= 60, "widest {widest} %");
    }

    #[test]
    fn no_letter_is_lost_and_hyphens_are_the_only_addition() {
        let lines = lines(&Text::plain(SAMPLE), 200_000, Setting::Justified);
        let printed = words(&lines).replace("- ", "-");
        let joined: String = printed.chars().filter(|c| *c != '-').collect();
        let wanted: String = SAMPLE.chars().filter(|c| *c != '-').collect();
        assert_eq!(joined, wanted);
    }

    #[test]
    fn an_address_wider_than_the_line_is_divided_without_a_hyphen() {
        let hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        let lines = lines(&Text::code(hash), 120_000, Setting::Ragged);
        assert!(lines.len() > 1);
        assert_eq!(words(&lines), hash);
    }

    #[test]
    fn faces_may_change_inside_a_word() {
        let text = Text::plain("Prozess").then(Text::strong("fehler")).then(Text::plain(" gefunden"));
        assert_eq!(words(&lines(&text, 400_000, Setting::Ragged)), "Prozessfehler gefunden");
    }
}
