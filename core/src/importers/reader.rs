//! What a format writes its items into: reads times with their zones, keeps the dirt, refuses what cannot be kept, and
//! puts items of one id together. Knows no format and no workspace.

use std::collections::HashMap;

use super::dates::{self, DateOrder, Unusable, Written};
use super::dirt::{Dirt, Field, Place, Problem, Reason};
use super::item::{FieldChange, SourceItem, SourceUpdate};
use super::mapping::Mapping;
use super::markup;
use super::merge;
use super::{Options, Reading, Watch, ZoneNeed};
use crate::time::{Instant, Length, Moment, Precision, TimeFault, Zone};

/// How many names a list of one item may hold, and how many bytes all of them.
const MOST_NAMES: usize = 400;
const LONGEST_LIST: usize = 5 * 1024;
/// How much dirt one item shows; the same fault in its thousandth update says nothing new.
const MOST_DIRT: usize = 40;
/// The longest value of a changed or a further field, as JSON writes it.
const LONGEST_VALUE: usize = 400;
const MOST_CHANGES: usize = 60;

/// Collects what a format reads.
pub struct Reader<'a> {
    /// What the user said about this source.
    pub options: &'a Options,
    /// The zone that the source itself names, for times without one.
    pub declared_zone: Option<Zone>,
    /// The zone that the format's own rules take when nobody says one.
    pub usual_zone: Option<Zone>,
    /// Which number of a date is the day.
    pub order: DateOrder,
    /// Whether many entries of one id are the format's normal way (one message each) and no fault.
    pub repeats_are_normal: bool,
    watch: &'a dyn Watch,
    items: Vec<SourceItem>,
    problems: Vec<Problem>,
    known: HashMap<(String, String), usize>,
    zone_need: Option<ZoneNeed>,
    mapping: Option<Mapping>,
    stopped: bool,
    seen: u64,
}

impl<'a> Reader<'a> {
    /// An empty one.
    pub fn new(options: &'a Options, watch: &'a dyn Watch) -> Self {
        Self {
            options,
            declared_zone: None,
            usual_zone: None,
            order: options.order.unwrap_or(DateOrder::DayFirst),
            repeats_are_normal: false,
            watch,
            items: Vec::new(),
            problems: Vec::new(),
            known: HashMap::new(),
            zone_need: None,
            mapping: None,
            stopped: false,
            seen: 0,
        }
    }

    /// So many items may come. Without this, a million of them is moved as a whole each time that the room runs out, and
    /// nobody is heard meanwhile.
    pub fn expect(&mut self, items: usize) {
        self.items.reserve(items);
        self.known.reserve(items);
    }

    /// Counts one more row or entry of `total`, if that is known. False when the user has had enough: stop reading.
    pub fn go_on(&mut self, total: Option<u64>) -> bool {
        self.seen += 1;
        if self.seen.is_multiple_of(256) {
            self.stopped |= !self.watch.read(self.seen, total);
        }
        !self.stopped
    }

    /// Refuses what stands at `place`.
    pub fn refuse(&mut self, place: Place, reason: Reason) {
        self.problems.push(Problem::new(place, reason));
    }

    /// Says which mapping a table was read with.
    pub fn mapped(&mut self, mapping: Mapping) {
        self.mapping = Some(mapping);
    }

    /// Reads a time; what is wrong with it goes into `dirt`.
    pub fn time(&mut self, raw: &str, field: Field, dirt: &mut Vec<Dirt>) -> Option<Moment> {
        let order = self.order;
        let shown = || markup::line(raw, field, &mut Vec::new());
        match dates::read(raw, order) {
            Ok(Written::Instant(at)) => Some(Moment::exact(at, self.said_in())),
            Ok(Written::Wall(wall)) => self.wall(wall, field, dirt),
            Ok(Written::Day(day)) => {
                let start = self.wall(day.and_time(chrono::NaiveTime::MIN), field, dirt)?;
                Some(Moment { precision: Precision::About, ..start })
            }
            Err(Unusable::Sentinel) => {
                if !matches!(raw.trim(), "" | "-") {
                    dirt.push(Dirt::Sentinel { field, raw: shown() });
                }
                None
            }
            Err(Unusable::Year) => {
                dirt.push(Dirt::YearOutOfRange { field, raw: shown() });
                None
            }
            Err(Unusable::NotATime) => {
                dirt.push(Dirt::NotATime { field, raw: shown() });
                None
            }
        }
    }

    /// The zone in which this source says its times.
    fn said_in(&self) -> Zone {
        self.declared_zone.or(self.options.zone).unwrap_or(Zone::UTC)
    }

    fn wall(&mut self, wall: chrono::NaiveDateTime, field: Field, dirt: &mut Vec<Dirt>) -> Option<Moment> {
        let zone = match self.declared_zone.or(self.options.zone) {
            Some(zone) => zone,
            None => self.assumed_zone(wall, field, dirt),
        };
        let at = match zone.instant(wall, false) {
            Ok(at) => Ok(at),
            Err(TimeFault::Skipped(_)) => {
                dirt.push(Dirt::SkippedHour { field, raw: wall.to_string() });
                let an_hour = chrono::TimeDelta::hours(1);
                wall.checked_add_signed(an_hour)
                    .map_or(Err(TimeFault::Skipped(wall)), |later| zone.instant(later, false))
            }
            Err(fault) => Err(fault),
        };
        match at {
            Ok(at) => Some(Moment::exact(at, zone)),
            Err(_) => {
                dirt.push(Dirt::YearOutOfRange { field, raw: wall.to_string() });
                None
            }
        }
    }

    fn assumed_zone(&mut self, wall: chrono::NaiveDateTime, field: Field, dirt: &mut Vec<Dirt>) -> Zone {
        let zone = self.usual_zone.unwrap_or(self.options.fallback_zone);
        let need = self.zone_need.get_or_insert_with(|| ZoneNeed {
            proposed: zone,
            example: wall.to_string(),
            count: 0,
        });
        need.count += 1;
        if !dirt.iter().any(|known| matches!(known, Dirt::ZoneMissing { .. })) {
            dirt.push(Dirt::ZoneMissing { field, zone });
        }
        zone
    }

    /// Takes a finished item: shortens what is too long, notes an end before the start, puts it together with what
    /// stands under the same id, and refuses it when it says nothing.
    pub fn take(&mut self, mut item: SourceItem) {
        if item.outside_id.is_empty() {
            return self.refuse(item.place, Reason::NoId);
        }
        let key = (item.source.as_str().to_owned(), item.outside_id.clone());
        if let Some(index) = self.known.get(&key) {
            let known = &mut self.items[*index];
            return merge::merge(known, item, self.repeats_are_normal);
        }
        if item.title.is_empty() {
            let first = item
                .text
                .lines()
                .next()
                .or_else(|| item.updates.first().and_then(|update| update.text.lines().next()));
            item.title = markup::line(first.unwrap_or_default(), Field::Title, &mut Vec::new());
            if item.title.is_empty() {
                return self.refuse(item.place, Reason::NoTitle);
            }
            item.dirt.push(Dirt::Missing { field: Field::Title });
        }
        self.known.insert(key, self.items.len());
        self.items.push(item);
    }

    /// Everything that was read; `None` when the user stopped it.
    pub fn finish(mut self, format: &'static str) -> Option<Reading> {
        if self.stopped {
            return None;
        }
        for (done, item) in self.items.iter_mut().enumerate() {
            if done.is_multiple_of(256) && !self.watch.read(self.seen, Some(self.seen)) {
                return None;
            }
            settle(item);
        }
        Some(Reading {
            format: format.to_owned(),
            items: self.items,
            problems: self.problems,
            zone_need: self.zone_need,
            mapping: self.mapping,
        })
    }
}

/// What is done to an item when all that belongs to it has been read.
fn settle(item: &mut SourceItem) {
    order_updates(item);
    let moments = &item.moments;
    let start = moments.impact_start.or(moments.noticed);
    for (start, end) in
        [(start, moments.ended.or(moments.mitigated)), (moments.planned_start, moments.planned_end)]
    {
        if let (Some(start), Some(end)) = (start, end)
            && start.at.until(end.at).is_negative()
        {
            item.dirt.push(Dirt::EndBeforeStart { start, end });
        }
    }
    for (names, field) in [
        (&mut item.labels, Field::Labels),
        (&mut item.services, Field::Services),
        (&mut item.regions, Field::Regions),
    ] {
        shorten(names, field, &mut item.dirt);
    }
    shorten_facts(item);
    let mut kept: Vec<Dirt> = Vec::with_capacity(item.dirt.len().min(MOST_DIRT));
    for dirt in item.dirt.drain(..) {
        if kept.len() < MOST_DIRT && !kept.contains(&dirt) {
            kept.push(dirt);
        }
    }
    item.dirt = kept;
}

/// Oldest first, no id twice: an exact copy is dropped, a different text under the same id gets `#2` behind it.
fn order_updates(item: &mut SourceItem) {
    item.updates.sort_by_key(|update| update.occurred.map_or(i64::MAX, |moment| moment.at.micros()));
    let mut counts: HashMap<String, u32> = HashMap::new();
    let mut kept: Vec<SourceUpdate> = Vec::with_capacity(item.updates.len());
    for mut update in item.updates.drain(..) {
        shorten_fields(&mut update.fields);
        let count = counts.entry(update.outside_id.clone()).or_default();
        *count += 1;
        if *count > 1 {
            if kept.iter().any(|known| known.outside_id == update.outside_id && known.text == update.text) {
                continue;
            }
            update.outside_id = format!("{}#{count}", update.outside_id);
        }
        kept.push(update);
    }
    item.updates = kept;
}

fn shorten_fields(fields: &mut Vec<FieldChange>) {
    fields.truncate(MOST_CHANGES);
    for change in fields {
        markup::cut(&mut change.field, LONGEST_VALUE);
        for value in [&mut change.old, &mut change.new].into_iter().flatten() {
            markup::cut(value, LONGEST_VALUE);
        }
    }
}

fn shorten(names: &mut Vec<String>, field: Field, dirt: &mut Vec<Dirt>) {
    let count = names.len();
    let mut bytes = 0;
    let mut fitting = 0;
    for name in names.iter_mut().take(MOST_NAMES) {
        markup::cut(name, LONGEST_VALUE);
        bytes += name.len() + 3;
        if bytes > LONGEST_LIST {
            break;
        }
        fitting += 1;
    }
    if fitting < count {
        names.truncate(fitting);
        dirt.push(Dirt::ListShortened { field, count: count as u64 });
    }
}

fn shorten_facts(item: &mut SourceItem) {
    let count = item.facts.len();
    let mut bytes = 0;
    item.facts.retain(|name, value| {
        markup::cut(value, LONGEST_VALUE * 2);
        bytes += name.len() + value.len() + 6;
        bytes <= LONGEST_LIST
    });
    if item.facts.len() < count {
        item.dirt.push(Dirt::ListShortened { field: Field::Facts, count: count as u64 });
    }
}

/// How long an item lasted as far as anybody knows; `None` when an end is missing or lies before the start.
pub fn length_of(item: &SourceItem) -> Option<Length> {
    let between =
        |start: Instant, end: Instant| Some(start.until(end)).filter(|length| !length.is_negative());
    between(item.moments.began()?, item.moments.over()?)
}
