//! What the command line says: sentences, or JSON when asked, on standard output; complaints on standard error. Knows no
//! task.

use std::io::{IsTerminal, Write};
use std::ops::ControlFlow;

use fluent_bundle::FluentValue;
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::words::{Words, kebab};
use crate::workspace::BackupFault;

/// How a task ended that was carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Everything is well.
    Done,
    /// It was carried out, and what it looked at is not as it should be.
    FoundWanting,
}

/// Why a task was not carried out: a code and values, as they cross every wire.
#[derive(Debug, Clone, PartialEq)]
pub struct Complaint(Value);

/// The code of a complaint about what was typed.
const MISUSED: &str = "misused";

/// Where a task speaks.
#[derive(Clone, Copy)]
pub struct Terminal {
    json: bool,
    words: &'static Words,
}

impl Complaint {
    /// A fault that serialises to a code with values.
    pub fn of(fault: &impl Serialize) -> Self {
        Self(
            serde_json::to_value(fault)
                .unwrap_or_else(|error| json!({"code": "unexpected", "detail": error.to_string()})),
        )
    }

    /// The system refused.
    pub fn system(reason: &dyn std::fmt::Display) -> Self {
        Self(json!({"code": "system", "reason": reason.to_string()}))
    }

    /// What was typed is no task that there is.
    pub fn misused(what: &str, reason: &str) -> Self {
        Self(json!({"code": MISUSED, "what": what, "reason": reason}))
    }

    /// Whether the fault lies in what was typed.
    pub fn is_misuse(&self) -> bool {
        self.0.get("code").is_some_and(|code| code == MISUSED)
    }

    /// The same as it goes onto a wire.
    pub fn json(&self) -> &Value {
        &self.0
    }
}

impl From<&BackupFault> for Complaint {
    fn from(fault: &BackupFault) -> Self {
        match fault {
            BackupFault::DoesNotOpen(fault) => Self::of(fault),
            BackupFault::DoesNotFit(misfit) => Self::of(misfit),
            BackupFault::Busy => Self(json!({"code": "busy"})),
            BackupFault::DiskFull => Self(json!({"code": "diskFull"})),
            BackupFault::Log(error) => Self::system(error),
            BackupFault::System(error) => Self::system(error),
        }
    }
}

impl Terminal {
    /// Speaks JSON, or these words.
    pub fn new(json: bool, words: &'static Words) -> Self {
        Self { json, words }
    }

    /// Answers with `value` where JSON was asked for, and with the sentence `id` where not.
    pub fn answer(&self, value: &Value, id: &str, values: &[(&str, FluentValue<'_>)]) {
        if self.json { self.line(value) } else { print(&self.words.say(id, values)) }
    }

    /// A sentence without values.
    pub fn say(&self, id: &str) -> String {
        self.words.say(id, &[])
    }

    /// One line of JSON, whatever was asked for.
    pub fn line(&self, value: &impl Serialize) {
        print(&serde_json::to_string(value).unwrap_or_default());
    }

    /// One more sentence where sentences are spoken.
    pub fn add(&self, id: &str, values: &[(&str, FluentValue<'_>)]) {
        if !self.json {
            print(&self.words.say(id, values));
        }
    }

    /// Whether JSON was asked for.
    pub const fn speaks_json(&self) -> bool {
        self.json
    }

    /// A line of text as it is.
    #[allow(clippy::unused_self)] // Whoever speaks holds the terminal.
    pub fn text(&self, text: &str) {
        print(text);
    }

    /// The words that it speaks.
    pub const fn words(&self) -> &'static Words {
        self.words
    }

    /// The sentence of an id without values.
    pub fn said(&self, id: &str) -> String {
        self.words.say(id, &[])
    }

    /// The sentence of an id with its values.
    pub fn with(&self, id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        self.words.say(id, values)
    }

    /// The sentence of an id without values; none where the locales have none.
    pub fn find(&self, id: &str) -> Option<String> {
        self.words.find(id, &[])
    }

    /// A word of a list as people say it; the word itself where the locales have none.
    pub fn word(&self, list: &str, word: &str) -> String {
        self.words.find(&format!("{}-{}", kebab(list), kebab(word)), &[]).unwrap_or_else(|| word.to_owned())
    }

    /// The sentence of an event with its values; the code itself where the locales have none.
    pub fn event(&self, code: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        self.words.find(&format!("event-{}", kebab(code)), values).unwrap_or_else(|| code.to_owned())
    }

    /// The sentence for a code with values, under ids that begin with `prefix`.
    pub fn sentence(&self, prefix: &str, fault: &Value) -> String {
        let code = fault.get("code").and_then(Value::as_str).unwrap_or("unexpected");
        let values = values_of(fault);
        let values: Vec<(&str, FluentValue<'_>)> =
            values.iter().map(|(name, value)| (name.as_str(), fluent(value))).collect();
        self.words.find(&format!("{prefix}-{}", kebab(code)), &values).unwrap_or_else(|| {
            let detail = [
                ("code", FluentValue::from(code.to_owned())),
                ("detail", Value::Object(values_of(fault)).to_string().into()),
            ];
            self.words.say("cli-without-words", &detail)
        })
    }

    /// Says why a task was not carried out.
    pub fn complain(&self, complaint: &Complaint) {
        if self.json {
            return self.line(&json!({ "fault": complaint.json() }));
        }
        let mut sentence = self.sentence("error", &complaint.0);
        if let Some(backup) = complaint.0.pointer("/backup/path").and_then(Value::as_str) {
            sentence =
                format!("{sentence}\n{}", self.words.say("cli-newest-backup", &[("path", backup.into())]));
        }
        writeln!(std::io::stderr(), "{sentence}").ok();
    }

    /// Shows how far a long task is where somebody watches; never breaks off.
    pub fn progress(&self) -> impl FnMut(u64, u64) -> ControlFlow<()> + use<> {
        let watched = !self.json && std::io::stderr().is_terminal();
        move |done, all| {
            if watched {
                write!(std::io::stderr(), "\r{} %\x1b[K\r", done.saturating_mul(100) / all.max(1)).ok();
            }
            ControlFlow::Continue(())
        }
    }
}

/// Where nobody reads any more (a closed pipe) there is nothing left to say.
fn print(text: &str) {
    if writeln!(std::io::stdout(), "{text}").is_err() {
        std::process::exit(0);
    }
}

/// The values of a fault stand beside its code, or under `values`.
fn values_of(fault: &Value) -> Map<String, Value> {
    let nested = fault.get("values").and_then(Value::as_object);
    let mut values = nested.or(fault.as_object()).cloned().unwrap_or_default();
    values.remove("code");
    values
}

fn fluent(value: &Value) -> FluentValue<'static> {
    match value {
        Value::String(text) => text.clone().into(),
        Value::Number(number) => number.to_string().into(),
        Value::Array(items) => {
            let items: Vec<String> = items
                .iter()
                .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
                .collect();
            items.join(", ").into()
        }
        Value::Null | Value::Bool(_) | Value::Object(_) => value.to_string().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::OpenFault;

    #[test]
    fn a_fault_becomes_a_sentence_with_its_values() {
        let terminal = Terminal::new(false, Words::english());
        let fault = OpenFault::NewerThanProgram { found: 9, known: 1 };
        let sentence = terminal.sentence("error", Complaint::of(&fault).json());
        assert!(sentence.contains('9') && sentence.contains('1'), "{sentence}");
        let unknown = terminal.sentence("error", &json!({"code": "noSuchCode", "a": 1}));
        assert!(unknown.contains("noSuchCode") && unknown.contains("{\"a\":1}"), "{unknown}");
    }
}
