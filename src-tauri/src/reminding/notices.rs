//! Notices of the system: one for one date, one for several at once; a click brings the window up at what it is about.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use lotse::queries::views::ReminderRow;
use lotse::reminders::{Said, Speaker, Subject};
use tauri::{AppHandle, Manager};
use tauri_plugin_notification::NotificationExt;

use super::subject;
use crate::desktop::Shell;
use crate::{link, window};

/// Where several dates are seen together.
const INBOX: &str = "erinnerungen";

/// Where the notices lead that were shown, each with the workspace that it is about.
#[derive(Debug, Default)]
pub struct Notices {
    next: AtomicI32,
    led: Mutex<BTreeMap<i32, (String, String)>>,
}

/// Makes clicks on notices heard.
pub fn hear(app: &AppHandle) {
    let handle = app.clone();
    let heard = app.notification().on_action(move |performed| {
        let id = performed.notification().map(tauri_plugin_notification::ActiveNotification::id);
        clicked(&handle, id);
    });
    if let Err(error) = heard {
        log::warn!("clicks on notices are not heard: {error}");
    }
}

fn clicked(app: &AppHandle, id: Option<i32>) {
    let shell = app.state::<Arc<Shell>>();
    let led = {
        let led = shell.notices.led.lock().unwrap_or_else(PoisonError::into_inner);
        id.and_then(|id| led.get(&id).cloned())
    };
    let open = shell.opened().ok().map(|opened| opened.id);
    // Another workspace may be open by now: its window comes up, but nothing of the other one is there.
    let route = led.filter(|(workspace, _)| open.as_ref() == Some(workspace)).map(|(_, route)| route);
    window::bring_up(app, route);
}

/// Shows these dates of a workspace.
pub fn show(app: &AppHandle, workspace: &str, speaker: &Speaker, rows: &[&ReminderRow]) {
    let (said, route) = worded(speaker, rows);
    let shell = app.state::<Arc<Shell>>();
    let id = shell.notices.next.fetch_add(1, Ordering::Relaxed);
    let mut led = shell.notices.led.lock().unwrap_or_else(PoisonError::into_inner);
    led.insert(id, (workspace.to_owned(), route));
    drop(led);
    let notice = app.notification().builder().id(id).title(said.title).body(plain(&said.body));
    if let Err(error) = notice.show() {
        log::warn!("a notice was not shown: {error}");
    }
}

/// What a notice says and where it leads.
fn worded(speaker: &Speaker, rows: &[&ReminderRow]) -> (Said, String) {
    if let [row] = rows {
        let route = link::of_record(&row.row.number).unwrap_or_else(|| INBOX.to_owned());
        return (speaker.single(&subject(row)), route);
    }
    let subjects: Vec<Subject<'_>> = rows.iter().map(|row| subject(row)).collect();
    (speaker.several(&subjects), INBOX.to_owned())
}

/// On the desktops of Linux the text of a notice is markup.
fn plain(text: &str) -> String {
    if cfg!(target_os = "linux") {
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_wrote_is_no_markup() {
        let expected = if cfg!(target_os = "linux") { "A &amp; B &lt;b&gt;" } else { "A & B <b>" };
        assert_eq!(plain("A & B <b>"), expected);
    }
}
