//! The rule of an import that says which items are emergencies: `keyword`, `impact>=major and length>=4h`,
//! `status=resolved or label="P1"`. Reads the rule and asks items; decides nothing else.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::item::{Impact, SourceItem};
use super::reader::length_of;
use super::words;
use crate::time::Length;

/// The word in a title, a label, a tag or a kind that makes a ticket an emergency's (duties.md 6: every ticket of an emergency
/// carries it).
pub const KEYWORD: &str = "[Notfall]";

/// How deep brackets may stand in each other.
const DEEPEST: usize = 20;
/// The longest rule, in bytes.
const LONGEST: usize = 2_000;

/// Which items of an import are emergencies. Everything else is an incident. Written as its text everywhere.
#[derive(Debug, Clone, PartialEq, Eq, TS)]
#[ts(type = "string")]
pub struct EmergencyRule {
    text: String,
    test: Test,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Test {
    Never,
    Keyword(String),
    Impact(Compare, Impact),
    Length(Compare, Length),
    Word { field: Word, wanted: String, not: bool },
    All(Vec<Self>),
    Any(Vec<Self>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Status,
    Kind,
    Service,
    Region,
    Label,
    Title,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compare {
    Less,
    AtMost,
    Equal,
    Not,
    AtLeast,
    More,
}

/// Why a text is no rule; `at` is the byte at which the reader stopped.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize, TS)]
#[serde(tag = "code", rename_all = "camelCase")]
#[ts(tag = "code", rename_all = "camelCase")]
pub enum RuleFault {
    /// Something else was expected here.
    #[error("not understood at {at}")]
    NotUnderstood {
        /// The byte.
        at: usize,
    },
    /// There is no such field; fields are keyword, impact, length, status, kind, service, region, label, title.
    #[error("no field {name}")]
    UnknownField {
        /// As it was written.
        name: String,
    },
    /// The field cannot have this value.
    #[error("{field} cannot be {value}")]
    UnknownValue {
        /// The field.
        field: String,
        /// As it was written.
        value: String,
    },
    /// Longer than a rule may be, or brackets too deep.
    #[error("too long")]
    TooLong,
}

impl Default for EmergencyRule {
    fn default() -> Self {
        Self { text: "keyword".to_owned(), test: Test::Keyword(KEYWORD.to_owned()) }
    }
}

impl EmergencyRule {
    /// Whether the item is an emergency. What an item does not say never makes it one.
    pub fn matches(&self, item: &SourceItem) -> bool {
        self.test.matches(item)
    }
}

impl fmt::Display for EmergencyRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for EmergencyRule {
    type Err = RuleFault;
    fn from_str(text: &str) -> Result<Self, RuleFault> {
        if text.len() > LONGEST {
            return Err(RuleFault::TooLong);
        }
        let mut parser = Parser { text, at: 0 };
        let test = parser.any(0)?;
        parser.spaces();
        if parser.at < text.len() {
            return Err(parser.fault());
        }
        Ok(Self { text: text.trim().to_owned(), test })
    }
}

impl Serialize for EmergencyRule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for EmergencyRule {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for EmergencyRule {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "EmergencyRule".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "examples": ["keyword", "impact>=major and length>=4h", "status=resolved"] })
    }
}

impl Test {
    fn matches(&self, item: &SourceItem) -> bool {
        match self {
            Self::Never => false,
            Self::Keyword(keyword) => has_keyword(item, keyword),
            Self::Impact(compare, wanted) => item
                .impact
                .as_ref()
                .and_then(|said| said.read)
                .is_some_and(|impact| compare.holds(&impact, wanted)),
            Self::Length(compare, wanted) => {
                length_of(item).is_some_and(|length| compare.holds(&length, wanted))
            }
            Self::Word { field, wanted, not } => field.says(item, wanted) != *not,
            Self::All(tests) => tests.iter().all(|test| test.matches(item)),
            Self::Any(tests) => tests.iter().any(|test| test.matches(item)),
        }
    }
}

/// A keyword stands anywhere in the title; a label, a tag or the source's word for the kind is the keyword, with or
/// without its brackets.
fn has_keyword(item: &SourceItem, keyword: &str) -> bool {
    let keyword = keyword.to_lowercase();
    let bare = keyword.trim_matches(['[', ']']);
    item.title.to_lowercase().contains(&keyword)
        || item.labels.iter().map(String::as_str).chain(item.kind_word()).any(|word| {
            let word = word.to_lowercase();
            word == bare || word.contains(&keyword)
        })
}

impl Word {
    fn says(self, item: &SourceItem, wanted: &str) -> bool {
        let is = |said: &str| said.to_lowercase() == wanted;
        match self {
            Self::Status => item
                .status
                .as_ref()
                .is_some_and(|said| is(&said.raw) || said.read.is_some_and(|read| is(&name_of(&read)))),
            Self::Kind => is(&name_of(&item.kind)) || item.kind_word().is_some_and(is),
            Self::Service => item.services.iter().any(|service| is(service)),
            Self::Region => item.regions.iter().any(|region| is(region)),
            Self::Label => item.labels.iter().any(|label| is(label)),
            Self::Title => item.title.to_lowercase().contains(wanted),
        }
    }
}

/// The word under which one of our own values is written.
fn name_of<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(str::to_lowercase))
        .unwrap_or_default()
}

impl Compare {
    fn holds<T: PartialOrd>(self, value: &T, wanted: &T) -> bool {
        match self {
            Self::Less => value < wanted,
            Self::AtMost => value <= wanted,
            Self::Equal => value == wanted,
            Self::Not => value != wanted,
            Self::AtLeast => value >= wanted,
            Self::More => value > wanted,
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn fault(&self) -> RuleFault {
        RuleFault::NotUnderstood { at: self.at }
    }

    fn spaces(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn eat(&mut self, sign: &str) -> bool {
        self.spaces();
        let found = self.rest().starts_with(sign);
        self.at += if found { sign.len() } else { 0 };
        found
    }

    /// One of the joining words, as a whole word.
    fn eat_word(&mut self, words: [&str; 2]) -> bool {
        self.spaces();
        let length = self.rest().find(|letter: char| !letter.is_alphabetic()).unwrap_or(self.rest().len());
        let found = words.iter().any(|word| self.rest()[..length].eq_ignore_ascii_case(word));
        self.at += if found { length } else { 0 };
        found
    }

    fn any(&mut self, depth: usize) -> Result<Test, RuleFault> {
        let mut tests = vec![self.all(depth)?];
        while self.eat_word(["or", "oder"]) {
            tests.push(self.all(depth)?);
        }
        Ok(if tests.len() == 1 { tests.remove(0) } else { Test::Any(tests) })
    }

    fn all(&mut self, depth: usize) -> Result<Test, RuleFault> {
        let mut tests = vec![self.one(depth)?];
        while self.eat_word(["and", "und"]) {
            tests.push(self.one(depth)?);
        }
        Ok(if tests.len() == 1 { tests.remove(0) } else { Test::All(tests) })
    }

    fn one(&mut self, depth: usize) -> Result<Test, RuleFault> {
        if depth > DEEPEST {
            return Err(RuleFault::TooLong);
        }
        if self.eat("(") {
            let inside = self.any(depth + 1)?;
            return if self.eat(")") { Ok(inside) } else { Err(self.fault()) };
        }
        self.spaces();
        if self.rest().starts_with(['[', '"']) {
            return Ok(Test::Keyword(self.value()?));
        }
        let length = self.rest().find(|letter: char| !letter.is_alphabetic()).unwrap_or(self.rest().len());
        let name = self.rest()[..length].to_lowercase();
        if name.is_empty() {
            return Err(self.fault());
        }
        self.at += length;
        self.field(&name)
    }

    fn field(&mut self, name: &str) -> Result<Test, RuleFault> {
        let compare = self.compare();
        if let ("never" | "nie", None) = (name, compare) {
            return Ok(Test::Never);
        }
        if let "keyword" | "stichwort" = name {
            return match compare {
                None => Ok(Test::Keyword(KEYWORD.to_owned())),
                Some(Compare::Equal) => Ok(Test::Keyword(self.value()?)),
                Some(Compare::Less | Compare::AtMost | Compare::Not | Compare::AtLeast | Compare::More) => {
                    Err(self.fault())
                }
            };
        }
        let word = match name {
            "status" => Some(Word::Status),
            "kind" | "art" => Some(Word::Kind),
            "service" | "dienst" => Some(Word::Service),
            "region" => Some(Word::Region),
            "label" | "tag" => Some(Word::Label),
            "title" | "titel" => Some(Word::Title),
            "impact" | "severity" | "auswirkung" | "schweregrad" | "length" | "duration" | "dauer" => None,
            _ => return Err(RuleFault::UnknownField { name: name.to_owned() }),
        };
        let compare = compare.ok_or_else(|| self.fault())?;
        let start = self.at;
        let value = self.value()?;
        let unknown = || RuleFault::UnknownValue { field: name.to_owned(), value: value.clone() };
        if let Some(field) = word {
            let not = match compare {
                Compare::Equal => false,
                Compare::Not => true,
                Compare::Less | Compare::AtMost | Compare::AtLeast | Compare::More => {
                    return Err(RuleFault::NotUnderstood { at: start });
                }
            };
            return Ok(Test::Word { field, wanted: value.to_lowercase(), not });
        }
        match name {
            "length" | "duration" | "dauer" => {
                length(&value).map(|length| Test::Length(compare, length)).ok_or_else(unknown)
            }
            _ => words::impact_of(&value).map(|impact| Test::Impact(compare, impact)).ok_or_else(unknown),
        }
    }

    fn compare(&mut self) -> Option<Compare> {
        const SIGNS: [(&str, Compare); 10] = [
            (">=", Compare::AtLeast),
            ("≥", Compare::AtLeast),
            ("<=", Compare::AtMost),
            ("≤", Compare::AtMost),
            ("!=", Compare::Not),
            ("≠", Compare::Not),
            ("==", Compare::Equal),
            ("=", Compare::Equal),
            (">", Compare::More),
            ("<", Compare::Less),
        ];
        SIGNS.iter().find(|(sign, _)| self.eat(sign)).map(|(_, compare)| *compare)
    }

    /// A value in quotation marks, in square brackets (which belong to it), or up to the next blank or bracket.
    fn value(&mut self) -> Result<String, RuleFault> {
        self.spaces();
        let rest = self.rest();
        let (value, length) = if let Some(quoted) = rest.strip_prefix('"') {
            let end = quoted.find('"').ok_or_else(|| self.fault())?;
            (&quoted[..end], end + 2)
        } else if rest.starts_with('[') {
            let end = rest.find(']').ok_or_else(|| self.fault())?;
            (&rest[..=end], end + 1)
        } else {
            let end = rest
                .find(|letter: char| letter.is_whitespace() || matches!(letter, '(' | ')'))
                .unwrap_or(rest.len());
            (&rest[..end], end)
        };
        if value.trim().is_empty() {
            return Err(self.fault());
        }
        self.at += length;
        Ok(value.to_owned())
    }
}

/// `4h`, `90min`, `2d`, `1.5 h` without its blank, `30s`; a bare number is minutes.
fn length(text: &str) -> Option<Length> {
    let digits = text.find(|letter: char| !matches!(letter, '0'..='9' | '.' | ',')).unwrap_or(text.len());
    let (number, unit) = text.split_at(digits);
    let number: f64 = number.replace(',', ".").parse().ok()?;
    let seconds = match unit.to_lowercase().as_str() {
        "s" | "sec" | "sek" => 1.0,
        "" | "m" | "min" => 60.0,
        "h" | "std" => 3_600.0,
        "d" | "t" | "tage" | "days" => 86_400.0,
        _ => return None,
    };
    let whole = (number * seconds).round();
    #[allow(clippy::cast_possible_truncation)] // Bounded in the line before.
    (0.0..1e10).contains(&whole).then(|| Length::seconds(whole as i64))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::importers::dirt::Place;
    use crate::importers::item::{Kind, Said, SourceKey, Status};
    use crate::time::{Moment, Zone};

    fn item() -> SourceItem {
        let mut item = SourceItem::new(Place::file("x"), SourceKey::new("x", ""), "1".into(), Kind::Incident);
        let at = |text: &str| Some(Moment::exact(text.parse().unwrap(), Zone::UTC));
        item.title = "Storage unreachable [NOTFALL] West".into();
        item.impact = Some(Said { raw: "major".into(), read: Some(Impact::Major) });
        item.status = Some(Said { raw: "Behoben".into(), read: Some(Status::Resolved) });
        item.moments.impact_start = at("2026-05-01T08:00:00Z");
        item.moments.ended = at("2026-05-01T12:00:00Z");
        item.services = vec!["Spaces".into()];
        item
    }

    fn holds(rule: &str) -> bool {
        rule.parse::<EmergencyRule>().unwrap().matches(&item())
    }

    #[test]
    fn the_keyword_in_title_or_label_makes_an_emergency_unless_the_rule_says_otherwise() {
        assert!(EmergencyRule::default().matches(&item()));
        let mut tagged = item();
        tagged.title = "Storage unreachable".into();
        assert!(!EmergencyRule::default().matches(&tagged));
        tagged.labels = vec!["notfall".into()];
        assert!(EmergencyRule::default().matches(&tagged));
        assert!(
            !holds("never") && holds("keyword=[Notfall]") && holds("[notfall]") && !holds("keyword=\"[P0]\"")
        );
    }

    #[test]
    fn impact_length_and_status_can_be_joined() {
        assert!(holds("impact>=major") && !holds("impact>major") && holds("schweregrad >= hoch"));
        assert!(
            holds("length>=4h") && !holds("length>4h") && holds("dauer<=240min") && holds("length < 0.5d")
        );
        assert!(holds("status=resolved") && holds("status=behoben") && holds("status!=open"));
        assert!(holds("impact=critical or length>=4h and status=resolved"));
        assert!(!holds("(impact=critical or length>=4h) and service=other"));
        assert!(holds("(impact=critical oder dauer>=4h) und dienst=spaces"));
    }

    #[test]
    fn the_word_of_the_source_for_the_kind_counts_as_well_as_our_own() {
        let mut item = item();
        item.title = "Storage unreachable".into();
        item.say_kind("Notfall");
        let holds = |rule: &str| rule.parse::<EmergencyRule>().unwrap().matches(&item);
        assert!(holds("art = \"Notfall\"") && holds("kind=notfall") && holds("kind=incident"));
        assert!(!holds("art != notfall") && !holds("art = Wartung"));
        assert!(EmergencyRule::default().matches(&item), "the keyword is the kind");
        item.say_kind("kein Notfall");
        assert!(!EmergencyRule::default().matches(&item));
    }

    #[test]
    fn what_an_item_does_not_say_never_makes_it_an_emergency() {
        let mut open = item();
        open.moments.ended = None;
        open.impact = None;
        for rule in ["length>=1s", "length<1000d", "impact>=none", "impact!=major"] {
            assert!(!rule.parse::<EmergencyRule>().unwrap().matches(&open), "{rule}");
        }
    }

    #[test]
    fn a_text_that_is_no_rule_is_refused_with_its_place() {
        assert_eq!("impact>=".parse::<EmergencyRule>(), Err(RuleFault::NotUnderstood { at: 8 }));
        assert_eq!(
            "colour=red".parse::<EmergencyRule>(),
            Err(RuleFault::UnknownField { name: "colour".into() })
        );
        assert!(matches!("length>=long".parse::<EmergencyRule>(), Err(RuleFault::UnknownValue { .. })));
        assert!("impact>=major and".parse::<EmergencyRule>().is_err());
        assert!("(keyword".parse::<EmergencyRule>().is_err());
        assert_eq!("(".repeat(1_000).parse::<EmergencyRule>(), Err(RuleFault::TooLong));
    }

    proptest! {
        #[test]
        fn no_text_makes_the_reader_of_rules_panic(text in "(and |or |\\(|\\)|impact|length|>=|=|\\[|\\]|\"|4h|ä|\\PC){0,20}") {
            let _ = text.parse::<EmergencyRule>();
        }
    }
}
