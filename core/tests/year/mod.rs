//! The sample's year as the tests of papers ask for it, and what every paper has to be.

use std::path::Path;

use lotse::app::{Answer, App, Entropy, Question};
use lotse::domain::organisation::Language;
use lotse::founding::Founding;
use lotse::ids::PersonId;
use lotse::queries::views::OrganisationView;
use lotse::reports::frame::PaperAsked;
use lotse::time::Instant;
use lotse::workspace::Workspace;

/// Random bytes that are the same in every run.
pub struct Counted(pub std::sync::atomic::AtomicU64);

impl Entropy for Counted {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(32) {
            let count = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let digest = ring::digest::digest(&ring::digest::SHA256, &count.to_be_bytes());
            chunk.copy_from_slice(&digest.as_ref()[..chunk.len()]);
        }
    }
}

/// The moment at which everything is asked.
pub fn now() -> Instant {
    "2026-11-22T10:14:00Z".parse().unwrap()
}

/// The sample's year in a folder, and who founded it.
pub fn year(folder: &Path) -> (App, PersonId) {
    year_of(folder, 0)
}

/// The same with ids of its own.
pub fn year_of(folder: &Path, seed: u64) -> (App, PersonId) {
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

/// A paper in a language, asked by a person.
pub fn asked(language: Language, by: PersonId) -> PaperAsked {
    PaperAsked { language, by: Some(by), at: now() }
}

/// The organisation with its people.
pub fn organisation(app: &App) -> OrganisationView {
    let Answer::Organisation(view) = app.query(&Question::Organisation {}, now()).unwrap() else {
        unreachable!("an organisation answers");
    };
    view
}

/// Every word of each page as a reader extracts it.
pub fn extracted(bytes: &[u8]) -> Vec<String> {
    let pdf = lopdf::Document::load_mem(bytes).unwrap();
    pdf.get_pages().into_keys().map(|page| pdf.extract_text(&[page]).unwrap()).collect()
}
