//! The hand-over slip of a change request: what a team is asked, and a part to answer on by hand, with the code by which the
//! answer is entered. Knows no page, no log and no clock.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::document::{Block, Cell, Cover, Document, Field, FormRow, Text, Tone};
use super::frame::{Frame, PaperAsked, chapter, shortened};
use super::typeset::{Rendered, TypesetError, render};
use super::voice::Voice;
use crate::domain::change::{Delegation, Text as Wanted};
use crate::ids::{RecordRef, ServiceId, TeamId};
use crate::queries::views::ChangeView;
use crate::queries::{QueryFault, change, organisation};

/// Everything that the slip prints. Plain data.
#[derive(Debug, Clone)]
pub struct SlipFacts {
    /// What the paper says of itself.
    pub frame: Frame,
    /// The change request.
    pub change: ChangeView,
    /// Names of teams.
    pub teams: BTreeMap<TeamId, String>,
    /// Names of services.
    pub services: BTreeMap<ServiceId, String>,
    /// The fingerprint of the package that goes with it; none where nothing is handed out.
    pub package: Option<String>,
}

impl SlipFacts {
    /// What is asked now; none where no team is.
    fn delegation(&self) -> Option<&Delegation> {
        self.change.delegations.last()
    }
}

/// The facts at the head of the log.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn gather(
    conn: &Connection,
    record: RecordRef,
    package: Option<String>,
    asked: &PaperAsked,
) -> Result<SlipFacts, QueryFault> {
    let organisation = organisation::view(conn)?;
    Ok(SlipFacts {
        frame: Frame::gather(conn, &organisation, asked)?,
        change: change::view(conn, record, None, asked.at)?,
        teams: organisation.teams.into_iter().map(|team| (team.id, team.name)).collect(),
        services: organisation.services.into_iter().map(|service| (service.id, service.name)).collect(),
        package,
    })
}

/// The slip as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print(facts: &SlipFacts) -> Result<Rendered, TypesetError> {
    render(&document(facts)?)
}

/// The slip. Equal facts give equal documents.
///
/// # Errors
/// A damaged embedded face.
pub fn document(facts: &SlipFacts) -> Result<Document, TypesetError> {
    let voice = facts.frame.voice()?;
    let (number, text) = (&facts.change.number, &facts.change.text);
    let title = voice.with("slip-title", &[("title", &voice.text(&text.title).words())]);
    // One page is what is handed over: for when the facts hold and who asked for them stands in its head.
    let blocks = vec![
        Block::Cover(Cover {
            kicker: format!(
                "{} · {}",
                voice.text(&facts.frame.organisation).words(),
                voice.t("slip-name-of-paper")
            ),
            title: voice.text(&text.title),
            subtitle: None,
            facts: cover(&voice, facts),
        }),
        Block::Pairs(wanted(&voice, facts, text)),
        Block::Together(vec![
            chapter(&voice, "slip-answer"),
            Block::Paragraph { text: voice.t("slip-how").into(), tone: Tone::Note },
            Block::Form(answer(&voice, facts)),
        ]),
    ];
    let mut document = facts.frame.document(&voice, &title, blocks);
    document.running.left = format!("{number} · {}", shortened(&voice.text(&text.title).words()));
    if let Some(by) = facts.frame.asked.by {
        document.running.right = format!("{} · {}", voice.person(by), document.running.right);
    }
    document.running.draft = facts.delegation().is_none().then(|| voice.t("report-draft-mark"));
    document.numbered = false;
    Ok(document)
}

fn cover(voice: &Voice<'_>, facts: &SlipFacts) -> Vec<(Text, Cell)> {
    let change = &facts.change;
    let missing = || Cell::from(voice.missing());
    let asked = facts.delegation();
    let nobody = || Cell::from(Text::quiet(voice.t("slip-nobody")));
    let kind = change.text.kind.map(|kind| voice.word("change-kind", &kind));
    let priority = change
        .text
        .priority
        .map(|priority| voice.with("slip-priority", &[("priority", &voice.word("priority", &priority))]));
    let kind: Vec<String> = kind.into_iter().chain(priority).collect();
    let mut rows = vec![
        ("slip-number", Cell::from(change.number.clone())),
        ("change-asked", asked.map_or_else(missing, |asked| voice.date(asked.asked.date()).into())),
        ("slip-to", asked.map_or_else(nobody, |asked| to(voice, facts, asked))),
        ("slip-from", asked.map_or_else(missing, |asked| from(voice, facts, asked))),
        ("change-kind", voice.text(&kind.join(" · ")).into()),
    ];
    if change.text.emergency {
        rows.push(("change-emergency", voice.t("slip-emergency").into()));
    }
    if let Some(package) = &facts.package {
        rows.push(("slip-package", voice.code(package).into()));
    }
    rows.into_iter().map(|(id, cell)| (voice.t(id).into(), cell)).collect()
}

/// The team, who in it, and its organisation where it is another one.
fn to(voice: &Voice<'_>, facts: &SlipFacts, asked: &Delegation) -> Cell {
    let outside = facts.change.outside.as_ref().map(|outside| outside.team.as_str());
    let team = asked.team.and_then(|team| facts.teams.get(&team)).map(String::as_str).or(outside);
    let person = asked.person.map(|person| Text::plain(voice.person(person)));
    let other = Some(asked.organisation.trim()).filter(|name| !name.is_empty());
    let lines = [Some(voice.text(team.unwrap_or_default())), person, other.map(|name| voice.text(name))];
    Cell::of(lines.into_iter().flatten().collect())
}

/// Who asked, and when; of what came from outside the organisation and its number there.
fn from(voice: &Voice<'_>, facts: &SlipFacts, asked: &Delegation) -> Cell {
    let said = match &facts.change.outside {
        Some(outside) => format!("{} · {}", outside.organisation, outside.number),
        None => voice.person(asked.by),
    };
    Cell::of(vec![voice.text(&said), Text::quiet(voice.at(asked.recorded))])
}

/// What is wanted and what has to be known about it: the first are always said, the others where they are recorded.
fn wanted(voice: &Voice<'_>, facts: &SlipFacts, text: &Wanted) -> Vec<(Text, Cell)> {
    let names = |ids: Vec<Option<&String>>| {
        ids.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
    };
    let services = names(text.services.iter().map(|id| facts.services.get(id)).collect());
    // The team that is asked stands above already.
    let asked = facts.delegation().and_then(|asked| asked.team);
    let teams =
        names(text.teams.iter().filter(|team| Some(**team) != asked).map(|id| facts.teams.get(id)).collect());
    let there = facts.change.outside.as_ref().map(|outside| outside.affected.as_str()).unwrap_or_default();
    let affected = [services.as_str(), text.systems.trim()];
    let affected: Vec<_> = affected.into_iter().filter(|names| !names.is_empty()).collect();
    let affected = affected.join(", ");
    let note = facts.delegation().map(|asked| asked.note.as_str()).unwrap_or_default();
    let rows = [
        ("change-wanted", text.wanted.as_str(), true),
        ("change-reason", &text.reason, true),
        ("change-observation", &text.observation, false),
        ("change-root-cause", &text.root_cause, false),
        ("change-success", &text.success, false),
        ("change-steps", &text.steps, true),
        ("slip-affected", &affected, there.is_empty()),
        ("change-documents", &text.documents, false),
        ("change-teams", &teams, false),
        ("change-outside-affected", there, false),
        ("change-risk", &text.risk, true),
        ("change-impact", &text.impact, false),
        ("change-outage", &text.outage, false),
        ("change-fallback", &text.fallback, true),
        ("change-test-plan", &text.test_plan, false),
        ("change-note", note, false),
    ];
    let rows = rows.into_iter().filter(|(_, said, always)| *always || !said.trim().is_empty());
    rows.map(|(id, said, _)| (Text::from(voice.t(id)), voice.paragraphs(said))).collect()
}

fn answer(voice: &Voice<'_>, facts: &SlipFacts) -> Vec<FormRow> {
    let field = |id: &str, share: u16| Field::new(voice.t(id), share);
    let code = facts.change.slip_code.as_ref().map_or_else(Text::default, |code| voice.code(code));
    let answers = ["accepted", "other-day", "refused"].map(|answer| voice.coded("slip-answer", answer));
    vec![
        vec![field("slip-code", 3).filled(code), field("change-answer", 7).choices(answers)],
        vec![field("slip-day", 3), field("slip-reason", 7).lines(2)],
        vec![field("slip-name", 3), field("slip-date", 2), field("slip-signature", 5)],
    ]
}
