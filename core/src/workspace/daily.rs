//! The backup of the day: begun when a workspace is opened, made beside the work on a connection of its own.

use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;

use rusqlite::Connection;

use super::backup::{self, Backup, Place, Plan};
use super::connection::{self, Access};
use super::disk::{Disk, RealDisk};
use super::fault::{BackupFault, OpenFault};
use super::key::Secret;
use crate::log::meta;
use crate::time::Instant;

/// What became of today's backup.
#[derive(Debug, Clone)]
pub enum Daily {
    /// There is one of today, or the workspace is of today, or it can only be read.
    NotDue,
    /// It is being made.
    Running,
    /// It was made and checked.
    Made(Backup),
    /// It could not be made, or what was made is not whole: then the workspace itself may be damaged.
    Failed(Arc<BackupFault>),
}

/// What became of it, and whoever waits for that.
type State = (Mutex<Daily>, Condvar);

/// The thread that makes it.
#[derive(Debug)]
pub(super) struct Run {
    state: Arc<State>,
    thread: Option<JoinHandle<()>>,
}

impl Run {
    /// Nothing to do.
    pub(super) fn none() -> Self {
        Self { state: Arc::new((Mutex::new(Daily::NotDue), Condvar::new())), thread: None }
    }

    /// Begins the backup of the day when it is due.
    pub(super) fn begin(
        conn: &Connection,
        path: &Path,
        secret: Option<&Secret>,
        now: Instant,
    ) -> Result<Self, OpenFault> {
        let plan = Plan::read(conn, path)?;
        let created = meta::get(conn, "created")?.and_then(|text| text.parse::<Instant>().ok());
        let newest = backup::list(&plan.folder, &super::stem(path)).first().map(|backup| backup.made);
        if !due(newest.max(created), now) {
            return Ok(Self::none());
        }
        let state = Arc::new((Mutex::new(Daily::Running), Condvar::new()));
        let told = Arc::clone(&state);
        let (path, secret) = (path.to_owned(), secret.cloned());
        let thread = std::thread::Builder::new().name("daily backup".to_owned()).spawn(move || {
            let end = match make(&path, secret.as_ref(), &plan, now) {
                Ok(backup) => Daily::Made(backup),
                Err(fault) => Daily::Failed(Arc::new(fault)),
            };
            *told.0.lock().unwrap_or_else(PoisonError::into_inner) = end;
            told.1.notify_all();
        });
        let thread = thread.map_err(|error| OpenFault::System { reason: error.to_string() })?;
        Ok(Self { state, thread: Some(thread) })
    }

    /// Waits while it is being made.
    pub(super) fn ended(&self) -> Daily {
        let state = self.state.0.lock().unwrap_or_else(PoisonError::into_inner);
        let running = |daily: &mut Daily| matches!(daily, Daily::Running);
        self.state.1.wait_while(state, running).unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn due(last: Option<Instant>, now: Instant) -> bool {
    last.is_none_or(|last| last.utc().date_naive() < now.utc().date_naive())
}

fn make(path: &Path, secret: Option<&Secret>, plan: &Plan, now: Instant) -> Result<Backup, BackupFault> {
    let source = connection::open(path, secret, Access::Read)?;
    let stem = super::stem(path);
    let place = Place { folder: &plan.folder, stem: &stem, now };
    let made = backup::make(&source, secret, &place, &RealDisk)?;
    for old in backup::given_up(&backup::list(&plan.folder, &stem), plan) {
        RealDisk.remove(&old)?;
    }
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_due_on_a_new_day_and_not_when_the_clock_is_turned_back() {
        let at = |text: &str| text.parse::<Instant>().unwrap();
        assert!(due(None, at("2026-05-02T00:10:00Z")));
        assert!(due(Some(at("2026-05-01T23:50:00Z")), at("2026-05-02T00:10:00Z")));
        assert!(!due(Some(at("2026-05-02T00:01:00Z")), at("2026-05-02T23:59:00Z")));
        assert!(!due(Some(at("2026-05-02T00:01:00Z")), at("2026-05-01T08:00:00Z")));
    }
}
