//! Any table: CSV with any delimiter and encoding, also zipped, and the sheets of Excel and LibreOffice; one row an item
//! or one row a change. What the columns mean is `mapping`'s. Knows no workspace.

mod changes;
mod grid;
mod rows;

pub use grid::{Grid, Kept, Row, grids, look_into};

use super::dirt::{Place, Reason};
use super::item::SourceKey;
use super::mapping::{self, Mapping, Proposal, RowShape};
use super::opening::{Content, Opened, Part};
use super::reader::Reader;
use super::{Confidence, Format, markup};

/// The format of tables.
pub struct Table;

impl Format for Table {
    fn key(&self) -> &'static str {
        "table"
    }

    fn detect(&self, part: &Part) -> Option<Confidence> {
        match &part.content {
            Content::Workbook(_) => Some(Confidence(50)),
            Content::Text(_) => {
                let known = grids(part)
                    .is_ok_and(|grids| grids.iter().any(|grid| mapping::propose(grid, "").is_some()));
                known.then_some(Confidence(30))
            }
            Content::Json(_) | Content::Page(_) => None,
        }
    }

    fn read(&self, parts: &[&Part], all: &Opened, reader: &mut Reader) {
        for part in parts {
            let grids = match grids(part) {
                Ok(grids) => grids,
                Err(reason) => {
                    reader.refuse(Place::file(&part.name), reason);
                    continue;
                }
            };
            for grid in grids {
                if !reader.go_on(None) {
                    return;
                }
                read_grid(grid, all, reader);
            }
        }
    }
}

/// The tables of what was handed in, each with the mapping that is proposed for it: the step before the dry run.
pub fn proposals(opened: &Opened) -> Vec<Proposal> {
    let name = source_name(&opened.name);
    opened
        .parts
        .iter()
        .flat_map(tables)
        .filter_map(|grid| mapping::propose(grid, &name).or_else(|| mapping::blank(grid, &name)))
        .collect()
}

/// The tables in a part; none in what is none or cannot be read as one.
fn tables(part: &Part) -> &[Grid] {
    match &part.content {
        Content::Text(_) | Content::Workbook(_) => grids(part).unwrap_or_default(),
        Content::Json(_) | Content::Page(_) => &[],
    }
}

/// Why a text that no format knows is refused: it may be a table all the same.
pub fn unknown(part: &Part) -> Reason {
    let table = tables(part).iter().find(|grid| mapping::is_table(grid));
    table.map_or(Reason::NotRecognised, columns_unknown)
}

/// Whether a part is a table whose headings a mapping names.
pub fn is_meant_by(part: &Part, mapping: &Mapping) -> bool {
    tables(part).iter().any(|grid| mapping.roles(&grid.headings).is_some())
}

fn columns_unknown(grid: &Grid) -> Reason {
    let mut columns = grid.headings.join(", ");
    markup::cut(&mut columns, LONGEST_LIST);
    Reason::ColumnsUnknown { columns }
}

/// The longest list of headings that a refusal names, in bytes.
const LONGEST_LIST: usize = 1_000;

/// The first of several mappings whose headings are all in one of the tables.
pub fn fitting(opened: &Opened, mappings: Vec<Mapping>) -> Option<Mapping> {
    if mappings.is_empty() {
        return None;
    }
    let grids: Vec<&Grid> = opened.parts.iter().flat_map(tables).collect();
    let fits = |mapping: &Mapping| {
        let is_there = |heading: &String, grid: &Grid| grid.headings.contains(heading);
        grids.iter().any(|grid| mapping.columns.iter().all(|column| is_there(&column.heading, grid)))
    };
    mappings.into_iter().find(|mapping| !mapping.columns.is_empty() && fits(mapping))
}

fn read_grid(grid: &Grid, all: &Opened, reader: &mut Reader) {
    let given = reader.options.mapping.clone();
    let name = reader.options.source.clone().unwrap_or_else(|| source_name(&all.name));
    let fitting = given.and_then(|mapping| mapping.roles(&grid.headings).map(|roles| (mapping, roles)));
    let (mapping, roles) = match fitting {
        Some(fitting) => fitting,
        None => match mapping::propose(grid, &name) {
            Some(proposal) => {
                let roles = proposal.mapping.columns.iter().map(|column| column.role).collect();
                (proposal.mapping, roles)
            }
            None => return reader.refuse(Place::file(&grid.name), columns_unknown(grid)),
        },
    };
    reader.order = reader.options.order.unwrap_or(mapping.order);
    for problem in &grid.problems {
        reader.refuse(problem.place.clone(), problem.reason.clone());
    }
    let key = source_key(&mapping, &grid.headings);
    match mapping.shape {
        RowShape::Item => rows::read(grid, &roles, &mapping, &key, reader),
        RowShape::Change => changes::read(grid, &roles, &mapping, &key, reader),
    }
    reader.mapped(mapping);
}

/// Tables out of ServiceNow are known by headings that no other system has.
fn source_key(mapping: &Mapping, headings: &[String]) -> SourceKey {
    let is_servicenow = headings
        .iter()
        .any(|heading| matches!(heading.as_str(), "sys_id" | "sys_mod_count" | "sys_updated_on"));
    SourceKey::new(if is_servicenow { "servicenow" } else { "table" }, &mapping.source)
}

/// The name of a source that does not name itself: the file's, without its ending and without the date of the export,
/// so that the next export is the same source.
fn source_name(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let words = stem.split(|letter: char| !letter.is_alphanumeric());
    let lasting: Vec<&str> =
        words.filter(|word| !word.is_empty() && !word.bytes().all(|byte| byte.is_ascii_digit())).collect();
    lasting.join("-").to_lowercase()
}

#[cfg(test)]
pub(crate) mod tests {
    use proptest::prelude::*;

    use super::super::dates::DateOrder;
    use super::super::dirt::{Dirt, Field};
    use super::super::mapping::{ColumnUse, Role};
    use super::super::tests::{options, read_named, read_text, utc};
    use super::super::{Options, opening};
    use super::*;

    pub(crate) fn grid(text: &str) -> Grid {
        let file = opening::SourceFile { name: "t.csv".into(), bytes: text.as_bytes().to_vec() };
        grids(&opening::open("t.csv", vec![file]).parts[0]).unwrap()[0].clone()
    }

    #[test]
    fn one_row_an_item_is_read_with_its_dirt() {
        let reading = read_text(
            "Nr;Titel;Beschreibung;Priorität;Status;Beginn;Ende;Dienst;Kosten\r\n\
             V-1;Ausfall \"Kasse\";\"Zeile 1\r\nZeile 2\";Hoch;Behoben;01.02.2026 10:00;01.02.2026 09:00;Kasse;12,50 €\r\n\
             V-2;Langsam;;mittel;Offen;31.12.22025 10:00;?;Kasse;\r\n\
             V-1;Ausfall Kasse;;Hoch;Geschlossen;01.02.2026 10:00;01.02.2026 12:00;Filiale;\r\n\
             ;ohne Nummer;;;;;;;\r\n\
             V-3;zu kurz\r\n",
        );
        assert_eq!((reading.format.as_str(), reading.items.len(), reading.problems.len()), ("table", 2, 2));
        let item = &reading.items[0];
        assert_eq!((item.title.as_str(), item.services.join(",")), ("Ausfall Kasse", "Filiale,Kasse".into()));
        assert_eq!(utc(item.moments.ended), "2026-02-01T12:00:00Z");
        assert_eq!(item.facts["Kosten"], "12,50 €");
        assert!(item.dirt.contains(&Dirt::DoubledId { other: Place::row("source", 4) }), "{:?}", item.dirt);
        let second = &reading.items[1];
        assert!(
            second.dirt.contains(&Dirt::YearOutOfRange {
                field: Field::ImpactStart,
                raw: "31.12.22025 10:00".into()
            })
        );
        assert!(second.dirt.contains(&Dirt::Sentinel { field: Field::Ended, raw: "?".into() }));
        assert_eq!(reading.problems[0].reason, Reason::WrongNumberOfFields { expected: 9, found: 2 });
        assert_eq!(reading.problems[1].reason, Reason::NoId);
    }

    #[test]
    fn a_column_of_kinds_says_which_rows_are_emergencies() {
        let reading = read_text(
            "Nr;Titel;Art;Beginn\n1;Ausfall;Notfall;01.02.2026 10:00\n2;Langsam;Störung;02.02.2026 10:00\n",
        );
        for rule in ["keyword", "art = \"Notfall\""] {
            let rule: super::super::rule::EmergencyRule = rule.parse().unwrap();
            let made: Vec<_> = reading.items.iter().map(|item| rule.matches(item)).collect();
            assert_eq!(made, [true, false], "{rule}");
        }
    }

    const LOG: &str = "number,incident_state,sys_mod_count,opened_at,sys_updated_by,sys_updated_at,category,impact,resolved_at\n\
        INC1,New,0,29/2/2016 01:16,u1,29/2/2016 01:23,Mail,2 - Medium,?\n\
        INC1,Active,2,29/2/2016 01:16,u2,29/2/2016 08:53,Mail,1 - High,?\n\
        INC1,Active,1,29/2/2016 01:16,u2,29/2/2016 08:50,Mail,2 - Medium,?\n\
        INC2,New,0,1/3/2016 01:16,u1,1/3/2016 01:23,Disk,3 - Low,?\n\
        INC1,Closed,3,29/2/2016 01:16,u3,5/3/2016 12:00,Mail,1 - High,29/2/2016 11:29\n";

    #[test]
    fn one_row_a_change_becomes_one_item_with_its_changes_in_order() {
        let reading = read_named("incident_log_2016.csv", LOG, &options());
        assert_eq!((reading.items.len(), reading.problems.len()), (2, 0));
        let item = &reading.items[0];
        assert_eq!((item.source.as_str(), item.title.as_str()), ("servicenow/incident-log", "INC1 · Mail"));
        assert_eq!(
            (utc(item.moments.noticed), utc(item.moments.ended)),
            ("2016-02-29T01:16:00Z".into(), "2016-02-29T11:29:00Z".into())
        );
        let changes: Vec<String> = item
            .updates
            .iter()
            .map(|update| {
                let fields: Vec<String> = update
                    .fields
                    .iter()
                    .map(|change| format!("{}={}", change.field, change.new.as_deref().unwrap_or("–")))
                    .collect();
                format!(
                    "{} {} {}",
                    utc(update.occurred),
                    update.author.as_deref().unwrap_or_default(),
                    fields.join(" ")
                )
            })
            .collect();
        assert_eq!(
            changes,
            [
                "2016-02-29T08:50:00Z u2 incident_state=Active",
                "2016-02-29T08:53:00Z u2 impact=1 - High",
                "2016-03-05T12:00:00Z u3 incident_state=Closed resolved_at=29/2/2016 11:29",
            ]
        );
        assert!(reading.zone_need.is_some_and(|need| need.count > 5));
    }

    #[test]
    fn a_corrected_mapping_is_used_as_it_is() {
        let text = "A,B,C\nx1,first,3/4/2026\nx2,second,5/6/2026\n";
        let column = |heading: &str, role| ColumnUse { heading: heading.into(), role };
        let mapping = Mapping {
            source: "own".into(),
            shape: RowShape::Item,
            order: DateOrder::MonthFirst,
            columns: vec![column("A", Role::Id), column("B", Role::Title), column("C", Role::ImpactStart)],
            impacts: [].into(),
            statuses: [].into(),
        };
        let reading = read_named(
            "t",
            text,
            &Options { mapping: Some(mapping), format: Some("table".into()), ..options() },
        );
        assert_eq!(
            (reading.items[0].source.as_str(), utc(reading.items[0].moments.impact_start)),
            ("table/own", "2026-03-04T00:00:00Z".into())
        );
    }

    #[test]
    fn every_delimiter_is_found_and_a_line_above_the_heading_is_passed_over() {
        for delimiter in [",", ";", "\t", "|"] {
            let rows = ["Nr|Titel|Beginn", "1|\"Eins, zwei; drei\"|2026-01-01", "2|Vier|2026-01-02"];
            let text = rows.join("\n").replace('|', delimiter);
            assert_eq!(read_text(&text).items.len(), 2, "{delimiter:?}");
            assert_eq!(
                read_text(&format!("Auszug der Vorfälle\n\n{text}")).items.len(),
                2,
                "{delimiter:?} with a line above"
            );
        }
        assert_eq!(read_text("sep=;\nNr;Titel;Beginn\n1;x;2026-01-01").items.len(), 1);
    }

    #[test]
    fn a_cell_full_of_another_delimiter_is_no_table_of_its_own() {
        let text = "id,title,status\nT-0,\";\n;\n;a\",open\n";
        let reading = read_named("t", text, &Options { format: Some("table".into()), ..options() });
        assert_eq!(reading.items.iter().map(|item| item.title.as_str()).collect::<Vec<_>>(), ["; ; ;a"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn no_table_makes_the_reader_panic(
            heading in "(Nr|Titel|Status|Beginn|geändert am|x)(;(Nr|Titel|Status|Beginn|geändert am|\"x\"|)){0,4}",
            rows in prop::collection::vec("([0-9]{1,4}|[A-Z]-1|\"|\"a;\nb\"|Offen|1\\.2\\.2026 10:00|\\PC{0,5}|;){0,9}", 0..12)
        ) {
            let text = format!("{heading}\n{}", rows.join("\n"));
            let options = Options { format: Some("table".into()), ..options() };
            let reading = read_named("t", &text, &options);
            prop_assert!(reading.items.len() <= rows.iter().map(|row| row.matches('\n').count() + 1).sum::<usize>());
        }

        #[test]
        fn a_table_that_was_written_is_read_back(titles in prop::collection::vec("[a-zA-Zä \",;\n]{0,12}[a-z]", 1..20)) {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["id", "title", "status"]).unwrap();
            for (index, title) in titles.iter().enumerate() {
                writer.write_record([&format!("T-{index}"), title, "open"]).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let reading = read_named("t", &text, &Options { format: Some("table".into()), ..options() });
            prop_assert_eq!(reading.items.len(), titles.len());
            for (item, title) in reading.items.iter().zip(&titles) {
                // A title that stands for nothing is named by what the record has instead: its id.
                if !rows::is_nothing(title.trim()) {
                    prop_assert_eq!(&item.title, &title.split_whitespace().collect::<Vec<_>>().join(" "));
                }
            }
        }
    }
}
