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
    conn.execute_batch("DROP TRIGGER event_no_update; DROP TRIGGER event_no_delete;").unwrap();
    conn.execute_batch(sql).unwrap();
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
