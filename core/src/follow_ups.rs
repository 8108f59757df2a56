//! What an event makes happen elsewhere, in the same transaction. Knows no database: an event in, further orders out; what
//! has to be known of other records comes in as [`Around`].

use crate::domain::policy::RuleKind;
use crate::domain::report::ReportKind;
use crate::domain::review::{Decision, Occasion, Phase};
use crate::domain::{Command, Context, Event, change, drill, guide, incident, notice, report, review};
use crate::ids::{Number, PartId, StreamId};
use crate::time::{Day, Instant, Moment};

/// What follow-ups must know of other records.
#[derive(Debug, Clone, Default)]
pub struct Around {
    /// A record that is not there yet.
    pub fresh: Option<StreamId>,
    /// The newest review of the emergency that the event is about, and where it stands.
    pub review: Option<(StreamId, Phase)>,
    /// The periodic review that is planned or under way, but for the one that the event is about.
    pub periodic: Option<StreamId>,
    /// The number of the review that the event is about, and the tests whose results it looked at.
    pub analysed: Option<(Number, Vec<StreamId>)>,
    /// A notice that is not there yet, where the record has something to tell to teams.
    pub notice: Option<StreamId>,
    /// The notices about the same record that still ask.
    pub open_notices: Vec<StreamId>,
    /// A copy of a notice about a newer version, where the event took an older one in.
    pub newer_notice: Option<StreamId>,
    /// The orders to the record that a notice is about, which follow from acknowledgements.
    pub informed: Vec<(StreamId, Command)>,
}

/// Whether teams may be informed by this: somebody acknowledged or is not asked any more, or it is their turn.
pub const fn informs(event: &Event) -> bool {
    match event {
        Event::Notice(event) => {
            matches!(event, notice::Event::Acknowledged { .. } | notice::Event::Excused { .. })
        }
        Event::Change(event) => matches!(event, change::Event::EffectChecked { effective: true, .. }),
        Event::Incident(_)
        | Event::Report(_)
        | Event::Organisation(_)
        | Event::Batch(_)
        | Event::Review(_)
        | Event::Finding(_)
        | Event::Plan(_)
        | Event::Drill(_)
        | Event::Guide(_)
        | Event::Policy(_)
        | Event::Reminder(_) => false,
    }
}

/// Whether what follows depends on what teams were told of the record.
pub const fn concerns_notices(event: &Event) -> bool {
    match event {
        Event::Review(event) => matches!(event, review::Event::Approved { .. }),
        Event::Change(event) => {
            matches!(event, change::Event::Decided { approved: true, .. } | change::Event::Cancelled { .. })
        }
        Event::Guide(event) => {
            matches!(event, guide::Event::PutInForce { .. } | guide::Event::Discarded { .. })
        }
        Event::Notice(event) => {
            matches!(event, notice::Event::Announced { .. } | notice::Event::Received { .. })
        }
        Event::Incident(_)
        | Event::Report(_)
        | Event::Organisation(_)
        | Event::Batch(_)
        | Event::Finding(_)
        | Event::Plan(_)
        | Event::Drill(_)
        | Event::Policy(_)
        | Event::Reminder(_) => false,
    }
}

/// Whether what follows depends on the reviews that there are.
pub const fn concerns_reviews(event: &Event) -> bool {
    match event {
        Event::Incident(event) => touches_the_end(event),
        Event::Review(event) => matches!(event, review::Event::Approved { .. }),
        Event::Report(_)
        | Event::Organisation(_)
        | Event::Batch(_)
        | Event::Change(_)
        | Event::Finding(_)
        | Event::Plan(_)
        | Event::Drill(_)
        | Event::Guide(_)
        | Event::Notice(_)
        | Event::Policy(_)
        | Event::Reminder(_) => false,
    }
}

/// Whether an emergency may have ended by this, on another day, or not at all any more.
const fn touches_the_end(event: &incident::Event) -> bool {
    use incident::Event as E;
    use incident::Milestone as M;
    matches!(
        event,
        E::EmergencyEnded { .. }
            | E::Relapsed { .. }
            | E::StepTakenBack { .. }
            | E::MilestoneSet { milestone: M::Ended | M::Restored, .. }
            | E::Withdrawn { .. }
            | E::Reinstated { .. }
            | E::Undone { .. }
    )
}

/// The orders that follow from an event of the record `stream`, each with the record that it is about.
pub fn after(
    stream: StreamId,
    event: &Event,
    recorded: Instant,
    context: &Context,
    around: &Around,
) -> Vec<(StreamId, Command)> {
    match event {
        event if informs(event) => around.informed.clone(),
        Event::Report(report::Event::Issued { kind, about, number, approver, .. }) => {
            let (report, number, approver) = (stream, number.to_string(), *approver);
            let at = Moment::exact(recorded, context.zone);
            let note = match kind {
                ReportKind::PostIncident => {
                    Command::Incident(incident::Command::NoteReport { report, number, approver, at })
                }
                ReportKind::DrTest => {
                    Command::Drill(drill::Command::NoteReport { report, number, approver, at })
                }
                ReportKind::ProcessReview => {
                    Command::Review(review::Command::NoteReport { report, number, approver, at })
                }
            };
            vec![(*about, note)]
        }
        Event::Incident(event) => review_of_emergency(stream, event, context, around),
        Event::Review(review::Event::Approved { .. }) => {
            let mut orders = periodic_review(context, around);
            orders.extend(analyses(stream, around));
            orders.extend(announcement(stream, context, around));
            orders
        }
        Event::Change(change::Event::Decided { approved: true, .. }) => announcement(stream, context, around),
        Event::Guide(guide::Event::PutInForce { remarks, .. }) if remarks.teams.is_empty() => {
            // Nobody has to read the text that held before any more.
            let reason = remarks.no_teams.clone();
            withdrawn(around, || notice::Command::Withdraw { reason: reason.clone() })
        }
        Event::Guide(guide::Event::PutInForce { .. }) => announcement(stream, context, around),
        Event::Guide(guide::Event::Discarded { reason, .. }) => {
            withdrawn(around, || notice::Command::Withdraw { reason: reason.clone() })
        }
        Event::Change(change::Event::Cancelled { reason }) => {
            withdrawn(around, || notice::Command::Withdraw { reason: reason.clone() })
        }
        Event::Notice(notice::Event::Announced { .. }) => {
            withdrawn(around, || notice::Command::Supersede { by: stream })
        }
        Event::Notice(notice::Event::Received { .. }) => received(stream, around),
        Event::Review(review::Event::ItemDecided { item, decision, .. }) => {
            change_asked_for(stream, *item, decision)
        }
        Event::Review(_)
        | Event::Organisation(_)
        | Event::Batch(_)
        | Event::Change(_)
        | Event::Finding(_)
        | Event::Plan(_)
        | Event::Drill(_)
        | Event::Guide(_)
        | Event::Notice(_)
        | Event::Policy(_)
        | Event::Reminder(_) => Vec::new(),
    }
}

/// What is approved is told to the teams that it names (duties 31); a notice about it that still asks gives way. What is taken
/// over tells nobody: it is the history of another place.
fn announcement(stream: StreamId, context: &Context, around: &Around) -> Vec<(StreamId, Command)> {
    let Some(fresh) = around.notice.filter(|_| !context.importing) else { return Vec::new() };
    let announce = Command::Notice(notice::Command::AnnounceRecord { about: stream });
    let superseded = withdrawn(around, || notice::Command::Supersede { by: fresh });
    std::iter::once((fresh, announce)).chain(superseded).collect()
}

/// A notice from another workspace takes the place of what came from there about the same record; one that comes too late gives
/// way to what is newer.
fn received(stream: StreamId, around: &Around) -> Vec<(StreamId, Command)> {
    let mut orders = withdrawn(around, || notice::Command::Supersede { by: stream });
    orders.extend(around.newer_notice.map(|by| (stream, Command::Notice(notice::Command::Supersede { by }))));
    orders
}

/// One order to each notice about the record that still asks.
fn withdrawn(around: &Around, order: impl Fn() -> notice::Command) -> Vec<(StreamId, Command)> {
    around.open_notices.iter().map(|open| (*open, Command::Notice(order()))).collect()
}

/// After each emergency its review is planned (duties 27); one that was planned follows what becomes of the emergency. What is
/// taken over plans none: it is the history of another place.
fn review_of_emergency(
    stream: StreamId,
    event: &incident::Event,
    context: &Context,
    around: &Around,
) -> Vec<(StreamId, Command)> {
    if context.importing || !touches_the_end(event) {
        return Vec::new();
    }
    // One that is approved looked at an earlier end: a further one needs a review of its own.
    if let Some((review, _)) =
        around.review.filter(|(_, phase)| phase.is_open() || *phase == Phase::Cancelled)
    {
        return vec![(review, Command::Review(review::Command::FollowEmergency {}))];
    }
    let incident::Event::EmergencyEnded { at, .. } = event else { return Vec::new() };
    let bound = context.policy.term(RuleKind::ReviewAfterEmergency, Day::at(at.at, context.zone));
    let occasion = Occasion::AfterEmergency { incident: stream };
    let plan = review::Command::Plan { occasion, planned: None, lead: None };
    around.fresh.zip(bound).map(|(fresh, _)| (fresh, Command::Review(plan))).into_iter().collect()
}

/// When a review is approved the next periodic one is planned for the day that it set (duties 28), or the one that is planned
/// already follows.
fn periodic_review(context: &Context, around: &Around) -> Vec<(StreamId, Command)> {
    if let Some(periodic) = around.periodic {
        return vec![(periodic, Command::Review(review::Command::FollowApproval {}))];
    }
    let today = Day::at(context.now, context.zone);
    let bound = context.policy.term(RuleKind::ReviewPeriodic, today);
    let plan = review::Command::Plan { occasion: Occasion::Periodic {}, planned: None, lead: None };
    around.fresh.zip(bound).map(|(fresh, _)| (fresh, Command::Review(plan))).into_iter().collect()
}

/// A review that is approved has analysed each test result that it looked at (duties 33).
fn analyses(review: StreamId, around: &Around) -> Vec<(StreamId, Command)> {
    let Some((number, drills)) = &around.analysed else { return Vec::new() };
    let note = || drill::Command::NoteAnalysis { review, number: number.to_string() };
    drills.iter().map(|drill| (*drill, Command::Drill(note()))).collect()
}

/// An item that ends in a change opens a draft of the change request (duties 30).
fn change_asked_for(review: StreamId, item: PartId, decision: &Decision) -> Vec<(StreamId, Command)> {
    match decision {
        Decision::NoChange { .. } => Vec::new(),
        Decision::Change { change, title, wanted } => {
            let origin = change::Origin::Review { review, item };
            let draft = change::Command::Draft { origin, title: title.clone(), wanted: wanted.clone() };
            vec![(*change, Command::Change(draft))]
        }
    }
}
