//! JSON objects, one a line: what `do` and `ask` read. A line that is none is told alone; those behind it still count.

use std::io::{self, BufRead};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use super::terminal::{Complaint, End, Terminal};

/// The mark with which some programs begin a text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Answers the objects on standard input, one line each: what `answer` says, or `{"fault":…}`. The end is 1 when one of
/// them was refused; the others are answered.
///
/// # Errors
/// `system` when standard input cannot be read.
pub fn answer_each<T: Serialize>(
    terminal: &Terminal,
    mut answer: impl FnMut(Value) -> Result<T, Complaint>,
) -> Result<End, Complaint> {
    let mut end = End::Done;
    for line in objects(io::stdin().lock()) {
        match line.map_err(|error| Complaint::system(&error))?.and_then(&mut answer) {
            Ok(answer) => terminal.line(&answer),
            Err(complaint) => {
                terminal.line(&json!({ "fault": complaint.json() }));
                end = End::FoundWanting;
            }
        }
    }
    Ok(end)
}

/// A line as the shape that was expected.
///
/// # Errors
/// `notUnderstood`.
pub fn understood<T: DeserializeOwned>(line: Value) -> Result<T, Complaint> {
    serde_json::from_value(line).map_err(|error| not_understood(&error))
}

/// The objects of a stream, empty lines left out.
fn objects(stream: impl BufRead) -> impl Iterator<Item = io::Result<Result<Value, Complaint>>> {
    stream.split(b'\n').filter_map(|line| match line {
        Ok(bytes) => object(&bytes).map(Ok),
        Err(error) => Some(Err(error)),
    })
}

fn object(bytes: &[u8]) -> Option<Result<Value, Complaint>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches(BYTE_ORDER_MARK).trim(),
        Err(error) => return Some(Err(not_understood(&error))),
    };
    if text.is_empty() {
        return None;
    }
    Some(match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => Ok(Value::Object(fields)),
        Ok(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_)) => {
            Err(not_understood(&"{…}"))
        }
        Err(error) => Err(not_understood(&error)),
    })
}

/// What was sent is no order, or no question.
fn not_understood(reason: &dyn std::fmt::Display) -> Complaint {
    Complaint::of(&json!({ "code": "notUnderstood", "detail": reason.to_string() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_no_object_is_told_alone() {
        let stream = b"\xef\xbb\xbf{\"a\":1}\r\n\n[1]\n\xff\nnonsense\n  {\"b\":2}";
        let found: Vec<_> = objects(&stream[..]).map(Result::unwrap).collect();
        let well: Vec<bool> = found.iter().map(Result::is_ok).collect();
        assert_eq!(well, [true, false, false, false, true]);
        assert_eq!(found[4], Ok(json!({ "b": 2 })));
    }
}
