//! The display list as operators and objects of PDF: the only file that names printpdf.
//! Knows no block, no rule of layout and no fact.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, FontId, FontMetrics, FontType, Line, LineDashPattern, LinePoint, Op,
    PaintMode, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub, PdfPage, PdfSaveOptions,
    Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix, WindingOrder,
};

use super::document::Document;
use super::typeset::{
    Colour, Composed, Face, Item, Mark, Mpt, PAGE_HEIGHT, PAGE_WIDTH, Page, Paint, Placed, Point, Segment,
    Subset, TypesetError, Word, finish,
};

/// Writes the file.
///
/// # Errors
/// Structure that the layer below lost.
pub fn write(document: &Document, composed: &Composed) -> Result<Vec<u8>, TypesetError> {
    let mut pdf = PdfDocument::new(&document.title);
    let fonts = Fonts(&composed.subsets);
    for (face, subset) in composed.subsets.iter().enumerate() {
        if let Some(subset) = subset {
            pdf.resources.fonts.map.insert(font_id(face), PdfFont::new(parsed(subset)));
        }
    }
    pdf.pages = composed.pages.iter().map(|page| emit(page, fonts)).collect();
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let file = pdf.to_lopdf_document(&options, &mut Vec::new());
    drop(pdf);
    finish(file, document, composed)
}

/// Ids of our own: the layer's are random, and F1 to F14 are its built-in fonts.
fn font_id(face: usize) -> FontId {
    FontId(format!("Plex{face}"))
}

fn parsed(subset: &Subset) -> ParsedFont {
    let metrics = &subset.metrics;
    ParsedFont {
        original_bytes: subset.program.clone(),
        font_index: 0,
        font_name: Some(subset.name.clone()),
        codepoint_to_glyph: subset.characters.clone(),
        glyph_widths: subset.widths.clone(),
        units_per_em: 1_000,
        font_metrics: FontMetrics { ascent: metrics.ascent, descent: metrics.descent },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: 1_000,
            x_min: metrics.bounds[0],
            y_min: metrics.bounds[1],
            x_max: metrics.bounds[2],
            y_max: metrics.bounds[3],
            caret_slope_rise: metrics.slope.0,
            caret_slope_run: metrics.slope.1,
            us_weight_class: metrics.weight,
        },
    }
}

/// The embedded faces by their index.
#[derive(Clone, Copy)]
struct Fonts<'a>(&'a [Option<Subset>]);

impl Fonts<'_> {
    /// A glyph's id in the subset.
    fn glyph(self, face: Face, id: u16) -> u16 {
        let subset = self.0.get(face as usize).and_then(Option::as_ref);
        subset.and_then(|subset| subset.glyphs.get(&id)).copied().unwrap_or(0)
    }

    fn space(self, face: Face) -> i64 {
        self.0.get(face as usize).and_then(Option::as_ref).map_or(0, |subset| i64::from(subset.space))
    }
}

/// The graphics state that is already set on the page.
#[derive(Default)]
struct State {
    font: Option<(Face, Mpt)>,
    fill: Option<Colour>,
    stroke: Option<Colour>,
    width: Option<Mpt>,
    dash: Option<(Mpt, Mpt)>,
    in_text: bool,
}

struct Emit<'a> {
    ops: Vec<Op>,
    state: State,
    fonts: Fonts<'a>,
}

fn emit(page: &Page, fonts: Fonts<'_>) -> PdfPage {
    let mut emit = Emit { ops: Vec::with_capacity(page.marks.len() * 4), state: State::default(), fonts };
    for mark in &page.marks {
        match mark {
            Mark::Begin { tag, number } => {
                emit.text_ends();
                let number = i64::try_from(*number).unwrap_or(i64::MAX);
                let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(number))]);
                let (tag, properties) = ((*tag).to_owned(), DictItem::Dict { map });
                emit.ops.push(Op::BeginMarkedContentWithProperties { tag, properties });
            }
            Mark::Decoration => {
                emit.text_ends();
                emit.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
            }
            Mark::End => {
                emit.text_ends();
                emit.ops.push(Op::EndMarkedContent);
            }
            Mark::Draw(item) => emit.item(item),
        }
    }
    let bounds = Rect {
        x: Pt(0.0),
        y: Pt(0.0),
        width: pt(PAGE_WIDTH),
        height: pt(PAGE_HEIGHT),
        mode: None,
        winding_order: None,
    };
    PdfPage { media_box: bounds.clone(), trim_box: bounds.clone(), crop_box: bounds, ops: emit.ops }
}

impl Emit<'_> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Text { at, face, size, colour, words } => self.text(*at, (*face, *size), *colour, words),
            Item::Box { at, width, height, fill } => {
                self.text_ends();
                self.fill(*fill);
                let (x, y) = (pt(at.x), pt(PAGE_HEIGHT - at.y - height));
                let (mode, winding_order) = (Some(PaintMode::Fill), Some(WindingOrder::NonZero));
                let rectangle = Rect { x, y, width: pt(*width), height: pt(*height), mode, winding_order };
                self.ops.push(Op::DrawRectangle { rectangle });
            }
            Item::Path { start, segments, closed, paint } => self.path(*start, segments, *closed, *paint),
        }
    }

    fn text(&mut self, at: Point, font: (Face, Mpt), colour: Colour, words: &[Placed]) {
        if !self.state.in_text {
            self.ops.push(Op::StartTextSection);
            self.state.in_text = true;
        }
        if self.state.font != Some(font) {
            let handle = PdfFontHandle::External(font_id(font.0 as usize));
            self.ops.push(Op::SetFont { font: handle, size: pt(font.1) });
            self.state.font = Some(font);
        }
        self.fill(colour);
        let matrix = TextMatrix::Translate(pt(at.x), pt(PAGE_HEIGHT - at.y));
        self.ops.push(Op::SetTextMatrix { matrix });
        let items = self.show(font, words);
        self.ops.push(Op::ShowText { items });
    }

    /// The words as strings with the moves between them, in thousandths of an em.
    fn show(&self, (face, size): (Face, Mpt), words: &[Placed]) -> Vec<TextItem> {
        let space = self.fonts.space(face);
        let mut out = Show::default();
        // Where the reader's pen is, in thousandths of an em.
        let mut pen: i64 = 0;
        for placed in words {
            let wanted = i64::from(placed.x) * 1_000 / i64::from(size);
            out.shift(pen - wanted);
            pen = wanted;
            for (index, glyph) in placed.word.glyphs.iter().enumerate() {
                out.glyph(&placed.word, index, self.fonts.glyph(face, glyph.id));
                out.shift(i64::from(glyph.natural - glyph.advance));
                pen += i64::from(glyph.advance);
            }
            if placed.space {
                out.text.push(' ');
                pen += space;
            }
        }
        out.flush_text();
        out.items
    }

    fn path(&mut self, start: Point, segments: &[Segment], closed: bool, paint: Paint) {
        self.text_ends();
        let mut points = vec![point(start, false)];
        for segment in segments {
            match segment {
                Segment::To(to) => points.push(point(*to, false)),
                Segment::Curve(a, b, to) => {
                    points.extend([point(*a, true), point(*b, true), point(*to, false)]);
                }
            }
        }
        match paint {
            Paint::Fill(colour) => {
                self.fill(colour);
                let rings = vec![PolygonRing { points }];
                let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
                self.ops.push(Op::DrawPolygon { polygon });
            }
            Paint::Stroke { colour, width, dash } => {
                self.stroke(colour, width, dash);
                self.ops.push(Op::DrawLine { line: Line { points, is_closed: closed } });
            }
        }
    }

    fn fill(&mut self, colour: Colour) {
        if self.state.fill != Some(colour) {
            self.ops.push(Op::SetFillColor { col: rgb(colour) });
            self.state.fill = Some(colour);
        }
    }

    fn stroke(&mut self, colour: Colour, width: Mpt, dash: Option<(Mpt, Mpt)>) {
        if self.state.stroke != Some(colour) {
            self.ops.push(Op::SetOutlineColor { col: rgb(colour) });
            self.state.stroke = Some(colour);
        }
        if self.state.width != Some(width) {
            self.ops.push(Op::SetOutlineThickness { pt: pt(width) });
            self.state.width = Some(width);
        }
        if self.state.dash != dash {
            let lengths = dash.into_iter().flat_map(|(on, off)| [pt(on).0, pt(off).0]);
            let pattern = LineDashPattern { offset: 0.0, pattern: lengths.collect() };
            self.ops.push(Op::SetLineDashPattern { dash: pattern });
            self.state.dash = dash;
        }
    }

    fn text_ends(&mut self) {
        if self.state.in_text {
            self.ops.push(Op::EndTextSection);
            self.state.in_text = false;
        }
    }
}

/// Strings and moves of one line.
#[derive(Default)]
struct Show {
    items: Vec<TextItem>,
    text: String,
}

impl Show {
    fn shift(&mut self, by: i64) {
        if by != 0 {
            self.flush_text();
            let by = i32::try_from(by).unwrap_or(0);
            self.items.push(TextItem::Offset(real(by)));
        }
    }

    fn glyph(&mut self, word: &Word, index: usize, subset: u16) {
        let text = word.text_of(index);
        if word.glyphs[index].plain {
            self.text.push_str(text);
        } else {
            self.flush_text();
            // Without its text a glyph could be seen but not searched; a part of a letter says nothing by itself.
            let text = if text.is_empty() { "\u{200b}" } else { text };
            let codepoint = Codepoint::with_cid(subset, 0.0, text.to_owned());
            self.items.push(TextItem::GlyphIds(vec![codepoint]));
        }
    }

    fn flush_text(&mut self) {
        if !self.text.is_empty() {
            self.items.push(TextItem::Text(std::mem::take(&mut self.text)));
        }
    }
}

fn pt(length: Mpt) -> Pt {
    Pt(real(length) / 1_000.0)
}

#[expect(clippy::cast_precision_loss, reason = "lengths on a page are far below 2^24")]
fn real(number: i32) -> f32 {
    number as f32
}

fn point(at: Point, bezier: bool) -> LinePoint {
    LinePoint { p: printpdf::Point { x: pt(at.x), y: pt(PAGE_HEIGHT - at.y) }, bezier }
}

fn rgb(Colour(r, g, b): Colour) -> Color {
    let part = |value: u8| (f32::from(value) / 255.0 * 1_000.0).round() / 1_000.0;
    Color::Rgb(Rgb { r: part(r), g: part(g), b: part(b), icc_profile: None })
}
