//! Bytes that come into the workspace and go out of it: evidence, reports, texts. Knows no format.

use std::io::Read;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lotse::app::Bytes;
use lotse::contract::desktop::{ChosenFile, DesktopAnswer, FileHandle, FilePurpose, KeptEvidence};
use tauri::AppHandle;
use tauri_plugin_clipboard_manager::ClipboardExt;
use tauri_plugin_opener::OpenerExt;

use super::Shell;
use crate::dialogs::Ask;
use crate::files;
use crate::refused::Refused;

impl Shell {
    /// Names for files that were dropped on the window; what is no file is passed over.
    pub fn dropped(&self, paths: &[PathBuf]) -> Vec<ChosenFile> {
        paths.iter().filter_map(|path| self.handles.choose(path).ok()).collect()
    }

    /// Bytes of the open workspace.
    pub fn bytes(&self, of: &Bytes) -> Result<Vec<u8>, Refused> {
        self.opened()?.app.bytes(of).map_err(|fault| Refused::of_core(&fault))
    }

    pub(super) fn choose_files(&self, purpose: FilePurpose) -> Result<DesktopAnswer, Refused> {
        let paths = match purpose {
            FilePurpose::Import => self.dialogs.files(self.ask("desktop-dialog-import")),
            FilePurpose::Evidence => self.dialogs.files(self.ask("desktop-dialog-evidence")),
            FilePurpose::ImportFolder => {
                self.dialogs.folder(self.ask("desktop-dialog-import-folder")).into_iter().collect()
            }
        };
        let files = paths.iter().map(|path| self.handles.choose(path)).collect::<Result<_, _>>()?;
        Ok(DesktopAnswer::Files { files })
    }

    pub(super) fn keep_evidence(&self, file: &FileHandle) -> Result<DesktopAnswer, Refused> {
        let (path, mut open) = self.handles.open(file)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.keep_bytes(name, &mut open)
    }

    pub(super) fn keep_pasted(&self, name: String, base64: &str) -> Result<DesktopAnswer, Refused> {
        let bytes = STANDARD.decode(base64).map_err(|_| Refused::plain("pictureUnreadable"))?;
        self.keep_bytes(name, &mut bytes.as_slice())
    }

    fn keep_bytes(&self, name: String, source: &mut dyn Read) -> Result<DesktopAnswer, Refused> {
        let kept = self.opened()?.app.keep(source).map_err(|fault| Refused::of_core(&fault))?;
        let evidence = KeptEvidence { hash: kept.hash.to_string(), name, bytes: kept.size };
        Ok(DesktopAnswer::Evidence { evidence })
    }

    /// Writes a copy that only the owner may read and shows it. The copies are taken away when the program ends, and at
    /// its next start when it could not end: they would tell what a passphrase hides.
    pub(super) fn show_outside(
        &self,
        app: &AppHandle,
        of: &Bytes,
        name: &str,
    ) -> Result<DesktopAnswer, Refused> {
        let bytes = self.bytes(of)?;
        let folder = shown_in(&self.folder);
        let file = folder.join(plain_name(name));
        let written = std::fs::create_dir_all(&folder).and_then(|()| files::replace(&file, &bytes));
        written.map_err(|error| Refused::file(&file, &error))?;
        let shown = app.opener().open_path(file.to_string_lossy(), None::<&str>);
        shown.map_err(|error| Refused::naming("notShown", "reason", error.to_string()))?;
        Ok(DesktopAnswer::Done)
    }

    pub(super) fn save_as(&self, of: &Bytes, name: &str) -> Result<DesktopAnswer, Refused> {
        let bytes = self.bytes(of)?;
        self.save(&bytes, name)
    }

    pub(super) fn save(&self, bytes: &[u8], name: &str) -> Result<DesktopAnswer, Refused> {
        let ask = Ask { name: Some(plain_name(name)), ..self.ask("desktop-dialog-save") };
        let Some(place) = self.dialogs.place(ask) else { return Ok(DesktopAnswer::Cancelled) };
        files::replace(&place, bytes).map_err(|error| Refused::file(&place, &error))?;
        Ok(DesktopAnswer::Done)
    }
}

/// Where the copies lie that the system's viewers show.
fn shown_in(folder: &Path) -> PathBuf {
    folder.join("shown")
}

/// Takes away every copy that was shown. One that a viewer still holds stays until the next time.
pub(super) fn forget_shown(folder: &Path) {
    for copy in std::fs::read_dir(shown_in(folder)).into_iter().flatten().flatten() {
        if let Err(error) = files::remove(&copy.path()) {
            log::warn!("a copy that was shown stays for now: {error}");
        }
    }
}

pub(super) fn copy(app: &AppHandle, text: String) -> Result<DesktopAnswer, Refused> {
    let copied = app.clipboard().write_text(text);
    copied.map_err(|error| Refused::naming("notCopied", "reason", error.to_string()))?;
    Ok(DesktopAnswer::Done)
}

/// A name without a way in it: what the page proposes must not leave the folder.
fn plain_name(name: &str) -> String {
    let name: String = name
        .chars()
        .map(|letter| if letter.is_control() || "/\\:*?\"<>|".contains(letter) { '-' } else { letter })
        .collect();
    let name = name.trim_matches(['.', ' ']).to_owned();
    if name.is_empty() { "Lotse".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_copy_that_was_shown_outlives_the_program() {
        let folder = tempfile::tempdir().unwrap();
        forget_shown(folder.path());
        std::fs::create_dir(shown_in(folder.path())).unwrap();
        for name in ["B-2026-003.pdf", "evidence.png"] {
            std::fs::write(shown_in(folder.path()).join(name), b"what a passphrase hides").unwrap();
        }
        forget_shown(folder.path());
        assert_eq!(std::fs::read_dir(shown_in(folder.path())).unwrap().count(), 0);
    }

    #[test]
    fn a_name_that_the_page_proposes_leads_nowhere() {
        assert_eq!(plain_name("B-2026-003.pdf"), "B-2026-003.pdf");
        assert_eq!(plain_name("../../.bashrc"), "-..-.bashrc");
        assert_eq!(plain_name(".."), "Lotse");
    }
}
