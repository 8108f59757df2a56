//! What the core takes as arguments and the command line has: the time, and random bytes.

use ring::rand::{SecureRandom, SystemRandom};

use crate::app::Entropy;
use crate::domain::drill::Tick;
use crate::time::Instant;

/// What the clock says, to the microsecond; the first instant that can be written when the clock is not set.
pub fn now() -> Instant {
    Instant::from_utc(chrono::Utc::now()).or_else(|_| Instant::from_micros(0)).unwrap_or_else(|_| {
        unreachable!("the first instant can be written");
    })
}

/// What a stopwatch of the machine says that nobody can set and that goes on while it sleeps; none where there is none. It
/// began when the machine was switched on, so a program that was killed and begun again reads on.
pub fn stopwatch() -> Option<Tick> {
    let (boot, elapsed_ms) = reading()?;
    Some(Tick { boot, elapsed_ms })
}

/// The time since the machine was switched on, sleep counted, and which switching on it was.
#[cfg(any(target_os = "linux", target_os = "android"))]
fn reading() -> Option<(String, u64)> {
    let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let read = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let seconds = u64::try_from(read.tv_sec).ok()?;
    let millis = u64::try_from(read.tv_nsec).ok()? / 1_000_000;
    Some((boot.trim().to_owned(), seconds.saturating_mul(1000).saturating_add(millis)))
}

/// The time since this run of the program first asked, by a clock that counts on while the machine sleeps: on Windows the
/// library's own does, on macOS the monotonic clock of the system.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn reading() -> Option<(String, u64)> {
    use std::sync::LazyLock;
    static RUN: LazyLock<(String, std::time::Duration)> =
        LazyLock::new(|| (SystemEntropy.id(now()).to_string(), counted()));
    let millis = counted().saturating_sub(RUN.1).as_millis();
    Some((RUN.0.clone(), u64::try_from(millis).ok()?))
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
fn counted() -> std::time::Duration {
    let read = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    let seconds = u64::try_from(read.tv_sec).unwrap_or(0);
    std::time::Duration::new(seconds, u32::try_from(read.tv_nsec).unwrap_or(0))
}

#[cfg(not(unix))]
fn counted() -> std::time::Duration {
    static FIRST: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    FIRST.elapsed()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopwatch_goes_on_and_says_which_run_of_it_it_is() {
        let (first, second) = (stopwatch().unwrap(), stopwatch().unwrap());
        assert!(!first.boot.is_empty() && first.boot == second.boot);
        assert!(first.elapsed_ms <= second.elapsed_ms);
    }
}
