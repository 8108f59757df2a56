//! One order inside a transaction: load, decide, append, project, follow up.

use std::collections::BTreeSet;

use chrono::Datelike;
use rusqlite::Transaction;

use super::memory::Memory;
use super::papers;
use super::{Committed, Entropy, Failure, Fault, Happened, Order, chance};
use crate::domain::organisation::{self, Organisation, PersonalData};
use crate::domain::report::Paper;
use crate::domain::{self, Command, Context, Event, Refusal, State, batch, incident, known, report, rights};
use crate::follow_ups;
use crate::ids::{EventId, Number, OrderId, PersonId, RecordRef, Series, StreamId};
use crate::log::codec::{self, Read};
use crate::log::{self, By, NewEvent, Stored, directory};
use crate::projections::{self, Counts, records};
use crate::queries;
use crate::time::{Instant, Zone};

/// A transaction with what an order needs beside it.
pub struct Run<'a> {
    /// The transaction.
    pub tx: &'a Transaction<'a>,
    /// States of records used before.
    pub memory: &'a mut Memory,
    /// Random bytes.
    pub entropy: &'a dyn Entropy,
    /// The instant at which the order is decided.
    pub now: Instant,
}

/// What an order wrote.
struct Written {
    stream: StreamId,
    number: Option<Number>,
    happened: Vec<Happened>,
    undoable: bool,
    stale: BTreeSet<String>,
}

impl Run<'_> {
    /// Carries an order out, or answers it from the log when it was carried out before.
    ///
    /// # Errors
    /// The refusal of a rule, or a failure of the world. After a refusal the transaction is as it was before.
    pub fn order(&mut self, order: &Order) -> Result<Committed, Fault> {
        let before = log::read_order(self.tx, order.id)?;
        if let Some(first) = before.first() {
            return self.answer_again(order.id, first.stream, &before);
        }
        let stream = self.stream(order)?;
        self.tx.execute_batch("SAVEPOINT an_order").map_err(super::failed)?;
        let outcome = self.decide_and_write(order, stream);
        let end = if outcome.is_ok() { "RELEASE an_order" } else { "ROLLBACK TO an_order; RELEASE an_order" };
        self.tx.execute_batch(end).map_err(super::failed)?;
        let written = match outcome {
            Ok(written) => written,
            Err(fault) => {
                self.memory.forget();
                return Err(fault);
            }
        };
        Ok(Committed {
            order: order.id,
            record: written.stream,
            number: written.number,
            events: written.happened,
            undoable: written.undoable,
            stale: written.stale.into_iter().collect(),
        })
    }

    fn answer_again(
        &mut self,
        order: OrderId,
        stream: StreamId,
        before: &[Stored],
    ) -> Result<Committed, Fault> {
        let (_, state) = self.load(stream)?;
        let done = self.done(stream, order)?;
        let undoable = undoable(state.as_ref(), done.iter().map(|(id, event)| (*id, event)));
        let number = state.as_ref().and_then(number_of);
        let events = before.iter().map(|e| Happened { seq: e.seq, kind: e.kind.clone() }).collect();
        Ok(Committed { order, record: stream, number, events, undoable, stale: Vec::new() })
    }

    fn stream(&self, order: &Order) -> Result<StreamId, Fault> {
        match (&order.command, order.record) {
            (Command::Organisation(_), _) => Ok(organisation::STREAM),
            (_, Some(RecordRef::Id(id))) => Ok(id),
            (_, Some(record @ RecordRef::Number(_))) => Ok(queries::resolve(self.tx, record)?),
            (_, None) => Ok(StreamId(self.entropy.id(self.now))),
        }
    }

    fn decide_and_write(&mut self, order: &Order, stream: StreamId) -> Result<Written, Fault> {
        let (zone, context) = self.context(order)?;
        rights::may(&order.command, &context.roles).map_err(|refusal| Fault::Refused(refusal.into()))?;
        if let Some(organisation) = self.organisation()? {
            known::all(&order.command, organisation).map_err(|refusal| Fault::Refused(refusal.into()))?;
        }
        if let Command::Incident(incident::Command::JoinOutside(outside)) = &order.command {
            let holder = queries::register::holder(self.tx, outside, stream)?;
            known::not_taken(holder).map_err(|refusal| Fault::Refused(refusal.into()))?;
        }
        let mut written =
            Written { stream, number: None, happened: Vec::new(), undoable: false, stale: BTreeSet::new() };
        let events = self.one(order, stream, order.command.clone(), &context, &mut written)?;
        for (event, recorded) in events {
            for (further, command) in follow_ups::after(stream, &event, recorded, zone) {
                self.one(order, further, command, &context, &mut written)?;
            }
        }
        Ok(written)
    }

    /// One decision about one record: load, decide, append, evolve, project.
    fn one(
        &mut self,
        order: &Order,
        stream: StreamId,
        command: Command,
        context: &Context,
        written: &mut Written,
    ) -> Result<Vec<(Event, Instant)>, Fault> {
        let (version, mut state) = self.load(stream)?;
        let personal = personal_data(&command, order.by);
        let undone = self.undone(stream, &command)?;
        let paper = self.paper(state.as_ref(), &command, context)?;
        let events =
            decide(state.as_ref(), command, &undone, paper.as_ref(), context).map_err(Fault::Refused)?;
        let spelt: Vec<_> = events.iter().map(|event| self.spelt(stream, event, order.batch)).collect();
        let actor = order.by.to_string();
        let by = By { order: order.id, actor: &actor, recorded: self.now };
        let stored = log::append(self.tx, &by, stream, version, spelt)?;
        for (event, stored) in events.iter().zip(&stored) {
            state = domain::evolve(state, event, &projections::written(stored));
        }
        self.personal(personal, &events)?;
        written.happened.extend(stored.iter().map(|e| Happened { seq: e.seq, kind: e.kind.clone() }));
        let after = version + u64::try_from(stored.len()).unwrap_or(0);
        if let Some(state) = state {
            if !stored.is_empty() {
                let mut counts = Counts::default();
                projections::store(self.tx, &mut counts, stream, &state)?;
                counts.write(self.tx)?;
                go_stale(&mut written.stale, stream, &state);
            }
            if written.stream == stream {
                written.number = number_of(&state);
                let done = stored.iter().zip(&events).filter_map(|(stored, event)| match event {
                    Event::Incident(event) => Some((stored.id, event)),
                    Event::Organisation(_) | Event::Report(_) | Event::Batch(_) => None,
                });
                written.undoable = undoable(Some(&state), done);
            }
            self.memory.put(stream, after, state);
        }
        let recorded = stored.iter().map(|stored| stored.recorded);
        Ok(events.into_iter().zip(recorded).collect())
    }

    fn spelt(&self, stream: StreamId, event: &Event, batch: Option<StreamId>) -> NewEvent {
        let salt = chance(self.entropy);
        codec::spell(event, batch).event(stream, EventId(self.entropy.id(self.now)), salt)
    }

    fn load(&mut self, stream: StreamId) -> Result<(u64, Option<State>), Fault> {
        if let Some((version, state)) = self.memory.take(stream) {
            return Ok((version, Some(state)));
        }
        let stored = log::read_stream(self.tx, stream)?;
        let version = stored.last().map_or(0, |event| event.stream_version);
        Ok((version, projections::fold(&stored)?.map(|(state, _)| state)))
    }

    fn organisation(&mut self) -> Result<Option<&Organisation>, Fault> {
        if self.memory.look(organisation::STREAM).is_none() {
            let (version, state) = self.load(organisation::STREAM)?;
            if let Some(state) = state {
                self.memory.put(organisation::STREAM, version, state);
            }
        }
        Ok(match self.memory.look(organisation::STREAM) {
            Some(State::Organisation(organisation)) => Some(organisation),
            Some(State::Incident(_) | State::Report(_) | State::Batch(_)) | None => None,
        })
    }

    fn context(&mut self, order: &Order) -> Result<(Zone, Context), Fault> {
        let now = self.now;
        let organisation = self.organisation()?;
        let zone = organisation.map_or(Zone::UTC, |organisation| organisation.zone);
        let roles = organisation.map(|organisation| organisation.roles(order.by)).unwrap_or_default();
        let series = match &order.command {
            Command::Incident(_) | Command::Organisation(_) => Series::Incident,
            Command::Report(_) => Series::Report,
            Command::Batch(_) => Series::Batch,
        };
        let number = records::next_number(self.tx, series, now.in_zone(zone).year())?;
        Ok((zone, Context { now, zone, by: order.by, roles, number, importing: order.batch.is_some() }))
    }

    /// What an earlier order did to this record, if the order at hand undoes it.
    fn undone(&self, stream: StreamId, command: &Command) -> Result<Vec<(EventId, incident::Event)>, Fault> {
        let Command::Incident(incident::Command::Undo { order }) = command else { return Ok(Vec::new()) };
        self.done(stream, *order)
    }

    /// What an order did to an incident.
    fn done(&self, stream: StreamId, order: OrderId) -> Result<Vec<(EventId, incident::Event)>, Fault> {
        let mut events = Vec::new();
        for stored in log::read_order(self.tx, order)?.into_iter().filter(|stored| stored.stream == stream) {
            let read = codec::read(&stored)
                .map_err(|fault| Fault::Failed(Failure::Damaged { detail: fault.to_string() }))?;
            if let Read::Known { event, .. } = read
                && let Event::Incident(event) = *event
            {
                events.push((stored.id, event));
            }
        }
        Ok(events)
    }

    /// The paper of an order that issues one.
    fn paper(
        &self,
        state: Option<&State>,
        command: &Command,
        context: &Context,
    ) -> Result<Option<Paper>, Fault> {
        let Command::Report(command) = command else { return Ok(None) };
        let report = match state {
            Some(State::Report(report)) => Some(report.as_ref()),
            Some(State::Incident(_) | State::Organisation(_) | State::Batch(_)) | None => None,
        };
        papers::issue(self.tx, report, command, context.number, context.by).map(Some)
    }

    /// Puts who a person is into the directory, or erases it there: never into the log.
    fn personal(&self, data: Option<(PersonId, PersonalData)>, events: &[Event]) -> Result<(), Fault> {
        if let Some((id, PersonalData { name, email, phone })) = data {
            let given = |text: String| Some(text).filter(|text| !text.is_empty());
            let person =
                directory::PersonRecord { id, name, email: given(email), phone: given(phone), note: None };
            directory::put(self.tx, &person)?;
        }
        for event in events {
            if let Event::Organisation(organisation::Event::PersonErased { id, .. }) = event {
                directory::erase(self.tx, *id)?;
            }
        }
        Ok(())
    }
}

/// Whether the order `undo` would take back what an order did to a record.
fn undoable<'a>(
    state: Option<&State>,
    events: impl IntoIterator<Item = (EventId, &'a incident::Event)>,
) -> bool {
    match state {
        Some(State::Incident(incident)) => incident::reversible(incident, events),
        Some(State::Organisation(_) | State::Report(_) | State::Batch(_)) | None => false,
    }
}

fn personal_data(command: &Command, by: PersonId) -> Option<(PersonId, PersonalData)> {
    let Command::Organisation(command) = command else { return None };
    if let organisation::Command::Found { founder, .. } = command {
        Some((by, founder.clone()))
    } else if let organisation::Command::PutPerson { id, data: Some(data), .. } = command {
        Some((*id, data.clone()))
    } else {
        None
    }
}

/// Decides an order about a record of any noun. An order about a record of another noun finds no such record.
fn decide(
    state: Option<&State>,
    command: Command,
    undone: &[(EventId, incident::Event)],
    paper: Option<&Paper>,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Incident(command) => {
            let incident = match state {
                Some(State::Incident(incident)) => Some(incident.as_ref()),
                Some(State::Organisation(_) | State::Report(_) | State::Batch(_)) => {
                    return Err(incident::Refusal::NotRecorded.into());
                }
                None => None,
            };
            let events = incident::decide(incident, command, undone, context)?;
            Ok(events.into_iter().map(Event::Incident).collect())
        }
        Command::Organisation(command) => {
            let organisation = match state {
                Some(State::Organisation(organisation)) => Some(organisation.as_ref()),
                Some(State::Incident(_) | State::Report(_) | State::Batch(_)) | None => None,
            };
            let events = organisation::decide(organisation, command, context)?;
            Ok(events.into_iter().map(Event::Organisation).collect())
        }
        Command::Report(command) => {
            let report = match state {
                Some(State::Report(report)) => Some(report.as_ref()),
                Some(State::Incident(_) | State::Organisation(_) | State::Batch(_)) | None => None,
            };
            let events = report::decide(report, &command, paper, context)?;
            Ok(events.into_iter().map(Event::Report).collect())
        }
        Command::Batch(command) => {
            let batch = match state {
                Some(State::Batch(batch)) => Some(batch.as_ref()),
                Some(State::Incident(_) | State::Organisation(_) | State::Report(_)) | None => None,
            };
            let events = batch::decide(batch, command, context)?;
            Ok(events.into_iter().map(Event::Batch).collect())
        }
    }
}

fn number_of(state: &State) -> Option<Number> {
    match state {
        State::Incident(incident) => Some(incident.number),
        State::Report(report) => Some(report.number),
        State::Batch(batch) => Some(batch.number),
        State::Organisation(_) => None,
    }
}

/// Names what a window has to ask anew after a record changed.
fn go_stale(stale: &mut BTreeSet<String>, stream: StreamId, state: &State) {
    let views: &[&str] = match state {
        State::Incident(_) => &["home", "register", "journal", "reports"],
        State::Organisation(_) => &["organisation", "journal", "home"],
        State::Report(_) => &["reports", "journal"],
        State::Batch(_) => &["batches", "journal"],
    };
    stale.extend(views.iter().map(|view| (*view).to_owned()));
    stale.insert(format!("record:{stream}"));
}
