//! Two entries of one id become one item: what is newer wins, nothing that either says is lost. Knows no format.

use super::dirt::Dirt;
use super::item::{Moments, SourceItem, add_name};

/// Puts `other` into `item`, both of the same source and outside id. Notes the doubled id unless `repeats_are_normal`.
pub fn merge(item: &mut SourceItem, mut other: SourceItem, repeats_are_normal: bool) {
    let other_place = other.place.clone();
    if is_newer(&other, item) {
        std::mem::swap(item, &mut other);
        std::mem::swap(&mut item.place, &mut other.place);
    }
    if !repeats_are_normal {
        item.dirt.push(Dirt::DoubledId { other: other_place });
    }
    fill_moments(item, &other.moments);
    if item.title.is_empty() {
        item.title = other.title;
    }
    if item.text.is_empty() {
        item.text = other.text;
        item.original = other.original;
    }
    item.url = item.url.take().or(other.url);
    item.impact = item.impact.take().or(other.impact);
    item.status = item.status.take().or(other.status);
    for (names, more) in [
        (&mut item.labels, other.labels),
        (&mut item.services, other.services),
        (&mut item.regions, other.regions),
    ] {
        more.iter().for_each(|name| add_name(names, name));
    }
    for (name, value) in other.facts {
        item.facts.entry(name).or_insert(value);
    }
    for update in other.updates {
        let known = item.updates.iter().any(|known| {
            known.outside_id == update.outside_id
                || (known.occurred == update.occurred && known.text == update.text)
        });
        if !known {
            item.updates.push(update);
        }
    }
    item.dirt.extend(other.dirt);
}

/// By what the source says about its last change, else by the newest update, else the later in the file is newer.
fn is_newer(other: &SourceItem, item: &SourceItem) -> bool {
    let last = |item: &SourceItem| {
        item.moments.modified.or_else(|| {
            item.updates.iter().filter_map(|update| update.occurred).max_by_key(|moment| moment.at)
        })
    };
    match (last(other), last(item)) {
        (Some(other), Some(item)) => other.at >= item.at,
        (Some(_) | None, None) => true,
        (None, Some(_)) => false,
    }
}

/// Fills the moments that the newer entry does not name. An end is not taken over into an entry that says it is not over.
fn fill_moments(item: &mut SourceItem, other: &Moments) {
    let over = item.status.as_ref().and_then(|said| said.read).is_none_or(super::item::Status::is_over);
    let moments = &mut item.moments;
    for (moment, older) in [
        (&mut moments.impact_start, other.impact_start),
        (&mut moments.noticed, other.noticed),
        (&mut moments.mitigated, other.mitigated),
        (&mut moments.modified, other.modified),
        (&mut moments.planned_start, other.planned_start),
        (&mut moments.planned_end, other.planned_end),
    ] {
        *moment = moment.or(older);
    }
    if over {
        moments.ended = moments.ended.or(other.ended);
        moments.closed = moments.closed.or(other.closed);
    }
    // The record was made once: the earliest time that anybody says.
    if let (Some(noticed), Some(earlier)) = (moments.noticed, other.noticed)
        && earlier.at < noticed.at
    {
        moments.noticed = Some(earlier);
    }
}
