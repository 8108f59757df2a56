//! Writes the rows of a change request. Knows no rule.

use rusqlite::{Transaction, named_params, params};

use super::register::word;
use super::{ProjectionFault, records};
use crate::domain::change::{Change, Column, Origin, Way};
use crate::ids::StreamId;

const PUT: &str = "INSERT OR REPLACE INTO change_request(stream, series_year, series_count, number, title, title_key,
    phase, phase_rank, board, origin, origin_record, emergency, approved, team, owner, due, priority, priority_rank, since_us,
    opened_us, changed_us)
  VALUES(:stream, :series_year, :series_count, :number, :title, :title_key,
    :phase, :phase_rank, :board, :origin, :origin_record, :emergency, :approved, :team, :owner, :due, :priority, :priority_rank, :since,
    :opened, :changed)";

/// Writes its rows.
///
/// # Errors
/// When the database cannot be written.
pub fn store(tx: &Transaction<'_>, stream: StreamId, change: &Change) -> Result<(), ProjectionFault> {
    records::give_number(tx, change.number, stream)?;
    let since = change.reached.last().map_or(change.recorded, |reached| reached.recorded);
    let team = change.delegation().and_then(|asked| asked.team).or(change.text.teams.first().copied());
    tx.prepare_cached(PUT)?.execute(named_params! {
        ":stream": stream.0.as_bytes(),
        ":series_year": change.number.year,
        ":series_count": change.number.count,
        ":number": change.number.to_string(),
        ":title": change.text.title,
        ":title_key": change.text.title.to_lowercase(),
        ":phase": word(&change.phase),
        ":phase_rank": change.phase as i64,
        ":board": word(&Column::of(change.stands())),
        ":origin": origin(&change.origin),
        ":origin_record": change.origin.record().map(|record| record.0.into_bytes()),
        ":emergency": change.text.emergency,
        ":approved": change.approved,
        ":team": team.map(|team| team.0.into_bytes()),
        ":owner": change.owner().to_string(),
        ":due": change.due().map(|due| due.to_string()),
        ":priority": change.text.priority.as_ref().map(word),
        ":priority_rank": change.text.priority.map_or(0, |priority| priority as i64 + 1),
        ":since": since.micros(),
        ":opened": change.recorded.micros(),
        ":changed": change.changed.micros(),
    })?;
    let mut package = tx.prepare_cached(
        "INSERT OR IGNORE INTO change_package(package, stream, outside) VALUES(?1, ?2, ?3)",
    )?;
    for asked in &change.delegations {
        package.execute(params![asked.id.0.as_bytes(), stream.0.as_bytes(), change.outside.is_some()])?;
    }
    let mut signer =
        tx.prepare_cached("INSERT OR IGNORE INTO change_signer(stream, signer) VALUES(?1, ?2)")?;
    for known in signers(change) {
        signer.execute(params![stream.0.as_bytes(), known])?;
    }
    Ok(())
}

/// The word of what it comes from, without the record.
pub const fn origin(origin: &Origin) -> &'static str {
    match origin {
        Origin::Review { .. } => "review",
        Origin::Finding { .. } => "finding",
        Origin::Incident { .. } => "incident",
        Origin::Idea => "idea",
        Origin::Outside => "outside",
    }
}

fn signers(change: &Change) -> impl Iterator<Item = &str> {
    let answered = change.delegations.iter().filter_map(|asked| asked.answered.as_ref());
    let answered = answered.chain(change.kept.iter().map(|kept| &kept.answered));
    let of_answers = answered.filter_map(|answered| match &answered.way {
        Way::File { signer, .. } => Some(signer.as_str()),
        Way::Here { .. } => None,
    });
    change.outside.iter().map(|outside| outside.signer.as_str()).chain(of_answers)
}
