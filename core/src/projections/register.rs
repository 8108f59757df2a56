//! Writes the register's row of an incident. Knows no rule: durations come from the domain.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, Transaction, named_params, params};

use super::{ProjectionFault, guide, records};
use crate::domain::incident::{DurationKind, Incident, Milestone, Phase, RecommendationState, duration};
use crate::ids::StreamId;
use crate::time::{Instant, Length};
pub use crate::words::word;

const PUT: &str = "INSERT OR REPLACE INTO register(stream, series_year, series_count, number, title, title_key, phase,
    phase_rank, emergency, severity, severity_rank, source, cause_class, provider_fault, began_us, impact_start_us,
    noticed_us, running_us, restored_us, ended_us, downtime_s, outside_source, outside_id, outside_kind, batch, dirt,
    entries, open_tasks, waits, tickets_missing_keyword, changed_us)
  VALUES(:stream, :series_year, :series_count, :number, :title, :title_key, :phase,
    :phase_rank, :emergency, :severity, :severity_rank, :source, :cause_class, :provider_fault, :began, :impact_start,
    :noticed, :running, :restored, :ended, :downtime, :outside_source, :outside_id, :outside_kind, :batch, :dirt,
    :entries, :open_tasks, :waits, :tickets_missing_keyword, :changed)";

/// Writes the row, the services and the outside names of an incident, and notes in `counts` what it is counted by.
///
/// # Errors
/// When the database cannot be written.
pub fn store(
    tx: &Transaction<'_>,
    counts: &mut Counts,
    stream: StreamId,
    incident: &Incident,
) -> Result<(), ProjectionFault> {
    records::give_number(tx, incident.number, stream)?;
    let before = counted_before(tx, stream)?;
    let known = before.is_some();
    counts.move_over(before.unwrap_or_default(), counted(incident));
    row(tx, stream, incident)?;
    if known {
        for forget in
            ["DELETE FROM register_service WHERE stream = ?1", "DELETE FROM outside WHERE stream = ?1"]
        {
            tx.prepare_cached(forget)?.execute([stream.0.as_bytes()])?;
        }
    }
    guide::store_use(tx, stream, guide::used_by(incident).as_ref(), known)?;
    let mut service =
        tx.prepare_cached("INSERT OR IGNORE INTO register_service(stream, service) VALUES(?1, ?2)")?;
    for id in &incident.impact.services {
        service.execute(params![stream.0.as_bytes(), id.0.as_bytes()])?;
    }
    let mut outside =
        tx.prepare_cached("INSERT OR REPLACE INTO outside(source, id, stream) VALUES(?1, ?2, ?3)")?;
    for known in &incident.outside {
        outside.execute(params![known.source, known.id, stream.0.as_bytes()])?;
    }
    Ok(())
}

/// What a record is counted by, a word a kind; nothing when the register does not show it.
type Counted = [Option<String>; 4];
const COUNTED: [&str; 4] = ["emergency", "phase", "severity", "outside_source"];

/// By what the record is counted so far; `None`: it has no row.
fn counted_before(tx: &Transaction<'_>, stream: StreamId) -> Result<Option<Counted>, ProjectionFault> {
    let sql =
        "SELECT phase = 'withdrawn', CAST(emergency AS TEXT), phase, severity, outside_source FROM register
      WHERE stream = ?1";
    let counted = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Counted> {
        if row.get(0)? {
            return Ok(Counted::default());
        }
        Ok([row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?])
    };
    Ok(tx.prepare_cached(sql)?.query_row([stream.0.as_bytes()], counted).optional()?)
}

fn counted(incident: &Incident) -> Counted {
    if incident.phase == Phase::Withdrawn {
        return Counted::default();
    }
    [
        Some(i32::from(incident.emergency).to_string()),
        Some(word(&incident.phase)),
        incident.severity.as_ref().map(word),
        incident.outside.first().map(|known| known.source.clone()),
    ]
}

/// How many records more or fewer the register shows by a word of theirs. Gathered, since an import makes very many
/// records, and the same few words count them all.
#[derive(Debug, Default)]
#[must_use = "the counts of the register are wrong until they are written"]
pub struct Counts(BTreeMap<(&'static str, String), i64>);

impl Counts {
    /// Counts a record where it is shown now and no longer where it was.
    fn move_over(&mut self, before: Counted, after: Counted) {
        for (kind, (before, after)) in COUNTED.into_iter().zip(before.into_iter().zip(after)) {
            for (word, change) in [(before, -1), (after, 1)] {
                if let Some(word) = word {
                    *self.0.entry((kind, word)).or_default() += change;
                }
            }
        }
    }

    /// Writes them.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn write(self, tx: &Transaction<'_>) -> Result<(), ProjectionFault> {
        for ((kind, word), change) in self.0.into_iter().filter(|(_, change)| *change != 0) {
            let more = "INSERT INTO register_count(kind, word, records) VALUES(?1, ?2, ?3)
              ON CONFLICT(kind, word) DO UPDATE SET records = records + excluded.records";
            let last = "DELETE FROM register_count WHERE kind = ?1 AND word = ?2 AND records = -?3";
            let fewer = "UPDATE register_count SET records = records + ?3 WHERE kind = ?1 AND word = ?2";
            let run = |sql| tx.prepare_cached(sql)?.execute(params![kind, word, change]);
            if change > 0 {
                run(more)?;
            } else if run(last)? == 0 {
                run(fewer)?;
            }
        }
        Ok(())
    }
}

fn row(tx: &Transaction<'_>, stream: StreamId, incident: &Incident) -> Result<(), ProjectionFault> {
    let micros = |milestone| incident.moment(milestone).and_then(|m| m.computable()).map(Instant::micros);
    let first = incident.milestones.values().map(|moment| moment.at.micros()).min();
    let began = micros(Milestone::ImpactStart).or(micros(Milestone::Noticed)).or(first);
    let outside = incident.outside.first();
    let open =
        incident.recommendations.iter().filter(|r| r.text.must && r.state == RecommendationState::Open);
    let open = count(open.count());
    tx.prepare_cached(PUT)?.execute(named_params! {
        ":stream": stream.0.as_bytes(),
        ":series_year": incident.number.year,
        ":series_count": incident.number.count,
        ":number": incident.number.to_string(),
        ":title": incident.title,
        ":title_key": incident.title.to_lowercase(),
        ":phase": word(&incident.phase),
        ":phase_rank": incident.phase as i64,
        ":emergency": incident.emergency,
        ":severity": incident.severity.as_ref().map(word),
        ":severity_rank": incident.severity.map_or(0, |severity| severity as i64 + 1),
        ":source": word(&incident.source),
        ":cause_class": incident.cause_class.as_ref().map(word),
        ":provider_fault": incident.provider.fault.as_ref().map(|judged| word(&judged.fault)),
        ":began": began.unwrap_or(incident.recorded.micros()),
        ":impact_start": micros(Milestone::ImpactStart),
        ":noticed": micros(Milestone::Noticed),
        ":running": micros(Milestone::Running),
        ":restored": micros(Milestone::Restored),
        ":ended": micros(Milestone::Ended),
        ":downtime": duration(incident, DurationKind::Downtime).length.map(Length::whole_seconds),
        ":outside_source": outside.map(|known| &known.source),
        ":outside_id": outside.map(|known| &known.id),
        ":outside_kind": incident.taken_over.as_ref().map(|from| word(&from.kind)),
        ":batch": incident.taken_over.as_ref().map(|from| from.batch.0.into_bytes()),
        ":dirt": count(incident.taken_over.as_ref().map_or(0, |from| from.dirt.len())),
        ":entries": count(incident.entries.len()),
        ":open_tasks": open,
        ":waits": incident.phase != Phase::Withdrawn && (open > 0 || !incident.phase.is_settled()),
        ":tickets_missing_keyword": count(incident.tickets_without_keyword().count()),
        ":changed": incident.changed.micros(),
    })?;
    Ok(())
}

fn count(items: usize) -> i64 {
    i64::try_from(items).unwrap_or(i64::MAX)
}
