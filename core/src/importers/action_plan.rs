//! Action plans as files: a spreadsheet that is read as it was written, and Markdown of which the headings are the steps.
//! Bytes → what a plan says, and what could not be read, with its place; what a plan says → bytes. Pure: names of people and
//! services come in, new ids come in. What becomes of the content is decided by the domain.

mod markdown;
mod sheet;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use sheet::write;

use super::dirt::Place;
use super::opening::{Content, SourceFile, open};
use crate::domain::plan::{DrillKind, PlanContent};
use crate::ids::{PartId, PersonId, ServiceId};
use crate::words::Words;

/// Who people are and what services are called.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// People.
    pub people: BTreeMap<PersonId, String>,
    /// Services.
    pub services: BTreeMap<ServiceId, String>,
}

/// Why something in a file of a plan was not taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum PlanFault {
    /// The file is no spreadsheet and no Markdown.
    NotAPlan {
        /// What the reader said.
        detail: String,
    },
    /// The spreadsheet has no table of steps.
    NoSteps,
    /// Nobody is called so.
    PersonUnknown {
        /// As it stands there.
        text: String,
    },
    /// No service is called so.
    ServiceUnknown {
        /// As it stands there.
        text: String,
    },
    /// There is no such kind of test; the function test was taken.
    KindUnknown {
        /// As it stands there.
        text: String,
    },
    /// Not a whole number of minutes.
    NotMinutes {
        /// As it stands there.
        text: String,
    },
    /// Neither yes nor no; yes was taken.
    NotYesOrNo {
        /// As it stands there.
        text: String,
    },
    /// A step depends on one that is not there.
    DependencyUnknown {
        /// As it stands there.
        text: String,
    },
    /// Steps wait for each other; the last of them was taken without what it depends on.
    DependencyRing {
        /// Their numbers.
        text: String,
    },
    /// A step has no number, or one that another has: it got this one.
    NumberGiven {
        /// The number.
        text: String,
    },
    /// A step has no title: it got this one.
    TitleGiven {
        /// The title.
        text: String,
    },
    /// There is no such column or field; what stands there was not taken.
    NotAField {
        /// Its heading.
        text: String,
    },
}

/// Something in a file of a plan that was not taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanProblem {
    /// Where it stands: `plan.xlsx!Schritte:4` or `plan.md:12`.
    pub place: Place,
    /// Why.
    pub reason: PlanFault,
}

/// What a file of a plan says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlanRead {
    /// What was read.
    pub content: PlanContent,
    /// What was not taken as it stands.
    pub problems: Vec<PlanProblem>,
}

/// Reads a spreadsheet or Markdown. `new_id` gives ids to steps and objectives that bear none.
pub fn read(name: &str, bytes: Vec<u8>, names: &Names, new_id: &mut dyn FnMut() -> PartId) -> PlanRead {
    let short = name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
    let opened = open(&short, vec![SourceFile { name: short.clone(), bytes }]);
    let mut reader = Reader { name: short, names, new_id, problems: Vec::new() };
    let content = match opened.parts.first().map(|part| &part.content) {
        Some(Content::Workbook(bytes)) => sheet::read(bytes, &mut reader),
        Some(Content::Text(text) | Content::Page(text)) => markdown::read(text, &mut reader),
        Some(Content::Json(_)) | None => {
            let detail = opened.problems.first().map(|problem| format!("{:?}", problem.reason));
            reader.found(None, PlanFault::NotAPlan { detail: detail.unwrap_or_default() });
            PlanContent::default()
        }
    };
    PlanRead { content, problems: reader.problems }
}

/// What both ways of reading share.
struct Reader<'a> {
    name: String,
    names: &'a Names,
    new_id: &'a mut dyn FnMut() -> PartId,
    problems: Vec<PlanProblem>,
}

impl Reader<'_> {
    /// Notes what was not taken as it stands, at a row or line or of the whole file.
    fn found(&mut self, row: Option<u64>, reason: PlanFault) {
        let place = row.map_or_else(|| Place::file(&self.name), |row| Place::row(&self.name, row));
        self.problems.push(PlanProblem { place, reason });
    }

    fn person(&mut self, text: &str, row: u64) -> Option<PersonId> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let named = by_name(&self.names.people, text).or_else(|| text.parse().ok());
        if named.is_none() {
            self.found(Some(row), PlanFault::PersonUnknown { text: text.to_owned() });
        }
        named
    }

    fn service(&mut self, text: &str, row: u64) -> Option<ServiceId> {
        let text = text.trim();
        let named = by_name(&self.names.services, text).or_else(|| text.parse().ok());
        if named.is_none() {
            self.found(Some(row), PlanFault::ServiceUnknown { text: text.to_owned() });
        }
        named
    }

    fn kind(&mut self, text: &str, row: u64) -> DrillKind {
        let known = DrillKind::ALL.into_iter().find(|kind| says(text, &kind_id(*kind)));
        known.unwrap_or_else(|| {
            if !text.trim().is_empty() {
                self.found(Some(row), PlanFault::KindUnknown { text: text.trim().to_owned() });
            }
            DrillKind::default()
        })
    }

    fn minutes(&mut self, text: &str, row: u64) -> Option<u32> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let bare = text.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '.').trim_end();
        let unit = text[bare.len()..].trim().trim_end_matches('.').to_lowercase();
        let factor = match unit.as_str() {
            "" | "m" | "min" | "minute" | "minuten" | "minutes" => 1,
            "h" | "std" | "stunde" | "stunden" | "hour" | "hours" => 60,
            _ => 0,
        };
        let whole: Option<u32> = bare.parse().ok().filter(|_| factor > 0);
        let minutes = whole.and_then(|whole| whole.checked_mul(factor));
        if minutes.is_none() {
            self.found(Some(row), PlanFault::NotMinutes { text: text.to_owned() });
        }
        minutes
    }

    fn counted(&mut self, text: &str, row: u64) -> bool {
        match text.trim().to_lowercase().as_str() {
            "" | "ja" | "yes" | "true" | "wahr" | "1" | "x" => true,
            "nein" | "no" | "false" | "falsch" | "0" => false,
            _ => {
                self.found(Some(row), PlanFault::NotYesOrNo { text: text.trim().to_owned() });
                true
            }
        }
    }
}

/// Whoever bears a name alone.
fn by_name<T: Copy>(known: &BTreeMap<T, String>, text: &str) -> Option<T> {
    let mut found = known.iter().filter(|(_, name)| name.trim().to_lowercase() == text.to_lowercase());
    match (found.next(), found.next()) {
        (Some((id, _)), None) => Some(*id),
        (None, _) | (Some(_), Some(_)) => None,
    }
}

/// Whether a text is the word of an id, in either language.
fn says(text: &str, id: &str) -> bool {
    [Words::german(), Words::english()]
        .iter()
        .any(|words| words.say(id, &[]).trim().to_lowercase() == text.trim().to_lowercase())
}

fn kind_id(kind: DrillKind) -> String {
    let word = match kind {
        DrillKind::DocumentReview => "document-review",
        DrillKind::TableTop => "table-top",
        DrillKind::AlarmTest => "alarm-test",
        DrillKind::FunctionTest => "function-test",
        DrillKind::StaffExercise => "staff-exercise",
        DrillKind::Simulation => "simulation",
        DrillKind::FullFailover => "full-failover",
    };
    format!("drill-kind-{word}")
}

/// A step as it stands in a file: what it depends on is named by numbers.
struct RawStep {
    row: u64,
    step: crate::domain::plan::PlanStep,
    depends_on: Vec<String>,
}

/// Gives every step a number and a title of its own and finds the steps that each depends on.
fn fit(raw: Vec<RawStep>, reader: &mut Reader<'_>) -> Vec<crate::domain::plan::PlanStep> {
    let mut taken: Vec<String> = Vec::new();
    let mut steps = raw;
    for (at, raw) in steps.iter_mut().enumerate() {
        let number = raw.step.number.trim().to_lowercase();
        if number.is_empty() || taken.contains(&number) {
            let mut free = at + 1;
            while taken.contains(&free.to_string()) {
                free += 1;
            }
            raw.step.number = free.to_string();
            reader.found(Some(raw.row), PlanFault::NumberGiven { text: raw.step.number.clone() });
        }
        if raw.step.title.trim().is_empty() {
            raw.step.title.clone_from(&raw.step.number);
            reader.found(Some(raw.row), PlanFault::TitleGiven { text: raw.step.title.clone() });
        }
        taken.push(raw.step.number.trim().to_lowercase());
    }
    let ids: Vec<PartId> = steps.iter().map(|raw| raw.step.id).collect();
    for raw in &mut steps {
        for name in &raw.depends_on {
            match taken.iter().position(|number| *number == name.trim().to_lowercase()) {
                Some(at) => raw.step.depends_on.push(ids[at]),
                None => {
                    reader
                        .found(Some(raw.row), PlanFault::DependencyUnknown { text: name.trim().to_owned() });
                }
            }
        }
    }
    open_rings(steps, reader)
}

/// A ring cannot be carried out: its last step is taken without what it depends on, and that is told.
fn open_rings(mut raw: Vec<RawStep>, reader: &mut Reader<'_>) -> Vec<crate::domain::plan::PlanStep> {
    use crate::domain::plan::{Refusal, check};
    loop {
        let steps: Vec<_> = raw.iter().map(|raw| raw.step.clone()).collect();
        let Err(Refusal::DependencyRing { steps: ring }) = check(&steps) else { return steps };
        let Some(last) = raw.iter_mut().rfind(|raw| ring.contains(&raw.step.number)) else { return steps };
        last.step.depends_on.clear();
        let row = last.row;
        reader.found(Some(row), PlanFault::DependencyRing { text: ring.join(", ") });
    }
}

#[cfg(test)]
mod tests;
