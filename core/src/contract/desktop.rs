//! What the window asks of the desktop around it: which workspace is open, files, preferences, drafts, the run of an
//! import. Knows no rule of the process and no window: these are plain data, the shell does what they say.
//!
//! A [`DesktopOrder`] is answered by one [`DesktopAnswer`] or by a refusal with a code, like every order.

mod files;
mod heard;
mod imports;
mod standing;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::proof::ProofView;
use crate::app::{Bytes, GuidesTaken, HandoverTaken, HandoverView};
use crate::domain::guide::Kind;
use crate::domain::organisation::Language;
use crate::ids::{Number, PersonId, RecordRef};

pub use files::*;
pub use heard::*;
pub use imports::*;
pub use standing::*;

/// What the window asks of the desktop. The comment of each kind names the answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(tag = "do", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum DesktopOrder {
    /// Everything that the first paint needs. → `Desktop`
    Look,
    /// Keeps the preferences (all of them, the last one wins). → `Desktop`
    Prefer {
        /// What shall hold from now on.
        preferences: Preferences,
    },

    /// Asks for a place by a system dialog, makes a workspace there and opens it. → `Desktop`, or `Cancelled`
    CreateWorkspace {
        /// The organisation whose process is kept, such as "Loftware Cloud".
        organisation: String,
        /// The first language of the workspace: of its seeded names and of its papers.
        language: Language,
        /// The zone of the process as an IANA name, such as `Europe/Berlin`.
        zone: String,
        /// The name of the person who founds the workspace and acts from now on.
        person: String,
        /// Encrypts the file; `None` leaves it readable for everyone who has it.
        passphrase: Option<String>,
        /// Fills it with the invented year of a process.
        sample: bool,
    },
    /// Asks for a workspace by a system dialog and opens it. → `Desktop`, or `Cancelled`
    OpenWorkspace,
    /// Opens one of the recent workspaces, or the one just chosen again with its passphrase. → `Desktop`
    OpenRecent {
        /// The `id` of a [`RecentWorkspace`].
        id: String,
        /// Needed only after the refusal `passphraseNeeded`.
        passphrase: Option<String>,
    },
    /// Takes a workspace off the list of recent ones; the file stays. → `Desktop`
    ForgetRecent {
        /// The `id` of a [`RecentWorkspace`].
        id: String,
    },
    /// Closes the open workspace. → `Desktop`
    CloseWorkspace,
    /// The key of the encrypted workspace that is open, to be printed and kept in a safe. → `RecoveryKey`
    RecoveryKey,
    /// Where backups of the open workspace lie, and which there are. → `Backups`
    Backups,
    /// Waits for the backup of the day, which is begun when the workspace is opened; refused with the reason when it could
    /// not be made or is not whole. → `Done`
    DailyBackup,
    /// Makes a backup now and checks it. → `Backups`
    BackUpNow,
    /// Says how many backups are kept. → `Backups`
    KeepBackups {
        /// Of so many newest days the last one.
        days: u32,
        /// Of so many newest months the last one.
        months: u32,
    },
    /// Asks by a system dialog for the folder in which backups shall lie. → `Backups`, or `Cancelled`
    ChooseBackupFolder,
    /// Brings the newest good backup back in the place of a workspace and opens it; what stood there is kept beside it
    /// under another name. → `Desktop`
    RestoreNewest {
        /// The `id` of a [`RecentWorkspace`].
        id: String,
        /// The passphrase, when the workspace is encrypted.
        passphrase: Option<String>,
    },
    /// Proves that nobody altered the record of the open workspace, and marks how far it was proven. Takes about ten seconds
    /// for a million events. Sends `progress`. → `Proof`
    Prove {
        /// A name that the window gives this run, for `progress` and for cancelling.
        run: String,
    },
    /// Remembers who acts in the open workspace on this machine. → `Desktop`
    ActAs {
        /// The id of a person of the organisation.
        person: String,
    },

    /// Asks for files by a system dialog. → `Files`; none when the dialog was cancelled
    ChooseFiles {
        /// What they are wanted for; it picks the title and the kinds offered.
        purpose: FilePurpose,
    },
    /// Keeps a chosen or dropped file as evidence in the open workspace. → `Evidence`
    KeepEvidence {
        /// The file.
        file: FileHandle,
    },
    /// Keeps a picture from the clipboard as evidence in the open workspace. → `Evidence`
    KeepPasted {
        /// The name that it shall have, such as `bild.png`.
        name: String,
        /// Its bytes in Base64.
        base64: String,
    },
    /// Shows bytes of the workspace in the system's own viewer; that is also the way to the printer. → `Done`
    ShowOutside {
        /// Which bytes.
        of: Bytes,
        /// The name of the copy, such as `B-2026-003.pdf`.
        name: String,
    },
    /// Saves bytes of the workspace where a system dialog says. → `Done`, or `Cancelled`
    SaveAs {
        /// Which bytes.
        of: Bytes,
        /// The name that the dialog proposes.
        name: String,
    },
    /// Saves a text made by the window, such as a table as CSV, where a system dialog says. → `Done`, or `Cancelled`
    SaveText {
        /// The text; written as UTF-8.
        text: String,
        /// The name that the dialog proposes; its ending says the kind.
        name: String,
    },
    /// Writes what a team is asked by a change request, or what is answered to one, into a signed file where a system dialog
    /// says; what is asked also as a slip of the same name beside it. → `HandedOver`, or `Cancelled`
    HandOver {
        /// The number of the change request.
        number: Number,
        /// The language of the slip.
        language: Language,
    },
    /// Asks by a system dialog for such a file and says what stands in it; changes nothing. → `Handover`, or `Cancelled`
    LookAtHandover,
    /// Takes in what [`DesktopOrder::LookAtHandover`] showed. → `HandoverTaken`
    TakeHandoverIn {
        /// The file.
        file: FileHandle,
    },
    /// Puts a text on the clipboard. → `Done`
    CopyText {
        /// The text.
        text: String,
    },
    /// Shows the program's own log file in the system's file manager. → `Done`
    ShowLogFile,
    /// Notes in the program's own log file that a view could not be drawn. Longer texts are cut, and what stands in
    /// quotation marks, which may be what somebody wrote, is left out. → `Done`
    NoteCrash {
        /// What the browser says.
        message: String,
        /// Where in the page's own code; empty when the browser does not say.
        stack: String,
    },

    /// The drafts kept for the open workspace, newest first. → `Drafts`
    Drafts,
    /// Keeps what somebody is typing; the answer comes when it is on the disk. → `Done`
    KeepDraft {
        /// What it is a draft of, chosen by the window, such as `report-incident` or `N-2026-004/entry`.
        key: String,
        /// The window's own text of it (JSON); at most 256 KiB.
        content: String,
    },
    /// Throws a draft away, because it was sent or given up. → `Done`
    DropDraft {
        /// The key it was kept under.
        key: String,
    },

    /// Reads files and says what taking them over would do; changes nothing. Sends `progress`. → `ImportChecked`
    CheckImport {
        /// A name that the window gives this run, for `progress` and for cancelling.
        run: String,
        /// The files and how to read them.
        source: ImportSource,
    },
    /// Takes over what [`DesktopOrder::CheckImport`] found. Sends `progress`. → `ImportTaken`
    TakeOver {
        /// A name that the window gives this run.
        run: String,
        /// The same choice that was checked.
        source: ImportSource,
    },
    /// Takes a batch back by compensating events. Sends `progress`. → `ImportUndone`
    UndoImport {
        /// A name that the window gives this run.
        run: String,
        /// The id of the batch.
        batch: String,
    },
    /// Asks for a folder by a system dialog and takes its Markdown files over as drafts of documents. → `GuidesTaken`, or
    /// `Cancelled`
    TakeGuides {
        /// The kind of those whose file names none.
        kind: Kind,
    },
    /// Asks by a system dialog for a folder, writes every deadline there as a file of its own (RFC 5545), and keeps them as they
    /// stand for as long as the program runs, so that a calendar program can follow the folder. → `Desktop`, or `Cancelled`
    FollowCalendar,
    /// Leaves that folder as it is and writes there no more. → `Desktop`
    LeaveCalendar,
    /// Packs the go-bag where a system dialog says: a folder inside the chosen one, or with a password one archive. → `Done`,
    /// or `Cancelled`
    SaveGoBag {
        /// The language of the papers.
        language: Language,
        /// Closes the archive; without one it is a folder.
        password: Option<String>,
    },
    /// Sends a notice by mail and records what became of each letter; waits for the mail server. → `Posted`
    SendNotice {
        /// The notice, by its id or number.
        notice: RecordRef,
        /// To this person alone; `None` is to everyone who is missing.
        to: Option<PersonId>,
    },
    /// Keeps the password of the mail server in the system's keychain; an empty one is forgotten there. → `MailPassword`
    KeepMailPassword {
        /// The password.
        password: String,
    },
    /// Whether the system's keychain keeps the password of the mail server. → `MailPassword`
    MailPassword,
    /// Sends a letter to an address to try the mail server. → `Done`
    TestMail {
        /// The address.
        to: String,
    },
    /// Whether this desktop has a tray in which the program shows its icon. → `Tray`
    Tray,
    /// Stops a run within half a second; nothing of it stays. → `Done`
    CancelRun {
        /// The name that the window gave.
        run: String,
    },
}

/// What the desktop answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(tag = "is", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum DesktopAnswer {
    /// How the desktop stands now.
    Desktop {
        /// All of it.
        desktop: Box<Desktop>,
    },
    /// The files that somebody chose.
    Files {
        /// In the order of the dialog.
        files: Vec<ChosenFile>,
    },
    /// A file now kept in the workspace.
    Evidence {
        /// Its address and description, for the order that ties it to a record.
        evidence: KeptEvidence,
    },
    /// A file that was handed over.
    HandedOver {
        /// How it is called.
        name: String,
        /// The fingerprint of the key that signed it.
        fingerprint: String,
        /// How the slip is called that was written beside it; none where none goes with it.
        slip: Option<String>,
    },
    /// What a file says that another workspace handed over.
    Handover {
        /// The file.
        file: FileHandle,
        /// What it says.
        view: HandoverView,
    },
    /// What became of it.
    HandoverTaken {
        /// All of it.
        taken: HandoverTaken,
    },
    /// The drafts of the open workspace.
    Drafts {
        /// Newest first.
        drafts: Vec<Draft>,
    },
    /// The key of the workspace.
    RecoveryKey {
        /// In groups of letters and digits.
        key: String,
    },
    /// The backups of the open workspace.
    Backups {
        /// All about them.
        backups: Backups,
    },
    /// What a proof found.
    Proof {
        /// All of it.
        proof: ProofView,
    },
    /// What an import would do.
    ImportChecked {
        /// The dry run.
        check: ImportCheck,
    },
    /// What an import did.
    ImportTaken {
        /// The result.
        taken: ImportTaken,
    },
    /// What undoing an import did.
    ImportUndone {
        /// Records that were taken back.
        records: u32,
        /// Records that changed since and were left.
        kept: u32,
    },
    /// What taking documents over did.
    GuidesTaken {
        /// The result.
        taken: GuidesTaken,
    },
    /// What became of a notice that was sent.
    Posted {
        /// How many letters the mail server took.
        sent: u32,
        /// How many were not handed over; the notice says why.
        failed: u32,
    },
    /// Whether the password of the mail server is kept on this machine.
    MailPassword {
        /// It is.
        kept: bool,
    },
    /// Whether there is a tray.
    Tray {
        /// There is.
        there: bool,
    },
    /// It is done, there is nothing more to say.
    Done,
    /// Somebody closed the system dialog without choosing.
    Cancelled,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_order_of_the_window_reads_as_it_is_written_in_typescript() {
        let order: DesktopOrder =
            serde_json::from_str(r#"{"do":"keepDraft","key":"report-incident","content":"{}"}"#).unwrap();
        assert_eq!(order, DesktopOrder::KeepDraft { key: "report-incident".into(), content: "{}".into() });
    }

    #[test]
    fn preferences_of_an_older_version_are_filled_with_the_defaults() {
        let read: Preferences = serde_json::from_str(r#"{"language":"en"}"#).unwrap();
        assert_eq!(read, Preferences { language: Language::En, ..Preferences::default() });
    }
}
