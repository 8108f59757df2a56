//! A person without a mouse: presses keys, walks with Tab, finds things by the names that a screen reader says.

use serde_json::{Value, json};
use thirtyfour::Key;
use thirtyfour::error::WebDriverResult;

use crate::window::Window;

/// More stops than any screen has.
const STOPS_AT_MOST: usize = 150;

/// The name of what has the focus, as assistive technology computes it for the roles that we use.
const FOCUSED_NAME: &str = r"
  const e = document.activeElement;
  if (!e || e === document.body) return '';
  const by = (e.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent || '').join(' ');
  const label = e.labels && e.labels.length ? [...e.labels].map((l) => l.textContent).join(' ') : '';
  return (e.getAttribute('aria-label') || by || label || e.innerText || e.title || e.value || '')
    .replace(/\s+/g, ' ').trim();";

impl Window {
    /// Presses one key.
    pub async fn press(&self, key: Key) -> WebDriverResult<()> {
        self.driver.action_chain().send_keys(key).perform().await
    }

    /// Presses a key while others are held, such as `[Control]` and `k`.
    pub async fn chord(&self, held: &[Key], key: &str) -> WebDriverResult<()> {
        let mut chain = self.driver.action_chain();
        for hold in held {
            chain = chain.key_down(hold.clone());
        }
        chain = chain.send_keys(key);
        for hold in held.iter().rev() {
            chain = chain.key_up(hold.clone());
        }
        chain.perform().await
    }

    /// Types a text where the focus is.
    pub async fn write(&self, text: &str) -> WebDriverResult<()> {
        self.driver.action_chain().send_keys(text).perform().await
    }

    /// The name of what has the focus.
    pub async fn focused(&self) -> WebDriverResult<String> {
        let name = self.script(FOCUSED_NAME, vec![]).await?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// Walks with Tab until the focus stands on something whose name starts with `name`.
    pub async fn walk_to(&self, name: &str) -> WebDriverResult<()> {
        let mut seen = Vec::new();
        for _ in 0..STOPS_AT_MOST {
            let focused = self.focused().await?;
            if focused.starts_with(name) {
                return Ok(());
            }
            seen.push(focused);
            self.press(Key::Tab).await?;
        }
        seen.dedup();
        panic!("no way with Tab to {name:?}; on the way were {seen:#?}");
    }

    /// Walks with Tab until the focus stands on or in what bears a test id, once that is there.
    pub async fn reach(&self, id: &str) -> WebDriverResult<()> {
        self.reach_what(&format!("[data-testid=\"{id}\"]")).await
    }

    /// The same for whatever fits a selector first.
    pub async fn reach_what(&self, selector: &str) -> WebDriverResult<()> {
        let there = format!("return !!document.querySelector({})", json!(selector));
        self.until(&format!("{selector} is there"), &there).await?;
        let on = format!("return !!document.activeElement?.closest({})", json!(selector));
        let behind = format!("const there = document.querySelector({}); const here = document.activeElement;
          return here !== document.body && !!(there.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING)", json!(selector));
        // Whoever sees it behind them walks back.
        let back = self.script(&behind, vec![]).await? == Value::Bool(true);
        for _ in 0..STOPS_AT_MOST {
            if self.script(&on, vec![]).await? == Value::Bool(true) {
                return Ok(());
            }
            if back {
                self.chord(&[Key::Shift], "\u{e004}").await?;
            } else {
                self.press(Key::Tab).await?;
            }
        }
        panic!("no way with Tab to {selector}");
    }

    /// Runs what the palette offers by this name: asks for it, walks to it with the arrows, presses Enter.
    pub async fn palette(&self, name: &str) -> WebDriverResult<()> {
        self.chord(&[Key::Control], "k").await?;
        self.until(
            "the palette is open",
            "return !!document.activeElement?.closest('[data-testid=palette]')",
        )
        .await?;
        self.write(name).await?;
        let offered = format!(
            "return [...document.querySelectorAll('[data-testid=palette] [role=option]')].some((o) => o.textContent.includes({}))",
            json!(name)
        );
        self.until(&format!("the palette offers {name:?}"), &offered).await?;
        let chosen = format!(
            "return !!document.querySelector('[data-testid=palette] [aria-selected=true]')?.textContent.includes({})",
            json!(name)
        );
        for _ in 0..STOPS_AT_MOST {
            // What was walked to stays chosen, whatever comes in meanwhile.
            self.press(Key::Up).await?;
            if self.script(&chosen, vec![]).await? == Value::Bool(true) {
                self.press(Key::Enter).await?;
                return self.until_gone("palette").await;
            }
        }
        panic!("no way with the arrows to {name:?}");
    }

    /// Chooses in a field that is found by typing.
    pub async fn pick(&self, id: &str, beginning: &str) -> WebDriverResult<()> {
        self.reach(id).await?;
        self.chord(&[Key::Control], "a").await?;
        self.write(beginning).await?;
        self.press(Key::Down).await?;
        self.press(Key::Enter).await
    }

    /// Walks to what bears a test id and presses Enter on it.
    pub async fn take(&self, id: &str) -> WebDriverResult<()> {
        self.reach(id).await?;
        self.press(Key::Enter).await
    }

    /// Waits until nothing bears a test id any more.
    pub async fn until_gone(&self, id: &str) -> WebDriverResult<()> {
        let gone = format!("return !document.querySelector('[data-testid=\"{id}\"]')");
        self.until(&format!("{id} is gone"), &gone).await
    }

    /// Walks to something and presses Enter on it.
    pub async fn choose(&self, name: &str) -> WebDriverResult<()> {
        self.walk_to(name).await?;
        self.press(Key::Enter).await
    }

    /// Walks to a field, clears it and writes into it.
    pub async fn fill(&self, name: &str, text: &str) -> WebDriverResult<()> {
        self.walk_to(name).await?;
        self.chord(&[Key::Control], "a").await?;
        self.write(text).await
    }
}
