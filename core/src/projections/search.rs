//! The text index: what people wrote, by the place of the event in the log. It is filled behind the orders, in steps,
//! because indexing costs more than all other read models together (storage.md, measured).

use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::ProjectionFault;
use crate::domain::{Event, incident};
use crate::ids::StreamId;
use crate::log::codec::{self, Read};
use crate::log::{Stored, read_after};

/// The tables of the index.
pub const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS search_doc(seq INTEGER PRIMARY KEY, stream BLOB NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS search_doc_stream ON search_doc(stream);
CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(title, body, tokenize = 'unicode61 remove_diacritics 2',
  content = '', contentless_delete = 1);
CREATE VIRTUAL TABLE IF NOT EXISTS search_word USING fts5vocab(search, instance);
INSERT OR IGNORE INTO projection_state(name, version, seq) VALUES('search', 1, 0);
";

/// Throws the index away.
///
/// # Errors
/// When the database cannot be written.
pub fn drop(tx: &Transaction<'_>) -> Result<(), ProjectionFault> {
    tx.execute_batch(
        "DROP TABLE IF EXISTS search_doc; DROP TABLE IF EXISTS search_word; DROP TABLE IF EXISTS search;
         DELETE FROM projection_state WHERE name = 'search'",
    )?;
    Ok(())
}

/// How many events are not in the index yet.
///
/// # Errors
/// When the database cannot be read.
pub fn behind(conn: &Connection) -> Result<u64, ProjectionFault> {
    let newest: Option<i64> = conn.query_row("SELECT max(seq) FROM event", [], |row| row.get(0))?;
    Ok(newest.unwrap_or(0).max(0).unsigned_abs().saturating_sub(reached(conn)?))
}

/// Up to which place of the log the index is filled.
///
/// # Errors
/// When the database cannot be read.
pub fn reached(conn: &Connection) -> Result<u64, ProjectionFault> {
    let found: Option<i64> = conn
        .prepare_cached("SELECT seq FROM projection_state WHERE name = 'search'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(found.unwrap_or(0).max(0).unsigned_abs())
}

/// Takes up to `limit` further events into the index; returns how many it looked at.
///
/// # Errors
/// When the log cannot be read or the database not written.
pub fn catch_up(tx: &Transaction<'_>, limit: usize) -> Result<usize, ProjectionFault> {
    let events = read_after(tx, reached(tx)?, limit)?;
    let Some(last) = events.last() else { return Ok(0) };
    take_up(tx, &events)?;
    tx.prepare_cached("UPDATE projection_state SET seq = ?1 WHERE name = 'search'")?
        .execute([last.seq.cast_signed()])?;
    Ok(events.len())
}

/// Fills the empty index of `into`, another database, with the events that the index of `from` was filled with.
///
/// # Errors
/// When the log cannot be read or the database not written.
pub fn copy(from: &Connection, into: &Transaction<'_>) -> Result<(), ProjectionFault> {
    const PAGE: usize = 1000;
    let (mut after, until) = (0, reached(from)?);
    loop {
        let mut events = read_after(from, after, PAGE)?;
        events.retain(|stored| stored.seq <= until);
        let Some(last) = events.last() else { return Ok(()) };
        after = last.seq;
        take_up(into, &events)?;
    }
}

fn take_up(tx: &Transaction<'_>, events: &[Stored]) -> Result<(), ProjectionFault> {
    let mut doc = tx.prepare_cached("INSERT INTO search_doc(seq, stream) VALUES(?1, ?2)")?;
    let mut index = tx.prepare_cached("INSERT INTO search(rowid, title, body) VALUES(?1, ?2, ?3)")?;
    for stored in events {
        if let Some((title, body)) = words(stored)? {
            doc.execute(params![stored.seq.cast_signed(), stored.stream.0.as_bytes()])?;
            index.execute(params![stored.seq.cast_signed(), title, body])?;
        }
    }
    Ok(())
}

/// Title and text of an event, where a person wrote any.
///
/// # Errors
/// When an event cannot be understood.
pub fn words(stored: &Stored) -> Result<Option<(String, String)>, ProjectionFault> {
    let Read::Known { event, .. } = codec::read(stored)? else { return Ok(None) };
    let Event::Incident(event) = *event else { return Ok(None) };
    Ok(of_incident(event).filter(|(title, body)| !title.is_empty() || !body.is_empty()))
}

#[allow(clippy::wildcard_enum_match_arm)] // Most events hold no words of a person; those that do stand here.
fn of_incident(event: incident::Event) -> Option<(String, String)> {
    use incident::Event as E;
    Some(match event {
        E::Reported { number, title, description, .. } => (format!("{number} {title}"), description),
        E::TakenOver { number, record } => {
            (format!("{number} {} {}", record.title, record.outside.id), record.description)
        }
        E::Retitled { title, .. } => (title, String::new()),
        E::EntryAdded { text, .. } | E::EntryCorrected { text, .. } | E::FactStated { text, .. } => {
            (String::new(), text)
        }
        E::TicketAdded { ticket, .. } => (ticket.number, ticket.subject),
        E::MessageDrafted { text, .. } => (String::new(), format!("{}\n{}", text.german, text.english)),
        E::Recommended { text, .. } => (String::new(), text.text),
        E::ProviderContacted { tracking_ids, tickets, .. } => {
            (format!("{} {}", tracking_ids.join(" "), tickets.join(" ")), String::new())
        }
        E::ProviderChecked { news: Some(text), .. }
        | E::ProviderCaseAdvanced { text, .. }
        | E::EmergencyDeclared { reason: text, .. }
        | E::EscalationDeclined { reason: text, .. }
        | E::SolvedBySupport { reason: text, .. }
        | E::StepTakenBack { reason: text, .. }
        | E::DeedTakenBack { reason: text, .. }
        | E::ProviderDecided { reason: text, .. }
        | E::DeploymentTeamConsulted { advice: text, .. } => (String::new(), text),
        E::StepRecorded { title, deviation, .. } => (String::new(), format!("{title}\n{deviation}")),
        E::LegallyClassified { reason, .. } => (String::new(), reason),
        E::AuthorityNotified { authority, reference, note, .. } => {
            (reference, format!("{authority}\n{note}"))
        }
        E::EvidenceAttached(evidence) => (evidence.name, evidence.note),
        _ => return None,
    })
}

/// The words that somebody typed as a query of the index: each must occur, the last may be the beginning of one.
pub fn query(text: &str) -> Option<String> {
    let (whole, last) = typed(text)?;
    Some(format!("{whole}\"{last}\"*"))
}

/// The same, with the words that the last one begins in its place where they are few. The index reads the newest hits of
/// a word without the others, but every hit of a beginning before it gives the first (measured: 10 ms at 200,000 texts).
///
/// # Errors
/// When the database cannot be read.
pub fn quick_query(conn: &Connection, text: &str) -> Result<Option<String>, rusqlite::Error> {
    let Some((whole, last)) = typed(text) else { return Ok(None) };
    let words = begun_by(conn, &last)?.filter(|words| !words.is_empty());
    let last =
        words.map_or_else(|| format!("\"{last}\"*"), |words| format!("(\"{}\")", words.join("\" OR \"")));
    Ok(Some(whole + &last))
}

/// The finished words, each to be followed by another, and the one that may go on.
fn typed(text: &str) -> Option<(String, String)> {
    let mut words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let last = words.pop()?.to_owned();
    Some((words.iter().map(|word| format!("\"{word}\" AND ")).collect(), last))
}

/// The words of the index with that beginning; none when they are many, or when it is not certain how the index spells it.
fn begun_by(conn: &Connection, beginning: &str) -> Result<Option<Vec<String>>, rusqlite::Error> {
    const FEW: usize = 64;
    let Some(beginning) = folded(beginning) else { return Ok(None) };
    let mut words = Vec::new();
    let mut next = conn.prepare_cached("SELECT term FROM search_word WHERE term >= ?1 LIMIT 1")?;
    let mut from = beginning.clone();
    while let Some(word) = next.query_row([&from], |row| row.get::<_, String>(0)).optional()? {
        if !word.starts_with(&beginning) {
            break;
        }
        if words.len() == FEW {
            return Ok(None);
        }
        // The least text after the word: asked for greater ones, the index would pass every place of the word.
        from = format!("{word}\u{1}");
        words.push(word);
    }
    Ok(Some(words))
}

/// A word as the tokenizer spells it, where that is certain: letters of German and English, and digits.
fn folded(word: &str) -> Option<String> {
    let letter = |c: char| match c {
        'ä' | 'Ä' => Some('a'),
        'ö' | 'Ö' => Some('o'),
        'ü' | 'Ü' => Some('u'),
        'ß' => Some('ß'),
        c if c.is_ascii_alphanumeric() => Some(c.to_ascii_lowercase()),
        _ => None,
    };
    word.chars().map(letter).collect()
}

/// The stream of an indexed event.
///
/// # Errors
/// When the database cannot be read.
pub fn stream_of(conn: &Connection, seq: i64) -> Result<Option<StreamId>, ProjectionFault> {
    let found: Option<[u8; 16]> = conn
        .prepare_cached("SELECT stream FROM search_doc WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))
        .optional()?;
    Ok(found.map(|bytes| StreamId(uuid::Uuid::from_bytes(bytes))))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn indexed(texts: &[String]) -> Connection {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(
            "CREATE TABLE projection_state(name TEXT PRIMARY KEY, version INTEGER, seq INTEGER)",
        )
        .unwrap();
        conn.execute_batch(SCHEMA).unwrap();
        for text in texts {
            conn.execute("INSERT INTO search(title, body) VALUES('', ?1)", [text]).unwrap();
        }
        conn
    }

    fn hits(conn: &Connection, query: &str) -> Vec<i64> {
        let sql = "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC";
        let mut statement = conn.prepare(sql).unwrap();
        statement.query_map([query], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn a_beginning_of_few_words_is_asked_as_these_words() {
        let conn = indexed(&["Störung am Knoten".into(), "knotige Störungen".into(), "Kno".into()]);
        let quick = quick_query(&conn, "stör Kno").unwrap().unwrap();
        assert_eq!(quick, r#""stör" AND ("kno" OR "knoten" OR "knotige")"#);
        let quick = quick_query(&conn, "STÖR").unwrap().unwrap();
        assert_eq!(hits(&conn, &quick), [2, 1]);
        assert_eq!(quick_query(&conn, " – ").unwrap(), None);
    }

    #[test]
    fn a_beginning_of_many_words_is_asked_as_one() {
        let words: Vec<String> = (0..80).map(|n| format!("knoten{n}")).collect();
        assert_eq!(quick_query(&indexed(&words), "kno").unwrap().as_deref(), Some("\"kno\"*"));
    }

    proptest! {
        #[test]
        fn the_quick_query_finds_what_the_plain_one_finds(
            texts in prop::collection::vec("[a-cA-CäÄßéÉİı1 -]{0,12}", 1..12),
            asked in "[a-cA-CäÄßéÉİı1 -]{1,5}",
        ) {
            let conn = indexed(&texts);
            let quick = quick_query(&conn, &asked).unwrap();
            let plain = query(&asked);
            prop_assert_eq!(quick.is_some(), plain.is_some());
            if let (Some(quick), Some(plain)) = (quick, plain) {
                prop_assert_eq!(hits(&conn, &quick), hits(&conn, &plain));
            }
        }
    }
}
