//! The rules of the policy.

use std::sync::Arc;

use super::*;
use crate::ids::{EventId, Number, Series};

const ANNA: PersonId = PersonId(uuid::Uuid::from_u128(10));

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn context(now: &str) -> Context {
    Context {
        now: at(now),
        zone: "Europe/Berlin".parse().unwrap(),
        by: ANNA,
        roles: [Role::ProcessManager].into(),
        number: Number { series: Series::Incident, year: 2026, count: 1 },
        importing: false,
        policy: Arc::default(),
        alone: false,
    }
}

fn given(policy: Option<Policy>, command: Command, now: &str) -> Result<Policy, Refusal> {
    let events = decide(policy.as_ref(), command, &context(now))?;
    let written = Written { id: EventId(uuid::Uuid::nil()), by: ANNA, recorded: at(now) };
    Ok(events.iter().fold(policy, |policy, event| Some(evolve(policy, event, &written))).unwrap_or_default())
}

fn set(days: u16, from: &str) -> Command {
    let term = Some(Term { amount: days, unit: Unit::Days });
    Command::SetRule {
        kind: RuleKind::ReviewAfterEmergency,
        term,
        from: day(from),
        reason: "Beschluss".to_owned(),
    }
}

#[test]
fn what_nobody_set_is_as_the_process_says() {
    let policy = Policy::default();
    assert_eq!(policy.due(RuleKind::ReviewAfterEmergency, day("2026-05-01")), Some(day("2026-05-31")));
    assert_eq!(policy.due(RuleKind::ReviewPeriodic, day("2028-02-29")), Some(day("2029-02-28")));
}

#[test]
fn a_rule_holds_for_what_begins_from_its_day_on_and_only_since_it_is_known() {
    let policy = given(None, set(20, "2026-06-01"), "2026-05-10T08:00:00Z").unwrap();
    let policy = given(Some(policy), set(10, "2026-09-01"), "2026-05-11T08:00:00Z").unwrap();
    let due = |begins| policy.due(RuleKind::ReviewAfterEmergency, day(begins));
    assert_eq!(due("2026-05-31"), Some(day("2026-06-30")));
    assert_eq!(due("2026-06-01"), Some(day("2026-06-21")));
    assert_eq!(due("2026-09-01"), Some(day("2026-09-11")));
    let known_before = at("2026-05-10T07:00:00Z");
    let term = policy.term_known(RuleKind::ReviewAfterEmergency, day("2026-06-01"), known_before);
    assert_eq!(term, RuleKind::ReviewAfterEmergency.seeded());
}

#[test]
fn the_day_that_counts_is_that_of_the_zone() {
    let policy = given(None, set(20, "2026-06-01"), "2026-05-31T22:30:00Z").unwrap();
    assert_eq!(policy.due(RuleKind::ReviewAfterEmergency, day("2026-06-01")), Some(day("2026-06-21")));
    let late = given(None, set(20, "2026-05-31"), "2026-05-31T22:30:00Z");
    assert_eq!(late, Err(Refusal::RuleBeforeToday { today: day("2026-06-01") }));
}

#[test]
fn a_rule_that_ends_makes_no_deadline_any_more() {
    let end = Command::SetRule {
        kind: RuleKind::ReportIssued,
        term: None,
        from: day("2026-06-01"),
        reason: "entfällt".to_owned(),
    };
    let policy = given(None, end, "2026-05-10T08:00:00Z").unwrap();
    assert_eq!(policy.due(RuleKind::ReportIssued, day("2026-06-01")), None);
    assert_eq!(policy.due(RuleKind::ReportIssued, day("2026-05-31")), Some(day("2026-06-14")));
}

#[test]
fn rules_need_a_reason_and_a_length() {
    let Command::SetRule { kind, from, .. } = set(1, "2026-06-01") else { unreachable!() };
    let nameless = Command::SetRule { kind, term: None, from, reason: " ".to_owned() };
    assert_eq!(given(None, nameless, "2026-05-10T08:00:00Z"), Err(Refusal::RuleReasonMissing));
    assert_eq!(given(None, set(0, "2026-06-01"), "2026-05-10T08:00:00Z"), Err(Refusal::TermEmpty));
    let alone = Command::SetAlone { allowed: true, reason: String::new() };
    assert_eq!(given(None, alone, "2026-05-10T08:00:00Z"), Err(Refusal::RuleReasonMissing));
}

#[test]
fn what_is_so_already_writes_nothing() {
    let policy = given(None, set(20, "2026-06-01"), "2026-05-10T08:00:00Z").unwrap();
    assert!(
        decide(Some(&policy), set(20, "2026-06-01"), &context("2026-05-11T08:00:00Z")).unwrap().is_empty()
    );
    let nothing = Command::SetRegion { region: None };
    assert!(decide(Some(&policy), nothing, &context("2026-05-11T08:00:00Z")).unwrap().is_empty());
}

#[test]
fn a_mail_server_has_a_name_and_a_sender_and_its_password_is_never_sent_in_clear_text() {
    let server = MailServer {
        host: "mail.example.org".to_owned(),
        port: 465,
        security: Security::Tls,
        user: "lotse".to_owned(),
        sender: "lotse@example.org".to_owned(),
    };
    let set = |server| given(None, Command::SetMailServer { server: Some(server) }, "2026-05-10T08:00:00Z");
    assert_eq!(set(server.clone()).unwrap().mail, Some(server.clone()));
    let nameless = MailServer { host: " ".to_owned(), ..server.clone() };
    assert_eq!(set(nameless), Err(Refusal::MailHostMissing));
    let nobody = MailServer { sender: "lotse".to_owned(), ..server.clone() };
    assert_eq!(set(nobody), Err(Refusal::MailSenderMissing));
    let open = MailServer { security: Security::None, ..server };
    assert_eq!(set(open), Err(Refusal::MailPasswordOpen));
}

#[test]
fn everyone_is_asked_until_somebody_says_that_the_heads_are() {
    assert_eq!(Policy::default().asked, Who::Everyone);
    let asked = |policy, who| given(policy, Command::SetAsked { who }, "2026-05-10T08:00:00Z").unwrap();
    let heads = asked(None, Who::Heads);
    assert_eq!(heads.asked, Who::Heads);
    let again = decide(Some(&heads), Command::SetAsked { who: Who::Heads }, &context("2026-05-10T08:00:00Z"));
    assert_eq!(again, Ok(Vec::new()));
    assert_eq!(asked(Some(heads), Who::Everyone).asked, Who::Everyone);
}

#[test]
fn the_clocks_of_a_law_hold_only_once_somebody_says_why_and_from_then_on() {
    let begun = day("2026-06-01");
    let policy = Policy::default();
    assert!(!policy.holds(Regime::Nis2, begun) && policy.term(RuleKind::Nis2Early, begun).is_none());
    let wanted = |holds, from: &str, reason: &str| Command::SetRegime {
        regime: Regime::Nis2,
        holds,
        from: day(from),
        reason: reason.to_owned(),
    };
    let now = "2026-06-01T08:00:00Z";
    assert_eq!(given(None, wanted(true, "2026-06-01", " "), now), Err(Refusal::RuleReasonMissing));
    let policy =
        given(None, wanted(true, "2026-06-01", "Wichtige Einrichtung, sagt die Rechtsabteilung"), now)
            .unwrap();
    assert_eq!(policy.term(RuleKind::Nis2Early, begun), Some(Term { amount: 24, unit: Unit::Hours }));
    assert_eq!(policy.term(RuleKind::Nis2Final, begun), Some(Term { amount: 1, unit: Unit::Months }));
    assert!(!policy.holds(Regime::Nis2, day("2026-05-31")) && !policy.holds(Regime::Dora, begun));
    assert_eq!(
        policy.rules[&RuleKind::Nis2Notice][0].reason,
        "Wichtige Einrichtung, sagt die Rechtsabteilung"
    );
    // Who takes them back leaves what began under them.
    let policy =
        given(Some(policy), wanted(false, "2026-07-01", "Neue Einstufung"), "2026-06-20T08:00:00Z").unwrap();
    assert!(policy.holds(Regime::Nis2, day("2026-06-30")) && !policy.holds(Regime::Nis2, day("2026-07-01")));
}

#[test]
fn every_law_has_its_rules_and_every_rule_a_place_in_the_list() {
    let of_laws: usize = Regime::ALL.iter().map(|regime| regime.rules().len()).sum();
    assert_eq!(RuleKind::ALL.iter().filter(|kind| kind.regime().is_some()).count(), of_laws);
    assert!(RuleKind::ALL.iter().all(|kind| kind.regime().is_none() || kind.seeded().is_none()));
    let listed: std::collections::BTreeSet<_> = RuleKind::ALL.into_iter().collect();
    assert_eq!(listed.len(), RuleKind::ALL.len());
}

#[test]
fn what_speaks_against_a_day_is_told_as_it_was_known_whatever_is_lifted_later() {
    let id = PartId(uuid::Uuid::from_u128(7));
    let freeze = |name: &str| Command::SetFreeze {
        id,
        name: name.to_owned(),
        from: day("2026-12-21"),
        until: day("2026-12-31"),
    };
    let policy = given(None, freeze("Jahresende"), "2026-05-10T08:00:00Z").unwrap();
    let policy = given(Some(policy), freeze("Umzug"), "2026-05-11T08:00:00Z").unwrap();
    let lift = Command::LiftFreeze { id, reason: "abgesagt".to_owned() };
    let policy = given(Some(policy), lift, "2026-05-12T08:00:00Z").unwrap();
    let against = |known: &str| policy.hindrances_known(day("2026-12-22"), at(known));
    assert_eq!(against("2026-05-09T08:00:00Z"), []);
    assert_eq!(against("2026-05-10T09:00:00Z"), [Hindrance::Freeze { name: "Jahresende".to_owned() }]);
    assert_eq!(against("2026-05-11T09:00:00Z"), [Hindrance::Freeze { name: "Umzug".to_owned() }]);
    assert_eq!(against("2026-05-13T09:00:00Z"), []);
    assert_eq!(policy.hindrances(day("2026-12-22")), []);
}
