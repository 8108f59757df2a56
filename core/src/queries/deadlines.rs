//! What is due, and how the 33 duties of the process stand, as it was known on any day.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension};

use super::organisation::{names, organisation};
use super::views::{DayView, DeadlineRow, DeadlinesView, DutyRow, DutyRule, LedgerView, Moves};
use super::{QueryFault, policy};
use crate::deadlines::{self, Beside, Deadline, Standing};
use crate::domain::organisation::Organisation;
use crate::domain::policy::{Hindrance, Policy, RuleKind};
use crate::duties::{self, DUTIES, PromiseKind, Said};
use crate::ids::StreamId;
use crate::projections::promises;
use crate::time::{Day, Instant, Zone};

/// What promises are computed from, and told by, as of an instant.
pub(super) struct Asked {
    /// The instant.
    pub at: Instant,
    /// The zone in which days begin.
    pub zone: Zone,
    /// The organisation; none before it is founded.
    pub organisation: Option<Organisation>,
    /// The rules.
    pub policy: Policy,
}

impl Asked {
    /// As of the end of a day, or now when that day is today or none is named; with every promise as it stood, in no order.
    pub(super) fn of(
        conn: &Connection,
        on: Option<Day>,
        now: Instant,
    ) -> Result<(Self, Vec<Deadline>), QueryFault> {
        let mut asked = Self::now(conn, now)?;
        if let Some(day) = on.filter(|day| *day != Day::at(now, asked.zone)) {
            asked.zone = asked.organisation.as_ref().map_or(Zone::UTC, |held| held.zone_on(day));
            asked.at = day.last_minute(asked.zone);
        }
        let deadlines = deadlines::all(promises::known_at(conn, asked.at)?, &asked.beside());
        Ok((asked, deadlines))
    }

    /// As of now.
    fn now(conn: &Connection, now: Instant) -> Result<Self, QueryFault> {
        let organisation = organisation(conn)?;
        let zone = organisation.as_ref().map_or(Zone::UTC, |organisation| organisation.zone);
        Ok(Self { at: now, zone, organisation, policy: policy::policy(conn)? })
    }

    const fn beside(&self) -> Beside<'_> {
        Beside {
            at: self.at,
            zone: self.zone,
            policy: &self.policy,
            organisation: self.organisation.as_ref(),
        }
    }

    /// What has a date, by date: within so many days, or all of it; what is settled is left out unless `kept` is set.
    pub(super) fn dated(
        &self,
        conn: &Connection,
        mut deadlines: Vec<Deadline>,
        within: Option<u32>,
        kept: bool,
    ) -> Result<Vec<DeadlineRow>, QueryFault> {
        let horizon = within.map(|days| Day::at(self.at, self.zone).plus_days(days.into()));
        let horizon = horizon.map(|day| day.last_minute(self.zone));
        deadlines.retain(|deadline| {
            // A duty without a date of its own is the ledger's matter: it is due whenever its record is.
            let near = deadline.due.is_some_and(|due| horizon.is_none_or(|horizon| due <= horizon));
            near && (kept || deadline.standing.is_open())
        });
        deadlines.sort_by(|a, b| (a.due, a.kind, a.record, &a.key).cmp(&(b.due, b.kind, b.record, &b.key)));
        self.rows(conn, deadlines)
    }

    /// Promises with the names of their records.
    pub(super) fn rows(
        &self,
        conn: &Connection,
        deadlines: Vec<Deadline>,
    ) -> Result<Vec<DeadlineRow>, QueryFault> {
        let mut known: BTreeMap<StreamId, (String, String)> = BTreeMap::new();
        let mut name = |record: StreamId| -> Result<(String, String), QueryFault> {
            Ok(match known.entry(record) {
                Entry::Occupied(known) => known.get().clone(),
                Entry::Vacant(free) => free.insert(name(conn, record)?).clone(),
            })
        };
        let row = |deadline: Deadline| {
            let (number, title) = name(deadline.record)?;
            let proof = deadline.proof.map(&mut name).transpose()?;
            let proof_number = proof.map(|(number, _)| number);
            let (moves, against) = planned_by_hand(&deadline, (self.at, self.zone), &self.policy);
            Ok(DeadlineRow { number, title, proof_number, moves, against, deadline })
        };
        deadlines.into_iter().map(row).collect()
    }
}

/// What has a date, by date: within so many days, or all of it; what is settled is left out unless `kept` is set.
///
/// # Errors
/// When the log cannot be read.
pub fn due(
    conn: &Connection,
    on: Option<Day>,
    within: Option<u32>,
    kept: bool,
    now: Instant,
) -> Result<DeadlinesView, QueryFault> {
    let (asked, deadlines) = Asked::of(conn, on, now)?;
    let items = asked.dated(conn, deadlines, within, kept)?;
    Ok(DeadlinesView { at: asked.at, items, people: names(conn)? })
}

/// One promise of a record as it stands now; none where it promises nothing of the kind.
pub(super) fn of_record(
    conn: &Connection,
    record: StreamId,
    key: &str,
    now: Instant,
) -> Result<Option<Deadline>, QueryFault> {
    let facts = promises::about(conn, record, key)?;
    let stands = deadlines::all(facts, &Asked::now(conn, now)?.beside());
    Ok(stands.into_iter().find(|deadline| deadline.record == record && deadline.key == key))
}

/// Of which duties every occurrence is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occurrences {
    /// Of none.
    None,
    /// Of one, 1 to 33.
    Of(u8),
    /// Of each.
    Every,
}

impl Occurrences {
    /// Those of the duty that is named; else of every duty, or of none.
    pub const fn asked(duty: Option<u8>, every: bool) -> Self {
        match (duty, every) {
            (Some(duty), _) => Self::Of(duty),
            (None, true) => Self::Every,
            (None, false) => Self::None,
        }
    }

    fn has(self, deadline: &Deadline) -> bool {
        match self {
            Self::None => false,
            Self::Of(duty) => deadline.duty == Some(duty),
            Self::Every => deadline.duty.is_some(),
        }
    }
}

/// The 33 duties as they stood, with the occurrences that are wanted, by duty, newest first.
///
/// # Errors
/// When the log cannot be read.
pub fn ledger(
    conn: &Connection,
    on: Option<Day>,
    wanted: Occurrences,
    now: Instant,
) -> Result<LedgerView, QueryFault> {
    let (asked, mut occurrences) = Asked::of(conn, on, now)?;
    let duties = counted(&occurrences);
    occurrences.retain(|deadline| wanted.has(deadline));
    occurrences.sort_by(|a, b| (a.duty, b.begun, b.record, &b.key).cmp(&(b.duty, a.begun, a.record, &a.key)));
    let occurrences = asked.rows(conn, occurrences)?;
    let rules = rules(&asked);
    Ok(LedgerView { at: asked.at, duties, rules, occurrences, people: names(conn)? })
}

/// The rules that date what the duties ask for, as they held then.
fn rules(asked: &Asked) -> Vec<DutyRule> {
    let day = Day::at(asked.at, asked.zone);
    let of = |duty| {
        let rule = move |kind: &RuleKind| {
            let term = asked.policy.term_known(*kind, day, asked.at);
            DutyRule { duty, kind: *kind, term }
        };
        duties::rules(duty).iter().map(rule)
    };
    (1..=DUTIES).flat_map(of).collect()
}

/// How often each of the 33 duties stands how.
fn counted(deadlines: &[Deadline]) -> Vec<DutyRow> {
    let mut duties: Vec<DutyRow> = (1..=DUTIES).map(DutyRow::none).collect();
    for deadline in deadlines {
        let row = deadline.duty.and_then(|duty| duties.get_mut(usize::from(duty.checked_sub(1)?)));
        if let Some(row) = row {
            row.count(deadline);
        }
    }
    duties
}

/// How a date that people planned is moved, and what speaks against its day; nothing of what is over or kept.
fn planned_by_hand(
    deadline: &Deadline,
    (at, zone): (Instant, Zone),
    policy: &Policy,
) -> (Option<Moves>, Vec<Hindrance>) {
    let moves = match deadline.kind {
        PromiseKind::Review => Some(Moves::Review),
        PromiseKind::Drill => Some(Moves::Drill),
        PromiseKind::Finding => Some(Moves::Finding),
        PromiseKind::Recommendation => Some(Moves::Recommendation),
        PromiseKind::Duty
        | PromiseKind::Response
        | PromiseKind::Handling
        | PromiseKind::NextUpdate
        | PromiseKind::ExpectedRepair
        | PromiseKind::WaitingLimit
        | PromiseKind::ProviderReview
        | PromiseKind::Report
        | PromiseKind::ChangeAnswer
        | PromiseKind::Change
        | PromiseKind::ChangeResumes
        | PromiseKind::RiskEnds
        | PromiseKind::DrillResult
        | PromiseKind::DrillAnalysis
        | PromiseKind::Retest
        | PromiseKind::Acknowledgement
        | PromiseKind::LegalClassification
        | PromiseKind::LegalFirst
        | PromiseKind::LegalNotice
        | PromiseKind::LegalInterim
        | PromiseKind::LegalFinal
        | PromiseKind::CreditClaim
        | PromiseKind::DocumentReview => None,
    };
    let moves = moves.filter(|_| deadline.standing.is_open());
    let meets = matches!(deadline.kind, PromiseKind::Review | PromiseKind::Drill | PromiseKind::Change);
    let due = deadline.due.filter(|due| meets && deadline.standing.is_open() && *due >= at);
    let against = due.map_or_else(Vec::new, |due| policy.hindrances_known(Day::at(due, zone), at));
    (moves, against)
}

/// So many days are told at most.
const MOST_DAYS: i64 = 400;

/// The days of a time, each with what speaks against it.
///
/// # Errors
/// When the log cannot be read.
pub fn days(conn: &Connection, from: Day, until: Day) -> Result<Vec<DayView>, QueryFault> {
    let policy = policy::policy(conn)?;
    let count = from.until(until).clamp(-1, MOST_DAYS) + 1;
    let day = |ahead| from.plus_days(ahead);
    Ok((0..count).map(|ahead| DayView { day: day(ahead), against: policy.hindrances(day(ahead)) }).collect())
}

/// A deadline as a calendar keeps it: also what no longer holds, so that it can be taken out there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The deadline.
    pub deadline: Deadline,
    /// The number of its record; empty for the organisation.
    pub number: String,
    /// The title of its record.
    pub title: String,
    /// How often it was changed.
    pub changes: u32,
    /// When it was changed last.
    pub changed: Instant,
    /// Whether it no longer holds.
    pub cancelled: bool,
}

/// Every deadline with a date that ever held, as it is known now.
///
/// # Errors
/// When the log cannot be read.
pub fn planned(conn: &Connection, now: Instant) -> Result<Vec<Planned>, QueryFault> {
    let asked = Asked::now(conn, now)?;
    let last = promises::last(conn)?;
    let holding = last.iter().filter(|last| !last.over).map(|last| last.fact.clone()).collect();
    let holding: BTreeSet<(StreamId, String)> =
        deadlines::all(holding, &asked.beside()).into_iter().map(|held| (held.record, held.key)).collect();
    let told = Tellings::of(&last, policy::changes(conn)?);
    let mut found = Vec::new();
    for deadline in deadlines::all(last.into_iter().map(|last| last.fact).collect(), &asked.beside()) {
        if deadline.due.is_none() {
            continue;
        }
        let cancelled = !holding.contains(&(deadline.record, deadline.key.clone()));
        let (changes, changed) = told.about(&deadline);
        let (number, title) = name(conn, deadline.record)?;
        found.push(Planned { deadline, number, title, changes, changed, cancelled });
    }
    found.sort_by(|a, b| {
        let (a, b) = (&a.deadline, &b.deadline);
        (a.due, a.record, &a.key, a.begun).cmp(&(b.due, b.record, &b.key, b.begun))
    });
    Ok(found)
}

/// How often what a deadline follows from was said otherwise, and when last: what its record says, what other records say that
/// settles or repeats it, the rules. It only grows, so that a calendar program takes what comes later for newer.
struct Tellings {
    own: BTreeMap<(StreamId, String), (u32, Instant, Option<String>)>,
    topics: BTreeMap<String, (u32, Instant)>,
    rules: Option<(u32, Instant)>,
}

impl Tellings {
    fn of(last: &[promises::Last], rules: Option<(u32, Instant)>) -> Self {
        let (mut own, mut topics) = (BTreeMap::new(), BTreeMap::new());
        for one in last {
            let topic = match &one.fact.said {
                Said::Promise(promise) => promise.topic.clone(),
                Said::Settles { topic, .. } | Said::Beat { topic, .. } => {
                    let told = topics.entry(topic.clone()).or_insert((0, one.changed));
                    // That it was said at all is a change of what follows from it, and so is that it holds no more.
                    *told = (told.0 + one.changes + 1 + u32::from(one.over), told.1.max(one.changed));
                    Some(topic.clone())
                }
            };
            let changes = one.changes + u32::from(one.over);
            own.insert((one.fact.record, one.fact.key.clone()), (changes, one.changed, topic));
        }
        Self { own, topics, rules }
    }

    fn about(&self, deadline: &Deadline) -> (u32, Instant) {
        let own = self.own.get(&(deadline.record, deadline.key.clone()));
        // A matter that recurs is named by its topic.
        let topic = own.map_or(Some(&deadline.key), |(_, _, topic)| topic.as_ref());
        let topic = topic.and_then(|topic| self.topics.get(topic));
        let own = own.map(|(changes, changed, _)| (*changes, *changed));
        let rules = self.rules.filter(|_| deadline.rule.is_some());
        let parts = [own, topic.copied(), rules].into_iter().flatten();
        parts.fold((0, deadline.begun), |(all, at), (changes, changed)| (all + changes, at.max(changed)))
    }
}

/// The number and the title of a record; empty for the organisation.
pub(super) fn name(conn: &Connection, record: StreamId) -> Result<(String, String), QueryFault> {
    let sql = "SELECT number, title FROM register WHERE stream = ?1
      UNION ALL SELECT number, title FROM finding WHERE stream = ?1
      UNION ALL SELECT number, title FROM change_request WHERE stream = ?1
      UNION ALL SELECT number, title FROM drill WHERE stream = ?1
      UNION ALL SELECT number, title FROM notice WHERE stream = ?1
      UNION ALL SELECT number, title FROM guide WHERE stream = ?1
      UNION ALL SELECT number, title FROM plan WHERE stream = ?1
      UNION ALL SELECT review.number, coalesce(register.title, '') FROM review
        LEFT JOIN register ON register.stream = review.incident WHERE review.stream = ?1";
    let found =
        conn.prepare_cached(sql)?.query_row([record.0.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found.optional()?.unwrap_or_default())
}

impl DutyRow {
    const fn none(duty: u8) -> Self {
        Self { duty, kept: 0, kept_late: 0, due: 0, late: 0, proof_missing: 0, next: None, latest: None }
    }

    fn count(&mut self, deadline: &Deadline) {
        let place = match deadline.standing {
            Standing::Kept => &mut self.kept,
            Standing::KeptLate => &mut self.kept_late,
            Standing::Due | Standing::Open => &mut self.due,
            Standing::Late => &mut self.late,
            Standing::ProofMissing => &mut self.proof_missing,
        };
        *place += 1;
        if deadline.standing.is_open() {
            self.next = [self.next, deadline.due].into_iter().flatten().min();
        }
        self.latest = self.latest.max(deadline.settled);
    }
}
