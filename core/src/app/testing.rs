//! Answers what is asked about action plans and DR tests, and reads and writes the files of plans.

use rusqlite::Connection;

use super::{Answer, App, Failure, Fault, Question, unexpected};
use crate::domain::organisation::Language;
use crate::ids::{BlobHash, PartId, RecordRef};
use crate::importers::action_plan::{self, Names, PlanRead};
use crate::queries::{self, drill};
use crate::time::Instant;

impl App {
    /// Answers a question about plans and tests.
    pub(super) fn of_tests(
        &self,
        conn: &Connection,
        question: &Question,
        now: Instant,
    ) -> Result<Answer, Fault> {
        #[allow(clippy::wildcard_enum_match_arm)] // `query` hands over these alone.
        Ok(match question {
            Question::Plans(query) => Answer::Plans(queries::plan::page(conn, query)?),
            Question::Plan { record, by } => {
                Answer::Plan(Box::new(queries::plan::view(conn, *record, *by, now)?))
            }
            Question::PlanDifference { record, from, to } => {
                Answer::PlanDifference(Box::new(queries::plan::changes(conn, *record, *from, *to)?))
            }
            Question::ReadPlan { hash, name } => {
                Answer::PlanRead(Box::new(self.read_plan(conn, *hash, name, now)?))
            }
            Question::Drills(query) => Answer::Drills(drill::page(conn, query)?),
            Question::Drill { record, by, tick } => {
                let asking = drill::Asking { by: *by, now, tick: tick.as_ref() };
                Answer::Drill(Box::new(drill::view(conn, *record, asking)?))
            }
            Question::Coverage { on } => Answer::Coverage(drill::covered(conn, *on, now)?),
            other => {
                let detail = format!("not about tests: {other:?}");
                return Err(Fault::Failed(Failure::Unexpected { detail }));
            }
        })
    }

    fn read_plan(
        &self,
        conn: &Connection,
        hash: BlobHash,
        name: &str,
        now: Instant,
    ) -> Result<PlanRead, Fault> {
        let bytes = self.evidence(hash)?;
        self.plan_from(conn, name, bytes, now)
    }

    /// What the file of an action plan says; ids that it lacks are made.
    ///
    /// # Errors
    /// A failure of the world; what could not be read stands in the answer.
    pub fn read_plan_file(&self, name: &str, bytes: Vec<u8>, now: Instant) -> Result<PlanRead, Fault> {
        let reader = self.workspace.reader().map_err(|fault| unexpected(&fault))?;
        self.plan_from(&reader, name, bytes, now)
    }

    fn plan_from(
        &self,
        conn: &Connection,
        name: &str,
        bytes: Vec<u8>,
        now: Instant,
    ) -> Result<PlanRead, Fault> {
        let queries::plan::Named { people, services } = queries::plan::named(conn)?;
        let mut new_id = || PartId(self.entropy.id(now));
        Ok(action_plan::read(name, bytes, &Names { people, services }, &mut new_id))
    }

    /// A version of an action plan as a spreadsheet.
    ///
    /// # Errors
    /// `NoSuchRecord`, `PaperFailed` when a text is longer than a cell holds, or a failure of the world.
    pub fn plan_sheet(&self, record: RecordRef, version: u32, language: Language) -> Result<Vec<u8>, Fault> {
        let reader = self.workspace.reader().map_err(|fault| unexpected(&fault))?;
        let content = queries::plan::content(&reader, record, version)?;
        let queries::plan::Named { people, services } = queries::plan::named(&reader)?;
        action_plan::write(&content, &Names { people, services }, language)
            .map_err(|error| Fault::Failed(Failure::PaperFailed { detail: error.to_string() }))
    }
}
