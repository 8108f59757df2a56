//! What the core takes as arguments and the command line has: the time, and random bytes.

use ring::rand::{SecureRandom, SystemRandom};

use crate::app::Entropy;
use crate::time::Instant;

/// What the clock says, to the microsecond; the first instant that can be written when the clock is not set.
pub fn now() -> Instant {
    Instant::from_utc(chrono::Utc::now()).or_else(|_| Instant::from_micros(0)).unwrap_or_else(|_| {
        unreachable!("the first instant can be written");
    })
}

/// The system's random bytes.
#[derive(Debug)]
pub struct SystemEntropy;

impl Entropy for SystemEntropy {
    fn fill(&self, bytes: &mut [u8]) {
        // A system without random bytes can make no id that is told from another.
        assert!(SystemRandom::new().fill(bytes).is_ok(), "the system gives no random bytes");
    }
}
