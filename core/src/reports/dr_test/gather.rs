//! Gathers the facts of the report at the head of the log. Reads only.

use rusqlite::Connection;

use super::TestFacts;
use crate::domain::plan::Stage;
use crate::domain::policy::RuleKind;
use crate::ids::RecordRef;
use crate::queries::drill::Asking;
use crate::queries::policy::policy;
use crate::queries::views::{FindingQuery, FindingSort};
use crate::queries::{QueryFault, drill, finding, organisation, plan};
use crate::reports::edition::{Edition, Wanted};
use crate::time::Day;

/// The facts about a DR test as they stand at the head of the log; equal logs give equal facts.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn gather(conn: &Connection, record: RecordRef, wanted: Wanted) -> Result<TestFacts, QueryFault> {
    let edition = Edition::gather(conn, wanted)?;
    let view = drill::view(conn, record, Asking { by: None, now: edition.made, tick: None })?;
    let organisation = organisation::view(conn)?;
    let services = organisation.services.into_iter().map(|service| (service.id, service.name)).collect();
    let (_, held, _) = plan::find(conn, RecordRef::Id(view.plan.plan))?;
    let version = held.version(view.plan.version);
    let approved =
        version.and_then(|version| version.path.iter().rev().find(|passed| passed.stage == Stage::Approved));
    let query = FindingQuery {
        from: Some(view.id),
        sort: FindingSort::Number,
        ascending: true,
        limit: 500,
        ..FindingQuery::default()
    };
    let findings = finding::page(conn, &query, edition.made)?.items;
    let policy = policy(conn)?;
    let over = view.over.as_ref().map(|over| Day::at(over.timed.at.at, edition.zone));
    let retest_due = view.retest.and(over).and_then(|day| policy.due(RuleKind::Retest, day));
    let next_due = over.and_then(|day| policy.due(RuleKind::DrillPeriodic, day));
    Ok(TestFacts {
        plan_approved: approved.map(|passed| (passed.by, passed.recorded)),
        view,
        edition,
        services,
        findings,
        retest_due,
        next_due,
    })
}
