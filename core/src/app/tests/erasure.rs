//! Who a person is can be erased: from the answers, from the file, and from the changes that lie beside it.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::*;

const GUEST: PersonId = PersonId(uuid::Uuid::from_u128(0xc));

fn order(desk: &Desk, command: organisation::Command) {
    desk.give(None, Command::Organisation(command)).unwrap();
}

/// Whether these bytes lie in the workspace's file or in the changes beside it.
fn lies_there(desk: &Desk, words: &str) -> bool {
    let path = desk.app.workspace().path();
    let mut beside = path.as_os_str().to_owned();
    beside.push("-wal");
    let files = [path.to_owned(), beside.into()];
    files
        .iter()
        .filter_map(|file| std::fs::read(file).ok())
        .any(|bytes| bytes.windows(words.len()).any(|window| window == words.as_bytes()))
}

#[test]
fn a_person_who_is_erased_leaves_no_name_behind_and_the_log_still_fits() {
    let desk = Desk::founded();
    let data = PersonalData {
        name: "Jonas Kellermann".to_owned(),
        email: String::new(),
        phone: "+49 40 555 0199".to_owned(),
    };
    let (roles, teams) = (BTreeSet::new(), BTreeSet::new());
    order(&desk, organisation::Command::PutPerson { id: GUEST, data: Some(data), roles, teams });
    assert!(lies_there(&desk, "Kellermann") && lies_there(&desk, "555 0199"));
    let reason = "Auf Wunsch".to_owned();
    order(&desk, organisation::Command::ErasePerson { id: GUEST, reason });
    assert!(!lies_there(&desk, "Kellermann") && !lies_there(&desk, "555 0199"));
    let proof = desk.app.prove(now(), None, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!(proof.finding, None);
}
