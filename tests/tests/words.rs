//! The sentences: both languages say the same things with the same values, and in a form that both readers understand.
#![allow(clippy::unwrap_used)] // Every function here is a test or serves one.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use lotse_tests::places::root;

/// What a message needs: its variables, the functions that it calls, and the messages and terms that it names.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Needs {
    variables: BTreeSet<String>,
    calls: BTreeSet<String>,
    names: BTreeSet<String>,
}

/// The messages of one language by `file/id` and `file/id.attribute`.
fn messages(language: &str) -> BTreeMap<String, Needs> {
    let folder = root().join("core/locales").join(language);
    let mut messages = BTreeMap::new();
    for file in fs::read_dir(&folder).unwrap() {
        let file = file.unwrap().path();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).unwrap();
        let resource = parser::parse(text.as_str())
            .unwrap_or_else(|(_, faults)| panic!("{} does not parse: {faults:?}", file.display()));
        for entry in &resource.body {
            let (id, value, attributes) = match entry {
                Entry::Message(message) => {
                    (message.id.name.to_owned(), message.value.as_ref(), &message.attributes)
                }
                Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value), &term.attributes),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => continue,
                Entry::Junk { content } => panic!("{}: not Fluent: {content}", file.display()),
            };
            let parts = value.map(|value| (String::new(), value));
            let attributes = attributes.iter().map(|one| (format!(".{}", one.id.name), &one.value));
            for (part, pattern) in parts.into_iter().chain(attributes) {
                let known = messages.insert(format!("{name}/{id}{part}"), needs(pattern));
                assert!(known.is_none(), "{language}/{name} says {id}{part} twice");
            }
        }
    }
    messages
}

fn needs(pattern: &Pattern<&str>) -> Needs {
    let mut needs = Needs::default();
    look_at(pattern, &mut needs);
    needs
}

fn look_at(pattern: &Pattern<&str>, needs: &mut Needs) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            look_into(expression, needs);
        }
    }
}

fn look_into(expression: &Expression<&str>, needs: &mut Needs) {
    match expression {
        Expression::Inline(inline) => look_inline(inline, needs),
        Expression::Select { selector, variants } => {
            look_inline(selector, needs);
            variants.iter().for_each(|variant| look_at(&variant.value, needs));
        }
    }
}

fn look_inline(inline: &InlineExpression<&str>, needs: &mut Needs) {
    match inline {
        InlineExpression::VariableReference { id } => {
            needs.variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { id, arguments } => {
            needs.calls.insert(id.name.to_owned());
            look_arguments(arguments, needs);
        }
        InlineExpression::MessageReference { id, .. } | InlineExpression::TermReference { id, .. } => {
            needs.names.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => look_into(expression, needs),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn look_arguments(arguments: &CallArguments<&str>, needs: &mut Needs) {
    arguments.positional.iter().for_each(|one| look_inline(one, needs));
    arguments.named.iter().for_each(|one| look_inline(&one.value, needs));
}

#[test]
fn both_languages_say_the_same_with_the_same_values() {
    let (german, english) = (messages("de"), messages("en"));
    assert!(!german.is_empty(), "no sentences at all");
    let only = |here: &BTreeMap<String, Needs>, there: &BTreeMap<String, Needs>| -> Vec<String> {
        here.keys().filter(|id| !there.contains_key(*id)).cloned().collect()
    };
    assert_eq!(only(&german, &english), Vec::<String>::new(), "said in German only");
    assert_eq!(only(&english, &german), Vec::<String>::new(), "said in English only");
    for (id, needs) in &german {
        assert_eq!(needs.variables, english[id].variables, "the values of {id}");
    }
}

#[test]
fn no_id_stands_in_two_files() {
    let mut seen = BTreeMap::new();
    for id in messages("de").into_keys() {
        let (file, id) = id.split_once('/').unwrap();
        if let Some(other) = seen.insert(id.to_owned(), file.to_owned()) {
            panic!("{id} stands in {other} and in {file}");
        }
    }
}

#[test]
fn no_sentence_calls_a_function_that_one_of_the_two_readers_lacks() {
    let calling = those(|needs| !needs.calls.is_empty());
    assert_eq!(calling, Vec::<String>::new(), "numbers and times come in as text");
}

#[test]
fn no_sentence_names_another() {
    let naming = those(|needs| !needs.names.is_empty());
    assert_eq!(naming, Vec::<String>::new(), "the window reads each sentence alone, when it is first said");
}

/// The sentences of which something is true, as `language/file/id`.
fn those(so: impl Fn(&Needs) -> bool) -> Vec<String> {
    ["de", "en"]
        .into_iter()
        .flat_map(|language| messages(language).into_iter().map(move |(id, needs)| (language, id, needs)))
        .filter(|(.., needs)| so(needs))
        .map(|(language, id, _)| format!("{language}/{id}"))
        .collect()
}
