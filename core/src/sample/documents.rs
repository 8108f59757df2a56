//! The documents of the sample's year: the recovery guide and its second version, a text of the process, and who
//! acknowledged them.

use std::collections::BTreeSet;

use super::Cast;
use super::teller::Teller;
use crate::app::Fault;
use crate::domain::guide::{Command as Guide, Kind as DocumentKind, Remarks};
use crate::domain::{Command, notice};
use crate::ids::{PersonId, StreamId, TeamId};
use crate::time::Moment;

impl Teller<'_> {
    fn guide(
        &self,
        by: PersonId,
        record: Option<StreamId>,
        command: Guide,
        at: Moment,
    ) -> Result<StreamId, Fault> {
        Ok(self.order_by(by, record, Command::Guide(command), at)?.record)
    }
}

/// The guide as it was when the year began.
pub fn guide(t: &Teller<'_>, cast: &Cast) -> Result<StreamId, Fault> {
    put_in_force(t, cast, DocumentKind::RecoveryGuide, ["guide", "guide-text"], 322)
}

/// The teams read it.
pub fn guide_read(t: &Teller<'_>, cast: &Cast, record: StreamId) -> Result<(), Fault> {
    acknowledge(t, record, cast.deployment, t.past(317, "10:15")?)?;
    acknowledge(t, record, cast.recorder, t.past(316, "09:50")?)
}

/// The teams that every document names.
fn teams(cast: &Cast) -> BTreeSet<TeamId> {
    BTreeSet::from([cast.team_deployment, cast.team_disaster])
}

/// A new document, written, approved and put in force within six days.
fn put_in_force(
    t: &Teller<'_>,
    cast: &Cast,
    kind: DocumentKind,
    sentences: [&str; 2],
    days: i64,
) -> Result<StreamId, Fault> {
    let [title, text] = sentences.map(|name| t.say(name));
    let remarks = Remarks { teams: teams(cast), ..Remarks::default() };
    let create = Guide::Create { kind, title, text, remarks, file: None };
    let record = t.guide(cast.process, None, create, t.past(days, "10:00")?)?;
    approved(t, cast, record, 1, days)?;
    Ok(record)
}

/// Handed in after a day, approved after two, in force after four.
fn approved(t: &Teller<'_>, cast: &Cast, record: StreamId, version: u32, days: i64) -> Result<(), Fault> {
    t.guide(cast.process, Some(record), Guide::Submit { version }, t.past(days - 1, "09:30")?)?;
    t.guide(cast.management, Some(record), Guide::Approve { version }, t.past(days - 2, "14:00")?)?;
    let from = t.day(days - 4)?;
    let force = Guide::PutInForce { version, from };
    t.guide(cast.process, Some(record), force, t.past(days - 4, "08:30")?).map(|_| ())
}

/// A person acknowledges the open notices about a record in the program.
pub fn acknowledge(t: &Teller<'_>, about: StreamId, person: PersonId, at: Moment) -> Result<(), Fault> {
    for notice in t.open_notices(about)? {
        let command = notice::Command::Acknowledge { person, way: notice::Way::InProgram, at };
        t.order_by(person, Some(notice), Command::Notice(command), at)?;
    }
    Ok(())
}

/// The guide's second version, which the test asked for.
pub fn second_version(t: &Teller<'_>, cast: &Cast, record: StreamId) -> Result<(), Fault> {
    let begun = t.past(104, "10:00")?;
    t.guide(cast.process, Some(record), Guide::StartVersion {}, begun)?;
    let remarks = Remarks { change: t.say("guide-change"), teams: teams(cast), no_teams: String::new() };
    let edit = Guide::Edit { version: 2, revision: 0, text: t.say("guide-text-two"), remarks };
    t.guide(cast.process, Some(record), edit, begun)?;
    approved(t, cast, record, 2, 104)?;
    acknowledge(t, record, cast.deployment, t.past(99, "10:15")?)?;
    acknowledge(t, record, cast.recorder, t.past(98, "10:15")?)
}

/// A text of the process whose notice is still open.
pub fn process_text(t: &Teller<'_>, cast: &Cast) -> Result<(), Fault> {
    let record = put_in_force(t, cast, DocumentKind::ProcessText, ["text-title", "text-text"], 7)?;
    acknowledge(t, record, cast.deployment, t.past(2, "16:10")?)
}
