//! Changes that the review before asked for (ISO 22301 9.3.2, actions from earlier reviews).

use super::{Found, Gathering};
use crate::domain::review::{Decision, Facts, InputKind};
use crate::queries::QueryFault;

#[allow(clippy::unnecessary_wraps)] // As the other sources, which read.
pub fn gather(of: &Gathering<'_>) -> Result<Vec<Found>, QueryFault> {
    let Some(before) = of.before else { return Ok(Vec::new()) };
    let Some(version) = before.approved() else { return Ok(Vec::new()) };
    let asked = version.content.decisions().filter_map(|decided| match &decided.decision {
        Decision::NoChange { .. } => None,
        Decision::Change { change, title, .. } => Some(Found {
            kind: InputKind::EarlierDecision,
            record: *change,
            part: None,
            number: before.number.to_string(),
            title: title.clone(),
            facts: Facts { person: Some(decided.by), ..Facts::default() },
        }),
    });
    Ok(asked.collect())
}
