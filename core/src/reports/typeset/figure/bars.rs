//! Measured lengths as bars against their objectives.

use super::super::TypesetError;
use super::super::compose::Composer;
use super::super::item::{Paint, Point};
use super::super::paragraph::natural_width;
use super::super::sign::path;
use super::super::style::{self, LABEL, Mpt};
use super::Canvas;
use crate::reports::document::{Bar, Text};

const LANE: Mpt = 19_000;
const BAND: Mpt = 8_000;
const VALUE_GAP: Mpt = 8_000;

/// Draws the bars; returns the height.
pub fn draw(
    composer: &mut Composer<'_>,
    canvas: &mut Canvas,
    bars: &[Bar],
    width: Mpt,
) -> Result<Mpt, TypesetError> {
    let (mut names, mut values) = (0, 0);
    for bar in bars {
        names = names.max(natural_width(&mut composer.fonts, &Text::plain(&bar.label), LABEL)?);
        values = values.max(natural_width(&mut composer.fonts, &printed(bar), LABEL)?);
    }
    let left = names.min(width * 2 / 5) + 10_000;
    let room = (width - left - values - VALUE_GAP).max(width / 4);
    let longest = bars.iter().flat_map(|bar| [bar.value, bar.objective]).flatten().max().unwrap_or(0).max(1);
    let x = |value: i64| {
        let x = i128::from(value.clamp(0, longest)) * i128::from(room) / i128::from(longest);
        left + Mpt::try_from(x).unwrap_or(room)
    };
    let mut y = 0;
    for bar in bars {
        let (band, base) = (y + (LANE - BAND) / 2, y + LANE / 2 + 2_600);
        composer.write(canvas, &Text::plain(&bar.label), LABEL, (0, base))?;
        canvas.fill((left, y + LANE / 2 - 200), (room, 400), style::RULE);
        if let Some(value) = bar.value {
            canvas.fill((left, band), ((x(value) - left).max(800), BAND), style::ACCENT);
        }
        if let Some(objective) = bar.objective {
            let at = x(objective);
            // The objective is a stroke with a foot, to be told from the bar without colour.
            canvas.fill((at - 500, band - 3_000), (1_000, BAND + 6_000), style::INK);
            let foot = vec![
                Point { x: at + 2_600, y: band + BAND + 5_600 },
                Point { x: at - 2_600, y: band + BAND + 5_600 },
            ];
            canvas.draw(path(Point { x: at, y: band + BAND + 2_000 }, foot, true, Paint::Fill(style::INK)));
        }
        composer.write(canvas, &printed(bar), LABEL, (left + room + VALUE_GAP, base))?;
        y += LANE;
    }
    Ok(y)
}

fn printed(bar: &Bar) -> Text {
    let value = if bar.value.is_some() { Text::strong(&bar.printed) } else { Text::quiet(&bar.printed) };
    match &bar.objective_printed {
        Some(objective) => value.then(Text::quiet(format!(" / {objective}"))),
        None => value,
    }
}
