//! Keeps WebKitGTK from a white window on drivers that cannot share buffers. Knows nothing of what is drawn.

use crate::switches::Switches;

/// NVIDIA, as the kernel names the vendor of a card.
const NVIDIA: &str = "0x10de";

/// Sets the environment of WebKitGTK. Must be called before any thread starts.
pub fn prepare(switches: &Switches) {
    if let Some(zone) = &switches.zone {
        set("TZ", zone);
    }
    if cfg!(target_os = "linux") {
        let surroundings = Surroundings {
            chosen_by_user: std::env::vars_os().any(|(name, _)| is_choice(&name.to_string_lossy())),
            nvidia: cards().any(|card| vendor(&card).as_deref() == Some(NVIDIA)),
            renderer: cards().any(|card| card.file_name().to_string_lossy().starts_with("renderD")),
            appimage: std::env::var_os("APPIMAGE").is_some(),
        };
        for (name, value) in wanted(switches, &surroundings) {
            set(name, value);
        }
    }
}

/// What WebKitGTK's drawing depends on.
#[derive(Clone, Copy)]
#[allow(clippy::struct_excessive_bools)] // Four facts that have nothing to do with each other.
struct Surroundings {
    chosen_by_user: bool,
    /// A card of NVIDIA drives a screen.
    nvidia: bool,
    /// There is a card that draws, and not only shows.
    renderer: bool,
    appimage: bool,
}

/// Which variables to set: none against the user's own choice, except when asked for by a switch.
fn wanted(switches: &Switches, around: &Surroundings) -> Vec<(&'static str, &'static str)> {
    let mut wanted = Vec::new();
    if switches.safe_rendering || (!around.chosen_by_user && (around.nvidia || around.appimage)) {
        wanted.push(("WEBKIT_DISABLE_DMABUF_RENDERER", "1"));
    }
    if switches.safe_rendering {
        wanted.push(("WEBKIT_DISABLE_COMPOSITING_MODE", "1"));
    }
    // Where the processor plays the card, it draws with less time and memory by itself (measured: 40 MiB, 100 ms). It
    // still composes what it drew: without that WebKitGTK 2.50 halts in its first picture for up to half a second, waiting
    // for a page that waits for the program (`DrawingAreaProxyCoordinatedGraphics::forceUpdateIfNeeded`).
    if !around.chosen_by_user && !around.renderer {
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

/// The graphics cards and what draws on them, as the kernel lists them.
fn cards() -> impl Iterator<Item = std::fs::DirEntry> {
    std::fs::read_dir("/sys/class/drm").into_iter().flatten().flatten()
}

/// The vendor of a card on a PCI bus; others name none.
fn vendor(card: &std::fs::DirEntry) -> Option<String> {
    let vendor = std::fs::read_to_string(card.path().join("device/vendor")).ok()?;
    Some(vendor.trim().to_owned())
}

#[allow(unsafe_code)] // set_var is unsafe because of other threads; main calls this before the first one.
fn set(name: &str, value: &str) {
    unsafe { std::env::set_var(name, value) };
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMON: Surroundings =
        Surroundings { chosen_by_user: false, nvidia: false, renderer: true, appimage: false };

    #[test]
    fn a_choice_of_the_user_stands_unless_safe_rendering_is_asked_for() {
        let plain = Switches::default();
        let safe = Switches { safe_rendering: true, ..Switches::default() };
        let chosen = Surroundings { chosen_by_user: true, ..COMMON };
        assert_eq!(wanted(&plain, &Surroundings { nvidia: true, appimage: true, ..chosen }), vec![]);
        assert_eq!(wanted(&plain, &Surroundings { renderer: false, ..chosen }), vec![]);
        assert_eq!(
            wanted(&plain, &Surroundings { nvidia: true, ..COMMON }),
            vec![("WEBKIT_DISABLE_DMABUF_RENDERER", "1")]
        );
        assert_eq!(wanted(&safe, &chosen).len(), 2);
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
        assert_eq!(wanted(&Switches::default(), &COMMON), vec![]);
        assert_eq!(
            wanted(&Switches::default(), &Surroundings { renderer: false, ..COMMON }),
            vec![("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1")]
        );
    }
}
