//! A process review as its screen shows it.

use super::super::clock;
use super::super::terminal::{Complaint, End, Terminal};
use crate::app::{Answer, App, Question};
use crate::domain::review::{Content, Decided, Decision, Step, Topic, Trigger};
use crate::ids::RecordRef;
use crate::projections::register::word;
use crate::projections::review::kind;
use crate::queries::views::ReviewView;

pub fn show(app: &App, record: RecordRef, terminal: &Terminal) -> Result<End, Complaint> {
    let question = Question::Review { record, by: None };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Review(view) = answer {
        if terminal.speaks_json() {
            terminal.line(&view);
        } else {
            tell(&view, terminal);
        }
    }
    Ok(End::Done)
}

fn tell(view: &ReviewView, terminal: &Terminal) {
    let missing = terminal.said("show-not-recorded");
    terminal.text(&view.number);
    match &view.trigger {
        Trigger::AfterEmergency { number, .. } => {
            terminal.add("review-trigger-after", &[("number", number.clone().into())]);
        }
        Trigger::Periodic { .. } => terminal.text(&terminal.word("review-trigger", kind(&view.trigger))),
        Trigger::OnDemand { why, reason } => {
            let why = terminal.word("review-why", &word(why));
            terminal.add("review-trigger-why", &[("why", why.into())]);
            terminal.text(reason);
        }
    }
    terminal.text(&terminal.word("review-phase", &word(&view.phase)));
    terminal.text("");
    let content = &view.content;
    let lead = content.lead.map(|lead| view.people.get(&lead).cloned().unwrap_or_else(|| lead.to_string()));
    for (id, value) in [
        ("review-planned", Some(view.planned.to_string())),
        ("review-due", view.due.map(|due| due.to_string())),
        ("review-lead", lead),
        ("review-next", content.next.map(|next| next.to_string())),
    ] {
        let value = value.unwrap_or_else(|| missing.clone());
        terminal.text(&format!("{:<44} {value}", terminal.said(id)));
    }
    terminal.text("");
    items(content, terminal);
    for step in Step::ALL {
        let judged = content.judgements.get(step);
        let said = judged.map(|judged| {
            format!("{}  {}", terminal.word("review-judgement", &word(&judged.judgement)), judged.proof)
        });
        let step = terminal.word("review-step", &word(step));
        terminal.text(&format!("{step:<44} {}", said.unwrap_or_else(|| missing.clone())));
    }
    terminal.text("");
    for topic in Topic::ALL.iter().filter(|topic| !content.text(**topic).is_empty()) {
        let text = content.text(*topic).replace('\n', "\n    ");
        terminal.text(&format!("{:<44} {text}", terminal.word("review-topic", &word(topic))));
    }
}

/// Inputs and deficiencies with what was decided of them.
fn items(content: &Content, terminal: &Terminal) {
    for item in &content.items {
        let kind = terminal.word("review-input", &word(&item.input.kind));
        terminal.text(&format!("{:<11} {kind}: {}", item.input.number, item.input.title));
        decided(item.decided.as_ref(), terminal);
    }
    for held in content.deficiencies.iter().filter(|held| held.dropped.is_none()) {
        terminal.text(&format!("{:<11} {}", terminal.said("review-deficiency"), held.text));
        decided(held.decided.as_ref(), terminal);
    }
    if !content.items.is_empty() || !content.deficiencies.is_empty() {
        terminal.text("");
    }
}

fn decided(decided: Option<&Decided>, terminal: &Terminal) {
    let said = match decided.map(|decided| &decided.decision) {
        None => terminal.said("review-undecided"),
        Some(Decision::NoChange { because }) => format!("{}: {because}", terminal.said("review-no-change")),
        Some(Decision::Change { title, .. }) => format!("{}: {title}", terminal.said("review-change")),
    };
    terminal.text(&format!("            → {said}"));
}
