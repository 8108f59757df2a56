//! Change requests and notices out of the workspace and into another one, by signed files. Knows nothing of what stands in them.

use std::io::Read;
use std::path::{Path, PathBuf};

use lotse::contract::desktop::{DesktopAnswer, FileHandle};
use lotse::domain::organisation::Language;
use lotse::handover::{LIMIT, fingerprint};
use lotse::ids::{BlobHash, Number, RecordRef};
use lotse::reports::frame::PaperAsked;
use lotse::workspace::keychain;
use tauri::AppHandle;

use super::Shell;
use crate::dialogs::Ask;
use crate::files;
use crate::refused::Refused;
use crate::window;

impl Shell {
    /// Writes the file, signed with the device's key, and beside it the slip that goes with what is asked.
    pub(super) fn hand_over(&self, number: Number, language: Language) -> Result<DesktopAnswer, Refused> {
        let opened = self.opened()?;
        let key = keychain::device_key();
        let key = key.map_err(|fault| Refused::naming("handoverNoKey", "reason", fault.to_string()))?;
        let out = opened.app.hand_over(RecordRef::Number(number), &key, self.clock.instant()?);
        let out = out.map_err(|fault| Refused::of_core(&fault))?;
        let fingerprint = fingerprint(&BlobHash(*key.verifying_key().as_bytes()).to_string());
        // Set before anything is written: a file without its slip would look whole.
        let slip = if out.slip {
            let asked = PaperAsked { language, by: self.acting(&opened).ok(), at: self.clock.instant()? };
            let slip = opened.app.slip(RecordRef::Number(number), &asked);
            Some(slip.map_err(|fault| Refused::of_core(&fault))?)
        } else {
            None
        };
        let ask = Ask { name: Some(out.name.clone()), ..self.ask("desktop-dialog-save") };
        let Some(place) = self.dialogs.place(ask) else { return Ok(DesktopAnswer::Cancelled) };
        files::replace(&place, &out.bytes).map_err(|error| Refused::file(&place, &error))?;
        let slip = slip.map(|bytes| beside(&place, &bytes)).transpose()?;
        Ok(DesktopAnswer::HandedOver { name: name_of(&place), fingerprint, slip })
    }

    /// What a file says that somebody chooses.
    pub(super) fn look_at_handover(&self) -> Result<DesktopAnswer, Refused> {
        const ENDINGS: &[&str] = &["lotse-delegation", "lotse-notice", "lotse-answer"];
        let opened = self.opened()?;
        let kind = self.words().say("handover-kind", &[]);
        let ask = Ask { kind: Some((kind, ENDINGS)), ..self.ask("handover-open") };
        let Some(path) = self.dialogs.files(ask).into_iter().next() else {
            return Ok(DesktopAnswer::Cancelled);
        };
        let file = self.handles.choose(&path)?.handle;
        let view = opened.app.look_at_handover(&self.handed(&file)?);
        let view = view.map_err(|fault| Refused::of_core(&fault))?;
        Ok(DesktopAnswer::Handover { file, view })
    }

    /// Takes the file in that was looked at.
    pub(super) fn take_handover_in(
        &self,
        app: &AppHandle,
        file: &FileHandle,
    ) -> Result<DesktopAnswer, Refused> {
        let opened = self.opened()?;
        let (by, now) = (self.acting(&opened)?, self.clock.instant()?);
        let taken = opened.app.take_handover_in(&self.handed(file)?, by, now);
        opened.wrote();
        let taken = taken.map_err(|fault| Refused::of_core(&fault))?;
        window::changed(app, taken.stale.clone());
        Ok(DesktopAnswer::HandoverTaken { taken })
    }

    /// The bytes of a file; of one that is too large to be such a file only so many that this shows.
    fn handed(&self, file: &FileHandle) -> Result<Vec<u8>, Refused> {
        let (path, open) = self.handles.open(file)?;
        let mut bytes = Vec::new();
        open.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| Refused::file(&path, &error))?;
        Ok(bytes)
    }
}

/// Writes a slip beside a file, called like it; a paper that lies there already stays. Returns how it is called.
fn beside(place: &Path, slip: &[u8]) -> Result<String, Refused> {
    let slip_at = free(place);
    files::replace(&slip_at, slip).map_err(|error| Refused::file(&slip_at, &error))?;
    Ok(name_of(&slip_at))
}

fn free(place: &Path) -> PathBuf {
    let stem = place.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let first = place.with_file_name(format!("{stem}.pdf"));
    let further = (2..).map(|count| place.with_file_name(format!("{stem} {count}.pdf")));
    let mut places = std::iter::once(first).chain(further);
    places.find(|place| !place.exists()).unwrap_or_else(|| place.with_extension("pdf"))
}

fn name_of(place: &Path) -> String {
    place.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_called_like_its_file_and_takes_no_other_papers_place() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("A-2026-003.lotse-delegation");
        assert_eq!(beside(&place, b"one").unwrap(), "A-2026-003.pdf");
        assert_eq!(beside(&place, b"two").unwrap(), "A-2026-003 2.pdf");
        assert_eq!(std::fs::read(folder.path().join("A-2026-003.pdf")).unwrap(), b"one");
    }
}
