//! A workspace: one file, one program that writes it, readers beside. Opens, creates, locks, backs up and brings back.
//! Knows no event and no projection.

pub mod backup;
mod bulk_writer;
pub mod connection;
mod daily;
pub mod damage;
pub mod disk;
pub mod fault;
pub mod folder;
pub mod header;
pub mod key;
pub mod keychain;
mod lock;
pub mod migrations;
mod reading;
pub mod restore;

use std::ffi::OsString;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;

pub use backup::{Backup, Plan};
pub use bulk_writer::BulkWriter;
use connection::Access;
pub use daily::{Daily, Today};
use damage::Depth;
use disk::{Disk, RealDisk};
pub use fault::{BackupFault, FolderKind, OpenFault};
pub use key::Key;
use key::Secret;
use lock::Lock;
use reading::Seen;

use crate::log::{LogError, meta};
use crate::time::Instant;

/// Files up to this length are looked through for damaged pages before they are opened (about 0.1 s).
const LOOKED_THROUGH: u64 = 8 << 20;

/// An open workspace. Closes, and gives its lock back, when dropped; a backup under way is finished first.
#[derive(Debug)]
pub struct Workspace {
    // Dropped in this order: the backup under way, readers, the writer that takes the changes in, and last the lock.
    daily: daily::Run,
    readers: Mutex<Idle>,
    writer: Mutex<Connection>,
    writes: bool,
    secret: Option<Secret>,
    path: PathBuf,
    _lock: Option<Lock>,
}

/// Connections that wait to be read from, all of which saw the same file.
#[derive(Debug)]
struct Idle {
    seen: Seen,
    waiting: Vec<Connection>,
}

/// A connection that only reads; goes back to the workspace when dropped.
#[derive(Debug)]
pub struct Reader<'a> {
    conn: Option<Connection>,
    seen: Seen,
    home: &'a Workspace,
}

impl Workspace {
    /// Creates a workspace at `path`, encrypted when a key is given, and opens it.
    ///
    /// # Errors
    /// `Exists`, `CloudOrNetworkFolder`, `HeldBy`, `DiskFull`, `SqliteTooOld`, `NotFound` (the folder), `System`.
    pub fn create(path: &Path, key: Option<&Key>, now: Instant) -> Result<Self, OpenFault> {
        connection::check_sqlite()?;
        let path = place_of(path)?;
        unharmed(&path)?;
        let lock = Lock::take(&path, now)?;
        if path.try_exists().map_err(|error| OpenFault::system(&path, &error))? {
            return Err(OpenFault::Exists { path });
        }
        let secret = new_secret(key)?;
        write_new(&path, secret.as_ref(), now)?;
        Self::write_at(path, key, lock, now)
    }

    /// Opens the workspace at `path`. A file that may only be read is opened so, see [`Self::read_only`]. Once a day a
    /// backup is begun in the background.
    ///
    /// # Errors
    /// Every [`OpenFault`]; whatever it is, the file was not written to.
    pub fn open(path: &Path, key: Option<&Key>, now: Instant) -> Result<Self, OpenFault> {
        connection::check_sqlite()?;
        let path = place_of(path)?;
        let opened = unharmed(&path).and_then(|()| {
            if reading::may_only_be_read(&path) {
                return Self::read_at(path.clone(), key);
            }
            path.metadata().map_err(|error| OpenFault::system(&path, &error))?;
            let lock = Lock::take(&path, now)?;
            Self::write_at(path.clone(), key, lock, now)
        });
        opened.map_err(|fault| offering_backup(fault, &path, key))
    }

    /// Opens the workspace at `path` for reading alone, also while another program has it open, and from any folder while
    /// nobody has. Not for a file that this same program has open: that one gives readers.
    ///
    /// # Errors
    /// As [`Self::open`], without `HeldBy`.
    pub fn look(path: &Path, key: Option<&Key>) -> Result<Self, OpenFault> {
        connection::check_sqlite()?;
        let path = place_of(path)?;
        let still = reading::access(&path) == Access::Frozen;
        let harmless = if still { Ok(()) } else { unharmed(&path) };
        let opened = harmless.and_then(|()| Self::read_at(path.clone(), key));
        opened.map_err(|fault| offering_backup(fault, &path, key))
    }

    fn write_at(path: PathBuf, key: Option<&Key>, lock: Lock, now: Instant) -> Result<Self, OpenFault> {
        let secret = backup::secret_for(header::read(&path)?, key)?;
        sound(&path, secret.as_ref())?;
        let mut conn = connection::open(&path, secret.as_ref(), Access::Write)?;
        let version = ours(&conn)?;
        if version < migrations::VERSION {
            let plan = Plan::read(&conn, &path)?;
            let place = backup::Place { folder: &plan.folder, stem: &stem(&path), now };
            let source = connection::open(&path, secret.as_ref(), Access::Read)?;
            backup::make(&source, secret.as_ref(), &place, &RealDisk)
                .map_err(|error| OpenFault::NoBackup { reason: error.to_string() })?;
            migrations::run(&mut conn)?;
        }
        let daily = daily::Run::begin(&conn, &path, secret.as_ref(), now)?;
        Ok(Self {
            daily,
            readers: Mutex::new(Idle::none(Seen::BESIDE_US)),
            writer: Mutex::new(conn),
            writes: true,
            secret,
            path,
            _lock: Some(lock),
        })
    }

    fn read_at(path: PathBuf, key: Option<&Key>) -> Result<Self, OpenFault> {
        let secret = backup::secret_for(header::read(&path)?, key)?;
        sound(&path, secret.as_ref())?;
        // Looked at before it is opened: what is written in between is seen as a change afterwards.
        let seen = Seen::now(&path);
        let conn = reading::open(&path, secret.as_ref(), seen.access)?;
        let version = ours(&conn)?;
        if version < migrations::VERSION {
            return Err(OpenFault::System {
                reason: format!("version {version} cannot be brought up to date"),
            });
        }
        Ok(Self {
            daily: daily::Run::none(),
            readers: Mutex::new(Idle::none(seen)),
            writer: Mutex::new(conn),
            writes: false,
            secret,
            path,
            _lock: None,
        })
    }

    /// The one connection that writes. In a workspace that can only be read its writes are refused.
    pub fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The writer for very much at once: what its commit has put on the disk, in the write-ahead log, is taken into the file
    /// by the next small commit, so that nobody waits while everything is written a second time.
    ///
    /// # Errors
    /// `System`, `Damaged`.
    pub fn bulk_writer(&self) -> Result<BulkWriter<'_>, OpenFault> {
        Ok(BulkWriter::begin(self.writer())?)
    }

    /// A connection that reads the newest commit, also where another program has begun to write a file that nobody wrote
    /// when it was opened.
    ///
    /// # Errors
    /// `PendingChanges`, `System`, `Damaged`.
    pub fn reader(&self) -> Result<Reader<'_>, OpenFault> {
        let seen = if self.writes { Seen::BESIDE_US } else { Seen::now(&self.path) };
        let free = self.readers.lock().unwrap_or_else(PoisonError::into_inner).take(seen);
        let conn = match free {
            Some(conn) => conn,
            None => reading::open(&self.path, self.secret.as_ref(), seen.access)?,
        };
        Ok(Reader { conn: Some(conn), seen, home: self })
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the file can only be read.
    pub fn read_only(&self) -> bool {
        !self.writes
    }

    /// Whether the file is encrypted.
    pub fn encrypted(&self) -> bool {
        self.secret.is_some()
    }

    /// The key of an encrypted workspace, to be printed or kept in a keychain.
    pub fn secret(&self) -> Option<&Secret> {
        self.secret.as_ref()
    }

    /// Today's backup, which may still be under way.
    pub fn today(&self) -> Today {
        self.daily.today()
    }

    /// Where backups lie and how many are kept.
    ///
    /// # Errors
    /// `Damaged`, `System`.
    pub fn plan(&self) -> Result<Plan, OpenFault> {
        Ok(Plan::read(&*self.reader()?, &self.path)?)
    }

    /// The backups of this workspace, newest first.
    ///
    /// # Errors
    /// `Damaged`, `System`.
    pub fn backups(&self) -> Result<Vec<Backup>, OpenFault> {
        Ok(backup::list(&self.plan()?.folder, &stem(&self.path)))
    }

    /// Makes a backup now, in `folder`, or where backups of this workspace lie.
    ///
    /// # Errors
    /// Every [`BackupFault`].
    pub fn back_up(&self, folder: Option<&Path>, now: Instant) -> Result<Backup, BackupFault> {
        let plan = self.plan()?;
        let place = backup::Place { folder: folder.unwrap_or(&plan.folder), stem: &stem(&self.path), now };
        backup::make(&*self.reader()?, self.secret.as_ref(), &place, &RealDisk)
    }

    /// Takes all changes into the file, so that words that were erased are gone from the write-ahead log as well.
    ///
    /// # Errors
    /// `DiskFull`, `ReadOnly`, `Database`.
    pub fn take_in_changes(&self) -> Result<(), LogError> {
        Ok(self.writer().execute_batch("PRAGMA wal_checkpoint(TRUNCATE);")?)
    }
}

impl Idle {
    const fn none(seen: Seen) -> Self {
        Self { seen, waiting: Vec::new() }
    }

    /// A connection that saw the file as it is; those that saw another are closed.
    fn take(&mut self, seen: Seen) -> Option<Connection> {
        if self.seen != seen {
            *self = Self::none(seen);
        }
        self.waiting.pop()
    }

    fn give_back(&mut self, conn: Option<Connection>, seen: Seen) {
        if self.seen == seen {
            self.waiting.extend(conn);
        }
    }
}

impl Deref for Reader<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        match &self.conn {
            Some(conn) => conn,
            None => unreachable!("the connection is taken in drop alone"),
        }
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        let idle = self.conn.take().filter(Connection::is_autocommit);
        self.home.readers.lock().unwrap_or_else(PoisonError::into_inner).give_back(idle, self.seen);
    }
}

/// The same path with `ending` behind its whole name.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

/// The file's name without its ending.
fn stem(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The path without links: of the file, or of its folder when there is no file yet.
fn place_of(path: &Path) -> Result<PathBuf, OpenFault> {
    if let Ok(real) = path.canonicalize() {
        return Ok(real);
    }
    let not_found = || OpenFault::NotFound { path: path.to_owned(), backup: None };
    let name = path.file_name().ok_or_else(not_found)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(folder.canonicalize().map_err(|_| not_found())?.join(name))
}

fn unharmed(path: &Path) -> Result<(), OpenFault> {
    match folder::harm(path, &folder::mounts()) {
        Some(kind) => Err(OpenFault::CloudOrNetworkFolder { kind }),
        None => Ok(()),
    }
}

fn offering_backup(fault: OpenFault, path: &Path, key: Option<&Key>) -> OpenFault {
    fault.offering(|| backup::newest_good(&Plan::usual(path), &stem(path), key))
}

fn new_secret(key: Option<&Key>) -> Result<Option<Secret>, OpenFault> {
    let secret = key.map(|key| key.with_salt(key::new_salt()?)).transpose();
    secret.map_err(|error| OpenFault::System { reason: error.to_string() })
}

/// Writes an empty workspace beside its place and gives it its name when it is whole.
fn write_new(path: &Path, secret: Option<&Secret>, now: Instant) -> Result<(), OpenFault> {
    let part = beside(path, ".part");
    let system = |error| OpenFault::system(path, &error);
    RealDisk.remove(&part).map_err(system)?;
    let written = fill_new(&part, secret, now);
    if let Err(fault) = written {
        RealDisk.remove(&part).ok();
        return Err(fault);
    }
    RealDisk.sync(&part).and_then(|()| RealDisk.rename(&part, path)).map_err(system)
}

fn fill_new(part: &Path, secret: Option<&Secret>, now: Instant) -> Result<(), OpenFault> {
    let mut conn = connection::create(part, secret)?;
    conn.execute_batch("PRAGMA synchronous = EXTRA;")?;
    conn.pragma_update(None, "application_id", header::APPLICATION_ID)?;
    migrations::run(&mut conn)?;
    meta::put(&conn, "created", &now.to_string())?;
    conn.close().map_err(|(_, error)| error.into())
}

/// Looks a file of moderate length through before anything opens it for writing.
fn sound(path: &Path, secret: Option<&Secret>) -> Result<(), OpenFault> {
    let length = path.metadata().map_err(|error| OpenFault::system(path, &error))?.len();
    if length > LOOKED_THROUGH || header::changes_beside(path) {
        return Ok(());
    }
    let conn = connection::open(path, secret, Access::Frozen)?;
    let damage = damage::look(&conn, Depth::Pages)?;
    if damage.is_none() { Ok(()) } else { Err(OpenFault::Damaged { pages: damage.pages, backup: None }) }
}

/// Whether the file is a workspace that this program knows; answers its version.
fn ours(conn: &Connection) -> Result<u32, OpenFault> {
    let application: i64 = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != i64::from(header::APPLICATION_ID) {
        return Err(OpenFault::NotAWorkspace { backup: None });
    }
    let found = migrations::version(conn)?;
    if found > migrations::VERSION {
        return Err(OpenFault::NewerThanProgram { found, known: migrations::VERSION });
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use uuid::Uuid;

    use super::*;
    use crate::ids::{EventId, OrderId, StreamId};
    use crate::log::{self, By, Class, NewEvent};

    fn at(text: &str) -> Instant {
        text.parse().unwrap()
    }

    fn now() -> Instant {
        at("2026-05-01T08:00:00Z")
    }

    fn write(workspace: &Workspace, n: u128) {
        let mut conn = workspace.writer();
        let tx = conn.transaction().unwrap();
        let stream = StreamId(Uuid::from_u128(n));
        let event = NewEvent {
            id: EventId(Uuid::from_u128(n)),
            stream,
            kind: "incidentReported".into(),
            version: 1,
            class: Class::Team,
            payload: "{}".into(),
            salt: [1; 16],
        };
        let by = By { order: OrderId(Uuid::from_u128(n)), actor: "lotse", recorded: now() };
        log::append(&tx, &by, stream, 0, vec![event]).unwrap();
        tx.commit().unwrap();
    }

    fn events(workspace: &Workspace) -> u64 {
        log::head(&workspace.reader().unwrap()).unwrap().map_or(0, |head| head.seq)
    }

    /// A folder with a workspace of three events that is closed again.
    fn closed(key: Option<&Key>) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Probe.lotse");
        let workspace = Workspace::create(&path, key, now()).unwrap();
        (1..=3).for_each(|n| write(&workspace, n));
        (folder, path)
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_workspace_is_one_file_and_holds_what_was_written_into_it() {
        let (folder, path) = closed(None);
        assert_eq!(names(folder.path()), ["Probe.lotse"]);
        let workspace = Workspace::open(&path, None, now()).unwrap();
        assert_eq!(events(&workspace), 3);
        assert!(!workspace.read_only());
        assert!(matches!(workspace.today().ended(), Daily::NotDue));
    }

    #[test]
    fn readers_see_each_commit_of_the_writer_and_cannot_write() {
        let (_folder, path) = closed(None);
        let workspace = Workspace::open(&path, None, now()).unwrap();
        write(&workspace, 4);
        assert_eq!(events(&workspace), 4);
        let reader = workspace.reader().unwrap();
        assert!(reader.execute("DELETE FROM person", []).is_err());
    }

    #[test]
    fn an_encrypted_workspace_opens_with_its_passphrase_or_its_printed_key_and_with_nothing_else() {
        let key = Key::passphrase("Am Morgen ist die Elbe still");
        let (_folder, path) = closed(Some(&key));
        let bytes = fs::read(&path).unwrap();
        assert!(!bytes.windows(8).any(|window| window == b"incident"));
        assert_eq!(Workspace::open(&path, None, now()).unwrap_err(), OpenFault::NeedsKey);
        let wrong = Key::passphrase("Am Abend auch");
        assert_eq!(Workspace::open(&path, Some(&wrong), now()).unwrap_err(), OpenFault::WrongKey);
        let workspace = Workspace::open(&path, Some(&key), now()).unwrap();
        let printed = workspace.secret().unwrap().recovery();
        drop(workspace);
        let workspace = Workspace::open(&path, Some(&Key::from_recovery(&printed).unwrap()), now()).unwrap();
        assert_eq!(events(&workspace), 3);
        assert!(workspace.encrypted());
        let backup = workspace.back_up(None, now()).unwrap();
        assert_eq!(backup::check(&backup.path, Some(&key)).unwrap().events, 3);
        assert!(matches!(
            backup::check(&backup.path, None),
            Err(BackupFault::DoesNotOpen(OpenFault::NeedsKey))
        ));
    }

    #[test]
    fn the_second_program_is_refused_with_the_name_of_the_first_and_may_look() {
        let (_folder, path) = closed(None);
        let first = Workspace::open(&path, None, now()).unwrap();
        let refused = Workspace::open(&path, None, now()).unwrap_err();
        assert!(matches!(refused, OpenFault::HeldBy { pid, .. } if pid == std::process::id()));
        write(&first, 4);
        let second = Workspace::look(&path, None).unwrap();
        assert!(second.read_only());
        assert_eq!(events(&second), 4);
    }

    #[test]
    fn a_workspace_in_a_clouds_folder_is_refused_but_may_be_looked_at() {
        let (folder, path) = closed(None);
        let cloud = folder.path().join("Nextcloud");
        fs::create_dir(&cloud).unwrap();
        let inside = cloud.join("Probe.lotse");
        fs::rename(&path, &inside).unwrap();
        let kind = FolderKind::Cloud { name: "Nextcloud".into() };
        let refused = OpenFault::CloudOrNetworkFolder { kind };
        assert_eq!(Workspace::open(&inside, None, now()).unwrap_err(), refused);
        assert_eq!(Workspace::create(&cloud.join("New.lotse"), None, now()).unwrap_err(), refused);
        assert_eq!(events(&Workspace::look(&inside, None).unwrap()), 3);
        assert_eq!(names(&cloud), ["Probe.lotse"]);
    }

    #[test]
    fn what_lies_there_is_never_written_over_by_a_new_workspace() {
        let (_folder, path) = closed(None);
        assert!(matches!(Workspace::create(&path, None, now()), Err(OpenFault::Exists { .. })));
        assert_eq!(events(&Workspace::open(&path, None, now()).unwrap()), 3);
    }

    #[test]
    fn a_file_that_can_only_be_read_is_opened_so_and_leaves_nothing_beside_it() {
        let (folder, path) = closed(None);
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let workspace = Workspace::open(&path, None, at("2026-06-01T08:00:00Z")).unwrap();
        assert!(workspace.read_only());
        assert_eq!(events(&workspace), 3);
        let mut conn = workspace.writer();
        let tx = conn.transaction().unwrap();
        assert!(tx.execute("DELETE FROM person", []).is_err());
        drop(tx);
        drop(conn);
        assert_eq!(names(folder.path()), ["Probe.lotse"]);
    }

    #[test]
    fn who_reads_a_file_that_nobody_wrote_sees_what_somebody_writes_afterwards() {
        let (_folder, path) = closed(None);
        let looking = Workspace::look(&path, None).unwrap();
        assert_eq!(events(&looking), 3);
        let at_work = Workspace::open(&path, None, now()).unwrap();
        write(&at_work, 4);
        assert_eq!(events(&looking), 4, "while it is written");
        write(&at_work, 5);
        drop(at_work);
        assert_eq!(events(&looking), 5, "when it is closed again");
    }

    #[test]
    fn a_file_that_is_no_sound_workspace_is_named_never_written_to_and_the_newest_good_backup_is_offered() {
        let (folder, path) = closed(None);
        let workspace = Workspace::open(&path, None, now()).unwrap();
        let good = workspace.back_up(None, now()).unwrap();
        let bad = workspace.back_up(None, at("2026-05-02T08:00:00Z")).unwrap();
        drop(workspace);
        fs::write(&bad.path, b"SQLite format 3\0 and nothing else").unwrap();
        let whole = fs::read(&path).unwrap();
        let mut damaged = whole.clone();
        damaged[3 * 4096..4 * 4096].fill(0x5a);
        let mut newer = whole.clone();
        newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
        let mut other = whole.clone();
        other[68..72].fill(1);
        let open = |bytes: &[u8]| {
            fs::write(&path, bytes).unwrap();
            let fault = Workspace::open(&path, None, now()).unwrap_err();
            assert_eq!(fs::read(&path).unwrap(), bytes, "{fault}");
            fault
        };
        let backup = Some(good);
        assert_eq!(open(&other), OpenFault::NotAWorkspace { backup: backup.clone() });
        assert_eq!(open(b"PK"), OpenFault::NotAWorkspace { backup: backup.clone() });
        assert_eq!(open(&newer), OpenFault::NewerThanProgram { found: 99, known: migrations::VERSION });
        let (expected, found) = (whole.len() as u64, whole.len() as u64 - 4096);
        let cut = &whole[..whole.len() - 4096];
        assert_eq!(open(cut), OpenFault::Truncated { expected, found, backup: backup.clone() });
        let OpenFault::Damaged { pages, backup: offered } = open(&damaged) else { panic!("not found") };
        assert_eq!((pages, offered), (vec![4], backup.clone()));
        fs::remove_file(&path).unwrap();
        let missing = Workspace::open(&path, None, now()).unwrap_err();
        assert!(matches!(missing, OpenFault::NotFound { backup: offered, .. } if offered == backup));
        assert_eq!(names(folder.path()), ["Probe.lotse-backups"]);
    }

    #[test]
    fn a_backup_of_the_day_that_fails_says_why_and_the_work_goes_on() {
        let (folder, path) = closed(None);
        let blocked = folder.path().join("blocked");
        fs::write(&blocked, "no folder").unwrap();
        let workspace = Workspace::open(&path, None, now()).unwrap();
        Plan { folder: blocked, ..Plan::usual(&path) }.write(&workspace.writer()).unwrap();
        drop(workspace);
        let workspace = Workspace::open(&path, None, at("2026-05-02T06:00:00Z")).unwrap();
        let Daily::Failed(fault) = workspace.today().ended() else { panic!("no backup can lie in a file") };
        assert!(matches!(*fault, BackupFault::System(_)), "{fault:?}");
        assert_eq!(events(&workspace), 3);
    }

    #[test]
    fn a_large_file_with_a_changed_byte_opens_and_the_backup_of_the_day_finds_it() {
        let (_folder, path) = closed(None);
        let mark = b"a text that stands in no other place";
        let evidence = mark.repeat(usize::try_from(LOOKED_THROUGH).unwrap() / mark.len() + 1);
        let workspace = Workspace::open(&path, None, now()).unwrap();
        let mut conn = workspace.writer();
        let tx = conn.transaction().unwrap();
        log::blob::put(&tx, &evidence).unwrap();
        tx.commit().unwrap();
        drop(conn);
        drop(workspace);
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        let place = middle + bytes[middle..].windows(mark.len()).position(|window| window == mark).unwrap();
        bytes[place] ^= 1;
        fs::write(&path, bytes).unwrap();
        let workspace = Workspace::open(&path, None, at("2026-05-02T06:00:00Z")).unwrap();
        let Daily::Failed(fault) = workspace.today().ended() else {
            panic!("the changed byte was not found")
        };
        assert!(
            matches!(*fault, BackupFault::DoesNotFit(log::verify::Misfit::EvidenceChanged { .. })),
            "{fault:?}"
        );
        assert_eq!(workspace.backups().unwrap(), []);
    }

    #[test]
    fn on_a_new_day_opening_makes_a_backup_that_is_whole() {
        let (_folder, path) = closed(None);
        let tomorrow = at("2026-05-02T06:00:00Z");
        let workspace = Workspace::open(&path, None, tomorrow).unwrap();
        let today = workspace.today();
        drop(workspace);
        let workspace = Workspace::open(&path, None, tomorrow).unwrap();
        assert!(
            matches!(today.ended(), Daily::Made(_)),
            "it is waited for, and nobody who waits holds the file"
        );
        assert!(matches!(workspace.today().ended(), Daily::NotDue));
        let backups = workspace.backups().unwrap();
        assert_eq!(backups.iter().map(|backup| backup.made).collect::<Vec<_>>(), [tomorrow]);
        assert_eq!(backup::check(&backups[0].path, None).unwrap().events, 3);
    }

    #[test]
    fn where_backups_lie_and_how_many_are_kept_is_a_setting_of_the_workspace() {
        let (folder, path) = closed(None);
        let place = folder.path().join("Sicherungen");
        let workspace = Workspace::open(&path, None, now()).unwrap();
        let plan = Plan { folder: place.clone(), daily: 2, monthly: 1 };
        plan.write(&workspace.writer()).unwrap();
        assert_eq!(workspace.plan().unwrap(), plan);
        drop(workspace);
        for day in 10..20 {
            drop(Workspace::open(&path, None, at(&format!("2026-06-{day}T06:00:00Z"))).unwrap());
        }
        assert_eq!(names(&place), ["Probe 2026-06-18T060000Z.lotse", "Probe 2026-06-19T060000Z.lotse"]);
    }
}
