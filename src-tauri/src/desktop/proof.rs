//! The proof that nobody altered the record, asked for by a person. Knows nothing of how it is led.

use std::ops::ControlFlow;

use lotse::contract::desktop::DesktopAnswer;
use lotse::workspace::keychain;

use super::Shell;
use crate::refused::Refused;

impl Shell {
    /// Proves, and marks how far; signed where this machine has a keychain that keeps the device's key.
    pub(super) fn prove(&self) -> Result<DesktopAnswer, Refused> {
        let app = self.opened()?.app;
        let device = keychain::device_key().ok();
        let proof = app.prove(self.clock.instant()?, device.as_ref(), &mut |_, _| ControlFlow::Continue(()));
        let proof = proof.map_err(|fault| Refused::of_core(&fault))?;
        Ok(DesktopAnswer::Proof { proof: (&proof).into() })
    }
}
