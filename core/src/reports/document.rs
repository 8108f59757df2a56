//! The vocabulary of paper: what a report says, free of any measure, colour or page.
//! Knows no font and no file format; [`super::typeset::render`] turns it into pages.

mod form;

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

pub use form::{Field, FormRow};

/// The language of a text: picks hyphenation and the language mark that a screen reader hears.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Language {
    /// German (`de-DE`).
    German,
    /// English (`en-GB`).
    English,
}

impl Language {
    /// The tag of BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Self::German => "de-DE",
            Self::English => "en-GB",
        }
    }
}

/// A whole report. Two equal documents give the same bytes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Document {
    /// The language of everything that does not carry its own.
    pub language: Language,
    /// Title in the metadata and in the window's title bar.
    pub title: String,
    /// One line of subject for the metadata.
    pub subject: String,
    /// Authors for the metadata.
    pub authors: Vec<String>,
    /// Search words for the metadata.
    pub keywords: Vec<String>,
    /// When this version was made: the record's moment, never the clock of the machine.
    pub created: DateTime<FixedOffset>,
    /// What stands at the head and the foot of every page.
    pub running: Running,
    /// Whether headings bear numbers of their own; a text that numbers its steps itself keeps its numbers.
    #[serde(skip_serializing_if = "Clone::clone")]
    // A paper whose headings do says nothing of it, as ever.
    pub numbered: bool,
    /// The content in reading order.
    pub blocks: Vec<Block>,
}

/// Head and foot of every page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Running {
    /// Head, left: the record's number and name.
    pub left: String,
    /// Head, right: version and state.
    pub right: String,
    /// A framed word in the head while the report is not issued ("Entwurf").
    pub draft: Option<String>,
    /// Foot, left, before the hash ("Kopf-Hash des Protokolls").
    pub seal_label: String,
    /// Foot, left: the hash of the log's head, printed in a fixed-width face.
    pub seal: String,
    /// The word before the page's number ("Seite").
    pub page: String,
    /// The word between number and count ("von").
    pub of: String,
}

/// One part of a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Block {
    /// Title block on the first page.
    Cover(Cover),
    /// Table of contents over all headings; what comes before it is front matter.
    Contents {
        /// Its own title ("Inhalt").
        title: String,
    },
    /// A numbered heading; also a bookmark and a line of the contents.
    Heading {
        /// 1 to 3, and never more than one deeper than the heading before.
        level: u8,
        /// The words.
        text: Text,
        /// Name by which [`Link::Section`] finds it.
        anchor: Option<String>,
    },
    /// A paragraph.
    Paragraph {
        /// The words.
        text: Text,
        /// What it is for.
        tone: Tone,
    },
    /// Bulleted or numbered items.
    List {
        /// Numbers instead of bullets.
        ordered: bool,
        /// One text an item.
        items: Vec<Text>,
    },
    /// A table whose head is repeated on every page.
    Table(Table),
    /// Names and values side by side.
    Pairs(Vec<(Text, Cell)>),
    /// A drawing with its alternative text; its numbers stand in a table beside it.
    Figure(Figure),
    /// Lines to sign on.
    Signatures(Vec<Signature>),
    /// Fields to fill in by hand, a row a line.
    Form(Vec<FormRow>),
    /// Blocks that stand on one page as long as one holds them.
    Together(Vec<Block>),
    /// What follows starts on a new page.
    NewPage,
}

/// What a paragraph is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Tone {
    /// Running text, justified and hyphenated.
    Body,
    /// Small remark in grey.
    Note,
}

/// The title block.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cover {
    /// Small line above the title: organisation and kind of report.
    pub kicker: String,
    /// The title.
    pub title: Text,
    /// Line below the title.
    pub subtitle: Option<Text>,
    /// The record's key data in two columns.
    pub facts: Vec<(Text, Cell)>,
}

/// Words with their faces, and the language they are in.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Text {
    /// The runs in reading order; line feeds force a new line.
    pub runs: Vec<Run>,
    /// The language, when it is not the document's.
    pub language: Option<Language>,
}

/// Words of one face.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// The face.
    pub face: Face,
    /// Struck through: replaced by a later correction.
    pub struck: bool,
    /// Where it leads.
    pub link: Option<Link>,
}

/// The faces of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Face {
    /// Upright.
    Regular,
    /// Semibold.
    Strong,
    /// Italic.
    Emphasis,
    /// Fixed width: hashes, ids, keywords.
    Code,
    /// Upright and grey: what is not recorded, and other asides.
    Quiet,
}

/// Where a run leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Link {
    /// The heading with this anchor.
    Section(String),
    /// A web address.
    Web(String),
}

impl Run {
    /// Words in one face.
    pub fn new(face: Face, text: impl Into<String>) -> Self {
        Self { text: text.into(), face, struck: false, link: None }
    }
}

impl Text {
    /// Upright words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::of(Face::Regular, text)
    }

    /// Semibold words.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::of(Face::Strong, text)
    }

    /// Grey words.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::of(Face::Quiet, text)
    }

    /// Fixed-width words.
    pub fn code(text: impl Into<String>) -> Self {
        Self::of(Face::Code, text)
    }

    /// Words in one face.
    pub fn of(face: Face, text: impl Into<String>) -> Self {
        Self { runs: vec![Run::new(face, text)], language: None }
    }

    /// Words struck through.
    pub fn struck(text: impl Into<String>) -> Self {
        Self { runs: vec![Run { struck: true, ..Run::new(Face::Quiet, text) }], language: None }
    }

    /// Words that lead to a web address.
    pub fn web(text: impl Into<String>, address: impl Into<String>) -> Self {
        let link = Some(Link::Web(address.into()));
        Self { runs: vec![Run { link, ..Run::new(Face::Regular, text) }], language: None }
    }

    /// This text with another one behind it.
    #[must_use]
    pub fn then(mut self, more: Text) -> Self {
        self.runs.extend(more.runs);
        self
    }

    /// This text marked as being in a language.
    #[must_use]
    pub fn in_language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// The bare words.
    pub fn words(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.is_empty())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

/// A table. Every row has as many cells as there are columns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Line above the table.
    pub caption: Option<Text>,
    /// The columns with their heads.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// Its head.
    pub head: Text,
    /// How wide it gets.
    pub width: Width,
    /// Where its cells stand.
    pub align: Align,
    /// Its words stay whole as long as each of them fits: names of states, which nobody reads by half.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub whole: bool,
}

/// How wide a column gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Width {
    /// As wide as its widest cell (at most a third of the table).
    Fit,
    /// A share of what the fitted columns leave.
    Share(u16),
}

/// Where a cell's lines stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Align {
    /// At the left.
    Start,
    /// At the right: numbers and durations.
    End,
}

impl Column {
    /// A column that is as wide as its widest cell.
    pub fn fit(head: impl Into<Text>) -> Self {
        Self { head: head.into(), width: Width::Fit, align: Align::Start, whole: false }
    }

    /// A column that takes a share of the space.
    pub fn share(head: impl Into<Text>, parts: u16) -> Self {
        Self { head: head.into(), width: Width::Share(parts), align: Align::Start, whole: false }
    }

    /// The same column with its cells at the right.
    #[must_use]
    pub fn at_end(mut self) -> Self {
        self.align = Align::End;
        self
    }

    /// The same column with its words whole.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.whole = true;
        self
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Row {
    /// One cell a column; the first is the row's name.
    Cells(Vec<Cell>),
    /// A line over all columns that names the group below it.
    Group(Text),
}

/// A cell: paragraphs, and a sign in front of them.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Cell {
    /// The paragraphs.
    pub texts: Vec<Text>,
    /// A sign that repeats in form what the words say.
    pub sign: Option<Sign>,
}

impl<T: Into<Text>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self { texts: vec![text.into()], sign: None }
    }
}

impl Cell {
    /// A cell of several paragraphs.
    pub fn of(texts: Vec<Text>) -> Self {
        Self { texts, sign: None }
    }

    /// The same cell with a sign in front.
    #[must_use]
    pub fn signed(mut self, sign: Sign) -> Self {
        self.sign = Some(sign);
        self
    }
}

/// Signs differ in form, so that they can be told apart without colour; each is drawn as the window draws it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Sign {
    /// Kept, done: a filled disc.
    Kept,
    /// Not kept, failed: a cross.
    Broken,
    /// Open, running: a ring.
    Open,
    /// Take care: a triangle.
    Care,
    /// Grave: an octagon with a cross.
    Grave,
    /// Of middle weight: a half disc.
    Middling,
}

/// A drawing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Figure {
    /// Line below the drawing.
    pub caption: Text,
    /// What the drawing shows, for those who cannot see it.
    pub alternative: String,
    /// What is drawn.
    pub drawing: Drawing,
    /// The same facts as a table, printed below.
    pub table: Option<Table>,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum Drawing {
    /// Milestones and phases on one axis of time.
    Course(Course),
    /// Measured lengths against their objectives.
    Bars(Vec<Bar>),
    /// Stretches that were planned above those that came, one lane each.
    Gantt(Gantt),
}

/// What was planned against what came, on one axis. Times are seconds from the start.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Gantt {
    /// Marks on the axis with their labels.
    pub ticks: Vec<(i64, String)>,
    /// The lanes, from the top.
    pub lanes: Vec<Lane>,
}

/// A lane of a [`Gantt`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lane {
    /// What was done.
    pub label: String,
    /// From when to when it was planned.
    pub planned: (i64, i64),
    /// From when to when it was done, and whether it came out wholly; once for each attempt.
    pub actual: Vec<(i64, i64, bool)>,
}

/// Milestones and phases on one axis. Times are seconds since the Unix epoch.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Course {
    /// Marks below the axis with their labels.
    pub ticks: Vec<(i64, String)>,
    /// What happened when.
    pub milestones: Vec<Milestone>,
    /// Stretches of time below the axis, one lane each.
    pub phases: Vec<Phase>,
}

/// A point on the axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Milestone {
    /// When, in seconds since the Unix epoch.
    pub at: i64,
    /// When, as it is printed.
    pub time: String,
    /// What.
    pub label: String,
}

/// A stretch on the axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Phase {
    /// First second.
    pub from: i64,
    /// Last second.
    pub to: i64,
    /// What.
    pub label: String,
    /// How long, as it is printed.
    pub length: String,
    /// How it is filled.
    pub fill: Fill,
}

/// Fills differ in pattern as well as in colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Fill {
    /// Users were affected: solid.
    Impact,
    /// The provider's turn: hatched.
    Provider,
    /// Our own work: light with a frame.
    Own,
}

/// A measured length and what was promised. All lengths in one unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bar {
    /// What was measured.
    pub label: String,
    /// The length; `None` when it is not recorded.
    pub value: Option<i64>,
    /// The length or "not recorded", as it is printed.
    pub printed: String,
    /// The objective.
    pub objective: Option<i64>,
    /// The objective as it is printed.
    pub objective_printed: Option<String>,
}

/// A line to sign on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Signature {
    /// As what the person signs.
    pub role: String,
    /// Who; empty when nobody is named yet.
    pub name: String,
    /// What is recorded already ("freigegeben am …"), or the words under an empty line.
    pub note: String,
    /// The words under the line ("Ort, Datum, Unterschrift").
    pub line: String,
}
