//! One order inside a transaction: load, decide, append, project, follow up.

mod nouns;
mod told;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::Datelike;
use rusqlite::Transaction;

use nouns::{decide, go_stale, number_of, personal_data, undoable};

use super::memory::Memory;
use super::papers;
use super::{Committed, Entropy, Failure, Fault, Happened, Order, chance};
use crate::domain::organisation::{self, Organisation, PersonalData};
use crate::domain::policy::{self, Policy};
use crate::domain::report::Paper;
use crate::domain::{
    self, Command, Context, Event, State, drill, finding, guide, incident, known, notice, plan, reminder,
    review, rights,
};
use crate::follow_ups::{self, Around};
use crate::ids::{EventId, Number, OrderId, PartId, PersonId, RecordRef, Series, StreamId};
use crate::log::codec::{self, Read};
use crate::log::{self, By, NewEvent, Stored, directory};
use crate::projections::{self, Counts, Told, promises, records};
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

/// What the program adds to an order from other records.
#[derive(Default)]
struct Supplied {
    /// What an earlier order did, if this one undoes it.
    undone: Vec<(EventId, incident::Event)>,
    /// The paper, of an order that issues one.
    paper: Option<Paper>,
    /// What an order about a review has to know.
    given: review::Given,
    /// The emergency that is to be closed lacks the review that has to follow.
    unreviewed: bool,
    /// The other record that an order about a finding points to.
    cited: Option<State>,
    /// The action plan that an order about a test looks into.
    plan: Option<plan::Plan>,
    /// What an order about a notice has to know.
    told: notice::Given,
    /// How the reminders stand that an order names.
    standing: reminder::Given,
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
            (Command::Policy(_), _) => Ok(policy::STREAM),
            (Command::Reminder(_), _) => Ok(reminder::stream(order.by)),
            (_, Some(RecordRef::Id(id))) => Ok(id),
            (_, Some(record @ RecordRef::Number(_))) => Ok(queries::resolve(self.tx, record)?),
            (_, None) => Ok(StreamId(self.entropy.id(self.now))),
        }
    }

    fn decide_and_write(&mut self, order: &Order, stream: StreamId) -> Result<Written, Fault> {
        let context = self.context(order)?;
        rights::may(&order.command, &context.roles).map_err(|refusal| Fault::Refused(refusal.into()))?;
        if let Some(organisation) = self.organisation()? {
            known::all(&order.command, organisation).map_err(|refusal| Fault::Refused(refusal.into()))?;
        }
        if let Command::Incident(incident::Command::JoinOutside(outside)) = &order.command {
            let holder = queries::register::holder(self.tx, outside, stream)?;
            known::not_taken(holder).map_err(|refusal| Fault::Refused(refusal.into()))?;
        }
        if let Command::Guide(command) = &order.command
            && let Some(title) = guide::titled(command)
        {
            let holder = queries::guide::holder(self.tx, title, stream)?;
            guide::not_titled(holder).map_err(|refusal| Fault::Refused(refusal.into()))?;
        }
        let mut written =
            Written { stream, number: None, happened: Vec::new(), undoable: false, stale: BTreeSet::new() };
        let events = self.one(order, stream, order.command.clone(), &context, &mut written)?;
        for (event, recorded) in events {
            let around = self.around(stream, &event, &context)?;
            for (further, command) in follow_ups::after(stream, &event, recorded, &context, &around) {
                let number = self.number(&command, &context)?;
                self.one(order, further, command, &Context { number, ..context.clone() }, &mut written)?;
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
        let supplied = self.supplied(stream, state.as_ref(), &command, context)?;
        let events = decide(state.as_ref(), command, &supplied, context).map_err(Fault::Refused)?;
        let spelt: Vec<_> = events.iter().map(|event| self.spelt(stream, event, order.batch)).collect();
        let actor = order.by.to_string();
        let by = By { order: order.id, actor: &actor, recorded: self.now };
        let stored = log::append(self.tx, &by, stream, version, spelt)?;
        let mut told = Told::new(version);
        for (event, stored) in events.iter().zip(&stored) {
            state = domain::evolve(state, event, &projections::written(stored));
            if let Some(state) = &state {
                told.hear(stream, state, stored.recorded);
            }
        }
        promises::store(self.tx, stream, told)?;
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
                let done = stored.iter().zip(&events);
                let done = done.filter_map(|(stored, event)| Some((stored.id, event.incident()?)));
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
        Ok(self.memory.look(organisation::STREAM).and_then(State::organisation))
    }

    fn policy(&mut self) -> Result<Arc<Policy>, Fault> {
        if self.memory.look(policy::STREAM).is_none() {
            let (version, state) = self.load(policy::STREAM)?;
            // What nobody set is known as well, so that the log is not asked for it at every order.
            let state = state.unwrap_or_else(|| State::Policy(Box::default()));
            self.memory.put(policy::STREAM, version, state);
        }
        let known = self.memory.look(policy::STREAM).and_then(State::policy);
        Ok(known.cloned().map(Arc::new).unwrap_or_default())
    }

    fn context(&mut self, order: &Order) -> Result<Context, Fault> {
        let now = self.now;
        let organisation = self.organisation()?;
        let zone = organisation.map_or(Zone::UTC, |organisation| organisation.zone);
        let roles = organisation.map(|organisation| organisation.roles(order.by)).unwrap_or_default();
        let taking_part = organisation.map_or(0, Organisation::taking_part);
        let policy = self.policy()?;
        let context = Context {
            now,
            zone,
            by: order.by,
            roles,
            number: Number { series: Series::Incident, year: 0, count: 0 },
            importing: order.batch.is_some(),
            alone: policy.waives_second_person(taking_part),
            policy,
        };
        let number = self.number(&order.command, &context)?;
        Ok(Context { number, ..context })
    }

    /// The number that a record would get which the order makes.
    fn number(&self, command: &Command, context: &Context) -> Result<Number, Fault> {
        let series = match command {
            Command::Incident(_) | Command::Organisation(_) | Command::Policy(_) | Command::Reminder(_) => {
                Series::Incident
            }
            Command::Report(_) => Series::Report,
            Command::Batch(_) => Series::Batch,
            Command::Review(_) => Series::Review,
            Command::Change(_) => Series::Change,
            Command::Finding(_) => Series::Finding,
            Command::Plan(_) => Series::Plan,
            Command::Drill(_) => Series::Drill,
            Command::Guide(_) => Series::Guide,
            Command::Notice(_) => Series::Notice,
        };
        Ok(records::next_number(self.tx, series, context.now.in_zone(context.zone).year())?)
    }

    /// What follow-ups of an event have to know of other records.
    fn around(&mut self, stream: StreamId, event: &Event, context: &Context) -> Result<Around, Fault> {
        let mut around = Around::default();
        if follow_ups::concerns_reviews(event) {
            let review = queries::review::of_emergency(self.tx, stream)?;
            around.fresh = Some(StreamId(self.entropy.id(self.now)));
            around.review = review.map(|held| (held.review, held.phase));
            around.periodic = queries::review::open_periodic(self.tx, stream)?.map(|held| held.review);
            around.analysed = queries::review::looked_at(self.tx, stream)?;
        }
        if follow_ups::concerns_notices(event) {
            (around.open_notices, around.newer_notice) = self.told_before(stream, event)?;
            if self.about(stream, context)?.is_some() {
                around.notice = Some(StreamId(self.entropy.id(self.now)));
            }
        }
        if follow_ups::informs(event) {
            around.informed = self.informed(stream, context)?;
        }
        Ok(around)
    }

    /// What the program adds to an order from other records.
    fn supplied(
        &mut self,
        stream: StreamId,
        state: Option<&State>,
        command: &Command,
        context: &Context,
    ) -> Result<Supplied, Fault> {
        let mut supplied = Supplied {
            undone: self.undone(stream, command)?,
            paper: self.paper(state, command, context)?,
            cited: self.cited(stream, command)?,
            plan: self.plan(state, command)?,
            ..Supplied::default()
        };
        if let Command::Review(command) = command {
            let held = (stream, state.and_then(State::review));
            let mut id = || PartId(self.entropy.id(self.now));
            supplied.given = queries::review_inputs::given(self.tx, held, command, context, &mut id)?;
        }
        if let Command::Notice(command) = command {
            supplied.told = self.told(command, context)?;
        }
        if let Command::Reminder(command) = command {
            let named = reminder::named(command);
            supplied.standing = queries::reminders::standing(self.tx, context.by, named, context.now)?;
        }
        if let (Command::Incident(incident::Command::Close { .. }), Some(State::Incident(incident))) =
            (command, state)
        {
            supplied.unreviewed =
                incident::needs_review(incident) && queries::review::following(self.tx, stream)?.is_none();
        }
        Ok(supplied)
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
            if let Read::Known { event, .. } = read {
                events.extend(event.into_incident().map(|event| (stored.id, event)));
            }
        }
        Ok(events)
    }

    /// The other record that an order about a finding points to. What a finding carries on already is refused here, where
    /// all findings are known.
    fn cited(&self, stream: StreamId, command: &Command) -> Result<Option<State>, Fault> {
        let Command::Finding(command) = command else { return Ok(None) };
        if let finding::Command::Raise { origin, .. } = command {
            let holder = queries::finding::holder(self.tx, *origin, stream)?;
            finding::not_raised(holder).map_err(|refusal| Fault::Refused(refusal.into()))?;
        }
        let Some(record) = finding::cites(command) else { return Ok(None) };
        Ok(queries::state(self.tx, record)?.map(|(state, _)| state))
    }

    /// The action plan that an order about a test looks into.
    fn plan(&self, state: Option<&State>, command: &Command) -> Result<Option<plan::Plan>, Fault> {
        let Command::Drill(command) = command else { return Ok(None) };
        let Some(record) = drill::plan_needed(state.and_then(State::drill), command) else { return Ok(None) };
        Ok(queries::state(self.tx, record)?.and_then(|(state, _)| state.into_plan()))
    }

    /// The paper of an order that issues one.
    fn paper(
        &self,
        state: Option<&State>,
        command: &Command,
        context: &Context,
    ) -> Result<Option<Paper>, Fault> {
        let Command::Report(command) = command else { return Ok(None) };
        let report = state.and_then(State::report);
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
