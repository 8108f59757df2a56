//! What the clocks of all records give a review to look at: risks that somebody bears until a day, tests that are to be done
//! again, and promises of the governance that were kept late, not kept, or whose proof is missing. What incidents promise by
//! their own clocks and SLA levels is gathered beside them.

use std::collections::BTreeMap;

use super::{Found, Gathering};
use crate::deadlines::{self, Beside, Deadline, Standing};
use crate::domain::review::{Facts, InputKind};
use crate::duties::{PromiseKind, Said};
use crate::ids::{Number, PartId, Series, StreamId};
use crate::log::chain::sha256;
use crate::projections::promises;
use crate::queries::deadlines::name;
use crate::queries::{QueryFault, organisation};
use crate::time::{Day, Instant, Moment};

/// The duties after an emergency whose promises bear no kind of their own: reviews, decisions, teams, tests and analyses.
const GOVERNANCE: std::ops::RangeInclusive<u8> = 27..=33;

pub fn gather(of: &Gathering<'_>) -> Result<Vec<Found>, QueryFault> {
    let organisation = organisation::organisation(of.conn)?;
    let facts = promises::known_at(of.conn, of.now)?;
    let mut rest: BTreeMap<(StreamId, String), Instant> = BTreeMap::new();
    for fact in &facts {
        if let Said::Promise(promise) = &fact.said {
            rest.extend(promise.rest.map(|at| ((fact.record, fact.key.clone()), at)));
        }
    }
    let beside = Beside { at: of.now, zone: of.zone, policy: of.policy, organisation: organisation.as_ref() };
    let mut all = deadlines::all(facts, &beside);
    all.retain(|deadline| deadline.record != of.review && deadline.proof != Some(of.review));
    all.sort_by(|a, b| (a.due, a.kind, a.record, &a.key).cmp(&(b.due, b.kind, b.record, &b.key)));
    let mut found = Vec::new();
    for deadline in all {
        let rest = rest.get(&(deadline.record, deadline.key.clone())).copied();
        let Some(kind) = kind(of, &deadline, rest) else { continue };
        let (number, title) = name(of.conn, deadline.record)?;
        let series = number.parse::<Number>().ok().map(|number| number.series);
        let risk = kind == InputKind::AcceptedRisk;
        // A finding whose risk ended stands among the open ones.
        if risk && deadline.standing == Standing::Late && series == Some(Series::Finding) {
            continue;
        }
        let title = match series {
            // A review may accept several, each with its own words.
            Some(Series::Review) if risk => deadline.text.clone(),
            Some(_) | None if !title.is_empty() => title,
            Some(_) => number.clone(),
            None => organisation.as_ref().map(|organisation| organisation.name.clone()).unwrap_or_default(),
        };
        let facts = facts_of(of, &deadline, kind, &title);
        found.push(Found {
            kind,
            record: deadline.record,
            part: Some(part(&deadline)),
            number,
            title,
            facts,
        });
    }
    Ok(found)
}

/// What a promise is to a review; none where it is nothing to look at, or is gathered elsewhere.
fn kind(of: &Gathering<'_>, deadline: &Deadline, rest: Option<Instant>) -> Option<InputKind> {
    let open = deadline.standing.is_open();
    match deadline.kind {
        PromiseKind::RiskEnds => open.then_some(InputKind::AcceptedRisk),
        PromiseKind::Retest if open => Some(InputKind::RetestDue),
        // Open actions stand among the findings and the recommendations.
        PromiseKind::Finding | PromiseKind::Recommendation if open => None,
        PromiseKind::Duty => {
            let governance = deadline.duty.is_some_and(|duty| GOVERNANCE.contains(&duty));
            (governance && broken(of, deadline, rest)).then_some(InputKind::PromiseBroken)
        }
        PromiseKind::Report
        | PromiseKind::Recommendation
        | PromiseKind::Review
        | PromiseKind::ChangeAnswer
        | PromiseKind::Change
        | PromiseKind::ChangeResumes
        | PromiseKind::Finding
        | PromiseKind::Drill
        | PromiseKind::DrillResult
        | PromiseKind::DrillAnalysis
        | PromiseKind::Retest
        | PromiseKind::Acknowledgement
        | PromiseKind::LegalClassification
        | PromiseKind::LegalFirst
        | PromiseKind::LegalNotice
        | PromiseKind::LegalInterim
        | PromiseKind::LegalFinal
        | PromiseKind::CreditClaim
        | PromiseKind::DocumentReview => broken(of, deadline, rest).then_some(InputKind::PromiseBroken),
        PromiseKind::Response
        | PromiseKind::Handling
        | PromiseKind::NextUpdate
        | PromiseKind::ExpectedRepair
        | PromiseKind::WaitingLimit
        | PromiseKind::ProviderReview => None,
    }
}

/// It is late, or was kept late or came to rest without a proof since the review before.
fn broken(of: &Gathering<'_>, deadline: &Deadline, rest: Option<Instant>) -> bool {
    let since = |at: Option<Instant>| at.is_some_and(|at| of.covers(at, at));
    match deadline.standing {
        Standing::Late => true,
        Standing::KeptLate => since(deadline.settled),
        Standing::ProofMissing => since(rest),
        Standing::Due | Standing::Open | Standing::Kept => false,
    }
}

fn facts_of(of: &Gathering<'_>, deadline: &Deadline, kind: InputKind, title: &str) -> Facts {
    let moment = |at: Option<Instant>| at.map(|at| Moment::exact(at, of.zone));
    let text = if deadline.text == title { String::new() } else { deadline.text.clone() };
    let facts = Facts { person: deadline.owner, text, ..Facts::default() };
    if kind == InputKind::PromiseBroken {
        let (promise, duty, standing) = (Some(deadline.kind), deadline.duty, Some(deadline.standing));
        let (due, settled) = (moment(deadline.due), moment(deadline.settled));
        Facts { promise, duty, standing, due, settled, ..facts }
    } else {
        Facts { due_day: deadline.due.map(|due| Day::at(due, of.zone)), ..facts }
    }
}

/// The part that a promise is of: the risk's own id, or one made of its name and when it began, so that two gatherings find
/// the same promise the same.
fn part(deadline: &Deadline) -> PartId {
    let own = deadline.key.strip_prefix("risk:").and_then(|id| id.parse().ok());
    own.unwrap_or_else(|| {
        let named = sha256(format!("{} {}", deadline.key, deadline.begun.micros()).as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&named[..16]);
        PartId(uuid::Uuid::from_bytes(bytes))
    })
}
