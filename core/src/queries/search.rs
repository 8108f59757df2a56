//! What contains the words that somebody typed: newest first, or the best of the newest.

use rusqlite::{Connection, OptionalExtension, params};

use super::QueryFault;
use super::views::{Hit, SearchPage};
use crate::ids::StreamId;
use crate::log::read_after;
use crate::projections::search;

/// So many of the newest hits are ranked: ranking them all costs seconds (storage.md, measured).
const RANKED: u32 = 500;
/// Characters shown on each side of the first word that was found.
const AROUND: usize = 80;

const NEWEST: &str = "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2";
const BEST: &str = "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid >= coalesce((SELECT min(r) FROM
  (SELECT rowid AS r FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?3)), 0) ORDER BY bm25(search, 5.0, 1.0),
  rowid DESC LIMIT ?2";

/// The hits; an empty page when nothing was typed.
///
/// # Errors
/// When the database cannot be read.
pub fn page(conn: &Connection, text: &str, limit: u32, ranked: bool) -> Result<SearchPage, QueryFault> {
    let unindexed = search::behind(conn)?;
    let Some(words) = search::quick_query(conn, text)? else {
        return Ok(SearchPage { items: Vec::new(), unindexed });
    };
    let limit = limit.clamp(1, 200);
    let seqs: Vec<i64> = if ranked {
        let mut statement = conn.prepare_cached(BEST)?;
        let found = statement.query_map(params![words, limit, RANKED], |row| row.get(0))?;
        found.collect::<Result<_, _>>()?
    } else {
        let mut statement = conn.prepare_cached(NEWEST)?;
        let found = statement.query_map(params![words, limit], |row| row.get(0))?;
        found.collect::<Result<_, _>>()?
    };
    let mut items = Vec::with_capacity(seqs.len());
    for seq in seqs {
        items.extend(hit(conn, seq, text)?);
    }
    Ok(SearchPage { items, unindexed })
}

fn hit(conn: &Connection, seq: i64, text: &str) -> Result<Option<Hit>, QueryFault> {
    let before = seq.unsigned_abs().saturating_sub(1);
    let Some(stored) = read_after(conn, before, 1)?.into_iter().next() else { return Ok(None) };
    let sql =
        "SELECT number, title, emergency, phase FROM register WHERE stream = ?1 AND phase <> 'withdrawn'";
    let found: Option<(String, String, bool, String)> = conn
        .prepare_cached(sql)?
        .query_row([stored.stream.0.as_bytes()], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .optional()?;
    let Some((number, title, emergency, phase)) = found else { return Ok(None) };
    let Ok(phase) = serde_json::from_value(serde_json::Value::String(phase)) else { return Ok(None) };
    let words = search::words(&stored)?.unwrap_or_default();
    let body = if words.1.is_empty() { words.0 } else { words.1 };
    let record = StreamId(stored.stream.0);
    Ok(Some(Hit {
        record,
        number,
        title,
        emergency,
        phase,
        text: around(&body, text),
        recorded: stored.recorded,
    }))
}

/// The part of a text around the first of the words, cut at characters, in one line.
fn around(body: &str, text: &str) -> String {
    let flat: Vec<char> = body.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    let low: String = flat.iter().flat_map(|c| c.to_lowercase().next()).collect();
    let first = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or_default();
    let place = low.find(&first.to_lowercase()).map_or(0, |byte| low[..byte].chars().count());
    let from = place.saturating_sub(AROUND);
    let until = (place + AROUND).min(flat.len());
    let part: String = flat[from..until].iter().collect();
    let (before, after) = (if from > 0 { "… " } else { "" }, if until < flat.len() { " …" } else { "" });
    format!("{before}{}{after}", part.trim())
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn a_long_text_is_cut_around_the_word() {
        let body = format!("{} Überlast {}", "a ".repeat(200), "b ".repeat(200));
        let cut = around(&body, "überlast");
        assert!(cut.contains("Überlast") && cut.starts_with("… ") && cut.ends_with(" …"), "{cut}");
        assert_eq!(around("kurz", "nichts"), "kurz");
    }
}
