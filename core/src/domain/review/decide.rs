//! The rules of a process review: which order is possible when, and what it makes happen.

use super::guards::latest_next;
use super::*;
use crate::domain::Context;
use crate::time::Length;

/// How far a clock may be wrong before a moment counts as lying in the future.
const TOLERANCE: Length = Length::minutes(5);

/// What follows from an order; an empty list when it changes nothing, such as a second press of a button.
///
/// # Errors
/// The reason why it is refused.
pub fn decide(
    review: Option<&Review>,
    command: Command,
    given: &Given,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let events = match (review, command) {
        (None, Command::Plan { occasion, planned, lead }) => {
            vec![plan(occasion, planned, lead, given, context)?]
        }
        (None, _) => return Err(Refusal::ReviewUnknown),
        (Some(_), Command::Plan { .. }) => Vec::new(),
        (Some(review), command) => about(review, command, given, context)?,
    };
    in_time(review, &events, context)?;
    Ok(events)
}

fn plan(
    occasion: Occasion,
    planned: Option<Day>,
    lead: Option<PersonId>,
    given: &Given,
    context: &Context,
) -> Result<Event, Refusal> {
    let trigger = match occasion {
        Occasion::AfterEmergency { incident } => {
            let Some(Ended { number, on }) = given.emergency.clone() else {
                return Err(Refusal::NoSuchEmergency);
            };
            let Some(ended) = on else { return Err(Refusal::EmergencyNotEnded { number }) };
            Trigger::AfterEmergency { incident, number, ended }
        }
        Occasion::Periodic {} => Trigger::Periodic { after: given.last.as_ref().map(|last| last.approved) },
        Occasion::OnDemand { why, reason } => Trigger::OnDemand { why, reason: because(reason)? },
    };
    if let Some(number) = given.other.clone() {
        return Err(Refusal::ReviewPlannedAlready { number });
    }
    let on = today(context);
    let due = match &trigger {
        Trigger::AfterEmergency { ended, .. } => Some((RuleKind::ReviewAfterEmergency, *ended)),
        Trigger::Periodic { after } => Some((RuleKind::ReviewPeriodic, after.unwrap_or(on))),
        Trigger::OnDemand { .. } => None,
    };
    let due = due.and_then(|(kind, base)| context.policy.due(kind, base));
    let set = given.last.as_ref().and_then(|last| last.next);
    let set = set.filter(|_| matches!(trigger, Trigger::Periodic { .. }));
    let planned = planned.or(set).or(due).ok_or(Refusal::PlannedDayMissing)?;
    Ok(Event::Planned { number: context.number, trigger, planned, lead, on })
}

/// The table of rules for a review that exists, one arm an order: first those that move it along, then those that write in it.
#[allow(clippy::too_many_lines)] // A table: splitting it would cost the compiler's check that no order is forgotten.
fn about(review: &Review, command: Command, given: &Given, context: &Context) -> Result<Vec<Event>, Refusal> {
    use Phase as P;
    let early = [P::Planned, P::Prepared];
    Ok(match command {
        Command::Plan { .. } => vec![],
        Command::Postpone { to, reason } => {
            only_in(review, &early)?;
            let reason = because(reason)?;
            if to == review.planned {
                vec![]
            } else if to < today(context) {
                return Err(Refusal::DayOver { day: to });
            } else {
                vec![Event::Postponed { to, was: review.planned, reason }]
            }
        }
        Command::Cancel { reason, next } => {
            if review.phase == P::Cancelled {
                return Ok(vec![]);
            }
            only_in(review, &early)?;
            cancel(review, because(reason)?, next, context)?
        }
        Command::FollowEmergency {} => follow_emergency(review, given, context),
        Command::FollowApproval {} => follow_approval(review, given, context),
        Command::AssignLead { person } => {
            only_in(review, &[P::Planned, P::Prepared, P::InProgress])?;
            let was = review.lead();
            if was == Some(person) { vec![] } else { vec![Event::LeadAssigned { person, was }] }
        }
        Command::Prepare { at } => {
            if review.phase == P::Prepared {
                return Ok(vec![]);
            }
            only_in(review, &[P::Planned])?;
            let day = today(context);
            let (period, inputs) =
                given.inputs.clone().unwrap_or((Period { from: day, until: day }, Vec::new()));
            vec![Event::Prepared { at, period, inputs }]
        }
        Command::Refresh {} => {
            only_in(review, &[P::Prepared, P::InProgress])?;
            refresh(review, given)
        }
        Command::Start { at } => {
            if review.phase == P::InProgress {
                return Ok(vec![]);
            }
            only_in(review, &[P::Prepared])?;
            review.lead().ok_or(Refusal::LeadMissing)?;
            vec![Event::Started { at }]
        }
        Command::Conclude { change_needed, reason, at } => {
            only_in(review, &[P::InProgress])?;
            conclude(review, change_needed, because(reason)?, at, context)?
        }
        Command::Submit { at } => {
            if review.phase == P::Submitted {
                return Ok(vec![]);
            }
            only_in(review, &[P::Decided])?;
            vec![Event::Submitted { at }]
        }
        Command::Reject { reason, at } => {
            only_in(review, &[P::Submitted])?;
            vec![Event::Rejected { reason: because(reason)?, at }]
        }
        Command::Approve { at } => {
            only_in(review, &[P::Submitted])?;
            approve(review, at, context)?
        }
        Command::NoteTeamInformed { team, at, way } => note_informed(review, team, at, way)?,
        Command::TakeBackInformed { team, reason } => {
            only_in(review, &[P::Approved, P::TeamsInformed])?;
            let known = review.informed().iter().any(|informed| informed.team == team);
            let reason = because(reason)?;
            if known { vec![Event::InformedTakenBack { team, reason }] } else { vec![] }
        }
        Command::NoteReport { report, number, approver, at } => {
            only_in(review, &[P::Approved, P::TeamsInformed, P::Closed])?;
            if review.led.contains(&approver) && !context.alone {
                return Err(Refusal::ApproverLed);
            }
            vec![Event::ReportNoted { report, number, version: review.version, approver, at }]
        }
        Command::Close { at } => {
            if review.phase == P::Closed {
                return Ok(vec![]);
            }
            only_in(review, &[P::TeamsInformed])?;
            if !review.is_reported() {
                return Err(Refusal::ReviewReportMissing);
            }
            vec![Event::Closed { at }]
        }
        Command::Revise { reason } => {
            only_in(review, &[P::Approved, P::TeamsInformed, P::Closed])?;
            vec![Event::RevisionBegun { version: review.version + 1, reason: because(reason)? }]
        }
        Command::DropRevision { reason } => {
            if !review.phase.is_open() || review.versions.is_empty() {
                return Err(Refusal::NoRevision);
            }
            vec![Event::RevisionDropped { version: review.version, reason: because(reason)? }]
        }
        Command::TakeBack { reason } => {
            let phase = before(review).ok_or(Refusal::NoReviewStepToTakeBack)?;
            vec![Event::StepTakenBack { phase, was: review.phase, reason: because(reason)? }]
        }
        Command::Invite { .. }
        | Command::Uninvite { .. }
        | Command::NotePresence { .. }
        | Command::JudgeStep { .. }
        | Command::State { .. }
        | Command::AddDeficiency { .. }
        | Command::DropDeficiency { .. }
        | Command::DecideItem { .. }
        | Command::ReopenItem { .. }
        | Command::AcceptRisk(_)
        | Command::WithdrawRisk { .. }
        | Command::NameTeams(_)
        | Command::SetNext { .. } => write::write(review, command, context)?,
    })
}

/// The step before the newest one, for steps towards approval; an approval stands.
fn before(review: &Review) -> Option<Phase> {
    match review.phase {
        Phase::Prepared => Some(Phase::Planned),
        // A new version was never planned or prepared: it is given up instead.
        Phase::InProgress if review.versions.is_empty() => Some(Phase::Prepared),
        Phase::Decided => Some(Phase::InProgress),
        Phase::Submitted => Some(Phase::Decided),
        Phase::Planned
        | Phase::InProgress
        | Phase::Approved
        | Phase::TeamsInformed
        | Phase::Closed
        | Phase::Cancelled => None,
    }
}

/// A duty is not cancelled, only held on another day that keeps it (state-machines.md).
fn cancel(
    review: &Review,
    reason: String,
    next: Option<Day>,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    if review.base().is_some() {
        let next = next.ok_or(Refusal::NewDayMissing)?;
        if let Some(latest) = review.due(&context.policy).filter(|latest| next > *latest) {
            return Err(Refusal::NewDayTooLate { latest });
        }
    }
    if let Some(day) = next.filter(|day| *day < today(context)) {
        return Err(Refusal::DayOver { day });
    }
    Ok(vec![Event::Cancelled { reason, next, was: review.planned }])
}

fn follow_emergency(review: &Review, given: &Given, context: &Context) -> Vec<Event> {
    let (Trigger::AfterEmergency { ended: was, .. }, Some(Ended { number, on })) =
        (&review.trigger, given.emergency.clone())
    else {
        return Vec::new();
    };
    match on {
        None if review.is_untouched() => vec![Event::Lapsed { number }],
        Some(ended) if review.phase == Phase::Cancelled => {
            let due = context.policy.due(RuleKind::ReviewAfterEmergency, ended);
            let planned = due.unwrap_or(review.planned);
            vec![Event::PlannedAgain { number, ended, planned }]
        }
        Some(ended) if ended != *was && review.phase.is_open() && review.versions.is_empty() => {
            vec![Event::EmergencyMoved { number, ended, was: *was }]
        }
        // What somebody has worked on stays, whatever became of the emergency.
        None | Some(_) => Vec::new(),
    }
}

fn follow_approval(review: &Review, given: &Given, context: &Context) -> Vec<Event> {
    let early = matches!(review.phase, Phase::Planned | Phase::Prepared);
    let (Trigger::Periodic { after: before }, Some(last), true) = (&review.trigger, &given.last, early)
    else {
        return Vec::new();
    };
    let after = last.approved;
    let planned = last.next.or(latest_next(&context.policy, after)).unwrap_or(review.planned);
    if (*before, review.planned) == (Some(after), planned) {
        return Vec::new();
    }
    vec![Event::ApprovalFollowed { number: last.number.clone(), after, planned, was: review.planned }]
}

/// Inputs that the review does not know, and those that it knows otherwise. That nothing is to change was said of what it
/// knew: of what is otherwise now it is asked again.
fn refresh(review: &Review, given: &Given) -> Vec<Event> {
    let Some((period, inputs)) = given.inputs.clone() else { return Vec::new() };
    let (mut added, mut changed) = (Vec::new(), Vec::new());
    for input in inputs {
        match review.content.items.iter().find(|item| item.input.key() == input.key()) {
            None => added.push(input),
            Some(item) if item.input.facts != input.facts || item.input.title != input.title => {
                changed.push(Input { id: item.input.id, ..input });
            }
            Some(_) => {}
        }
    }
    let stale = |input: &Input| {
        let item = review.content.items.iter().find(|item| item.input.id == input.id)?;
        let decided = &item.decided.as_ref()?.decision;
        let title = input.title.clone();
        matches!(decided, Decision::NoChange { .. }).then_some(Event::ItemReopened { item: input.id, title })
    };
    let asked: Vec<Event> = changed.iter().filter_map(stale).collect();
    let mut events = vec![Event::Refreshed { until: period.until, added, changed }];
    events.extend(asked);
    events
}

fn conclude(
    review: &Review,
    change_needed: bool,
    reason: String,
    at: Moment,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let review_gaps = gaps(review, &context.policy, today(context));
    if !review_gaps.is_empty() {
        return Err(Refusal::ReviewUnfinished { review_gaps });
    }
    let changes = review.content.changes();
    if change_needed != (changes > 0) {
        let changes = u32::try_from(changes).unwrap_or(u32::MAX);
        return Err(Refusal::ConclusionContradicts { changes });
    }
    Ok(vec![Event::Concluded { change_needed, reason, at }])
}

/// A second person approves (design.md, who may what).
fn approve(review: &Review, at: Moment, context: &Context) -> Result<Vec<Event>, Refusal> {
    let led = review.led.contains(&context.by) || review.lead() == Some(context.by);
    if led && !context.alone {
        return Err(Refusal::ApproverLed);
    }
    let mut events = vec![Event::Approved { at, version: review.version, alone: led }];
    if review.content.teams.as_ref().is_none_or(|named| named.teams.is_empty()) {
        events.push(Event::TeamsInformed { at });
    }
    Ok(events)
}

fn note_informed(review: &Review, team: TeamId, at: Moment, way: String) -> Result<Vec<Event>, Refusal> {
    let open = review.uninformed();
    let informed = review.informed().iter().any(|informed| informed.team == team);
    if informed && matches!(review.phase, Phase::Approved | Phase::TeamsInformed) {
        return Ok(vec![]);
    }
    only_in(review, &[Phase::Approved])?;
    if !open.contains(&team) {
        return Err(Refusal::TeamNotNamed);
    }
    let way = said(way, "way")?;
    let mut events = vec![Event::TeamInformed { team, at, way }];
    if open.len() == 1 {
        events.push(Event::TeamsInformed { at });
    }
    Ok(events)
}

/// What happened cannot lie in the future, nor before what it follows.
fn in_time(review: Option<&Review>, events: &[Event], context: &Context) -> Result<(), Refusal> {
    let limit = context.now.plus(TOLERANCE);
    let newest = review.and_then(|review| review.path.last());
    for at in events.iter().filter_map(Event::occurred) {
        if at.at > limit {
            return Err(Refusal::InTheFuture { at: at.at });
        }
        let said = newest.and_then(|passed| Some((passed.phase, passed.at?.computable()?)));
        if let (Some((review_phase, before)), Some(now)) = (said, at.computable())
            && now < before
        {
            return Err(Refusal::ReviewBefore { review_phase, at: now });
        }
    }
    Ok(())
}

/// The day of the order, in the zone of the workspace.
pub(super) fn today(context: &Context) -> Day {
    Day::at(context.now, context.zone)
}

pub(super) fn only_in(review: &Review, allowed: &[Phase]) -> Result<(), Refusal> {
    if allowed.contains(&review.phase) {
        return Ok(());
    }
    Err(Refusal::ReviewNotInPhase { review_phase: review.phase, review_allowed: allowed.to_vec() })
}

pub(super) fn because(reason: String) -> Result<String, Refusal> {
    if reason.trim().is_empty() { Err(Refusal::ReasonMissing) } else { Ok(reason) }
}

pub(super) fn said(text: String, field: &str) -> Result<String, Refusal> {
    if text.trim().is_empty() { Err(Refusal::TextMissing { field: field.to_owned() }) } else { Ok(text) }
}
