//! What the paper says of its facts. Knows no section.

use std::ops::Deref;

use super::FindingFacts;
use crate::domain::finding::{Proof, Same};
use crate::reports::document::{Cell, Text};
use crate::reports::typeset::TypesetError;
use crate::reports::voice::Voice;

/// The words of the paper over its facts.
pub struct Says<'f> {
    pub facts: &'f FindingFacts,
    voice: Voice<'f>,
}

impl<'f> Deref for Says<'f> {
    type Target = Voice<'f>;

    fn deref(&self) -> &Self::Target {
        &self.voice
    }
}

impl<'f> Says<'f> {
    /// Speaks the language that was asked for.
    ///
    /// # Errors
    /// A damaged embedded face.
    pub fn new(facts: &'f FindingFacts) -> Result<Self, TypesetError> {
        Ok(Self { facts, voice: facts.frame.voice()? })
    }

    /// The names of the services that it is about, one a line.
    pub fn services(&self) -> Cell {
        let ids = &self.facts.finding.details.concerns.services;
        self.names(&self.facts.services, ids, "paper-service-unknown")
    }

    /// The emergency or test that shows something: its number and title, when, and by what it is about the same.
    pub fn proof(&self, proof: Proof) -> Vec<Text> {
        let (noun, same) = match proof {
            Proof::Incident { same, .. } => ("palette-kind-emergency", same),
            Proof::Drill { same, .. } => ("palette-kind-drill", same),
        };
        let title = self.facts.finding.cited.get(&proof.record()).map_or("", |(_, title)| title.as_str());
        let record = Text::plain(format!("{} {}", self.t(noun), proof.number()));
        let record = if title.is_empty() { record } else { record.then(self.text(&format!(": {title}"))) };
        let (when, same) = (self.moment(proof.at()), self.same(same));
        vec![record, Text::quiet(self.with("finding-proof-at", &[("when", &when), ("same", &same)]))]
    }

    /// By what it is about the same, with the name of that.
    fn same(&self, same: Same) -> String {
        let word = self.word("finding-same", &same);
        let concerns = &self.facts.finding.details.concerns;
        let services = concerns.services.iter().filter_map(|id| self.facts.services.get(id));
        let name = match same {
            Same::Step => concerns.step.clone(),
            Same::Cause => {
                concerns.known_cause().map(|class| self.word("cause-class", &class)).unwrap_or_default()
            }
            Same::Service => services.map(String::as_str).collect::<Vec<_>>().join(", "),
        };
        if name.trim().is_empty() { word } else { format!("{word} ({})", self.text(&name).words()) }
    }
}
