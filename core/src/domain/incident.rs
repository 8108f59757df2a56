//! The incident that may become an emergency: its state, folded from its events. One noun, one stream.
//! States and guards: state-machines.md; duties 1 to 24. Knows no database, no screen, no clock.

mod clocks;
mod command;
mod decide;
mod deeds;
mod durations;
mod event;
mod evolve;
mod guards;
mod inverse;
mod legal;
mod parts;
mod possible;
mod taking_back;
mod telling;
mod words;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use clocks::{Clock, ClockKind, ClockState, Ruled, Rules, clocks, ruled, said};
pub use command::{Command, Dirt, OutsideKind, TakenOver};
pub use decide::decide;
pub use deeds::{Deed, StandingDeed, standing_deeds};
pub use durations::{Duration, DurationKind, duration, durations};
pub use event::Event;
pub use evolve::{Written, evolve};
pub use guards::{Gap, Refusal, closing_gaps, needs_review, report_gaps, unless_unreviewed};
pub use inverse::{UNDONE, inverse, reversible};
pub use legal::{AuthorityNotice, LegalClock, LegalStep, LegallyClassified, legal_clocks, legal_steps};
pub use parts::*;
pub use possible::{Possible, Step, possible, unreviewed};
pub use taking_back::{NewestStep, StepTaken, newest_step};
pub use words::*;

use crate::ids::{Number, PartId, PersonId, SlaLevelId, StreamId};
use crate::time::{Day, Instant, Moment};

/// Where an incident stands. The order is the order of the published process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Phase {
    /// Erfasst.
    Reported,
    /// In Bewertung.
    InAssessment,
    /// Eskalation beantragt.
    EscalationProposed,
    /// Regulär gelöst: no emergency.
    SolvedBySupport,
    /// Notfall erklärt.
    Declared,
    /// Team gebildet.
    TeamFormed,
    /// Umfang, Auswirkung und Ursache ermittelt.
    Analysed,
    /// Wartet auf den Anbieter.
    WaitingForProvider,
    /// Eigene Wiederherstellung.
    OwnRecovery,
    /// Dienst wiederhergestellt.
    Restored,
    /// Notfall beendet.
    Ended,
    /// Nachbereitung.
    FollowUp,
    /// Bericht freigegeben.
    ReportApproved,
    /// Kunden informiert.
    CustomersInformed,
    /// Geschlossen.
    Closed,
    /// Zurückgestuft.
    Downgraded,
    /// Aus dem Register genommen.
    Withdrawn,
}

impl Phase {
    /// Declared and not yet ended: the emergency is running.
    pub const fn is_running_emergency(self) -> bool {
        matches!(
            self,
            Self::Declared
                | Self::TeamFormed
                | Self::Analysed
                | Self::WaitingForProvider
                | Self::OwnRecovery
                | Self::Restored
        )
    }

    /// Nothing more is expected to happen.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::SolvedBySupport | Self::Closed | Self::Downgraded | Self::Withdrawn)
    }
}

/// A stretch of the path that an incident took through the published process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Passed {
    /// The phase that began.
    pub phase: Phase,
    /// When it began, as far as said.
    pub at: Option<Moment>,
    /// When that was written down.
    pub recorded: Instant,
}

/// A decision on the way, with who made it and why (duties 4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Decided {
    /// The phase that the decision led to.
    pub phase: Phase,
    /// When.
    pub at: Moment,
    /// Who decided.
    pub decider: PersonId,
    /// Why.
    pub reason: String,
    /// Who was consulted before.
    pub consulted: Vec<PersonId>,
}

/// A consultation of the deployment team (duties 5).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Consulted {
    /// The line of the timeline that it wrote.
    pub id: PartId,
    /// When.
    pub at: Moment,
    /// Who was asked.
    pub person: PersonId,
    /// What they advised.
    pub advice: String,
}

/// A report that was issued about an incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReportNoted {
    /// The report's record.
    pub report: StreamId,
    /// Its number.
    pub number: String,
    /// Who approved it.
    pub approver: PersonId,
    /// When.
    pub at: Moment,
}

/// Everything that is known about one incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incident {
    /// The number that people say.
    pub number: Number,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub phase: Phase,
    /// Whether it is, or was, an emergency: declared and not downgraded.
    pub emergency: bool,
    /// Where the first notice came from.
    pub source: Source,
    /// How bad it is.
    pub severity: Option<Severity>,
    /// Its SLA level.
    pub sla_level: Option<SlaLevelId>,
    /// The named moments.
    pub milestones: BTreeMap<Milestone, Moment>,
    /// The facts in words, each with its history, newest last.
    pub facts: BTreeMap<Fact, Vec<Stated>>,
    /// Numbers of the impact.
    pub impact: ImpactFigures,
    /// The class of the cause.
    pub cause_class: Option<CauseClass>,
    /// The path so far, oldest first.
    pub path: Vec<Passed>,
    /// The steps of the process that stand, oldest first.
    pub steps_taken: Vec<StepTaken>,
    /// Other deeds that stand and can be taken back, oldest first.
    pub deeds: Vec<Deed>,
    /// Decisions, oldest first.
    pub decisions: Vec<Decided>,
    /// Consultations, oldest first.
    pub consultations: Vec<Consulted>,
    /// The disaster team, with roles that were handed over.
    pub team: Vec<RoleHeld>,
    /// The provider's case.
    pub provider: ProviderCase,
    /// What was decided under the laws, oldest first.
    pub classifications: Vec<LegallyClassified>,
    /// Notices that went to authorities, in the order in which they were written down.
    pub notified: Vec<AuthorityNotice>,
    /// The guide that was activated.
    pub guide: Option<GuideUse>,
    /// Steps of the guide.
    pub steps: Vec<RecoveryStep>,
    /// Messages to users.
    pub messages: Vec<Message>,
    /// Recommendations.
    pub recommendations: Vec<Recommendation>,
    /// Tickets.
    pub tickets: Vec<Ticket>,
    /// Evidence.
    pub evidence: Vec<Evidence>,
    /// The timeline in the order in which it was written.
    pub entries: Vec<Entry>,
    /// Whether the affected users received their reports, and how.
    pub customer_reports: Option<(CustomerReports, Moment, String)>,
    /// Reports that were issued.
    pub reports: Vec<ReportNoted>,
    /// The same record in outside sources; the first is where it came from.
    pub outside: Vec<Outside>,
    /// What it was in its source, if taken over.
    pub taken_over: Option<TakenOverFrom>,
    /// Who recorded it.
    pub recorded_by: PersonId,
    /// When it was recorded.
    pub recorded: Instant,
    /// When anything about it was last recorded.
    pub changed: Instant,
}

/// What remains to be known of a take-over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct TakenOverFrom {
    /// The batch that brought it.
    pub batch: StreamId,
    /// What it was there.
    pub kind: OutsideKind,
    /// The rule that made it an emergency.
    pub rule: Option<String>,
    /// The status word of the source.
    pub status: String,
    /// Whether the source says that it is over.
    pub over: bool,
    /// What was odd about it.
    pub dirt: Vec<Dirt>,
}

impl Incident {
    /// The text of a fact; empty when nobody stated it.
    pub fn fact(&self, fact: Fact) -> &str {
        self.facts.get(&fact).and_then(|history| history.last()).map_or("", |stated| stated.text.as_str())
    }

    /// The moment of a milestone.
    pub fn moment(&self, milestone: Milestone) -> Option<Moment> {
        self.milestones.get(&milestone).copied()
    }

    /// Who holds a role now.
    pub fn holder(&self, role: TeamRole) -> Option<&RoleHeld> {
        self.holders(role).next_back()
    }

    /// All who hold a role now.
    pub fn holders(&self, role: TeamRole) -> impl DoubleEndedIterator<Item = &RoleHeld> {
        self.team.iter().filter(move |held| held.role == role && held.until.is_none())
    }

    /// The message with this id.
    pub fn message(&self, id: PartId) -> Option<&Message> {
        self.messages.iter().find(|message| message.id == id)
    }

    /// The entry with this id.
    pub fn entry(&self, id: PartId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The phase before a withdrawal.
    pub fn phase_before_withdrawal(&self) -> Phase {
        self.path
            .iter()
            .rev()
            .map(|passed| passed.phase)
            .find(|phase| *phase != Phase::Withdrawn)
            .unwrap_or(Phase::Reported)
    }

    /// Tickets without the keyword `[Notfall]`; none are missing while this is no emergency (duties 12).
    pub fn tickets_without_keyword(&self) -> impl Iterator<Item = &Ticket> {
        self.tickets.iter().filter(|ticket| self.emergency && !ticket.keyword)
    }
}

#[cfg(test)]
mod tests;
