//! Two records that speak of the same incident become one: it takes over the other's names and entries, so that both
//! sources tell it their news from now on; the other one is taken out of the register and says where it went.

use rusqlite::TransactionBehavior;

use super::record::Known;
use super::{App, Desk, Failure, Fault, failed};
use crate::domain::incident::{self, Command, EntryWhat, Written};
use crate::domain::{Event, State};
use crate::ids::{EventId, OrderId, PersonId, RecordRef, StreamId};
use crate::queries;
use crate::time::Instant;

impl App {
    /// Joins `other` into `kept`.
    ///
    /// # Errors
    /// `NoSuchRecord`, a refusal (the other was not taken over from a source, or is withdrawn), or a failure of the world;
    /// nothing was written then.
    pub fn join(&self, kept: RecordRef, other: RecordRef, by: PersonId, now: Instant) -> Result<(), Fault> {
        if self.workspace.read_only() {
            return Err(Fault::Failed(Failure::ReadOnly));
        }
        let mut conn = self.workspace.writer();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
        let desk = Desk::new(&tx, self.entropy.as_ref(), by, now, StreamId(self.entropy.id(now)))?;
        let desk = Desk { order: OrderId(desk.batch.0), ..desk };
        let load = |record: RecordRef| -> Result<Known, Fault> {
            let stream = queries::resolve(&tx, record)?;
            let missing = Fault::Failed(Failure::NoSuchRecord { record: record.to_string() });
            Known::load(&tx, stream)?.ok_or(missing)
        };
        let (kept, other) = (load(kept)?, load(other)?);
        if kept.record == other.record {
            return Err(incident::Refusal::AlreadyRecorded.into());
        }
        if other.now.outside.is_empty() {
            return Err(incident::Refusal::NotFromASource.into());
        }
        let reason = kept.now.number.to_string();
        for (known, commands) in [(kept, commands(&other)), (other, vec![Command::Withdraw { reason }])] {
            let mut now = Some(known.now.clone());
            let mut events = Vec::new();
            let written = Written { id: EventId(uuid::Uuid::nil()), by, recorded: desk.context.now };
            for command in commands {
                for event in incident::decide(now.as_ref(), command, &[], &desk.context)? {
                    now = incident::evolve(now, &event, &written);
                    events.push(Event::Incident(event));
                }
            }
            let state = State::Incident(Box::new(known.now));
            desk.write(&tx, known.record, known.version, Some(state), &events)?;
        }
        tx.commit().map_err(failed)?;
        self.memory.lock().unwrap_or_else(std::sync::PoisonError::into_inner).forget();
        Ok(())
    }
}

/// The names and the entries that came from the other's sources. Entries keep their ids, by which the next import knows
/// them again.
fn commands(other: &Known) -> Vec<Command> {
    let names = other.now.outside.iter().cloned().map(Command::JoinOutside);
    let entries =
        other.now.entries.iter().filter(|entry| entry.outside.is_some() && entry.withdrawn.is_none());
    let entries = entries.filter_map(|entry| match &entry.what {
        EntryWhat::Text(text) => Some(Command::AddEntry {
            id: entry.id,
            kind: entry.kind,
            text: text.clone(),
            at: entry.occurred,
            outside: entry.outside.clone(),
        }),
        EntryWhat::Happened { .. } => None,
    });
    names.chain(entries).collect()
}
