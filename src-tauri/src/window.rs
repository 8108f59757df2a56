//! Puts the pieces together: plugins, state, the one window, and what it hears from the system.

use std::path::Path;
use std::sync::Arc;

use lotse::contract::desktop::{Changed, Dropped, FileOpened, LinkOpened, Look};
use tauri::webview::{Color, NewWindowResponse};
use tauri::{
    App, AppHandle, DragDropEvent, Emitter, Manager, RunEvent, Theme, WebviewUrl, WebviewWindowBuilder,
};
use tauri::{Url, WindowEvent};
use tauri_plugin_window_state::StateFlags;

use crate::clock::Clock;
use crate::crashes::{self, Running};
use crate::desktop::Shell;
use crate::dialogs::{Dialogs, System, Written};
use crate::switches::Switches;
use crate::tray::Tray;
use crate::{ipc, kept, link, logging, reminding};

/// The label of the one window; the capability file names it too.
const MAIN: &str = "main";
const SIZE: (f64, f64) = (1280.0, 860.0);
const SIZE_AT_LEAST: (f64, f64) = (1024.0, 700.0);
/// The first surface before the page paints, so that no flash of the other theme is seen (`bg.app`).
const PAPER: (Color, Color) = (Color(0xF6, 0xF7, 0xF9, 0xFF), Color(0x11, 0x14, 0x19, 0xFF));

/// Shows the window and runs until it is closed.
pub fn run(switches: Switches) -> tauri::Result<()> {
    let context = tauri::generate_context!();
    let app = tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, words, folder| {
            second_start(app, &words, Path::new(&folder));
        }))
        .plugin(tauri_plugin_deep_link::init())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(remembered()).build())
        .invoke_handler(tauri::generate_handler![ipc::execute, ipc::query, ipc::desktop, ipc::bytes])
        .setup(move |app| Ok(set_up(app, &switches)?))
        .build(context)?;
    app.run(|app, event| {
        if matches!(event, RunEvent::Exit) {
            app.state::<Arc<Shell>>().end();
        }
    });
    Ok(())
}

fn set_up(app: &mut App, switches: &Switches) -> tauri::Result<()> {
    let folder = match &switches.data_dir {
        Some(folder) => folder.clone(),
        None => app.path().app_local_data_dir()?,
    };
    std::fs::create_dir_all(&folder)?;
    app.handle().plugin(logging::into_folder(&folder.join("logs")))?;
    crashes::log_panics();
    let running = Running::begin(folder.join("running"));
    let dialogs: Box<dyn Dialogs> = match &switches.dialogs {
        Some(file) => Box::new(Written::read(file)),
        None => Box::new(System(app.handle().clone())),
    };
    let shell =
        Arc::new(Shell::new(folder, switches, Clock::asked_for(switches.now.as_deref()), dialogs, running));
    let look = shell.preferences().look;
    shell.reopen_beside();
    app.manage(Arc::clone(&shell));
    app.manage(Tray::default());
    open_window(app, look)?;
    reach_outside(app.handle())?;
    hear_links(app);
    reminding::begin(app.handle().clone(), shell);
    Ok(())
}

/// What nobody uses before the window is there is set up while the page is being fetched: it reaches for the system's
/// clipboard, and has nothing for the page.
fn reach_outside(app: &AppHandle) -> tauri::Result<()> {
    app.plugin(tauri_plugin_dialog::init())?;
    app.plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())?;
    app.plugin(tauri_plugin_clipboard_manager::init())?;
    app.plugin(tauri_plugin_notification::init())?;
    reminding::hear(app);
    Ok(())
}

/// Wayland tells no program where its window is, so a place kept there would be a wrong one.
fn remembered() -> StateFlags {
    let everywhere = StateFlags::SIZE | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN;
    if std::env::var_os("WAYLAND_DISPLAY").is_some() { everywhere } else { everywhere | StateFlags::POSITION }
}

fn open_window(app: &App, look: Look) -> tauri::Result<()> {
    let theme = theme_of(look);
    let dark = theme == Some(Theme::Dark);
    let window = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Lotse")
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(SIZE_AT_LEAST.0, SIZE_AT_LEAST.1)
        .theme(theme)
        .background_color(if dark { PAPER.1 } else { PAPER.0 })
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    // As the system says: what it says is known only now, and the first surface must not be the other one.
    if theme.is_none() && window.theme()? == Theme::Dark {
        window.set_background_color(Some(PAPER.1))?;
    }
    let handle = app.handle().clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(drag) = event {
            tell_drop(&handle, drag);
        }
        if let WindowEvent::CloseRequested { api, .. } = event {
            let preferences = handle.state::<Arc<Shell>>().preferences().reminders;
            if reminding::stays(preferences, handle.state::<Tray>().stands()) {
                api.prevent_close();
                hide(&handle);
            }
        }
    });
    Ok(())
}

/// The window goes, the program stays: its icon in the tray brings the window back.
fn hide(app: &AppHandle) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    if let Err(error) = window.hide() {
        log::warn!("the window did not go: {error}");
    }
}

/// Gives the window's frame its look. The zoom is the page's own: it alone draws, and a zoom of the web view would come
/// on top of it and move the places of what is dropped.
pub fn dress(app: &AppHandle, look: Look) -> tauri::Result<()> {
    let Some(window) = app.get_webview_window(MAIN) else { return Ok(()) };
    window.set_theme(theme_of(look))
}

/// The theme that the window's frame shall have.
fn theme_of(look: Look) -> Option<Theme> {
    match look {
        Look::System => None,
        Look::Light => Some(Theme::Light),
        Look::Dark => Some(Theme::Dark),
    }
}

/// Only the page that is built into the program may be shown.
fn is_ours(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost") && url.port().is_none(),
        _ => false,
    }
}

fn tell_drop(app: &AppHandle, drag: &DragDropEvent) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let scale = window.scale_factor().unwrap_or(1.0);
    let shell = app.state::<Arc<Shell>>();
    #[allow(clippy::wildcard_enum_match_arm)]
    // The enum is Tauri's own and open; besides these it has only the leaving.
    let told = match drag {
        DragDropEvent::Enter { position, .. } | DragDropEvent::Over { position } => {
            Dropped::Over { x: position.x / scale, y: position.y / scale }
        }
        DragDropEvent::Drop { paths, position } => {
            Dropped::Dropped { files: shell.dropped(paths), x: position.x / scale, y: position.y / scale }
        }
        _ => Dropped::Gone,
    };
    tell(app, "dropped", told);
}

/// Sends an event to the window; a window that is gone hears nothing.
pub fn tell(app: &AppHandle, event: &str, said: impl serde::Serialize + Clone) {
    if let Err(error) = app.emit_to(MAIN, event, said) {
        log::warn!("the event {event} did not reach the window: {error}");
    }
}

/// Says what went stale, to the window and to whoever reminds.
pub fn changed(app: &AppHandle, stale: Vec<String>) {
    tell(app, "changed", Changed { stale });
    app.state::<Arc<Shell>>().nudge.look();
}

/// Brings the window to the front, out of the tray too, and shows a route in it where one is asked for.
pub fn bring_up(app: &AppHandle, route: Option<String>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let shown = window.unminimize().and_then(|()| window.show()).and_then(|()| window.set_focus());
        if let Err(error) = shown {
            log::warn!("the window did not come to the front: {error}");
        }
    }
    if let Some(route) = route {
        tell(app, "link", LinkOpened { route });
    }
}

/// A second start brings the running window to the front and hands over its link or its file.
fn second_start(app: &AppHandle, words: &[String], folder: &Path) {
    bring_up(app, words.iter().find_map(|word| link::route(word)));
    let file = words.iter().skip(1).filter(|word| !word.starts_with('-')).map(|word| folder.join(word));
    if let Some(file) = file.into_iter().find(|file| file.is_file()) {
        match app.state::<Arc<Shell>>().named(&file) {
            Ok(id) => tell(app, "file", FileOpened { id, name: kept::name_of(&file) }),
            Err(refused) => log::warn!("a file of a second start was not taken: {}", refused.code),
        }
    }
}

/// macOS brings links as events of the system; elsewhere they come as words of a start. An AppImage has no installer
/// that makes the system know our links, so it does that itself.
fn hear_links(app: &App) {
    use tauri_plugin_deep_link::DeepLinkExt;
    if std::env::var_os("APPIMAGE").is_some()
        && let Err(error) = app.deep_link().register_all()
    {
        log::warn!("links were not made known to the system: {error}");
    }
    if cfg!(target_os = "macos") {
        let handle = app.handle().clone();
        app.deep_link().on_open_url(move |event| {
            let words: Vec<String> = event.urls().iter().map(ToString::to_string).collect();
            second_start(&handle, &words, Path::new(""));
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_page_may_be_shown() {
        for ours in [
            "tauri://localhost/",
            "http://tauri.localhost/index.html#/heute",
            "tauri://localhost/assets/a.js",
        ] {
            assert!(is_ours(&ours.parse().unwrap()), "{ours}");
        }
        for other in [
            "https://example.org/",
            "http://localhost:1420/",
            "http://tauri.localhost:8080/",
            "https://tauri.localhost.example.org/",
            "file:///etc/passwd",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!is_ours(&other.parse().unwrap()), "{other}");
        }
    }
}
