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
    /// It was made and checked.
    Made(Backup),
    /// It could not be made, or what was made is not whole: then the workspace itself may be damaged.
    Failed(Arc<BackupFault>),
}

/// Today's backup, to wait for it. Holds no workspace open.
#[derive(Debug, Clone)]
pub struct Today(Arc<(Mutex<Option<Daily>>, Condvar)>);

impl Today {
    fn new(daily: Option<Daily>) -> Self {
        Self(Arc::new((Mutex::new(daily), Condvar::new())))
    }

    fn end(&self, daily: Daily) {
        *self.0.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(daily);
        self.0.1.notify_all();
    }

    /// What became of it; waits while it is being made.
    pub fn ended(&self) -> Daily {
        let (daily, ended) = &*self.0;
        let mut daily = daily.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            match &*daily {
                Some(daily) => return daily.clone(),
                None => daily = ended.wait(daily).unwrap_or_else(PoisonError::into_inner),
            }
        }
    }
}

/// The thread that makes it.
#[derive(Debug)]
pub(super) struct Run {
    today: Today,
    thread: Option<JoinHandle<()>>,
}

impl Run {
    /// Nothing to do.
    pub(super) fn none() -> Self {
        Self { today: Today::new(Some(Daily::NotDue)), thread: None }
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
        let today = Today::new(None);
        let told = today.clone();
        let (path, secret) = (path.to_owned(), secret.cloned());
        let thread = std::thread::Builder::new().name("daily backup".to_owned()).spawn(move || {
            told.end(match make(&path, secret.as_ref(), &plan, now) {
                Ok(backup) => Daily::Made(backup),
                Err(fault) => Daily::Failed(Arc::new(fault)),
            });
        });
        let thread = thread.map_err(|error| OpenFault::System { reason: error.to_string() })?;
        Ok(Self { today, thread: Some(thread) })
    }

    pub(super) fn today(&self) -> Today {
        self.today.clone()
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
    for left in backup::broken_off(&plan.folder, &stem, now) {
        RealDisk.remove(&left)?;
    }
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
