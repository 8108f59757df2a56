//! Drawings as vector figures with their alternative text, caption and table.

mod bars;
mod course;
mod gantt;

use super::TypesetError;
use super::block::BLOCK_GAP;
use super::compose::{Composer, strips};
use super::flow::{Flow, Strip};
use super::item::{Item, Paint, Point, Tagged};
use super::paragraph::Form;
use super::sign::path;
use super::style::{self, Colour, GUTTER, MEASURE, Mpt};
use super::tree::{NodeId, Role};
use crate::reports::document::{Drawing, Figure, Text};

/// A drawing in the making: everything in it belongs to one node.
struct Canvas {
    node: NodeId,
    items: Vec<Tagged>,
}

impl Canvas {
    fn draw(&mut self, item: Item) {
        self.items.push(Tagged::new(Some(self.node), item));
    }

    fn fill(&mut self, (x, y): (Mpt, Mpt), (width, height): (Mpt, Mpt), fill: Colour) {
        self.draw(Item::Box { at: Point { x, y }, width, height, fill });
    }

    /// Slanted lines within a band.
    fn hatch(&mut self, (x, y): (Mpt, Mpt), (width, height): (Mpt, Mpt), hatch: Hatch) {
        let paint = Paint::Stroke { colour: hatch.colour, width: hatch.stroke, dash: None };
        let mut foot = hatch.pitch;
        while foot < width + height {
            // The line from (foot, lower edge) towards the upper right, cut at the band's sides.
            let (left, right) = ((foot - height).max(0), foot.min(width));
            let start = Point { x: x + left, y: y + (foot - left).min(height) };
            let end = Point { x: x + right, y: y + (foot - right).max(0) };
            self.draw(path(start, vec![end], false, paint));
            foot += hatch.pitch;
        }
    }
}

/// How an area is filled with slanted lines.
#[derive(Debug, Clone, Copy)]
struct Hatch {
    colour: Colour,
    stroke: Mpt,
    /// From one line to the next.
    pitch: Mpt,
}

impl Composer<'_> {
    /// A drawing with caption and table.
    pub fn figure(&mut self, flow: &mut Flow, parent: NodeId, figure: &Figure) -> Result<(), TypesetError> {
        let node = self.tree.add(parent, Role::Figure);
        self.tree.set_alternative(node, &figure.alternative);
        let mut canvas = Canvas { node, items: Vec::new() };
        let (height, x) = match &figure.drawing {
            Drawing::Course(course) => (course::draw(self, &mut canvas, course)?, GUTTER),
            Drawing::Gantt(gantt) => (gantt::draw(self, &mut canvas, gantt)?, GUTTER),
            Drawing::Bars(bars) => (bars::draw(self, &mut canvas, bars, MEASURE)?, GUTTER),
        };
        for tagged in &mut canvas.items {
            tagged.item.shift(x, 0);
        }
        let before = self.space(BLOCK_GAP);
        let strip =
            Strip { height, before, items: canvas.items, keep: true, figure: Some(node), ..Strip::default() };
        flow.push(&mut self.tree, strip);
        let owner = self.tree.add(parent, Role::Paragraph);
        let kind = style::NOTE;
        let lines = self.lines(&figure.caption, Form::label(kind, MEASURE, self.language), Some(owner))?;
        let mut before = 5_000;
        for mut strip in strips(lines, kind, GUTTER) {
            strip.before = std::mem::take(&mut before);
            flow.push(&mut self.tree, strip);
        }
        self.gap = Some(BLOCK_GAP);
        match &figure.table {
            Some(table) => self.table(flow, parent, table),
            None => Ok(()),
        }
    }

    /// Words on a canvas, their left edge at `x`; returns their width.
    fn write(
        &mut self,
        canvas: &mut Canvas,
        text: &Text,
        kind: style::Type,
        (x, y): (Mpt, Mpt),
    ) -> Result<Mpt, TypesetError> {
        let start = crate::reports::document::Align::Start;
        let (items, width) = self.single(text, kind, (x, y), start, Some(canvas.node))?;
        canvas.items.extend(items);
        Ok(width)
    }
}
