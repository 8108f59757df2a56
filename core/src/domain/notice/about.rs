//! What a record has to tell to teams once it is approved: a change request, a process review, a
//! document. One arm for each noun that
//! tells something.

use std::collections::BTreeSet;

use super::{Subject, SubjectKind, Who};
use crate::domain::organisation::Language;
use crate::domain::{State, change, guide};
use crate::ids::{PersonId, StreamId, TeamId};

/// What is told, and to which teams.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// What it is about.
    pub subject: Subject,
    /// Its text in German.
    pub german: String,
    /// Its text in English.
    pub english: String,
    /// The teams that it concerns.
    pub teams: Vec<TeamId>,
    /// Who of them is asked.
    pub who: Who,
}

/// What the program knows of other records when it carries out an order about a notice; never said by the sender.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// Those whom an announcement asks.
    pub expected: BTreeSet<PersonId>,
    /// What the record has to tell.
    pub about: Option<About>,
    /// The number of a notice that tells this version already and was not withdrawn.
    pub told: Option<String>,
}

/// What a record has to tell, in the language that its people write; none where nothing in it is approved or no team is
/// named. What another workspace handed over is told there.
pub fn about(stream: StreamId, state: &State, language: Language, who: Who) -> Option<About> {
    let (kind, number, version, title, text, teams) = match state {
        State::Change(change) => {
            let told =
                change.approved && change.outside.is_none() && change.phase != change::Phase::Cancelled;
            let version = change.version();
            let change::Text { title, wanted, teams, .. } = change.text.clone();
            told.then_some((SubjectKind::ChangeApproved, change.number, version, title, wanted, teams))?
        }
        State::Review(review) => {
            let version = review.approved()?;
            let concluded = version.content.conclusion.as_ref().map(|concluded| concluded.reason.clone());
            let teams = version.content.teams.as_ref().map(|named| named.teams.clone()).unwrap_or_default();
            // A review has no title: its kind and number say which it is.
            let (title, text) = (String::new(), concluded.unwrap_or_default());
            (SubjectKind::ReviewResult, review.number, version.version, title, text, teams)
        }
        State::Guide(guide) => {
            let version = guide.newest_in_force()?;
            let guide::Remarks { change, teams, .. } = version.remarks.clone();
            let (title, teams) = (guide.title.clone(), teams.into_iter().collect());
            (SubjectKind::GuideVersion, guide.number, version.version, title, change, teams)
        }
        State::Incident(_)
        | State::Organisation(_)
        | State::Report(_)
        | State::Batch(_)
        | State::Finding(_)
        | State::Plan(_)
        | State::Drill(_)
        | State::Notice(_)
        | State::Policy(_)
        | State::Reminder(_) => return None,
    };
    if teams.is_empty() {
        return None;
    }
    let subject = Subject { kind, record: Some(stream), number: number.to_string(), title, version };
    let (german, english) = match language {
        Language::De => (text, String::new()),
        Language::En => (String::new(), text),
    };
    Some(About { subject, german, english, teams, who })
}
