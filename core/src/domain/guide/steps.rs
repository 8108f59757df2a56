//! The steps of a guide: its headings of the second and third level, each with what stands below it.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event as Mark, Parser, Tag, TagEnd};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::markdown::{depth, options};

/// A step of a guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GuideStep")]
#[schemars(rename = "GuideStep")]
pub struct Step {
    /// Its key, by which it is the same step in every version: what stands behind the heading as `{#key}`, or else what its
    /// words make.
    pub key: String,
    /// The level of its heading, 2 or 3.
    pub level: u8,
    /// The words of its heading.
    pub title: String,
    /// What stands below it until the next step, as Markdown.
    #[serde(skip)]
    pub body: String,
}

/// A heading as it is found.
struct Heading {
    level: u8,
    key: Option<String>,
    title: String,
    begin: usize,
    end: usize,
}

/// The headings of the first three levels that stand in the text itself: one inside a quote or a list belongs to what stands
/// there.
fn headings(text: &str) -> Vec<Heading> {
    let (mut found, mut open, mut inside) = (Vec::new(), None, 0_usize);
    for (mark, place) in Parser::new_ext(text, options()).into_offset_iter() {
        // The parser has marks for every element there is; a heading is made of few.
        #[allow(clippy::wildcard_enum_match_arm)]
        match mark {
            Mark::Start(Tag::BlockQuote(_) | Tag::List(_)) => inside += 1,
            Mark::End(TagEnd::BlockQuote(_) | TagEnd::List(_)) => inside -= 1,
            Mark::Start(Tag::Heading { level, id, .. }) if inside == 0 && depth(level) <= 3 => {
                let key = id.map(|id| id.to_string());
                let (begin, end) = (place.start, place.end);
                open = Some(Heading { level: depth(level), key, title: String::new(), begin, end });
            }
            Mark::End(TagEnd::Heading(_)) => found.extend(open.take()),
            Mark::Text(words) | Mark::Code(words) | Mark::InlineHtml(words) => {
                if let Some(heading) = &mut open {
                    heading.title.push_str(&words);
                }
            }
            Mark::SoftBreak | Mark::HardBreak => {
                if let Some(heading) = &mut open {
                    heading.title.push(' ');
                }
            }
            _ => {}
        }
    }
    found
}

/// What stands before the first step, and the steps in their order. Two steps of the same words are told apart by their
/// place: the second of them bears `-2`.
pub fn read(text: &str) -> (String, Vec<Step>) {
    let headings = headings(text);
    let is_step = |heading: &&Heading| matches!(heading.level, 2 | 3);
    let begin = headings.iter().find(is_step).map_or(text.len(), |first| first.begin);
    let mut given: BTreeMap<String, u32> = BTreeMap::new();
    let mut steps = Vec::new();
    for (at, heading) in headings.iter().enumerate().filter(|(_, heading)| is_step(heading)) {
        let end = headings.get(at + 1).map_or(text.len(), |next| next.begin);
        let key = heading.key.clone().unwrap_or_else(|| key_of(&heading.title));
        let count = given.entry(key.clone()).or_default();
        *count += 1;
        let key = if *count == 1 { key } else { format!("{key}-{count}") };
        let (level, title) = (heading.level, heading.title.trim().to_owned());
        steps.push(Step { key, level, title, body: text[heading.end..end].trim().to_owned() });
    }
    (text[..begin].trim().to_owned(), steps)
}

/// The steps in their order.
pub fn steps(text: &str) -> Vec<Step> {
    read(text).1
}

/// A key that a text gives to two steps by `{#key}`.
pub fn named_twice(text: &str) -> Option<String> {
    let mut given = BTreeSet::new();
    let steps = headings(text).into_iter().filter(|heading| heading.level > 1);
    steps.filter_map(|heading| heading.key).find(|key| !given.insert(key.clone()))
}

/// The key that the words of a heading make: letters and digits in lower case. The number before them is left out, because
/// it moves when a step is put between.
pub fn key_of(title: &str) -> String {
    let (first, rest) = title.trim().split_once(char::is_whitespace).unwrap_or((title.trim(), ""));
    let numbers = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ')' | ':' | '-' | '–');
    let words = if first.chars().all(numbers) && !rest.trim().is_empty() { rest } else { title };
    let letters = words.to_lowercase();
    letters
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

/// The step that somebody meant who wrote down its number and title.
pub fn meant<'a>(steps: &'a [Step], written: &str) -> Option<&'a Step> {
    let key = key_of(written);
    steps.iter().find(|step| step.key == written.trim() || step.key == key || key_of(&step.title) == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Leitfaden\n\nVorwort\n\n## 1. Lage klären {#lage}\nAnrufen.\n\n### 1.1 Netz prüfen\n\n- ping\n\n## 2. Datenbank starten\n> ## kein Schritt\n\n#### Einzelheit\nText\n\n# Anhang\n\nTabelle\n";

    #[test]
    fn steps_are_the_headings_of_the_second_and_third_level() {
        let (before, steps) = read(TEXT);
        assert_eq!(before, "# Leitfaden\n\nVorwort");
        let keys: Vec<_> = steps.iter().map(|step| (step.key.as_str(), step.level)).collect();
        assert_eq!(keys, [("lage", 2), ("netz-prüfen", 3), ("datenbank-starten", 2)]);
        assert_eq!(steps[0].title, "1. Lage klären");
        assert_eq!(steps[0].body, "Anrufen.");
        assert!(steps[2].body.ends_with("Text"), "{:?}", steps[2].body);
    }

    #[test]
    fn a_key_stays_when_the_number_before_it_moves() {
        assert_eq!(key_of("3.2 Datenbank starten"), key_of("4) Datenbank  starten"));
        assert_eq!(key_of("365"), "365");
        assert_eq!(key_of("24-Stunden-Regel"), "24-stunden-regel");
    }

    #[test]
    fn two_steps_of_the_same_words_are_told_apart_and_two_of_the_same_key_are_named() {
        let text = "## Prüfen\n## Prüfen\n## A {#x}\n## B {#x}\n";
        let keys: Vec<_> = steps(text).into_iter().map(|step| step.key).collect();
        assert_eq!(keys, ["prüfen", "prüfen-2", "x", "x-2"]);
        assert_eq!(named_twice(text).as_deref(), Some("x"));
        assert_eq!(named_twice("## Prüfen\n## Prüfen\n"), None);
    }

    #[test]
    fn what_somebody_wrote_down_finds_its_step() {
        let steps = steps(TEXT);
        let found = |written| meant(&steps, written).map(|step| step.key.as_str());
        assert_eq!(found("5. Lage klären"), Some("lage"));
        assert_eq!(found("lage"), Some("lage"));
        assert_eq!(found("Datenbank starten"), Some("datenbank-starten"));
        assert_eq!(found("Kaffee kochen"), None);
    }
}
