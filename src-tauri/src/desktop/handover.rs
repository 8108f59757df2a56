//! Change requests out of the workspace and into another one, by signed files. Knows nothing of what stands in them.

use std::io::Read;

use lotse::contract::desktop::{Changed, DesktopAnswer, FileHandle};
use lotse::handover::{LIMIT, fingerprint};
use lotse::ids::{BlobHash, Number, RecordRef};
use lotse::workspace::keychain;
use tauri::AppHandle;

use super::Shell;
use crate::dialogs::Ask;
use crate::refused::Refused;
use crate::window;

impl Shell {
    /// Writes the file, signed with the device's key.
    pub(super) fn hand_over(&self, number: Number) -> Result<DesktopAnswer, Refused> {
        let opened = self.opened()?;
        let key = keychain::device_key();
        let key = key.map_err(|fault| Refused::naming("handoverNoKey", "reason", fault.to_string()))?;
        let out = opened.app.hand_over(RecordRef::Number(number), &key);
        let out = out.map_err(|fault| Refused::of_core(&fault))?;
        let fingerprint = fingerprint(&BlobHash(*key.verifying_key().as_bytes()).to_string());
        let saved = self.save(&out.bytes, &out.name)?;
        let handed_over = DesktopAnswer::HandedOver { name: out.name, fingerprint };
        Ok(if saved == DesktopAnswer::Done { handed_over } else { saved })
    }

    /// What a file says that somebody chooses.
    pub(super) fn look_at_handover(&self) -> Result<DesktopAnswer, Refused> {
        const ENDINGS: &[&str] = &["lotse-delegation", "lotse-answer"];
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
        window::tell(app, "changed", Changed { stale: taken.stale.clone() });
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
