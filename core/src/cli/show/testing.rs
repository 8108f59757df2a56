//! Tells an action plan or a DR test.

use super::super::clock;
use super::super::terminal::{Complaint, End, Terminal};
use super::clock_face;
use crate::app::{Answer, App, Question};
use crate::ids::RecordRef;
use crate::projections::register::word;
use crate::queries::views::{DrillView, PlanView};
use crate::time::Length;

pub fn plan(app: &App, record: RecordRef, terminal: &Terminal) -> Result<End, Complaint> {
    let question = Question::Plan { record, by: None };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Plan(view) = answer {
        if terminal.speaks_json() {
            terminal.line(&view);
        } else {
            tell_plan(&view, terminal);
        }
    }
    Ok(End::Done)
}

pub fn drill(app: &App, record: RecordRef, terminal: &Terminal) -> Result<End, Complaint> {
    let question = Question::Drill { record, by: None, tick: clock::stopwatch() };
    let answer = app.query(&question, clock::now()).map_err(|fault| Complaint::of(&fault))?;
    if let Answer::Drill(view) = answer {
        if terminal.speaks_json() {
            terminal.line(&view);
        } else {
            tell_drill(&view, terminal);
        }
    }
    Ok(End::Done)
}

fn tell_plan(view: &PlanView, terminal: &Terminal) {
    terminal.text(&format!("{}  {}", view.number, view.title));
    for version in &view.versions {
        let stage = terminal.word("plan-stage", &word(&version.stage));
        terminal.text(&format!("{:>3}  {stage}", version.number));
    }
    let Some(newest) = view.versions.first() else { return };
    terminal.text("");
    for (step, planned) in newest.content.steps.iter().zip(&newest.planned) {
        let begins = clock_face(i64::from(planned.begins) * 60);
        terminal.text(&format!("{:<6} {begins:>9}  {}", step.number, step.title));
    }
}

fn tell_drill(view: &DrillView, terminal: &Terminal) {
    let missing = terminal.said("show-not-recorded");
    terminal.text(&format!("{}  {}", view.number, view.title));
    terminal.text(&terminal.word("drill-phase", &word(&view.phase)));
    if let Some(judged) = &view.verdict {
        terminal.text(&terminal.word("drill-verdict", &word(&judged.verdict)));
    }
    if let Some(elapsed) = &view.elapsed {
        let running = clock_face(elapsed.running_ms.div_euclid(1000));
        terminal.add("drill-told-elapsed", &[("length", running.into())]);
        for apart in &elapsed.disagreements {
            let (wall, stopwatch) = (apart.wall.whole_seconds(), apart.stopwatch.whole_seconds());
            let values = [
                ("at", apart.until.to_string().into()),
                ("wall", clock_face(wall).into()),
                ("stopwatch", clock_face(stopwatch).into()),
            ];
            terminal.add("drill-told-apart", &values);
        }
    }
    terminal.text("");
    for one in &view.steps {
        let state = terminal.word("step-state", &word(&one.state));
        let last = one.attempts.last();
        let at =
            |ms: Option<i64>| ms.map_or(missing.clone(), |ms| clock_face(Length::millis(ms).whole_seconds()));
        let (begins, ends) =
            (at(last.and_then(|last| last.begins_ms)), at(last.and_then(|last| last.ends_ms)));
        terminal.text(&format!(
            "{:<6} {begins:>14} – {ends:<14} {state:<16} {}",
            one.step.number, one.step.title
        ));
    }
    terminal.text("");
    for service in &view.services {
        let recovery = service.recovery.map_or(missing.clone(), |length| clock_face(length.whole_seconds()));
        let recovered =
            service.recovered.map_or(missing.clone(), |one| terminal.word("recovered", &word(&one)));
        terminal.text(&format!("{}  {recovery}  {recovered}", service.service));
    }
}
