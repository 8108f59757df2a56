//! Google Cloud's incidents.json in all its generations (with and without ids, hyphens in its keys, an open incident
//! without `end`), which Google Workspace and others use too. Knows no workspace.

use std::borrow::Cow;

use serde_json::Value;

use super::dirt::{Dirt, Field, Place, Reason};
use super::item::{Impact, Kind, Said, SourceItem, SourceKey, SourceUpdate, Status, add_name};
use super::opening::{Content, Opened, Part};
use super::reader::Reader;
use super::{Confidence, Format, json, markup, words};

/// The format of Google's status dashboards.
pub struct GoogleCloud;

impl Format for GoogleCloud {
    fn key(&self) -> &'static str {
        "google-cloud"
    }

    fn detect(&self, part: &Part) -> Option<Confidence> {
        let Content::Json(documents) = &part.content else { return None };
        documents
            .iter()
            .any(|document| entries(document).iter().take(3).any(is_incident))
            .then_some(Confidence(90))
    }

    fn read(&self, parts: &[&Part], _all: &Opened, reader: &mut Reader) {
        for part in parts {
            let Content::Json(documents) = &part.content else { continue };
            for document in documents {
                let list = entries(document);
                for (index, entry) in list.iter().enumerate() {
                    if !reader.go_on(Some(list.len() as u64)) {
                        return;
                    }
                    let pointer = if document.is_array() { format!("/{index}") } else { String::new() };
                    read_incident(entry, Place::json(&part.name, &pointer), reader);
                }
            }
        }
    }
}

/// A list of incidents, or one incident alone as its own page gives it.
fn entries(document: &Value) -> &[Value] {
    match document.as_array() {
        Some(list) => list,
        None => std::slice::from_ref(document),
    }
}

fn is_incident(entry: &Value) -> bool {
    let has = |name: &str| entry.get(name).is_some();
    has("begin")
        && (has("external_desc")
            || has("service_name")
            || has("most_recent_update")
            || has("most-recent-update"))
}

fn read_incident(entry: &Value, place: Place, reader: &mut Reader) {
    if !is_incident(entry) {
        let what = markup::line(&entry.to_string(), Field::Text, &mut Vec::new());
        return reader.refuse(place, Reason::NotAnIncident { what });
    }
    let number = json::text(entry, "number");
    let Some(id) = json::text(entry, "id").or_else(|| number.clone()) else {
        return reader.refuse(place, Reason::NoId);
    };
    let source = SourceKey::new("google-cloud", reader.options.source.as_deref().unwrap_or_default());
    let mut item = SourceItem::new(place, source, id.into_owned(), Kind::Incident);
    if let Some(raw) = number.as_deref().filter(|number| json::is_large_number(number)) {
        item.dirt.push(Dirt::LargeNumber { field: Field::Id, raw: raw.to_owned() });
    }
    item.fact("number", number.map(Cow::into_owned));
    let description = json::first_text(entry, &["external_desc", "external-desc"]).unwrap_or_default();
    item.title = title(&description);
    let text = markup::plain(&description, Field::Text, &mut item.dirt);
    if text.text != item.title {
        (item.text, item.original) = (text.text, text.original);
    }
    item.url = json::text(entry, "uri").map(|uri| {
        if uri.starts_with("http") {
            uri.into_owned()
        } else {
            format!("https://status.cloud.google.com/{}", uri.trim_start_matches('/'))
        }
    });
    read_words(entry, &mut item);
    let dirt = &mut item.dirt;
    let mut time =
        |name: &str, field: Field| json::text(entry, name).and_then(|raw| reader.time(&raw, field, dirt));
    item.moments.impact_start = time("begin", Field::ImpactStart);
    item.moments.noticed = time("created", Field::Noticed);
    item.moments.ended = time("end", Field::Ended);
    item.moments.modified = time("modified", Field::Modified);
    read_names(entry, &mut item);
    for update in json::list(entry, "updates") {
        read_update(update, &mut item, reader);
    }
    for name in ["most_recent_update", "most-recent-update"] {
        if let Some(newest) = json::get(entry, name).filter(|_| item.updates.is_empty()) {
            read_update(newest, &mut item, reader);
        }
    }
    reader.take(item);
}

/// The first line of the description, without the marks of Markdown.
fn title(description: &str) -> String {
    let first = description
        .lines()
        .map(|line| line.trim().trim_matches(['#', '*', '_', ' ']))
        .find(|line| !line.is_empty());
    markup::line(first.unwrap_or_default(), Field::Title, &mut Vec::new())
}

/// `status_impact` says what kind of thing it is and `severity` how bad it was; the older generations have the second
/// alone. Whether it is over is said by nothing but `end`.
fn read_words(entry: &Value, item: &mut SourceItem) {
    let severity = json::text(entry, "severity");
    let status_impact = json::text(entry, "status_impact");
    let steps = [("low", Impact::Minor), ("medium", Impact::Major), ("high", Impact::Critical)];
    let read =
        severity.as_deref().and_then(|said| steps.iter().find(|(word, _)| said.eq_ignore_ascii_case(word)));
    let mut impact = read.map(|(_, impact)| *impact);
    match status_impact.as_deref() {
        Some("SERVICE_INFORMATION") => {
            item.kind = Kind::Notice;
            impact = Some(Impact::None);
        }
        // A disruption leaves a part of the service running: never all of it for everybody.
        Some("SERVICE_DISRUPTION") => impact = impact.map(|impact| impact.min(Impact::Major)),
        Some("SERVICE_OUTAGE") | None => {}
        Some(other) => item.dirt.push(Dirt::UnknownWord {
            field: Field::Impact,
            raw: markup::line(other, Field::Impact, &mut Vec::new()),
        }),
    }
    let raw: Vec<&str> = [status_impact.as_deref(), severity.as_deref()].into_iter().flatten().collect();
    if !raw.is_empty() {
        if impact.is_none() {
            item.dirt.push(Dirt::UnknownWord { field: Field::Impact, raw: raw.join(" ") });
        }
        item.impact =
            Some(Said { raw: markup::line(&raw.join(" "), Field::Impact, &mut Vec::new()), read: impact });
    }
    let newest = json::get(entry, "most_recent_update").and_then(|update| json::text(update, "status"));
    let over = json::get(entry, "end").is_some();
    let word = if over { "resolved" } else { "open" };
    item.status = Some(Said {
        raw: markup::line(newest.as_deref().unwrap_or(word), Field::Status, &mut Vec::new()),
        read: Some(if over { Status::Resolved } else { Status::Open }),
    });
}

fn read_names(entry: &Value, item: &mut SourceItem) {
    for product in json::list(entry, "affected_products") {
        add_name(&mut item.services, &json::text(product, "title").unwrap_or_default());
    }
    let service = json::text(entry, "service_name").unwrap_or_default();
    if item.services.is_empty() && !service.eq_ignore_ascii_case("multiple products") {
        add_name(&mut item.services, &service);
    }
    item.fact("service_key", json::text(entry, "service_key").map(Cow::into_owned));
    for list in ["currently_affected_locations", "previously_affected_locations"] {
        for location in json::list(entry, list) {
            let name = json::text(location, "title").or_else(|| json::scalar(location)).unwrap_or_default();
            add_name(&mut item.regions, &name);
        }
    }
}

/// An update has no id; what identifies it is the moment at which it was made.
fn read_update(update: &Value, item: &mut SourceItem, reader: &mut Reader) {
    let dirt = &mut item.dirt;
    let text = markup::plain(&json::text(update, "text").unwrap_or_default(), Field::Update, dirt);
    let made = json::first_text(update, &["created", "when", "modified"]).unwrap_or_default().into_owned();
    let when = json::first_text(update, &["when", "created", "modified"]);
    let occurred = when.and_then(|raw| reader.time(&raw, Field::Update, dirt));
    let made_at = reader.time(&made, Field::Update, &mut Vec::new());
    for location in json::list(update, "affected_locations") {
        add_name(&mut item.regions, &json::text(location, "title").unwrap_or_default());
    }
    item.updates.push(SourceUpdate {
        outside_id: made_at.map_or(made, |moment| moment.at.to_string()),
        occurred,
        status: json::text(update, "status").and_then(|status| words::status(&status, &mut item.dirt)),
        text: text.text,
        original: text.original,
        author: None,
        fields: Vec::new(),
    });
}

#[cfg(test)]
mod tests {
    use super::super::tests::{read_text, utc};
    use super::*;

    #[test]
    fn the_generation_with_ids_is_read_with_its_products_and_places() {
        let reading = read_text(
            r##"[{"id":"abcDEF","number":"9007199254740993123","begin":"2026-03-01T10:00:00+00:00","created":"2026-03-01T10:20:00+00:00",
            "modified":"2026-03-02T09:00:00+00:00","external_desc":"**Summary**\r\nQueues are slow","status_impact":"SERVICE_DISRUPTION","severity":"high",
            "service_name":"Multiple Products","affected_products":[{"title":"Queue","id":"q"}],"uri":"incidents/abcDEF",
            "currently_affected_locations":[{"title":"West (w1)","id":"w1"}],
            "updates":[{"created":"2026-03-01T11:00:00+00:00","when":"2026-03-01T11:00:00+00:00","text":"# Incident Report\r\nMore","status":"SERVICE_DISRUPTION"},
                       {"created":"2026-03-01T10:20:00+00:00","when":"2026-03-01T10:20:00+00:00","text":"We look","status":"SERVICE_INFORMATION"}],
            "most_recent_update":{"created":"2026-03-01T11:00:00+00:00","status":"SERVICE_DISRUPTION","text":"x"}}]"##,
        );
        let item = &reading.items[0];
        assert_eq!(
            (reading.format.as_str(), item.outside_id.as_str(), item.title.as_str()),
            ("google-cloud", "abcDEF", "Summary")
        );
        assert_eq!(item.impact.as_ref().and_then(|said| said.read), Some(Impact::Major));
        assert_eq!(item.status.as_ref().and_then(|said| said.read), Some(Status::Open));
        assert_eq!(
            (item.moments.ended, item.services.as_slice(), item.regions.as_slice()),
            (None, &["Queue".to_owned()][..], &["West (w1)".to_owned()][..])
        );
        assert_eq!(
            item.updates.iter().map(|update| update.text.as_str()).collect::<Vec<_>>(),
            ["We look", "# Incident Report\nMore"]
        );
        assert_eq!(item.dirt, [Dirt::LargeNumber { field: Field::Id, raw: "9007199254740993123".into() }]);
        assert_eq!(item.facts["number"], "9007199254740993123");
    }

    #[test]
    fn the_generation_without_ids_is_known_by_its_number() {
        let reading = read_text(
            r#"[{"number":19004,"begin":"2019-03-01T10:00:00Z","created":"2019-03-01T10:20:00Z","end":"2019-03-01T12:00:00Z",
            "external_desc":"Disks","severity":"medium","service_name":"Disk","service_key":"disk","public":true,"uri":"/incident/disk/19004",
            "modified":"2019-03-01T12:00:00Z","most-recent-update":{"created":"2019-03-01T12:00:00Z","text":"Done","when":"2019-03-01T12:00:00Z"},"updates":[]}]"#,
        );
        let item = &reading.items[0];
        assert_eq!(
            (item.outside_id.as_str(), utc(item.moments.ended).as_str()),
            ("19004", "2019-03-01T12:00:00Z")
        );
        assert_eq!((item.services.as_slice(), item.updates.len()), (&["Disk".to_owned()][..], 1));
        assert_eq!(item.url.as_deref(), Some("https://status.cloud.google.com/incident/disk/19004"));
    }
}
