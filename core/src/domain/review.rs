//! A process review: its trigger, its inputs, the judgement of each step, what is decided and who approved it (duties 27 to
//! 31; report-contents.md (c); state-machines.md). One stream each. Knows no database, no screen, no clock.

mod command;
mod decide;
mod event;
mod evolve;
mod guards;
mod parts;
mod possible;
mod words;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use command::{Command, named, needed};
pub use decide::decide;
pub use event::Event;
pub use evolve::evolve;
pub use guards::{Gap, Refusal, gaps};
pub use parts::*;
pub use possible::{Possible, possible};
pub use words::*;

use super::incident::{self, Incident, Milestone};
use super::policy::{Policy, RuleKind};
use crate::ids::{Number, PartId, PersonId, StreamId, TeamId};
use crate::time::{Day, Instant, Moment, Zone};

/// A stretch of the path that a review took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewPassed")]
#[schemars(rename = "ReviewPassed")]
pub struct Passed {
    /// The phase that began.
    pub phase: Phase,
    /// When it began, as far as said.
    pub at: Option<Moment>,
    /// Who wrote it down.
    pub by: PersonId,
    /// When that was written down.
    pub recorded: Instant,
    /// Why, where a reason was given.
    pub reason: String,
    /// The version that it is about.
    pub version: u32,
}

/// What a review says: all of it is frozen when it is approved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewContent")]
#[schemars(rename = "ReviewContent")]
pub struct Content {
    /// Who leads it.
    pub lead: Option<PersonId>,
    /// The time that it looks at; none before it is prepared.
    pub period: Option<Period>,
    /// Until when inputs were gathered.
    pub gathered: Option<Instant>,
    /// Who was invited.
    pub participants: Vec<Participant>,
    /// The inputs with what became of them.
    pub items: Vec<Item>,
    /// The steps that were judged.
    pub judgements: BTreeMap<Step, Judged>,
    /// What was stated in words.
    pub texts: BTreeMap<Topic, Stated>,
    /// Deficiencies, also those that were dropped.
    pub deficiencies: Vec<Deficiency>,
    /// Accepted risks.
    pub risks: Vec<Risk>,
    /// The teams to inform; none as long as nobody named them.
    pub teams: Option<Teams>,
    /// The day of the next review.
    pub next: Option<Day>,
    /// What it came to.
    pub conclusion: Option<Conclusion>,
}

/// A version that was approved; nothing in it changes any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewVersion")]
#[schemars(rename = "ReviewVersion")]
pub struct Version {
    /// Counted from 1.
    pub version: u32,
    /// Why it was made; empty for the first.
    pub reason: String,
    /// What it says.
    pub content: Content,
    /// When it was approved.
    pub approved: Moment,
    /// Who approved it.
    pub approver: PersonId,
    /// Whether that was the person who led it, because nobody else takes part.
    pub alone: bool,
    /// When the approval was written down.
    pub recorded: Instant,
    /// The teams that were informed of it.
    pub informed: Vec<Informed>,
}

/// That a review was put off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutOff {
    /// The day for which it had been planned.
    pub was: Day,
    /// Who put it off.
    pub by: PersonId,
    /// Why.
    pub reason: String,
}

/// A process review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// The number that people say.
    pub number: Number,
    /// What it is held for.
    pub trigger: Trigger,
    /// Where it stands.
    pub phase: Phase,
    /// For which day it is planned.
    pub planned: Day,
    /// Each time that it was put off, oldest first.
    pub put_off: Vec<PutOff>,
    /// The day on which it was first planned.
    pub opened: Day,
    /// The version that is worked on or stands, counted from 1.
    pub version: u32,
    /// Why that version is made; empty for the first.
    pub reason: String,
    /// What that version says.
    pub content: Content,
    /// Everybody who led it since it was prepared: none of them approves it.
    pub led: BTreeSet<PersonId>,
    /// The versions that were approved, oldest first.
    pub versions: Vec<Version>,
    /// The path so far, oldest first.
    pub path: Vec<Passed>,
    /// The reports that were issued about it, oldest first.
    pub reports: Vec<ReportNoted>,
    /// Who planned it; the program, where it followed from something, bears the name of whoever did that.
    pub recorded_by: PersonId,
    /// When it was planned.
    pub recorded: Instant,
    /// When anything about it was last recorded.
    pub changed: Instant,
    /// Where it stood when the new version was begun.
    before_revision: Option<Phase>,
}

impl Review {
    /// The rule that makes it a duty and the day from which its term counts; none for a review on demand.
    pub const fn base(&self) -> Option<(RuleKind, Day)> {
        match self.trigger {
            Trigger::AfterEmergency { ended, .. } => Some((RuleKind::ReviewAfterEmergency, ended)),
            Trigger::Periodic { after: Some(after) } => Some((RuleKind::ReviewPeriodic, after)),
            // Nothing was ever approved: the term counts from the day on which somebody first thought of it.
            Trigger::Periodic { after: None } => Some((RuleKind::ReviewPeriodic, self.opened)),
            Trigger::OnDemand { .. } => None,
        }
    }

    /// The last day on which its duty is kept; none where no rule binds it.
    pub fn due(&self, policy: &Policy) -> Option<Day> {
        let (kind, base) = self.base()?;
        policy.due(kind, base)
    }

    /// The day on which it was first approved, as it was said.
    pub fn approved_on(&self) -> Option<Day> {
        self.versions.first().map(|first| Day::at(first.approved.at, first.approved.zone))
    }

    /// Nobody has worked on it yet: gathering the inputs alone is the program's work.
    pub fn is_untouched(&self) -> bool {
        self.phase == Phase::Planned || (self.phase == Phase::Prepared && self.content.texts.is_empty())
    }

    /// Who leads it now.
    pub const fn lead(&self) -> Option<PersonId> {
        self.content.lead
    }

    /// The report of the version that stands is issued.
    pub fn is_reported(&self) -> bool {
        let stands = self.approved().map(|version| version.version);
        self.reports.iter().any(|report| Some(report.version) == stands)
    }

    /// The newest approved version.
    pub fn approved(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// The teams that were informed of the version that stands.
    pub fn informed(&self) -> &[Informed] {
        self.versions.last().map_or(&[], |version| version.informed.as_slice())
    }

    /// The teams that the approved version names and nobody has informed yet.
    pub fn uninformed(&self) -> Vec<TeamId> {
        let Some(version) = self.versions.last() else { return Vec::new() };
        let knows = |team: &&TeamId| !version.informed.iter().any(|informed| informed.team == **team);
        version.content.teams.iter().flat_map(|named| &named.teams).filter(knows).copied().collect()
    }
}

impl Content {
    /// What was stated about a topic; empty when nothing was.
    pub fn text(&self, topic: Topic) -> &str {
        self.texts.get(&topic).map_or("", |stated| stated.text.as_str())
    }

    /// The item or deficiency with this id: what it is called, and what was decided of it.
    pub fn decidable(&self, id: PartId) -> Option<(&str, Option<&Decided>)> {
        let item = self.items.iter().find(|item| item.input.id == id);
        let deficiency = || self.deficiencies.iter().find(|held| held.id == id && held.dropped.is_none());
        item.map(|item| (item.input.title.as_str(), item.decided.as_ref()))
            .or_else(|| deficiency().map(|held| (held.text.as_str(), held.decided.as_ref())))
    }

    /// What was decided of items and deficiencies.
    pub fn decisions(&self) -> impl Iterator<Item = &Decided> {
        let standing = self.deficiencies.iter().filter(|held| held.dropped.is_none());
        let items = self.items.iter().filter_map(|item| item.decided.as_ref());
        items.chain(standing.filter_map(|held| held.decided.as_ref()))
    }

    /// How many of them ended in a change request.
    pub fn changes(&self) -> usize {
        self.decisions().filter(|decided| matches!(decided.decision, Decision::Change { .. })).count()
    }

    /// How many items and deficiencies wait for a decision.
    pub fn undecided(&self) -> usize {
        let standing = self.deficiencies.iter().filter(|held| held.dropped.is_none());
        self.items.iter().filter(|item| item.decided.is_none()).count()
            + standing.filter(|held| held.decided.is_none()).count()
    }
}

/// What the program knows of other records when it carries out an order about a review; never said by the sender.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// The inputs as they stand now, with the first and last day of the time that they come from.
    pub inputs: Option<(Period, Vec<Input>)>,
    /// The emergency that the review is, or would be, held for.
    pub emergency: Option<Ended>,
    /// The number of another open review that is held for the same.
    pub other: Option<String>,
    /// The review that was approved last.
    pub last: Option<Last>,
}

/// An emergency as its review has to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// Its number.
    pub number: String,
    /// The day on which it ended; none while it runs, and when it is none any more.
    pub on: Option<Day>,
}

impl Ended {
    /// What a review has to know of an incident.
    pub fn of(incident: &Incident, zone: Zone) -> Self {
        let over = matches!(
            incident.phase,
            incident::Phase::Ended
                | incident::Phase::FollowUp
                | incident::Phase::ReportApproved
                | incident::Phase::CustomersInformed
                | incident::Phase::Closed
        );
        let said = [Milestone::Ended, Milestone::Restored, Milestone::Closed];
        let said = said.into_iter().find_map(|milestone| incident.moment(milestone));
        let at = said.map_or(incident.changed, |moment| moment.at);
        let on = (incident.emergency && over).then(|| Day::at(at, zone));
        Self { number: incident.number.to_string(), on }
    }
}

/// The review that was approved last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Last {
    /// Its number.
    pub number: String,
    /// The day of its approval.
    pub approved: Day,
    /// The day that it set for the next one.
    pub next: Option<Day>,
}

#[cfg(test)]
mod tests;
