//! The webhook of Prometheus Alertmanager (versions 3 and 4), which Grafana's own alerts use too: a group of alerts, sent
//! again and again until it is resolved. Knows no workspace.

use ring::digest::{SHA256, digest};
use serde_json::Value;

use super::dirt::{Dirt, Field, Place, Reason};
use super::item::{Kind, SourceItem, SourceKey, add_name};
use super::opening::{Content, Opened, Part};
use super::reader::Reader;
use super::{Confidence, Format, json, markup, words};

/// The format of Alertmanager's webhook.
pub struct Alertmanager;

impl Format for Alertmanager {
    fn key(&self) -> &'static str {
        "alertmanager"
    }

    fn detect(&self, part: &Part) -> Option<Confidence> {
        let Content::Json(documents) = &part.content else { return None };
        documents.iter().any(is_group).then_some(Confidence(90))
    }

    fn read(&self, parts: &[&Part], _all: &Opened, reader: &mut Reader) {
        reader.repeats_are_normal = true;
        for part in parts {
            let Content::Json(documents) = &part.content else { continue };
            for (number, document) in documents.iter().enumerate() {
                let groups = document.as_array().map_or(std::slice::from_ref(document), Vec::as_slice);
                for (index, group) in groups.iter().enumerate() {
                    let base = match (documents.len() > 1, document.is_array()) {
                        (_, true) => format!("/{index}"),
                        (true, false) => format!("/{number}"),
                        (false, false) => String::new(),
                    };
                    read_group(group, &part.name, &base, reader);
                }
            }
        }
    }
}

fn is_group(document: &Value) -> bool {
    let group = document.as_array().and_then(|list| list.first()).unwrap_or(document);
    let has = |name: &str| group.get(name).is_some();
    has("alerts") && has("receiver") && (has("groupKey") || has("groupLabels") || has("commonLabels"))
}

fn read_group(group: &Value, name: &str, base: &str, reader: &mut Reader) {
    let address = json::text(group, "externalURL").unwrap_or_default().into_owned();
    let host = address
        .split_once("://")
        .map_or("", |(_, rest)| rest)
        .split('/')
        .next()
        .unwrap_or_default()
        .to_owned();
    for (index, alert) in json::list(group, "alerts").iter().enumerate() {
        if !reader.go_on(None) {
            return;
        }
        read_alert(alert, group, &host, Place::json(name, &format!("{base}/alerts/{index}")), reader);
    }
}

/// An alert that fires again later is another incident, so the time at which it began belongs to its id.
fn read_alert(alert: &Value, group: &Value, host: &str, place: Place, reader: &mut Reader) {
    let began = json::text(alert, "startsAt").unwrap_or_default().into_owned();
    let labels = json::get(alert, "labels").cloned().unwrap_or_default();
    let Some(print) =
        json::text(alert, "fingerprint").map(std::borrow::Cow::into_owned).or_else(|| print_of(&labels))
    else {
        return reader.refuse(place, Reason::NoId);
    };
    let mut item =
        SourceItem::new(place, SourceKey::new("alertmanager", host), String::new(), Kind::Incident);
    let dirt = &mut item.dirt;
    item.moments.impact_start = reader.time(&began, Field::ImpactStart, dirt);
    item.outside_id =
        format!("{print}@{}", item.moments.impact_start.map_or(began, |moment| moment.at.to_string()));
    let is_over = json::text(alert, "status").as_deref() == Some("resolved");
    let ended = json::text(alert, "endsAt").filter(|_| is_over);
    item.moments.ended = ended.and_then(|raw| reader.time(&raw, Field::Ended, dirt));
    item.moments.modified = item.moments.ended.or(item.moments.impact_start);
    item.status = json::text(alert, "status").and_then(|raw| words::status(&raw, dirt));
    let annotations = [json::get(alert, "annotations"), json::get(group, "commonAnnotations")];
    let note = |name: &str| annotations.iter().flatten().find_map(|notes| json::text(notes, name));
    let title = note("summary").or_else(|| json::text(&labels, "alertname")).unwrap_or_default();
    item.title = markup::line(&title, Field::Title, dirt);
    let text = markup::plain(
        &note("description").or_else(|| note("message")).unwrap_or_default(),
        Field::Text,
        dirt,
    );
    (item.text, item.original) = (text.text, text.original);
    item.impact = json::text(&labels, "severity").and_then(|raw| words::impact(&raw, dirt));
    item.url = json::first_text(alert, &["generatorURL", "panelURL"]).map(std::borrow::Cow::into_owned);
    for (name, value) in labels.as_object().into_iter().flatten() {
        let Some(value) = json::scalar(value) else { continue };
        match name.as_str() {
            "service" | "job" | "instance" => add_name(&mut item.services, &value),
            "region" | "zone" | "cluster" => add_name(&mut item.regions, &value),
            "severity" => {}
            _ => item.fact(name, Some(value.into_owned())),
        }
    }
    if item.moments.impact_start.is_none() {
        item.dirt.push(Dirt::Missing { field: Field::ImpactStart });
    }
    reader.take(item);
}

/// Alerts without a fingerprint are known by their labels, in the order of their names.
fn print_of(labels: &Value) -> Option<String> {
    let map = labels.as_object().filter(|map| !map.is_empty())?;
    let sorted: std::collections::BTreeMap<_, _> = map.iter().collect();
    let text = serde_json::to_string(&sorted).ok()?;
    Some(digest(&SHA256, text.as_bytes()).as_ref().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{read_text, utc};

    fn group(status: &str, ends: &str) -> String {
        format!(
            r#"{{"version":"4","receiver":"r","status":"{status}","groupKey":9007199254740993123,"groupLabels":{{}},"externalURL":"https://am.example:9093",
            "commonAnnotations":{{"summary":"Node down"}},"alerts":[{{"status":"{status}","labels":{{"alertname":"Down","severity":"critical","service":"DB"}},
            "annotations":{{}},"startsAt":"2026-05-01T10:00:00.123456789+02:00","endsAt":"{ends}"}}]}}"#
        )
    }

    #[test]
    fn a_group_that_is_sent_again_is_the_same_alert_and_ends_when_resolved() {
        let firing = group("firing", "0001-01-01T00:00:00Z");
        let reading =
            read_text(&[firing.clone(), firing, group("resolved", "2026-05-01T09:00:00Z")].join("\n"));
        assert_eq!((reading.items.len(), reading.problems.len()), (1, 0));
        let item = &reading.items[0];
        assert_eq!(
            (item.title.as_str(), item.source.as_str()),
            ("Node down", "alertmanager/am.example-9093")
        );
        assert_eq!(
            (utc(item.moments.impact_start).as_str(), utc(item.moments.ended).as_str()),
            ("2026-05-01T08:00:00.123456Z", "2026-05-01T09:00:00Z")
        );
        assert_eq!((item.services.as_slice(), item.dirt.len()), (&["DB".to_owned()][..], 0));
    }
}
