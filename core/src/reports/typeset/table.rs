//! Tables: column widths, rows that break only when higher than a page, repeated heads.

use std::rc::Rc;

use super::TypesetError;
use super::block::BLOCK_GAP;
use super::compose::{Composer, baseline, place, rule, strips};
use super::flow::{Flow, Head, Strip};
use super::item::{Item, Point, Tagged};
use super::line::Setting;
use super::paragraph::{Form, Line, natural_width};
use super::sign::sign;
use super::style::{self, BODY_HEIGHT, GUTTER, MEASURE, Mpt, Type, WIDTH};
use super::tree::{Attribute, NodeId, Role};
use crate::reports::document::{Align, Cell, Column, Row, Sign, Table, Text, Width};

const PAD: Mpt = 3_000;
const COLUMN_GAP: Mpt = 10_000;
const TEXT_GAP: Mpt = 2_400;
const SIGN_WIDTH: Mpt = 10_000;
/// From this number of columns on a table takes the gutter as well.
const WIDE: usize = 5;

/// Where the columns of a table stand.
struct Grid {
    x: Mpt,
    width: Mpt,
    columns: Vec<Place>,
}

/// Where a column stands, and how its cells are set.
#[derive(Clone, Copy)]
struct Place {
    x: Mpt,
    measure: Mpt,
    align: Align,
    whole: bool,
}

impl Place {
    const fn new(x: Mpt, measure: Mpt) -> Self {
        Self { x, measure, align: Align::Start, whole: false }
    }
}

/// The lines of a cell with their baselines from the cell's upper edge.
struct Set {
    lines: Vec<(Mpt, Mpt, Line)>,
    sign: Option<Sign>,
    leading: Mpt,
}

impl Composer<'_> {
    /// A table with its head.
    pub fn table(&mut self, flow: &mut Flow, parent: NodeId, table: &Table) -> Result<(), TypesetError> {
        let node = self.tree.add(parent, Role::Table);
        let mut before = self.space(BLOCK_GAP);
        let grid = self.grid(table)?;
        if let Some(caption) = &table.caption {
            let owner = self.tree.add(node, Role::Caption);
            let form = Form::label(style::CAPTION, grid.width, self.language);
            let lines = self.lines(caption, form, Some(owner))?;
            for mut strip in strips(lines, style::CAPTION, grid.x) {
                strip.before = std::mem::take(&mut before);
                strip.keep = true;
                flow.push(&mut self.tree, strip);
            }
        }
        let head = self.head(node, table, &grid)?;
        let limit = BODY_HEIGHT - head.height;
        let repeated = Rc::new(Head { height: head.height, items: head.items.clone() });
        flow.push(&mut self.tree, Strip { before, keep: true, ..head });
        let count = table.rows.len();
        for (index, row) in table.rows.iter().enumerate() {
            let line = self.tree.add(node, Role::TableRow);
            let strips = match row {
                Row::Cells(cells) => self.cells(line, cells, &grid, limit)?,
                Row::Group(text) => vec![self.group(line, text, &grid, index)?],
            };
            for mut strip in strips {
                strip.head = Some(Rc::clone(&repeated));
                strip.keep |= kept(index, count);
                flow.push(&mut self.tree, strip);
            }
        }
        self.gap = Some(BLOCK_GAP);
        Ok(())
    }

    /// Names and values: a table without a head whose rows have names.
    pub fn pairs(
        &mut self,
        flow: &mut Flow,
        parent: NodeId,
        pairs: &[(Text, Cell)],
    ) -> Result<(), TypesetError> {
        let node = self.tree.add(parent, Role::Table);
        let mut before = self.space(BLOCK_GAP);
        let name = MEASURE * 30 / 100;
        let value = Place::new(GUTTER + name + COLUMN_GAP, MEASURE - name - COLUMN_GAP);
        let grid = Grid { x: GUTTER, width: MEASURE, columns: vec![Place::new(GUTTER, name), value] };
        let count = pairs.len();
        for (index, (label, value)) in pairs.iter().enumerate() {
            let line = self.tree.add(node, Role::TableRow);
            let mut label = label.clone();
            label.runs.iter_mut().for_each(|run| run.face = crate::reports::document::Face::Quiet);
            for mut strip in self.cells(line, &[label.into(), value.clone()], &grid, BODY_HEIGHT)? {
                strip.before = std::mem::take(&mut before);
                strip.keep |= kept(index, count);
                flow.push(&mut self.tree, strip);
            }
        }
        self.gap = Some(BLOCK_GAP);
        Ok(())
    }

    /// Draws a sign in front of a line; returns how far the line moves.
    pub fn signed(&self, strip: &mut Strip, shown: Option<Sign>, (x, y): (Mpt, Mpt), kind: Type) -> Mpt {
        let Some(shown) = shown else { return 0 };
        let middle = Point { x: x + 3_200, y: y + baseline(kind) - kind.size * 35 / 100 };
        strip.items.extend(sign(shown, middle).into_iter().map(|item| Tagged::new(None, item)));
        SIGN_WIDTH
    }

    fn grid(&mut self, table: &Table) -> Result<Grid, TypesetError> {
        let (x, width) = if table.columns.len() >= WIDE { (0, WIDTH) } else { (GUTTER, MEASURE) };
        let gaps = COLUMN_GAP * Mpt::try_from(table.columns.len().saturating_sub(1)).unwrap_or(0);
        let mut widths = Vec::with_capacity(table.columns.len());
        for (index, column) in table.columns.iter().enumerate() {
            widths.push(match column.width {
                Width::Fit => Some(self.fitted(table, index, column)?.min(width / 3)),
                Width::Share(_) => None,
            });
        }
        let fitted: Mpt = widths.iter().flatten().sum();
        let rest = (width - gaps - fitted).max(width / 4);
        let shares: Mpt = table.columns.iter().map(share).sum();
        let mut columns = Vec::with_capacity(widths.len());
        let mut at = x;
        for (column, fitted) in table.columns.iter().zip(widths) {
            let measure = fitted.unwrap_or_else(|| part(rest, share(column), shares));
            columns.push(Place { x: at, measure, align: column.align, whole: column.whole });
            at += measure + COLUMN_GAP;
        }
        Ok(Grid { x, width, columns })
    }

    fn fitted(&mut self, table: &Table, index: usize, column: &Column) -> Result<Mpt, TypesetError> {
        let mut widest = natural_width(&mut self.fonts, &column.head, style::CELL_HEAD)?;
        for row in &table.rows {
            let Row::Cells(cells) = row else { continue };
            let Some(cell) = cells.get(index) else { continue };
            for text in &cell.texts {
                let sign = if cell.sign.is_some() { SIGN_WIDTH } else { 0 };
                widest = widest.max(natural_width(&mut self.fonts, text, style::CELL)? + sign);
            }
        }
        Ok(widest + 400)
    }

    fn head(&mut self, table: NodeId, content: &Table, grid: &Grid) -> Result<Strip, TypesetError> {
        let row = self.tree.add(table, Role::TableRow);
        let kind = style::CELL_HEAD;
        let mut sets = Vec::new();
        for (column, Place { measure, align, .. }) in content.columns.iter().zip(&grid.columns) {
            let node = self.tree.add(row, Role::HeadCell);
            self.tree.set_attribute(node, Attribute::ColumnScope);
            let form = Form { align: *align, hyphenate: true, ..Form::label(kind, *measure, self.language) };
            let lines = self.lines(&column.head, form, Some(node))?;
            sets.push(stacked(lines, kind));
        }
        let height = sets.iter().map(Set::height).max().unwrap_or(0) + 2 * PAD;
        let mut strip = Strip { height, ..Strip::default() };
        for (mut set, Place { x, .. }) in sets.into_iter().zip(&grid.columns) {
            // Heads stand on the line, however many lines they have.
            let down = height - 2 * PAD - set.height();
            for (_, y, line) in set.lines.drain(..) {
                place(&mut strip, line, *x, PAD + down + y);
            }
        }
        let line = Item::Box {
            at: Point { x: grid.x, y: height - 800 },
            width: grid.width,
            height: 800,
            fill: style::STRONG_RULE,
        };
        strip.items.push(Tagged::new(None, line));
        Ok(strip)
    }

    fn group(&mut self, row: NodeId, text: &Text, grid: &Grid, index: usize) -> Result<Strip, TypesetError> {
        let node = self.tree.add(row, Role::DataCell);
        self.tree.set_attribute(node, Attribute::Span(grid.columns.len()));
        let kind = style::CAPTION;
        let lines = self.lines(text, Form::label(kind, grid.width, self.language), Some(node))?;
        let set = stacked(lines, kind);
        let top = if index == 0 { PAD } else { PAD + 5_000 };
        let height = set.height() + top + PAD;
        let mut strip = Strip { height, keep: true, ..Strip::default() };
        for (_, y, line) in set.lines {
            place(&mut strip, line, grid.x, top + y);
        }
        strip.items.push(Tagged::new(None, rule(grid.x, height - 400, grid.width)));
        Ok(strip)
    }

    fn cells(
        &mut self,
        row: NodeId,
        cells: &[Cell],
        grid: &Grid,
        limit: Mpt,
    ) -> Result<Vec<Strip>, TypesetError> {
        let mut sets = Vec::with_capacity(grid.columns.len());
        for (index, place) in grid.columns.iter().enumerate() {
            let role = if index == 0 { Role::HeadCell } else { Role::DataCell };
            let node = self.tree.add(row, role);
            if index == 0 {
                self.tree.set_attribute(node, Attribute::RowScope);
            }
            let Some(cell) = cells.get(index) else { continue };
            sets.push(self.cell(node, cell, *place)?);
        }
        let mut strips = Vec::new();
        let mut taken = vec![0; sets.len()];
        loop {
            let (strip, done) = slice(&mut sets, &mut taken, grid, limit, strips.is_empty());
            strips.push(strip);
            if done {
                break;
            }
        }
        if let Some(strip) = strips.last_mut() {
            strip.items.push(Tagged::new(None, rule(grid.x, strip.height - 400, grid.width)));
        }
        Ok(strips)
    }

    fn cell(&mut self, node: NodeId, cell: &Cell, place: Place) -> Result<Set, TypesetError> {
        let (kind, align) = (style::CELL, place.align);
        let indent = if cell.sign.is_some() { SIGN_WIDTH } else { 0 };
        let (measure, setting, language) = (place.measure - indent, Setting::Ragged, self.language);
        let hyphenate = !place.whole || self.widest_word(cell)? > measure;
        let form = Form { kind, measure, setting, align, language, hyphenate };
        let mut set = Set { lines: Vec::new(), sign: cell.sign, leading: kind.leading };
        let mut y = 0;
        for (index, text) in cell.texts.iter().enumerate() {
            let owner = if cell.texts.len() > 1 { self.tree.add(node, Role::Paragraph) } else { node };
            y += if index > 0 { TEXT_GAP } else { 0 };
            for line in self.lines(text, form, Some(owner))? {
                set.lines.push((indent, y + baseline(kind), line));
                y += kind.leading;
            }
        }
        Ok(set)
    }
}

impl Composer<'_> {
    fn widest_word(&mut self, cell: &Cell) -> Result<Mpt, TypesetError> {
        let mut widest = 0;
        for run in cell.texts.iter().flat_map(|text| &text.runs) {
            for word in run.text.split_whitespace() {
                let word = Text::of(run.face, word);
                widest = widest.max(natural_width(&mut self.fonts, &word, style::CELL)?);
            }
        }
        Ok(widest)
    }
}

impl Set {
    fn height(&self) -> Mpt {
        let below = self.leading - (self.leading + 6_000) / 2;
        self.lines.last().map_or(self.leading, |(_, y, _)| y + below)
    }
}

fn stacked(lines: Vec<Line>, kind: Type) -> Set {
    let mut y = -kind.leading;
    let lines = lines
        .into_iter()
        .map(|line| {
            y += kind.leading;
            (0, y + baseline(kind), line)
        })
        .collect();
    Set { lines, sign: None, leading: kind.leading }
}

/// As many lines of each cell as a strip of the height `limit` holds; whether that was all.
fn slice(sets: &mut [Set], taken: &mut [usize], grid: &Grid, limit: Mpt, first: bool) -> (Strip, bool) {
    let mut strip = Strip { height: style::CELL.leading + 2 * PAD, ..Strip::default() };
    let mut done = true;
    for ((set, taken), Place { x, .. }) in sets.iter_mut().zip(taken).zip(&grid.columns) {
        if let (true, Some(shown)) = (first, set.sign) {
            let kind = style::CELL;
            let middle = Point { x: x + 3_200, y: PAD + baseline(kind) - kind.size * 35 / 100 };
            strip.items.extend(sign(shown, middle).into_iter().map(|item| Tagged::new(None, item)));
        }
        let start = set.lines.get(*taken).map_or(0, |(_, y, _)| y - baseline(style::CELL));
        let below = set.leading - baseline(style::CELL);
        while let Some((indent, y, line)) = set.lines.get_mut(*taken) {
            let bottom = *y - start + below + 2 * PAD;
            if bottom > limit {
                done = false;
                break;
            }
            place(&mut strip, std::mem::take(line), x + *indent, PAD + *y - start);
            strip.height = strip.height.max(bottom);
            *taken += 1;
        }
    }
    (strip, done)
}

/// Neither the first nor the last row of a table stands alone at a page's edge.
fn kept(index: usize, count: usize) -> bool {
    index + 1 < count && (index == 0 || index + 2 == count)
}

fn share(column: &Column) -> Mpt {
    match column.width {
        Width::Fit => 0,
        Width::Share(parts) => Mpt::from(parts),
    }
}

fn part(whole: Mpt, share: Mpt, shares: Mpt) -> Mpt {
    let part = i64::from(whole) * i64::from(share) / i64::from(shares.max(1));
    Mpt::try_from(part).unwrap_or(whole)
}
