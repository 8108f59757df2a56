//! The real window, driven from outside through WebKitWebDriver. Knows no screen of the product.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Capabilities, WebDriver};

use crate::desk::{Desk, PATIENCE};
use crate::places;

/// How a window is opened.
pub struct Opening {
    /// The name of the folder in the desk's home that holds preferences and drafts: the same name, the same person.
    pub data: &'static str,
    /// `de` or `en`; counts at the first start only.
    pub language: &'static str,
    /// `system`, `light` or `dark`; counts at the first start only.
    pub look: &'static str,
    /// A workspace that the start names.
    pub file: Option<PathBuf>,
    /// The moment that stands for now.
    pub now: Option<&'static str>,
    /// The answers to system dialogs, in their order: lists of paths.
    pub dialogs: Vec<Vec<PathBuf>>,
}

impl Opening {
    /// The first start of a person who speaks that language.
    pub fn first(language: &'static str) -> Self {
        Self { data: "lotse", language, look: "system", file: None, now: None, dialogs: Vec::new() }
    }

    /// The command line of it; what the first start of a person needs lies in the desk's home then.
    pub fn words(&self, desk: &Desk) -> Vec<String> {
        let answers = desk.folder(self.data).join("dialogs.jsonl");
        let lines: Vec<String> = self.dialogs.iter().map(|paths| json!(paths).to_string()).collect();
        std::fs::write(&answers, lines.join("\n")).expect("the answers to dialogs");
        let mut words = self.plain_words(desk);
        words.extend(["--still", "--zone", "Europe/Berlin", "--language", self.language].map(str::to_owned));
        words.extend(["--dialogs".into(), answers.display().to_string()]);
        words.extend(self.now.iter().flat_map(|now| ["--now".to_owned(), (*now).to_owned()]));
        words
    }

    /// The same without the switches that only a build for tests knows.
    pub fn plain_words(&self, desk: &Desk) -> Vec<String> {
        let data = desk.folder(self.data);
        let kept = data.join("kept.json");
        if !kept.exists() {
            let preferences = json!({ "preferences": { "language": self.language, "look": self.look } });
            std::fs::write(&kept, preferences.to_string()).expect("the preferences");
        }
        let mut words = vec!["--data-dir".to_owned(), data.display().to_string()];
        words.extend(self.file.iter().map(|file| file.display().to_string()));
        words
    }
}

/// An open window.
pub struct Window {
    /// The session of the WebDriver.
    pub driver: WebDriver,
    words: Vec<String>,
}

impl Window {
    /// Starts the program and waits until its page has painted something.
    pub async fn open(desk: &Desk, opening: &Opening) -> WebDriverResult<Self> {
        desk.until_alone();
        let window = Self::start(desk, &places::program(), &opening.words(desk)).await?;
        window.until("the page shows a heading", "return !!document.querySelector('h1')").await?;
        Ok(window)
    }

    /// Starts a program with a page, as soon as the page can be asked.
    pub async fn start(desk: &Desk, program: &Path, words: &[String]) -> WebDriverResult<Self> {
        // Any browser name would make the driver refuse: only Tauri's own capability is sent.
        let mut wanted = Capabilities::default();
        wanted.set("tauri:options", json!({ "application": program, "args": words }))?;
        let driver = WebDriver::new(desk.driver(), wanted).await?;
        Ok(Self { driver, words: words.to_vec() })
    }

    /// Closes the window by its frame, as a person does who is done, and waits until the program has ended.
    pub async fn leave(self, desk: &Desk) {
        let closed = desk.command("wmctrl").args(["-c", "Lotse"]).status().expect("wmctrl starts");
        assert!(closed.success(), "no window bears the name");
        desk.until_ended(&self.words);
        // As in `kill`.
        let _ = self.driver.quit().await;
    }

    /// Ends the session; the driver ends the program.
    pub async fn close(self) -> WebDriverResult<()> {
        self.driver.quit().await
    }

    /// Ends the program as by a power cut.
    pub async fn kill(self, desk: &Desk) {
        desk.kill(&self.words);
        // The driver keeps the session of a dead program until it is told, and complains then.
        let _ = self.driver.quit().await;
    }

    /// Runs JavaScript in the page.
    pub async fn script(&self, script: &str, values: Vec<Value>) -> WebDriverResult<Value> {
        Ok(self.driver.execute(script, values).await?.json().clone())
    }

    /// Waits until a script answers true.
    pub async fn until(&self, what: &str, script: &str) -> WebDriverResult<()> {
        let start = Instant::now();
        while self.script(script, vec![]).await? != Value::Bool(true) {
            if start.elapsed() > PATIENCE {
                self.picture("in-vain").await?;
                panic!("waited in vain until {what}; the page says:\n{}", self.text().await?);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Waits until something outside of the page is so, such as that a file is there.
    pub async fn until_so(&self, what: &str, so: impl Fn() -> bool) -> WebDriverResult<()> {
        let start = Instant::now();
        while !so() {
            if start.elapsed() > PATIENCE {
                self.picture("in-vain").await?;
                panic!("waited in vain until {what}; the page says:\n{}", self.text().await?);
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Waits until the page shows a text.
    pub async fn until_text(&self, text: &str) -> WebDriverResult<()> {
        let script = format!("return document.body.innerText.includes({})", json!(text));
        self.until(&format!("the page shows {text:?}"), &script).await
    }

    /// What the page shows, as text.
    pub async fn text(&self) -> WebDriverResult<String> {
        let text = self.script("return document.body.innerText", vec![]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Puts a picture of the window beside the build and says where. Waits until the page was painted with its fonts.
    pub async fn picture(&self, name: &str) -> WebDriverResult<PathBuf> {
        let painted = "const done = arguments[0];
          document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));";
        self.driver.execute_async(painted, vec![]).await?;
        let file = places::pictures().join(name).with_extension("png");
        self.driver.screenshot(Path::new(&file)).await?;
        Ok(file)
    }
}
