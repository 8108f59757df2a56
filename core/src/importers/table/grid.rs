//! Rows and headings out of a text or a workbook: finds the delimiter and the heading, sets rows aside that have another
//! number of fields. Knows no meaning.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::OnceLock;

use calamine::{Data, Ods, Reader as _, Xls, Xlsx};
use chrono::{NaiveDate, TimeDelta};
use csv::StringRecord;

use super::super::dirt::{Dirt, Place, Problem, Reason};
use super::super::opening::{Content, Part};
use super::super::{Unread, Unwatched, Watch};

/// How many records are looked at to find the delimiter and the heading.
const LOOKED_AT: usize = 60;
/// The widest table.
const MOST_COLUMNS: usize = 2_000;

/// One row.
#[derive(Debug, Clone)]
pub struct Row {
    /// As a spreadsheet or an editor counts it, from 1.
    pub number: u64,
    cells: StringRecord,
}

impl Row {
    /// The cell of a column; empty when the row has none.
    pub fn get(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default()
    }
}

/// A table.
#[derive(Debug, Clone)]
pub struct Grid {
    /// For places: the file's name, with `!sheet` behind it when it is a workbook's.
    pub name: String,
    /// The headings.
    pub headings: Vec<String>,
    /// The rows, all as wide as the headings or narrower by empty cells.
    pub rows: Vec<Row>,
    /// Rows with another number of fields.
    pub problems: Vec<Problem>,
    /// What is wrong with the whole file: goes to every item.
    pub dirt: Vec<Dirt>,
}

/// The tables of a part, as they were read when somebody first asked for them.
#[derive(Debug, Clone)]
pub struct Kept(OnceLock<Result<Vec<Grid>, Reason>>);

impl Kept {
    /// Nobody asked yet.
    pub const fn none() -> Self {
        Self(OnceLock::new())
    }
}

/// The tables of a part: one of a text, several of a workbook.
///
/// # Errors
/// Why the part holds no table.
pub fn grids(part: &Part) -> Result<&[Grid], Reason> {
    let kept = part.tables.0.get_or_init(|| made(part, &Count::of(&Unwatched)));
    kept.as_deref().map_err(Clone::clone)
}

/// Reads the tables of a part ahead of the first question for them.
///
/// # Errors
/// `Stopped` when `watch` said so; the part is as before then.
pub fn look_into(part: &Part, watch: &dyn Watch) -> Result<(), Unread> {
    if part.tables.0.get().is_none() {
        let count = Count::of(watch);
        let made = made(part, &count);
        if count.stopped.get() {
            return Err(Unread::Stopped);
        }
        let _ = part.tables.0.set(made);
    }
    Ok(())
}

/// Counts rows for whoever watches.
struct Count<'a> {
    watch: &'a dyn Watch,
    rows: Cell<u64>,
    stopped: Cell<bool>,
}

impl<'a> Count<'a> {
    const fn of(watch: &'a dyn Watch) -> Self {
        Self { watch, rows: Cell::new(0), stopped: Cell::new(false) }
    }

    /// Counts one more row. False when reading shall stop: what was made so far is thrown away.
    fn goes_on(&self) -> bool {
        self.rows.set(self.rows.get() + 1);
        if self.rows.get().is_multiple_of(256) && !self.watch.read(self.rows.get(), None) {
            self.stopped.set(true);
        }
        !self.stopped.get()
    }
}

fn made(part: &Part, count: &Count) -> Result<Vec<Grid>, Reason> {
    match &part.content {
        Content::Text(text) => Ok(vec![from_text(text, part, count)?]),
        Content::Workbook(bytes) => from_workbook(bytes, part, count),
        Content::Json(_) | Content::Page(_) => Err(Reason::NotRecognised),
    }
}

fn from_text(text: &str, part: &Part, count: &Count) -> Result<Grid, Reason> {
    let (delimiter, text, skipped) = match separator_line(text) {
        Some((delimiter, rest)) => (delimiter, rest, 1),
        None => (delimiter(text).ok_or(Reason::NotRecognised)?, text, 0),
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut records = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| Reason::Malformed { detail: error.to_string() })?;
        records.push(record);
        if !count.goes_on() {
            break;
        }
    }
    // Rows are counted as records, as a spreadsheet shows them; a cell with line breaks is one row.
    let blank_above = text.lines().take_while(|line| line.trim().is_empty()).count() as u64;
    let numbered =
        (1 + skipped + blank_above..).zip(records).map(|(number, cells)| Row { number, cells }).collect();
    from_rows(part.name.clone(), numbered, part.dirt.clone())
}

/// `sep=;` in the first line, as Excel writes it.
fn separator_line(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let sign = first.trim_end().strip_prefix("sep=")?;
    match sign.as_bytes() {
        [byte] if byte.is_ascii() => Some((*byte, rest)),
        _ => None,
    }
}

/// The delimiter by which most of the first records are equally wide, and wider than one.
fn delimiter(text: &str) -> Option<u8> {
    // In how many tenths of the records the delimiter gives the same width, and that width.
    let mut best: Option<(usize, usize, u8)> = None;
    for delimiter in [b',', b';', b'\t', b'|'] {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let widths: Vec<usize> =
            reader.records().take(LOOKED_AT).filter_map(Result::ok).map(|record| record.len()).collect();
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for width in widths.iter().filter(|width| **width > 1) {
            *counts.entry(*width).or_default() += 1;
        }
        let Some((width, count)) = counts.into_iter().max_by_key(|(width, count)| (*count, *width)) else {
            continue;
        };
        // In prose a comma stands in some lines; in a table the delimiter stands in nearly all.
        let tenths = count * 10 / widths.len();
        if tenths >= 5 && best.is_none_or(|(known, wide, _)| (tenths, width) > (known, wide)) {
            best = Some((tenths, width, delimiter));
        }
    }
    best.map(|(_, _, delimiter)| delimiter)
}

fn from_rows(name: String, rows: Vec<Row>, dirt: Vec<Dirt>) -> Result<Grid, Reason> {
    let is_blank = |row: &Row| row.cells.iter().all(|cell| cell.trim().is_empty());
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows.iter().filter(|row| !is_blank(row)).take(LOOKED_AT) {
        *widths.entry(row.cells.len()).or_default() += 1;
    }
    let width = widths
        .into_iter()
        .max_by_key(|(width, count)| (*count, *width))
        .map(|(width, _)| width)
        .ok_or(Reason::Empty)?;
    let mut rows = rows.into_iter().filter(|row| !is_blank(row)).peekable();
    // Above the heading may stand a title: the heading is the first row that is as wide as the table and mostly filled.
    let is_heading = |row: &Row| {
        let filled = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        row.cells.len() >= width && filled * 2 > width
    };
    while rows.peek().is_some_and(|row| !is_heading(row)) {
        rows.next();
    }
    let heading = rows.next().ok_or(Reason::NotRecognised)?;
    if heading.cells.len() > MOST_COLUMNS || width < 2 {
        return Err(Reason::NotRecognised);
    }
    let headings: Vec<String> = heading.cells.iter().map(|cell| cell.trim().to_owned()).collect();
    let mut grid = Grid { name, headings, rows: Vec::new(), problems: Vec::new(), dirt };
    for row in rows {
        let found = row.cells.len();
        let expected = grid.headings.len();
        let spare_is_empty = row.cells.iter().skip(expected).all(|cell| cell.trim().is_empty());
        if found < expected || !spare_is_empty {
            let reason = Reason::WrongNumberOfFields { expected: expected as u64, found: found as u64 };
            grid.problems.push(Problem::new(Place::row(&grid.name, row.number), reason));
        } else {
            grid.rows.push(row);
        }
    }
    Ok(grid)
}

fn from_workbook(bytes: &[u8], part: &Part, count: &Count) -> Result<Vec<Grid>, Reason> {
    let sheets = if bytes.starts_with(b"PK") {
        match Xlsx::new(Cursor::new(bytes)) {
            Ok(workbook) => from_xlsx(workbook, count)?,
            Err(_) => from_ranges(Ods::new(Cursor::new(bytes)).map_err(malformed)?)?,
        }
    } else {
        from_ranges(Xls::new(Cursor::new(bytes)).map_err(malformed)?)?
    };
    let mut grids = Vec::new();
    for (name, rows) in sheets {
        match from_rows(format!("{}!{name}", part.name), rows, Vec::new()) {
            Ok(grid) => grids.push(grid),
            Err(Reason::Empty | Reason::NotRecognised) => {}
            Err(reason) => return Err(reason),
        }
    }
    if grids.is_empty() { Err(Reason::NotRecognised) } else { Ok(grids) }
}

fn malformed(error: impl std::fmt::Display) -> Reason {
    Reason::Malformed { detail: error.to_string() }
}

type Sheets = Vec<(String, Vec<Row>)>;

/// Cell by cell: a sheet whose only two cells lie at its corners would fill the memory as a rectangle.
fn from_xlsx(mut workbook: Xlsx<Cursor<&[u8]>>, count: &Count) -> Result<Sheets, Reason> {
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else { continue };
        let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
        while let Some(cell) = cells.next_cell().map_err(malformed)? {
            let (row, column) = cell.get_position();
            if !rows.contains_key(&row) && !count.goes_on() {
                break;
            }
            let text = text_of(&Data::from(cell.get_value().clone()));
            if !text.is_empty() && column < u32::try_from(MOST_COLUMNS).unwrap_or(u32::MAX) {
                rows.entry(row).or_default().insert(column, text);
            }
        }
        let first = rows
            .values()
            .filter_map(|cells| cells.first_key_value())
            .map(|(column, _)| *column)
            .min()
            .unwrap_or(0);
        let width = rows
            .values()
            .filter(|cells| cells.len() > 1)
            .filter_map(|cells| cells.last_key_value())
            .map(|(last, _)| last + 1)
            .max()
            .unwrap_or(1);
        let filled = rows.into_iter().map(|(row, cells)| {
            let cells: StringRecord =
                (first..width).map(|column| cells.get(&column).map_or("", String::as_str)).collect();
            Row { number: u64::from(row) + 1, cells }
        });
        sheets.push((name, filled.collect()));
    }
    Ok(sheets)
}

fn from_ranges<'a, R>(mut workbook: R) -> Result<Sheets, Reason>
where
    R: calamine::Reader<Cursor<&'a [u8]>>,
    R::Error: std::fmt::Display,
{
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(malformed)?;
        let first = range.start().map_or(0, |(row, _)| row);
        let rows = range.rows().zip(u64::from(first) + 1..).map(|(cells, number)| {
            let cells: StringRecord = cells.iter().take(MOST_COLUMNS).map(text_of).collect();
            Row { number, cells }
        });
        sheets.push((name, rows.collect()));
    }
    Ok(sheets)
}

/// A cell as text: times as the wall showed them, whole numbers without a point.
fn text_of(cell: &Data) -> String {
    match cell {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(truth) => truth.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::DateTime(time) if time.is_datetime() => {
            let (year, month, day, hour, minute, second, milli) = time.to_ymd_hms_milli();
            // Excel keeps a time as a fraction of a day: 10:15:00 may come as 10:14:59.9996.
            let wall = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
                .and_then(|date| {
                    date.and_hms_milli_opt(
                        u32::from(hour),
                        u32::from(minute),
                        u32::from(second),
                        u32::from(milli),
                    )
                })
                .and_then(|wall| wall.checked_add_signed(TimeDelta::milliseconds(500)));
            wall.map(|wall| wall.format("%Y-%m-%dT%H:%M:%S").to_string()).unwrap_or_default()
        }
        Data::DateTime(length) => length.as_f64().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::super::super::opening::{SourceFile, open};
    use super::*;

    /// A workbook of one sheet with these rows; style 1 is a date with its time.
    fn workbook(rows: &str) -> Vec<u8> {
        let sheet = format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
        );
        let relationships = |target: &str, kind: &str| {
            format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
                Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>"#
            )
        };
        let files = [
            ("[Content_Types].xml", r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#.to_owned()),
            ("_rels/.rels", relationships("xl/workbook.xml", "officeDocument")),
            (
                "xl/workbook.xml",
                r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
                xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>
                <sheet name="Vorfälle" sheetId="1" r:id="rId1"/></sheets></workbook>"#
                    .to_owned(),
            ),
            ("xl/_rels/workbook.xml.rels", relationships("worksheets/sheet1.xml", "worksheet")),
            (
                "xl/styles.xml",
                r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2">
                <xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>"#
                    .to_owned(),
            ),
            ("xl/worksheets/sheet1.xml", sheet),
        ];
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in files {
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(text.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn text(at: &str, text: &str) -> String {
        format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    }

    fn opened(bytes: Vec<u8>) -> Result<Vec<Grid>, Reason> {
        grids(&open("b.xlsx", vec![SourceFile { name: "b.xlsx".into(), bytes }]).parts[0])
            .map(<[Grid]>::to_vec)
    }

    #[test]
    fn a_sheet_of_excel_is_a_table_whose_times_are_what_the_wall_showed() {
        let head = [text("A1", "Nr"), text("B1", "Titel"), text("C1", "Beginn")].concat();
        let row = [
            text("A2", "V-1"),
            text("B2", "Ausfall"),
            r#"<c r="C2" s="1"><v>46143.4270833333</v></c>"#.to_owned(),
        ];
        let grids =
            opened(workbook(&format!("<row r=\"1\">{head}</row><row r=\"2\">{}</row>", row.concat())))
                .unwrap();
        assert_eq!(
            (grids[0].name.as_str(), grids[0].headings.join(",")),
            ("b.xlsx!Vorfälle", "Nr,Titel,Beginn".into())
        );
        assert_eq!((grids[0].rows[0].number, grids[0].rows[0].get(2)), (2, "2026-05-01T10:15:00"));
    }

    #[test]
    fn two_cells_at_the_corners_of_a_sheet_do_not_fill_the_memory() {
        let rows = format!(
            "<row r=\"1\">{}</row><row r=\"1048576\">{}</row>",
            text("A1", "x"),
            text("XFD1048576", "y")
        );
        assert_eq!(opened(workbook(&rows)).map(|grids| grids.len()), Err(Reason::NotRecognised));
    }

    #[test]
    fn what_only_begins_like_a_workbook_is_refused() {
        let damaged = opened([&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600]].concat());
        assert!(matches!(damaged, Err(Reason::Malformed { .. })), "{damaged:?}");
    }
}
