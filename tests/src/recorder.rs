//! A disk that remembers: SQLite's own disk, with every write, cut, sync and removal noted on the way, so that a test can
//! ask what would lie there if the power had failed at any moment. It can also be full. One per process.
#![allow(unsafe_code)] // SQLite calls a disk through a table of C functions.

use std::collections::{BTreeMap, HashMap};
use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::PathBuf;
use std::ptr;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use rusqlite::ffi;

/// What was done to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Bytes were written at a place.
    Write(PathBuf, u64, Vec<u8>),
    /// The file was cut to a length.
    Cut(PathBuf, u64),
    /// Everything done to the file before was asked to be on the disk.
    Sync(PathBuf),
    /// The file was taken away.
    Remove(PathBuf),
    /// The test was told that so many events are safe.
    Acknowledged(u64),
}

type Methods = ffi::sqlite3_io_methods;

#[derive(Default)]
struct Notes {
    deeds: Vec<Deed>,
    open: HashMap<usize, (PathBuf, usize)>,
    patched: BTreeMap<usize, usize>,
    /// Writes that still succeed; `None`: the disk has room.
    room: Option<u64>,
}

static NOTES: OnceLock<Mutex<Notes>> = OnceLock::new();
static REAL: OnceLock<usize> = OnceLock::new();

fn notes() -> MutexGuard<'static, Notes> {
    NOTES.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner)
}

/// Puts the recorder in the place of SQLite's disk, once.
pub fn install() {
    REAL.get_or_init(|| {
        // SAFETY: the default disk lives as long as the process; ours is a copy of its table that is never given back,
        // under its own name, with two functions of the same signature in it.
        unsafe {
            let real = ffi::sqlite3_vfs_find(ptr::null());
            let mut ours = *real;
            ours.zName = c"recorder".as_ptr();
            ours.pNext = ptr::null_mut();
            ours.xOpen = Some(open);
            ours.xDelete = Some(delete);
            assert_eq!(ffi::sqlite3_vfs_register(Box::into_raw(Box::new(ours)), 1), ffi::SQLITE_OK);
            real as usize
        }
    });
}

/// Everything that was done since the last asking.
pub fn take() -> Vec<Deed> {
    std::mem::take(&mut notes().deeds)
}

/// Notes that so many events were acknowledged.
pub fn acknowledge(events: u64) {
    notes().deeds.push(Deed::Acknowledged(events));
}

/// Lets so many writes succeed and no more; `None` makes room again.
pub fn fill_after(writes: Option<u64>) {
    notes().room = writes;
}

fn real() -> *mut ffi::sqlite3_vfs {
    REAL.get().copied().unwrap_or(0) as *mut ffi::sqlite3_vfs
}

/// Opens with the real disk and puts our functions into a copy of the file's table.
unsafe extern "C" fn open(
    _: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    // SAFETY: SQLite hands us what its own xOpen takes, and `file` has the room that the real disk asked for.
    unsafe {
        let Some(real_open) = (*real()).xOpen else { return ffi::SQLITE_CANTOPEN };
        let code = real_open(real(), name, file, flags, out);
        if code != ffi::SQLITE_OK || name.is_null() || (*file).pMethods.is_null() {
            return code;
        }
        let path = PathBuf::from(CStr::from_ptr(name).to_string_lossy().into_owned());
        let methods = (*file).pMethods;
        let mut notes = notes();
        let patched = *notes.patched.entry(methods as usize).or_insert_with(|| {
            let ours = Methods {
                xWrite: Some(write),
                xTruncate: Some(truncate),
                xSync: Some(sync),
                xClose: Some(close),
                ..*methods
            };
            Box::into_raw(Box::new(ours)) as usize
        });
        (*file).pMethods = patched as *const Methods;
        notes.open.insert(file as usize, (path, methods as usize));
        code
    }
}

/// The path of an open file and the real disk's functions for it.
fn known(file: *mut ffi::sqlite3_file) -> Option<(PathBuf, &'static Methods)> {
    let notes = notes();
    let (path, methods) = notes.open.get(&(file as usize))?;
    // SAFETY: the real disk's tables of functions are static.
    Some((path.clone(), unsafe { &*(*methods as *const Methods) }))
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    bytes: *const c_void,
    length: c_int,
    place: ffi::sqlite3_int64,
) -> c_int {
    let Some((path, Methods { xWrite: Some(real_write), .. })) = known(file) else {
        return ffi::SQLITE_IOERR;
    };
    if let Some(room) = &mut notes().room {
        let Some(left) = room.checked_sub(1) else { return ffi::SQLITE_FULL };
        *room = left;
    }
    // SAFETY: SQLite gives `length` readable bytes; the call is handed on as it came.
    unsafe {
        let copy = std::slice::from_raw_parts(bytes.cast::<u8>(), length.unsigned_abs() as usize).to_vec();
        let code = real_write(file, bytes, length, place);
        if code == ffi::SQLITE_OK {
            notes().deeds.push(Deed::Write(path, place.unsigned_abs(), copy));
        }
        code
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, length: ffi::sqlite3_int64) -> c_int {
    let Some((path, Methods { xTruncate: Some(real_truncate), .. })) = known(file) else {
        return ffi::SQLITE_IOERR;
    };
    notes().deeds.push(Deed::Cut(path, length.unsigned_abs()));
    // SAFETY: handed on as it came.
    unsafe { real_truncate(file, length) }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    let Some((path, Methods { xSync: Some(real_sync), .. })) = known(file) else { return ffi::SQLITE_IOERR };
    notes().deeds.push(Deed::Sync(path));
    // SAFETY: handed on as it came.
    unsafe { real_sync(file, flags) }
}

/// The real disk's xClose forgets the table; so do we.
unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    let Some((_, Methods { xClose: Some(real_close), .. })) = known(file) else { return ffi::SQLITE_IOERR };
    notes().open.remove(&(file as usize));
    // SAFETY: handed on as it came.
    unsafe { real_close(file) }
}

unsafe extern "C" fn delete(_: *mut ffi::sqlite3_vfs, name: *const c_char, folder: c_int) -> c_int {
    // SAFETY: SQLite gives a terminated name; handed on as it came.
    unsafe {
        let Some(real_delete) = (*real()).xDelete else { return ffi::SQLITE_IOERR };
        let path = PathBuf::from(CStr::from_ptr(name).to_string_lossy().into_owned());
        notes().deeds.push(Deed::Remove(path));
        real_delete(real(), name, folder)
    }
}
