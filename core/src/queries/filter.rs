//! The conditions of a question with their values, as a clause that every list reads by. Knows no table.

use rusqlite::types::Value;
use serde::Serialize;

use crate::projections::register::word;

/// Conditions that must all hold, and the values of their marks.
#[derive(Debug, Default, PartialEq)]
pub struct Filter {
    conditions: Vec<String>,
    /// In the order of their marks, `?1` first.
    pub values: Vec<Value>,
}

impl Filter {
    /// One more condition.
    pub fn add(&mut self, condition: impl Into<String>) {
        self.conditions.push(condition.into());
    }

    /// The mark of a value.
    pub fn mark(&mut self, value: Value) -> String {
        self.values.push(value);
        format!("?{}", self.values.len())
    }

    /// The marks of values, for a list behind `IN`; empty where there are none.
    pub fn marks(&mut self, values: impl Iterator<Item = Value>) -> String {
        values.map(|value| self.mark(value)).collect::<Vec<_>>().join(", ")
    }

    /// A column holds one of these values; no values ask for nothing.
    pub fn any(&mut self, column: &str, values: impl Iterator<Item = Value>) {
        let marks = self.marks(values);
        if !marks.is_empty() {
            self.add(format!("{column} IN ({marks})"));
        }
    }

    /// A column holds one of these words; no words ask for nothing.
    pub fn one_of<T: Serialize>(&mut self, column: &str, words: &[T]) {
        self.any(column, words.iter().map(|value| Value::Text(word(value))));
    }

    /// Each word of what somebody searches for occurs in one of the columns, which hold small letters.
    pub fn words(&mut self, search: &str, columns: &[&str]) {
        for word in search.split_whitespace() {
            let mark = self.mark(Value::Text(word.to_lowercase()));
            let places: Vec<String> =
                columns.iter().map(|column| format!("instr({column}, {mark})")).collect();
            self.add(format!("({})", places.join(" OR ")));
        }
    }

    /// The clause; empty where nothing is asked.
    pub fn clause(&self) -> String {
        if self.conditions.is_empty() {
            String::new()
        } else {
            format!("WHERE {}", self.conditions.join(" AND "))
        }
    }
}

/// An id as it stands in a table.
pub fn blob(id: uuid::Uuid) -> Value {
    Value::Blob(id.into_bytes().to_vec())
}
