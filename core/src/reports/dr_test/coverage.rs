//! What the test covered: scenario, service, step, person or deputy; and what is uncovered or old on the day of the edition
//! (report-contents.md (b) 11, ISO 22301 8.5).

use super::says::Says;
use crate::domain::drill::{Age, Covered};
use crate::ids::ServiceId;
use crate::reports::document::{Block, Cell, Column, Row, Sign, Table, Text};
use crate::reports::edition::section;
use crate::reports::frame::note;
use crate::time::Day;

/// The section.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let facts = says.facts;
    let mut out = vec![section(says, "test-report-h-coverage")];
    if facts.covered.is_empty() {
        out.push(note(says.t("test-report-coverage-none")));
        return out;
    }
    let day = says.date(Day::at(facts.edition.made, facts.edition.zone).date());
    let here = facts.covered.iter().filter(|held| held.here).count();
    let open = facts.covered.iter().filter(|held| held.cell.age != Age::Fresh).count();
    let row = |id: &str, words: Text| (Text::from(says.t(id)), Cell::from(words));
    out.push(Block::Pairs(vec![
        row("plan-field-scenario", says.text(&facts.view.scenario)),
        row("test-report-coverage-squares", says.count(facts.covered.len()).into()),
        row("test-report-coverage-here", says.count(here).into()),
        (says.with("test-report-coverage-open", &[("day", &day)]).into(), says.count(open).into()),
    ]));
    if !facts.view.phase.is_approved() {
        out.push(note(says.t("test-report-coverage-unapproved")));
    }
    out.push(Block::Table(table(says)));
    out
}

/// The squares; services of which the same is known stand together.
fn table(says: &Says<'_>) -> Table {
    let mut groups: Vec<(Vec<Option<ServiceId>>, Vec<&Covered>)> = Vec::new();
    for service in services(&says.facts.covered) {
        let squares: Vec<&Covered> =
            says.facts.covered.iter().filter(|held| held.cell.service == service).collect();
        match groups.iter_mut().find(|(_, held)| alike(held, &squares)) {
            Some((services, _)) => services.push(service),
            None => groups.push((vec![service], squares)),
        }
    }
    let rows = groups.iter().flat_map(|(services, squares)| {
        let names: Vec<String> = services.iter().map(|service| named(says, *service)).collect();
        let head = Row::Group(names.join(", ").into());
        [head].into_iter().chain(squares.iter().map(|held| row(says, held)))
    });
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("report-col-step"), 4),
            Column::share(says.t("plan-column-person"), 3),
            Column::share(says.t("test-report-col-here"), 3),
            Column::fit(says.t("test-report-col-last")),
        ],
        rows: rows.collect(),
    }
}

/// The services in the order of the plan.
fn services(covered: &[Covered]) -> Vec<Option<ServiceId>> {
    let mut services = Vec::new();
    for held in covered {
        if !services.contains(&held.cell.service) {
            services.push(held.cell.service);
        }
    }
    services
}

fn named(says: &Says<'_>, service: Option<ServiceId>) -> String {
    service.map_or_else(|| says.t("coverage-no-service"), |service| says.service(service).words())
}

/// Whether the squares of two services, which ask for the same steps of the same people, tell the same.
fn alike(one: &[&Covered], other: &[&Covered]) -> bool {
    let told = |held: &Covered| (held.here, held.cell.last);
    one.iter().map(|held| told(held)).eq(other.iter().map(|held| told(held)))
}

fn row(says: &Says<'_>, held: &Covered) -> Row {
    let cell = &held.cell;
    let mut who = vec![
        cell.person
            .map_or_else(|| Text::quiet(says.t("coverage-nobody")), |person| says.person(person).into()),
    ];
    if cell.deputy {
        who.push(Text::quiet(says.t("coverage-deputy")));
    }
    let here = if held.here {
        Cell::from(says.t("test-report-proved")).signed(Sign::Kept)
    } else {
        let by = held
            .by
            .map(|person| Text::quiet(says.with("test-report-proved-by", &[("name", &says.person(person))])));
        let words = [Some(Text::plain(says.t("test-report-unproved"))), by];
        Cell::of(words.into_iter().flatten().collect()).signed(Sign::Open)
    };
    let sign = match cell.age {
        Age::Fresh => Sign::Kept,
        Age::Aging => Sign::Middling,
        Age::Old => Sign::Broken,
        Age::Never => Sign::Open,
    };
    let age = says.word("proof-age", &cell.age);
    let last = match cell.last {
        Some(day) => Cell::of(vec![says.day(Some(day)), Text::quiet(age)]),
        None => Cell::from(age),
    };
    let step = says.text(&format!("{} {}", cell.step_number, cell.step_title));
    Row::Cells(vec![step.into(), Cell::of(who), here, last.signed(sign)])
}
