//! Foreign histories: bytes → parts → items. A format is one file in this folder and one line in `FORMATS`; what becomes
//! of the items is decided by `plan` and the domain. Reads no clock, and no file system but in `files`.

pub mod action_plan;
pub mod alertmanager;
pub mod azure;
pub mod cstate;
pub mod dates;
pub mod dirt;
pub mod files;
pub mod google_cloud;
pub mod guides;
pub mod item;
mod json;
pub mod mapping;
pub mod markup;
mod merge;
pub mod opening;
pub mod plan;
pub mod reader;
pub mod rule;
pub mod statuspage;
pub mod table;
pub mod webhooks;
pub mod words;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::time::Zone;
use dates::DateOrder;
use dirt::{Place, Problem, Reason};
use item::SourceItem;
use mapping::Mapping;
use opening::{Opened, Part};
use reader::Reader;

/// Every format, the more special before the more general.
pub const FORMATS: [&dyn Format; 7] = [
    &statuspage::Statuspage,
    &google_cloud::GoogleCloud,
    &azure::Azure,
    &alertmanager::Alertmanager,
    &webhooks::Webhooks,
    &cstate::Cstate,
    &table::Table,
];

/// How sure a format is that a part is its own, from 1 (perhaps) to 100 (nothing else looks so).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Confidence(pub u8);

/// One way in which histories are written down.
pub trait Format: Sync {
    /// The word for it on the command line and in the contract, such as `statuspage`.
    fn key(&self) -> &'static str;

    /// How sure it is that this part is its own; `None` when it is not. Looks at the content only.
    fn detect(&self, part: &Part) -> Option<Confidence>;

    /// Reads the parts that are its own. `all` holds the rest of what was handed in, such as a configuration.
    fn read(&self, parts: &[&Part], all: &Opened, reader: &mut Reader);
}

/// What the user said about a source, or saved about it earlier.
#[derive(Debug, Clone)]
pub struct Options {
    /// The format, when the user named one.
    pub format: Option<String>,
    /// The zone of times that have none.
    pub zone: Option<Zone>,
    /// The zone that is taken, and noted at each item, when nobody said one.
    pub fallback_zone: Zone,
    /// Which number of a date is the day, when the user said so.
    pub order: Option<DateOrder>,
    /// How the columns of a table are meant.
    pub mapping: Option<Mapping>,
    /// The name of the source's instance, when it does not name itself.
    pub source: Option<String>,
}

impl Options {
    /// Nothing said; times without a zone are taken in the workspace's zone.
    pub const fn new(fallback_zone: Zone) -> Self {
        Self { format: None, zone: None, fallback_zone, order: None, mapping: None, source: None }
    }
}

/// Watches a reading and may stop it.
pub trait Watch {
    /// `done` rows or entries of `total` were read; false stops.
    fn read(&self, done: u64, total: Option<u64>) -> bool;

    /// The same, where nobody knows how many there are.
    ///
    /// # Errors
    /// `Stopped`.
    fn goes_on(&self, done: u64) -> Result<(), Unread> {
        if self.read(done, None) { Ok(()) } else { Err(Unread::Stopped) }
    }
}

/// Watches nothing and never stops.
pub struct Unwatched;

impl Watch for Unwatched {
    fn read(&self, _done: u64, _total: Option<u64>) -> bool {
        true
    }
}

/// Times without a zone were found and nobody said which zone is meant: the question to ask, once for a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ZoneNeed {
    /// The zone that was taken for now.
    pub proposed: Zone,
    /// One of the times.
    pub example: String,
    /// How many there are.
    #[ts(type = "number")]
    pub count: u64,
}

/// What one format read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    /// The format's key; several, joined by `+`, when the parts were of several formats; empty when nothing was known.
    pub format: String,
    /// In the order of the source.
    pub items: Vec<SourceItem>,
    /// What was refused.
    pub problems: Vec<Problem>,
    /// Whether a zone must be asked for.
    pub zone_need: Option<ZoneNeed>,
    /// The mapping that a table was read with.
    pub mapping: Option<Mapping>,
}

/// Why nothing was read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    /// The user stopped it.
    #[error("stopped")]
    Stopped,
    /// There is no format of this name.
    #[error("no format {0}")]
    UnknownFormat(String),
}

/// The format that knows a part best.
pub fn detect(part: &Part) -> Option<(&'static dyn Format, Confidence)> {
    let mut best: Option<(&'static dyn Format, Confidence)> = None;
    for format in FORMATS {
        if let Some(confidence) = format.detect(part)
            && best.is_none_or(|(_, known)| confidence > known)
        {
            best = Some((format, confidence));
        }
    }
    best
}

/// Reads everything that was handed in: each part by the format that knows it best, or all by the one that the user
/// named. What no format knows is a problem, except beside parts that are known.
///
/// # Errors
/// `Stopped` when `watch` said so, `UnknownFormat` for a format that does not exist.
pub fn read(opened: &Opened, options: &Options, watch: &dyn Watch) -> Result<Reading, Unread> {
    let named = match &options.format {
        Some(key) => Some(named(key)?),
        None => None,
    };
    let mut groups: Vec<(&'static dyn Format, Vec<&Part>)> = Vec::new();
    let mut unknown: Vec<&Part> = Vec::new();
    for part in &opened.parts {
        table::look_into(part, watch)?;
        let known = named.or_else(|| detect(part).map(|(format, _)| format));
        watch.goes_on(0)?;
        let meant =
            |mapping: &Mapping| table::is_meant_by(part, mapping).then_some(&table::Table as &dyn Format);
        let Some(format) = known.or_else(|| options.mapping.as_ref().and_then(meant)) else {
            unknown.push(part);
            continue;
        };
        match groups.iter_mut().find(|(known, _)| known.key() == format.key()) {
            Some((_, parts)) => parts.push(part),
            None => groups.push((format, vec![part])),
        }
    }
    let mut whole = Reading { problems: opened.problems.clone(), ..Reading::default() };
    for part in unknown {
        whole.problems.push(Problem::new(Place::file(&part.name), table::unknown(part)));
    }
    for (format, parts) in groups {
        let mut reader = Reader::new(options, watch);
        format.read(&parts, opened, &mut reader);
        let mut reading = reader.finish(format.key()).ok_or(Unread::Stopped)?;
        // A format that the user named and that found nothing at all in what it was given does not know it.
        if named.is_some() && reading.items.is_empty() && reading.problems.is_empty() {
            let strange = parts.iter().filter(|part| format.detect(part).is_none());
            reading
                .problems
                .extend(strange.map(|part| Problem::new(Place::file(&part.name), Reason::NotRecognised)));
        }
        join(&mut whole, reading);
    }
    Ok(whole)
}

fn named(key: &str) -> Result<&'static dyn Format, Unread> {
    FORMATS
        .into_iter()
        .find(|format| format.key() == key)
        .ok_or_else(|| Unread::UnknownFormat(key.to_owned()))
}

/// Puts the readings of two formats, or of two sources, together.
pub fn join(whole: &mut Reading, more: Reading) {
    if whole.format.is_empty() {
        whole.format = more.format;
    } else if !more.format.is_empty() && !whole.format.split('+').any(|known| known == more.format) {
        whole.format = format!("{}+{}", whole.format, more.format);
    }
    whole.problems.extend(more.problems);
    whole.zone_need = match (whole.zone_need.take(), more.zone_need) {
        (Some(first), Some(second)) => Some(ZoneNeed { count: first.count + second.count, ..first }),
        (first, second) => first.or(second),
    };
    whole.mapping = whole.mapping.take().or(more.mapping);
    if whole.items.is_empty() {
        whole.items = more.items; // No reading holds a name twice.
        return;
    }
    let mut known: std::collections::HashMap<(String, String), usize> = whole
        .items
        .iter()
        .enumerate()
        .map(|(index, item)| ((item.source.as_str().to_owned(), item.outside_id.clone()), index))
        .collect();
    for item in more.items {
        let key = (item.source.as_str().to_owned(), item.outside_id.clone());
        match known.get(&key) {
            Some(index) => merge::merge(&mut whole.items[*index], item, false),
            None => {
                known.insert(key, whole.items.len());
                whole.items.push(item);
            }
        }
    }
}

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod real;

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::time::Moment;

    pub(crate) fn options() -> Options {
        Options::new(Zone::UTC)
    }

    pub(crate) fn read_named(name: &str, text: &str, options: &Options) -> Reading {
        let file = opening::SourceFile { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
        read(&opening::open(name, vec![file]), options, &Unwatched).unwrap()
    }

    pub(crate) fn read_text(text: &str) -> Reading {
        read_named("source", text, &options())
    }

    pub(crate) fn utc(moment: Option<Moment>) -> String {
        moment.map(|moment| moment.at.to_string()).unwrap_or_default()
    }

    struct Impatient;

    impl Watch for Impatient {
        fn read(&self, _done: u64, _total: Option<u64>) -> bool {
            false
        }
    }

    #[test]
    fn a_reading_that_is_stopped_leaves_nothing() {
        assert_eq!(read(&tickets(2_000), &options(), &Impatient), Err(Unread::Stopped));
    }

    #[test]
    fn an_archive_can_be_stopped_while_it_is_opened_and_while_its_rows_are_counted() {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        writer.start_file("t.csv", zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut writer, table_of(2_000).as_bytes()).unwrap();
        let bytes = writer.finish().unwrap().into_inner();
        let file = || opening::SourceFile { name: "t.zip".into(), bytes: bytes.clone() };
        assert_eq!(opening::open_watched("t", vec![file()], &Impatient).unwrap_err(), Unread::Stopped);
        let opened = opening::open("t", vec![file()]);
        let heard = Heard::default();
        assert_eq!(table::look_into(&opened.parts[0], &Impatient), Err(Unread::Stopped));
        table::look_into(&opened.parts[0], &heard).unwrap();
        assert_eq!(heard.0.borrow().as_slice(), [256, 512, 768, 1_024, 1_280, 1_536, 1_792]);
        table::look_into(&opened.parts[0], &heard).unwrap();
        assert_eq!(heard.0.borrow().len(), 7, "what was read once is not read again");
        assert_eq!(table::grids(&opened.parts[0]).unwrap()[0].rows.len(), 2_000);
    }

    #[test]
    fn a_reading_can_be_stopped_when_its_last_row_is_read_and_its_items_are_put_in_order() {
        assert_eq!(read(&tickets(300), &options(), &Late), Err(Unread::Stopped));
    }

    /// A table of so many rows, opened.
    fn tickets(rows: u32) -> Opened {
        opening::open("t", vec![opening::SourceFile { name: "t".into(), bytes: table_of(rows).into_bytes() }])
    }

    fn table_of(rows: u32) -> String {
        let rows: String = (0..rows).map(|row| format!("T-{row};Title {row}\n")).collect();
        format!("Ticket;Titel\n{rows}")
    }

    /// Has enough once everything is read.
    struct Late;

    impl Watch for Late {
        fn read(&self, done: u64, total: Option<u64>) -> bool {
            total.is_none_or(|total| done < total)
        }
    }

    #[derive(Default)]
    struct Heard(std::cell::RefCell<Vec<u64>>);

    impl Watch for Heard {
        fn read(&self, done: u64, _total: Option<u64>) -> bool {
            self.0.borrow_mut().push(done);
            true
        }
    }

    #[test]
    fn parts_of_several_formats_are_read_each_by_its_own_and_the_rest_is_named() {
        let file = |name: &str, text: &str| opening::SourceFile {
            name: name.into(),
            bytes: text.as_bytes().to_vec(),
        };
        let opened = opening::open(
            "folder",
            vec![
                file("a", r#"{"page":{"id":"p"},"incidents":[]}"#),
                file("b", "---\ntitle: Disk full\ndate: 2026-05-01T10:00:00Z\nseverity: down\n---\nText"),
                file("c", "Just a few words about this folder.\nNothing else."),
            ],
        );
        let reading = read(&opened, &options(), &Unwatched).unwrap();
        assert_eq!(reading.format, "statuspage+cstate");
        assert_eq!(reading.items.len(), 1);
        assert_eq!(reading.problems, [Problem::new(Place::file("c"), Reason::NotRecognised)]);
    }

    #[test]
    fn a_format_that_was_named_and_does_not_fit_says_so() {
        let options = Options { format: Some("statuspage".into()), ..options() };
        let reading = read_named("t.csv", "Nr;Titel\n1;x\n", &options);
        assert_eq!(reading.problems, [Problem::new(Place::file("t.csv"), Reason::NotRecognised)]);
    }

    #[test]
    fn a_format_that_does_not_exist_is_refused() {
        let options = Options { format: Some("fax".into()), ..options() };
        assert_eq!(read(&Opened::default(), &options, &Unwatched), Err(Unread::UnknownFormat("fax".into())));
    }
}
