//! What depends on the noun of a record: which rules decide, what number it has, whether an order can be undone, what the window
//! has to ask anew. One arm a noun.

use std::collections::BTreeSet;

use super::Supplied;
use crate::domain::organisation::{self, PersonalData};
use crate::domain::{
    Command, Context, Event, Refusal, State, batch, change, drill, finding, guide, incident, notice, plan,
    policy, reminder, report, review,
};
use crate::ids::{EventId, Number, PersonId, StreamId};

/// Whether the order `undo` would take back what an order did to a record.
pub(super) fn undoable<'a>(
    state: Option<&State>,
    events: impl IntoIterator<Item = (EventId, &'a incident::Event)>,
) -> bool {
    state.and_then(State::incident).is_some_and(|incident| incident::reversible(incident, events))
}

pub(super) fn personal_data(command: &Command, by: PersonId) -> Option<(PersonId, PersonalData)> {
    let Command::Organisation(command) = command else { return None };
    if let organisation::Command::Found { founder, .. } = command {
        Some((by, founder.clone()))
    } else if let organisation::Command::PutPerson { id, data: Some(data), .. } = command {
        Some((*id, data.clone()))
    } else {
        None
    }
}

/// Decides an order about a record of any noun. An order about a record of another noun finds no such record.
pub(super) fn decide(
    state: Option<&State>,
    command: Command,
    supplied: &Supplied,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    /// The state of a record of that noun, none for a new one, or the refusal where the record is of another noun.
    macro_rules! of {
        ($noun:ident, $refusal:expr) => {
            match (state, state.and_then(State::$noun)) {
                (Some(_), None) => return Err($refusal.into()),
                (_, state) => state,
            }
        };
    }
    /// The events as those of any noun.
    fn any<E>(events: Vec<E>, event: fn(E) -> Event) -> Vec<Event> {
        events.into_iter().map(event).collect()
    }
    Ok(match command {
        Command::Incident(command) => {
            let incident = of!(incident, incident::Refusal::NotRecorded);
            let decided = incident::decide(incident, command, &supplied.undone, context);
            any(incident::unless_unreviewed(decided, supplied.unreviewed)?, Event::Incident)
        }
        Command::Organisation(command) => {
            let organisation = state.and_then(State::organisation);
            any(organisation::decide(organisation, command, context)?, Event::Organisation)
        }
        Command::Policy(command) => {
            any(policy::decide(state.and_then(State::policy), command, context)?, Event::Policy)
        }
        Command::Report(command) => {
            let (report, paper) = (state.and_then(State::report), supplied.paper.as_ref());
            any(report::decide(report, &command, paper, context)?, Event::Report)
        }
        Command::Batch(command) => {
            any(batch::decide(state.and_then(State::batch), command, context)?, Event::Batch)
        }
        Command::Review(command) => {
            let review = of!(review, review::Refusal::ReviewUnknown);
            any(review::decide(review, command, &supplied.given, context)?, Event::Review)
        }
        Command::Change(command) => {
            any(change::decide(of!(change, change::Refusal::ChangeUnknown), command, context)?, Event::Change)
        }
        Command::Finding(command) => {
            let finding = of!(finding, finding::Refusal::FindingUnknown);
            any(finding::decide(finding, command, supplied.cited.as_ref(), context)?, Event::Finding)
        }
        Command::Plan(command) => {
            any(plan::decide(of!(plan, plan::Refusal::PlanUnknown), command, context)?, Event::Plan)
        }
        Command::Drill(command) => {
            let drill = of!(drill, drill::Refusal::DrillUnknown);
            any(drill::decide(drill, command, supplied.plan.as_ref(), context)?, Event::Drill)
        }
        Command::Guide(command) => {
            any(guide::decide(of!(guide, guide::Refusal::GuideUnknown), command, context)?, Event::Guide)
        }
        Command::Notice(command) => {
            let notice = of!(notice, notice::Refusal::NoticeUnknown);
            any(notice::decide(notice, command, &supplied.told, context)?, Event::Notice)
        }
        Command::Reminder(command) => {
            let inbox = state.and_then(State::reminder);
            any(reminder::decide(inbox, command, &supplied.standing)?, Event::Reminder)
        }
    })
}

pub(super) fn number_of(state: &State) -> Option<Number> {
    match state {
        State::Incident(incident) => Some(incident.number),
        State::Report(report) => Some(report.number),
        State::Batch(batch) => Some(batch.number),
        State::Review(review) => Some(review.number),
        State::Change(change) => Some(change.number),
        State::Finding(finding) => Some(finding.number),
        State::Plan(plan) => Some(plan.number),
        State::Drill(drill) => Some(drill.number),
        State::Guide(guide) => Some(guide.number),
        State::Notice(notice) => Some(notice.number),
        State::Organisation(_) | State::Policy(_) | State::Reminder(_) => None,
    }
}

/// Names what a window has to ask anew after a record changed.
pub(super) fn go_stale(stale: &mut BTreeSet<String>, stream: StreamId, state: &State) {
    let views: &[&str] = match state {
        State::Incident(_) => &["home", "register", "journal", "reports"],
        State::Organisation(_) => &["organisation", "journal", "home"],
        State::Report(_) => &["reports", "journal"],
        State::Batch(_) => &["batches", "journal"],
        State::Review(_) => &["reviews", "home", "journal"],
        State::Change(_) => &["changes", "home", "journal"],
        State::Finding(_) => &["findings", "home", "journal"],
        State::Plan(_) => &["plans", "home", "journal"],
        State::Drill(_) => &["drills", "home", "journal"],
        State::Guide(_) => &["guides", "home", "journal"],
        State::Notice(_) => &["notices", "home", "journal"],
        State::Policy(_) => &["policy", "home", "journal"],
        State::Reminder(_) => &["inbox", "journal"],
    };
    stale.extend(views.iter().map(|view| (*view).to_owned()));
    stale.insert(format!("record:{stream}"));
}
