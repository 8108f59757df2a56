//! What is waited for, and the later emergency or test that proves that the action works.

use super::says::Says;
use crate::reports::document::{Block, Cell, Sign, Text};
use crate::reports::fields::fields;
use crate::reports::frame::chapter;

/// The chapter of the effect.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.finding;
    let watch = view.watch.as_ref();
    let proof = match &view.effect {
        None => Cell::from(says.t("finding-effect-none")).signed(Sign::Open),
        Some(effect) => {
            let (person, when) = (says.person(effect.by), says.at(effect.recorded));
            let by = says.with("finding-effect-by", &[("person", &person), ("when", &when)]);
            let mut lines = says.proof(effect.proof);
            lines.push(Text::quiet(by));
            Cell::of(lines).signed(Sign::Kept)
        }
    };
    let note = view.effect.as_ref().map_or("", |effect| &effect.note);
    let rows = vec![
        says.pair("finding-watch-expected", says.day(watch.and_then(|watch| watch.expected))),
        says.pair("finding-watch-note", says.paragraphs(watch.map_or("", |watch| &watch.note))),
        says.pair("finding-effect", proof),
        says.pair("finding-note", says.paragraphs(note)),
    ];
    [chapter(says, "finding-tab-effect")].into_iter().chain(fields(2, rows)).collect()
}
