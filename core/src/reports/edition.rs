//! What the report about one record says of itself: whose it is, the place of the log that it was set from, and, when it is
//! issued, under which number, in which version and by whom. Knows no record and no chapter.

use std::collections::BTreeMap;
use std::ops::Deref;

use rusqlite::Connection;

use super::document::{Block, Cell, Column, Document, Row, Running, Sign, Signature, Table, Text, Tone};
use super::frame::{Head, note, shortened};
use super::typeset::TypesetError;
use super::voice::Voice;
use crate::domain::incident::Evidence;
use crate::domain::organisation::Language;
use crate::domain::report::Imprint;
use crate::ids::PersonId;
use crate::queries::views::FindingRow;
use crate::queries::{QueryFault, journal, organisation};
use crate::time::{Instant, Moment, Zone};

/// One edition of a report: its draft, or a version that was issued. Plain data.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// The name of the organisation.
    pub organisation: String,
    /// The zone in which times are printed; a moment said in another zone shows both.
    pub zone: Zone,
    /// The language of the paper.
    pub language: Language,
    /// The place of the log that the facts come from.
    pub head: Head,
    /// When the event at the head was written down: the moment of the report, never the machine's clock.
    pub made: Instant,
    /// Who draws the report up, where it is known.
    pub author: Option<PersonId>,
    /// Number, version and approver when the report is issued; none for a draft.
    pub issue: Option<Issue>,
}

/// What makes a draft a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Its number (B-2026-003).
    pub number: String,
    /// Its version, counted from 1.
    pub version: u32,
    /// Who approved it.
    pub approver: PersonId,
    /// What it says of itself.
    pub imprint: Imprint,
}

/// Which report is wanted: in which language, by whom, and as which issue; none for a draft.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The language of the paper.
    pub language: Language,
    /// Who draws it up, where it is known.
    pub author: Option<PersonId>,
    /// What makes it a report.
    pub issue: Option<Issue>,
}

impl Edition {
    /// The edition at the head of the log.
    ///
    /// # Errors
    /// `NoSuchRecord` in an empty log, or when the log cannot be read.
    pub fn gather(conn: &Connection, wanted: Wanted) -> Result<Self, QueryFault> {
        let Wanted { language, author, issue } = wanted;
        let chain = journal::chain(conn)?;
        let made = chain.newest.ok_or_else(|| QueryFault::NoSuchRecord(String::new()))?;
        let organisation = organisation::view(conn)?;
        let (head, zone) = (Head::of(&chain), organisation.zone);
        Ok(Self { organisation: organisation.name, zone, language, head, made, author, issue })
    }
}

/// What the paper is called, and what it is about.
pub struct Called {
    /// The record's number.
    pub number: String,
    /// The record's title, or what stands for it.
    pub title: String,
    /// What kind of paper this is.
    pub kind: String,
    /// Words by which it is found.
    pub keywords: Vec<String>,
}

/// An edition with the words in which it speaks.
pub struct Spoken<'f> {
    edition: &'f Edition,
    voice: Voice<'f>,
}

impl<'f> Deref for Spoken<'f> {
    type Target = Voice<'f>;

    fn deref(&self) -> &Self::Target {
        &self.voice
    }
}

impl<'f> Spoken<'f> {
    /// Speaks the language of the edition.
    ///
    /// # Errors
    /// A damaged embedded face.
    pub fn new(edition: &'f Edition, people: &'f BTreeMap<PersonId, String>) -> Result<Self, TypesetError> {
        Ok(Self { edition, voice: Voice::new(edition.language, edition.zone, people)? })
    }

    /// Who draws the report up.
    pub fn author(&self) -> Text {
        self.edition.author.map_or_else(|| self.missing(), |author| self.person(author).into())
    }

    /// What an issued report says of itself.
    fn imprint(&self) -> Option<&Imprint> {
        self.edition.issue.as_ref().map(|issue| &issue.imprint)
    }

    /// Who reviewed it.
    fn reviewer(&self) -> Option<String> {
        Some(self.person(self.imprint()?.reviewer?))
    }

    /// Who may read it.
    fn confidentiality(&self) -> Option<String> {
        Some(self.word("confidentiality", &self.imprint()?.confidentiality?))
    }

    /// Who gets it.
    pub fn distribution(&self) -> Text {
        let to = self.imprint().map(|imprint| imprint.distribution.as_str()).filter(|to| !to.is_empty());
        to.map_or_else(|| self.missing(), |to| self.text(to))
    }

    /// Number and version, or that this is a draft.
    fn version(&self) -> String {
        match &self.edition.issue {
            Some(issue) => {
                let version = issue.version.to_string();
                self.with("report-version", &[("number", &issue.number), ("version", &version)])
            }
            None => self.with("report-version-draft", &[("when", &self.short(self.edition.made))]),
        }
    }

    /// Line above the title: the organisation and the kind of paper.
    pub fn kicker(&self, kind: &str) -> String {
        format!("{} · {kind}", self.text(&self.edition.organisation).words())
    }

    /// The key data of the title page: the record, the report's number, what `between` says of the record, the report's state,
    /// then `after` of the record, and who answers for the paper.
    pub fn key_data(
        &self,
        record: (&str, Cell),
        between: (&str, Cell),
        after: (&str, Cell),
    ) -> Vec<(Text, Cell)> {
        let Edition { issue, made, .. } = self.edition;
        let number = issue
            .as_ref()
            .map_or_else(|| Text::quiet(self.t("report-cover-no-number")), |_| Text::plain(self.version()));
        let state = match issue {
            Some(_) => Cell::from(self.t("report-state-issued")).signed(Sign::Kept),
            None => Cell::from(self.t("report-state-draft")).signed(Sign::Open),
        };
        let said = |of: Option<String>| of.map_or_else(|| self.missing(), Text::plain);
        let approver = issue.as_ref().map(|issue| self.person(issue.approver));
        let facts: Vec<(&str, Cell)> = vec![
            record,
            ("report-cover-number", number.into()),
            between,
            ("report-cover-state", state),
            after,
            ("report-cover-made", self.at(*made).into()),
            ("report-cover-author", self.author().into()),
            ("report-cover-reviewer", said(self.reviewer()).into()),
            ("report-cover-approver", said(approver).into()),
            ("report-cover-confidential", said(self.confidentiality()).into()),
        ];
        facts.into_iter().map(|(id, cell)| (self.t(id).into(), cell)).collect()
    }

    /// What the paper says of itself: what a draft still lacks, what was issued before (number, when, by whom), what is
    /// different, and the place of the log.
    pub fn about(&self, gaps: Vec<Text>, issued: &[(&str, Moment, PersonId)]) -> Vec<Block> {
        let mut out = Vec::new();
        if self.edition.issue.is_none() && !gaps.is_empty() {
            out.push(Block::Paragraph { text: Text::strong(self.t("report-gaps")), tone: Tone::Body });
            out.push(Block::List { ordered: false, items: gaps });
        }
        if !issued.is_empty() {
            let line = |(number, at, approver): &(&str, Moment, PersonId)| {
                let (when, person) = (self.moment(*at), self.person(*approver));
                let values = [("number", *number), ("when", &when), ("person", &person)];
                Text::plain(self.with("report-issued-line", &values))
            };
            let lines = issued.iter().map(line).collect();
            out.push(Block::Pairs(vec![(self.t("report-issued-before").into(), Cell::of(lines))]));
        }
        let changes = self.imprint().map(|imprint| imprint.changes.as_str()).filter(|why| !why.is_empty());
        if let Some(changes) = changes {
            out.push(Block::Pairs(vec![(self.t("report-changes").into(), self.text(changes).into())]));
        }
        let seq = self.edition.head.seq.to_string();
        let sealed = Text::plain(self.with("report-sealed", &[("seq", &seq)]));
        out.push(Block::Paragraph { text: sealed, tone: Tone::Body });
        out.push(note(self.t("report-unspellable")));
        out
    }

    /// Lines for author, reviewer and approver to sign on.
    pub fn signatures(&self) -> Block {
        let line = self.t("report-signed-line");
        let signature = |id: &str, name: String, note: String| Signature {
            role: self.t(id),
            name,
            note,
            line: line.clone(),
        };
        let issue = self.edition.issue.as_ref();
        let author = self.edition.author.map_or_else(String::new, |author| self.person(author));
        let unnamed = if author.is_empty() { self.t("report-nobody") } else { String::new() };
        let reviewer = self.reviewer().unwrap_or_default();
        let unread = if reviewer.is_empty() { self.t("report-nobody") } else { String::new() };
        let approved = || self.with("report-signed-on", &[("when", &self.at(self.edition.made))]);
        Block::Signatures(vec![
            signature("report-signed-author", author, unnamed),
            signature("report-signed-reviewer", reviewer, unread),
            signature(
                "report-signed-approver",
                issue.map_or_else(String::new, |issue| self.person(issue.approver)),
                issue.map_or_else(|| self.t("report-nobody"), |_| approved()),
            ),
        ])
    }

    /// The whole paper with head and foot.
    pub fn document(&self, called: Called, blocks: Vec<Block>) -> Document {
        let Called { number, title, kind, keywords } = called;
        let Edition { organisation, head, made, zone, author, issue, .. } = self.edition;
        let right = [Some(self.version()), self.confidentiality()].into_iter().flatten();
        let author = author.map(|author| self.person(author));
        Document {
            language: self.hyphenation(),
            title: format!("{number} · {title}"),
            subject: kind,
            authors: author.into_iter().chain([self.text(organisation).words()]).collect(),
            keywords,
            created: made.in_zone(*zone).fixed_offset(),
            numbered: true,
            running: Running {
                left: format!("{number} · {}", shortened(&title)),
                right: right.collect::<Vec<_>>().join(" · "),
                draft: issue.is_none().then(|| self.t("report-draft-mark")),
                seal_label: self.with("report-seal", &[("seq", &head.seq.to_string())]),
                seal: head.hash.clone(),
                page: self.t("report-page"),
                of: self.t("report-of"),
            },
            blocks,
        }
    }
}

/// A heading of the second level.
pub fn section(voice: &Voice<'_>, id: &str) -> Block {
    Block::Heading { level: 2, text: voice.t(id).into(), anchor: Some(id.to_owned()) }
}

/// A paragraph of running text.
pub fn paragraph(text: Text) -> Block {
    Block::Paragraph { text, tone: Tone::Body }
}

/// What a person wrote, as the paragraphs in which it was written; not recorded when it is empty.
pub fn prose(voice: &Voice<'_>, text: &str) -> Vec<Block> {
    if text.trim().is_empty() {
        return vec![paragraph(voice.missing())];
    }
    let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| paragraph(voice.text(part))).collect()
}

/// Findings with owner, date and where each stands.
pub fn findings(voice: &Voice<'_>, rows: &[FindingRow]) -> Table {
    let row = |held: &FindingRow| {
        let owner = held.owner.map_or_else(|| voice.missing(), |owner| voice.person(owner).into());
        let due = held.due.map_or_else(|| voice.missing(), |due| voice.date(due.date()).into());
        Row::Cells(vec![
            held.number.clone().into(),
            voice.text(&held.title).into(),
            owner.into(),
            due.into(),
            voice.word("finding-phase", &held.phase).into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::fit(voice.t("report-col-number")),
            Column::share(voice.t("report-col-title"), 1),
            Column::fit(voice.t("report-col-owner")),
            Column::fit(voice.t("report-col-until-day")),
            Column::fit(voice.t("report-col-state")).whole(),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

/// Files that were kept as evidence, each with what it belongs to, where that is said.
pub fn files<'e>(voice: &Voice<'_>, rows: impl IntoIterator<Item = (&'e Evidence, Option<String>)>) -> Table {
    let row = |(file, of): (&Evidence, Option<String>)| {
        let size = voice.with("report-bytes", &[("value", &voice.number(file.size))]);
        let note = Some(file.note.trim()).filter(|note| !note.is_empty()).map(|note| voice.text(note));
        let shows = of.map(Text::quiet).into_iter().chain(note).collect();
        Row::Cells(vec![
            voice.text(&file.name).into(),
            size.into(),
            Text::code(file.hash.to_string()).into(),
            Cell::of(shows),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(voice.t("report-col-file"), 3),
            Column::fit(voice.t("report-col-size")).at_end(),
            Column::share(voice.t("report-col-hash"), 5),
            Column::share(voice.t("report-col-shows"), 3),
        ],
        rows: rows.into_iter().map(row).collect(),
    }
}
