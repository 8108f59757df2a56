//! Which team was asked, until when, and what it answered: fields 12 and 13.

use super::says::Says;
use crate::domain::change::{Answer, AnswerKept, Answered, Delegation, Way};
use crate::reports::asked;
use crate::reports::document::{Block, Cell, Column, Row, Sign, Table, Text};
use crate::reports::edition::section;
use crate::reports::fields::fields;
use crate::reports::frame::{chapter, note};

/// The chapter of the delegation.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.change;
    let mut out = vec![chapter(says, "change-tab-delegation")];
    if view.delegations.is_empty() {
        out.push(note(says.t("change-delegations-none")));
    }
    for asked in &view.delegations {
        // Asking anew makes another entry, which may name the same team: no anchor.
        out.push(Block::Heading { level: 2, text: team(says, asked), anchor: None });
        out.extend(fields(3, pairs(says, asked)));
    }
    if !view.kept.is_empty() {
        out.push(section(says, "change-kept-title"));
        out.push(Block::Table(kept(says, &view.kept)));
    }
    out
}

fn team(says: &Says<'_>, asked: &Delegation) -> Text {
    let there = says.facts.change.outside.as_ref().map_or("", |outside| outside.team.as_str());
    asked.team.map_or_else(|| says.text(there), |team| says.team(team))
}

fn pairs(says: &Says<'_>, asked: &Delegation) -> Vec<(Text, Cell)> {
    let person = asked.person.map_or_else(|| says.missing(), |person| says.person(person).into());
    let mut pairs =
        vec![says.pair("change-asked", says.day(Some(asked.asked))), says.pair("change-person", person)];
    if !asked.organisation.trim().is_empty() {
        pairs.push(says.pair("change-organisation", says.text(&asked.organisation)));
    }
    let answer = match &asked.answered {
        None => Cell::from(says.t("change-waiting")).signed(Sign::Open),
        Some(answered) => said(says, answered),
    };
    pairs.extend([
        says.pair("change-note", says.paragraphs(&asked.note)),
        says.pair("slip-from", says.by_when(asked.by, asked.recorded)),
        says.pair("change-answer", answer),
    ]);
    pairs
}

/// What a team answered, why, who gave it and by which way it came.
fn said(says: &Says<'_>, answered: &Answered) -> Cell {
    let (sign, reason) = match &answered.answer {
        Answer::Accepted {} => (Sign::Kept, None),
        Answer::OtherDay { reason, .. } => (Sign::Care, Some(says.text(reason))),
        Answer::Refused { .. } => (Sign::Broken, None),
    };
    let lines = [Some(asked::said(says, &answered.answer)), reason, Some(Text::quiet(by(says, answered)))];
    Cell::of(lines.into_iter().flatten().collect()).signed(sign)
}

fn by(says: &Says<'_>, answered: &Answered) -> String {
    let (person, when) = (says.person(answered.by), says.at(answered.recorded));
    match &answered.way {
        Way::Here { said_by: None } => {
            says.with("change-answered-by", &[("person", &person), ("when", &when)])
        }
        Way::Here { said_by: Some(other) } => {
            let other = says.person(*other);
            says.with("change-answered-for", &[("person", &person), ("other", &other), ("when", &when)])
        }
        Way::File { organisation, number, answered, .. } => {
            let (organisation, when) = (says.text(organisation).words(), says.at(*answered));
            let values = [("organisation", organisation.as_str()), ("number", number), ("when", &when)];
            says.with("change-answered-file", &[&values[..], &[("person", &person)]].concat())
        }
    }
}

/// Answers that came too late or twice.
fn kept(says: &Says<'_>, rows: &[AnswerKept]) -> Table {
    let row = |held: &AnswerKept| {
        Row::Cells(vec![said(says, &held.answered), says.word("kept-why", &held.why).into()])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("change-answer"), 3),
            Column::share(says.t("change-paper-why-kept"), 2),
        ],
        rows: rows.iter().map(row).collect(),
    }
}
