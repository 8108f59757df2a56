//! Who persons are. Not derived from the log and erasable: the log names a person by id only. Knows no role and no team.

use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

use super::LogError;
use super::chain::sha256;
use crate::ids::PersonId;

/// What is known of a person; `None` is not recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRecord {
    /// The id that the log uses.
    pub id: PersonId,
    /// The name as the person writes it.
    pub name: String,
    /// Mail address.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// Writes a person in, or over what was known.
///
/// # Errors
/// `DiskFull`, `ReadOnly`, `Damaged`, `Database`.
pub fn put(conn: &Connection, person: &PersonRecord) -> Result<(), LogError> {
    let sql = "INSERT INTO person(id, name, email, phone, note, sum) VALUES(?1, ?2, ?3, ?4, ?5, ?6)
      ON CONFLICT(id) DO UPDATE SET name = excluded.name, email = excluded.email, phone = excluded.phone,
        note = excluded.note, sum = excluded.sum";
    let PersonRecord { id, name, email, phone, note } = person;
    conn.prepare_cached(sql)?.execute(params![id.0.as_bytes(), name, email, phone, note, sum(person)])?;
    Ok(())
}

/// One person; `None` when never known or erased.
///
/// # Errors
/// `Damaged`, `Database`.
pub fn get(conn: &Connection, id: PersonId) -> Result<Option<PersonRecord>, LogError> {
    let mut one = conn.prepare_cached("SELECT id, name, email, phone, note FROM person WHERE id = ?1")?;
    Ok(one.query_row([id.0.as_bytes()], person_of).optional()?)
}

/// Everyone, by name and then by id.
///
/// # Errors
/// `Damaged`, `Database`.
pub fn all(conn: &Connection) -> Result<Vec<PersonRecord>, LogError> {
    let mut everyone =
        conn.prepare_cached("SELECT id, name, email, phone, note FROM person ORDER BY name, id")?;
    let persons = everyone.query_map([], person_of)?.collect::<Result<_, _>>()?;
    Ok(persons)
}

/// Forgets a person; `true` when there was one. The bytes are overwritten in the file (`secure_delete`), backups keep
/// them until they are given up.
///
/// # Errors
/// `ReadOnly`, `Damaged`, `Database`.
pub fn erase(conn: &Connection, id: PersonId) -> Result<bool, LogError> {
    Ok(conn.execute("DELETE FROM person WHERE id = ?1", [id.0.as_bytes()])? > 0)
}

/// The first person, by id, whose row is not what was written in.
///
/// # Errors
/// `Damaged`, `Database`.
pub fn changed(conn: &Connection) -> Result<Option<PersonId>, LogError> {
    let mut everyone = conn.prepare("SELECT id, name, email, phone, note, sum FROM person ORDER BY id")?;
    let mut rows = everyone.query([])?;
    while let Some(row) = rows.next()? {
        let person = person_of(row)?;
        if row.get::<_, [u8; 32]>(5)? != sum(&person) {
            return Ok(Some(person.id));
        }
    }
    Ok(None)
}

/// SHA-256 over the id and each text as presence, length (u64, big-endian) and UTF-8.
fn sum(person: &PersonRecord) -> [u8; 32] {
    let mut bytes = person.id.0.as_bytes().to_vec();
    for text in [&Some(person.name.clone()), &person.email, &person.phone, &person.note] {
        bytes.push(u8::from(text.is_some()));
        let text = text.as_deref().unwrap_or_default();
        bytes.extend_from_slice(&(text.len() as u64).to_be_bytes());
        bytes.extend_from_slice(text.as_bytes());
    }
    sha256(&bytes)
}

fn person_of(row: &Row<'_>) -> rusqlite::Result<PersonRecord> {
    Ok(PersonRecord {
        id: PersonId(Uuid::from_bytes(row.get(0)?)),
        name: row.get(1)?,
        email: row.get(2)?,
        phone: row.get(3)?,
        note: row.get(4)?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::fixture::memory;
    use super::*;

    fn person(n: u128, name: &str) -> PersonRecord {
        PersonRecord {
            id: PersonId(Uuid::from_u128(n)),
            name: name.into(),
            email: None,
            phone: None,
            note: None,
        }
    }

    #[test]
    fn persons_are_kept_changed_and_erased() {
        let conn = memory();
        put(&conn, &person(1, "Jonas Keller")).unwrap();
        put(&conn, &person(2, "Anna Berg")).unwrap();
        let renamed =
            PersonRecord { email: Some("jonas@example.org".into()), ..person(1, "Jonas Keller-Ruiz") };
        put(&conn, &renamed).unwrap();
        let names: Vec<_> = all(&conn).unwrap().into_iter().map(|person| person.name).collect();
        assert_eq!(names, ["Anna Berg", "Jonas Keller-Ruiz"]);
        assert_eq!(get(&conn, renamed.id).unwrap(), Some(renamed.clone()));
        assert!(erase(&conn, renamed.id).unwrap());
        assert!(!erase(&conn, renamed.id).unwrap());
        assert_eq!(get(&conn, renamed.id).unwrap(), None);
    }

    #[test]
    fn a_row_that_was_changed_behind_our_back_is_found() {
        let conn = memory();
        put(&conn, &person(1, "Jonas Keller")).unwrap();
        put(&conn, &person(2, "Anna Berg")).unwrap();
        assert_eq!(changed(&conn).unwrap(), None);
        conn.execute("UPDATE person SET phone = '+49 40 1' WHERE name = 'Anna Berg'", []).unwrap();
        assert_eq!(changed(&conn).unwrap(), Some(PersonId(Uuid::from_u128(2))));
    }
}
