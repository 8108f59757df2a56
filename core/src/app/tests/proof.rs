//! The proof finds what somebody does to the file who can drop every trigger.

use std::ops::ControlFlow;

use super::super::proof::{Finding, Mismatch, prove};
use super::*;
use crate::log::verify::Misfit;

/// What is found after `sql` was run on a workspace with a declared emergency.
fn found(sql: &str) -> Option<Finding> {
    let desk = Desk::founded();
    declared(&desk);
    let conn = desk.app.workspace().writer();
    conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).unwrap();
    let guards: String = conn
        .query_row(
            "SELECT group_concat(sql, ';') FROM sqlite_schema WHERE name LIKE 'event_no_%'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    conn.execute_batch("DROP TRIGGER event_no_update; DROP TRIGGER event_no_delete;").unwrap();
    conn.execute_batch(&format!("{sql}; {guards}")).unwrap();
    prove(&conn, &mut |_, _| ControlFlow::Continue(())).unwrap().finding
}

#[test]
fn a_workspace_that_was_only_used_fits() {
    assert_eq!(found(""), None);
}

#[test]
fn whoever_alters_an_event_is_found_out_by_the_chain() {
    let altered = found("UPDATE event SET payload = replace(payload, 'Mandanten', 'Tenants')");
    assert!(matches!(altered, Some(Finding::Log(Misfit::PayloadChanged { .. }))), "{altered:?}");
}

#[test]
fn an_event_that_was_emptied_without_an_order_is_named() {
    let emptied = found("UPDATE event SET payload = NULL, salt = NULL WHERE seq = 2");
    assert_eq!(emptied, Some(Finding::Around(Mismatch::Emptied { seq: 2 })));
}

#[test]
fn whoever_alters_what_a_screen_shows_is_found_out_by_making_it_anew() {
    let differs = |sql: &str, table: &str| {
        let table = table.to_owned();
        assert_eq!(found(sql), Some(Finding::Around(Mismatch::ViewDiffers { table, row: 1 })), "{sql}");
    };
    differs("UPDATE register SET title = 'Alles in Ordnung'", "register");
    differs("UPDATE register SET emergency = 0", "register");
    differs("DELETE FROM register", "register");
    differs("INSERT INTO outside(source, id, stream) VALUES('a', 'b', x'00')", "outside");
    differs("UPDATE number_given SET count = 7", "number_given");
}

/// A workspace with a declared emergency, of which so many events stand in the search.
fn searchable(events: usize) -> Desk {
    let desk = Desk::founded();
    declared(&desk);
    desk.app.index(events).unwrap();
    desk
}

/// What is found after `sql` was run on a workspace that is wholly searchable.
fn found_in_search(sql: &str) -> Option<Finding> {
    let desk = searchable(1_000);
    let conn = desk.app.workspace().writer();
    conn.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false).unwrap();
    conn.execute_batch(sql).unwrap();
    prove(&conn, &mut |_, _| ControlFlow::Continue(())).unwrap().finding
}

#[test]
fn a_search_that_is_still_being_filled_fits_as_far_as_it_reaches() {
    for events in [0, 1, 2, 3, 1_000] {
        let conn = searchable(events);
        let proof = prove(&conn.app.workspace().writer(), &mut |_, _| ControlFlow::Continue(())).unwrap();
        assert_eq!(proof.finding, None, "{events} events");
    }
}

#[test]
fn whoever_hides_words_from_the_search_or_puts_them_in_is_found_out() {
    let desk = searchable(1_000);
    let places = "SELECT min(seq), max(seq) FROM search_doc";
    let (first, last): (u64, u64) = desk
        .app
        .workspace()
        .writer()
        .query_row(places, [], |row| {
            Ok((row.get::<_, i64>(0)?.unsigned_abs(), row.get::<_, i64>(1)?.unsigned_abs()))
        })
        .unwrap();
    assert!(1 < first && first < last);
    let differs = |sql: &str, mismatch: Mismatch| {
        assert_eq!(found_in_search(sql), Some(Finding::Around(mismatch)), "{sql}");
    };
    let lacks = Mismatch::SearchLacks { seq: last };
    differs(&format!("DELETE FROM search_doc WHERE seq = {last}"), lacks.clone());
    differs(&format!("DELETE FROM search WHERE rowid = {last}"), lacks);
    differs("DELETE FROM search_doc; DELETE FROM search", Mismatch::SearchLacks { seq: first });
    let superfluous = Mismatch::SearchSuperfluous { seq: 1 };
    differs("INSERT INTO search(rowid, title, body) VALUES(1, '', 'Ausfall')", superfluous.clone());
    differs("INSERT INTO search_doc(seq, stream) VALUES(1, x'00')", superfluous);
    let behind = "UPDATE projection_state SET seq = 1 WHERE name = 'search'";
    differs(behind, Mismatch::SearchSuperfluous { seq: first });
    let ahead = "UPDATE projection_state SET seq = 99 WHERE name = 'search'";
    differs(ahead, Mismatch::SearchAhead { seq: 99 });
    let words = Mismatch::SearchDiffers { seq: last };
    let other = "'', 'Ausfall betrifft keine Mandanten'"; // As many words as stand in the event.
    differs(&format!("REPLACE INTO search(rowid, title, body) VALUES({last}, {other})"), words.clone());
    differs(&format!("REPLACE INTO search(rowid, title, body) VALUES({last}, '', 'Ausfall')"), words.clone());
    differs(&format!("UPDATE search_doc SET stream = x'00' WHERE seq = {last}"), words);
}

#[test]
fn whoever_turns_the_ranking_of_the_search_is_found_out() {
    let differs = |sql: &str, table: &str| {
        let table = table.to_owned();
        assert_eq!(
            found_in_search(sql),
            Some(Finding::Around(Mismatch::ViewDiffers { table, row: 1 })),
            "{sql}"
        );
    };
    differs("INSERT INTO search(search, rank) VALUES('rank', 'bm25(0.0, 1.0)')", "search_config");
    differs("UPDATE search_data SET block = x'7f7f7f' WHERE id = 1", "search_data");
}

#[test]
fn a_search_that_lost_its_pages_is_called_damaged() {
    let found = found_in_search("DELETE FROM search_data WHERE id > 10");
    assert_eq!(found, Some(Finding::Around(Mismatch::PagesDamaged { pages: Vec::new() })));
}

#[test]
fn a_guard_that_was_taken_away_or_put_in_is_named() {
    let differs = |sql: &str, name: &str| {
        let name = name.to_owned();
        assert_eq!(found(sql), Some(Finding::Around(Mismatch::SchemaDiffers { name })), "{sql}");
    };
    differs("DROP TRIGGER event_gapless", "event_gapless");
    differs("CREATE TRIGGER later AFTER INSERT ON event BEGIN DELETE FROM outside; END", "later");
    differs("DROP INDEX register_began", "register_began");
    differs("CREATE VIEW aside AS SELECT 1", "aside");
}

#[test]
fn evidence_that_an_event_speaks_of_and_that_is_gone_is_named() {
    let desk = Desk::founded();
    let record = declared(&desk);
    let mut conn = desk.app.workspace().writer();
    let tx = conn.transaction().unwrap();
    let hash = blob::put(&tx, b"Beweis").unwrap();
    tx.commit().unwrap();
    drop(conn);
    let evidence = incident::Evidence {
        id: PartId(uuid::Uuid::from_u128(77)),
        name: "Beweis.txt".to_owned(),
        hash,
        size: 6,
        at: None,
        note: String::new(),
    };
    desk.tell(record, incident::Command::AttachEvidence(evidence));
    let conn = desk.app.workspace().writer();
    let gone =
        "PRAGMA foreign_keys = OFF; DELETE FROM evidence_chunk; DELETE FROM evidence; DELETE FROM blob";
    conn.execute_batch(gone).unwrap();
    let found = prove(&conn, &mut |_, _| ControlFlow::Continue(())).unwrap().finding;
    assert!(
        matches!(found, Some(Finding::Around(Mismatch::EvidenceMissing { hash: of, .. })) if of == hash),
        "{found:?}"
    );
}

#[test]
fn read_models_of_another_version_are_called_so() {
    let of = found("UPDATE projection_state SET version = 0 WHERE name = 'register'");
    assert_eq!(of, Some(Finding::Around(Mismatch::ViewsOfAnotherVersion)));
}

#[test]
fn what_was_proven_is_marked_and_a_log_that_is_cut_behind_the_mark_is_found_out() {
    let desk = Desk::founded();
    declared(&desk);
    let key = SigningKey::from_bytes(&[4; 32]);
    let go_on = &mut |_, _| ControlFlow::Continue(());
    let proof = desk.app.prove(now(), Some(&key), go_on).unwrap();
    assert_eq!(proof.finding, None);
    let Answer::Chain(chain) = desk.app.query(&Question::Chain {}, now()).unwrap() else {
        panic!("not a chain")
    };
    assert_eq!((chain.verified_seq, chain.verified), (Some(chain.events), Some(now())));
    let conn = desk.app.workspace().writer();
    conn.execute_batch(
        "DROP TRIGGER event_no_delete; DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)",
    )
    .unwrap();
    drop(conn);
    let cut = desk.app.prove(now(), Some(&key), go_on).unwrap().finding;
    assert_eq!(cut, Some(Finding::Log(Misfit::CheckpointDiffers { seq: chain.events })));
}

#[test]
fn a_proof_can_be_broken_off_also_after_the_chain_and_then_finds_nothing() {
    let desk = Desk::founded();
    for times in [0, 1, 2, 3, 5, 8] {
        let mut left = times;
        let proof = prove(&desk.app.workspace().writer(), &mut |_, _| {
            left -= 1;
            if left < 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        let proof = proof.unwrap();
        assert_eq!((proof.chain.broken_off, proof.finding), (true, None), "after {times}");
    }
}
