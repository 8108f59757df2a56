//! What orders about notices and what follows from them have to know of other records. Knows no rule.

use super::{Fault, Run};
use crate::domain::{Command, Context, Event, State, guide, notice};
use crate::ids::StreamId;
use crate::queries;

impl Run<'_> {
    /// What an announcement has to know: what a record has to tell, and whom it asks.
    pub(super) fn told(
        &mut self,
        command: &notice::Command,
        context: &Context,
    ) -> Result<notice::Given, Fault> {
        let mut given = notice::Given::default();
        let (teams, who) = match command {
            notice::Command::Announce { teams, who, .. } => (teams.clone(), *who),
            notice::Command::AnnounceRecord { about } => {
                given.about = self.about(*about, context)?;
                let Some(about) = &given.about else { return Ok(given) };
                given.told = queries::notice::telling(self.tx, &about.subject)?;
                (about.teams.clone(), about.who)
            }
            notice::Command::Receive { .. }
            | notice::Command::TakeAcknowledgements { .. }
            | notice::Command::RecordSending { .. }
            | notice::Command::Acknowledge { .. }
            | notice::Command::TakeBack { .. }
            | notice::Command::AskAlso { .. }
            | notice::Command::Excuse { .. }
            | notice::Command::Supersede { .. }
            | notice::Command::Withdraw { .. } => return Ok(given),
        };
        if let Some(organisation) = self.organisation()? {
            given.expected = notice::asked(organisation, &teams, who);
        }
        Ok(given)
    }

    /// The notices that an event takes the place of: those about the same record that still ask; and the one that takes its own
    /// place, because it is newer than what the event took in.
    pub(super) fn told_before(
        &self,
        stream: StreamId,
        event: &Event,
    ) -> Result<(Vec<StreamId>, Option<StreamId>), Fault> {
        if let Event::Notice(notice::Event::Received { outside, subject, .. }) = event {
            let copies = |record| queries::notice::copies_about(self.tx, record, subject.version, stream);
            return Ok(outside.record.map(copies).transpose()?.unwrap_or_default());
        }
        if let Event::Guide(guide::Event::Discarded { version, .. }) = event {
            let told = queries::notice::open_about_version(self.tx, stream, *version)?;
            return Ok((told, None));
        }
        let about = if let Event::Notice(notice::Event::Announced { subject, .. }) = event {
            subject.record
        } else {
            Some(stream)
        };
        let open = about.map(|about| queries::notice::open_about(self.tx, about, stream)).transpose()?;
        Ok((open.unwrap_or_default(), None))
    }

    /// What a record has to tell to teams now.
    pub(super) fn about(
        &mut self,
        record: StreamId,
        context: &Context,
    ) -> Result<Option<notice::About>, Fault> {
        let Some(organisation) = self.organisation()? else { return Ok(None) };
        let language = organisation.language;
        let state = self.known(record)?;
        Ok(state.and_then(|state| notice::about(record, &state, language, context.policy.asked)))
    }

    /// The orders that follow from what was acknowledged, after the record or its notice changed.
    pub(super) fn informed(
        &mut self,
        stream: StreamId,
        context: &Context,
    ) -> Result<Vec<(StreamId, Command)>, Fault> {
        let notice = match self.known(stream)? {
            Some(State::Notice(notice)) => Some(*notice),
            Some(_) => match queries::notice::acknowledged_about(self.tx, stream)? {
                Some(notice) => self.known(notice)?.and_then(State::into_notice),
                None => None,
            },
            None => None,
        };
        let Some((notice, record)) = notice.and_then(|notice| Some((notice.clone(), notice.subject.record?)))
        else {
            return Ok(Vec::new());
        };
        let Some(state) = self.known(record)? else { return Ok(Vec::new()) };
        let Some(organisation) = self.organisation()? else { return Ok(Vec::new()) };
        let orders = notice::informs(&notice, &state, organisation, context);
        Ok(orders.into_iter().map(|order| (record, order)).collect())
    }

    /// The state of a record, left where it is remembered.
    fn known(&mut self, stream: StreamId) -> Result<Option<State>, Fault> {
        let (version, state) = self.load(stream)?;
        if let Some(state) = &state {
            self.memory.put(stream, version, state.clone());
        }
        Ok(state)
    }
}
