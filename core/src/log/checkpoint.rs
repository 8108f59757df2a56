//! Marks in the log, signed with a device's key: up to here it was verified, and this was its hash. A log that was written
//! anew does not fit the marks that others keep. Knows not where a device keeps its key.

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use rusqlite::{Connection, params};

use super::{Head, LogError};
use crate::time::Instant;

/// Opens the bytes that are signed.
const MARK: &[u8; 17] = b"lotse-checkpoint1";

/// A mark as it stands in the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The newest event when the mark was set.
    pub head: Head,
    /// When it was set.
    pub verified: Instant,
    /// Who signed, if anyone did.
    pub signed: Option<Signed>,
}

/// A signature under a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Ed25519 over mark, place, hash and time.
    pub signature: [u8; 64],
    /// The device's public key as 64 lower-case hexadecimal digits.
    pub signer: String,
}

/// Sets a mark at `head`, signed when a key is given; a mark that is there already is renewed.
///
/// # Errors
/// `DiskFull`, `ReadOnly`, `Damaged`, `Database`.
pub fn set(
    conn: &Connection,
    head: Head,
    verified: Instant,
    key: Option<&SigningKey>,
) -> Result<Checkpoint, LogError> {
    let signed = key.map(|key| Signed {
        signature: key.sign(&covered(head, verified)).to_bytes(),
        signer: hex(key.verifying_key().as_bytes()),
    });
    let signature = signed.as_ref().map(|signed| signed.signature);
    let signer = signed.as_ref().map(|signed| &signed.signer);
    conn.execute(
        "INSERT OR REPLACE INTO checkpoint(seq, hash, verified_us, sig, signer) VALUES(?1, ?2, ?3, ?4, ?5)",
        params![head.seq.cast_signed(), head.hash, verified.micros(), signature, signer],
    )?;
    Ok(Checkpoint { head, verified, signed })
}

/// All marks, oldest first.
///
/// # Errors
/// `Unreadable`, `Damaged`, `Database`.
pub fn all(conn: &Connection) -> Result<Vec<Checkpoint>, LogError> {
    let mut marks =
        conn.prepare_cached("SELECT seq, hash, verified_us, sig, signer FROM checkpoint ORDER BY seq")?;
    let mut rows = marks.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let head = Head { seq: seq.unsigned_abs(), hash: row.get(1)? };
        let verified =
            Instant::from_micros(row.get(2)?).map_err(|_| LogError::Unreadable { seq: head.seq })?;
        let signature: Option<[u8; 64]> = row.get(3)?;
        let signer: Option<String> = row.get(4)?;
        let signed = signature.zip(signer).map(|(signature, signer)| Signed { signature, signer });
        all.push(Checkpoint { head, verified, signed });
    }
    Ok(all)
}

/// Whether the signature under a mark is the signer's; a mark without a signature has nothing to hold against it.
pub fn signature_holds(checkpoint: &Checkpoint) -> bool {
    let Some(signed) = &checkpoint.signed else { return true };
    let key = unhex(&signed.signer).and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
    let message = covered(checkpoint.head, checkpoint.verified);
    key.is_some_and(|key| key.verify_strict(&message, &Signature::from_bytes(&signed.signature)).is_ok())
}

fn covered(head: Head, verified: Instant) -> Vec<u8> {
    [&MARK[..], &head.seq.to_be_bytes(), &head.hash, &verified.micros().to_be_bytes()].concat()
}

fn hex(bytes: &[u8; 32]) -> String {
    crate::ids::BlobHash(*bytes).to_string()
}

fn unhex(text: &str) -> Option<[u8; 32]> {
    text.parse::<crate::ids::BlobHash>().ok().map(|hash| hash.0)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{at, filled};
    use super::super::head;
    use super::*;

    #[test]
    fn a_mark_is_the_signers_and_nobody_elses() {
        let conn = filled(3);
        let key = SigningKey::from_bytes(&[4; 32]);
        let set = set(&conn, head(&conn).unwrap().unwrap(), at(99), Some(&key)).unwrap();
        let read = all(&conn).unwrap();
        assert_eq!(read, std::slice::from_ref(&set));
        assert!(signature_holds(&read[0]));
        let other = SigningKey::from_bytes(&[5; 32]);
        let forged = Signed { signer: hex(other.verifying_key().as_bytes()), ..set.signed.clone().unwrap() };
        assert!(!signature_holds(&Checkpoint { signed: Some(forged), ..set.clone() }));
        let moved = Head { seq: 2, ..set.head };
        assert!(!signature_holds(&Checkpoint { head: moved, ..set }));
    }
}
