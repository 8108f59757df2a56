//! Keeps WebKitGTK from a white window on drivers that cannot share buffers. Knows nothing of what is drawn.

use crate::switches::Switches;

/// Sets the environment of WebKitGTK. Must be called before any thread starts.
pub fn prepare(switches: &Switches) {
    if let Some(zone) = &switches.zone {
        set("TZ", zone);
    }
    if cfg!(target_os = "linux") {
        for (name, value) in
            wanted(switches, chosen_by_user(), nvidia(), std::env::var_os("APPIMAGE").is_some())
        {
            set(name, value);
        }
    }
}

/// Which variables to set: none against the user's own choice, except when asked for by a switch.
fn wanted(
    switches: &Switches,
    chosen_by_user: bool,
    nvidia: bool,
    appimage: bool,
) -> Vec<(&'static str, &'static str)> {
    let mut wanted = Vec::new();
    if switches.safe_rendering || (!chosen_by_user && (nvidia || appimage)) {
        wanted.push(("WEBKIT_DISABLE_DMABUF_RENDERER", "1"));
    }
    if switches.safe_rendering {
        wanted.push(("WEBKIT_DISABLE_COMPOSITING_MODE", "1"));
    }
    wanted
}

fn chosen_by_user() -> bool {
    std::env::vars_os().any(|(name, _)| name.to_string_lossy().starts_with("WEBKIT_"))
}

/// Whether a graphics card of NVIDIA (vendor 0x10de) drives a screen.
fn nvidia() -> bool {
    let Ok(cards) = std::fs::read_dir("/sys/class/drm") else { return false };
    cards
        .flatten()
        .filter_map(|card| std::fs::read_to_string(card.path().join("device/vendor")).ok())
        .any(|vendor| vendor.trim() == "0x10de")
}

#[allow(unsafe_code)] // set_var is unsafe because of other threads; main calls this before the first one.
fn set(name: &str, value: &str) {
    unsafe { std::env::set_var(name, value) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_of_the_user_stands_unless_safe_rendering_is_asked_for() {
        let plain = Switches::default();
        let safe = Switches { safe_rendering: true, ..Switches::default() };
        assert_eq!(wanted(&plain, true, true, true), vec![]);
        assert_eq!(wanted(&plain, false, true, false), vec![("WEBKIT_DISABLE_DMABUF_RENDERER", "1")]);
        assert_eq!(wanted(&safe, true, false, false).len(), 2);
    }

    #[test]
    fn a_common_card_is_left_alone() {
        assert_eq!(wanted(&Switches::default(), false, false, false), vec![]);
    }
}
