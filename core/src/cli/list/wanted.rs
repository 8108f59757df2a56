//! Which incidents are listed: the filters by the names that the answer bears, and as many rows as were asked for.

use std::collections::BTreeMap;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};
use schemars::schema_for;
use serde_json::{Map, Value, json};

use super::super::terminal::Complaint;
use super::super::{clock, people};
use super::Args;
use crate::app::{Answer, App, Question};
use crate::queries::views::{OrganisationView, RegisterPage, RegisterQuery, RegisterRow};
use crate::time::Instant;

/// The most rows of one page of the register.
const PAGE: u32 = 500;

/// What is asked of the register, and what of each row that it gives.
pub struct Wanted {
    /// The question.
    pub query: RegisterQuery,
    /// Fields of a row with the values of which any may fit.
    pub row: Vec<(String, Vec<String>)>,
}

/// The rows that fit all keys, and how many there are; of one key any of its values may fit.
///
/// # Errors
/// `misused` with what there is for a key or a value that the register does not know; every fault of asking.
pub fn incidents(app: &App, args: &Args) -> Result<RegisterPage, Complaint> {
    let wanted = Wanted::read(app, &args.filter, args.search.as_deref())?;
    if wanted.row.is_empty() {
        return pages(app, &wanted.query, args.offset, args.limit.max(1));
    }
    let mut page = pages(app, &wanted.query, 0, u32::MAX)?;
    page.items.retain(|row| wanted.fits(row));
    page.total = u32::try_from(page.items.len()).unwrap_or(u32::MAX);
    let (offset, limit) = (usize::try_from(args.offset), usize::try_from(args.limit));
    page.items =
        page.items.into_iter().skip(offset.unwrap_or(usize::MAX)).take(limit.unwrap_or(usize::MAX)).collect();
    Ok(page)
}

/// So many rows from a place on, page by page.
fn pages(app: &App, query: &RegisterQuery, offset: u32, limit: u32) -> Result<RegisterPage, Complaint> {
    let mut whole = RegisterPage { items: Vec::new(), total: 0, unindexed: 0 };
    loop {
        let had = u32::try_from(whole.items.len()).unwrap_or(u32::MAX);
        let query = RegisterQuery {
            offset: offset.saturating_add(had),
            limit: PAGE.min(limit - had),
            ..query.clone()
        };
        let question = Question::Register(Box::new(query));
        let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
        let Answer::Register(page) = answer else { return Ok(whole) };
        let more = !page.items.is_empty();
        whole.items.extend(page.items);
        (whole.total, whole.unindexed) = (page.total, page.unindexed);
        let had = u32::try_from(whole.items.len()).unwrap_or(u32::MAX);
        if !more || had >= limit || offset.saturating_add(had) >= whole.total {
            return Ok(whole);
        }
    }
}

impl Wanted {
    /// Reads what was typed as `KEY=VALUE`, and the words that are searched for.
    ///
    /// # Errors
    /// `misused` with what there is for a key or a value that the register does not know; every fault of asking.
    pub fn read(app: &App, filter: &[String], search: Option<&str>) -> Result<Self, Complaint> {
        let mut given: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for pair in filter {
            let pair = pair.split_once('=').ok_or_else(|| Complaint::misused(pair, "KEY=VALUE"))?;
            given.entry(in_the_question(pair.0)).or_default().push(pair.1);
        }
        let organisation = people::organisation(app)?;
        let (asked, told) = (names::<RegisterQuery>(), names::<RegisterRow>());
        let (mut fields, mut row) = (Map::new(), Vec::new());
        for (key, values) in given {
            if asked.iter().any(|name| name == key) && !FIXED.contains(&key) {
                fields.insert(key.to_owned(), typed(key, &values, &organisation)?);
            } else if told.iter().any(|name| name == key) {
                row.push((key.to_owned(), values.into_iter().map(str::to_owned).collect()));
            } else {
                let mut known: Vec<String> = [asked, told].concat();
                known.retain(|name| !FIXED.contains(&name.as_str()));
                known.sort_unstable();
                known.dedup();
                return Err(Complaint::misused(key, &known.join(", ")));
            }
        }
        let query: RegisterQuery = serde_json::from_value(Value::Object(fields))
            .map_err(|error| Complaint::misused(&filter.join(" "), &error.to_string()))?;
        Ok(Self { query: RegisterQuery { search: search.unwrap_or_default().to_owned(), ..query }, row })
    }

    /// Whether a row says one of the values under each key; times also by their first part, such as a day.
    pub fn fits(&self, row: &RegisterRow) -> bool {
        let told = serde_json::to_value(row).unwrap_or_default();
        self.row.iter().all(|(key, values)| {
            values.iter().any(|value| match &told[key.as_str()] {
                Value::String(text) => {
                    text == value || (key != "title" && is_day(value) && text.starts_with(value))
                }
                Value::Null => value == "null",
                said @ (Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
                    said.to_string().as_str() == value
                }
            })
        })
    }
}

/// Parts of the question that have a word of their own on the command line.
const FIXED: [&str; 3] = ["search", "offset", "limit"];

/// The names of the fields of a shape on the wire.
pub(super) fn names<T: schemars::JsonSchema>() -> Vec<String> {
    let schema = schema_for!(T);
    let properties = schema.get("properties").and_then(Value::as_object);
    properties.map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
}

/// A list of the question is asked for by the name that one of it bears in the answer.
fn in_the_question(key: &str) -> &str {
    match key {
        "phase" => "phases",
        "severity" => "severities",
        "source" => "sources",
        "outsideSource" => "outsideSources",
        "kind" | "outsideKind" => "outsideKinds",
        "service" => "services",
        "cause" | "causeClass" => "causes",
        "providerFault" => "provider",
        other => other,
    }
}

/// The values of a key as the question takes them: yes or no, a time or a day, services by name, else words of a list.
fn typed(key: &str, values: &[&str], organisation: &OrganisationView) -> Result<Value, Complaint> {
    let one = || match values {
        [value] => Ok(*value),
        [] | [_, ..] => Err(Complaint::misused(key, &format!("{key}=…"))),
    };
    Ok(match key {
        "emergency" | "dirty" | "withdrawn" | "ascending" => {
            let value = one()?;
            json!(value.parse::<bool>().map_err(|_| Complaint::misused(value, "true, false"))?)
        }
        "from" | "until" => json!(instant(one()?, organisation)?),
        "sort" => json!(one()?),
        "services" => {
            let named = values.iter().map(|name| {
                let service = organisation.services.iter().find(|service| service.name == *name);
                let known =
                    || organisation.services.iter().map(|service| service.name.as_str()).collect::<Vec<_>>();
                match service {
                    Some(service) => Ok(json!(service.id)),
                    None if uuid::Uuid::from_str(name).is_ok() => Ok(json!(name)),
                    None => Err(Complaint::misused(name, &known().join(", "))),
                }
            });
            Value::Array(named.collect::<Result<_, _>>()?)
        }
        _ => json!(values.iter().flat_map(|value| value.split(',')).collect::<Vec<_>>()),
    })
}

/// A time of RFC 3339, or the beginning of a day where the organisation is.
pub(super) fn instant(text: &str, organisation: &OrganisationView) -> Result<Instant, Complaint> {
    let day = NaiveDate::from_str(text).ok().map(|day| day.and_time(NaiveTime::MIN));
    let at = match day {
        Some(midnight) => organisation.zone.instant(midnight, false),
        None => text.parse(),
    };
    at.map_err(|_| Complaint::misused(text, "2026-01-31, 2026-01-31T08:00:00Z"))
}

fn is_day(text: &str) -> bool {
    NaiveDate::from_str(text).is_ok()
}
