//! Links from outside (`lotse://notfall/N-2026-004`, `lotse://heute`) to routes in the window. A link shows a view; it
//! never acts.

/// What a link's first word means in the window: one record's word, or the word of the list, which the window copies.
const VIEWS: &[(&str, &str)] = &[
    ("notfall", "notfaelle"),
    ("pruefung", "pruefungen"),
    ("feststellung", "feststellungen"),
    ("aenderung", "aenderungen"),
    ("aktionsplan", "aktionsplaene"),
    ("test", "tests"),
    ("dokument", "leitfaden"),
    ("mitteilung", "mitteilungen"),
    ("bericht", "berichte"),
    ("notfaelle", "notfaelle"),
    ("pruefungen", "pruefungen"),
    ("feststellungen", "feststellungen"),
    ("aenderungen", "aenderungen"),
    ("aktionsplaene", "aktionsplaene"),
    ("tests", "tests"),
    ("leitfaden", "leitfaden"),
    ("mitteilungen", "mitteilungen"),
    ("berichte", "berichte"),
];

/// The areas that a link may show without naming a record; the window reads the same words.
const AREAS: &[&str] = &[
    "heute",
    "notfaelle",
    "kalender",
    "kalender/pflichten",
    "pruefungen",
    "feststellungen",
    "aenderungen",
    "tests",
    "leitfaden",
    "mitteilungen",
    "berichte",
    "erinnerungen",
    "import",
    "protokoll",
    "einstellungen",
];
/// The parts of the settings, in the words of the window.
const SETTINGS: &[&str] =
    &["darstellung", "erinnerungen", "organisation", "personen", "dienste", "regeln", "mail", "arbeitsmappe"];

/// The route that a link asks for, or nothing when it is none of ours.
pub fn route(link: &str) -> Option<String> {
    let rest = link.strip_prefix("lotse://")?;
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    if AREAS.contains(&rest) {
        return Some(rest.to_owned());
    }
    let (view, number) = rest.split_once('/')?;
    if view == "einstellungen" {
        return SETTINGS.contains(&number).then(|| rest.to_owned());
    }
    let (_, view) = VIEWS.iter().find(|(word, _)| *word == view)?;
    // A test that runs has a window of its own.
    if let Some(number) = number.strip_suffix("/live").filter(|_| *view == "tests") {
        return is_number(number).then(|| format!("{view}/{number}/live"));
    }
    is_number(number).then(|| format!("{view}/{number}"))
}

/// The route to the record of a number, by the letter of its series; none for what has no view.
pub fn of_record(number: &str) -> Option<String> {
    let view = match number.chars().next()? {
        'N' => "notfaelle",
        'P' => "pruefungen",
        'F' => "feststellungen",
        'A' => "aenderungen",
        'K' => "aktionsplaene",
        'T' => "tests",
        'L' => "leitfaden",
        'M' => "mitteilungen",
        'B' => "berichte",
        _ => return None,
    };
    is_number(number).then(|| format!("{view}/{number}"))
}

/// A number as people say it: a letter, four digits of the year, at least three digits.
fn is_number(text: &str) -> bool {
    let mut parts = text.split('-');
    let digits = |part: &str, at_least: usize| {
        (at_least..=9).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let letter = parts.next().is_some_and(|part| part.len() == 1 && part.as_bytes()[0].is_ascii_uppercase());
    let year = parts.next().is_some_and(|part| part.len() == 4 && digits(part, 4));
    let count = parts.next().is_some_and(|part| digits(part, 3));
    letter && year && count && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_a_record_leads_to_its_view() {
        assert_eq!(route("lotse://notfall/N-2026-004").as_deref(), Some("notfaelle/N-2026-004"));
        assert_eq!(route("lotse://notfall/N-2026-004/").as_deref(), Some("notfaelle/N-2026-004"));
        assert_eq!(route("lotse://notfaelle/N-2026-004").as_deref(), Some("notfaelle/N-2026-004"));
        assert_eq!(route("lotse://bericht/B-2026-1234").as_deref(), Some("berichte/B-2026-1234"));
    }

    /// The same table stands before the window's own reading of addresses (`shell/route.test.ts`).
    #[test]
    fn every_link_that_the_window_copies_leads_back_to_where_it_was_copied() {
        let table = include_str!("../../ui/src/shell/links.txt");
        let mut read = 0;
        for route_copied in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            assert_eq!(route(&format!("lotse://{route_copied}")).as_deref(), Some(route_copied));
            read += 1;
        }
        assert!(read > 10);
    }

    #[test]
    fn the_number_of_a_record_leads_to_its_view() {
        assert_eq!(of_record("P-2026-003").as_deref(), Some("pruefungen/P-2026-003"));
        for number in ["N-2026-001", "F-2026-001", "A-2026-001", "T-2026-001", "M-2026-001", "L-2026-001"] {
            let route = of_record(number).unwrap();
            assert_eq!(super::route(&format!("lotse://{route}")), Some(route));
        }
        assert_eq!(of_record(""), None);
        assert_eq!(of_record("P-1"), None);
    }

    #[test]
    fn a_link_that_wants_more_than_a_view_is_none_of_ours() {
        for link in [
            "lotse://notfall/N-2026-004?close=1",
            "lotse://notfall/../einstellungen",
            "lotse://notfall/N-2026-004/close",
            "lotse://execute/N-2026-004",
            "https://notfall/N-2026-004",
            "lotse://notfall/",
            "lotse://einstellungen/loeschen",
            "lotse://nirgends",
            "",
        ] {
            assert_eq!(route(link), None, "{link}");
        }
    }
}
