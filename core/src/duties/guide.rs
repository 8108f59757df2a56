//! What a document says: a version that holds is looked through again, and either stays as it is or is followed by another one.

use super::{Due, Promise, PromiseKind, Said, Settled};
use crate::domain::guide::Guide;
use crate::domain::policy::RuleKind;
use crate::time::{Instant, Zone};

/// What a document says, by names that stay.
pub fn promises(guide: &Guide) -> Vec<(String, Said)> {
    let mut looks: Vec<Instant> = Vec::new();
    for version in &guide.versions {
        looks.extend(version.from.map(|from| from.begin(Zone::UTC)));
        looks.extend(version.confirmed.iter().map(|confirmed| confirmed.recorded));
    }
    looks.sort_unstable();
    let next = looks.iter().skip(1).copied().map(Some).chain([None]);
    let promise = |(place, (begun, next)): (usize, (&Instant, Option<Instant>))| {
        let due = Due::Rule(RuleKind::DocumentReviewed);
        let promise = Promise::new(format!("looked:{place}"), PromiseKind::DocumentReview, *begun, due);
        let promise = Promise { settled: next.map(Settled::At), ..promise };
        (promise.key.clone(), Said::Promise(Box::new(promise)))
    };
    looks.iter().zip(next).enumerate().map(promise).collect()
}
