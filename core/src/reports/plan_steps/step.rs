//! One step: what is to be done, what shall come out, and the fields that are filled in by hand.

use super::PlanStepsFacts;
use crate::domain::drill::{Outcome, StepState};
use crate::domain::guide::markdown::blocks as read;
use crate::domain::plan::{PlanStep, Planned, step_code};
use crate::reports::document::{Block, Field, FormRow, Text, Tone};
use crate::reports::frame::note;
use crate::reports::markdown;
use crate::reports::voice::Voice;

/// A step, which stands on one page as long as one holds it.
pub fn block(voice: &Voice<'_>, facts: &PlanStepsFacts, step: &PlanStep, planned: Planned) -> Block {
    let title = format!("{} · {}", voice.text(&step.number).words(), voice.text(&step.title).words());
    let mut parts = vec![
        Block::Heading { level: 2, text: title.into(), anchor: None },
        note(beside(voice, facts, step, planned)),
    ];
    parts.extend(markdown::paragraphs(voice, &read(&step.instruction)));
    let told = [
        ("plan-column-expected", &step.expected),
        ("plan-column-evidence", &step.evidence),
        ("plan-column-stop-rule", &step.stop_rule),
    ];
    let told = told.into_iter().filter(|(_, text)| !text.trim().is_empty());
    parts.extend(told.map(|(id, text)| {
        let label = Text::strong(format!("{}: ", voice.t(id)));
        Block::Paragraph { text: label.then(voice.text(text)), tone: Tone::Body }
    }));
    parts.push(Block::Form(form(voice, step)));
    Block::Together(parts)
}

/// Role and people, the planned time, what it waits for, and whether it counts: in one line.
fn beside(voice: &Voice<'_>, facts: &PlanStepsFacts, step: &PlanStep, planned: Planned) -> String {
    let mut said = Vec::new();
    if !step.role.trim().is_empty() {
        let seat = facts.content.seat(&step.role);
        let people = seat.map(|seat| [seat.person, seat.deputy]).unwrap_or_default();
        let people: Vec<_> = people.into_iter().flatten().map(|person| voice.person(person)).collect();
        let role = voice.text(&step.role).words();
        said.push(if people.is_empty() { role } else { format!("{role} ({})", people.join(", ")) });
    }
    said.push(match step.planned_minutes {
        Some(minutes) => {
            let (minutes, from) = (minutes.to_string(), clock(planned.begins));
            let until = clock(planned.ends);
            voice.with("steps-planned", &[("minutes", &minutes), ("from", &from), ("until", &until)])
        }
        None => voice.t("steps-unplanned"),
    });
    let before = facts.content.numbers(&step.depends_on);
    if !before.is_empty() {
        said.push(voice.with("steps-after", &[("steps", &before.join(", "))]));
    }
    said.push(voice.t(if step.counted { "steps-counted" } else { "steps-preparation" }));
    said.join(" · ")
}

/// Minutes from the start as a clock that was started with it shows them.
fn clock(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

fn form(voice: &Voice<'_>, step: &PlanStep) -> Vec<FormRow> {
    let field = |id: &str, share: u16| Field::new(voice.t(id), share);
    let outcomes = [Outcome::Passed, Outcome::Partly, Outcome::Failed, Outcome::Skipped];
    let words = outcomes.map(|outcome| voice.word("step-state", &StepState::of(outcome)));
    vec![
        vec![
            field("steps-code", 3).filled(voice.code(&step_code(step))),
            field("steps-step-begun", 3),
            field("steps-step-ended", 3),
            field("steps-who", 4),
        ],
        vec![field("gobag-col-result", 1).choices(words)],
        vec![field("steps-note", 1).lines(2)],
    ]
}
