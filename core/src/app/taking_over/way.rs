//! The way through the items of an import: what is new is decided on a second thread while what came before it is written.

use std::ops::ControlFlow;
use std::thread;

use rusqlite::{Connection, Transaction};

use super::record::{self, Decided, Fate, Known, Names};
use super::{Desk, Each, Import, Next, Outcome};
use crate::app::Fault;
use crate::domain::{Context, batch, incident};
use crate::ids::StreamId;
use crate::importers::dirt::{Place, Problem, Reason};
use crate::importers::item::SourceItem;
use crate::importers::plan;
use crate::log::{NewEvent, blob};
use crate::projections::Counts;

/// New records that are decided together, on a thread of their own, while those before them are written.
const RUN: usize = 256;

/// Goes through what was read. `None` when `each` broke off.
pub fn take(
    conn: &Connection,
    tx: Option<&Transaction>,
    desk: &Desk,
    import: &Import,
    each: Each,
) -> Result<Option<Outcome>, Fault> {
    let outcome = Outcome { refused: import.reading.problems.clone(), ..Outcome::default() };
    if let Some(tx) = tx {
        let (file, format) = (import.file.to_owned(), import.reading.format.clone());
        desk.batch(tx, batch::Command::Begin { file, format, rule: import.rule.to_string() })?;
    }
    let batch = plan::Batch { id: desk.batch, rule: import.rule, now: desk.context.now };
    let deciding = Deciding { desk, batch, context: desk.context.clone(), spelling: tx.is_some() };
    let mut taking =
        Taking { conn, tx, desk, names: Names::default(), done: 0, counts: Counts::default(), outcome };
    if taking.through(&import.reading.items, deciding, each)?.is_break() {
        return Ok(None);
    }
    let Taking { counts, mut outcome, .. } = taking;
    if let Some(tx) = tx.filter(|_| outcome.new + outcome.changed > 0) {
        counts.write(tx)?;
        finish(desk, tx, &mut outcome)?;
    }
    Ok(Some(outcome))
}

fn finish(desk: &Desk, tx: &Transaction, outcome: &mut Outcome) -> Result<(), Fault> {
    let refused = u32::try_from(outcome.refused.len()).unwrap_or(u32::MAX);
    let Outcome { new, changed, unchanged, .. } = *outcome;
    let state = desk.batch(tx, batch::Command::Finish { new, changed, unchanged, refused })?;
    outcome.batch = Some(desk.batch);
    outcome.number = state.batch().map(|batch| batch.number);
    Ok(())
}

/// An item that is decided, with its events as they are going to stand in the log.
struct Ready {
    place: Place,
    decided: Result<Decided, incident::Refusal>,
    stream: StreamId,
    spelt: Vec<NewEvent>,
}

/// Decides items one after the other and gives new records their numbers.
#[derive(Clone)]
struct Deciding<'a> {
    desk: &'a Desk<'a>,
    batch: plan::Batch<'a>,
    context: Context,
    /// The events are wanted as the log holds them.
    spelling: bool,
}

impl Deciding<'_> {
    fn ready(&mut self, item: &SourceItem, known: Option<Known>) -> Ready {
        let decided = record::decide(item, known, &self.batch, &self.context);
        let known = decided.as_ref().ok().and_then(|decided| decided.record);
        let stream = known.unwrap_or_else(|| StreamId(self.desk.fresh_id()));
        let events = decided.as_ref().map(|decided| decided.events.as_slice()).unwrap_or_default();
        let spelt = if self.spelling { self.desk.spelt(stream, events) } else { Vec::new() };
        self.context.number.count += u32::from(decided.is_ok() && known.is_none());
        Ready { place: item.place.clone(), decided, stream, spelt }
    }
}

/// What comes next: so many new records, and the known one behind them when that is what ends them.
struct Ahead {
    new: usize,
    known: Option<Known>,
}

/// The way through the items. With `tx` it writes, without it only counts.
struct Taking<'a> {
    conn: &'a Connection,
    tx: Option<&'a Transaction<'a>>,
    desk: &'a Desk<'a>,
    names: Names,
    done: usize,
    counts: Counts,
    outcome: Outcome,
}

impl Taking<'_> {
    /// A record is found by its name, and no name stands twice among the items: so what is new stays new while others are
    /// written. What is known waits until all before it is written, since two names may belong to one record.
    fn through(
        &mut self,
        mut items: &[SourceItem],
        mut deciding: Deciding,
        each: Each,
    ) -> Result<ControlFlow<()>, Fault> {
        let mut ready = Vec::new();
        while let Some(ahead) = self.look_ahead(items)? {
            let (new, after) = items.split_at(ahead.new);
            let (before, mut next) = (std::mem::take(&mut ready), deciding.clone());
            let (kept, decided) = thread::scope(|scope| {
                let decided = (!new.is_empty())
                    .then(|| scope.spawn(|| new.iter().map(|item| next.ready(item, None)).collect()));
                (self.keep(before, each), decided.map(thread::ScopedJoinHandle::join))
            });
            if kept?.is_break() {
                return Ok(ControlFlow::Break(()));
            }
            if let Some(decided) = decided {
                ready = decided.unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            }
            (deciding, items) = (next, after);
            if let Some((known, (item, after))) = ahead.known.zip(items.split_first()) {
                ready.push(deciding.ready(item, Some(known)));
                if self.keep(std::mem::take(&mut ready), each)?.is_break() {
                    return Ok(ControlFlow::Break(()));
                }
                items = after;
            }
        }
        self.keep(ready, each)
    }

    /// What the next items are; nothing when there are none.
    fn look_ahead(&mut self, items: &[SourceItem]) -> Result<Option<Ahead>, Fault> {
        for (new, item) in items.iter().take(RUN).enumerate() {
            if let Some(known) = Known::find(self.conn, &mut self.names, &plan::outside_of(item))? {
                return Ok(Some(Ahead { new, known: Some(known) }));
            }
        }
        let new = items.len().min(RUN);
        Ok((new > 0).then_some(Ahead { new, known: None }))
    }

    /// Writes what is decided.
    fn keep(&mut self, ready: Vec<Ready>, each: Each) -> Result<ControlFlow<()>, Fault> {
        for Ready { place, decided, stream, spelt } in ready {
            if each(self.done).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            self.done += 1;
            let decided = match decided {
                Ok(decided) => decided,
                Err(refusal) => {
                    let reason = Reason::Rule { detail: refusal.to_string() };
                    self.outcome.refused.push(Problem::new(place, reason));
                    continue;
                }
            };
            match decided.fate {
                Fate::New => self.outcome.new += 1,
                Fate::Changed => self.outcome.changed += 1,
                Fate::Unchanged => {
                    self.outcome.unchanged += 1;
                    continue;
                }
            }
            self.outcome.emergencies += u32::from(decided.emergency);
            if let Some(tx) = self.tx {
                for original in &decided.originals {
                    blob::put(tx, original)?;
                }
                let Decided { version, state, events, .. } = decided;
                let next = Next { stream, version, state, events: &events, spelt };
                self.desk.append(tx, &mut self.counts, next)?;
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}
