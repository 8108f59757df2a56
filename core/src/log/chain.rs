//! The bytes that are hashed: a fixed binary head and SHA-256(salt ‖ payload). Knows no database.

use ring::digest::{Context, SHA256, digest};

/// What the first event names as the one before it.
pub const NONE_BEFORE: [u8; 32] = [0; 32];

/// Opens every head, so that its bytes can be no other kind of hashed bytes.
const MARK: &[u8; 7] = b"lotse1\0";

/// Everything of an event that its hash covers.
#[derive(Debug, Clone, Copy)]
pub struct Covered<'a> {
    /// Place in the log.
    pub seq: u64,
    /// The event's id.
    pub event: [u8; 16],
    /// The order's id.
    pub order: [u8; 16],
    /// The stream's id.
    pub stream: [u8; 16],
    /// Place in the stream.
    pub stream_version: u64,
    /// The version of the payload's form.
    pub version: u32,
    /// Recorded time in microseconds since 1970.
    pub micros: i64,
    /// The kind.
    pub kind: &'a str,
    /// Who.
    pub actor: &'a str,
    /// The word of the class.
    pub class: &'a str,
    /// Hash of salt and payload.
    pub payload_hash: [u8; 32],
    /// Hash of the event before.
    pub prev_hash: [u8; 32],
}

/// SHA-256 of any bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest(&SHA256, bytes).as_ref());
    hash
}

/// SHA-256 of salt and payload.
pub fn payload_hash(salt: &[u8; 16], payload: &[u8]) -> [u8; 32] {
    let mut context = Context::new(&SHA256);
    context.update(salt);
    context.update(payload);
    let mut hash = [0; 32];
    hash.copy_from_slice(context.finish().as_ref());
    hash
}

/// The hash of an event; `room` is reused from event to event.
pub fn event_hash(covered: &Covered<'_>, room: &mut Vec<u8>) -> [u8; 32] {
    write_head(covered, room);
    sha256(room)
}

/// Writes the head: the mark, numbers big-endian, then kind, actor and class each as length (u32) and UTF-8, then
/// the two hashes.
fn write_head(covered: &Covered<'_>, room: &mut Vec<u8>) {
    room.clear();
    room.extend_from_slice(MARK);
    room.extend_from_slice(&covered.seq.to_be_bytes());
    room.extend_from_slice(&covered.event);
    room.extend_from_slice(&covered.order);
    room.extend_from_slice(&covered.stream);
    room.extend_from_slice(&covered.stream_version.to_be_bytes());
    room.extend_from_slice(&covered.version.to_be_bytes());
    room.extend_from_slice(&covered.micros.to_be_bytes());
    for text in [covered.kind, covered.actor, covered.class] {
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        room.extend_from_slice(&length.to_be_bytes());
        room.extend_from_slice(text.as_bytes());
    }
    room.extend_from_slice(&covered.payload_hash);
    room.extend_from_slice(&covered.prev_hash);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn covered() -> Covered<'static> {
        Covered {
            seq: 1,
            event: [1; 16],
            order: [2; 16],
            stream: [3; 16],
            stream_version: 1,
            version: 1,
            micros: 1_770_000_000_000_000,
            kind: "incidentReported",
            actor: "lotse",
            class: "team",
            payload_hash: payload_hash(&[7; 16], b"{}"),
            prev_hash: NONE_BEFORE,
        }
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn the_bytes_that_are_hashed_stay_what_they_were_when_the_first_log_was_written() {
        let mut room = Vec::new();
        let hash = event_hash(&covered(), &mut room);
        assert_eq!(room.len(), 7 + 8 + 48 + 8 + 4 + 8 + 4 + 16 + 4 + 5 + 4 + 4 + 64);
        assert_eq!(&room[..15], b"lotse1\0\0\0\0\0\0\0\0\x01");
        assert_eq!(hex(&hash), "0289a35c771b75cc678af0a2783caae4252097ed862905dc213025f27abf9553");
    }

    #[test]
    fn no_two_neighbouring_texts_give_the_same_bytes_when_a_letter_moves_between_them() {
        let mut room = Vec::new();
        let one = event_hash(&Covered { kind: "ab", actor: "c", ..covered() }, &mut room);
        let two = event_hash(&Covered { kind: "a", actor: "bc", ..covered() }, &mut room);
        assert_ne!(one, two);
    }
}
