//! The sentences of `core/locales` for paper and terminal, the same that the page shows. Knows no screen and no noun:
//! an id and values become words.
//!
//! Numbers, days and money come in as text already written in the language; a whole number may come in as itself where a
//! sentence chooses between one and many.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use serde::Serialize;
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue;

/// The files of `core/locales`, German and English, one pair an area; gathered by the build script.
const AREAS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/areas.rs"));

/// The sentences of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

static GERMAN: LazyLock<Words> = LazyLock::new(|| Words::read("de", AREAS.iter().map(|(german, _)| *german)));
static ENGLISH: LazyLock<Words> =
    LazyLock::new(|| Words::read("en", AREAS.iter().map(|(_, english)| *english)));

impl Words {
    /// The German sentences.
    pub fn german() -> &'static Self {
        &GERMAN
    }

    /// The English sentences.
    pub fn english() -> &'static Self {
        &ENGLISH
    }

    /// The sentence of an id with its values. An id that has none is said itself, so that nothing is hidden.
    pub fn say(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        self.find(id, values).unwrap_or_else(|| id.to_owned())
    }

    /// The sentence of an id with its values; `None` when there is none. `id.attribute` names an attribute.
    pub fn find(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> Option<String> {
        let (id, attribute) = id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let values: FluentArgs<'_> = values.iter().map(|(name, value)| (*name, value.clone())).collect();
        // Faults of a sentence (a value that was not given) leave its name in the text; the test of the words finds them.
        Some(self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }

    fn read<'a>(language: &str, files: impl Iterator<Item = &'a str>) -> Self {
        let language: LanguageIdentifier = language.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        bundle.set_use_isolating(false);
        for file in files {
            // What does not parse is left out of the resource; the test of the words refuses such a file.
            let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }
}

/// A word of a list as it crosses the wire.
pub fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        Ok(_) | Err(_) => String::new(),
    }
}

/// `teamFormed` as `team-formed`.
pub fn kebab(code: &str) -> String {
    let mut out = String::with_capacity(code.len() + 4);
    for character in code.chars() {
        if character.is_ascii_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(character.to_ascii_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_said_in_both_languages() {
        assert_eq!(Words::german().say("desktop-dialog-import", &[]), "Historien zum Übernehmen wählen");
        assert_eq!(Words::english().say("desktop-dialog-import", &[]), "Choose histories to take over");
    }

    #[test]
    fn an_id_without_a_sentence_is_said_itself() {
        assert_eq!(Words::german().say("nobody-wrote-this", &[]), "nobody-wrote-this");
        assert_eq!(Words::german().find("nobody-wrote-this", &[]), None);
    }
}
