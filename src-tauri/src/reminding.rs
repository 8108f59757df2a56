//! Reminds of due dates while the program runs, also when its window is closed to the tray: asks the core what comes near,
//! shows what the system was not shown yet, and says when to look again; a folder that a calendar program follows is kept
//! too. Knows no rule: what reminds whom, and when nothing is shown, says the core.

mod notices;
mod shown;

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use lotse::app::{Answer, Question};
use lotse::contract::desktop::{Changed, ReminderPreferences};
use lotse::ids::PersonId;
use lotse::queries::views::{InboxView, ReminderRow};
use lotse::reminders::{self, Speaker, Subject};
use lotse::time::Instant;
use tauri::AppHandle;

use crate::desktop::Shell;
use crate::desktop::workspaces::Opened;
use crate::refused::Refused;
use crate::{tray, window};
pub use notices::{Notices, hear};
use shown::Shown;

/// So long the first look waits at most for the window's first picture.
const PICTURE: Duration = Duration::from_secs(10);
/// The clock of a machine that sleeps or is set goes its own way: so often it is compared with when to look. Nobody is asked
/// anything for that.
const CLOCK: Duration = Duration::from_secs(30);

/// Wakes whoever reminds.
pub struct Nudge {
    sender: SyncSender<()>,
    receiver: Mutex<Option<Receiver<()>>>,
    pictured: AtomicBool,
}

impl Default for Nudge {
    fn default() -> Self {
        let (sender, receiver) = sync_channel(1);
        Self { sender, receiver: Mutex::new(Some(receiver)), pictured: AtomicBool::new(false) }
    }
}

impl Nudge {
    /// Something changed that may remind, or of which one is reminded.
    pub fn look(&self) {
        if self.pictured.load(Ordering::Relaxed) {
            // Full means that it is nudged already, closed that the program ends.
            let _ = self.sender.try_send(());
        }
    }

    /// The window has its first picture: from now on there is time for this.
    pub fn pictured(&self) {
        if !self.pictured.swap(true, Ordering::Relaxed) {
            self.look();
        }
    }
}

/// Begins to remind, beside everything else, until the program ends.
pub fn begin(app: AppHandle, shell: Arc<Shell>) {
    let receiver = shell.nudge.receiver.lock().unwrap_or_else(PoisonError::into_inner).take();
    let Some(nudged) = receiver else { return };
    std::thread::spawn(move || {
        let mut nudge = nudged.recv_timeout(PICTURE);
        shell.nudge.pictured();
        tray::there(&app);
        while nudge != Err(RecvTimeoutError::Disconnected) {
            if nudge.is_err() {
                // Time alone brought something nearer: the page asks anew as well.
                window::tell(&app, "changed", Changed { stale: vec!["inbox".to_owned()] });
            }
            shell.ready().keep_calendar();
            let wake = look(&app, &shell).unwrap_or_else(|refused| {
                log::warn!("what comes near was not found out: {}", refused.code);
                None
            });
            nudge = wait(&nudged, wake, &|| shell.clock.instant().ok());
        }
    });
}

/// Waits for a nudge, or until the clock shows `wake` or was set back; the timeout says that it was the clock.
fn wait(
    nudged: &Receiver<()>,
    wake: Option<Instant>,
    now: &dyn Fn() -> Option<Instant>,
) -> Result<(), RecvTimeoutError> {
    let mut before = now();
    loop {
        match nudged.recv_timeout(CLOCK) {
            Err(RecvTimeoutError::Timeout) => {
                let at = now();
                if due(before, at, wake) {
                    return Err(RecvTimeoutError::Timeout);
                }
                before = at;
            }
            other => return other,
        }
    }
}

/// Whether the clock that showed `before` and shows `at` says to look: it reached `wake`, or was set back.
fn due(before: Option<Instant>, at: Option<Instant>, wake: Option<Instant>) -> bool {
    at < before || wake.is_some_and(|wake| at.is_some_and(|at| at >= wake))
}

/// Looks once: tells the tray, shows what is to be shown, and says when to look again.
fn look(app: &AppHandle, shell: &Shell) -> Result<Option<Instant>, Refused> {
    let Some((opened, view, person)) = inbox(shell)? else {
        tray::tell(app, shell.words(), None);
        return Ok(None);
    };
    let now = shell.clock.instant()?;
    let speaker = Speaker { words: shell.words(), zone: view.zone, now };
    let waiting: Vec<&ReminderRow> = view.items.iter().filter(|row| row.acknowledged.is_none()).collect();
    tray::tell(app, speaker.words, Some((&speaker, &waiting)));
    let preferences = shell.preferences().reminders;
    if !preferences.notices {
        return Ok(view.wakes);
    }
    let mut shown = Shown::read(shell.shown_file(&opened.id));
    let quiet = preferences.keep_quiet.then_some((&preferences.quiet, view.zone));
    let already = |row: &&ReminderRow| shown.holds(person, &row.reminder);
    let plan = reminders::plan(waiting, already, view.wakes, quiet, now);
    if !plan.show.is_empty() {
        notices::show(app, &opened.id, &speaker, &plan.show);
        plan.show.iter().for_each(|row| shown.put(person, &row.reminder, &shell.clock.text()));
        shown.write().map_err(|error| Refused::naming("system", "reason", error.to_string()))?;
    }
    Ok(plan.wake)
}

/// What comes near to whoever acts; none while nothing is open or nobody acts.
fn inbox(shell: &Shell) -> Result<Option<(Opened, InboxView, PersonId)>, Refused> {
    let Ok(opened) = shell.ready().opened() else { return Ok(None) };
    let Ok(person) = shell.acting(&opened) else { return Ok(None) };
    let answer = opened.app.query(&Question::Inbox { by: person }, shell.clock.instant()?);
    let answer = answer.map_err(|fault| Refused::of_core(&fault))?;
    Ok(if let Answer::Inbox(view) = answer { Some((opened, view, person)) } else { None })
}

/// A row as the sentences about it want it.
pub fn subject<'a>(row: &'a ReminderRow) -> Subject<'a> {
    Subject {
        deadline: &row.row.deadline,
        level: row.level(),
        number: &row.row.number,
        title: &row.row.title,
    }
}

/// Whether closing the window leaves the program in the tray.
pub fn stays(preferences: ReminderPreferences, tray: bool) -> bool {
    preferences.to_tray && tray
}

#[cfg(test)]
mod tests {
    use super::*;
    use lotse::time::Length;
    use std::sync::atomic::AtomicI64;

    #[test]
    fn a_nudge_before_the_first_picture_waits_for_it() {
        let nudge = Nudge::default();
        let receiver = nudge.receiver.lock().unwrap().take().unwrap();
        nudge.look();
        assert!(receiver.try_recv().is_err());
        nudge.pictured();
        nudge.look();
        assert!(receiver.try_recv().is_ok());
        assert!(receiver.try_recv().is_err(), "several nudges are one");
    }

    #[test]
    fn a_nudge_ends_the_wait_and_so_does_the_end_of_the_program() {
        let nudge = Nudge::default();
        let receiver = nudge.receiver.lock().unwrap().take().unwrap();
        nudge.pictured();
        assert_eq!(wait(&receiver, None, &|| None), Ok(()));
        drop(nudge);
        assert_eq!(wait(&receiver, None, &|| None), Err(RecvTimeoutError::Disconnected));
    }

    #[test]
    fn the_window_stays_in_the_tray_only_where_there_is_one_and_somebody_wants_it() {
        let wanted = ReminderPreferences { to_tray: true, ..ReminderPreferences::default() };
        assert!(stays(wanted, true));
        assert!(!stays(wanted, false));
        assert!(!stays(ReminderPreferences::default(), true), "as before where nobody asked for it");
    }

    #[test]
    fn the_clock_is_compared_and_not_the_time_that_the_machine_was_awake() {
        let begun: Instant = "2026-05-01T08:00:00Z".parse().unwrap();
        let looks = AtomicI64::new(0);
        let now = || Some(begun.plus(Length::minutes(looks.fetch_add(60, Ordering::Relaxed))));
        let at = now();
        assert!(due(at, at, Some(begun)));
        assert!(!due(at, at, Some(begun.plus(Length::minutes(1)))));
        assert!(due(at, now(), Some(begun.plus(Length::minutes(1)))), "it slept past the instant");
        assert!(due(now(), at, None), "it was set back");
    }
}
