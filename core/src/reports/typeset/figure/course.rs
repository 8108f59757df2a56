//! The course of events: milestones above one axis of time, phases in lanes below it.

use super::super::TypesetError;
use super::super::compose::Composer;
use super::super::item::{Paint, Point};
use super::super::paragraph::natural_width;
use super::super::sign::{disc, outline};
use super::super::style::{self, LABEL, MEASURE, Mpt};
use super::{Canvas, Hatch};
use crate::reports::document::{Course, Fill, Milestone, Phase, Text};

const ROW: Mpt = 11_500;
const LANE: Mpt = 17_000;
const BAND: Mpt = 9_000;
const LABEL_GAP: Mpt = 8_000;
/// Between a leader and its label.
const LABEL_INDENT: Mpt = 3_000;

/// Maps seconds to places on the axis.
struct Axis {
    first: i64,
    span: i64,
    width: Mpt,
}

impl Axis {
    fn x(&self, at: i64) -> Mpt {
        let along = (at - self.first).clamp(0, self.span);
        // i128: a year 22025 in a record must not overflow a drawing.
        let x = i128::from(along) * i128::from(self.width) / i128::from(self.span.max(1));
        Mpt::try_from(x).unwrap_or(self.width)
    }
}

/// Draws the course; returns its height.
pub fn draw(composer: &mut Composer<'_>, canvas: &mut Canvas, course: &Course) -> Result<Mpt, TypesetError> {
    let mut milestones: Vec<&Milestone> = course.milestones.iter().collect();
    milestones.sort_by_key(|milestone| milestone.at);
    let mut labels = Vec::with_capacity(milestones.len());
    for milestone in &milestones {
        let text = Text::strong(format!("{} ", milestone.time)).then(Text::plain(&milestone.label));
        let width = natural_width(&mut composer.fonts, &text, LABEL)?;
        labels.push((text, width));
    }
    let times = || {
        let points = course.milestones.iter().map(|milestone| milestone.at);
        let ends = course.phases.iter().flat_map(|phase| [phase.from, phase.to]);
        points.chain(ends).chain(course.ticks.iter().map(|tick| tick.0))
    };
    let first = times().min().unwrap_or(0);
    let span = times().max().unwrap_or(0).saturating_sub(first).max(1);
    let ends: Vec<(i64, Mpt)> =
        milestones.iter().zip(&labels).map(|(milestone, label)| (milestone.at - first, label.1)).collect();
    let axis = Axis { first, span, width: axis_width(&ends, span) };
    let xs: Vec<Mpt> = milestones.iter().map(|milestone| axis.x(milestone.at)).collect();
    let rows = rows(&xs, &labels.iter().map(|label| label.1).collect::<Vec<_>>());
    let top = rows.iter().map(|row| Mpt::try_from(row + 1).unwrap_or(1)).max().unwrap_or(0) * ROW + 8_000;
    for ((x, row), (text, _)) in xs.iter().zip(&rows).zip(&labels) {
        let y = top - 8_000 - Mpt::try_from(*row).unwrap_or(0) * ROW;
        canvas.fill((x - 200, y - 6_000), (400, top - y + 6_000), style::RULE);
        composer.write(canvas, text, LABEL, (x + LABEL_INDENT, y))?;
    }
    canvas.fill((0, top - 500), (axis.width, 1_000), style::STRONG_RULE);
    for x in &xs {
        canvas.draw(disc(Point { x: *x, y: top }, 2_600, Paint::Fill(style::ACCENT)));
    }
    let mut y = top + 3_000;
    ticks(composer, canvas, course, &axis, top)?;
    if !course.ticks.is_empty() {
        y += 13_000;
    }
    for phase in &course.phases {
        band(composer, canvas, phase, &axis, y)?;
        y += LANE;
    }
    Ok(y + 2_000)
}

/// The width of an axis beside which every label, given with its place in seconds, ends before the margin.
fn axis_width(labels: &[(i64, Mpt)], span: i64) -> Mpt {
    let fits = |(at, width): &(i64, Mpt)| {
        let room = i128::from(MEASURE - LABEL_INDENT - width) * i128::from(span.max(1));
        Mpt::try_from(room / i128::from((*at).clamp(1, span.max(1)))).unwrap_or(MEASURE)
    };
    labels.iter().map(fits).min().unwrap_or(MEASURE).clamp(MEASURE / 4, MEASURE - 6_000)
}

/// The row of each label, 0 nearest to the axis: a label stands above all labels whose leader it spans,
/// so that no leader crosses a label.
fn rows(xs: &[Mpt], widths: &[Mpt]) -> Vec<usize> {
    let mut rows = vec![0; xs.len()];
    for index in (0..xs.len()).rev() {
        let end = xs[index] + widths[index] + LABEL_GAP;
        let spanned = (index + 1..xs.len()).take_while(|other| xs[*other] < end).map(|other| rows[other] + 1);
        rows[index] = spanned.max().unwrap_or(0);
    }
    rows
}

fn ticks(
    composer: &mut Composer<'_>,
    canvas: &mut Canvas,
    course: &Course,
    axis: &Axis,
    top: Mpt,
) -> Result<(), TypesetError> {
    let mut free = Mpt::MIN;
    for (at, label) in &course.ticks {
        let x = axis.x(*at);
        canvas.fill((x - 200, top), (400, 4_000), style::STRONG_RULE);
        let width = natural_width(&mut composer.fonts, &Text::plain(label), LABEL)?;
        let from = (x - width / 2).max(0);
        if from > free {
            composer.write(canvas, &Text::quiet(label), LABEL, (from, top + 12_000))?;
            free = from + width + 6_000;
        }
    }
    Ok(())
}

fn band(
    composer: &mut Composer<'_>,
    canvas: &mut Canvas,
    phase: &Phase,
    axis: &Axis,
    y: Mpt,
) -> Result<(), TypesetError> {
    let (from, to) = (axis.x(phase.from), axis.x(phase.to));
    let width = (to - from).max(1_500);
    let y = y + (LANE - BAND) / 2;
    match phase.fill {
        Fill::Impact => canvas.fill((from, y), (width, BAND), style::ACCENT),
        Fill::Provider => {
            canvas.hatch(
                (from, y),
                (width, BAND),
                Hatch { colour: style::PROVIDER, stroke: 700, pitch: 4_000 },
            );
            canvas.draw(outline(Point { x: from, y }, (width, BAND), style::PROVIDER));
        }
        Fill::Own => {
            canvas.fill((from, y), (width, BAND), style::TINT);
            canvas.draw(outline(Point { x: from, y }, (width, BAND), style::STRONG_RULE));
        }
    }
    let text = Text::plain(format!("{} ", phase.label)).then(Text::strong(&phase.length));
    let label = natural_width(&mut composer.fonts, &text, LABEL)?;
    let x = if from + width + 5_000 + label <= MEASURE {
        from + width + 5_000
    } else if from - 5_000 - label >= 0 {
        from - 5_000 - label
    } else {
        // The band fills the axis: its words stand on a light field within it.
        let x = from + 6_000;
        canvas.fill((x - 3_000, y + 600), (label + 6_000, BAND - 1_200), style::Colour(255, 255, 255));
        x
    };
    composer.write(canvas, &text, LABEL, (x, y + BAND - 1_900))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Axis, LABEL_INDENT, MEASURE, axis_width, rows};

    #[test]
    fn no_label_sticks_out_beyond_the_margin() {
        let labels = [(0, 150_000), (3_000, 90_000), (6_000, 190_000), (7_000, 40_000)];
        let axis = Axis { first: 0, span: 7_000, width: axis_width(&labels, 7_000) };
        for (at, width) in labels {
            assert!(axis.x(at) + LABEL_INDENT + width <= MEASURE, "{at}: {}", axis.width);
        }
        assert!(axis.width > MEASURE / 2, "{}", axis.width);
    }

    #[test]
    fn labels_that_would_meet_stand_in_rising_rows() {
        assert_eq!(rows(&[0, 10_000, 200_000], &[50_000, 50_000, 50_000]), [1, 0, 0]);
        assert_eq!(rows(&[0, 1_000, 2_000], &[90_000, 90_000, 90_000]), [2, 1, 0]);
    }

    #[test]
    fn no_leader_crosses_a_label_below_its_own() {
        let xs = [0, 30_000, 35_000, 60_000, 64_000, 120_000];
        let widths = [80_000, 20_000, 70_000, 40_000, 90_000, 10_000];
        let rows = rows(&xs, &widths);
        for (index, x) in xs.iter().enumerate() {
            for other in 0..xs.len() {
                let crosses = xs[other] < *x && *x < xs[other] + widths[other] && rows[other] < rows[index];
                assert!(!crosses, "leader {index} crosses label {other}: {rows:?}");
            }
        }
    }
}
