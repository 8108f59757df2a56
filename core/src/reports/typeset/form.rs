//! Fields to fill in by hand: framed rows with a small label in each field, and boxes to tick. Knows no page.

use super::TypesetError;
use super::block::{BLOCK_GAP, PARAGRAPH_GAP};
use super::compose::{Composer, baseline, place};
use super::flow::{Flow, Strip};
use super::item::{Item, Point, Tagged};
use super::paragraph::Form;
use super::sign::outline;
use super::style::{self, GUTTER, MEASURE, Mpt};
use super::tree::{NodeId, Role};
use crate::reports::document::{Field, FormRow, Text};

/// Between a frame and what stands in it.
const PAD: Mpt = 4_000;
/// A line of handwriting.
const HAND: Mpt = 18_500;
/// A box to tick, and the space between it and its word, and behind the word.
const TICK: Mpt = 7_600;
const TICK_GAP: Mpt = 4_500;
const WORD_GAP: Mpt = 15_000;

/// Where a field stands in its row.
#[derive(Clone, Copy)]
struct Room {
    x: Mpt,
    width: Mpt,
}

impl Composer<'_> {
    /// Rows of fields, which stay on one page as long as one holds them.
    pub fn form(&mut self, flow: &mut Flow, parent: NodeId, rows: &[FormRow]) -> Result<(), TypesetError> {
        let mut before = self.space(PARAGRAPH_GAP + 1_000);
        let count = rows.len();
        for (index, row) in rows.iter().enumerate() {
            let mut strip = self.form_row(parent, row, index == 0)?;
            strip.before = std::mem::take(&mut before);
            strip.keep = index + 1 < count;
            flow.push(&mut self.tree, strip);
        }
        self.gap = Some(BLOCK_GAP);
        Ok(())
    }

    fn form_row(&mut self, parent: NodeId, row: &[Field], first: bool) -> Result<Strip, TypesetError> {
        let mut strip = Strip::default();
        let rooms = rooms(row);
        for (field, room) in row.iter().zip(&rooms) {
            let height = self.field(&mut strip, parent, field, *room)?;
            strip.height = strip.height.max(height);
        }
        let height = strip.height;
        for (at, room) in rooms.iter().enumerate() {
            if at > 0 {
                strip.items.push(line((room.x, 0), (600, height)));
            }
        }
        for x in [GUTTER, GUTTER + MEASURE - 600] {
            strip.items.push(line((x, 0), (600, height)));
        }
        if first {
            strip.items.push(line((GUTTER, 0), (MEASURE, 600)));
        }
        strip.items.push(line((GUTTER, height - 600), (MEASURE, 600)));
        Ok(strip)
    }

    /// Puts a field into its row; returns how high it is.
    fn field(
        &mut self,
        strip: &mut Strip,
        parent: NodeId,
        field: &Field,
        room: Room,
    ) -> Result<Mpt, TypesetError> {
        let node = self.tree.add(parent, Role::Paragraph);
        let (x, width) = (room.x + PAD + 1_000, room.width - 2 * PAD - 1_000);
        let mut label = style::LABEL;
        label.colour = style::QUIET;
        let mut y = PAD - 1_000;
        for set in
            self.lines(&Text::plain(&field.label), Form::label(label, width, self.language), Some(node))?
        {
            place(strip, set, x, y + baseline(label));
            y += label.leading;
        }
        if !field.choices.is_empty() {
            y = self.choices(strip, parent, &field.choices, Room { x, width }, y + 3_000)?;
        }
        if field.filled.is_empty() {
            return Ok(y + if field.choices.is_empty() { HAND * Mpt::from(field.lines) } else { PAD });
        }
        // What is filled in already is read aloud and copied by hand: it is as large as running text.
        let kind = style::BODY;
        let form = Form { hyphenate: true, ..Form::label(kind, width, self.language) };
        y += 1_000;
        for set in self.lines(&field.filled, form, Some(node))? {
            place(strip, set, x, y + baseline(kind));
            y += kind.leading;
        }
        Ok(y + PAD)
    }

    /// Words with a box before each, in as many lines as they need; returns where they end.
    fn choices(
        &mut self,
        strip: &mut Strip,
        parent: NodeId,
        words: &[String],
        room: Room,
        top: Mpt,
    ) -> Result<Mpt, TypesetError> {
        let kind = style::CELL;
        let (mut x, mut y) = (room.x, top);
        for word in words {
            let node = self.tree.add(parent, Role::Paragraph);
            let measure = room.width - TICK - TICK_GAP;
            let lines =
                self.lines(&Text::plain(word), Form::label(kind, measure, self.language), Some(node))?;
            let width = TICK + TICK_GAP + lines.iter().map(|line| line.width).max().unwrap_or(0);
            if x > room.x && x + width > room.x + room.width {
                (x, y) = (room.x, y + kind.leading + 4_000);
            }
            let at = Point { x, y: y + baseline(kind) - TICK + 1_000 };
            strip.items.push(Tagged::new(None, outline(at, (TICK, TICK), style::INK)));
            let count = lines.len();
            for (index, set) in lines.into_iter().enumerate() {
                place(strip, set, x + TICK + TICK_GAP, y + baseline(kind));
                y += if index + 1 < count { kind.leading } else { 0 };
            }
            x += width + WORD_GAP;
        }
        Ok(y + kind.leading)
    }
}

/// The fields of a row side by side over the whole measure.
fn rooms(row: &[Field]) -> Vec<Room> {
    let shares: Mpt = row.iter().map(|field| Mpt::from(field.share)).sum::<Mpt>().max(1);
    let mut x = GUTTER;
    let mut taken = 0;
    let room = |field: &Field| {
        taken += Mpt::from(field.share);
        let end = i64::from(MEASURE) * i64::from(taken) / i64::from(shares);
        let end = GUTTER + Mpt::try_from(end).unwrap_or(MEASURE);
        let room = Room { x, width: end - x };
        x = end;
        room
    };
    row.iter().map(room).collect()
}

fn line((x, y): (Mpt, Mpt), (width, height): (Mpt, Mpt)) -> Tagged {
    Tagged::new(None, Item::Box { at: Point { x, y }, width, height, fill: style::STRONG_RULE })
}
