//! Single messages that monitoring systems send to a webhook: Grafana (before its unified alerts), PagerDuty, Pingdom,
//! New Relic, Graylog, Stackdriver, Riemann, vRealize. One row of a table each. Knows no workspace.

use std::borrow::Cow;

use serde_json::Value;

use super::dirt::{Dirt, Field, Place, Reason};
use super::item::{Kind, SourceItem, SourceKey, add_name};
use super::opening::{Content, Opened, Part};
use super::reader::Reader;
use super::{Confidence, Format, json, markup, words};

/// The format of single alert messages.
pub struct Webhooks;

/// Where one system keeps what; JSON Pointers into the message, the first that has a text counts.
struct Shape {
    system: &'static str,
    /// All of these must be there.
    marks: &'static [&'static str],
    id: &'static [&'static str],
    title: &'static [&'static str],
    text: &'static [&'static str],
    url: &'static [&'static str],
    status: &'static [&'static str],
    impact: &'static [&'static str],
    service: &'static [&'static str],
    start: &'static [&'static str],
    end: &'static [&'static str],
}

const SHAPES: [Shape; 8] = [
    Shape {
        system: "grafana",
        marks: &["/ruleId", "/ruleName", "/state"],
        id: &["/ruleId"],
        title: &["/ruleName", "/title"],
        text: &["/message"],
        url: &["/ruleUrl"],
        status: &["/state"],
        impact: &["/tags/severity"],
        service: &["/tags/service"],
        start: &[],
        end: &[],
    },
    Shape {
        system: "pagerduty",
        marks: &["/data/incident/id", "/type"],
        id: &["/data/incident/id"],
        title: &[
            "/data/incident/trigger_summary_data/subject",
            "/data/incident/trigger_summary_data/description",
            "/data/incident/incident_key",
        ],
        text: &[],
        url: &["/data/incident/html_url"],
        status: &["/data/incident/status"],
        impact: &["/data/incident/urgency"],
        service: &["/data/incident/service/name"],
        start: &["/data/incident/created_on"],
        end: &["/data/incident/last_status_change_on"],
    },
    Shape {
        system: "pingdom",
        marks: &["/check_id", "/current_state"],
        id: &["/check_id"],
        title: &["/check_name"],
        text: &["/long_description", "/description"],
        url: &["/check_params/full_url"],
        status: &["/current_state"],
        impact: &["/importance_level"],
        service: &["/check_params/hostname"],
        start: &["/state_changed_timestamp"],
        end: &["/state_changed_timestamp"],
    },
    Shape {
        system: "new-relic",
        marks: &["/incident_id", "/condition_name"],
        id: &["/incident_id"],
        title: &["/condition_name", "/policy_name"],
        text: &["/details"],
        url: &["/incident_url"],
        status: &["/current_state"],
        impact: &["/severity"],
        service: &["/targets/0/product", "/targets/0/name"],
        start: &["/timestamp"],
        end: &["/timestamp"],
    },
    Shape {
        system: "graylog",
        marks: &["/check_result", "/stream/id"],
        id: &["/check_result/triggered_condition/id", "/stream/id"],
        title: &["/stream/title", "/stream/description"],
        text: &["/check_result/result_description"],
        url: &[],
        status: &[],
        impact: &[],
        service: &["/stream/title"],
        start: &["/check_result/triggered_at"],
        end: &[],
    },
    Shape {
        system: "stackdriver",
        marks: &["/incident/incident_id", "/incident/state"],
        id: &["/incident/incident_id"],
        title: &["/incident/policy_name", "/incident/condition_name"],
        text: &["/incident/summary"],
        url: &["/incident/url"],
        status: &["/incident/state"],
        impact: &["/incident/severity"],
        service: &["/incident/resource_name"],
        start: &["/incident/started_at"],
        end: &["/incident/ended_at"],
    },
    Shape {
        system: "vrealize",
        marks: &["/alertId", "/criticality"],
        id: &["/alertId"],
        title: &["/info", "/subType", "/type"],
        text: &[],
        url: &[],
        status: &["/status"],
        impact: &["/criticality"],
        service: &["/resourceName"],
        start: &["/startDate"],
        end: &["/cancelDate"],
    },
    Shape {
        system: "riemann",
        marks: &["/host", "/service", "/state"],
        id: &["/host"],
        title: &["/description"],
        text: &[],
        url: &[],
        status: &["/state"],
        impact: &["/state"],
        service: &["/service"],
        start: &["/time"],
        end: &["/time"],
    },
];

impl Format for Webhooks {
    fn key(&self) -> &'static str {
        "webhook"
    }

    fn detect(&self, part: &Part) -> Option<Confidence> {
        let Content::Json(documents) = &part.content else { return None };
        let known = |document: &Value| messages(document).iter().any(|(_, message)| shape(message).is_some());
        documents.iter().any(known).then_some(Confidence(60))
    }

    fn read(&self, parts: &[&Part], _all: &Opened, reader: &mut Reader) {
        reader.repeats_are_normal = true;
        for part in parts {
            let Content::Json(documents) = &part.content else { continue };
            for (number, document) in documents.iter().enumerate() {
                let base = if documents.len() > 1 { format!("/{number}") } else { String::new() };
                for (pointer, message) in messages(document) {
                    if !reader.go_on(None) {
                        return;
                    }
                    let place = Place::json(&part.name, &format!("{base}{pointer}"));
                    match shape(message) {
                        Some(shape) => read_message(message, shape, place, reader),
                        None => {
                            let what = markup::line(&message.to_string(), Field::Text, &mut Vec::new());
                            reader.refuse(place, Reason::NotAnIncident { what });
                        }
                    }
                }
            }
        }
    }
}

/// The messages of a document: a list, a list under `messages`, or the document itself.
fn messages(document: &Value) -> Vec<(String, &Value)> {
    let (base, list) = match document.as_array() {
        Some(list) => ("", list.as_slice()),
        None => ("/messages", json::list(document, "messages")),
    };
    if list.is_empty() {
        return vec![(String::new(), document)];
    }
    list.iter().enumerate().map(|(index, message)| (format!("{base}/{index}"), message)).collect()
}

fn shape(message: &Value) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| {
        shape.marks.iter().all(|mark| message.pointer(mark).is_some_and(|value| !value.is_null()))
    })
}

fn at<'a>(message: &'a Value, pointers: &[&str]) -> Option<Cow<'a, str>> {
    pointers.iter().filter_map(|pointer| message.pointer(pointer)).find_map(json::scalar)
}

fn read_message(message: &Value, shape: &Shape, place: Place, reader: &mut Reader) {
    let Some(id) = at(message, shape.id) else { return reader.refuse(place, Reason::NoId) };
    let id = if shape.system == "riemann" {
        format!("{id}/{}", at(message, shape.service).unwrap_or_default())
    } else {
        id.into_owned()
    };
    let instance = reader.options.source.clone().unwrap_or_default();
    let mut item = SourceItem::new(place, SourceKey::new(shape.system, &instance), id, Kind::Incident);
    let dirt = &mut item.dirt;
    item.title = markup::line(&at(message, shape.title).unwrap_or_default(), Field::Title, dirt);
    let text = markup::plain(&at(message, shape.text).unwrap_or_default(), Field::Text, dirt);
    (item.text, item.original) = (text.text, text.original);
    item.url = at(message, shape.url).map(Cow::into_owned);
    item.status = at(message, shape.status).and_then(|raw| words::status(&raw, dirt));
    item.impact = at(message, shape.impact).and_then(|raw| {
        let last = raw.rsplit('_').next().unwrap_or_default();
        words::impact(last, dirt)
    });
    add_name(&mut item.services, &at(message, shape.service).unwrap_or_default());
    let is_over = item.status.as_ref().and_then(|said| said.read).is_some_and(super::item::Status::is_over);
    let mut time = |pointers: &[&str], field: Field| {
        at(message, pointers).and_then(|raw| reader.time(&raw, field, dirt))
    };
    let ended = if is_over { time(shape.end, Field::Ended) } else { None };
    // Where one time tells of every change, it is the beginning only while it is not over.
    item.moments.impact_start =
        if is_over && shape.start == shape.end { None } else { time(shape.start, Field::ImpactStart) };
    item.moments.ended = ended;
    item.moments.modified = ended.or(item.moments.impact_start);
    if item.moments.impact_start.is_none() {
        item.dirt.push(Dirt::Missing { field: Field::ImpactStart });
    }
    reader.take(item);
}

#[cfg(test)]
mod tests {
    use super::super::tests::{read_text, utc};
    use super::*;

    #[test]
    fn a_message_that_opens_and_one_that_closes_are_one_incident() {
        let reading = read_text(
            r#"{"check_id":1,"check_name":"Shop","current_state":"DOWN","state_changed_timestamp":1777623300,"description":"503"}
               {"check_id":1,"check_name":"Shop","current_state":"UP","state_changed_timestamp":1777626900,"description":"OK"}"#,
        );
        let item = &reading.items[0];
        assert_eq!((reading.items.len(), item.source.as_str(), item.title.as_str()), (1, "pingdom", "Shop"));
        assert_eq!(
            (utc(item.moments.impact_start).as_str(), utc(item.moments.ended).as_str()),
            ("2026-05-01T08:15:00Z", "2026-05-01T09:15:00Z")
        );
    }

    #[test]
    fn a_message_without_a_time_is_kept_and_says_so() {
        let reading = read_text(
            r#"{"ruleId":7,"ruleName":"CPU","state":"alerting","message":"hot","title":"[Alerting] CPU"}"#,
        );
        let item = &reading.items[0];
        assert_eq!((item.title.as_str(), item.text.as_str()), ("CPU", "hot"));
        assert_eq!(item.dirt, [Dirt::Missing { field: Field::ImpactStart }]);
    }

    #[test]
    fn what_is_no_alert_is_not_recognised() {
        let reading = read_text(r#"{"update_id":1,"callback_query":{"data":"/ack"}}"#);
        assert_eq!(
            (reading.format.as_str(), reading.problems[0].reason.clone()),
            ("", Reason::NotRecognised)
        );
    }
}
