//! What may be ordered about a change request, and what follows.

use super::evolve::Change;
use super::facts::{Answer, KeptWhy, Way};
use super::text::{Missing, Text};
use super::{Command, Event, Phase, Refusal};
use crate::domain::Context;
use crate::ids::{PartId, PersonId};
use crate::time::Day;

/// What follows from an order.
///
/// # Errors
/// The reason why it is refused.
pub fn decide(change: Option<&Change>, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    let Some(now) = change else { return open(command, context) };
    Ok(match command {
        Command::Draft { .. } => Vec::new(),
        Command::Receive { outside, .. } => {
            let same = now.outside.as_ref().is_some_and(|known| known.package == outside.package);
            return if same { Ok(Vec::new()) } else { Err(Refusal::ChangeUnknown) };
        }
        Command::Describe(text) => describe(now, *text)?,
        Command::Submit {} => {
            turn(now, &[Phase::Draft])?;
            filled(&now.text.wanted, Missing::Wanted)?;
            filled(&now.text.reason, Missing::Reason)?;
            vec![Event::Submitted {}]
        }
        Command::Assess { note } => assess(now, note)?,
        Command::Decide { id, approved, comment } => judge(now, id, approved, comment, context)?,
        Command::Delegate { id, team, person, organisation, asked, note } => {
            home(now)?;
            if now.delegations.iter().any(|known| known.id == id) {
                return Ok(Vec::new());
            }
            may_begin(now, &[Phase::Approved, Phase::Delegated, Phase::Accepted])?;
            ahead(asked, context)?;
            vec![Event::Delegated { id, team, person, organisation, asked, note }]
        }
        Command::Answer { id, delegation, answer, said_by } => {
            self::answer(now, (id, delegation), answer, Way::Here { said_by }, context)?
        }
        Command::TakeAnswer { id, delegation, answer, way } => take_answer(now, id, delegation, answer, way)?,
        Command::Plan { .. } | Command::Start { .. } | Command::Implement { .. } => {
            work(now, command, context)?
        }
        Command::Check { .. } | Command::CheckEffect { .. } => found(now, command, context)?,
        Command::NoteVersion { .. }
        | Command::InformTeams { .. }
        | Command::AcceptRisk { .. }
        | Command::Close { .. } => afterwards(now, command, context)?,
        Command::Defer { .. } | Command::Resume {} | Command::Cancel { .. } => halt(now, command, context)?,
    })
}

fn open(command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    let number = context.number;
    if let Command::Receive { outside, text, asked, note } = command {
        return Ok(vec![Event::Received { number, outside, text, asked, note }]);
    }
    let Command::Draft { origin, title, wanted } = command else { return Err(Refusal::ChangeUnknown) };
    if title.trim().is_empty() {
        return Err(Refusal::ChangeTitleMissing);
    }
    Ok(vec![Event::Drafted { number, origin, title, wanted }])
}

/// Nothing that was approved changes afterwards.
fn describe(now: &Change, text: Text) -> Result<Vec<Event>, Refusal> {
    home(now)?;
    if now.approved || now.phase.at_rest() {
        return Err(Refusal::ChangeLocked);
    }
    // What was begun as an emergency is decided as one: only that lets it be approved afterwards.
    if now.text.emergency && !text.emergency && now.phase > Phase::Approved {
        return Err(Refusal::ChangeLocked);
    }
    if text.title.trim().is_empty() {
        return Err(Refusal::ChangeTitleMissing);
    }
    Ok(if now.text == text { Vec::new() } else { vec![Event::Described(Box::new(text))] })
}

fn assess(now: &Change, note: String) -> Result<Vec<Event>, Refusal> {
    turn(now, &[Phase::Submitted])?;
    let Text { kind, priority, risk, .. } = &now.text;
    there(kind.is_some(), Missing::Kind)?;
    there(priority.is_some(), Missing::Priority)?;
    filled(risk, Missing::Risk)?;
    filled(&note, Missing::Assessment)?;
    Ok(vec![Event::Assessed { note }])
}

fn judge(
    now: &Change,
    id: PartId,
    approved: bool,
    comment: String,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    home(now)?;
    if now.approvals.iter().any(|decision| decision.id == id) {
        return Ok(Vec::new());
    }
    if now.approved {
        return Err(Refusal::ChangeDecided);
    }
    // What began as an emergency is decided afterwards, wherever it stands by then.
    let afterwards = now.text.emergency && now.phase > Phase::Approved && now.phase < Phase::Closed;
    if !afterwards {
        turn(now, &[Phase::Assessed])?;
    }
    there(approved || !comment.trim().is_empty(), Missing::Comment)?;
    let alone = second(now.authors.contains(&context.by), context, Refusal::ChangeOwnText)?;
    Ok(vec![Event::Decided { id, approved, comment, alone }])
}

fn answer(
    now: &Change,
    (id, asked): (PartId, PartId),
    answer: Answer,
    way: Way,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    let answered = now.delegations.iter().filter_map(|known| known.answered.as_ref());
    if answered.map(|known| known.id).any(|known| known == id) {
        return Ok(Vec::new());
    }
    turn(now, &[Phase::Delegated])?;
    if now.delegation().is_none_or(|known| known.id != asked) {
        return Err(Refusal::ChangeDelegationOld);
    }
    match &answer {
        Answer::Accepted {} => {}
        Answer::OtherDay { day, reason } => {
            ahead(*day, context)?;
            filled(reason, Missing::Reason)?;
        }
        Answer::Refused { reason } => filled(reason, Missing::Reason)?,
    }
    Ok(vec![Event::Answered { id, delegation: asked, answer, way }])
}

/// An answer from elsewhere is never lost: where nothing follows from it any more, it is kept beside, with why.
fn take_answer(
    now: &Change,
    id: PartId,
    delegation: PartId,
    answer: Answer,
    way: Way,
) -> Result<Vec<Event>, Refusal> {
    home(now)?;
    let Some(asked) = now.delegations.iter().find(|asked| asked.id == delegation) else {
        return Err(Refusal::ChangeDelegationOld);
    };
    if asked.answered.as_ref().is_some_and(|answered| answered.id == id) {
        return Ok(Vec::new());
    }
    let newest = now.delegation().is_some_and(|newest| newest.id == delegation);
    let why = match now.phase {
        _ if asked.answered.is_some() => KeptWhy::AnsweredBefore,
        Phase::Cancelled => KeptWhy::Cancelled,
        _ if !newest => KeptWhy::AskedAnew,
        Phase::Deferred => KeptWhy::Deferred,
        Phase::Delegated => return Ok(vec![Event::Answered { id, delegation, answer, way }]),
        Phase::Draft
        | Phase::Submitted
        | Phase::Assessed
        | Phase::Approved
        | Phase::Accepted
        | Phase::Planned
        | Phase::InProgress
        | Phase::Implemented
        | Phase::Checked
        | Phase::Effective
        | Phase::TeamsInformed
        | Phase::Closed => KeptWhy::WentOn,
    };
    if now.kept.iter().any(|kept| kept.answered.id == id && kept.why == why) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::AnswerKept { id, delegation, answer, way, why }])
}

#[allow(clippy::wildcard_enum_match_arm)] // `decide` sends no other order here.
fn work(now: &Change, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    Ok(match command {
        Command::Plan { start, end } => {
            turn(now, &[Phase::Accepted, Phase::Planned, Phase::InProgress])?;
            if end < start {
                return Err(Refusal::ChangeEndBeforeStart);
            }
            let same = now.plans.last().is_some_and(|plan| (plan.start, plan.end) == (start, end));
            if same { Vec::new() } else { vec![Event::Planned { start, end }] }
        }
        Command::Start { on } => {
            may_begin(now, &[Phase::Planned])?;
            happened(on, context)?;
            let unapproved = !now.approved && now.outside.is_none();
            vec![Event::Started { on, unapproved }]
        }
        Command::Implement { on, record, ticket, implementer } => {
            turn(now, &[Phase::InProgress])?;
            happened(on, context)?;
            filled(&record, Missing::Record)?;
            if now.started.is_some_and(|started| on < started) {
                return Err(Refusal::ChangeEndBeforeStart);
            }
            let implementer: PersonId = implementer.unwrap_or(context.by);
            vec![Event::Implemented { on, record, ticket, implementer }]
        }
        _ => Vec::new(),
    })
}

#[allow(clippy::wildcard_enum_match_arm)] // `decide` sends no other order here.
fn found(now: &Change, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    Ok(match command {
        Command::Check { id, method, on, passed, result } => {
            if now.checks.iter().any(|check| check.id == id) {
                return Ok(Vec::new());
            }
            turn(now, &[Phase::Implemented])?;
            happened(on, context)?;
            filled(&method, Missing::Method)?;
            filled(&result, Missing::Result)?;
            let own = now.implementers().contains(&context.by);
            let alone = second(own, context, Refusal::ChangeOwnWork)?;
            vec![Event::Checked { id, method, on, passed, result, alone }]
        }
        Command::CheckEffect { id, on, effective, result } => {
            if now.effects.iter().any(|effect| effect.id == id) {
                return Ok(Vec::new());
            }
            turn(now, &[Phase::Checked])?;
            happened(on, context)?;
            filled(&result, Missing::Result)?;
            vec![Event::EffectChecked { id, on, effective, result }]
        }
        _ => Vec::new(),
    })
}

#[allow(clippy::wildcard_enum_match_arm)] // `decide` sends no other order here.
fn afterwards(now: &Change, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    Ok(match command {
        Command::NoteVersion { document, version, record } => {
            turn(now, &[Phase::Implemented, Phase::Checked, Phase::Effective, Phase::TeamsInformed])?;
            filled(&document, Missing::Document)?;
            filled(&version, Missing::Version)?;
            vec![Event::VersionNoted { document, version, record }]
        }
        Command::InformTeams { teams, way, on } => {
            turn(now, &[Phase::Effective])?;
            happened(on, context)?;
            filled(&way, Missing::Way)?;
            let left_out = now.text.teams.iter().filter(|team| !teams.contains(team)).count();
            if left_out > 0 && now.outside.is_none() {
                return Err(Refusal::ChangeTeamsLeftOut { count: left_out });
            }
            vec![Event::TeamsInformed { teams, way, on }]
        }
        Command::AcceptRisk { id, reason, until } => {
            if now.risks.iter().any(|risk| risk.id == id) {
                return Ok(Vec::new());
            }
            if now.phase.at_rest() {
                return Err(Refusal::ChangeLocked);
            }
            filled(&reason, Missing::Reason)?;
            ahead(until, context)?;
            let alone = second(now.authors.contains(&context.by), context, Refusal::ChangeOwnText)?;
            vec![Event::RiskAccepted { id, reason, until, alone }]
        }
        Command::Close { note } => {
            turn(now, &[Phase::TeamsInformed])?;
            if !now.approved && now.outside.is_none() {
                return Err(Refusal::ChangeNotApproved);
            }
            vec![Event::Closed { note }]
        }
        _ => Vec::new(),
    })
}

#[allow(clippy::wildcard_enum_match_arm)] // `decide` sends no other order here.
fn halt(now: &Change, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    Ok(match command {
        Command::Defer { until, reason } => {
            if now.phase >= Phase::InProgress && now.phase != Phase::Deferred {
                return Err(Refusal::ChangeBegun { stands: now.phase });
            }
            filled(&reason, Missing::Reason)?;
            ahead(until, context)?;
            vec![Event::Deferred { until, reason }]
        }
        Command::Resume {} => {
            turn(now, &[Phase::Deferred])?;
            vec![Event::Resumed {}]
        }
        Command::Cancel { reason } => {
            // What was declined afterwards cannot be closed: whatever was done is given up, with what became of it.
            let declined = now.declined() && !now.approved && !now.phase.at_rest();
            if now.phase > Phase::InProgress && now.phase != Phase::Deferred && !declined {
                return Err(Refusal::ChangeBegun { stands: now.phase });
            }
            filled(&reason, Missing::Reason)?;
            vec![Event::Cancelled { reason }]
        }
        _ => Vec::new(),
    })
}

/// Whether it stands in one of these phases; the first of them is named where it does not.
fn turn(now: &Change, phases: &[Phase]) -> Result<(), Refusal> {
    match phases {
        _ if phases.contains(&now.phase) => Ok(()),
        [needed, ..] => Err(Refusal::ChangeNotInPhase { stands: now.phase, turn: *needed }),
        [] => Ok(()),
    }
}

/// As `turn`; in an emergency also before that.
fn may_begin(now: &Change, phases: &[Phase]) -> Result<(), Refusal> {
    let hurried = now.text.emergency && now.phase < Phase::Planned;
    if hurried { Ok(()) } else { turn(now, phases) }
}

/// What another workspace handed over is decided there.
const fn home(now: &Change) -> Result<(), Refusal> {
    if now.outside.is_some() { Err(Refusal::ChangeFromOutside) } else { Ok(()) }
}

/// Whether the rule of the second person is waived, where it would stand against it.
fn second(own: bool, context: &Context, refusal: Refusal) -> Result<bool, Refusal> {
    if own && !context.alone { Err(refusal) } else { Ok(own) }
}

fn filled(text: &str, field: Missing) -> Result<(), Refusal> {
    there(!text.trim().is_empty(), field)
}

const fn there(there: bool, field: Missing) -> Result<(), Refusal> {
    if there { Ok(()) } else { Err(Refusal::ChangeTextMissing { field }) }
}

fn happened(day: Day, context: &Context) -> Result<(), Refusal> {
    let today = Day::at(context.now, context.zone);
    if day > today { Err(Refusal::ChangeDayAhead { day }) } else { Ok(()) }
}

fn ahead(day: Day, context: &Context) -> Result<(), Refusal> {
    let today = Day::at(context.now, context.zone);
    if day < today { Err(Refusal::ChangeDayOver { day }) } else { Ok(()) }
}
