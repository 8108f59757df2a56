//! Links from outside (`lotse://notfall/N-2026-004`) to routes in the window. A link shows a view; it never acts.

/// What a link's first word means in the window: one record's word, or the word of the list, which the window copies.
const VIEWS: [(&str, &str); 4] =
    [("notfall", "notfaelle"), ("bericht", "berichte"), ("notfaelle", "notfaelle"), ("berichte", "berichte")];

/// The route that a link asks for, or nothing when it is none of ours.
pub fn route(link: &str) -> Option<String> {
    let rest = link.strip_prefix("lotse://")?;
    let rest = rest.strip_suffix('/').unwrap_or(rest);
    let (view, number) = rest.split_once('/')?;
    let (_, view) = VIEWS.iter().find(|(word, _)| *word == view)?;
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

    #[test]
    fn a_link_that_wants_more_than_a_view_is_none_of_ours() {
        for link in [
            "lotse://notfall/N-2026-004?close=1",
            "lotse://notfall/../einstellungen",
            "lotse://notfall/N-2026-004/close",
            "lotse://execute/N-2026-004",
            "https://notfall/N-2026-004",
            "lotse://notfall/",
            "",
        ] {
            assert_eq!(route(link), None, "{link}");
        }
    }
}
