//! The step sheets of an action plan, to be filled in by hand on the day without power, each step with the code by which it is
//! entered afterwards; of a scheduled test with its number, day and people filled in. Knows no page, no log and no clock.

mod front;
mod step;

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::document::{Block, Document};
use super::frame::{Frame, PaperAsked, chapter, note, shortened};
use super::typeset::{Rendered, TypesetError, render};
use super::voice::Voice;
use crate::domain::drill::Arrangement;
use crate::domain::plan::{Plan, PlanContent, PlanPassed, Stage};
use crate::ids::{PersonId, RecordRef, ServiceId};
use crate::queries::{QueryFault, drill, organisation, plan};
use crate::time::Moment;

/// Everything that the sheets print. Plain data.
#[derive(Debug, Clone)]
pub struct PlanStepsFacts {
    /// What the paper says of itself.
    pub frame: Frame,
    /// The number of the plan.
    pub number: String,
    /// Its version.
    pub version: u32,
    /// Where that version stands.
    pub stage: Stage,
    /// Who approved it and when; none where nobody did.
    pub approved: Option<PlanPassed>,
    /// What it says.
    pub content: PlanContent,
    /// The test that it is printed for; none for the plan alone.
    pub test: Option<BookedTest>,
    /// Names of services.
    pub services: BTreeMap<ServiceId, String>,
    /// Telephone numbers of people.
    pub phones: BTreeMap<PersonId, String>,
}

/// A test that is scheduled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookedTest {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// When it is planned to begin.
    pub planned: Moment,
    /// When it is planned to end.
    pub until: Option<Moment>,
    /// Where, and who takes part.
    pub arrangement: Arrangement,
    /// Who conducts it.
    pub coordinator: PersonId,
    /// Why a version is used that nobody approved; empty where it was approved.
    pub unapproved: String,
}

impl PlanStepsFacts {
    /// The facts about a version of a plan; none is the one that holds, else the newest.
    ///
    /// # Errors
    /// `NoSuchRecord`, also for a version that there is not; or when the log cannot be read.
    pub fn of_plan(
        conn: &Connection,
        record: RecordRef,
        version: Option<u32>,
        asked: &PaperAsked,
    ) -> Result<Self, QueryFault> {
        let (_, plan, _) = plan::find(conn, record)?;
        let newest = plan.approved().or_else(|| plan.newest()).map_or(0, |version| version.number);
        Self::gather(conn, &plan, version.unwrap_or(newest), asked)
    }

    /// The facts about a test: what was frozen when it began, else the version that it is scheduled from.
    ///
    /// # Errors
    /// `NoSuchRecord`, or when the log cannot be read.
    pub fn of_test(conn: &Connection, record: RecordRef, asked: &PaperAsked) -> Result<Self, QueryFault> {
        let (_, held, _) = drill::find(conn, record)?;
        let (_, plan, _) = plan::find(conn, RecordRef::Id(held.plan.plan))?;
        let mut facts = Self::gather(conn, &plan, held.plan.version, asked)?;
        if let Some(frozen) = held.content() {
            facts.content = frozen.clone();
        }
        facts.test = Some(BookedTest {
            number: held.number.to_string(),
            planned: held.planned,
            until: held.until,
            coordinator: held.coordinator(),
            title: held.title,
            arrangement: held.arrangement,
            unapproved: held.plan.unapproved,
        });
        Ok(facts)
    }

    fn gather(conn: &Connection, plan: &Plan, version: u32, asked: &PaperAsked) -> Result<Self, QueryFault> {
        let unknown = || QueryFault::NoSuchRecord(format!("{} · {version}", plan.number));
        let held = plan.version(version).ok_or_else(unknown)?;
        let approved = held.path.iter().rev().find(|passed| passed.stage == Stage::Approved).cloned();
        let organisation = organisation::view(conn)?;
        let frame = Frame::gather(conn, &organisation, asked)?;
        let phones = organisation.people.into_iter().map(|person| (person.id, person.phone));
        Ok(Self {
            frame,
            number: plan.number.to_string(),
            version,
            stage: held.stage,
            approved,
            content: held.content.clone(),
            test: None,
            services: organisation.services.into_iter().map(|service| (service.id, service.name)).collect(),
            phones: phones.filter(|(_, phone)| !phone.trim().is_empty()).collect(),
        })
    }

    /// What the sheets are named by: the test, or the plan with its version.
    pub fn named(&self, voice: &Voice<'_>) -> String {
        let version = self.version.to_string();
        let plan = voice.with("guide-paper-head", &[("number", &self.number), ("version", &version)]);
        match &self.test {
            Some(test) => format!("{} · {plan}", test.number),
            None => plan,
        }
    }
}

/// The sheets as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print(facts: &PlanStepsFacts) -> Result<Rendered, TypesetError> {
    render(&document(facts)?)
}

/// The sheets. Equal facts give equal documents.
///
/// # Errors
/// A damaged embedded face.
pub fn document(facts: &PlanStepsFacts) -> Result<Document, TypesetError> {
    let voice = facts.frame.voice()?;
    let title = facts.test.as_ref().map_or(&facts.content.about.title, |test| &test.title);
    let title = voice.text(title).words();
    let heading = voice.with("gobag-steps-title", &[("title", &title)]);
    let mut blocks = front::blocks(&voice, facts, heading.clone());
    blocks.push(Block::NewPage);
    blocks.push(chapter(&voice, "plan-sheet-steps"));
    if facts.content.steps.is_empty() {
        blocks.push(note(voice.t("plan-no-steps")));
    }
    let planned = facts.content.planned();
    let steps = facts.content.steps.iter().zip(&planned);
    blocks.extend(steps.map(|(step, planned)| step::block(&voice, facts, step, *planned)));
    let mut document = facts.frame.document(&voice, &heading, blocks);
    document.running.left = format!("{} · {}", facts.named(&voice), shortened(&title));
    document.running.draft = (facts.stage != Stage::Approved).then(|| voice.t("report-draft-mark"));
    document.numbered = false;
    Ok(document)
}
