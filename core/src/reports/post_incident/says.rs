//! What the report says of itself and of its facts. Knows no section.

use std::ops::Deref;

use super::PostIncidentFacts;
use crate::domain::incident::Fact;
use crate::domain::report::Imprint;
use crate::reports::document::{Cell, Text};
use crate::reports::typeset::TypesetError;
use crate::reports::voice::Voice;

/// The words of the report over its facts.
pub struct Says<'f> {
    pub facts: &'f PostIncidentFacts,
    voice: Voice<'f>,
}

impl<'f> Deref for Says<'f> {
    type Target = Voice<'f>;

    fn deref(&self) -> &Self::Target {
        &self.voice
    }
}

impl<'f> Says<'f> {
    /// Speaks the language of the facts.
    ///
    /// # Errors
    /// A damaged embedded face.
    pub fn new(facts: &'f PostIncidentFacts) -> Result<Self, TypesetError> {
        Ok(Self { facts, voice: Voice::new(facts.language, facts.zone, &facts.view.people)? })
    }

    /// The text of a fact; empty when nobody stated it.
    pub fn fact(&self, fact: Fact) -> &str {
        let found = self.facts.view.facts.iter().find(|held| held.fact == fact);
        found.map_or("", |held| held.text.trim())
    }

    /// A fact in a cell.
    pub fn fact_cell(&self, fact: Fact) -> Cell {
        self.text(self.fact(fact)).into()
    }

    /// Who draws the report up.
    pub fn author(&self) -> Text {
        self.facts.author.map_or_else(|| self.missing(), |author| self.person(author).into())
    }

    /// What an issued report says of itself.
    fn imprint(&self) -> Option<&Imprint> {
        self.facts.issue.as_ref().map(|issue| &issue.imprint)
    }

    /// Who reviewed it.
    pub fn reviewer(&self) -> Option<String> {
        Some(self.person(self.imprint()?.reviewer?))
    }

    /// Who may read it.
    pub fn confidentiality(&self) -> Option<String> {
        Some(self.word("confidentiality", &self.imprint()?.confidentiality?))
    }

    /// Who gets it.
    pub fn distribution(&self) -> Option<Text> {
        self.imprint()
            .map(|imprint| imprint.distribution.as_str())
            .filter(|to| !to.is_empty())
            .map(|to| self.text(to))
    }

    /// What is different from the version before.
    pub fn changes(&self) -> Option<Text> {
        self.imprint()
            .map(|imprint| imprint.changes.as_str())
            .filter(|why| !why.is_empty())
            .map(|why| self.text(why))
    }

    /// What stands on the right of every head: the version, and who may read it.
    pub fn running(&self) -> String {
        [Some(self.version()), self.confidentiality()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// What kind of paper this is.
    pub fn kind(&self) -> String {
        self.t(if self.facts.view.emergency { "report-kind" } else { "report-kind-incident" })
    }

    /// Where the record stands.
    pub fn phase(&self) -> String {
        self.word("phase", &self.facts.view.phase)
    }

    /// Number and version, or that this is a draft.
    pub fn version(&self) -> String {
        match &self.facts.issue {
            Some(issue) => {
                let version = issue.version.to_string();
                self.with("report-version", &[("number", &issue.number), ("version", &version)])
            }
            None => self.with("report-version-draft", &[("when", &self.short(self.facts.made))]),
        }
    }
}
