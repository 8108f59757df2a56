//! Papers that somebody fills in by hand, and files for those who have no access: what they say of a sample's year, that they
//! are whole, and that what is printed on them is what is typed afterwards.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "by_hand/across.rs"]
mod across;
#[path = "by_hand/changes.rs"]
mod changes;
#[path = "by_hand/notices.rs"]
mod notices;
#[path = "by_hand/steps.rs"]
mod steps;
#[path = "by_hand/terminal.rs"]
mod terminal;

mod whole;
mod year;

use lotse::app::{App, Committed, Fault, Order};
use lotse::domain::Command;
use lotse::ids::{OrderId, PersonId, RecordRef};
use lotse::reports::document::{Block, Document};

use whole::{conforms, kept};
use year::{asked, extracted, now, organisation, year, year_of};

fn give(app: &App, by: PersonId, record: Option<RecordRef>, command: Command) -> Result<Committed, Fault> {
    let id = OrderId(uuid::Uuid::now_v7());
    app.execute(&Order { id, by, record, command, batch: None }, now())
}

/// No sentence is missing, and no heading is level-less.
fn speaks(document: &Document) {
    let said = serde_json::to_string(&document.blocks).unwrap();
    for id in
        ["steps-", "slip-", "notice-", "plan-", "drill-", "gobag-", "change-", "report-", "paper-", "guide-"]
    {
        for opening in ["\"text\":\"", "\"label\":\""] {
            let at = said.find(&format!("{opening}{id}"));
            assert_eq!(at.map(|at| &said[at..said.len().min(at + 60)]), None);
        }
    }
    assert!(!said.contains("{ $"), "a sentence without its value");
    assert!(!document.blocks.is_empty() && !matches!(document.blocks[0], Block::NewPage));
}
