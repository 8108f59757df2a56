//! What the request says: fields 3 and 5 to 11.

use super::says::Says;
use crate::reports::document::Block;
use crate::reports::edition::section;
use crate::reports::fields::fields;
use crate::reports::frame::chapter;

/// The chapter of the request.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let text = &says.facts.change.text;
    let said = |id: &str, said: &str| says.pair(id, says.paragraphs(said));
    let cost = match text.cost_minor {
        None => says.missing(),
        Some(minor) => says.money(minor, &text.currency).into(),
    };
    let element = match text.element {
        None => says.missing(),
        Some(element) => says.word("capability-element", &element).into(),
    };
    let mut scope = match &says.facts.change.outside {
        // Services and teams have their names over there.
        Some(outside) => vec![said("change-outside-affected", &outside.affected)],
        None => vec![
            says.pair("change-teams", says.teams(&text.teams)),
            says.pair("change-services", says.services(&text.services)),
        ],
    };
    scope.extend([
        said("change-steps", &text.steps),
        said("change-documents", &text.documents),
        said("change-systems", &text.systems),
        says.pair("change-element", element),
    ]);
    let mut out = vec![chapter(says, "change-tab-request")];
    let request = vec![
        said("change-wanted", &text.wanted),
        said("change-reason", &text.reason),
        said("change-benefit", &text.benefit),
        said("change-success", &text.success),
        said("change-observation", &text.observation),
        said("change-root-cause", &text.root_cause),
    ];
    out.extend(fields(2, request));
    out.push(section(says, "change-scope"));
    out.extend(fields(3, scope));
    out.push(section(says, "change-weight"));
    let weight = vec![
        said("change-risk", &text.risk),
        said("change-impact", &text.impact),
        said("change-outage", &text.outage),
        said("change-effort", &text.effort),
        says.pair("change-cost", cost),
        said("change-fallback", &text.fallback),
        said("change-test-plan", &text.test_plan),
    ];
    out.extend(fields(3, weight));
    out
}
