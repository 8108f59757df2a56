//! Mail as the page asks for it: the password stands in the system's keychain, the core does the rest. Knows no letter.

use lotse::app::App;
use lotse::contract::desktop::DesktopAnswer;
use lotse::domain::notice::Delivery;
use lotse::domain::policy::MailServer;
use lotse::ids::{PersonId, RecordRef};
use lotse::post::{self, NoPost, Sending, Smtp};
use lotse::time::Instant;
use lotse::workspace::keychain;
use tauri::AppHandle;
use zeroize::Zeroizing;

use super::Shell;
use crate::chance::Chance;
use crate::refused::Refused;
use crate::window;

/// What the window has to ask anew after a notice was sent.
const STALE: [&str; 3] = ["home", "journal", "notices"];

impl Shell {
    /// Sends a notice in the name of the person who acts.
    pub(super) fn send_notice(
        &self,
        app: &AppHandle,
        notice: RecordRef,
        to: Option<PersonId>,
    ) -> Result<DesktopAnswer, Refused> {
        let opened = self.opened()?;
        let by = self.acting(&opened)?;
        let now = self.clock.instant()?;
        let smtp = smtp(&opened.app, now)?;
        let clock = || self.clock.instant().unwrap_or(now);
        let posted = post::send(&opened.app, Sending { notice, to, by }, &smtp, &Chance, &clock);
        opened.wrote();
        // Also where it broke off: what was sent until then is recorded.
        let stale = STALE.map(str::to_owned).into_iter().chain([format!("record:{notice}")]).collect();
        window::changed(app, stale);
        let posted = posted.map_err(|fault| Refused::of_core(&fault))?;
        let short = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let sent = posted.iter().filter(|posted| posted.result == Delivery::Sent).count();
        Ok(DesktopAnswer::Posted { sent: short(sent), failed: short(posted.len() - sent) })
    }

    /// Keeps the password of the server that is set now, or forgets it.
    pub(super) fn keep_mail_password(&self, password: String) -> Result<DesktopAnswer, Refused> {
        let password = Zeroizing::new(password);
        let server = server(&self.opened()?.app, self.clock.instant()?)?;
        keychain::keep_mail_password(&server, &password)
            .map_err(|fault| Refused::naming("keychainFailed", "reason", fault.to_string()))?;
        Ok(DesktopAnswer::MailPassword { kept: !password.is_empty() })
    }

    /// Whether there is one. A machine without a keychain keeps none.
    pub(super) fn mail_password(&self) -> Result<DesktopAnswer, Refused> {
        let server = server(&self.opened()?.app, self.clock.instant()?)?;
        let kept = keychain::mail_password(&server).ok().flatten().is_some();
        Ok(DesktopAnswer::MailPassword { kept })
    }

    /// Tries the server.
    pub(super) fn test_mail(&self, to: &str) -> Result<DesktopAnswer, Refused> {
        let opened = self.opened()?;
        let now = self.clock.instant()?;
        let smtp = smtp(&opened.app, now)?;
        post::test(&opened.app, to, &smtp, &Chance, now).map_err(|fault| Refused::of_core(&fault))?;
        Ok(DesktopAnswer::Done)
    }
}

fn server(app: &App, now: Instant) -> Result<MailServer, Refused> {
    post::server(app, now).map_err(|fault| Refused::of_core(&fault))
}

fn smtp(app: &App, now: Instant) -> Result<Smtp, Refused> {
    let server = server(app, now)?;
    let password =
        if server.user.is_empty() { None } else { keychain::mail_password(&server).ok().flatten() };
    if password.is_none() && !server.user.is_empty() {
        return Err(Refused::of_core(&NoPost::MailPasswordMissing));
    }
    let refused = |undelivered: post::Undelivered| NoPost::MailRefused { reason: undelivered.reason };
    Smtp::new(&server, password.as_ref()).map_err(|undelivered| Refused::of_core(&refused(undelivered)))
}
