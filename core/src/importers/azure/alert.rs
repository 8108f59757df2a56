//! Alerts that Azure sends to a webhook: the common alert schema with messages of Service Health, Resource Health and
//! monitors, and the classic activity log with the same messages. Knows no events of the REST interface.

use std::borrow::Cow;

use serde_json::Value;

use super::super::dirt::{Dirt, Field, Place, Reason};
use super::super::item::{Kind, SourceItem, SourceKey, SourceUpdate, add_name};
use super::super::reader::Reader;
use super::super::{json, markup, words};
use super::event;

/// Reads an alert of the common schema, whole or its `alertContext` alone.
pub fn read_common(entry: &Value, place: Place, reader: &mut Reader) {
    let data = json::get(entry, "data").unwrap_or(entry);
    let nothing = Value::Null;
    let essentials = json::get(data, "essentials").unwrap_or(&nothing);
    let context = json::get(data, "alertContext").unwrap_or(&nothing);
    match json::get(context, "properties") {
        Some(facts) if json::get(facts, "trackingId").is_some() => {
            read_message(context, facts, place, reader);
        }
        Some(facts) if json::get(facts, "currentHealthStatus").is_some() => {
            read_health(context, facts, Some(essentials), place, reader);
        }
        Some(_) | None => read_monitor(essentials, context, place, reader),
    }
}

/// Reads an alert of the classic activity log.
pub fn read_classic(entry: &Value, place: Place, reader: &mut Reader) {
    let log = json::get(entry, "data")
        .and_then(|data| json::get(data, "context"))
        .and_then(|context| json::get(context, "activityLog"));
    let Some(log) = log else {
        return reader.refuse(place, Reason::Malformed { detail: "no activityLog".to_owned() });
    };
    match json::get(log, "properties") {
        Some(facts) if json::get(facts, "trackingId").is_some() => read_message(log, facts, place, reader),
        Some(facts) if json::get(facts, "currentHealthStatus").is_some() => {
            read_health(log, facts, None, place, reader);
        }
        Some(_) | None => {
            let what = json::first_text(log, &["operationName", "eventSource"]).unwrap_or_default();
            reader.refuse(
                place,
                Reason::NotAnIncident { what: markup::line(&what, Field::Text, &mut Vec::new()) },
            );
        }
    }
}

/// One message about an event of Service Health. Each message is sent by itself; what holds them together is the
/// tracking id, and what is said about the state is `stage`: the alert's own condition stays "Fired".
fn read_message(context: &Value, facts: &Value, place: Place, reader: &mut Reader) {
    reader.repeats_are_normal = true;
    let Some(id) = json::text(facts, "trackingId") else { return reader.refuse(place, Reason::NoId) };
    let operation = json::text(context, "operationName").unwrap_or_default();
    let word = json::text(facts, "incidentType")
        .or_else(|| operation.split('/').nth(1).map(Cow::Borrowed))
        .unwrap_or_default();
    let kind = event::kind_of(&word).unwrap_or(Kind::Incident);
    let mut item = SourceItem::new(place, SourceKey::new(event::SERVICE_HEALTH, ""), id.into_owned(), kind);
    let dirt = &mut item.dirt;
    let title = json::first_text(facts, &["defaultLanguageTitle", "title"]).unwrap_or_default();
    item.title = markup::line(&title, Field::Title, dirt);
    item.status = json::text(facts, "stage")
        .or_else(|| json::text(context, "status"))
        .and_then(|raw| event::stage(&raw, dirt));
    let mut time = |value: &Value, names: &[&str], field: Field| {
        json::first_text(value, names).and_then(|raw| reader.time(&raw, field, dirt))
    };
    let said = time(context, &["eventTimestamp", "submissionTimestamp"], Field::Update);
    let window = (
        time(facts, &["impactStartTime"], Field::ImpactStart),
        time(facts, &["impactMitigationTime"], Field::Mitigated),
    );
    item.moments.noticed = said;
    item.moments.modified = said;
    event::settle(&mut item, window.0, window.1);
    for name in ["incidentType", "maintenanceId", "isHIR", "impactType"] {
        item.fact(name, json::text(facts, name).map(Cow::into_owned));
    }
    if json::text(facts, "IsSynthetic").is_some_and(|truth| truth.eq_ignore_ascii_case("true")) {
        add_name(&mut item.labels, "synthetic");
    }
    read_services(facts, &mut item);
    let text = json::first_text(facts, &["communication", "defaultLanguageContent"]).unwrap_or_default();
    let text = markup::plain(&text, Field::Update, &mut item.dirt);
    let communication =
        json::first_text(facts, &["communicationId"]).or_else(|| json::text(context, "eventDataId"));
    item.updates.push(SourceUpdate {
        outside_id: communication
            .map_or_else(|| said.map(|moment| moment.at.to_string()).unwrap_or_default(), Cow::into_owned),
        occurred: said,
        status: item.status.clone(),
        text: text.text,
        original: text.original,
        author: None,
        fields: Vec::new(),
    });
    reader.take(item);
}

/// The affected services: a list, or that list once more as a string.
fn read_services(facts: &Value, item: &mut SourceItem) {
    let unpacked = match json::get(facts, "impactedServices") {
        Some(Value::String(text)) => {
            json::documents(text).ok().and_then(|all| all.into_iter().next()).unwrap_or(Value::Null)
        }
        Some(list) => list.clone(),
        None => Value::Null,
    };
    for service in unpacked.as_array().into_iter().flatten() {
        add_name(&mut item.services, &json::text(service, "ServiceName").unwrap_or_default());
        for region in json::list(service, "ImpactedRegions") {
            add_name(&mut item.regions, &json::text(region, "RegionName").unwrap_or_default());
        }
    }
    if item.services.is_empty() {
        add_name(&mut item.services, &json::text(facts, "service").unwrap_or_default());
        add_name(&mut item.regions, &json::text(facts, "region").unwrap_or_default());
    }
}

/// The health of one resource changed.
fn read_health(
    context: &Value,
    facts: &Value,
    essentials: Option<&Value>,
    place: Place,
    reader: &mut Reader,
) {
    let id = json::first_text(context, &["correlationId", "operationId", "eventDataId"]).or_else(|| {
        essentials.and_then(|essentials| json::first_text(essentials, &["originAlertId", "alertId"]))
    });
    let Some(id) = id else { return reader.refuse(place, Reason::NoId) };
    let mut item =
        SourceItem::new(place, SourceKey::new("azure-resource-health", ""), id.into_owned(), Kind::Incident);
    reader.repeats_are_normal = true;
    let dirt = &mut item.dirt;
    item.title = markup::line(&json::text(facts, "title").unwrap_or_default(), Field::Title, dirt);
    let details = markup::plain(&json::text(facts, "details").unwrap_or_default(), Field::Text, dirt);
    (item.text, item.original) = (details.text, details.original);
    let at = json::first_text(context, &["eventTimestamp", "submissionTimestamp"])
        .and_then(|raw| reader.time(&raw, Field::Noticed, dirt));
    item.moments.noticed = at;
    item.moments.modified = at;
    let is_back = json::text(facts, "currentHealthStatus").as_deref() == Some("Available");
    item.status = json::text(context, "status").and_then(|raw| event::stage(&raw, dirt));
    item.moments.impact_start = at.filter(|_| !is_back);
    item.moments.ended = at.filter(|_| is_back);
    for name in ["currentHealthStatus", "previousHealthStatus", "type", "cause"] {
        item.fact(name, json::text(facts, name).map(Cow::into_owned));
    }
    let resource = json::text(context, "resourceId").or_else(|| {
        essentials
            .and_then(|essentials| json::list(essentials, "configurationItems").first())
            .and_then(json::scalar)
    });
    add_name(
        &mut item.services,
        resource.as_deref().and_then(|path| path.rsplit('/').next()).unwrap_or_default(),
    );
    reader.take(item);
}

/// An alert of a metric, a log query or a test: fired, and perhaps resolved.
fn read_monitor(essentials: &Value, context: &Value, place: Place, reader: &mut Reader) {
    let Some(id) = json::first_text(essentials, &["alertId", "originAlertId"]) else {
        return reader.refuse(place, Reason::NoId);
    };
    reader.repeats_are_normal = true;
    let mut item =
        SourceItem::new(place, SourceKey::new("azure-monitor", ""), id.into_owned(), Kind::Incident);
    let dirt = &mut item.dirt;
    item.title = markup::line(
        &json::first_text(essentials, &["alertRule", "alertRuleId"]).unwrap_or_default(),
        Field::Title,
        dirt,
    );
    let text = markup::plain(&json::text(essentials, "description").unwrap_or_default(), Field::Text, dirt);
    (item.text, item.original) = (text.text, text.original);
    item.impact = json::text(essentials, "severity").and_then(|raw| words::impact(&raw, dirt));
    item.status = json::text(essentials, "monitorCondition").and_then(|raw| words::status(&raw, dirt));
    let mut time = |name: &str, field: Field| {
        json::text(essentials, name).and_then(|raw| reader.time(&raw, field, dirt))
    };
    item.moments.impact_start = time("firedDateTime", Field::ImpactStart);
    item.moments.ended = time("resolvedDateTime", Field::Ended);
    item.moments.modified = item.moments.ended.or(item.moments.impact_start);
    for name in ["configurationItems", "alertTargetIDs"] {
        for target in json::list(essentials, name).iter().filter_map(json::scalar) {
            let short = target.rsplit('/').next().unwrap_or_default();
            if !item.services.iter().any(|known| known.eq_ignore_ascii_case(short)) {
                add_name(&mut item.services, short);
            }
        }
    }
    for name in ["signalType", "monitoringService", "alertRuleId"] {
        item.fact(name, json::text(essentials, name).map(Cow::into_owned));
    }
    item.fact("conditionType", json::text(context, "conditionType").map(Cow::into_owned));
    if item.moments.impact_start.is_none() {
        item.dirt.push(Dirt::Missing { field: Field::ImpactStart });
    }
    reader.take(item);
}
