//! The rules of notices to authorities, and of the dates that rules make in an incident.

use super::*;
use crate::domain::policy::{self, Policy, Regime, RuleKind};

const PART: PartId = PartId(uuid::Uuid::from_u128(0x90));

fn classify(regime: Regime, reportable: bool, minute: i64) -> Command {
    Command::ClassifyLegally { regime, reportable, at: at(minute), decider: ANNA, reason: reason() }
}

fn notify(regime: Regime, stage: LegalStage, minute: i64) -> Command {
    let id = PartId(uuid::Uuid::from_u128(0x90 + u128::try_from(minute).unwrap()));
    let (reference, note) = ("MVP-17".to_owned(), String::new());
    Command::NotifyAuthority {
        id,
        regime,
        stage,
        at: at(minute),
        authority: "BSI".to_owned(),
        reference,
        note,
    }
}

/// A law's notice, from the decision to the first one.
pub fn notified() -> Vec<Command> {
    vec![classify(Regime::Nis2, true, 60), notify(Regime::Nis2, LegalStage::First, 61)]
}

/// A policy in which these rules hold as they are proposed, and those of a law where one is named.
fn policy(kinds: &[RuleKind], regime: Option<Regime>) -> Policy {
    let kinds = kinds.iter().chain(regime.map_or(&[][..], Regime::rules));
    let written = Written { id: EventId(uuid::Uuid::nil()), by: ANNA, recorded: at(0).at };
    kinds.fold(Policy::default(), |policy, kind| {
        let from = "2026-01-01".parse().unwrap();
        let event =
            policy::Event::RuleSet { kind: *kind, term: Some(kind.proposed()), from, reason: reason() };
        policy::evolve(Some(policy), &event, &written)
    })
}

/// What a law asks for: the notice, how many minutes after 8 o'clock it is due, and how it stands at a minute.
fn asked(story: &[Command], regime: Regime, minute: i64) -> Vec<(Option<LegalStage>, i64, ClockState)> {
    let policy = policy(&[], Some(regime));
    let rules = Rules { policy: &policy, zone: Zone::UTC };
    let minutes = |due: Moment| at(0).at.until(due.at).whole_seconds() / 60;
    let clocks = legal_clocks(&given(story.to_vec()).now(), &rules, at(minute).at);
    clocks.into_iter().map(|clock| (clock.stage, minutes(clock.due), clock.state)).collect()
}

#[test]
fn nothing_is_asked_by_a_law_that_does_not_bind() {
    let story = [analysed(), vec![classify(Regime::Nis2, true, 60)]].concat();
    let incident = given(story).now();
    let policy = Policy::default();
    let rules = Rules { policy: &policy, zone: Zone::UTC };
    assert!(legal_clocks(&incident, &rules, at(90_000).at).is_empty());
}

#[test]
fn an_emergency_is_classified_and_then_notified_within_the_terms_of_nis2() {
    use LegalStage as S;
    let (day, noticed) = (24 * 60, 10);
    let mut story = analysed();
    assert_eq!(asked(&story, Regime::Nis2, 100), [(None, noticed + day, ClockState::Running)]);
    story.push(classify(Regime::Nis2, true, 90));
    let expected = [
        (None, noticed + day, ClockState::Kept),
        (Some(S::First), noticed + day, ClockState::Late),
        (Some(S::Notice), noticed + 3 * day, ClockState::Running),
    ];
    assert_eq!(asked(&story, Regime::Nis2, noticed + day + 1), expected);
    story.push(notify(Regime::Nis2, S::First, 100));
    story.push(notify(Regime::Nis2, S::Notice, 200));
    let all = asked(&story, Regime::Nis2, 90_000);
    assert_eq!(all[1..3].iter().map(|one| one.2).collect::<Vec<_>>(), [ClockState::Kept; 2]);
    // One month after the notice of 1 May, until the end of that day.
    assert_eq!(all[3], (Some(S::Final), 31 * day + 15 * 60 + 59, ClockState::Late));
}

#[test]
fn a_progress_notice_when_the_month_runs_out_puts_the_final_one_off_to_the_end_and_one_on_request_does_not() {
    use LegalStage as S;
    let told = vec![
        classify(Regime::Nis2, true, 55),
        notify(Regime::Nis2, S::Notice, 56),
        notify(Regime::Nis2, S::Interim, 57),
    ];
    let final_from = |incident: &Incident| {
        let steps = legal_steps(incident);
        steps.iter().find(|step| step.stage == Some(S::Final)).map(|step| step.begun)
    };
    let mut running = given([analysed(), told].concat()).now();
    assert_eq!(final_from(&running), Some(at(56)), "what was told on request changes no date");
    let mut progress = running.notified.last().unwrap().clone();
    progress.at = at(56 + 25 * 24 * 60);
    running.notified.push(progress);
    assert_eq!(final_from(&running), None, "it goes on, and its end is not known");
    let end = at(40 * 24 * 60);
    running.milestones.insert(Milestone::Ended, end);
    assert_eq!(final_from(&running), Some(end));
}

#[test]
fn what_dora_asks_for_counts_from_the_notice_before() {
    use LegalStage as S;
    let (hour, day) = (60, 24 * 60);
    let mut story = analysed();
    story.push(classify(Regime::Dora, true, 90));
    let first = asked(&story, Regime::Dora, 91);
    assert_eq!(
        first[1..],
        [
            (Some(S::First), 90 + 4 * hour, ClockState::Running),
            (Some(S::First), 10 + day, ClockState::Running),
        ]
    );
    story.push(notify(Regime::Dora, S::First, 120));
    story.push(notify(Regime::Dora, S::Interim, 300));
    let all = asked(&story, Regime::Dora, 301);
    assert_eq!(all[3], (Some(S::Interim), 120 + 3 * day, ClockState::Kept), "72 hours after it was sent");
    assert_eq!(all[4].0, Some(S::Final));
}

#[test]
fn a_notice_stands_on_a_decision_and_goes_out_once() {
    use LegalStage as S;
    let story = given(analysed());
    let unclassified = Refusal::NotClassified { regime: Regime::Nis2 };
    assert_eq!(story.refuses(notify(Regime::Nis2, S::First, 60)), unclassified);
    let harmless = given([analysed(), vec![classify(Regime::Nis2, false, 60)]].concat());
    assert_eq!(harmless.refuses(notify(Regime::Nis2, S::First, 61)), unclassified);
    let classified = [analysed(), vec![classify(Regime::Nis2, true, 60)]].concat();
    let stage = S::Notice;
    let dora = [classified.clone(), vec![classify(Regime::Dora, true, 60)]].concat();
    let unknown = Refusal::NoSuchNotice { regime: Regime::Dora, stage };
    assert_eq!(given(dora).refuses(notify(Regime::Dora, stage, 61)), unknown);
    let sent = given([classified, vec![notify(Regime::Nis2, S::First, 61)]].concat());
    let again = Refusal::NotifiedAlready { regime: Regime::Nis2, stage: S::First };
    assert_eq!(sent.refuses(notify(Regime::Nis2, S::First, 70)), again);
    let nowhere = Command::NotifyAuthority {
        id: PART,
        regime: Regime::Nis2,
        stage: S::Notice,
        at: at(70),
        authority: " ".to_owned(),
        reference: String::new(),
        note: String::new(),
    };
    assert_eq!(sent.refuses(nowhere), Refusal::TextMissing { field: "authority".to_owned() });
    // A notice that went out by mistake is taken back before the decision on which it stands.
    let incident = sent.now();
    let [decision, notice] = [&incident.deeds[incident.deeds.len() - 2], incident.deeds.last().unwrap()];
    let back = |deed: &Deed| Command::TakeBackDeed { deed: deed.id, reason: reason() };
    assert_eq!(
        sent.refuses(back(decision)),
        Refusal::NotTheNewestDeed { newer: DeedKind::AuthorityNotified }
    );
    let undone = sent.with_one_event_of(back(notice)).now();
    assert!(undone.notified.is_empty() && undone.classified(Regime::Nis2).is_some());
}

#[test]
fn where_the_record_names_no_date_a_rule_makes_one_if_it_holds() {
    let waits =
        [analysed(), vec![contact(), Command::DecideToWait { at: at(55), decider: ANNA, reason: reason() }]]
            .concat();
    let kinds = |story: &[Command], policy: &Policy| {
        let rules = Rules { policy, zone: Zone::UTC };
        let clocks = clocks(&given(story.to_vec()).now(), &rules, at(60).at);
        clocks.into_iter().map(|clock| (clock.kind, clock.due)).collect::<Vec<_>>()
    };
    let rules = policy(&[RuleKind::WaitingLimit, RuleKind::NextUpdate], None);
    assert!(kinds(&waits, &Policy::default()).is_empty(), "nobody wanted such a rule");
    assert_eq!(kinds(&waits, &rules), [(ClockKind::WaitingLimit, at(55 + 240))]);
    let agreed = Command::SetWaitingLimit { until: Some(at(90)), reason: String::new() };
    let agreed = [waits, vec![agreed]].concat();
    assert_eq!(kinds(&agreed, &rules), [(ClockKind::WaitingLimit, at(90))], "what was agreed holds");
}

#[test]
fn the_providers_own_review_is_due_by_its_rule_also_when_the_record_is_closed() {
    let judged = Command::JudgeProvider {
        provider: "Azure".to_owned(),
        fault: ProviderFault::Yes,
        at: at(55),
        decider: ANNA,
        reason: reason(),
    };
    let mitigated =
        Command::SetMilestone { milestone: Milestone::ProviderMitigated, to: Some(at(60)), reason: reason() };
    let incident = given([analysed(), vec![judged, contact(), mitigated]].concat()).now();
    let found = clocks(&incident, &Rules { policy: &Policy::default(), zone: Zone::UTC }, at(61).at);
    let due: Instant = "2026-05-15T23:59:00Z".parse().unwrap();
    assert_eq!(
        found.iter().map(|c| (c.kind, c.due.at)).collect::<Vec<_>>(),
        [(ClockKind::ProviderReview, due)]
    );
}
