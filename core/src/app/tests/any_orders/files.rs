//! What goes by file between two workspaces: delegations and notices there, answers and acknowledgements back, also twice, late
//! and not at all.

use ed25519_dalek::SigningKey;

use super::super::*;
use super::office::{About, CARLA, Office, PEOPLE, Press};
use super::orders::why;
use crate::domain::change::{Answer as Said, Command as A, Phase};
use crate::domain::notice::{Command as M, Way};
use crate::domain::{State, notice};

/// Hands something over, or takes in a file that lies around, which the other workspace answers; none where there is nothing.
pub fn pressed(office: &Office, press: &Press) -> Option<bool> {
    let waiting = office.files.borrow().len();
    if waiting > 0 && !press.what.is_multiple_of(4) {
        let (home, bytes) = office.files.borrow()[usize::from(press.which) % waiting].clone();
        return Some(taken(office, press, home, &bytes));
    }
    let handed = |state: &State| {
        state.change().is_some_and(|change| change.phase == Phase::Delegated)
            || state.notice().is_some_and(|notice| notice.phase() == notice::Phase::Open)
    };
    let mut records = office.records(About::Change);
    records.extend(office.records(About::Notice));
    records.retain(|record| office.state(*record).is_some_and(|state| handed(&state)));
    let record = records.get(usize::from(press.which) % records.len().max(1))?;
    match office.home.app.hand_over(RecordRef::Id(*record), &key(1), office.now()) {
        Ok(file) => {
            office.note(format!("  handed out {}", file.name));
            office.files.borrow_mut().push((false, file.bytes));
            Some(true)
        }
        Err(NotHanded::File(_)) => Some(false),
        Err(NotHanded::Fault(fault)) => panic!("{fault:?}"),
    }
}

fn key(seed: u8) -> SigningKey {
    SigningKey::from_bytes(&[seed; 32])
}

fn taken(office: &Office, press: &Press, home: bool, bytes: &[u8]) -> bool {
    let desk = if home { &office.home } else { &office.there };
    // Twice: what was taken in before changes nothing.
    let outcomes = PEOPLE.map(|by| desk.app.take_handover_in(bytes, by, office.now()));
    let mut records = Vec::new();
    for outcome in outcomes {
        match outcome {
            Ok(taken) => {
                office.note(format!("  taken in ({home}): {:?} {}", taken.outcome, taken.number));
                records.push(taken.record);
            }
            Err(NotHanded::File(_) | NotHanded::Fault(Fault::Refused(_))) => {}
            Err(NotHanded::Fault(fault)) => panic!("{fault:?}"),
        }
    }
    match records.first() {
        Some(record) if home => office.kept.borrow_mut().watch(office, *record),
        Some(record) => answered(office, press, *record),
        None => return false,
    }
    true
}

/// The other workspace answers, and its file lies around from then on.
fn answered(office: &Office, press: &Press, record: StreamId) {
    let (there, now) = (&office.there, office.now());
    let at = Moment::exact(now, Zone::UTC);
    let conn = there.app.workspace().reader().unwrap();
    let state = queries::state(&conn, record).unwrap().map(|(state, _)| state).unwrap();
    drop(conn);
    let day = office.today().plus_days(i64::from(press.what % 20));
    let commands = match state {
        State::Change(change) => {
            let delegation = change.delegation().unwrap().id;
            let answer = match press.what % 3 {
                0 => Said::Accepted {},
                1 => Said::OtherDay { day, reason: why() },
                _ => Said::Refused { reason: why() },
            };
            vec![(CARLA, Command::Change(A::Answer { id: office.part(), delegation, answer, said_by: None }))]
        }
        State::Notice(notice) => notice
            .missing()
            .map(|person| (person, Command::Notice(M::Acknowledge { person, way: Way::InProgram, at })))
            .collect(),
        State::Incident(_)
        | State::Organisation(_)
        | State::Report(_)
        | State::Batch(_)
        | State::Review(_)
        | State::Finding(_)
        | State::Plan(_)
        | State::Drill(_)
        | State::Guide(_)
        | State::Policy(_)
        | State::Reminder(_) => panic!("handed over: {record}"),
    };
    for (by, command) in commands {
        let order = Order { by, ..there.order(Some(record), command) };
        match there.app.execute(&order, now) {
            Ok(_) | Err(Fault::Refused(_)) => {}
            Err(failed) => panic!("{failed:?}: {order:?}"),
        }
    }
    match there.app.hand_over(RecordRef::Id(record), &key(2), now) {
        Ok(file) => office.files.borrow_mut().push((true, file.bytes)),
        Err(NotHanded::File(_)) => {}
        Err(NotHanded::Fault(fault)) => panic!("{fault:?}"),
    }
}
