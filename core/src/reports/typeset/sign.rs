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
            cross(at, 2_200, Paint::Stroke { colour: style::BAD, width: 1_300, dash: None }).to_vec()
        }
        Sign::Care => {
            let base = at.y + 2_200;
            let start = Point { x: at.x, y: at.y - 2_700 };
            let corners = vec![Point { x: at.x + 2_900, y: base }, Point { x: at.x - 2_900, y: base }];
            vec![path(start, corners, true, Paint::Fill(style::CARE))]
        }
        Sign::Grave => {
            let (long, short) = (3_100, 1_280);
            let point = |(dx, dy): (Mpt, Mpt)| Point { x: at.x + dx, y: at.y + dy };
            let corners = [
                (short, -long),
                (long, -short),
                (long, short),
                (short, long),
                (-short, long),
                (-long, short),
                (-long, -short),
            ];
            let start = point((-short, -long));
            let octagon = path(start, corners.map(point).to_vec(), true, Paint::Fill(style::BAD));
            let white = Paint::Stroke { colour: Colour(255, 255, 255), width: 800, dash: None };
            let [rising, falling] = cross(at, 1_250, white);
            vec![octagon, rising, falling]
        }
        Sign::Middling => {
            let edge = Paint::Stroke { colour: style::QUIET, width: 900, dash: None };
            vec![disc(at, 2_300, edge), half_disc(at, 2_300, Paint::Fill(style::QUIET))]
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

/// Two strokes that cross.
fn cross(at: Point, arm: Mpt, paint: Paint) -> [Item; 2] {
    [arm, -arm].map(|dy| {
        let start = Point { x: at.x - arm, y: at.y - dy };
        path(start, vec![Point { x: at.x + arm, y: at.y + dy }], false, paint)
    })
}

/// The right half of a disc.
fn half_disc(at: Point, radius: Mpt, paint: Paint) -> Item {
    let handle = radius * 5_523 / 10_000;
    let point = |dx: Mpt, dy: Mpt| Point { x: at.x + dx, y: at.y + dy };
    let segments = vec![
        Segment::Curve(point(handle, -radius), point(radius, -handle), point(radius, 0)),
        Segment::Curve(point(radius, handle), point(handle, radius), point(0, radius)),
    ];
    Item::Path { start: point(0, -radius), segments, closed: true, paint }
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
