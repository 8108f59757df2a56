//! What the window asks of the desktop around it: which workspace is open, files, preferences, drafts, the run of an
//! import. Knows no rule of the process and no window: these are plain data, the shell does what they say.
//!
//! A [`DesktopOrder`] is answered by one [`DesktopAnswer`] or by a refusal with a code, like every order.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::proof::ProofView;
use crate::app::{Bytes, GuidesTaken, HandoverTaken, HandoverView};
use crate::domain::guide::Kind;
use crate::domain::organisation::Language;
use crate::ids::{Number, PersonId, RecordRef};
use crate::reminders::Quiet;

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

/// How the desktop stands: what the first paint needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct Desktop {
    /// The program's version, such as `0.1.0`.
    pub version: String,
    /// The preferences of this person on this machine.
    pub preferences: Preferences,
    /// The workspace that is open, if any.
    pub workspace: Option<OpenWorkspace>,
    /// The workspaces opened before, newest first.
    pub recent: Vec<RecentWorkspace>,
    /// The link that started the program, once: the route in the window, such as `notfaelle/N-2026-004`.
    pub link: Option<String>,
    /// Why the file that the start named, or that was open before, did not open, once.
    pub failed: Option<FailedStart>,
    /// The zone of this machine as an IANA name, when the system names one; proposed for a new workspace.
    pub system_zone: Option<String>,
    /// How many times in a row the program ended without being closed; from three on only the simplest view opens.
    pub crashes: u32,
    /// Switches of the tests; all off in a release.
    pub test: TestSwitches,
}

/// A file that did not open at the start of the program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct FailedStart {
    /// The file's name without its ending.
    pub name: String,
    /// What it is named by in the list of recent workspaces, when it stands there.
    pub id: Option<String>,
    /// The code of the reason.
    pub code: String,
    /// The values of its sentence.
    #[ts(type = "Record<string, unknown>")]
    pub values: BTreeMap<String, serde_json::Value>,
}

/// Switches for tests of the window; a release build ignores them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct TestSwitches {
    /// The moment that the window shall take for now, RFC 3339 in UTC.
    pub now: Option<String>,
    /// No movement at all.
    pub still: bool,
}

/// The workspace that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct OpenWorkspace {
    /// Its id in the list of recent ones.
    pub id: String,
    /// The file's name without its ending.
    pub name: String,
    /// Where the file lies, for people to read.
    pub place: String,
    /// It can be read only; every order will be refused.
    pub read_only: bool,
    /// It is encrypted; drafts are then kept in memory alone.
    pub encrypted: bool,
    /// The id of the person who acts on this machine, once chosen.
    pub acting: Option<String>,
}

/// A workspace that was open before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct RecentWorkspace {
    /// What to name it by.
    pub id: String,
    /// The file's name without its ending.
    pub name: String,
    /// Where the file lies, for people to read.
    pub place: String,
    /// When it was last opened, RFC 3339 in UTC.
    pub opened: String,
    /// The file is there now.
    pub there: bool,
    /// The id of the person who acted last on this machine.
    pub acting: Option<String>,
}

/// The backups of a workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct Backups {
    /// The folder, for people to read.
    pub folder: String,
    /// Of so many newest days the last backup is kept.
    pub days: u32,
    /// Of so many newest months the last backup is kept.
    pub months: u32,
    /// Newest first.
    pub made: Vec<BackupMade>,
}

/// A backup on the disk; each was opened and checked when it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct BackupMade {
    /// The name of its file.
    pub name: String,
    /// When it was made, RFC 3339 in UTC.
    pub made: String,
    /// Its length in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// What one person prefers on one machine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase", default)]
pub struct Preferences {
    /// The language of the screen.
    pub language: Language,
    /// The zone in which times are shown, an IANA name; `None` takes the zone of the workspace.
    pub zone: Option<String>,
    /// Light or dark.
    pub look: Look,
    /// The height of rows.
    pub density: Density,
    /// Zoom in percent, 80 to 200.
    pub zoom: u16,
    /// Shortcuts of a single key are on (WCAG 2.1.4).
    pub single_keys: bool,
    /// The side bar is a rail.
    pub rail: bool,
    /// The view that was open last, as the route in the window.
    pub last_view: Option<String>,
    /// What each table remembers, by the table's name.
    pub tables: BTreeMap<String, TableMemory>,
    /// How it reminds.
    pub reminders: ReminderPreferences,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: Language::De,
            zone: None,
            look: Look::System,
            density: Density::Comfortable,
            zoom: 100,
            single_keys: true,
            rail: false,
            last_view: None,
            tables: BTreeMap::new(),
            reminders: ReminderPreferences::default(),
        }
    }
}

/// How the program reminds of due dates on this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase", default)]
pub struct ReminderPreferences {
    /// Notices of the system are shown.
    pub notices: bool,
    /// The quiet hours are kept.
    pub keep_quiet: bool,
    /// When it is quiet, in the zone of the organisation.
    pub quiet: Quiet,
    /// Closing the window leaves the program in the tray, where there is one.
    pub to_tray: bool,
}

impl Default for ReminderPreferences {
    fn default() -> Self {
        Self { notices: true, keep_quiet: true, quiet: Quiet::default(), to_tray: false }
    }
}

/// What a table remembers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase", default)]
pub struct TableMemory {
    /// Widths in CSS pixels by column.
    pub widths: BTreeMap<String, u32>,
    /// The filter as the window writes it.
    pub filter: Option<String>,
    /// The column and direction of the order, such as `impactStart` or `-impactStart`.
    pub sort: Option<String>,
}

/// Light or dark.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub enum Look {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The height of rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub enum Density {
    /// 40 px.
    #[default]
    Comfortable,
    /// 32 px.
    Compact,
    /// 28 px, for auditors.
    Dense,
}

/// A file outside the workspace that somebody chose or dropped. Opaque: it holds for this run of the program only and
/// says nothing about where the file lies.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct FileHandle(pub String);

/// A chosen or dropped file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ChosenFile {
    /// What to name it by.
    pub handle: FileHandle,
    /// Its name; a folder's name when it is one.
    pub name: String,
    /// Its length in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// It is a folder (cState histories are).
    pub folder: bool,
}

/// What files are wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub enum FilePurpose {
    /// Histories to take over: any number of files.
    Import,
    /// A folder of histories (cState).
    ImportFolder,
    /// Evidence: any number of files of any kind, each up to 100 MB.
    Evidence,
}

/// A file that the workspace now keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct KeptEvidence {
    /// Its SHA-256 as 64 lower-case hexadecimal digits: its address in the workspace.
    pub hash: String,
    /// The name that it had outside.
    pub name: String,
    /// Its length in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// What somebody was typing when the program ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// What it is a draft of.
    pub key: String,
    /// The window's own text of it.
    pub content: String,
    /// When it was kept, RFC 3339 in UTC.
    pub kept: String,
}

/// Files to take over and how to read them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ImportSource {
    /// The files.
    pub files: Vec<FileHandle>,
    /// The format's name; `None` recognises it by its content.
    pub format: Option<String>,
    /// The zone of times that name none, an IANA name.
    pub zone: Option<String>,
    /// Which items are emergencies, such as `keyword=[Notfall]`; `None` is the default rule.
    pub emergency_when: Option<String>,
    /// For tables: which column means what, by the field's name.
    pub mapping: Option<BTreeMap<String, String>>,
    /// For tables: whether 3/4 is in April; `None` concludes it from the values.
    #[serde(default)]
    pub day_first: Option<bool>,
    /// For tables: whether one row is one change; `None` concludes it from the ids.
    #[serde(default)]
    pub one_row_a_change: Option<bool>,
    /// The name of a source that does not name itself: with the id the key by which records are found again.
    #[serde(default)]
    pub name: Option<String>,
}

/// What taking files over would do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ImportCheck {
    /// What the files turned out to be.
    pub format: String,
    /// How many of each kind.
    pub counts: ImportCounts,
    /// What was refused, in the order of the files.
    pub refused: Vec<ImportRefusal>,
    /// What was kept but looks wrong, in the order of the files.
    pub doubtful: Vec<ImportRefusal>,
    /// How many there are; more than stand in the list when it was cut.
    pub doubtful_count: u32,
    /// The files hold times without a zone, and none was given.
    pub zone_wanted: bool,
    /// The zone that was taken for now.
    pub zone_proposed: Option<String>,
    /// One of those times.
    pub zone_example: Option<String>,
    /// For tables: the columns with samples, and which field each is taken for.
    pub columns: Vec<ImportColumn>,
    /// For tables: what was concluded about the whole.
    pub table: Option<ImportTable>,
}

/// What was concluded about a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ImportTable {
    /// The name of the source.
    pub name: String,
    /// Rows without the heading.
    pub rows: u32,
    /// One row is one change, and the rows of one id belong together.
    pub one_row_a_change: bool,
    /// 3/4 is in April.
    pub day_first: bool,
    /// Whether the values say so; if not, somebody should be asked.
    pub day_first_certain: bool,
}

/// How many items of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct ImportCounts {
    /// Not known before.
    pub new: u32,
    /// Known, with news.
    pub changed: u32,
    /// Known, nothing new.
    pub unchanged: u32,
    /// Not to be read, or against a rule.
    pub refused: u32,
    /// How many of the new and changed ones are emergencies by the rule given.
    pub emergencies: u32,
}

/// Why a row, or an item, was refused or looks wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ImportRefusal {
    /// The file's name.
    pub file: String,
    /// Where in it: a line, a row, an outside id.
    pub place: String,
    /// The code of the reason; the sentence stands in the locales.
    pub code: String,
    /// The values of that sentence.
    pub values: BTreeMap<String, String>,
}

/// A column of a table to import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ImportColumn {
    /// Its heading.
    pub heading: String,
    /// The first few values that are not empty.
    pub samples: Vec<String>,
    /// The field that it is taken for, if any.
    pub field: Option<String>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(rename_all = "camelCase")]
pub struct ImportTaken {
    /// The id of the batch, by which it can be undone; none when there was nothing to write.
    pub batch: Option<String>,
    /// Its number.
    pub number: Option<Number>,
    /// How many of each kind.
    pub counts: ImportCounts,
}

/// The event `changed`: which views went stale; the window asks again for those that it shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct Changed {
    /// The names of the views.
    pub stale: Vec<String>,
}

/// The event `progress`: how far a run is. The answer of the order that started it says how it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct Progress {
    /// The name that the window gave the run.
    pub run: String,
    /// How many are done.
    pub done: u32,
    /// How many there are; `None` while nobody knows.
    pub total: Option<u32>,
}

/// The event `link`: a deep link was opened from outside. A link shows a view and never acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct LinkOpened {
    /// The route in the window, such as `notfaelle/N-2026-004`.
    pub route: String,
}

/// The event `file`: a second start named a file that the window shall open, after asking when something would be lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
pub struct FileOpened {
    /// The `id` of a [`RecentWorkspace`].
    pub id: String,
    /// The file's name without its ending.
    pub name: String,
}

/// The event `dropped`: files from the system over the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[ts(export_to = "desktop.ts")]
#[serde(tag = "phase", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Dropped {
    /// Files hover over this point.
    Over {
        /// CSS pixels from the left.
        x: f64,
        /// CSS pixels from the top.
        y: f64,
    },
    /// They were let go here.
    Dropped {
        /// The files.
        files: Vec<ChosenFile>,
        /// CSS pixels from the left.
        x: f64,
        /// CSS pixels from the top.
        y: f64,
    },
    /// They left the window.
    Gone,
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
