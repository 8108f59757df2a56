//! What the review found, decided and set going: fields 12 to 21.

use super::inputs::decision as decided;
use super::overview::conclusion_words;
use super::says::Says;
use super::teams;
use crate::domain::review::{Deficiency, Judgement, Risk, Step, Topic};
use crate::reports::asked;
use crate::reports::document::{Block, Cell, Column, Row, Sign, Table, Text};
use crate::reports::edition::{findings, paragraph, prose, section};
use crate::reports::frame::{chapter, note};

/// The chapter of judgement.
pub fn judgement(says: &Says<'_>) -> Vec<Block> {
    let content = &says.facts.view.content;
    let standing: Vec<_> = content.deficiencies.iter().filter(|held| held.dropped.is_none()).collect();
    let deficiencies = if standing.is_empty() {
        note(says.t("review-deficiencies-none"))
    } else {
        Block::Table(deficiencies(says, &standing))
    };
    vec![
        chapter(says, "review-report-h-judgement"),
        section(says, "review-report-h-steps"),
        Block::Table(steps(says)),
        section(says, "review-texts-judgement"),
        Block::Pairs(says.topics(&[Topic::Suitability, Topic::Adequacy, Topic::Effectiveness])),
        section(says, "review-deficiencies"),
        deficiencies,
    ]
}

fn steps(says: &Says<'_>) -> Table {
    let row = |step: &Step| {
        let judged = says.facts.view.content.judgements.get(step);
        let (word, proof) = judged.map_or_else(
            || (Cell::from(says.missing()), Text::default()),
            |judged| {
                let word = Cell::from(says.word("review-judgement", &judged.judgement));
                let word = match judged.judgement {
                    Judgement::Effective => word.signed(Sign::Kept),
                    Judgement::Partly => word.signed(Sign::Middling),
                    Judgement::NotEffective => word.signed(Sign::Broken),
                    Judgement::NotExercised => word.signed(Sign::Open),
                };
                let proof = judged.proof.trim();
                (word, if proof.is_empty() { Text::default() } else { says.text(proof) })
            },
        );
        Row::Cells(vec![says.word("review-step", step).into(), word, proof.into()])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("report-col-step"), 2),
            Column::fit(says.t("review-report-col-judgement")).whole(),
            Column::share(says.t("review-report-col-proof"), 3),
        ],
        rows: Step::ALL.iter().map(row).collect(),
    }
}

fn deficiencies(says: &Says<'_>, rows: &[&Deficiency]) -> Table {
    let row = |held: &&Deficiency| {
        let step = held.step.map_or_else(|| Text::quiet("–"), |step| says.word("review-step", &step).into());
        Row::Cells(vec![says.text(&held.text).into(), step.into(), decided(says, held.decided.as_ref())])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("review-deficiency"), 3),
            Column::share(says.t("report-col-step"), 2),
            Column::share(says.t("report-col-decision"), 2),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

/// The chapter of what was decided.
pub fn decision(says: &Says<'_>) -> Vec<Block> {
    let content = &says.facts.view.content;
    let mut out = vec![chapter(says, "review-report-h-decision"), section(says, "review-conclusion")];
    match &content.conclusion {
        None => out.push(paragraph(Text::quiet(says.t("review-conclusion-none")))),
        Some(conclusion) => {
            out.push(paragraph(conclusion_words(says, conclusion.change_needed)));
            out.extend(prose(says, &conclusion.reason));
            let (name, when) = (says.person(conclusion.by), says.moment(conclusion.at));
            out.push(note(says.with("review-conclusion-by", &[("name", &name), ("when", &when)])));
        }
    }
    out.push(section(says, "review-report-changes"));
    out.push(if says.facts.changes.is_empty() {
        note(says.t("review-report-changes-none"))
    } else {
        Block::Table(asked::table(says, says.facts.changes.iter().map(|asked| (asked, None))))
    });
    out.push(section(says, "review-report-findings"));
    out.push(if says.facts.findings.is_empty() {
        note(says.t("review-report-findings-none"))
    } else {
        Block::Table(findings(says, &says.facts.findings))
    });
    out.push(section(says, "review-report-h-effects"));
    out.push(Block::Pairs(says.topics(&[Topic::Updates, Topic::Measuring, Topic::Resources])));
    out.push(section(says, "review-risks"));
    out.push(if content.risks.is_empty() {
        note(says.t("review-risks-none"))
    } else {
        Block::Table(risks(says, &content.risks))
    });
    out
}

fn risks(says: &Says<'_>, rows: &[Risk]) -> Table {
    let row = |held: &Risk| {
        Row::Cells(vec![
            says.text(&held.text).into(),
            says.text(&held.reason).into(),
            says.day(Some(held.until)).into(),
            says.person(held.approver).into(),
        ])
    };
    Table {
        caption: None,
        columns: vec![
            Column::share(says.t("review-risk"), 3),
            Column::share(says.t("review-risk-reason"), 3),
            Column::fit(says.t("review-risk-until")),
            Column::fit(says.t("review-risk-approver")),
        ],
        rows: rows.iter().map(row).collect(),
    }
}

/// The chapter of what follows: teams, the next review, approval and signatures.
pub fn after(says: &Says<'_>) -> Vec<Block> {
    let view = &says.facts.view;
    let mut out = vec![chapter(says, "review-report-h-after"), section(says, "review-teams")];
    match &view.content.teams {
        None => out.push(paragraph(Text::quiet(says.t("review-teams-none")))),
        Some(named) if named.teams.is_empty() => {
            let reason = says.with("review-teams-nobody", &[("reason", &named.none_because)]);
            out.push(paragraph(says.text(&reason)));
        }
        Some(named) => out.push(Block::Table(teams::table(says, &named.teams))),
    }
    out.push(section(says, "review-next"));
    out.push(paragraph(says.day(view.content.next)));
    out.push(section(says, "review-report-h-approval"));
    let approved = view.versions.iter().map(|version| {
        let (number, name) = (says.number(version.version.into()), says.person(version.approver));
        let values =
            [("version", number.as_str()), ("when", &says.moment(version.approved)), ("name", &name)];
        let line = Text::plain(says.with("review-versions-line", &values));
        if version.alone {
            line.then(Text::quiet(format!(" ({})", says.t("review-versions-alone"))))
        } else {
            line
        }
    });
    let approved: Vec<Text> = approved.collect();
    out.push(if approved.is_empty() {
        note(says.t("review-report-approved-none"))
    } else {
        Block::List { ordered: false, items: approved }
    });
    out.push(section(says, "report-h-distribution"));
    out.push(paragraph(says.distribution()));
    out.push(section(says, "report-h-signatures"));
    out.push(says.signatures());
    out
}
