//! Azure's histories: alerts of the common schema and of the classic activity log, and the events of Resource Health as
//! REST, SDK and Resource Graph give them. This file tells them apart; the shapes are in `azure/`. Knows no workspace.

mod alert;
mod event;

use serde_json::Value;

use super::dirt::{Field, Place, Reason};
use super::opening::{Content, Opened, Part};
use super::reader::Reader;
use super::{Confidence, Format, json, markup};

/// The format of Azure's alerts and events.
pub struct Azure;

/// What one JSON value is.
#[derive(Clone, Copy)]
enum Shape {
    /// Common alert schema, or its `alertContext` alone.
    Alert,
    /// Classic activity log.
    ActivityLog,
    /// An event of Resource Health.
    Event,
    /// A resource that an event affects: belongs to an event and is none.
    AffectedResource,
}

impl Format for Azure {
    fn key(&self) -> &'static str {
        "azure"
    }

    fn detect(&self, part: &Part) -> Option<Confidence> {
        let Content::Json(documents) = &part.content else { return None };
        let known = |document: &Value| entries(document).1.iter().take(5).any(|entry| shape(entry).is_some());
        documents.iter().any(known).then_some(Confidence(85))
    }

    fn read(&self, parts: &[&Part], _all: &Opened, reader: &mut Reader) {
        reader.declared_zone = Some(crate::time::Zone::UTC); // Azure says all its times in UTC, also those without a Z.
        for part in parts {
            let Content::Json(documents) = &part.content else { continue };
            for (number, document) in documents.iter().enumerate() {
                let base = if documents.len() > 1 { format!("/{number}") } else { String::new() };
                let (inside, list) = entries(document);
                for (index, entry) in list.iter().enumerate() {
                    if !reader.go_on(Some(list.len() as u64)) {
                        return;
                    }
                    let pointer =
                        inside.map_or_else(|| base.clone(), |inside| format!("{base}{inside}/{index}"));
                    read_entry(entry, Place::json(&part.name, &pointer), reader);
                }
            }
        }
    }
}

/// The list inside a document and the pointer to it, or the document as the only entry.
fn entries(document: &Value) -> (Option<&'static str>, &[Value]) {
    if let Some(list) = document.as_array() {
        return (Some(""), list);
    }
    for (name, pointer) in [("value", "/value"), ("data", "/data")] {
        if let Some(list) = document.get(name).and_then(Value::as_array) {
            return (Some(pointer), list);
        }
    }
    (None, std::slice::from_ref(document))
}

fn shape(entry: &Value) -> Option<Shape> {
    let schema = json::text(entry, "schemaId").unwrap_or_default();
    let data = json::get(entry, "data");
    if data.is_some_and(|data| data.get("essentials").is_some()) || schema == "azureMonitorCommonAlertSchema"
    {
        return Some(Shape::Alert);
    }
    if schema.eq_ignore_ascii_case("Microsoft.Insights/activityLogs")
        || data
            .and_then(|data| json::get(data, "context"))
            .is_some_and(|context| context.get("activityLog").is_some())
    {
        return Some(Shape::ActivityLog);
    }
    let is_azure =
        |context: &Value| context.get("operationName").is_some() && context.get("properties").is_some();
    if json::get(entry, "alertContext").is_some_and(is_azure) || json::get(entry, "essentials").is_some() {
        return Some(Shape::Alert);
    }
    let kind = json::text(entry, "type").unwrap_or_default().to_ascii_lowercase();
    if kind.ends_with("/impactedresources") {
        return Some(Shape::AffectedResource);
    }
    let facts = event::facts(entry);
    let is_event = json::get(facts, "eventType").is_some()
        && (json::get(facts, "impactStartTime").is_some() || json::get(facts, "impact").is_some());
    (is_event || kind == "microsoft.resourcehealth/events").then_some(Shape::Event)
}

fn read_entry(entry: &Value, place: Place, reader: &mut Reader) {
    match shape(entry) {
        Some(Shape::Alert) => alert::read_common(entry, place, reader),
        Some(Shape::ActivityLog) => alert::read_classic(entry, place, reader),
        Some(Shape::Event) => event::read(entry, place, reader),
        Some(Shape::AffectedResource) => {
            reader.refuse(place, Reason::NotAnIncident { what: "impactedResources".to_owned() });
        }
        None => {
            let what = markup::line(&entry.to_string(), Field::Text, &mut Vec::new());
            reader.refuse(place, Reason::NotAnIncident { what });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::dirt::Dirt;
    use super::super::item::{Impact, Kind, Status};
    use super::super::tests::{read_text, utc};
    use super::*;

    /// A Service Health message of the common alert schema.
    fn message(stage: &str, communication: &str, at: &str, mitigated: &str) -> String {
        format!(
            r#"{{"schemaId":"azureMonitorCommonAlertSchema","data":{{"essentials":{{"alertId":"/x","monitoringService":"ServiceHealth",
            "monitorCondition":"Fired","severity":"Sev4","firedDateTime":"{at}"}},"alertContext":{{"eventSource":2,"eventTimestamp":"{at}",
            "operationName":"Microsoft.ServiceHealth/incident/action","properties":{{"title":"Queues - West","communication":"<p>{stage} now</p>",
            "incidentType":"Incident","trackingId":"AB1C-DE2","impactStartTime":"2026-04-01T08:00:00.1234567Z"{mitigated},
            "impactedServices":"[{{\"ImpactedRegions\":[{{\"RegionName\":\"West\"}}],\"ServiceName\":\"Queues\"}}]",
            "stage":"{stage}","communicationId":"{communication}","isHIR":"false"}},"status":"{stage}"}}}}}}"#
        )
    }

    #[test]
    fn many_messages_of_one_tracking_id_are_one_incident() {
        let text = [
            message(
                "Resolved",
                "12",
                "2026-04-01T10:00:00Z",
                r#","impactMitigationTime":"2026-04-01T09:30:00Z""#,
            ),
            message("Active", "11", "2026-04-01T08:30:00Z", ""),
        ]
        .join("\n");
        let reading = read_text(&text);
        assert_eq!((reading.items.len(), reading.problems.len()), (1, 0));
        let item = &reading.items[0];
        assert_eq!((item.source.as_str(), item.outside_id.as_str()), ("azure-service-health", "AB1C-DE2"));
        assert_eq!(item.status.as_ref().and_then(|said| said.read), Some(Status::Resolved));
        assert_eq!(utc(item.moments.impact_start), "2026-04-01T08:00:00.123456Z");
        assert_eq!(
            (utc(item.moments.ended), utc(item.moments.noticed)),
            ("2026-04-01T09:30:00Z".into(), "2026-04-01T08:30:00Z".into())
        );
        assert_eq!(
            item.updates.iter().map(|update| update.text.as_str()).collect::<Vec<_>>(),
            ["Active now", "Resolved now"]
        );
        assert_eq!(
            (item.services.as_slice(), item.regions.as_slice()),
            (&["Queues".to_owned()][..], &["West".to_owned()][..])
        );
        assert!(item.dirt.is_empty(), "{:?}", item.dirt);
    }

    #[test]
    fn an_event_repeats_its_texts_for_every_region_and_keeps_each_once() {
        let region = |name: &str, at: &str| {
            format!(
                r#"{{"impactedRegion":"{name}","status":"Active","updates":[{{"summary":"<b>Looking</b>","updateDateTime":"{at}"}}]}}"#
            )
        };
        let event = |service: &str, regions: &str| {
            format!(
                r#"{{"id":"Microsoft.ResourceHealth/events/XY1-Z","name":"XY1-Z","type":"Microsoft.ResourceHealth/events","properties":{{
            "eventType":"ServiceIssue","status":"Active","title":"Slow queues","level":"Warning","externalIncidentId":"9007199254740993123",
            "impactStartTime":"2026-04-01T08:00:00Z","impactMitigationTime":"0001-01-01T00:00:00","lastUpdateTime":"2026-04-01T09:00:00Z",
            "impact":[{{"impactedService":"{service}","impactedRegions":[{regions}]}}]}}}}"#
            )
        };
        let regions =
            [region("West", "2026-04-01T09:00:00Z"), region("East", "2026-04-01T08:59:00Z")].join(",");
        let text = format!(r#"{{"value":[{},{}]}}"#, event("Queues", &regions), event("Cache", &regions));
        let reading = read_text(&text);
        let item = &reading.items[0];
        assert_eq!((reading.items.len(), item.updates.len(), item.kind), (1, 1, Kind::Incident));
        assert_eq!(utc(item.updates[0].occurred), "2026-04-01T08:59:00Z");
        assert_eq!((item.services.len(), item.regions.len(), item.moments.mitigated), (2, 2, None));
        assert!(item.dirt.iter().any(|dirt| matches!(dirt, Dirt::DoubledId { .. })));
        assert!(item.dirt.contains(&Dirt::RepeatedText { copies: 2 }));
        assert!(item.dirt.iter().any(|dirt| matches!(dirt, Dirt::Sentinel { field: Field::Mitigated, .. })));
    }

    #[test]
    fn flat_and_pascal_case_events_are_the_same_as_nested_ones() {
        let flat = r#"[{"name":"F-1","eventType":"PlannedMaintenance","status":"Resolved","title":"Work","impactStartTime":"2026-04-01T08:00:00Z",
            "impactMitigationTime":"2026-04-02T08:00:00Z","impact":[]}]"#;
        let graph = r#"{"data":[{"name":"F-1","properties":{"EventType":"PlannedMaintenance","Status":"Resolved","Title":"Work",
            "TrackingId":"F-1","ImpactStartTime":"1775030400000","ImpactMitigationTime":"1775116800000","Impact":[]}}]}"#;
        let [flat, graph] = [flat, graph].map(|text| read_text(text).items.remove(0));
        assert_eq!(flat.moments, graph.moments);
        assert_eq!(
            (flat.kind, flat.outside_id.as_str(), graph.outside_id.as_str()),
            (Kind::Maintenance, "F-1", "F-1")
        );
        assert_eq!(utc(flat.moments.planned_end), "2026-04-02T08:00:00Z");
    }

    #[test]
    fn alerts_of_monitors_begin_when_fired_and_end_when_resolved() {
        let reading = read_text(
            r#"{"schemaId":"azureMonitorCommonAlertSchema","data":{"essentials":{"alertId":"/subscriptions/s/alerts/a1","alertRule":"CPU high",
            "severity":"Sev1","signalType":"Metric","monitorCondition":"Resolved","monitoringService":"Platform",
            "alertTargetIDs":["/subscriptions/s/virtualmachines/vm-1"],"configurationItems":["vm-1"],
            "firedDateTime":"2026-04-01T08:00:00.1Z","resolvedDateTime":"2026-04-01T08:10:00Z","description":"Too hot"},"alertContext":{}}}"#,
        );
        let item = &reading.items[0];
        assert_eq!((item.title.as_str(), item.services.as_slice()), ("CPU high", &["vm-1".to_owned()][..]));
        assert_eq!(item.impact.as_ref().and_then(|said| said.read), Some(Impact::Major));
        assert_eq!(utc(item.moments.ended), "2026-04-01T08:10:00Z");
    }

    #[test]
    fn a_list_of_affected_resources_is_refused_as_such() {
        let reading = read_text(
            r#"{"value":[{"id":"/x/events/A/impactedResources/1","type":"Microsoft.ResourceHealth/events/impactedResources","properties":{}}]}"#,
        );
        assert_eq!(reading.problems[0].reason, Reason::NotAnIncident { what: "impactedResources".into() });
    }
}
