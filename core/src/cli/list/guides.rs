//! Documents of the process as a table or as JSON.

use serde_json::{Map, Value, json};

use super::super::clock;
use super::super::terminal::{Complaint, End, Terminal};
use super::Args;
use crate::app::{Answer, App, Question};
use crate::projections::register::word;
use crate::queries::views::{GuideQuery, GuideRow};

/// Keys of `--where` with the fields of the question that they stand for; all but `valid` are words of a list.
const KEYS: [(&str, &str); 3] = [("kind", "kinds"), ("stage", "stages"), ("valid", "valid")];

pub fn list(app: &App, args: &Args, terminal: &Terminal) -> Result<End, Complaint> {
    let question = Question::Guides(Box::new(query(args)?));
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Guides(page) = answer {
        if terminal.speaks_json() {
            terminal.line(&page);
        } else {
            page.items.iter().for_each(|row| terminal.text(&line(row, terminal)));
            let (shown, total) = (page.items.len().to_string(), page.total.to_string());
            terminal.add("list-shown", &[("shown", shown.into()), ("total", total.into())]);
        }
    }
    Ok(End::Done)
}

fn query(args: &Args) -> Result<GuideQuery, Complaint> {
    let known = || KEYS.map(|(key, _)| key).join(", ");
    let mut fields = Map::new();
    for pair in &args.filter {
        let (key, value) = pair.split_once('=').ok_or_else(|| Complaint::misused(pair, "KEY=VALUE"))?;
        let (key, field) = KEYS
            .into_iter()
            .find(|(known, _)| *known == key)
            .ok_or_else(|| Complaint::misused(key, &known()))?;
        let typed = if key == "valid" {
            json!(value.parse::<bool>().map_err(|_| Complaint::misused(value, "true, false"))?)
        } else {
            json!(value.split(',').collect::<Vec<_>>())
        };
        fields.insert(field.to_owned(), typed);
    }
    let query: GuideQuery = serde_json::from_value(Value::Object(fields))
        .map_err(|error| Complaint::misused(&args.filter.join(" "), &error.to_string()))?;
    let search = args.search.clone().unwrap_or_default();
    Ok(GuideQuery { search, offset: args.offset, limit: args.limit.max(1), ..query })
}

fn line(row: &GuideRow, terminal: &Terminal) -> String {
    let valid = match (row.valid, row.valid_from) {
        (Some(version), Some(from)) => format!("v{version} {from}"),
        _ => "–".to_owned(),
    };
    let open = match (row.open, row.stage) {
        (Some(version), Some(stage)) => format!("v{version} {}", terminal.word("guide-stage", &word(&stage))),
        _ => String::new(),
    };
    let kind = terminal.word("guide-kind", &word(&row.kind));
    format!("{:<11} {valid:<15} {open:<26} {kind:<28} {}", row.number, row.title)
}
