//! What the page may call. One line of work each, or it belongs in the core.

use std::sync::Arc;

use lotse::app::{Answer, Bytes, Committed, Order, Question};
use lotse::contract::desktop::{DesktopAnswer, DesktopOrder};
use tauri::ipc::Response;
use tauri::{AppHandle, State};

use crate::desktop::Shell;
use crate::refused::Refused;
use crate::window;

type Held<'a> = State<'a, Arc<Shell>>;

/// An order to the core; when it is answered it is on the disk, and the window is told what went stale.
#[tauri::command]
pub async fn execute(app: AppHandle, shell: Held<'_>, order: Order) -> Result<Committed, Refused> {
    let shell = Arc::clone(&shell);
    let done = blocking(move || {
        let opened = shell.ready().opened()?;
        let order = order.read_at(shell.clock.stopwatch());
        let committed = opened.app.execute(&order, shell.clock.instant()?);
        opened.wrote();
        committed.map_err(|fault| Refused::of_core(&fault))
    });
    let committed = done.await?;
    window::changed(&app, committed.stale.clone());
    Ok(committed)
}

/// A question to the core.
#[tauri::command]
pub async fn query(shell: Held<'_>, question: Question) -> Result<Answer, Refused> {
    let shell = Arc::clone(&shell);
    blocking(move || {
        let question = question.read_at(shell.clock.stopwatch());
        if matches!(question, Question::Inbox { .. }) {
            // The page asks for it once its first picture stands.
            shell.nudge.pictured();
        }
        let answer = shell.ready().opened()?.app.query(&question, shell.clock.instant()?);
        answer.map_err(|fault| Refused::of_core(&fault))
    })
    .await
}

/// What the window asks of the desktop around it.
#[tauri::command]
pub async fn desktop(
    app: AppHandle,
    shell: Held<'_>,
    request: DesktopOrder,
) -> Result<DesktopAnswer, Refused> {
    let shell = Arc::clone(&shell);
    blocking(move || shell.ready().execute(&app, request)).await
}

/// Bytes of the workspace, as they are and not as JSON.
#[tauri::command]
pub async fn bytes(shell: Held<'_>, request: Bytes) -> Result<Response, Refused> {
    let shell = Arc::clone(&shell);
    blocking(move || shell.ready().bytes(&request).map(Response::new)).await
}

/// Runs work that waits for disks or people beside the threads that serve the window.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refused> + Send + 'static,
) -> Result<T, Refused> {
    let ended = tauri::async_runtime::spawn_blocking(work).await;
    ended.unwrap_or_else(|_| Err(Refused::plain("programFault")))
}
