//! What is asked anew: a review that is put off, and inputs that came or changed since they were gathered.

use super::*;

#[test]
fn putting_off_leads_back_to_planned_with_the_reason() {
    let mut desk = planned();
    desk.order(Command::Prepare { at: at("2026-06-01T08:00:00Z") });
    desk.order(Command::Postpone { to: day("2026-06-20"), reason: "Leitung krank".to_owned() });
    assert_eq!(desk.phase(), Phase::Planned);
    assert_eq!(desk.review().path.last().unwrap().reason, "Leitung krank");
}

#[test]
fn it_is_put_off_to_no_day_that_is_over() {
    let mut desk = planned();
    let to = |day| Command::Postpone { to: day, reason: "Leitung krank".to_owned() };
    let over = day("2026-05-30");
    assert_eq!(desk.refused(to(over)), Refusal::DayOver { day: over });
    desk.order(to(day("2026-06-01")));
    // A review whose day is over can still be put off: the button asks for a day to come.
    desk.context.now = "2026-07-01T12:00:00Z".parse().unwrap();
    let refusal = possible(desk.review(), &desk.context);
    let postpone = refusal.into_iter().find(|one| one.deed == Deed::Postpone).unwrap();
    assert_eq!(postpone.refusal, None);
}

/// Gathers anew: what is known now says that the RTO was missed, and there is one more.
fn refreshed(desk: &mut Desk) -> Input {
    let new =
        Input { id: PartId(uuid::Uuid::from_u128(50)), kind: InputKind::NearMiss, ..input(Facts::default()) };
    let other = Input {
        id: PartId(uuid::Uuid::from_u128(51)),
        ..input(Facts { rto_met: Some(false), ..Facts::default() })
    };
    let period = Period { from: day("2025-06-01"), until: day("2026-06-01") };
    desk.given.inputs = Some((period, vec![other, new.clone()]));
    desk.order(Command::Refresh {});
    new
}

#[test]
fn what_came_since_is_appended_and_marked_and_what_changed_is_asked_again_if_nothing_was_to_change() {
    let mut desk = in_progress();
    desk.order(unchanged(ITEM));
    let new = refreshed(&mut desk);
    let items = &desk.review().content.items;
    assert_eq!(items.len(), 2);
    assert_eq!((items[0].input.id, items[0].input.facts.rto_met), (ITEM, Some(false)));
    assert!(items[0].later.is_some() && items[0].decided.is_none());
    let earlier = items[0].earlier.as_ref().map(|decided| &decided.decision);
    assert_eq!(earlier, Some(&Decision::NoChange { because: "einmalig".to_owned() }));
    assert_eq!((&items[1].input, items[1].later.is_some()), (&new, true));
    desk.order(unchanged(ITEM)).order(Command::Refresh {});
    assert!(desk.review().content.items[0].decided.is_some(), "it is as it was when that was decided");
}

#[test]
fn a_change_that_was_asked_for_stands_whatever_becomes_of_its_item() {
    let mut desk = in_progress();
    let (title, wanted) = ("Vertretung".to_owned(), String::new());
    let decision = Decision::Change { change: CHANGE, title, wanted };
    desk.order(Command::DecideItem { item: ITEM, decision });
    refreshed(&mut desk);
    assert!(desk.review().content.items[0].decided.is_some());
    assert_eq!(desk.review().content.changes(), 1);
}
