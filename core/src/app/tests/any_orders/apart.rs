//! Read from the log alone, event by event: who wrote, led, did, and who approved or checked it. Knows nothing of how the rules
//! work out the same. People are their ids: names stand in no event, so a new name is nobody new.

#![allow(clippy::wildcard_enum_match_arm)] // Of most events it hears nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::super::*;
use crate::domain::organisation::Event as O;
use crate::domain::{Event, change, drill, finding, guide, plan, policy, review};
use crate::log::codec::{self, Read};

/// Who had a part in each record, by what an approval must be independent of.
#[derive(Default)]
struct Parts {
    wrote: BTreeMap<StreamId, BTreeSet<PersonId>>,
    did: BTreeMap<StreamId, BTreeSet<PersonId>>,
    /// Who leads or owns it, each with the event that says so: a step that is taken back goes.
    owns: BTreeMap<StreamId, Vec<(PartId, PersonId)>>,
    /// Reviews that nobody has begun to lead yet: who is named there may still be replaced.
    planned: BTreeSet<StreamId>,
    /// Who takes part in the organisation.
    active: BTreeSet<PersonId>,
    waived: bool,
}

/// How many approvals and checks there were, and how many of them by one person alone.
#[derive(Debug, Default, Clone, Copy)]
pub struct Approvals {
    pub by_two: u32,
    pub alone: u32,
}

/// Counts the approvals and checks of a log.
///
/// # Errors
/// The first that one person gave to what was that person's own, without the rule that allows it.
pub fn counted(desk: &Desk) -> Result<Approvals, String> {
    let conn = desk.app.workspace().reader().unwrap();
    let mut parts = Parts::default();
    let mut found = Approvals::default();
    for stored in crate::log::read_after(&conn, 0, usize::MAX).unwrap() {
        let Read::Known { event, .. } = codec::read(&stored).unwrap() else { continue };
        let by: PersonId = stored.actor.parse().unwrap();
        if let Some((own, alone)) = parts.hears(PartId(stored.id.0), stored.stream, by, &event) {
            let may_alone = parts.waived && parts.active.len() == 1;
            if own != alone || (alone && !may_alone) {
                return Err(format!(
                    "own {own}, said alone {alone}, allowed {may_alone}: {} {event:?}",
                    stored.seq
                ));
            }
            *(if alone { &mut found.alone } else { &mut found.by_two }) += 1;
        }
    }
    Ok(found)
}

impl Parts {
    /// Takes an event in; where it is an approval or a check, whether it is of one's own, and whether it says so.
    fn hears(&mut self, id: PartId, stream: StreamId, by: PersonId, event: &Event) -> Option<(bool, bool)> {
        match event {
            Event::Organisation(event) => self.takes_part(event),
            Event::Policy(policy::Event::AloneSet { allowed, .. }) => self.waived = *allowed,
            Event::Review(event) => return self.review(id, stream, by, event),
            Event::Plan(event) => return self.plan(stream, by, event),
            Event::Guide(event) => return self.guide(stream, by, event),
            Event::Change(event) => return self.change(stream, by, event),
            Event::Finding(event) => return self.finding(id, stream, by, event),
            Event::Drill(event) => return self.drill(id, stream, by, event),
            _ => {}
        }
        None
    }

    fn takes_part(&mut self, event: &O) {
        match event {
            O::PersonPut { id, .. } => {
                self.active.insert(*id);
            }
            O::PersonRetired { id } | O::PersonErased { id, .. } => {
                self.active.remove(id);
            }
            _ => {}
        }
    }

    fn writes(&mut self, stream: StreamId, by: PersonId) {
        self.wrote.entry(stream).or_default().insert(by);
    }

    fn own(&self, stream: StreamId, by: PersonId) -> bool {
        self.wrote.get(&stream).is_some_and(|people| people.contains(&by))
    }

    fn named(&mut self, id: PartId, stream: StreamId, person: PersonId) {
        self.owns.entry(stream).or_default().push((id, person));
    }

    fn owner(&self, stream: StreamId) -> Option<PersonId> {
        self.owns.get(&stream)?.last().map(|(_, person)| *person)
    }

    /// Whoever ever led a review does not approve it; who is named before it is prepared has not led.
    fn review(
        &mut self,
        id: PartId,
        stream: StreamId,
        by: PersonId,
        event: &review::Event,
    ) -> Option<(bool, bool)> {
        use review::Event as E;
        match event {
            E::Planned { lead, .. } => {
                self.planned.insert(stream);
                lead.iter().for_each(|lead| self.named(id, stream, *lead));
            }
            E::LeadAssigned { person, .. } => self.named(id, stream, *person),
            E::Postponed { .. }
            | E::Cancelled { .. }
            | E::PlannedAgain { .. }
            | E::ApprovalFollowed { .. }
            | E::StepTakenBack { phase: review::Phase::Planned, .. } => {
                self.planned.insert(stream);
            }
            E::Prepared { .. } => {
                self.planned.remove(&stream);
            }
            E::Approved { alone, .. } => return Some((self.own(stream, by), *alone)),
            _ => {}
        }
        if let Some(lead) = self.owner(stream).filter(|_| !self.planned.contains(&stream)) {
            self.writes(stream, lead);
        }
        None
    }

    /// Whoever wrote in a version or handed it in does not approve it.
    fn plan(&mut self, stream: StreamId, by: PersonId, event: &plan::Event) -> Option<(bool, bool)> {
        use plan::Event as E;
        match event {
            E::VersionBegun { .. } => drop(self.wrote.remove(&stream)),
            E::Opened { .. }
            | E::Described { .. }
            | E::StepPut { .. }
            | E::StepMoved { .. }
            | E::StepRemoved { .. }
            | E::TakenOver { .. }
            | E::Submitted { .. } => self.writes(stream, by),
            E::Approved { alone, .. } => return Some((self.own(stream, by), *alone)),
            E::Rejected { .. } | E::Retired { .. } | E::Reinstated { .. } => {}
        }
        None
    }

    fn guide(&mut self, stream: StreamId, by: PersonId, event: &guide::Event) -> Option<(bool, bool)> {
        use guide::Event as E;
        match event {
            E::VersionStarted { .. } => {
                self.wrote.remove(&stream);
                self.writes(stream, by);
            }
            E::TextEdited { .. } | E::Remarked { .. } => self.writes(stream, by),
            E::Approved { alone, .. } => return Some((self.own(stream, by), *alone)),
            _ => {}
        }
        None
    }

    /// Whoever wrote a change does not decide it or bear its risk, and whoever implemented it does not check it.
    fn change(&mut self, stream: StreamId, by: PersonId, event: &change::Event) -> Option<(bool, bool)> {
        use change::Event as E;
        match event {
            E::Drafted { .. } | E::Described(_) => self.writes(stream, by),
            E::Implemented { implementer, .. } => {
                self.did.entry(stream).or_default().extend([by, *implementer]);
            }
            E::Decided { alone, .. } | E::RiskAccepted { alone, .. } => {
                return Some((self.own(stream, by), *alone));
            }
            E::Checked { alone, .. } => return Some((self.did[&stream].contains(&by), *alone)),
            _ => {}
        }
        None
    }

    /// Whoever did what a finding asks for, or says so, does not check it; whoever owns it does not bear its risk.
    fn finding(
        &mut self,
        id: PartId,
        stream: StreamId,
        by: PersonId,
        event: &finding::Event,
    ) -> Option<(bool, bool)> {
        use finding::Event as E;
        match event {
            E::Raised { owner: Some(owner), .. } | E::Assigned { owner, .. } => {
                self.named(id, stream, *owner);
            }
            E::StepTakenBack { step, .. } => {
                self.owns.entry(stream).or_default().retain(|(named, _)| named != step);
            }
            E::ImplementationReported { person, .. } => {
                self.did.insert(stream, [by, *person].into());
            }
            E::ImplementationChecked { alone, .. } => return Some((self.did[&stream].contains(&by), *alone)),
            E::RiskAccepted { alone, .. } => return Some((self.owner(stream) == Some(by), *alone)),
            _ => {}
        }
        None
    }

    /// Whoever led, coordinated or handed in does not approve the result.
    fn drill(
        &mut self,
        id: PartId,
        stream: StreamId,
        by: PersonId,
        event: &drill::Event,
    ) -> Option<(bool, bool)> {
        use drill::Event as E;
        match event {
            E::Scheduled(scheduled) => self.named(id, stream, scheduled.arrangement.lead),
            E::Arranged { arrangement } => self.named(id, stream, arrangement.lead),
            E::Started { .. } => {
                let lead = self.owner(stream).unwrap();
                self.writes(stream, lead);
            }
            E::HandedOver { to, .. } => self.writes(stream, *to),
            E::ResultSubmitted {} => self.writes(stream, by),
            E::ResultApproved { alone, .. } => return Some((self.own(stream, by), *alone)),
            _ => {}
        }
        None
    }
}
