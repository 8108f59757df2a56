//! What the system says about the person: language and zone, for the first start. Later what was chosen holds.

use lotse::domain::organisation::Language;
use lotse::time::Zone;

/// The language of a first start: what the start asks for, otherwise the system's. German where the system names none,
/// English where it names one that the program does not speak.
pub fn language(asked: Option<&str>) -> Language {
    spoken(asked.map(str::to_owned).or_else(sys_locale::get_locale).as_deref())
}

fn spoken(locale: Option<&str>) -> Language {
    let tongue = locale.and_then(|locale| locale.split(['-', '_', '.']).next()).unwrap_or_default();
    match tongue {
        "" | "C" | "POSIX" | "de" => Language::De,
        _ => Language::En,
    }
}

/// The zone of this machine as an IANA name; none when the system names none that the core knows.
pub fn zone(asked: Option<&str>) -> Option<String> {
    let system = || std::env::var("TZ").ok().or_else(|| iana_time_zone::get_timezone().ok());
    let name = asked.map(str::to_owned).or_else(system)?;
    name.parse::<Zone>().is_ok().then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_is_the_one_of_the_system_and_german_where_it_names_none() {
        for german in [None, Some("de-DE"), Some("de_AT.UTF-8"), Some("C"), Some("C.UTF-8"), Some("POSIX")] {
            assert_eq!(spoken(german), Language::De, "{german:?}");
        }
        for english in ["en", "en-GB", "fr-FR"] {
            assert_eq!(spoken(Some(english)), Language::En, "{english}");
        }
    }

    #[test]
    fn a_zone_that_the_core_does_not_know_is_none() {
        assert_eq!(zone(Some("Europe/Berlin")).as_deref(), Some("Europe/Berlin"));
        assert_eq!(zone(Some("Middle/Earth")), None);
    }
}
