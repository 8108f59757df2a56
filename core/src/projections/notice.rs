//! Writes the rows of a notice, its teams and whom it still asks. Knows no rule.

use rusqlite::{Transaction, params};

use super::register::word;
use super::{ProjectionFault, records};
use crate::domain::notice::{Notice, Phase, Way};
use crate::ids::StreamId;

/// Writes its rows.
///
/// # Errors
/// When the database cannot be written.
pub fn store(tx: &Transaction<'_>, stream: StreamId, notice: &Notice) -> Result<(), ProjectionFault> {
    records::give_number(tx, notice.number, stream)?;
    let phase = notice.phase();
    let put = "INSERT OR REPLACE INTO notice(stream, number, series_year, series_count, kind, record, title, title_key,
        phase, phase_rank, announced_us,
        version, about, outside_record)
        VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";
    tx.prepare_cached(put)?.execute(params![
        stream.0.as_bytes(),
        notice.number.to_string(),
        notice.number.year,
        notice.number.count,
        word(&notice.subject.kind),
        notice.subject.record.map(|record| *record.0.as_bytes()),
        notice.subject.title,
        notice.subject.title.to_lowercase(),
        word(&phase),
        rank(phase),
        notice.announced.micros(),
        notice.subject.version,
        notice.subject.number,
        notice.outside.as_ref().and_then(|outside| outside.record).map(|record| *record.0.as_bytes()),
    ])?;
    let mut signer =
        tx.prepare_cached("INSERT OR IGNORE INTO change_signer(stream, signer) VALUES(?1, ?2)")?;
    for known in signers(notice) {
        signer.execute(params![stream.0.as_bytes(), known])?;
    }
    let team = "INSERT OR IGNORE INTO notice_team(notice, team) VALUES(?1, ?2)";
    for id in &notice.teams {
        tx.prepare_cached(team)?.execute(params![stream.0.as_bytes(), id.0.as_bytes()])?;
    }
    tx.prepare_cached("DELETE FROM notice_missing WHERE notice = ?1")?.execute([stream.0.as_bytes()])?;
    if phase == Phase::Open {
        let missing = "INSERT INTO notice_missing(notice, person) VALUES(?1, ?2)";
        for person in notice.missing() {
            tx.prepare_cached(missing)?.execute(params![stream.0.as_bytes(), person.0.as_bytes()])?;
        }
    }
    Ok(())
}

/// The keys that signed what came in from outside.
fn signers(notice: &Notice) -> impl Iterator<Item = &str> {
    let of_files = notice.acknowledged.values().filter_map(|given| match &given.way {
        Way::File(file) => Some(file.signer.as_str()),
        Way::InProgram | Way::ByHand { .. } => None,
    });
    notice.outside.iter().map(|outside| outside.signer.as_str()).chain(of_files)
}

/// The place of a phase in the list: what still asks stands first.
const fn rank(phase: Phase) -> u8 {
    match phase {
        Phase::Open => 0,
        Phase::Acknowledged => 1,
        Phase::Superseded => 2,
        Phase::Withdrawn => 3,
    }
}
