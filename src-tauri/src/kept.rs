//! What this machine remembers of this person: preferences and the workspaces opened before. Knows nothing inside them.

use std::io;
use std::path::{Path, PathBuf};

use lotse::contract::desktop::{Preferences, RecentWorkspace};
use serde::{Deserialize, Serialize};

use crate::files;

const RECENT_AT_MOST: usize = 12;

/// The file `kept.json` in the program's folder.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Kept {
    /// The preferences.
    pub preferences: Preferences,
    /// The id of the workspace that is open, to be opened again at the next start.
    pub open: Option<String>,
    /// Newest first.
    recent: Vec<Remembered>,
    /// How many workspaces were ever remembered: ids are never given twice, because drafts hang on them.
    counted: u64,
    #[serde(skip)]
    file: PathBuf,
}

/// A workspace opened before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Remembered {
    id: String,
    place: PathBuf,
    opened: String,
    acting: Option<String>,
    /// Where its backups lie: a damaged file can no longer say it itself.
    #[serde(default)]
    backups: Option<PathBuf>,
    /// The folder in which its deadlines are kept for a calendar program.
    #[serde(default)]
    calendar: Option<PathBuf>,
}

impl Kept {
    /// Reads the file; one that is missing or unreadable is answered by the defaults, since nothing in it is a record.
    pub fn read(file: PathBuf) -> Self {
        let read = std::fs::read(&file).ok().and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok());
        Self { file, ..read.unwrap_or_default() }
    }

    /// Writes the file whole.
    pub fn write(&self) -> io::Result<()> {
        files::replace(&self.file, &serde_json::to_vec_pretty(self)?)
    }

    /// Puts a workspace first in the list and says its id.
    pub fn opened(&mut self, place: &Path, now: String) -> String {
        let mut recent = match self.recent.iter().position(|recent| recent.place == place) {
            Some(known) => self.recent.remove(known),
            None => {
                self.counted += 1;
                let id = format!("w{}", self.counted);
                Remembered { id, place: place.to_owned(), ..Remembered::default() }
            }
        };
        recent.opened = now;
        let id = recent.id.clone();
        self.recent.insert(0, recent);
        self.recent.truncate(RECENT_AT_MOST);
        id
    }

    fn of(&self, id: &str) -> Option<&Remembered> {
        self.recent.iter().find(|recent| recent.id == id)
    }

    fn of_mut(&mut self, id: &str) -> Option<&mut Remembered> {
        self.recent.iter_mut().find(|recent| recent.id == id)
    }

    /// Takes a workspace off the list.
    pub fn forget(&mut self, id: &str) {
        self.recent.retain(|recent| recent.id != id);
    }

    /// Remembers who acts in a workspace.
    pub fn act_as(&mut self, id: &str, person: String) {
        if let Some(recent) = self.of_mut(id) {
            recent.acting = Some(person);
        }
    }

    /// Who acted last in a workspace.
    pub fn acting(&self, id: &str) -> Option<String> {
        self.of(id).and_then(|recent| recent.acting.clone())
    }

    /// Remembers where the backups of a workspace lie.
    pub fn backed_up_in(&mut self, id: &str, folder: &Path) {
        if let Some(recent) = self.of_mut(id) {
            recent.backups = Some(folder.to_owned());
        }
    }

    /// Where the backups of the workspace of that id lay when it was last open.
    pub fn backups_of(&self, id: &str) -> Option<PathBuf> {
        self.of(id).and_then(|recent| recent.backups.clone())
    }

    /// Remembers in which folder the deadlines of a workspace are kept for a calendar program; none forgets it.
    pub fn calendar_in(&mut self, id: &str, folder: Option<PathBuf>) {
        if let Some(recent) = self.of_mut(id) {
            recent.calendar = folder;
        }
    }

    /// In which folder the deadlines of a workspace are kept for a calendar program.
    pub fn calendar_of(&self, id: &str) -> Option<PathBuf> {
        self.of(id).and_then(|recent| recent.calendar.clone())
    }

    /// Where the workspace of that id lies.
    pub fn place(&self, id: &str) -> Option<PathBuf> {
        self.of(id).map(|recent| recent.place.clone())
    }

    /// Where the workspace lies that was open when the program ended.
    pub fn open_place(&self) -> Option<PathBuf> {
        self.open.as_deref().and_then(|id| self.place(id))
    }

    /// The list as the window shows it.
    pub fn recent(&self) -> Vec<RecentWorkspace> {
        self.recent
            .iter()
            .map(|recent| RecentWorkspace {
                id: recent.id.clone(),
                name: name_of(&recent.place),
                place: recent.place.display().to_string(),
                opened: recent.opened.clone(),
                there: recent.place.is_file(),
                acting: recent.acting.clone(),
            })
            .collect()
    }
}

/// The name of a workspace: its file's without the ending.
pub fn name_of(place: &Path) -> String {
    place.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(folder: &tempfile::TempDir) -> Kept {
        Kept::read(folder.path().join("kept.json"))
    }

    #[test]
    fn what_was_kept_is_there_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let mut first = kept(&folder);
        first.preferences.zoom = 125;
        let id = first.opened(Path::new("/somewhere/Cloud.lotse"), "2026-11-22T09:00:00Z".into());
        first.act_as(&id, "anna".into());
        first.backed_up_in(&id, Path::new("/safe"));
        first.write().unwrap();
        let second = kept(&folder);
        assert_eq!(second.preferences.zoom, 125);
        assert_eq!(second.acting(&id).as_deref(), Some("anna"));
        assert_eq!(second.backups_of(&id), Some("/safe".into()));
        assert_eq!(second.recent()[0].name, "Cloud");
    }

    #[test]
    fn a_workspace_keeps_its_id_and_a_forgotten_id_is_never_given_again() {
        let folder = tempfile::tempdir().unwrap();
        let mut kept = kept(&folder);
        let first = kept.opened(Path::new("/a.lotse"), String::new());
        assert_eq!(kept.opened(Path::new("/a.lotse"), String::new()), first);
        kept.forget(&first);
        assert_ne!(kept.opened(Path::new("/b.lotse"), String::new()), first);
    }

    #[test]
    fn a_damaged_file_gives_the_defaults() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("kept.json"), b"{\"preferences\":").unwrap();
        assert_eq!(kept(&folder).preferences, Preferences::default());
    }
}
