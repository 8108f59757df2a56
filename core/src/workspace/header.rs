//! What the first page of a file says, read before SQLite touches it. Knows no key and never writes.

use std::fs::File;
use std::io::{BufReader, Read, Seek};
use std::path::Path;

use super::fault::OpenFault;
use super::migrations;

/// The application id of a workspace: `Lots`.
pub const APPLICATION_ID: u32 = 0x4c6f_7473;

/// How an encrypted workspace begins: SQLCipher's salt, of which the first six bytes are ours, the last of them the version
/// of the way from passphrase to key.
pub const ENCRYPTED: &[u8; 6] = b"LOTSE\x01";

const PLAIN: &[u8; 16] = b"SQLite format 3\0";
const PAGE: u64 = 4096;

/// What kind of workspace a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Header {
    /// Readable as it is.
    Plain,
    /// Encrypted; the salt is the first 16 bytes.
    Encrypted {
        /// The salt that the key was made with.
        salt: [u8; 16],
    },
}

/// Reads the header of the file at `path` and holds it against the file's length. Where the file's own first page is no
/// workspace's, because it was being written when the power failed, the one in the write-ahead log counts.
///
/// # Errors
/// `NotFound`, `NotAWorkspace`, `NewerThanProgram`, `Truncated`, `System`.
pub fn read(path: &Path) -> Result<Header, OpenFault> {
    let system = |error| OpenFault::system(path, &error);
    let mut file = File::open(path).map_err(system)?;
    let metadata = file.metadata().map_err(system)?;
    if !metadata.is_file() {
        return Err(OpenFault::NotAWorkspace { backup: None });
    }
    let mut bytes = Vec::with_capacity(100);
    file.by_ref().take(100).read_to_end(&mut bytes).map_err(system)?;
    let length = metadata.len();
    judge(&bytes, length, changes_beside(path)).or_else(|fault| {
        let log = File::open(super::beside(path, "-wal")).map_err(|_| fault.clone())?;
        let mut pages = first_pages_in(BufReader::new(log)).into_iter();
        pages.find_map(|page| judge(&page, length, true).ok()).ok_or(fault)
    })
}

/// The beginnings of all first pages in a write-ahead log: a head of 32 bytes, then frames of 24 bytes and a page, of which
/// those count that bear the head's two salts.
fn first_pages_in<R: Read + Seek>(mut log: BufReader<R>) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut head = [0; 32];
    if log.read_exact(&mut head).is_err() {
        return found;
    }
    let page = i64::from(number(&head, 8));
    let mut frame = [0; 24];
    while log.read_exact(&mut frame).is_ok() && frame.get(8..16) == head.get(16..24) {
        let mut bytes = vec![0; 100];
        if log.read_exact(&mut bytes).is_err() || log.seek_relative(page - 100).is_err() {
            break;
        }
        if number(&frame, 0) == 1 {
            found.push(bytes);
        }
    }
    found
}

/// Whether changes lie in a write-ahead log beside the file.
pub fn changes_beside(path: &Path) -> bool {
    super::beside(path, "-wal").metadata().is_ok_and(|log| log.len() > 0)
}

fn judge(bytes: &[u8], length: u64, changes_beside: bool) -> Result<Header, OpenFault> {
    let not_ours = OpenFault::NotAWorkspace { backup: None };
    if bytes.get(..5) == ENCRYPTED.get(..5) {
        return encrypted(bytes, length);
    }
    if bytes.get(..16) != Some(PLAIN.as_slice()) {
        return Err(not_ours);
    }
    let Some(head) = bytes.first_chunk::<100>() else {
        return Err(OpenFault::Truncated { expected: PAGE, found: length, backup: None });
    };
    if number(head, 68) != APPLICATION_ID {
        return Err(not_ours);
    }
    newer(number(head, 60), migrations::VERSION)?;
    let expected = u64::from(number(head, 28)) * page_size(head);
    // While changes lie in the write-ahead log the header may be ahead of the file.
    if length < expected && !changes_beside {
        return Err(OpenFault::Truncated { expected, found: length, backup: None });
    }
    Ok(Header::Plain)
}

fn encrypted(bytes: &[u8], length: u64) -> Result<Header, OpenFault> {
    newer(u32::from(bytes.get(5).copied().unwrap_or(1)), 1)?;
    let cut = length % PAGE;
    match bytes.first_chunk::<16>() {
        Some(salt) if cut == 0 => Ok(Header::Encrypted { salt: *salt }),
        Some(_) | None => {
            Err(OpenFault::Truncated { expected: length - cut + PAGE, found: length, backup: None })
        }
    }
}

fn newer(found: u32, known: u32) -> Result<(), OpenFault> {
    if found > known { Err(OpenFault::NewerThanProgram { found, known }) } else { Ok(()) }
}

fn number(head: &[u8], at: usize) -> u32 {
    let bytes = head.get(at..).and_then(<[u8]>::first_chunk::<4>);
    bytes.map_or(0, |bytes| u32::from_be_bytes(*bytes))
}

fn page_size(head: &[u8; 100]) -> u64 {
    match number(head, 16) >> 16 {
        1 => 65_536,
        size => u64::from(size),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(application: u32, version: u32, pages: u32) -> Vec<u8> {
        let mut bytes = vec![0; 100];
        bytes[..16].copy_from_slice(PLAIN);
        bytes[16..18].copy_from_slice(&4096_u16.to_be_bytes());
        bytes[28..32].copy_from_slice(&pages.to_be_bytes());
        bytes[60..64].copy_from_slice(&version.to_be_bytes());
        bytes[68..72].copy_from_slice(&application.to_be_bytes());
        bytes
    }

    #[test]
    fn a_file_is_told_by_its_first_bytes() {
        let judged = |bytes: &[u8], length| judge(bytes, length, false);
        assert_eq!(judged(&head(APPLICATION_ID, 1, 2), 8192), Ok(Header::Plain));
        assert!(matches!(judged(&head(1, 1, 2), 8192), Err(OpenFault::NotAWorkspace { .. })));
        assert!(matches!(judged(b"", 0), Err(OpenFault::NotAWorkspace { .. })));
        assert!(matches!(
            judged(b"%PDF-1.7 and so on, and on and on", 33),
            Err(OpenFault::NotAWorkspace { .. })
        ));
        assert!(matches!(
            judged(&head(APPLICATION_ID, 99, 2), 8192),
            Err(OpenFault::NewerThanProgram { found: 99, .. })
        ));
        assert!(matches!(
            judged(b"LOTSE\x02 and ten", 4096),
            Err(OpenFault::NewerThanProgram { found: 2, known: 1 })
        ));
        assert!(matches!(judged(b"LOTSE\x01 and a salt of ten", 8192), Ok(Header::Encrypted { .. })));
    }

    #[test]
    fn a_first_page_that_was_being_written_is_taken_from_the_write_ahead_log() {
        let mut log = vec![0; 32];
        log[8..12].copy_from_slice(&4096_u32.to_be_bytes());
        log[16..24].fill(7);
        for (page, salt, mark) in [(1_u32, 7, 1), (2, 7, 2), (1, 7, 3), (1, 6, 4)] {
            log.extend_from_slice(&page.to_be_bytes());
            log.extend_from_slice(&[0; 4]);
            log.extend_from_slice(&[salt; 8]);
            log.extend_from_slice(&[0; 8]);
            log.extend_from_slice(&[mark; 4096]);
        }
        let first = |bytes: &[u8]| first_pages_in(BufReader::new(std::io::Cursor::new(bytes.to_vec())));
        assert_eq!(first(&log), [vec![1; 100], vec![3; 100]]);
        assert!(first(&log[..32 + 24 + 50]).is_empty());
        assert!(first(b"short").is_empty());

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("Probe.lotse");
        std::fs::write(&path, [0xa5; 8192]).unwrap();
        log[56..156].copy_from_slice(&head(APPLICATION_ID, 1, 2));
        std::fs::write(folder.path().join("Probe.lotse-wal"), &log).unwrap();
        assert_eq!(read(&path), Ok(Header::Plain));
    }

    #[test]
    fn a_file_that_lost_its_end_is_called_truncated() {
        let cut = judge(&head(APPLICATION_ID, 1, 3), 8192, false);
        assert!(matches!(cut, Err(OpenFault::Truncated { expected: 12_288, found: 8192, .. })));
        assert_eq!(judge(&head(APPLICATION_ID, 1, 3), 8192, true), Ok(Header::Plain));
        assert!(matches!(judge(&PLAIN[..], 16, false), Err(OpenFault::Truncated { .. })));
        let half = judge(b"LOTSE\x01 and a salt of ten", 5000, false);
        assert!(matches!(half, Err(OpenFault::Truncated { expected: 8192, found: 5000, .. })));
    }
}
