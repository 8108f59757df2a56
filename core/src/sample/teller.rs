//! Tells a story by orders: moments counted back from now, sentences from the locales, ids that sort by their time.

use chrono::{NaiveTime, TimeDelta};

use super::Cast;
use crate::app::{Answer, App, Committed, Entropy, Failure, Fault, Order, Question};
use crate::domain::Command;
use crate::domain::organisation::{Language, Team};
use crate::domain::report::{Command as Paper, Confidentiality, Imprint, ReportKind};
use crate::domain::{incident, notice};
use crate::founding::Founding;
use crate::ids::{OrderId, PartId, PersonId, RecordRef, StreamId};
use crate::time::{Day, Instant, Length, Moment, Zone};
use crate::words::Words;

/// Minutes after which what happened is written down.
const WRITTEN_DOWN: Length = Length::minutes(2);

/// Who tells, to which workspace, in which language.
pub struct Teller<'a> {
    app: &'a App,
    chance: &'a dyn Entropy,
    language: Language,
    words: &'static Words,
    zone: Zone,
    by: PersonId,
    now: Instant,
}

impl<'a> Teller<'a> {
    /// Tells to `app` in the language and zone of its founding, up to `now`.
    pub fn new(
        app: &'a App,
        founding: &Founding,
        chance: &'a dyn Entropy,
        by: PersonId,
        now: Instant,
    ) -> Self {
        let words = match founding.language {
            Language::De => Words::german(),
            Language::En => Words::english(),
        };
        Self { app, chance, language: founding.language, words, zone: founding.zone, by, now }
    }

    /// The sentence `sample-` and the name.
    pub fn say(&self, name: &str) -> String {
        self.words.say(&format!("sample-{name}"), &[])
    }

    /// A new id.
    pub fn id(&self) -> uuid::Uuid {
        self.chance.id(self.now)
    }

    /// A new id of a part.
    pub fn part(&self) -> PartId {
        PartId(self.id())
    }

    /// So many days ago at this time of the day in the zone of the organisation.
    ///
    /// # Errors
    /// When the clock of that day never showed this time, which it does at noon of every zone.
    pub fn past(&self, days: i64, time: &str) -> Result<Moment, Fault> {
        let told = |detail: String| Fault::Failed(Failure::Unexpected { detail });
        let time = NaiveTime::parse_from_str(time, "%H:%M").map_err(|error| told(error.to_string()))?;
        let day = self.now.in_zone(self.zone).date_naive() - TimeDelta::days(days);
        let at = self.zone.instant(day.and_time(time), false).map_err(|fault| told(fault.to_string()))?;
        Ok(Moment::exact(at, self.zone))
    }

    /// The day so many days ago; ahead when negative.
    pub fn day(&self, days: i64) -> Result<Day, Fault> {
        let noon = self.past(days, "12:00")?;
        Ok(Day::at(noon.at, noon.zone))
    }

    /// Issues the report of a record by `by`.
    pub fn issue(
        &self,
        cast: &Cast,
        by: PersonId,
        (kind, about): (ReportKind, StreamId),
        at: Moment,
    ) -> Result<(), Fault> {
        let imprint = Imprint {
            author: Some(cast.process),
            reviewer: Some(cast.deployment),
            confidentiality: Some(Confidentiality::Internal),
            distribution: self.say("report-distribution"),
            changes: String::new(),
        };
        let (language, approver) = (self.language, cast.management);
        let issue = Paper::Issue { kind, about, language, approver, imprint };
        self.order_by(by, None, Command::Report(issue), at).map(|_| ())
    }

    /// So many minutes before now; after now when negative.
    pub fn minutes_ago(&self, minutes: i64) -> Moment {
        Moment::exact(self.now.plus(Length::minutes(-minutes)), self.zone)
    }

    /// Gives an order that is written down shortly after `at`.
    ///
    /// # Errors
    /// The refusal of a rule, or a failure of the world.
    pub fn order(&self, record: Option<StreamId>, command: Command, at: Moment) -> Result<Committed, Fault> {
        self.order_by(self.by, record, command, at)
    }

    /// The same, given by somebody else.
    ///
    /// # Errors
    /// As [`Self::order`].
    pub fn order_by(
        &self,
        by: PersonId,
        record: Option<StreamId>,
        command: Command,
        at: Moment,
    ) -> Result<Committed, Fault> {
        let record = record.map(RecordRef::Id);
        let order = Order { id: OrderId(self.id()), by, record, command, batch: None };
        self.app.execute(&order, at.at.plus(WRITTEN_DOWN).min(self.now))
    }

    /// Gives an order about an incident.
    ///
    /// # Errors
    /// As [`Self::order`].
    pub fn tell(&self, record: StreamId, at: Moment, command: incident::Command) -> Result<(), Fault> {
        self.order(Some(record), Command::Incident(command), at).map(|_| ())
    }
}

impl Teller<'_> {
    /// The open recommendations of an incident.
    ///
    /// # Errors
    /// A failure of the world.
    pub fn open_actions(&self, record: StreamId) -> Result<Vec<PartId>, Fault> {
        let question = Question::Incident { record: RecordRef::Id(record) };
        let Answer::Incident(view) = self.app.query(&question, self.now)? else { return Ok(Vec::new()) };
        let open = |r: &&incident::Recommendation| r.state == incident::RecommendationState::Open;
        Ok(view.recommendations.iter().filter(open).map(|r| r.id).collect())
    }

    /// The teams of the organisation.
    ///
    /// # Errors
    /// A failure of the world.
    pub fn teams(&self) -> Result<Vec<Team>, Fault> {
        let answer = self.app.query(&Question::Organisation {}, self.now)?;
        let Answer::Organisation(view) = answer else { return Ok(Vec::new()) };
        Ok(view.teams)
    }

    /// The notices about a record that still ask.
    ///
    /// # Errors
    /// A failure of the world.
    pub fn open_notices(&self, about: StreamId) -> Result<Vec<StreamId>, Fault> {
        let question = Question::Notices(Box::default());
        let Answer::Notices(page) = self.app.query(&question, self.now)? else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for row in page.items.into_iter().filter(|row| row.phase == notice::Phase::Open) {
            let question = Question::Notice { record: RecordRef::Id(row.id), by: None };
            if let Answer::Notice(view) = self.app.query(&question, self.now)?
                && view.subject.record == Some(about)
            {
                found.push(row.id);
            }
        }
        Ok(found)
    }

    /// The review that follows an emergency.
    ///
    /// # Errors
    /// A failure of the world.
    pub fn review_after(&self, incident: StreamId) -> Result<Option<StreamId>, Fault> {
        let question = Question::Incident { record: RecordRef::Id(incident) };
        let Answer::Incident(view) = self.app.query(&question, self.now)? else { return Ok(None) };
        let number = view.review.and_then(|review| review.number.parse().ok());
        let Some(number) = number else { return Ok(None) };
        let question = Question::Review { record: RecordRef::Number(number), by: None };
        let Answer::Review(view) = self.app.query(&question, self.now)? else { return Ok(None) };
        Ok(Some(view.id))
    }

    /// What a review has to decide about.
    ///
    /// # Errors
    /// A failure of the world.
    pub fn items_of(&self, review: StreamId) -> Result<Vec<PartId>, Fault> {
        let question = Question::Review { record: RecordRef::Id(review), by: None };
        let Answer::Review(view) = self.app.query(&question, self.now)? else { return Ok(Vec::new()) };
        Ok(view.content.items.into_iter().map(|item| item.input.id).collect())
    }
}
