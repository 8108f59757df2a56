//! What each event changes in a document. Holds no rule: whatever the log says has happened.

use std::collections::BTreeSet;

use super::{Confirmed, Entered, Event, Guide, Remarks, Stage, Version};
use crate::domain::incident::Written;

/// The state after an event. The first event of a stream makes it; an event that fits to nothing changes nothing.
pub fn evolve(guide: Option<Guide>, event: &Event, written: &Written) -> Option<Guide> {
    let Some(mut guide) = guide else {
        let Event::Created { number, kind, title, file } = event else { return None };
        return Some(Guide {
            number: *number,
            kind: *kind,
            title: title.clone(),
            titles_before: BTreeSet::new(),
            file: file.clone(),
            versions: Vec::new(),
            recorded: written.recorded,
            changed: written.recorded,
        });
    };
    guide.changed = written.recorded;
    let enter = |stage, reason: &str, alone| {
        let Written { by, recorded, .. } = *written;
        Entered { stage, recorded, by, reason: reason.to_owned(), alone }
    };
    let stage = match event {
        Event::Created { .. } => return Some(guide),
        Event::Retitled { title, was } => {
            guide.titles_before.insert(was.clone());
            guide.title.clone_from(title);
            return Some(guide);
        }
        Event::VersionStarted { version, based_on } => {
            let text = based_on.and_then(|base| guide.version(base)).map(|base| base.text.clone());
            guide.versions.push(Version {
                version: *version,
                based_on: *based_on,
                text: text.unwrap_or_default(),
                remarks: Remarks::default(),
                authors: [written.by].into(),
                revision: 0,
                path: vec![enter(Stage::Draft, "", false)],
                from: None,
                confirmed: Vec::new(),
            });
            return Some(guide);
        }
        Event::TextEdited { .. } | Event::Remarked { .. } | Event::Confirmed { .. } => None,
        Event::Submitted { .. } => Some(enter(Stage::InReview, "", false)),
        Event::ChangeAsked { reason, .. } => Some(enter(Stage::ChangeAsked, reason, false)),
        Event::Approved { alone, .. } => Some(enter(Stage::Approved, "", *alone)),
        Event::PutInForce { .. } => Some(enter(Stage::InForce, "", false)),
        Event::Discarded { reason, .. } => Some(enter(Stage::Discarded, reason, false)),
    };
    if let Some(version) = guide.versions.iter_mut().find(|version| Some(version.version) == about(event)) {
        version.path.extend(stage);
        write(version, event, written);
    }
    Some(guide)
}

/// What an event changes in a version beside its stage.
fn write(version: &mut Version, event: &Event, written: &Written) {
    match event {
        Event::TextEdited { splice, .. } => splice.apply(&mut version.text),
        Event::Remarked { remarks, .. } => version.remarks.clone_from(remarks),
        Event::PutInForce { from, .. } => version.from = Some(*from),
        // It was to hold from a day to come, and never does.
        Event::Discarded { .. } => version.from = None,
        Event::Confirmed { reason, .. } => {
            let Written { by, recorded, .. } = *written;
            version.confirmed.push(Confirmed { recorded, by, reason: reason.clone() });
        }
        Event::Created { .. }
        | Event::Retitled { .. }
        | Event::VersionStarted { .. }
        | Event::Submitted { .. }
        | Event::ChangeAsked { .. }
        | Event::Approved { .. } => return,
    }
    if !matches!(event, Event::PutInForce { .. } | Event::Confirmed { .. } | Event::Discarded { .. }) {
        version.authors.insert(written.by);
        version.revision += 1;
    }
}

/// The version that an event is about.
const fn about(event: &Event) -> Option<u32> {
    match event {
        Event::Created { .. } | Event::Retitled { .. } => None,
        Event::VersionStarted { version, .. }
        | Event::TextEdited { version, .. }
        | Event::Remarked { version, .. }
        | Event::Submitted { version }
        | Event::ChangeAsked { version, .. }
        | Event::Approved { version, .. }
        | Event::PutInForce { version, .. }
        | Event::Confirmed { version, .. }
        | Event::Discarded { version, .. } => Some(*version),
    }
}
