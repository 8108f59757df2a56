//! What goes wrong, as a code and values: the one shape that the page knows. Knows no sentence: those stand in the
//! locales.

use std::path::Path;

use serde::Serialize;
use serde_json::{Map, Value};

/// A refusal on the wire: `code` picks the sentence, `values` fill it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// Which sentence.
    pub code: String,
    /// What it speaks of.
    pub values: Map<String, Value>,
}

impl Refused {
    /// A refusal that needs no values.
    pub fn plain(code: &str) -> Self {
        Self { code: code.to_owned(), values: Map::new() }
    }

    /// A refusal that names one thing.
    pub fn naming(code: &str, name: &str, value: impl Into<String>) -> Self {
        let values = Map::from_iter([(name.to_owned(), Value::String(value.into()))]);
        Self { code: code.to_owned(), values }
    }

    /// The world said no to a file.
    pub fn file(path: &Path, error: &std::io::Error) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut refused = Self::naming("fileFailed", "file", name);
        refused.values.insert("reason".to_owned(), Value::String(error.to_string()));
        refused
    }

    /// A fault of the core: its `code` beside its other fields.
    pub fn of_core(fault: &impl Serialize) -> Self {
        let Ok(Value::Object(mut values)) = serde_json::to_value(fault) else {
            return Self::plain("programFault");
        };
        match values.remove("code") {
            Some(Value::String(code)) => Self { code, values },
            Some(_) | None => Self::plain("programFault"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_of_the_core_crosses_the_wire_as_code_and_values() {
        let fault = serde_json::json!({ "code": "heldBy", "program": "lotse", "pid": 7 });
        let refused = Refused::of_core(&fault);
        assert_eq!(refused.code, "heldBy");
        assert_eq!(refused.values["pid"], 7);
        assert!(!refused.values.contains_key("code"));
    }

    #[test]
    fn a_fault_without_a_code_is_a_fault_of_the_program() {
        assert_eq!(Refused::of_core(&"text").code, "programFault");
    }
}
