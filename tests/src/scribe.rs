//! Writes events, persons and evidence into a workspace, the same ones for the same number. Knows no rule: the faults of
//! disks and machines are tried below the rules.

use lotse::ids::{EventId, OrderId, PersonId, StreamId};
use lotse::log::directory::{self, PersonRecord};
use lotse::log::{self, By, Class, LogError, NewEvent, Stored, blob};
use lotse::time::Instant;
use lotse::workspace::Workspace;
use uuid::Uuid;

/// The morning on which every test is.
pub fn now() -> Instant {
    "2026-05-01T08:00:00Z".parse().unwrap_or_else(|_| unreachable!("a fixed time"))
}

/// Streams over which events are spread.
const STREAMS: u64 = 7;

/// Appends event number `n` of the log and commits it; every tenth brings a person, every fiftieth evidence.
///
/// # Errors
/// What the log said; nothing was written then.
pub fn write(workspace: &Workspace, n: u64) -> Result<Stored, LogError> {
    let mut conn = workspace.writer();
    let tx = conn.transaction()?;
    if n.is_multiple_of(10) {
        let id = PersonId(Uuid::from_u128(u128::from(n)));
        let name = format!("Person {n}");
        directory::put(&tx, &PersonRecord { id, name, email: None, phone: None, note: None })?;
    }
    if n.is_multiple_of(50) {
        blob::put(&tx, &evidence(n))?;
    }
    let stream = StreamId(Uuid::from_u128(u128::from(n % STREAMS) + 1));
    let id = Uuid::from_u128(u128::from(n) << 16);
    let by = By { order: OrderId(id), actor: "lotse", recorded: now() };
    let event = NewEvent {
        id: EventId(id),
        stream,
        kind: "timelineEntryAdded".to_owned(),
        version: 1,
        class: if n.is_multiple_of(5) { Class::Managers } else { Class::Team },
        payload: payload(n),
        salt: [u8::try_from(n % 251).unwrap_or(0); 16],
    };
    // Event n is number (n - 1) / 7 of its stream, counted from none.
    let written = log::append(&tx, &by, stream, (n - 1) / STREAMS, vec![event])?;
    tx.commit()?;
    written.into_iter().next().ok_or(LogError::Unreadable { seq: n })
}

/// What event number `n` says: between 30 and 3,000 bytes.
pub fn payload(n: u64) -> String {
    let words = usize::try_from(n * 37 % 100).unwrap_or(0);
    format!(r#"{{"entry":{n},"text":"{}"}}"#, "Wiederherstellung läuft. ".repeat(words))
}

/// The evidence that comes with event number `n`.
pub fn evidence(n: u64) -> Vec<u8> {
    let length = usize::try_from(n * 397 % 60_000).unwrap_or(0) + 1;
    (0..=250_u8).cycle().skip(usize::try_from(n % 251).unwrap_or(0)).take(length).collect()
}

/// Numbers that look random and are the same in every run.
#[derive(Debug, Clone)]
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn below(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides.max(1)
    }
}

/// How often a test is to be repeated: `usual`, or what the environment says under `name`.
pub fn times(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}
