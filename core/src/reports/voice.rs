//! How paper says moments, lengths, numbers, people and the words of lists. Knows no paper and no fact.

use std::collections::BTreeMap;

use chrono::{Datelike, Timelike};
use serde::Serialize;

use super::document::{Cell, Language as Hyphenation, Sign, Text};
use super::typeset::{Printer, TypesetError};
use crate::domain::incident::{Severity, UNDONE};
use crate::domain::organisation::Language;
use crate::domain::policy::Term;
use crate::duties::term_sentence;
use crate::ids::PersonId;
use crate::time::{Day, Instant, Length, Moment, Precision, Zone};
use crate::words::{FluentValue, Words, kebab};

/// The space before a unit: a line never ends there.
const FIXED: char = '\u{a0}';

/// The words of a language, the zone in which times are printed, and the names of people.
pub struct Voice<'f> {
    words: &'static Words,
    language: Language,
    zone: Zone,
    people: &'f BTreeMap<PersonId, String>,
    printer: Printer,
}

impl<'f> Voice<'f> {
    /// Speaks a language.
    ///
    /// # Errors
    /// A damaged embedded face.
    pub fn new(
        language: Language,
        zone: Zone,
        people: &'f BTreeMap<PersonId, String>,
    ) -> Result<Self, TypesetError> {
        let words = match language {
            Language::De => Words::german(),
            Language::En => Words::english(),
        };
        Ok(Self { words, language, zone, people, printer: Printer::load()? })
    }

    /// The language as paper is hyphenated and read aloud in it.
    pub fn hyphenation(&self) -> Hyphenation {
        match self.language {
            Language::De => Hyphenation::German,
            Language::En => Hyphenation::English,
        }
    }

    /// A sentence.
    pub fn t(&self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A sentence with its values.
    pub fn with(&self, id: &str, values: &[(&str, &str)]) -> String {
        let values: Vec<_> = values.iter().map(|(name, value)| (*name, FluentValue::from(*value))).collect();
        self.words.say(id, &values)
    }

    /// A word of a list: `phase` and `TeamFormed` give the sentence `phase-team-formed`.
    pub fn word(&self, list: &str, value: &impl Serialize) -> String {
        match serde_json::to_value(value) {
            Ok(serde_json::Value::String(code)) => self.coded(list, &code),
            Ok(_) | Err(_) => list.to_owned(),
        }
    }

    /// A word of a list by its code on the wire.
    pub fn coded(&self, list: &str, code: &str) -> String {
        self.t(&format!("{}-{}", kebab(list), kebab(code)))
    }

    /// A sentence that ends with a text; where that is missing it leaves no colon behind.
    pub fn ending(&self, id: &str, values: &[(&str, &str)]) -> String {
        self.with(id, values).trim_end_matches([':', ' ']).to_owned()
    }

    /// The sentence of a line that an event wrote.
    pub fn event(&self, code: &str, values: &[(String, String)]) -> String {
        let said: Vec<(&str, String)> =
            values.iter().map(|(name, value)| (name.as_str(), self.value(value))).collect();
        let said: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.ending(&format!("event-{}", kebab(code)), &said)
    }

    fn value(&self, value: &str) -> String {
        if let Some(person) = value.strip_prefix("person:").and_then(|id| id.parse().ok()) {
            return self.person(person);
        }
        if let Some((list, code)) = value.strip_prefix("word:").and_then(|word| word.split_once(':')) {
            return self.coded(list, code);
        }
        if let Ok(day) = value.parse::<Day>() {
            return self.date(day.date());
        }
        value.parse::<Instant>().map_or_else(|_| self.reason(value), |at| self.at(at))
    }

    /// A reason, or another text that undoing writes by itself.
    pub fn reason(&self, text: &str) -> String {
        if text == UNDONE { self.t("incident-undone") } else { text.to_owned() }
    }

    /// What a person wrote, ready to print; not recorded when it is empty.
    pub fn text(&self, text: &str) -> Text {
        let text = self.reason(text.trim());
        if text.is_empty() { self.missing() } else { Text::plain(self.printer.printable(&text)) }
    }

    /// Words of any origin with the characters that can be printed; nothing is trimmed.
    pub fn printable(&self, text: &str) -> String {
        self.printer.printable(text)
    }

    /// A code, id or file name.
    pub fn code(&self, text: &str) -> Text {
        if text.trim().is_empty() { self.missing() } else { Text::code(self.printer.printable(text.trim())) }
    }

    /// Not recorded.
    pub fn missing(&self) -> Text {
        Text::quiet(self.t("not-recorded"))
    }

    /// What a person wrote, as the paragraphs in which it was written; not recorded when it is empty.
    pub fn paragraphs(&self, text: &str) -> Cell {
        let parts: Vec<_> = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).collect();
        if parts.is_empty() {
            return self.missing().into();
        }
        Cell::of(parts.into_iter().map(|part| self.text(part)).collect())
    }

    /// A name and its value.
    pub fn pair(&self, id: &str, value: impl Into<Cell>) -> (Text, Cell) {
        (self.t(id).into(), value.into())
    }

    /// What something is called, or the words of `gone` where nobody knows it any more.
    pub fn named<K: Ord>(&self, names: &BTreeMap<K, String>, id: &K, gone: &str) -> Text {
        names.get(id).map_or_else(|| Text::quiet(self.t(gone)), |name| self.text(name))
    }

    /// What several things are called, one a line; not recorded when there is none.
    pub fn names<K: Ord>(&self, names: &BTreeMap<K, String>, ids: &[K], gone: &str) -> Cell {
        if ids.is_empty() {
            return self.missing().into();
        }
        Cell::of(ids.iter().map(|id| self.named(names, id, gone)).collect())
    }

    /// The name of a person.
    pub fn person(&self, id: PersonId) -> String {
        let name = self.people.get(&id).filter(|name| !name.is_empty());
        name.map_or_else(|| self.t("report-erased"), |name| self.printer.printable(name))
    }

    /// Names of people in one line.
    pub fn people(&self, ids: &[PersonId]) -> Text {
        if ids.is_empty() {
            return Text::quiet(self.t("report-none"));
        }
        Text::plain(ids.iter().map(|id| self.person(*id)).collect::<Vec<_>>().join(", "))
    }

    /// Names in one line, as they were written; no line begins with a dash inside a name.
    pub fn list(&self, names: &[String]) -> Text {
        self.text(&names.join(", ").replace(" - ", "\u{a0}- "))
    }

    /// Who, and when that was written down.
    pub fn by_when(&self, by: PersonId, at: Instant) -> String {
        self.with("change-by-when", &[("person", &self.person(by)), ("when", &self.at(at))])
    }

    /// A day, hour and minute with the zone's name, and how well it is known.
    pub fn moment(&self, moment: Moment) -> String {
        let when = self.said(moment);
        match moment.precision {
            Precision::Exact => when,
            Precision::About => self.with("report-about", &[("when", &when)]),
            Precision::Unknown => self.with("report-unsure", &[("when", &when)]),
        }
    }

    /// The same without how well it is known.
    pub fn said(&self, moment: Moment) -> String {
        self.at(moment.at)
    }

    /// A moment, or that it is not recorded.
    pub fn moment_text(&self, moment: Option<Moment>) -> Text {
        moment.map_or_else(|| self.missing(), |moment| self.moment(moment).into())
    }

    /// An instant in the report's zone.
    pub fn at(&self, at: Instant) -> String {
        let local = self.local(at);
        let (date, time) = (self.date(local.date()), hour_and_minute(&local));
        self.with("report-when", &[("date", &date), ("time", &time), ("zone", &self.zone(at))])
    }

    /// An instant as the clocks of the paper's zone showed it.
    pub fn local(&self, at: Instant) -> chrono::NaiveDateTime {
        at.in_zone(self.zone).naive_local()
    }

    /// A day, and hour and minute with the zone's name, for two lines.
    pub fn day_and_time(&self, at: Instant) -> (String, String) {
        let local = self.local(at);
        let time = format!("{}{FIXED}{}", hour_and_minute(&local), self.zone(at));
        (self.date(local.date()), time)
    }

    /// How far a deadline lies from an instant, before or behind, in the two units that matter.
    pub fn distance(&self, due: Instant, from: Instant) -> String {
        let late = due < from;
        let length = if late { due.until(from) } else { from.until(due) };
        let id = if late { "distance-late" } else { "distance-ahead" };
        let hours = length.whole_seconds() / 3_600;
        if hours < 48 {
            return self.with(id, &[("duration", &self.rough(length))]);
        }
        let (days, hours) = ((hours / 24).to_string(), (hours % 24).to_string());
        fixed(&self.with(&format!("{id}-days"), &[("days", &days), ("hours", &hours)]))
    }

    /// A length in the two units that matter: from a day on nobody asks for minutes.
    pub fn rough(&self, length: Length) -> String {
        let hours = length.whole_seconds() / 3_600;
        if hours < 24 {
            return self.length(length);
        }
        let values = [("days", FluentValue::from(hours / 24)), ("hours", FluentValue::from(hours % 24))];
        fixed(&self.words.say("duration-days", &values))
    }

    /// How long a rule gives.
    pub fn term(&self, term: Term) -> String {
        let count = FluentValue::from(i64::from(term.amount));
        self.words.say(&term_sentence(term.unit), &[("count", count)])
    }

    /// The name of the zone as it was called at an instant: MEZ, MESZ, UTC, UTC+3.
    pub fn zone(&self, at: Instant) -> String {
        let name = at.in_zone(self.zone).format("%Z").to_string();
        if name.starts_with(['+', '-']) {
            return format!("UTC{name}").replace('-', "−");
        }
        self.words.find(&format!("report-zone-{name}"), &[]).unwrap_or(name)
    }

    /// A day.
    pub fn date(&self, day: chrono::NaiveDate) -> String {
        let (date, month) = self.day_and_month(day);
        self.with("report-date", &[("day", &date), ("month", &month), ("year", &day.year().to_string())])
    }

    /// A day, or that it is not recorded.
    pub fn day(&self, day: Option<Day>) -> Text {
        day.map_or_else(|| self.missing(), |day| self.date(day.date()).into())
    }

    /// Day and month as they stand in a short date.
    fn day_and_month(&self, day: chrono::NaiveDate) -> (String, String) {
        (format!("{:02}", day.day()), self.t(&format!("report-month-short-{}", day.month())))
    }

    /// A day with its name: "Dienstag, 3. März 2026".
    pub fn long_day(&self, at: Instant) -> String {
        let local = self.local(at);
        let weekday = self.t(&format!("report-weekday-{}", local.weekday().number_from_monday()));
        let month = self.t(&format!("report-month-{}", local.month()));
        let (day, year) = (local.day().to_string(), local.year().to_string());
        self.with(
            "report-day-long",
            &[("weekday", &weekday), ("day", &day), ("month", &month), ("year", &year)],
        )
    }

    /// Day and month.
    pub fn short_day(&self, at: Instant) -> String {
        let (day, month) = self.day_and_month(self.local(at).date());
        self.with("report-day-short", &[("day", &day), ("month", &month)])
    }

    /// Hour and minute in the report's zone, marked when it is not exact.
    pub fn clock(&self, moment: Moment) -> String {
        let time = hour_and_minute(&self.local(moment.at));
        match moment.precision {
            Precision::Exact => time,
            Precision::About => self.with("report-about", &[("when", &time)]),
            Precision::Unknown => self.with("report-unsure", &[("when", &time)]),
        }
    }

    /// Day, month, hour and minute.
    pub fn short(&self, at: Instant) -> String {
        let local = self.local(at);
        let ((day, month), time) = (self.day_and_month(local.date()), hour_and_minute(&local));
        self.with("report-when-short", &[("day", &day), ("month", &month), ("time", &time)])
    }

    /// The same, with the year where it is not the year of what stands beside it.
    pub fn short_beside(&self, at: Instant, beside: Instant) -> String {
        let year = |at: Instant| self.local(at).year();
        if year(at) == year(beside) { self.short(at) } else { self.at(at) }
    }

    /// A length, in the units that people say.
    pub fn length(&self, length: Length) -> String {
        let seconds = length.whole_seconds();
        let (minutes, hours, days) = (seconds / 60 % 60, seconds / 3_600 % 24, seconds / 86_400);
        let (minutes, hours, days) = (minutes.to_string(), hours.to_string(), days.to_string());
        let spaced = match seconds {
            1..60 => self.with("report-seconds", &[("seconds", &seconds.to_string())]),
            ..3_600 => self.with("report-minutes", &[("minutes", &minutes)]),
            3_600..86_400 if minutes == "0" => self.with("report-hours-even", &[("hours", &hours)]),
            3_600..86_400 => self.with("report-hours", &[("hours", &hours), ("minutes", &minutes)]),
            86_400..172_800 => self.with("report-one-day", &[("hours", &hours), ("minutes", &minutes)]),
            172_800.. => {
                self.with("report-days", &[("days", &days), ("hours", &hours), ("minutes", &minutes)])
            }
        };
        fixed(&spaced)
    }

    /// A length, or that it is not recorded.
    pub fn length_text(&self, length: Option<Length>) -> Text {
        length.map_or_else(|| self.missing(), |length| self.length(length).into())
    }

    /// How severe an incident is, with the sign that the window gives it.
    pub fn severity(&self, severity: Option<Severity>) -> Cell {
        let Some(severity) = severity else { return self.missing().into() };
        let sign = match severity {
            Severity::Low => Sign::Open,
            Severity::Medium => Sign::Middling,
            Severity::High => Sign::Care,
            Severity::Critical => Sign::Grave,
        };
        Cell::from(self.word("severity", &severity)).signed(sign)
    }

    /// Whether something was met, in words and as a sign.
    pub fn met(&self, met: Option<bool>) -> Cell {
        match met {
            Some(true) => Cell::from(self.t("report-kept")).signed(Sign::Kept),
            Some(false) => Cell::from(Text::strong(self.t("report-missed"))).signed(Sign::Broken),
            None => Cell::from(Text::quiet(self.t("report-cannot-say"))),
        }
    }

    /// A number in groups of three digits.
    pub fn number(&self, number: u64) -> String {
        grouped(number, self.language)
    }

    /// An amount in the smallest unit of its currency: 125000 of EUR is "1.250,00 EUR".
    pub fn money(&self, minor: u64, currency: &str) -> String {
        let point = match self.language {
            Language::De => ',',
            Language::En => '.',
        };
        let amount = format!("{}{point}{:02}", self.number(minor / 100), minor % 100);
        let currency = self.printer.printable(currency.trim());
        if currency.is_empty() { amount } else { format!("{amount}{FIXED}{currency}") }
    }

    /// A sentence that knows one from many.
    pub fn counted(&self, id: &str, counts: &[(&str, u64)]) -> String {
        let values: Vec<_> = counts.iter().map(|(name, count)| (*name, self.countable(*count))).collect();
        self.words.say(id, &values)
    }

    /// One as a number, by which a sentence chooses; more as they are printed.
    fn countable(&self, count: u64) -> FluentValue<'static> {
        if count == 1 { FluentValue::from(count) } else { FluentValue::from(self.number(count)) }
    }

    /// How many there are.
    pub fn count(&self, of: usize) -> String {
        self.number(u64::try_from(of).unwrap_or(u64::MAX))
    }
}

fn hour_and_minute(local: &chrono::NaiveDateTime) -> String {
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// Ordinary spaces between a number and its unit become fixed ones.
fn fixed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut after_digit = false;
    for character in text.chars() {
        out.push(if character == ' ' && after_digit { FIXED } else { character });
        after_digit = character.is_ascii_digit();
    }
    out
}

/// A number in groups of three digits.
fn grouped(number: u64, language: Language) -> String {
    let digits = number.to_string();
    let separator = match language {
        Language::De => '.',
        Language::En => ',',
    };
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_wire_are_ids_of_sentences() {
        assert_eq!(kebab("teamFormed"), "team-formed");
        assert_eq!(kebab("status"), "status");
    }

    #[test]
    fn a_severity_bears_the_sign_of_the_window() {
        let people = BTreeMap::new();
        let voice = Voice::new(Language::De, "UTC".parse().unwrap(), &people).unwrap();
        let signs = [Severity::Low, Severity::Medium, Severity::High, Severity::Critical]
            .map(|severity| voice.severity(Some(severity)).sign);
        assert_eq!(signs, [Sign::Open, Sign::Middling, Sign::Care, Sign::Grave].map(Some));
    }

    #[test]
    fn a_unit_never_leaves_its_number() {
        assert_eq!(fixed("4 h 51 min"), "4\u{a0}h 51\u{a0}min");
    }

    #[test]
    fn an_amount_is_written_as_the_language_does_and_keeps_its_currency() {
        let people = BTreeMap::new();
        let voice = |language| Voice::new(language, "UTC".parse().unwrap(), &people).unwrap();
        assert_eq!(voice(Language::De).money(125_005, "EUR"), "1.250,05\u{a0}EUR");
        assert_eq!(voice(Language::En).money(99, ""), "0.99");
    }

    #[test]
    fn large_numbers_are_grouped_as_the_language_does() {
        assert_eq!(grouped(1_234_567, Language::De), "1.234.567");
        assert_eq!(grouped(999, Language::En), "999");
    }
}
