//! What the report says of its facts. Knows no section.

use std::ops::Deref;

use super::TestFacts;
use crate::domain::drill::{ResultGap, StepState, Timed, Verdict, VerdictGround};
use crate::ids::{PartId, ServiceId};
use crate::reports::document::{Cell, Sign, Text};
use crate::reports::edition::Spoken;
use crate::reports::typeset::TypesetError;
use crate::time::Length;

/// The words of the report over its facts.
pub struct Says<'f> {
    pub facts: &'f TestFacts,
    spoken: Spoken<'f>,
}

impl<'f> Deref for Says<'f> {
    type Target = Spoken<'f>;

    fn deref(&self) -> &Self::Target {
        &self.spoken
    }
}

impl<'f> Says<'f> {
    /// Speaks the language of the facts.
    ///
    /// # Errors
    /// A damaged embedded face.
    pub fn new(facts: &'f TestFacts) -> Result<Self, TypesetError> {
        Ok(Self { facts, spoken: Spoken::new(&facts.edition, &facts.view.people)? })
    }

    /// Where the test stands.
    pub fn phase(&self) -> String {
        self.word("drill-phase", &self.facts.view.phase)
    }

    /// The verdict with its sign, or that there is none yet.
    pub fn verdict(&self) -> Cell {
        let Some(judged) = &self.facts.view.verdict else {
            return Cell::from(Text::quiet(self.t("drill-result-none"))).signed(Sign::Open);
        };
        let sign = match judged.verdict {
            Verdict::Passed => Sign::Kept,
            Verdict::WithConditions => Sign::Middling,
            Verdict::Failed => Sign::Broken,
        };
        Cell::from(self.word("drill-verdict", &judged.verdict)).signed(sign)
    }

    /// What speaks against a test that is passed without conditions.
    pub fn ground(&self, ground: &VerdictGround) -> String {
        use VerdictGround as G;
        match ground {
            G::ServiceLost { service } => self.of_service("verdict-ground-service-lost", *service),
            G::ObjectiveMissed { service } => self.of_service("verdict-ground-objective-missed", *service),
            G::NeverMeasured { service } => self.of_service("verdict-ground-never-measured", *service),
            G::DataNotMeasured { service } => self.of_service("verdict-ground-data-not-measured", *service),
            G::ObjectiveUnable { text } => self.with("verdict-ground-objective-unable", &[("text", text)]),
            G::ObjectiveMajor { text } => self.with("verdict-ground-objective-major", &[("text", text)]),
            G::StepShort { number, outcome } => {
                let state = outcome.map_or(StepState::Waiting, StepState::of);
                let outcome = self.word("step-state", &state);
                self.with("verdict-ground-step-short", &[("number", number), ("outcome", &outcome)])
            }
            G::Aborted => self.t("verdict-ground-aborted"),
            G::DataIntegrity => self.t("verdict-ground-data-integrity"),
            G::Alarm => self.t("verdict-ground-alarm"),
            G::Removal => self.t("verdict-ground-removal"),
        }
    }

    fn of_service(&self, id: &str, service: ServiceId) -> String {
        self.with(id, &[("service", &self.service(service).words())])
    }

    /// The name of a service.
    pub fn service(&self, id: ServiceId) -> Text {
        self.named(&self.facts.services, &id, "paper-service-unknown")
    }

    /// The number that people say of a step.
    pub fn step_number(&self, id: PartId) -> String {
        let found = self.facts.view.steps.iter().find(|held| held.step.id == id);
        found.map(|held| held.step.number.clone()).unwrap_or_default()
    }

    /// When something happened in the course, and that it was entered afterwards where it was.
    pub fn timed(&self, timed: &Timed) -> String {
        let when = self.moment(timed.at);
        if timed.late { format!("{when} ({})", self.t("drill-entered-late")) } else { when }
    }

    /// The same without year and zone, which stand at the test's beginning.
    pub fn briefly(&self, timed: &Timed) -> String {
        let when = self.short(timed.at.at);
        if timed.late { format!("{when} ({})", self.t("drill-entered-late")) } else { when }
    }

    /// How a step came out, with its sign.
    pub fn state(&self, state: StepState) -> Cell {
        let sign = match state {
            StepState::Passed => Sign::Kept,
            StepState::Partly => Sign::Middling,
            StepState::Failed => Sign::Broken,
            StepState::Skipped => Sign::Care,
            StepState::Waiting | StepState::Ready | StepState::Running => Sign::Open,
        };
        Cell::from(self.word("step-state", &state)).signed(sign)
    }

    /// Minutes of an objective.
    pub fn minutes(&self, minutes: Option<u32>) -> Text {
        self.length_text(minutes.map(|minutes| Length::minutes(i64::from(minutes))))
    }

    /// What a result that is not handed in yet lacks.
    pub fn gap(&self, gap: &ResultGap) -> Text {
        match gap {
            ResultGap::Rating { text } => self.text(&self.with("result-gap-rating", &[("text", text)])),
            ResultGap::DataIntegrity => self.t("result-gap-data-integrity").into(),
            ResultGap::Alarm => self.t("result-gap-alarm").into(),
            ResultGap::Removal => self.t("result-gap-removal").into(),
            ResultGap::HotWash => self.t("result-gap-hot-wash").into(),
            ResultGap::Lessons => self.t("result-gap-lessons").into(),
        }
    }
}
