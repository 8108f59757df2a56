//! What follows from an order about a document, and which deeds are possible now.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::text::{LIMIT, plain, splices};
use super::{Command, Event, Guide, Refusal, Remarks, Stage, Version, steps};
use crate::domain::Context;
use crate::time::Day;

/// What follows from an order.
///
/// # Errors
/// The reason why it is refused.
pub fn decide(guide: Option<&Guide>, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    let Some(now) = guide else {
        let Command::Create { kind, title, text, remarks, file } = command else {
            return Err(Refusal::GuideUnknown);
        };
        let title = named(&title)?;
        let mut events = vec![
            Event::Created { number: context.number, kind, title, file },
            Event::VersionStarted { version: 1, based_on: None },
        ];
        events.extend(written(1, "", &text, &Remarks::default(), remarks)?);
        return Ok(events);
    };
    match command {
        Command::Create { .. } => Err(Refusal::GuideThere),
        Command::Retitle { title } => {
            let title = named(&title)?;
            let was = now.title.clone();
            Ok(if title == was { Vec::new() } else { vec![Event::Retitled { title, was }] })
        }
        Command::StartVersion {} => start(now),
        Command::Edit { version, revision, text, remarks } => {
            let draft = at(now, version, Stage::is_written)?;
            let events = written(version, &draft.text, &text, &draft.remarks, remarks)?;
            // What would change nothing disturbs nobody, whoever saved before.
            if !events.is_empty() && draft.revision != revision {
                return Err(Refusal::GuideDraftMovedOn { revision: draft.revision });
            }
            Ok(events)
        }
        Command::Submit { version } => {
            let draft = at(now, version, Stage::is_written)?;
            complete(draft)?;
            Ok(vec![Event::Submitted { version }])
        }
        Command::AskForChange { version, reason } => {
            at(now, version, in_review)?;
            Ok(vec![Event::ChangeAsked { version, reason: reasoned(reason)? }])
        }
        Command::Approve { version } => {
            let author = at(now, version, in_review)?.authors.contains(&context.by);
            if author && !context.alone {
                return Err(Refusal::GuideAuthorApproves);
            }
            Ok(vec![Event::Approved { version, alone: author }])
        }
        Command::PutInForce { version, from } => put_in_force(now, version, from, context),
        Command::Confirm { version, reason } => {
            let reason = reasoned(reason)?;
            at(now, version, |_| true)?;
            let today = Day::at(context.now, context.zone);
            if now.valid(today).is_none_or(|valid| valid.version != version) {
                return Err(Refusal::GuideNotValid { version });
            }
            Ok(vec![Event::Confirmed { version, reason }])
        }
        Command::Discard { version, reason } => {
            // What is to hold from a day to come never held: it can still be given up.
            let today = Day::at(context.now, context.zone);
            let newest = now.newest_in_force().map(|newest| newest.version) == Some(version);
            let ahead = now.version(version).and_then(|found| found.from).is_some_and(|from| from > today);
            at(now, version, |stage| stage.is_open() || (stage == Stage::InForce && newest && ahead))?;
            Ok(vec![Event::Discarded { version, reason: reasoned(reason)? }])
        }
    }
}

fn start(now: &Guide) -> Result<Vec<Event>, Refusal> {
    if let Some(open) = now.open() {
        return Err(Refusal::GuideVersionOpen { version: open.version });
    }
    // Where nothing ever came into force, the text that was given up last is still the best to begin with.
    let base = now.newest_in_force().or(now.versions.last());
    let version = now.versions.last().map_or(1, |last| last.version + 1);
    Ok(vec![Event::VersionStarted { version, based_on: base.map(|base| base.version) }])
}

fn put_in_force(now: &Guide, version: u32, from: Day, context: &Context) -> Result<Vec<Event>, Refusal> {
    let approved = at(now, version, |stage| stage == Stage::Approved)?;
    let before = now.newest_in_force();
    // What held on a day that is over is known already and was worked by; only a first version may have held before.
    if let Some(earliest) = before.and_then(|before| before.from) {
        let earliest = earliest.max(Day::at(context.now, context.zone));
        if from < earliest {
            return Err(Refusal::GuideFromTooEarly { from, earliest });
        }
    }
    Ok(vec![Event::PutInForce {
        version,
        from,
        supersedes: before.map(|before| before.version),
        title: now.title.clone(),
        remarks: approved.remarks.clone(),
    }])
}

/// The version of an order, where it stands at a stage that fits.
fn at(now: &Guide, version: u32, fits: impl Fn(Stage) -> bool) -> Result<&Version, Refusal> {
    let found = now.version(version).ok_or(Refusal::GuideVersionUnknown { version })?;
    let stage = found.stage();
    if fits(stage) { Ok(found) } else { Err(Refusal::GuideStage { version, stage }) }
}

const fn in_review(stage: Stage) -> bool {
    matches!(stage, Stage::InReview)
}

/// What is written down when a draft is saved.
fn written(
    version: u32,
    before: &str,
    text: &str,
    said: &Remarks,
    remarks: Remarks,
) -> Result<Vec<Event>, Refusal> {
    let text = plain(text);
    if text.len() > LIMIT {
        return Err(Refusal::GuideTextTooLong { bytes: text.len(), limit: LIMIT });
    }
    let splices = splices(before, &text).into_iter();
    let mut events: Vec<_> = splices.map(|splice| Event::TextEdited { version, splice }).collect();
    if remarks != *said {
        events.push(Event::Remarked { version, remarks });
    }
    Ok(events)
}

/// Whether a draft says everything that those who approve must know.
fn complete(draft: &Version) -> Result<(), Refusal> {
    let blank = |text: &str| text.trim().is_empty();
    let Remarks { change, teams, no_teams } = &draft.remarks;
    if blank(&draft.text) {
        return Err(Refusal::GuideTextMissing);
    }
    if draft.version > 1 && blank(change) {
        return Err(Refusal::GuideChangeMissing);
    }
    if teams.is_empty() && blank(no_teams) {
        return Err(Refusal::GuideTeamsMissing);
    }
    steps::named_twice(&draft.text).map_or(Ok(()), |key| Err(Refusal::GuideStepTwice { key }))
}

fn named(title: &str) -> Result<String, Refusal> {
    let title = title.trim();
    if title.is_empty() { Err(Refusal::GuideTitleMissing) } else { Ok(title.to_owned()) }
}

fn reasoned(reason: String) -> Result<String, Refusal> {
    if reason.trim().is_empty() { Err(Refusal::GuideReasonMissing) } else { Ok(reason) }
}

/// What can be done with a document or with its open version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)] // The commands of the same names.
#[ts(rename = "GuideDeed")]
#[schemars(rename = "GuideDeed")]
pub enum Deed {
    StartVersion,
    Edit,
    Submit,
    AskForChange,
    Approve,
    PutInForce,
    Confirm,
    Discard,
}

impl Deed {
    /// Every deed, in the order of the process.
    pub const ALL: [Self; 8] = [
        Self::StartVersion,
        Self::Edit,
        Self::Submit,
        Self::AskForChange,
        Self::Approve,
        Self::PutInForce,
        Self::Confirm,
        Self::Discard,
    ];
}

/// A deed and why it cannot be done now, if it cannot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GuidePossible")]
#[schemars(rename = "GuidePossible")]
pub struct Possible {
    /// The deed.
    pub deed: Deed,
    /// Why not; none when it can be done.
    pub refusal: Option<Refusal>,
}

/// Every deed with what stands against it, for whoever `context.by` is. Asks [`decide`] itself, so that a button and the rule
/// behind it never disagree.
pub fn possible(now: &Guide, context: &Context) -> Vec<Possible> {
    let today = Day::at(context.now, context.zone);
    let newest = now.open().or(now.versions.last());
    let (version, revision) = newest.map_or((1, 0), |version| (version.version, version.revision));
    let from = now.newest_in_force().and_then(|before| before.from).map_or(today, |from| from.max(today));
    let valid = now.valid(today).map_or(version, |valid| valid.version);
    let reason = || "-".to_owned();
    let order = |deed| match deed {
        Deed::StartVersion => Command::StartVersion {},
        Deed::Edit => Command::Edit { version, revision, text: reason(), remarks: Remarks::default() },
        Deed::Submit => Command::Submit { version },
        Deed::AskForChange => Command::AskForChange { version, reason: reason() },
        Deed::Approve => Command::Approve { version },
        Deed::PutInForce => Command::PutInForce { version, from },
        Deed::Confirm => Command::Confirm { version: valid, reason: reason() },
        Deed::Discard => Command::Discard { version, reason: reason() },
    };
    let probe = |deed| Possible { deed, refusal: decide(Some(now), order(deed), context).err() };
    Deed::ALL.into_iter().map(probe).collect()
}
