//! What a go-bag holds beside the guides, for the day without power: the contacts, and a log to write on by hand. Knows no
//! page, no log and no clock.

use rusqlite::Connection;

use super::document::{Block, Cell, Column, Document, Row, Table, Text, Tone};
use super::frame::{Frame, PaperAsked, chapter};
use super::typeset::{Rendered, TypesetError, render};
use super::voice::Voice;
use crate::queries::views::{OrganisationView, PersonView};
use crate::queries::{QueryFault, organisation};

/// Lines of the log to write on: three pages of them.
const LINES: usize = 42;

/// Everything that these papers print. Plain data.
#[derive(Debug, Clone)]
pub struct GoBagFacts {
    /// What they say of themselves.
    pub frame: Frame,
    /// The organisation with those who take part.
    pub organisation: OrganisationView,
}

/// The facts at the head of the log.
///
/// # Errors
/// When the log cannot be read.
pub fn gather(conn: &Connection, asked: &PaperAsked) -> Result<GoBagFacts, QueryFault> {
    let mut organisation = organisation::view(conn)?;
    organisation.people.retain(|person| person.active);
    Ok(GoBagFacts { frame: Frame::gather(conn, &organisation, asked)?, organisation })
}

/// The contacts as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print_contacts(facts: &GoBagFacts) -> Result<Rendered, TypesetError> {
    render(&contacts(facts)?)
}

/// The log to write on as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print_log(facts: &GoBagFacts) -> Result<Rendered, TypesetError> {
    render(&log(facts)?)
}

fn contacts(facts: &GoBagFacts) -> Result<Document, TypesetError> {
    let voice = facts.frame.voice()?;
    let title = voice.t("gobag-contacts");
    let people = (voice.t("gobag-people").into(), voice.count(facts.organisation.people.len()).into());
    let blocks = vec![
        facts.frame.cover(&voice, title.clone(), vec![people]),
        chapter(&voice, "gobag-by-team"),
        Block::Table(by_team(&voice, &facts.organisation)),
    ];
    Ok(facts.frame.document(&voice, &title, blocks))
}

/// Everybody under each of his teams, so that whoever looks for a team finds all of it in one place.
fn by_team(voice: &Voice<'_>, organisation: &OrganisationView) -> Table {
    let mut rows = Vec::new();
    for team in &organisation.teams {
        let of_team = |person: &&PersonView| person.teams.contains(&team.id);
        let people: Vec<_> = organisation.people.iter().filter(of_team).collect();
        rows.push(Row::Group(voice.text(&team.name).words().into()));
        if people.is_empty() {
            rows.push(nobody(voice));
        }
        rows.extend(people.into_iter().map(|person| row(voice, person, team.head == Some(person.id))));
    }
    let mut alone = organisation.people.iter().filter(|person| person.teams.is_empty()).peekable();
    if alone.peek().is_some() {
        rows.push(Row::Group(voice.t("gobag-no-team").into()));
        rows.extend(alone.map(|person| row(voice, person, false)));
    }
    Table {
        caption: None,
        columns: vec![
            Column::share(voice.t("gobag-name"), 3),
            Column::share(voice.t("gobag-phone"), 3).whole(),
            Column::share(voice.t("gobag-mail"), 4),
            Column::share(voice.t("gobag-roles"), 4),
        ],
        rows,
    }
}

fn nobody(voice: &Voice<'_>) -> Row {
    Row::Cells(vec![
        Text::quiet(voice.t("gobag-nobody")).into(),
        Cell::default(),
        Cell::default(),
        Cell::default(),
    ])
}

fn row(voice: &Voice<'_>, person: &PersonView, leads: bool) -> Row {
    let name = Text::strong(voice.person(person.id));
    let head = if leads { vec![name, Text::quiet(voice.t("gobag-head"))] } else { vec![name] };
    let roles: Vec<_> = person.roles.iter().map(|role| voice.word("role", role)).collect();
    Row::Cells(vec![
        Cell::of(head),
        voice.text(&person.phone).into(),
        voice.text(&person.email).into(),
        voice.list(&roles).into(),
    ])
}

fn log(facts: &GoBagFacts) -> Result<Document, TypesetError> {
    let voice = facts.frame.voice()?;
    let title = voice.t("gobag-log");
    let open = |id: &str| (Text::from(voice.t(id)), Cell::from("\u{a0}\n\u{a0}"));
    let heads =
        ["gobag-log-title", "gobag-log-begin", "gobag-log-lead", "gobag-log-writer", "gobag-log-guide"];
    let blocks = vec![
        facts.frame.cover(&voice, title.clone(), Vec::new()),
        Block::Paragraph { text: voice.t("gobag-log-how").into(), tone: Tone::Body },
        chapter(&voice, "gobag-log-heads"),
        Block::Pairs(heads.map(open).to_vec()),
        Block::NewPage,
        chapter(&voice, "gobag-log-course"),
        Block::Table(lines(&voice)),
    ];
    Ok(facts.frame.document(&voice, &title, blocks))
}

fn lines(voice: &Voice<'_>) -> Table {
    let line = |count: usize| {
        let high = || Cell::from("\u{a0}\n\u{a0}");
        Row::Cells(vec![Text::quiet(voice.count(count)).into(), high(), high(), high()])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(voice.t("gobag-col-line")),
            Column::share(voice.t("gobag-col-time"), 3),
            Column::share(voice.t("gobag-col-what"), 9),
            Column::share(voice.t("gobag-col-who"), 3),
        ],
        rows: (1..=LINES).map(line).collect(),
    }
}
