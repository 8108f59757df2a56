//! The frame around the page, in the real window: what the page may not do, whatever it shows.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use lotse_tests::desk::Desk;
use lotse_tests::window::{Opening, Window};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;

/// Calls a command as a page that was broken into would, past our own door to it; answers the answer or the refusal.
const CALL: &str = "const done = arguments[arguments.length - 1];
  window.__TAURI_INTERNALS__.invoke(arguments[0], arguments[1])
    .then((answer) => done({ answer }), (refusal) => done({ refusal: String(refusal.code ?? refusal) }));";

async fn call(window: &Window, command: &str, words: Value) -> WebDriverResult<Value> {
    let words = vec![json!(command), words];
    Ok(window.driver.execute_async(CALL, words).await?.json().clone())
}

async fn refused(window: &Window, command: &str, words: Value) -> WebDriverResult<bool> {
    Ok(call(window, command, words).await?.get("refusal").is_some())
}

#[tokio::test]
async fn the_page_is_shut_in() -> WebDriverResult<()> {
    let desk = Desk::new();
    let window = Window::open(&desk, &Opening::first("de")).await?;
    let home = window.script("return location.href", vec![]).await?;

    for elsewhere in ["https://example.org/", "file:///etc/passwd", "http://localhost:1420/"] {
        window.script("location.href = arguments[0]", vec![json!(elsewhere)]).await?;
        window.script("window.open(arguments[0])", vec![json!(elsewhere)]).await?;
    }
    assert_eq!(window.script("return location.href", vec![]).await?, home, "navigation leads out");
    assert_eq!(window.driver.windows().await?.len(), 1, "a second window came up");

    assert_eq!(window.script("return typeof window.__TAURI__", vec![]).await?, json!("undefined"));
    for (command, words) in [
        ("plugin:fs|read_text_file", json!({ "path": "/etc/passwd" })),
        ("plugin:dialog|open", json!({ "options": {} })),
        ("plugin:opener|open_path", json!({ "path": "/etc/passwd" })),
        ("plugin:clipboard-manager|read_text", json!({})),
        ("plugin:window|destroy", json!({ "label": "main" })),
        ("plugin:event|emit", json!({ "event": "changed", "payload": {} })),
    ] {
        assert!(refused(&window, command, words).await?, "the page may call {command}");
    }

    let evaluated = "try { return new Function('return 1')() } catch { return 'refused' }";
    let inserted = "const s = document.createElement('script'); s.textContent = 'window.inserted = true';
      document.body.append(s); return window.inserted === true";
    assert_eq!(window.script(evaluated, vec![]).await?, json!("refused"), "text ran as code");
    assert_eq!(window.script(inserted, vec![]).await?, json!(false), "an inline script ran");
    let asked = "const done = arguments[0]; fetch('https://example.org/').then(() => done('reached'), () => done('refused'))";
    assert_eq!(window.driver.execute_async(asked, vec![]).await?.json(), &json!("refused"));
    window.close().await
}

#[tokio::test]
async fn a_file_that_nobody_chose_cannot_be_named() -> WebDriverResult<()> {
    let desk = Desk::new();
    let window = Window::open(&desk, &Opening::first("de")).await?;
    let order = json!({ "request": { "do": "checkImport", "run": "r", "source": {
        "files": ["/etc/passwd"], "format": null, "zone": null, "emergencyWhen": null, "mapping": null } } });
    let said = call(&window, "desktop", order).await?;
    assert!(said.get("refusal").is_some(), "{said}");
    window.close().await
}

#[tokio::test]
async fn what_one_prefers_is_there_at_the_next_start() -> WebDriverResult<()> {
    let desk = Desk::new();
    let window = Window::open(&desk, &Opening::first("en")).await?;
    let look = json!({ "request": { "do": "look" } });
    let mut desktop = call(&window, "desktop", look.clone()).await?["answer"]["desktop"].clone();
    assert_eq!(desktop["preferences"]["language"], "en");
    desktop["preferences"]["zoom"] = json!(125);
    desktop["preferences"]["look"] = json!("dark");
    let prefer = json!({ "request": { "do": "prefer", "preferences": desktop["preferences"] } });
    assert!(!call(&window, "desktop", prefer).await?["answer"].is_null());
    window.kill(&desk).await;

    let window = Window::open(&desk, &Opening::first("de")).await?;
    let desktop = call(&window, "desktop", look).await?["answer"]["desktop"].clone();
    assert_eq!(desktop["preferences"]["zoom"], 125);
    assert_eq!(desktop["preferences"]["look"], "dark");
    assert_eq!(desktop["preferences"]["language"], "en", "the switch counts at the first start only");
    assert_eq!(desktop["crashes"], 1, "the kill before was not noticed");
    window.close().await
}
