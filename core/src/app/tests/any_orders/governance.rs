//! What people press at process reviews, action plans, tests, change requests and documents.

use super::super::drill::{content, found, pass};
use super::super::*;
use super::office::{About, JONAS, Office, PEOPLE, PRINTING, Press, TEAM};
use super::orders::{ONWARD, pick, why};
use crate::domain::State;
use crate::domain::change::{self, Answer as Said, Command as A, Origin, Phase as Stage, Text};
use crate::domain::drill::{
    self, Arrangement, Command as T, Outcome, Phase as Course, StepState, Trigger, Verdict, When, state_of,
};
use crate::domain::guide::{self, Command as G, Kind, Remarks};
use crate::domain::incident::Priority;
use crate::domain::plan::{self, Command as P, PlanContent, PlanStep};
use crate::domain::policy;
use crate::domain::review::{
    self, Command as R, Decision, Gap, Judgement, Occasion, Phase as Stands, Presence, Risk, Teams, Topic,
    Why, gaps,
};

pub fn plan_review(office: &Office, press: &Press) -> R {
    let planned = Some(office.today().plus_days(i64::from(press.what % 15)));
    let occasion = if press.what.is_multiple_of(4) {
        Occasion::Periodic {}
    } else {
        Occasion::OnDemand { why: Why::PlannedExtension, reason: why() }
    };
    R::Plan { occasion, planned, lead: Some(ANNA) }
}

pub fn review(office: &Office, press: &Press, review: &review::Review) -> Vec<Command> {
    let (at, reason, today) = (office.moment(), why, office.today());
    let person = PEOPLE[usize::from(press.what % 4)];
    let risk = || Risk {
        id: PartId(uuid::Uuid::from_u128(0x90)),
        text: reason(),
        reason: reason(),
        until: today.plus_days(i64::from(press.what % 20)),
        approver: JONAS,
    };
    let postpone = || R::Postpone { to: today.plus_days(i64::from(press.what % 30)), reason: reason() };
    let ways = match review.phase {
        Stands::Planned if review.lead().is_none() => vec![vec![R::AssignLead { person: ANNA }]],
        Stands::Planned => vec![
            vec![R::Prepare { at }],
            vec![R::AssignLead { person }],
            vec![postpone()],
            vec![R::Cancel { reason: reason(), next: Some(today.plus_days(3)) }],
        ],
        Stands::Prepared => {
            vec![
                vec![R::Start { at }],
                vec![R::Refresh {}],
                vec![postpone()],
                vec![R::TakeBack { reason: reason() }],
            ]
        }
        Stands::InProgress => vec![
            written(office, press, review),
            vec![R::AddDeficiency { id: office.part(), text: reason(), step: None }],
            vec![R::AcceptRisk(risk())],
            vec![R::Refresh {}],
            vec![R::AssignLead { person }],
            vec![R::NotePresence { person, presence: Presence::Present }],
            vec![R::TakeBack { reason: reason() }],
            vec![R::DropRevision { reason: reason() }],
        ],
        Stands::Decided => vec![vec![R::Submit { at }], vec![R::TakeBack { reason: reason() }]],
        Stands::Submitted => vec![
            vec![R::Approve { at }],
            vec![R::Reject { reason: reason(), at }],
            vec![R::TakeBack { reason: reason() }],
        ],
        Stands::Approved => vec![
            vec![R::NoteTeamInformed { team: TEAM, at, way: reason() }],
            vec![R::Revise { reason: reason() }],
        ],
        Stands::TeamsInformed | Stands::Closed => vec![
            if review.is_reported() { vec![R::Close { at }] } else { vec![R::Revise { reason: reason() }] },
            vec![R::TakeBackInformed { team: TEAM, reason: reason() }],
            vec![R::Revise { reason: reason() }],
        ],
        Stands::Cancelled => Vec::new(),
    };
    pick(press, ways).into_iter().map(Command::Review).collect()
}

/// Everything that is missing before it can be concluded, or the conclusion.
fn written(office: &Office, press: &Press, review: &review::Review) -> Vec<R> {
    let policy = office.state(policy::STREAM).and_then(State::into_policy).unwrap_or_default();
    let missing = gaps(review, &policy, office.today());
    if missing.is_empty() {
        let change_needed = review.content.changes() > 0;
        return vec![R::Conclude { change_needed, reason: why(), at: office.moment() }];
    }
    let decision = || match press.what % 5 {
        0 => Decision::Change {
            change: StreamId(office.part().0),
            title: "Rufliste prüfen".to_owned(),
            wanted: why(),
        },
        _ => Decision::NoChange { because: why() },
    };
    // As late as the rules let it be.
    let latest = policy.due(policy::RuleKind::ReviewPeriodic, office.today());
    let next = latest.unwrap_or(office.today().plus_days(60));
    let filled = |gap| match gap {
        Gap::Step { step } => R::JudgeStep { step, judgement: Some(Judgement::Effective), proof: why() },
        Gap::Item { item, .. } | Gap::Deficiency { item, .. } => R::DecideItem { item, decision: decision() },
        Gap::Text { topic } => R::State { topic, text: why() },
        Gap::Teams => R::NameTeams(Teams { teams: vec![TEAM], none_because: String::new() }),
        Gap::Next | Gap::NextTooLate { .. } => R::SetNext { day: next },
    };
    let text = R::State { topic: Topic::Suitability, text: format!("Ja, {}.", press.what) };
    missing.into_iter().map(filled).chain([text]).collect()
}

pub fn open_plan() -> P {
    P::Open { content: content() }
}

pub fn plan(press: &Press, plan: &plan::Plan) -> Vec<Command> {
    let newest = plan.newest().unwrap();
    let version = newest.number;
    let step = |number: u8| PlanStep {
        id: PartId(uuid::Uuid::from_u128(u128::from(number))),
        number: number.to_string(),
        title: format!("Schritt {number}-{}", press.what),
        ..content().steps.remove(0)
    };
    let reason = why;
    let mut about = content().about;
    about.scenario = format!("Ausfall {}", press.what);
    let write = vec![
        vec![P::Describe { about }],
        vec![P::PutStep { step: step(press.what % 6 + 1), place: None }],
        vec![P::RemoveStep { id: step(press.which % 6 + 1).id }],
        vec![P::MoveStep { id: step(press.which % 3 + 1).id, place: 0 }],
        vec![P::TakeOver { content: PlanContent { ..content() }, source: None }],
    ];
    let ways = match newest.stage {
        _ if plan.retired.is_some() => vec![vec![P::Reinstate { reason: reason() }]],
        plan::Stage::Draft | plan::Stage::Rejected => [vec![P::Submit {}]].into_iter().chain(write).collect(),
        plan::Stage::Submitted => vec![vec![P::Approve { version }], vec![P::Reject { reason: reason() }]],
        plan::Stage::Approved => {
            let begin = || vec![P::BeginVersion { reason: reason() }];
            vec![begin(), write[0].clone(), vec![P::Retire { reason: reason() }], begin()]
        }
    };
    pick(press, ways).into_iter().map(Command::Plan).collect()
}

/// A test by a plan; by what was approved of it, where something was.
pub fn schedule(office: &Office, press: &Press) -> Option<T> {
    let plans = office.records(About::Plan);
    let chosen = *plans.get(usize::from(press.what) % plans.len().max(1))?;
    let plan = office.state(chosen).and_then(State::into_plan)?;
    let approved = plan.approved().map(|version| version.number);
    let arrangement = Arrangement {
        place: "Raum 4".into(),
        environment: String::new(),
        sponsor: None,
        lead: ANNA,
        observers: Vec::new(),
        participants: Vec::new(),
        third_parties: String::new(),
    };
    Some(T::Schedule {
        title: String::new(),
        plan: chosen,
        version: approved.unwrap_or(1),
        unapproved: if approved.is_some() { String::new() } else { why() },
        trigger: Trigger::Yearly,
        occasion: String::new(),
        planned: Moment::exact(office.now().plus(Length::minutes(i64::from(press.what) * 60)), Zone::UTC),
        until: None,
        arrangement,
    })
}

pub fn drill(office: &Office, press: &Press, drill: &drill::Drill) -> Vec<Command> {
    let (reason, when) = (why, When::default);
    let person = PEOPLE[usize::from(press.what % 4)];
    let led = Arrangement { lead: person, ..drill.arrangement.clone() };
    let arrange = || vec![T::Arrange { arrangement: led.clone() }];
    let ways = match drill.phase {
        Course::Scheduled => vec![
            vec![T::Start { guide: None, when: when() }],
            arrange(),
            vec![T::Reschedule { planned: office.moment(), until: None, reason: reason() }],
            vec![T::Cancel { reason: reason() }],
        ],
        Course::Running => vec![
            conducted(drill),
            vec![T::Pause { reason: reason(), when: when() }],
            vec![T::HandOver { to: person, note: reason(), when: when() }],
            vec![T::Note { id: office.part(), text: reason(), step: None, when: when() }],
            failing(drill),
            vec![T::Abort { reason: reason(), when: when() }],
        ],
        Course::Interrupted => {
            vec![vec![T::Resume { when: when() }], vec![T::Abort { reason: reason(), when: when() }]]
        }
        Course::Ended | Course::Aborted | Course::Evaluation => {
            vec![vec![T::RecordResult { result: found() }, T::SubmitResult {}], arrange(), corrected(drill)]
        }
        Course::ResultSubmitted => vec![approved(), vec![T::RejectResult { reason: reason() }]],
        // It waits for its report; whoever presses on is refused.
        Course::ResultApproved if drill.reports.is_empty() && press.what < ONWARD => Vec::new(),
        Course::ResultApproved if drill.reports.is_empty() => vec![
            vec![T::RecordResult { result: found() }],
            vec![T::Note { id: office.part(), text: reason(), step: None, when: when() }],
            vec![T::Arrange {
                arrangement: Arrangement { place: "Raum 5".into(), ..drill.arrangement.clone() },
            }],
        ],
        Course::ResultApproved => vec![vec![T::Close {}]],
        Course::Closed | Course::Cancelled => Vec::new(),
    };
    pick(press, ways).into_iter().map(Command::Drill).collect()
}

fn approved() -> Vec<T> {
    vec![T::ApproveResult { verdict: Verdict::Failed, conditions: String::new(), reason: why() }]
}

/// The rest of the course: every step in its order, the clock of the service, the end.
fn conducted(drill: &drill::Drill) -> Vec<T> {
    let when = When::default;
    let steps = drill.content().map(|content| content.steps.clone()).unwrap_or_default();
    let clocked = drill.clocks.contains_key(&PRINTING);
    let mut orders = Vec::new();
    if !clocked {
        orders.push(T::StartClock { service: PRINTING, event: String::new(), when: when() });
    }
    for step in &steps {
        let (id, person) = (step.id, None);
        let start = T::StartStep { step: id, person, despite: why(), when: when() };
        let passed =
            T::PassStep { step: id, text: String::new(), next: None, next_person: None, when: when() };
        match state_of(drill, step) {
            StepState::Waiting | StepState::Ready => orders.extend([start, passed]),
            StepState::Running => orders.push(passed),
            StepState::Failed => orders.extend([T::Retry { step: id, person, when: when() }, passed]),
            StepState::Passed | StepState::Partly | StepState::Skipped => {}
        }
    }
    orders.push(T::StopClock { service: PRINTING, event: String::new(), when: when() });
    orders.push(T::End { when: when() });
    orders
}

/// The next step begins and fails.
fn failing(drill: &drill::Drill) -> Vec<T> {
    let when = When::default;
    let steps = drill.content().map(|content| content.steps.as_slice()).unwrap_or_default();
    let next = steps.iter().find(|step| state_of(drill, step) == StepState::Ready);
    let failed = |step: &PlanStep| {
        let start = T::StartStep { step: step.id, person: None, despite: String::new(), when: when() };
        vec![start, T::FailStep { step: step.id, reason: why(), when: when() }]
    };
    next.map_or_else(|| vec![T::Pause { reason: why(), when: when() }], failed)
}

fn corrected(drill: &drill::Drill) -> Vec<T> {
    let steps = drill.content().map(|content| content.steps.as_slice()).unwrap_or_default();
    let done =
        steps.iter().find(|step| drill.last_attempt(step.id).is_some_and(|last| last.outcome.is_some()));
    let correct = |step: &PlanStep| T::CorrectStep {
        step: step.id,
        outcome: Outcome::Failed,
        text: why(),
        reason: why(),
    };
    done.map_or_else(|| vec![pass(1, None, When::default())], |step| vec![correct(step)])
}

pub fn draft() -> A {
    A::Draft { origin: Origin::Idea, title: "Rufliste prüfen".to_owned(), wanted: why() }
}

/// A text with which a change can be decided.
fn described(press: &Press, emergency: bool) -> A {
    A::Describe(Box::new(Text {
        title: "Rufliste prüfen".to_owned(),
        wanted: format!("Alle {} Wochen", press.what),
        reason: why(),
        kind: Some(change::Kind::Correction),
        priority: Some(Priority::High),
        risk: "Keines".to_owned(),
        teams: vec![TEAM],
        emergency,
        ..Text::default()
    }))
}

pub fn change(office: &Office, press: &Press, change: &change::Change) -> Vec<Command> {
    let (today, reason, id) = (office.today(), why, || office.part());
    let day = today.plus_days(i64::from(press.what % 25));
    let delegate = || A::Delegate {
        id: id(),
        team: TEAM,
        person: None,
        organisation: String::new(),
        asked: day,
        note: String::new(),
    };
    let judge = |approved| A::Decide { id: id(), approved, comment: reason() };
    let answer = |answer| {
        let delegation = change.delegation().map_or_else(id, |asked| asked.id);
        vec![A::Answer { id: id(), delegation, answer, said_by: None }]
    };
    let onward = match change.phase {
        Stage::Draft if change.text.kind.is_none() => vec![described(press, press.what.is_multiple_of(7))],
        Stage::Draft => vec![A::Submit {}],
        Stage::Submitted => vec![A::Assess { note: reason() }],
        Stage::Assessed => vec![judge(true)],
        Stage::Approved => vec![delegate()],
        Stage::Delegated => answer(Said::Accepted {}),
        Stage::Accepted => vec![A::Plan { start: today, end: day }],
        Stage::Planned => vec![A::Start { on: today }],
        Stage::InProgress => vec![implemented(office)],
        Stage::Implemented => {
            vec![A::Check { id: id(), method: reason(), on: today, passed: true, result: reason() }]
        }
        Stage::Checked => vec![A::CheckEffect { id: id(), on: today, effective: true, result: reason() }],
        Stage::Effective => vec![A::InformTeams { teams: vec![TEAM], way: reason(), on: today }],
        Stage::TeamsInformed => vec![A::Close { note: reason() }],
        Stage::Deferred => vec![A::Resume {}],
        Stage::Closed | Stage::Cancelled => return Vec::new(),
    };
    let ways = vec![
        onward,
        vec![described(press, press.what.is_multiple_of(2))],
        vec![judge(false)],
        vec![judge(true)],
        vec![A::Start { on: today }],
        answer(Said::OtherDay { day, reason: reason() }),
        answer(Said::Refused { reason: reason() }),
        vec![delegate()],
        vec![A::AcceptRisk { id: id(), reason: reason(), until: day }],
        vec![A::Defer { until: day, reason: reason() }],
        vec![A::Check { id: id(), method: reason(), on: today, passed: false, result: reason() }],
        vec![A::Cancel { reason: reason() }],
    ];
    pick(press, ways).into_iter().map(Command::Change).collect()
}

fn implemented(office: &Office) -> A {
    A::Implement { on: office.today(), record: why(), ticket: String::new(), implementer: None }
}

fn remarks() -> Remarks {
    Remarks { change: "neu".to_owned(), teams: [TEAM].into(), ..Remarks::default() }
}

pub fn create(office: &Office) -> G {
    let title = format!("Leitfaden {}", office.part().0.as_u128());
    G::Create {
        kind: Kind::RecoveryGuide,
        title,
        text: String::new(),
        remarks: Remarks::default(),
        file: None,
    }
}

pub fn guide(office: &Office, press: &Press, guide: &guide::Guide) -> Vec<Command> {
    let (today, reason) = (office.today(), why);
    let newest = guide.versions.last().unwrap();
    let (version, revision) = (newest.version, newest.revision);
    let text = format!("# Leitfaden\n\n## 1. Lage {}\n\nAnrufen.\n", press.what);
    let edit = || vec![G::Edit { version, revision, text: text.clone(), remarks: remarks() }];
    let earliest = guide.newest_in_force().and_then(|held| held.from).map_or(today, |from| from.max(today));
    let in_force = |ahead: u8| vec![G::PutInForce { version, from: earliest.plus_days(i64::from(ahead)) }];
    let discard = || vec![G::Discard { version, reason: reason() }];
    let ways = match newest.stage() {
        guide::Stage::Draft if newest.text.is_empty() => vec![edit()],
        guide::Stage::Draft | guide::Stage::ChangeAsked => {
            vec![vec![G::Submit { version }], edit(), discard()]
        }
        guide::Stage::InReview => vec![
            vec![G::Approve { version }],
            vec![G::AskForChange { version, reason: reason() }],
            edit(),
            discard(),
        ],
        guide::Stage::Approved => vec![in_force(press.what % 4), edit(), discard(), in_force(0)],
        guide::Stage::InForce | guide::Stage::Discarded => {
            let retitle = vec![G::Retitle { title: format!("Leitfaden {}", office.part().0.as_u128()) }];
            let valid = guide.valid(today).map_or(version, |valid| valid.version);
            let confirm = vec![G::Confirm { version: valid, reason: reason() }];
            vec![vec![G::StartVersion {}], discard(), retitle, confirm, edit()]
        }
    };
    pick(press, ways).into_iter().map(Command::Guide).collect()
}
