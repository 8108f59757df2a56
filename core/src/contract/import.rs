//! The Import screen's half of the contract: what the window says becomes options and a rule, what was read and counted
//! becomes what the window shows. The command line uses the same reading. Holds no rule.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;

use super::desktop::{
    ImportCheck, ImportColumn, ImportCounts, ImportRefusal, ImportSource, ImportTable, ImportTaken,
};
use crate::app::{App, Fault, Outcome};
use crate::importers::dates::DateOrder;
use crate::importers::dirt::{Dirt, Place, Problem};
use crate::importers::mapping::{Mapping, Proposal, Role, RowShape};
use crate::importers::opening::Opened;
use crate::importers::rule::{EmergencyRule, RuleFault};
use crate::importers::{self, Options, Reading, Unread, Watch, files, table};
use crate::time::Zone;

/// How much of what looks wrong goes to the window; the rest stands at the records.
const MOST_SHOWN: usize = 2_000;

/// Why an import cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// A file cannot be read.
    #[error("{0}")]
    File(PathBuf, std::io::Error),
    /// The rule is none.
    #[error(transparent)]
    Rule(#[from] RuleFault),
    /// The zone is none.
    #[error("not a zone: {0}")]
    Zone(String),
    /// The format is none, or it was stopped.
    #[error(transparent)]
    Unread(#[from] Unread),
    /// The workspace says no.
    #[error("the workspace")]
    Workspace(Fault),
}

/// What is to be imported and how, in the types of the importers.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The options of the reading.
    pub options: Options,
    /// Which items are emergencies.
    pub rule: EmergencyRule,
}

impl Asked {
    /// Reads what the window said; times without a zone are taken in `home` until somebody says otherwise.
    ///
    /// # Errors
    /// `Rule` and `Zone`.
    pub fn of(source: &ImportSource, home: Zone) -> Result<Self, Trouble> {
        let rule = source.emergency_when.as_deref().map(str::parse).transpose()?.unwrap_or_default();
        let zone =
            source.zone.as_deref().map(|text| text.parse().map_err(|_| Trouble::Zone(text.to_owned())));
        let (format, source_name) = (source.format.clone(), source.name.clone());
        let order =
            source.day_first.map(|first| if first { DateOrder::DayFirst } else { DateOrder::MonthFirst });
        let options =
            Options { format, zone: zone.transpose()?, order, source: source_name, ..Options::new(home) };
        Ok(Self { options, rule })
    }
}

/// Everything that the paths hold, read.
pub struct Read {
    /// The items and the problems.
    pub reading: Reading,
    /// The tables with what is proposed for their columns.
    pub tables: Vec<Proposal>,
    /// What was asked, with the mapping that the user corrected.
    pub asked: Asked,
}

/// Reads files and folders. Corrections of the user change the mapping that is proposed for the first table.
///
/// # Errors
/// Why nothing could be read.
pub fn read(
    app: &App,
    paths: &[PathBuf],
    source: &ImportSource,
    mut asked: Asked,
    watch: &dyn Watch,
) -> Result<Read, Trouble> {
    let mut opened: Vec<Opened> = Vec::new();
    for path in paths {
        opened.push(files::read(path, watch).map_err(|error| Trouble::File(path.clone(), error))??);
    }
    for part in opened.iter().flat_map(|one| &one.parts) {
        table::look_into(part, watch)?;
    }
    let tables: Vec<Proposal> = opened.iter().flat_map(table::proposals).collect();
    watch.goes_on(0)?;
    if let (Some(fields), Some(proposal)) = (&source.mapping, tables.first()) {
        asked.options.mapping = Some(corrected(&proposal.mapping, fields, source));
    }
    let mut reading = Reading::default();
    for one in &opened {
        let read = app.read_source(one, &asked.options, watch).map_err(Trouble::Workspace)?;
        importers::join(&mut reading, read?);
    }
    Ok(Read { reading, tables, asked })
}

/// A proposed mapping with the user's fields by heading.
fn corrected(proposed: &Mapping, fields: &BTreeMap<String, String>, source: &ImportSource) -> Mapping {
    let mut mapping = proposed.clone();
    for column in &mut mapping.columns {
        if let Some(role) = fields.get(&column.heading).and_then(|field| role(field)) {
            column.role = role;
        }
    }
    if let Some(changes) = source.one_row_a_change {
        mapping.shape = if changes { RowShape::Change } else { RowShape::Item };
    }
    if let Some(first) = source.day_first {
        mapping.order = if first { DateOrder::DayFirst } else { DateOrder::MonthFirst };
    }
    if let Some(name) = &source.name {
        mapping.source.clone_from(name);
    }
    mapping
}

fn role(field: &str) -> Option<Role> {
    serde_json::from_value(Value::String(field.to_owned())).ok()
}

/// What the window shows of a dry run.
pub fn check(read: &Read, outcome: &Outcome) -> ImportCheck {
    let reading = &read.reading;
    // A text that lies beside what a format knows is no table to ask about.
    let is_asked = reading.mapping.is_some() || reading.items.is_empty();
    let table = read.tables.first().filter(|_| is_asked);
    ImportCheck {
        format: reading.format.clone(),
        counts: counts(outcome),
        refused: outcome.refused.iter().map(refused).collect(),
        doubtful: reading
            .items
            .iter()
            .flat_map(|item| item.dirt.iter().map(|dirt| doubtful(&item.place, dirt)))
            .take(MOST_SHOWN)
            .collect(),
        doubtful_count: reading
            .items
            .iter()
            .map(|item| u32::try_from(item.dirt.len()).unwrap_or(u32::MAX))
            .fold(0, u32::saturating_add),
        zone_wanted: reading.zone_need.is_some(),
        zone_proposed: reading.zone_need.as_ref().map(|need| need.proposed.to_string()),
        zone_example: reading.zone_need.as_ref().map(|need| need.example.clone()),
        columns: table.map(|proposal| columns(proposal, reading)).unwrap_or_default(),
        table: table.map(|proposal| about(proposal, reading)),
    }
}

/// What the window shows of an import that was carried out.
pub fn taken(outcome: &Outcome) -> ImportTaken {
    ImportTaken {
        batch: outcome.batch.map(|batch| batch.to_string()),
        number: outcome.number,
        counts: counts(outcome),
    }
}

fn counts(outcome: &Outcome) -> ImportCounts {
    let Outcome { new, changed, unchanged, emergencies, .. } = *outcome;
    ImportCounts {
        new,
        changed,
        unchanged,
        refused: u32::try_from(outcome.refused.len()).unwrap_or(u32::MAX),
        emergencies,
    }
}

fn columns(proposal: &Proposal, reading: &Reading) -> Vec<ImportColumn> {
    let used = reading.mapping.as_ref().unwrap_or(&proposal.mapping);
    let field = |at: usize| used.columns.get(at).map(|column| word(&column.role));
    let shown = |(at, look): (usize, &importers::mapping::ColumnLook)| ImportColumn {
        heading: look.heading.clone(),
        samples: look.samples.clone(),
        field: field(at),
    };
    proposal.looks.iter().enumerate().map(shown).collect()
}

fn about(proposal: &Proposal, reading: &Reading) -> ImportTable {
    let used = reading.mapping.as_ref().unwrap_or(&proposal.mapping);
    ImportTable {
        name: used.source.clone(),
        rows: proposal.rows,
        one_row_a_change: used.shape == RowShape::Change,
        day_first: used.order == DateOrder::DayFirst,
        day_first_certain: proposal.order_is_certain,
    }
}

fn word(role: &Role) -> String {
    serde_json::to_value(role).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A refusal with its file, its place in it, its code and its values as texts.
fn refused(problem: &Problem) -> ImportRefusal {
    let mut values = match serde_json::to_value(&problem.reason) {
        Ok(Value::Object(values)) => values,
        Ok(_) | Err(_) => serde_json::Map::new(),
    };
    let code = values.remove("code").and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default();
    let text = |value: Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let values = values.into_iter().map(|(name, value)| (name, text(value))).collect();
    let (file, place) = parts(&problem.place);
    ImportRefusal { file, place, code, values }
}

fn doubtful(place: &Place, dirt: &Dirt) -> ImportRefusal {
    let record = dirt.as_record();
    let (file, place) = parts(place);
    ImportRefusal {
        file,
        place,
        code: record.code,
        values: BTreeMap::from([("value".to_owned(), record.value)]),
    }
}

/// `file.csv:14` is file and row, `file.json#/incidents/3` file and pointer.
fn parts(place: &Place) -> (String, String) {
    let text = place.to_string();
    let at = text.find("#/").or_else(|| {
        text.rfind(':')
            .filter(|at| text[at + 1..].bytes().all(|byte| byte.is_ascii_digit()) && at + 1 < text.len())
    });
    at.map_or_else(|| (text.clone(), String::new()), |at| (text[..at].to_owned(), text[at + 1..].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_as_file_and_place_in_it() {
        assert_eq!(parts(&Place::row("a:b.csv", 14)), ("a:b.csv".into(), "14".into()));
        assert_eq!(parts(&Place::json("x.json", "/incidents/3")), ("x.json".into(), "/incidents/3".into()));
        assert_eq!(parts(&Place::file("x/y.md")), ("x/y.md".into(), String::new()));
    }

    #[test]
    fn corrections_of_the_user_change_the_proposed_mapping() {
        let opened = importers::opening::open(
            "t",
            vec![importers::opening::SourceFile {
                name: "t".into(),
                bytes: b"Nr;Titel;Datum\n1;x;1.2.2026\n".to_vec(),
            }],
        );
        let proposal = table::proposals(&opened).remove(0);
        let fields = BTreeMap::from([
            ("Datum".to_owned(), "ended".to_owned()),
            ("Titel".to_owned(), "nonsense".to_owned()),
        ]);
        let source =
            ImportSource { day_first: Some(false), name: Some("eigene".into()), ..ImportSource::default() };
        let mapping = corrected(&proposal.mapping, &fields, &source);
        let roles: Vec<Role> = mapping.columns.iter().map(|column| column.role).collect();
        assert_eq!(roles, [Role::Id, Role::Title, Role::Ended]);
        assert_eq!((mapping.order, mapping.source.as_str()), (DateOrder::MonthFirst, "eigene"));
    }
}
