//! Markdown as a small tree of blocks, which page and paper draw. HTML inside a text is shown as the text that it is and
//! never passes through; pictures are told by their words.

use pulldown_cmark::{CodeBlockKind, Event as Mark, HeadingLevel, Options, Parser, Tag, TagEnd};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A stretch of words that look alike. A line break inside a paragraph is a line feed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "MarkdownRun")]
#[schemars(rename = "MarkdownRun")]
pub struct Run {
    /// The words.
    pub text: String,
    /// Important.
    pub strong: bool,
    /// Stressed.
    pub emphasis: bool,
    /// Struck out.
    pub struck: bool,
    /// To be typed as it stands.
    pub code: bool,
    /// Where a link leads.
    pub link: Option<String>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "MarkdownItem")]
#[schemars(rename = "MarkdownItem")]
pub struct Item {
    /// Whether its box is ticked; none where it has no box.
    pub checked: Option<bool>,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "block")]
#[ts(rename = "MarkdownBlock")]
#[schemars(rename = "MarkdownBlock")]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The key that stands behind it as `{#key}`.
        key: Option<String>,
        /// Its words.
        runs: Vec<Run>,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        runs: Vec<Run>,
    },
    /// A list.
    List {
        /// The number that it begins with; none for a list without numbers.
        #[ts(type = "number | null")]
        start: Option<u64>,
        /// Its items.
        items: Vec<Item>,
    },
    /// What somebody else said, or what stands out.
    Quote {
        /// What it holds.
        blocks: Vec<Block>,
    },
    /// Lines to be typed or read as they stand.
    Code {
        /// Their language, where it is named.
        language: String,
        /// The lines.
        text: String,
    },
    /// A table.
    Table {
        /// Cells of its head.
        head: Vec<Vec<Run>>,
        /// Its rows.
        rows: Vec<Vec<Vec<Run>>>,
    },
    /// A line between parts.
    Rule {},
}

/// What of Markdown is understood beside its core.
pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// The level of a heading as a number.
pub(super) const fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// The blocks of a text.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut builder = Builder { open: vec![Open::default()], ..Builder::default() };
    for mark in Parser::new_ext(text, options()) {
        builder.take(mark);
    }
    builder.flush();
    builder.open.into_iter().next().map(|outermost| outermost.blocks).unwrap_or_default()
}

/// Blocks that are being gathered.
#[derive(Default)]
struct Open {
    blocks: Vec<Block>,
    start: Option<Option<u64>>,
    items: Vec<Item>,
    checked: Option<bool>,
}

/// Turns marks into blocks. Text without an element of its own around it, as in a tight list, becomes a paragraph.
#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    runs: Vec<Run>,
    look: Run,
    key: Option<String>,
    code: Option<String>,
    head: Vec<Vec<Run>>,
    rows: Vec<Vec<Vec<Run>>>,
    row: Vec<Vec<Run>>,
}

impl Builder {
    fn take(&mut self, mark: Mark<'_>) {
        match mark {
            Mark::Start(tag) => self.start(tag),
            Mark::End(tag) => self.end(tag),
            Mark::Text(text) | Mark::Html(text) | Mark::InlineHtml(text) | Mark::FootnoteReference(text) => {
                self.say(&text);
            }
            Mark::Code(text) | Mark::InlineMath(text) | Mark::DisplayMath(text) => {
                self.look.code = true;
                self.say(&text);
                self.look.code = false;
            }
            Mark::SoftBreak => self.say(" "),
            Mark::HardBreak => self.say("\n"),
            Mark::Rule => self.put(Block::Rule {}),
            Mark::TaskListMarker(checked) => {
                if let Some(open) = self.open.last_mut() {
                    open.checked = Some(checked);
                }
            }
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::HtmlBlock | Tag::Table(_) => self.flush(),
            Tag::Heading { id, .. } => {
                self.flush();
                self.key = id.map(|id| id.to_string());
            }
            Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) | Tag::DefinitionList | Tag::MetadataBlock(_) => {
                self.flush();
                self.open.push(Open::default());
            }
            Tag::List(start) => {
                self.flush();
                self.open.push(Open { start: Some(start), ..Open::default() });
            }
            Tag::Item | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {
                self.flush();
                self.open.push(Open::default());
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                self.code = Some(match kind {
                    CodeBlockKind::Fenced(language) => language.to_string(),
                    CodeBlockKind::Indented => String::new(),
                });
            }
            Tag::TableHead | Tag::TableRow => self.row.clear(),
            Tag::TableCell => self.runs.clear(),
            Tag::Emphasis => self.look.emphasis = true,
            Tag::Strong => self.look.strong = true,
            Tag::Strikethrough => self.look.struck = true,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                self.look.link = Some(dest_url.to_string());
            }
            Tag::Superscript | Tag::Subscript => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::HtmlBlock => self.flush(),
            TagEnd::Heading(level) => {
                let runs = std::mem::take(&mut self.runs);
                let key = self.key.take();
                self.put(Block::Heading { level: depth(level), key, runs });
            }
            TagEnd::BlockQuote(_)
            | TagEnd::FootnoteDefinition
            | TagEnd::DefinitionList
            | TagEnd::MetadataBlock(_) => {
                self.flush();
                if let Some(open) = self.open.pop() {
                    self.put(Block::Quote { blocks: open.blocks });
                }
            }
            TagEnd::Item | TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition => {
                self.flush();
                if let (Some(open), Some(list)) = (self.open.pop(), self.open.last_mut()) {
                    list.items.push(Item { checked: open.checked, blocks: open.blocks });
                }
            }
            TagEnd::List(_) => {
                if let Some(open) = self.open.pop() {
                    self.put(Block::List { start: open.start.flatten(), items: open.items });
                }
            }
            TagEnd::CodeBlock => {
                let text: String = std::mem::take(&mut self.runs).into_iter().map(|run| run.text).collect();
                let language = self.code.take().unwrap_or_default();
                self.put(Block::Code { language, text: text.trim_end_matches('\n').to_owned() });
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.runs);
                self.row.push(cell);
            }
            TagEnd::TableHead => self.head = std::mem::take(&mut self.row),
            TagEnd::TableRow => self.rows.push(std::mem::take(&mut self.row)),
            TagEnd::Table => {
                let (head, rows) = (std::mem::take(&mut self.head), std::mem::take(&mut self.rows));
                self.put(Block::Table { head, rows });
            }
            TagEnd::Emphasis => self.look.emphasis = false,
            TagEnd::Strong => self.look.strong = false,
            TagEnd::Strikethrough => self.look.struck = false,
            TagEnd::Link | TagEnd::Image => self.look.link = None,
            TagEnd::Superscript | TagEnd::Subscript => {}
        }
    }

    /// Words that look as the marks around them say; joined with those before where they look alike.
    fn say(&mut self, text: &str) {
        if let Some(last) = self.runs.last_mut() {
            let alike = Run { text: last.text.clone(), ..self.look.clone() };
            if *last == alike {
                last.text.push_str(text);
                return;
            }
        }
        self.runs.push(Run { text: text.to_owned(), ..self.look.clone() });
    }

    /// Ends the paragraph that is being gathered, if one is.
    fn flush(&mut self) {
        let runs = std::mem::take(&mut self.runs);
        if runs.iter().any(|run| !run.text.trim().is_empty()) {
            self.put(Block::Paragraph { runs });
        }
    }

    fn put(&mut self, block: Block) {
        if let Some(open) = self.open.last_mut() {
            open.blocks.push(block);
        }
    }
}

/// The words of runs without their looks.
pub fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Run {
        Run { text: text.to_owned(), ..Run::default() }
    }

    #[test]
    fn headings_lists_tables_and_code_become_blocks() {
        let text = "# Leitfaden\n\nErst **prüfen**, dann `sql`.\n\n3. Eins\n   - [x] Zwei\n4. Drei\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```sh\nrm x\n```\n\n---\n> Achtung\n";
        let blocks = blocks(text);
        assert_eq!(blocks[0], Block::Heading { level: 1, key: None, runs: vec![plain("Leitfaden")] });
        let strong = Run { strong: true, ..plain("prüfen") };
        let code = Run { code: true, ..plain("sql") };
        let runs = vec![plain("Erst "), strong, plain(", dann "), code, plain(".")];
        assert_eq!(blocks[1], Block::Paragraph { runs });
        let Block::List { start: Some(3), items } = &blocks[2] else { panic!("{:?}", blocks[2]) };
        let Block::List { start: None, items: inner } = &items[0].blocks[1] else { panic!("{items:?}") };
        assert_eq!(inner[0].checked, Some(true));
        assert_eq!(items[1].blocks, [Block::Paragraph { runs: vec![plain("Drei")] }]);
        let (head, rows) =
            (vec![vec![plain("A")], vec![plain("B")]], vec![vec![vec![plain("1")], vec![plain("2")]]]);
        assert_eq!(blocks[3], Block::Table { head, rows });
        assert_eq!(blocks[4], Block::Code { language: "sh".to_owned(), text: "rm x".to_owned() });
        assert_eq!(blocks[5], Block::Rule {});
        let quote = vec![Block::Paragraph { runs: vec![plain("Achtung")] }];
        assert_eq!(blocks[6], Block::Quote { blocks: quote });
    }

    #[test]
    fn markup_of_a_page_is_shown_as_text_and_never_passes_through() {
        let blocks = blocks("Vor <b onclick=\"x\">her</b>\n\n<script>alert(1)</script>\n");
        let runs = vec![plain("Vor <b onclick=\"x\">her</b>")];
        assert_eq!(blocks[0], Block::Paragraph { runs });
        let Block::Paragraph { runs } = &blocks[1] else { panic!("{blocks:?}") };
        assert_eq!(words(runs).trim(), "<script>alert(1)</script>");
    }

    #[test]
    fn a_picture_is_told_by_its_words_and_leads_to_its_file() {
        let blocks = blocks("![Netzplan](netz.png)");
        let picture = Run { link: Some("netz.png".to_owned()), ..plain("Netzplan") };
        assert_eq!(blocks, [Block::Paragraph { runs: vec![picture] }]);
    }

    #[test]
    fn no_text_makes_the_reader_fall() {
        for text in ["", "- ", "|a|\n|-|", "#", "> > >", "1. \n\n   ```", "[x](y", "* * *\n# {#a}"] {
            blocks(text);
        }
    }
}
