//! The rules of a notice. Who is asked, and what a record has to tell, is worked out before and comes in.

use super::{
    About, Command, End, Event, FromFile, Given, GivenThere, Known, Notice, Outside, Phase, Refusal, Subject,
    SubjectKind, Way,
};
use crate::domain::Context;
use crate::domain::organisation::Role;
use crate::ids::PersonId;
use crate::time::{Length, Moment};

/// What follows from an order. `given` is what the program knows of other records.
///
/// # Errors
/// The reason why it is refused.
pub fn decide(
    notice: Option<&Notice>,
    command: Command,
    given: &Given,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    match (notice, command) {
        (None, Command::Announce { title, german, english, teams, who }) => {
            if title.trim().is_empty() {
                return Err(Refusal::NoticeTitleMissing);
            }
            let subject = Subject {
                kind: SubjectKind::Other,
                record: None,
                number: String::new(),
                title: title.trim().to_owned(),
                version: 1,
            };
            if german.trim().is_empty() && english.trim().is_empty() {
                return Err(Refusal::NoticeTextMissing);
            }
            announced(About { subject, german, english, teams, who }, given, context)
        }
        // What a record tells may be its title alone: a first version of a document changes nothing.
        (None, Command::AnnounceRecord { .. }) => {
            let about = given.about.clone().ok_or(Refusal::NoticeNothingToTell)?;
            match &given.told {
                Some(number) => Err(Refusal::NoticeTold { number: number.clone() }),
                None => announced(about, given, context),
            }
        }
        (None, Command::Receive { outside, subject, german, english, known }) => {
            Ok(vec![Event::Received { number: context.number, outside, subject, german, english, known }])
        }
        (None, _) => Err(Refusal::NoticeUnknown),
        (Some(notice), command) => change(notice, command, context),
    }
}

fn announced(about: About, given: &Given, context: &Context) -> Result<Vec<Event>, Refusal> {
    let About { subject, german, english, mut teams, who } = about;
    teams.sort();
    teams.dedup();
    if teams.is_empty() {
        return Err(Refusal::NoticeTeamsMissing);
    }
    let expected = given.expected.iter().copied().collect();
    Ok(vec![Event::Announced { number: context.number, subject, german, english, teams, who, expected }])
}

fn change(notice: &Notice, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    Ok(match command {
        Command::Announce { .. } | Command::AnnounceRecord { .. } => return Err(Refusal::NoticeAnnounced),
        Command::Receive { outside, known, .. } => known_now(notice, &outside, known)?,
        Command::TakeAcknowledgements { file, given } => taken(notice, &file, given, context)?,
        Command::RecordSending { person, result, at, message } => {
            // What was sent was sent, also when the notice ended meanwhile.
            vec![Event::SendingRecorded { person, result, at, message }]
        }
        Command::Acknowledge { person, .. } if notice.acknowledged.contains_key(&person) => Vec::new(),
        Command::Acknowledge { person, way, at } => {
            acknowledgeable(notice, person, &way, at, context)?;
            vec![Event::Acknowledged { person, way, at }]
        }
        Command::TakeBack { person, reason } => {
            let given = notice.acknowledged.get(&person).ok_or(Refusal::NoticeNotAcknowledged { person })?;
            let own = context.by == person || context.by == given.by;
            if !own && !context.roles.contains(&Role::ProcessManager) {
                return Err(Refusal::NoticeNotYours);
            }
            vec![Event::TakenBack { person, reason: reasoned(reason)? }]
        }
        Command::AskAlso { person } => {
            standing(notice)?;
            if notice.expected.contains(&person) { Vec::new() } else { vec![Event::AskedAlso { person }] }
        }
        Command::Excuse { person, .. } if notice.excused.contains_key(&person) => Vec::new(),
        Command::Excuse { person, reason } => {
            standing(notice)?;
            if !notice.missing().any(|missing| missing == person) {
                return Err(Refusal::NoticeNotAsked { person });
            }
            vec![Event::Excused { person, reason: reasoned(reason)? }]
        }
        // What everyone acknowledged was kept, and one that ended has nobody left to ask: nothing to take over.
        Command::Supersede { .. } if notice.phase() != Phase::Open => Vec::new(),
        Command::Supersede { by } => vec![Event::Superseded { by }],
        Command::Withdraw { .. } if matches!(notice.end, Some((End::Withdrawn { .. }, ..))) => Vec::new(),
        Command::Withdraw { reason } => {
            standing(notice)?;
            vec![Event::Withdrawn { reason: reasoned(reason)? }]
        }
    })
}

/// In the program everyone speaks for oneself, and only while somebody is asked. What was said to somebody may
/// be entered when the notice ended already: it was said nevertheless, so it is kept.
fn acknowledgeable(
    notice: &Notice,
    person: PersonId,
    way: &Way,
    at: Moment,
    context: &Context,
) -> Result<(), Refusal> {
    if !notice.expected.contains(&person) && !notice.excused.contains_key(&person) {
        return Err(Refusal::NoticeNotAsked { person });
    }
    match way {
        Way::InProgram if person != context.by => return Err(Refusal::NoticeNotForOthers),
        Way::InProgram => standing(notice)?,
        Way::ByHand { .. } => {}
        // Files are taken in by an order of their own.
        Way::File(_) => return Err(Refusal::NoticeNotForOthers),
    }
    said_in_time(notice, at, context)
}

/// Nobody read it before there was a notice, or reads it tomorrow.
fn said_in_time(notice: &Notice, at: Moment, context: &Context) -> Result<(), Refusal> {
    let Some(said) = at.computable() else { return Ok(()) };
    if said > context.now {
        return Err(Refusal::NoticeInFuture);
    }
    // A minute is what people say and forms ask for: it begins before the second of the announcement.
    if said.plus(Length::minutes(1)) <= notice.announced {
        return Err(Refusal::NoticeBeforeAnnounced);
    }
    Ok(())
}

/// The same package again asks those as well who are known only now.
fn known_now(notice: &Notice, outside: &Outside, known: Known) -> Result<Vec<Event>, Refusal> {
    if notice.outside.as_ref().is_none_or(|held| held.package != outside.package) {
        return Err(Refusal::NoticeUnknown);
    }
    let fresh: Known = known.into_iter().filter(|(here, _)| !notice.known.contains_key(here)).collect();
    Ok(if fresh.is_empty() { Vec::new() } else { vec![Event::KnownThere { known: fresh }] })
}

/// What people said elsewhere was said, also when the notice ended meanwhile: it is kept like what is entered by hand. What is
/// recorded already stays as it is.
fn taken(
    notice: &Notice,
    file: &FromFile,
    given: Vec<GivenThere>,
    context: &Context,
) -> Result<Vec<Event>, Refusal> {
    if notice.outside.is_some() {
        return Err(Refusal::NoticeFromOutside);
    }
    let mut events: Vec<Event> = Vec::new();
    for GivenThere { person, at } in given {
        if notice.acknowledged.contains_key(&person) {
            continue;
        }
        if !notice.expected.contains(&person) && !notice.excused.contains_key(&person) {
            return Err(Refusal::NoticeNotAsked { person });
        }
        let at = by_now(at, context);
        said_in_time(notice, at, context)?;
        events.push(Event::Acknowledged { person, way: Way::File(file.clone()), at });
    }
    Ok(events)
}

/// Clocks of two machines differ: what the other one calls a little later was said by now at the latest.
fn by_now(at: Moment, context: &Context) -> Moment {
    if at.computable().is_some_and(|said| said > context.now) {
        Moment::exact(context.now, context.zone)
    } else {
        at
    }
}

fn standing(notice: &Notice) -> Result<(), Refusal> {
    match notice.end {
        None => Ok(()),
        Some((End::Superseded { .. }, ..)) => Err(Refusal::NoticeSuperseded),
        Some((End::Withdrawn { .. }, ..)) => Err(Refusal::NoticeWithdrawn),
    }
}

fn reasoned(reason: String) -> Result<String, Refusal> {
    if reason.trim().is_empty() { Err(Refusal::NoticeReasonMissing) } else { Ok(reason) }
}
