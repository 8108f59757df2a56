//! Counts how often in a row the program ended without being closed. Knows no reason for it.

use std::path::PathBuf;

use crate::files;

/// The mark of a running program.
pub struct Running {
    mark: PathBuf,
    /// How many runs before this one ended without being closed.
    pub crashes: u32,
}

impl Running {
    /// Sets the mark; one that is still there belongs to a run that was not closed.
    pub fn begin(mark: PathBuf) -> Self {
        let crashes = std::fs::read_to_string(&mark)
            .map_or(0, |text| text.trim().parse::<u32>().map_or(1, |before| before.saturating_add(1)));
        if let Err(error) = files::replace(&mark, crashes.to_string().as_bytes()) {
            log::warn!("the mark of a running program was not written: {error}");
        }
        Self { mark, crashes }
    }

    /// Takes the mark away: the program was closed.
    pub fn end(&self) {
        if let Err(error) = files::remove(&self.mark) {
            log::warn!("the mark of a running program was not removed: {error}");
        }
    }
}

/// Writes a panic to the log before the default hook prints it: where, never with what, since that may be personal.
pub fn log_panics() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
        log::error!("panic at {place}");
        usual(panic);
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_that_nobody_closed_are_counted_until_one_is_closed() {
        let folder = tempfile::tempdir().unwrap();
        let mark = || folder.path().join("running");
        assert_eq!(Running::begin(mark()).crashes, 0);
        assert_eq!(Running::begin(mark()).crashes, 1);
        let third = Running::begin(mark());
        assert_eq!(third.crashes, 2);
        third.end();
        assert_eq!(Running::begin(mark()).crashes, 0);
    }
}
