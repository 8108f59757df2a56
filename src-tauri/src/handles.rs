//! Opaque names for the files that somebody chose or dropped, so that the page can never name a path of its own.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use lotse::contract::desktop::{ChosenFile, FileHandle};

use crate::refused::Refused;

/// The files chosen in this run of the program.
#[derive(Default)]
pub struct Handles {
    chosen: Mutex<BTreeMap<FileHandle, PathBuf>>,
}

impl Handles {
    /// Gives a name to a file that somebody chose. Refuses devices, pipes and what is not there.
    pub fn choose(&self, path: &Path) -> Result<ChosenFile, Refused> {
        // The real place is kept: a link that is bent later leads nowhere else.
        let path = path.canonicalize().map_err(|error| Refused::file(path, &error))?;
        let about = path.metadata().map_err(|error| Refused::file(&path, &error))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !about.is_file() && !about.is_dir() {
            return Err(Refused::naming("notAFile", "file", name));
        }
        let mut chosen = self.chosen.lock().unwrap_or_else(PoisonError::into_inner);
        let handle = FileHandle(format!("file-{}", chosen.len() + 1));
        chosen.insert(handle.clone(), path);
        Ok(ChosenFile { handle, name, bytes: about.len(), folder: about.is_dir() })
    }

    /// Where the file behind a name lies.
    pub fn path(&self, handle: &FileHandle) -> Result<PathBuf, Refused> {
        let chosen = self.chosen.lock().unwrap_or_else(PoisonError::into_inner);
        chosen.get(handle).cloned().ok_or_else(|| Refused::plain("fileNotChosen"))
    }

    /// Opens the file behind a name and checks what was opened, not what was there when it was chosen.
    pub fn open(&self, handle: &FileHandle) -> Result<(PathBuf, File), Refused> {
        let path = self.path(handle)?;
        let file = File::open(&path).map_err(|error| Refused::file(&path, &error))?;
        let about = file.metadata().map_err(|error| Refused::file(&path, &error))?;
        if about.is_file() {
            return Ok((path, file));
        }
        Err(Refused::naming("notAFile", "file", path.file_name().unwrap_or_default().to_string_lossy()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_nobody_was_given_opens_nothing() {
        let handles = Handles::default();
        let refused = handles.open(&FileHandle("/etc/passwd".into())).unwrap_err();
        assert_eq!(refused.code, "fileNotChosen");
    }

    #[test]
    fn a_chosen_file_tells_its_name_and_length_but_not_its_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("history.json");
        std::fs::write(&path, b"[]").unwrap();
        let handles = Handles::default();
        let chosen = handles.choose(&path).unwrap();
        assert_eq!((chosen.name.as_str(), chosen.bytes, chosen.folder), ("history.json", 2, false));
        assert!(!chosen.handle.0.contains("history"));
        handles.open(&chosen.handle).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_refused() {
        let refused = Handles::default().choose(Path::new("/dev/null")).unwrap_err();
        assert_eq!(refused.code, "notAFile");
    }
}
