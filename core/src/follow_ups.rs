//! What an event makes happen elsewhere, in the same transaction. Knows no database: an event in, further orders out.

use crate::domain::{Command, Event, incident, report};
use crate::ids::StreamId;
use crate::time::{Instant, Moment, Zone};

/// The orders that follow from an event of the record `stream`, each with the record that it is about.
pub fn after(stream: StreamId, event: &Event, recorded: Instant, zone: Zone) -> Vec<(StreamId, Command)> {
    match event {
        Event::Report(report::Event::Issued { about, number, approver, .. }) => {
            let note = incident::Command::NoteReport {
                report: stream,
                number: number.to_string(),
                approver: *approver,
                at: Moment::exact(recorded, zone),
            };
            vec![(*about, Command::Incident(note))]
        }
        Event::Incident(_) | Event::Organisation(_) | Event::Batch(_) => Vec::new(),
    }
}
