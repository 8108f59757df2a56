//! axe-core inside the real window: what a screen does to people with other eyes, ears and hands.

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

use crate::places;
use crate::window::Window;

/// The rules of WCAG 2.2 A and AA.
const RULES: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// Everything that Tab can reach and that has no name for a screen reader, as its own HTML.
const UNNAMED: &str = r"
  const named = (e) => {
    const by = (e.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean)
      .map((id) => document.getElementById(id)?.textContent || '').join('');
    const label = e.labels ? [...e.labels].map((l) => l.textContent).join('') : '';
    return (e.getAttribute('aria-label') || by || label || e.textContent || e.title || e.alt || '').trim() !== '';
  };
  const stops = 'a[href], button, input, select, textarea, [tabindex]';
  return [...document.querySelectorAll(stops)]
    .filter((e) => e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden' && e.checkVisibility({ visibilityProperty: true }) && !named(e))
    .map((e) => `no name: ${e.outerHTML.slice(0, 160)}`);";

impl Window {
    /// What Tab can reach without a name.
    pub async fn unnamed(&self) -> WebDriverResult<Vec<String>> {
        let found = self.script(UNNAMED, vec![]).await?;
        Ok(found.as_array().into_iter().flatten().map(ToString::to_string).collect())
    }

    /// The violations of the screen that is shown, one line each: rule, weight, first element.
    pub async fn violations(&self) -> WebDriverResult<Vec<String>> {
        let file = places::root().join("ui/node_modules/axe-core/axe.min.js");
        let axe =
            std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        if self.script("return !window.axe", vec![]).await? == Value::Bool(true) {
            self.script(&format!("{axe}; window.axe = axe; return true"), vec![]).await?;
        }
        let run = "const done = arguments[arguments.length - 1];
          window.axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] })
            .then((found) => done(found.violations.map((v) => `${v.id} (${v.impact}): ${v.nodes[0].html}`)))
            .catch((error) => done([`axe itself failed: ${error}`]));";
        let found = self.driver.execute_async(run, vec![json!(RULES)]).await?;
        found.convert()
    }
}
