//! The backups of the open workspace, and bringing one back. Knows no record inside them.

use lotse::contract::desktop::{BackupMade, Backups, DesktopAnswer};
use lotse::workspace::disk::RealDisk;
use lotse::workspace::{Backup, BackupFault, Daily, Plan, backup, restore};

use super::Shell;
use super::workspaces::key_of;
use crate::kept;
use crate::refused::Refused;

impl Shell {
    pub(super) fn recovery_key(&self) -> Result<DesktopAnswer, Refused> {
        let opened = self.opened()?;
        let secret = opened.app.workspace().secret().ok_or_else(|| Refused::plain("notEncrypted"))?;
        Ok(DesktopAnswer::RecoveryKey { key: secret.recovery().to_string() })
    }

    pub(super) fn backups(&self) -> Result<DesktopAnswer, Refused> {
        let opened = self.opened()?;
        let workspace = opened.app.workspace();
        let plan = workspace.plan().map_err(|fault| Refused::of_core(&fault))?;
        let made = workspace.backups().map_err(|fault| Refused::of_core(&fault))?;
        let backups = Backups {
            folder: plan.folder.display().to_string(),
            days: plan.daily,
            months: plan.monthly,
            made: made.iter().map(told).collect(),
        };
        Ok(DesktopAnswer::Backups { backups })
    }

    pub(super) fn daily_backup(&self) -> Result<DesktopAnswer, Refused> {
        // Whoever waits must not hold the workspace: it is closed, and its lock given back, when somebody says so.
        let today = self.opened()?.app.workspace().today();
        match today.ended() {
            Daily::Failed(fault) => Err(fault_of(&fault)),
            Daily::NotDue | Daily::Made(_) => Ok(DesktopAnswer::Done),
        }
    }

    pub(super) fn back_up_now(&self) -> Result<DesktopAnswer, Refused> {
        let made = self.opened()?.app.workspace().back_up(None, self.clock.instant()?);
        made.map_err(|fault| fault_of(&fault))?;
        self.backups()
    }

    pub(super) fn plan_backups(&self, change: impl FnOnce(&mut Plan)) -> Result<DesktopAnswer, Refused> {
        let opened = self.opened()?;
        let workspace = opened.app.workspace();
        let mut plan = workspace.plan().map_err(|fault| Refused::of_core(&fault))?;
        change(&mut plan);
        let written = plan.write(&workspace.writer());
        written.map_err(|error| Refused::naming("system", "reason", error.to_string()))?;
        self.keep(|kept| kept.backed_up_in(&opened.id, &plan.folder))?;
        self.backups()
    }

    pub(super) fn choose_backup_folder(&self) -> Result<DesktopAnswer, Refused> {
        match self.dialogs.folder(self.ask("desktop-dialog-backup-folder")) {
            Some(folder) => self.plan_backups(|plan| plan.folder = folder),
            None => Ok(DesktopAnswer::Cancelled),
        }
    }

    pub(super) fn restore_newest(
        &self,
        id: &str,
        passphrase: Option<&str>,
    ) -> Result<DesktopAnswer, Refused> {
        let place = self.recent_place(id)?;
        let key = passphrase.map(key_of);
        let usual = Plan::usual(&place);
        let chosen = self.kept().backups_of(id).filter(|folder| *folder != usual.folder);
        let plans = chosen.map(|folder| Plan { folder, ..usual.clone() }).into_iter().chain([usual.clone()]);
        let newest = plans
            .filter_map(|plan| backup::newest_good(&plan, &kept::name_of(&place), key.as_ref()))
            .max_by_key(|found| found.made);
        let newest = newest.ok_or_else(|| Refused::plain("noGoodBackup"))?;
        let restored = restore::restore(&newest.path, &place, key.as_ref(), self.clock.instant()?, &RealDisk);
        restored.map_err(|fault| fault_of(&fault))?;
        self.open_at(&place, passphrase)
    }
}

fn told(backup: &Backup) -> BackupMade {
    BackupMade {
        name: backup.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        made: backup.made.to_string(),
        bytes: backup.bytes,
    }
}

fn fault_of(fault: &BackupFault) -> Refused {
    match fault {
        BackupFault::DoesNotOpen(fault) => Refused::of_core(fault),
        BackupFault::DiskFull => Refused::plain("diskFull"),
        BackupFault::DoesNotFit(_) => Refused::plain("backupDoesNotFit"),
        BackupFault::Busy => Refused::plain("backupBusy"),
        BackupFault::Log(_) | BackupFault::System(_) => {
            Refused::naming("backupFailed", "reason", fault.to_string())
        }
    }
}
