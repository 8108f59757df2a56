//! A step that is taken back, over the whole core: the record, the register, the search, and who may do it.

use super::*;
use crate::domain::incident::{Command as C, DurationKind, EntryWhat, TakenStep};
use crate::domain::{organisation::Role, rights};

/// A restored emergency.
fn restored(desk: &Desk) -> StreamId {
    let record = declared(desk);
    lead(record, desk);
    for fact in [Fact::Scope, Fact::Impact, Fact::Cause] {
        desk.tell(record, C::StateFact { fact, text: "bekannt".to_owned() });
    }
    desk.tell(record, C::CompleteAnalysis { at: at("2026-05-01T08:50:00Z") });
    desk.tell(record, C::StartRecovery { at: at("2026-05-01T09:00:00Z"), guide: None });
    desk.tell(record, C::MarkRestored { at: at("2026-05-01T10:00:00Z") });
    record
}

fn back(desk: &Desk, record: StreamId) -> C {
    let step = desk.view(record).newest_step.unwrap().id;
    C::TakeBackStep { step, reason: "Falscher Mandant gemeldet".to_owned() }
}

#[test]
fn what_the_step_set_is_gone_everywhere_and_what_happened_is_told() {
    let desk = Desk::founded();
    let record = restored(&desk);
    let downtime = |desk: &Desk| {
        let durations = desk.view(record).durations;
        durations.into_iter().find(|held| held.kind == DurationKind::Downtime).unwrap().length
    };
    assert_eq!(downtime(&desk), Some(Length::minutes(120)));
    let done = desk.tell(record, back(&desk, record));
    assert_eq!(
        done.events.iter().map(|event| event.kind.as_str()).collect::<Vec<_>>(),
        ["incident.stepTakenBack"]
    );
    let view = desk.view(record);
    assert_eq!((view.phase, downtime(&desk)), (Phase::OwnRecovery, None));
    assert_eq!(view.newest_step.map(|newest| newest.step), Some(TakenStep::RecoveryStarted));
    let told = |code: &str| {
        let entries = view.entries.iter();
        entries.clone().any(|entry| matches!(&entry.what, EntryWhat::Happened { code: of, .. } if of == code))
    };
    assert!(told("restored") && told("stepTakenBack"));
    let incremental = desk.rows();
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), incremental);
    while desk.app.index(100).unwrap() > 0 {}
    let search = Question::Search { text: "falscher Mandant".to_owned(), limit: 5, ranked: false };
    let Answer::Search(found) = desk.app.query(&search, now()).unwrap() else { panic!("no search") };
    assert_eq!(found.items.len(), 1);
}

#[test]
fn who_may_not_take_a_step_may_not_take_it_back() {
    let desk = Desk::founded();
    let record = restored(&desk);
    let come = organisation::Command::PutPerson {
        id: STRANGER,
        data: Some(PersonalData { name: "Ben Ott".to_owned(), email: String::new(), phone: String::new() }),
        roles: [Role::Management, Role::Auditor].into(),
        teams: std::collections::BTreeSet::new(),
    };
    desk.give(None, Command::Organisation(come)).unwrap();
    let order = desk.order(Some(record), Command::Incident(back(&desk, record)));
    let refused = desk.app.execute(&Order { by: STRANGER, ..order.clone() }, now()).unwrap_err();
    assert!(matches!(refused, Fault::Refused(Refusal::Rights(rights::Refusal::RoleMayNot { .. }))));
    assert!(desk.app.execute(&order, now()).is_ok());
}
