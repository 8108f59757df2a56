//! The spreadsheet of a plan: five sheets with a heading row each, words in the language that was asked for, read in both.
//! Ids stand in the last column of steps and objectives, so that a plan that went out and comes back is the same plan.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader as _, open_workbook_auto_from_rs};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::{Names, PlanFault, RawStep, Reader, fit, kind_id, says};
use crate::domain::organisation::Language;
use crate::domain::plan::{PlanAbout, PlanContent, PlanObjective, PlanStep, Seat, ServiceTarget};
use crate::ids::PartId;
use crate::words::Words;

/// The columns of each sheet, by the ids of their words, with their widths.
const STEPS: [(&str, f64); 11] = [
    ("plan-column-number", 8.0),
    ("plan-column-title", 32.0),
    ("plan-column-instruction", 60.0),
    ("plan-column-role", 18.0),
    ("plan-column-minutes", 10.0),
    ("plan-column-depends-on", 14.0),
    ("plan-column-counted", 8.0),
    ("plan-column-expected", 36.0),
    ("plan-column-evidence", 28.0),
    ("plan-column-stop-rule", 28.0),
    ("plan-column-id", 38.0),
];
const OBJECTIVES: [(&str, f64); 3] =
    [("plan-column-objective", 60.0), ("plan-column-criterion", 60.0), ("plan-column-id", 38.0)];
const SERVICES: [(&str, f64); 5] = [
    ("plan-column-service", 32.0),
    ("plan-column-rto", 12.0),
    ("plan-column-rpo", 12.0),
    ("plan-column-starts-with", 36.0),
    ("plan-column-ends-with", 36.0),
];
const SEATS: [(&str, f64); 3] =
    [("plan-column-role", 24.0), ("plan-column-person", 32.0), ("plan-column-deputy", 32.0)];
const ABOUT: [(&str, f64); 2] = [("plan-column-field", 24.0), ("plan-column-value", 90.0)];

/// What a plan is about, a field a row.
const FIELDS: [&str; 9] = [
    "plan-field-title",
    "plan-field-kind",
    "plan-field-scenario",
    "plan-field-background",
    "plan-field-scope",
    "plan-field-limits",
    "plan-field-stop-rules",
    "plan-field-assumptions",
    "plan-field-missing",
];

/// The file of a plan as a spreadsheet (XLSX).
///
/// # Errors
/// When a text is longer than a cell holds (32,767 characters), as the writer says it.
pub fn write(content: &PlanContent, names: &Names, language: Language) -> Result<Vec<u8>, XlsxError> {
    let words = match language {
        Language::De => Words::german(),
        Language::En => Words::english(),
    };
    let mut book = Workbook::new();
    let about = about_rows(&content.about, names, words);
    sheet(&mut book, "plan-sheet-about", &ABOUT, &about, words)?;
    sheet(&mut book, "plan-sheet-steps", &STEPS, &step_rows(content, words), words)?;
    let objectives = content.about.objectives.iter();
    let objectives: Vec<Vec<Cell>> = objectives
        .map(|one| vec![text(&one.text), text(&one.criterion), text(&one.id.to_string())])
        .collect();
    sheet(&mut book, "plan-sheet-objectives", &OBJECTIVES, &objectives, words)?;
    sheet(&mut book, "plan-sheet-services", &SERVICES, &service_rows(&content.about, names), words)?;
    let person = |id: &Option<crate::ids::PersonId>| {
        id.map_or_else(|| text(""), |id| Cell::Text(name_of(&names.people, id)))
    };
    let seats = content.about.seats.iter();
    let seats: Vec<Vec<Cell>> =
        seats.map(|seat| vec![text(&seat.role), person(&seat.person), person(&seat.deputy)]).collect();
    sheet(&mut book, "plan-sheet-seats", &SEATS, &seats, words)?;
    book.save_to_buffer()
}

enum Cell {
    Text(String),
    Number(Option<u32>),
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// A name where it is one person's or service's alone, else the id: so that it is read back as the same.
fn name_of<T: Copy + Ord + std::fmt::Display>(
    known: &std::collections::BTreeMap<T, String>,
    id: T,
) -> String {
    let name = known.get(&id).map(|name| name.trim()).unwrap_or_default();
    if super::by_name(known, name) == Some(known.get_key_value(&id).map_or(id, |(id, _)| *id)) {
        name.to_owned()
    } else {
        id.to_string()
    }
}

fn about_rows(about: &PlanAbout, names: &Names, words: &Words) -> Vec<Vec<Cell>> {
    let missing: Vec<String> = about.missing.iter().map(|id| name_of(&names.people, *id)).collect();
    let values = [
        about.title.clone(),
        words.say(&kind_id(about.kind), &[]),
        about.scenario.clone(),
        about.background.clone(),
        about.scope.clone(),
        about.limits.clone(),
        about.stop_rules.clone(),
        about.assumptions.clone(),
        missing.join("\n"),
    ];
    FIELDS
        .iter()
        .zip(values)
        .map(|(field, value)| vec![Cell::Text(words.say(field, &[])), Cell::Text(value)])
        .collect()
}

fn step_rows(content: &PlanContent, words: &Words) -> Vec<Vec<Cell>> {
    let row = |step: &PlanStep| {
        let before = step.depends_on.iter().filter_map(|id| content.step(*id));
        let before: Vec<&str> = before.map(|step| step.number.trim()).collect();
        vec![
            text(&step.number),
            text(&step.title),
            text(&step.instruction),
            text(&step.role),
            Cell::Number(step.planned_minutes),
            Cell::Text(before.join("; ")),
            Cell::Text(words.say(if step.counted { "yes" } else { "no" }, &[])),
            text(&step.expected),
            text(&step.evidence),
            text(&step.stop_rule),
            text(&step.id.to_string()),
        ]
    };
    content.steps.iter().map(row).collect()
}

fn service_rows(about: &PlanAbout, names: &Names) -> Vec<Vec<Cell>> {
    let row = |target: &ServiceTarget| {
        vec![
            Cell::Text(name_of(&names.services, target.service)),
            Cell::Number(target.rto_minutes),
            Cell::Number(target.rpo_minutes),
            text(&target.starts_with),
            text(&target.ends_with),
        ]
    };
    about.services.iter().map(row).collect()
}

/// One sheet: a heading that stays in sight, cells that wrap, texts that no program takes for a date.
fn sheet(
    book: &mut Workbook,
    name: &str,
    columns: &[(&str, f64)],
    rows: &[Vec<Cell>],
    words: &Words,
) -> Result<(), XlsxError> {
    let heading = Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0xEE_F0_F3))
        .set_border_bottom(FormatBorder::Thin);
    let as_text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let as_number = Format::new().set_align(FormatAlign::Top);
    let sheet: &mut Worksheet = book.add_worksheet();
    sheet.set_name(words.say(name, &[]))?;
    sheet.set_freeze_panes(1, 0)?;
    for ((id, width), place) in columns.iter().zip(0_u16..) {
        sheet.set_column_width(place, *width)?;
        sheet.write_string_with_format(0, place, words.say(id, &[]), &heading)?;
    }
    for (cells, row) in rows.iter().zip(1_u32..) {
        for (cell, column) in cells.iter().zip(0_u16..) {
            match cell {
                Cell::Text(text) => sheet.write_string_with_format(row, column, text, &as_text)?,
                Cell::Number(Some(number)) => {
                    sheet.write_number_with_format(row, column, f64::from(*number), &as_number)?
                }
                Cell::Number(None) => sheet.write_blank(row, column, &as_number)?,
            };
        }
    }
    Ok(())
}

/// A sheet that was read: its columns by the ids of their words, its rows with their numbers.
struct Grid {
    columns: Vec<Option<&'static str>>,
    rows: Vec<(u64, Vec<String>)>,
}

impl Grid {
    fn get<'a>(&self, row: &'a [String], column: &str) -> &'a str {
        let at = self.columns.iter().position(|known| *known == Some(column));
        at.and_then(|at| row.get(at)).map_or("", String::as_str)
    }
}

/// Reads a workbook (XLSX, XLS, ODS). Sheets and columns are known by their headings, in any order.
pub(super) fn read(bytes: &[u8], reader: &mut Reader<'_>) -> PlanContent {
    let mut book = match open_workbook_auto_from_rs(Cursor::new(bytes)) {
        Ok(book) => book,
        Err(error) => {
            reader.found(None, PlanFault::NotAPlan { detail: error.to_string() });
            return PlanContent::default();
        }
    };
    let file = reader.name.clone();
    let mut content = PlanContent::default();
    let mut steps_seen = false;
    for (name, range) in book.worksheets() {
        let rows: Vec<Vec<String>> =
            range.rows().map(|row| row.iter().map(cell_text).collect::<Vec<_>>()).collect();
        let first = u64::from(range.start().map_or(0, |(row, _)| row)) + 1;
        let numbered: Vec<(u64, Vec<String>)> = (first..).zip(rows).collect();
        reader.name = format!("{file}!{name}");
        if says(&name, "plan-sheet-about") {
            content.about = PlanAbout {
                objectives: content.about.objectives,
                services: content.about.services,
                seats: content.about.seats,
                ..read_about(&numbered, reader)
            };
        } else if says(&name, "plan-sheet-steps") {
            steps_seen = true;
            content.steps = read_steps(&grid(numbered, &STEPS, reader), reader);
        } else if says(&name, "plan-sheet-objectives") {
            content.about.objectives = read_objectives(&grid(numbered, &OBJECTIVES, reader), reader);
        } else if says(&name, "plan-sheet-services") {
            content.about.services = read_services(&grid(numbered, &SERVICES, reader), reader);
        } else if says(&name, "plan-sheet-seats") {
            content.about.seats = read_seats(&grid(numbered, &SEATS, reader), reader);
        } else {
            reader.found(None, PlanFault::NotAField { text: name });
        }
    }
    reader.name = file;
    if !steps_seen {
        reader.found(None, PlanFault::NoSteps);
    }
    content
}

/// A cell as a person reads it; whole numbers without a fraction.
fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(yes) => yes.to_string(),
        Data::DateTime(time) => time.as_f64().to_string(),
    }
}

/// The heading is the first row; columns that nobody knows are told, where anything stands in them.
fn grid(
    mut rows: Vec<(u64, Vec<String>)>,
    known: &'static [(&'static str, f64)],
    reader: &mut Reader<'_>,
) -> Grid {
    if rows.is_empty() {
        return Grid { columns: Vec::new(), rows };
    }
    let (number, headings) = rows.remove(0);
    let column = |heading: &String| known.iter().map(|(id, _)| *id).find(|id| says(heading, id));
    let columns: Vec<Option<&'static str>> = headings.iter().map(column).collect();
    rows.retain(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()));
    for (at, heading) in headings.iter().enumerate() {
        let filled = rows.iter().any(|(_, row)| row.get(at).is_some_and(|cell| !cell.trim().is_empty()));
        if columns[at].is_none() && filled {
            reader.found(Some(number), PlanFault::NotAField { text: heading.clone() });
        }
    }
    Grid { columns, rows }
}

fn read_about(rows: &[(u64, Vec<String>)], reader: &mut Reader<'_>) -> PlanAbout {
    let mut about = PlanAbout::default();
    for (number, row) in rows.iter().skip(1) {
        let cell = |at: usize| row.get(at).map_or("", String::as_str);
        let (name, value) = (cell(0), cell(1).to_owned());
        let Some(field) = FIELDS.iter().find(|id| says(name, id)) else {
            if !value.trim().is_empty() {
                reader.found(Some(*number), PlanFault::NotAField { text: name.to_owned() });
            }
            continue;
        };
        match *field {
            "plan-field-title" => about.title = value,
            "plan-field-kind" => about.kind = reader.kind(&value, *number),
            "plan-field-scenario" => about.scenario = value,
            "plan-field-background" => about.background = value,
            "plan-field-scope" => about.scope = value,
            "plan-field-limits" => about.limits = value,
            "plan-field-stop-rules" => about.stop_rules = value,
            "plan-field-assumptions" => about.assumptions = value,
            _ => {
                let named = value.lines().flat_map(|line| line.split(';'));
                about.missing = named.filter_map(|name| reader.person(name, *number)).collect();
            }
        }
    }
    about
}

/// The id that a row bears; a new one where it bears none, or one of a row above that it was copied from.
fn id_of(text: &str, taken: &mut BTreeSet<PartId>, reader: &mut Reader<'_>) -> PartId {
    let known = text.trim().parse().ok().filter(|id| !taken.contains(id));
    let id = known.unwrap_or_else(|| (reader.new_id)());
    taken.insert(id);
    id
}

fn read_steps(grid: &Grid, reader: &mut Reader<'_>) -> Vec<PlanStep> {
    let mut taken = BTreeSet::new();
    let mut raw = Vec::new();
    for (number, row) in &grid.rows {
        let cell = |column| grid.get(row, column);
        let before = cell("plan-column-depends-on").split([',', ';', '\n']);
        raw.push(RawStep {
            row: *number,
            depends_on: before.filter(|name| !name.trim().is_empty()).map(str::to_owned).collect(),
            step: PlanStep {
                id: id_of(cell("plan-column-id"), &mut taken, reader),
                number: cell("plan-column-number").to_owned(),
                title: cell("plan-column-title").to_owned(),
                instruction: cell("plan-column-instruction").to_owned(),
                role: cell("plan-column-role").to_owned(),
                planned_minutes: reader.minutes(cell("plan-column-minutes"), *number),
                depends_on: Vec::new(),
                counted: reader.counted(cell("plan-column-counted"), *number),
                expected: cell("plan-column-expected").to_owned(),
                evidence: cell("plan-column-evidence").to_owned(),
                stop_rule: cell("plan-column-stop-rule").to_owned(),
            },
        });
    }
    fit(raw, reader)
}

fn read_objectives(grid: &Grid, reader: &mut Reader<'_>) -> Vec<PlanObjective> {
    let mut taken = BTreeSet::new();
    let mut objective = |(_, row): &(u64, Vec<String>)| PlanObjective {
        id: id_of(grid.get(row, "plan-column-id"), &mut taken, reader),
        text: grid.get(row, "plan-column-objective").to_owned(),
        criterion: grid.get(row, "plan-column-criterion").to_owned(),
    };
    grid.rows.iter().map(&mut objective).collect()
}

fn read_services(grid: &Grid, reader: &mut Reader<'_>) -> Vec<ServiceTarget> {
    let mut targets = Vec::new();
    for (number, row) in &grid.rows {
        let cell = |column| grid.get(row, column);
        let Some(service) = reader.service(cell("plan-column-service"), *number) else { continue };
        targets.push(ServiceTarget {
            service,
            rto_minutes: reader.minutes(cell("plan-column-rto"), *number),
            rpo_minutes: reader.minutes(cell("plan-column-rpo"), *number),
            starts_with: cell("plan-column-starts-with").to_owned(),
            ends_with: cell("plan-column-ends-with").to_owned(),
        });
    }
    targets
}

fn read_seats(grid: &Grid, reader: &mut Reader<'_>) -> Vec<Seat> {
    let mut seats = Vec::new();
    for (number, row) in &grid.rows {
        seats.push(Seat {
            role: grid.get(row, "plan-column-role").to_owned(),
            person: reader.person(grid.get(row, "plan-column-person"), *number),
            deputy: reader.person(grid.get(row, "plan-column-deputy"), *number),
        });
    }
    seats
}
