//! An event of Azure Resource Health: nested as REST gives it, flat as the SDKs do, PascalCase as the Resource Graph
//! does. Knows no alerts.

use std::borrow::Cow;
use std::collections::BTreeMap;

use ring::digest::{SHA256, digest};
use serde_json::Value;

use super::super::dirt::{Dirt, Field, Place, Reason};
use super::super::item::{Kind, Said, SourceItem, SourceKey, SourceUpdate, Status, add_name};
use super::super::reader::Reader;
use super::super::{json, markup, words};
use crate::time::Moment;

/// The system's word in the source key; alerts of Service Health use it too, so that both meet by tracking id.
pub const SERVICE_HEALTH: &str = "azure-service-health";

/// Where the facts of an event stand: under `properties`, or at the top.
pub fn facts(entry: &Value) -> &Value {
    json::get(entry, "properties").filter(|facts| facts.is_object()).unwrap_or(entry)
}

/// The kind behind Azure's word for it, of an event or of an alert.
pub fn kind_of(word: &str) -> Option<Kind> {
    match word.to_ascii_lowercase().as_str() {
        "serviceissue" | "incident" | "rca" | "emergingissues" | "security" => Some(Kind::Incident),
        "plannedmaintenance" | "maintenance" => Some(Kind::Maintenance),
        "healthadvisory" | "securityadvisory" | "actionrequired" | "billing" => Some(Kind::Advisory),
        "informational" | "information" => Some(Kind::Notice),
        _ => None,
    }
}

/// The state behind Azure's word for a stage or a status.
pub fn stage(raw: &str, dirt: &mut Vec<Dirt>) -> Option<Said<Status>> {
    let read = match raw.to_ascii_lowercase().as_str() {
        "active" | "inprogress" => Some(Status::Open),
        "planned" | "rescheduled" => Some(Status::Planned),
        "canceled" | "cancelled" => Some(Status::Cancelled),
        "resolved" | "complete" => Some(Status::Resolved),
        "rca" => Some(Status::Closed),
        _ => return words::status(raw, dirt),
    };
    Some(Said { raw: raw.to_owned(), read })
}

/// Reads one event.
pub fn read(entry: &Value, place: Place, reader: &mut Reader) {
    let facts = facts(entry);
    let id = json::first_text(facts, &["trackingId", "name"]).or_else(|| json::text(entry, "name"));
    let from_path = || json::text(entry, "id").and_then(|id| id.rsplit('/').next().map(str::to_owned));
    let Some(id) = id.map(Cow::into_owned).or_else(from_path) else {
        return reader.refuse(place, Reason::NoId);
    };
    let word = json::text(facts, "eventType").unwrap_or_default();
    let mut item = SourceItem::new(
        place,
        SourceKey::new(SERVICE_HEALTH, ""),
        id,
        kind_of(&word).unwrap_or(Kind::Incident),
    );
    if kind_of(&word).is_none() {
        item.dirt.push(Dirt::UnknownWord {
            field: Field::Status,
            raw: markup::line(&word, Field::Status, &mut Vec::new()),
        });
    }
    item.title = markup::line(
        &json::first_text(facts, &["title", "header"]).unwrap_or_default(),
        Field::Title,
        &mut item.dirt,
    );
    item.status = json::text(facts, "status").and_then(|raw| stage(&raw, &mut item.dirt));
    item.impact =
        json::first_text(facts, &["eventLevel", "level"]).and_then(|raw| words::impact(&raw, &mut item.dirt));
    for name in ["eventType", "eventSubType", "externalIncidentId", "priority", "isHIR", "header"] {
        item.fact(name, json::text(facts, name).map(Cow::into_owned));
    }
    if let Some(raw) = json::text(facts, "externalIncidentId").filter(|raw| json::is_large_number(raw)) {
        item.dirt.push(Dirt::LargeNumber { field: Field::Facts, raw: raw.into_owned() });
    }
    read_moments(facts, &mut item, reader);
    read_updates(facts, &mut item, reader);
    let whole = json::first_text(facts, &["description", "summary"]).unwrap_or_default();
    let whole = markup::plain(&whole, Field::Text, &mut item.dirt);
    if !item.updates.iter().any(|update| update.text == whole.text) {
        (item.text, item.original) = (whole.text, whole.original);
    }
    reader.take(item);
}

fn read_moments(facts: &Value, item: &mut SourceItem, reader: &mut Reader) {
    let dirt = &mut item.dirt;
    let mut time =
        |name: &str, field: Field| json::text(facts, name).and_then(|raw| reader.time(&raw, field, dirt));
    let mitigation = if item.kind == Kind::Incident { Field::Mitigated } else { Field::PlannedEnd };
    let (start, end) =
        (time("impactStartTime", Field::ImpactStart), time("impactMitigationTime", mitigation));
    item.moments.modified = time("lastUpdateTime", Field::Modified);
    settle(item, start, end);
}

/// For an incident the two times are the effect itself. For planned work and advisories they are the announced window,
/// which may lie years ahead: the effect is not recorded by them.
pub fn settle(item: &mut SourceItem, start: Option<Moment>, end: Option<Moment>) {
    let is_over = item.status.as_ref().and_then(|said| said.read).is_some_and(Status::is_over);
    match item.kind {
        Kind::Incident => {
            item.moments.impact_start = start;
            item.moments.mitigated = end;
            item.moments.ended = end.filter(|_| is_over);
        }
        Kind::Maintenance | Kind::Notice | Kind::Advisory => {
            item.moments.planned_start = start;
            item.moments.planned_end = end;
        }
    }
}

/// The same text comes once for every region of every service: it is kept once, at its earliest time, and its id is made
/// of the text, so that the next export finds it again whatever regions it names.
fn read_updates(facts: &Value, item: &mut SourceItem, reader: &mut Reader) {
    let mut texts: BTreeMap<String, SourceUpdate> = BTreeMap::new();
    let mut most_copies: BTreeMap<String, u64> = BTreeMap::new();
    for service in json::list(facts, "impact") {
        add_name(&mut item.services, &json::text(service, "impactedService").unwrap_or_default());
        for region in json::list(service, "impactedRegions") {
            add_name(&mut item.regions, &json::text(region, "impactedRegion").unwrap_or_default());
            for update in json::list(region, "updates") {
                let raw = json::text(update, "summary").unwrap_or_default();
                let at = json::text(update, "updateDateTime");
                let occurred = at.and_then(|raw| reader.time(&raw, Field::Update, &mut item.dirt));
                *most_copies.entry(raw.clone().into_owned()).or_default() += 1;
                let known =
                    texts.entry(raw.clone().into_owned()).or_insert_with(|| read_text(&raw, &mut item.dirt));
                let is_earlier = |moment: Moment| known.occurred.is_none_or(|known| moment.at < known.at);
                if occurred.is_some_and(is_earlier) {
                    known.occurred = occurred;
                }
            }
        }
    }
    let copies = most_copies.values().copied().max().unwrap_or_default();
    if copies > 1 {
        item.dirt.push(Dirt::RepeatedText { copies });
    }
    item.updates = texts.into_values().filter(|update| !update.text.is_empty()).collect();
}

fn read_text(raw: &str, dirt: &mut Vec<Dirt>) -> SourceUpdate {
    let text = markup::plain(raw, Field::Update, dirt);
    let hash = digest(&SHA256, text.text.as_bytes());
    SourceUpdate {
        outside_id: hash.as_ref().iter().take(8).map(|byte| format!("{byte:02x}")).collect(),
        occurred: None,
        status: None,
        text: text.text,
        original: text.original,
        author: None,
        fields: Vec::new(),
    }
}
