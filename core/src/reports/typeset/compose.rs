//! The whole report: body first, then the contents that name its pages, then heads and feet.
//! Knows blocks and pages, not how a block looks.

use super::TypesetError;
use super::flow::{Filled, Flow, Spot, Strip};
use super::font::{Fonts, Programs, Subset};
use super::item::{Item, Mark, Page, Point, Tagged};
use super::paragraph::{self, Form, Line};
use super::style::{self, Mpt, Type};
use super::tree::{Attribute, NodeId, Role, Tree};
use crate::reports::document::{Align, Block, Document, Face, Language, Running, Text};

/// A heading as the contents and the bookmarks need it.
#[derive(Debug, Clone)]
pub struct Heading {
    pub level: u8,
    /// "2.1"
    pub number: String,
    pub text: Text,
    pub anchor: Option<String>,
    pub spot: Spot,
}

/// Everything that goes into the file.
pub struct Composed {
    pub pages: Vec<Page>,
    pub tree: Tree,
    pub headings: Vec<Heading>,
    pub subsets: Vec<Option<Subset>>,
}

/// What setting the blocks needs at hand.
pub struct Composer<'p> {
    pub fonts: Fonts<'p>,
    pub tree: Tree,
    pub language: Language,
    pub headings: Vec<Heading>,
    /// Space above the next block, when the block before it decides.
    pub gap: Option<Mpt>,
    counters: [u32; 3],
    numbered: bool,
    /// First page of the body, once it is known.
    first_page: usize,
}

/// Sets all blocks of a document.
pub fn compose(document: &Document, programs: &Programs) -> Result<Composed, TypesetError> {
    let mut composer = Composer {
        fonts: Fonts::new(programs),
        tree: Tree::new(),
        language: document.language,
        headings: Vec::new(),
        gap: None,
        counters: [0; 3],
        numbered: document.numbered,
        first_page: 0,
    };
    let front = document.blocks.iter().position(|block| matches!(block, Block::Contents { .. }));
    let split = front.map_or(0, |at| at + 1);
    let front_node = front.map(|_| composer.tree.add(Tree::ROOT, Role::Part));
    let body_node = composer.tree.add(Tree::ROOT, Role::Part);
    let mut filled = composer.part(body_node, &document.blocks[split..])?;
    for (heading, spot) in &filled.spots {
        composer.headings[*heading].spot = *spot;
    }
    let mut pages = Vec::new();
    if let Some(node) = front_node {
        let real = std::mem::replace(&mut composer.tree, Tree::new());
        composer.first_page = composer.part(Tree::ROOT, &document.blocks[..split])?.pages.len();
        composer.tree = real;
        composer.tree.shift_pages(body_node, composer.first_page);
        for heading in &mut composer.headings {
            heading.spot.page += composer.first_page;
        }
        let front = composer.part(node, &document.blocks[..split])?;
        composer.bounds(&front);
        pages = front.pages;
    }
    composer.bounds(&filled);
    pages.append(&mut filled.pages);
    let count = pages.len();
    for (index, page) in pages.iter_mut().enumerate() {
        composer.running(page, &document.running, index + 1, count)?;
    }
    let subsets = composer.fonts.subsets()?;
    Ok(Composed { pages, tree: composer.tree, headings: composer.headings, subsets })
}

impl Composer<'_> {
    fn part(&mut self, node: NodeId, blocks: &[Block]) -> Result<Filled, TypesetError> {
        let mut flow = Flow::new();
        self.gap = None;
        for block in blocks {
            self.block(&mut flow, node, block)?;
        }
        Ok(flow.finish(&mut self.tree))
    }

    fn bounds(&mut self, filled: &Filled) {
        for (node, top, height) in &filled.figures {
            let (left, right) = (style::LEFT, style::LEFT + style::WIDTH);
            let upper = style::PAGE_HEIGHT - top;
            self.tree.set_attribute(*node, Attribute::Bounds([left, upper - height, right, upper]));
        }
    }

    /// The number of the next heading of a level; empty where headings bear none.
    pub fn number(&mut self, level: u8) -> String {
        if !self.numbered {
            return String::new();
        }
        let depth = usize::from(level.clamp(1, 3));
        self.counters[depth - 1] += 1;
        self.counters[depth..].fill(0);
        let parts: Vec<String> = self.counters[..depth].iter().map(u32::to_string).collect();
        parts.join(".")
    }

    /// Space above a block, unless the block before it has decided.
    pub fn space(&mut self, usual: Mpt) -> Mpt {
        self.gap.take().unwrap_or(usual)
    }

    /// Lines of a text.
    pub fn lines(
        &mut self,
        text: &Text,
        form: Form,
        node: Option<NodeId>,
    ) -> Result<Vec<Line>, TypesetError> {
        if let (Some(language), Some(node)) = (text.language, node) {
            self.tree.set_language(node, Some(language).filter(|language| *language != self.language));
        }
        paragraph::set(&mut self.fonts, &mut self.tree, text, form, node)
    }

    /// A single line that is not broken, as decoration or as content, with its right or left edge at `x`.
    pub fn single(
        &mut self,
        text: &Text,
        kind: Type,
        (x, baseline): (Mpt, Mpt),
        align: Align,
        node: Option<NodeId>,
    ) -> Result<(Vec<Tagged>, Mpt), TypesetError> {
        let form = Form::label(kind, Mpt::MAX / 4, self.language);
        let mut lines = paragraph::set(&mut self.fonts, &mut self.tree, text, form, node)?;
        let mut line = if lines.is_empty() { Line::default() } else { lines.swap_remove(0) };
        let dx = match align {
            Align::Start => x,
            Align::End => x - line.width,
        };
        line.items.iter_mut().for_each(|tagged| tagged.item.shift(dx, baseline));
        Ok((line.items, line.width))
    }

    fn running(
        &mut self,
        page: &mut Page,
        words: &Running,
        number: usize,
        count: usize,
    ) -> Result<(), TypesetError> {
        let (left, right) = (style::LEFT, style::LEFT + style::WIDTH);
        let (head, foot) = (style::HEAD_BASELINE, style::FOOT_BASELINE);
        let kind = style::RUNNING;
        let mut items = self.single(&Text::strong(&words.left), kind, (left, head), Align::Start, None)?.0;
        let (version, width) =
            self.single(&Text::plain(&words.right), kind, (right, head), Align::End, None)?;
        items.extend(version);
        if let Some(draft) = &words.draft {
            let end = right - width - 14_000;
            let (word, width) = self.single(&Text::strong(draft), kind, (end, head), Align::End, None)?;
            items.extend(word);
            items.push(Tagged::new(None, frame(end - width - 5_000, head - 8_400, width + 10_000, 11_600)));
        }
        items.push(Tagged::new(None, rule(left, head + 8_000, style::WIDTH)));
        items.push(Tagged::new(None, rule(left, foot - 12_000, style::WIDTH)));
        let seal = Text::plain(format!("{} ", words.seal_label)).then(Text::of(Face::Code, &words.seal));
        items.extend(self.single(&seal, kind, (left, foot), Align::Start, None)?.0);
        let place = format!("{} {number} {} {count}", words.page, words.of);
        items.extend(self.single(&Text::plain(place), kind, (right, foot), Align::End, None)?.0);
        page.marks.push(Mark::Decoration);
        page.marks.extend(items.into_iter().map(|tagged| Mark::Draw(tagged.item)));
        page.marks.push(Mark::End);
        Ok(())
    }
}

/// A hairline.
pub fn rule(x: Mpt, y: Mpt, width: Mpt) -> Item {
    Item::Box { at: Point { x, y }, width, height: 400, fill: style::RULE }
}

/// A thin frame in the accent colour.
fn frame(x: Mpt, y: Mpt, width: Mpt, height: Mpt) -> Item {
    super::sign::outline(Point { x, y }, (width, height), style::ACCENT)
}

/// Where the baseline of a line of a type stands below its upper edge.
pub fn baseline(kind: Type) -> Mpt {
    i32::midpoint(kind.leading, kind.size * 70 / 100)
}

/// One strip a line, kept so that no line stands alone at a page's edge.
pub fn strips(lines: Vec<Line>, kind: Type, x: Mpt) -> Vec<Strip> {
    let count = lines.len();
    lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| {
            let mut strip = Strip { height: kind.leading, ..Strip::default() };
            place(&mut strip, line, x, baseline(kind));
            strip.keep = index + 1 < count && (index == 0 || index + 2 == count);
            strip
        })
        .collect()
}

/// Puts a line into a strip.
pub fn place(strip: &mut Strip, line: Line, x: Mpt, y: Mpt) {
    for mut tagged in line.items {
        tagged.item.shift(x, y);
        strip.items.push(tagged);
    }
    for mut area in line.areas {
        area.at.x += x;
        area.at.y += y;
        strip.areas.push(area);
    }
}
