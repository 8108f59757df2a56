//! What somebody is typing, kept until it is sent. Knows no form: the text is the window's own.
//!
//! One small file a draft, replaced whole and synchronised before the answer, so that a killed program loses at most
//! what was typed since. Drafts of an encrypted workspace are kept in memory alone: a plain file beside it would tell
//! what the passphrase hides.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use lotse::contract::desktop::{Draft, OpenWorkspace};

use crate::files;
use crate::refused::Refused;

const CONTENT_AT_MOST: usize = 256 * 1024;
const KEY_AT_MOST: usize = 100;

/// The drafts of this machine.
pub struct Drafts {
    folder: PathBuf,
    secret: Mutex<BTreeMap<(String, String), Draft>>,
}

impl Drafts {
    /// Drafts that lie in `folder`.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, secret: Mutex::default() }
    }

    /// Keeps a draft; when this returns it is on the disk.
    pub fn keep(&self, workspace: &OpenWorkspace, draft: Draft) -> Result<(), Refused> {
        if draft.content.len() > CONTENT_AT_MOST || draft.key.is_empty() || draft.key.len() > KEY_AT_MOST {
            return Err(Refused::plain("draftTooLong"));
        }
        if workspace.encrypted {
            let mut secret = self.secret.lock().unwrap_or_else(PoisonError::into_inner);
            secret.insert((workspace.id.clone(), draft.key.clone()), draft);
            return Ok(());
        }
        let file = self.file(workspace, &draft.key);
        let written = std::fs::create_dir_all(self.folder.join(&workspace.id))
            .and_then(|()| Ok(serde_json::to_vec(&draft)?))
            .and_then(|bytes| files::replace(&file, &bytes));
        written.map_err(|error| Refused::file(&file, &error))
    }

    /// Throws a draft away.
    pub fn drop(&self, workspace: &OpenWorkspace, key: &str) -> Result<(), Refused> {
        self.secret
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&(workspace.id.clone(), key.to_owned()));
        if key.len() > KEY_AT_MOST {
            return Ok(());
        }
        let file = self.file(workspace, key);
        files::remove(&file).map_err(|error| Refused::file(&file, &error))
    }

    /// The drafts of a workspace, newest first. A file that cannot be read is passed over: it was never acknowledged.
    pub fn of(&self, workspace: &OpenWorkspace) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = std::fs::read_dir(self.folder.join(&workspace.id))
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|entry| std::fs::read(entry.path()).ok())
            .filter_map(|bytes| serde_json::from_slice(&bytes).ok())
            .collect();
        let secret = self.secret.lock().unwrap_or_else(PoisonError::into_inner);
        drafts
            .extend(secret.iter().filter(|((id, _), _)| *id == workspace.id).map(|(_, draft)| draft.clone()));
        drafts.sort_by(|a, b| (&b.kept, &a.key).cmp(&(&a.kept, &b.key)));
        drafts
    }

    /// A key may hold anything, a file's name may not: it is written in hexadecimal.
    fn file(&self, workspace: &OpenWorkspace, key: &str) -> PathBuf {
        let name: String = key.bytes().map(|byte| format!("{byte:02x}")).collect();
        self.folder.join(&workspace.id).join(name + ".json")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspace(encrypted: bool) -> OpenWorkspace {
        OpenWorkspace {
            id: "w1".into(),
            name: "Cloud".into(),
            place: "/Cloud.lotse".into(),
            read_only: false,
            encrypted,
            acting: None,
            calendar: None,
        }
    }

    fn draft(key: &str, kept: &str) -> Draft {
        Draft { key: key.into(), content: "{\"title\":\"Störung\"}".into(), kept: kept.into() }
    }

    #[test]
    fn a_draft_is_there_again_after_the_program_was_killed() {
        let folder = tempfile::tempdir().unwrap();
        Drafts::new(folder.path().into()).keep(&workspace(false), draft("../../a/b", "2026")).unwrap();
        let again = Drafts::new(folder.path().into()).of(&workspace(false));
        assert_eq!(again, vec![draft("../../a/b", "2026")]);
    }

    #[test]
    fn the_newest_draft_comes_first_and_a_dropped_one_no_more() {
        let folder = tempfile::tempdir().unwrap();
        let drafts = Drafts::new(folder.path().into());
        for (key, kept) in [("old", "2026-01"), ("new", "2026-02"), ("gone", "2026-03")] {
            drafts.keep(&workspace(false), draft(key, kept)).unwrap();
        }
        drafts.drop(&workspace(false), "gone").unwrap();
        let keys: Vec<String> = drafts.of(&workspace(false)).into_iter().map(|draft| draft.key).collect();
        assert_eq!(keys, ["new", "old"]);
    }

    #[test]
    fn a_draft_of_an_encrypted_workspace_never_touches_the_disk() {
        let folder = tempfile::tempdir().unwrap();
        let drafts = Drafts::new(folder.path().into());
        drafts.keep(&workspace(true), draft("secret", "2026")).unwrap();
        assert_eq!(drafts.of(&workspace(true)).len(), 1);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_draft_without_measure_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let long = Draft { content: "x".repeat(CONTENT_AT_MOST + 1), ..draft("long", "2026") };
        let refused = Drafts::new(folder.path().into()).keep(&workspace(false), long).unwrap_err();
        assert_eq!(refused.code, "draftTooLong");
    }
}
