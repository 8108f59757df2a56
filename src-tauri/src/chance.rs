//! The one place of the shell that reads the system's source of randomness.

use lotse::app::Entropy;
use ring::rand::{SecureRandom, SystemRandom};

/// The system's random bytes.
pub struct Chance;

impl Entropy for Chance {
    fn fill(&self, bytes: &mut [u8]) {
        // A system without randomness can keep no promise of ours; there is nothing to go on with.
        assert!(SystemRandom::new().fill(bytes).is_ok(), "the system gives no random bytes");
    }
}
