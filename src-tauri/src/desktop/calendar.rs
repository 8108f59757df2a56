//! The folder in which the deadlines are kept for a calendar program: chosen once, written anew whenever something changed.
//! Knows no rule.

use std::path::Path;
use std::sync::PoisonError;

use lotse::calendar::{files as entries, folder};
use lotse::contract::desktop::{CalendarFolder, DesktopAnswer};

use super::Shell;
use super::workspaces::Opened;
use crate::files;
use crate::refused::Refused;

impl Shell {
    pub(super) fn follow_calendar(&self) -> Result<DesktopAnswer, Refused> {
        let opened = self.opened()?;
        let Some(place) = self.dialogs.folder(self.ask("desktop-dialog-calendar")) else {
            return Ok(DesktopAnswer::Cancelled);
        };
        self.write_calendar(&opened, &place)?;
        self.keep(|kept| kept.calendar_in(&opened.id, Some(place)))?;
        self.calendar_stands(None);
        Ok(self.answer())
    }

    pub(super) fn leave_calendar(&self) -> Result<DesktopAnswer, Refused> {
        let opened = self.opened()?;
        self.keep(|kept| kept.calendar_in(&opened.id, None))?;
        self.calendar_stands(None);
        Ok(self.answer())
    }

    /// Writes into the folder what changed, where one was chosen for the workspace that is open.
    pub fn keep_calendar(&self) {
        let Ok(opened) = self.opened() else { return };
        let chosen = self.kept().calendar_of(&opened.id);
        let Some(place) = chosen else { return };
        let written = self.write_calendar(&opened, &place);
        if let Err(refused) = &written {
            log::warn!("the folder for a calendar program was not written: {}", refused.code);
        }
        self.calendar_stands(written.err().map(|refused| {
            let reason = refused.values.get("reason").and_then(|reason| reason.as_str());
            reason.map_or(refused.code.clone(), str::to_owned)
        }));
    }

    /// The folder of a workspace with how it stands.
    pub(super) fn calendar(&self, id: &str) -> Option<CalendarFolder> {
        let folder = self.kept().calendar_of(id);
        let folder = folder?.display().to_string();
        let fault = self.calendar.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Some(CalendarFolder { folder, fault })
    }

    fn calendar_stands(&self, fault: Option<String>) {
        *self.calendar.lock().unwrap_or_else(PoisonError::into_inner) = fault;
    }

    fn write_calendar(&self, opened: &Opened, place: &Path) -> Result<usize, Refused> {
        let (language, now) = (self.preferences().language, self.clock.instant()?);
        let planned = opened.app.planned(Some(language), now, entries);
        let planned = planned.map_err(|fault| Refused::of_core(&fault))?;
        folder::keep(place, &planned, files::replace).map_err(|error| Refused::file(place, &error))
    }
}
