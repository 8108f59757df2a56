//! What the governing team did in the sample's year: an action plan and its test, what was found there and changed because
//! of it, and the reviews after two of the emergencies.

use super::Cast;
use super::documents::acknowledge;
use super::teller::Teller;
use crate::app::Fault;
use crate::domain::Command;
use crate::domain::change::{self, Answer, Command as Change, Origin};
use crate::domain::drill::{
    Arrangement, CheckOutcome, Checked, Command as Drill, DrillResult, Participant, Rated, Rating, Trigger,
    Verdict, When,
};
use crate::domain::finding::{Command as Finding, Concern, Details, Kind, Origin as From};
use crate::domain::incident::Priority;
use crate::domain::plan::{
    Command as Plan, DrillKind, PlanAbout, PlanContent, PlanObjective, PlanStep, Seat, ServiceTarget,
};
use crate::domain::report::ReportKind;
use crate::domain::review::{Command as Review, Decision, Judgement, Step, Teams, Topic};
use crate::ids::{PartId, StreamId, TeamId};
use crate::time::Moment;

/// The plan of the yearly test: five steps, two people, one service.
pub fn plan(t: &Teller<'_>, cast: &Cast) -> Result<StreamId, Fault> {
    let content = content(t, cast);
    let opened = t.past(228, "13:00")?;
    let record = t.order_by(cast.process, None, Command::Plan(Plan::Open { content }), opened)?.record;
    t.order_by(cast.process, Some(record), Command::Plan(Plan::Submit {}), t.past(226, "15:00")?)?;
    let approve = Plan::Approve { version: 1 };
    t.order_by(cast.management, Some(record), Command::Plan(approve), t.past(224, "09:00")?)?;
    Ok(record)
}

/// How many steps the plan has.
const STEPS: u32 = 5;

/// The planned minutes of each step.
const MINUTES: [u32; 5] = [10, 15, 30, 20, 15];

fn step_id(step: u32) -> PartId {
    PartId(uuid::Uuid::from_u128(0x5a3b_0000_0000_0000_0000_0000_0000_0000 | u128::from(step)))
}

fn content(t: &Teller<'_>, cast: &Cast) -> PlanContent {
    let role =
        |step: u32| t.say(if step == 1 || step == STEPS { "plan-role-lead" } else { "plan-role-engine" });
    let step = |(number, minutes): (u32, u32)| PlanStep {
        id: step_id(number),
        number: number.to_string(),
        title: t.say(&format!("plan-step-{number}")),
        instruction: t.say(&format!("plan-step-{number}-how")),
        role: role(number),
        planned_minutes: Some(minutes),
        depends_on: (number > 1).then(|| step_id(number - 1)).into_iter().collect(),
        counted: number > 1,
        expected: t.say(&format!("plan-step-{number}-expected")),
        evidence: if number == 4 { t.say("plan-evidence") } else { String::new() },
        stop_rule: if number == 3 { t.say("plan-stop") } else { String::new() },
    };
    let about = PlanAbout {
        title: t.say("plan-title"),
        kind: DrillKind::FullFailover,
        scenario: t.say("plan-scenario"),
        services: vec![ServiceTarget {
            service: cast.printing,
            rto_minutes: Some(120),
            rpo_minutes: Some(15),
            starts_with: t.say("plan-starts"),
            ends_with: t.say("plan-ends"),
        }],
        objectives: vec![PlanObjective {
            id: step_id(0x90),
            text: t.say("plan-objective"),
            criterion: t.say("plan-criterion"),
        }],
        seats: vec![
            Seat { role: t.say("plan-role-lead"), person: Some(cast.process), deputy: Some(cast.founder) },
            Seat {
                role: t.say("plan-role-engine"),
                person: Some(cast.deployment),
                deputy: Some(cast.recorder),
            },
        ],
        ..PlanAbout::default()
    };
    PlanContent { about, steps: (1..=STEPS).zip(MINUTES).map(step).collect() }
}

fn arrangement(t: &Teller<'_>, cast: &Cast, present: Option<bool>) -> Arrangement {
    let engine =
        Participant { person: cast.deployment, role: t.say("plan-role-engine"), deputy_for: None, present };
    Arrangement {
        place: t.say("test-place"),
        environment: t.say("test-environment"),
        sponsor: Some(cast.management),
        lead: cast.process,
        observers: vec![cast.recorder],
        participants: vec![engine],
        third_parties: String::new(),
    }
}

fn schedule(
    t: &Teller<'_>,
    cast: &Cast,
    plan: StreamId,
    planned: Moment,
    at: Moment,
    present: Option<bool>,
) -> Result<StreamId, Fault> {
    let schedule = Drill::Schedule {
        title: String::new(),
        plan,
        version: 1,
        unapproved: String::new(),
        trigger: Trigger::Yearly,
        occasion: String::new(),
        planned,
        until: None,
        arrangement: arrangement(t, cast, present),
    };
    Ok(t.order_by(cast.process, None, Command::Drill(schedule), at)?.record)
}

/// The next test by the same plan, in three weeks.
pub fn next_test(t: &Teller<'_>, cast: &Cast, plan: StreamId) -> Result<(), Fault> {
    schedule(t, cast, plan, t.past(-21, "09:00")?, t.past(30, "10:30")?, None).map(|_| ())
}

/// The yearly test: one step fails and succeeds anew, the service is back in time, the result holds with conditions.
pub fn test(t: &Teller<'_>, cast: &Cast, plan: StreamId) -> Result<StreamId, Fault> {
    let day = |time| t.past(140, time);
    let record = schedule(t, cast, plan, day("09:00")?, t.past(168, "11:00")?, Some(true))?;
    let give = |command: Drill, at: Moment| {
        t.order_by(cast.process, Some(record), Command::Drill(command), at).map(|_| ())
    };
    let when = When::default;
    let pass = |step: u32, next: Option<u32>| Drill::PassStep {
        step: step_id(step),
        text: String::new(),
        next: next.map(step_id),
        next_person: None,
        when: when(),
    };
    give(Drill::Start { guide: None, when: when() }, day("09:02")?)?;
    let first = Drill::StartStep { step: step_id(1), person: None, despite: String::new(), when: when() };
    give(first, day("09:04")?)?;
    give(pass(1, Some(2)), day("09:12")?)?;
    let clock = |event| (cast.printing, event, when());
    let (service, event, at) = clock(String::new());
    give(Drill::StartClock { service, event, when: at }, day("09:13")?)?;
    give(pass(2, Some(3)), day("09:31")?)?;
    let failed = Drill::FailStep { step: step_id(3), reason: t.say("test-failed"), when: when() };
    give(failed, day("09:58")?)?;
    give(Drill::Retry { step: step_id(3), person: None, when: when() }, day("10:04")?)?;
    give(pass(3, Some(4)), day("10:33")?)?;
    let (service, event, at) = clock(String::new());
    give(Drill::StopClock { service, event, when: at }, day("10:47")?)?;
    give(Drill::SetDataPoint { service: cast.printing, to: Some(day("09:05")?) }, day("10:48")?)?;
    give(pass(4, Some(5)), day("10:52")?)?;
    give(pass(5, None), day("11:05")?)?;
    give(Drill::End { when: when() }, day("11:08")?)?;
    judged(t, cast, record)?;
    Ok(record)
}

/// The result is written down the day after, approved by somebody else, its report issued.
fn judged(t: &Teller<'_>, cast: &Cast, record: StreamId) -> Result<(), Fault> {
    let checked = |name: &str| Checked { outcome: Some(CheckOutcome::Proved), text: t.say(name) };
    let result = DrillResult {
        ratings: vec![Rated {
            objective: step_id(0x90),
            rating: Rating::SomeChallenges,
            analysis: t.say("test-analysis"),
        }],
        data_integrity: checked("test-integrity"),
        alarm: checked("test-alarm"),
        removal: checked("test-removal"),
        strengths: t.say("test-strengths"),
        improvements: t.say("test-improvements"),
        hot_wash: t.say("test-hot-wash"),
        documents: t.say("test-documents"),
        management: t.say("test-management"),
    };
    let drill =
        |by, command, at: Moment| t.order_by(by, Some(record), Command::Drill(command), at).map(|_| ());
    drill(cast.process, Drill::RecordResult { result }, t.past(139, "10:00")?)?;
    drill(cast.process, Drill::SubmitResult {}, t.past(138, "09:00")?)?;
    let (conditions, reason) = (t.say("test-conditions"), t.say("test-verdict"));
    let approve = Drill::ApproveResult { verdict: Verdict::WithConditions, conditions, reason };
    drill(cast.management, approve, t.past(136, "11:00")?)?;
    t.issue(cast, cast.management, (ReportKind::DrTest, record), t.past(135, "10:00")?)?;
    drill(cast.process, Drill::Close {}, t.past(134, "09:00")?)
}

/// What the test showed: done and checked, its effect waits for the next test. The change that follows is effective.
pub fn found(t: &Teller<'_>, cast: &Cast, drill: StreamId) -> Result<(), Fault> {
    let details = Details {
        concerns: Concern { step: t.say("plan-step-3"), ..Concern::default() },
        action: t.say("finding-action"),
        ..Details::default()
    };
    let raise = Finding::Raise {
        origin: From::Drill { drill },
        title: t.say("finding-title"),
        kind: Kind::Minor,
        details,
        owner: Some(cast.deployment),
        due: Some(t.day(100)?),
    };
    let raised = t.past(137, "13:00")?;
    let finding = t.order_by(cast.process, None, Command::Finding(raise), raised)?.record;
    let tell =
        |by, command, at: Moment| t.order_by(by, Some(finding), Command::Finding(command), at).map(|_| ());
    let at = t.past(132, "09:20")?;
    tell(cast.deployment, Finding::Accept { at, note: String::new() }, at)?;
    let at = t.past(131, "10:00")?;
    tell(cast.deployment, Finding::Start { at }, at)?;
    change(t, cast, finding)?;
    let at = t.past(108, "16:00")?;
    let done = Finding::ReportImplemented { person: cast.deployment, at, how: t.say("finding-done") };
    tell(cast.deployment, done, at)?;
    let at = t.past(106, "09:00")?;
    tell(cast.process, Finding::CheckImplementation { method: t.say("finding-checked") }, at)
}

fn text(t: &Teller<'_>, story: &str, teams: Vec<TeamId>) -> change::Text {
    change::Text {
        title: t.say(&format!("{story}-title")),
        wanted: t.say(&format!("{story}-wanted")),
        reason: t.say(&format!("{story}-reason")),
        risk: t.say(&format!("{story}-risk")),
        kind: Some(change::Kind::CorrectiveAction),
        priority: Some(Priority::Medium),
        teams,
        ..change::Text::default()
    }
}

/// Drafted, approved by somebody else and delegated to the deployment team, on days counted back; with the delegation's id.
fn delegated(
    t: &Teller<'_>,
    cast: &Cast,
    (story, origin): (&str, Origin),
    days: [i64; 3],
    asked: i64,
) -> Result<(StreamId, PartId), Fault> {
    let [drafted, decided, delegated] = days;
    let text = text(t, story, vec![cast.team_deployment]);
    let (title, wanted) = (text.title.clone(), text.wanted.clone());
    let at = t.past(drafted, "11:00")?;
    let draft = Change::Draft { origin, title, wanted };
    let record = t.order_by(cast.process, None, Command::Change(draft), at)?.record;
    let tell =
        |by, command, at: Moment| t.order_by(by, Some(record), Command::Change(command), at).map(|_| ());
    tell(cast.process, Change::Describe(Box::new(text)), at)?;
    tell(cast.process, Change::Submit {}, at)?;
    tell(cast.process, Change::Assess { note: t.say(&format!("{story}-assessed")) }, at)?;
    let at = t.past(decided, "09:30")?;
    let comment = t.say(&format!("{story}-decided"));
    tell(cast.management, Change::Decide { id: t.part(), approved: true, comment }, at)?;
    let at = t.past(delegated, "10:00")?;
    let id = t.part();
    let delegate = Change::Delegate {
        id,
        team: cast.team_deployment,
        person: Some(cast.deployment),
        organisation: String::new(),
        asked: t.day(asked)?,
        note: String::new(),
    };
    tell(cast.process, delegate, at)?;
    Ok((record, id))
}

/// The change that the finding led to: accepted with another day, done, checked, effective.
fn change(t: &Teller<'_>, cast: &Cast, finding: StreamId) -> Result<(), Fault> {
    let story = ("change", Origin::Finding { finding });
    let (record, delegation) = delegated(t, cast, story, [131, 130, 129], 115)?;
    let tell =
        |by, command, at: Moment| t.order_by(by, Some(record), Command::Change(command), at).map(|_| ());
    acknowledge(t, record, cast.deployment, t.past(128, "08:40")?)?;
    let answer = Answer::OtherDay { day: t.day(110)?, reason: t.say("change-other-day") };
    let at = t.past(127, "14:00")?;
    tell(cast.deployment, Change::Answer { id: t.part(), delegation, answer, said_by: None }, at)?;
    let plan = Change::Plan { start: t.day(120)?, end: t.day(111)? };
    tell(cast.deployment, plan, t.past(126, "09:00")?)?;
    tell(cast.deployment, Change::Start { on: t.day(120)? }, t.past(120, "08:00")?)?;
    let record_of = t.say("change-done");
    let ticket = "CHG-2214".to_owned();
    let done = Change::Implement { on: t.day(112)?, record: record_of, ticket, implementer: None };
    tell(cast.deployment, done, t.past(112, "15:30")?)?;
    let (method, result) = (t.say("change-method"), t.say("change-result"));
    let check = Change::Check { id: t.part(), method, on: t.day(110)?, passed: true, result };
    tell(cast.process, check, t.past(110, "10:00")?)?;
    let result = t.say("change-effect");
    let effect = Change::CheckEffect { id: t.part(), on: t.day(105)?, effective: true, result };
    tell(cast.process, effect, t.past(105, "10:00")?)
}

/// A change that waits for the team's answer.
pub fn waiting(t: &Teller<'_>, cast: &Cast) -> Result<(), Fault> {
    delegated(t, cast, ("change-two", Origin::Idea), [12, 8, 6], -30).map(|_| ())
}

/// The review after an emergency: held so many days ago, nothing in the process has to change, its report is issued.
pub fn review(t: &Teller<'_>, cast: &Cast, incident: StreamId, days: i64) -> Result<(), Fault> {
    let Some(record) = t.review_after(incident)? else { return Ok(()) };
    let day = |time| t.past(days, time);
    let tell =
        |by, command, at: Moment| t.order_by(by, Some(record), Command::Review(command), at).map(|_| ());
    let lead = cast.process;
    tell(lead, Review::AssignLead { person: lead }, day("08:30")?)?;
    tell(lead, Review::Prepare { at: day("08:40")? }, day("08:40")?)?;
    tell(lead, Review::Start { at: day("09:00")? }, day("09:00")?)?;
    for step in Step::ALL {
        let (judgement, proof) = (Some(Judgement::Effective), t.say("review-proof"));
        tell(lead, Review::JudgeStep { step: *step, judgement, proof }, day("10:00")?)?;
    }
    let topics = [
        (Topic::Suitability, "review-suitability"),
        (Topic::Adequacy, "review-adequacy"),
        (Topic::Effectiveness, "review-effectiveness"),
    ];
    for (topic, name) in topics {
        tell(lead, Review::State { topic, text: t.say(name) }, day("11:00")?)?;
    }
    for item in t.items_of(record)? {
        let decision = Decision::NoChange { because: t.say("review-no-change") };
        tell(lead, Review::DecideItem { item, decision }, day("11:30")?)?;
    }
    let teams = Teams { teams: Vec::new(), none_because: t.say("review-no-teams") };
    tell(lead, Review::NameTeams(teams), day("11:40")?)?;
    tell(lead, Review::SetNext { day: t.day(days - 330)? }, day("11:45")?)?;
    let (reason, at) = (t.say("review-concluded"), day("12:00")?);
    tell(lead, Review::Conclude { change_needed: false, reason, at }, at)?;
    tell(lead, Review::Submit { at: day("12:10")? }, day("12:10")?)?;
    let at = t.past(days - 2, "15:00")?;
    tell(cast.management, Review::Approve { at }, at)?;
    t.issue(cast, cast.management, (ReportKind::ProcessReview, record), t.past(days - 3, "10:00")?)
}
