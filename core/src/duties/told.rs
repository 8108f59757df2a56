//! What was known when: the promises of a record as rows that say from when until when they were known so. A row is closed,
//! never changed, so that any day in the past can be asked what was known and due then.

use std::collections::BTreeMap;

use super::{Said, Settled};
use crate::time::{Instant, Length};

/// What is written within so long belongs to one order: no day is asked for a state between its events.
const ONE_ORDER: Length = Length::micros(1_000);

/// What a record said, and when that was known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it said.
    pub said: Said,
    /// When a promise was settled, where it was.
    pub settled: Option<Instant>,
    /// Since when that was known.
    pub from: Instant,
    /// Until when; none while it holds.
    pub until: Option<Instant>,
}

/// The rows of a record, by the names of what it says, oldest first.
pub type Known = BTreeMap<String, Vec<Row>>;

/// Takes in what a record says after something was written down.
pub fn step(known: &mut Known, said: Vec<(String, Said)>, recorded: Instant) {
    let mut now: BTreeMap<String, Said> = said.into_iter().collect();
    for (key, rows) in known.iter_mut() {
        let Some(last) = rows.last_mut().filter(|row| row.until.is_none()) else { continue };
        let next = now.remove(key).map(|said| row(said, last.settled, recorded));
        if next.as_ref().is_some_and(|next| next.said == last.said && next.settled == last.settled) {
            continue;
        }
        if last.from.until(recorded) < ONE_ORDER {
            rows.pop();
        } else {
            last.until = Some(recorded);
        }
        rows.extend(next);
    }
    known.retain(|_, rows| !rows.is_empty());
    for (key, said) in now {
        known.entry(key).or_default().push(row(said, None, recorded));
    }
}

/// What is settled when it is written down stays settled then, whatever else changes about it. The row says the instant, so
/// that a row that is read back is the same as one that was never written.
fn row(mut said: Said, settled_before: Option<Instant>, recorded: Instant) -> Row {
    let settled = match &mut said {
        Said::Promise(promise) => {
            let settled = promise.settled.map(|settled| match settled {
                Settled::At(at) => at,
                Settled::Written => settled_before.unwrap_or(recorded),
            });
            promise.settled = settled.map(Settled::At);
            settled
        }
        Said::Settles { .. } | Said::Beat { .. } => None,
    };
    Row { said, settled, from: recorded, until: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::duties::{Due, Promise, PromiseKind};

    fn at(seconds: i64) -> Instant {
        "2026-05-01T08:00:00Z".parse::<Instant>().unwrap().plus(Length::seconds(seconds))
    }

    fn ticket(text: &str, settled: Option<Settled>) -> Vec<(String, Said)> {
        let promise = Promise::new("1", PromiseKind::Duty, at(0), Due::Rest);
        let promise = Promise { duty: Some(1), text: text.to_owned(), settled, ..promise };
        vec![("1".to_owned(), Said::Promise(Box::new(promise)))]
    }

    #[test]
    fn what_was_known_then_is_closed_and_never_changed() {
        let mut known = Known::new();
        step(&mut known, ticket("", None), at(0));
        step(&mut known, ticket("", None), at(60));
        step(&mut known, ticket("", Some(Settled::Written)), at(120));
        step(&mut known, ticket("other", Some(Settled::Written)), at(180));
        step(&mut known, Vec::new(), at(240));
        let rows: Vec<_> = known["1"].iter().map(|row| (row.from, row.until, row.settled)).collect();
        assert_eq!(
            rows,
            [
                (at(0), Some(at(120)), None),
                (at(120), Some(at(180)), Some(at(120))),
                (at(180), Some(at(240)), Some(at(120))),
            ]
        );
    }

    #[test]
    fn what_was_settled_when_it_was_written_down_stays_one_row() {
        let mut known = Known::new();
        step(&mut known, ticket("", Some(Settled::Written)), at(0));
        // As it is read back before the next order: the instant, no longer that it was the one of the writing.
        assert_eq!(known["1"][0].said, ticket("", Some(Settled::At(at(0)))).remove(0).1);
        step(&mut known, ticket("", Some(Settled::Written)), at(60));
        assert_eq!(known["1"].len(), 1);
    }

    #[test]
    fn between_the_events_of_one_order_nothing_was_known() {
        let mut known = Known::new();
        step(&mut known, ticket("", None), at(0));
        step(&mut known, Vec::new(), at(0).plus(Length::micros(1)));
        assert!(known.is_empty());
    }

    #[test]
    fn what_comes_again_begins_anew() {
        let mut known = Known::new();
        step(&mut known, ticket("", None), at(0));
        step(&mut known, Vec::new(), at(60));
        step(&mut known, ticket("", None), at(120));
        assert_eq!(known["1"].len(), 2);
        assert_eq!(known["1"][1].until, None);
    }
}
