//! DR tests: the list, one test with its clocks and what can be done, and what all tests together have proved.

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

use super::filter::{Filter, blob};
use super::organisation::{names, organisation};
use super::plan::{SEARCHED, count};
use super::policy::policy;
use super::register::{at, instant, must, said};
use super::views::{
    AttemptView, CoverageView, DrillEvidenceView, DrillRow, DrillSort, DrillStepView, DrillView, DrillsPage,
    DrillsQuery, RetestDuty, RunningTest,
};
use super::{QueryFault, plan, probe, resolve, state};
use crate::domain::drill::{
    Attempt, Course, Covered, Drill, Phase, PlanInForce, Proof, StepState, Tick, coverage, covered_by,
    elapsed, next_step, possible, proofs, recoveries, result_gaps, retest, speaks_for, start_refusal,
    state_of, verdict_grounds,
};
use crate::domain::plan::{PlanContent, PlanStep, step_code};
use crate::ids::{PersonId, RecordRef, StreamId};
use crate::time::{Day, Instant, Length, Zone};

/// The most rows of a page.
const MOST: u32 = 500;
/// The columns of a row, in the order in which it is read.
const COLUMNS: &str =
    "stream, number, title, kind, scenario, plan, plan_number, plan_version, phase, verdict, retest,
  analysed, lead, planned_us, started_us, over_us, changed_us";

/// The test behind a name, its id and how many events it has.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn find(conn: &Connection, record: RecordRef) -> Result<(StreamId, Drill, u64), QueryFault> {
    let stream = resolve(conn, record)?;
    let found = state(conn, stream)?;
    let drill = found.and_then(|(state, version)| Some((stream, state.into_drill()?, version)));
    drill.ok_or_else(|| QueryFault::NoSuchRecord(record.to_string()))
}

/// A page of the tests.
///
/// # Errors
/// `NoSuchRecord` for a plan that there is not, or when the database cannot be read.
pub fn page(conn: &Connection, query: &DrillsQuery) -> Result<DrillsPage, QueryFault> {
    let mut filter = Filter::default();
    filter.one_of("kind", &query.kinds);
    filter.one_of("phase", &query.phases);
    filter.one_of("verdict", &query.verdicts);
    if let Some(plan) = query.plan {
        let plan = resolve(conn, plan)?;
        filter.any("plan", [blob(plan.0)].into_iter());
    }
    if query.unanalysed {
        filter.add("analysed = 0 AND verdict IS NOT NULL");
    }
    if let Some(from) = query.from {
        let mark = filter.mark(Value::Integer(from.micros()));
        filter.add(format!("planned_us >= {mark}"));
    }
    if let Some(until) = query.until {
        let mark = filter.mark(Value::Integer(until.micros()));
        filter.add(format!("planned_us < {mark}"));
    }
    filter.words(&query.search, SEARCHED);
    let column = match query.sort {
        DrillSort::Planned => "planned_us {}, stream {}",
        DrillSort::Number => "series_year {}, series_count {}",
        DrillSort::Title => "title_key {}, stream {}",
        DrillSort::Kind => "kind_rank {}, planned_us {}",
        DrillSort::Phase => "phase_rank {}, planned_us {}",
        DrillSort::Changed => "changed_us {}, stream {}",
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM drill {} ORDER BY {} LIMIT {} OFFSET {}",
        filter.clause(),
        column.replace("{}", if query.ascending { "ASC" } else { "DESC" }),
        if query.limit == 0 { super::views::page() } else { query.limit.min(MOST) },
        query.offset,
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let items = statement.query_map(params_from_iter(&filter.values), row)?.collect::<Result<_, _>>()?;
    Ok(DrillsPage { items, total: count(conn, "drill", &filter)?, people: names(conn)? })
}

fn row(row: &Row<'_>) -> rusqlite::Result<DrillRow> {
    Ok(DrillRow {
        id: StreamId(uuid::Uuid::from_bytes(row.get(0)?)),
        number: row.get(1)?,
        title: row.get(2)?,
        kind: must(row, 3)?,
        scenario: row.get(4)?,
        plan: StreamId(uuid::Uuid::from_bytes(row.get(5)?)),
        plan_number: row.get(6)?,
        plan_version: row.get(7)?,
        phase: must(row, 8)?,
        verdict: said(row, 9)?,
        retest: said(row, 10)?,
        analysed: row.get(11)?,
        lead: PersonId(uuid::Uuid::from_bytes(row.get(12)?)),
        planned: at(row, 13)?,
        started: instant(row, 14)?,
        over: instant(row, 15)?,
        changed: at(row, 16)?,
    })
}

/// The tests whose result is approved and whose report is not issued yet, oldest first.
///
/// # Errors
/// When the database cannot be read.
pub fn unreported(conn: &Connection) -> Result<Vec<DrillRow>, QueryFault> {
    let sql = format!(
        "SELECT {COLUMNS} FROM drill WHERE phase = 'resultApproved' AND reported = 0 ORDER BY over_us, stream LIMIT {MOST}"
    );
    Ok(conn.prepare_cached(&sql)?.query_map([], row)?.collect::<Result<_, _>>()?)
}

/// Who asks, when, and what their stopwatch says.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// Who; none for whoever conducts the test.
    pub by: Option<PersonId>,
    /// When.
    pub now: Instant,
    /// What the stopwatch says.
    pub tick: Option<&'a Tick>,
}

/// The test as its screens show it to whoever asks.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn view(conn: &Connection, record: RecordRef, asking: Asking<'_>) -> Result<DrillView, QueryFault> {
    let (id, drill, version) = find(conn, record)?;
    let Asking { by, now, tick } = asking;
    let context = probe(organisation(conn)?.as_ref(), policy(conn)?, drill.number, by, now);
    let plan =
        if drill.frozen.is_none() { Some(plan::find(conn, RecordRef::Id(drill.plan.plan))?.1) } else { None };
    let current = plan.as_ref().and_then(|plan| plan.version(drill.plan.version));
    let content = drill.content().cloned().or_else(|| current.map(|version| version.content.clone()));
    let content = content.unwrap_or_default();
    let grounds = drill.over.as_ref().map(|_| verdict_grounds(&drill));
    Ok(DrillView {
        id,
        version,
        number: drill.number.to_string(),
        elapsed: elapsed(&drill, now, tick),
        steps: steps(&drill, &content, now, tick),
        services: recoveries(&drill, now, tick),
        result_gaps: result_gaps(&drill),
        proposed_verdict: grounds.as_deref().map(speaks_for),
        verdict_grounds: grounds.unwrap_or_default(),
        retest_duty: retest(&drill).map(|_| retested(conn, id, now)).transpose()?.flatten(),
        retest: retest(&drill),
        possible: possible(&drill, plan.as_ref(), &context),
        people: names(conn)?,
        coordinator: drill.coordinator(),
        plan_approved: drill.frozen.as_ref().map(|frozen| frozen.approved),
        guide: drill.frozen.and_then(|frozen| frozen.guide),
        about: content.about,
        moved: drill.moved,
        notes: drill.notes,
        evidence: drill
            .evidence
            .into_iter()
            .map(|(evidence, step)| DrillEvidenceView { evidence, step })
            .collect(),
        pauses: drill.pauses,
        coordinators: drill.coordinators,
        lapses: drill.lapses,
        title: drill.title,
        kind: drill.kind,
        scenario: drill.scenario,
        plan: drill.plan,
        trigger: drill.trigger,
        occasion: drill.occasion,
        planned: drill.planned,
        until: drill.until,
        arrangement: drill.arrangement,
        phase: drill.phase,
        path: drill.path,
        started: drill.started,
        over: drill.over,
        aborted: drill.aborted,
        result: drill.result,
        verdict: drill.verdict,
        reviews: drill.reviews,
        reports: drill.reports,
        recorded_by: drill.recorded_by,
        recorded: drill.recorded,
        changed: drill.changed,
    })
}

/// By when a test must be done again, and when one was passed that settles it.
fn retested(conn: &Connection, drill: StreamId, now: Instant) -> Result<Option<RetestDuty>, QueryFault> {
    let promised = super::deadlines::of_record(conn, drill, "retest", now)?;
    Ok(promised.map(|deadline| RetestDuty { due: deadline.due, passed: deadline.settled }))
}

fn steps(drill: &Drill, content: &PlanContent, now: Instant, tick: Option<&Tick>) -> Vec<DrillStepView> {
    let course = Course::of(drill);
    let step = |(step, planned): (&PlanStep, _)| {
        let attempts = drill.attempts.get(&step.id).map(Vec::as_slice).unwrap_or_default();
        DrillStepView {
            state: state_of(drill, step),
            planned,
            attempts: attempts
                .iter()
                .map(|attempt| attempted(drill, attempt, course.as_ref(), now, tick))
                .collect(),
            waits: drill.started.as_ref().and_then(|_| start_refusal(drill, step)),
            next: drill.phase.is_live().then(|| next_step(drill, step.id)).flatten(),
            code: step_code(step),
            step: step.clone(),
        }
    };
    content.steps.iter().zip(content.planned()).map(step).collect()
}

fn attempted(
    drill: &Drill,
    attempt: &Attempt,
    course: Option<&Course<'_>>,
    now: Instant,
    tick: Option<&Tick>,
) -> AttemptView {
    let until = attempt.ended.as_ref().or(drill.over.as_ref());
    let ends = course.map(|course| until.map_or_else(|| course.now(now, tick), |stamp| course.at(stamp)));
    let begins = course.zip(attempt.started.as_ref()).map(|(course, stamp)| course.at(stamp));
    AttemptView {
        number: attempt.number,
        person: attempt.person,
        despite: attempt.despite.clone(),
        started: attempt.started.clone(),
        ended: attempt.ended.clone(),
        begins_ms: begins.map(Length::whole_millis),
        ends_ms: ends.map(Length::whole_millis),
        outcome: attempt.outcome,
        text: attempt.text.clone(),
        corrected: attempt.corrected.clone(),
        retimed: attempt.retimed.clone(),
    }
}

/// The tests that are being conducted, the one that began first first.
///
/// # Errors
/// When the log cannot be read.
pub fn live(conn: &Connection) -> Result<Vec<RunningTest>, QueryFault> {
    let mut statement =
        conn.prepare_cached("SELECT stream FROM drill WHERE live = 1 ORDER BY started_us, stream")?;
    let streams = statement.query_map([], |row| Ok(StreamId(uuid::Uuid::from_bytes(row.get(0)?))))?;
    let mut running = Vec::new();
    for stream in streams {
        let (record, drill, _) = find(conn, RecordRef::Id(stream?))?;
        let Some(since) = drill.started.as_ref().map(|started| started.timed.at) else { continue };
        let steps = drill.content().map(|content| content.steps.as_slice()).unwrap_or_default();
        let runs = |step: &&PlanStep| state_of(&drill, step) == StepState::Running;
        let done = steps.iter().filter(|step| state_of(&drill, step).is_settled()).count();
        running.push(RunningTest {
            record,
            number: drill.number.to_string(),
            interrupted: drill.phase == Phase::Interrupted,
            since,
            steps: steps.iter().filter(runs).map(|step| step.number.clone()).collect(),
            done: u32::try_from(done).unwrap_or(u32::MAX),
            all: u32::try_from(steps.len()).unwrap_or(u32::MAX),
            coordinator: drill.coordinator(),
            title: drill.title,
        });
    }
    Ok(running)
}

/// What tests have proved by a day, today where none is named.
///
/// # Errors
/// When the log cannot be read.
pub fn covered(conn: &Connection, on: Option<Day>, now: Instant) -> Result<CoverageView, QueryFault> {
    let zone = organisation(conn)?.map_or(Zone::UTC, |organisation| organisation.zone);
    let day = on.unwrap_or_else(|| Day::at(now, zone));
    let coverage = coverage(&in_force(conn)?, &proved(conn)?, day);
    Ok(CoverageView { day, coverage, people: names(conn)? })
}

/// What its plan asks a test to prove, by the version that it was or will be conducted by; what it proved of that, and all
/// tests by a day.
///
/// # Errors
/// When the log cannot be read.
pub fn covered_here(conn: &Connection, drill: &Drill, day: Day) -> Result<Vec<Covered>, QueryFault> {
    let used = &drill.plan;
    let content = match drill.content() {
        Some(content) => content.clone(),
        None => {
            let plan = plan::find(conn, RecordRef::Id(used.plan))?.1;
            plan.version(used.version).map(|version| version.content.clone()).unwrap_or_default()
        }
    };
    let (number, version) = (used.number.to_string(), used.version);
    let plan = PlanInForce { plan: used.plan, number, version, content };
    Ok(covered_by(&plan, &proofs(drill), &proved(conn)?, day))
}

fn in_force(conn: &Connection) -> Result<Vec<PlanInForce>, QueryFault> {
    let sql = "SELECT stream FROM plan WHERE retired = 0 AND approved IS NOT NULL ORDER BY series_year, series_count";
    let mut statement = conn.prepare_cached(sql)?;
    let streams = statement.query_map([], |row| Ok(StreamId(uuid::Uuid::from_bytes(row.get(0)?))))?;
    let mut plans = Vec::new();
    for stream in streams {
        let (id, plan, _) = plan::find(conn, RecordRef::Id(stream?))?;
        plans.extend(plan.approved().map(|version| PlanInForce {
            plan: id,
            number: plan.number.to_string(),
            version: version.number,
            content: version.content.clone(),
        }));
    }
    Ok(plans)
}

fn proved(conn: &Connection) -> Result<Vec<Proof>, QueryFault> {
    let sql = "SELECT plan, step, scenario, services, person, day FROM drill_proof";
    let mut statement = conn.prepare_cached(sql)?;
    let proof = |row: &Row<'_>| {
        let services: String = row.get(3)?;
        let person: Option<[u8; 16]> = row.get(4)?;
        Ok(Proof {
            plan: StreamId(uuid::Uuid::from_bytes(row.get(0)?)),
            step: crate::ids::PartId(uuid::Uuid::from_bytes(row.get(1)?)),
            scenario: row.get(2)?,
            services: services.split_whitespace().filter_map(|id| id.parse().ok()).collect(),
            person: person.map(|bytes| PersonId(uuid::Uuid::from_bytes(bytes))),
            day: must(row, 5)?,
        })
    };
    Ok(statement.query_map([], proof)?.collect::<Result<_, _>>()?)
}
