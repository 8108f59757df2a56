//! Any bytes as the payload of any kind of event: read, kept as of a newer program, or named as damaged; never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lotse::ids::{EventId, OrderId, StreamId};
use lotse::log::codec::{self, Read};
use lotse::log::{Class, Stored};
use lotse::time::Instant;

const KINDS: [&str; 8] = [
    "incident.reported",
    "incident.takenOver",
    "incident.sourceFollowed",
    "incident.entryAdded",
    "incident.milestoneSet",
    "organisation.founded",
    "report.issued",
    "batch.begun",
];

fuzz_target!(|input: (u8, u32, &str)| {
    let (kind, version, payload) = input;
    let nobody = uuid();
    let stored = Stored {
        seq: 1,
        id: EventId(nobody),
        stream: StreamId(nobody),
        stream_version: 1,
        kind: KINDS[usize::from(kind) % KINDS.len()].to_owned(),
        version,
        order: OrderId(nobody),
        actor: "fuzz".to_owned(),
        recorded: Instant::from_micros(0).expect("1970 is an instant"),
        class: Class::Team,
        payload: Some(payload.to_owned()),
        payload_hash: [0; 32],
        prev_hash: [0; 32],
        hash: [0; 32],
    };
    if let Ok(Read::Known { event, batch }) = codec::read(&stored) {
        let spelt = codec::spell(&event, batch);
        let again = Stored { payload: Some(spelt.payload), version: spelt.version, ..stored };
        assert_eq!(codec::read(&again).expect("what was spelt is read"), Read::Known { event, batch });
    }
});

fn uuid() -> uuid::Uuid {
    uuid::Uuid::nil()
}
