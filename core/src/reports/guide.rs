//! A version of a document of the process on paper: the recovery guide for the day without power. Knows no page, no log and
//! no clock.

use rusqlite::Connection;

use super::document::{Block, Cell, Document, Text};
use super::frame::{Frame, PaperAsked};
use super::markdown;
use super::typeset::{Rendered, TypesetError, render};
use super::voice::Voice;
use crate::domain::guide::markdown::{Block as Written, blocks, words};
use crate::domain::guide::{Entered, Guide, Stage, Standing, Version};
use crate::queries::views::OrganisationView;
use crate::queries::{QueryFault, organisation};
use crate::time::Day;

/// Everything that the paper prints. Plain data.
#[derive(Debug, Clone)]
pub struct GuideFacts {
    /// What the paper says of itself.
    pub frame: Frame,
    /// The document.
    pub guide: Guide,
    /// Its version.
    pub version: Version,
    /// Names of the teams that it affects.
    pub teams: Vec<String>,
}

/// The facts at the head of the log.
///
/// # Errors
/// When the log cannot be read.
pub fn gather(
    conn: &Connection,
    guide: Guide,
    version: Version,
    asked: &PaperAsked,
) -> Result<GuideFacts, QueryFault> {
    let organisation = organisation::view(conn)?;
    let teams = teams(&organisation, &version);
    Ok(GuideFacts { frame: Frame::gather(conn, &organisation, asked)?, guide, version, teams })
}

fn teams(organisation: &OrganisationView, version: &Version) -> Vec<String> {
    let affected = organisation.teams.iter().filter(|team| version.remarks.teams.contains(&team.id));
    affected.map(|team| team.name.clone()).collect()
}

/// The paper as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print(facts: &GuideFacts) -> Result<Rendered, TypesetError> {
    render(&document(facts)?)
}

/// The paper. Equal facts give equal documents.
///
/// # Errors
/// A damaged embedded face.
pub fn document(facts: &GuideFacts) -> Result<Document, TypesetError> {
    let GuideFacts { frame, guide, version, .. } = facts;
    let voice = frame.voice()?;
    let title = voice.text(&guide.title).words();
    let mut written = blocks(&version.text);
    if names_itself(&written, &guide.title) {
        written.remove(0);
    }
    let mut parts = vec![frame.cover(&voice, title.clone(), about(&voice, facts))];
    if written.iter().any(|block| matches!(block, Written::Heading { .. })) {
        parts.push(Block::Contents { title: voice.t("report-contents") });
    }
    parts.extend(markdown::parts(&voice, &written));
    let mut document = frame.document(&voice, &title, parts);
    let count = version.version.to_string();
    document.running.left =
        voice.with("guide-paper-head", &[("number", &guide.number.to_string()), ("version", &count)]);
    document.numbered = false;
    Ok(document)
}

/// Whether a text begins with its own title, which the title block says already.
fn names_itself(written: &[Written], title: &str) -> bool {
    matches!(written.first(), Some(Written::Heading { runs, .. })
        if words(runs).trim().to_lowercase() == title.trim().to_lowercase())
}

fn about(voice: &Voice<'_>, facts: &GuideFacts) -> Vec<(Text, Cell)> {
    let GuideFacts { frame, guide, version, teams } = facts;
    let today = Day::at(frame.asked.at, frame.zone);
    let standing: Standing = guide.standing(version, today);
    let authors: Vec<_> = version.authors.iter().copied().collect();
    let no_teams = &version.remarks.no_teams;
    let mut about: Vec<(Text, Cell)> = vec![
        (voice.t("guide-number").into(), guide.number.to_string().into()),
        (voice.t("guide-version").into(), version.version.to_string().into()),
        (voice.t("guide-state").into(), voice.word("guide-standing", &standing).into()),
        (voice.t("guide-valid-from").into(), from(voice, version).into()),
        (voice.t("guide-approved-by").into(), approved(voice, version).into()),
        (voice.t("guide-authors").into(), voice.people(&authors).into()),
        (
            voice.t("guide-teams").into(),
            if teams.is_empty() { voice.text(no_teams) } else { voice.list(teams) }.into(),
        ),
    ];
    if !version.remarks.change.trim().is_empty() {
        about.push((voice.t("guide-change").into(), voice.text(&version.remarks.change).into()));
    }
    about
}

fn from(voice: &Voice<'_>, version: &Version) -> Text {
    version.from.map_or_else(|| voice.missing(), |from| Text::plain(voice.date(from.date())))
}

/// Who approved it and when; that one person did both halves is never silent.
fn approved(voice: &Voice<'_>, version: &Version) -> Text {
    let Some(Entered { by, recorded, alone, .. }) =
        version.path.iter().rfind(|entered| entered.stage == Stage::Approved)
    else {
        return voice.missing();
    };
    let said = Text::plain(format!("{}, {}", voice.person(*by), voice.at(*recorded)));
    if *alone { said.then(Text::quiet(format!("\n{}", voice.t("guide-alone")))) } else { said }
}
