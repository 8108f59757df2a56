//! How long a test has been running: by the stopwatch of the sender while one run of it lasts, by the clock on the wall from
//! one run to the next (after a restart), and with the pauses taken out. Where the stopwatch and the wall disagree, because
//! somebody set the clock or the machine slept, the difference is told. A zone changes nothing: instants have none. Pure.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Drill, Stamp, Tick};
use crate::time::{Instant, Length};

/// From which difference on the stopwatch and the wall disagree; clocks that are kept right by a server move by less.
const NOTICED: Length = Length::seconds(2);

/// A stretch in which the stopwatch and the clock on the wall disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Disagreement {
    /// Its beginning by the clock on the wall.
    pub from: Instant,
    /// Its end by the clock on the wall.
    pub until: Instant,
    /// How long it was by the clock on the wall, in seconds.
    pub wall: Length,
    /// How long it was by the stopwatch, in seconds: this counts.
    pub stopwatch: Length,
}

/// How long a test has been running.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Elapsed {
    /// Milliseconds without pauses.
    #[ts(type = "number")]
    pub running_ms: i64,
    /// Milliseconds of pauses.
    #[ts(type = "number")]
    pub paused_ms: i64,
    /// Where the stopwatch and the clock on the wall disagree.
    pub disagreements: Vec<Disagreement>,
}

/// A place on the line of a test that was read live: what both clocks said there, and how far it lies from the beginning.
#[derive(Debug, Clone)]
struct Anchor<'a> {
    recorded: Instant,
    wall: Instant,
    tick: Option<&'a Tick>,
    offset: Length,
}

/// The line of a test: every stamp has a place on it.
#[derive(Debug, Clone)]
pub struct Course<'a> {
    anchors: Vec<Anchor<'a>>,
    disagreements: Vec<Disagreement>,
    /// Pauses as they lie on the line; the last may be open.
    pauses: Vec<(Length, Option<Length>)>,
}

/// How far it is from one reading to the next: by the stopwatch where it ran through, else by the wall, and never back.
fn between(from: (Instant, Option<&Tick>), to: (Instant, Option<&Tick>)) -> (Length, Option<Length>) {
    let wall = from.0.until(to.0);
    let stopwatch = from.1.zip(to.1).filter(|(from, to)| from.boot == to.boot).map(|(from, to)| {
        let millis = to.elapsed_ms.saturating_sub(from.elapsed_ms);
        Length::millis(i64::try_from(millis).unwrap_or(i64::MAX))
    });
    (stopwatch.unwrap_or(wall).max(Length::ZERO), stopwatch)
}

impl<'a> Course<'a> {
    /// The line of a test that started; none of one that did not.
    pub fn of(drill: &'a Drill) -> Option<Self> {
        let started = drill.started.as_ref()?;
        let mut course = Self {
            anchors: vec![Anchor {
                recorded: started.recorded,
                wall: started.timed.at.at,
                tick: started.timed.tick.as_ref(),
                offset: Length::ZERO,
            }],
            disagreements: Vec::new(),
            pauses: Vec::new(),
        };
        for mark in drill.marks.iter().filter(|mark| !mark.timed.late) {
            course.reach(mark);
        }
        for pause in &drill.pauses {
            let until = pause.until.as_ref().or(drill.over.as_ref());
            let place = (course.place(&pause.from), until.map(|stamp| course.place(stamp)));
            course.pauses.push(place);
        }
        Some(course)
    }

    /// Goes on to a live reading.
    fn reach(&mut self, mark: &'a Stamp) {
        let (wall, tick) = (mark.timed.at.at, mark.timed.tick.as_ref());
        let Some(last) = self.anchors.last() else { return };
        let (length, stopwatch) = between((last.wall, last.tick), (wall, tick));
        self.disagreements.extend(disagreement(last.wall, wall, stopwatch));
        let offset = last.offset.and(length);
        self.anchors.push(Anchor { recorded: mark.recorded, wall, tick, offset });
    }

    /// Where a stamp lies on the line, pauses counted.
    fn place(&self, stamp: &Stamp) -> Length {
        let wall = stamp.timed.at.at;
        let live = |anchor: &&Anchor<'_>| !stamp.timed.late && anchor.recorded == stamp.recorded;
        if let Some(anchor) = self.anchors.iter().find(live) {
            return anchor.offset;
        }
        // What was entered afterwards lies as far behind the last live reading before it as the wall says, and not behind the
        // next one.
        let Some(before) = self.anchors.iter().rposition(|anchor| anchor.wall <= wall) else {
            return Length::ZERO;
        };
        let anchor = &self.anchors[before];
        let place = anchor.offset.and(anchor.wall.until(wall));
        self.anchors.get(before + 1).map_or(place, |next| place.min(next.offset))
    }

    /// A place on the line without the pauses before it.
    fn without_pauses(&self, place: Length) -> Length {
        let paused = self.pauses.iter().map(|(from, until)| {
            let until = until.unwrap_or(place).min(place);
            until.without(*from).max(Length::ZERO)
        });
        place.without(paused.fold(Length::ZERO, Length::and))
    }

    /// How far from the beginning a stamp lies, without pauses.
    pub fn at(&self, stamp: &Stamp) -> Length {
        self.without_pauses(self.place(stamp))
    }

    /// How long it was from one stamp to another, without pauses; never negative.
    pub fn between(&self, from: &Stamp, until: &Stamp) -> Length {
        self.at(until).without(self.at(from)).max(Length::ZERO)
    }

    /// The place that is reached now, pauses counted, and where the clocks disagree until then.
    fn reached(&self, now: Instant, tick: Option<&Tick>) -> (Length, Option<Disagreement>) {
        let Some(last) = self.anchors.last() else { return (Length::ZERO, None) };
        let (length, stopwatch) = between((last.wall, last.tick), (now, tick));
        (last.offset.and(length), disagreement(last.wall, now, stopwatch))
    }

    /// How far from the beginning it is now, without pauses.
    pub fn now(&self, now: Instant, tick: Option<&Tick>) -> Length {
        self.without_pauses(self.reached(now, tick).0)
    }
}

fn disagreement(from: Instant, until: Instant, stopwatch: Option<Length>) -> Option<Disagreement> {
    let (wall, stopwatch) = (from.until(until), stopwatch?);
    let apart = wall.without(stopwatch).max(stopwatch.without(wall));
    (apart > NOTICED).then_some(Disagreement { from, until, wall, stopwatch })
}

/// How long a test has been running at `now`, or was when it was over; none when it did not start.
pub fn elapsed(drill: &Drill, now: Instant, tick: Option<&Tick>) -> Option<Elapsed> {
    let course = Course::of(drill)?;
    let mut disagreements = course.disagreements.clone();
    let place = if let Some(over) = &drill.over {
        course.place(over)
    } else {
        let (place, further) = course.reached(now, tick);
        disagreements.extend(further);
        place
    };
    let running = course.without_pauses(place);
    Some(Elapsed {
        running_ms: running.whole_millis(),
        paused_ms: place.without(running).whole_millis(),
        disagreements,
    })
}
