//! Documents of the process as the page asks for them: a folder that comes in, the go-bag that goes out. Knows no rule.

use std::io;
use std::path::Path;

use lotse::contract::desktop::DesktopAnswer;
use lotse::domain::guide::Kind;
use lotse::domain::organisation::Language;
use lotse::importers::{Unwatched, files as sources, guides};
use lotse::reports::frame::PaperAsked;
use tauri::AppHandle;

use super::Shell;
use crate::dialogs::Ask;
use crate::files;
use crate::refused::Refused;
use crate::window;

/// What the window has to ask anew after documents came in.
const STALE: [&str; 3] = ["guides", "home", "journal"];

impl Shell {
    pub(super) fn take_guides(&self, app: &AppHandle, kind: Kind) -> Result<DesktopAnswer, Refused> {
        let opened = self.opened()?;
        let Some(folder) = self.dialogs.folder(self.ask("desktop-dialog-guides")) else {
            return Ok(DesktopAnswer::Cancelled);
        };
        let read = sources::read(&folder, &Unwatched).map_err(|error| Refused::file(&folder, &error))?;
        let read = read.map_err(|unread| Refused::naming("system", "reason", unread.to_string()))?;
        let (by, now) = (self.acting(&opened)?, self.clock.instant()?);
        let taken = opened.app.take_guides(&guides::read(&read), kind, by, true, now);
        let taken = taken.map_err(|fault| Refused::of_core(&fault))?;
        opened.wrote();
        window::changed(app, STALE.map(str::to_owned).to_vec());
        Ok(DesktopAnswer::GuidesTaken { taken })
    }

    pub(super) fn save_go_bag(
        &self,
        language: Language,
        password: Option<&str>,
    ) -> Result<DesktopAnswer, Refused> {
        let opened = self.opened()?;
        let asked = PaperAsked { language, by: self.acting(&opened).ok(), at: self.clock.instant()? };
        let bag = opened.app.go_bag(&asked).map_err(|fault| Refused::of_core(&fault))?;
        let ask = self.ask("desktop-dialog-go-bag");
        let Some(password) = password.filter(|password| !password.is_empty()) else {
            let Some(folder) = self.dialogs.folder(ask) else { return Ok(DesktopAnswer::Cancelled) };
            let place = folder.join(&bag.name);
            bag.write(&place).map_err(|error| unwritten(&place, &error))?;
            return Ok(DesktopAnswer::Done);
        };
        let ask = Ask { name: Some(format!("{}.zip", bag.name)), ..ask };
        let Some(place) = self.dialogs.place(ask) else { return Ok(DesktopAnswer::Cancelled) };
        let bytes = bag.closed(password).map_err(|fault| Refused::of_core(&fault))?;
        files::replace(&place, &bytes).map_err(|error| Refused::file(&place, &error))?;
        Ok(DesktopAnswer::Done)
    }
}

fn unwritten(folder: &Path, error: &io::Error) -> Refused {
    if error.kind() == io::ErrorKind::AlreadyExists {
        Refused::naming("folderNotEmpty", "folder", folder.file_name().unwrap_or_default().to_string_lossy())
    } else {
        Refused::file(folder, error)
    }
}
