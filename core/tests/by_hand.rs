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

use std::path::Path;

use lotse::app::{Answer, App, Committed, Entropy, Fault, Order, Question};
use lotse::domain::Command;
use lotse::domain::organisation::Language;
use lotse::founding::Founding;
use lotse::ids::{OrderId, PersonId, RecordRef};
use lotse::queries::views::OrganisationView;
use lotse::reports::document::{Block, Document};
use lotse::reports::frame::PaperAsked;
use lotse::time::Instant;
use lotse::workspace::Workspace;
use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// Random bytes that are the same in every run.
struct Counted(std::sync::atomic::AtomicU64);

impl Entropy for Counted {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let count = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let digest = ring::digest::digest(&ring::digest::SHA256, &count.to_be_bytes());
            chunk.copy_from_slice(&digest.as_ref()[..chunk.len()]);
        }
    }
}

fn now() -> Instant {
    "2026-11-22T10:14:00Z".parse().unwrap()
}

/// The sample's year in a folder, and who founded it.
fn year(folder: &Path) -> (App, PersonId) {
    year_of(folder, 0)
}

/// The same with ids of its own.
fn year_of(folder: &Path, seed: u64) -> (App, PersonId) {
    let chance = || Box::new(Counted(std::sync::atomic::AtomicU64::new(seed)));
    let workspace = Workspace::create(&folder.join("Jahr.lotse"), None, now()).unwrap();
    let app = App::new(workspace, chance()).unwrap();
    let founding = Founding {
        organisation: "Loftware Cloud".into(),
        language: Language::De,
        zone: "Europe/Berlin".parse().unwrap(),
        person: "Anna Berg".into(),
    };
    let founder = lotse::sample::fill(&app, &founding, chance().as_ref(), now()).unwrap();
    (app, founder)
}

fn asked(language: Language, by: PersonId) -> PaperAsked {
    PaperAsked { language, by: Some(by), at: now() }
}

fn organisation(app: &App) -> OrganisationView {
    let Answer::Organisation(view) = app.query(&Question::Organisation {}, now()).unwrap() else {
        unreachable!("an organisation answers");
    };
    view
}

fn give(app: &App, by: PersonId, record: Option<RecordRef>, command: Command) -> Result<Committed, Fault> {
    let id = OrderId(uuid::Uuid::now_v7());
    app.execute(&Order { id, by, record, command, batch: None }, now())
}

fn conforms(bytes: &[u8]) {
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let options = ValidationOptions::default().profile(profile).limits(SafetyLimits::unlimited());
        let report = validate_pdf_bytes(bytes, &options).unwrap();
        let failures: Vec<String> = report.failures.iter().map(|failure| format!("{failure:?}")).collect();
        assert!(failures.is_empty(), "{profile:?}: {}", failures.join("\n"));
    }
}

/// Every word as a reader extracts it.
fn extracted(bytes: &[u8]) -> String {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = pdf.get_pages().into_keys().collect();
    pdf.extract_text(&pages).unwrap()
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

fn kept(name: &str, bytes: &[u8]) {
    if let Ok(folder) = std::env::var("LOTSE_PAPER") {
        std::fs::write(Path::new(&folder).join(name), bytes).unwrap();
    }
}
