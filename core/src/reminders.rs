//! Whom dates come near to: from deadlines as they stand to reminders, what of them the system is to show, and when to look
//! again. Pure functions; what was acknowledged and what was shown comes in.

mod quiet;
mod says;

use std::collections::BTreeSet;

pub use quiet::{Minute, Quiet};
pub use says::{Said, Speaker, Subject};

use crate::deadlines::Deadline;
use crate::domain::organisation::{Organisation, Role};
use crate::domain::reminder::{Item, Level, Reminder};
use crate::duties::PromiseKind;
use crate::ids::{PersonId, StreamId};
use crate::time::{Day, Instant, Length, Zone};

/// What is promised for less than this has no level before its date: the clocks of its record tick. What a law asks for has:
/// few look at its clock, and four hours are over soon (DORA).
const SHORT: Length = Length::minutes(24 * 60);

/// What reminds now, if its date is near enough and nobody kept it yet.
pub fn of(deadline: &Deadline, now: Instant, zone: Zone) -> Option<Reminder> {
    let due = deadline.due.filter(|_| deadline.standing.is_open())?;
    let level = levels(deadline, due, zone).find(|(_, reached)| *reached <= now)?.0;
    let item = Item { record: deadline.record, key: deadline.key.clone(), due };
    Some(Reminder { item, level })
}

/// When the next level of a deadline is reached.
pub fn next(deadline: &Deadline, now: Instant, zone: Zone) -> Option<Instant> {
    let due = deadline.due.filter(|_| deadline.standing.is_open())?;
    levels(deadline, due, zone).map(|(_, reached)| reached).filter(|reached| *reached > now).min()
}

/// The levels that a deadline goes through and when each is reached, what presses most first. Days begin in `zone`.
fn levels(deadline: &Deadline, due: Instant, zone: Zone) -> impl Iterator<Item = (Level, Instant)> {
    let short = deadline.begun.until(due) < SHORT && !deadline.kind.is_legal();
    let day = Day::at(due, zone);
    Level::ALL.into_iter().filter_map(move |level| match level.days() {
        // Late is what is not kept when its instant is over ([`crate::deadlines::Standing::Late`]).
        None => Some((level, due.plus(Length::micros(1)))),
        Some(days) => (!short).then(|| (level, day.plus_days(-days).begin(zone))),
    })
}

/// Leaves out what another record promises for the same date: a duty to review is the review that is planned for it.
pub fn each_once(deadlines: &mut Vec<Deadline>) {
    let held: BTreeSet<Option<Instant>> = deadlines
        .iter()
        .filter(|deadline| deadline.kind == PromiseKind::Review && deadline.standing.is_open())
        .map(|deadline| deadline.due)
        .collect();
    deadlines.retain(|deadline| {
        let review = deadline.kind == PromiseKind::Duty && matches!(deadline.duty, Some(27..=29));
        !(review && held.contains(&deadline.due))
    });
}

/// Whether a deadline is a matter of this person: of its owner; without one who takes part, of the roles that keep it and of
/// every process manager. What is to be acknowledged is also a matter of those who are `asked` by its record.
pub fn concerns(
    deadline: &Deadline,
    person: PersonId,
    organisation: &Organisation,
    asked: &BTreeSet<StreamId>,
) -> bool {
    let takes_part = |id: &PersonId| organisation.people.get(id).is_some_and(|member| member.active);
    if !takes_part(&person) {
        return false;
    }
    if deadline.kind == PromiseKind::Acknowledgement && asked.contains(&deadline.record) {
        return true;
    }
    match deadline.owner.filter(takes_part) {
        Some(owner) => owner == person,
        None => {
            let roles = organisation.roles(person);
            roles.contains(&Role::ProcessManager) || roles.contains(&keeper(deadline))
        }
    }
}

/// The role that keeps what no person owns (duties.md; process-source.de.txt).
fn keeper(deadline: &Deadline) -> Role {
    match deadline.kind {
        PromiseKind::Response
        | PromiseKind::Handling
        | PromiseKind::NextUpdate
        | PromiseKind::ExpectedRepair
        | PromiseKind::WaitingLimit
        | PromiseKind::ProviderReview
        | PromiseKind::Report
        | PromiseKind::Recommendation => Role::Recorder,
        PromiseKind::ChangeAnswer | PromiseKind::Change => Role::DeploymentTeam,
        PromiseKind::Drill | PromiseKind::DrillResult | PromiseKind::Retest => Role::TestCoordinator,
        PromiseKind::Review
        | PromiseKind::DrillAnalysis
        | PromiseKind::Finding
        | PromiseKind::ChangeResumes
        | PromiseKind::RiskEnds
        | PromiseKind::LegalClassification
        | PromiseKind::LegalFirst
        | PromiseKind::LegalNotice
        | PromiseKind::LegalInterim
        | PromiseKind::LegalFinal
        | PromiseKind::CreditClaim
        | PromiseKind::DocumentReview
        | PromiseKind::Acknowledgement => Role::ProcessManager,
        PromiseKind::Duty => match deadline.duty {
            Some(1..=26) => Role::Recorder,
            Some(32) => Role::TestCoordinator,
            Some(_) | None => Role::ProcessManager,
        },
    }
}

/// What the system shows now, and when to look again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan<R> {
    /// What to show, in the order in which it came in.
    pub show: Vec<R>,
    /// When something is due to be looked at next; none before somebody changes something.
    pub wake: Option<Instant>,
}

/// What the system shows of the reminders that stand and nobody acknowledged: each once a level, nothing while it is quiet; it
/// is shown then when the quiet ends. `next` is when the next level of anything is reached.
pub fn plan<R>(
    standing: Vec<R>,
    shown: impl Fn(&R) -> bool,
    next: Option<Instant>,
    quiet: Option<(&Quiet, Zone)>,
    now: Instant,
) -> Plan<R> {
    let fresh: Vec<R> = standing.into_iter().filter(|reminder| !shown(reminder)).collect();
    let ends = quiet.and_then(|(quiet, zone)| quiet.until(now, zone)).filter(|_| !fresh.is_empty());
    match ends {
        Some(ends) => Plan { show: Vec::new(), wake: Some(next.map_or(ends, |next| next.min(ends))) },
        None => Plan { show: fresh, wake: next },
    }
}

#[cfg(test)]
mod tests;
