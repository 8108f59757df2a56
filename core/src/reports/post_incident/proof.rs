//! Law, credits, the review that follows, evidence and signatures: fields 21 to 24.

use super::says::Says;
use super::{chapter, named, note, paragraph, prose, section};
use crate::domain::incident::Fact;
use crate::reports::document::Block;
use crate::reports::edition::files;

/// Both chapters.
pub fn blocks(says: &Says<'_>) -> Vec<Block> {
    let mut out = vec![chapter(says, "report-h-duties"), section(says, "report-h-legal")];
    let mut legal = named(says, &[Fact::LegalClassification]);
    legal.push((says.t("report-legal-notices").into(), says.missing().into()));
    out.push(Block::Pairs(legal));
    out.push(section(says, "report-h-credits"));
    out.extend(prose(says, says.fact(Fact::Credits)));
    out.push(section(says, "report-h-review"));
    let review = says.facts.review.as_ref().map_or_else(
        || says.missing(),
        |review| {
            let when = says.date(review.planned.date());
            says.with("report-review-line", &[("number", &review.number), ("when", &when)]).into()
        },
    );
    out.push(paragraph(review));
    out.push(chapter(says, "report-h-proof"));
    out.push(section(says, "report-h-evidence"));
    let evidence = &says.facts.view.evidence;
    if evidence.is_empty() {
        out.push(note(says.t("report-evidence-none")));
    } else {
        out.push(Block::Table(files(says, evidence.iter().map(|file| (file, None)))));
    }
    out.push(section(says, "report-h-distribution"));
    out.push(paragraph(says.distribution()));
    out.push(section(says, "report-h-signatures"));
    out.push(says.signatures());
    out
}
