//! Opens a workspace for a task: with the key from a file or from the system's keychain where it is encrypted.

use std::path::Path;

use super::clock;
use super::terminal::Complaint;
use crate::app::App;
use crate::workspace::header::{self, Header};
use crate::workspace::{Key, Workspace, keychain};

/// The key in the first line of `file`: a recovery key, or a passphrase.
///
/// # Errors
/// When the file cannot be read.
pub fn key(file: Option<&Path>) -> Result<Option<Key>, Complaint> {
    let Some(file) = file else { return Ok(None) };
    let text = std::fs::read_to_string(file).map_err(|error| Complaint::system(&error))?;
    Ok(Some(typed(text.lines().next().unwrap_or_default())))
}

fn typed(line: &str) -> Key {
    Key::from_recovery(line).unwrap_or_else(|_| Key::passphrase(line))
}

/// The key for the workspace at `path`: the one in `file`, the one in `LOTSE_PASSPHRASE`, or the one that the keychain keeps.
///
/// # Errors
/// When the file with the key cannot be read.
pub fn key_for(path: &Path, file: Option<&Path>) -> Result<Option<Key>, Complaint> {
    if let Some(key) = key(file)? {
        return Ok(Some(key));
    }
    if let Ok(line) = std::env::var("LOTSE_PASSPHRASE") {
        return Ok(Some(typed(&line)));
    }
    // A machine without a keychain has no key to offer; opening then says that one is needed.
    Ok(match header::read(path) {
        Ok(Header::Encrypted { salt }) => keychain::find(salt).ok().flatten(),
        Ok(Header::Plain) | Err(_) => None,
    })
}

/// Opens a workspace to write into.
///
/// # Errors
/// Every fault of opening.
pub fn app(path: &Path, key_file: Option<&Path>) -> Result<App, Complaint> {
    let key = key_for(path, key_file)?;
    let workspace =
        Workspace::open(path, key.as_ref(), clock::now()).map_err(|fault| Complaint::of(&fault))?;
    App::new(workspace, Box::new(clock::SystemEntropy)).map_err(|fault| Complaint::of(&fault))
}

/// Opens a workspace to read in, also beside a window that has it open.
///
/// # Errors
/// Every fault of opening but that another program has it open.
pub fn look(path: &Path, key_file: Option<&Path>) -> Result<Workspace, Complaint> {
    let key = key_for(path, key_file)?;
    Workspace::look(path, key.as_ref()).map_err(|fault| Complaint::of(&fault))
}

/// Opens a workspace to ask in, also beside a window that has it open.
///
/// # Errors
/// As for [`look`].
pub fn asking(path: &Path, key_file: Option<&Path>) -> Result<App, Complaint> {
    let workspace = look(path, key_file)?;
    App::new(workspace, Box::new(clock::SystemEntropy)).map_err(|fault| Complaint::of(&fault))
}

/// As [`asking`]; a search wants the text index to have caught up, and so a workspace that can be written. Beside an open
/// window it finds what the window has indexed.
///
/// # Errors
/// As for [`look`], or that the index could not catch up.
pub fn searching(path: &Path, key_file: Option<&Path>, search: bool) -> Result<App, Complaint> {
    if search && let Ok(app) = app(path, key_file) {
        while app.index(10_000).map_err(|fault| Complaint::of(&fault))? > 0 {}
        return Ok(app);
    }
    asking(path, key_file)
}
