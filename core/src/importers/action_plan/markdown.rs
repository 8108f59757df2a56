//! A plan out of Markdown. Exactly so:
//!
//! * Where there is one heading of level 1, it is the title, and what stands before the next heading is the background.
//!   Otherwise the file's name is the title.
//! * Each heading of the shallowest level below that is a step, its number in front: `## 2.1 Switch over`, also `2.1)`,
//!   `Step 2.1:` and `Schritt 2.1 –`. One without a number gets its place.
//! * Headings that are called like a field of a plan (scenario, scope, limits, stop rules, assumptions) are that field; below
//!   `Objectives` each line of a list is an objective, its success criterion behind `|`.
//! * Below a step, lines of a list that begin with a field of a step and a colon (`- Role: …`, `- **Duration:** 15 min`,
//!   `- Depends on: 1, 2`, `- Counted: no`, `- Expected: …`, `- Evidence: …`, `- Stop rule: …`) are that field; all else,
//!   deeper headings and code included, is the instruction as it stands.
//! * A step depends on the one before it unless it says on which.

use super::{PlanFault, RawStep, Reader, fit, says};
use crate::domain::plan::{PlanAbout, PlanContent, PlanObjective, PlanStep};

/// A heading with the lines below it.
struct Section<'a> {
    line: u64,
    level: usize,
    heading: &'a str,
    lines: Vec<(u64, &'a str)>,
}

const SCENARIO: &str = "plan-field-scenario";
const FIELDS: [&str; 5] =
    [SCENARIO, "plan-field-scope", "plan-field-limits", "plan-field-stop-rules", "plan-field-assumptions"];

pub(super) fn read(text: &str, reader: &mut Reader<'_>) -> PlanContent {
    let mut sections = sections(text);
    let mut about = PlanAbout { title: stem(&reader.name), ..PlanAbout::default() };
    let before = sections.remove(0);
    let mut background = joined(&before.lines);
    let tops = sections.iter().filter(|section| section.level == 1).count();
    if tops == 1 && sections.first().is_some_and(|section| section.level == 1) {
        let top = sections.remove(0);
        top.heading.clone_into(&mut about.title);
        background = [background, joined(&top.lines)]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("\n\n");
    }
    about.background = background;
    let level = sections.iter().map(|section| section.level).min().unwrap_or(1);
    let mut raw: Vec<RawStep> = Vec::new();
    for section in merged(sections, level) {
        if let Some(field) = FIELDS.iter().find(|field| says(section.heading, field)) {
            let text = joined(&section.lines);
            match *field {
                SCENARIO => about.scenario = text,
                "plan-field-scope" => about.scope = text,
                "plan-field-limits" => about.limits = text,
                "plan-field-stop-rules" => about.stop_rules = text,
                _ => about.assumptions = text,
            }
        } else if says(section.heading, "plan-sheet-objectives") {
            about.objectives.extend(objectives(&section, reader));
        } else {
            let before = raw.last().map(|last| last.step.number.clone());
            raw.push(step(&section, before, raw.len() + 1, reader));
        }
    }
    if raw.is_empty() {
        reader.found(None, PlanFault::NoSteps);
    }
    PlanContent { about, steps: fit(raw, reader) }
}

/// The file's name without its ending.
fn stem(name: &str) -> String {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

fn fences(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("```") || line.starts_with("~~~")
}

/// `## Heading` as its level and text.
fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let text = line.get(level..)?;
    let is = (1..=6).contains(&level) && text.starts_with([' ', '\t']);
    is.then(|| (level, text.trim().trim_end_matches('#').trim_end()))
}

/// The text cut at its headings; the first section is what stands before all of them. Code holds no headings.
fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections = vec![Section { line: 1, level: 0, heading: "", lines: Vec::new() }];
    let mut in_code = false;
    for (number, line) in (1_u64..).zip(text.lines()) {
        in_code ^= fences(line);
        if let Some((level, heading)) = heading(line).filter(|_| !in_code) {
            sections.push(Section { line: number, level, heading, lines: Vec::new() });
        } else if let Some(last) = sections.last_mut() {
            last.lines.push((number, line));
        }
    }
    sections
}

/// Sections of one level, each with the deeper ones in its text.
fn merged(sections: Vec<Section<'_>>, level: usize) -> Vec<Section<'_>> {
    let mut merged: Vec<Section<'_>> = Vec::new();
    for section in sections {
        match merged.last_mut() {
            Some(last) if section.level > level => {
                last.lines.push((section.line, MARKS[section.level.min(6)]));
                last.lines.push((section.line, section.heading));
                last.lines.extend(section.lines);
            }
            Some(_) | None => merged.push(section),
        }
    }
    merged
}

/// Marks of headings that became part of a text; `joined` puts them in front of the line behind them.
const MARKS: [&str; 7] = ["", "\u{0}#", "\u{0}##", "\u{0}###", "\u{0}####", "\u{0}#####", "\u{0}######"];

/// Lines as one text, without empty lines at both ends.
fn joined(lines: &[(u64, &str)]) -> String {
    let mut text = String::new();
    for (_, line) in lines {
        match line.strip_prefix('\u{0}') {
            Some(mark) => {
                text.push_str(mark);
                text.push(' ');
            }
            None => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    text.trim_matches('\n').trim_end().to_owned()
}

/// The line of a list without its mark.
fn item(line: &str) -> Option<&str> {
    let line = line.trim_start();
    line.strip_prefix("- ")
        .or_else(|| line.strip_prefix("* "))
        .or_else(|| line.strip_prefix("+ "))
        .map(str::trim)
}

fn objectives(section: &Section<'_>, reader: &mut Reader<'_>) -> Vec<PlanObjective> {
    let mut found = Vec::new();
    for (number, line) in &section.lines {
        let Some(item) = item(line) else {
            if !line.trim().is_empty() {
                reader.found(Some(*number), PlanFault::NotAField { text: line.trim().to_owned() });
            }
            continue;
        };
        let (text, criterion) = item.split_once('|').unwrap_or((item, ""));
        let (text, criterion) = (text.trim().to_owned(), criterion.trim().to_owned());
        found.push(PlanObjective { id: (reader.new_id)(), text, criterion });
    }
    found
}

/// `2.1 Switch over` as number and title.
fn numbered(heading: &str) -> (String, String) {
    let lower = heading.to_lowercase();
    let rest = ["schritt ", "step "]
        .iter()
        .find(|word| lower.starts_with(**word))
        .map_or(heading, |word| heading[word.len()..].trim_start());
    let digits = |letter: char| letter.is_ascii_digit() || letter == '.';
    let end = rest.find(|letter| !digits(letter)).unwrap_or(rest.len());
    let number = rest[..end].trim_end_matches('.');
    let title =
        rest[end..].trim_start_matches([')', ':', '.']).trim_start().trim_start_matches(['–', '—', '-']);
    let ends = rest[end..].chars().next().is_none_or(|next| !next.is_alphanumeric());
    if number.is_empty() || number.starts_with('.') || !ends {
        (String::new(), heading.to_owned())
    } else {
        (number.to_owned(), title.trim().to_owned())
    }
}

/// A line of a list that is a field of a step: `- **Role:** engineering`.
fn field(line: &str) -> Option<(&'static str, &str)> {
    const KNOWN: [&str; 7] = [
        "plan-column-role",
        "plan-column-minutes",
        "plan-column-depends-on",
        "plan-column-counted",
        "plan-column-expected",
        "plan-column-evidence",
        "plan-column-stop-rule",
    ];
    let (name, value) = item(line)?.split_once(':')?;
    let name = name.trim().trim_start_matches("**").trim_end_matches("**");
    let short = |id: &&&str| says(name, id) || says(name, &format!("{id}-short"));
    let known = KNOWN.iter().find(short)?;
    Some((known, value.trim().trim_start_matches("**").trim()))
}

fn step(section: &Section<'_>, before: Option<String>, place: usize, reader: &mut Reader<'_>) -> RawStep {
    let (number, title) = numbered(section.heading);
    let number = if number.is_empty() { place.to_string() } else { number };
    let mut step = PlanStep {
        id: (reader.new_id)(),
        number,
        title,
        instruction: String::new(),
        role: String::new(),
        planned_minutes: None,
        depends_on: Vec::new(),
        counted: true,
        expected: String::new(),
        evidence: String::new(),
        stop_rule: String::new(),
    };
    let mut depends_on: Option<Vec<String>> = None;
    let mut instruction = Vec::new();
    let mut in_code = false;
    for (line, text) in &section.lines {
        in_code ^= fences(text);
        let Some((name, value)) = field(text).filter(|_| !in_code) else {
            instruction.push((*line, *text));
            continue;
        };
        match name {
            "plan-column-role" => value.clone_into(&mut step.role),
            "plan-column-minutes" => step.planned_minutes = reader.minutes(value, *line),
            "plan-column-depends-on" => depends_on = Some(names(value)),
            "plan-column-counted" => step.counted = reader.counted(value, *line),
            "plan-column-expected" => value.clone_into(&mut step.expected),
            "plan-column-evidence" => value.clone_into(&mut step.evidence),
            _ => value.clone_into(&mut step.stop_rule),
        }
    }
    step.instruction = joined(&instruction);
    let depends_on = depends_on.unwrap_or_else(|| before.into_iter().collect());
    RawStep { row: section.line, step, depends_on }
}

/// Numbers of steps behind each other; a dash or `none` is none.
fn names(text: &str) -> Vec<String> {
    let nothing =
        matches!(text.to_lowercase().as_str(), "" | "-" | "–" | "keine" | "keiner" | "none" | "nichts");
    if nothing {
        return Vec::new();
    }
    text.split([',', ';']).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}
