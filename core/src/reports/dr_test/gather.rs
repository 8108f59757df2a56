//! Gathers the facts of the report at the head of the log. Reads only.

use rusqlite::Connection;

use super::{Following, Next, Source, TestFacts, Yearly};
use crate::deadlines::Standing;
use crate::domain::change::Origin;
use crate::domain::drill::Drill;
use crate::domain::plan::Stage;
use crate::domain::policy::RuleKind;
use crate::duties::{self, DRILL_PERIODIC, drill_of_plan, drill_of_service};
use crate::ids::{PartId, RecordRef, StreamId};
use crate::queries::drill::Asking;
use crate::queries::policy::policy;
use crate::queries::views::{DeadlineRow, DrillView, FindingQuery, FindingRow, FindingSort};
use crate::queries::{QueryFault, change, deadlines, drill, finding, organisation, plan, review};
use crate::reports::asked;
use crate::reports::edition::{Edition, Wanted};
use crate::time::Day;

/// The duty that there is a test every year (duties.md).
const YEARLY: u8 = 32;

/// The facts about a DR test as they stand at the head of the log; equal logs give equal facts.
///
/// # Errors
/// `NoSuchRecord`, or when the log cannot be read.
pub fn gather(conn: &Connection, record: RecordRef, wanted: Wanted) -> Result<TestFacts, QueryFault> {
    let edition = Edition::gather(conn, wanted)?;
    let view = drill::view(conn, record, Asking { by: None, now: edition.made, tick: None })?;
    let (_, held, _) = drill::find(conn, record)?;
    let organisation = organisation::view(conn)?;
    let services = organisation.services.into_iter().map(|service| (service.id, service.name)).collect();
    let (_, used, _) = plan::find(conn, RecordRef::Id(view.plan.plan))?;
    let version = used.version(view.plan.version);
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
    let over = view.over.as_ref().map(|over| Day::at(over.timed.at.at, edition.zone));
    let retest_due = match view.retest.and(over) {
        Some(day) => policy(conn)?.due(RuleKind::Retest, day),
        None => None,
    };
    Ok(TestFacts {
        plan_approved: approved.map(|passed| (passed.by, passed.recorded)),
        covered: drill::covered_here(conn, &held, Day::at(edition.made, edition.zone))?,
        changes: changes(conn, &view, &findings, &edition)?,
        yearly: yearly(conn, view.id, &held, &edition)?,
        view,
        edition,
        services,
        findings,
        retest_due,
    })
}

/// What was asked for because of the test: by way of its findings, and by the reviews that analysed it.
fn changes(
    conn: &Connection,
    view: &DrillView,
    findings: &[FindingRow],
    edition: &Edition,
) -> Result<Vec<Following>, QueryFault> {
    let reviews = view.reviews.iter().map(|analysed| analysed.review);
    let origins: Vec<StreamId> =
        findings.iter().map(|finding| finding.id).chain(reviews).chain([view.id]).collect();
    let records = change::from_records(conn, &origins)?;
    let mut found = Vec::new();
    for (asked, change) in asked::gather(conn, records, edition.zone)? {
        let from = match change.origin {
            Origin::Finding { finding } => {
                let raised = findings.iter().find(|held| held.id == finding);
                raised.map(|held| Source::Finding(held.number.clone()))
            }
            Origin::Review { review, item } => Some(of_review(conn, review, item)?),
            Origin::Drill { .. } => Some(Source::Test),
            Origin::Incident { .. } | Origin::Idea | Origin::Outside => None,
        };
        found.extend(from.map(|from| Following { asked, from }));
    }
    Ok(found)
}

fn of_review(conn: &Connection, review: StreamId, item: PartId) -> Result<Source, QueryFault> {
    let (_, held, _) = review::find(conn, RecordRef::Id(review))?;
    let about = held.content.items.iter().find(|held| held.input.id == item);
    Ok(Source::Review {
        number: held.number.to_string(),
        about: about.map(|held| held.input.number.clone()).filter(|number| !number.is_empty()),
    })
}

/// The yearly test as the ledger has it.
fn yearly(
    conn: &Connection,
    record: StreamId,
    held: &Drill,
    edition: &Edition,
) -> Result<Yearly, QueryFault> {
    let day = |at| Day::at(at, edition.zone);
    let counted = duties::yearly(held).map(day);
    let services = held.content().into_iter().flat_map(|content| &content.about.services);
    let mut matters: Vec<String> = services.map(|target| drill_of_service(target.service)).collect();
    matters.extend([DRILL_PERIODIC.to_owned(), drill_of_plan(held.plan.plan)]);
    let mut rows =
        deadlines::ledger(conn, None, deadlines::Occurrences::Of(YEARLY), edition.made)?.occurrences;
    rows.retain(|row| match counted {
        Ok(_) => row.deadline.record == record,
        Err(_) => row.deadline.standing.is_open() && matters.contains(&row.deadline.key),
    });
    rows.sort_by(|a, b| (&a.deadline.text, &a.deadline.key).cmp(&(&b.deadline.text, &b.deadline.key)));
    let next = |row: DeadlineRow| {
        let deadline = row.deadline;
        let proof = row.proof_number.filter(|number| !number.is_empty());
        Some(Next {
            due: day(deadline.due?),
            of: deadline.text,
            late: deadline.standing == Standing::Late,
            kept: proof.zip(deadline.settled.map(day)),
        })
    };
    Ok(Yearly { counted, next: rows.into_iter().filter_map(next).collect() })
}
