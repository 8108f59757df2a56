//! The state of a notice after an event. Holds no rule.

use std::collections::BTreeMap;

use super::{Acknowledgement, End, Event, Notice, Sending};
use crate::domain::incident::Written;

/// The state after an event. The first event of a stream makes it; an event that fits to nothing changes nothing.
pub fn evolve(notice: Option<Notice>, event: &Event, written: &Written) -> Option<Notice> {
    let Written { by, recorded, .. } = *written;
    let Some(mut now) = notice else {
        let Event::Announced { number, subject, german, english, teams, who, expected } = event else {
            return None;
        };
        return Some(Notice {
            number: *number,
            subject: subject.clone(),
            german: german.clone(),
            english: english.clone(),
            teams: teams.clone(),
            who: *who,
            expected: expected.iter().copied().collect(),
            excused: BTreeMap::new(),
            acknowledged: BTreeMap::new(),
            sendings: Vec::new(),
            announced: recorded,
            by,
            end: None,
        });
    };
    match event {
        Event::Announced { .. } => {}
        Event::SendingRecorded { person, result, at, message } => {
            let (result, message) = (result.clone(), message.clone());
            now.sendings.push(Sending { person: *person, result, at: *at, message, by });
        }
        Event::Acknowledged { person, way, at } => {
            now.acknowledged.insert(*person, Acknowledgement { way: *way, at: *at, recorded, by });
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
