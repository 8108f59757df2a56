//! The table of contents: headings with the pages on which they stand, as links.

use super::TypesetError;
use super::compose::{Composer, baseline, strips};
use super::flow::{Flow, Strip};
use super::item::{Area, Item, Paint, Point, Segment, Tagged, Target};
use super::paragraph::{Form, natural_width};
use super::style::{self, Mpt, Type, WIDTH};
use super::tree::{NodeId, Role};
use crate::reports::document::{Align, Text};

/// Above this number of headings only the first level is listed: the rest would leave the first page.
const LONG: usize = 18;
/// Room for the page's number at the right.
const FOLIO: Mpt = 26_000;

impl Composer<'_> {
    /// All headings with their pages.
    pub fn contents(&mut self, flow: &mut Flow, parent: NodeId, title: &str) -> Result<(), TypesetError> {
        let toc = self.tree.add(parent, Role::Contents);
        let caption = self.tree.add(toc, Role::Caption);
        let kind = style::heading(2);
        let lines =
            self.lines(&Text::plain(title), Form::label(kind, WIDTH, self.language), Some(caption))?;
        let before = self.space(26_000);
        for mut strip in strips(lines, kind, 0) {
            strip.before = before;
            strip.height += 2_000;
            strip.keep = true;
            flow.push(&mut self.tree, strip);
        }
        let depth = if self.headings.len() > LONG { 1 } else { 2 };
        for index in 0..self.headings.len() {
            if self.headings[index].level <= depth {
                let strip = self.entry(index, toc)?;
                flow.push(&mut self.tree, strip);
            }
        }
        Ok(())
    }

    fn entry(&mut self, index: usize, toc: NodeId) -> Result<Strip, TypesetError> {
        let heading = self.headings[index].clone();
        let first = heading.level == 1;
        let kind = Type { size: 9_200, leading: 14_200, ..style::CELL };
        let item = self.tree.add(toc, Role::ContentsItem);
        let link = self.tree.add(item, Role::Link);
        let (x, indent) = if first { (0, 20_000) } else { (20_000, 46_000) };
        let before = if first { 1_200 } else { 0 };
        let mut strip = Strip { before, ..Strip::default() };
        let line = (x, baseline(kind));
        strip.items = self.single(&Text::quiet(&heading.number), kind, line, Align::Start, Some(link))?.0;
        let text = bare(&heading.text);
        let measure = WIDTH - FOLIO - indent;
        let lines = self.lines(&text, Form::label(kind, measure, self.language), Some(link))?;
        let mut end = indent;
        let mut y = 0;
        for set in lines {
            end = indent + set.width;
            super::compose::place(&mut strip, set, indent, y + baseline(kind));
            y += kind.leading;
        }
        strip.height = y;
        let base = y - kind.leading + baseline(kind);
        let folio = Text::plain((heading.spot.page + 1).to_string());
        let width = natural_width(&mut self.fonts, &folio, kind)?;
        strip.items.push(Tagged::new(None, leader(end + 5_000, WIDTH - width - 5_000, base)));
        strip.items.extend(self.single(&folio, kind, (WIDTH, base), Align::End, Some(link))?.0);
        let words = format!("{} {}", heading.number, text.words()).trim_start().to_owned();
        let at = Point { x: 0, y: 0 };
        let target = Target::Heading(index);
        strip.areas.push(Area { at, width: WIDTH, height: y, node: link, target, words });
        Ok(strip)
    }
}

/// Fine dots that lead the eye to the page's number.
fn leader(from: Mpt, to: Mpt, y: Mpt) -> Item {
    let pitch = 3_600;
    // The dots of all lines stand below each other.
    let start = Point { x: (from + pitch - 1) / pitch * pitch, y: y - 300 };
    let paint = Paint::Stroke { colour: style::STRONG_RULE, width: 600, dash: Some((600, pitch - 600)) };
    Item::Path {
        start,
        segments: vec![Segment::To(Point { x: to.max(start.x), y: y - 300 })],
        closed: false,
        paint,
    }
}

/// A heading's words without its links.
fn bare(text: &Text) -> Text {
    let mut text = text.clone();
    text.runs.iter_mut().for_each(|run| run.link = None);
    text
}
