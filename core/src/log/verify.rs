//! Checks the log against itself: chain, stream versions, marks, the bytes of evidence, and the directory of persons. Names the first thing that does
//! not fit. Knows no projection and no meaning of a payload.

mod walk;

use std::ops::ControlFlow;

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

pub use walk::chain;

use super::chain::sha256;
use super::{Head, LogError, blob, checkpoint, directory};
use crate::ids::{BlobHash, PersonId};

/// What a check of the whole log found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChainReport {
    /// Events that were checked and fit.
    pub events: u64,
    /// Streams that they belong to.
    pub streams: u64,
    /// The newest event that fits.
    pub head: Option<Head>,
    /// Places of the events that are empty. That each was redacted by an order is for the caller to see.
    pub redacted: Vec<u64>,
    /// Signed or unsigned marks that fit.
    pub checkpoints: u64,
    /// Files of evidence whose bytes fit.
    pub evidence: u64,
    /// The first thing that does not fit; `None`: everything fits.
    pub misfit: Option<Misfit>,
    /// The check was broken off by `progress` and says nothing about the rest.
    pub broken_off: bool,
}

/// The first thing that does not fit. Places are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Misfit {
    /// An event is missing before the one that was found.
    Gap {
        /// The missing place.
        seq: u64,
        /// The place of the event that stands there instead.
        found: u64,
    },
    /// The row holds what no event can hold, or its page cannot be read.
    Unreadable {
        /// The event's place.
        seq: u64,
    },
    /// The event does not name the hash of the one before it.
    ChainBroken {
        /// The event's place.
        seq: u64,
    },
    /// Its recorded time is not later than that of the one before it.
    TimeNotRising {
        /// The event's place.
        seq: u64,
    },
    /// Its place in its stream does not follow.
    StreamVersion {
        /// The event's place.
        seq: u64,
        /// The version that had to come.
        expected: u64,
        /// The version that stands there.
        found: u64,
    },
    /// The payload is not the one that was appended.
    PayloadChanged {
        /// The event's place.
        seq: u64,
    },
    /// Something else of the event is not what was appended.
    EventChanged {
        /// The event's place.
        seq: u64,
    },
    /// A mark names an event that is not there, or another hash than the event has.
    CheckpointDiffers {
        /// The mark's place.
        seq: u64,
    },
    /// The signature under a mark is not the signer's.
    CheckpointSignature {
        /// The mark's place.
        seq: u64,
    },
    /// What stands of a person in the directory is not what was written in.
    PersonChanged {
        /// The person.
        person: PersonId,
    },
    /// Bytes of evidence are missing or changed.
    EvidenceChanged {
        /// The file's address.
        hash: BlobHash,
    },
}

/// Checks the whole log, then the marks, the directory of persons, and the evidence. `progress` hears how many of how many events are done and
/// may break off.
///
/// # Errors
/// `Database` when the tables cannot be asked at all; everything else is told by the report.
pub fn verify(
    conn: &Connection,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<ChainReport, LogError> {
    // One snapshot for everything; the caller may hold one already.
    let _snapshot = conn.is_autocommit().then(|| conn.unchecked_transaction()).transpose()?;
    let mut report = chain(conn, progress)?;
    if report.misfit.is_none() && !report.broken_off {
        checkpoints(conn, &mut report)?;
    }
    if report.misfit.is_none() && !report.broken_off {
        report.misfit = directory::changed(conn)?.map(|person| Misfit::PersonChanged { person });
    }
    if report.misfit.is_none() && !report.broken_off {
        evidence(conn, progress, &mut report)?;
    }
    Ok(report)
}

fn checkpoints(conn: &Connection, report: &mut ChainReport) -> Result<(), LogError> {
    for mark in checkpoint::all(conn)? {
        let seq = mark.head.seq;
        let misfit = if super::read::hash_at(conn, seq)? != Some(mark.head.hash) {
            Misfit::CheckpointDiffers { seq }
        } else if checkpoint::signature_holds(&mark) {
            report.checkpoints += 1;
            continue;
        } else {
            Misfit::CheckpointSignature { seq }
        };
        report.misfit = Some(misfit);
        break;
    }
    Ok(())
}

/// Every file gives its address, and every chunk gives its own, also one that no file names any more.
fn evidence(
    conn: &Connection,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
    report: &mut ChainReport,
) -> Result<(), LogError> {
    for kept in blob::all(conn)? {
        match blob::write_to(conn, kept.hash, &mut std::io::sink()) {
            Ok(Some(_)) => report.evidence += 1,
            Ok(None) | Err(LogError::EvidenceDamaged { .. } | LogError::Damaged(_)) => {
                report.misfit = Some(Misfit::EvidenceChanged { hash: kept.hash });
                return Ok(());
            }
            Err(error) => return Err(error),
        }
        if progress(report.events, report.events).is_break() {
            report.broken_off = true;
            return Ok(());
        }
    }
    report.misfit = stray_chunk(conn)?;
    Ok(())
}

fn stray_chunk(conn: &Connection) -> Result<Option<Misfit>, LogError> {
    let sql = "SELECT id, data FROM blob WHERE id NOT IN (SELECT chunk FROM evidence_chunk) ORDER BY id";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: [u8; 32] = row.get(0)?;
        if row.get_ref(1)?.as_blob().map(sha256) != Ok(id) {
            return Ok(Some(Misfit::EvidenceChanged { hash: BlobHash(id) }));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{at, filled};
    use super::super::head;
    use super::*;

    fn check(conn: &Connection) -> ChainReport {
        verify(conn, &mut |_, _| ControlFlow::Continue(())).unwrap()
    }

    /// A log of nine events after somebody who could drop the triggers has run `sql` on it.
    fn tampered(sql: &str) -> Option<Misfit> {
        let conn = filled(9);
        let drop = "DROP TRIGGER event_no_update; DROP TRIGGER event_no_delete; DROP TRIGGER event_gapless;";
        conn.execute_batch(&format!(
            "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; {drop} {sql}"
        ))
        .unwrap();
        check(&conn).misfit
    }

    #[test]
    fn a_log_that_nobody_touched_fits() {
        let report = check(&filled(9));
        assert_eq!((report.events, report.streams, report.misfit), (9, 3, None));
        assert_eq!(report.head.map(|head| head.seq), Some(9));
        assert_eq!(check(&filled(0)).head, None);
    }

    #[test]
    fn each_change_to_an_event_is_found_and_named() {
        for column in [
            "event_id = randomblob(16)",
            "order_id = randomblob(16)",
            "type = 'x'",
            "schema_ver = 2",
            "actor = 'x'",
            "at_us = at_us + 1",
            "class = 'managers'",
            "hash = randomblob(32)",
            "stream_id = randomblob(16)",
            "stream_ver = 30",
        ] {
            let sql = format!("UPDATE event SET {column} WHERE seq = 5");
            assert_eq!(tampered(&sql), Some(Misfit::EventChanged { seq: 5 }), "{column}");
        }
        for column in
            ["payload = '{}'", "salt = randomblob(16)", "payload_hash = randomblob(32)", "salt = NULL"]
        {
            let sql = format!("UPDATE event SET {column} WHERE seq = 5");
            assert_eq!(tampered(&sql), Some(Misfit::PayloadChanged { seq: 5 }), "{column}");
        }
        let chain = tampered("UPDATE event SET prev_hash = randomblob(32) WHERE seq = 5");
        assert_eq!(chain, Some(Misfit::ChainBroken { seq: 5 }));
        assert_eq!(
            tampered("UPDATE event SET class = 'all' WHERE seq = 5"),
            Some(Misfit::Unreadable { seq: 5 })
        );
    }

    #[test]
    fn events_that_were_taken_out_moved_or_put_in_are_found() {
        assert_eq!(tampered("DELETE FROM event WHERE seq = 5"), Some(Misfit::Gap { seq: 5, found: 6 }));
        let closed = "DELETE FROM event WHERE seq = 5; UPDATE event SET seq = seq - 1 WHERE seq > 5;";
        assert_eq!(tampered(closed), Some(Misfit::ChainBroken { seq: 5 }));
        let swapped = "UPDATE event SET seq = 99 WHERE seq = 5; UPDATE event SET seq = 5 WHERE seq = 6;
            UPDATE event SET seq = 6 WHERE seq = 99;";
        assert_eq!(tampered(swapped), Some(Misfit::ChainBroken { seq: 5 }));
        let put_in =
            "INSERT INTO event SELECT 10, randomblob(16), order_id, stream_id, 4, type, schema_ver, actor,
            at_us + 1, class, payload, salt, payload_hash, hash, randomblob(32) FROM event WHERE seq = 9";
        assert_eq!(tampered(put_in), Some(Misfit::EventChanged { seq: 10 }));
    }

    #[test]
    fn a_tail_that_was_cut_off_is_found_by_the_mark() {
        let mut conn = filled(9);
        let mark = checkpoint::set(&conn, head(&conn).unwrap().unwrap(), at(99), None).unwrap();
        assert_eq!(check(&conn).checkpoints, 1);
        conn.execute_batch("DROP TRIGGER event_no_delete; DELETE FROM event WHERE seq = 9;").unwrap();
        assert_eq!(check(&conn).misfit, Some(Misfit::CheckpointDiffers { seq: mark.head.seq }));
        let tx = conn.transaction().unwrap();
        let again = super::super::fixture::event(99, 0);
        super::super::append(&tx, &super::super::fixture::by(99, 99), again.stream, 2, vec![again]).unwrap();
        tx.commit().unwrap();
        assert_eq!(check(&conn).misfit, Some(Misfit::CheckpointDiffers { seq: 9 }));
    }

    #[test]
    fn evidence_that_was_changed_or_taken_away_is_found() {
        for sql in [
            "UPDATE blob SET data = CAST('Beweiz' AS BLOB)",
            "DELETE FROM blob",
            "DELETE FROM evidence_chunk",
            "UPDATE evidence SET size = 5",
        ] {
            let mut conn = filled(1);
            let tx = conn.transaction().unwrap();
            let hash = blob::put(&tx, b"Beweis").unwrap();
            tx.commit().unwrap();
            assert_eq!(check(&conn).evidence, 1);
            conn.execute_batch(&format!("PRAGMA foreign_keys = OFF; {sql}")).unwrap();
            assert_eq!(check(&conn).misfit, Some(Misfit::EvidenceChanged { hash }), "{sql}");
        }
    }

    #[test]
    fn a_check_that_is_broken_off_says_so() {
        let conn = filled(u128::from(walk::STRIDE) + 1);
        let report = verify(&conn, &mut |_, _| ControlFlow::Break(())).unwrap();
        assert!(report.broken_off);
        assert_eq!(report.events, walk::STRIDE);
    }
}
