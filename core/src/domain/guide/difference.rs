//! What is different between two texts: by step, and inside a step by line.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use similar::{Algorithm, ChangeTag, DiffOp, TextDiff, capture_diff_slices};
use ts_rs::TS;

use super::steps::{Step, read};

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GuideStepChange")]
#[schemars(rename = "GuideStepChange")]
pub enum StepChange {
    /// It is as it was.
    Same,
    /// It came in.
    Added,
    /// It went out.
    Removed,
    /// Its text is another one.
    Changed,
}

/// A line of a step in both texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GuideLine")]
#[schemars(rename = "GuideLine")]
pub struct Line {
    /// Whether it came in, went out or is as it was.
    pub change: LineChange,
    /// The line, as Markdown.
    pub text: String,
}

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GuideLineChange")]
#[schemars(rename = "GuideLineChange")]
pub enum LineChange {
    /// It is as it was.
    Same,
    /// It came in.
    Added,
    /// It went out.
    Removed,
}

/// A step in both texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "GuideStepDifference")]
#[schemars(rename = "GuideStepDifference")]
pub struct StepDifference {
    /// Its key; empty for what stands before the first step.
    pub key: String,
    /// Its title in the later text, or in the earlier one where it went out.
    pub title: String,
    /// Its title in the earlier text, where that was another one.
    pub title_was: Option<String>,
    /// What became of it.
    pub change: StepChange,
    /// Whether it stands at another place among the steps.
    pub moved: bool,
    /// Its lines; empty for a step that is as it was.
    pub lines: Vec<Line>,
}

/// What is different, in the order of the later text; a step that went out stands where it stood.
pub fn difference(earlier: &str, later: &str) -> Vec<StepDifference> {
    let (before, after) = (parts(earlier), parts(later));
    let keys = |parts: &[Step]| parts.iter().map(|part| part.key.clone()).collect::<Vec<_>>();
    let (keys_before, keys_after) = (keys(&before), keys(&after));
    let known: BTreeSet<&String> = keys_before.iter().collect();
    let stays: BTreeSet<&String> = keys_after.iter().collect();
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &keys_before, &keys_after) {
        let in_place = matches!(op, DiffOp::Equal { .. });
        for was in &before[op.old_range()] {
            if !stays.contains(&was.key) {
                found.push(one(Some(was), None, false));
            }
        }
        for is in &after[op.new_range()] {
            let was = before.iter().find(|was| was.key == is.key);
            found.push(one(was, Some(is), !in_place && known.contains(&is.key)));
        }
    }
    found.retain(|part| !(part.key.is_empty() && part.change == StepChange::Same));
    found
}

/// The steps of a text behind what stands before them.
fn parts(text: &str) -> Vec<Step> {
    let (body, steps) = read(text);
    let preface = Step { key: String::new(), level: 1, title: String::new(), body };
    [preface].into_iter().chain(steps).collect()
}

fn one(was: Option<&Step>, is: Option<&Step>, moved: bool) -> StepDifference {
    let body = |step: Option<&Step>| step.map(|step| step.body.clone()).unwrap_or_default();
    let (before, after) = (body(was), body(is));
    let change = match (was, is) {
        (Some(was), Some(is)) if was.title == is.title && before == after => StepChange::Same,
        (Some(_), Some(_)) => StepChange::Changed,
        (None, _) => StepChange::Added,
        (_, None) => StepChange::Removed,
    };
    let step = is.or(was);
    let title = step.map(|step| step.title.clone()).unwrap_or_default();
    StepDifference {
        key: step.map(|step| step.key.clone()).unwrap_or_default(),
        title_was: was.map(|was| &was.title).filter(|was| **was != title).cloned(),
        title,
        change,
        moved,
        lines: if change == StepChange::Same { Vec::new() } else { lines(&before, &after) },
    }
}

/// The lines of two texts, each as it was, gone or come.
fn lines(before: &str, after: &str) -> Vec<Line> {
    let diff = TextDiff::configure().algorithm(Algorithm::Patience).diff_lines(before, after);
    let line = |change: similar::Change<&str>| Line {
        change: match change.tag() {
            ChangeTag::Equal => LineChange::Same,
            ChangeTag::Insert => LineChange::Added,
            ChangeTag::Delete => LineChange::Removed,
        },
        text: change.value().trim_end_matches('\n').to_owned(),
    };
    diff.iter_all_changes().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "Vorwort\n\n## Lage\nEins\nZwei\n\n## Netz\nping\n\n## Dienst\nstart\n\n## Alt\nweg\n";
    const NEW: &str = "Vorwort\n\n## Dienst\nstart\n\n## Lage\nEins\nDrei\n\n## Netz\nping\n\n## Neu\nda\n";

    fn told(differences: &[StepDifference]) -> Vec<(&str, StepChange, bool)> {
        differences.iter().map(|step| (step.key.as_str(), step.change, step.moved)).collect()
    }

    #[test]
    fn steps_that_came_went_changed_or_moved_are_told_apart() {
        let found = difference(OLD, NEW);
        let mut names = told(&found);
        names.sort_unstable();
        let expected = [
            ("alt", StepChange::Removed, false),
            ("dienst", StepChange::Same, true),
            ("lage", StepChange::Changed, false),
            ("netz", StepChange::Same, false),
            ("neu", StepChange::Added, false),
        ];
        assert_eq!(names, expected);
        let lage = found.iter().find(|step| step.key == "lage").unwrap();
        let lines: Vec<_> = lage.lines.iter().map(|line| (line.change, line.text.as_str())).collect();
        let expected =
            [(LineChange::Same, "Eins"), (LineChange::Removed, "Zwei"), (LineChange::Added, "Drei")];
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_step_that_only_bears_another_number_is_the_same_step() {
        let found = difference("## 1. Lage\nText\n", "## 2. Lage\nText\n");
        assert_eq!(told(&found), [("lage", StepChange::Changed, false)]);
        assert_eq!(found[0].title_was.as_deref(), Some("1. Lage"));
    }

    #[test]
    fn what_stands_before_the_steps_is_told_only_where_it_differs() {
        assert!(
            difference(OLD, OLD).iter().all(|step| step.change == StepChange::Same && !step.key.is_empty())
        );
        let found = difference("Alt\n", "Neu\n");
        assert_eq!(told(&found), [("", StepChange::Changed, false)]);
    }
}
