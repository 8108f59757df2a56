//! Goes through the log from its beginning: one thread reads rows, another checks them. Reading and hashing cost about the
//! same, and neither waits for the other.

use std::collections::HashMap;
use std::ops::{ControlFlow, Range};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use rusqlite::{Connection, Row, Rows};

use super::{ChainReport, Misfit};
use crate::log::chain::{Covered, NONE_BEFORE, event_hash, payload_hash};
use crate::log::{Class, Head, LogError};

/// Events between two calls of `progress`.
pub(super) const STRIDE: u64 = 4096;
/// Events that go from thread to thread at a time.
const PARCEL: usize = 256;
/// Parcels that may wait to be checked.
const WAITING: usize = 4;

const ROWS: &str =
    "SELECT seq, event_id, order_id, stream_id, stream_ver, schema_ver, at_us, type, actor, class,
  payload, salt, payload_hash, prev_hash, hash FROM event ORDER BY seq";

/// Checks the chain alone: hashes, places, stream versions and recorded times.
///
/// # Errors
/// `Database` when the table cannot be asked at all.
pub fn chain(
    conn: &Connection,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<ChainReport, LogError> {
    let (give, take) = sync_channel(WAITING);
    thread::scope(|scope| {
        let walking = scope.spawn(move || Walk::start().through(&take));
        let broken_off = read(conn, &give, progress);
        drop(give);
        let walked = walking.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        let broken_off = broken_off?;
        Ok(ChainReport { broken_off: broken_off && walked.misfit.is_none(), ..walked })
    })
}

/// Reads all events in turn and gives them away. Whether `progress` broke it off.
fn read(
    conn: &Connection,
    give: &SyncSender<Parcel>,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<bool, LogError> {
    let total: i64 = conn.query_row("SELECT coalesce(max(seq), 0) FROM event", [], |row| row.get(0))?;
    let mut statement = conn.prepare(ROWS)?;
    let mut rows = statement.query([])?;
    let mut done = 0;
    loop {
        let mut parcel = Parcel::default();
        let ended = parcel.fill(&mut rows);
        done += parcel.events.len() as u64;
        // Nobody takes it any more when the other thread has found what does not fit.
        if give.send(parcel).is_err() || ended {
            return Ok(false);
        }
        if done.is_multiple_of(STRIDE) && progress(done, total.unsigned_abs()).is_break() {
            return Ok(true);
        }
    }
}

/// Events on their way from the thread that reads to the one that checks.
#[derive(Default)]
struct Parcel {
    events: Vec<Carried>,
    /// Kinds and actors, one behind the other.
    words: String,
    /// Payloads, one behind the other.
    payloads: Vec<u8>,
    /// Behind the events stands a row that cannot be read.
    unreadable: Option<Unreadable>,
}

/// A row that no event can be read from.
struct Unreadable {
    /// Its place, where that can be read.
    seq: Option<u64>,
}

/// One event; its texts lie in the parcel.
struct Carried {
    seq: u64,
    event: [u8; 16],
    order: [u8; 16],
    stream: [u8; 16],
    stream_version: u64,
    version: u32,
    micros: i64,
    kind: Range<usize>,
    actor: Range<usize>,
    class: Class,
    payload: Option<Range<usize>>,
    salt: Option<[u8; 16]>,
    payload_hash: [u8; 32],
    prev_hash: [u8; 32],
    hash: [u8; 32],
}

impl Parcel {
    /// Takes rows until it is full; true when there is nothing behind them.
    fn fill(&mut self, rows: &mut Rows<'_>) -> bool {
        self.events.reserve(PARCEL);
        while self.events.len() < PARCEL {
            let seq = match rows.next() {
                Ok(Some(row)) => match self.put(row) {
                    Ok(()) => continue,
                    Err(_) => row.get::<_, i64>(0).ok().map(i64::unsigned_abs),
                },
                Ok(None) => return true,
                Err(_) => None,
            };
            self.unreadable = Some(Unreadable { seq });
            return true;
        }
        false
    }

    fn put(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let class = Class::from_word(row.get_ref(9)?.as_str()?).ok_or(rusqlite::Error::InvalidQuery)?;
        let payload = row.get_ref(10)?.as_bytes_or_null()?;
        let carried = Carried {
            seq: row.get::<_, i64>(0)?.unsigned_abs(),
            event: row.get(1)?,
            order: row.get(2)?,
            stream: row.get(3)?,
            stream_version: row.get::<_, i64>(4)?.cast_unsigned(),
            version: row.get(5)?,
            micros: row.get(6)?,
            kind: self.word(row.get_ref(7)?.as_str()?),
            actor: self.word(row.get_ref(8)?.as_str()?),
            class,
            payload: payload.map(|payload| {
                let start = self.payloads.len();
                self.payloads.extend_from_slice(payload);
                start..self.payloads.len()
            }),
            salt: row.get(11)?,
            payload_hash: row.get(12)?,
            prev_hash: row.get(13)?,
            hash: row.get(14)?,
        };
        self.events.push(carried);
        Ok(())
    }

    fn word(&mut self, word: &str) -> Range<usize> {
        let start = self.words.len();
        self.words.push_str(word);
        start..self.words.len()
    }

    fn covered(&self, of: &Carried) -> Covered<'_> {
        Covered {
            seq: of.seq,
            event: of.event,
            order: of.order,
            stream: of.stream,
            stream_version: of.stream_version,
            version: of.version,
            micros: of.micros,
            kind: &self.words[of.kind.clone()],
            actor: &self.words[of.actor.clone()],
            class: of.class.word(),
            payload_hash: of.payload_hash,
            prev_hash: of.prev_hash,
        }
    }
}

/// What is carried from event to event.
struct Walk {
    report: ChainReport,
    previous: [u8; 32],
    micros: i64,
    versions: HashMap<[u8; 16], u64>,
    room: Vec<u8>,
}

impl Walk {
    fn start() -> Self {
        Self {
            report: ChainReport::default(),
            previous: NONE_BEFORE,
            micros: i64::MIN,
            versions: HashMap::new(),
            room: Vec::with_capacity(512),
        }
    }

    /// Checks what comes, until the first thing that does not fit.
    fn through(mut self, take: &Receiver<Parcel>) -> ChainReport {
        for parcel in take {
            let walked = parcel.events.iter().try_for_each(|event| self.step(&parcel, event));
            let walked =
                walked.and_then(|()| parcel.unreadable.as_ref().map_or(Ok(()), |row| self.no_step(row)));
            if let Err(misfit) = walked {
                self.report.misfit = Some(misfit);
                break;
            }
        }
        let head = Head { seq: self.report.events, hash: self.previous };
        self.report.head = (head.seq > 0).then_some(head);
        self.report.streams = self.versions.len() as u64;
        self.report
    }

    fn step(&mut self, parcel: &Parcel, event: &Carried) -> Result<(), Misfit> {
        let seq = event.seq;
        self.follows(seq)?;
        if event.prev_hash != self.previous {
            return Err(Misfit::ChainBroken { seq });
        }
        let payload = event.payload.clone().map(|place| &parcel.payloads[place]);
        // Salt and payload are both there and give the hash, or both are gone.
        match (payload, event.salt) {
            (None, None) => self.report.redacted.push(seq),
            (Some(payload), Some(salt)) if payload_hash(&salt, payload) == event.payload_hash => {}
            (Some(_) | None, Some(_)) | (Some(_), None) => return Err(Misfit::PayloadChanged { seq }),
        }
        if event_hash(&parcel.covered(event), &mut self.room) != event.hash {
            return Err(Misfit::EventChanged { seq });
        }
        if event.micros <= self.micros {
            return Err(Misfit::TimeNotRising { seq });
        }
        let version = self.versions.entry(event.stream).or_insert(0);
        *version += 1;
        if event.stream_version != *version {
            return Err(Misfit::StreamVersion { seq, expected: *version, found: event.stream_version });
        }
        self.previous = event.hash;
        self.micros = event.micros;
        self.report.events = seq;
        Ok(())
    }

    fn no_step(&self, row: &Unreadable) -> Result<(), Misfit> {
        let expected = self.report.events + 1;
        self.follows(row.seq.unwrap_or(expected))?;
        Err(Misfit::Unreadable { seq: expected })
    }

    fn follows(&self, seq: u64) -> Result<(), Misfit> {
        let expected = self.report.events + 1;
        if seq == expected { Ok(()) } else { Err(Misfit::Gap { seq: expected, found: seq }) }
    }
}
