//! The steps of a guide as a sheet to fill in by hand, each with the code by which it is entered afterwards. Knows no log and
//! no clock.

use super::document::{Block, Cell, Column, Document, Row, Table, Text, Tone};
use super::frame::chapter;
use super::guide::GuideFacts;
use super::typeset::{Rendered, TypesetError, render};
use super::voice::Voice;
use crate::domain::guide::steps::{Step, steps};
use crate::domain::incident::StepResult;

/// The sheet as a file; none for a version without steps. Equal facts give equal bytes.
///
/// # Errors
/// A damaged embedded face.
pub fn print(facts: &GuideFacts) -> Result<Option<Rendered>, TypesetError> {
    let steps = steps(&facts.version.text);
    if steps.is_empty() { Ok(None) } else { render(&document(facts, &steps)?).map(Some) }
}

fn document(facts: &GuideFacts, steps: &[Step]) -> Result<Document, TypesetError> {
    let GuideFacts { frame, guide, version, .. } = facts;
    let voice = frame.voice()?;
    let (number, count) = (guide.number.to_string(), version.version.to_string());
    let title = voice.with("gobag-steps-title", &[("title", &voice.text(&guide.title).words())]);
    let about = vec![
        (voice.t("guide-number").into(), number.clone().into()),
        (voice.t("guide-version").into(), count.clone().into()),
    ];
    let results: Vec<_> = StepResult::ALL.iter().map(|result| voice.word("step-result", result)).collect();
    let open = |id: &str| (Text::from(voice.t(id)), Cell::from("\u{a0}\n\u{a0}"));
    let blocks = vec![
        frame.cover(&voice, title.clone(), about),
        Block::Paragraph {
            text: voice.with("gobag-steps-how", &[("results", &voice.list(&results).words())]).into(),
            tone: Tone::Body,
        },
        Block::Pairs(["gobag-steps-record", "gobag-log-lead", "gobag-log-writer"].map(open).to_vec()),
        chapter(&voice, "guide-tab-steps"),
        Block::Table(table(&voice, steps)),
    ];
    let mut document = frame.document(&voice, &title, blocks);
    document.running.left = voice.with("guide-paper-head", &[("number", &number), ("version", &count)]);
    document.numbered = false;
    Ok(document)
}

fn table(voice: &Voice<'_>, steps: &[Step]) -> Table {
    let row = |step: &Step| {
        let title = voice.text(&step.title);
        let title = if step.level == 2 { Text::strong(title.words()) } else { title };
        let code = voice.code(&step.key);
        let empty = || Cell::from("\u{a0}\n\u{a0}\n\u{a0}");
        Row::Cells(vec![Cell::of(vec![title, code]), empty(), empty(), empty(), empty()])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(voice.t("gobag-col-step"), 6),
            Column::share(voice.t("gobag-col-begun"), 2),
            Column::share(voice.t("gobag-col-ended"), 2),
            Column::share(voice.t("gobag-col-result"), 3),
            Column::share(voice.t("gobag-col-who"), 2),
        ],
        rows: steps.iter().map(row).collect(),
    }
}
