//! Lists action plans and DR tests, under the filters that their questions know.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::super::people;
use super::super::terminal::{Complaint, End, Terminal};
use super::wanted::{instant, names};
use super::{Args, clock};
use crate::app::{Answer, App, Question};
use crate::projections::register::word;
use crate::queries::views::{DrillsQuery, PlansQuery};

pub fn plans(app: &App, args: &Args, terminal: &Terminal) -> Result<End, Complaint> {
    let question = Question::Plans(Box::new(asked::<PlansQuery>(app, args)?));
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    let Answer::Plans(page) = answer else { return Ok(End::Done) };
    if terminal.speaks_json() {
        terminal.line(&page);
        return Ok(End::Done);
    }
    for row in &page.items {
        let stage = terminal.word("plan-stage", &word(&row.stage));
        let kind = terminal.word("drill-kind", &word(&row.kind));
        terminal
            .text(&format!("{:<11} {:>3}  {stage:<20} {kind:<28} {}", row.number, row.version, row.title));
    }
    shown(terminal, page.items.len(), page.total);
    Ok(End::Done)
}

pub fn drills(app: &App, args: &Args, terminal: &Terminal) -> Result<End, Complaint> {
    let question = Question::Drills(Box::new(asked::<DrillsQuery>(app, args)?));
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    let Answer::Drills(page) = answer else { return Ok(End::Done) };
    if terminal.speaks_json() {
        terminal.line(&page);
        return Ok(End::Done);
    }
    for row in &page.items {
        let (list, state) = row
            .verdict
            .map_or_else(|| ("drill-phase", word(&row.phase)), |verdict| ("drill-verdict", word(&verdict)));
        let state = terminal.word(list, &state);
        let planned = row.planned.utc().format("%Y-%m-%d %H:%MZ");
        terminal.text(&format!("{:<11} {planned}  {state:<24} {}", row.number, row.title));
    }
    shown(terminal, page.items.len(), page.total);
    Ok(End::Done)
}

fn shown(terminal: &Terminal, shown: usize, total: u32) {
    let values = [("shown", shown.to_string().into()), ("total", total.to_string().into())];
    terminal.add("list-shown", &values);
}

/// The question that was typed as `KEY=VALUE`: a list by the name of one of it, several values behind each other with `,`.
fn asked<T: DeserializeOwned + Serialize + Default + schemars::JsonSchema>(
    app: &App,
    args: &Args,
) -> Result<T, Complaint> {
    let known = names::<T>();
    let shape = serde_json::to_value(T::default()).unwrap_or_default();
    let mut fields = Map::new();
    for pair in &args.filter {
        let (key, value) = pair.split_once('=').ok_or_else(|| Complaint::misused(pair, "KEY=VALUE"))?;
        let key = known.iter().find(|name| *name == key || **name == format!("{key}s"));
        let key = key.ok_or_else(|| Complaint::misused(pair, &known.join(", ")))?;
        let value = match (key.as_str(), &shape[key.as_str()]) {
            ("from" | "until", _) => json!(instant(value, &people::organisation(app)?)?),
            (_, Value::Array(_)) => json!(value.split(',').collect::<Vec<_>>()),
            (_, Value::Bool(_)) => {
                json!(value.parse::<bool>().map_err(|_| Complaint::misused(value, "true, false"))?)
            }
            (_, Value::Null | Value::Number(_) | Value::String(_) | Value::Object(_)) => json!(value),
        };
        fields.insert(key.clone(), value);
    }
    fields.insert("search".to_owned(), json!(args.search.clone().unwrap_or_default()));
    fields.insert("offset".to_owned(), json!(args.offset));
    fields.insert("limit".to_owned(), json!(args.limit.max(1)));
    serde_json::from_value(Value::Object(fields))
        .map_err(|error| Complaint::misused(&args.filter.join(" "), &error.to_string()))
}
