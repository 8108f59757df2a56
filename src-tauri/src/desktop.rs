//! The desktop around the window: carries out what the page asks of it. Knows no rule of the process.

mod backups;
mod calendar;
mod guides;
mod handover;
mod imports;
mod mail;
mod papers;
mod proof;
pub mod workspaces;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::thread::JoinHandle;

use lotse::contract::desktop::{
    Desktop, DesktopAnswer, DesktopOrder, Draft, FailedStart, OpenWorkspace, Preferences, TestSwitches,
};
use lotse::domain::organisation::Language;
use lotse::words::Words;
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;

use crate::clock::Clock;
use crate::crashes::Running;
use crate::dialogs::{Ask, Dialogs};
use crate::drafts::Drafts;
use crate::handles::Handles;
use crate::kept::Kept;
use crate::refused::Refused;
use crate::reminding::{Notices, Nudge};
use crate::switches::Switches;
use crate::{crashes, habits, link, logging, tray, window};
use imports::Runs;
use workspaces::{NewWorkspace, Opened};

const ZOOM: std::ops::RangeInclusive<u16> = 80..=200;

/// Everything that the program holds while it runs.
pub struct Shell {
    folder: PathBuf,
    /// Where now comes from.
    pub clock: Clock,
    dialogs: Box<dyn Dialogs>,
    running: Running,
    drafts: Drafts,
    handles: Handles,
    runs: Runs,
    kept: Mutex<Kept>,
    open: RwLock<Option<Opened>>,
    opening: Mutex<Option<JoinHandle<()>>>,
    start_file: Mutex<Option<PathBuf>>,
    link: Mutex<Option<String>>,
    /// Wakes whoever reminds.
    pub nudge: Nudge,
    /// Where the notices lead that were shown.
    pub notices: Notices,
    failed: Mutex<Option<FailedStart>>,
    /// Why the folder for a calendar program could not be written last.
    calendar: Mutex<Option<String>>,
    zone: Option<String>,
    test: TestSwitches,
}

impl Shell {
    /// The desktop of a program that just started.
    pub fn new(
        folder: PathBuf,
        switches: &Switches,
        clock: Clock,
        dialogs: Box<dyn Dialogs>,
        running: Running,
    ) -> Self {
        papers::forget_shown(&folder);
        let file = folder.join("kept.json");
        let first = !file.exists();
        let mut kept = Kept::read(file);
        if first {
            kept.preferences.language = habits::language(switches.language.as_deref());
        }
        let target = switches.target.as_ref();
        let link = target.and_then(|target| target.to_str()).and_then(link::route);
        let start_file = target.map(PathBuf::from).filter(|file| file.is_file());
        Self {
            clock,
            dialogs,
            running,
            drafts: Drafts::new(folder.join("drafts")),
            handles: Handles::default(),
            runs: Runs::default(),
            kept: Mutex::new(kept),
            open: RwLock::default(),
            opening: Mutex::default(),
            start_file: Mutex::new(start_file),
            link: Mutex::new(link),
            nudge: Nudge::default(),
            notices: Notices::default(),
            failed: Mutex::default(),
            calendar: Mutex::default(),
            zone: habits::zone(switches.zone.as_deref()),
            test: TestSwitches { now: clock.fixed(), still: switches.still },
            folder,
        }
    }

    /// Opens what was open, beside the window that is being put together meanwhile.
    pub fn reopen_beside(self: &Arc<Self>) {
        let shell = Arc::clone(self);
        let opening = std::thread::spawn(move || shell.reopen());
        *self.opening.lock().unwrap_or_else(PoisonError::into_inner) = Some(opening);
    }

    /// The same, once what was open is open again: whoever serves the page waits for it here.
    pub fn ready(&self) -> &Self {
        let mut opening = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        if opening.take().is_some_and(|opening| opening.join().is_err()) {
            log::warn!("what was open last did not open: the program failed");
        }
        self
    }

    /// The program is being closed: the workspace gives its lock back.
    pub fn end(&self) {
        self.ready().open.write().unwrap_or_else(PoisonError::into_inner).take();
        papers::forget_shown(&self.folder);
        self.running.end();
    }

    /// The preferences as they stand.
    pub fn preferences(&self) -> Preferences {
        self.kept().preferences.clone()
    }

    /// Carries out one order of the page.
    pub fn execute(&self, app: &AppHandle, order: DesktopOrder) -> Result<DesktopAnswer, Refused> {
        match order {
            DesktopOrder::Look => Ok(self.look()),
            DesktopOrder::Prefer { preferences } => self.prefer(app, preferences),
            DesktopOrder::CreateWorkspace { organisation, language, zone, person, passphrase, sample } => {
                let founding = workspaces::founding_of(organisation, language, &zone, person)?;
                self.create_workspace(&NewWorkspace { founding, passphrase, sample })
            }
            DesktopOrder::OpenWorkspace => self.open_workspace(),
            DesktopOrder::OpenRecent { id, passphrase } => self.open_recent(&id, passphrase.as_deref()),
            DesktopOrder::ForgetRecent { id } => self.forget_recent(&id),
            DesktopOrder::CloseWorkspace => self.close_workspace(),
            DesktopOrder::Prove { run } => self.prove(app, &run),
            DesktopOrder::ActAs { person } => self.act_as(&person),
            DesktopOrder::RecoveryKey => self.recovery_key(),
            DesktopOrder::Backups => self.backups(),
            DesktopOrder::DailyBackup => self.daily_backup(),
            DesktopOrder::BackUpNow => self.back_up_now(),
            DesktopOrder::KeepBackups { days, months } => self.plan_backups(|plan| {
                plan.daily = days;
                plan.monthly = months;
            }),
            DesktopOrder::ChooseBackupFolder => self.choose_backup_folder(),
            DesktopOrder::RestoreNewest { id, passphrase } => self.restore_newest(&id, passphrase.as_deref()),
            DesktopOrder::ChooseFiles { purpose } => self.choose_files(purpose),
            DesktopOrder::KeepEvidence { file } => self.keep_evidence(&file),
            DesktopOrder::KeepPasted { name, base64 } => self.keep_pasted(name, &base64),
            DesktopOrder::ShowOutside { of, name } => self.show_outside(app, &of, &name),
            DesktopOrder::SaveAs { of, name } => self.save_as(&of, &name),
            DesktopOrder::SaveText { text, name } => self.save(text.as_bytes(), &name),
            DesktopOrder::HandOver { number, language } => self.hand_over(number, language),
            DesktopOrder::LookAtHandover => self.look_at_handover(),
            DesktopOrder::TakeHandoverIn { file } => self.take_handover_in(app, &file),
            DesktopOrder::CopyText { text } => papers::copy(app, text),
            DesktopOrder::ShowLogFile => self.show_log(app),
            DesktopOrder::NoteCrash { message, stack } => {
                crashes::log_view(&message, &stack);
                Ok(DesktopAnswer::Done)
            }
            DesktopOrder::Drafts => Ok(DesktopAnswer::Drafts { drafts: self.drafts.of(&self.workspace()?) }),
            DesktopOrder::KeepDraft { key, content } => self.keep_draft(key, content),
            DesktopOrder::DropDraft { key } => self.drop_draft(&key),
            DesktopOrder::CheckImport { run, source } => self.check_import(app, &run, &source),
            DesktopOrder::TakeOver { run, source } => self.take_over(app, &run, &source),
            DesktopOrder::UndoImport { run, batch } => self.undo_import(app, &run, &batch),
            DesktopOrder::TakeGuides { kind } => self.take_guides(app, kind),
            DesktopOrder::FollowCalendar => self.follow_calendar(),
            DesktopOrder::LeaveCalendar => self.leave_calendar(),
            DesktopOrder::SaveGoBag { language, password } => self.save_go_bag(language, password.as_deref()),
            DesktopOrder::SendNotice { notice, to } => self.send_notice(app, notice, to),
            DesktopOrder::KeepMailPassword { password } => self.keep_mail_password(password),
            DesktopOrder::MailPassword => self.mail_password(),
            DesktopOrder::TestMail { to } => self.test_mail(&to),
            DesktopOrder::Tray => Ok(DesktopAnswer::Tray { there: tray::there(app) }),
            DesktopOrder::CancelRun { run } => Ok(self.cancel_run(&run)),
        }
    }

    fn look(&self) -> DesktopAnswer {
        let link = self.link.lock().unwrap_or_else(PoisonError::into_inner).take();
        let failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner).take();
        DesktopAnswer::Desktop { desktop: Box::new(Desktop { link, failed, ..self.desktop() }) }
    }

    /// How the desktop stands after an order.
    fn answer(&self) -> DesktopAnswer {
        DesktopAnswer::Desktop { desktop: Box::new(self.desktop()) }
    }

    fn desktop(&self) -> Desktop {
        let workspace = self.told();
        let kept = self.kept();
        Desktop {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            preferences: kept.preferences.clone(),
            workspace,
            recent: kept.recent(),
            link: None,
            failed: None,
            system_zone: self.zone.clone(),
            crashes: self.running.crashes,
            test: self.test.clone(),
        }
    }

    fn workspace(&self) -> Result<OpenWorkspace, Refused> {
        self.told().ok_or_else(|| Refused::plain("noWorkspace"))
    }

    fn prefer(&self, app: &AppHandle, mut preferences: Preferences) -> Result<DesktopAnswer, Refused> {
        preferences.zoom = preferences.zoom.clamp(*ZOOM.start(), *ZOOM.end());
        let look = preferences.look;
        self.keep(|kept| kept.preferences = preferences)?;
        if let Err(error) = window::dress(app, look) {
            log::warn!("the window did not take its look: {error}");
        }
        self.nudge.look();
        Ok(self.answer())
    }

    fn keep_draft(&self, key: String, content: String) -> Result<DesktopAnswer, Refused> {
        let draft = Draft { key, content, kept: self.clock.text() };
        self.drafts.keep(&self.workspace()?, draft)?;
        Ok(DesktopAnswer::Done)
    }

    fn drop_draft(&self, key: &str) -> Result<DesktopAnswer, Refused> {
        self.drafts.drop(&self.workspace()?, key)?;
        Ok(DesktopAnswer::Done)
    }

    fn show_log(&self, app: &AppHandle) -> Result<DesktopAnswer, Refused> {
        let file = logging::newest(&self.folder.join("logs"));
        let shown = app.opener().reveal_item_in_dir(&file);
        shown.map_err(|error| Refused::naming("notShown", "reason", error.to_string()))?;
        Ok(DesktopAnswer::Done)
    }

    /// A system dialog with the title of an id.
    fn ask(&self, title: &str) -> Ask {
        Ask { title: self.words().say(title, &[]), kind: None, name: None }
    }

    /// A system dialog that is about workspaces.
    fn ask_workspace(&self, title: &str) -> Ask {
        const ENDINGS: &[&str] = &["lotse"];
        let kind = self.words().say("desktop-kind-workspace", &[]);
        Ask { kind: Some((kind, ENDINGS)), ..self.ask(title) }
    }

    /// Where it is kept what the system was shown of a workspace.
    pub fn shown_file(&self, id: &str) -> PathBuf {
        self.folder.join("reminded").join(format!("{id}.json"))
    }

    /// The words of the language that was chosen.
    pub fn words(&self) -> &'static Words {
        match self.kept().preferences.language {
            Language::De => Words::german(),
            Language::En => Words::english(),
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes what this machine remembers and writes it down.
    fn keep<T>(&self, change: impl FnOnce(&mut Kept) -> T) -> Result<T, Refused> {
        let mut kept = self.kept();
        let changed = change(&mut kept);
        kept.write().map_err(|error| Refused::file(Path::new("kept.json"), &error))?;
        Ok(changed)
    }
}
