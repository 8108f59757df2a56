//! Domain events as kinds, versions and payloads, and back. The one place that knows how an event is spelt on the disk.
//! A kind is `noun.eventName`; a payload is `{"data":…}` with the batch of an import beside it where there is one.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::{Class, NewEvent, Stored};
use crate::domain::{
    Event, batch, change, drill, finding, guide, incident, notice, organisation, plan, policy, reminder,
    report, review,
};
use crate::ids::{EventId, StreamId};

/// An event as it is spelt on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spelt {
    /// `noun.eventName`.
    pub kind: String,
    /// The version of the payload's shape.
    pub version: u32,
    /// The JSON.
    pub payload: String,
}

impl Spelt {
    /// The event as it is appended to a stream.
    pub fn event(self, stream: StreamId, id: EventId, salt: [u8; 16]) -> NewEvent {
        let Self { kind, version, payload } = self;
        NewEvent { id, stream, kind, version, class: Class::Team, payload, salt }
    }
}

/// What stands in the log for somebody who reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// An event that this program knows.
    Known {
        /// The event.
        event: Box<Event>,
        /// The batch of an import that it belongs to.
        batch: Option<StreamId>,
    },
    /// The payload was redacted.
    Redacted,
    /// A kind or version of a newer program: kept and verified, not understood.
    Newer,
}

/// An event of a known kind and version whose payload is not what that kind holds.
#[derive(Debug, thiserror::Error)]
#[error("event {seq} ({kind}) cannot be read: {reason}")]
pub struct CodecFault {
    /// Its place in the log.
    pub seq: u64,
    /// Its kind.
    pub kind: String,
    /// What the reader said.
    pub reason: String,
}

#[derive(Serialize, Deserialize)]
struct Payload<'a> {
    #[serde(borrow)]
    data: &'a RawValue,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    batch: Option<StreamId>,
}

/// The newest version of every kind. A kind whose shape changes gets a higher one and a step in [`upcast`].
const VERSION: u32 = 1;

/// Spells an event.
///
/// # Panics
/// Never for events of this program: their shapes are plain data.
pub fn spell(event: &Event, batch: Option<StreamId>) -> Spelt {
    let (noun, tagged) = match event {
        Event::Incident(event) => ("incident", json(event)),
        Event::Organisation(event) => ("organisation", json(event)),
        Event::Report(event) => ("report", json(event)),
        Event::Batch(event) => ("batch", json(event)),
        Event::Review(event) => ("review", json(event)),
        Event::Change(event) => ("change", json(event)),
        Event::Finding(event) => ("finding", json(event)),
        Event::Plan(event) => ("plan", json(event)),
        Event::Drill(event) => ("drill", json(event)),
        Event::Guide(event) => ("guide", json(event)),
        Event::Notice(event) => ("notice", json(event)),
        Event::Policy(event) => ("policy", json(event)),
        Event::Reminder(event) => ("reminder", json(event)),
    };
    // `{"eventName":DATA}`: names hold no escapes, so the first quote and colon end the name.
    let (name, rest) = tagged[2..].split_once("\":").unwrap_or_default();
    let data = &rest[..rest.len().saturating_sub(1)];
    let batch = batch.map(|batch| format!(",\"batch\":\"{batch}\"")).unwrap_or_default();
    let payload = ["{\"data\":", data, &batch, "}"].concat();
    Spelt { kind: format!("{noun}.{name}"), version: VERSION, payload }
}

fn json<T: Serialize>(event: &T) -> String {
    serde_json::to_string(event).expect("plain data is always JSON")
}

/// Reads an event of the log.
///
/// # Errors
/// When a kind of this program holds something else than it should: the log is damaged or was written by hand.
pub fn read(stored: &Stored) -> Result<Read, CodecFault> {
    let Some(payload) = &stored.payload else { return Ok(Read::Redacted) };
    if stored.version > VERSION {
        return Ok(Read::Newer);
    }
    let fault = |reason: serde_json::Error| CodecFault {
        seq: stored.seq,
        kind: stored.kind.clone(),
        reason: reason.to_string(),
    };
    let Payload { data, batch } = serde_json::from_str(payload).map_err(fault)?;
    let Some((noun, name)) = stored.kind.split_once('.') else { return Ok(Read::Newer) };
    let tagged = format!("{{\"{name}\":{}}}", upcast(&stored.kind, stored.version, data.get()));
    let event = match noun {
        "incident" => parse::<incident::Event>(&tagged).map(|e| e.map(Event::Incident)),
        "organisation" => parse::<organisation::Event>(&tagged).map(|e| e.map(Event::Organisation)),
        "report" => parse::<report::Event>(&tagged).map(|e| e.map(Event::Report)),
        "batch" => parse::<batch::Event>(&tagged).map(|e| e.map(Event::Batch)),
        "review" => parse::<review::Event>(&tagged).map(|e| e.map(Event::Review)),
        "change" => parse::<change::Event>(&tagged).map(|e| e.map(Event::Change)),
        "finding" => parse::<finding::Event>(&tagged).map(|e| e.map(Event::Finding)),
        "plan" => parse::<plan::Event>(&tagged).map(|e| e.map(Event::Plan)),
        "drill" => parse::<drill::Event>(&tagged).map(|e| e.map(Event::Drill)),
        "guide" => parse::<guide::Event>(&tagged).map(|e| e.map(Event::Guide)),
        "notice" => parse::<notice::Event>(&tagged).map(|e| e.map(Event::Notice)),
        "policy" => parse::<policy::Event>(&tagged).map(|e| e.map(Event::Policy)),
        "reminder" => parse::<reminder::Event>(&tagged).map(|e| e.map(Event::Reminder)),
        _ => return Ok(Read::Newer),
    };
    Ok(match event.map_err(fault)? {
        Some(event) => Read::Known { event: Box::new(event), batch },
        None => Read::Newer,
    })
}

/// The event, or nothing when its name is one that this program does not know.
fn parse<T: DeserializeOwned>(tagged: &str) -> Result<Option<T>, serde_json::Error> {
    match serde_json::from_str(tagged) {
        Ok(event) => Ok(Some(event)),
        Err(error) if error.to_string().starts_with("unknown variant") => Ok(None),
        Err(error) => Err(error),
    }
}

/// Turns the data of an old version into that of the newest, step by step. There is only one version so far.
fn upcast<'a>(_kind: &str, _version: u32, data: &'a str) -> &'a str {
    data
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{EventId, OrderId};
    use crate::log::Class;
    use crate::time::Instant;

    fn stored(spelt: Spelt) -> Stored {
        Stored {
            seq: 1,
            id: EventId(uuid::Uuid::nil()),
            stream: StreamId(uuid::Uuid::nil()),
            stream_version: 1,
            kind: spelt.kind,
            version: spelt.version,
            order: OrderId(uuid::Uuid::nil()),
            actor: "lotse".to_owned(),
            recorded: Instant::from_micros(0).unwrap(),
            class: Class::Team,
            payload: Some(spelt.payload),
            payload_hash: [0; 32],
            prev_hash: [0; 32],
            hash: [0; 32],
        }
    }

    fn renamed() -> Event {
        let (name, was) = ("a \"quoted\": name".to_owned(), "{}".to_owned());
        Event::Organisation(organisation::Event::Renamed { name, was })
    }

    #[test]
    fn an_event_is_read_as_it_was_spelt() {
        let batch = Some(StreamId(uuid::Uuid::from_u128(7)));
        let spelt = spell(&renamed(), batch);
        assert_eq!(spelt.kind, "organisation.renamed");
        assert_eq!(read(&stored(spelt)).unwrap(), Read::Known { event: Box::new(renamed()), batch });
    }

    #[test]
    fn what_a_newer_program_wrote_is_not_an_error() {
        let mut newer = spell(&renamed(), None);
        newer.kind = "organisation.somethingNew".to_owned();
        assert_eq!(read(&stored(newer)).unwrap(), Read::Newer);
        let mut newer = spell(&renamed(), None);
        newer.version = 9;
        assert_eq!(read(&stored(newer)).unwrap(), Read::Newer);
    }

    #[test]
    fn a_payload_that_does_not_fit_to_its_kind_is_named() {
        let mut broken = spell(&renamed(), None);
        broken.payload = r#"{"data":{"name":1}}"#.to_owned();
        assert_eq!(read(&stored(broken)).unwrap_err().kind, "organisation.renamed");
    }

    /// One file an event version that was ever shipped: `noun.eventName.version.json`. They are never changed.
    fn frozen() -> Vec<(String, u32, String)> {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/log/frozen");
        let mut found: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| {
                let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
                let (kind, version) = stem.rsplit_once('.').unwrap();
                (kind.to_owned(), version.parse().unwrap(), std::fs::read_to_string(&path).unwrap())
            })
            .collect();
        found.sort();
        found
    }

    /// The names of an event's variants, as serde lists them when it is given one that is none.
    fn names<T: DeserializeOwned>() -> Vec<String> {
        let error =
            serde_json::from_str::<T>("{\"?\":0}").err().map(|error| error.to_string()).unwrap_or_default();
        error.split('`').skip(3).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn every_event_version_that_was_ever_shipped_can_be_read() {
        for (kind, version, payload) in frozen() {
            let mut old = stored(Spelt { kind: kind.clone(), version, payload: payload.trim().to_owned() });
            let Read::Known { event, .. } = read(&old).unwrap() else {
                panic!("{kind} {version} is not known")
            };
            let again = spell(&event, None);
            assert_eq!(again.kind, kind);
            old.version = again.version;
            old.payload = Some(again.payload);
            assert_eq!(read(&old).unwrap(), Read::Known { event, batch: None }, "{kind} {version}");
        }
    }

    #[test]
    fn every_event_of_today_is_frozen() {
        let known = [
            ("incident", names::<incident::Event>()),
            ("organisation", names::<organisation::Event>()),
            ("report", names::<report::Event>()),
            ("batch", names::<batch::Event>()),
            ("review", names::<review::Event>()),
            ("change", names::<change::Event>()),
            ("finding", names::<finding::Event>()),
            ("plan", names::<plan::Event>()),
            ("drill", names::<drill::Event>()),
            ("guide", names::<guide::Event>()),
            ("notice", names::<notice::Event>()),
            ("policy", names::<policy::Event>()),
            ("reminder", names::<reminder::Event>()),
        ];
        let frozen: std::collections::BTreeSet<_> = frozen().into_iter().map(|(kind, _, _)| kind).collect();
        for (noun, names) in known {
            assert!(!names.is_empty(), "{noun}");
            let missing: Vec<_> =
                names.iter().filter(|name| !frozen.contains(&format!("{noun}.{name}"))).collect();
            assert!(missing.is_empty(), "freeze {noun}: {missing:?}");
        }
    }
}
