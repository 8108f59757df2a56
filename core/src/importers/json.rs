//! Reading foreign JSON: values that may be missing, null, of another type or under a name in another case, and
//! integers that no double holds. Knows no format.

use std::borrow::Cow;

use serde_json::Value;

/// All documents of a text, one after another; integers of more than 15 digits become strings of the same digits, so
/// that none is rounded (2^53 is a number of 16 digits).
///
/// # Errors
/// What serde_json says, with line and column.
pub fn documents(text: &str) -> Result<Vec<Value>, serde_json::Error> {
    let kept = keep_large_numbers(text);
    serde_json::Deserializer::from_str(&kept).into_iter::<Value>().collect()
}

fn keep_large_numbers(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let (mut at, mut copied, mut in_string) = (0, 0, false);
    let mut kept = String::new();
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if in_string => at += 1,
            b'"' => in_string = !in_string,
            b'-' | b'0'..=b'9' if !in_string => {
                let start = at;
                while at < bytes.len() && matches!(bytes[at], b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E')
                {
                    at += 1;
                }
                let number = &text[start..at];
                if number.len() > 15
                    && number.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit())
                {
                    kept.push_str(&text[copied..start]);
                    kept.push('"');
                    kept.push_str(number);
                    kept.push('"');
                    copied = at;
                }
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    if kept.is_empty() {
        return Cow::Borrowed(text);
    }
    kept.push_str(&text[copied..]);
    Cow::Owned(kept)
}

/// The value under a name, whatever its case; `None` for null as for nothing.
pub fn get<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    let map = value.as_object()?;
    let found = map
        .get(name)
        .or_else(|| map.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, found)| found))?;
    (!found.is_null()).then_some(found)
}

/// The text under a name: a string that is not empty, a number or a truth value as it is written.
pub fn text<'a>(value: &'a Value, name: &str) -> Option<Cow<'a, str>> {
    scalar(get(value, name)?)
}

/// A value as text, if it is a string that is not empty, a number or a truth value.
pub fn scalar(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::String(text) => Some(text.trim()).filter(|text| !text.is_empty()).map(Cow::Borrowed),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        Value::Bool(truth) => Some(Cow::Borrowed(if *truth { "true" } else { "false" })),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The text under the first of several names that has one.
pub fn first_text<'a>(value: &'a Value, names: &[&str]) -> Option<Cow<'a, str>> {
    names.iter().find_map(|name| text(value, name))
}

/// The list under a name; empty when there is none.
pub fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    get(value, name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// Whether a text is an integer above 2^53, which JSON's numbers cannot hold everywhere.
pub fn is_large_number(text: &str) -> bool {
    text.len() > 15 && text.len() < 40 && text.parse::<u128>().is_ok_and(|number| number > 1 << 53)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_above_two_to_the_53_keeps_all_its_digits() {
        let all = documents(
            r#"{"n": 9007199254740993123456789, "s": "x 9007199254740993 \" 1", "f": 1.2345678901234567}"#,
        );
        let all = all.unwrap();
        assert_eq!(text(&all[0], "n").as_deref(), Some("9007199254740993123456789"));
        assert_eq!(text(&all[0], "s").as_deref(), Some("x 9007199254740993 \" 1"));
        assert!(all[0]["f"].is_f64());
        assert!(is_large_number("9007199254740993") && !is_large_number("9007199254740992"));
    }

    #[test]
    fn names_are_found_in_any_case_and_null_is_nothing() {
        let all = documents(r#"{"TrackingId":"A-1","Title":null,"empty":" "}"#).unwrap();
        assert_eq!(text(&all[0], "trackingId").as_deref(), Some("A-1"));
        assert_eq!(first_text(&all[0], &["title", "empty", "trackingid"]).as_deref(), Some("A-1"));
        assert!(list(&all[0], "updates").is_empty());
    }

    proptest! {
        #[test]
        fn keeping_numbers_changes_nothing_else(raw in "([0-9]{1,20}|[a-z\"\\\\{}\\[\\]:, -]){0,40}") {
            let kept = keep_large_numbers(&raw);
            prop_assert_eq!(kept.replace('"', ""), raw.replace('"', ""));
        }
    }
}
