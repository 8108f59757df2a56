//! The title block. Knows no page.

use super::TypesetError;
use super::compose::{Composer, baseline, place, rule, strips};
use super::flow::{Flow, Strip};
use super::item::{Item, Point, Tagged};
use super::line::Setting;
use super::paragraph::Form;
use super::style::{self, Mpt, WIDTH};
use super::tree::{Attribute, NodeId, Role};
use crate::reports::document::{Align, Cell, Cover, Text};

const COLUMN_GAP: Mpt = 22_000;

impl Composer<'_> {
    /// Kicker, title, subtitle and the key data in two columns.
    pub fn cover(&mut self, flow: &mut Flow, parent: NodeId, cover: &Cover) -> Result<(), TypesetError> {
        let bar = Item::Box { at: Point { x: 0, y: 0 }, width: 42_000, height: 3_000, fill: style::ACCENT };
        let bar =
            Strip { height: 17_000, items: vec![Tagged::new(None, bar)], keep: true, ..Strip::default() };
        flow.push(&mut self.tree, bar);
        let kicker = Text::plain(&cover.kicker);
        let parts = [
            (Some(&kicker), style::KICKER, 0),
            (Some(&cover.title), style::TITLE, 3_000),
            (cover.subtitle.as_ref(), style::SUBTITLE, 5_000),
        ];
        for (text, kind, before) in parts {
            let Some(text) = text else { continue };
            let node = self.tree.add(parent, Role::Paragraph);
            let lines = self.lines(text, Form::label(kind, WIDTH - 20_000, self.language), Some(node))?;
            for (index, mut strip) in strips(lines, kind, 0).into_iter().enumerate() {
                strip.before = if index == 0 { before } else { 0 };
                strip.keep = true;
                flow.push(&mut self.tree, strip);
            }
        }
        let mut line = Strip { height: 10_000, before: 14_000, keep: true, ..Strip::default() };
        line.items.push(Tagged::new(None, rule(0, 0, WIDTH)));
        flow.push(&mut self.tree, line);
        self.key_data(flow, parent, &cover.facts)
    }

    fn key_data(
        &mut self,
        flow: &mut Flow,
        parent: NodeId,
        facts: &[(Text, Cell)],
    ) -> Result<(), TypesetError> {
        let list = self.tree.add(parent, Role::List);
        self.tree.set_attribute(list, Attribute::Numbered(false));
        let width = (WIDTH - COLUMN_GAP) / 2;
        for pair in facts.chunks(2) {
            let mut strip = Strip { before: 5_000, ..Strip::default() };
            for (column, (label, value)) in (0..).zip(pair) {
                let x = column * (width + COLUMN_GAP);
                let item = self.tree.add(list, Role::ListItem);
                let nodes = (self.tree.add(item, Role::Label), self.tree.add(item, Role::ListBody));
                let height = self.fact(&mut strip, label, value, nodes, (x, width))?;
                strip.height = strip.height.max(height);
            }
            flow.push(&mut self.tree, strip);
        }
        self.gap = Some(22_000);
        Ok(())
    }

    fn fact(
        &mut self,
        strip: &mut Strip,
        label: &Text,
        value: &Cell,
        (name, body): (NodeId, NodeId),
        (x, measure): (Mpt, Mpt),
    ) -> Result<Mpt, TypesetError> {
        let kind = style::CELL_HEAD;
        let mut y = 0;
        for line in self.lines(label, Form::label(kind, measure, self.language), Some(name))? {
            place(strip, line, x, y + baseline(kind));
            y += kind.leading;
        }
        let kind = style::BODY;
        let indent = self.signed(strip, value.sign, (x, y), kind);
        let form = Form {
            kind,
            measure: measure - indent,
            setting: Setting::Ragged,
            align: Align::Start,
            language: self.language,
            hyphenate: true,
        };
        for text in &value.texts {
            for line in self.lines(text, form, Some(body))? {
                place(strip, line, x + indent, y + baseline(kind));
                y += kind.leading;
            }
        }
        Ok(y)
    }
}
