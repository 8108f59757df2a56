//! What was planned, dashed, above what came, filled: one lane a step.

use super::super::TypesetError;
use super::super::compose::Composer;
use super::super::item::{Paint, Point};
use super::super::paragraph::natural_width;
use super::super::sign::path;
use super::super::style::{self, LABEL, MEASURE, Mpt};
use super::{Canvas, Hatch};
use crate::reports::document::{Gantt, Text};

const LANE: Mpt = 19_000;
const BAND: Mpt = 6_000;
/// Room for the marks of the axis.
const HEAD: Mpt = 14_000;

/// Draws the lanes; returns the height.
pub fn draw(composer: &mut Composer<'_>, canvas: &mut Canvas, gantt: &Gantt) -> Result<Mpt, TypesetError> {
    let most = MEASURE * 2 / 5;
    let mut labels = Vec::with_capacity(gantt.lanes.len());
    for lane in &gantt.lanes {
        labels.push(fitting(composer, &lane.label, most)?);
    }
    let left = labels.iter().map(|(_, width)| *width).max().unwrap_or(0) + 10_000;
    let room = MEASURE - left - 2_000;
    let ends = gantt.lanes.iter().flat_map(|lane| {
        let actual = lane.actual.iter().map(|(_, to, _)| *to);
        actual.chain([lane.planned.1])
    });
    let span = ends.chain(gantt.ticks.iter().map(|(at, _)| *at)).max().unwrap_or(0).max(1);
    let x = |at: i64| {
        let along = i128::from(at.clamp(0, span)) * i128::from(room) / i128::from(span);
        left + Mpt::try_from(along).unwrap_or(room)
    };
    let height = HEAD + LANE * Mpt::try_from(gantt.lanes.len()).unwrap_or(0);
    let mut free = Mpt::MIN;
    for (at, label) in &gantt.ticks {
        canvas.fill((x(*at) - 200, HEAD - 3_000), (400, height - HEAD + 3_000), style::RULE);
        let width = natural_width(&mut composer.fonts, &Text::plain(label), LABEL)?;
        let from = (x(*at) - width / 2).min(MEASURE - width);
        if from > free {
            composer.write(canvas, &Text::quiet(label), LABEL, (from, HEAD - 5_000))?;
            free = from + width + 6_000;
        }
    }
    for ((label, _), (lane, y)) in labels.iter().zip(gantt.lanes.iter().zip((0..).map(|at| HEAD + at * LANE)))
    {
        composer.write(canvas, &Text::plain(label), LABEL, (0, y + LANE / 2 + 2_600))?;
        let (from, to) = (x(lane.planned.0), x(lane.planned.1));
        let dashed = Paint::Stroke { colour: style::STRONG_RULE, width: 700, dash: Some((2_000, 1_500)) };
        outline(canvas, (from, y + 2_500), (to - from).max(1_500), dashed);
        for (from, to, whole) in &lane.actual {
            let (from, width) = (x(*from), (x(*to) - x(*from)).max(1_500));
            let top = y + LANE - BAND - 2_500;
            if *whole {
                canvas.fill((from, top), (width, BAND), style::ACCENT);
            } else {
                canvas.hatch(
                    (from, top),
                    (width, BAND),
                    Hatch { colour: style::BAD, stroke: 600, pitch: 3_000 },
                );
                let line = Paint::Stroke { colour: style::BAD, width: 700, dash: None };
                outline(canvas, (from, top), width, line);
            }
        }
    }
    Ok(height)
}

/// A label that is at most so wide, cut where it is longer; and its width.
fn fitting(composer: &mut Composer<'_>, label: &str, most: Mpt) -> Result<(String, Mpt), TypesetError> {
    let mut shown = label.to_owned();
    loop {
        let width = natural_width(&mut composer.fonts, &Text::plain(&shown), LABEL)?;
        if width <= most || shown.chars().count() <= 2 {
            return Ok((shown, width));
        }
        let kept: Vec<char> = shown.trim_end_matches('…').chars().collect();
        shown = kept[..kept.len().saturating_sub(1)].iter().collect::<String>().trim_end().to_owned();
        shown.push('…');
    }
}

fn outline(canvas: &mut Canvas, (x, y): (Mpt, Mpt), width: Mpt, paint: Paint) {
    let corners =
        vec![Point { x: x + width, y }, Point { x: x + width, y: y + BAND }, Point { x, y: y + BAND }];
    canvas.draw(path(Point { x, y }, corners, true, paint));
}
