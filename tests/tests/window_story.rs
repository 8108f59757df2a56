//! The whole story in the real window: a person without a mouse goes from the first start to a report on paper, in
//! both languages, and a power cut in the middle loses nothing that was acknowledged.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use lotse::words::{FluentValue, Words};
use lotse_tests::desk::{Desk, wait_until};
use lotse_tests::window::{Opening, Window};
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

const NOW: &str = "2026-11-20T14:30:00Z";

/// A person who works in one language.
struct Person {
    desk: Desk,
    language: &'static str,
    words: &'static Words,
}

impl Person {
    fn speaking(language: &'static str) -> Self {
        let words = if language == "de" { Words::german() } else { Words::english() };
        Self { desk: Desk::new(), language, words }
    }

    fn say(&self, id: &str) -> String {
        self.words.find(id, &[]).unwrap_or_else(|| panic!("nobody says {id}"))
    }

    /// A sentence with one value.
    fn say_with(&self, id: &str, name: &str, value: &str) -> String {
        self.words.find(id, &[(name, FluentValue::from(value))]).unwrap_or_else(|| panic!("nobody says {id}"))
    }

    async fn open(&self, dialogs: &[&str]) -> WebDriverResult<Window> {
        let dialogs = dialogs.iter().map(|name| vec![self.desk.folder("papers").join(name)]).collect();
        let opening = Opening { now: Some(NOW), dialogs, ..Opening::first(self.language) };
        Window::open(&self.desk, &opening).await
    }

    /// The first start: an empty workspace for an organisation.
    async fn found(&self, window: &Window) -> WebDriverResult<()> {
        window.until_text(&self.say("start-title")).await?;
        window.walk_to(&self.say("start-begin-sample")).await?;
        window.press(Key::Down).await?;
        window.press(Key::Down).await?;
        window.fill(&self.say("start-organisation"), "Hafen Cloud").await?;
        window.fill(&self.say("start-person"), "Anna Berg").await?;
        window.choose(&self.say("start-create")).await?;
        window.until_text(&self.say("today-empty-workspace")).await
    }

    /// Types a report of an incident up to the last key and waits until the draft of it is on the disk.
    async fn begin_report(&self, window: &Window, title: &str) -> WebDriverResult<()> {
        window.chord(&[], "n").await?;
        window.until_text(&self.say("keys-report-incident")).await?;
        window.fill(&self.say("reporting-title"), title).await?;
        let kept = self.say_with("draft-kept", "when", "");
        window.until_text(kept.trim_end_matches('.').trim()).await
    }
}

/// A small invented history of a status page: one incident, one that its title marks as an emergency.
const HISTORY: &str = r#"{"page":{"id":"hafen0000001","name":"Hafen","url":"https://status.example.org","time_zone":"Etc/UTC"},
"incidents":[
{"id":"hafeninc0001","name":"Slow search","status":"resolved","impact":"minor","created_at":"2026-03-02T08:00:00.000Z",
 "updated_at":"2026-03-02T09:10:00.000Z","started_at":"2026-03-02T08:00:00.000Z","resolved_at":"2026-03-02T09:10:00.000Z",
 "shortlink":"https://stspg.example.org/1","components":[],"incident_updates":[
 {"id":"hafenupd0001","status":"resolved","body":"Fixed.","incident_id":"hafeninc0001","created_at":"2026-03-02T09:10:00.000Z",
  "updated_at":"2026-03-02T09:10:00.000Z","display_at":"2026-03-02T09:10:00.000Z","affected_components":null},
 {"id":"hafenupd0002","status":"investigating","body":"Search is slow.","incident_id":"hafeninc0001",
  "created_at":"2026-03-02T08:00:00.000Z","updated_at":"2026-03-02T08:00:00.000Z","display_at":"2026-03-02T08:00:00.000Z",
  "affected_components":null}]},
{"id":"hafeninc0002","name":"[Notfall] Portal down","status":"resolved","impact":"critical","created_at":"2026-05-06T05:00:00.000Z",
 "updated_at":"2026-05-06T07:30:00.000Z","started_at":"2026-05-06T05:00:00.000Z","resolved_at":"2026-05-06T07:30:00.000Z",
 "shortlink":"https://stspg.example.org/2","components":[],"incident_updates":[
 {"id":"hafenupd0003","status":"resolved","body":"Restored.","incident_id":"hafeninc0002","created_at":"2026-05-06T07:30:00.000Z",
  "updated_at":"2026-05-06T07:30:00.000Z","display_at":"2026-05-06T07:30:00.000Z","affected_components":null}]}]}"#;

impl Person {
    /// Takes a history over: file, dry run, for good.
    async fn import(&self, window: &Window) -> WebDriverResult<()> {
        window.chord(&[], "g").await?;
        window.chord(&[], "i").await?;
        window.take("choose-files").await?;
        window.take("take-over").await?;
        window.until_text(&self.say("importing-to-register")).await
    }

    /// One step of the process: its button, its dialog, its reason where it wants one.
    async fn step(&self, window: &Window, step: &str, reason: Option<&str>) -> WebDriverResult<()> {
        window.take(&format!("step-{step}")).await?;
        if let Some(reason) = reason {
            window.reach("step-text").await?;
            window.write(reason).await?;
        }
        window.take("step-send").await?;
        window.until_gone("step-dialog").await
    }

    /// States a fact of the record where it stands.
    async fn state(&self, window: &Window, fact: &str, text: &str) -> WebDriverResult<()> {
        window.take(&format!("edit-{fact}")).await?;
        window.reach(&format!("input-{fact}")).await?;
        window.write(text).await?;
        window.take(&format!("save-{fact}")).await?;
        window.until_gone(&format!("input-{fact}")).await?;
        window.until_text(text).await
    }

    /// Goes to a tab of the record with the arrow keys.
    async fn tab(&self, window: &Window, from: &str, times: usize) -> WebDriverResult<()> {
        window.walk_to(&self.say(&format!("incident-tab-{from}"))).await?;
        for _ in 0..times {
            window.press(Key::Right).await?;
        }
        Ok(())
    }

    /// Declares the emergency at an hour at which nobody can be asked before.
    async fn declare(&self, window: &Window) -> WebDriverResult<()> {
        window.take("step-declareEmergency").await?;
        window.reach("step-text").await?;
        window.write("Kein Zugang seit einer Stunde").await?;
        window.reach("step-unconsulted").await?;
        window.write("Nachts war niemand erreichbar").await?;
        window.take("step-send").await?;
        window.until_gone("step-dialog").await
    }

    async fn lead(&self, window: &Window) -> WebDriverResult<()> {
        window.take("step-assignRole").await?;
        window.reach("assign-person").await?;
        window.write("Anna").await?;
        window.press(Key::Down).await?;
        window.press(Key::Enter).await?;
        window.take("assign-send").await?;
        window.until_gone("assign-dialog").await
    }
}

/// From the history over the emergency to the report on paper; a power cut after the declaration.
async fn an_emergency_is_kept_from_history_to_paper(language: &'static str) -> WebDriverResult<()> {
    let title = "Anmeldung am Portal: Zeitüberschreitung";
    let person = Person::speaking(language);
    std::fs::write(person.desk.folder("papers").join("history.json"), HISTORY).unwrap();
    let window = person.open(&["Hafen.lotse", "history.json"]).await?;
    person.found(&window).await?;
    person.import(&window).await?;
    person.begin_report(&window, title).await?;
    window.choose(&person.say("reporting-send")).await?;
    window.until_text("N-2026-003").await?;
    person.declare(&window).await?;
    window.kill(&person.desk).await;

    let window = person.open(&["report.pdf"]).await?;
    window.until_text(title).await?;
    window.choose(&person.say("shell-running-emergency")).await?;
    person.lead(&window).await?;
    person.step(&window, "formTeam", None).await?;
    person.tab(&window, "course", 2).await?;
    for (fact, text) in
        [("scope", "Alle Mandanten"), ("impact", "Keine Anmeldung"), ("cause", "Zertifikat abgelaufen")]
    {
        person.state(&window, fact, text).await?;
    }
    for step in
        ["completeAnalysis", "startRecovery", "markRunning", "markRestored", "endEmergency", "startFollowUp"]
    {
        person.step(&window, step, None).await?;
    }
    window.take("state-impact").await?;
    window.fill(&person.say("impact-data-loss"), "0").await?;
    window.press(Key::Enter).await?;
    window.until_gone("impact-dialog").await?;
    person.tab(&window, "situation", 6).await?;
    person.state(&window, "rootCauses", "Niemand wachte über den Ablauf").await?;
    window.take("step-issueReport").await?;
    window.take("issue").await?;
    window.reach("approver").await?;
    window.write("Anna").await?;
    window.press(Key::Down).await?;
    window.press(Key::Enter).await?;
    window.take("issue-send").await?;
    window.until_text("B-2026-001").await?;
    window.until_gone("issue-dialog").await?;
    window.take("save").await?;
    let paper = person.desk.folder("papers").join("report.pdf");
    wait_until("the report is saved", || paper.is_file());
    window.picture(&format!("story-{language}")).await?;
    window.close().await?;

    let read = std::process::Command::new("pdftotext").arg(&paper).arg("-").output().unwrap();
    let text = String::from_utf8_lossy(&read.stdout).into_owned();
    for words in ["N-2026-003", "B-2026-001", "Zertifikat abgelaufen", "Niemand wachte", "Anna Berg"] {
        assert!(text.contains(words), "the paper does not say {words:?}:\n{text}");
    }
    let lotse = lotse_tests::places::built().join("lotse");
    let file = person.desk.folder("papers").join("Hafen.lotse");
    let verified = std::process::Command::new(lotse)
        .arg("verify")
        .arg(&file)
        .arg("--report")
        .arg(&paper)
        .output()
        .unwrap();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
    Ok(())
}

#[tokio::test]
async fn in_german_an_emergency_is_kept_from_history_to_paper() -> WebDriverResult<()> {
    an_emergency_is_kept_from_history_to_paper("de").await
}

#[tokio::test]
async fn in_english_an_emergency_is_kept_from_history_to_paper() -> WebDriverResult<()> {
    an_emergency_is_kept_from_history_to_paper("en").await
}

async fn a_report_survives_a_power_cut(language: &'static str) -> WebDriverResult<()> {
    let title = "Anmeldung am Portal: Zeitüberschreitung";
    let person = Person::speaking(language);
    let window = person.open(&["Hafen.lotse"]).await?;
    person.found(&window).await?;
    person.begin_report(&window, title).await?;
    window.kill(&person.desk).await;

    let window = person.open(&[]).await?;
    window.until_text(&person.say("today-empty-workspace")).await?;
    window.chord(&[], "n").await?;
    window.until_text(&person.say("draft-restore")).await?;
    window.choose(&person.say("draft-restore")).await?;
    window.walk_to(&person.say("reporting-title")).await?;
    let typed = window.script("return document.activeElement.value", vec![]).await?;
    assert_eq!(typed, title, "the draft came back with other words");
    window.choose(&person.say("reporting-send")).await?;
    window.until_text(&person.say_with("reporting-done", "number", "N-2026-001")).await?;
    window.kill(&person.desk).await;

    let window = person.open(&[]).await?;
    window.until_text(title).await?;
    window.close().await
}

#[tokio::test]
async fn in_german_a_report_survives_a_power_cut_as_draft_and_as_record() -> WebDriverResult<()> {
    a_report_survives_a_power_cut("de").await
}

#[tokio::test]
async fn in_english_a_report_survives_a_power_cut_as_draft_and_as_record() -> WebDriverResult<()> {
    a_report_survives_a_power_cut("en").await
}
