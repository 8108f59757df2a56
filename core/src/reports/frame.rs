//! What every paper over the whole workspace says of itself: whose it is, who asked for it, for which instant, and the
//! place of the log that it was set from. Knows no table of theirs.

use std::collections::BTreeMap;

use rusqlite::Connection;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::document::{Block, Cell, Cover, Document, Running, Table, Text, Tone};
use super::typeset::TypesetError;
use super::voice::Voice;
use crate::domain::organisation::Language;
use crate::ids::PersonId;
use crate::queries::views::{ChainView, OrganisationView};
use crate::queries::{QueryFault, journal, organisation};
use crate::time::{Instant, Zone};

/// Who asks for a paper, for which instant, and in which language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PaperAsked {
    /// The language of the paper.
    pub language: Language,
    /// Who asks; none where nobody said.
    #[serde(default)]
    pub by: Option<PersonId>,
    /// The instant for which it holds. The same question gives the same file as long as nothing is written.
    pub at: Instant,
}

/// The place of the log that facts come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Sequence number of the newest event.
    pub seq: u64,
    /// Its hash, 64 hexadecimal digits.
    pub hash: String,
}

impl Head {
    /// The head of a chain.
    pub fn of(chain: &ChainView) -> Self {
        Self { seq: chain.events, hash: chain.head.clone() }
    }
}

/// What a paper over the whole workspace says of itself. Plain data.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The name of the organisation.
    pub organisation: String,
    /// The zone in which times are printed.
    pub zone: Zone,
    /// Names of people.
    pub people: BTreeMap<PersonId, String>,
    /// The place of the log that the facts come from.
    pub head: Head,
    /// Who asked for it, and for which instant.
    pub asked: PaperAsked,
}

impl Frame {
    /// The frame at the head of the log.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn gather(
        conn: &Connection,
        organisation: &OrganisationView,
        asked: &PaperAsked,
    ) -> Result<Self, QueryFault> {
        Ok(Self {
            organisation: organisation.name.clone(),
            zone: organisation.zone,
            people: organisation::names(conn)?,
            head: Head::of(&journal::chain(conn)?),
            asked: asked.clone(),
        })
    }

    /// The words in which the paper speaks.
    ///
    /// # Errors
    /// A damaged embedded face.
    pub fn voice(&self) -> Result<Voice<'_>, TypesetError> {
        Voice::new(self.asked.language, self.zone, &self.people)
    }

    /// The title block: for when it holds and who asked for it, then what is its own.
    pub fn cover(&self, voice: &Voice<'_>, title: String, own: Vec<(Text, Cell)>) -> Block {
        let by = self.asked.by.map_or_else(|| voice.missing(), |by| voice.person(by).into());
        let mut facts: Vec<(Text, Cell)> = vec![
            (voice.t("report-cover-made").into(), voice.at(self.asked.at).into()),
            (voice.t("paper-asked-by").into(), by.into()),
        ];
        facts.extend(own);
        Block::Cover(Cover {
            kicker: voice.text(&self.organisation).words(),
            title: title.into(),
            subtitle: Some(voice.long_day(self.asked.at).into()),
            facts,
        })
    }

    /// The whole paper with head, foot and what its times and characters mean.
    pub fn document(&self, voice: &Voice<'_>, title: &str, mut blocks: Vec<Block>) -> Document {
        let seq = self.head.seq.to_string();
        let zone = self.zone.to_string();
        let spelled = serde_json::to_string(&blocks).is_ok_and(|text| text.contains("[U+"));
        blocks.push(note(voice.with("paper-sealed", &[("seq", &seq), ("zone", &zone)])));
        if spelled {
            blocks.push(note(voice.t("report-unspellable")));
        }
        let organisation = voice.text(&self.organisation).words();
        let day = voice.date(self.asked.at.in_zone(self.zone).date_naive());
        let by = self.asked.by.map(|by| voice.person(by));
        Document {
            language: voice.hyphenation(),
            title: format!("{title} · {organisation} · {day}"),
            subject: title.to_owned(),
            authors: by.into_iter().chain([organisation.clone()]).collect(),
            keywords: vec![title.to_owned()],
            created: self.asked.at.in_zone(self.zone).fixed_offset(),
            numbered: true,
            running: Running {
                left: format!("{title} · {}", shortened(&organisation)),
                right: voice.at(self.asked.at),
                draft: None,
                seal_label: voice.with("report-seal", &[("seq", &seq)]),
                seal: self.head.hash.clone(),
                page: voice.t("report-page"),
                of: voice.t("report-of"),
            },
            blocks,
        }
    }
}

/// A heading of the first level.
pub fn chapter(voice: &Voice<'_>, id: &str) -> Block {
    Block::Heading { level: 1, text: voice.t(id).into(), anchor: Some(id.to_owned()) }
}

/// A remark.
pub fn note(text: String) -> Block {
    Block::Paragraph { text: text.into(), tone: Tone::Note }
}

/// A table, or the sentence of an id that there is nothing to list.
pub fn listed<T>(voice: &Voice<'_>, rows: &[T], none: &str, table: impl FnOnce(&[T]) -> Table) -> Block {
    if rows.is_empty() { note(voice.t(none)) } else { Block::Table(table(rows)) }
}

/// Who wrote something down, and when.
pub fn who(voice: &Voice<'_>, by: PersonId, recorded: Instant) -> Cell {
    Cell::of(vec![Text::plain(voice.person(by)), Text::quiet(voice.at(recorded))])
}

/// A title that leaves room for what stands on the right of the head of a page.
pub fn shortened(title: &str) -> String {
    const LONGEST: usize = 52;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", &cut[..end])
}
