//! What the paper says of its facts. Knows no section.

use std::ops::Deref;

use super::ChangeFacts;
use crate::ids::{ServiceId, TeamId};
use crate::reports::document::{Cell, Text};
use crate::reports::typeset::TypesetError;
use crate::reports::voice::Voice;

/// The words of the paper over its facts.
pub struct Says<'f> {
    pub facts: &'f ChangeFacts,
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
    pub fn new(facts: &'f ChangeFacts) -> Result<Self, TypesetError> {
        Ok(Self { facts, voice: facts.frame.voice()? })
    }

    /// A name and its value.
    pub fn pair(&self, id: &str, value: impl Into<Cell>) -> (Text, Cell) {
        (self.t(id).into(), value.into())
    }

    /// The name of a team.
    pub fn team(&self, id: TeamId) -> Text {
        match self.facts.teams.get(&id) {
            Some(name) => self.text(name),
            None => Text::quiet(self.t("review-team-gone")),
        }
    }

    /// The names of teams, one a line.
    pub fn teams(&self, ids: &[TeamId]) -> Cell {
        if ids.is_empty() {
            return self.missing().into();
        }
        Cell::of(ids.iter().map(|id| self.team(*id)).collect())
    }

    /// The names of services, one a line.
    pub fn services(&self, ids: &[ServiceId]) -> Cell {
        if ids.is_empty() {
            return self.missing().into();
        }
        let name = |id: &ServiceId| match self.facts.services.get(id) {
            Some(name) => self.text(name),
            None => Text::quiet(self.t("paper-service-unknown")),
        };
        Cell::of(ids.iter().map(name).collect())
    }
}
