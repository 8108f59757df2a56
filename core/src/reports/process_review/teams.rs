//! The teams to inform: by which way and when that happened, until when they are to acknowledge it, and who did: field 19.

use super::says::Says;
use crate::domain::notice::Phase;
use crate::ids::{PersonId, TeamId};
use crate::queries::notice::Standing;
use crate::reports::document::{Cell, Column, Row, Sign, Table, Text};
use crate::time::Day;

/// The table, with whoever else the notice asks.
pub fn table(says: &Says<'_>, named: &[TeamId]) -> Table {
    let mut rows: Vec<Row> = named.iter().map(|team| row(says, *team)).collect();
    if let Some(told) = &says.facts.told
        && told.others != Standing::default()
    {
        let none = || Cell::from(Text::quiet("–"));
        let others = Text::from(says.t("review-report-others"));
        rows.push(Row::Cells(vec![others.into(), none(), none(), due(says), stands(says, &told.others)]));
    }
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("review-report-col-team"), 3),
            Column::share(says.t("review-teams-way"), 2),
            Column::fit(says.t("review-report-col-informed")),
            Column::fit(says.t("review-report-col-acknowledge")),
            Column::share(says.t("review-report-col-acknowledged"), 4),
        ],
        rows,
    }
}

fn row(says: &Says<'_>, team: TeamId) -> Row {
    let view = &says.facts.view;
    // Who was informed of an earlier version was not informed of this one.
    let approved = view.versions.last().filter(|version| version.version == view.version);
    let informed = approved.and_then(|version| version.informed.iter().find(|held| held.team == team));
    let (state, way) = informed.map_or_else(
        || (Cell::from(says.t("review-teams-open")).signed(Sign::Open), Text::default()),
        |held| (Cell::from(says.moment(held.at)).signed(Sign::Kept), says.text(&held.way)),
    );
    let told = says.facts.told.as_ref().and_then(|told| told.teams.get(&team));
    let (due, stands) = match told {
        Some(standing) => (due(says), stands(says, standing)),
        None => (Text::quiet("–").into(), Text::quiet(says.t("review-report-untold")).into()),
    };
    Row::Cells(vec![says.team(team).into(), way.into(), state, due, stands])
}

/// Until when the notice is to be acknowledged, and which notice that is.
fn due(says: &Says<'_>) -> Cell {
    let Some(told) = &says.facts.told else { return Text::quiet("–").into() };
    let day = told.due.map_or_else(|| Text::quiet("–"), |day| says.date(day.date()).into());
    let mut words = vec![day, Text::quiet(told.number.clone())];
    match told.phase {
        Phase::Open | Phase::Acknowledged => {}
        Phase::Superseded | Phase::Withdrawn => {
            words.push(Text::quiet(says.word("notice-phase", &told.phase)));
        }
    }
    Cell::of(words)
}

/// How many of those who are asked acknowledged it, and who.
fn stands(says: &Says<'_>, standing: &Standing) -> Cell {
    let (given, missing) = (&standing.acknowledged, &standing.missing);
    if given.is_empty() && missing.is_empty() {
        return Cell::from(Text::quiet(says.t("review-report-asked-none"))).signed(Sign::Open);
    }
    let (count, asked) = (says.count(given.len()), says.count(given.len() + missing.len()));
    let mut words =
        vec![Text::plain(says.with("review-report-acknowledged", &[("count", &count), ("asked", &asked)]))];
    for (id, people) in [("review-report-acknowledged-by", given), ("review-report-missing", missing)] {
        if !people.is_empty() {
            words.push(Text::quiet(says.with(id, &[("names", &names(says, people))])));
        }
    }
    Cell::of(words).signed(if missing.is_empty() {
        Sign::Kept
    } else if overdue(says) {
        Sign::Broken
    } else {
        Sign::Open
    })
}

/// The names of people by their letters.
fn names(says: &Says<'_>, people: &[PersonId]) -> String {
    let mut names: Vec<String> = people.iter().map(|person| says.person(*person)).collect();
    names.sort();
    names.join(", ")
}

fn overdue(says: &Says<'_>) -> bool {
    let edition = &says.facts.edition;
    let due = says.facts.told.as_ref().and_then(|told| told.due);
    due.is_some_and(|due| due < Day::at(edition.made, edition.zone))
}
