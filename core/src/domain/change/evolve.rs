//! What the events of a change request fold into. Holds no rule.

use std::collections::BTreeSet;

use super::facts::{
    Answer, AnswerKept, Answered, Approval, Check, Deferral, Delegation, EffectCheck, Implementation,
    Informed, NewVersion, Plan, Reached, RiskAccepted, Stopped, Way,
};
use super::text::{Outside, Text};
use super::{Event, Origin, Phase};
use crate::domain::incident::Written;
use crate::ids::{Number, PersonId};
use crate::time::{Day, Instant};

/// A change request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The number that people say.
    pub number: Number,
    /// What it comes from.
    pub origin: Origin,
    /// Where it comes from, when another workspace handed it over.
    pub outside: Option<Outside>,
    /// Where it stands.
    pub phase: Phase,
    /// Every phase that it entered, in order.
    pub reached: Vec<Reached>,
    /// What it says.
    pub text: Text,
    /// Who opened it.
    pub opened_by: PersonId,
    /// Who wrote its text.
    pub authors: BTreeSet<PersonId>,
    /// What the assessment found, newest last.
    pub assessments: Vec<String>,
    /// Decisions, newest last.
    pub approvals: Vec<Approval>,
    /// Whether the newest decision approved it and nobody gave it back since.
    pub approved: bool,
    /// What teams were asked, newest last.
    pub delegations: Vec<Delegation>,
    /// Answers that came too late or twice.
    pub kept: Vec<AnswerKept>,
    /// The days on which it was to be done, newest last.
    pub plans: Vec<Plan>,
    /// When work began.
    pub started: Option<Day>,
    /// Whether work began before it was approved.
    pub unapproved: bool,
    /// What was done, newest last.
    pub implementations: Vec<Implementation>,
    /// What others found, newest last.
    pub checks: Vec<Check>,
    /// Whether it does what it was wanted for, newest last.
    pub effects: Vec<EffectCheck>,
    /// New versions of documents.
    pub versions: Vec<NewVersion>,
    /// Teams that know.
    pub informed: Vec<Informed>,
    /// Risks that somebody lives with for a while.
    pub risks: Vec<RiskAccepted>,
    /// Every wait for a day; the newest holds while it is deferred.
    pub deferrals: Vec<Deferral>,
    /// How it ended.
    pub stopped: Option<Stopped>,
    /// When it was opened.
    pub recorded: Instant,
    /// When anything happened to it last.
    pub changed: Instant,
}

impl Change {
    /// What the team was asked last.
    pub fn delegation(&self) -> Option<&Delegation> {
        self.delegations.last()
    }

    /// Everyone who did it.
    pub fn implementers(&self) -> BTreeSet<PersonId> {
        self.implementations.iter().flat_map(|done| [done.implementer, done.by]).collect()
    }

    /// The version of what teams are told: how often it was approved.
    pub fn version(&self) -> u32 {
        let approvals = self.approvals.iter().filter(|decided| decided.approved).count();
        u32::try_from(approvals).unwrap_or(u32::MAX)
    }

    /// Whether the newest decision declined it.
    pub fn declined(&self) -> bool {
        self.approvals.last().is_some_and(|decided| !decided.approved)
    }

    /// Where it stands among the columns of a board: while it waits or after it was cancelled, where it stood before.
    pub fn stands(&self) -> Phase {
        let last = match &self.stopped {
            Some(stopped) if self.phase == Phase::Cancelled => stopped.from,
            Some(_) | None => self.phase,
        };
        match self.deferrals.last() {
            Some(deferral) if last == Phase::Deferred => deferral.from,
            Some(_) | None => last,
        }
    }

    /// Until when it is to be done.
    pub fn due(&self) -> Option<Day> {
        let planned = self.plans.last().map(|plan| plan.end);
        self.delegation().map(Delegation::due).or(planned)
    }

    /// Who is to act: the person in the team that was asked, else who opened it.
    pub fn owner(&self) -> PersonId {
        let done = self.implementations.last().map(|done| done.implementer);
        self.delegation().and_then(|asked| asked.person).or(done).unwrap_or(self.opened_by)
    }

    fn enter(&mut self, phase: Phase, on: Option<Day>, written: &Written) {
        self.phase = phase;
        self.reached.push(Reached { phase, on, recorded: written.recorded, by: written.by });
    }

    fn begin(number: Number, origin: Origin, text: Text, written: &Written) -> Self {
        let &Written { by, recorded, .. } = written;
        Self {
            number,
            origin,
            outside: None,
            phase: Phase::Draft,
            reached: Vec::new(),
            text,
            opened_by: by,
            authors: BTreeSet::new(),
            assessments: Vec::new(),
            approvals: Vec::new(),
            approved: false,
            delegations: Vec::new(),
            kept: Vec::new(),
            plans: Vec::new(),
            started: None,
            unapproved: false,
            implementations: Vec::new(),
            checks: Vec::new(),
            effects: Vec::new(),
            versions: Vec::new(),
            informed: Vec::new(),
            risks: Vec::new(),
            deferrals: Vec::new(),
            stopped: None,
            recorded,
            changed: recorded,
        }
    }
}

/// The state after an event. The first event of a stream makes it; an event that fits to nothing changes nothing.
pub fn evolve(change: Option<Change>, event: &Event, written: &Written) -> Option<Change> {
    match (change, event) {
        (None, Event::Drafted { number, origin, title, wanted }) => {
            let text = Text { title: title.clone(), wanted: wanted.clone(), ..Text::default() };
            let mut change = Change::begin(*number, *origin, text, written);
            change.authors.insert(written.by);
            change.enter(Phase::Draft, None, written);
            Some(change)
        }
        (None, Event::Received { number, outside, text, asked, note }) => {
            let mut change = Change::begin(*number, Origin::Outside, (**text).clone(), written);
            change.delegations.push(Delegation {
                id: outside.package,
                team: None,
                person: None,
                organisation: outside.organisation.clone(),
                asked: *asked,
                note: note.clone(),
                by: written.by,
                recorded: written.recorded,
                answered: None,
            });
            change.outside = Some(outside.clone());
            change.enter(Phase::Delegated, None, written);
            Some(change)
        }
        (None, _) => None,
        (Some(mut change), event) => {
            change.changed = written.recorded;
            before_work(&mut change, event, written);
            since_work(&mut change, event, written);
            Some(change)
        }
    }
}

/// What happens until work begins.
#[allow(clippy::wildcard_enum_match_arm)] // The rest is the matter of `since_work`.
fn before_work(change: &mut Change, event: &Event, written: &Written) {
    let &Written { by, recorded, .. } = written;
    match event {
        Event::Described(text) => {
            change.text = (**text).clone();
            change.authors.insert(by);
        }
        Event::Submitted {} => change.enter(Phase::Submitted, None, written),
        Event::Assessed { note } => {
            change.assessments.push(note.clone());
            change.enter(Phase::Assessed, None, written);
        }
        Event::Decided { id, approved, comment, alone } => {
            let (approved, comment, alone) = (*approved, comment.clone(), *alone);
            change.approvals.push(Approval { id: *id, approved, comment, by, recorded, alone });
            change.approved = approved;
            // What began as an emergency goes on where it is, unless it is declined before anybody worked on it.
            if change.phase < Phase::Approved || (!approved && change.phase < Phase::InProgress) {
                change.enter(if approved { Phase::Approved } else { Phase::Draft }, None, written);
            }
        }
        Event::Delegated { id, team, person, organisation, asked, note } => {
            change.delegations.push(Delegation {
                id: *id,
                team: Some(*team),
                person: *person,
                organisation: organisation.clone(),
                asked: *asked,
                note: note.clone(),
                by,
                recorded,
                answered: None,
            });
            change.enter(Phase::Delegated, None, written);
        }
        Event::Answered { id, delegation, answer, way } => {
            let answered = answered(*id, answer, way, written);
            if let Some(asked) = change.delegations.iter_mut().find(|asked| asked.id == *delegation) {
                asked.answered = Some(answered);
            }
            answer_enters(change, answer, written);
        }
        Event::AnswerKept { id, delegation, answer, way, why } => {
            let answered = answered(*id, answer, way, written);
            change.kept.push(AnswerKept { delegation: *delegation, answered, why: *why });
        }
        Event::Planned { start, end } => {
            change.plans.push(Plan { start: *start, end: *end, by, recorded });
            if change.phase < Phase::Planned {
                change.enter(Phase::Planned, None, written);
            }
        }
        Event::Deferred { until, reason } => {
            let (from, reason) = (change.stands(), reason.clone());
            change.deferrals.push(Deferral { until: *until, reason, from, by, recorded });
            change.enter(Phase::Deferred, None, written);
        }
        Event::Resumed {} => {
            let from = change.stands();
            change.enter(from, None, written);
        }
        Event::Cancelled { reason } => stop(change, Phase::Cancelled, reason, written),
        _ => {}
    }
}

/// What happens since work began.
#[allow(clippy::wildcard_enum_match_arm)] // The rest is the matter of `before_work`.
fn since_work(change: &mut Change, event: &Event, written: &Written) {
    let &Written { by, recorded, .. } = written;
    match event {
        Event::Started { on, unapproved } => {
            change.started.get_or_insert(*on);
            change.unapproved |= *unapproved;
            change.enter(Phase::InProgress, Some(*on), written);
        }
        Event::Implemented { on, record, ticket, implementer } => {
            let (on, implementer, record, ticket) = (*on, *implementer, record.clone(), ticket.clone());
            change.implementations.push(Implementation { on, record, ticket, implementer, by, recorded });
            change.enter(Phase::Implemented, Some(on), written);
        }
        Event::Checked { id, method, on, passed, result, alone } => {
            let (id, on, passed, alone) = (*id, *on, *passed, *alone);
            let (method, result) = (method.clone(), result.clone());
            change.checks.push(Check { id, method, on, passed, result, by, recorded, alone });
            change.enter(if passed { Phase::Checked } else { Phase::InProgress }, Some(on), written);
        }
        Event::EffectChecked { id, on, effective, result } => {
            let (id, on, effective, result) = (*id, *on, *effective, result.clone());
            change.effects.push(EffectCheck { id, on, effective, result, by, recorded });
            change.enter(if effective { Phase::Effective } else { Phase::InProgress }, Some(on), written);
        }
        Event::VersionNoted { document, version, record } => {
            let (document, version, record) = (document.clone(), version.clone(), *record);
            change.versions.push(NewVersion { document, version, record, by, recorded });
        }
        Event::TeamsInformed { teams, way, on } => {
            change.informed.push(Informed { teams: teams.clone(), way: way.clone(), on: *on, by, recorded });
            change.enter(Phase::TeamsInformed, Some(*on), written);
        }
        Event::RiskAccepted { id, reason, until, alone } => {
            let (id, reason, until, alone) = (*id, reason.clone(), *until, *alone);
            change.risks.push(RiskAccepted { id, reason, until, by, recorded, alone });
        }
        Event::Closed { note } => stop(change, Phase::Closed, note, written),
        _ => {}
    }
}

fn answered(id: crate::ids::PartId, answer: &Answer, way: &Way, written: &Written) -> Answered {
    let &Written { by, recorded, .. } = written;
    Answered { id, answer: answer.clone(), way: way.clone(), by, recorded }
}

/// Where an answer leads: what is refused goes back to be assessed; over here, what comes from elsewhere is over then.
fn answer_enters(change: &mut Change, answer: &Answer, written: &Written) {
    match (answer, change.outside.is_some()) {
        (Answer::Accepted {} | Answer::OtherDay { .. }, _) => change.enter(Phase::Accepted, None, written),
        (Answer::Refused { reason }, true) => stop(change, Phase::Cancelled, reason, written),
        (Answer::Refused { .. }, false) => {
            change.approved = false;
            change.enter(Phase::Assessed, None, written);
        }
    }
}

fn stop(change: &mut Change, phase: Phase, note: &str, written: &Written) {
    let &Written { by, recorded, .. } = written;
    change.stopped = Some(Stopped { note: note.to_owned(), from: change.phase, by, recorded });
    change.enter(phase, None, written);
}
