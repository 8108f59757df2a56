//! The window on the sample's year, in which somebody already acts: what most tests of screens begin with.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use lotse::app::{App, Entropy};
use lotse::domain::organisation::Language;
use lotse::founding::Founding;
use lotse::ids::PersonId;
use lotse::sample;
use lotse::time::Instant;
use lotse::workspace::Workspace;
use serde_json::json;
use thirtyfour::error::WebDriverResult;

use crate::desk::Desk;
use crate::window::{Opening, Window};

/// The moment that stands for now in all of these tests.
pub const NOW: &str = "2026-11-20T14:30:00Z";

/// Screens by a name for their files: the register, a record on each of its tabs, the parts of the settings, a report.
pub const SCREENS: [(&str, &str); 23] = [
    ("heute", "#/heute"),
    ("notfaelle", "#/notfaelle"),
    ("notfall-verlauf", "#/notfaelle/N-2026-002"),
    ("notfall-ablauf", "#/notfaelle/N-2026-002?tab=flow"),
    ("notfall-lage", "#/notfaelle/N-2026-002?tab=situation"),
    ("notfall-team", "#/notfaelle/N-2026-002?tab=team"),
    ("notfall-anbieter", "#/notfaelle/N-2026-002?tab=provider"),
    ("notfall-wiederherstellung", "#/notfaelle/N-2026-002?tab=recovery"),
    ("notfall-nachrichten", "#/notfaelle/N-2026-002?tab=messages"),
    ("notfall-tickets", "#/notfaelle/N-2026-002?tab=tickets"),
    ("notfall-nachbereitung", "#/notfaelle/N-2026-002?tab=afterwork"),
    ("notfall-nachweise", "#/notfaelle/N-2026-002?tab=evidence"),
    ("notfall-historie", "#/notfaelle/N-2026-002?tab=history"),
    ("notfall-laeuft", "#/notfaelle/N-2026-009"),
    ("berichte", "#/berichte"),
    ("bericht-entwurf", "#/berichte?record=N-2026-009"),
    ("import", "#/import"),
    ("protokoll", "#/protokoll"),
    ("einstellungen", "#/einstellungen"),
    ("einstellungen-organisation", "#/einstellungen/organisation"),
    ("einstellungen-personen", "#/einstellungen/personen"),
    ("einstellungen-dienste", "#/einstellungen/dienste"),
    ("einstellungen-arbeitsmappe", "#/einstellungen/arbeitsmappe"),
];

/// The same of what governs the process: what is due, reviews, tests, findings, changes, documents, notices and their rules.
pub const GOVERNANCE: [(&str, &str); 24] = [
    ("kalender", "#/kalender"),
    ("kalender-monat", "#/kalender/monat?day=2026-12-11"),
    ("kalender-pflichten", "#/kalender/pflichten?duty=20"),
    ("pruefungen", "#/pruefungen"),
    ("pruefung", "#/pruefungen/P-2026-003"),
    ("pruefung-geplant", "#/pruefungen/P-2026-004"),
    ("tests", "#/tests"),
    ("test", "#/tests/T-2026-001"),
    ("test-angesetzt", "#/tests/T-2026-002"),
    ("aktionsplan", "#/aktionsplaene/K-2026-001"),
    ("feststellungen", "#/feststellungen"),
    ("feststellung", "#/feststellungen/F-2026-001"),
    ("aenderungen", "#/aenderungen"),
    ("aenderung", "#/aenderungen/A-2026-001"),
    ("aenderung-delegiert", "#/aenderungen/A-2026-002"),
    ("leitfaden", "#/leitfaden"),
    ("dokument", "#/leitfaden/L-2026-001"),
    ("dokument-schritte", "#/leitfaden/L-2026-001?tab=steps"),
    ("mitteilungen", "#/mitteilungen"),
    ("mitteilung", "#/mitteilungen/M-2026-005"),
    ("erinnerungen", "#/erinnerungen"),
    ("einstellungen-erinnerungen", "#/einstellungen/erinnerungen"),
    ("einstellungen-regeln", "#/einstellungen/regeln"),
    ("einstellungen-mail", "#/einstellungen/mail"),
];

/// Random bytes that are none: the same ids in every run.
pub(crate) struct Counted(AtomicU64);

impl Counted {
    /// Counts from here.
    pub(crate) const fn from(first: u64) -> Self {
        Self(AtomicU64::new(first))
    }
}

impl Entropy for Counted {
    fn fill(&self, bytes: &mut [u8]) {
        let count = self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        bytes.iter_mut().rev().zip(count.iter().rev()).for_each(|(byte, part)| *byte = *part);
    }
}

/// A workspace with the sample's year, and who founded it.
pub fn year(desk: &Desk, language: &str) -> (PathBuf, PersonId) {
    let file = desk.folder("papers").join("Loftware Cloud.lotse");
    let now: Instant = NOW.parse().expect("a moment");
    let workspace = Workspace::create(&file, None, now).expect("a new workspace");
    let app = App::new(workspace, Box::new(Counted::from(0))).expect("its read models");
    let founding = Founding {
        organisation: "Loftware Cloud".into(),
        language: if language == "de" { Language::De } else { Language::En },
        zone: "Europe/Berlin".parse().expect("a zone"),
        person: "Anna Berg".into(),
    };
    let founder = sample::fill(&app, &founding, &Counted::from(1 << 40), now).expect("the sample");
    (file, founder)
}

/// Opens the window on the sample's year; its founder acts.
///
/// # Errors
/// Whatever the WebDriver says.
pub async fn open(desk: &Desk, language: &'static str, look: &'static str) -> WebDriverResult<Window> {
    let (file, founder) = year(desk, language);
    let opening = Opening { look, file: Some(file), now: Some(NOW), ..Opening::first(language) };
    let window = Window::open(desk, &opening).await?;
    act(&window, founder).await?;
    Ok(window)
}

/// The window asks who acts, and this person does.
///
/// # Errors
/// Whatever the WebDriver says.
pub async fn enter(window: &Window, person: PersonId) -> WebDriverResult<()> {
    window.until("the window asks who acts", "return !!document.querySelector('main.who')").await?;
    act(window, person).await
}

/// Says who acts, as a person does who chooses themself.
///
/// # Errors
/// Whatever the WebDriver says.
pub async fn act(window: &Window, person: PersonId) -> WebDriverResult<()> {
    let act = "const [person, done] = arguments;
      window.__TAURI_INTERNALS__.invoke('desktop', { request: { do: 'actAs', person } })
        .then(() => done(null), (why) => done(JSON.stringify(why)))";
    let fault = window.driver.execute_async(act, vec![json!(person.to_string())]).await?;
    assert_eq!(fault.json(), &json!(null), "nobody acts");
    window.driver.refresh().await?;
    window.until("the side bar is there", "return document.querySelectorAll('nav a').length > 1").await
}

/// Goes to an address and waits until its screen is there with all that it asked for.
///
/// # Errors
/// Whatever the WebDriver says.
pub async fn show(window: &Window, screen: &str) -> WebDriverResult<()> {
    window.driver.execute_async(GO, vec![json!(screen)]).await?;
    window.until(&format!("{screen} is there"), SETTLED).await
}

/// Counts the questions of the page that are under way from now on, each until its answer is there whole and painted; goes
/// to an address, and is done when the page has painted what it shows there before any answer.
const GO: &str = r"
  const [screen, done] = arguments;
  const paint = () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  if (!window.underWay) {
    let open = 0;
    const ask = window.fetch;
    window.underWay = () => open;
    window.fetch = (...words) => {
      open += 1;
      const asked = ask(...words);
      asked.then((answer) => answer.clone().arrayBuffer()).catch(() => null).then(paint).then(() => { open -= 1; });
      return asked;
    };
  }
  const there = () => paint().then(() => done());
  if (location.hash === screen) there();
  else { addEventListener('hashchange', there, { once: true }); location.hash = screen; }";
const SETTLED: &str = r"return window.underWay() === 0 && !document.querySelector('[aria-busy=true]')
  && !!document.querySelector('h1')?.innerText
  && ![...document.querySelectorAll('[data-drawn=false]')].some((page) => {
    const at = page.getBoundingClientRect();
    return page.contains(document.elementFromPoint(at.left + 8, at.top + 8));
  })
  && document.getAnimations().every((one) => one.playState !== 'running')";
