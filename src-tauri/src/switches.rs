//! The words after the program's name. The switches of the tests exist in debug builds only.

use std::ffi::OsString;
use std::path::PathBuf;

/// What this start was told.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Switches {
    /// Where preferences, drafts and logs lie, instead of the system's place for them.
    pub data_dir: Option<PathBuf>,
    /// Draw with the plainest means: for machines whose graphics driver shows a white window.
    pub safe_rendering: bool,
    /// A link (`lotse://…`) or a workspace file that this start shall show.
    pub target: Option<OsString>,
    /// The moment that stands for now, RFC 3339.
    pub now: Option<String>,
    /// The zone of the process, as `TZ` takes it.
    pub zone: Option<String>,
    /// The language of the first start: `de` or `en`.
    pub language: Option<String>,
    /// No movement in the window.
    pub still: bool,
    /// A file with the answers to system dialogs, one JSON list of paths a line.
    pub dialogs: Option<PathBuf>,
}

impl Switches {
    /// Of the process that runs.
    pub fn of_this_start() -> Self {
        Self::read(std::env::args_os().skip(1), cfg!(debug_assertions))
    }

    /// Unknown words are passed over: the system's session management adds its own.
    fn read(words: impl Iterator<Item = OsString>, testable: bool) -> Self {
        let mut switches = Self::default();
        let mut words = words;
        while let Some(word) = words.next() {
            let text = |words: &mut dyn Iterator<Item = OsString>| {
                words.next().map(|value| value.to_string_lossy().into_owned())
            };
            match word.to_str() {
                Some("--safe-rendering") => switches.safe_rendering = true,
                Some("--data-dir") => switches.data_dir = words.next().map(PathBuf::from),
                Some("--now") if testable => switches.now = text(&mut words),
                Some("--zone") if testable => switches.zone = text(&mut words),
                Some("--language") if testable => switches.language = text(&mut words),
                Some("--still") if testable => switches.still = true,
                Some("--dialogs") if testable => switches.dialogs = words.next().map(PathBuf::from),
                Some(other) if other.starts_with('-') => {}
                Some(_) | None => switches.target = Some(word),
            }
        }
        switches
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str], testable: bool) -> Switches {
        Switches::read(words.iter().map(OsString::from), testable)
    }

    #[test]
    fn a_link_is_found_between_the_switches() {
        let switches = read(&["--safe-rendering", "lotse://notfall/N-2026-004", "--sm-client-id"], false);
        assert!(switches.safe_rendering);
        assert_eq!(switches.target, Some("lotse://notfall/N-2026-004".into()));
    }

    #[test]
    fn a_release_knows_no_switch_of_the_tests() {
        assert_eq!(read(&["--still", "--now"], false), Switches::default());
        assert!(read(&["--still"], true).still);
    }
}
