//! One row, one change: the rows of one id, in the order of their changes, are one item; what differs from the row
//! before is what changed.

use std::collections::HashMap;

use super::super::dirt::{Field, Place, Reason};
use super::super::item::{FieldChange, SourceItem, SourceKey, SourceUpdate};
use super::super::mapping::{Mapping, Role};
use super::super::reader::Reader;
use super::super::{markup, words};
use super::rows::{column_of, item, said};
use super::{Grid, Row};
use crate::time::{Moment, Precision};

/// Where the columns stand that a change is made of.
struct Columns {
    id: usize,
    at: usize,
    revision: Option<usize>,
    author: Option<usize>,
    note: Option<usize>,
    status: Option<usize>,
    field: Option<usize>,
    old: Option<usize>,
    new: Option<usize>,
}

/// Reads every id's rows as one item.
pub fn read(grid: &Grid, roles: &[Role], mapping: &Mapping, key: &SourceKey, reader: &mut Reader) {
    let find = |role: Role| column_of(roles, role);
    let (Some(id), Some(at)) = (find(Role::Id), find(Role::Modified)) else {
        return super::rows::read(grid, roles, mapping, key, reader);
    };
    let columns = Columns {
        id,
        at,
        revision: find(Role::Revision),
        author: find(Role::Author),
        note: find(Role::Note),
        status: find(Role::Status),
        field: find(Role::ChangedField),
        old: find(Role::OldValue),
        new: find(Role::NewValue),
    };
    let mut order: Vec<&str> = Vec::new();
    let mut groups: HashMap<&str, Vec<&Row>> = HashMap::new();
    for row in &grid.rows {
        let Some(id) = said(row, columns.id) else {
            reader.refuse(Place::row(&grid.name, row.number), Reason::NoId);
            continue;
        };
        groups.entry(id).or_insert_with(|| {
            order.push(id);
            Vec::new()
        });
        if let Some(rows) = groups.get_mut(id) {
            rows.push(row);
        }
    }
    for id in order {
        let rows = groups.remove(id).unwrap_or_default();
        for _ in &rows {
            if !reader.go_on(Some(grid.rows.len() as u64)) {
                return;
            }
        }
        read_group(grid, &rows, roles, &columns, mapping, key, reader);
    }
}

/// A row with the moment and the count by which it is put in order.
struct Dated<'a> {
    row: &'a Row,
    at: Moment,
    revision: Option<u64>,
}

#[allow(clippy::too_many_arguments)] // The table, what its columns mean in three views, and where the result goes.
fn read_group(
    grid: &Grid,
    rows: &[&Row],
    roles: &[Role],
    columns: &Columns,
    mapping: &Mapping,
    key: &SourceKey,
    reader: &mut Reader,
) {
    let mut dated: Vec<Dated> = Vec::with_capacity(rows.len());
    let mut dirt = Vec::new();
    for row in rows {
        match reader.time(row.get(columns.at), Field::Update, &mut dirt) {
            Some(at) => {
                let revision = columns.revision.and_then(|column| row.get(column).trim().parse().ok());
                dated.push(Dated { row, at, revision });
            }
            None if rows.len() == 1 => break,
            None => reader.refuse(Place::row(&grid.name, row.number), Reason::NoTimeOfChange),
        }
    }
    dated.sort_by(|left, right| match (left.revision, right.revision) {
        (Some(one), Some(other)) => one.cmp(&other).then(left.at.at.cmp(&right.at.at)),
        (Some(_) | None, None) | (None, Some(_)) => left.at.at.cmp(&right.at.at),
    });
    let Some(last) = dated.last().map(|dated| dated.row).or_else(|| rows.first().copied()) else { return };
    let mut whole = item(grid, last, roles, mapping, key, reader);
    whole.dirt.extend(dirt);
    if let (None, None, Some(first)) =
        (whole.moments.noticed, whole.moments.impact_start, dated.iter().min_by_key(|dated| dated.at.at))
    {
        // Nobody says when it was noticed: by the first row it had been.
        whole.moments.noticed = Some(Moment { precision: Precision::About, ..first.at });
    }
    let mut before: Option<&Row> = None;
    for dated in &dated {
        if let Some(update) = change(grid, roles, columns, before, dated, &mut whole) {
            whole.updates.push(update);
        }
        before = Some(dated.row);
    }
    reader.take(whole);
}

/// What one row changed; `None` when it says nothing that the row before did not.
fn change(
    grid: &Grid,
    roles: &[Role],
    columns: &Columns,
    before: Option<&Row>,
    dated: &Dated,
    whole: &mut SourceItem,
) -> Option<SourceUpdate> {
    let row = dated.row;
    let fields = match (columns.field.and_then(|column| said(row, column)), before) {
        (Some(field), _) => {
            let value =
                |column: Option<usize>| column.and_then(|column| said(row, column)).map(str::to_owned);
            vec![FieldChange { field: field.to_owned(), old: value(columns.old), new: value(columns.new) }]
        }
        (None, Some(before)) => differences(grid, roles, before, row),
        (None, None) => Vec::new(),
    };
    let note = columns.note.and_then(|column| said(row, column)).filter(|note| {
        // A table that repeats the last note in every row does not say it again.
        before.is_none_or(|before| columns.note.is_none_or(|column| said(before, column) != Some(note)))
    });
    if fields.is_empty() && note.is_none() {
        return None;
    }
    let text = markup::plain(note.unwrap_or_default(), Field::Update, &mut whole.dirt);
    let status = columns
        .status
        .filter(|column| before.is_none_or(|before| said(before, *column) != said(row, *column)));
    Some(SourceUpdate {
        outside_id: dated.revision.map_or_else(|| dated.at.at.to_string(), |revision| format!("{revision}")),
        occurred: Some(dated.at),
        status: status
            .and_then(|column| said(row, column))
            .and_then(|raw| words::status(raw, &mut whole.dirt)),
        text: text.text,
        original: text.original,
        author: columns
            .author
            .and_then(|column| said(row, column))
            .map(|author| markup::line(author, Field::Text, &mut Vec::new())),
        fields,
    })
}

fn differences(grid: &Grid, roles: &[Role], before: &Row, row: &Row) -> Vec<FieldChange> {
    let mut fields = Vec::new();
    for (column, role) in roles.iter().enumerate() {
        if matches!(
            role,
            Role::Ignore | Role::Id | Role::Modified | Role::Revision | Role::Author | Role::Note
        ) {
            continue;
        }
        let (old, new) = (said(before, column), said(row, column));
        if old != new {
            let field = grid.headings[column].clone();
            fields.push(FieldChange { field, old: old.map(str::to_owned), new: new.map(str::to_owned) });
        }
    }
    fields
}
