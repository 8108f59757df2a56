//! A document of the process with its versions, its steps and its text.

use super::super::clock;
use super::super::terminal::{Complaint, End, Terminal};
use crate::app::{Answer, App, Question};
use crate::ids::RecordRef;
use crate::projections::register::word;
use crate::queries::views::{GuideStepView, GuideView};

pub fn show(app: &App, record: RecordRef, terminal: &Terminal) -> Result<End, Complaint> {
    let question = Question::Guide { record, version: None, by: None };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Guide(view) = answer {
        if terminal.speaks_json() {
            terminal.line(&view);
        } else {
            tell(&view, terminal);
        }
    }
    Ok(End::Done)
}

fn tell(view: &GuideView, terminal: &Terminal) {
    terminal.text(&format!("{}  {}", view.number, view.title));
    terminal.text(&terminal.word("guide-kind", &word(&view.kind)));
    terminal.text("");
    for version in &view.versions {
        let standing = terminal.word("guide-standing", &word(&version.standing));
        let from = version.from.map(|from| from.to_string()).unwrap_or_default();
        terminal
            .text(&format!("{:>4}  {standing:<20} {from:<11} {}", version.version, version.remarks.change));
    }
    terminal.text("");
    for step in &view.steps {
        terminal.text(&proof(step, terminal));
    }
    terminal.text("");
    terminal.text(&view.text);
}

fn proof(step: &GuideStepView, terminal: &Terminal) -> String {
    let last = match &step.passed {
        None => terminal.said("guide-never-passed"),
        Some(passed) => {
            let day = passed.at.utc().format("%Y-%m-%d");
            let changed = match passed.text_changed {
                Some(true) => terminal.said("guide-text-changed"),
                Some(false) => terminal.said("guide-text-same"),
                None => terminal.said("guide-text-unknown"),
            };
            format!("v{} {day} {} · {changed}", passed.version, passed.number)
        }
    };
    let indent = if step.step.level > 2 { "  " } else { "" };
    format!("{indent}{:<48} {last}", step.step.title)
}
