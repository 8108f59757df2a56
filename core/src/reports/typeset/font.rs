//! The embedded faces: what a word looks like, how wide it is, and what of each face a report uses.
//! Knows no line and no page.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use harfrust::{Buffer, Direction, Feature, Font, Script, ShapeOptions, ShapePlan, ShaperFont, Tag};
use subsetter::GlyphRemapper;

use super::TypesetError;
use super::style::{Face, Mpt};
use crate::reports::document::Language;

/// Units of an em; IBM Plex is drawn on this grid, so a width is also a width in PDF's text space.
const EM: i32 = 1_000;

/// Name, program, and what the program's `head`, `hhea` and `OS/2` tables say about it.
type Source = (&'static str, &'static [u8], Metrics);

const PROGRAMS: [Source; 4] = [
    (
        "IBMPlexSans",
        include_bytes!("../../../fonts/IBMPlexSans-Regular.ttf"),
        Metrics::new([-260, -245, 1241, 1119], (1, 0), 400),
    ),
    (
        "IBMPlexSans-SemiBold",
        include_bytes!("../../../fonts/IBMPlexSans-SemiBold.ttf"),
        Metrics::new([-293, -266, 1305, 1141], (1, 0), 600),
    ),
    (
        "IBMPlexSans-Italic",
        include_bytes!("../../../fonts/IBMPlexSans-Italic.ttf"),
        Metrics::new([-245, -245, 1180, 1120], (1_000, 200), 400),
    ),
    (
        "IBMPlexMono",
        include_bytes!("../../../fonts/IBMPlexMono-Regular.ttf"),
        Metrics::new([-260, -350, 648, 1119], (1, 0), 400),
    ),
];

/// What a reader of the file is told about a face.
#[derive(Debug, Clone, Copy)]
pub struct Metrics {
    pub ascent: i16,
    pub descent: i16,
    /// Left, lower, right and upper bound of all glyphs.
    pub bounds: [i16; 4],
    /// Rise and run of the slope.
    pub slope: (i16, i16),
    pub weight: u16,
}

impl Metrics {
    const fn new(bounds: [i16; 4], slope: (i16, i16), weight: u16) -> Self {
        Self { ascent: 1_025, descent: -275, bounds, slope, weight }
    }
}

/// A glyph of a shaped word. Widths in thousandths of an em.
#[derive(Debug, Clone, Copy)]
pub struct Glyph {
    /// Glyph id in the whole face.
    pub id: u16,
    /// How far the pen moves, kerning included.
    pub advance: i32,
    /// How far the face itself would move it.
    pub natural: i32,
    /// First byte of the text that the glyph stands for.
    pub start: usize,
    /// Whether the glyph is what the face shows for that one character.
    pub plain: bool,
}

/// A word with its glyphs.
#[derive(Debug)]
pub struct Word {
    pub text: Box<str>,
    pub glyphs: Vec<Glyph>,
    /// Sum of the advances, in thousandths of an em.
    pub width: i32,
}

impl Word {
    /// Width at a size.
    pub fn at(&self, size: Mpt) -> Mpt {
        scaled(self.width, size)
    }

    /// The text that a glyph stands for.
    pub fn text_of(&self, index: usize) -> &str {
        let start = self.glyphs[index].start;
        let end = self.glyphs.get(index + 1).map_or(self.text.len(), |next| next.start);
        self.text.get(start..end).unwrap_or_default()
    }

    /// Width before the character at a byte of the text.
    pub fn width_before(&self, byte: usize) -> i32 {
        self.glyphs.iter().take_while(|glyph| glyph.start < byte).map(|glyph| glyph.advance).sum()
    }
}

/// A width in thousandths of an em at a size.
pub fn scaled(units: i32, size: Mpt) -> Mpt {
    Mpt::try_from(i64::from(units) * i64::from(size) / i64::from(EM)).unwrap_or(Mpt::MAX)
}

/// The font programs, parsed.
pub struct Programs([Font; 4]);

impl Programs {
    /// Parses the embedded programs.
    pub fn load() -> Result<Self, TypesetError> {
        let parse =
            |at: usize| Font::new(PROGRAMS[at].1, 0).ok_or(TypesetError::BrokenFont { face: PROGRAMS[at].0 });
        Ok(Self([parse(0)?, parse(1)?, parse(2)?, parse(3)?]))
    }
}

struct Shaper<'p> {
    font: ShaperFont<'p, 'static>,
    plan: ShapePlan,
    words: HashMap<Box<str>, Rc<Word>>,
    used: BTreeMap<char, u16>,
    /// Glyphs that stand for several characters, or together with others for one.
    composed: BTreeSet<u16>,
}

/// Shapes words and remembers them, and which glyphs they need.
pub struct Fonts<'p> {
    shapers: [Shaper<'p>; 4],
    buffer: Option<Buffer>,
    syllables: HashMap<(Language, Box<str>), Rc<[usize]>>,
}

/// What of a face goes into the file.
pub struct Subset {
    pub name: String,
    pub program: Vec<u8>,
    pub metrics: Metrics,
    /// Advance of the space.
    pub space: i32,
    /// Character to glyph id in the subset.
    pub characters: BTreeMap<u32, u16>,
    /// Glyph id in the whole face to glyph id in the subset.
    pub glyphs: BTreeMap<u16, u16>,
    /// Advance of each glyph of the subset.
    pub widths: BTreeMap<u16, u16>,
}

impl<'p> Fonts<'p> {
    pub fn new(programs: &'p Programs) -> Self {
        let shaper = |font: &'p Font, ligatures: bool| {
            let features = if ligatures { vec![] } else { vec![Feature::new(Tag::new(b"liga"), 0, ..)] };
            Shaper {
                font: ShaperFont::new(font),
                plan: ShapePlan::new(font, Direction::LeftToRight, Some(Script::LATIN), None, &features),
                words: HashMap::new(),
                used: BTreeMap::new(),
                composed: BTreeSet::new(),
            }
        };
        let [regular, semibold, italic, mono] = &programs.0;
        Self {
            shapers: [
                shaper(regular, true),
                shaper(semibold, true),
                shaper(italic, true),
                shaper(mono, false),
            ],
            buffer: Some(Buffer::new()),
            syllables: HashMap::new(),
        }
    }

    /// A word in a face.
    ///
    /// # Errors
    /// A character that the face has no glyph for.
    pub fn word(&mut self, face: Face, text: &str) -> Result<Rc<Word>, TypesetError> {
        let shaper = &mut self.shapers[face as usize];
        if let Some(word) = shaper.words.get(text) {
            return Ok(Rc::clone(word));
        }
        let mut buffer = self.buffer.take().unwrap_or_default();
        buffer.clear();
        let word = shaper.shape(&mut buffer, text);
        self.buffer = Some(buffer);
        let word = Rc::new(word?);
        self.shapers[face as usize].words.insert(text.into(), Rc::clone(&word));
        Ok(word)
    }

    /// Width of a space of a face at a size.
    pub fn space(&mut self, face: Face, size: Mpt) -> Result<Mpt, TypesetError> {
        Ok(self.word(face, " ")?.at(size))
    }

    /// The bytes of a word before which it may be divided with a hyphen.
    pub fn syllables(&mut self, language: Language, word: &str) -> Rc<[usize]> {
        let key = (language, Box::from(word));
        if let Some(found) = self.syllables.get(&key) {
            return Rc::clone(found);
        }
        let found: Rc<[usize]> = divide(language, word).into();
        self.syllables.insert(key, Rc::clone(&found));
        found
    }

    /// What each used face needs, in the order of [`Face`].
    ///
    /// # Errors
    /// A face whose tables cannot be cut down.
    pub fn subsets(&self) -> Result<Vec<Option<Subset>>, TypesetError> {
        self.shapers.iter().zip(PROGRAMS).map(|(shaper, source)| shaper.subset(source)).collect()
    }
}

impl Shaper<'_> {
    fn shape(&mut self, buffer: &mut Buffer, text: &str) -> Result<Word, TypesetError> {
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(Script::LATIN));
        let options = ShapeOptions::new().plan(Some(&self.plan));
        harfrust::shape(&self.font, buffer, options)
            .map_err(|_| TypesetError::Unshapable { text: text.into() })?;
        let mut glyphs = Vec::with_capacity(buffer.len());
        for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let start = info.cluster as usize;
            let character = text[start..].chars().next().unwrap_or(char::REPLACEMENT_CHARACTER);
            let id = u16::try_from(info.glyph_id).unwrap_or(0);
            if id == 0 {
                return Err(TypesetError::MissingGlyph { character, text: text.into() });
            }
            let natural = self.font.glyph_h_advance(info.glyph_id.into());
            glyphs.push(Glyph { id, advance: position.x_advance, natural, start, plain: false });
        }
        share_clusters(text, &mut glyphs);
        let width = glyphs.iter().map(|glyph| glyph.advance).sum();
        let mut word = Word { text: text.into(), glyphs, width };
        self.register(&mut word);
        Ok(word)
    }

    /// Notes which glyphs stand for one character and which for several.
    fn register(&mut self, word: &mut Word) {
        for index in 0..word.glyphs.len() {
            let mut characters = word.text_of(index).chars();
            let id = word.glyphs[index].id;
            match (characters.next(), characters.next()) {
                (Some(character), None) if self.nominal(character) == Some(id) => {
                    word.glyphs[index].plain = true;
                    self.used.insert(character, id);
                }
                (Some(_) | None, _) => {
                    self.composed.insert(id);
                }
            }
        }
    }

    fn nominal(&self, character: char) -> Option<u16> {
        u16::try_from(self.font.nominal_glyph(u32::from(character))?.to_u32()).ok()
    }

    fn subset(&self, (name, program, metrics): Source) -> Result<Option<Subset>, TypesetError> {
        if self.used.is_empty() && self.composed.is_empty() {
            return Ok(None);
        }
        let space = self.nominal(' ').ok_or(TypesetError::BrokenFont { face: name })?;
        let mut used = self.used.clone();
        used.insert(' ', space);
        let space = self.font.glyph_h_advance(u32::from(space).into());
        let ids: BTreeSet<u16> = used.values().chain(&self.composed).copied().collect();
        let mut remapper = GlyphRemapper::new();
        let glyphs: BTreeMap<u16, u16> = ids.iter().map(|id| (*id, remapper.remap(*id))).collect();
        let program =
            subsetter::subset(program, 0, &remapper).map_err(|_| TypesetError::BrokenFont { face: name })?;
        let widths = glyphs
            .iter()
            .map(|(old, new)| {
                let advance = self.font.glyph_h_advance(u32::from(*old).into());
                (*new, u16::try_from(advance).unwrap_or(0))
            })
            .collect();
        let characters = used.iter().map(|(character, id)| (u32::from(*character), glyphs[id])).collect();
        let name = format!("LOTSEA+{name}");
        Ok(Some(Subset { name, program, metrics, space, characters, glyphs, widths }))
    }
}

/// Several glyphs of one cluster share its characters one by one; one that is left over stands for none.
fn share_clusters(text: &str, glyphs: &mut [Glyph]) {
    let mut first = 0;
    while first < glyphs.len() {
        let start = glyphs[first].start;
        let count = glyphs[first..].iter().take_while(|glyph| glyph.start == start).count();
        let end = glyphs.get(first + count).map_or(text.len(), |next| next.start);
        let mut starts = text[start..end].char_indices().map(|(at, _)| start + at);
        for glyph in &mut glyphs[first..first + count] {
            glyph.start = starts.next().unwrap_or(end);
        }
        first += count;
    }
}

/// Longest word that is looked at for hyphenation; longer ones are ids.
const LONGEST: usize = 120;

fn divide(language: Language, word: &str) -> Vec<usize> {
    let start = word.find(char::is_alphabetic).unwrap_or(word.len());
    let core = &word[start..];
    let core = &core[..core.find(|c: char| !c.is_alphabetic()).unwrap_or(core.len())];
    let rest = &word[start + core.len()..];
    let capitals = core.chars().filter(|c| c.is_uppercase()).count();
    if core.chars().count() < 5
        || word.len() > LONGEST
        || capitals > 1
        || rest.contains(char::is_alphanumeric)
    {
        return Vec::new();
    }
    let (language, right) = match language {
        Language::German => (hypher::Lang::German, 3),
        Language::English => (hypher::Lang::English, 3),
    };
    let mut at = start;
    let mut places: Vec<usize> = hypher::hyphenate_bounded(core, language, 2, right)
        .map(|syllable| {
            at += syllable.len();
            at
        })
        .collect();
    places.pop();
    places
}

/// The text with every character that the faces cannot print spelled as its code point, `[U+1F525]`,
/// so that a record with any character in it can be printed and nothing is left out.
pub fn spelled(programs: &Programs, text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let known = |font: &Font| {
            font.charmap().map_unicode(u32::from(character)).is_some_and(|glyph| glyph.to_u32() != 0)
        };
        if character == '\n' || (!character.is_control() && programs.0.iter().all(known)) {
            out.push(character);
        } else if character == '\t' {
            out.push(' ');
        } else if !matches!(
            character,
            '\r' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{fe0e}' | '\u{fe0f}' | '\u{feff}'
        ) {
            out.push_str(&format!("[U+{:04X}]", u32::from(character)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kerning_moves_the_pen_and_a_ligature_keeps_its_letters() {
        let programs = Programs::load().unwrap();
        let mut fonts = Fonts::new(&programs);
        let word = fonts.word(Face::Regular, "Tofi").unwrap();
        assert!(word.glyphs.iter().any(|glyph| glyph.advance != glyph.natural), "To is kerned");
        let texts: Vec<&str> = (0..word.glyphs.len()).map(|at| word.text_of(at)).collect();
        assert_eq!(texts.concat(), "Tofi");
        assert_eq!(texts.last(), Some(&"fi"));
    }

    #[test]
    fn a_character_without_a_glyph_is_an_error() {
        let programs = Programs::load().unwrap();
        let mut fonts = Fonts::new(&programs);
        let refused = fonts.word(Face::Regular, "a火b").unwrap_err();
        assert!(matches!(refused, TypesetError::MissingGlyph { character: '火', .. }));
    }

    #[test]
    fn what_the_faces_lack_can_be_spelled() {
        let programs = Programs::load().unwrap();
        assert_eq!(spelled(&programs, "Brand 🔥\tim\r\nRZ"), "Brand [U+1F525] im\nRZ");
    }

    #[test]
    fn german_and_english_words_are_divided_by_their_own_rules() {
        assert_eq!(divide(Language::German, "Wiederherstellung,"), [3, 6, 9, 13]);
        assert_eq!(divide(Language::English, "recovery"), [2, 5]);
        assert_eq!(divide(Language::German, "INC0012345"), [0_usize; 0]);
    }

    #[test]
    fn a_word_of_any_length_is_divided_or_left_whole() {
        let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
        assert!(divide(Language::German, long).len() > 10);
        for times in 1..400 {
            divide(Language::English, &"ä".repeat(times));
        }
    }

    #[test]
    fn all_digits_of_all_faces_are_equally_wide() {
        let programs = Programs::load().unwrap();
        let mut fonts = Fonts::new(&programs);
        for face in [Face::Regular, Face::SemiBold, Face::Italic, Face::Mono] {
            let widths: BTreeSet<i32> =
                "0123456789".chars().map(|d| fonts.word(face, &d.to_string()).unwrap().width).collect();
            assert_eq!(widths.len(), 1);
        }
    }
}
