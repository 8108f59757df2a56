//! The display list: what stands where on a page. Any backend can draw it; knows no PDF.

use std::rc::Rc;

use super::font::Word;
use super::style::{Colour, Face, Mpt};
use super::tree::NodeId;

/// A point, from the upper left of the strip or page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    pub x: Mpt,
    pub y: Mpt,
}

/// A word of a line.
#[derive(Debug, Clone)]
pub struct Placed {
    pub word: Rc<Word>,
    /// From the start of the item.
    pub x: Mpt,
    /// A space follows, also where the line ends.
    pub space: bool,
}

/// A segment of a path.
#[derive(Debug, Clone, Copy)]
pub enum Segment {
    To(Point),
    /// Two control points and the end of a cubic curve.
    Curve(Point, Point, Point),
}

/// Something visible.
#[derive(Debug, Clone)]
pub enum Item {
    /// Words of one face and size on one baseline.
    Text { at: Point, face: Face, size: Mpt, colour: Colour, words: Vec<Placed> },
    /// A filled rectangle; rules are thin rectangles.
    Box { at: Point, width: Mpt, height: Mpt, fill: Colour },
    /// A path: filled, or stroked with a width and dashes (length of dash, length of gap).
    Path { start: Point, segments: Vec<Segment>, closed: bool, paint: Paint },
}

/// How a path is drawn.
#[derive(Debug, Clone, Copy)]
pub enum Paint {
    Fill(Colour),
    Stroke { colour: Colour, width: Mpt, dash: Option<(Mpt, Mpt)> },
}

impl Item {
    /// Moves the item.
    pub fn shift(&mut self, dx: Mpt, dy: Mpt) {
        let step = |point: &mut Point| {
            point.x += dx;
            point.y += dy;
        };
        match self {
            Self::Text { at, .. } | Self::Box { at, .. } => step(at),
            Self::Path { start, segments, .. } => {
                step(start);
                for segment in segments {
                    match segment {
                        Segment::To(to) => step(to),
                        Segment::Curve(a, b, to) => [a, b, to].into_iter().for_each(step),
                    }
                }
            }
        }
    }
}

/// An item and whose it is; nobody's means decoration.
#[derive(Debug, Clone)]
pub struct Tagged {
    pub node: Option<NodeId>,
    pub item: Item,
}

impl Tagged {
    pub fn new(node: Option<NodeId>, item: Item) -> Self {
        Self { node, item }
    }
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// The heading with this anchor.
    Anchor(String),
    /// The n-th heading of the report.
    Heading(usize),
    /// A web address.
    Web(String),
}

/// A place to click on.
#[derive(Debug, Clone)]
pub struct Area {
    pub at: Point,
    pub width: Mpt,
    pub height: Mpt,
    pub node: NodeId,
    pub target: Target,
    /// What the link says, for those who cannot see it.
    pub words: String,
}

/// What is on a finished page, in drawing and reading order.
#[derive(Debug, Clone)]
pub enum Mark {
    /// Content of a node begins: its role's name and its number on this page.
    Begin {
        tag: &'static str,
        number: usize,
    },
    /// Decoration begins.
    Decoration,
    /// The open content or decoration ends.
    End,
    Draw(Item),
}

/// A finished page.
#[derive(Debug, Default)]
pub struct Page {
    pub marks: Vec<Mark>,
    pub areas: Vec<Area>,
    /// The node of each marked content, by its number.
    pub contents: Vec<NodeId>,
}
