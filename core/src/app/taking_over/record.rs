//! One item and the record that it belongs to: found by its name in the source, folded twice (as it stands, and as its
//! source told it), and decided.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, OptionalExtension};

use crate::app::Fault;
use crate::domain::incident::{self, Incident, Outside, Phase, Written};
use crate::domain::{Context, Event, State};
use crate::ids::StreamId;
use crate::importers::item::SourceItem;
use crate::importers::plan;
use crate::log::codec::{self, Read};
use crate::log::{self, Stored};
use crate::projections::{self, ProjectionFault};

/// One name may belong to two records after a joining: the one that was not withdrawn counts, then the older one.
const FIND: &str = "SELECT o.stream FROM outside o JOIN register r ON r.stream = o.stream
  WHERE o.source = ?1 AND o.id = ?2
  ORDER BY r.phase = 'withdrawn', r.series_year, r.series_count LIMIT 1";

/// The names of one source that the workspace has records of.
const NAMES: &str = "SELECT id FROM outside WHERE source = ?1";

/// Which names of a source are known, so that nothing is asked for a name that is not.
#[derive(Default)]
pub struct Names(HashMap<String, HashSet<String>>);

impl Names {
    fn know(&mut self, conn: &Connection, outside: &Outside) -> Result<bool, Fault> {
        if let Some(known) = self.0.get(&outside.source) {
            return Ok(known.contains(&outside.id));
        }
        let mut names = conn.prepare_cached(NAMES).map_err(super::failed)?;
        let rows = names.query_map([&outside.source], |row| row.get(0)).map_err(super::failed)?;
        let known: HashSet<String> = rows.collect::<Result<_, _>>().map_err(super::failed)?;
        let is_known = known.contains(&outside.id);
        self.0.insert(outside.source.clone(), known);
        Ok(is_known)
    }
}

/// A record that the workspace has.
pub struct Known {
    pub record: StreamId,
    pub version: u64,
    /// As it stands.
    pub now: Incident,
    /// As its sources told it: its events of imports alone.
    pub said: Incident,
}

impl Known {
    /// The record of a name in a source. `names` are those of before an import, which names nothing twice.
    pub fn find(conn: &Connection, names: &mut Names, outside: &Outside) -> Result<Option<Self>, Fault> {
        if !names.know(conn, outside)? {
            return Ok(None);
        }
        let mut find = conn.prepare_cached(FIND).map_err(super::failed)?;
        let found: Option<[u8; 16]> = find
            .query_row([&outside.source, &outside.id], |row| row.get(0))
            .optional()
            .map_err(super::failed)?;
        match found {
            Some(bytes) => Self::load(conn, StreamId(uuid::Uuid::from_bytes(bytes))),
            None => Ok(None),
        }
    }

    /// A record, if it is an incident.
    pub fn load(conn: &Connection, record: StreamId) -> Result<Option<Self>, Fault> {
        let stored = log::read_stream(conn, record)?;
        let (mut now, mut said) = (None, None);
        for event in &stored {
            let Some((event, written, imported)) = known(event)? else { continue };
            now = incident::evolve(now, &event, &written);
            if imported || said.is_none() {
                said = incident::evolve(said, &event, &written);
            }
        }
        let version = stored.last().map_or(0, |event| event.stream_version);
        Ok(now.zip(said).map(|(now, said)| Self { record, version, now, said }))
    }
}

fn known(stored: &Stored) -> Result<Option<(incident::Event, Written, bool)>, Fault> {
    let read = codec::read(stored).map_err(ProjectionFault::from)?;
    Ok(match read {
        Read::Known { event, batch } => {
            event.into_incident().map(|event| (event, projections::written(stored), batch.is_some()))
        }
        Read::Redacted | Read::Newer => None,
    })
}

/// What becomes of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// A record that was not there.
    New,
    /// A record that learns something.
    Changed,
    /// A record that knows everything.
    Unchanged,
}

/// What follows from an item.
pub struct Decided {
    pub fate: Fate,
    /// The record; none for one that is to be made.
    pub record: Option<StreamId>,
    pub version: u64,
    pub state: Option<State>,
    pub events: Vec<Event>,
    pub originals: Vec<Vec<u8>>,
    pub emergency: bool,
}

/// Decides the orders of an item, one after the other.
///
/// # Errors
/// The first refusal; then nothing of the item is taken over.
pub fn decide(
    item: &SourceItem,
    known: Option<Known>,
    batch: &plan::Batch,
    context: &Context,
) -> Result<Decided, incident::Refusal> {
    let (planned, fate) = match &known {
        None => (plan::taken_over(item, batch), Fate::New),
        // What a person took out of the register stays out of it.
        Some(known) if known.now.phase == Phase::Withdrawn && known.said.phase != Phase::Withdrawn => {
            return Ok(unchanged(known.record, known.version));
        }
        Some(known) => {
            let outside = known.said.outside.first();
            let leads = outside
                .is_some_and(|first| first.source == item.source.as_str() && first.id == item.outside_id);
            let fate = if known.said.phase == Phase::Withdrawn { Fate::New } else { Fate::Changed };
            let heard = plan::Heard { now: &known.now, said: &known.said };
            (plan::learnt(item, heard, leads, batch), fate)
        }
    };
    let mut now = known.as_ref().map(|known| known.now.clone());
    let mut events = Vec::new();
    let written =
        Written { id: crate::ids::EventId(uuid::Uuid::nil()), by: context.by, recorded: context.now };
    for command in planned.commands {
        for event in incident::decide(now.as_ref(), command, &[], context)? {
            now = incident::evolve(now, &event, &written);
            events.push(Event::Incident(event));
        }
    }
    let (record, version) = known.as_ref().map_or((None, 0), |known| (Some(known.record), known.version));
    let fate = if events.is_empty() { Fate::Unchanged } else { fate };
    let state = known.map(|known| State::Incident(Box::new(known.now)));
    let emergency = now.is_some_and(|incident| incident.emergency);
    Ok(Decided { fate, record, version, state, events, originals: planned.originals, emergency })
}

fn unchanged(record: StreamId, version: u64) -> Decided {
    let (events, originals) = (Vec::new(), Vec::new());
    Decided {
        fate: Fate::Unchanged,
        record: Some(record),
        version,
        state: None,
        events,
        originals,
        emergency: false,
    }
}
