//! What is wrong with a source, as codes with values: dirt is kept beside the item, a problem refuses it. Holds no
//! sentence; the words stand in `locales/*/import.ftl`.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::domain::incident;
use crate::time::{Moment, Zone};

/// Where in a source something stands, the same in every language: `file.csv:14` is a row, `file.json#/incidents/3` a
/// JSON Pointer, `folder/file.md` a whole file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[serde(transparent)]
#[ts(type = "string")]
pub struct Place(String);

impl Place {
    /// A whole file.
    pub fn file(name: &str) -> Self {
        Self(name.to_owned())
    }

    /// A row, counted from 1 with the heading as row 1, as a spreadsheet shows it.
    pub fn row(name: &str, row: u64) -> Self {
        Self(format!("{name}:{row}"))
    }

    /// A value in a JSON file, by JSON Pointer (RFC 6901).
    pub fn json(name: &str, pointer: &str) -> Self {
        Self(format!("{name}#{pointer}"))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A field of an item that can be dirty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// The beginning of the effect.
    ImpactStart,
    /// The noticing, or the making of the record.
    Noticed,
    /// The remedy.
    Mitigated,
    /// The end of the effect.
    Ended,
    /// The closing of the record.
    Closed,
    /// The last change in the source.
    Modified,
    /// The planned beginning.
    PlannedStart,
    /// The planned end.
    PlannedEnd,
    /// The moment of an update.
    Update,
    /// The title.
    Title,
    /// A text.
    Text,
    /// The status.
    Status,
    /// The impact.
    Impact,
    /// The id.
    Id,
    /// The services.
    Services,
    /// The regions.
    Regions,
    /// The labels.
    Labels,
    /// Further fields.
    Facts,
    /// The updates.
    Updates,
}

/// Something wrong with an item that is kept and shown, never repaired in silence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Dirt {
    /// The end lies before the start; both are kept, nothing is computed from them.
    EndBeforeStart {
        /// The start as it was said.
        start: Moment,
        /// The end as it was said.
        end: Moment,
    },
    /// A time without a zone was read as said in this zone.
    ZoneMissing {
        /// The field.
        field: Field,
        /// The zone that was taken.
        zone: Zone,
    },
    /// A time that stands for "none", such as 0001-01-01 or `?`.
    Sentinel {
        /// The field.
        field: Field,
        /// As the source wrote it.
        raw: String,
    },
    /// A year that no record of this program can have, such as 22025.
    YearOutOfRange {
        /// The field.
        field: Field,
        /// As the source wrote it.
        raw: String,
    },
    /// A time in the future of the import: it has not happened and was not taken over as if it had.
    InTheFuture {
        /// The field.
        field: Field,
        /// As the source said it, in UTC.
        raw: String,
    },
    /// An update without a time: its place in the timeline is a guess.
    TimeUnknown,
    /// Not a time at all.
    NotATime {
        /// The field.
        field: Field,
        /// As the source wrote it.
        raw: String,
    },
    /// A time that the clock on the wall never showed, read as one hour later.
    SkippedHour {
        /// The field.
        field: Field,
        /// As the source wrote it.
        raw: String,
    },
    /// The same id stands in the source again; what was newer won, the updates of both were kept.
    DoubledId {
        /// Where it stands again.
        other: Place,
    },
    /// A number above 2^53 that most programs would have rounded; kept digit by digit.
    LargeNumber {
        /// The field.
        field: Field,
        /// All its digits.
        raw: String,
    },
    /// A text too long for the log was shortened; the whole text is in the evidence.
    TextShortened {
        /// The field.
        field: Field,
        /// Its whole length in bytes.
        #[ts(type = "number")]
        bytes: u64,
    },
    /// A list too long for the log was shortened; the source's file is in the evidence.
    ListShortened {
        /// The field.
        field: Field,
        /// How many there were.
        #[ts(type = "number")]
        count: u64,
    },
    /// A word that no table knows; kept as it is.
    UnknownWord {
        /// The field.
        field: Field,
        /// As the source wrote it.
        raw: String,
    },
    /// The same text came many times and was kept once.
    RepeatedText {
        /// How many times in all.
        #[ts(type = "number")]
        copies: u64,
    },
    /// Something that the source should have said is missing.
    Missing {
        /// The field.
        field: Field,
    },
    /// The source says something else since, where a person has had a word about the record: that word was kept.
    OwnWord {
        /// The field.
        field: Field,
        /// What the source says.
        raw: String,
    },
    /// Bytes that are no text in the file's encoding were replaced by U+FFFD.
    UnreadableBytes,
    /// The file is not UTF-8; it was read as this encoding.
    Encoding {
        /// The encoding's name, such as `windows-1252`.
        name: String,
    },
}

impl Dirt {
    /// The dirt as a record keeps it: its code and one value.
    pub fn as_record(&self) -> incident::Dirt {
        let (code, value) = match self {
            Self::EndBeforeStart { start, end } => ("endBeforeStart", format!("{} – {}", start.at, end.at)),
            Self::ZoneMissing { zone, .. } => ("zoneMissing", zone.to_string()),
            Self::Sentinel { raw, .. } => ("sentinel", raw.clone()),
            Self::YearOutOfRange { raw, .. } => ("yearOutOfRange", raw.clone()),
            Self::InTheFuture { raw, .. } => ("inTheFuture", raw.clone()),
            Self::TimeUnknown => ("timeUnknown", String::new()),
            Self::NotATime { raw, .. } => ("notATime", raw.clone()),
            Self::SkippedHour { raw, .. } => ("skippedHour", raw.clone()),
            Self::DoubledId { other } => ("doubledId", other.to_string()),
            Self::LargeNumber { raw, .. } => ("largeNumber", raw.clone()),
            Self::TextShortened { bytes, .. } => ("textShortened", bytes.to_string()),
            Self::ListShortened { count, .. } => ("listShortened", count.to_string()),
            Self::UnknownWord { raw, .. } => ("unknownWord", raw.clone()),
            Self::RepeatedText { copies } => ("repeatedText", copies.to_string()),
            Self::Missing { field: Field::Title } => ("missingTitle", String::new()),
            Self::Missing { field: Field::ImpactStart } => ("missingImpactStart", String::new()),
            Self::Missing { field: Field::Id } => ("missingId", String::new()),
            Self::Missing { field } => ("missing", format!("{field:?}")),
            Self::OwnWord { raw, .. } => ("ownWord", raw.clone()),
            Self::UnreadableBytes => ("unreadableBytes", String::new()),
            Self::Encoding { name } => ("encoding", name.clone()),
        };
        let mut value = value;
        super::markup::cut(&mut value, 200);
        incident::Dirt { code: code.to_owned(), value }
    }
}

/// Why a row, an entry or a whole file was not taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Reason {
    /// Nothing is in it.
    Empty,
    /// No importer knows this content.
    NotRecognised,
    /// A table in which no column looks like an id or a title of incidents.
    ColumnsUnknown {
        /// Its headings.
        columns: String,
    },
    /// A part of this file is not what its format asks for.
    Malformed {
        /// What the reader of the format says, in its own words.
        detail: String,
    },
    /// Larger than this program reads.
    TooLarge {
        /// The limit in bytes.
        #[ts(type = "number")]
        limit: u64,
    },
    /// More files than this program reads at once.
    TooManyFiles {
        /// The limit.
        #[ts(type = "number")]
        limit: u64,
    },
    /// Locked with a password.
    Encrypted,
    /// The entry has no id, so it could not be found again.
    NoId,
    /// The entry has neither title nor text.
    NoTitle,
    /// The entry is no incident, maintenance or notice.
    NotAnIncident {
        /// What it is, in the words of its source.
        what: String,
    },
    /// The row has more or fewer fields than the heading.
    WrongNumberOfFields {
        /// How many the heading has.
        #[ts(type = "number")]
        expected: u64,
        /// How many the row has.
        #[ts(type = "number")]
        found: u64,
    },
    /// The row belongs to an entry, but nobody knows when it was.
    NoTimeOfChange,
    /// The file is no Markdown.
    NotMarkdown,
    /// Another file of the same folder bears the same title.
    TitleTwice {
        /// That file.
        other: Place,
    },
    /// A version of the document is before those who approve, or approved; its text does not change.
    VersionNotOpen {
        /// The document's number.
        number: String,
        /// The version.
        version: u32,
    },
    /// A rule of the records stands against it.
    Rule {
        /// The rule's reason, for a log.
        detail: String,
    },
}

/// One refused row, entry or file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct Problem {
    /// Where it stands.
    pub place: Place,
    /// Why it was refused.
    #[serde(flatten)]
    pub reason: Reason,
}

impl Problem {
    /// A refusal of what stands at `place`.
    pub const fn new(place: Place, reason: Reason) -> Self {
        Self { place, reason }
    }
}
