//! Opening, making and closing workspaces. Knows no record inside them.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, PoisonError};

use lotse::app::App;
use lotse::contract::desktop::{DesktopAnswer, FailedStart, OpenWorkspace};
use lotse::domain::organisation::Language;
use lotse::founding::{self, Founding};
use lotse::sample;
use lotse::time::Zone;
use lotse::workspace::{Key, OpenFault, Workspace};

use super::Shell;
use crate::chance::Chance;
use crate::dialogs::Ask;
use crate::files;
use crate::kept;
use crate::refused::Refused;

/// After so many runs in a row that nobody closed the program opens nothing by itself.
const CAREFUL_FROM: u32 = 3;
/// The ending of a workspace's file.
const ENDING: &str = "lotse";

/// The workspace that is open.
#[derive(Clone)]
pub struct Opened {
    /// Its id in the list of recent ones.
    pub id: String,
    /// Takes orders and answers questions.
    pub app: Arc<App>,
    nudge: SyncSender<()>,
}

impl Opened {
    /// Something was written: the text index follows beside.
    pub fn wrote(&self) {
        // Full means that it is nudged already, closed that the workspace is being closed.
        let _ = self.nudge.try_send(());
    }
}

/// What a new workspace shall be.
pub struct NewWorkspace {
    /// Whose process it keeps, and who founds it.
    pub founding: Founding,
    /// Encrypts the file.
    pub passphrase: Option<String>,
    /// Fills it with the invented year.
    pub sample: bool,
}

impl Shell {
    /// The workspace that is open.
    pub fn opened(&self) -> Result<Opened, Refused> {
        let open = self.open.read().unwrap_or_else(PoisonError::into_inner);
        open.clone().ok_or_else(|| Refused::plain("noWorkspace"))
    }

    /// The workspace that is open, as the page is told of it.
    pub(super) fn told(&self) -> Option<OpenWorkspace> {
        let opened = self.opened().ok()?;
        let workspace = opened.app.workspace();
        // What is kept is looked at once at a time: a guard lives to the end of its statement.
        let acting = self.kept().acting(&opened.id);
        let calendar = self.calendar(&opened.id);
        Some(OpenWorkspace {
            name: kept::name_of(workspace.path()),
            place: workspace.path().display().to_string(),
            read_only: workspace.read_only(),
            encrypted: workspace.encrypted(),
            acting,
            calendar,
            id: opened.id,
        })
    }

    pub(super) fn create_workspace(&self, new: &NewWorkspace) -> Result<DesktopAnswer, Refused> {
        let name = format!("{}.{ENDING}", file_name(&new.founding.organisation));
        let ask = Ask { name: Some(name), ..self.ask_workspace("desktop-dialog-create") };
        let Some(place) = self.dialogs.place(ask) else { return Ok(DesktopAnswer::Cancelled) };
        let place = if place.extension().is_none() { place.with_extension(ENDING) } else { place };
        let key = new.passphrase.as_deref().map(Key::passphrase);
        let now = self.clock.instant()?;
        let workspace =
            Workspace::create(&place, key.as_ref(), now).map_err(|fault| Refused::of_core(&fault))?;
        let app = app_of(workspace)?;
        let fill = if new.sample { sample::fill } else { founding::found };
        let founder = match fill(&app, &new.founding, &Chance, now) {
            Ok(founder) => founder,
            Err(fault) => {
                drop(app);
                files::remove(&place).map_err(|error| Refused::file(&place, &error))?;
                return Err(Refused::of_core(&fault));
            }
        };
        self.take_up(app)?;
        self.act_as(&founder.to_string())
    }

    pub(super) fn open_workspace(&self) -> Result<DesktopAnswer, Refused> {
        let chosen = self.dialogs.files(self.ask_workspace("desktop-dialog-open")).into_iter().next();
        match chosen {
            Some(place) => self.open_at(&place, None),
            None => Ok(DesktopAnswer::Cancelled),
        }
    }

    pub(super) fn open_recent(&self, id: &str, passphrase: Option<&str>) -> Result<DesktopAnswer, Refused> {
        self.open_at(&self.recent_place(id)?, passphrase)
    }

    pub(super) fn recent_place(&self, id: &str) -> Result<PathBuf, Refused> {
        self.kept().place(id).ok_or_else(|| Refused::plain("workspaceForgotten"))
    }

    /// Opens a file, or stays where it is. A file that wants a key is remembered, so that it can be named again.
    pub(super) fn open_at(&self, place: &Path, passphrase: Option<&str>) -> Result<DesktopAnswer, Refused> {
        let real = place.canonicalize();
        if self.opened().is_ok_and(|opened| real.is_ok_and(|real| real == opened.app.workspace().path())) {
            return Ok(self.answer());
        }
        let key = passphrase.map(key_of);
        match Workspace::open(place, key.as_ref(), self.clock.instant()?) {
            Ok(workspace) => {
                self.take_up(app_of(workspace)?)?;
                Ok(self.answer())
            }
            Err(OpenFault::NeedsKey) => {
                let id = self.keep(|kept| kept.opened(place, self.clock.text()))?;
                Err(Refused::naming("passphraseNeeded", "id", id))
            }
            Err(fault) if may_come_back(place, &fault) => {
                let id = self.keep(|kept| kept.opened(place, self.clock.text()))?;
                let mut refused = Refused::of_core(&fault);
                refused.values.insert("id".to_owned(), id.into());
                Err(refused)
            }
            Err(fault) => Err(Refused::of_core(&fault)),
        }
    }

    /// A file that a second start named: its id, by which the window opens it when nothing is lost by that.
    pub fn named(&self, place: &Path) -> Result<String, Refused> {
        let place = place.canonicalize().unwrap_or_else(|_| place.to_owned());
        self.keep(|kept| kept.opened(&place, self.clock.text()))
    }

    /// Makes a workspace the open one; the one before is closed when its last question is answered.
    fn take_up(&self, app: App) -> Result<(), Refused> {
        let app = Arc::new(app);
        let place = app.workspace().path().to_owned();
        let now = self.clock.text();
        let plan = app.workspace().plan();
        let id = self.keep(|kept| {
            let id = kept.opened(&place, now);
            kept.open = Some(id.clone());
            if let Ok(plan) = &plan {
                kept.backed_up_in(&id, &plan.folder);
            }
            id
        })?;
        let opened = Opened { id, nudge: index_beside(&app), app };
        opened.wrote();
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = Some(opened);
        self.nudge.look();
        Ok(())
    }

    pub(super) fn close_workspace(&self) -> Result<DesktopAnswer, Refused> {
        self.open.write().unwrap_or_else(PoisonError::into_inner).take();
        self.keep(|kept| kept.open = None)?;
        self.nudge.look();
        Ok(self.answer())
    }

    pub(super) fn forget_recent(&self, id: &str) -> Result<DesktopAnswer, Refused> {
        self.keep(|kept| kept.forget(id))?;
        Ok(self.answer())
    }

    pub(super) fn act_as(&self, person: &str) -> Result<DesktopAnswer, Refused> {
        let opened = self.opened()?;
        self.keep(|kept| kept.act_as(&opened.id, person.to_owned()))?;
        self.nudge.look();
        Ok(self.answer())
    }

    /// Opens what the start names, or what was open when the program ended; after several crashes only what the start
    /// names, since what was open may be what ends the program. What does not open is said on the first screen.
    pub(super) fn reopen(&self) {
        let place = self.start_file.lock().unwrap_or_else(PoisonError::into_inner).take();
        let careful = self.running.crashes >= CAREFUL_FROM;
        let place = place.or_else(|| if careful { None } else { self.kept().open_place() });
        if let Some(place) = place
            && let Err(refused) = self.open_at(&place, None)
        {
            log::warn!("what was open last did not open: {}", refused.code);
            let failed = FailedStart {
                name: kept::name_of(&place),
                id: refused.values.get("id").and_then(|id| id.as_str()).map(str::to_owned),
                code: refused.code,
                values: refused.values.into_iter().collect(),
            };
            *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(failed);
        }
    }
}

/// Takes what is written into the text index, beside everything else, whenever it is nudged. Ends with the workspace.
fn index_beside(app: &Arc<App>) -> SyncSender<()> {
    const AT_A_TIME: usize = 500;
    let (nudge, nudged) = sync_channel(1);
    let app = Arc::downgrade(app);
    std::thread::spawn(move || {
        while nudged.recv().is_ok() {
            while let Some(app) = app.upgrade() {
                match app.index(AT_A_TIME) {
                    Ok(0) => break,
                    Ok(_) => {}
                    Err(fault) => {
                        log::warn!("the text index is behind: {}", Refused::of_core(&fault).code);
                        break;
                    }
                }
            }
        }
    });
    nudge
}

/// Whether a file that does not open is one of ours by its name, so that a backup of it may be there.
fn may_come_back(place: &Path, fault: &OpenFault) -> bool {
    let broken = matches!(
        fault,
        OpenFault::Truncated { .. } | OpenFault::Damaged { .. } | OpenFault::NotAWorkspace { .. }
    );
    broken && place.extension().is_some_and(|ending| ending == ENDING)
}

fn app_of(workspace: Workspace) -> Result<App, Refused> {
    App::new(workspace, Box::new(Chance)).map_err(|fault| Refused::of_core(&fault))
}

/// What somebody typed to open a file: the printed key when it has the form of one, otherwise the passphrase.
pub fn key_of(typed: &str) -> Key {
    Key::from_recovery(typed).unwrap_or_else(|_| Key::passphrase(typed))
}

/// What a new workspace is founded with, from what the page sent.
pub fn founding_of(
    organisation: String,
    language: Language,
    zone: &str,
    person: String,
) -> Result<Founding, Refused> {
    let zone: Zone = zone.parse().map_err(|_| Refused::naming("notAZone", "field", "zone"))?;
    Ok(Founding { organisation, language, zone, person })
}

/// A name that every file system takes.
fn file_name(organisation: &str) -> String {
    let name: String = organisation
        .chars()
        .map(|letter| if letter.is_alphanumeric() || " -_.".contains(letter) { letter } else { '-' })
        .take(60)
        .collect();
    let name = name.trim_matches([' ', '.', '-']).to_owned();
    if name.is_empty() { "Lotse".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_an_organisation_becomes_a_name_for_a_file() {
        assert_eq!(file_name("Loftware Cloud"), "Loftware Cloud");
        assert_eq!(file_name("Müller/Söhne"), "Müller-Söhne");
        assert_eq!(file_name("../.."), "Lotse");
    }

    #[test]
    fn a_fault_of_opening_crosses_the_wire_with_its_values() {
        let fault = OpenFault::HeldBy { program: "lotse".into(), host: "dock".into(), pid: 7, since: None };
        let refused = Refused::of_core(&fault);
        assert_eq!((refused.code.as_str(), &refused.values["host"]), ("heldBy", &"dock".into()));
    }
}
