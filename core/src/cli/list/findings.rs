//! `lotse list FILE findings`: the filters by the names that the answer bears; people and services also by their names.

use serde_json::{Map, Value, json};

use super::super::terminal::{Complaint, End, Terminal};
use super::super::{clock, people};
use super::Args;
use crate::app::{Answer, App, Question};
use crate::projections::register::word;
use crate::queries::views::{FindingPage, FindingQuery};

/// What can stand before the `=`.
const KEYS: [&str; 9] = ["phase", "kind", "owner", "origin", "service", "overdue", "on", "sort", "ascending"];

/// The most rows of one page.
const PAGE: u32 = 500;

pub fn list(app: &App, args: &Args, terminal: &Terminal) -> Result<End, Complaint> {
    let query = read(app, &args.filter, args.search.as_deref())?;
    let mut whole: Option<FindingPage> = None;
    loop {
        let had = whole.as_ref().map_or(0, |page| page.items.len());
        let had = u32::try_from(had).unwrap_or(u32::MAX);
        let limit = PAGE.min(args.limit.max(1).saturating_sub(had));
        let query = FindingQuery { offset: args.offset.saturating_add(had), limit, ..query.clone() };
        let question = Question::Findings(Box::new(query));
        let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
        let Answer::Findings(page) = answer else { return Ok(End::Done) };
        let more = !page.items.is_empty();
        let whole = match &mut whole {
            Some(whole) => {
                whole.items.extend(page.items);
                whole
            }
            none => none.insert(page),
        };
        let had = u32::try_from(whole.items.len()).unwrap_or(u32::MAX);
        if !more || had >= args.limit.max(1) || args.offset.saturating_add(had) >= whole.total {
            tell(whole, terminal);
            return Ok(End::Done);
        }
    }
}

fn tell(page: &FindingPage, terminal: &Terminal) {
    if terminal.speaks_json() {
        return terminal.line(page);
    }
    for row in &page.items {
        let phase = terminal.word("findingPhase", &word(&row.phase));
        let due = row.due.map_or(String::new(), |due| due.to_string());
        let mark = if row.overdue { "!" } else { " " };
        terminal.text(&format!("{:<11} {mark} {due:<10}  {phase:<20} {}", row.number, row.title));
    }
    let shown = page.items.len().to_string();
    terminal.add("list-shown", &[("shown", shown.into()), ("total", page.total.to_string().into())]);
}

fn read(app: &App, filter: &[String], search: Option<&str>) -> Result<FindingQuery, Complaint> {
    let organisation = people::organisation(app)?;
    let mut fields = Map::new();
    let mut add = |list: &str, value: Value| {
        if let Value::Array(values) = fields.entry(list).or_insert_with(|| json!([])) {
            values.push(value);
        }
    };
    let mut one = Map::new();
    for pair in filter {
        let (key, value) = pair.split_once('=').ok_or_else(|| Complaint::misused(pair, "KEY=VALUE"))?;
        match key {
            "phase" => value.split(',').for_each(|one| add("phases", json!(one))),
            "kind" => value.split(',').for_each(|one| add("kinds", json!(one))),
            "origin" => value.split(',').for_each(|one| add("origins", json!(one))),
            "owner" => add("owners", json!(people::find(app, value)?)),
            "service" => {
                let named = organisation.services.iter().find(|service| service.name == value);
                add("services", named.map_or_else(|| json!(value), |service| json!(service.id)));
            }
            "overdue" | "ascending" => {
                let said = value.parse::<bool>().map_err(|_| Complaint::misused(value, "true, false"))?;
                one.insert(key.to_owned(), json!(said));
            }
            "on" | "sort" => drop(one.insert(key.to_owned(), json!(value))),
            _ => return Err(Complaint::misused(key, &KEYS.join(", "))),
        }
    }
    fields.append(&mut one);
    let query: FindingQuery = serde_json::from_value(Value::Object(fields))
        .map_err(|error| Complaint::misused(&filter.join(" "), &error.to_string()))?;
    Ok(FindingQuery { search: search.unwrap_or_default().to_owned(), ..query })
}
