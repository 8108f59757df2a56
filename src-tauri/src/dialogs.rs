//! The system's file dialogs, and the answers that tests give instead. Knows nothing of what is done with a file.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

/// What a dialog asks for.
pub struct Ask {
    /// Its title, a whole phrase in the language of the screen.
    pub title: String,
    /// The name and endings of the kind offered; none offers every file.
    pub kind: Option<(String, &'static [&'static str])>,
    /// The name proposed for a new file.
    pub name: Option<String>,
}

/// Asks a person for files. Each method blocks its thread until there is an answer.
pub trait Dialogs: Send + Sync {
    /// Existing files; none when cancelled.
    fn files(&self, ask: Ask) -> Vec<PathBuf>;
    /// A folder.
    fn folder(&self, ask: Ask) -> Option<PathBuf>;
    /// A place for a new file.
    fn place(&self, ask: Ask) -> Option<PathBuf>;
}

/// The dialogs of the system.
pub struct System<R: Runtime>(pub AppHandle<R>);

impl<R: Runtime> System<R> {
    fn dialog(&self, ask: Ask) -> FileDialogBuilder<R> {
        let mut dialog = self.0.dialog().file().set_title(ask.title);
        if let Some((name, endings)) = ask.kind {
            dialog = dialog.add_filter(name, endings);
        }
        if let Some(name) = ask.name {
            dialog = dialog.set_file_name(name);
        }
        dialog
    }
}

impl<R: Runtime> Dialogs for System<R> {
    fn files(&self, ask: Ask) -> Vec<PathBuf> {
        let files = self.dialog(ask).blocking_pick_files().unwrap_or_default();
        files.into_iter().filter_map(|file| file.into_path().ok()).collect()
    }

    fn folder(&self, ask: Ask) -> Option<PathBuf> {
        self.dialog(ask).blocking_pick_folder()?.into_path().ok()
    }

    fn place(&self, ask: Ask) -> Option<PathBuf> {
        self.dialog(ask).blocking_save_file()?.into_path().ok()
    }
}

/// Answers written down before: one JSON list of paths a line, in the order in which the dialogs come up. An empty
/// list, or no line left, cancels.
pub struct Written(Mutex<VecDeque<Vec<PathBuf>>>);

impl Written {
    /// Reads the answers; a line that is no list cancels its dialog.
    pub fn read(file: &Path) -> Self {
        let lines = std::fs::read_to_string(file).unwrap_or_default();
        Self(Mutex::new(lines.lines().map(|line| serde_json::from_str(line).unwrap_or_default()).collect()))
    }

    fn next(&self) -> Vec<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop_front().unwrap_or_default()
    }
}

impl Dialogs for Written {
    fn files(&self, _: Ask) -> Vec<PathBuf> {
        self.next()
    }

    fn folder(&self, _: Ask) -> Option<PathBuf> {
        self.next().into_iter().next()
    }

    fn place(&self, _: Ask) -> Option<PathBuf> {
        self.next().into_iter().next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_answers_come_in_their_order_and_then_cancel() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("answers");
        std::fs::write(&file, "[\"/new.lotse\"]\n[]\n[\"/a\",\"/b\"]\n").unwrap();
        let written = Written::read(&file);
        let ask = || Ask { title: String::new(), kind: None, name: None };
        assert_eq!(written.place(ask()), Some("/new.lotse".into()));
        assert_eq!(written.folder(ask()), None);
        assert_eq!(written.files(ask()), [PathBuf::from("/a"), PathBuf::from("/b")]);
        assert_eq!(written.files(ask()), Vec::<PathBuf>::new());
    }
}
