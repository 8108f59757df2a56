//! Counts how often in a row the program ended without being closed, and writes down what crashed: never what somebody
//! wrote. Knows no reason for it.

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

/// What the log says of a message, in characters.
const MESSAGE_AT_MOST: usize = 300;
/// How many frames of a stack it says, and how much of each.
const FRAMES_AT_MOST: usize = 30;
const FRAME_AT_MOST: usize = 200;

/// Writes to the log that a view of the page could not be drawn.
pub fn log_view(message: &str, stack: &str) {
    log::error!("a view could not be drawn: {}", of_view(message, stack));
}

/// One line of the message and one a frame. What stands between the first and the last quotation mark of the message may
/// be what somebody wrote, and so may whatever in the stack is no frame: some browsers repeat the message there.
fn of_view(message: &str, stack: &str) -> String {
    const QUOTES: [char; 6] = ['"', '`', '„', '“', '”', '«'];
    let plain: String =
        message.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let said = match (plain.find(QUOTES), plain.rfind(QUOTES)) {
        (Some(first), Some(last)) if first < last => {
            let rest = plain[last..].chars().skip(1).collect::<String>();
            format!("{}…{rest}", &plain[..first])
        }
        (Some(only), _) => format!("{}…", &plain[..only]),
        (None, _) => plain,
    };
    let mut text: String = said.trim().chars().take(MESSAGE_AT_MOST).collect();
    for frame in stack.lines().map(str::trim).filter(|line| is_frame(line)).take(FRAMES_AT_MOST) {
        text.push_str("\n  ");
        text.extend(frame.chars().filter(|letter| !letter.is_control()).take(FRAME_AT_MOST));
    }
    text
}

/// `name@tauri://localhost/assets/main.js:12:345`, or `at name (http://…/main.js:12:345)`.
fn is_frame(line: &str) -> bool {
    let mut parts = line.trim_end_matches(')').rsplit(':');
    let mut is_number = || {
        parts.next().is_some_and(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    is_number() && is_number() && line.contains("://")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_view_the_log_says_the_message_and_the_frames_and_nothing_that_somebody_wrote() {
        let stack = "TypeError: \"Anna Berg\" is no name\nBerg\n    at draw (http://x/assets/a.js:1:20)\nrun@tauri://localhost/assets/b.js:3:4\nmodule code@";
        assert_eq!(
            of_view("Unexpected token, \"Anna\nBerg\": \"7\" is not JSON", stack),
            "Unexpected token, … is not JSON\n  at draw (http://x/assets/a.js:1:20)\n  run@tauri://localhost/assets/b.js:3:4"
        );
        assert_eq!(of_view("duplicate key `Anna", ""), "duplicate key …");
        let plain = "undefined is not an object (evaluating 'row.title')";
        assert_eq!(of_view(plain, ""), plain);
    }

    #[test]
    fn a_view_that_says_much_is_cut() {
        let frame = format!("{}@tauri://localhost/a.js:1:2\n", "f".repeat(150));
        let text = of_view(&"ä".repeat(10_000), &frame.repeat(1_000));
        assert_eq!(text.lines().count(), 1 + FRAMES_AT_MOST);
        assert!(text.chars().count() < 7_000, "{}", text.chars().count());
        let long = format!("{}@tauri://localhost/a.js:1:2", "f".repeat(500));
        assert_eq!(of_view("", &long).trim().chars().count(), FRAME_AT_MOST);
    }

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
