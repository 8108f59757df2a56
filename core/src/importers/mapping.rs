//! What the columns of a table mean: proposed from the headings (German and English) and the values, corrected by the
//! user, saved, and found again by the headings. Knows no file format.

mod headings;

use std::collections::{BTreeMap, HashSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::dates::{self, DateOrder};
use super::item::{Impact, Status};
use super::table::Grid;

/// How many rows are looked at for a proposal, spread over the whole table.
const SAMPLE: usize = 2_000;
/// How many values of a column are shown.
const SHOWN: usize = 5;

/// What one row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub enum RowShape {
    /// One row is one item.
    Item,
    /// One row is one change of an item; the rows of one id belong together.
    Change,
}

/// What one column means.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Left out.
    Ignore,
    /// The id by which the item is found again.
    Id,
    /// One line.
    Title,
    /// A text about the whole.
    Text,
    /// A note or comment; in a table of changes an update.
    Note,
    /// Where a browser finds it.
    Url,
    /// Incident, maintenance, notice.
    Kind,
    /// How bad it was.
    Impact,
    /// Where it stands.
    Status,
    /// The effect began.
    ImpactStart,
    /// Noticed or reported.
    Noticed,
    /// A remedy was in place.
    Mitigated,
    /// The effect ended.
    Ended,
    /// The record was closed.
    Closed,
    /// The record, or this row of it, was changed.
    Modified,
    /// Work was planned to begin.
    PlannedStart,
    /// Work was planned to end.
    PlannedEnd,
    /// Who made this change.
    Author,
    /// Counts the changes of one item.
    Revision,
    /// A service; several columns may be one.
    Service,
    /// A region or place; several columns may be one.
    Region,
    /// A label or category; several columns may be one.
    Label,
    /// In a table of changes: which field changed.
    ChangedField,
    /// In a table of changes: what stood there before.
    OldValue,
    /// In a table of changes: what stands there since.
    NewValue,
    /// Kept as a further field under its heading.
    Fact,
}

impl Role {
    /// Whether its values are times.
    pub const fn is_time(self) -> bool {
        match self {
            Self::ImpactStart
            | Self::Noticed
            | Self::Mitigated
            | Self::Ended
            | Self::Closed
            | Self::Modified
            | Self::PlannedStart
            | Self::PlannedEnd => true,
            Self::Ignore
            | Self::Id
            | Self::Title
            | Self::Text
            | Self::Note
            | Self::Url
            | Self::Kind
            | Self::Impact
            | Self::Status
            | Self::Author
            | Self::Revision
            | Self::Service
            | Self::Region
            | Self::Label
            | Self::ChangedField
            | Self::OldValue
            | Self::NewValue
            | Self::Fact => false,
        }
    }

    /// Whether several columns may have it.
    const fn is_shared(self) -> bool {
        matches!(self, Self::Ignore | Self::Service | Self::Region | Self::Label | Self::Fact)
    }
}

/// One column and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ColumnUse {
    /// The heading as the table writes it.
    pub heading: String,
    /// What it means.
    pub role: Role,
}

/// How a table is meant. Saved under its source and applied to the next table with the same headings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Mapping {
    /// The name of the source; with the id the key by which records are found again.
    pub source: String,
    /// What one row is.
    pub shape: RowShape,
    /// Which number of a date is the day.
    pub order: DateOrder,
    /// The columns in the order of the table.
    pub columns: Vec<ColumnUse>,
    /// The source's own words for the impact, where the usual reading would be wrong or find nothing.
    #[serde(default)]
    pub impacts: BTreeMap<String, Impact>,
    /// The source's own words for the status.
    #[serde(default)]
    pub statuses: BTreeMap<String, Status>,
}

/// What a column holds, for the user who corrects a mapping.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
pub struct ColumnLook {
    /// The heading.
    pub heading: String,
    /// The first different values.
    pub samples: Vec<String>,
    /// How many of a hundred rows have a value.
    pub filled: u8,
    /// How many of a hundred values are times.
    pub times: u8,
    /// How many different values were seen, up to the size of the sample.
    pub distinct: u32,
}

/// A mapping as it is proposed, with what it was concluded from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct Proposal {
    /// The mapping.
    pub mapping: Mapping,
    /// What the columns hold, in the same order.
    pub looks: Vec<ColumnLook>,
    /// Whether the values say which number is the day; if not, the user should be asked.
    pub order_is_certain: bool,
    /// How many rows the table has, without its heading.
    pub rows: u32,
}

impl Mapping {
    /// The role of each column of a table, by heading; a heading that stands twice is told apart by its turn. What the
    /// mapping does not know is kept as a further field. `None` when neither id nor title is there.
    pub fn roles(&self, headings: &[String]) -> Option<Vec<Role>> {
        let mut used = vec![false; self.columns.len()];
        let roles: Vec<Role> = headings
            .iter()
            .map(|heading| {
                let known =
                    (0..self.columns.len()).find(|at| !used[*at] && self.columns[*at].heading == *heading);
                known.map_or(Role::Fact, |at| {
                    used[at] = true;
                    self.columns[at].role
                })
            })
            .collect();
        roles.iter().any(|role| matches!(role, Role::Id | Role::Title)).then_some(roles)
    }
}

/// Proposes a mapping for a table. `None` when nothing in it looks like an id or a title beside anything else: it is
/// then no table of incidents.
pub fn propose(grid: &Grid, source: &str) -> Option<Proposal> {
    let looks = looks(grid);
    let mut roles = headings::roles(&looks);
    by_values(grid, &looks, &mut roles);
    let has = |role: Role| roles.contains(&role);
    let says_more =
        roles.iter().any(|role| role.is_time() || matches!(role, Role::Status | Role::Impact | Role::Text));
    if !(has(Role::Id) || has(Role::Title)) || !(says_more || (has(Role::Id) && has(Role::Title))) {
        return None;
    }
    let shape = shape(grid, &roles);
    if shape == RowShape::Item {
        for role in &mut roles {
            if matches!(role, Role::ChangedField | Role::OldValue | Role::NewValue | Role::Revision) {
                *role = Role::Fact;
            }
        }
    }
    Some(proposal(grid, source, looks, roles, shape))
}

/// A mapping in which every column is a further field: what is shown of a table that gives no other hint, so that a
/// person can say what its columns mean. `None` for what is no table.
pub fn blank(grid: &Grid, source: &str) -> Option<Proposal> {
    let roles = vec![Role::Fact; grid.headings.len()];
    is_table(grid).then(|| proposal(grid, source, looks(grid), roles, RowShape::Item))
}

/// Whether there is more than one column, and a row below the headings.
pub const fn is_table(grid: &Grid) -> bool {
    grid.headings.len() > 1 && !grid.rows.is_empty()
}

fn proposal(
    grid: &Grid,
    source: &str,
    looks: Vec<ColumnLook>,
    roles: Vec<Role>,
    shape: RowShape,
) -> Proposal {
    let (order, order_is_certain) = order(grid, &looks);
    let columns =
        looks.iter().zip(roles).map(|(look, role)| ColumnUse { heading: look.heading.clone(), role });
    let mapping = Mapping {
        source: source.to_owned(),
        shape,
        order,
        columns: columns.collect(),
        impacts: BTreeMap::new(),
        statuses: BTreeMap::new(),
    };
    let rows = u32::try_from(grid.rows.len()).unwrap_or(u32::MAX);
    Proposal { mapping, looks, order_is_certain, rows }
}

/// What each column holds.
fn looks(grid: &Grid) -> Vec<ColumnLook> {
    let sample = spread(grid.rows.len());
    (0..grid.headings.len()).map(|column| look(grid, column, &sample)).collect()
}

fn spread(rows: usize) -> Vec<usize> {
    let step = rows.div_ceil(SAMPLE).max(1);
    (0..rows).step_by(step).collect()
}

fn look(grid: &Grid, column: usize, sample: &[usize]) -> ColumnLook {
    let mut distinct = HashSet::new();
    let mut samples = Vec::new();
    let (mut filled, mut times) = (0_usize, 0_usize);
    for row in sample {
        let value = grid.rows[*row].get(column).trim();
        if matches!(value, "" | "?" | "-") {
            continue;
        }
        filled += 1;
        let is_time = dates::read(value, DateOrder::DayFirst).is_ok()
            || dates::read(value, DateOrder::MonthFirst).is_ok();
        times += usize::from(is_time);
        if distinct.insert(value) && samples.len() < SHOWN {
            samples.push(value.chars().take(120).collect());
        }
    }
    let percent =
        |part: usize, whole: usize| u8::try_from((part * 100).checked_div(whole).unwrap_or(0)).unwrap_or(100);
    ColumnLook {
        heading: grid.headings[column].clone(),
        samples,
        filled: percent(filled, sample.len()),
        times: percent(times, filled),
        distinct: u32::try_from(distinct.len()).unwrap_or(u32::MAX),
    }
}

/// Day or month first, by every value of every column of times; certain when one value decides and none contradicts.
fn order(grid: &Grid, looks: &[ColumnLook]) -> (DateOrder, bool) {
    let columns: Vec<usize> = (0..looks.len()).filter(|column| looks[*column].times >= 60).collect();
    let (mut day, mut month, mut unclear) = (0_usize, 0_usize, 0_usize);
    for row in &grid.rows {
        for column in &columns {
            let value = row.get(*column);
            match dates::order_of(value) {
                Some(DateOrder::DayFirst) => day += 1,
                Some(DateOrder::MonthFirst) => month += 1,
                // A point between the numbers is the German way: always the day first.
                None if value.trim().get(1..4).is_some_and(|start| start.contains('.')) => day += 1,
                None if value.trim().get(4..5) == Some("-") => {}
                None if value.contains('/') => unclear += 1,
                None => {}
            }
        }
    }
    let order = if month > day { DateOrder::MonthFirst } else { DateOrder::DayFirst };
    (order, (day == 0) != (month == 0) || unclear == 0)
}

/// What no heading says: which column is the id, which the title, and when it began and ended.
fn by_values(grid: &Grid, looks: &[ColumnLook], roles: &mut [Role]) {
    if !roles.contains(&Role::Id)
        && let Some(column) = id_by_values(grid, looks, roles)
    {
        roles[column] = Role::Id;
    }
    if !roles.contains(&Role::Title)
        && let Some(column) = title_by_values(looks, roles)
    {
        roles[column] = Role::Title;
    }
    if !roles.iter().any(|role| role.is_time()) {
        let times = (0..looks.len()).filter(|column| looks[*column].filled > 0 && looks[*column].times >= 90);
        for (column, role) in times.zip([Role::ImpactStart, Role::Ended]) {
            if roles[column] == Role::Fact {
                roles[column] = role;
            }
        }
    }
}

/// The column with the longest words, most of which differ, is the title when no heading says which one is.
fn title_by_values(looks: &[ColumnLook], roles: &[Role]) -> Option<usize> {
    let length = |look: &ColumnLook| {
        let letters =
            look.samples.iter().map(|value| value.chars().filter(|letter| letter.is_alphabetic()).count());
        letters.sum::<usize>() / look.samples.len().max(1)
    };
    (0..looks.len())
        .filter(|column| {
            let look = &looks[*column];
            let several = look.samples.len() < SHOWN || look.distinct as usize >= SHOWN;
            roles[*column] == Role::Fact
                && look.filled >= 50
                && look.times < 50
                && several
                && length(look) >= 6
        })
        .max_by_key(|column| (length(&looks[*column]), std::cmp::Reverse(*column)))
}

/// A column whose values are short, all there and all different is an id when no heading says which one is.
fn id_by_values(grid: &Grid, looks: &[ColumnLook], roles: &[Role]) -> Option<usize> {
    let sampled = u32::try_from(spread(grid.rows.len()).len()).unwrap_or(u32::MAX);
    (0..looks.len()).find(|column| {
        let look = &looks[*column];
        roles[*column] == Role::Fact
            && sampled > 1
            && look.filled == 100
            && look.times < 50
            && look.distinct == sampled
            && look
                .samples
                .iter()
                .all(|value| value.len() <= 40 && value.contains(|letter: char| letter.is_ascii_digit()))
    })
}

/// A table in which an id stands in many rows, and which says when each row was made, is a table of changes.
fn shape(grid: &Grid, roles: &[Role]) -> RowShape {
    let column_of = |role: Role| roles.iter().position(|known| *known == role);
    let (Some(id), Some(_)) = (column_of(Role::Id), column_of(Role::Modified)) else { return RowShape::Item };
    let distinct: HashSet<&str> = grid.rows.iter().map(|row| row.get(id)).collect();
    if distinct.len() * 10 < grid.rows.len() * 9 { RowShape::Change } else { RowShape::Item }
}

#[cfg(test)]
mod tests {
    use super::super::table::tests::grid;
    use super::*;

    fn roles(text: &str) -> Vec<Role> {
        propose(&grid(text), "x")
            .map(|proposal| proposal.mapping.columns.iter().map(|column| column.role).collect())
            .unwrap_or_default()
    }

    #[test]
    fn german_and_english_headings_are_understood() {
        assert_eq!(
            roles(
                "Ticketnummer;Kurzbeschreibung;Priorität;Status;Gemeldet am;Behoben am;Standort\nT1;Ausfall;Hoch;Offen;1.2.2026 10:00;;Köln"
            ),
            [Role::Id, Role::Title, Role::Impact, Role::Status, Role::Noticed, Role::Ended, Role::Region]
        );
        assert_eq!(
            roles(
                "Key,Summary,Severity,State,Started at,Resolved,Labels,Labels,Cost\nA-1,x,P1,Open,2026-01-01,2026-01-02,a,b,12"
            ),
            [
                Role::Id,
                Role::Title,
                Role::Impact,
                Role::Status,
                Role::ImpactStart,
                Role::Ended,
                Role::Label,
                Role::Label,
                Role::Fact
            ]
        );
    }

    #[test]
    fn a_heading_that_sounds_like_a_time_is_none_when_its_values_are_not() {
        assert_eq!(
            roles("id,title,closed,resolved\n1,x,yes,code 5\n2,y,no,code 6"),
            [Role::Id, Role::Title, Role::Fact, Role::Fact]
        );
    }

    #[test]
    fn one_value_above_twelve_decides_for_the_whole_table() {
        let order = |text: &str| {
            propose(&grid(text), "x").map(|proposal| (proposal.mapping.order, proposal.order_is_certain))
        };
        assert_eq!(
            order("id,title,created\n1,x,2/3/2026\n2,y,2/29/2028"),
            Some((DateOrder::MonthFirst, true))
        );
        assert_eq!(order("id,title,created\n1,x,2/3/2026\n2,y,29/2/2028"), Some((DateOrder::DayFirst, true)));
        assert_eq!(order("id,title,created\n1,x,2/3/2026\n2,y,3/2/2026"), Some((DateOrder::DayFirst, false)));
        assert_eq!(
            order("id,title,created\n1,x,02.03.2026\n2,y,03.02.2026"),
            Some((DateOrder::DayFirst, true))
        );
    }

    #[test]
    fn a_table_that_says_nothing_about_incidents_is_none() {
        assert_eq!(propose(&grid("colour,size\nred,1\nblue,2"), "x"), None);
    }

    #[test]
    fn headings_that_say_nothing_leave_it_to_the_values() {
        assert_eq!(
            roles(
                "a;b;c;d\n77;Drucker steht still;5.1.2026 10:00;5.1.2026 12:00\n78;Anmeldung gestört;6.1.2026 10:00;"
            ),
            [Role::Id, Role::Title, Role::ImpactStart, Role::Ended]
        );
        assert_eq!(
            roles(
                "Vorgangskennung;Was war los?;Beginn\nX-1;Drucker steht;1.2.2026\nX-2;Anmeldung weg;2.2.2026"
            ),
            [Role::Id, Role::Title, Role::ImpactStart]
        );
    }

    #[test]
    fn a_saved_mapping_finds_its_columns_again_by_their_headings() {
        let proposal = propose(&grid("id,title,tag,tag\n1,x,a,b\n2,y,c,d"), "x").unwrap();
        let mut mapping = proposal.mapping;
        mapping.columns[3].role = Role::Ignore;
        let headings = ["tag", "new", "title", "tag", "id"].map(str::to_owned);
        assert_eq!(
            mapping.roles(&headings),
            Some(vec![Role::Label, Role::Fact, Role::Title, Role::Ignore, Role::Id])
        );
        assert_eq!(mapping.roles(&["other".to_owned()]), None);
        let saved = serde_json::to_string(&mapping).unwrap();
        assert_eq!(serde_json::from_str::<Mapping>(&saved).unwrap(), mapping);
    }
}
