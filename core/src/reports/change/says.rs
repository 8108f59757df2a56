//! What the paper says of its facts. Knows no section.

use std::ops::Deref;

use super::ChangeFacts;
use crate::ids::{ServiceId, TeamId};
use crate::reports::document::{Cell, Text};
use crate::reports::typeset::TypesetError;
use crate::reports::voice::Voice;

const TEAM_GONE: &str = "review-team-gone";

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

    /// The name of a team.
    pub fn team(&self, id: TeamId) -> Text {
        self.named(&self.facts.teams, &id, TEAM_GONE)
    }

    /// The names of teams, one a line.
    pub fn teams(&self, ids: &[TeamId]) -> Cell {
        self.names(&self.facts.teams, ids, TEAM_GONE)
    }

    /// The names of services, one a line.
    pub fn services(&self, ids: &[ServiceId]) -> Cell {
        self.names(&self.facts.services, ids, "paper-service-unknown")
    }
}
