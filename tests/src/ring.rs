//! The people of two workspaces at one desk, and what they do by keyboard again and again. Knows no story.

use std::path::PathBuf;

use lotse::words::{FluentValue, Words};
use serde_json::Value;
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

use crate::desk::Desk;
use crate::mail::MailServer;
use crate::window::{Opening, Window};
use crate::{hafen, places};

/// The people of two workspaces at one desk.
pub struct Ring {
    /// Where they sit.
    pub desk: Desk,
    /// What takes their mail.
    pub mail: MailServer,
    /// `de` or `en`.
    pub language: &'static str,
    /// The sentences of the program in it.
    pub words: &'static Words,
    /// The workspace of Hafen Cloud.
    pub hafen: PathBuf,
    /// The workspace of the team that is asked.
    pub team: PathBuf,
}

impl Ring {
    /// Everything is there; nobody has opened a window yet.
    pub fn speaking(language: &'static str) -> Self {
        let words = if language == "de" { Words::german() } else { Words::english() };
        let desk = Desk::new();
        let mail = MailServer::start(&desk.folder("post"));
        let hafen = hafen::prepare(&desk, language, mail.port);
        let team = hafen::prepare_team(&desk, language);
        Self { desk, mail, language, words, hafen, team }
    }

    /// A sentence of the program.
    pub fn say(&self, id: &str) -> String {
        self.words.find(id, &[]).unwrap_or_else(|| panic!("nobody says {id}"))
    }

    /// A sentence with one value.
    pub fn say_with(&self, id: &str, name: &str, value: &str) -> String {
        self.words.find(id, &[(name, FluentValue::from(value))]).unwrap_or_else(|| panic!("nobody says {id}"))
    }

    /// What people type, in their language.
    pub fn own(&self, german: &'static str, english: &'static str) -> &'static str {
        if self.language == "de" { german } else { english }
    }

    /// A file beside the workspaces.
    pub fn paper(&self, name: &str) -> PathBuf {
        self.desk.folder("papers").join(name)
    }

    /// Opens the window of Hafen Cloud at a moment; the dialogs answer with these files.
    pub async fn open(&self, now: &'static str, dialogs: &[&str]) -> WebDriverResult<Window> {
        let dialogs = dialogs.iter().map(|name| vec![self.paper(name)]).collect();
        let file = Some(self.hafen.clone());
        Window::open(&self.desk, &Opening { file, now: Some(now), dialogs, ..Opening::first(self.language) })
            .await
    }

    /// What a record says, read from the workspace beside the window.
    pub fn told(&self, number: &str) -> Value {
        self.lotse(&["show", &self.hafen.display().to_string(), number, "--json"])
    }

    /// What the command line answers.
    pub fn lotse(&self, words: &[&str]) -> Value {
        let ran = self
            .desk
            .command(&places::built().join("lotse").display().to_string())
            .args(words)
            .output()
            .expect("an answer");
        assert!(ran.status.success(), "lotse {words:?}: {}", String::from_utf8_lossy(&ran.stderr));
        serde_json::from_slice(&ran.stdout).expect("an answer")
    }

    /// The first of those who share the machine says who they are.
    pub async fn begin(&self, window: &Window, name: &str) -> WebDriverResult<()> {
        window.choose(&self.say_with("acting-choose", "name", name)).await?;
        Self::acts(window, name).await
    }

    /// Somebody else goes on.
    pub async fn act(&self, window: &Window, name: &str) -> WebDriverResult<()> {
        window.palette(&self.say_with("acting-choose", "name", name)).await?;
        Self::acts(window, name).await
    }

    async fn acts(window: &Window, name: &str) -> WebDriverResult<()> {
        let acts = format!("return document.querySelector('.acting b')?.textContent === '{name}'");
        window.until(&format!("{name} acts"), &acts).await
    }

    /// A deed with its dialog, which needs nothing else.
    pub async fn deed(&self, window: &Window, deed: &str, written: &[(&str, &str)]) -> WebDriverResult<()> {
        window.take(&format!("deed-{deed}")).await?;
        for (field, text) in written {
            window.reach(field).await?;
            window.write(text).await?;
        }
        window.take("deed-send").await?;
        window.until_gone("deed-dialog").await
    }

    /// The step of a finding or an incident.
    pub async fn step(&self, window: &Window, step: &str, text: Option<&str>) -> WebDriverResult<()> {
        window.take(&format!("step-{step}")).await?;
        if let Some(text) = text {
            window.reach("step-text").await?;
            window.write(text).await?;
        }
        window.take("step-send").await?;
        window.until_gone("step-dialog").await
    }

    /// Goes to a tab with the arrow keys.
    pub async fn tab(&self, window: &Window, from: &str, to: &str) -> WebDriverResult<()> {
        window.walk_to(&self.say(from)).await?;
        let to = self.say(to);
        for _ in 0..7 {
            if window.focused().await?.starts_with(&to) {
                return Ok(());
            }
            window.press(Key::Right).await?;
        }
        panic!("no way with the arrows to {to:?}")
    }

    /// One of several, in a field that is found by typing.
    pub async fn pick_one(&self, window: &Window, field: &str, beginning: &str) -> WebDriverResult<()> {
        window.fill(&self.say(field), beginning).await?;
        window.press(Key::Down).await?;
        window.press(Key::Enter).await
    }

    /// The second of a few, in a list that opens.
    pub async fn choose_second(&self, window: &Window, field: &str) -> WebDriverResult<()> {
        window.choose(&self.say(field)).await?;
        self.choose_opened(window, 1).await
    }

    /// One of a list that opens, so many below the first.
    pub async fn choose_opened(&self, window: &Window, below: usize) -> WebDriverResult<()> {
        let first = "return !!document.querySelector('[role=listbox] [data-highlighted]')";
        window.until("the list is open", first).await?;
        for _ in 0..below {
            window.press(Key::Down).await?;
        }
        window.press(Key::Enter).await?;
        window.until("the list is closed", "return !document.querySelector('[role=listbox]')").await
    }

    /// What cannot be taken back is asked for once more.
    pub async fn confirm(&self, window: &Window, button: &str, verb: &str) -> WebDriverResult<()> {
        window.take(button).await?;
        window.reach("confirm").await?;
        window.choose(&self.say(verb)).await?;
        window.until_gone("confirm").await
    }
}
