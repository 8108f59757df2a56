//! A batch is undone by events that compensate its own: records that it made are taken out of the register, records that
//! it changed get back what stood there. What people have worked on since is left.

use std::collections::BTreeMap;

use rusqlite::{Transaction, TransactionBehavior};
use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

use super::record::Known;
use super::{App, Desk, Each, Failure, Fault, failed, unexpected};
use crate::domain::incident::{self, Command};
use crate::domain::{Event, State, batch};
use crate::ids::{OrderId, PersonId, RecordRef, StreamId};
use crate::log::codec::{self, Read};
use crate::log::{self, Stored};
use crate::projections::ProjectionFault;
use crate::queries;
use crate::time::Instant;

/// What undoing a batch did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Undone {
    /// Records that were taken back.
    pub records: u32,
    /// Records that changed since and were left.
    pub kept: u32,
}

impl App {
    /// Undoes a batch that is named by its number or its id.
    ///
    /// # Errors
    /// `NoSuchRecord`, and as [`App::undo_import`].
    pub fn undo_import_of(
        &self,
        batch: RecordRef,
        by: PersonId,
        now: Instant,
        each: Each,
    ) -> Result<Option<Undone>, Fault> {
        let stream = {
            let reader = self.workspace.reader().map_err(|fault| unexpected(&fault))?;
            queries::resolve(&reader, batch)?
        };
        self.undo_import(stream, by, now, each)
    }

    /// Undoes a batch of an import. `None` when `each` broke off; then nothing was written.
    ///
    /// # Errors
    /// `BatchUnknown`, `BatchUndone`, a refusal of the right, or a failure of the world; nothing was written then.
    pub fn undo_import(
        &self,
        batch: StreamId,
        by: PersonId,
        now: Instant,
        each: Each,
    ) -> Result<Option<Undone>, Fault> {
        if self.workspace.read_only() {
            return Err(Fault::Failed(Failure::ReadOnly));
        }
        let mut conn = self.workspace.writer();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let order = OrderId(self.entropy.id(now));
        let desk = Desk { order, ..Desk::new(&tx, self.entropy.as_ref(), by, now, batch)? };
        let Some(undone) = undo(&tx, &desk, each)? else { return Ok(None) };
        desk.batch(&tx, batch::Command::MarkUndone { records: undone.records })?;
        tx.commit().map_err(failed)?;
        self.memory.lock().unwrap_or_else(std::sync::PoisonError::into_inner).forget();
        Ok(Some(undone))
    }
}

fn undo(tx: &Transaction, desk: &Desk, each: Each) -> Result<Option<Undone>, Fault> {
    let mut streams: BTreeMap<u64, (StreamId, Vec<Stored>)> = BTreeMap::new();
    let mut first: BTreeMap<StreamId, u64> = BTreeMap::new();
    for stored in log::read_order(tx, OrderId(desk.batch.0))? {
        if stored.stream != desk.batch {
            let seq = *first.entry(stored.stream).or_insert(stored.seq);
            streams.entry(seq).or_insert_with(|| (stored.stream, Vec::new())).1.push(stored);
        }
    }
    let mut undone = Undone { records: 0, kept: 0 };
    for (done, (_, (stream, events))) in streams.iter().rev().enumerate() {
        if each(done).is_break() {
            return Ok(None);
        }
        if undo_record(tx, desk, *stream, events)? {
            undone.records += 1;
        } else {
            undone.kept += 1;
        }
    }
    Ok(Some(undone))
}

/// Takes back what the batch did to one record; false when somebody has worked on it since.
fn undo_record(tx: &Transaction, desk: &Desk, stream: StreamId, events: &[Stored]) -> Result<bool, Fault> {
    let Some(known) = Known::load(tx, stream)? else { return Ok(false) };
    let last = events.last().map_or(0, |stored| stored.stream_version);
    if known.version != last {
        return Ok(false);
    }
    let command = if events.first().is_some_and(|stored| stored.stream_version == 1) {
        Command::Withdraw { reason: incident::UNDONE.to_owned() }
    } else {
        Command::Undo { order: OrderId(desk.batch.0) }
    };
    let mut reversible = Vec::new();
    for stored in events {
        if let Read::Known { event, .. } = codec::read(stored).map_err(ProjectionFault::from)?
            && let Event::Incident(event) = *event
            // Evidence that was kept stays kept: it takes nothing back that anybody reads as said.
            && !matches!(event, incident::Event::EvidenceAttached(_))
            && incident::inverse(&known.now, stored.id, &event).is_some()
        {
            reversible.push((stored.id, event));
        }
    }
    let decided = incident::decide(Some(&known.now), command, &reversible, &desk.context)?;
    let decided: Vec<Event> = decided.into_iter().map(Event::Incident).collect();
    if !decided.is_empty() {
        let state: State = State::Incident(Box::new(known.now));
        desk.write(tx, stream, known.version, Some(state), &decided)?;
    }
    Ok(true)
}
