//! Where lines end: Knuth and Plass, for justified and for ragged text.
//! Pure arithmetic over widths; knows no font, no character and no page.

use super::style::Mpt;

/// What a paragraph is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// Something that cannot be broken.
    Word(Mpt),
    /// A space; a line may end here, and then the space vanishes.
    Space(Mpt),
    /// A line may end here at a cost; `hyphen` is the width of the hyphen that is then set.
    Break { hyphen: Mpt, cost: i32, flagged: bool },
    /// A line must end here.
    Forced,
}

/// How lines are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Both edges straight.
    Justified,
    /// Ragged at one edge.
    Ragged,
}

/// A space may grow by this share of itself before a line counts as bad, in percent.
pub const STRETCH_LIMIT: i32 = 60;
const STRETCH: i32 = 50;
const SHRINK: i32 = 22;
const CONSECUTIVE_HYPHENS: u8 = 2;

struct Node {
    start: usize,
    end: usize,
    demerits: f64,
    before: Option<usize>,
    hyphens: u8,
    class: u8,
}

/// The places at which lines end, as indices of the item that ends each line; the last is
/// `items.len()`. Never empty. Lines wider than `measure` appear only where nothing else is possible.
pub fn breaks(items: &[Item], measure: Mpt, setting: Setting) -> Vec<usize> {
    match setting {
        Setting::Justified => {
            let tolerance = f64::from(STRETCH_LIMIT) / f64::from(STRETCH);
            Pass::new(items, measure, setting, tolerance)
                .run()
                .or_else(|| Pass::new(items, measure, setting, f64::INFINITY).run())
        }
        Setting::Ragged => Pass::new(items, measure, setting, f64::INFINITY).run(),
    }
    .unwrap_or_else(|| vec![items.len()])
}

struct Pass<'a> {
    items: &'a [Item],
    measure: f64,
    setting: Setting,
    tolerance: f64,
    /// Width of words and of spaces before each item.
    words: Vec<i64>,
    spaces: Vec<i64>,
    nodes: Vec<Node>,
    active: Vec<usize>,
}

impl<'a> Pass<'a> {
    fn new(items: &'a [Item], measure: Mpt, setting: Setting, tolerance: f64) -> Self {
        let mut words = Vec::with_capacity(items.len() + 1);
        let mut spaces = Vec::with_capacity(items.len() + 1);
        let (mut word, mut space) = (0, 0);
        for item in items {
            words.push(word);
            spaces.push(space);
            match item {
                Item::Word(width) => word += i64::from(*width),
                Item::Space(width) => space += i64::from(*width),
                Item::Break { .. } | Item::Forced => {}
            }
        }
        words.push(word);
        spaces.push(space);
        let first = Node { start: 0, end: 0, demerits: 0.0, before: None, hyphens: 0, class: 1 };
        let measure = f64::from(measure);
        Self { items, measure, setting, tolerance, words, spaces, nodes: vec![first], active: vec![0] }
    }

    fn run(mut self) -> Option<Vec<usize>> {
        for at in 0..=self.items.len() {
            let legal = match self.items.get(at) {
                Some(Item::Space(_)) => at > 0 && matches!(self.items[at - 1], Item::Word(_)),
                Some(Item::Break { .. } | Item::Forced) | None => true,
                Some(Item::Word(_)) => false,
            };
            if legal && !self.try_break(at) {
                return None;
            }
        }
        let best = self
            .active
            .iter()
            .copied()
            .min_by(|a, b| self.nodes[*a].demerits.total_cmp(&self.nodes[*b].demerits))?;
        let mut ends = Vec::new();
        let mut node = &self.nodes[best];
        while let Some(before) = node.before {
            ends.push(node.end);
            node = &self.nodes[before];
        }
        ends.reverse();
        Some(ends)
    }

    /// Looks at a line end here behind every line that can reach it; false when none can.
    fn try_break(&mut self, at: usize) -> bool {
        let last = matches!(self.items.get(at), None | Some(Item::Forced));
        let mut best: [Option<Node>; 4] = [None, None, None, None];
        let mut overfull: Option<usize> = None;
        let mut active = std::mem::take(&mut self.active);
        active.retain(|&from| {
            if !last && self.nodes[from].start >= at {
                return true;
            }
            let ratio = self.ratio(from, at, last);
            if ratio < -1.0 {
                overfull = Some(from);
                return false;
            }
            if ratio <= self.tolerance
                && let Some(node) = self.node(from, at, ratio)
            {
                let place = &mut best[usize::from(node.class)];
                if place.as_ref().is_none_or(|held| node.demerits < held.demerits) {
                    *place = Some(node);
                }
            }
            !last
        });
        let found = best.iter().any(Option::is_some);
        if active.is_empty() && !found {
            let Some(from) = overfull.filter(|_| self.tolerance.is_infinite()) else { return false };
            let demerits = self.nodes[from].demerits + 1e12;
            let start = self.after(at);
            best[0] = Some(Node { start, end: at, demerits, before: Some(from), hyphens: 0, class: 0 });
        }
        for node in best.into_iter().flatten() {
            active.push(self.nodes.len());
            self.nodes.push(node);
        }
        self.active = active;
        true
    }

    /// The first word behind a line end.
    fn after(&self, at: usize) -> usize {
        let mut start = at;
        if matches!(self.items.get(at), Some(Item::Forced)) {
            return at + 1;
        }
        while matches!(self.items.get(start), Some(Item::Space(_) | Item::Break { .. })) {
            start += 1;
        }
        start
    }

    /// How far the line's spaces have to grow (> 0) or shrink (< 0); ±1 is as far as is good.
    #[expect(clippy::cast_precision_loss, reason = "widths of one paragraph are far below 2^53")]
    fn ratio(&self, from: usize, at: usize, last: bool) -> f64 {
        let start = self.nodes[from].start.min(at);
        let hyphen = match self.items.get(at) {
            Some(Item::Break { hyphen, .. }) => f64::from(*hyphen),
            Some(Item::Word(_) | Item::Space(_) | Item::Forced) | None => 0.0,
        };
        let spaces = (self.spaces[at] - self.spaces[start]) as f64;
        let natural = (self.words[at] - self.words[start]) as f64 + spaces + hyphen;
        let room = self.measure - natural;
        if room >= 0.0 {
            let stretch = match self.setting {
                Setting::Justified => spaces * f64::from(STRETCH) / 100.0,
                Setting::Ragged => self.measure / 4.0,
            };
            return if last || room == 0.0 { 0.0 } else { room / stretch.max(1e-6) };
        }
        let shrink = match self.setting {
            Setting::Justified => spaces * f64::from(SHRINK) / 100.0,
            Setting::Ragged => 0.0,
        };
        room / shrink.max(1e-6)
    }

    fn node(&self, from: usize, at: usize, ratio: f64) -> Option<Node> {
        let before = &self.nodes[from];
        let (cost, flagged) = match self.items.get(at) {
            Some(Item::Break { cost, flagged, .. }) => (f64::from(*cost), *flagged),
            Some(Item::Word(_) | Item::Space(_) | Item::Forced) | None => (0.0, false),
        };
        let hyphens = if flagged { before.hyphens + 1 } else { 0 };
        if hyphens > CONSECUTIVE_HYPHENS && self.tolerance.is_finite() {
            return None;
        }
        let class: u8 = if ratio < -0.5 {
            0
        } else if ratio <= 0.5 {
            1
        } else if ratio <= 1.0 {
            2
        } else {
            3
        };
        let badness = 100.0 * ratio.abs() * ratio.abs() * ratio.abs();
        let mut demerits = (1.0 + badness.min(1e6) + cost) * (1.0 + badness.min(1e6) + cost);
        if class.abs_diff(before.class) > 1 {
            demerits += 3_000.0;
        }
        if hyphens > 1 {
            demerits += 10_000.0 * f64::from(hyphens * hyphens);
        }
        let demerits = before.demerits + demerits;
        Some(Node { start: self.after(at), end: at, demerits, before: Some(from), hyphens, class })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(widths: &[Mpt]) -> Vec<Item> {
        widths
            .iter()
            .flat_map(|width| [Item::Word(*width), Item::Space(240)])
            .take(widths.len() * 2 - 1)
            .collect()
    }

    #[test]
    fn a_text_that_fits_is_one_line() {
        let items = paragraph(&[1_000, 2_000, 500]);
        assert_eq!(breaks(&items, 10_000, Setting::Justified), [items.len()]);
    }

    #[test]
    fn every_line_of_a_justified_text_stays_within_the_measure() {
        let items =
            paragraph(&[900, 1_300, 700, 2_100, 400, 1_700, 800, 1_100, 600, 1_900, 300, 1_500, 900, 800]);
        let mut start = 0;
        let ends = breaks(&items, 6_000, Setting::Justified);
        assert!(ends.len() > 2);
        for end in ends {
            let line = &items[start..end];
            let shrunk: i32 = line
                .iter()
                .map(|item| match item {
                    Item::Word(width) => *width,
                    Item::Space(width) => width * (100 - SHRINK) / 100,
                    Item::Break { .. } | Item::Forced => 0,
                })
                .sum();
            assert!(shrunk <= 6_000, "{shrunk}");
            start = end + 1;
        }
    }

    #[test]
    fn a_word_wider_than_the_line_stands_alone_and_nothing_is_lost() {
        let items = paragraph(&[500, 9_000, 500]);
        assert_eq!(breaks(&items, 3_000, Setting::Ragged), [1, 3, 5]);
    }

    #[test]
    fn a_forced_end_ends_the_line() {
        let items = [Item::Word(500), Item::Forced, Item::Word(500)];
        assert_eq!(breaks(&items, 3_000, Setting::Justified), [1, 3]);
    }
}
