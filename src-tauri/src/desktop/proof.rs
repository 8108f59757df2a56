//! The proof that nobody altered the record, asked for by a person. Knows nothing of how it is led.

use lotse::contract::desktop::DesktopAnswer;
use lotse::workspace::keychain;
use tauri::AppHandle;

use super::Shell;
use crate::refused::Refused;

impl Shell {
    /// Proves, and marks how far; signed where this machine has a keychain that keeps the device's key.
    pub(super) fn prove(&self, app: &AppHandle, run: &str) -> Result<DesktopAnswer, Refused> {
        let workspace = self.opened()?.app;
        let now = self.clock.instant()?;
        let device = keychain::device_key().ok();
        let proof = self.running(app, run, |watched| {
            workspace.prove(now, device.as_ref(), &mut |done, total| watched.flow(done, Some(total)))
        });
        let proof = proof.map_err(|fault| Refused::of_core(&fault))?;
        if proof.chain.broken_off && proof.finding.is_none() {
            return Err(Refused::plain("proofStopped"));
        }
        Ok(DesktopAnswer::Proof { proof: (&proof).into() })
    }
}
