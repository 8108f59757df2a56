//! Imports as the page asks for them: runs that tell how far they are and can be stopped. Knows no format and no rule.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant as Stopwatch};

use lotse::app::{Answer, Import, Outcome, Question};
use lotse::contract::desktop::{DesktopAnswer, ImportSource, Progress};
use lotse::contract::import::{self, Asked, Trouble};
use lotse::ids::{PersonId, StreamId};
use lotse::importers::{Unread, Watch};
use lotse::time::Zone;
use tauri::AppHandle;

use super::Shell;
use super::workspaces::Opened;
use crate::refused::Refused;
use crate::window;

/// How often a run tells how far it is.
const EVERY: Duration = Duration::from_millis(100);
/// What the window has to ask anew after an import.
const STALE: [&str; 5] = ["home", "register", "journal", "reports", "batches"];

/// The runs that are under way, by the names that the window gave them.
#[derive(Default)]
pub struct Runs {
    stop: Mutex<BTreeMap<String, Arc<AtomicBool>>>,
}

impl Runs {
    fn begin(&self, run: &str) -> Arc<AtomicBool> {
        let mut running = self.stop.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(running.entry(run.to_owned()).or_default())
    }

    fn end(&self, run: &str) {
        self.stop.lock().unwrap_or_else(PoisonError::into_inner).remove(run);
    }

    fn stop(&self, run: &str) {
        self.begin(run).store(true, Ordering::Relaxed);
    }
}

/// One run: tells the window how far it is, and hears when it is to stop.
pub(super) struct Run<'a> {
    app: &'a AppHandle,
    name: &'a str,
    stop: Arc<AtomicBool>,
    told: Cell<Stopwatch>,
}

impl Run<'_> {
    fn goes_on(&self, done: u64, total: Option<u64>) -> bool {
        if self.told.get().elapsed() >= EVERY {
            self.told.set(Stopwatch::now());
            let short = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
            let progress = Progress { run: self.name.to_owned(), done: short(done), total: total.map(short) };
            window::tell(self.app, "progress", progress);
        }
        !self.stop.load(Ordering::Relaxed)
    }

    /// The same, for work that is broken off.
    pub(super) fn flow(&self, done: u64, total: Option<u64>) -> ControlFlow<()> {
        if self.goes_on(done, total) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }

    fn each(&self, total: usize) -> impl FnMut(usize) -> ControlFlow<()> {
        move |done| self.flow(done as u64, Some(total as u64))
    }
}

impl Watch for Run<'_> {
    fn read(&self, done: u64, total: Option<u64>) -> bool {
        self.goes_on(done, total)
    }
}

impl Shell {
    pub(super) fn check_import(
        &self,
        app: &AppHandle,
        run: &str,
        source: &ImportSource,
    ) -> Result<DesktopAnswer, Refused> {
        self.run_import(app, run, |shell, watched| {
            let (read, outcome) = shell.go_through(watched, source, false)?;
            Ok(DesktopAnswer::ImportChecked { check: import::check(&read, &outcome) })
        })
    }

    pub(super) fn take_over(
        &self,
        app: &AppHandle,
        run: &str,
        source: &ImportSource,
    ) -> Result<DesktopAnswer, Refused> {
        self.run_import(app, run, |shell, watched| {
            let (_, outcome) = shell.go_through(watched, source, true)?;
            Ok(DesktopAnswer::ImportTaken { taken: import::taken(&outcome) })
        })
    }

    pub(super) fn undo_import(
        &self,
        app: &AppHandle,
        run: &str,
        batch: &str,
    ) -> Result<DesktopAnswer, Refused> {
        let batch: StreamId = batch.parse().map_err(|_| Refused::plain("batchUnknown"))?;
        self.run_import(app, run, |shell, watched| {
            let opened = shell.opened()?;
            let undone =
                opened.app.undo_import(batch, shell.acting(&opened)?, shell.clock.instant()?, &mut |done| {
                    watched.flow(done as u64, None)
                });
            let undone = undone.map_err(|fault| Refused::of_core(&fault))?.ok_or_else(stopped)?;
            Ok(DesktopAnswer::ImportUndone { records: undone.records, kept: undone.kept })
        })
    }

    pub(super) fn cancel_run(&self, run: &str) -> DesktopAnswer {
        self.runs.stop(run);
        DesktopAnswer::Done
    }

    /// Work under a name by which the window hears how far it is and can stop it.
    pub(super) fn running<T>(&self, app: &AppHandle, name: &str, work: impl FnOnce(&Run) -> T) -> T {
        let watched = Run { app, name, stop: self.runs.begin(name), told: Cell::new(Stopwatch::now()) };
        let done = work(&watched);
        self.runs.end(name);
        done
    }

    /// Carries a run out and tells the window afterwards what went stale.
    fn run_import(
        &self,
        app: &AppHandle,
        name: &str,
        work: impl FnOnce(&Self, &Run) -> Result<DesktopAnswer, Refused>,
    ) -> Result<DesktopAnswer, Refused> {
        let answer = self.running(app, name, |watched| work(self, watched));
        if matches!(answer, Ok(DesktopAnswer::ImportTaken { .. } | DesktopAnswer::ImportUndone { .. })) {
            self.opened()?.wrote();
            window::changed(app, STALE.map(str::to_owned).to_vec());
        }
        answer
    }

    fn go_through(
        &self,
        watched: &Run,
        source: &ImportSource,
        write: bool,
    ) -> Result<(import::Read, Outcome), Refused> {
        let opened = self.opened()?;
        let now = self.clock.instant()?;
        let paths: Vec<PathBuf> =
            source.files.iter().map(|file| self.handles.path(file)).collect::<Result<_, _>>()?;
        let asked = Asked::of(source, self.home(&opened)?).map_err(|trouble| refused(&trouble))?;
        let read =
            import::read(&opened.app, &paths, source, asked, watched).map_err(|trouble| refused(&trouble))?;
        let names: Vec<_> =
            paths.iter().filter_map(|path| path.file_name()).map(|name| name.to_string_lossy()).collect();
        let order = Import {
            by: self.acting(&opened)?,
            file: &names.join(", "),
            rule: &read.asked.rule,
            reading: &read.reading,
        };
        let each = &mut watched.each(read.reading.items.len());
        let done = if write {
            opened.app.import(&order, now, each)
        } else {
            opened.app.check_import(&order, now, each)
        };
        let outcome = done.map_err(|fault| Refused::of_core(&fault))?.ok_or_else(stopped)?;
        if write {
            opened
                .app
                .remember_source(&read.asked.options, &read.reading)
                .map_err(|fault| Refused::of_core(&fault))?;
        }
        Ok((read, outcome))
    }

    /// Who acts in the open workspace.
    pub fn acting(&self, opened: &Opened) -> Result<PersonId, Refused> {
        let acting = self.kept().acting(&opened.id).and_then(|person| person.parse().ok());
        acting.ok_or_else(|| Refused::plain("stranger"))
    }

    fn home(&self, opened: &Opened) -> Result<Zone, Refused> {
        let answer = opened.app.query(&Question::Organisation {}, self.clock.instant()?);
        let answer = answer.map_err(|fault| Refused::of_core(&fault))?;
        Ok(if let Answer::Organisation(view) = answer { view.zone } else { Zone::UTC })
    }
}

fn stopped() -> Refused {
    Refused::plain("importStopped")
}

fn refused(trouble: &Trouble) -> Refused {
    match trouble {
        Trouble::File(path, error) => Refused::file(path, error),
        Trouble::Rule(fault) => {
            let mut refused = Refused::of_core(fault);
            let reason = std::mem::replace(&mut refused.code, "importRule".to_owned());
            refused.values.insert("reason".to_owned(), reason.into());
            refused
        }
        Trouble::Zone(zone) => Refused::naming("importZone", "zone", zone.clone()),
        Trouble::Unread(Unread::Stopped) => stopped(),
        Trouble::Unread(Unread::UnknownFormat(format)) => {
            Refused::naming("importFormat", "format", format.clone())
        }
        Trouble::Workspace(fault) => Refused::of_core(fault),
    }
}
