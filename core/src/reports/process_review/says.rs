//! What the report says of its facts. Knows no section.

use std::ops::Deref;

use super::ReviewFacts;
use crate::domain::review::{Facts, Gap, Input, InputKind, Topic, Trigger};
use crate::duties::sentence;
use crate::ids::TeamId;
use crate::reports::document::{Cell, Text};
use crate::reports::edition::Spoken;
use crate::reports::typeset::TypesetError;

/// The words of the report over its facts.
pub struct Says<'f> {
    pub facts: &'f ReviewFacts,
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
    pub fn new(facts: &'f ReviewFacts) -> Result<Self, TypesetError> {
        Ok(Self { facts, spoken: Spoken::new(&facts.edition, &facts.view.people)? })
    }

    /// What the review is held for.
    pub fn trigger(&self) -> String {
        match &self.facts.view.trigger {
            Trigger::AfterEmergency { number, .. } => {
                self.with("review-trigger-after", &[("number", number)])
            }
            Trigger::Periodic { .. } => self.t("review-trigger-periodic"),
            Trigger::OnDemand { why, .. } => {
                self.with("review-trigger-why", &[("why", &self.word("review-why", why))])
            }
        }
    }

    /// Where it stands.
    pub fn phase(&self) -> String {
        self.word("review-phase", &self.facts.view.phase)
    }

    /// What was stated about a topic; empty when nothing was.
    pub fn topic(&self, topic: Topic) -> &str {
        self.facts.view.content.text(topic).trim()
    }

    /// Topics as named rows.
    pub fn topics(&self, topics: &[Topic]) -> Vec<(Text, Cell)> {
        let row =
            |topic: &Topic| (self.word("review-topic", topic).into(), self.text(self.topic(*topic)).into());
        topics.iter().map(row).collect()
    }

    /// The name of a team.
    pub fn team(&self, id: TeamId) -> Text {
        let found = self.facts.view.teams.iter().find(|team| team.id == id);
        let name = found.map(|team| team.name.as_str()).filter(|name| !name.is_empty());
        name.map_or_else(|| Text::quiet(self.t("review-team-gone")), |name| self.text(name))
    }

    /// What a review that is not approved yet lacks.
    pub fn gap(&self, gap: &Gap) -> Text {
        let with = |id: &str, name: &str, value: &str| self.text(&self.with(id, &[(name, value)]));
        match gap {
            Gap::Step { step } => with("review-gap-step", "step", &self.word("review-step", step)),
            Gap::Item { title, .. } => with("review-gap-item", "title", title),
            Gap::Deficiency { title, .. } => with("review-gap-deficiency", "title", title),
            Gap::Text { topic } => with("review-gap-text", "topic", &self.word("review-topic", topic)),
            Gap::Teams => self.t("review-gap-teams").into(),
            Gap::Next => self.t("review-gap-next").into(),
            Gap::NextTooLate { latest } => {
                with("review-gap-next-too-late", "latest", &self.date(latest.date()))
            }
        }
    }

    /// What an input says in numbers and names, piece by piece.
    pub fn pieces(&self, input: &Input) -> Vec<String> {
        let Facts { at, downtime, recovery, rto_met, rpo_met, running, promised, taken, due, .. } =
            &input.facts;
        let Facts { due_day, settled, count, verdict, person, text, change, .. } = &input.facts;
        let Facts { promise, duty, standing, .. } = &input.facts;
        let with = |id: &str, name: &str, value: String| Some(self.with(id, &[(name, &value)]));
        let length =
            |id: &str, held: &Option<_>| held.and_then(|length| with(id, "length", self.length(length)));
        let met =
            |held: &Option<bool>, yes: &str, no: &str| held.map(|met| self.t(if met { yes } else { no }));
        let action = input.kind.waits();
        let earlier = input.kind == InputKind::EarlierDecision && due_day.is_some();
        let owned = matches!(input.kind, InputKind::EarlierDecision | InputKind::PromiseBroken);
        let until = self.facts.view.content.period.map(|period| period.until);
        let term = match due_day {
            None => self.t("review-fact-due-none"),
            Some(day) => {
                let late = until.is_some_and(|until| *day < until);
                let id = if late { "review-fact-overdue" } else { "review-fact-due" };
                self.with(id, &[("when", &self.date(day.date()))])
            }
        };
        let settled = || match settled {
            Some(at) => self.with("review-fact-settled", &[("when", &self.moment(*at))]),
            None => self.t("review-fact-unsettled"),
        };
        let who = if action || owned {
            "review-fact-owner"
        } else if input.kind == InputKind::TestResult {
            "review-fact-test-lead"
        } else {
            "review-fact-decider"
        };
        let pieces = [
            promise.map(|promise| self.t(&sentence(promise, *duty))),
            standing.map(|standing| self.word("standing", &standing)),
            change.map(|phase| self.word("change-phase", &phase)),
            at.and_then(|at| with("review-fact-at", "when", self.moment(at))),
            running.then(|| self.t("review-fact-running")),
            verdict.map(|verdict| self.word("drill-verdict", &verdict)),
            length("review-fact-downtime", downtime),
            length("review-fact-recovery", recovery),
            met(rto_met, "review-fact-rto-met", "review-fact-rto-missed"),
            met(rpo_met, "review-fact-rpo-met", "review-fact-rpo-missed"),
            length("review-fact-promised", promised),
            length("review-fact-taken", taken),
            due.and_then(|due| with("review-fact-due", "when", self.moment(due))),
            due.map(|_| settled()),
            (action || earlier).then_some(term),
            count.and_then(|count| with("review-fact-count", "number", self.number(count.into()))),
            person.and_then(|person| with(who, "name", self.person(person))),
            Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        ];
        pieces.into_iter().flatten().collect()
    }
}
