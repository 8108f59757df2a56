//! One row, one item. Also what both kinds of tables share: a cell that says something, and an item out of a row.

use super::super::dirt::{Dirt, Field, Place};
use super::super::item::{Kind, Said, SourceItem, SourceKey, add_name};
use super::super::mapping::{Mapping, Role};
use super::super::reader::Reader;
use super::super::{markup, words};
use super::{Grid, Row};

/// Reads every row as an item.
pub fn read(grid: &Grid, roles: &[Role], mapping: &Mapping, key: &SourceKey, reader: &mut Reader) {
    reader.expect(grid.rows.len());
    for row in &grid.rows {
        if !reader.go_on(Some(grid.rows.len() as u64)) {
            return;
        }
        let item = item(grid, row, roles, mapping, key, reader);
        reader.take(item);
    }
}

/// The cell, if it says anything: `?`, `NULL` and the like say nothing.
pub fn said(row: &Row, column: usize) -> Option<&str> {
    let cell = row.get(column).trim();
    (!is_nothing(cell)).then_some(cell)
}

/// Whether a cell stands for nothing, as programs write it.
pub fn is_nothing(cell: &str) -> bool {
    matches!(cell, "" | "?" | "-" | "–")
        || ["null", "none", "n/a", "nan"].iter().any(|none| cell.eq_ignore_ascii_case(none))
}

/// The first column with a role.
pub fn column_of(roles: &[Role], role: Role) -> Option<usize> {
    roles.iter().position(|known| *known == role)
}

/// An item with all that one row says.
pub fn item(
    grid: &Grid,
    row: &Row,
    roles: &[Role],
    mapping: &Mapping,
    key: &SourceKey,
    reader: &mut Reader,
) -> SourceItem {
    let first = |role: Role| column_of(roles, role).and_then(|column| said(row, column));
    let id = first(Role::Id).map(|id| markup::line(id, Field::Id, &mut Vec::new()));
    // Without a column of ids the title is the key: better than none, and said so.
    let has_ids = roles.contains(&Role::Id);
    let id = id.or_else(|| {
        first(Role::Title).filter(|_| !has_ids).map(|title| markup::line(title, Field::Id, &mut Vec::new()))
    });
    let place = Place::row(&grid.name, row.number);
    let mut item = SourceItem::new(place, key.clone(), id.unwrap_or_default(), Kind::Incident);
    item.dirt.clone_from(&grid.dirt);
    if !has_ids {
        item.dirt.push(Dirt::Missing { field: Field::Id });
    }
    read_words(&first, mapping, &mut item);
    for (column, role) in roles.iter().enumerate() {
        let raw = row.get(column);
        if let Some((field, moment)) = moment_of(*role, &mut item.moments) {
            *moment = reader.time(raw, field, &mut item.dirt);
            continue;
        }
        let Some(value) = said(row, column) else { continue };
        if *role == Role::Service {
            names(value, &mut item.services);
        } else if *role == Role::Region {
            names(value, &mut item.regions);
        } else if *role == Role::Label {
            names(value, &mut item.labels);
        } else if *role == Role::Fact {
            item.fact(&grid.headings[column], Some(value.to_owned()));
        }
    }
    if item.title.is_empty() && !item.outside_id.is_empty() {
        item.title = std::iter::once(item.outside_id.as_str())
            .chain(item.labels.iter().map(String::as_str))
            .collect::<Vec<_>>()
            .join(" · ");
    }
    item
}

fn read_words<'a>(first: &impl Fn(Role) -> Option<&'a str>, mapping: &Mapping, item: &mut SourceItem) {
    let dirt = &mut item.dirt;
    item.title = markup::line(first(Role::Title).unwrap_or_default(), Field::Title, dirt);
    let text = markup::plain(first(Role::Text).unwrap_or_default(), Field::Text, dirt);
    (item.text, item.original) = (text.text, text.original);
    item.url = first(Role::Url).map(|url| markup::line(url, Field::Text, dirt));
    item.impact = first(Role::Impact).and_then(|raw| match mapping.impacts.get(raw) {
        Some(impact) => Some(Said { raw: raw.to_owned(), read: Some(*impact) }),
        None => words::impact(raw, dirt),
    });
    item.status = first(Role::Status).and_then(|raw| match mapping.statuses.get(raw) {
        Some(status) => Some(Said { raw: raw.to_owned(), read: Some(*status) }),
        None => words::status(raw, dirt),
    });
    if let Some(kind) = first(Role::Kind) {
        item.kind = kind_of(kind);
        item.say_kind(kind);
    }
}

fn kind_of(word: &str) -> Kind {
    let word = word.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|known| word.contains(known));
    if has(&["maintenance", "wartung", "change", "änderung"]) {
        Kind::Maintenance
    } else if has(&["notice", "hinweis", "information"]) {
        Kind::Notice
    } else if has(&["advisory", "empfehlung"]) {
        Kind::Advisory
    } else {
        Kind::Incident
    }
}

/// The field and the place of a role that is a time.
fn moment_of(
    role: Role,
    moments: &mut super::super::item::Moments,
) -> Option<(Field, &mut Option<crate::time::Moment>)> {
    match role {
        Role::ImpactStart => Some((Field::ImpactStart, &mut moments.impact_start)),
        Role::Noticed => Some((Field::Noticed, &mut moments.noticed)),
        Role::Mitigated => Some((Field::Mitigated, &mut moments.mitigated)),
        Role::Ended => Some((Field::Ended, &mut moments.ended)),
        Role::Closed => Some((Field::Closed, &mut moments.closed)),
        Role::Modified => Some((Field::Modified, &mut moments.modified)),
        Role::PlannedStart => Some((Field::PlannedStart, &mut moments.planned_start)),
        Role::PlannedEnd => Some((Field::PlannedEnd, &mut moments.planned_end)),
        Role::Ignore
        | Role::Id
        | Role::Title
        | Role::Text
        | Role::Note
        | Role::Url
        | Role::Kind
        | Role::Impact
        | Role::Status
        | Role::Author
        | Role::Revision
        | Role::Service
        | Role::Region
        | Role::Label
        | Role::ChangedField
        | Role::OldValue
        | Role::NewValue
        | Role::Fact => None,
    }
}

/// Several names in one cell stand behind each other with `;`, `|` or line breaks; a comma may belong to a name.
fn names(cell: &str, into: &mut Vec<String>) {
    for name in cell.split([';', '|', '\n']) {
        add_name(into, &markup::line(name, Field::Labels, &mut Vec::new()));
    }
}
