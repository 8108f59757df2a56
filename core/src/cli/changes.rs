//! Change requests on the command line: the list with its filters, and one record.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::list::Args;
use super::terminal::{Complaint, End, Terminal};
use super::{clock, people};
use crate::app::{Answer, App, Question};
use crate::domain::change::{Answer as Said, Deed};
use crate::ids::RecordRef;
use crate::projections::register::word;
use crate::queries::views::{ChangeView, ChangesQuery};

/// `lotse list FILE changes`.
///
/// # Errors
/// A filter that there is not, or a failure of the world.
pub fn list(app: &App, args: &Args, terminal: &Terminal) -> Result<End, Complaint> {
    let mut query = ChangesQuery {
        search: args.search.clone().unwrap_or_default(),
        limit: args.limit,
        offset: args.offset,
        ..ChangesQuery::default()
    };
    for filter in &args.filter {
        let (key, value) = filter.split_once('=').ok_or_else(|| Complaint::misused(filter, "KEY=VALUE"))?;
        match key {
            "phase" => query.phases.push(listed(key, value)?),
            "origin" => query.origins.push(listed(key, value)?),
            "team" => query.teams.push(team(app, value)?),
            "owner" => query.owners.push(people::find(app, value)?),
            "overdue" => query.overdue = listed(key, value)?,
            "atRest" => query.at_rest = listed(key, value)?,
            other => return Err(Complaint::misused(other, "phase, origin, team, owner, overdue, atRest")),
        }
    }
    let answer = app.query(&Question::Changes(Box::new(query)), clock::now());
    let Answer::Changes(page) = answer.map_err(|fault| Complaint::of(&fault))? else { return Ok(End::Done) };
    if terminal.speaks_json() {
        terminal.line(&page);
        return Ok(End::Done);
    }
    for row in &page.items {
        let phase = terminal.word("change-phase", &word(&row.phase));
        let due = row.due.map(|due| due.to_string()).unwrap_or_default();
        let mark = if row.overdue { "!" } else { " " };
        terminal.text(&format!("{:<11} {mark} {due:<10}  {phase:<20} {}", row.number, row.title));
    }
    let shown = page.items.len().to_string();
    terminal.add("list-shown", &[("shown", shown.into()), ("total", page.total.to_string().into())]);
    Ok(End::Done)
}

/// A word of a list, or yes and no, as JSON spells them.
pub(super) fn listed<T: DeserializeOwned>(key: &str, value: &str) -> Result<T, Complaint> {
    let plain = match value {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        text => Value::String(text.to_owned()),
    };
    serde_json::from_value(plain)
        .map_err(|error| Complaint::misused(&format!("{key}={value}"), &error.to_string()))
}

/// The team of that name, or with that id.
pub(super) fn team(app: &App, name: &str) -> Result<crate::ids::TeamId, Complaint> {
    if let Ok(id) = name.parse() {
        return Ok(id);
    }
    let teams = people::organisation(app)?.teams;
    let known: Vec<&str> = teams.iter().map(|team| team.name.as_str()).collect();
    let found = teams.iter().find(|team| team.name == name);
    found.map(|team| team.id).ok_or_else(|| Complaint::misused(name, &known.join(", ")))
}

/// `lotse show FILE A-2026-003`.
///
/// # Errors
/// `NoSuchRecord`, or a failure of the world.
pub fn show(app: &App, record: RecordRef, terminal: &Terminal) -> Result<End, Complaint> {
    let answer = app.query(&Question::Change { record, by: None }, clock::now());
    if let Answer::Change(view) = answer.map_err(|fault| Complaint::of(&fault))? {
        if terminal.speaks_json() { terminal.line(&view) } else { tell(&view, terminal) }
    }
    Ok(End::Done)
}

fn tell(view: &ChangeView, terminal: &Terminal) {
    terminal.text(&format!("{}  {}", view.number, view.text.title));
    terminal.text(&terminal.word("change-phase", &word(&view.phase)));
    terminal.text(&view.text.wanted);
    terminal.text("");
    for reached in &view.reached {
        let by = view.people.get(&reached.by).cloned().unwrap_or_default();
        let phase = terminal.word("change-phase", &word(&reached.phase));
        let on = reached.on.map_or_else(|| reached.recorded.to_string(), |on| on.to_string());
        terminal.text(&format!("{phase:<24} {on:<27} {by}"));
    }
    for asked in &view.delegations {
        let said = asked.answered.as_ref().map_or("show-not-recorded", |answered| match answered.answer {
            Said::Accepted {} => "change-answer-accepted",
            Said::OtherDay { .. } => "change-answer-other-day",
            Said::Refused { .. } => "change-answer-refused",
        });
        terminal.text(&format!("{}  {}  {}", asked.asked, asked.due(), terminal.said(said)));
    }
    terminal.text("");
    let free = view.possible.iter().filter(|possible| possible.refusal.is_none());
    let deeds: Vec<String> = free.map(|possible| deed(possible.deed, terminal)).collect();
    terminal.text(&deeds.join(", "));
}

fn deed(deed: Deed, terminal: &Terminal) -> String {
    terminal.word("change-deed", &word(&deed))
}
