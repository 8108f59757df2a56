//! Keeps WebKitGTK from a white window on drivers that cannot share buffers. Knows nothing of what is drawn.

use crate::switches::Switches;

/// Sets the environment of WebKitGTK. Must be called before any thread starts.
pub fn prepare(switches: &Switches) {
    if let Some(zone) = &switches.zone {
        set("TZ", zone);
    }
    if cfg!(target_os = "linux") {
        let surroundings = Surroundings {
            chosen_by_user: std::env::vars_os().any(|(name, _)| is_choice(&name.to_string_lossy())),
            cards: cards(),
            appimage: std::env::var_os("APPIMAGE").is_some(),
        };
        for (name, value) in wanted(switches, &surroundings) {
            set(name, value);
        }
    }
}

/// What WebKitGTK's drawing depends on.
struct Surroundings {
    chosen_by_user: bool,
    /// The vendors of the graphics cards, as the kernel names them.
    cards: Vec<String>,
    appimage: bool,
}

/// Which variables to set: none against the user's own choice, except when asked for by a switch.
fn wanted(switches: &Switches, around: &Surroundings) -> Vec<(&'static str, &'static str)> {
    let mut wanted = Vec::new();
    let nvidia = around.cards.iter().any(|vendor| vendor == "0x10de");
    if switches.safe_rendering || (!around.chosen_by_user && (nvidia || around.appimage)) {
        wanted.push(("WEBKIT_DISABLE_DMABUF_RENDERER", "1"));
    }
    if switches.safe_rendering {
        wanted.push(("WEBKIT_DISABLE_COMPOSITING_MODE", "1"));
    }
    // Where the processor plays the card, it draws with less time and memory by itself (measured: 40 MiB, 100 ms).
    if !around.chosen_by_user && around.cards.is_empty() {
        wanted.push(("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1"));
    }
    wanted
}

/// Whether a variable says how WebKitGTK shall draw.
fn is_choice(name: &str) -> bool {
    name.strip_prefix("WEBKIT_").is_some_and(|of| {
        ["DISABLE_", "DMABUF_", "FORCE_", "SKIA_"].iter().any(|family| of.starts_with(family))
    })
}

fn cards() -> Vec<String> {
    let Ok(cards) = std::fs::read_dir("/sys/class/drm") else { return Vec::new() };
    cards
        .flatten()
        .filter_map(|card| std::fs::read_to_string(card.path().join("device/vendor")).ok())
        .map(|vendor| vendor.trim().to_owned())
        .collect()
}

#[allow(unsafe_code)] // set_var is unsafe because of other threads; main calls this before the first one.
fn set(name: &str, value: &str) {
    unsafe { std::env::set_var(name, value) };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(chosen_by_user: bool, cards: &[&str], appimage: bool) -> Surroundings {
        Surroundings {
            chosen_by_user,
            cards: cards.iter().map(|&vendor| vendor.to_owned()).collect(),
            appimage,
        }
    }

    #[test]
    fn a_choice_of_the_user_stands_unless_safe_rendering_is_asked_for() {
        let plain = Switches::default();
        let safe = Switches { safe_rendering: true, ..Switches::default() };
        assert_eq!(wanted(&plain, &around(true, &["0x10de"], true)), vec![]);
        assert_eq!(wanted(&plain, &around(true, &[], false)), vec![]);
        assert_eq!(
            wanted(&plain, &around(false, &["0x10de"], false)),
            vec![("WEBKIT_DISABLE_DMABUF_RENDERER", "1")]
        );
        assert_eq!(wanted(&safe, &around(true, &["0x8086"], false)).len(), 2);
    }

    #[test]
    fn only_what_says_how_to_draw_is_a_choice() {
        assert!(
            is_choice("WEBKIT_DISABLE_COMPOSITING_MODE") && is_choice("WEBKIT_SKIA_CPU_PAINTING_THREADS")
        );
        assert!(!is_choice("WEBKIT_INSPECTOR_SERVER") && !is_choice("DISABLE_X"));
    }

    #[test]
    fn a_common_card_is_left_alone_and_a_missing_one_is_not_played() {
        assert_eq!(wanted(&Switches::default(), &around(false, &["0x8086"], false)), vec![]);
        assert_eq!(
            wanted(&Switches::default(), &around(false, &[], false)),
            vec![("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")]
        );
    }
}
