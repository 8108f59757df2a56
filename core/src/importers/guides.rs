//! A folder of Markdown files, one document a file: its title is that of the front matter, else its first heading, else the
//! file's name. Other files are named, not passed over.

use super::dirt::{Place, Problem, Reason};
use super::opening::{Content, Opened};
use crate::domain::guide::Kind;
use crate::domain::guide::markdown::{Block, blocks, words};

/// A document as a file holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The file's name inside the folder.
    pub file: String,
    /// Its title.
    pub title: String,
    /// Its kind, where the front matter says it.
    pub kind: Option<Kind>,
    /// Its Markdown. Front matter that says more than title and kind stays in it as code.
    pub text: String,
}

/// What a folder holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// In the order of the files' names.
    pub documents: Vec<Document>,
    /// What was not read, with its place.
    pub problems: Vec<Problem>,
}

/// Reads what was opened.
pub fn read(opened: &Opened) -> Found {
    let mut found = Found { documents: Vec::new(), problems: opened.problems.clone() };
    for part in &opened.parts {
        let place = Place::file(&part.name);
        let reason = match &part.content {
            Content::Page(text) | Content::Text(text) if is_markdown(&part.name) => {
                let document = document(&part.name, text);
                let title = document.title.to_lowercase();
                let twice = found.documents.iter().find(|other| other.title.to_lowercase() == title);
                let Some(other) = twice.map(|other| Place::file(&other.file)) else {
                    found.documents.push(document);
                    continue;
                };
                Reason::TitleTwice { other }
            }
            Content::Page(_) | Content::Text(_) | Content::Json(_) | Content::Workbook(_) => {
                Reason::NotMarkdown
            }
        };
        found.problems.push(Problem::new(place, reason));
    }
    found
}

fn is_markdown(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    matches!(ending.as_deref(), Some("md" | "markdown"))
}

fn document(file: &str, text: &str) -> Document {
    let (front, body) = split(text);
    let mut said = Said::default();
    let mut more = false;
    for line in front.lines().filter(|line| !line.trim().is_empty()) {
        more |= !said.take(line);
    }
    let heading = || {
        blocks(body).into_iter().find_map(|block| match block {
            Block::Heading { runs, .. } => Some(words(&runs).trim().to_owned()),
            Block::Paragraph { .. }
            | Block::List { .. }
            | Block::Quote { .. }
            | Block::Code { .. }
            | Block::Table { .. }
            | Block::Rule {} => None,
        })
    };
    let title = said.title.or_else(heading).filter(|title| !title.is_empty());
    let body = body.trim_start_matches(['\n', '\r']);
    Document {
        file: file.to_owned(),
        title: title.unwrap_or_else(|| stem(file)),
        kind: said.kind,
        text: if more { format!("```yaml\n{}\n```\n\n{body}", front.trim()) } else { body.to_owned() },
    }
}

/// Front matter between two lines of three dashes, and what stands below it.
fn split(text: &str) -> (&str, &str) {
    let Some(rest) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else {
        return ("", text);
    };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return (&rest[..at], &rest[at + line.len()..]);
        }
        at += line.len();
    }
    ("", text)
}

/// What front matter says that a document has a place for.
#[derive(Default)]
struct Said {
    title: Option<String>,
    kind: Option<Kind>,
}

impl Said {
    /// Whether the line is understood whole.
    fn take(&mut self, line: &str) -> bool {
        let Some((name, value)) = line.split_once(':') else { return false };
        let value = value.trim().trim_matches(['"', '\'']).trim();
        match name.trim() {
            "title" | "titel" => self.title = Some(value.to_owned()),
            "kind" | "art" => match value {
                "recoveryGuide" | "Wiederherstellungsleitfaden" => self.kind = Some(Kind::RecoveryGuide),
                "processText" | "Prozesstext" => self.kind = Some(Kind::ProcessText),
                _ => return false,
            },
            _ => return false,
        }
        true
    }
}

fn stem(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::opening::{SourceFile, open};
    use super::*;

    fn found(files: &[(&str, &str)]) -> Found {
        let files = files
            .iter()
            .map(|(name, text)| SourceFile { name: (*name).to_owned(), bytes: text.as_bytes().to_vec() });
        read(&open("ordner", files.collect()))
    }

    #[test]
    fn the_title_is_that_of_the_front_matter_else_the_first_heading_else_the_name_of_the_file() {
        let found = found(&[
            ("a.md", "---\ntitle: \"Leitfaden Druck\"\nkind: processText\n---\n# Anders\n"),
            ("b.md", "Vorwort\n\n# Leitfaden Netz\n"),
            ("c/leer ohne titel.md", "nur Text\n"),
        ]);
        let titles: Vec<_> = found.documents.iter().map(|document| document.title.as_str()).collect();
        assert_eq!(titles, ["Leitfaden Druck", "Leitfaden Netz", "leer ohne titel"]);
        assert_eq!(found.documents[0].kind, Some(Kind::ProcessText));
        assert_eq!(found.documents[0].text, "# Anders\n");
        assert!(found.problems.is_empty());
    }

    #[test]
    fn nothing_of_front_matter_is_lost() {
        let found = found(&[("a.md", "---\ntitle: A\nowner: Anna\n---\nText\n")]);
        assert_eq!(found.documents[0].text, "```yaml\ntitle: A\nowner: Anna\n```\n\nText\n");
        let open = self::found(&[("b.md", "---\nkein Ende\n")]);
        assert_eq!(open.documents[0].text, "---\nkein Ende\n");
    }

    #[test]
    fn what_is_no_document_of_its_own_is_named_with_its_place() {
        let found =
            found(&[("a.md", "# Netz\n"), ("b.md", "# netz\n"), ("c.csv", "a;b\n1;2\n"), ("d.md", "")]);
        assert_eq!(found.documents.len(), 1);
        let mut problems: Vec<_> = found
            .problems
            .iter()
            .map(|problem| (problem.place.to_string(), problem.reason.clone()))
            .collect();
        problems.sort_by(|a, b| a.0.cmp(&b.0));
        let expected = [
            ("b.md".to_owned(), Reason::TitleTwice { other: Place::file("a.md") }),
            ("c.csv".to_owned(), Reason::NotMarkdown),
            ("d.md".to_owned(), Reason::Empty),
        ];
        assert_eq!(problems, expected);
    }
}
