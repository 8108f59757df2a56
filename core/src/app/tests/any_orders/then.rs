//! What was due and how the duties stood at the end of a day: asked on that day, with no more in the log than was known, and
//! asked again for that day when more is known. `on` a day means as it was known at its last minute, by the zone in which
//! it ended.

use super::super::*;
use super::office::Office;
use crate::queries::views::{DeadlineRow, DeadlinesView, LedgerView};
use crate::time::Day;

/// The answers of the days that ended.
#[derive(Default)]
pub struct Then(Vec<(Day, DeadlinesView, LedgerView)>);

impl Then {
    /// The day ends: it is asked how everything stands at its last minute, and the next one begins.
    pub fn night(&mut self, office: &Office) {
        let (day, zone) = (office.today(), office.zone());
        let end = day.last_minute(zone);
        if office.now() >= end {
            return;
        }
        office.clock.set(end);
        office.note(format!("the night of {day} ({zone})"));
        let today = asked(office, None);
        assert_eq!(today, asked(office, Some(day)), "a day that is today is as of now");
        self.0.push((day, today.0, today.1));
        office.later(1);
    }

    /// Asks for every day again.
    pub fn check(&self, office: &Office) -> Result<usize, String> {
        for (day, due, ledger) in &self.0 {
            let (due_now, ledger_now) = asked(office, Some(*day));
            if due_now.at != due.at {
                return Err(format!("{day} ended at {}, now it ends at {}", due.at, due_now.at));
            }
            differs(*day, &due.items, &due_now.items)?;
            differs(*day, &ledger.occurrences, &ledger_now.occurrences)?;
            if (ledger, due) != (&ledger_now, &due_now) {
                return Err(format!("{day}\nthen {ledger:?}\nnow  {ledger_now:?}"));
            }
        }
        Ok(self.0.iter().map(|(_, due, ledger)| due.items.len() + ledger.occurrences.len()).sum())
    }
}

/// The first row that is not as it was.
fn differs(day: Day, then: &[DeadlineRow], now: &[DeadlineRow]) -> Result<(), String> {
    let same = |rows: &[DeadlineRow], row: &DeadlineRow| rows.contains(row);
    let gone = then.iter().find(|row| !same(now, row));
    let new = now.iter().find(|row| !same(then, row));
    if gone.is_some() || new.is_some() {
        return Err(format!("{day}\nthen {gone:#?}\nnow  {new:#?}"));
    }
    Ok(())
}

fn asked(office: &Office, on: Option<Day>) -> (DeadlinesView, LedgerView) {
    let Answer::Deadlines(mut due) = office.ask(&Question::Deadlines { on, within: None, kept: true }) else {
        panic!("no deadlines")
    };
    let Answer::Ledger(mut ledger) = office.ask(&Question::Ledger { on, duty: None, every: true }) else {
        panic!("no ledger")
    };
    // A record and a person are called what they are called today, so that they are found.
    due.people.clear();
    ledger.people.clear();
    for row in due.items.iter_mut().chain(&mut ledger.occurrences) {
        row.title.clear();
    }
    (due, ledger)
}
