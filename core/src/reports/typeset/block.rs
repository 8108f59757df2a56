//! Headings, paragraphs, lists and signatures as strips. Knows no page.

use super::TypesetError;
use super::compose::{Composer, Heading, baseline, place, rule, strips};
use super::flow::{Flow, Spot, Strip};
use super::line::Setting;
use super::paragraph::Form;
use super::style::{self, GUTTER, MEASURE, Mpt};
use super::tree::{Attribute, NodeId, Role};
use crate::reports::document::{Align, Block, Signature, Text, Tone};

/// Space above a paragraph, a list, a table or a figure.
pub const PARAGRAPH_GAP: Mpt = 7_000;
pub const LIST_GAP: Mpt = 3_000;
pub const BLOCK_GAP: Mpt = 12_000;
const LIST_INDENT: Mpt = 15_000;

impl Composer<'_> {
    /// Sets a block.
    pub fn block(&mut self, flow: &mut Flow, parent: NodeId, block: &Block) -> Result<(), TypesetError> {
        match block {
            Block::Cover(cover) => self.cover(flow, parent, cover),
            Block::Contents { title } => self.contents(flow, parent, title),
            Block::Heading { level, text, anchor } => {
                self.heading(flow, parent, *level, text, anchor.as_deref())
            }
            Block::Paragraph { text, tone } => self.paragraph(flow, parent, text, *tone),
            Block::List { ordered, items } => self.list(flow, parent, *ordered, items),
            Block::Table(table) => self.table(flow, parent, table),
            Block::Pairs(pairs) => self.pairs(flow, parent, pairs),
            Block::Figure(figure) => self.figure(flow, parent, figure),
            Block::Signatures(lines) => self.signatures(flow, parent, lines),
            Block::Form(rows) => self.form(flow, parent, rows),
            Block::Together(blocks) => {
                flow.hold();
                let set = blocks.iter().try_for_each(|block| self.block(flow, parent, block));
                flow.release(&mut self.tree);
                set
            }
            Block::NewPage => {
                flow.push(&mut self.tree, Strip { new_page: true, ..Strip::default() });
                self.gap = Some(0);
                Ok(())
            }
        }
    }

    fn heading(
        &mut self,
        flow: &mut Flow,
        parent: NodeId,
        level: u8,
        text: &Text,
        anchor: Option<&str>,
    ) -> Result<(), TypesetError> {
        let kind = style::heading(level);
        let (before, after) = match level {
            0 | 1 => (25_000, 5_000),
            2 => (15_000, 3_500),
            3.. => (10_000, 2_000),
        };
        let number = self.number(level);
        let node = self.tree.add(parent, Role::Heading(level));
        let lines = self.lines(text, Form::label(kind, MEASURE, self.language), Some(node))?;
        let mut strips = strips(lines, kind, GUTTER);
        let count = strips.len();
        for (index, strip) in strips.iter_mut().enumerate() {
            strip.keep = true;
            if index == 0 {
                strip.before = self.space(before);
                strip.heading = Some(self.headings.len());
                let mut mark = style::heading(level.max(2));
                mark.colour = style::ACCENT;
                let label = Text::plain(&number);
                let (items, _) = self.single(&label, mark, (0, baseline(kind)), Align::Start, Some(node))?;
                strip.items.splice(0..0, items);
            }
            if index + 1 == count {
                strip.height += after;
            }
        }
        let spot = Spot { page: 0, y: 0 };
        let anchor = anchor.map(str::to_owned);
        self.headings.push(Heading { level: level.clamp(1, 3), number, text: text.clone(), anchor, spot });
        self.gap = Some(0);
        strips.into_iter().for_each(|strip| flow.push(&mut self.tree, strip));
        Ok(())
    }

    fn paragraph(
        &mut self,
        flow: &mut Flow,
        parent: NodeId,
        text: &Text,
        tone: Tone,
    ) -> Result<(), TypesetError> {
        let (kind, setting) = match tone {
            Tone::Body => (style::BODY, Setting::Justified),
            Tone::Note => (style::NOTE, Setting::Ragged),
        };
        let node = self.tree.add(parent, Role::Paragraph);
        let language = self.language;
        let form = Form { kind, measure: MEASURE, setting, align: Align::Start, language, hyphenate: true };
        let lines = self.lines(text, form, Some(node))?;
        let before = self.space(PARAGRAPH_GAP);
        for (index, mut strip) in strips(lines, kind, GUTTER).into_iter().enumerate() {
            strip.before = if index == 0 { before } else { 0 };
            flow.push(&mut self.tree, strip);
        }
        Ok(())
    }

    fn list(
        &mut self,
        flow: &mut Flow,
        parent: NodeId,
        ordered: bool,
        items: &[Text],
    ) -> Result<(), TypesetError> {
        let list = self.tree.add(parent, Role::List);
        self.tree.set_attribute(list, Attribute::Numbered(ordered));
        let kind = style::BODY;
        for (index, text) in items.iter().enumerate() {
            let item = self.tree.add(list, Role::ListItem);
            let label = self.tree.add(item, Role::Label);
            let body = self.tree.add(item, Role::ListBody);
            let mark = if ordered { format!("{}.", index + 1) } else { "•".to_owned() };
            let (mark, _) =
                self.single(&Text::plain(mark), kind, (GUTTER, baseline(kind)), Align::Start, Some(label))?;
            let measure = MEASURE - LIST_INDENT;
            let (setting, align, language) = (Setting::Justified, Align::Start, self.language);
            let form = Form { kind, measure, setting, align, language, hyphenate: true };
            let lines = self.lines(text, form, Some(body))?;
            let before = self.space(if index == 0 { PARAGRAPH_GAP } else { LIST_GAP });
            let mut mark = Some(mark);
            for mut strip in strips(lines, kind, GUTTER + LIST_INDENT) {
                if let Some(mark) = mark.take() {
                    strip.before = before;
                    strip.items.splice(0..0, mark);
                }
                flow.push(&mut self.tree, strip);
            }
        }
        Ok(())
    }

    fn signatures(
        &mut self,
        flow: &mut Flow,
        parent: NodeId,
        lines: &[Signature],
    ) -> Result<(), TypesetError> {
        let gap = 24_000;
        let width = (MEASURE - gap) / 2;
        for (row, pair) in lines.chunks(2).enumerate() {
            let before = self.space(if row == 0 { 16_000 } else { 20_000 });
            let mut strip = Strip { before, height: 92_000, ..Strip::default() };
            for (column, signature) in (0..).zip(pair) {
                let x = GUTTER + column * (width + gap);
                self.signature(&mut strip, parent, signature, (x, width))?;
            }
            flow.push(&mut self.tree, strip);
        }
        Ok(())
    }

    fn signature(
        &mut self,
        strip: &mut Strip,
        parent: NodeId,
        signature: &Signature,
        (x, width): (Mpt, Mpt),
    ) -> Result<(), TypesetError> {
        let node = self.tree.add(parent, Role::Paragraph);
        let mut y = 0;
        for (text, kind) in [
            (Text::plain(&signature.role), style::CELL_HEAD),
            (Text::strong(&signature.name), style::CELL),
            (Text::quiet(&signature.note), style::NOTE),
        ] {
            if text.is_empty() {
                y += kind.leading;
                continue;
            }
            for line in self.lines(&text, Form::label(kind, width, self.language), Some(node))? {
                place(strip, line, x, y + baseline(kind));
                y += kind.leading;
            }
        }
        let line = strip.height.max(y + 34_000) - 16_000;
        strip.height = line + 16_000;
        strip.items.push(super::item::Tagged::new(None, rule(x, line, width)));
        let kind = style::NOTE;
        for set in
            self.lines(&Text::plain(&signature.line), Form::label(kind, width, self.language), Some(node))?
        {
            place(strip, set, x, line + 2_000 + baseline(kind));
        }
        Ok(())
    }
}
