//! Atlassian Statuspage v2: incidents.json, scheduled-maintenances.json, summary.json, the webhook with one incident,
//! and older dumps of the same shape. Knows no workspace.

use std::borrow::Cow;

use serde_json::Value;

use super::dirt::{Field, Place, Reason};
use super::item::{FieldChange, Kind, SourceItem, SourceKey, SourceUpdate, Status, add_name};
use super::opening::{Content, Opened, Part};
use super::reader::Reader;
use super::{Confidence, Format, json, markup, words};

/// The format of Statuspage and of the pages that answer like it.
pub struct Statuspage;

impl Format for Statuspage {
    fn key(&self) -> &'static str {
        "statuspage"
    }

    fn detect(&self, part: &Part) -> Option<Confidence> {
        let Content::Json(documents) = &part.content else { return None };
        documents.iter().any(is_statuspage).then_some(Confidence(90))
    }

    fn read(&self, parts: &[&Part], _all: &Opened, reader: &mut Reader) {
        for part in parts {
            let Content::Json(documents) = &part.content else { continue };
            for (number, document) in documents.iter().enumerate() {
                let base = if documents.len() > 1 { format!("/{number}") } else { String::new() };
                read_page(document, &part.name, &base, reader);
            }
        }
    }
}

fn is_statuspage(document: &Value) -> bool {
    let lists = ["incidents", "scheduled_maintenances"].map(|name| json::list(document, name));
    let has_updates = |entry: &Value| entry.get("incident_updates").is_some();
    lists.iter().any(|list| list.first().is_some_and(has_updates))
        || json::get(document, "incident").is_some_and(has_updates)
        || document.as_array().is_some_and(|list| list.first().is_some_and(has_updates))
        || (json::get(document, "page").is_some_and(|page| page.get("id").is_some())
            && (document.get("incidents").is_some() || document.get("scheduled_maintenances").is_some()))
}

fn read_page(document: &Value, name: &str, base: &str, reader: &mut Reader) {
    let page = json::get(document, "page");
    reader.declared_zone =
        page.and_then(|page| json::text(page, "time_zone")).and_then(|zone| zone.parse().ok());
    let page_id = page.and_then(|page| json::text(page, "id")).unwrap_or_default();
    if let Some(entries) = document.as_array() {
        return read_list(entries, &page_id, name, base, reader);
    }
    if let Some(entry) = json::get(document, "incident") {
        read_entry(entry, &page_id, Place::json(name, &format!("{base}/incident")), reader);
    }
    for list in ["incidents", "scheduled_maintenances"] {
        match document.get(list) {
            None | Some(Value::Null) => {}
            Some(Value::Array(entries)) => {
                read_list(entries, &page_id, name, &format!("{base}/{list}"), reader);
            }
            Some(Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_)) => {
                let detail = format!("{list} is no list");
                reader.refuse(Place::json(name, &format!("{base}/{list}")), Reason::Malformed { detail });
            }
        }
    }
}

fn read_list(entries: &[Value], page_id: &str, name: &str, base: &str, reader: &mut Reader) {
    for (index, entry) in entries.iter().enumerate() {
        if !reader.go_on(Some(entries.len() as u64)) {
            return;
        }
        read_entry(entry, page_id, Place::json(name, &format!("{base}/{index}")), reader);
    }
}

fn read_entry(entry: &Value, page_id: &str, place: Place, reader: &mut Reader) {
    if !entry.is_object() {
        return reader.refuse(
            place,
            Reason::NotAnIncident { what: markup::line(&entry.to_string(), Field::Text, &mut Vec::new()) },
        );
    }
    let Some(id) = json::text(entry, "id") else { return reader.refuse(place, Reason::NoId) };
    let instance = json::text(entry, "page_id").unwrap_or(Cow::Borrowed(page_id));
    let instance =
        if instance.is_empty() { reader.options.source.clone().unwrap_or_default().into() } else { instance };
    let impact = json::text(entry, "impact");
    let planned = impact.as_deref() == Some("maintenance") || json::get(entry, "scheduled_for").is_some();
    let kind = if planned { Kind::Maintenance } else { Kind::Incident };
    let mut item = SourceItem::new(place, SourceKey::new("statuspage", &instance), id.into_owned(), kind);
    let dirt = &mut item.dirt;
    item.title = markup::line(&json::text(entry, "name").unwrap_or_default(), Field::Title, dirt);
    item.url = json::text(entry, "shortlink").map(Cow::into_owned);
    item.status = json::text(entry, "status").and_then(|status| words::status(&status, dirt));
    item.impact =
        impact.filter(|impact| impact != "maintenance").and_then(|impact| words::impact(&impact, dirt));
    let mut time =
        |name: &str, field: Field| json::text(entry, name).and_then(|raw| reader.time(&raw, field, dirt));
    item.moments.noticed = time("created_at", Field::Noticed);
    item.moments.mitigated = time("monitoring_at", Field::Mitigated);
    item.moments.ended = time("resolved_at", Field::Ended);
    item.moments.modified = time("updated_at", Field::Modified);
    item.moments.planned_start = time("scheduled_for", Field::PlannedStart);
    item.moments.planned_end = time("scheduled_until", Field::PlannedEnd);
    // A maintenance has `started_at` too, but it only repeats when the page was told of it.
    if kind == Kind::Incident {
        item.moments.impact_start = time("started_at", Field::ImpactStart);
    }
    for (index, update) in json::list(entry, "incident_updates").iter().enumerate() {
        let update = read_update(update, index, &mut item, reader);
        item.updates.push(update);
    }
    for component in json::list(entry, "components") {
        add_name(&mut item.services, &json::text(component, "name").unwrap_or_default());
    }
    moments_from_updates(&mut item);
    reader.take(item);
}

fn read_update(update: &Value, index: usize, item: &mut SourceItem, reader: &mut Reader) -> SourceUpdate {
    let dirt = &mut item.dirt;
    let body = markup::plain(&json::text(update, "body").unwrap_or_default(), Field::Update, dirt);
    let raw = json::first_text(update, &["display_at", "created_at", "updated_at"]);
    let occurred = raw.and_then(|raw| reader.time(&raw, Field::Update, dirt));
    let mut fields = Vec::new();
    for component in json::list(update, "affected_components") {
        let Some(name) = json::text(component, "name") else { continue };
        add_name(&mut item.services, &name);
        let [old, new] =
            ["old_status", "new_status"].map(|name| json::text(component, name).map(Cow::into_owned));
        if old != new {
            fields.push(FieldChange { field: name.into_owned(), old, new });
        }
    }
    SourceUpdate {
        outside_id: json::text(update, "id").map_or_else(|| format!("update-{index}"), Cow::into_owned),
        occurred,
        status: json::text(update, "status").and_then(|status| words::status(&status, &mut item.dirt)),
        text: body.text,
        original: body.original,
        author: None,
        fields,
    }
}

/// What the entry itself leaves out, its updates may say: work began when it was reported in progress, and it ended with
/// the first report that says so after the last one that does not.
fn moments_from_updates(item: &mut SourceItem) {
    let mut updates: Vec<&SourceUpdate> =
        item.updates.iter().filter(|update| update.occurred.is_some()).collect();
    updates.sort_by_key(|update| update.occurred.map(|moment| moment.at));
    let status_of = |update: &SourceUpdate| update.status.as_ref().and_then(|said| said.read);
    if item.kind == Kind::Maintenance {
        let began = updates
            .iter()
            .find(|update| matches!(status_of(update), Some(Status::Open | Status::Monitoring)));
        item.moments.impact_start = began.and_then(|update| update.occurred);
    }
    let is_over = item.status.as_ref().and_then(|said| said.read).is_some_and(Status::is_over);
    if is_over && item.moments.ended.is_none() {
        let over = |update: &&&SourceUpdate| status_of(update).is_none_or(Status::is_over);
        let last = updates.iter().rev().take_while(over).filter(|update| status_of(update).is_some()).last();
        item.moments.ended = last.and_then(|update| update.occurred);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{read_text, utc};
    use super::*;

    const PAGE: &str = r#"{"page":{"id":"pg1","time_zone":"Europe/Berlin"},"incidents":[
      {"id":"a1","name":"Logins &amp; tokens fail","status":"postmortem","impact":"critical","page_id":"pg1",
       "created_at":"2026-05-01T08:05:00.000-06:00","started_at":"2026-05-01T14:00:00.000Z","monitoring_at":null,"resolved_at":null,
       "updated_at":"2026-05-02T08:00:00.000Z","shortlink":"https://stspg.example/a1","tweet":9007199254740993123,
       "incident_updates":[
         {"id":"u3","status":"postmortem","body":"<p>Why it happened</p>","display_at":"2026-05-02T08:00:00Z"},
         {"id":"u2","status":"resolved","body":"Fixed.\r\nThank you","display_at":"2026-05-01T16:00:00Z","affected_components":null},
         {"id":"u1","status":"investigating","body":"Looking","created_at":"2026-05-01T14:05:00Z",
          "affected_components":[{"code":"c","name":"Login","old_status":"operational","new_status":"major_outage"}]}]},
      {"name":"without an id"}, 7]}"#;

    #[test]
    fn an_incident_keeps_its_updates_oldest_first_and_its_end_from_them() {
        let reading = read_text(PAGE);
        assert_eq!(
            (reading.format.as_str(), reading.items.len(), reading.problems.len()),
            ("statuspage", 1, 2)
        );
        let item = &reading.items[0];
        assert_eq!((item.source.as_str(), item.outside_id.as_str()), ("statuspage/pg1", "a1"));
        assert_eq!(item.title, "Logins & tokens fail");
        assert_eq!(
            item.updates.iter().map(|update| update.outside_id.as_str()).collect::<Vec<_>>(),
            ["u1", "u2", "u3"]
        );
        assert_eq!(utc(item.moments.noticed), "2026-05-01T14:05:00Z");
        assert_eq!(utc(item.moments.ended), "2026-05-01T16:00:00Z");
        assert_eq!(
            item.moments.ended.map(|moment| moment.zone.to_string()).as_deref(),
            Some("Europe/Berlin")
        );
        assert_eq!(item.updates[1].text, "Fixed.\nThank you");
        assert_eq!(item.updates[2].original.as_deref(), Some("<p>Why it happened</p>"));
        assert_eq!(item.updates[0].fields[0].new.as_deref(), Some("major_outage"));
        assert_eq!(item.services, ["Login"]);
    }

    #[test]
    fn a_maintenance_begins_when_it_is_in_progress_and_keeps_its_planned_window() {
        let reading = read_text(
            r#"{"page":{"id":"p"},"scheduled_maintenances":[{"id":"m","name":"Switch","status":"completed","impact":"maintenance",
            "created_at":"2026-01-01T00:00:00Z","started_at":"2026-01-01T00:00:00Z","scheduled_for":"2026-01-02T10:00:00Z",
            "scheduled_until":"2026-01-02T09:00:00Z","incident_updates":[
            {"id":"3","status":"completed","body":"Done","display_at":"2026-01-02T11:00:00Z"},
            {"id":"2","status":"in_progress","body":"Begun","display_at":"2026-01-02T10:01:00Z"},
            {"id":"1","status":"scheduled","body":"Soon","display_at":"2026-01-01T00:00:00Z"}]}]}"#,
        );
        let item = &reading.items[0];
        assert_eq!((item.kind, item.impact.as_ref()), (Kind::Maintenance, None));
        assert_eq!(utc(item.moments.impact_start), "2026-01-02T10:01:00Z");
        assert_eq!(utc(item.moments.ended), "2026-01-02T11:00:00Z");
        assert!(matches!(item.dirt[..], [super::super::dirt::Dirt::EndBeforeStart { .. }]));
    }

    #[test]
    fn a_page_without_open_incidents_is_known_and_empty() {
        let reading =
            read_text(r#"{"page":{"id":"p"},"incidents":[],"scheduled_maintenances":[],"components":[]}"#);
        assert_eq!(
            (reading.format.as_str(), reading.items.len(), reading.problems.len()),
            ("statuspage", 0, 0)
        );
    }
}
