//! The tokens of the page: measures, type sizes and colours, and nothing that uses them.

use crate::reports::document::Face as Wanted;

/// A length in thousandths of a point.
pub type Mpt = i32;

/// A colour of the sRGB space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

/// Width and height of A4.
pub const PAGE_WIDTH: Mpt = 595_276;
pub const PAGE_HEIGHT: Mpt = 841_890;
/// The page's content: from the gutter's left edge to the right margin.
pub const LEFT: Mpt = 62_362;
pub const RIGHT: Mpt = 62_362;
pub const WIDTH: Mpt = PAGE_WIDTH - LEFT - RIGHT;
/// Section numbers hang in this gutter; running text starts behind it.
pub const GUTTER: Mpt = 36_000;
pub const MEASURE: Mpt = WIDTH - GUTTER;
/// First and last line of the content, from the page's upper edge.
pub const TOP: Mpt = 79_000;
pub const BOTTOM: Mpt = PAGE_HEIGHT - 79_000;
pub const BODY_HEIGHT: Mpt = BOTTOM - TOP;
/// Baselines of the running head and foot.
pub const HEAD_BASELINE: Mpt = 48_000;
pub const FOOT_BASELINE: Mpt = PAGE_HEIGHT - 46_000;

pub const INK: Colour = Colour(0x14, 0x1d, 0x26);
pub const QUIET: Colour = Colour(0x55, 0x60, 0x6b);
pub const ACCENT: Colour = Colour(0x0b, 0x4a, 0x66);
pub const RULE: Colour = Colour(0xc6, 0xcd, 0xd3);
pub const STRONG_RULE: Colour = Colour(0x5c, 0x68, 0x73);
pub const TINT: Colour = Colour(0xee, 0xf2, 0xf5);
pub const GOOD: Colour = Colour(0x1a, 0x69, 0x3b);
pub const BAD: Colour = Colour(0xa3, 0x23, 0x2a);
pub const CARE: Colour = Colour(0x8f, 0x5b, 0x00);
pub const PROVIDER: Colour = Colour(0xb9, 0x7a, 0x1f);

/// The four embedded faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    Regular,
    SemiBold,
    Italic,
    Mono,
}

/// A size of type with its line and its colour.
#[derive(Debug, Clone, Copy)]
pub struct Type {
    pub face: Face,
    pub size: Mpt,
    pub leading: Mpt,
    pub colour: Colour,
}

impl Type {
    const fn new(face: Face, size: Mpt, leading: Mpt, colour: Colour) -> Self {
        Self { face, size, leading, colour }
    }

    /// Face, size and colour of a run of this type.
    pub fn run(self, wanted: Wanted) -> (Face, Mpt, Colour) {
        match wanted {
            Wanted::Regular => (self.face, self.size, self.colour),
            Wanted::Strong => (Face::SemiBold, self.size, self.colour),
            Wanted::Emphasis => (Face::Italic, self.size, self.colour),
            // The fixed-width face looks larger than the others at the same size.
            Wanted::Code => (Face::Mono, self.size * 91 / 100, self.colour),
            Wanted::Quiet => (self.face, self.size, QUIET),
        }
    }
}

pub const BODY: Type = Type::new(Face::Regular, 9_800, 14_400, INK);
pub const NOTE: Type = Type::new(Face::Regular, 8_200, 11_800, QUIET);
pub const CELL: Type = Type::new(Face::Regular, 8_600, 12_000, INK);
pub const CELL_HEAD: Type = Type::new(Face::SemiBold, 7_900, 11_000, QUIET);
pub const CAPTION: Type = Type::new(Face::SemiBold, 8_600, 12_000, INK);
pub const RUNNING: Type = Type::new(Face::Regular, 7_600, 10_000, QUIET);
pub const LABEL: Type = Type::new(Face::Regular, 7_400, 9_600, INK);
pub const KICKER: Type = Type::new(Face::SemiBold, 9_000, 13_000, ACCENT);
pub const TITLE: Type = Type::new(Face::SemiBold, 24_000, 29_000, INK);
pub const SUBTITLE: Type = Type::new(Face::Regular, 12_000, 17_000, QUIET);

/// The type of a heading of level 1 to 3.
pub fn heading(level: u8) -> Type {
    match level {
        0 | 1 => Type::new(Face::SemiBold, 14_500, 19_000, INK),
        2 => Type::new(Face::SemiBold, 11_000, 15_500, INK),
        3.. => Type::new(Face::SemiBold, 9_800, 14_400, INK),
    }
}
