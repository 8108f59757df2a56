//! What the report says of its facts. Knows no section.

use std::ops::Deref;

use super::PostIncidentFacts;
use crate::domain::incident::Fact;
use crate::reports::document::Cell;
use crate::reports::edition::Spoken;
use crate::reports::typeset::TypesetError;

/// The words of the report over its facts.
pub struct Says<'f> {
    pub facts: &'f PostIncidentFacts,
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
    pub fn new(facts: &'f PostIncidentFacts) -> Result<Self, TypesetError> {
        Ok(Self { facts, spoken: Spoken::new(&facts.edition, &facts.view.people)? })
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

    /// What kind of paper this is.
    pub fn kind(&self) -> String {
        self.t(if self.facts.view.emergency { "report-kind" } else { "report-kind-incident" })
    }

    /// Where the record stands.
    pub fn phase(&self) -> String {
        self.word("phase", &self.facts.view.phase)
    }
}
