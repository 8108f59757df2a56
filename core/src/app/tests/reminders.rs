//! Reminders through the whole core: whose they are, that they are acknowledged with who and when, and that they come back.

use super::*;
use crate::domain::organisation::Role;
use crate::domain::reminder::{self, Level, Reminder};
use crate::domain::review::{self, Occasion, Why};
use crate::queries::views::InboxView;
use crate::time::Day;

const JONAS: PersonId = PersonId(uuid::Uuid::from_u128(0xc));
const TOM: PersonId = PersonId(uuid::Uuid::from_u128(0xd));

impl Desk {
    /// Anna and Jonas manage the process, Tom audits; a review is planned for 10 July 2026.
    fn with_a_review() -> (Self, StreamId) {
        let desk = Self::founded();
        for (id, role) in [(JONAS, Role::ProcessManager), (TOM, Role::Auditor)] {
            let data = PersonalData { name: format!("{id}"), email: String::new(), phone: String::new() };
            let (roles, teams) = ([role].into(), [].into());
            let put = organisation::Command::PutPerson { id, data: Some(data), roles, teams };
            desk.give(None, Command::Organisation(put)).unwrap();
        }
        let occasion = Occasion::OnDemand { why: Why::DeficiencyFound, reason: "Neuer Anbieter".to_owned() };
        let planned = Some("2026-07-10".parse::<Day>().unwrap());
        let plan = review::Command::Plan { occasion, planned, lead: None };
        let record = desk.give(None, Command::Review(plan)).unwrap().record;
        (desk, record)
    }

    fn inbox(&self, by: PersonId, now: &str) -> InboxView {
        let Answer::Inbox(view) = self.app.query(&Question::Inbox { by }, at(now).at).unwrap() else {
            panic!("not an inbox")
        };
        view
    }

    fn remind(&self, by: PersonId, command: reminder::Command, now: &str) -> Result<Committed, Fault> {
        let order = Order { by, ..self.order(None, Command::Reminder(command)) };
        self.app.execute(&order, at(now).at)
    }

    fn notes(&self, by: PersonId, reminders: &[Reminder], now: &str) -> Result<Committed, Fault> {
        self.remind(by, reminder::Command::Acknowledge { reminders: reminders.to_vec() }, now)
    }
}

fn reminders(view: &InboxView) -> Vec<(StreamId, Level, bool)> {
    let one =
        |row: &queries::views::ReminderRow| (row.item().record, row.level(), row.acknowledged.is_some());
    view.items.iter().map(one).collect()
}

#[test]
fn a_review_reminds_those_who_manage_the_process_and_nobody_else() {
    let (desk, review) = Desk::with_a_review();
    assert_eq!(reminders(&desk.inbox(ANNA, "2026-06-09T08:00:00Z")), []);
    let now = "2026-06-10T08:00:00Z";
    assert_eq!(reminders(&desk.inbox(ANNA, now)), [(review, Level::Month, false)]);
    assert_eq!(desk.inbox(JONAS, now).waiting, 1);
    assert_eq!(desk.inbox(TOM, now).waiting, 0);
    assert_eq!(desk.inbox(STRANGER, now).items, []);
}

#[test]
fn before_it_reminds_a_date_is_the_next_one_and_says_when_to_look() {
    let (desk, review) = Desk::with_a_review();
    let view = desk.inbox(ANNA, "2026-05-03T08:00:00Z");
    assert_eq!(view.ahead.map(|row| row.deadline.record), Some(review));
    assert_eq!(view.wakes, Some(at("2026-06-09T22:00:00Z").at));
}

#[test]
fn r27_an_acknowledgement_is_recorded_with_who_and_when_and_holds_until_the_next_level() {
    let (desk, review) = Desk::with_a_review();
    let now = "2026-06-10T08:00:00Z";
    let named: Vec<_> = desk.inbox(ANNA, now).items.into_iter().map(|row| row.reminder).collect();
    let done = desk.notes(ANNA, &named, now).unwrap();
    assert_eq!(done.events[0].kind, "reminder.acknowledged");
    assert!(done.stale.contains(&"inbox".to_owned()));
    let view = desk.inbox(ANNA, now);
    assert_eq!((view.waiting, view.items[0].acknowledged), (0, Some(at(now).at)));
    let others = desk.inbox(JONAS, now);
    assert_eq!(others.waiting, 1, "each person for oneself");
    assert_eq!(others.items[0].others.iter().map(|note| note.person).collect::<Vec<_>>(), [ANNA]);
    let journal = JournalQuery { limit: 1, ..JournalQuery::default() };
    let Answer::Journal(page) = desk.app.query(&Question::Journal(journal), at(now).at).unwrap() else {
        panic!("no journal")
    };
    assert_eq!((page.items[0].by, page.items[0].recorded), (Some(ANNA), at(now).at));
    assert_eq!(page.items[0].number.as_deref(), Some("P-2026-001"), "which record it is about");
    let view = desk.inbox(ANNA, "2026-07-03T08:00:00Z");
    assert_eq!(reminders(&view), [(review, Level::Week, false)]);
    let view = desk.inbox(ANNA, "2026-07-11T08:00:00Z");
    assert_eq!(reminders(&view), [(review, Level::Late, false)]);
}

#[test]
fn a_second_acknowledgement_changes_nothing_and_one_that_is_taken_back_waits_again() {
    let (desk, _) = Desk::with_a_review();
    let now = "2026-06-10T08:00:00Z";
    let named: Vec<_> = desk.inbox(ANNA, now).items.into_iter().map(|row| row.reminder).collect();
    desk.notes(ANNA, &named, now).unwrap();
    assert_eq!(desk.notes(ANNA, &named, now).unwrap().events, []);
    let back = reminder::Command::TakeBack { reminders: named };
    let done = desk.remind(ANNA, back, now).unwrap();
    assert_eq!(done.events[0].kind, "reminder.takenBack");
    assert_eq!(desk.inbox(ANNA, now).waiting, 1);
}

#[test]
fn what_is_somebody_elses_or_no_longer_stands_is_refused() {
    let (desk, review) = Desk::with_a_review();
    let now = "2026-06-10T08:00:00Z";
    let named: Vec<_> = desk.inbox(ANNA, now).items.into_iter().map(|row| row.reminder).collect();
    let refusal = |done: Result<Committed, Fault>| match done {
        Err(Fault::Refused(Refusal::Reminder(refusal))) => refusal,
        other => panic!("not refused: {other:?}"),
    };
    assert_eq!(refusal(desk.notes(TOM, &named, now)), reminder::Refusal::ReminderNotYours);
    let later = "2026-07-03T08:00:00Z";
    let nearer = reminder::Refusal::ReminderAtOtherLevel { level: Level::Week };
    assert_eq!(refusal(desk.notes(ANNA, &named, later)), nearer);
    let to = "2026-07-20".parse::<Day>().unwrap();
    let postpone = review::Command::Postpone { to, reason: "Urlaub".to_owned() };
    let order = desk.order(Some(review), Command::Review(postpone));
    desk.app.execute(&order, at(now).at).unwrap();
    let after = "2026-06-10T08:01:00Z";
    assert_eq!(refusal(desk.notes(ANNA, &named, after)), reminder::Refusal::ReminderNotStanding);
}

#[test]
fn a_moved_date_reminds_anew_and_what_is_rebuilt_is_the_same() {
    let (desk, review) = Desk::with_a_review();
    let now = "2026-06-10T08:00:00Z";
    let named: Vec<_> = desk.inbox(ANNA, now).items.into_iter().map(|row| row.reminder).collect();
    desk.notes(ANNA, &named, now).unwrap();
    let to = "2026-06-30".parse::<Day>().unwrap();
    let postpone = review::Command::Postpone { to, reason: "Vorgezogen".to_owned() };
    let order = desk.order(Some(review), Command::Review(postpone));
    desk.app.execute(&order, at(now).at).unwrap();
    assert_eq!(reminders(&desk.inbox(ANNA, "2026-06-10T08:01:00Z")), [(review, Level::Month, false)]);
    let before = desk.rows();
    desk.app.rebuild().unwrap();
    assert_eq!(desk.rows(), before);
}
