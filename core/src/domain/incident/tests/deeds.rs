//! The rules of taking back a deed that is no step of the process.

use super::*;

const PART: PartId = PartId(uuid::Uuid::from_u128(0x70));

/// The order that takes the newest deed back.
fn newest_back(story: &Given) -> Command {
    let deed = story.now().deeds.last().map(|deed| deed.id).unwrap();
    Command::TakeBackDeed { deed, reason: reason() }
}

fn taken_back(story: Given) -> Given {
    let back = newest_back(&story);
    story.with_one_event_of(back)
}

fn consult(minute: i64, advice: &str) -> Command {
    Command::ConsultDeploymentTeam { at: at(minute), person: JONAS, advice: advice.to_owned() }
}

fn advance(to: ProviderState, minute: i64) -> Command {
    Command::AdvanceProviderCase { to, at: at(minute), text: reason() }
}

fn judge(fault: ProviderFault) -> Command {
    Command::JudgeProvider {
        provider: "Azure".to_owned(),
        fault,
        at: at(55),
        decider: ANNA,
        reason: reason(),
    }
}

fn check(minute: i64) -> Command {
    Command::CheckProvider { at: at(minute), news: None }
}

fn draft() -> Command {
    let text = MessageText {
        audience: Audience::AffectedUsers,
        channel: Channel::Mail,
        status: MessageStatus::Investigating,
        german: "Wir prüfen.".to_owned(),
        english: String::new(),
        expected_repair: None,
        next_update: None,
    };
    Command::DraftMessage { id: PART, text }
}

fn recommend(must: bool) -> Command {
    let text = RecommendationText {
        text: "prüfen".to_owned(),
        to: RecommendedTo::Us,
        kind: ActionKind::Correction,
        priority: Priority::Low,
        owner: Some(ANNA),
        due: None,
        proof_wanted: String::new(),
        must,
    };
    Command::Recommend { id: PART, text }
}

fn complete() -> Command {
    Command::CompleteRecommendation { id: PART, at: at(160), proof: "Protokoll".to_owned() }
}

fn provider_case() -> Vec<Command> {
    use ProviderState as S;
    vec![
        judge(ProviderFault::Unknown),
        judge(ProviderFault::Yes),
        contact(),
        Command::ContactProvider { at: at(56), tracking_ids: vec![], tickets: vec!["4711".to_owned()] },
        check(57),
        check(58),
        advance(S::Mitigated, 90),
        advance(S::ReviewExpected, 100),
        advance(S::ReviewReceived, 110),
    ]
}

#[test]
fn whatever_deed_is_taken_back_the_record_is_what_it_was_before() {
    let failed = Command::MarkMessageFailed { id: PART, at: at(60), reason: reason() };
    let (title, deviation) = ("1 Umschalten".to_owned(), String::new());
    let step = Command::RecordStep { id: PART, title, result: StepResult::Done, deviation, at: at(70) };
    let hash = crate::ids::BlobHash([7; 32]);
    let (name, note) = ("Protokoll.txt".to_owned(), String::new());
    let evidence = Command::AttachEvidence(Evidence { id: PART, hash, name, size: 5, note, at: None });
    let release = Command::ReleaseMessage { id: PART };
    let sent = Command::MarkMessageSent { id: PART, at: at(65) };
    let begin = Command::StartRecovery { at: at(60), guide: None };
    let drop = Command::DropRecommendation { id: PART, reason: reason() };
    let handover = || "Schicht zu Ende".to_owned();
    let recover = |person| Command::AssignRole {
        role: TeamRole::Recovery,
        person,
        deputy: Some(ANNA),
        at: at(61),
        handover: String::new(),
    };
    let leave =
        Command::ReleaseRole { role: TeamRole::Recovery, person: ANNA, at: at(70), handover: handover() };
    let outside = Outside { source: "statuspage/abc".to_owned(), id: "x1".to_owned(), url: None };
    let stories = [
        [analysed(), vec![lead(JONAS, 60), recover(ANNA), recover(JONAS), leave]].concat(),
        vec![report(), Command::JoinOutside(outside)],
        [analysed(), vec![consult(40, "warten"), consult(20, "umschalten"), begin, step, evidence]].concat(),
        [analysed(), provider_case()].concat(),
        [analysed(), vec![draft(), release, failed, sent]].concat(),
        [analysed(), vec![recommend(true), complete()]].concat(),
        [analysed(), vec![recommend(false), drop]].concat(),
        [analysed(), legal::notified()].concat(),
    ];
    let mut seen = BTreeSet::new();
    for story in stories {
        for end in 1..=story.len() {
            let (before, after) = (given(story[..end - 1].to_vec()), given(story[..end].to_vec()));
            let deeds = |given: &Given| given.state().map_or(0, |incident| incident.deeds.len());
            if deeds(&after) > deeds(&before) {
                seen.insert(after.now().deeds.last().unwrap().what);
                let back = taken_back(after).now();
                assert_eq!(apart_from_the_timeline(back), apart_from_the_timeline(before.now()));
            }
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), DeedKind::ALL, "every deed that there is");
}

#[test]
fn one_of_several_consultations_is_taken_back_and_the_others_stand() {
    let story = given([report(), consult(20, "warten"), consult(25, "umschalten"), declare()]);
    let first = story.now().consultations[0].id;
    let events = story.when(Command::TakeBackDeed { deed: first, reason: reason() }).unwrap();
    let incident = Given([story.0, events].concat()).now();
    let advice: Vec<_> = incident.consultations.iter().map(|one| one.advice.as_str()).collect();
    assert_eq!(advice, ["umschalten"]);
    assert_eq!(incident.moment(Milestone::DeploymentConsulted), Some(at(25)), "the first that stands");
    assert_eq!(incident.phase, Phase::Declared, "a decision is not taken back with it");
    let EntryWhat::Happened { code, values } = &incident.entries.last().unwrap().what else {
        panic!("an event tells it")
    };
    assert_eq!(
        (code.as_str(), values["deed"].as_str()),
        ("deedTakenBack", "word:deedKind:deploymentTeamConsulted")
    );
    assert_eq!(incident.entry(first).and_then(|entry| entry.withdrawn.clone()), Some(reason()));
}

#[test]
fn a_moment_that_was_stated_by_hand_since_stays() {
    let moved = Command::SetMilestone {
        milestone: Milestone::DeploymentConsulted,
        to: Some(at(22)),
        reason: reason(),
    };
    let incident = taken_back(given([report(), consult(20, "warten"), moved])).now();
    assert_eq!(incident.moment(Milestone::DeploymentConsulted), Some(at(22)));
}

#[test]
fn what_builds_on_a_deed_is_taken_back_before_it() {
    let story = given([analysed(), provider_case()].concat());
    let id = |what: DeedKind| story.now().deeds.iter().find(|deed| deed.what == what).unwrap().id;
    let back = |deed: PartId| Command::TakeBackDeed { deed, reason: reason() };
    let newer = DeedKind::ProviderCaseAdvanced;
    assert_eq!(story.refuses(back(id(DeedKind::ProviderContacted))), Refusal::NotTheNewestDeed { newer });
    assert!(story.when(back(id(DeedKind::ProviderChecked))).is_ok(), "each check stands alone");
    let wait = Command::DecideToWait { at: at(60), decider: ANNA, reason: reason() };
    let waiting = given([analysed(), vec![contact(), wait]].concat());
    assert_eq!(waiting.refuses(newest_back(&waiting)), Refusal::DecisionBuildsOnCase);
}

#[test]
fn a_deed_is_taken_back_with_a_reason_and_pressing_twice_is_harmless() {
    let story = given([report(), consult(20, "warten")]);
    let deed = story.now().consultations[0].id;
    let back = |reason: &str| Command::TakeBackDeed { deed, reason: reason.to_owned() };
    assert_eq!(story.refuses(back(" ")), Refusal::ReasonMissing);
    assert_eq!(taken_back(story).when(back("noch einmal")), Ok(vec![]));
    let unknown = PartId(uuid::Uuid::from_u128(0xffff));
    let nothing = Command::TakeBackDeed { deed: unknown, reason: reason() };
    assert_eq!(given([report()]).refuses(nothing), Refusal::NoSuchPart { id: unknown });
}

#[test]
fn of_a_closed_record_only_what_comes_late_is_taken_back_and_no_must_task() {
    let solve = Command::SolveBySupport { at: at(40), decider: ANNA, reason: reason() };
    let closed = |more: Vec<Command>| {
        let end = vec![solve.clone(), Command::Close { at: at(180) }];
        given([vec![report()], more, end].concat())
    };
    let must = closed(vec![recommend(true), complete()]);
    assert_eq!(must.refuses(newest_back(&must)), Refusal::RecordClosed);
    assert!(taken_back(closed(vec![recommend(false), complete()])).now().deeds.is_empty());
    let consulted = closed(vec![consult(20, "warten")]);
    assert_eq!(consulted.refuses(newest_back(&consulted)), Refusal::RecordClosed);
}

#[test]
fn a_hand_over_that_is_taken_back_leaves_who_led_before_since_when_they_led() {
    let hand_on = lead(JONAS, 60);
    let incident = taken_back(given([analysed(), vec![hand_on]].concat())).now();
    let leads: Vec<_> = incident.team.iter().map(|held| (held.person, held.since, held.until)).collect();
    assert_eq!(leads, [(ANNA, at(31), None)]);
    let first = given(analysed());
    let assigned = first.now().deeds[0].id;
    let back = Command::TakeBackDeed { deed: assigned, reason: reason() };
    assert_eq!(first.refuses(back), Refusal::TeamWithoutLead);
}

#[test]
fn undoing_the_order_takes_the_deed_back() {
    let story = given([report(), consult(20, "warten")]);
    let id = EventId(story.now().consultations[0].id.0);
    let undo = Command::Undo { order: OrderId(uuid::Uuid::nil()) };
    let events = decide(story.state().as_ref(), undo, &[(id, story.0[1].clone())], &context()).unwrap();
    let incident = Given([story.0, events].concat()).now();
    assert!(incident.consultations.is_empty());
}

#[test]
fn what_stands_says_why_it_cannot_be_taken_back() {
    let standing = standing_deeds(
        &given([analysed(), vec![contact(), advance(ProviderState::Confirmed, 60)]].concat()).now(),
        &context(),
    );
    let refusals: Vec<_> = standing.iter().map(|deed| deed.refusal.clone()).collect();
    let newer = DeedKind::ProviderCaseAdvanced;
    assert_eq!(refusals, [Some(Refusal::TeamWithoutLead), Some(Refusal::NotTheNewestDeed { newer }), None]);
}
