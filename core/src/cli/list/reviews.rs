//! Which process reviews are listed, as a table for people or as JSON for scripts.

use serde_json::{Map, Value, json};

use super::super::clock;
use super::super::terminal::{Complaint, Terminal};
use super::Args;
use crate::app::{Answer, App, Question};
use crate::projections::register::word;
use crate::projections::review::kind;
use crate::queries::views::{ReviewsPage, ReviewsQuery};

/// What the filters may be called.
const KEYS: &str = "phase, trigger, year, sort, ascending";

/// Lists them.
///
/// # Errors
/// `misused` with what there is for a key or a value that reviews do not know; every fault of asking.
pub fn list(app: &App, args: &Args, terminal: &Terminal) -> Result<(), Complaint> {
    let query = ReviewsQuery { offset: args.offset, limit: args.limit.max(1), ..wanted(&args.filter)? };
    let answer = app.query(&Question::Reviews(Box::new(query)), clock::now());
    if let Answer::Reviews(page) = answer.map_err(|fault| Complaint::of(&fault))? {
        if terminal.speaks_json() {
            terminal.line(&page);
        } else {
            table(&page, terminal);
        }
    }
    Ok(())
}

fn wanted(filter: &[String]) -> Result<ReviewsQuery, Complaint> {
    let mut fields = Map::new();
    for pair in filter {
        let (key, value) = pair.split_once('=').ok_or_else(|| Complaint::misused(pair, "KEY=VALUE"))?;
        let words = || value.split(',').map(|word| json!(word)).collect::<Vec<_>>();
        match key {
            "phase" | "trigger" => {
                let list = fields.entry(format!("{key}s")).or_insert_with(|| json!([]));
                list.as_array_mut().into_iter().for_each(|list| list.extend(words()));
            }
            "year" | "ascending" => {
                let value = serde_json::from_str(value).map_err(|_| Complaint::misused(value, key))?;
                fields.insert(key.to_owned(), value);
            }
            "sort" => drop(fields.insert(key.to_owned(), json!(value))),
            _ => return Err(Complaint::misused(key, KEYS)),
        }
    }
    serde_json::from_value(Value::Object(fields))
        .map_err(|error| Complaint::misused(&filter.join(" "), &error.to_string()))
}

fn table(page: &ReviewsPage, terminal: &Terminal) {
    for row in &page.items {
        let phase = terminal.word("review-phase", &word(&row.phase));
        let mark = if row.late_by.is_some() { "!" } else { " " };
        let trigger = terminal.word("review-trigger", kind(&row.trigger));
        terminal.text(&format!("{:<11} {mark} {}  {phase:<22} {trigger}", row.number, row.planned));
    }
    let shown = page.items.len().to_string();
    terminal.add("list-shown", &[("shown", shown.into()), ("total", page.total.to_string().into())]);
}
