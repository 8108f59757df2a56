//! A notice on paper: what it tells, who was asked, who acknowledged it when and how, and a list to sign for whoever has not.
//! Knows no page, no log and no clock.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::document::{Block, Cell, Column, Document, Field, Language, Row, Sign, Table, Text, Tone};
use super::frame::{Frame, PaperAsked, chapter, note, shortened};
use super::typeset::{Rendered, TypesetError, render};
use super::voice::Voice;
use crate::domain::notice::{Delivery, Phase, Way};
use crate::domain::organisation::Language as Spoken;
use crate::ids::{PersonId, RecordRef, TeamId};
use crate::queries::views::{AcknowledgedView, AskedView, NoticeEnd, NoticeView};
use crate::queries::{QueryFault, notice, organisation};

/// So many lines to sign on stand together.
const LINES: usize = 8;

/// Everything that the paper prints. Plain data.
#[derive(Debug, Clone)]
pub struct NoticeFacts {
    /// What the paper says of itself.
    pub frame: Frame,
    /// The notice as its screen shows it.
    pub notice: NoticeView,
    /// Names of the teams that each person belongs to.
    pub teams: BTreeMap<PersonId, Vec<String>>,
}

/// The facts at the head of the log.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn gather(conn: &Connection, record: RecordRef, asked: &PaperAsked) -> Result<NoticeFacts, QueryFault> {
    let organisation = organisation::view(conn)?;
    let names: BTreeMap<TeamId, &str> =
        organisation.teams.iter().map(|team| (team.id, team.name.as_str())).collect();
    let of = |teams: &[TeamId]| {
        teams.iter().filter_map(|team| names.get(team)).map(|name| (*name).to_owned()).collect()
    };
    let teams = organisation.people.iter().map(|person| (person.id, of(&person.teams))).collect();
    Ok(NoticeFacts {
        frame: Frame::gather(conn, &organisation, asked)?,
        notice: notice::view(conn, record, None, asked.at)?,
        teams,
    })
}

/// The paper as a file. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print(facts: &NoticeFacts) -> Result<Rendered, TypesetError> {
    render(&document(facts)?)
}

/// The paper. Equal facts give equal documents.
///
/// # Errors
/// A damaged embedded face.
pub fn document(facts: &NoticeFacts) -> Result<Document, TypesetError> {
    let voice = facts.frame.voice()?;
    let notice = &facts.notice;
    let subject = &notice.subject;
    let named = if subject.title.trim().is_empty() {
        voice.word("notice-subject-kind", &subject.kind)
    } else {
        voice.text(&subject.title).words()
    };
    let mut blocks = vec![facts.frame.cover(&voice, named.clone(), cover(&voice, facts))];
    if let Some(end) = &notice.end {
        blocks.push(Block::Paragraph { text: Text::strong(ended(&voice, end)), tone: Tone::Body });
    }
    blocks.push(chapter(&voice, "notices-text"));
    blocks.extend(told(&voice, facts));
    blocks.push(chapter(&voice, "notices-asked"));
    if notice.asked.is_empty() {
        blocks.push(note(voice.t("notices-nobody-asked")));
    } else {
        blocks.push(Block::Table(asked(&voice, facts)));
    }
    let missing: Vec<_> = notice.asked.iter().filter(|asked| is_missing(asked)).collect();
    if notice.phase == Phase::Open && !missing.is_empty() {
        let version = subject.version.to_string();
        let values = [("number", notice.number.as_str()), ("version", &version)];
        let said = voice.with("notice-paper-sign", &values);
        let mut rows = missing.iter().map(|asked| line(&voice, facts, asked.person));
        // The sentence that is signed stands above lines to sign on.
        blocks.push(Block::Together(vec![
            chapter(&voice, "notice-paper-list"),
            Block::Paragraph { text: said.into(), tone: Tone::Body },
            Block::Form(rows.by_ref().take(LINES).collect()),
        ]));
        let rest: Vec<_> = rows.collect();
        blocks.extend(rest.chunks(LINES).map(|rows| Block::Form(rows.to_vec())));
    }
    let mut document = facts.frame.document(&voice, &named, blocks);
    document.running.left = format!("{} · {}", notice.number, shortened(&named));
    document.numbered = false;
    Ok(document)
}

fn cover(voice: &Voice<'_>, facts: &NoticeFacts) -> Vec<(Text, Cell)> {
    let notice = &facts.notice;
    let subject = &notice.subject;
    let sign = match notice.phase {
        Phase::Open => Sign::Open,
        Phase::Acknowledged => Sign::Kept,
        Phase::Superseded | Phase::Withdrawn => Sign::Care,
    };
    let (when, person) = (voice.at(notice.announced), voice.person(notice.by));
    let announced = voice.with("notices-by-at", &[("when", &when), ("person", &person)]);
    let due = notice.due.map_or_else(|| voice.missing(), |due| voice.date(due.date()).into());
    let team = |team: &crate::queries::views::NoticeTeam| {
        let name =
            if team.name.is_empty() { voice.t("notices-team-gone") } else { voice.text(&team.name).words() };
        let (done, all) = (team.acknowledged.to_string(), team.asked.to_string());
        Text::plain(voice.with("notices-team-progress", &[("team", &name), ("done", &done), ("all", &all)]))
    };
    let given = notice.asked.iter().filter(|asked| asked.acknowledged.is_some() && asked.excused.is_none());
    let all = notice.asked.iter().filter(|asked| asked.excused.is_none());
    let (done, all) = (voice.count(given.count()), voice.count(all.count()));
    let count = voice.with("notices-count", &[("done", &done), ("all", &all)]);
    let mut rows: Vec<(&str, Cell)> = vec![
        ("notice-paper-number", notice.number.clone().into()),
        ("notices-phase", Cell::from(voice.word("notice-phase", &notice.phase)).signed(sign)),
        ("notices-kind", voice.word("notice-subject-kind", &subject.kind).into()),
        ("notices-version", subject.version.to_string().into()),
    ];
    if !subject.number.is_empty() {
        rows.push(("notices-about", subject.number.clone().into()));
    }
    rows.extend([
        ("notices-announced", announced.into()),
        ("notices-due", due.into()),
        ("notices-who", voice.word("notice-who", &notice.who).into()),
        ("notices-teams", Cell::of(notice.teams.iter().map(team).collect())),
        ("notice-paper-acknowledged", count.into()),
    ]);
    rows.into_iter().map(|(id, cell)| (voice.t(id).into(), cell)).collect()
}

fn ended(voice: &Voice<'_>, end: &NoticeEnd) -> String {
    let (when, person) = (voice.at(end.at), voice.person(end.by));
    match &end.newer {
        Some(number) => voice.with("notices-ended-superseded", &[("when", &when), ("number", number)]),
        None => {
            let reason = voice.text(&end.reason).words();
            let values = [("when", when.as_str()), ("person", &person), ("reason", &reason)];
            voice.with("notices-ended-withdrawn", &values)
        }
    }
}

/// The text in the language of the paper, else in the one that it was written in.
fn told(voice: &Voice<'_>, facts: &NoticeFacts) -> Vec<Block> {
    let NoticeView { german, english, .. } = &facts.notice;
    let (own, other, language) = match facts.frame.asked.language {
        Spoken::De => (german, english, Language::English),
        Spoken::En => (english, german, Language::German),
    };
    let (text, language) = if own.trim().is_empty() { (other, Some(language)) } else { (own, None) };
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    let paragraph = |part: &str| {
        let text = voice.text(part);
        let text = language.map_or_else(|| text.clone(), |language| text.clone().in_language(language));
        Block::Paragraph { text, tone: Tone::Body }
    };
    parts.map(paragraph).collect()
}

fn is_missing(asked: &AskedView) -> bool {
    asked.acknowledged.is_none() && asked.excused.is_none()
}

/// Everyone with what is recorded, who is missing first.
fn asked(voice: &Voice<'_>, facts: &NoticeFacts) -> Table {
    let row = |asked: &AskedView| {
        let teams = facts.teams.get(&asked.person).cloned().unwrap_or_default();
        let teams = if teams.is_empty() { Text::quiet("–") } else { voice.list(&teams) };
        Row::Cells(vec![
            voice.person(asked.person).into(),
            teams.into(),
            said(voice, asked),
            mail(voice, asked),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(voice.t("notices-person"), 4),
            Column::share(voice.t("notices-teams"), 4),
            Column::share(voice.t("notice-paper-acknowledged"), 6),
            Column::share(voice.t("notice-paper-mail"), 4),
        ],
        rows: facts.notice.asked.iter().map(row).collect(),
    }
}

fn said(voice: &Voice<'_>, asked: &AskedView) -> Cell {
    let excused = asked.excused.as_ref().map(|reason| {
        Text::quiet(voice.with("notices-excused-because", &[("reason", &voice.text(reason).words())]))
    });
    match &asked.acknowledged {
        Some(given) => {
            let how = Text::quiet(way(voice, given));
            let texts = [Some(Text::plain(voice.moment(given.at))), Some(how), excused];
            Cell::of(texts.into_iter().flatten().collect()).signed(Sign::Kept)
        }
        None => match excused {
            Some(excused) => excused.into(),
            None => Cell::from(voice.t("notice-missing")).signed(Sign::Open),
        },
    }
}

fn way(voice: &Voice<'_>, given: &AcknowledgedView) -> String {
    match &given.way {
        Way::InProgram => voice.t("notice-way-in-program"),
        Way::ByHand { said_by } => {
            let (by, said) = (voice.person(given.by), voice.person(*said_by));
            voice.with("notices-by-hand-by", &[("by", &by), ("said", &said)])
        }
        Way::File(file) => {
            let (there, by) = (voice.text(&file.organisation).words(), voice.person(given.by));
            voice.with("notices-by-file", &[("organisation", &there), ("number", &file.number), ("by", &by)])
        }
    }
}

/// What became of the newest letter.
fn mail(voice: &Voice<'_>, asked: &AskedView) -> Cell {
    let Some(sent) = asked.sendings.first() else { return Text::quiet("–").into() };
    let word = match sent.result {
        Delivery::Sent => "notice-delivery-sent",
        Delivery::Failed { .. } => "notice-delivery-failed",
        Delivery::NoAddress => "notice-delivery-no-address",
    };
    Cell::of(vec![voice.t(word).into(), Text::quiet(voice.short(sent.at.at))])
}

/// A line to sign on.
fn line(voice: &Voice<'_>, facts: &NoticeFacts, person: PersonId) -> Vec<Field> {
    let teams = facts.teams.get(&person).map(|teams| teams.join(", ")).unwrap_or_default();
    let name = Text::strong(voice.person(person));
    let name = if teams.is_empty() {
        name
    } else {
        name.then(Text::quiet(format!("\n{}", voice.text(&teams).words())))
    };
    vec![
        Field::new(voice.t("notices-person"), 4).filled(name),
        Field::new(voice.t("notice-paper-read"), 3),
        Field::new(voice.t("slip-signature"), 4),
    ]
}
