//! Small shapes: signs that differ in form, frames, dots. Knows points and colours only.

use super::item::{Item, Paint, Point, Segment};
use super::style::{self, Colour, Mpt};
use crate::reports::document::Sign;

/// A sign whose middle stands at `at`.
pub fn sign(sign: Sign, at: Point) -> Vec<Item> {
    match sign {
        Sign::Kept => vec![disc(at, 2_700, Paint::Fill(style::GOOD))],
        Sign::Open => {
            vec![disc(at, 2_300, Paint::Stroke { colour: style::QUIET, width: 900, dash: None })]
        }
        Sign::Broken => {
            let paint = Paint::Stroke { colour: style::BAD, width: 1_300, dash: None };
            let arm = 2_200;
            let stroke = |dy: Mpt| {
                let start = Point { x: at.x - arm, y: at.y - dy };
                path(start, vec![Point { x: at.x + arm, y: at.y + dy }], false, paint)
            };
            vec![stroke(arm), stroke(-arm)]
        }
        Sign::Care => {
            let base = at.y + 2_200;
            let start = Point { x: at.x, y: at.y - 2_700 };
            let corners = vec![Point { x: at.x + 2_900, y: base }, Point { x: at.x - 2_900, y: base }];
            vec![path(start, corners, true, Paint::Fill(style::CARE))]
        }
    }
}

/// A disc or ring.
pub fn disc(at: Point, radius: Mpt, paint: Paint) -> Item {
    // The control points of a quarter circle lie 0.5523 of the radius from its ends.
    let handle = radius * 5_523 / 10_000;
    let point = |dx: Mpt, dy: Mpt| Point { x: at.x + dx, y: at.y + dy };
    let segments = vec![
        Segment::Curve(point(radius, handle), point(handle, radius), point(0, radius)),
        Segment::Curve(point(-handle, radius), point(-radius, handle), point(-radius, 0)),
        Segment::Curve(point(-radius, -handle), point(-handle, -radius), point(0, -radius)),
        Segment::Curve(point(handle, -radius), point(radius, -handle), point(radius, 0)),
    ];
    Item::Path { start: point(radius, 0), segments, closed: true, paint }
}

/// A frame.
pub fn outline(at: Point, (width, height): (Mpt, Mpt), colour: Colour) -> Item {
    let (right, lower) = (at.x + width, at.y + height);
    let corners =
        vec![Point { x: right, y: at.y }, Point { x: right, y: lower }, Point { x: at.x, y: lower }];
    path(at, corners, true, Paint::Stroke { colour, width: 600, dash: None })
}

/// A path of straight lines.
pub fn path(start: Point, corners: Vec<Point>, closed: bool, paint: Paint) -> Item {
    Item::Path { start, segments: corners.into_iter().map(Segment::To).collect(), closed, paint }
}
