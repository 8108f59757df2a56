//! The ledger of promises as a paper: each duty with what it asks and every occurrence, with the record that proves it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod whole;
mod year;

use lotse::app::{Answer, Bytes, Question};
use lotse::deadlines::Standing;
use lotse::domain::organisation::Language;
use lotse::duties::DUTIES;
use lotse::queries::views::LedgerView;
use lotse::reports::ledger;
use lotse::words::Words;

use whole::{conforms, kept};
use year::{asked, extracted, now, organisation, year, year_of};

#[test]
fn every_duty_says_what_triggers_it_by_when_it_is_due_and_what_proves_it_in_both_languages() {
    for (words, language) in [(Words::german(), "de"), (Words::english(), "en")] {
        for duty in 1..=DUTIES {
            for part in ["trigger", "due", "proof"] {
                let said = words.find(&format!("duty-{duty}-{part}"), &[]).unwrap_or_default();
                assert!(said.ends_with('.') && said.len() > 20, "{language}: {duty} {part}: {said}");
            }
        }
    }
}

/// Words as a reader extracts them, without where lines end.
fn flat(pages: &[String]) -> String {
    pages.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_ledger_prints_of_each_duty_what_it_asks_and_every_occurrence_with_its_proof() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year(folder.path());
    let question = Question::Ledger { on: None, duty: None, every: true };
    let Answer::Ledger(view) = app.query(&question, now()).unwrap() else {
        unreachable!("the ledger answers");
    };
    let proved = view.occurrences.iter().find(|row| row.proof_number.is_some()).unwrap();
    for (language, words, name) in
        [(Language::De, Words::german(), "ledger-de.pdf"), (Language::En, Words::english(), "ledger-en.pdf")]
    {
        let bytes = app.bytes(&Bytes::Ledger { on: None, asked: asked(language, anna) }).unwrap();
        kept(name, &bytes);
        conforms(&bytes);
        assert_eq!(bytes, app.bytes(&Bytes::Ledger { on: None, asked: asked(language, anna) }).unwrap());
        let text = flat(&extracted(&bytes));
        assert!(text.contains(proved.proof_number.as_deref().unwrap()), "{proved:?}");
        assert!(text.contains(&words.say("duty-1-trigger", &[])), "{text}");
        assert!(text.contains(&words.say("term-days", &[("count", 30.into())])));
        for row in &view.occurrences {
            let number = row.proof_number.as_ref().unwrap_or(&row.number);
            assert!(text.contains(&**number), "{row:?}");
        }
        for id in ["duty-trigger", "paper-ledger-", "deadlines-", "standing-", "rule-kind-", "{ $"] {
            assert!(!text.contains(id), "{id} in:\n{text}");
        }
    }
}

/// The same view with every occurrence that was kept told so many times.
fn often(view: &LedgerView, times: usize) -> LedgerView {
    let kept = view.occurrences.iter().filter(|row| row.deadline.standing == Standing::Kept);
    let more = kept.flat_map(|row| std::iter::repeat_n(row.clone(), times));
    let others = view.occurrences.iter().filter(|row| row.deadline.standing != Standing::Kept).cloned();
    let mut occurrences: Vec<_> = others.chain(more).collect();
    occurrences.sort_by_key(|row| row.deadline.duty);
    LedgerView { occurrences, ..view.clone() }
}

#[test]
fn a_duty_that_was_kept_often_names_every_record_and_prints_the_others_in_full() {
    let folder = tempfile::tempdir().unwrap();
    let (app, anna) = year_of(folder.path(), 3);
    assert!(!organisation(&app).name.is_empty());
    let reader = app.workspace().reader().unwrap();
    let facts = ledger::gather(&reader, None, &asked(Language::De, anna)).unwrap();
    let facts = ledger::LedgerFacts { view: often(&facts.view, 40), ..facts };
    let second = facts.view.occurrences.iter().filter(|row| row.deadline.duty == Some(2));
    let (count, number) = (second.clone().count(), second.clone().next().unwrap().number.clone());
    assert!(count > 40);
    let bytes = ledger::print(&facts).unwrap().bytes;
    kept("ledger-often.pdf", &bytes);
    conforms(&bytes);
    let text = flat(&extracted(&bytes));
    let (_, section) = text.rsplit_once(&Words::german().say("duty-2-proof", &[])).unwrap();
    let (section, _) = section.split_once(&Words::german().say("duty-3-trigger", &[])).unwrap();
    assert!(section.matches(&*number).count() >= 40, "{section}");
    for row in second {
        assert!(section.contains(&*row.number), "{}", row.number);
    }
}
