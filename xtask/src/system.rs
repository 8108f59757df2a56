//! The packages of the operating system: which are needed, which are missing, how they are brought. Knows no suite.

use std::process::Command;

use crate::shell::{self, Done};

/// What the machine shall be able to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Build the program and show its window.
    Run,
    /// Run every suite as well.
    Test,
    /// Make packages as well.
    Bundle,
    /// Draw the icons.
    Icons,
}

/// A family of Linux distributions: how to ask for a package, how to install some, and their names there.
struct Family {
    ids: &'static [&'static str],
    has: fn(&str) -> bool,
    refresh: Option<&'static [&'static str]>,
    install: &'static [&'static str],
    run: &'static [&'static str],
    test: &'static [&'static str],
    /// The indicator library is wanted by the bundler alone, which looks for it where a program has a tray; ours speaks to the
    /// tray without it.
    bundle: &'static [&'static str],
    icons: &'static [&'static str],
}

const FAMILIES: [Family; 3] = [
    Family {
        ids: &["debian", "ubuntu"],
        has: |package| {
            shell::output("dpkg-query", &["-W", "-f=${db:Status-Status}", package])
                .is_some_and(|status| status == "installed")
        },
        refresh: Some(&["apt-get", "-o", "DPkg::Lock::Timeout=600", "update", "-q"]),
        install: &[
            "apt-get",
            "-o",
            "DPkg::Lock::Timeout=600",
            "install",
            "-y",
            "-q",
            "--no-install-recommends",
        ],
        run: &[
            "build-essential",
            "pkg-config",
            "perl",
            "libwebkit2gtk-4.1-dev",
            "libgtk-3-dev",
            "libdbus-1-dev",
            "librsvg2-dev",
            "xdg-utils",
            "fonts-dejavu-core",
        ],
        test: &[
            "git",
            "webkit2gtk-driver",
            "xvfb",
            "openbox",
            "wmctrl",
            "at-spi2-core",
            "dbus",
            "chromium",
            "poppler-utils",
            "qpdf",
            "mupdf-tools",
            "openssl",
            "python3-aiosmtpd",
            "gnome-keyring",
        ],
        bundle: &["file", "fakeroot", "dpkg-dev", "libayatana-appindicator3-dev"],
        icons: &["librsvg2-bin"],
    },
    Family {
        ids: &["fedora"],
        has: |package| shell::output("rpm", &["-q", "--whatprovides", package]).is_some(),
        refresh: None,
        install: &["dnf", "install", "-y"],
        run: &[
            "gcc",
            "gcc-c++",
            "make",
            "pkgconf-pkg-config",
            "perl",
            "webkit2gtk4.1-devel",
            "gtk3-devel",
            "dbus-devel",
            "librsvg2-devel",
            "xdg-utils",
            "dejavu-sans-fonts",
        ],
        test: &[
            "git",
            "/usr/bin/WebKitWebDriver",
            "xorg-x11-server-Xvfb",
            "openbox",
            "wmctrl",
            "dbus-daemon",
            "dbus-tools",
            "chromium",
            "poppler-utils",
            "qpdf",
            "mupdf",
            "openssl",
            "python3-aiosmtpd",
            "gnome-keyring",
        ],
        bundle: &["file", "fakeroot", "dpkg", "libayatana-appindicator-gtk3-devel"],
        icons: &["librsvg2-tools"],
    },
    Family {
        ids: &["arch"],
        has: |package| shell::output("pacman", &["-Q", package]).is_some(),
        refresh: None,
        install: &["pacman", "-S", "--needed", "--noconfirm"],
        run: &["base-devel", "perl", "webkit2gtk-4.1", "gtk3", "dbus", "librsvg", "xdg-utils", "ttf-dejavu"],
        test: &[
            "git",
            "xorg-server-xvfb",
            "openbox",
            "wmctrl",
            "chromium",
            "poppler",
            "qpdf",
            "mupdf-tools",
            "openssl",
            "python-aiosmtpd",
            "gnome-keyring",
        ],
        bundle: &["file", "fakeroot", "dpkg", "libayatana-appindicator"],
        icons: &["librsvg"],
    },
];

impl Family {
    fn wanted(&self, purpose: Purpose) -> Vec<&'static str> {
        let parts: &[&[&'static str]] = match purpose {
            Purpose::Run => &[self.run],
            Purpose::Test => &[self.run, self.test],
            Purpose::Bundle => &[self.run, self.bundle],
            Purpose::Icons => &[self.icons],
        };
        parts.concat()
    }
}

/// Brings what the purpose needs: installs on Linux, names what is missing elsewhere; where something is built, a cache
/// without another clone's builds of it.
pub fn provide(purpose: Purpose) -> Done {
    if purpose != Purpose::Icons {
        node()?;
        shell::own_the_cache()?;
    }
    match std::env::consts::OS {
        "linux" => linux(purpose),
        "macos" => complain(&[
            (
                shell::output("xcode-select", &["-p"]).is_some(),
                "the command line tools of Xcode (xcode-select --install)",
            ),
            (
                purpose == Purpose::Run,
                "the suites and packages are made for Linux: on macOS only `cargo xtask run` works",
            ),
        ]),
        "windows" => complain(&[
            (shell::there("perl"), "Perl (for the encryption library), such as Strawberry Perl"),
            (
                shell::there("nmake") || shell::there("cl"),
                "the C++ build tools of Visual Studio, in a developer prompt",
            ),
            (
                purpose == Purpose::Run,
                "the suites and packages are made for Linux: on Windows only `cargo xtask run` works",
            ),
        ]),
        other => Err(format!("{other} is not a system that Lotse knows")),
    }
}

fn complain(needs: &[(bool, &str)]) -> Done {
    let missing: Vec<&str> = needs.iter().filter(|(there, _)| !there).map(|(_, what)| *what).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("missing on this machine: {}", missing.join("; "))) }
}

/// Node 20.19 or newer, with npm.
fn node() -> Done {
    let version = shell::output("node", &["--version"]).ok_or("Node is missing: 20.19 or newer is needed")?;
    let mut numbers = version.trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let (major, minor) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if (major, minor) < (20, 19) {
        return Err(format!("Node {version} is too old: 20.19 or newer is needed"));
    }
    if shell::there("npm") { Ok(()) } else { Err("npm is missing; it usually comes with Node".into()) }
}

fn linux(purpose: Purpose) -> Done {
    let about = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let Some(family) = FAMILIES.iter().find(|family| belongs(&about, family.ids)) else {
        println!("This distribution is none that Lotse knows packages for; needed are the equivalents of:");
        println!("  {}", FAMILIES[0].wanted(purpose).join(" "));
        return Ok(());
    };
    let missing: Vec<&str> =
        family.wanted(purpose).into_iter().filter(|package| !(family.has)(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("These system packages are missing and will be installed:\n  {}", missing.join(" "));
    if let Some(refresh) = family.refresh {
        as_root(refresh, &[])?;
    }
    as_root(family.install, &missing)
}

/// Whether `/etc/os-release` names one of the ids as its own or as its parent.
fn belongs(about: &str, ids: &[&str]) -> bool {
    about
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|value| value.trim_matches('"').split_whitespace())
        .any(|id| ids.contains(&id))
}

fn as_root(words: &[&str], more: &[&str]) -> Done {
    let root = shell::output("id", &["-u"]).is_some_and(|id| id == "0");
    let words: Vec<&str> = words.iter().chain(more).copied().collect();
    let words = if root { words } else { [&["sudo"][..], &words].concat() };
    let Some((program, rest)) = words.split_first() else { return Ok(()) };
    if !root && !shell::there("sudo") {
        return Err(format!("please run as root: {}", rest.join(" ")));
    }
    // sudo may ask for a password, so this one keeps its standard input.
    let mut command = Command::new(program);
    shell::finish(command.args(rest).env("DEBIAN_FRONTEND", "noninteractive"), program)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_child_of_a_distribution_takes_its_parents_packages() {
        let mint = "NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n";
        assert!(belongs(mint, FAMILIES[0].ids));
        assert!(!belongs(mint, FAMILIES[1].ids));
    }

    #[test]
    fn a_test_machine_can_do_what_a_running_machine_can() {
        for family in &FAMILIES {
            let test = family.wanted(Purpose::Test);
            assert!(family.wanted(Purpose::Run).iter().all(|package| test.contains(package)));
        }
    }
}
