//! The icon in the tray: opens the window, says how many dates came near, leads to the first of them, quits the program. A
//! desktop without a tray is none of our faults: then closing the window ends the program.

use std::sync::OnceLock;
use std::sync::mpsc::sync_channel;

use lotse::queries::views::ReminderRow;
use lotse::reminders::Speaker;
use lotse::words::Words;
use tauri::image::Image;
use tauri::menu::{Menu, MenuBuilder};
use tauri::tray::{MouseButton, MouseButtonState, TrayIconBuilder, TrayIconEvent};
use tauri::{AppHandle, Manager};

use crate::reminding::subject;
use crate::{link, window};

const ID: &str = "lotse";
const OPEN: &str = "open";
const QUIT: &str = "quit";
/// Before the route of an entry that leads somewhere.
const ROUTE: &str = "route:";
const INBOX: &str = "route:erinnerungen";
/// So many dates stand in the menu; the window shows the rest.
const ENTRIES: usize = 5;
/// So long an entry of the menu is at most.
const LETTERS: usize = 70;

/// Whether there is a tray; nothing before it was tried.
#[derive(Debug, Default)]
pub struct Tray(OnceLock<bool>);

impl Tray {
    /// Whether an icon stands in the tray by now.
    pub fn stands(&self) -> bool {
        self.0.get().copied().unwrap_or(false)
    }
}

/// Puts the icon into the tray, once; says whether it stands there. Not to be called by the thread of the window.
pub fn there(app: &AppHandle) -> bool {
    *app.state::<Tray>().0.get_or_init(|| {
        let (told, heard) = sync_channel(1);
        let handle = app.clone();
        let asked = app.run_on_main_thread(move || {
            let put = put(&handle).inspect_err(|error| log::info!("there is no tray: {error}"));
            // Nobody listens any more only when the program ends.
            let _ = told.send(put.is_ok());
        });
        asked.is_ok() && heard.recv().unwrap_or(false)
    })
}

fn put(app: &AppHandle) -> tauri::Result<()> {
    let menu = menu(app, Words::german(), None)?;
    let icon = TrayIconBuilder::with_id(ID)
        .menu(&menu)
        .tooltip("Lotse")
        .title(if cfg!(target_os = "macos") { "" } else { "Lotse" })
        .show_menu_on_left_click(cfg!(target_os = "macos"))
        .on_menu_event(|app, event| chosen(app, event.id().as_ref()))
        .on_tray_icon_event(|tray, event| {
            if let TrayIconEvent::Click {
                button: MouseButton::Left,
                button_state: MouseButtonState::Up,
                ..
            } = event
            {
                window::bring_up(tray.app_handle(), None);
            }
        });
    let icon = match app.default_window_icon() {
        Some(sign) => icon.icon(sign.clone()),
        None => icon,
    };
    icon.build(app).map(|_| ())
}

fn chosen(app: &AppHandle, id: &str) {
    match (id, id.strip_prefix(ROUTE)) {
        (QUIT, _) => app.exit(0),
        (_, route) => window::bring_up(app, route.map(str::to_owned)),
    }
}

/// Tells the tray what came near and waits; none while nothing is open.
pub fn tell(app: &AppHandle, words: &'static Words, waiting: Option<(&Speaker, &[&ReminderRow])>) {
    let Some(tray) = app.tray_by_id(ID) else { return };
    let count = waiting.map_or(0, |(_, rows)| rows.len());
    let line = waiting.map(|_| said(words, count));
    let told = menu(app, words, waiting).and_then(|menu| tray.set_menu(Some(menu))).and_then(|()| {
        tray.set_tooltip(Some(line.map_or("Lotse".to_owned(), |line| format!("Lotse · {line}"))))
    });
    let told = told.and_then(|()| match app.default_window_icon() {
        Some(icon) if count > 0 => tray.set_icon(Some(marked(icon))),
        icon => tray.set_icon(icon.cloned()),
    });
    if let Err(error) = told {
        log::warn!("the tray was not told: {error}");
    }
    if cfg!(target_os = "macos")
        && let Err(error) = tray.set_title((count > 0).then(|| count.to_string()))
    {
        log::warn!("the tray was not told how many: {error}");
    }
}

fn menu(
    app: &AppHandle,
    words: &'static Words,
    waiting: Option<(&Speaker, &[&ReminderRow])>,
) -> tauri::Result<Menu<impl tauri::Runtime>> {
    let mut menu = MenuBuilder::new(app).text(OPEN, words.say("tray-open", &[]));
    if let Some((speaker, rows)) = waiting {
        menu = menu.separator().text(INBOX, said(words, rows.len()));
        for row in rows.iter().take(ENTRIES) {
            let route = link::of_record(&row.row.number);
            let id = route.map_or_else(|| INBOX.to_owned(), |route| format!("{ROUTE}{route}"));
            menu = menu.text(id, entry(&speaker.line(&subject(row))));
        }
    }
    menu.separator().text(QUIT, words.say("tray-quit", &[])).build()
}

fn said(words: &Words, count: usize) -> String {
    words.say("tray-waiting", &[("count", count.into())])
}

/// A line of the menu: not too long, and an ampersand underlines nothing.
fn entry(line: &str) -> String {
    let short: String = line.chars().take(LETTERS).collect();
    let end = if short.len() < line.len() { "…" } else { "" };
    format!("{}{end}", short.trim_end().replace('&', "&&"))
}

/// The icon with a dot in its corner: something waits.
fn marked(icon: &Image<'_>) -> Image<'static> {
    /// The dot and the ring around it that parts it from the icon.
    const DOT: [u8; 4] = [0xC4, 0x16, 0x2E, 0xFF];
    const RING: [u8; 4] = [0xFF, 0xFF, 0xFF, 0xFF];
    let (width, height) = (icon.width(), icon.height());
    let (radius, mut pixels) = (i64::from(width.min(height)) / 4, icon.rgba().to_vec());
    let (x0, y0) = (i64::from(width) - radius - 1, i64::from(height) - radius - 1);
    for (place, pixel) in (0_i64..).zip(pixels.chunks_exact_mut(4)) {
        let (x, y) = (place % i64::from(width.max(1)) - x0, place / i64::from(width.max(1)) - y0);
        let far = x * x + y * y;
        let inner = (radius * 3 / 4).pow(2);
        if far <= radius * radius {
            pixel.copy_from_slice(if far <= inner { &DOT } else { &RING });
        }
    }
    Image::new_owned(pixels, width, height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_menu_is_short_and_underlines_nothing() {
        assert_eq!(entry("Druck & Versand"), "Druck && Versand");
        let long = entry(&"ä".repeat(200));
        assert_eq!(long.chars().count(), LETTERS + 1);
        assert!(long.ends_with('…'));
    }

    #[test]
    fn the_icon_of_what_waits_bears_a_dot_in_its_corner_alone() {
        let blue: Vec<u8> = [0, 0, 0xFF, 0xFF].repeat(32 * 32);
        let marked = marked(&Image::new_owned(blue, 32, 32));
        let pixel = |x: usize, y: usize| marked.rgba()[(y * 32 + x) * 4..][..4].to_vec();
        assert_eq!(pixel(23, 23), [0xC4, 0x16, 0x2E, 0xFF]);
        assert_eq!(pixel(4, 4), [0, 0, 0xFF, 0xFF]);
        assert_eq!(pixel(31, 0), [0, 0, 0xFF, 0xFF]);
    }
}
