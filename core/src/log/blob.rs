//! Evidence: any file up to 100 MiB, kept in the workspace by the SHA-256 of its bytes, in chunks of 1 MiB. Knows no name
//! and no kind of a file.

use std::io::{Read, Write};

use ring::digest::{Context, SHA256};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::LogError;
use super::chain::sha256;
use crate::ids::BlobHash;

/// The length of every chunk of a file but its last.
pub const CHUNK: usize = 1 << 20;

/// The largest file that a workspace takes, in bytes.
pub const LIMIT: u64 = 100 << 20;

/// A file of evidence as it lies in the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Its address: SHA-256 of all of its bytes.
    pub hash: BlobHash,
    /// Its length in bytes.
    pub size: u64,
}

/// Keeps a file and returns its address; a file that is there already is kept once.
///
/// # Errors
/// `EvidenceTooLarge`, `DiskFull`, `ReadOnly`, `Damaged`, `Database`.
pub fn put(tx: &Transaction<'_>, bytes: &[u8]) -> Result<BlobHash, LogError> {
    Ok(put_from(tx, &mut &*bytes)?.hash)
}

/// Keeps a file that is read piece by piece, one chunk in memory at a time. After an error the caller rolls `tx` back.
///
/// # Errors
/// `EvidenceTooLarge`, `Outside` when `source` fails, `DiskFull`, `ReadOnly`, `Damaged`, `Database`.
pub fn put_from(tx: &Transaction<'_>, source: &mut dyn Read) -> Result<Kept, LogError> {
    let mut whole = Context::new(&SHA256);
    let mut size = 0;
    let mut chunks = Vec::new();
    let mut room = vec![0; CHUNK];
    loop {
        let length = fill(source, &mut room)?;
        if length == 0 {
            break;
        }
        let chunk = room.get(..length).unwrap_or_default();
        size += length as u64;
        if size > LIMIT {
            return Err(LogError::EvidenceTooLarge { limit: LIMIT });
        }
        whole.update(chunk);
        let id = sha256(chunk);
        tx.prepare_cached("INSERT INTO blob(id, data) VALUES(?1, ?2) ON CONFLICT(id) DO NOTHING")?
            .execute(params![id, chunk])?;
        chunks.push(id);
    }
    let mut hash = [0; 32];
    hash.copy_from_slice(whole.finish().as_ref());
    list(tx, hash, size, &chunks)?;
    Ok(Kept { hash: BlobHash(hash), size })
}

/// The bytes of a file, checked against its address; `None` when it is not kept here.
///
/// # Errors
/// `EvidenceDamaged`, `Damaged`, `Database`.
pub fn get(conn: &Connection, hash: BlobHash) -> Result<Option<Vec<u8>>, LogError> {
    let mut bytes = Vec::new();
    Ok(write_to(conn, hash, &mut bytes)?.map(|_| bytes))
}

/// Writes a file to `target` chunk by chunk and returns its length; `None` when it is not kept here. The bytes are checked
/// on the way: after `EvidenceDamaged` what was written is to be thrown away.
///
/// # Errors
/// `EvidenceDamaged`, `Outside` when `target` fails, `Damaged`, `Database`.
pub fn write_to(conn: &Connection, hash: BlobHash, target: &mut dyn Write) -> Result<Option<u64>, LogError> {
    let Some(size) = size(conn, hash)? else { return Ok(None) };
    let sql = "SELECT part, data FROM evidence_chunk JOIN blob ON blob.id = chunk WHERE evidence = ?1 ORDER BY part";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([hash.0])?;
    let mut whole = Context::new(&SHA256);
    let mut written = 0;
    while let Some(row) = rows.next()? {
        let chunk = row.get_ref(1)?.as_blob().map_err(|_| LogError::EvidenceDamaged { hash })?;
        whole.update(chunk);
        target.write_all(chunk)?;
        written += chunk.len() as u64;
    }
    if written == size && whole.finish().as_ref() == hash.0 {
        Ok(Some(size))
    } else {
        Err(LogError::EvidenceDamaged { hash })
    }
}

/// The length of a file in bytes; `None` when it is not kept here.
///
/// # Errors
/// `Damaged`, `Database`.
pub fn size(conn: &Connection, hash: BlobHash) -> Result<Option<u64>, LogError> {
    let mut size = conn.prepare_cached("SELECT size FROM evidence WHERE hash = ?1")?;
    let found: Option<i64> = size.query_row([hash.0], |row| row.get(0)).optional()?;
    Ok(found.map(i64::unsigned_abs))
}

/// Every file that is kept, by address.
///
/// # Errors
/// `Damaged`, `Database`.
pub fn all(conn: &Connection) -> Result<Vec<Kept>, LogError> {
    let mut files = conn.prepare_cached("SELECT hash, size FROM evidence ORDER BY hash")?;
    let kept = files.query_map([], |row| {
        let size: i64 = row.get(1)?;
        Ok(Kept { hash: BlobHash(row.get(0)?), size: size.unsigned_abs() })
    })?;
    Ok(kept.collect::<Result<_, _>>()?)
}

fn list(tx: &Transaction<'_>, hash: [u8; 32], size: u64, chunks: &[[u8; 32]]) -> Result<(), LogError> {
    let new = tx
        .prepare_cached("INSERT INTO evidence(hash, size) VALUES(?1, ?2) ON CONFLICT(hash) DO NOTHING")?
        .execute(params![hash, size.cast_signed()])?;
    if new == 0 {
        return Ok(());
    }
    let mut insert =
        tx.prepare_cached("INSERT INTO evidence_chunk(evidence, part, chunk) VALUES(?1, ?2, ?3)")?;
    for (part, chunk) in (0_i64..).zip(chunks) {
        insert.execute(params![hash, part, chunk])?;
    }
    Ok(())
}

/// Reads until `room` is full or the source ends, and returns how many bytes it holds.
fn fill(source: &mut dyn Read, room: &mut [u8]) -> Result<usize, LogError> {
    let mut length = 0;
    while let Some(rest) = room.get_mut(length..).filter(|rest| !rest.is_empty()) {
        match source.read(rest) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            Err(error) => return Err(LogError::Outside(error)),
        }
    }
    Ok(length)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::memory;
    use super::*;

    fn keep(conn: &mut Connection, bytes: &[u8]) -> BlobHash {
        let tx = conn.transaction().unwrap();
        let hash = put(&tx, bytes).unwrap();
        tx.commit().unwrap();
        hash
    }

    #[test]
    fn a_file_comes_back_as_it_went_in_whatever_its_length() {
        let mut conn = memory();
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17] {
            let bytes: Vec<u8> = (0..=250).cycle().take(length).collect();
            let hash = keep(&mut conn, &bytes);
            assert_eq!(hash.0, sha256(&bytes), "{length}");
            assert_eq!(get(&conn, hash).unwrap(), Some(bytes), "{length}");
            assert_eq!(size(&conn, hash).unwrap(), Some(length as u64));
        }
        assert_eq!(all(&conn).unwrap().len(), 6);
        assert_eq!(get(&conn, BlobHash([1; 32])).unwrap(), None);
    }

    #[test]
    fn the_same_file_is_kept_once() {
        let mut conn = memory();
        let bytes = vec![5; 2 * CHUNK];
        assert_eq!(keep(&mut conn, &bytes), keep(&mut conn, &bytes));
        let chunks: u32 = conn.query_row("SELECT count(*) FROM blob", [], |row| row.get(0)).unwrap();
        assert_eq!(chunks, 1);
    }

    #[test]
    fn a_file_that_is_too_large_is_refused() {
        let mut conn = memory();
        let tx = conn.transaction().unwrap();
        let refused = put_from(&tx, &mut std::io::repeat(0).take(LIMIT + 1));
        assert!(matches!(refused, Err(LogError::EvidenceTooLarge { .. })));
    }

    #[test]
    fn a_changed_byte_is_never_handed_out() {
        let mut conn = memory();
        let hash = keep(&mut conn, b"Protokoll der Nacht");
        conn.execute("UPDATE blob SET data = CAST('Protokoll der Macht' AS BLOB)", []).unwrap();
        assert!(matches!(get(&conn, hash), Err(LogError::EvidenceDamaged { hash: named }) if named == hash));
    }
}
