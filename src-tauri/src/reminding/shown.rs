//! What the system was shown already, on this machine, for one workspace. Kept as digests: beside an encrypted workspace no
//! file may tell what it hides.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use lotse::domain::reminder::Reminder;
use lotse::ids::PersonId;
use ring::digest::{SHA256, digest};

use crate::files;

/// So many are remembered, the newest: a year of a busy process has fewer.
const AT_MOST: usize = 4_000;
/// So many bytes of the digest tell one from all others.
const BYTES: usize = 16;

/// Each that was shown, and when.
#[derive(Debug)]
pub struct Shown {
    file: PathBuf,
    marks: BTreeMap<String, String>,
}

impl Shown {
    /// Reads the file; one that is missing or unreadable says that nothing was shown.
    pub fn read(file: PathBuf) -> Self {
        let read = std::fs::read(&file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Self { file, marks: read.unwrap_or_default() }
    }

    /// Whether a person was shown a reminder.
    pub fn holds(&self, person: PersonId, reminder: &Reminder) -> bool {
        self.marks.contains_key(&mark(person, reminder))
    }

    /// A person is shown a reminder at an instant, RFC 3339 in UTC.
    pub fn put(&mut self, person: PersonId, reminder: &Reminder, at: &str) {
        self.marks.insert(mark(person, reminder), at.to_owned());
    }

    /// Writes the file whole.
    pub fn write(&mut self) -> io::Result<()> {
        while self.marks.len() > AT_MOST
            && let Some(oldest) =
                self.marks.iter().min_by_key(|(_, at)| at.as_str()).map(|(mark, _)| mark.clone())
        {
            self.marks.remove(&oldest);
        }
        if let Some(folder) = self.file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        files::replace(&self.file, &serde_json::to_vec_pretty(&self.marks)?)
    }
}

fn mark(person: PersonId, reminder: &Reminder) -> String {
    let text = format!("{person} {}", serde_json::to_string(reminder).unwrap_or_default());
    digest(&SHA256, text.as_bytes()).as_ref()[..BYTES].iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use lotse::domain::reminder::{Item, Level};
    use lotse::ids::StreamId;

    const WHEN: &str = "2026-05-01T08:00:00Z";

    fn person(id: u8) -> PersonId {
        format!("0198c1d2-0000-7000-8000-0000000000{id:02}").parse().unwrap()
    }

    fn reminder(key: &str, level: Level) -> Reminder {
        let record: StreamId = "0198c1d2-0000-7000-8000-000000000009".parse().unwrap();
        let due = "2026-05-10T21:59:00Z".parse().unwrap();
        Reminder { item: Item { record, key: key.to_owned(), due }, level }
    }

    #[test]
    fn r27_what_was_shown_is_known_after_a_restart_each_level_and_person_for_itself() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("reminded/w1.json");
        let mut shown = Shown::read(file.clone());
        shown.put(person(1), &reminder("held", Level::Week), WHEN);
        shown.write().unwrap();
        let again = Shown::read(file);
        assert!(again.holds(person(1), &reminder("held", Level::Week)));
        assert!(!again.holds(person(1), &reminder("held", Level::Day)));
        assert!(!again.holds(person(1), &reminder("other", Level::Week)));
        assert!(!again.holds(person(2), &reminder("held", Level::Week)));
    }

    #[test]
    fn the_file_tells_nothing_of_what_was_shown() {
        let folder = tempfile::tempdir().unwrap();
        let mut shown = Shown::read(folder.path().join("w1.json"));
        shown.put(person(1), &reminder("held", Level::Week), WHEN);
        shown.write().unwrap();
        let text = std::fs::read_to_string(folder.path().join("w1.json")).unwrap();
        assert!(!text.contains("held") && !text.contains("0198c1d2"), "{text}");
    }

    #[test]
    fn the_oldest_are_forgotten_when_there_are_too_many() {
        let folder = tempfile::tempdir().unwrap();
        let mut shown = Shown::read(folder.path().join("w1.json"));
        shown.put(person(1), &reminder("old", Level::Late), "2020-01-01T00:00:00Z");
        (0..AT_MOST).for_each(|count| shown.put(person(1), &reminder(&count.to_string(), Level::Late), WHEN));
        shown.write().unwrap();
        assert_eq!(shown.marks.len(), AT_MOST);
        assert!(!shown.holds(person(1), &reminder("old", Level::Late)));
    }
}
