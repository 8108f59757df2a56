//! Any text as a time, as markup and as the rule of an import.
#![no_main]

use libfuzzer_sys::fuzz_target;
use lotse::importers::dates::{DateOrder, read};
use lotse::importers::dirt::Field;
use lotse::importers::markup;
use lotse::importers::rule::EmergencyRule;

fuzz_target!(|text: &str| {
    let _ = read(text, DateOrder::DayFirst);
    let _ = read(text, DateOrder::MonthFirst);
    let _ = text.parse::<EmergencyRule>();
    let plain = markup::plain(text, Field::Text, &mut Vec::new());
    assert!(plain.text.len() <= 64 * 1024);
});
