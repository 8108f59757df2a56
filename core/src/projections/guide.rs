//! Writes the rows of a document and its versions, and of what a record says about the guide that it used. Knows no rule.

use rusqlite::{Transaction, named_params, params};

use super::register::word;
use super::{ProjectionFault, records};
use crate::domain::guide::Guide;
use crate::domain::incident::{GuideUse, Incident, Milestone, StepResult};
use crate::ids::{Number, StreamId};
use crate::time::Instant;

const PUT: &str =
    "INSERT OR REPLACE INTO guide(stream, series_year, series_count, number, kind, title, title_key, file,
    versions, open_version, open_stage, open_rank, changed_us)
  VALUES(:stream, :series_year, :series_count, :number, :kind, :title, :title_key, :file,
    :versions, :open_version, :open_stage, :open_rank, :changed)";

/// Writes its rows.
///
/// # Errors
/// When the database cannot be written.
pub fn store(tx: &Transaction<'_>, stream: StreamId, guide: &Guide) -> Result<(), ProjectionFault> {
    records::give_number(tx, guide.number, stream)?;
    let open = guide.open();
    tx.prepare_cached(PUT)?.execute(named_params! {
        ":stream": stream.0.as_bytes(),
        ":series_year": guide.number.year,
        ":series_count": guide.number.count,
        ":number": guide.number.to_string(),
        ":kind": word(&guide.kind),
        ":title": guide.title,
        ":title_key": key(&guide.title),
        ":file": guide.file,
        ":versions": guide.versions.len().try_into().unwrap_or(i64::MAX),
        ":open_version": open.map(|version| version.version),
        ":open_stage": open.map(|version| word(&version.stage())),
        ":open_rank": open.map_or(-1, |version| version.stage() as i64),
        ":changed": guide.changed.micros(),
    })?;
    let mut title =
        tx.prepare_cached("INSERT OR IGNORE INTO guide_title(title_key, guide) VALUES(?1, ?2)")?;
    for borne in guide.titles_before.iter().chain([&guide.title]) {
        title.execute(params![key(borne), stream.0.as_bytes()])?;
    }
    let sql =
        "INSERT OR REPLACE INTO guide_version(guide, version, stage, valid_from) VALUES(?1, ?2, ?3, ?4)";
    let mut put = tx.prepare_cached(sql)?;
    for version in &guide.versions {
        let from = version.from.map(|from| from.to_string());
        put.execute(params![stream.0.as_bytes(), version.version, word(&version.stage()), from])?;
    }
    Ok(())
}

/// The title of a document as it is looked for: what somebody wrote down in haste is the same with another case.
pub fn key(title: &str) -> String {
    title.trim().to_lowercase()
}

/// A guide that a record used, and the steps of it that it carried out. An emergency tells this of its recovery; a test tells
/// the same of its run.
pub struct Used<'a> {
    /// The record's number.
    pub number: Number,
    /// Its title.
    pub title: &'a str,
    /// The guide with its version, as it was written down.
    pub guide: &'a GuideUse,
    /// When it was taken to hand.
    pub at: Instant,
    /// Its steps: what each was called, how it went, and when.
    pub steps: Vec<(&'a str, StepResult, Instant)>,
}

/// Writes which guide a record used; `known` says that there may be older rows of it.
///
/// # Errors
/// When the database cannot be written.
pub fn store_use(
    tx: &Transaction<'_>,
    stream: StreamId,
    used: Option<&Used<'_>>,
    known: bool,
) -> Result<(), ProjectionFault> {
    if known {
        for forget in ["DELETE FROM guide_use WHERE record = ?1", "DELETE FROM guide_step WHERE record = ?1"]
        {
            tx.prepare_cached(forget)?.execute([stream.0.as_bytes()])?;
        }
    }
    let Some(used) = used else { return Ok(()) };
    let sql = "INSERT INTO guide_use(record, number, title, guide_key, version, at_us)
      VALUES(?1, ?2, ?3, ?4, ?5, ?6)";
    tx.prepare_cached(sql)?.execute(params![
        stream.0.as_bytes(),
        used.number.to_string(),
        used.title,
        key(&used.guide.title),
        used.guide.version.trim(),
        used.at.micros(),
    ])?;
    let sql = "INSERT INTO guide_step(record, place, title, result, at_us) VALUES(?1, ?2, ?3, ?4, ?5)";
    let mut put = tx.prepare_cached(sql)?;
    for (place, (title, result, at)) in (0_i64..).zip(&used.steps) {
        put.execute(params![stream.0.as_bytes(), place, title, word(result), at.micros()])?;
    }
    Ok(())
}

/// What an emergency says of the guide that it was recovered by; none as long as it named none.
pub fn used_by(incident: &Incident) -> Option<Used<'_>> {
    let guide = incident.guide.as_ref()?;
    let started = incident.moment(Milestone::RecoveryStarted).map_or(incident.recorded, |moment| moment.at);
    Some(Used {
        number: incident.number,
        title: &incident.title,
        guide,
        at: started,
        steps: incident.steps.iter().map(|step| (step.title.as_str(), step.result, step.at.at)).collect(),
    })
}
