//! `lotse show FILE F-2026-001`: everything that the screen of a finding shows.

use super::super::clock;
use super::super::terminal::{Complaint, End, Terminal};
use crate::app::{Answer, App, Question};
use crate::ids::{PersonId, RecordRef};
use crate::projections::register::word;
use crate::queries::views::FindingView;

pub fn show(app: &App, record: RecordRef, terminal: &Terminal) -> Result<End, Complaint> {
    let question = Question::Finding { record, by: None };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Finding(view) = answer {
        if terminal.speaks_json() {
            terminal.line(&view);
        } else {
            tell(&view, terminal);
        }
    }
    Ok(End::Done)
}

fn tell(view: &FindingView, terminal: &Terminal) {
    let missing = terminal.said("show-not-recorded");
    let name = |person: PersonId| view.people.get(&person).cloned().unwrap_or_else(|| missing.clone());
    let or_missing = |text: &str| if text.trim().is_empty() { missing.clone() } else { text.to_owned() };
    let line = |id: &str, value: &str| terminal.text(&format!("{:<44} {value}", terminal.said(id)));
    terminal.text(&format!("{}  {}", view.number, view.title));
    terminal.text(&terminal.word("findingPhase", &word(&view.phase_today)));
    terminal.text("");
    line("finding-kind-name", &terminal.word("findingKind", &word(&view.kind)));
    let origin = terminal.word("findingOrigin", &word(&view.origin.kind()));
    line("finding-origin", &format!("{origin} {}", view.origin_number.as_deref().unwrap_or_default()));
    line("finding-owner", &view.owner.map_or(missing.clone(), name));
    line("finding-due", &view.due.as_ref().map_or(missing.clone(), |due| due.day.to_string()));
    line("finding-step-name", &or_missing(&view.details.concerns.step));
    line("finding-action", &or_missing(&view.details.action));
    line("finding-proof-wanted", &or_missing(&view.details.proof_wanted));
    let done = view.implementation.as_ref();
    let done = done.map(|done| format!("{} {} {}", done.at.at, name(done.person), done.how));
    line("finding-implementation", &done.unwrap_or_else(|| missing.clone()));
    let proved =
        view.effect.as_ref().map(|effect| format!("{} {}", effect.proof.number(), effect.proof.at().at));
    line("finding-effect", &proved.unwrap_or_else(|| missing.clone()));
    terminal.text("");
    for passed in &view.path {
        let phase = terminal.word("findingPhase", &word(&passed.phase));
        terminal.text(&format!("{}  {phase:<20} {}", passed.recorded, name(passed.by)));
    }
}
