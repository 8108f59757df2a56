//! An import runs: each item is looked up, compared and decided like any order, and all of a batch is written in one
//! transaction, so that it is there whole or not at all. Also how a batch is undone and two records are joined.

mod join;
mod record;
mod saved;
mod undo;
mod way;

use std::ops::ControlFlow;
use std::sync::Arc;

use chrono::Datelike;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use schemars::JsonSchema;
use serde::Serialize;
use ts_rs::TS;

pub use undo::Undone;

use super::{App, Entropy, Failure, Fault, chance, failed, unexpected};
use crate::domain::organisation;
use crate::domain::{Context, Event, Refusal, State, batch, incident, rights};
use crate::ids::{EventId, Number, OrderId, PersonId, Rising, Series, StreamId};
use crate::importers::Reading;
use crate::importers::dirt::Problem;
use crate::importers::rule::EmergencyRule;
use crate::log::bulk::Bulk;
use crate::log::codec;
use crate::log::{self, By, NewEvent};
use crate::projections::{self, Counts, Told, promises, records};
use crate::time::{Instant, Zone};
use way::take;

/// What is to be taken over, and how.
#[derive(Debug, Clone, Copy)]
pub struct Import<'a> {
    /// Who orders it.
    pub by: PersonId,
    /// The name of the file or folder, for the batch.
    pub file: &'a str,
    /// Which items are emergencies.
    pub rule: &'a EmergencyRule,
    /// What was read.
    pub reading: &'a Reading,
}

/// What an import did, or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// Records that were not known.
    pub new: u32,
    /// Known records with news.
    pub changed: u32,
    /// Known records without.
    pub unchanged: u32,
    /// How many of the new and changed ones are emergencies.
    pub emergencies: u32,
    /// The batch; none for a dry run, and when there was nothing to write.
    pub batch: Option<StreamId>,
    /// Its number.
    pub number: Option<Number>,
    /// What was refused, by the reader or by a rule.
    pub refused: Vec<Problem>,
}

/// Hears how many items are done, and may break off.
pub type Each<'a> = &'a mut dyn FnMut(usize) -> ControlFlow<()>;

impl App {
    /// Says what an import would do; writes nothing. `None` when `each` broke off.
    ///
    /// # Errors
    /// A refusal of the right to import, or a failure of the world.
    pub fn check_import(&self, import: &Import, now: Instant, each: Each) -> Result<Option<Outcome>, Fault> {
        let reader = self.workspace.reader().map_err(|fault| unexpected(&fault))?;
        let conn: &Connection = &reader;
        let desk = Desk::new(conn, self.entropy.as_ref(), import.by, now, StreamId(uuid::Uuid::nil()))?;
        take(conn, None, &desk, import, each)
    }

    /// Takes over what was read. `None` when `each` broke off; then nothing was written. When the answer is there, all of
    /// it is on the disk.
    ///
    /// # Errors
    /// A refusal of the right to import, or a failure of the world; nothing was written then.
    pub fn import(&self, import: &Import, now: Instant, each: Each) -> Result<Option<Outcome>, Fault> {
        if self.workspace.read_only() {
            return Err(Fault::Failed(Failure::ReadOnly));
        }
        let mut conn = self.workspace.bulk_writer().map_err(|fault| unexpected(&fault))?;
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let batch = StreamId(self.entropy.id(now));
        let desk = Desk::new(&tx, self.entropy.as_ref(), import.by, now, batch)?;
        let bulk = Bulk::begin(&tx)?;
        let outcome = take(&tx, Some(&tx), &desk, import, each)?;
        if outcome.as_ref().is_some_and(|outcome| outcome.batch.is_some()) {
            bulk.finish(&tx)?;
            tx.commit().map_err(failed)?;
            self.memory.lock().unwrap_or_else(std::sync::PoisonError::into_inner).forget();
        }
        Ok(outcome)
    }
}

/// What a batch needs beside the database: who, when, which numbers come next.
struct Desk<'a> {
    entropy: &'a dyn Entropy,
    ids: Rising,
    context: Context,
    batch: StreamId,
    order: OrderId,
    actor: String,
    year: i32,
}

/// What is next in a record: its events, and how they are spelt.
struct Next<'a> {
    stream: StreamId,
    version: u64,
    state: Option<State>,
    events: &'a [Event],
    spelt: Vec<NewEvent>,
}

impl<'a> Desk<'a> {
    fn new(
        conn: &Connection,
        entropy: &'a dyn Entropy,
        by: PersonId,
        now: Instant,
        batch: StreamId,
    ) -> Result<Self, Fault> {
        let stored = log::read_stream(conn, organisation::STREAM)?;
        let organisation = projections::fold(&stored)?.and_then(|(state, _)| state.into_organisation());
        let zone = organisation.as_ref().map_or(Zone::UTC, |organisation| organisation.zone);
        let roles = organisation.map(|organisation| organisation.roles(by)).unwrap_or_default();
        let year = now.in_zone(zone).year();
        let number = records::next_number(conn, Series::Incident, year)?;
        let policy = Arc::default();
        let context = Context { now, zone, by, roles, number, importing: true, policy, alone: false };
        let asked = crate::domain::Command::Batch(batch::Command::MarkUndone { records: 0 });
        rights::may(&asked, &context.roles).map_err(|refusal| Fault::Refused(refusal.into()))?;
        let ids = Rising::new(now.micros(), chance(entropy));
        Ok(Self { entropy, ids, context, batch, order: OrderId(batch.0), actor: by.to_string(), year })
    }

    /// Appends events to a record and writes its rows.
    fn write(
        &self,
        tx: &Transaction,
        stream: StreamId,
        version: u64,
        state: Option<State>,
        events: &[Event],
    ) -> Result<State, Fault> {
        let mut counts = Counts::default();
        let next = Next { stream, version, state, events, spelt: self.spelt(stream, events) };
        let state = self.append(tx, &mut counts, next)?;
        counts.write(tx)?;
        Ok(state)
    }

    /// The same with what is spelt already; what counts the record is written by `counts`.
    fn append(&self, tx: &Transaction, counts: &mut Counts, next: Next) -> Result<State, Fault> {
        let Next { stream, version, mut state, events, spelt } = next;
        let by = By { order: self.order, actor: &self.actor, recorded: self.context.now };
        let stored = log::append(tx, &by, stream, version, spelt)?;
        let mut told = Told::new(version);
        for (event, stored) in events.iter().zip(&stored) {
            state = crate::domain::evolve(state, event, &projections::written(stored));
            if let Some(state) = &state {
                told.hear(stream, state, stored.recorded);
            }
        }
        let state = state.ok_or_else(|| unexpected(&"a record without a beginning"))?;
        projections::store(tx, counts, stream, &state)?;
        promises::store(tx, stream, told)?;
        Ok(state)
    }

    fn fresh_id(&self) -> uuid::Uuid {
        self.ids.next(chance(self.entropy))
    }

    fn spelt(&self, stream: StreamId, events: &[Event]) -> Vec<NewEvent> {
        let spelt = |event| {
            let salt = chance(self.entropy);
            codec::spell(event, Some(self.batch)).event(stream, EventId(self.fresh_id()), salt)
        };
        events.iter().map(spelt).collect()
    }

    /// Decides and writes an order about the batch itself.
    fn batch(&self, tx: &Transaction, command: batch::Command) -> Result<State, Fault> {
        let stored = log::read_stream(tx, self.batch)?;
        let known = projections::fold(&stored)?;
        let version = known.as_ref().map_or(0, |(_, version)| *version);
        let number = records::next_number(tx, Series::Batch, self.year)?;
        let context = Context { number, ..self.context.clone() };
        let now = known.as_ref().and_then(|(state, _)| state.batch());
        let events =
            batch::decide(now, command, &context).map_err(|refusal| Fault::Refused(refusal.into()))?;
        let events: Vec<Event> = events.into_iter().map(Event::Batch).collect();
        self.write(tx, self.batch, version, known.map(|(state, _)| state), &events)
    }
}

impl From<incident::Refusal> for Fault {
    fn from(refusal: incident::Refusal) -> Self {
        Self::Refused(Refusal::Incident(refusal))
    }
}
