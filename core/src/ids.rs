//! The names of things: UUIDv7 inside, numbers that people say outside. Knows no clock and no source of randomness.

use std::fmt;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Declares a newtype over a UUID that is written as its hyphenated text everywhere outside the database.
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS)]
        #[serde(transparent)]
        #[ts(type = "string")]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { self.0.fmt(f) }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
    )*};
}

id! {
    /// A stream of events: one record of one noun.
    StreamId;
    /// An order; the key of idempotency: the same id again is answered from the log.
    OrderId;
    /// One event in the log.
    EventId;
    /// A person of the organisation; who the person is stands in the erasable directory, not in the log.
    PersonId;
    /// A team of the organisation.
    TeamId;
    /// A service with its objectives (RTO, RPO).
    ServiceId;
    /// An SLA level with its response and handling times.
    SlaLevelId;
    /// An entry of a timeline, a ticket, a message, a recommendation: a part inside a record.
    PartId;
}

/// A UUID of version 7 from microseconds since 1970 and chance (RFC 9562, 5.7): ids sort by their time.
pub fn dated(micros: i64, chance: &[u8; 10]) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(u64::try_from(micros / 1000).unwrap_or(0), chance).into_uuid()
}

/// Dated ids of one instant that rise, so that many that are written at once lie beside each other in every index
/// (RFC 9562, 6.2, a counter of 42 bits that begins by chance).
#[derive(Debug)]
pub struct Rising {
    micros: i64,
    count: AtomicU64,
}

impl Rising {
    /// Begins at an instant, in microseconds since 1970.
    pub fn new(micros: i64, chance: [u8; 5]) -> Self {
        let [a, b, c, d, e] = chance.map(u64::from);
        // The highest two of the 42 bits stay free, so that it does not come round.
        Self { micros, count: AtomicU64::new(a << 32 | b << 24 | c << 16 | d << 8 | e) }
    }

    /// The next id, above all before it.
    pub fn next(&self, chance: [u8; 4]) -> Uuid {
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        let [.., a, b] = (count >> 30 & 0xfff).to_be_bytes();
        let [.., c, d, e, f] = (count & 0x3fff_ffff).to_be_bytes();
        let [w, x, y, z] = chance;
        dated(self.micros, &[a, b, c, d, e, f, w, x, y, z])
    }
}

/// SHA-256 of a piece of evidence: its address inside the workspace. Written as 64 lower-case hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct BlobHash(pub [u8; 32]);

impl fmt::Display for BlobHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Why a text is not a hash of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not 64 hexadecimal digits")]
pub struct NotAHash;

impl FromStr for BlobHash {
    type Err = NotAHash;
    fn from_str(text: &str) -> Result<Self, NotAHash> {
        if text.len() != 64 || !text.is_ascii() {
            return Err(NotAHash);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let digits = std::str::from_utf8(pair).map_err(|_| NotAHash)?;
            *byte = u8::from_str_radix(digits, 16).map_err(|_| NotAHash)?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for BlobHash {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for BlobHash {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for BlobHash {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "BlobHash".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9a-f]{64}$" })
    }
}

/// The letter before a number that people say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Series {
    /// N: incidents and emergencies (Notfall).
    Incident,
    /// B: issued reports (Bericht).
    Report,
    /// P: process reviews (Prüfung).
    Review,
    /// A: change requests (Änderung).
    Change,
    /// F: findings (Feststellung).
    Finding,
    /// K: action plans (Aktionsplan; A is taken).
    Plan,
    /// T: DR tests (Test).
    Drill,
    /// L: documents of the process (Leitfaden).
    Guide,
    /// M: notices to teams (Mitteilung).
    Notice,
    /// I: batches of an import.
    Batch,
}

impl Series {
    /// The letter as it is written.
    pub const fn letter(self) -> char {
        match self {
            Self::Incident => 'N',
            Self::Report => 'B',
            Self::Review => 'P',
            Self::Change => 'A',
            Self::Finding => 'F',
            Self::Plan => 'K',
            Self::Drill => 'T',
            Self::Guide => 'L',
            Self::Notice => 'M',
            Self::Batch => 'I',
        }
    }

    const fn from_letter(letter: char) -> Option<Self> {
        match letter {
            'N' => Some(Self::Incident),
            'B' => Some(Self::Report),
            'P' => Some(Self::Review),
            'A' => Some(Self::Change),
            'F' => Some(Self::Finding),
            'K' => Some(Self::Plan),
            'T' => Some(Self::Drill),
            'L' => Some(Self::Guide),
            'M' => Some(Self::Notice),
            'I' => Some(Self::Batch),
            _ => None,
        }
    }
}

/// A number that people say, `N-2026-004`: given in the appending transaction, without gaps and never twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, TS)]
#[ts(type = "string")]
pub struct Number {
    /// Which noun is counted.
    pub series: Series,
    /// The year in which the record was opened, in the workspace's zone.
    pub year: i32,
    /// Counted from 1 in each series and year.
    pub count: u32,
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}-{:03}", self.series.letter(), self.year, self.count)
    }
}

/// Why a text is not a number that people say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a number like N-2026-004")]
pub struct NotANumber;

impl FromStr for Number {
    type Err = NotANumber;
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let mut parts = text.trim().splitn(3, '-');
        let (Some(letter), Some(year), Some(count)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NotANumber);
        };
        let mut letters = letter.chars();
        let (Some(letter), None) = (letters.next(), letters.next()) else { return Err(NotANumber) };
        let series = Series::from_letter(letter.to_ascii_uppercase()).ok_or(NotANumber)?;
        let year = year.parse().map_err(|_| NotANumber)?;
        let count = count.parse().map_err(|_| NotANumber)?;
        if count == 0 { Err(NotANumber) } else { Ok(Self { series, year, count }) }
    }
}

impl Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Number {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Number".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[A-Z]-[0-9]{4}-[0-9]{3,}$" })
    }
}

/// The name of a record: its id, or the number that people say. On the wire: either of them as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, TS)]
#[ts(type = "string")]
pub enum RecordRef {
    /// `N-2026-004`.
    Number(Number),
    /// The record's id.
    Id(StreamId),
}

impl fmt::Display for RecordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Id(id) => id.fmt(f),
        }
    }
}

impl Serialize for RecordRef {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for RecordRef {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for RecordRef {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RecordRef".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "examples": ["N-2026-004", "0198c1d2-0000-7000-8000-000000000001"] })
    }
}

impl FromStr for RecordRef {
    type Err = NotANumber;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(id) => Ok(Self::Id(id)),
            Err(_) => text.parse().map(Self::Number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_back_as_it_is_written() {
        let number = Number { series: Series::Incident, year: 2026, count: 4 };
        assert_eq!(number.to_string(), "N-2026-004");
        assert_eq!("n-2026-4".parse(), Ok(number));
        assert_eq!("N-2026-1204".parse::<Number>().map(|n| n.count), Ok(1204));
    }

    #[test]
    fn what_is_not_a_number_is_refused() {
        for text in ["", "N", "N-2026", "X-2026-001", "NN-2026-001", "N-2026-000", "N-2026-x"] {
            assert_eq!(text.parse::<Number>(), Err(NotANumber), "{text}");
        }
    }

    #[test]
    fn a_hash_is_read_back_as_it_is_written() {
        let hash = BlobHash([0xab; 32]);
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert!("xy".parse::<BlobHash>().is_err());
    }

    #[test]
    fn ids_of_one_instant_rise_also_where_the_count_passes_from_one_field_into_the_next() {
        let ids = Rising::new(1_764_000_000_123_456, [0xff, 0xff, 0xff, 0xff, 0xfd]);
        let made: Vec<Uuid> = (0..6_u8).map(|step| ids.next([0xff - step; 4])).collect();
        assert!(made.is_sorted() && made.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(made.iter().all(|id| id.get_version_num() == 7));
        assert_eq!(made[0].get_timestamp().unwrap().to_unix(), (1_764_000_000, 123_000_000));
    }
}
