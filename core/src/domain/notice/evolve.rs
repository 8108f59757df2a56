//! The state of a notice after an event. Holds no rule.

use std::collections::{BTreeMap, BTreeSet};

use super::{Acknowledgement, End, Event, Notice, Sending, Subject, Who};
use crate::domain::incident::Written;
use crate::ids::{Number, PersonId};
use crate::time::Instant;

/// The state after an event. The first event of a stream makes it; an event that fits to nothing changes nothing.
pub fn evolve(notice: Option<Notice>, event: &Event, written: &Written) -> Option<Notice> {
    let Written { by, recorded, .. } = *written;
    let Some(mut now) = notice else {
        return begun(event, recorded, by);
    };
    match event {
        Event::Announced { .. } | Event::Received { .. } => {}
        Event::KnownThere { known } => {
            now.expected.extend(known.keys().copied());
            known.keys().for_each(|person| drop(now.excused.remove(person)));
            now.known.extend(known.iter().map(|(here, there)| (*here, *there)));
        }
        Event::SendingRecorded { person, result, at, message } => {
            let (result, message) = (result.clone(), message.clone());
            now.sendings.push(Sending { person: *person, result, at: *at, message, by });
        }
        Event::Acknowledged { person, way, at } => {
            now.acknowledged.insert(*person, Acknowledgement { way: way.clone(), at: *at, recorded, by });
        }
        Event::TakenBack { person, .. } => drop(now.acknowledged.remove(person)),
        Event::AskedAlso { person } => {
            now.excused.remove(person);
            now.expected.insert(*person);
        }
        Event::Excused { person, reason } => {
            now.expected.remove(person);
            now.excused.insert(*person, reason.clone());
        }
        Event::Superseded { by: newer } => now.end = Some((End::Superseded { by: *newer }, recorded, by)),
        Event::Withdrawn { reason } => {
            now.end = Some((End::Withdrawn { reason: reason.clone() }, recorded, by));
        }
    }
    Some(now)
}

/// The state after the first event of a stream.
fn begun(event: &Event, recorded: Instant, by: PersonId) -> Option<Notice> {
    let begin = |number: &Number, subject: &Subject, german: &str, english: &str| Notice {
        number: *number,
        subject: subject.clone(),
        german: german.to_owned(),
        english: english.to_owned(),
        teams: Vec::new(),
        who: Who::Everyone,
        expected: BTreeSet::new(),
        excused: BTreeMap::new(),
        acknowledged: BTreeMap::new(),
        sendings: Vec::new(),
        outside: None,
        known: BTreeMap::new(),
        announced: recorded,
        by,
        end: None,
    };
    match event {
        Event::Announced { number, subject, german, english, teams, who, expected } => Some(Notice {
            teams: teams.clone(),
            who: *who,
            expected: expected.iter().copied().collect(),
            ..begin(number, subject, german, english)
        }),
        Event::Received { number, outside, subject, german, english, known } => Some(Notice {
            expected: known.keys().copied().collect(),
            outside: Some((**outside).clone()),
            known: known.clone(),
            ..begin(number, subject, german, english)
        }),
        Event::KnownThere { .. }
        | Event::SendingRecorded { .. }
        | Event::Acknowledged { .. }
        | Event::TakenBack { .. }
        | Event::AskedAlso { .. }
        | Event::Excused { .. }
        | Event::Superseded { .. }
        | Event::Withdrawn { .. } => None,
    }
}
